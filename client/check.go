package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"time"
)

// Check is a self-check.
type Check struct {
	ID       string `json:"id"`
	Sector   string `json:"sector"`
	Year     int    `json:"fiscal_year"`
	Name     Text   `json:"name"`
	State    string `json:"state"` // open, closed
	Previous string `json:"previous"`
	Counts   Counts `json:"counts"`
}

// Counts says how a check stands.
type Counts struct {
	Entries       int `json:"entries"`
	Answered      int `json:"answered"`
	NotApplicable int `json:"not_applicable"`
	Carried       int `json:"carried"`
	Gaps          int `json:"gaps"`
}

// Start is what a check begins with. Year is the fiscal year, by the year in which it begins.
type Start struct {
	Sector string `json:"sector"`
	Year   int    `json:"fiscal_year"`
	Title  string `json:"title,omitempty"`
	Carry  bool   `json:"carry,omitempty"` // carry the answers of the newest earlier check forward
}

// StartCheck starts a self-check from the measures.
func (c *Client) StartCheck(ctx context.Context, s Start) (Check, error) {
	return post[Check](ctx, c, path("checks"), s)
}

// Checks lists one's organisation's checks.
func (c *Client) Checks(ctx context.Context) iter.Seq2[Check, error] {
	return list[Check](ctx, c, path("checks"))
}

// Check reads a check with its counts.
func (c *Client) Check(ctx context.Context, id string) (Check, error) {
	return get[Check](ctx, c, path("checks", id))
}

// CloseCheck closes a check; ReopenCheck opens it again, with the reason.
func (c *Client) CloseCheck(ctx context.Context, id, comment string) (Check, error) {
	return post[Check](ctx, c, path("checks", id, "close"), map[string]string{"comment": comment})
}

// ReopenCheck opens a closed check again.
func (c *Client) ReopenCheck(ctx context.Context, id, reason string) (Check, error) {
	return post[Check](ctx, c, path("checks", id, "reopen"), map[string]string{"comment": reason})
}

// Answer is what an operator says of one entry. A judgement is yes, partly, no or empty.
type Answer struct {
	InPlace       string `json:"in_place"`
	InOperation   string `json:"in_operation"`
	Effective     string `json:"effective"`
	Work          string `json:"work"`     // not-started, under-way, waiting, done
	Severity      string `json:"severity"` // none, low, medium, high
	NotApplicable bool   `json:"not_applicable,omitempty"`
	Reason        string `json:"reason,omitempty"`
	Note          string `json:"note,omitempty"`
}

// Entry is one clause of a check with its answer.
type Entry struct {
	Number  int      `json:"number"`
	Clause  Ref      `json:"clause"`
	Items   []string `json:"items"`
	Tier    string   `json:"tier"`
	Heading string   `json:"heading"`
	Text    string   `json:"text"` // of one entry alone
	Answer  Answer   `json:"answer"`
	Carried bool     `json:"carried"`
	Files   int      `json:"evidence_count"`
	Version int      `json:"version"`
}

// EntryFilter narrows the entries of a check. Part is such as item:p3.1; Show such as unanswered.
type EntryFilter struct{ Part, Show, Words string }

// Entries lists the entries of a check.
func (c *Client) Entries(ctx context.Context, check string, f EntryFilter) iter.Seq2[Entry, error] {
	return list[Entry](ctx, c, path("checks", check, "entries"), "part", f.Part, "show", f.Show, "words", f.Words)
}

// Entry reads an entry with the text of its clause.
func (c *Client) Entry(ctx context.Context, check string, n int) (Entry, error) {
	return get[Entry](ctx, c, path("checks", check, "entries", number(n)))
}

// Answer answers an entry that was read at a version. Where somebody else was first, the error is a
// *Conflict with the entry as it is.
func (c *Client) Answer(ctx context.Context, check string, n int, a Answer, version int) (Entry, error) {
	e, err := put[Entry](ctx, c, path("checks", check, "entries", number(n), "answer"), struct {
		Answer
		Version int `json:"version"`
	}{a, version})
	if p, ok := err.(*Problem); ok && p.Status == http.StatusConflict && p.Current != nil { //nolint:errorlint // made by send
		conflict := &Conflict{Problem: p}
		if json.Unmarshal(p.Current, &conflict.Theirs) == nil {
			return Entry{}, conflict
		}
	}
	return e, err
}

// Conflict is an answer that came second.
type Conflict struct {
	*Problem
	Theirs Entry
}

func (c *Conflict) Unwrap() error { return c.Problem }

// SetAside says of everything under a part that it is not applicable, and returns how many entries that were.
func (c *Client) SetAside(ctx context.Context, check, part, reason string) (int, error) {
	return c.branch(ctx, check, "set-aside", map[string]string{"part": part, "reason": reason})
}

// TakeBack undoes SetAside.
func (c *Client) TakeBack(ctx context.Context, check, part string) (int, error) {
	return c.branch(ctx, check, "take-back", map[string]string{"part": part})
}

// Confirm confirms what was carried from last year under a part ("": everything).
func (c *Client) Confirm(ctx context.Context, check, part string) (int, error) {
	return c.branch(ctx, check, "confirm", map[string]string{"part": part})
}

func (c *Client) branch(ctx context.Context, check, act string, body map[string]string) (int, error) {
	n, err := post[struct {
		Entries int `json:"entries"`
	}](ctx, c, path("checks", check, act), body)
	return n.Entries, err
}

// Evidence is a file that supports answers.
type Evidence struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Name    string    `json:"name"`
	Hash    string    `json:"sha256"`
	Size    int64     `json:"size"`
	Expires string    `json:"expires"`
	Added   time.Time `json:"added"`
}

// Attachment is a file to keep as evidence.
type Attachment struct {
	Name, Title        string
	Effective, Expires string // days, YYYY-MM-DD; may be empty
	Data               []byte
}

// Attach keeps a file as evidence of an entry.
func (c *Client) Attach(ctx context.Context, check string, n int, a Attachment) (e Evidence, err error) {
	address := path("checks", check, "entries", number(n), "evidence") + query("name", a.Name, "title", a.Title, "effective", a.Effective, "expires", a.Expires)
	answer, err := c.send(ctx, http.MethodPost, address, "application/octet-stream", bytes.NewReader(a.Data))
	if err != nil {
		return e, err
	}
	defer func() { _ = answer.Body.Close() }()
	if err := json.NewDecoder(answer.Body).Decode(&e); err != nil {
		return e, fmt.Errorf("read the answer of %s: %w", address, err)
	}
	return e, nil
}

// Link links evidence that there is to another entry.
func (c *Client) Link(ctx context.Context, check string, n int, evidence string) error {
	return c.call(ctx, http.MethodPut, path("checks", check, "entries", number(n), "evidence", evidence), nil, nil)
}

// EvidenceFile reads the file of a piece of evidence.
func (c *Client) EvidenceFile(ctx context.Context, id string) ([]byte, error) {
	return c.download(ctx, path("evidence", id, "file"))
}
