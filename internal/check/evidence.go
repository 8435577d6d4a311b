package check

import (
	"context"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/gabriel-vasile/mimetype"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Evidence is a file of an organisation that supports answers. Its bytes are kept once, by their hash.
type Evidence struct {
	ID        string
	Org       string
	Title     string
	Name      string // of the file
	Type      string // found in its bytes
	Hash      blob.Hash
	Size      int64
	Effective clock.Date // from when it counts; "": always
	Expires   clock.Date // the last day on which it counts; "": never
	Added     time.Time
	AddedBy   string
	Linked    int // to how many entries, in all checks
}

// Expired reports whether the evidence counts no more on a day.
func (e Evidence) Expired(on clock.Date) bool { return e.Expires != "" && e.Expires < on }

// Pending reports whether the evidence does not count yet on a day.
func (e Evidence) Pending(on clock.Date) bool { return e.Effective > on }

func (e Evidence) object() access.Object {
	return access.Object{Type: "evidence", ID: e.ID, Org: e.Org, Version: "sha256:" + string(e.Hash)}
}

// MaxEvidence is how many bytes a piece of evidence may have.
const MaxEvidence = 20 << 20

// Upload is a file that somebody brings as evidence.
type Upload struct {
	Title     string // "": the name of the file
	Name      string
	Effective clock.Date
	Expires   clock.Date
	Body      io.ReadSeeker
}

var (
	wordNoFile    = lang.Text{JA: "ファイルを選んでください", EN: "choose a file"}
	wordEmptyFile = lang.Text{JA: "ファイルの中身が空です", EN: "the file is empty"}
	wordBadDay    = lang.Text{JA: "日付を YYYY-MM-DD の形で入力してください（例: 2027-03-31）", EN: "give a date as YYYY-MM-DD (such as 2027-03-31)"}
	wordOrder     = lang.Text{JA: "終わりの日が始まりの日より前です", EN: "the last day is before the first"}
	wordLinked    = lang.Text{JA: "その証拠は、すでにこの規定に付いています", EN: "that evidence is linked to this clause already"}
	wordNotLinked = lang.Text{JA: "その証拠は、この規定に付いていません", EN: "that evidence is not linked to this clause"}
)

func (u Upload) check() error {
	var wrong []fault.Field
	if u.Body == nil || u.Name == "" {
		wrong = append(wrong, fault.Field{Name: "file", Text: wordNoFile})
	}
	for _, d := range []struct {
		name string
		day  clock.Date
	}{{"effective", u.Effective}, {"expires", u.Expires}} {
		if _, ok := d.day.Time(); d.day != "" && !ok {
			wrong = append(wrong, fault.Field{Name: d.name, Text: wordBadDay})
		}
	}
	if u.Expires != "" && u.Expires < u.Effective {
		wrong = append(wrong, fault.Field{Name: "expires", Text: wordOrder})
	}
	return fault.InFields(appendText(appendText(wrong, "title", u.Title, maxTitle), "file", u.Name, maxTitle))
}

// fileName is the last part of a name that a browser sent, without what no name has.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, name)
	if name == "." || name == "/" {
		return ""
	}
	return name
}

