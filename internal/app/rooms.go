package app

import (
	"time"

	"kijun/internal/access"
	"kijun/internal/access/accessweb"
	"kijun/internal/blob"
	"kijun/internal/check"
	"kijun/internal/check/checkweb"
	"kijun/internal/demo"
	"kijun/internal/guideline"
	"kijun/internal/guideline/guidelineweb"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/measure/measureweb"
	"kijun/internal/overview"
	"kijun/internal/overview/overviewweb"
	"kijun/internal/standard"
	"kijun/internal/standard/standardweb"
	"kijun/internal/submission"
	"kijun/internal/submission/submissionweb"
	"kijun/internal/web"
	"kijun/internal/web/ui"
)

// rooms are the services of an installation.
type rooms struct {
	access      *access.Service
	files       *blob.Store
	standards   *standard.Service
	measures    *measure.Service
	checks      *check.Service
	submissions *submission.Service
}

func openRooms(people *access.Service, files *blob.Store, c *guideline.Catalogue) rooms {
	standards := standard.NewService(people, c)
	measures := measure.NewService(people, standards, c)
	return rooms{access: people, files: files, standards: standards, measures: measures,
		checks: check.NewService(people, measures, files, c), submissions: submission.New(people)}
}

// demoRooms opens rooms that the demo nation is built through.
func (i *installation) demoRooms(now func() time.Time, seed byte) demo.Rooms {
	r := openRooms(access.New(access.Options{DB: i.db, Now: now, Random: chance(seed), Demo: true}), i.files, i.catalogue)
	return demo.Rooms{Access: r.access, Standards: r.standards, Checks: r.checks, Submissions: r.submissions}
}

// places is the main navigation.
func places() []ui.Place {
	return []ui.Place{
		{Path: "/", Text: lang.Text{JA: "ホーム", EN: "Home"}},
		{Path: "/guideline", Text: lang.Text{JA: "指針", EN: "Guideline"}},
		{Path: "/standards", Text: lang.Text{JA: "安全基準等", EN: "Standards"}},
		{Path: "/measures", Text: lang.Text{JA: "何をすべきか", EN: "What to do"}, For: canMeasure},
		{Path: "/checks", Text: lang.Text{JA: "自己点検", EN: "Self-checks"}, For: isOperator},
		{Path: "/submissions", Text: lang.Text{JA: "提出", EN: "Submissions"}},
		{Path: "/nation", Text: lang.Text{JA: "全国", EN: "Nation"}},
		{Path: "/people", Text: lang.Text{JA: "人", EN: "People"}},
	}
}

func isOperator(a access.Actor) bool { return a.Is(access.Operator) }

func canMeasure(a access.Actor) bool { return a.Is(access.Operator) || len(a.Clients) > 0 }

// mount mounts every room's pages and operations.
func (i *installation) mount(s *web.Server) {
	accessweb.Pages{Access: i.access, Catalogue: i.catalogue, Cookie: web.SessionCookie}.Mount(s)
	guidelineweb.Pages{Catalogue: i.catalogue, Standards: i.standards}.Mount(s)
	standardweb.Pages{Standards: i.standards, Access: i.access, Catalogue: i.catalogue}.Mount(s)
	measureweb.Pages{Measures: i.measures, Access: i.access, Catalogue: i.catalogue}.Mount(s)
	standardweb.Board{Standards: i.standards, Access: i.access, Catalogue: i.catalogue}.Mount(s)
	checks := checkweb.Pages{Checks: i.checks, Access: i.access, Catalogue: i.catalogue}
	checks.Mount(s)
	submissionweb.Pages{Submissions: i.submissions, Access: i.access,
		Renders: map[string]submissionweb.Render{check.SummarySchema: checks.Summary},
		Records: map[string]string{check.SummaryKind: "checks"}}.Mount(s)
	overviewweb.Pages{Overview: overview.New(i.overviewRooms()), Catalogue: i.catalogue}.Mount(s)
	s.Raw("/api/", operations(i))
}

func (i *installation) overviewRooms() overview.Rooms {
	return overview.Rooms{Access: i.access, Catalogue: i.catalogue, Standards: i.standards, Measures: i.measures, Checks: i.checks, Submissions: i.submissions}
}
