package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
)

// loadSeen returns what a person saw last of an operator's sheet, acting for an organisation.
func loadSeen(ctx context.Context, d *db.DB, a access.Actor, s *Sheet) (clauses map[string]digest, at time.Time, err error) {
	var micros int64
	var raw []byte
	err = d.QueryRow(ctx, `SELECT at, clauses FROM measure_seen WHERE person = $1 AND viewer = $2 AND org = $3 AND sector = $4`,
		[]any{a.Person.ID, a.Org.ID, s.Operator, s.Sector}, &micros, &raw)
	if err != nil {
		return nil, at, err
	}
	if err := json.Unmarshal(raw, &clauses); err != nil {
		return nil, at, fmt.Errorf("what %s saw of %s: %w", a.Person.ID, s.Operator, err)
	}
	return clauses, db.At(micros), nil
}

func putSeen(ctx context.Context, tx *db.Tx, a access.Actor, s *Sheet, now time.Time) error {
	raw, err := json.Marshal(s.seen)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO measure_seen (person, viewer, org, sector, at, clauses) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (person, viewer, org, sector) DO UPDATE SET at = excluded.at, clauses = excluded.clauses`,
		a.Person.ID, a.Org.ID, s.Operator, s.Sector, db.Micros(now), string(raw))
	return err
}
