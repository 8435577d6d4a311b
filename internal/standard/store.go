package standard

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/page"
)

// reader is what reads: the database or an act's transaction.
type reader interface {
	Query(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRow(ctx context.Context, query string, args []any, to ...any) error
}

const recordColumns = `r.id, r.org, r.document, r.title_ja, r.title_en, r.tier, r.issuer, r.edition, r.status, r.publication,
	r.operator, r.effective, r.next_review, r.audience, r.revision, r.hash, r.clauses, r.changed, r.changed_by`

type recordRow struct {
	Record
	changed int64
}

func (r *recordRow) into() []any {
	return []any{&r.ID, &r.Org, &r.Document, &r.Title.JA, &r.Title.EN, &r.Tier, &r.Issuer, &r.Edition, &r.Status, &r.Publication,
		&r.Operator, &r.Effective, &r.NextReview, &r.Audience, &r.Revision, &r.hash, &r.Clauses, &r.changed, &r.ChangedBy}
}

// scopeColumns is where the rows of standard_record keep what the rule table looks at.
var scopeColumns = access.Columns{Org: "r.org", Audience: "r.audience", Sector: "SELECT 1 FROM standard_sector WHERE record = r.id"}

func selectRecords(ctx context.Context, from reader, rest string, args []any) ([]Record, error) {
	rows, err := db.All(ctx, from, `SELECT `+recordColumns+` FROM standard_record r `+rest, args, (*recordRow).into)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	records := make([]Record, len(rows))
	for i, r := range rows {
		records[i] = r.Record
		records[i].Changed = db.At(r.changed)
	}
	return records, loadSectors(ctx, from, records)
}

func loadSectors(ctx context.Context, from reader, records []Record) error {
	at := map[string]int{}
	ids := make([]string, len(records))
	for i, r := range records {
		at[r.ID], ids[i] = i, r.ID
	}
	type row struct {
		record, sector string
		listed         bool
	}
	var p db.Params
	rows, err := db.All(ctx, from, `SELECT record, sector, listed FROM standard_sector WHERE record IN `+p.In(ids)+` ORDER BY record, sector`, p,
		func(r *row) []any { return []any{&r.record, &r.sector, &r.listed} })
	for _, row := range rows {
		r := &records[at[row.record]]
		r.reach = append(r.reach, row.sector)
		if row.listed {
			r.Sectors = append(r.Sectors, row.sector)
		}
	}
	return err
}

func loadRecord(ctx context.Context, from reader, id string) (Record, error) {
	var r recordRow
	if err := from.QueryRow(ctx, `SELECT `+recordColumns+` FROM standard_record r WHERE r.id = $1`, []any{id}, r.into()...); err != nil {
		return Record{}, err
	}
	r.Changed = db.At(r.changed)
	records := []Record{r.Record}
	err := loadSectors(ctx, from, records)
	return records[0], err
}

// sameDocument returns the editions of a document within an organisation or, for within "", of the upper tiers.
func sameDocument(ctx context.Context, from reader, within, document string) ([]Record, error) {
	return selectRecords(ctx, from, `WHERE r.within = $1 AND r.document = $2 ORDER BY r.id`, []any{within, document})
}

// Filter narrows a list of records down.
type Filter struct {
	Sector string
	Tier   Tier
	Status string
	Org    string // whose records
	Words  string // all of which stand in the document
}

var likeEscapes = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

func (f Filter) sql(p *db.Params) string {
	var b strings.Builder
	equal := func(column, value string) {
		if value != "" {
			b.WriteString(" AND " + column + " = " + p.Add(value))
		}
	}
	if f.Sector != "" {
		b.WriteString(" AND EXISTS (SELECT 1 FROM standard_sector WHERE record = r.id AND sector = " + p.Add(f.Sector) + ")")
	}
	equal("r.tier", string(f.Tier))
	equal("r.status", f.Status)
	equal("r.org", f.Org)
	return b.String()
}

// words holds where all words stand in a record's text.
func (f Filter) words(p *db.Params) string {
	sql := "1 = 1"
	for _, word := range strings.Fields(foldAll([]string{f.Words})) {
		sql += " AND r.search LIKE " + p.Add("%"+likeEscapes.Replace(plain(word))+"%") + ` ESCAPE '\'`
	}
	return sql
}

// listRecords reads a page of what the actor may see, the most binding first.
func listRecords(ctx context.Context, from reader, a access.Actor, f Filter, after page.Cursor) ([]Record, error) {
	var p db.Params
	where := "WHERE " + access.Scope(a, access.StandardRead, scopeColumns, &p) + f.sql(&p)
	if f.Words != "" { // texts are long: only those of rows that may be shown are looked through
		where = "WHERE CASE WHEN " + strings.TrimPrefix(where, "WHERE ") + " THEN " + f.words(&p) + " ELSE 1 = 0 END"
	}
	if after != nil {
		where += " AND (r.rank, r.document, r.id) > (" + p.Add(after[0]) + ", " + p.Add(after[1]) + ", " + p.Add(after[2]) + ")"
	}
	return selectRecords(ctx, from, where+" ORDER BY r.rank, r.document, r.id LIMIT "+p.Add(page.Default+1), p)
}

// bodyRecords reads what may count for a sector ("": any) and an operator.
func bodyRecords(ctx context.Context, from reader, a access.Actor, sector, operator string) ([]Record, error) {
	var p db.Params
	where := "WHERE " + access.Scope(a, access.StandardRead, scopeColumns, &p) + Filter{Sector: sector}.sql(&p)
	where += " AND r.status <> 'superseded' AND (r.tier <> 'in-house' OR r.operator = " + p.Add(operator) + ")"
	return selectRecords(ctx, from, where+" ORDER BY r.document, r.id", p)
}

func insertRecord(ctx context.Context, tx *db.Tx, r *Record, d *Document) error {
	_, err := tx.Exec(ctx, `INSERT INTO standard_record (id, org, document, edition, within, tier, rank, title_ja, title_en, issuer, operator,
		status, publication, audience, effective, next_review, revision, hash, clauses, changed, changed_by, search)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
		r.ID, r.Org, r.Document, r.Edition, r.within(), r.Tier, r.rank(), r.Title.JA, r.Title.EN, r.Issuer, r.Operator,
		r.Status, r.Publication, r.Audience, r.Effective, r.NextReview, r.Revision, r.hash, r.Clauses, db.Micros(r.Changed), r.ChangedBy, plain(d.searchText()))
	if err != nil {
		return err
	}
	return insertSectors(ctx, tx, r)
}

// updateRecord writes a revision over the text that it was made from, of which old is the hash; ok is false
// where somebody else was faster.
func updateRecord(ctx context.Context, tx *db.Tx, r *Record, d *Document, old string) (ok bool, err error) {
	n, err := tx.Exec(ctx, `UPDATE standard_record SET document = $1, edition = $2, within = $3, tier = $4, rank = $5, title_ja = $6, title_en = $7,
		issuer = $8, operator = $9, publication = $10, audience = $11, effective = $12, next_review = $13, revision = $14, hash = $15,
		clauses = $16, changed = $17, changed_by = $18, search = $19 WHERE id = $20 AND hash = $21 AND status = $22`,
		r.Document, r.Edition, r.within(), r.Tier, r.rank(), r.Title.JA, r.Title.EN, r.Issuer, r.Operator, r.Publication, r.Audience,
		r.Effective, r.NextReview, r.Revision, r.hash, r.Clauses, db.Micros(r.Changed), r.ChangedBy, plain(d.searchText()), r.ID, old, r.Status)
	if err != nil || n == 0 {
		return false, err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM standard_sector WHERE record = $1`, r.ID); err != nil {
		return false, err
	}
	return true, insertSectors(ctx, tx, r)
}

func insertSectors(ctx context.Context, tx *db.Tx, r *Record) error {
	listed := map[string]bool{}
	for _, s := range r.Sectors {
		listed[s] = true
	}
	for _, s := range r.reach {
		if _, err := tx.Exec(ctx, `INSERT INTO standard_sector (record, sector, listed) VALUES ($1, $2, $3)`, r.ID, s, listed[s]); err != nil {
			return err
		}
	}
	return nil
}

func insertRevision(ctx context.Context, tx *db.Tx, r *Record, name string, source []byte) error {
	_, err := tx.Exec(ctx, `INSERT INTO standard_revision (record, number, name, source, hash, made, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		r.ID, r.Revision, plain(name), source, r.hash, db.Micros(r.Changed), r.ChangedBy)
	return err
}

// replaceRevision puts a new text in the place of a revision.
func replaceRevision(ctx context.Context, tx *db.Tx, r *Record, source []byte) error {
	_, err := tx.Exec(ctx, `UPDATE standard_revision SET source = $1, hash = $2, made = $3 WHERE record = $4 AND number = $5`,
		source, r.hash, db.Micros(r.Changed), r.ID, r.Revision)
	return err
}

func loadSource(ctx context.Context, from reader, record string, number int) (source []byte, err error) {
	err = from.QueryRow(ctx, `SELECT source FROM standard_revision WHERE record = $1 AND number = $2`, []any{record, number}, &source)
	return source, err
}

// insertStep enters a change of state; setStatus makes it.
func insertStep(ctx context.Context, tx *db.Tx, record, status string, at time.Time, by, comment string) error {
	_, err := tx.Exec(ctx, `INSERT INTO standard_step (record, number, status, made, made_by, comment)
		SELECT $1, COUNT(*) + 1, $2, $3, $4, $5 FROM standard_step WHERE record = $1`, record, status, db.Micros(at), by, plain(comment))
	return err
}

func setStatus(ctx context.Context, tx *db.Tx, r *Record, from string) (ok bool, err error) {
	n, err := tx.Exec(ctx, `UPDATE standard_record SET status = $1, audience = $2, changed = $3, changed_by = $4 WHERE id = $5 AND status = $6`,
		r.Status, r.Audience, db.Micros(r.Changed), r.ChangedBy, r.ID, from)
	return n > 0, err
}

// plain leaves out what PostgreSQL does not store in a text.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
}
