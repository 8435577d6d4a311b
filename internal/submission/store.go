package submission

import (
	"context"
	"maps"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/page"
)

// columns of a copy without its payload, with the table as c.
const columns = `c.id, c.from_org, c.to_org, c.kind, c.format, c.title_ja, c.title_en, c.size, c.hash, c.voluntary, c.retain, c.subject, c.previous,
	c.replaced, c.state, c.version, c.sent, c.changed`

// row is a copy as it is stored.
type row struct {
	Copy
	sent, changed int64
}

func (r *row) into() []any {
	return []any{&r.ID, &r.From, &r.To, &r.Kind, &r.Schema, &r.Title.JA, &r.Title.EN, &r.Size, &r.Hash, &r.Voluntary, &r.Retain, &r.Subject, &r.Previous,
		&r.Replaced, &r.State, &r.Version, &r.sent, &r.changed}
}

func (r *row) copy() Copy {
	c := r.Copy
	c.Sent, c.Changed = db.At(r.sent), db.At(r.changed)
	return c
}

func insert(ctx context.Context, tx *db.Tx, c Copy) error {
	_, err := tx.Exec(ctx, `INSERT INTO submission_copy (id, from_org, to_org, kind, format, title_ja, title_en, size, hash, voluntary, retain,
		subject, previous, replaced, state, version, sent, changed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', $14, $15, $16, $17)`,
		c.ID, c.From, c.To, c.Kind, c.Schema, c.Title.JA, c.Title.EN, c.Size, c.Hash, c.Voluntary, c.Retain,
		c.Subject, c.Previous, c.State, c.Version, db.Micros(c.Sent), db.Micros(c.Changed))
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO submission_payload (copy, payload) VALUES ($1, $2)`, c.ID, c.Payload); err != nil {
		return err
	}
	return insertStep(ctx, tx, c.ID, c.Version, c.Steps[0])
}

func insertStep(ctx context.Context, tx *db.Tx, id string, version int, s Step) error {
	_, err := tx.Exec(ctx, `INSERT INTO submission_step (copy, version, state, at, person, org, comment) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		id, version, s.State, db.Micros(s.At), s.Person, s.Org, s.Comment)
	return err
}

// replace notes on the earlier version that c takes its place, and returns how many rows that was.
func replace(ctx context.Context, tx *db.Tx, c Copy) (int64, error) {
	return tx.Exec(ctx, `UPDATE submission_copy SET replaced = $1 WHERE id = $2 AND from_org = $3 AND to_org = $4 AND kind = $5 AND replaced = ''`,
		c.ID, c.Previous, c.From, c.To, c.Kind)
}

// move brings a copy from the version c to a state, and returns how many rows that was.
func move(ctx context.Context, tx *db.Tx, c Copy, s Step) (int64, error) {
	n, err := tx.Exec(ctx, `UPDATE submission_copy SET state = $1, changed = $2, version = $3 WHERE id = $4 AND version = $5 AND replaced = $6`,
		s.State, db.Micros(s.At), c.Version+1, c.ID, c.Version, c.Replaced)
	if err != nil || n == 0 {
		return n, err
	}
	return n, insertStep(ctx, tx, c.ID, c.Version+1, s)
}

// load reads a copy and its steps without the payload.
func load(ctx context.Context, d *db.DB, id string) (Copy, error) {
	var r row
	if err := d.QueryRow(ctx, `SELECT `+columns+` FROM submission_copy c WHERE c.id = $1`, []any{id}, r.into()...); err != nil {
		return Copy{}, err
	}
	c := r.copy()
	type stepRow struct {
		Step
		at int64
	}
	rows, err := db.All(ctx, d, `SELECT state, at, person, org, comment FROM submission_step WHERE copy = $1 ORDER BY version`, []any{id},
		func(s *stepRow) []any { return []any{&s.State, &s.at, &s.Person, &s.Org, &s.Comment} })
	for _, s := range rows {
		s.Step.At = db.At(s.at)
		c.Steps = append(c.Steps, s.Step)
	}
	return c, err
}

func loadPayload(ctx context.Context, d *db.DB, id string) (payload []byte, err error) {
	err = d.QueryRow(ctx, `SELECT payload FROM submission_payload WHERE copy = $1`, []any{id}, &payload)
	return payload, err
}

