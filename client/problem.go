package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Problem is what the API refused, and why (RFC 9457).
type Problem struct {
	Status   int             `json:"status"`
	Title    string          `json:"title"`
	Detail   string          `json:"detail"`
	Errors   []Wrong         `json:"errors"`
	Problems []FileProblem   `json:"problems"` // of files that were sent
	Current  json.RawMessage `json:"current"`  // of a conflict: the record as it is now
}

// Wrong is one part of the input that cannot be taken.
type Wrong struct {
	Location string `json:"location"`
	Message  string `json:"message"`
}

// FileProblem is one thing that is wrong, or doubtful, in a file that was sent.
type FileProblem struct {
	Path     string `json:"path"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"` // error or warning
	Message  Text   `json:"message"`
}

func (p *Problem) Error() string {
	said := []string{fmt.Sprintf("%d %s", p.Status, p.Title)}
	if p.Detail != "" {
		said = append(said, p.Detail)
	}
	for _, w := range p.Errors {
		said = append(said, w.Location+": "+w.Message)
	}
	for _, f := range p.Problems {
		said = append(said, fmt.Sprintf("%s:%d:%d: %s (%s)", f.Path, f.Line, f.Column, f.Message.EN, f.Rule))
	}
	return strings.Join(said, "; ")
}

// Is reports whether an error is a problem with a status, such as http.StatusConflict.
func Is(err error, status int) bool {
	var p *Problem
	return errors.As(err, &p) && p.Status == status
}

// mostProblem is how much of a refusal is read.
const mostProblem = 4 << 20

func readProblem(answer *http.Response) error {
	p := &Problem{Status: answer.StatusCode, Title: http.StatusText(answer.StatusCode)}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, mostProblem))
	if err != nil {
		return fmt.Errorf("read why it was refused (%d): %w", answer.StatusCode, err)
	}
	if strings.HasPrefix(answer.Header.Get("Content-Type"), "application/problem+json") {
		if err := json.Unmarshal(raw, p); err != nil {
			return fmt.Errorf("read why it was refused (%d): %w", answer.StatusCode, err)
		}
	}
	return p
}
