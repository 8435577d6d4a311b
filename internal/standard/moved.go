package standard

import (
	"context"
	"time"

	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// movedBy says that somebody else changed something meanwhile: what, who, when.
func (s *Service) movedBy(ctx context.Context, text lang.Text, what, person string, at time.Time) error {
	names, err := s.access.PersonNames(ctx, []string{person})
	if err != nil {
		return err
	}
	who := lang.Same(names[person])
	if who.IsZero() {
		who = lang.Text{JA: "ほかの人", EN: "somebody else"}
	}
	return fault.New(fault.Conflict, text.With(what, who, Moment(at)))
}

// Moment is a time in Japan for people to read.
func Moment(at time.Time) lang.Text {
	t := at.In(clock.Japan)
	day := lang.Day(clock.Day(at))
	return lang.Text{JA: day.JA + t.Format(" 15:04"), EN: day.EN + t.Format(", 15:04")}
}
