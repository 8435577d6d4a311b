package check

import (
	"context"
	"fmt"
	"strings"

	"kijun/internal/db"
	"kijun/internal/guideline"
	"kijun/internal/page"
)

// snapshotNames and answerNames are the columns of an entry that a snapshot and an answer fill.
const (
	snapshotNames = `document, clause, document_ja, document_en, items, tier, word, level, degree, heading, body, phase, withheld, withheld_why, search`
	answerNames   = `in_place, in_operation, effective, work, severity, aside, aside_why, branch, note, carried, changed, gone, evidence, answered_at, answered_by, version`
)

func snapshotValues(s Snapshot) []any {
	return []any{s.Ref.Document, s.Ref.Clause, s.Document.JA, s.Document.EN, strings.Join(s.Items, " "), s.Tier, s.Word, s.Level,
		s.Degree, s.Heading, s.Text, s.Phase, s.Withheld, s.Reason, s.search()}
}

func answerValues(e Entry) []any {
	return []any{e.InPlace, e.InOperation, e.Effective, e.Work, e.Severity, e.NotApplicable, e.Answer.Reason, e.Branch, e.Note,
		e.Carried, e.Changed, e.Gone, e.Evidence, micros(e.AnsweredAt), e.AnsweredBy, e.Version}
}

// insertEntries inserts new entries under their parts.
func insertEntries(ctx context.Context, tx *db.Tx, es []Entry, edition *guideline.Edition) error {
	rows := make([][]any, len(es))
	for i, e := range es {
		rows[i] = append(append([]any{e.Check, e.Number, e.place}, snapshotValues(e.Snapshot)...), answerValues(e)...)
	}
	if err := tx.Insert(ctx, `check_entry (check_id, number, place, `+snapshotNames+`, `+answerNames+`)`, rows, ""); err != nil {
		return err
	}
	return insertParts(ctx, tx, es, edition)
}

func insertParts(ctx context.Context, tx *db.Tx, es []Entry, edition *guideline.Edition) error {
	var rows [][]any
	for _, e := range es {
		for _, p := range e.parts(edition) {
			rows = append(rows, []any{e.Check, p, e.Number})
		}
	}
	return tx.Insert(ctx, `check_part (check_id, part, number)`, rows, "")
}

// updateSnapshot stores how the clause of an entry reads now, and where it stands.
func updateSnapshot(ctx context.Context, tx *db.Tx, e Entry, edition *guideline.Edition) error {
	var p db.Params
	set := []string{"place = " + p.Add(e.place), "changed = " + p.Add(e.Changed), "gone = " + p.Add(e.Gone), "version = " + p.Add(e.Version)}
	values := snapshotValues(e.Snapshot)
	for i, name := range strings.Split(snapshotNames, ", ") {
		set = append(set, name+" = "+p.Add(values[i]))
	}
	if _, err := tx.Exec(ctx, `UPDATE check_entry SET `+strings.Join(set, ", ")+` WHERE check_id = `+p.Add(e.Check)+` AND number = `+p.Add(e.Number), p...); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM check_part WHERE check_id = $1 AND number = $2`, e.Check, e.Number); err != nil {
		return err
	}
	return insertParts(ctx, tx, []Entry{e}, edition)
}

// updateAnswer stores the answer of an entry that is still at the version before.
func updateAnswer(ctx context.Context, tx *db.Tx, e Entry, before int) (found bool, err error) {
	var p db.Params
	values := answerValues(e)
	set := make([]string, len(values))
	for i, name := range strings.Split(answerNames, ", ") {
		set[i] = name + " = " + p.Add(values[i])
	}
	n, err := tx.Exec(ctx, `UPDATE check_entry SET `+strings.Join(set, ", ")+
		` WHERE check_id = `+p.Add(e.Check)+` AND number = `+p.Add(e.Number)+` AND version = `+p.Add(before), p...)
	return n == 1, err
}

// entryRow is an entry as it is stored.
type entryRow struct {
	Entry
	items      string
	answeredAt int64
}

func (r *entryRow) columns() []any {
	e := &r.Entry
	s := &e.Snapshot
	return []any{&e.Check, &e.Number, &e.place, &s.Ref.Document, &s.Ref.Clause, &s.Document.JA, &s.Document.EN, &r.items, &s.Tier, &s.Word,
		&s.Level, &s.Degree, &s.Heading, &s.Text, &s.Phase, &s.Withheld, &s.Reason, &e.InPlace, &e.InOperation, &e.Effective, &e.Work,
		&e.Severity, &e.NotApplicable, &e.Answer.Reason, &e.Branch, &e.Note, &e.Carried, &e.Changed, &e.Gone, &e.Evidence, &r.answeredAt,
		&e.AnsweredBy, &e.Version}
}

func (r *entryRow) entry() Entry {
	r.Items, r.AnsweredAt = strings.Fields(r.items), at(r.answeredAt)
	return r.Entry
}

// entrySelect reads entries; body is where the text of the clause comes from.
func entrySelect(body string) string {
	return `SELECT e.check_id, e.number, e.place, e.document, e.clause, e.document_ja, e.document_en, e.items, e.tier, e.word, e.level,
	e.degree, e.heading, ` + body + `, e.phase, e.withheld, e.withheld_why, e.in_place, e.in_operation, e.effective, e.work, e.severity,
	e.aside, e.aside_why, e.branch, e.note, e.carried, e.changed, e.gone, e.evidence, e.answered_at, e.answered_by, e.version FROM check_entry e`
}

func loadEntry(ctx context.Context, from source, id string, number int) (Entry, error) {
	var r entryRow
	err := from.QueryRow(ctx, entrySelect("e.body")+` WHERE e.check_id = $1 AND e.number = $2`, []any{id, number}, r.columns()...)
	return r.entry(), err
}

// where is the filter as a condition over the entries of a check.
func (f Filter) where(id string, p *db.Params) string {
	sql := "e.check_id = " + p.Add(id) + " AND " + shown[f.Show]
	if f.Part != total {
		sql += " AND EXISTS (SELECT 1 FROM check_part x WHERE x.check_id = e.check_id AND x.part = " + p.Add(f.Part) + " AND x.number = e.number)"
	}
	if f.only != "" {
		sql += " AND " + f.only
	}
	if f.branch != total {
		sql += " AND e.branch = " + p.Add(f.branch)
	}
	for _, w := range f.words() {
		sql += ` AND e.search LIKE ` + p.Add("%"+likeText.Replace(w)+"%") + ` ESCAPE '\'`
	}
	return sql
}

