package checkweb

import (
	"net/url"
	"strconv"

	g "maragu.dev/gomponents"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Pages are the pages of the room.
type Pages struct {
	Checks    *check.Service
	Access    *access.Service
	Catalogue *guideline.Catalogue
}

// formRoom is how many bytes a form with a file may have beside the file.
const formRoom = 1 << 20

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Handle("GET /checks", p.list)
	on.Handle("POST /checks", p.start)
	on.Handle("GET /checks/{id}", p.table)
	on.Handle("POST /checks/{id}/update", p.update)
	on.Handle("POST /checks/{id}/branch", p.branch)
	on.Handle("GET /checks/{id}/entries/{entry}", p.entry)
	on.Handle("POST /checks/{id}/entries/{entry}", p.answer)
	on.Upload("POST /checks/{id}/entries/{entry}/evidence", check.MaxEvidence+formRoom, p.attach)
	on.Handle("POST /checks/{id}/entries/{entry}/link", p.link)
	on.Handle("POST /checks/{id}/entries/{entry}/unlink", p.unlink)
	on.Handle("GET /checks/{id}/workbook", p.workbook)
	on.Handle("GET /checks/{id}/workbook.xlsx", p.download("xlsx"))
	on.Handle("GET /checks/{id}/data.csv", p.download("csv"))
	on.Upload("POST /checks/{id}/workbook", check.MaxWorkbook+formRoom, p.preview)
	on.Handle("POST /checks/{id}/workbook/apply", p.apply)
	on.Handle("GET /checks/{id}/closing", p.closing)
	on.Handle("POST /checks/{id}/closing", p.closed)
	on.Handle("GET /checks/{id}/sending", p.sending)
	on.Handle("POST /checks/{id}/sending", p.sent)
	on.Handle("GET /evidence", p.evidence)
	on.Handle("GET /evidence/{id}", p.file)
}

// open reads the check that an address names.
func (p Pages) open(r *ui.Request) (check.SelfCheck, error) {
	return p.Checks.Get(r.Context(), r.Actor, r.PathValue("id"))
}

// may reports whether the actor may do something with a check now.
func may(r *ui.Request, act access.Action, c check.SelfCheck) bool {
	return c.State == check.Open && access.Can(r.Actor, act, c.Object())
}

// number is the entry that an address names; what is no number is no entry.
func number(r *ui.Request) int {
	n, err := strconv.Atoi(r.PathValue("entry"))
	if err != nil {
		return 0
	}
	return n
}

// filterOf is the filter that an address carries.
func filterOf(r *ui.Request) check.Filter {
	q := r.URL.Query()
	return check.Filter{Part: check.Part(q.Get("in")), Show: check.Show(q.Get("show")), Words: q.Get("q")}
}

// query is a filter as an address carries it, with the question mark.
func query(f check.Filter) string {
	q := url.Values{}
	for name, v := range map[string]string{"in": string(f.Part), "show": string(f.Show), "q": f.Words} {
		if v != "" {
			q.Set(name, v)
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

func (p Pages) sector(id string) lang.Text {
	if s, ok := p.Catalogue.Sector(id); ok {
		return s.Title
	}
	return lang.Same(id)
}

// edition is the guideline edition that a check or summary answers.
func (p Pages) edition(id string) *guideline.Edition {
	if e, ok := p.Catalogue.Edition(id); ok {
		return e
	}
	return p.Catalogue.Latest()
}

// partName names a part of a check.
func partName(e *guideline.Edition, part check.Part, documents []check.Source) lang.Text {
	kind, id := part.Split()
	switch kind {
	case "item":
		return itemName(e, id)
	case "group":
		return groupName(e, id)
	}
	for _, d := range documents {
		if d.ID == id {
			return d.Title
		}
	}
	return lang.Same(id)
}

func itemName(e *guideline.Edition, id string) lang.Text {
	if id == check.Beyond {
		return check.BeyondLabel
	}
	it, ok := e.ByID(id)
	if !ok {
		return lang.Same(id)
	}
	return lang.Text{JA: id + " " + it.Title.JA, EN: id + " " + it.Title.EN}
}

func groupName(e *guideline.Edition, id string) lang.Text {
	if id == check.Beyond {
		return check.BeyondLabel
	}
	return e.GroupTitle(id)
}

// people returns the names of people by their ids.
func (p Pages) people(r *ui.Request, ids ...string) (map[string]string, error) {
	return p.Access.PersonNames(r.Context(), ids)
}

// whole is a page of a check: its heading, its views, and the body.
func (p Pages) whole(r *ui.Request, c check.SelfCheck, title lang.Text, wrong error, body ...g.Node) ui.Page {
	name := r.Say(c.Name())
	page := ui.Page{Title: name, Crumbs: []ui.Crumb{{To: r.To("checks"), Text: r.Say(wordChecks)}},
		Body: append([]g.Node{ui.Head(name, ui.Print(r.Say(wordPrint))), views(r, c)}, body...)}
	if !title.IsZero() {
		page.Title = r.Say(title)
		page.Crumbs = append(page.Crumbs, ui.Crumb{To: r.To("checks", c.ID), Text: name})
	}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page
}

// views are the ways to look at one check.
func views(r *ui.Request, c check.SelfCheck) g.Node {
	to := func(last string) string { return r.To("checks", c.ID, last) }
	return ui.Tabs(r.Say(wordViews), r.URL.Path,
		ui.Crumb{To: r.To("checks", c.ID), Text: r.Say(wordTable)}, ui.Crumb{To: to("workbook"), Text: r.Say(wordExcel)},
		ui.Crumb{To: to("closing"), Text: r.Say(wordClosing)}, ui.Crumb{To: to("sending"), Text: r.Say(wordSending)})
}

// again reports whether a fault sends the form back to be filled in again.
func again(err error) bool { return fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) }
