package standard

import (
	"context"
	"time"

	"kijun/internal/db"
)

// keptAllocation is an allocation as the installation keeps it. It carries the rows of its items.
type keptAllocation struct {
	id         string
	version    int
	changed    time.Time
	changedBy  string
	rows       []AllotmentRow
	allocation *Allocation
}

// AllotmentRow is where an allocation puts one item, and who examined it.
type AllotmentRow struct {
	Allotment
	Version     int
	Examined    time.Time
	ExaminedBy  string // id of the person
	ExaminedOrg string // for which the person acted
}

// selectAllocations reads allocations with their items, the newest last.
func selectAllocations(ctx context.Context, from reader, where string, args []any) ([]keptAllocation, error) {
	type row struct {
		keptAllocation
		Allocation
		changed int64
	}
	rows, err := db.All(ctx, from, `SELECT id, sector, guideline, decided, by_ja, by_en, version, changed, changed_by FROM standard_allocation
		WHERE `+where+` ORDER BY sector, decided`, args, func(r *row) []any {
		return []any{&r.id, &r.Sector, &r.Guideline, &r.Decided, &r.By.JA, &r.By.EN, &r.version, &r.changed, &r.changedBy}
	})
	if err != nil {
		return nil, err
	}
	kept := make([]keptAllocation, len(rows))
	for i, r := range rows {
		k := r.keptAllocation
		a := r.Allocation
		a.Path = a.Sector + "/" + AllocationFile
		k.changed, k.allocation = db.At(r.changed), &a
		if k.rows, err = selectAllotments(ctx, from, k.id); err != nil {
			return nil, err
		}
		for _, t := range k.rows {
			a.Items = append(a.Items, t.Allotment)
		}
		kept[i] = k
	}
	return kept, nil
}

type allotmentRow struct {
	AllotmentRow
	examined int64
}

func (r *allotmentRow) into() []any {
	return []any{&r.Item, &r.Tier, &r.Document, &r.LeftOut, &r.Reason.JA, &r.Reason.EN, &r.Version, &r.examined, &r.ExaminedBy, &r.ExaminedOrg}
}

const allotmentColumns = `item, tier, document, left_out, reason_ja, reason_en, version, examined, examined_by, examined_org`

func allotmentRows(rows []allotmentRow, err error) ([]AllotmentRow, error) {
	out := make([]AllotmentRow, len(rows))
	for i, r := range rows {
		out[i] = r.AllotmentRow
		out[i].Examined = db.At(r.examined)
	}
	return out, err
}

func selectAllotments(ctx context.Context, from reader, allocation string) ([]AllotmentRow, error) {
	return allotmentRows(db.All(ctx, from, `SELECT `+allotmentColumns+` FROM standard_allotment WHERE allocation = $1 ORDER BY item`,
		[]any{allocation}, (*allotmentRow).into))
}

// loadAllocations returns the allocations of sectors ("": of all), the newest last.
func loadAllocations(ctx context.Context, from reader, sectors []string) ([]keptAllocation, error) {
	var p db.Params
	return selectAllocations(ctx, from, "sector IN "+p.In(sectors), p)
}

func insertAllocation(ctx context.Context, tx *db.Tx, k *keptAllocation) error {
	a := k.allocation
	_, err := tx.Exec(ctx, `INSERT INTO standard_allocation (id, sector, guideline, decided, by_ja, by_en, version, changed, changed_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, k.id, a.Sector, a.Guideline, a.Decided, a.By.JA, a.By.EN, k.version, db.Micros(k.changed), k.changedBy)
	return err
}

// touchAllocation makes the next version of an allocation.
func touchAllocation(ctx context.Context, tx *db.Tx, k *keptAllocation) error {
	_, err := tx.Exec(ctx, `UPDATE standard_allocation SET by_ja = $1, by_en = $2, version = version + 1, changed = $3, changed_by = $4 WHERE id = $5`,
		k.allocation.By.JA, k.allocation.By.EN, db.Micros(k.changed), k.changedBy, k.id)
	return err
}

// putAllotment writes where an allocation puts an item, and the step in its history. An allotment that says
// nothing takes the item out.
func putAllotment(ctx context.Context, tx *db.Tx, allocation string, t AllotmentRow) error {
	var last int
	if err := tx.QueryRow(ctx, `SELECT COALESCE(MAX(version), 0) FROM standard_allotment_step WHERE allocation = $1 AND item = $2`,
		[]any{allocation, t.Item}, &last); err != nil {
		return err
	}
	t.Version = last + 1
	if _, err := tx.Exec(ctx, `DELETE FROM standard_allotment WHERE allocation = $1 AND item = $2`, allocation, t.Item); err != nil {
		return err
	}
	values := []any{allocation, t.Item, t.Tier, t.Document, t.LeftOut, t.Reason.JA, t.Reason.EN, t.Version, db.Micros(t.Examined), t.ExaminedBy, t.ExaminedOrg}
	const columns = ` (allocation, ` + allotmentColumns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
	if !t.says(Allotment{Item: t.Item}) {
		if _, err := tx.Exec(ctx, `INSERT INTO standard_allotment`+columns, values...); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, `INSERT INTO standard_allotment_step`+columns, values...)
	return err
}
