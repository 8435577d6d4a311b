package standardweb

import (
	g "maragu.dev/gomponents"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// Pages are the pages of the room.
type Pages struct {
	Standards *standard.Service
	Access    *access.Service
	Catalogue *guideline.Catalogue
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Handle("GET /standards", p.list)
	on.Public("GET /standards", p.list)
	on.Public("GET /{$}", func(r *ui.Request) (ui.Answer, error) { return ui.Redirect{To: r.To("standards")}, nil })
	on.Handle("GET /standards/import", p.importForm)
	on.Upload("POST /standards/import", uploadLimit, p.importPreview)
	on.Upload("POST /standards/import/apply", uploadLimit, p.importApply)
	on.Handle("GET /standards/{id}", p.document)
	on.Public("GET /standards/{id}", p.document)
	on.Handle("GET /standards/{id}/file", p.file)
	on.Public("GET /standards/{id}/file", p.file)
	on.Handle("POST /standards/{id}/state", p.advance)
	on.Handle("GET /standards/{id}/history", p.history)
	on.Handle("GET /standards/{id}/edit", p.editor)
	on.Handle("POST /standards/{id}/edit", p.rearrange)
	on.Handle("GET /standards/{id}/edit/front", p.frontForm)
	on.Handle("POST /standards/{id}/edit/front", p.frontPosted)
	on.Handle("GET /standards/{id}/edit/preamble", p.preambleForm)
	on.Handle("POST /standards/{id}/edit/preamble", p.preamblePosted)
	on.Handle("GET /standards/{id}/edit/sections/{at}", p.sectionForm)
	on.Handle("POST /standards/{id}/edit/sections/{at}", p.sectionPosted)
	on.Handle("GET /standards/{id}/edit/new", p.newSection)
	on.Handle("POST /standards/{id}/edit/new", p.newSectionPosted)
	on.Handle("GET /standards/{id}/edit/decisions/{item}", p.decisionForm)
	on.Handle("POST /standards/{id}/edit/decisions/{item}", p.decisionPosted)
}

// may reports whether the actor may do something with a record.
func may(r *ui.Request, act access.Action, rec standard.Record) bool {
	return access.Can(r.Actor, act, rec.Object())
}

// crumbs lead from the list to a record and on.
func crumbs(r *ui.Request, more ...ui.Crumb) []ui.Crumb {
	return append([]ui.Crumb{{To: r.To("standards"), Text: r.Say(wordStandards)}}, more...)
}

// documentCrumb leads to a record.
func documentCrumb(r *ui.Request, rec standard.Record) ui.Crumb {
	return ui.Crumb{To: r.To("standards", rec.ID), Text: r.Say(rec.Title)}
}

// stateTones colour the states of an edition; the word stands in the tag.
var stateTones = map[string]ui.Tone{
	standard.Draft: ui.Bare, standard.InConsultation: ui.Fair, standard.Decided: ui.Calm, standard.InForce: ui.Good, standard.Superseded: ui.Plain,
}

func stateTag(r *ui.Request, status string) g.Node {
	return ui.Tag(stateTones[status], r.Say(standard.StatusLabels[status]))
}

// sectorNames names the sectors of a record; none are all.
func (p Pages) sectorNames(r *ui.Request, ids []string) string {
	if len(ids) == 0 {
		return r.Say(wordAllSectors)
	}
	names := ""
	for i, id := range ids {
		if i > 0 {
			names += r.Say(wordComma)
		}
		s, _ := p.Catalogue.Sector(id)
		names += r.Say(s.Title)
	}
	return names
}

// orgName is the name of an organisation, else its id.
func orgName(r *ui.Request, names map[string]lang.Text, id string) string {
	if t, ok := names[id]; ok {
		return r.Say(t)
	}
	return id
}
