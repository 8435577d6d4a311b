package submissionweb

import (
	g "maragu.dev/gomponents"

	"kijun/internal/access"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// Render draws what a payload says in words, with headings from h3 on. The payload came from outside:
// one that cannot be read is an error, and the page shows the bytes alone.
type Render func(r *ui.Request, payload []byte) (g.Node, error)

// Pages are the pages of the room.
type Pages struct {
	Submissions *submission.Service
	Access      *access.Service
	Renders     map[string]Render // by schema, such as check-summary/1
	Records     map[string]string // where the sender finds its own record, by kind: check-summary -> checks
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Handle("GET /submissions", p.list)
	on.Handle("GET /submissions/{id}", p.show)
	on.Handle("GET /submissions/{id}/payload", p.payload)
	for _, s := range steps {
		on.Handle("POST /submissions/{id}/"+s.path, p.step(s))
	}
}
