package check

import (
	"context"

	"kijun/internal/db"
)

func insertSent(ctx context.Context, tx *db.Tx, id string, s Sent) error {
	_, err := tx.Exec(ctx, `INSERT INTO check_sending (copy, check_id, to_org, sent, sent_by) VALUES ($1, $2, $3, $4, $5)`,
		s.Copy, id, s.To, micros(s.At), s.By)
	return err
}

func loadSent(ctx context.Context, from source, id string) ([]Sent, error) {
	type row struct {
		Sent
		at int64
	}
	rows, err := db.All(ctx, from, `SELECT copy, to_org, sent, sent_by FROM check_sending WHERE check_id = $1 ORDER BY sent DESC, copy DESC`, []any{id},
		func(r *row) []any { return []any{&r.Copy, &r.To, &r.at, &r.By} })
	sent := make([]Sent, len(rows))
	for i, r := range rows {
		r.At = at(r.at)
		sent[i] = r.Sent
	}
	return sent, err
}

// loadLastSent is the copy that was sent last to an organisation; "" where there is none.
func loadLastSent(ctx context.Context, from source, id, to string) (string, error) {
	all, err := loadSent(ctx, from, id)
	for _, s := range all {
		if s.To == to {
			return s.Copy, err
		}
	}
	return "", err
}
