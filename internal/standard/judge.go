package standard

import (
	"context"
	"fmt"
	"slices"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Rules of the import: what the installation asks of a file over and above the format.
var (
	ruleForeignRules   = importRule("foreign-rules", "内規は、その事業者（operator）だけが取り込めます（ファイル: %q、あなたの組織: %q）", "in-house rules are imported by their operator only (the file says %q, your organisation is %q)")
	ruleMayNotEnact    = importRule("may-not-enact", "強制基準と推奨基準は、その分野の所管省庁か内閣官房だけが取り込めます（分野: %s）", "mandatory and recommended standards are imported by a ministry of their sector or the Cabinet Secretariat (sectors: %s)")
	ruleMayNotIssue    = importRule("may-not-issue", "業界標準は、その分野の事業者団体・セプター・所管省庁か内閣官房だけが取り込めます（分野: %s）", "industry standards are imported by an association, CEPTOAR or ministry of their sector or the Cabinet Secretariat (sectors: %s)")
	ruleMayNotAllocate = importRule("may-not-allocate", "割当ては、その分野の所管省庁の責任者だけが取り込めます（分野: %s）", "an allocation is imported by an officer or manager of a ministry of the sector (%s)")
	ruleTaken          = importRule("taken", "文書 %q は、ほかの組織がすでに登録しています。別の ID を付けてください", "document %q is registered by another organisation already: give it another id")
	ruleDecidedAlready = importRule("decided-already", "文書 %q の版 %q は%sなので、もう変えられません。edition を新しくしてください", "edition %[2]q of document %[1]q is %[3]s and cannot change any more: give it a new edition")
	ruleSentTwice      = importRule("sent-twice", "文書 %q の版 %q は、%s にもあります", "edition %[2]q of document %[1]q is also in %[3]s")
)

// ruleLeftOver notes in-house rules among the files of somebody who imports a whole body of standards.
var ruleLeftOver = &Rule{ID: "left-over", Severity: Warning, Says: lang.Text{
	JA: "事業者 %q の内規なので、ここでは取り込みません。その事業者が自分で取り込みます",
	EN: "in-house rules of %q are left out here: that operator imports them itself"}}

// importRule is a rule that is no rule of the file format.
func importRule(id, ja, en string) *Rule {
	return &Rule{ID: id, Severity: Error, Says: lang.Text{JA: ja, EN: en}}
}

// judgeFiles decides of each file what is to become of it.
func (s *Service) judgeFiles(ctx context.Context, a access.Actor, p *plan) error {
	first := map[string]string{}
	for _, f := range p.files {
		if f.Change != Added && f.document == nil {
			continue
		}
		var err error
		other, twice := first[f.key()]
		switch {
		case f.key() == "":
		case twice && f.allocation != nil:
			p.refuse(f, ruleAllocatedTwo, f.allocation.place, f.Sector, f.allocation.Decided, other)
		case twice:
			p.refuse(f, ruleSentTwice, f.document.front.id, f.Document, f.Edition, other)
		case f.allocation != nil:
			err = s.judgeAllocation(ctx, a, f, p)
		default:
			err = s.judgeDocument(ctx, a, f, p)
		}
		if err != nil {
			return err
		}
		first[f.key()] = f.Name
	}
	return s.judgeLinks(ctx, a, p)
}

// key is what may be in an import once; "" where the file does not say what it is.
func (f *planned) key() string {
	switch {
	case f.allocation != nil && f.Change != Refused:
		return "allocation " + f.Sector + " " + f.allocation.Guideline + " " + string(f.allocation.Decided)
	case f.document != nil && f.Document != "" && f.Tier != "":
		return f.Document + " " + f.Edition
	}
	return ""
}

func (p *plan) refuse(f *planned, rule *Rule, at Place, args ...any) {
	f.Change = Refused
	p.problems.add(rule, at, args...)
}

// mayImport says why an actor may not import a document.
func (s *Service) mayImport(a access.Actor, f *planned, p *plan) {
	d := f.document
	o := access.Object{Type: "standard", Org: a.Org.ID, Sectors: reach(d.Sectors, s.catalogue)}
	switch {
	case d.Tier == InHouse && d.Operator != a.Org.ID && len(p.files) > 1: // a folder holds a whole body of standards
		f.Change = LeftOver
		p.problems.add(ruleLeftOver, d.placeOf("operator"), d.Operator)
	case d.Tier == InHouse && d.Operator != a.Org.ID:
		p.refuse(f, ruleForeignRules, d.placeOf("operator"), d.Operator, a.Org.ID)
	case d.Tier == InHouse:
	case d.Tier == Industry && !access.Can(a, access.StandardIssue, o):
		p.refuse(f, ruleMayNotIssue, d.placeOf("tier"), fmt.Sprint(d.Sectors))
	case d.Tier != Industry && !access.Can(a, access.StandardEnact, o):
		p.refuse(f, ruleMayNotEnact, d.placeOf("tier"), fmt.Sprint(d.Sectors))
	}
}

// placeOf is where a key of the front matter stands, else where the document's id does.
func (d *Document) placeOf(key string) Place {
	if n := child(d.front.root, key); n != nil {
		return Place{Path: d.Path, Line: n.Line + 1, Column: n.Column}
	}
	return d.front.id
}

// judgeDocument compares a document with the records that are there.
func (s *Service) judgeDocument(ctx context.Context, a access.Actor, f *planned, p *plan) error {
	s.mayImport(a, f, p)
	if f.Change != Added {
		return nil
	}
	f.record = s.recordOf(a, f.document, f.source)
	there, err := sameDocument(ctx, s.access.DB(), f.record.within(), f.Document)
	if err != nil {
		return err
	}
	if f.Tier == InHouse { // one that cites an upper document could not tell it from itself
		upper, err := sameDocument(ctx, s.access.DB(), "", f.Document)
		if err != nil {
			return err
		}
		there = append(there, slices.DeleteFunc(upper, func(r Record) bool { return !access.Can(a, access.StandardRead, r.Object()) })...)
	}
	f.judgeAgainst(a, there, p)
	return nil
}

// recordOf is the record that a new document becomes.
func (s *Service) recordOf(a access.Actor, d *Document, source []byte) Record {
	r := Record{Org: a.Org.ID, Status: Draft, Revision: 1, ChangedBy: a.Person.ID, Changed: s.access.Now()}
	r.fill(d, source, s.catalogue)
	return r
}

// fill takes over what the document says.
func (r *Record) fill(d *Document, source []byte, c *guideline.Catalogue) {
	r.Document, r.Title, r.Tier, r.Sectors = d.ID, d.Title, d.Tier, d.Sectors
	r.Issuer, r.Edition, r.Publication, r.Operator = d.Issuer, d.Edition, d.Publication, d.Operator
	r.Effective, r.NextReview, r.Clauses = d.Effective, d.NextReview, len(d.Clauses())
	if d.Tier == InHouse && child(d.front.root, "publication") == nil {
		r.Publication = PublicationWithheld // an operator's rules are its own until it says otherwise
	}
	r.hash, r.reach = hashOf(source), reach(d.Sectors, c)
	r.Audience = audience(r.Tier, r.Publication, r.Status)
}

func (f *planned) judgeAgainst(a access.Actor, there []Record, p *plan) {
	id := f.document.front.id
	if slices.ContainsFunc(there, func(r Record) bool { return r.Org != a.Org.ID || r.within() != f.record.within() }) {
		p.refuse(f, ruleTaken, id, f.Document)
		return
	}
	i := slices.IndexFunc(there, func(r Record) bool { return r.Edition == f.Edition })
	if i < 0 {
		return
	}
	old := there[i]
	f.Record = old.ID
	switch {
	case old.hash == f.record.hash:
		f.Change, f.record = Unchanged, old
	case !old.Editable():
		p.refuse(f, ruleDecidedAlready, id, f.Document, f.Edition, StatusLabels[old.Status])
	default:
		f.Change, f.was = Revised, old.hash
		f.record.ID, f.record.Revision, f.record.Status = old.ID, old.Revision+1, old.Status
		f.record.Audience = audience(f.record.Tier, f.record.Publication, old.Status)
	}
}

// judgeLinks checks what the files say of each other and of the documents that are there. A clause that
// does not exist yet may come later, so it keeps nothing from being imported.
func (s *Service) judgeLinks(ctx context.Context, a access.Actor, p *plan) error {
	there, err := s.Body(ctx, a, "", a.Org.ID)
	if err != nil {
		return err
	}
	b := &Body{}
	names := map[string]bool{}
	sent := map[string]bool{}
	for _, f := range p.files {
		if d := f.document; d != nil && !sent[d.ID] && f.Change != LeftOver {
			b.Documents = append(b.Documents, d)
			names[f.Name], sent[d.ID] = true, true
		}
	}
	if len(b.Documents) == 0 {
		return nil
	}
	for _, d := range there.Documents {
		if !sent[d.ID] {
			b.Documents = append(b.Documents, d)
		}
	}
	for _, problem := range b.link().Problems {
		if names[problem.Path] {
			p.problems = append(p.problems, problem)
		}
	}
	return nil
}
