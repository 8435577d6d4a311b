package measureweb

import (
	"net/url"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// Pages are the pages of the room.
type Pages struct {
	Measures  *measure.Service
	Access    *access.Service
	Catalogue *guideline.Catalogue
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Handle("GET /measures", p.sheet)
	on.Handle("GET /measures/{item}", p.item)
	on.Handle("POST /measures/seen", p.mark)
}

// place is where pages of room standard show a document and its clauses.
const place = "standards"

// mostOfATier is how many clauses of one tier the sheet shows under an item; the page of the item shows all.
const mostOfATier = 12

// view is the sheet that a request asks for. Its names are those of the form.
func view(r *ui.Request) measure.View {
	return measure.View{Operator: r.Value("operator"), Sector: r.Value("sector"), Audience: r.Value("role"), Contractor: r.Value("contractor") != ""}
}

// filter is what a request asks of the clauses.
func filter(r *ui.Request) measure.Filter {
	state := r.Value("state")
	return measure.Filter{Group: r.Value("group"), Binding: standard.Tier(r.Value("force")), Tier: standard.Tier(r.Value("tier")),
		Level: standard.Level(r.Value("level")), Phase: r.Value("phase"), Words: r.Value("words"),
		Open: state == "open", Weaker: state == "weaker", Changed: state == "changed"}
}

// query is a view as the query of an address, so that links lead to the same sheet.
func query(v measure.View) string {
	q := url.Values{}
	put := func(name, value string) {
		if value != "" {
			q.Set(name, value)
		}
	}
	put("operator", v.Operator)
	put("sector", v.Sector)
	put("role", v.Audience)
	if v.Contractor {
		put("contractor", "yes")
	}
	return "?" + q.Encode()
}

// drawn is what both pages need: the sheet, what changed on it, and where its documents are.
func (p Pages) drawn(r *ui.Request) (drawing, error) {
	s, err := p.Measures.Sheet(r.Context(), r.Actor, view(r))
	if err != nil {
		return drawing{}, err
	}
	changes, err := p.Measures.Changes(r.Context(), r.Actor, s)
	if err != nil {
		return drawing{}, err
	}
	records, err := p.Measures.Records(r.Context(), r.Actor, s)
	if err != nil {
		return drawing{}, err
	}
	return drawing{
		Sheet: s, lang: r.Lang, catalogue: p.Catalogue, changes: changes, most: mostOfATier,
		item: func(id string) string { return r.To("measures", id) + query(s.View) },
		clause: func(c *standard.Clause) string {
			if record := records[c.Document.ID]; record != "" {
				return r.To(place, record) + "#" + c.ID
			}
			return ""
		},
	}, nil
}

// mark remembers that the reader has seen the sheet.
func (p Pages) mark(r *ui.Request) (ui.Answer, error) {
	v := measure.View{Operator: r.Value("operator"), Sector: r.Value("sector")}
	s, err := p.Measures.Sheet(r.Context(), r.Actor, v)
	if err != nil {
		return nil, err
	}
	if err := p.Measures.Mark(r.Context(), r.Actor, s); err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("measures") + query(v), Notice: wordMarked}, nil
}

// names are the operators that the reader may choose among.
func (p Pages) names(r *ui.Request, also string) (ids []string, names map[string]lang.Text, err error) {
	ids = p.Measures.Operators(r.Actor)
	names, err = p.Access.Names(r.Context(), append([]string{also}, ids...))
	return ids, names, err
}
