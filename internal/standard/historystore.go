package standard

import (
	"context"

	"kijun/internal/db"
)

func selectSteps(ctx context.Context, from reader, record string) ([]Step, error) {
	type row struct {
		Step
		made int64
	}
	rows, err := db.All(ctx, from, `SELECT status, made, made_by, comment FROM standard_step WHERE record = $1 ORDER BY number`, []any{record},
		func(r *row) []any { return []any{&r.Status, &r.made, &r.By, &r.Comment} })
	steps := make([]Step, len(rows))
	for i, r := range rows {
		steps[i] = r.Step
		steps[i].At = db.At(r.made)
	}
	return steps, err
}

func selectRevisions(ctx context.Context, from reader, record string) ([]Revision, error) {
	type row struct {
		Revision
		made int64
	}
	rows, err := db.All(ctx, from, `SELECT number, name, hash, length(source), made, made_by FROM standard_revision WHERE record = $1 ORDER BY number DESC`,
		[]any{record}, func(r *row) []any { return []any{&r.Number, &r.Name, &r.Hash, &r.Size, &r.made, &r.By} })
	revisions := make([]Revision, len(rows))
	for i, r := range rows {
		revisions[i] = r.Revision
		revisions[i].At = db.At(r.made)
	}
	return revisions, err
}

// selectAllotmentSteps reads what became of an item in all allocations of a sector, the latest first.
func selectAllotmentSteps(ctx context.Context, from reader, sector, item string) ([]AllotmentRow, error) {
	return allotmentRows(db.All(ctx, from, `SELECT s.item, s.tier, s.document, s.left_out, s.reason_ja, s.reason_en, s.version, s.examined, s.examined_by, s.examined_org
		FROM standard_allotment_step s JOIN standard_allocation a ON a.id = s.allocation WHERE a.sector = $1 AND s.item = $2
		ORDER BY s.examined DESC, s.version DESC, a.decided DESC`, []any{sector, item}, (*allotmentRow).into))
}

// copyAllotments gives a new allocation the items of another, examined by whom they were.
func copyAllotments(ctx context.Context, tx *db.Tx, from, to string) error {
	_, err := tx.Exec(ctx, `INSERT INTO standard_allotment (allocation, `+allotmentColumns+`)
		SELECT $1, `+allotmentColumns+` FROM standard_allotment WHERE allocation = $2`, to, from)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO standard_allotment_step (allocation, `+allotmentColumns+`)
		SELECT $1, `+allotmentColumns+` FROM standard_allotment WHERE allocation = $2`, to, from)
	return err
}
