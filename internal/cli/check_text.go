package cli

import (
	"fmt"
	"io"
	"strings"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

var (
	wordCheckTitle = lang.Text{JA: "安全基準等の点検", EN: "Check of safety standards"}
	wordAllSectors = lang.Text{JA: "全分野", EN: "all sectors"}
	wordGuideline  = lang.Text{JA: "指針 %s", EN: "guideline %s"}
	wordDocuments  = lang.Text{JA: "数えた文書", EN: "Documents that count"}
	wordLeftOut    = lang.Text{JA: "数えない文書", EN: "Left out"}
	wordStranger   = lang.Text{JA: "事業者 %q の内規は、与えられた文書にありません%v", EN: "no in-house document of operator %q is among those given%v"}
	wordItem       = lang.Text{JA: "項目", EN: "item"}
	wordTitle      = lang.Text{JA: "題", EN: "title"}
	wordState      = lang.Text{JA: "状態", EN: "state"}
	wordWhere      = lang.Text{JA: "規定・理由", EN: "clause or reason"}
	wordInto       = lang.Text{JA: "%s に包含", EN: "into %s"}
	wordToInHouse  = lang.Text{JA: "内規に委ねる", EN: "to in-house rules"}
	wordToDocument = lang.Text{JA: "%s に委ねる", EN: "to %s"}
	wordMissing    = lang.Text{JA: "記載なし: ", EN: "not stated: "}
	wordSummary    = lang.Text{JA: "まとめ", EN: "Summary"}
	wordPhases     = lang.Text{JA: "対策の段階", EN: "Phases"}
	wordOpen       = lang.Text{JA: "未解決", EN: "Open"}
	wordOpenLegend = lang.Text{JA: "* は未解決の項目です。参考事項は未解決に数えません。", EN: "* marks an open item. An item for reference is never open."}
	wordProblems   = lang.Text{JA: "注意", EN: "Warnings"}
	wordNothing    = lang.Text{JA: "未解決の項目はありません。", EN: "No item is open."}
)

// stateColours only repeat what the words say.
var stateColours = map[standard.State]string{
	standard.Covered: green, standard.Folded: green, standard.Delegated: green, standard.LeftOutItem: green,
	standard.Partly: yellow, standard.Considering: yellow, standard.NotExamined: bold,
}

func (r *run) checkText(rep *standard.Report) error {
	r.headline(r.say(wordCheckTitle), rep.Selection)
	r.documents(rep.Selection)
	t := table{colour: r.Colour}
	t.row(cell{"  " + r.say(wordItem), bold}, cell{r.say(wordState), bold}, cell{r.say(wordTitle), bold}, cell{r.say(wordWhere), bold})
	group := ""
	for _, it := range rep.Items {
		if it.Group != group {
			group = it.Group
			t.row(cell{r.say(rep.Edition.GroupTitle(group)), bold})
		}
		t.row(r.itemRow(it)...)
	}
	if err := t.write(r.Out); err != nil {
		return err
	}
	r.checkSummary(rep)
	return nil
}

// headline says what is shown, for which sector, by which edition, on which day.
func (r *run) headline(title string, s *standard.Selection) {
	parts := []string{title, r.sectorName(s.Sector), r.say(wordGuideline.With(s.Edition.ID)), r.say(wordAsOf.With(s.On))}
	if s.Operator != "" {
		parts = append(parts, s.Operator)
	}
	fmt.Fprintf(r.Out, "%s\n\n", strings.Join(parts, "  "))
}

func (r *run) sectorName(id string) string {
	s, ok := r.catalogue.Sector(id)
	if !ok {
		return r.say(wordAllSectors)
	}
	return fmt.Sprintf("%s（%s）", r.say(s.Title), id)
}

func (r *run) documents(s *standard.Selection) {
	t := table{}
	for _, d := range s.Documents {
		t.row(cell{text: "  " + r.say(standard.TierLabels[d.Tier])}, cell{text: d.ID}, cell{text: r.say(d.Title)})
	}
	if s.Allocation != nil {
		t.row(cell{text: "  " + r.say(wordAllocation)}, cell{text: s.Allocation.Path}, cell{text: string(s.Allocation.Decided)})
	}
	fmt.Fprintln(r.Out, r.say(wordDocuments))
	_ = t.write(r.Out)
	if len(s.LeftOut) > 0 {
		t = table{}
		for _, o := range s.LeftOut {
			t.row(cell{text: "  " + o.Path}, cell{text: r.say(standard.WhyLabels[o.Why])})
		}
		fmt.Fprintln(r.Out, r.say(wordLeftOut))
		_ = t.write(r.Out)
	}
	if near, stranger := s.Stranger(); stranger {
		fmt.Fprintln(r.Out, r.say(wordStranger.With(s.Operator, r.meant(near))))
	}
	fmt.Fprintln(r.Out)
}

var wordAllocation = lang.Text{JA: "割当て", EN: "allocation"}

func (r *run) itemRow(it standard.ItemReport) []cell {
	mark := "  "
	if it.Open {
		mark = "* "
	}
	state := cell{r.say(standard.StateLabel(it.State, it.Reason)), stateColours[it.State]}
	if it.Kind == guideline.Reference {
		state.colour = plain
	}
	return []cell{{text: mark + it.ID}, state, {text: r.say(it.Title)}, {text: r.rests(it)}}
}

// rests says what the state of an item rests on: clauses, another place, or the reason.
func (r *run) rests(it standard.ItemReport) string {
	out := ""
	switch {
	case len(it.Clauses) > 0:
		out = r.refs(it.Clauses)
	case it.State == standard.Folded:
		out = r.say(wordInto.With(it.Into))
	case it.State == standard.Delegated && it.By == string(standard.InHouse):
		out = r.say(wordToInHouse)
	case it.State == standard.Delegated:
		out = r.say(wordToDocument.With(it.By))
	default:
		out = r.say(it.Reason)
	}
	if len(it.Missing) > 0 {
		names := make([]string, len(it.Missing))
		for i, m := range it.Missing {
			names[i] = r.say(r.catalogue.ClassTitle(m))
		}
		out += "  " + r.say(wordMissing) + strings.Join(names, r.say(wordComma))
	}
	return out
}

// shown is how many clauses a row names before it counts the rest.
const shown = 2

func (r *run) refs(cs []standard.Coverer) string {
	var names []string
	document := ""
	for _, c := range cs[:min(len(cs), shown)] {
		name := "#" + c.ID
		if c.Document.ID != document {
			document = c.Document.ID
			name = document + name
		}
		names = append(names, name)
	}
	out := strings.Join(names, " ")
	if len(cs) > shown {
		out += r.say(wordMore.With(len(cs) - shown))
	}
	return out
}

func (r *run) checkSummary(rep *standard.Report) {
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordSummary))
	for _, k := range kindsAnswered {
		count := rep.Summary.Kinds[k]
		fmt.Fprintf(r.Out, "  %s %d: %s\n", r.say(guideline.Kinds[k]), count.Total(), r.counts(count))
	}
	fmt.Fprintf(r.Out, "  %s: %s\n", r.say(wordPhases), r.phases(rep.Summary.Phases))
	if len(rep.Problems) > 0 {
		fmt.Fprintf(r.Out, "\n%s\n", r.say(wordProblems))
		_ = r.problems(indent{r.Out}, rep.Problems)
	}
	if open := rep.Open(); len(open) > 0 {
		fmt.Fprintf(r.Out, "\n%s %d: %s\n%s\n", r.say(wordOpen), len(open), strings.Join(open, " "), r.say(wordOpenLegend))
		return
	}
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordNothing))
}

func (r *run) counts(c standard.Count) string {
	var parts []string
	for _, s := range standard.States {
		if c[s] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", r.say(standard.StateLabels[s]), c[s]))
		}
	}
	return strings.Join(parts, r.say(wordComma))
}

func (r *run) phases(n map[string]int) string {
	parts := make([]string, len(standard.Phases))
	for i, p := range standard.Phases {
		parts[i] = fmt.Sprintf("%s %d", r.say(standard.PhaseLabels[p]), n[p])
	}
	return strings.Join(parts, r.say(wordComma))
}

// indent writes two spaces before what is written, which is one line a time.
type indent struct{ io.Writer }

func (w indent) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(append([]byte("  "), p...))
	return max(n-2, 0), err
}
