package standard

import (
	"context"
	"time"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Step is a change of state of a record. Who made it, and the comment, are for its organisation alone.
type Step struct {
	Status  string
	At      time.Time
	By      string // id of the person
	Comment string
}

// Steps returns the changes of state of a record, the first first.
func (s *Service) Steps(ctx context.Context, a access.Actor, id string) ([]Step, error) {
	r, err := s.record(ctx, a, id)
	if err != nil {
		return nil, err
	}
	steps, err := selectSteps(ctx, s.access.DB(), id)
	if err != nil {
		return nil, err
	}
	if access.Can(a, access.StandardHistory, r.Object()) {
		return steps, nil
	}
	var outside []Step
	for _, st := range steps {
		if st.Status != Draft { // what others see begins with the consultation
			outside = append(outside, Step{Status: st.Status, At: st.At})
		}
	}
	return outside, nil
}

// Revision is one state of the text of a record.
type Revision struct {
	Number int
	Name   string // of the file that was imported; "" where it was edited here
	Hash   string
	Size   int
	At     time.Time
	By     string // id of the person
}

// Revisions returns a record with its revisions, the newest first. They are for its organisation alone.
func (s *Service) Revisions(ctx context.Context, a access.Actor, id string) (Record, []Revision, error) {
	r, err := s.ours(ctx, a, access.StandardHistory, id)
	if err != nil {
		return Record{}, nil, err
	}
	rs, err := selectRevisions(ctx, s.access.DB(), id)
	return r, rs, err
}

// ours returns a record with which the actor may do something that needs more than reading.
func (s *Service) ours(ctx context.Context, a access.Actor, act access.Action, id string) (Record, error) {
	r, err := loadRecord(ctx, s.access.DB(), id)
	if err != nil {
		return Record{}, err
	}
	return r, s.access.Check(ctx, a, act, r.Object())
}

// Source returns the Markdown of a revision, byte for byte.
func (s *Service) Source(ctx context.Context, a access.Actor, id string, revision int) ([]byte, error) {
	if _, err := s.ours(ctx, a, access.StandardHistory, id); err != nil {
		return nil, err
	}
	return loadSource(ctx, s.access.DB(), id, revision)
}

// Export is a document as a file.
type Export struct {
	Name string
	Type string
	Data []byte
}

// exportTypes are the media types of the forms in which a document is exported.
var exportTypes = map[string]string{
	"md":   "text/markdown; charset=utf-8",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"csv":  "text/csv; charset=utf-8",
}

// Export returns a document as md, xlsx or csv, with the headings of a table in l. Markdown is what was
// imported or edited, byte for byte, unless a part of it is not for the actor.
func (s *Service) Export(ctx context.Context, a access.Actor, id, form string, l lang.Lang) (Export, error) {
	kind, ok := exportTypes[form]
	if !ok {
		return Export{}, fault.New(fault.NotFound, lang.Text{JA: "形式 %q では出力できません（md、xlsx、csv）", EN: "there is no form %q (md, xlsx, csv)"}.With(form))
	}
	r, d, err := s.Get(ctx, a, id)
	if err != nil {
		return Export{}, err
	}
	out := Export{Name: r.Document + "." + form, Type: kind}
	if r.Edition != "" {
		out.Name = r.Document + "-" + r.Edition + "." + form
	}
	if form == "md" && (r.Veil == NoVeil || r.Veil == WithheldVeil && !d.hasWithheld()) {
		out.Data, err = loadSource(ctx, s.access.DB(), r.ID, r.Revision)
		return out, err
	}
	out.Data, err = Encode(d, out.Name, l)
	return out, err
}
