package cli

import (
	"fmt"
	"strconv"
	"strings"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

var (
	wordKnownStandards = lang.Text{JA: "実在する安全基準等（参考）", EN: "Standards that exist, for reference"}
	wordYear           = lang.Text{JA: "%d年", EN: "%d"}
	wordAbout          = lang.Text{JA: "%d年頃", EN: "about %d"}
	wordSinceDay       = lang.Text{JA: "%v、%s から", EN: "%v, from %s"}
	wordFirstYear      = lang.Text{JA: "%v（初版 %d年）", EN: "%v (first %d)"}
	wordKnownLine      = lang.Text{JA: "%s（%s）", EN: "%s (%s)"}
)

// knownJSON is the JSON of `guideline list --of standards`, documented in docs/formats.md.
type knownJSON struct {
	Standards []guideline.KnownStandard `json:"known_standards"`
}

// catalogueSectorJSON is a sector with the standards that are known of it.
type catalogueSectorJSON struct {
	guideline.Sector
	Standards []guideline.KnownStandard `json:"known_standards"`
}

// knownStandards lists every standard that is known to exist.
func (r *run) knownStandards(format string) error {
	all := r.catalogue.KnownStandards("")
	switch format {
	case "json":
		return writeJSON(r.Out, knownJSON{all})
	case "csv":
		return writeKnownCSV(r, all)
	case "md":
		for _, k := range all {
			fmt.Fprintf(r.Out, "- %s: %s\n", r.knownSectors(k), r.knownLine(k))
		}
		return nil
	}
	t := table{colour: r.Colour}
	sectors := ""
	for _, k := range all {
		if s := r.knownSectors(k); s != sectors {
			sectors = s
			t.row(cell{s, bold})
		}
		r.knownRow(&t, k)
	}
	return t.write(r.Out)
}

func (r *run) knownRow(t *table, k guideline.KnownStandard) {
	t.row(cell{text: "  " + r.say(tierOf(k))}, cell{text: r.knownTitle(k)}, cell{text: r.say(k.Issuer)}, cell{text: r.knownYear(k)},
		cell{text: r.say(certainties[k.Certainty])})
	if !k.Note.IsZero() {
		t.row(cell{text: "    " + r.say(k.Note)})
	}
}

func tierOf(k guideline.KnownStandard) lang.Text { return standard.TierLabels[standard.Tier(k.Tier)] }

// knownLine says all of a standard in one line of Markdown.
func (r *run) knownLine(k guideline.KnownStandard) string {
	about := []string{r.say(k.Issuer)}
	if y := r.knownYear(k); y != "" {
		about = append(about, y)
	}
	about = append(about, r.say(certainties[k.Certainty]))
	return r.say(tierOf(k)) + ": " + r.say(wordKnownLine.With(r.knownTitle(k), strings.Join(about, r.say(wordComma))))
}

func (r *run) knownTitle(k guideline.KnownStandard) string {
	if k.Edition.IsZero() {
		return r.say(k.Title)
	}
	return r.say(k.Title) + " " + r.say(k.Edition)
}

func (r *run) knownSectors(k guideline.KnownStandard) string {
	names := make([]string, len(k.Sectors))
	for i, id := range k.Sectors {
		s, _ := r.catalogue.Sector(id)
		names[i] = r.say(s.Title)
	}
	return strings.Join(names, r.say(wordComma))
}

// knownYear is the year, or the day where it is known; "" where neither is.
func (r *run) knownYear(k guideline.KnownStandard) string {
	if k.Year == 0 {
		return ""
	}
	text := wordYear.With(k.Year)
	if k.About {
		text = wordAbout.With(k.Year)
	}
	switch {
	case strings.HasPrefix(string(k.Date), strconv.Itoa(k.Year)):
		text = lang.Same(string(k.Date))
	case k.Date != "":
		text = wordSinceDay.With(text, string(k.Date))
	}
	if k.First != 0 {
		text = wordFirstYear.With(text, k.First)
	}
	return r.say(text)
}

func writeKnownCSV(r *run, all []guideline.KnownStandard) error {
	rows := [][]string{{"id", "sectors", "tier", "title_ja", "title_en", "issuer_ja", "issuer_en", "edition_ja", "edition_en",
		"year", "about", "first", "date", "certainty", "note_ja", "note_en"}}
	for _, k := range all {
		rows = append(rows, []string{k.ID, strings.Join(k.Sectors, " "), k.Tier, k.Title.JA, k.Title.EN, k.Issuer.JA, k.Issuer.EN,
			k.Edition.JA, k.Edition.EN, number(k.Year), strconv.FormatBool(k.About), number(k.First), string(k.Date),
			string(k.Certainty), k.Note.JA, k.Note.EN})
	}
	return writeCSV(r.Out, rows)
}

// number leaves a cell empty where nothing is known; 0 would be a year.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
