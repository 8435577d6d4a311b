package cli

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

type guidelineCmd struct {
	List   guidelineListCmd   `cmd:""`
	Show   guidelineShowCmd   `cmd:""`
	Export guidelineExportCmd `cmd:""`
}

type guidelineListCmd struct {
	Of     string `enum:"items,sectors,schemes,standards" default:"items"`
	Kind   string `enum:"all,statement,examine,reference,follow-up" default:"all"`
	Format string `enum:"text,json,csv,md" default:"text"`
}

type guidelineShowCmd struct {
	Name   string `arg:""`
	Format string `enum:"text,json,csv,md" default:"text"`
}

type guidelineExportCmd struct {
	Format string `enum:"json,csv,md,text" default:"json"`
}

// itemsJSON is the JSON of `guideline list`, documented in docs/formats.md.
type itemsJSON struct {
	Guideline string           `json:"guideline"`
	Items     []guideline.Item `json:"items"`
}

// Run lists items, sectors, schemes or the standards that exist.
func (c *guidelineListCmd) Run(r *run) error {
	e := r.catalogue.Latest()
	switch c.Of {
	case "sectors":
		return r.sectors(c.Format)
	case "schemes":
		return r.schemes(c.Format)
	case "standards":
		return r.knownStandards(c.Format)
	}
	items := []guideline.Item{}
	for _, it := range e.Items {
		if c.Kind == "all" || string(it.Kind) == c.Kind {
			items = append(items, it)
		}
	}
	return r.items(e, items, c.Format)
}

func (r *run) items(e *guideline.Edition, items []guideline.Item, format string) error {
	switch format {
	case "json":
		return writeJSON(r.Out, itemsJSON{e.ID, items})
	case "csv":
		return writeItemsCSV(r.Out, items)
	case "md":
		for _, it := range items {
			r.itemMarkdown(e, it)
		}
		return nil
	}
	t := table{colour: r.Colour}
	group := ""
	for _, it := range items {
		if it.Group != group {
			group = it.Group
			t.row(cell{r.say(e.GroupTitle(group)), bold})
		}
		t.row(cell{text: "  " + it.ID}, cell{text: it.Number}, cell{text: r.say(it.Title)}, cell{text: r.aboutItem(e, it)})
	}
	return t.write(r.Out)
}

// aboutItem is the kind of an item, or who does it how often.
func (r *run) aboutItem(e *guideline.Edition, it guideline.Item) string {
	if it.Kind != guideline.FollowUp {
		return r.say(guideline.Kinds[it.Kind])
	}
	return fmt.Sprintf("%s / %s / %s", r.say(e.ActorTitle(it.Actor)), r.say(guideline.Periods[it.Period]), r.say(guideline.Modals[it.Modal]))
}

// Run shows one item or one sector.
func (c *guidelineShowCmd) Run(r *run) error {
	e := r.catalogue.Latest()
	if it, ok := e.Item(c.Name); ok {
		if c.Format == "text" {
			r.itemText(e, it)
			return nil
		}
		return r.items(e, []guideline.Item{it}, c.Format)
	}
	if s, ok := r.catalogue.Sector(c.Name); ok {
		return r.sectorAs(s, c.Format)
	}
	near := r.meant(cmp.Or(e.Nearest(c.Name), r.catalogue.NearestSector(c.Name)))
	return fault.New(fault.NotFound, wordNoSuchItem.With(c.Name, e.ID, near))
}

var wordNoSuchItem = lang.Text{JA: "%q という項目や分野は指針 %s にありません%v", EN: "there is no item or sector %q in guideline %s%v"}

// exportJSON is everything of an edition in one object.
type exportJSON struct {
	*guideline.Edition
	Schemes   guideline.Schemes         `json:"schemes"`
	Sectors   guideline.Sectors         `json:"sector_catalogue"`
	Standards []guideline.KnownStandard `json:"known_standards"`
}

// Run exports the whole edition.
func (c *guidelineExportCmd) Run(r *run) error {
	e := r.catalogue.Latest()
	switch c.Format {
	case "json":
		return writeJSON(r.Out, exportJSON{e, r.catalogue.Schemes, r.catalogue.Sectors, r.catalogue.KnownStandards("")})
	case "csv", "text":
		return r.items(e, e.Items, c.Format)
	}
	fmt.Fprintf(r.Out, "# %s\n\n%s\n", r.say(e.Title), r.say(e.Note))
	group := ""
	for _, it := range e.Items {
		if it.Group != group {
			group = it.Group
			fmt.Fprintf(r.Out, "\n## %s\n", r.say(e.GroupTitle(group)))
		}
		r.itemMarkdown(e, it)
	}
	fmt.Fprintf(r.Out, "\n## %s\n", r.say(wordSectors))
	return r.sectors("md")
}

var (
	wordSectors  = lang.Text{JA: "分野", EN: "Sectors"}
	wordAsks     = lang.Text{JA: "求めること", EN: "What it asks"}
	wordExamples = lang.Text{JA: "例", EN: "Examples"}
	wordOthers   = lang.Text{JA: "他の規格", EN: "Elsewhere"}
)

func (r *run) itemText(e *guideline.Edition, it guideline.Item) {
	fmt.Fprintf(r.Out, "%s  %s  %s\n%s\n\n%s\n  %s\n\n%s\n", it.ID, it.Number, r.say(it.Title), r.aboutItem(e, it), r.say(wordAsks), r.say(it.Asks), r.say(wordExamples))
	for _, ex := range it.Examples {
		fmt.Fprintf(r.Out, "  - %s\n", r.say(ex))
	}
	if len(it.References.CSF) > 0 {
		fmt.Fprintf(r.Out, "\n%s\n  NIST CSF 2.0: %s\n  ISO/IEC 27001:2022: %s\n", r.say(wordOthers),
			strings.Join(it.References.CSF, " "), strings.Join(it.References.ISO27001, " "))
	}
}

func (r *run) itemMarkdown(e *guideline.Edition, it guideline.Item) {
	fmt.Fprintf(r.Out, "\n### %s %s（%s）\n\n%s\n\n%s\n\n", it.ID, r.say(it.Title), it.Number, r.aboutItem(e, it), r.say(it.Asks))
	for _, ex := range it.Examples {
		fmt.Fprintf(r.Out, "- %s\n", r.say(ex))
	}
	if len(it.References.CSF) > 0 {
		fmt.Fprintf(r.Out, "\nNIST CSF 2.0: %s  \nISO/IEC 27001:2022: %s\n", strings.Join(it.References.CSF, ", "), strings.Join(it.References.ISO27001, ", "))
	}
}

// byteOrderMark makes Excel on Windows read a CSV file as UTF-8.
const byteOrderMark = "\ufeff"

func writeItemsCSV(w io.Writer, items []guideline.Item) error {
	rows := [][]string{{"id", "number", "slug", "kind", "title_ja", "title_en", "asks_ja", "asks_en", "csf", "iso27001", "actor", "period", "modal"}}
	for _, it := range items {
		rows = append(rows, []string{it.ID, it.Number, it.Slug, string(it.Kind), it.Title.JA, it.Title.EN, it.Asks.JA, it.Asks.EN,
			strings.Join(it.References.CSF, " "), strings.Join(it.References.ISO27001, " "), it.Actor, string(it.Period), string(it.Modal)})
	}
	return writeCSV(w, rows)
}

func writeCSV(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return c.WriteAll(rows)
}
