package standard

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

var wordChangedMeanwhile = lang.Text{JA: "%s は、確かめている間にほかの人が変えました。もう一度取り込んでください", EN: "%s was changed by somebody else meanwhile; import it again"}

// prepare gives what will be new its id, outside the transaction, which may run more than once.
func (s *Service) prepare(p *plan) {
	for _, f := range p.files {
		if f.Change != Added {
			continue
		}
		f.newID = s.access.NewID()
		if f.document != nil {
			f.Record, f.record.ID = f.newID, f.newID
		}
	}
}

// store stores what a plan adds and revises.
func (s *Service) store(ctx context.Context, tx *db.Tx, a access.Actor, p *plan) error {
	for _, f := range p.files {
		var err error
		switch {
		case f.Change != Added && f.Change != Revised:
		case f.allocation != nil:
			err = s.storeAllocation(ctx, tx, a, f)
		case f.Change == Added:
			err = addRecord(ctx, tx, f)
		default:
			err = reviseRecord(ctx, tx, f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func addRecord(ctx context.Context, tx *db.Tx, f *planned) error {
	r := &f.record
	if err := insertRecord(ctx, tx, r, f.document); err != nil {
		if fault.Is(err, fault.Conflict) {
			return fault.New(fault.Conflict, wordChangedMeanwhile.With(f.Name)).Because(err)
		}
		return err
	}
	if err := insertRevision(ctx, tx, r, f.Name, f.source); err != nil {
		return err
	}
	return insertStep(ctx, tx, r.ID, Draft, r.Changed, r.ChangedBy, "")
}

func reviseRecord(ctx context.Context, tx *db.Tx, f *planned) error {
	ok, err := updateRecord(ctx, tx, &f.record, f.document, f.was)
	if err != nil {
		return err
	}
	if !ok {
		return fault.New(fault.Conflict, wordChangedMeanwhile.With(f.Name))
	}
	return insertRevision(ctx, tx, &f.record, f.Name, f.source)
}