// safeTypes are what a download may call itself; a browser runs none of them. Anything else is bytes.
var safeTypes = []string{
	"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "text/csv", "application/zip",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

const anyBytes = "application/octet-stream"

// sniff finds the type of a file in its bytes; what it calls itself does not count.
func sniff(body io.ReadSeeker) (string, error) {
	found, err := mimetype.DetectReader(body)
	if err != nil {
		return "", err
	}
	if _, err := body.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	plain, _, _ := strings.Cut(found.String(), ";")
	if slices.Contains(safeTypes, plain) {
		return plain, nil
	}
	return anyBytes, nil
}

// Attach keeps a file as evidence of the organisation and links it to an entry.
func (s *Service) Attach(ctx context.Context, a access.Actor, id string, number int, u Upload) (Evidence, error) {
	u.Name, u.Title = fileName(u.Name), tidyText(u.Title)
	if err := u.check(); err != nil {
		return Evidence{}, err
	}
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Evidence{}, err
	}
	if err := s.access.Check(ctx, a, access.CheckAnswer, c.Object()); err != nil { // before the bytes are kept
		return Evidence{}, err
	}
	kind, err := sniff(u.Body)
	if err != nil {
		return Evidence{}, err
	}
	ref, err := s.files.Put(ctx, u.Body, MaxEvidence)
	if err != nil {
		return Evidence{}, err
	}
	if ref.Size == 0 {
		return Evidence{}, fault.InFields([]fault.Field{{Name: "file", Text: wordEmptyFile}})
	}
	e := Evidence{ID: s.access.NewID(), Org: c.Org, Title: u.Title, Name: u.Name, Type: kind, Hash: ref.Hash, Size: ref.Size,
		Effective: u.Effective, Expires: u.Expires, Linked: 1}
	if e.Title == "" {
		e.Title = e.Name
	}
	e.Added, e.AddedBy = s.nowBy(a)
	return e, s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, _ SelfCheck, o *access.Object) error {
		*o = e.object()
		o.Details = map[string]string{"check": id}
		if err := insertEvidence(ctx, tx, e); err != nil {
			return err
		}
		return link(ctx, tx, e.ID, id, number, e.Added, e.AddedBy)
	})
}

// Link links evidence that the organisation has already to an entry.
func (s *Service) Link(ctx context.Context, a access.Actor, id string, number int, evidence string) error {
	e, err := s.evidence(ctx, a, evidence)
	if err != nil {
		return err
	}
	return s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		*o = e.object()
		o.Details = map[string]string{"check": id, "link": "added"}
		if c.Org != e.Org {
			return fault.New(fault.NotFound, wordNoFile)
		}
		now, by := s.nowBy(a)
		return link(ctx, tx, evidence, id, number, now, by)
	})
}

// Unlink takes evidence from an entry. The file stays with the organisation.
func (s *Service) Unlink(ctx context.Context, a access.Actor, id string, number int, evidence string) error {
	e, err := s.evidence(ctx, a, evidence)
	if err != nil {
		return err
	}
	return s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, _ SelfCheck, o *access.Object) error {
		*o = e.object()
		o.Details = map[string]string{"check": id, "link": "taken away"}
		found, err := unlink(ctx, tx, evidence, id, number)
		if err == nil && !found {
			return fault.New(fault.NotFound, wordNotLinked)
		}
		return err
	})
}

// evidence reads one piece that the actor may see.
func (s *Service) evidence(ctx context.Context, a access.Actor, id string) (Evidence, error) {
	e, err := loadEvidence(ctx, s.db(), id)
	if err != nil {
		return Evidence{}, err
	}
	return e, s.access.Check(ctx, a, access.CheckRead, e.object())
}

// EvidenceOf lists the evidence of an entry, the oldest first.
func (s *Service) EvidenceOf(ctx context.Context, a access.Actor, id string, number int) ([]Evidence, error) {
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return evidenceOf(ctx, s.db(), id, number)
}

// AllEvidence lists the evidence of the organisations whose checks the actor may read, the newest first.
func (s *Service) AllEvidence(ctx context.Context, a access.Actor, words, from string) (es []Evidence, next string, err error) {
	return listEvidence(ctx, s.db(), a, words, from)
}

// OpenEvidence returns a piece of evidence and its bytes.
func (s *Service) OpenEvidence(ctx context.Context, a access.Actor, id string) (Evidence, io.ReadCloser, error) {
	e, err := s.evidence(ctx, a, id)
	if err != nil {
		return Evidence{}, nil, err
	}
	body, _, err := s.files.Open(ctx, e.Hash)
	return e, body, err
}
