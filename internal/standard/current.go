package standard

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/db"
)

// Current returns, of each document that the actor may see, the record of the edition that has come furthest,
// by the document's id: where a reference such as document#clause leads.
func (s *Service) Current(ctx context.Context, a access.Actor, documents []string) (map[string]string, error) {
	at := map[string]string{}
	if len(documents) == 0 {
		return at, nil
	}
	var p db.Params
	where := "WHERE " + access.Scope(a, access.StandardRead, scopeColumns, &p) + " AND r.status <> 'superseded' AND r.document IN " + p.In(documents)
	records, err := selectRecords(ctx, s.access.DB(), where+" ORDER BY r.rank DESC, r.id", p)
	for _, r := range furthest(records) {
		if at[r.Document] == "" || r.Tier != InHouse { // a reference to a clause means an upper tier first
			at[r.Document] = r.ID
		}
	}
	return at, err
}

// Editions returns the records of a document's other editions that the actor may see, the newest first.
func (s *Service) Editions(ctx context.Context, a access.Actor, r Record) ([]Record, error) {
	there, err := sameDocument(ctx, s.access.DB(), r.within(), r.Document)
	var out []Record
	for i := len(there) - 1; i >= 0; i-- {
		if there[i].ID != r.ID && access.Can(a, access.StandardRead, there[i].Object()) {
			out = append(out, there[i])
		}
	}
	return out, err
}