// likeText takes the meaning from the wildcards of LIKE.
var likeText = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// loadEntries returns every entry that a filter lets through, in their order.
func loadEntries(ctx context.Context, from source, id string, f Filter) ([]Entry, error) {
	var p db.Params
	rows, err := db.All(ctx, from, entrySelect("e.body")+` WHERE `+f.where(id, &p)+` ORDER BY e.place, e.number`, p, (*entryRow).columns)
	return entries(rows), err
}

func entries(rows []entryRow) []Entry {
	es := make([]Entry, len(rows))
	for i := range rows {
		es[i] = rows[i].entry()
	}
	return es
}

// pageEntries returns a page of entries, without the texts of the clauses.
func pageEntries(ctx context.Context, from source, id string, f Filter, cursor string) ([]Entry, string, error) {
	after, err := page.Parse(cursor, page.Number, page.Number)
	if err != nil {
		return nil, "", err
	}
	var p db.Params
	where := f.where(id, &p)
	if after != nil {
		where += fmt.Sprintf(` AND (e.place, e.number) > (%s, %s)`, p.Add(after[0]), p.Add(after[1]))
	}
	rows, err := db.All(ctx, from, entrySelect("''")+` WHERE `+where+` ORDER BY e.place, e.number LIMIT `+p.Add(pageSize+1), p, (*entryRow).columns)
	if err != nil {
		return nil, "", err
	}
	rows, next := page.Cut(rows, pageSize, func(r entryRow) page.Cursor { return page.Cursor{int64(r.place), int64(r.Number)} })
	return entries(rows), next, nil
}

// neighbours are the numbers of the entries before and after one in a filter; 0: none.
func neighbours(ctx context.Context, from source, e Entry, f Filter) (before, after int, err error) {
	for _, way := range []struct {
		to      *int
		compare string
		order   string
	}{{&before, "<", "DESC"}, {&after, ">", "ASC"}} {
		var p db.Params
		where := f.where(e.Check, &p)
		found, err := db.All(ctx, from, fmt.Sprintf(`SELECT e.number FROM check_entry e WHERE %s AND (e.place, e.number) %s (%s, %s) ORDER BY e.place %[5]s, e.number %[5]s LIMIT 1`,
			where, way.compare, p.Add(e.place), p.Add(e.Number), way.order), p, func(n *int) []any { return []any{n} })
		if err != nil {
			return 0, 0, err
		}
		if len(found) == 1 {
			*way.to = found[0]
		}
	}
	return before, after, nil
}

// changeMany changes columns of every entry that a filter lets through. The caller has read the same
// entries in the same transaction.
func changeMany(ctx context.Context, tx *db.Tx, id string, f Filter, set []column) (int64, error) {
	var p db.Params
	sets := make([]string, len(set))
	for i, c := range set {
		sets[i] = c.name + " = " + p.Add(c.value)
	}
	return tx.Exec(ctx, `UPDATE check_entry AS e SET `+strings.Join(sets, ", ")+`, version = e.version + 1 WHERE `+f.where(id, &p), p...)
}

// column is a new value of a column.
type column struct {
	name  string
	value any
}

func loadDocuments(ctx context.Context, from source, id string) ([]Source, error) {
	return db.All(ctx, from, `SELECT e.document, MIN(e.document_ja), MIN(e.document_en), MIN(e.tier) FROM check_entry e
		WHERE e.check_id = $1 AND NOT e.gone GROUP BY e.document ORDER BY e.document`, []any{id},
		func(s *Source) []any { return []any{&s.ID, &s.Title.JA, &s.Title.EN, &s.Tier} })
}
