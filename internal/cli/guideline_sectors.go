package cli

import (
	"fmt"
	"strings"

	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

var (
	wordMinistry  = lang.Text{JA: "所管省庁", EN: "Responsible ministry"}
	wordOperators = lang.Text{JA: "対象事業者", EN: "Operators"}
	wordServices  = lang.Text{JA: "重要インフラサービス", EN: "Critical services"}
	wordLevels    = lang.Text{JA: "検証レベル", EN: "Verification levels"}
	wordCEPTOARs  = lang.Text{JA: "セプター", EN: "CEPTOARs"}
	wordCertainty = lang.Text{JA: "確からしさ", EN: "certainty"}
	wordUntil     = lang.Text{JA: "%s から %s まで", EN: "%s to %s"}
	certainties   = guideline.CertaintyLabels
)

func (r *run) sectors(format string) error {
	all := r.catalogue.Sectors
	switch format {
	case "json":
		return writeJSON(r.Out, all)
	case "csv":
		rows := [][]string{{"id", "parent", "title_ja", "title_en", "ministries", "services_ja", "services_en"}}
		for _, s := range all.Sectors {
			ja, en := serviceTitles(s)
			rows = append(rows, []string{s.ID, s.Parent, s.Title.JA, s.Title.EN, ministryIDs(s), ja, en})
		}
		return writeCSV(r.Out, rows)
	case "md":
		for _, s := range all.Sectors {
			r.sectorMarkdown(s)
		}
		return nil
	}
	t := table{colour: r.Colour}
	for _, scheme := range all.Schemes {
		t.row(cell{text: scheme.ID}, cell{text: r.say(scheme.Title)}, cell{text: r.span(scheme.From, scheme.Until)})
	}
	t.row(cell{})
	for _, s := range all.Sectors {
		mark := ""
		if s.Parent != "" {
			mark = "  "
		}
		t.row(cell{text: mark + s.ID}, cell{text: mark + r.say(s.Title)}, cell{text: r.ministries(s)})
	}
	return t.write(r.Out)
}

func serviceTitles(s guideline.Sector) (ja, en string) {
	var js, es []string
	for _, v := range s.Services {
		js, es = append(js, v.Title.JA), append(es, v.Title.EN)
	}
	return strings.Join(js, "; "), strings.Join(es, "; ")
}

func ministryIDs(s guideline.Sector) string {
	ids := make([]string, len(s.Ministries))
	for i, m := range s.Ministries {
		ids[i] = m.ID
	}
	return strings.Join(ids, " ")
}

// ministries names those that answer for a sector, with their time where it is bounded.
func (r *run) ministries(s guideline.Sector) string {
	names := make([]string, len(s.Ministries))
	for i, m := range s.Ministries {
		names[i] = r.say(r.catalogue.MinistryTitle(m.ID))
		if span := r.span(m.From, m.Until); span != "" {
			names[i] += "（" + span + "）"
		}
	}
	return strings.Join(names, r.say(wordComma))
}

func (r *run) span(from, until clock.Date) string {
	if from == "" && until == "" {
		return ""
	}
	return strings.TrimSpace(r.say(wordUntil.With(orEllipsis(from), orEllipsis(until))))
}

func orEllipsis(d clock.Date) string {
	if d == "" {
		return "…"
	}
	return string(d)
}

func (r *run) sectorAs(s guideline.Sector, format string) error {
	switch format {
	case "json":
		return writeJSON(r.Out, catalogueSectorJSON{s, r.catalogue.KnownStandards(s.ID)})
	case "md", "csv":
		r.sectorMarkdown(s)
		return nil
	}
	r.sectorText(s)
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordKnownStandards))
	t := table{colour: r.Colour}
	for _, k := range r.catalogue.KnownStandards(s.ID) {
		r.knownRow(&t, k)
	}
	return t.write(r.Out)
}

func (r *run) sectorText(s guideline.Sector) {
	fmt.Fprintf(r.Out, "%s  %s\n\n%s: %s\n%s: %s\n", s.ID, r.say(s.Title), r.say(wordMinistry), r.ministries(s), r.say(wordOperators), r.say(s.Operators))
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordServices))
	for _, v := range s.Services {
		fmt.Fprintf(r.Out, "  %s: %s\n", r.say(v.Title), r.texts(append(v.Procedures, v.Systems...)))
	}
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordLevels))
	for _, v := range s.Levels {
		fmt.Fprintf(r.Out, "  %s  %s  %s: %s\n", r.say(v.Text), r.span(v.From, v.Until), r.say(wordCertainty), r.say(certainties[v.Certainty]))
		if !v.Note.IsZero() {
			fmt.Fprintf(r.Out, "    %s\n", r.say(v.Note))
		}
	}
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordCEPTOARs))
	for _, c := range s.CEPTOARs {
		fmt.Fprintf(r.Out, "  %s  %s  %s\n", r.say(c.Title), r.say(c.Secretariat), r.say(certainties[c.Certainty]))
	}
}

func (r *run) texts(ts []lang.Text) string {
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = r.say(t)
	}
	return strings.Join(words, r.say(wordComma))
}

func (r *run) sectorMarkdown(s guideline.Sector) {
	fmt.Fprintf(r.Out, "\n### %s %s\n\n- %s: %s\n- %s: %s\n", s.ID, r.say(s.Title), r.say(wordMinistry), r.ministries(s), r.say(wordOperators), r.say(s.Operators))
	for _, v := range s.Services {
		fmt.Fprintf(r.Out, "- %s: %s\n", r.say(wordServices), r.say(v.Title))
	}
	for _, v := range s.Levels {
		fmt.Fprintf(r.Out, "- %s: %s（%s）\n", r.say(wordLevels), r.say(v.Text), r.say(certainties[v.Certainty]))
	}
	for _, k := range r.catalogue.KnownStandards(s.ID) {
		fmt.Fprintf(r.Out, "- %s: %s\n", r.say(wordKnownStandards), r.knownLine(k))
	}
}

// schemes lists the classes of threats, objects, causes and events.
func (r *run) schemes(format string) error {
	if format == "json" {
		return writeJSON(r.Out, r.catalogue.Schemes)
	}
	rows := [][]string{{"scheme", "id", "parent", "title_ja", "title_en"}}
	var add func(scheme, parent string, cs []guideline.Class)
	add = func(scheme, parent string, cs []guideline.Class) {
		for _, c := range cs {
			rows = append(rows, []string{scheme, c.ID, parent, c.Title.JA, c.Title.EN})
			add(scheme, c.ID, c.Children)
		}
	}
	add("threats", "", r.catalogue.Schemes.Threats)
	add("objects", "", r.catalogue.Schemes.Objects)
	for _, s := range append(r.catalogue.Schemes.Causes, r.catalogue.Schemes.Events...) {
		add(s.ID, "", s.Classes)
	}
	if format == "csv" {
		return writeCSV(r.Out, rows)
	}
	t := table{colour: r.Colour}
	for _, row := range rows[1:] {
		t.row(cell{text: row[0]}, cell{text: row[1]}, cell{text: r.say(lang.Text{JA: row[3], EN: row[4]})})
	}
	return t.write(r.Out)
}
