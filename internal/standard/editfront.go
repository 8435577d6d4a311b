package standard

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// DecisionForm is a decision on an item as a form has it. No choice takes the decision out.
type DecisionForm struct {
	Item    string
	Version string
	Choice  Choice
	Into    string
	Reason  lang.Text
	Decided string
}

// DecisionOf returns the decision of the document on an item as a form has it.
func (d *Document) DecisionOf(item string) DecisionForm {
	for _, dec := range d.Decisions {
		if dec.Item == item {
			return DecisionForm{Item: item, Version: dec.version(), Choice: dec.Choice, Into: dec.Into, Reason: dec.Reason, Decided: string(dec.Decided)}
		}
	}
	return DecisionForm{Item: item, Version: noDecision}
}

// noDecision is the version of a decision that is not there.
const noDecision = "none"

func (d Decision) version() string {
	return partVersion(d.Item, string(d.Choice), d.Into, d.Reason.JA, d.Reason.EN, string(d.Decided))
}

// EditDecision changes what the document decides about an item.
func (s *Service) EditDecision(ctx context.Context, a access.Actor, id string, f DecisionForm) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "decision " + f.Item, part: f.Item,
		apply: func(k *sketch) error {
			if k.old.DecisionOf(f.Item).Version != f.Version {
				return fault.New(fault.Conflict, wordBusy)
			}
			return k.decide(f)
		},
		field: decisionField,
		saved: func(_ *sketch, d *Document) Saved { return Saved{Version: d.DecisionOf(f.Item).Version} },
	})
}

// decide puts a decision into its row, which keeps its place and comment.
func (k *sketch) decide(f DecisionForm) error {
	if _, known := k.edition().ByID(f.Item); !known {
		return fault.New(fault.NotFound, wordNoItem.With(f.Item, k.edition().ID))
	}
	i := slices.IndexFunc(k.head.Decisions, func(r Row) bool { return r.Cells[0] == f.Item })
	if f.Choice == "" {
		if i >= 0 {
			k.head.Decisions = slices.Delete(k.head.Decisions, i, i+1)
		}
		return nil
	}
	if f.Choice != ChoseFolded {
		f.Into = ""
	}
	cells := []string{f.Item, string(f.Choice), strings.TrimSpace(f.Into), sentenceOf(f.Reason.JA), sentenceOf(f.Reason.EN), strings.TrimSpace(f.Decided), ""}
	if i < 0 {
		k.head.Decisions = append(k.head.Decisions, row(cells...))
		return nil
	}
	cells[len(cells)-1] = k.head.Decisions[i].Cells[len(cells)-1]
	k.head.Decisions[i].Cells = cells
	return nil
}

// decisionField is the field of a decision's form that a problem belongs to.
func decisionField(_ *sketch, _ *Document, p Problem) string {
	switch p.Rule {
	case ruleInto, ruleIntoMissing, ruleIntoItself, ruleIntoExtra:
		return "into"
	case ruleBadDate:
		return "decided"
	case ruleNoReason:
		return "reason_ja"
	}
	return "decision"
}

// FrontForm is what the head of a document says, as a form has it. Its id, tier and operator say which
// document it is and stay.
type FrontForm struct {
	Version     string
	Title       lang.Text
	Sectors     []string
	Issuer      string
	Edition     string
	Effective   string
	NextReview  string
	Levels      []LevelWord
	Publication string
	LegalBasis  lang.Text
	Objects     []string
	Threats     []string
	Services    []string
	Evaluation  lang.Text
}

// FrontOf returns the head of the document as a form has it.
func (d *Document) FrontOf() FrontForm {
	f := FrontForm{Title: d.Title, Sectors: d.Sectors, Issuer: d.Issuer, Edition: d.Edition, Effective: string(d.Effective), NextReview: string(d.NextReview),
		Levels: d.Levels, Publication: d.Publication, LegalBasis: d.LegalBasis, Objects: d.Objects, Threats: d.Threats, Services: d.Services, Evaluation: d.Evaluation}
	if d.Tier == InHouse && child(d.front.root, "publication") == nil {
		f.Publication = PublicationWithheld
	}
	f.Version = partVersion(fmt.Sprintf("%q", f))
	return f
}

