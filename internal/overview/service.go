package overview

import (
	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/guideline"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/submission"
)

// Rooms are the rooms that the overview asks.
type Rooms struct {
	Access      *access.Service
	Catalogue   *guideline.Catalogue
	Standards   *standard.Service
	Measures    *measure.Service
	Checks      *check.Service
	Submissions *submission.Service
}

// Service answers what the pages show.
type Service struct {
	Rooms
	readings readings
}

// New returns the service.
func New(r Rooms) *Service {
	return &Service{Rooms: r, readings: readings{byHash: map[string]reading{}}}
}
