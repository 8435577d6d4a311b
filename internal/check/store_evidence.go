package check

import (
	"context"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/page"
)

const evidenceColumns = `v.id, v.org, v.title, v.name, v.type, v.hash, v.size, v.effective, v.expires, v.added, v.added_by,
	(SELECT COUNT(*) FROM check_link k WHERE k.evidence = v.id)`

// evidenceRow is a piece of evidence as it is stored.
type evidenceRow struct {
	Evidence
	added int64
}

func (r *evidenceRow) columns() []any {
	return []any{&r.ID, &r.Org, &r.Title, &r.Name, &r.Type, &r.Hash, &r.Size, &r.Effective, &r.Expires, &r.added, &r.AddedBy, &r.Linked}
}

func (r *evidenceRow) evidence() Evidence {
	r.Added = at(r.added)
	return r.Evidence
}

func evidences(rows []evidenceRow) []Evidence {
	es := make([]Evidence, len(rows))
	for i := range rows {
		es[i] = rows[i].evidence()
	}
	return es
}

func insertEvidence(ctx context.Context, tx *db.Tx, e Evidence) error {
	_, err := tx.Exec(ctx, `INSERT INTO check_evidence (id, org, title, name, search, type, hash, size, effective, expires, added, added_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		e.ID, e.Org, e.Title, e.Name, lang.Fold(e.Title+"\n"+e.Name), e.Type, e.Hash, e.Size, e.Effective, e.Expires, micros(e.Added), e.AddedBy)
	return err
}

func loadEvidence(ctx context.Context, from source, id string) (Evidence, error) {
	var r evidenceRow
	err := from.QueryRow(ctx, `SELECT `+evidenceColumns+` FROM check_evidence v WHERE v.id = $1`, []any{id}, r.columns()...)
	return r.evidence(), err
}

func evidenceOf(ctx context.Context, from source, id string, number int) ([]Evidence, error) {
	rows, err := db.All(ctx, from, `SELECT `+evidenceColumns+` FROM check_evidence v JOIN check_link l ON l.evidence = v.id
		WHERE l.check_id = $1 AND l.number = $2 ORDER BY l.linked, v.id`, []any{id, number}, (*evidenceRow).columns)
	return evidences(rows), err
}

func listEvidence(ctx context.Context, d *db.DB, a access.Actor, words, from string) ([]Evidence, string, error) {
	after, err := page.Parse(from, page.Text)
	if err != nil {
		return nil, "", err
	}
	var p db.Params
	where := access.Scope(a, access.CheckRead, access.Columns{Org: "v.org"}, &p)
	if after != nil {
		where += ` AND v.id < ` + p.Add(after[0])
	}
	for _, w := range (Filter{Words: words}).words() {
		where += ` AND v.search LIKE ` + p.Add("%"+likeText.Replace(w)+"%") + ` ESCAPE '\'`
	}
	rows, err := db.All(ctx, d, `SELECT `+evidenceColumns+` FROM check_evidence v WHERE `+where+` ORDER BY v.id DESC LIMIT `+p.Add(page.Default+1), p, (*evidenceRow).columns)
	if err != nil {
		return nil, "", err
	}
	rows, next := page.Cut(rows, page.Default, func(r evidenceRow) page.Cursor { return page.Cursor{r.ID} })
	return evidences(rows), next, nil
}

// link links evidence to an entry.
func link(ctx context.Context, tx *db.Tx, evidence, id string, number int, now time.Time, by string) error {
	var linked int
	err := tx.QueryRow(ctx, `SELECT (SELECT COUNT(*) FROM check_link l WHERE l.check_id = e.check_id AND l.number = e.number AND l.evidence = $1)
		FROM check_entry e WHERE e.check_id = $2 AND e.number = $3`, []any{evidence, id, number}, &linked)
	if err != nil {
		return err
	}
	if linked > 0 {
		return fault.New(fault.Conflict, wordLinked)
	}
	if _, err := tx.Exec(ctx, `INSERT INTO check_link (evidence, check_id, number, linked, linked_by) VALUES ($1, $2, $3, $4, $5)`,
		evidence, id, number, micros(now), by); err != nil {
		return err
	}
	return recountEvidence(ctx, tx, id, number)
}

func unlink(ctx context.Context, tx *db.Tx, evidence, id string, number int) (found bool, err error) {
	n, err := tx.Exec(ctx, `DELETE FROM check_link WHERE evidence = $1 AND check_id = $2 AND number = $3`, evidence, id, number)
	if err != nil {
		return false, err
	}
	return n == 1, recountEvidence(ctx, tx, id, number)
}

// recountEvidence keeps the number of links beside an entry.
func recountEvidence(ctx context.Context, tx *db.Tx, id string, number int) error {
	_, err := tx.Exec(ctx, `UPDATE check_entry SET evidence = (SELECT COUNT(*) FROM check_link l WHERE l.check_id = check_entry.check_id AND l.number = check_entry.number)
		WHERE check_id = $1 AND number = $2`, id, number)
	return err
}

// carryLinks links the evidence of the previous check to the same clauses of this one.
func carryLinks(ctx context.Context, tx *db.Tx, c SelfCheck) error {
	_, err := tx.Exec(ctx, `INSERT INTO check_link (evidence, check_id, number, linked, linked_by)
		SELECT l.evidence, n.check_id, n.number, l.linked, l.linked_by FROM check_link l
		JOIN check_entry o ON o.check_id = l.check_id AND o.number = l.number
		JOIN check_entry n ON n.check_id = $1 AND n.document = o.document AND n.clause = o.clause
		WHERE l.check_id = $2`, c.ID, c.Previous)
	return err
}