// frontFormKeys are the keys of front matter that a FrontForm holds.
var frontFormKeys = []string{"title", "sectors", "issuer", "edition", "effective", "next_review", "levels", "publication",
	"legal_basis", "objects", "threats", "services", "evaluation"}

// EditFront changes the head of the document.
func (s *Service) EditFront(ctx context.Context, a access.Actor, id string, f FrontForm) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "front matter", part: f.Title.JA,
		apply: func(k *sketch) error {
			if k.old.FrontOf().Version != f.Version {
				return fault.New(fault.Conflict, wordBusy)
			}
			return k.put(f)
		},
		field: frontField,
		saved: func(_ *sketch, d *Document) Saved { return Saved{Version: d.FrontOf().Version} },
	})
}

var wordTitleNeeded = lang.Text{JA: "表題を書いてください", EN: "give the title"}

// put writes the fields of a form over those that were there; comments stay above their keys.
func (k *sketch) put(f FrontForm) error {
	var wrong []fault.Field
	if sentenceOf(f.Title.JA) == "" {
		wrong = append(wrong, fault.Field{Name: "title_ja", Text: wordTitleNeeded})
	}
	for name, value := range map[string]string{"effective": f.Effective, "next_review": f.NextReview} {
		if _, ok := clock.ParseDate(value); value != "" && !ok {
			wrong = append(wrong, fault.Field{Name: name, Text: ruleBadDate.Says.With(value)})
		}
	}
	if err := fault.InFields(wrong); err != nil {
		return err
	}
	var comments []Row
	for _, r := range k.head.Front {
		if strings.HasSuffix(r.Cells[0], commentMark) {
			comments = append(comments, r)
		}
	}
	k.head.Front = append(without(slices.DeleteFunc(slices.Clone(k.head.Front), func(r Row) bool { return strings.HasSuffix(r.Cells[0], commentMark) }), frontFormKeys...), f.rows()...)
	k.head.Front = append(k.head.Front, comments...)
	return nil
}

// rows are the values of a form by their paths.
func (f FrontForm) rows() []Row {
	var rows []Row
	put := func(path, value string) {
		if value = sentenceOf(value); value != "" {
			rows = append(rows, row(path, value))
		}
	}
	text := func(key string, t lang.Text) {
		if sentenceOf(t.EN) == "" {
			put(key, t.JA)
			return
		}
		put(key+".ja", t.JA)
		put(key+".en", t.EN)
	}
	list := func(key string, values []string) {
		n := 0
		for _, v := range values {
			if sentenceOf(v) != "" {
				n++
				put(fmt.Sprintf("%s[%d]", key, n), v)
			}
		}
	}
	text("title", f.Title)
	list("sectors", f.Sectors)
	put("issuer", f.Issuer)
	put("edition", f.Edition)
	put("effective", f.Effective)
	put("next_review", f.NextReview)
	for _, l := range f.Levels {
		put("levels."+escapeKey(sentenceOf(l.Word)), string(l.Level))
	}
	put("publication", f.Publication)
	text("legal_basis", f.LegalBasis)
	list("objects", f.Objects)
	list("threats", f.Threats)
	list("services", f.Services)
	text("evaluation", f.Evaluation)
	return rows
}

// frontField is the field of the head's form that a problem belongs to: that of the key on its line. A level
// word that a clause uses and the head no longer has is a problem of the levels.
func frontField(k *sketch, d *Document, p Problem) string {
	if p.Rule == ruleUnknownLevel {
		return "levels"
	}
	if d != nil {
		for i := 0; i+1 < len(d.front.root.Content); i += 2 {
			if key := d.front.root.Content[i]; key.Line+1 == p.Line && key.Value != "title" {
				return key.Value
			}
		}
	}
	return "title_ja"
}
