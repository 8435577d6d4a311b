package db

import (
	"context"
	"slices"
	"strings"
)

// rowsAtOnce is how many rows one statement of PostgreSQL writes, where each is a round trip. On SQLite a
// statement that is prepared once and run for each row costs less.
const rowsAtOnce = 250

// Insert adds rows to a table. Into names it with its columns: "thing (id, name)"; after stands behind the
// values: " ON CONFLICT …".
func (t *Tx) Insert(ctx context.Context, into string, rows [][]any, after string) error {
	atOnce := rowsAtOnce
	if t.kept != nil {
		atOnce = 1
	}
	for part := range slices.Chunk(rows, atOnce) {
		var p Params
		values := make([]string, len(part))
		for i, row := range part {
			names := make([]string, len(row))
			for j, v := range row {
				names[j] = p.Add(v)
			}
			values[i] = "(" + strings.Join(names, ", ") + ")"
		}
		if _, err := t.Exec(ctx, "INSERT INTO "+into+" VALUES "+strings.Join(values, ", ")+after, p...); err != nil {
			return err
		}
	}
	return nil
}