// list reads a page of copies, the newest first. End is the column that the actor's organisation stands in.
func list(ctx context.Context, d *db.DB, a access.Actor, end string, f Filter, after page.Cursor, size int) ([]Copy, error) {
	var p db.Params
	where := []string{end + " = " + p.Add(a.Org.ID), access.Scope(a, access.SubmissionRead, scopeColumns, &p)}
	if f.State != "" {
		where = append(where, "c.state = "+p.Add(f.State))
	}
	if f.Kind != "" {
		where = append(where, "c.kind = "+p.Add(f.Kind))
	}
	if f.Subject != "" {
		where = append(where, "c.subject = "+p.Add(f.Subject))
	}
	if len(after) == 2 {
		sent := p.Add(after[0])
		where = append(where, "(c.sent < "+sent+" OR c.sent = "+sent+" AND c.id < "+p.Add(after[1])+")")
	}
	rows, err := db.All(ctx, d, `SELECT `+columns+` FROM submission_copy c WHERE `+strings.Join(where, " AND ")+
		` ORDER BY c.sent DESC, c.id DESC LIMIT `+p.Add(size), p, (*row).into)
	return copies(rows), err
}

func copies(rows []row) []Copy {
	cs := make([]Copy, len(rows))
	for i := range rows {
		cs[i] = rows[i].copy()
	}
	return cs
}

var scopeColumns = access.Columns{Org: "c.from_org", To: "c.to_org"}

// count counts the copies that nothing replaced by their state.
func count(ctx context.Context, d *db.DB, a access.Actor, end string) (map[State]int, error) {
	var p db.Params
	type one struct {
		state State
		n     int
	}
	rows, err := db.All(ctx, d, `SELECT c.state, COUNT(*) FROM submission_copy c WHERE `+end+` = `+p.Add(a.Org.ID)+
		` AND `+access.Scope(a, access.SubmissionRead, scopeColumns, &p)+` AND c.replaced = '' GROUP BY c.state`, p,
		func(o *one) []any { return []any{&o.state, &o.n} })
	counts := map[State]int{}
	for _, r := range rows {
		counts[r.state] = r.n
	}
	return counts, err
}

// stands is the condition under which a row of the table named t counts on a day, as Copy.Stands says it.
func stands(t string, today clock.Date, p *db.Params) string {
	states := make([]string, len(standing))
	for i, s := range standing {
		states[i] = string(s)
	}
	return t + ".replaced = '' AND " + t + ".state IN " + p.In(states) + " AND (" + t + ".retain = '' OR " + t + ".retain >= " + p.Add(today) + ")"
}

// newest is the condition that no later copy of the same record counts. Who sends to two ministries counts
// once for the nation; same narrows that down to the same addressee.
func newest(same string, today clock.Date, p *db.Params) string {
	return `(c.subject = '' OR NOT EXISTS (SELECT 1 FROM submission_copy l WHERE l.from_org = c.from_org AND l.subject = c.subject AND l.kind = c.kind` + same +
		` AND ` + stands("l", today, p) + ` AND (l.sent > c.sent OR l.sent = c.sent AND l.id > c.id)))`
}

// listReceived reads what counts of what the actor's organisation received, without payloads.
func listReceived(ctx context.Context, d *db.DB, a access.Actor, kind string, today clock.Date) ([]row, error) {
	var p db.Params
	return db.All(ctx, d, `SELECT `+columns+` FROM submission_copy c WHERE c.to_org = `+p.Add(a.Org.ID)+
		` AND `+access.Scope(a, access.SubmissionRead, scopeColumns, &p)+` AND c.kind = `+p.Add(kind)+` AND `+stands("c", today, &p)+
		` AND `+newest(" AND l.to_org = c.to_org", today, &p)+` ORDER BY c.from_org, c.sent, c.id`, p, (*row).into)
}

// listNameless reads what counts for the nation, without payloads, in the order of hashes, which says nothing.
func listNameless(ctx context.Context, d *db.DB, kind string, today clock.Date) ([]row, error) {
	var p db.Params
	return db.All(ctx, d, `SELECT c.id, c.from_org, c.format, c.hash FROM submission_copy c WHERE c.kind = `+p.Add(kind)+
		` AND `+stands("c", today, &p)+` AND `+newest("", today, &p)+` ORDER BY c.hash, c.id`, p,
		func(r *row) []any { return []any{&r.ID, &r.From, &r.Schema, &r.Hash} })
}

func loadPayloads(ctx context.Context, d *db.DB, ids map[string]int) ([]row, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var p db.Params
	return db.All(ctx, d, `SELECT copy, payload FROM submission_payload WHERE copy IN `+p.In(slices.Sorted(maps.Keys(ids))), p,
		func(r *row) []any { return []any{&r.ID, &r.Payload} })
}
