package check

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/page"
)

// source is what reads: the database, or the transaction of an act.
type source interface {
	Query(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRow(ctx context.Context, query string, args []any, to ...any) error
}

const checkColumns = `c.id, c.org, c.sector, c.year, c.title, c.state, c.previous, c.guideline,
	c.started, c.started_by, c.closed, c.closed_by, c.changed, c.changed_by`

// checkRow is a check as it is stored.
type checkRow struct {
	SelfCheck
	started, closed, changed int64
}

func (r *checkRow) columns() []any {
	return append([]any{&r.ID, &r.Org, &r.Sector, &r.Year, &r.Title, &r.State, &r.Previous, &r.Guideline,
		&r.started, &r.StartedBy, &r.closed, &r.ClosedBy, &r.changed, &r.ChangedBy}, countColumns(&r.Counts)...)
}

func (r *checkRow) check() SelfCheck {
	r.Started, r.Closed, r.Changed = at(r.started), at(r.closed), at(r.changed)
	return r.SelfCheck
}

// at is a stored time; 0 is none.
func at(micros int64) time.Time {
	if micros == 0 {
		return time.Time{}
	}
	return db.At(micros)
}

func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return db.Micros(t)
}

// countNames are the columns of counts, each after a prefix.
func countNames(prefix string) string {
	names := make([]string, len(counters))
	for i, k := range counters {
		names[i] = prefix + k.column
	}
	return strings.Join(names, ", ")
}

func countColumns(c *Counts) []any {
	to := make([]any, len(counters))
	for i, k := range counters {
		to[i] = k.of(c)
	}
	return to
}

func insertCheck(ctx context.Context, tx *db.Tx, c SelfCheck) error {
	_, err := tx.Exec(ctx, `INSERT INTO check_check (id, org, sector, year, title, state, previous, guideline,
		started, started_by, closed, closed_by, changed, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '', $9, $10)`,
		c.ID, c.Org, c.Sector, c.Year, c.Title, c.State, c.Previous, c.Guideline, micros(c.Started), c.StartedBy)
	return err
}

// updateCheck stores the state of a check and who changed it.
func updateCheck(ctx context.Context, tx *db.Tx, c SelfCheck) error {
	_, err := tx.Exec(ctx, `UPDATE check_check SET state = $1, closed = $2, closed_by = $3, changed = $4, changed_by = $5 WHERE id = $6`,
		c.State, micros(c.Closed), c.ClosedBy, micros(c.Changed), c.ChangedBy, c.ID)
	return err
}

func insertStep(ctx context.Context, tx *db.Tx, id string, s Step) error {
	_, err := tx.Exec(ctx, `INSERT INTO check_step (check_id, at, by_person, act, comment) VALUES ($1, $2, $3, $4, $5)`,
		id, micros(s.At), s.By, s.Act, s.Comment)
	return err
}

func loadSteps(ctx context.Context, from source, id string) ([]Step, error) {
	type row struct {
		Step
		at int64
	}
	rows, err := db.All(ctx, from, `SELECT at, by_person, act, comment FROM check_step WHERE check_id = $1 ORDER BY at`, []any{id},
		func(r *row) []any { return []any{&r.at, &r.By, &r.Act, &r.Comment} })
	steps := make([]Step, len(rows))
	for i, r := range rows {
		r.At = at(r.at)
		steps[i] = r.Step
	}
	return steps, err
}

var checkSelect = `SELECT ` + checkColumns + `, ` + countNames("n.") + `
	FROM check_check c JOIN check_count n ON n.check_id = c.id AND n.part = ''`

func loadCheck(ctx context.Context, from source, id string) (SelfCheck, error) {
	var r checkRow
	err := from.QueryRow(ctx, checkSelect+` WHERE c.id = $1`, []any{id}, r.columns()...)
	return r.check(), err
}

// listChecks lists the checks that an actor may read, the newest fiscal year first.
func listChecks(ctx context.Context, d *db.DB, a access.Actor, from string) ([]SelfCheck, string, error) {
	after, err := page.Parse(from, page.Number, page.Text)
	if err != nil {
		return nil, "", err
	}
	var p db.Params
	where := access.Scope(a, access.CheckRead, access.Columns{Org: "c.org"}, &p)
	if after != nil {
		where += fmt.Sprintf(` AND (c.year < %[1]s OR c.year = %[1]s AND c.id < %[2]s)`, p.Add(after[0]), p.Add(after[1]))
	}
	rows, err := db.All(ctx, d, checkSelect+` WHERE `+where+` ORDER BY c.year DESC, c.id DESC LIMIT `+p.Add(page.Default+1), p, (*checkRow).columns)
	if err != nil {
		return nil, "", err
	}
	rows, next := page.Cut(rows, page.Default, func(r checkRow) page.Cursor { return page.Cursor{int64(r.Year), r.ID} })
	checks := make([]SelfCheck, len(rows))
	for i := range rows {
		checks[i] = rows[i].check()
	}
	return checks, next, nil
}

// loadBefore is the newest check of an organisation in a sector for a fiscal year before year.
func loadBefore(ctx context.Context, from source, org, sector string, year int) (SelfCheck, error) {
	var r checkRow
	err := from.QueryRow(ctx, checkSelect+` WHERE c.org = $1 AND c.sector = $2 AND c.year < $3 ORDER BY c.year DESC, c.id DESC LIMIT 1`,
		[]any{org, sector, year}, r.columns()...)
	return r.check(), err
}

// store puts the changes of an act into the counts of a check.
func (cs changes) store(ctx context.Context, tx *db.Tx, id string) error {
	var rows [][]any
	for _, part := range slices.Sorted(maps.Keys(cs)) {
		if *cs[part] == (Counts{}) && part != total {
			continue
		}
		row := []any{id, part}
		for _, k := range counters {
			row = append(row, *k.of(cs[part]))
		}
		rows = append(rows, row)
	}
	adds := make([]string, len(counters))
	for i, k := range counters {
		adds[i] = fmt.Sprintf("%[1]s = check_count.%[1]s + excluded.%[1]s", k.column)
	}
	return tx.Insert(ctx, `check_count (check_id, part, `+countNames("")+`)`, rows,
		` ON CONFLICT (check_id, part) DO UPDATE SET `+strings.Join(adds, ", "))
}

// loadCounts returns the counts of every part of a check.
func loadCounts(ctx context.Context, from source, id string) (map[Part]Counts, error) {
	type row struct {
		part Part
		Counts
	}
	rows, err := db.All(ctx, from, `SELECT part, `+countNames("")+` FROM check_count WHERE check_id = $1`, []any{id},
		func(r *row) []any { return append([]any{&r.part}, countColumns(&r.Counts)...) })
	counts := make(map[Part]Counts, len(rows))
	for _, r := range rows {
		counts[r.part] = r.Counts
	}
	return counts, err
}
