package access

import (
	"context"
	"slices"
	"time"

	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/lang"
)

func insertOrg(ctx context.Context, tx *db.Tx, o Org, now time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO access_org (id, name_ja, name_en, kana, prefecture, autonomous, created)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`, o.ID, o.Name.JA, o.Name.EN, o.Kana, o.Prefecture, o.Autonomous, db.Micros(now))
	if err != nil {
		return err
	}
	for _, st := range o.Standings {
		_, err := tx.Exec(ctx, `INSERT INTO access_standing (org, kind, sector, since, until) VALUES ($1, $2, $3, $4, $5)`,
			o.ID, st.Kind, st.Sector, st.Since, st.Until)
		if err != nil {
			return err
		}
	}
	return nil
}

func insertPerson(ctx context.Context, tx *db.Tx, p Person, m Membership, hash string, now time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO access_person (id, login, name, kana, created) VALUES ($1, $2, $3, $4, $5)`,
		p.ID, p.Login, p.Name, p.Kana, db.Micros(now))
	if err != nil {
		return err
	}
	if hash != "" {
		if _, err := tx.Exec(ctx, `INSERT INTO access_password (person, hash) VALUES ($1, $2)`, p.ID, hash); err != nil {
			return err
		}
	}
	_, err = tx.Exec(ctx, `INSERT INTO access_membership (person, org, role, since, until) VALUES ($1, $2, $3, $4, $5)`,
		m.Person, m.Org, m.Role, m.Since, m.Until)
	return err
}

const orgColumns = `id, name_ja, name_en, kana, prefecture, autonomous`

func loadOrg(ctx context.Context, d *db.DB, id string) (Org, error) {
	var o Org
	err := d.QueryRow(ctx, `SELECT `+orgColumns+` FROM access_org WHERE id = $1`, []any{id},
		&o.ID, &o.Name.JA, &o.Name.EN, &o.Kana, &o.Prefecture, &o.Autonomous)
	if err != nil {
		return Org{}, err
	}
	o.Standings, err = loadStandings(ctx, d, id)
	return o, err
}

func loadStandings(ctx context.Context, d *db.DB, org string) ([]Standing, error) {
	return db.All(ctx, d, `SELECT kind, sector, since, until FROM access_standing WHERE org = $1 ORDER BY kind, sector, since`, []any{org},
		func(st *Standing) []any { return []any{&st.Kind, &st.Sector, &st.Since, &st.Until} })
}

func listOrgs(ctx context.Context, d *db.DB, k Kind, sector string, day clock.Date) ([]Org, error) {
	var p db.Params
	where := "1 = 1"
	if k != "" || sector != "" {
		where = "EXISTS (SELECT 1 FROM access_standing s WHERE s.org = o.id"
		if k != "" {
			where += " AND s.kind = " + p.Add(k)
		}
		if sector != "" {
			where += " AND s.sector = " + p.Add(sector)
		}
		where += " AND s.since <= " + p.Add(day) + " AND (s.until = '' OR s.until >= " + p.Add(day) + "))"
	}
	orgs, err := db.All(ctx, d, `SELECT `+orgColumns+` FROM access_org o WHERE `+where+` ORDER BY kana, id`, p,
		func(o *Org) []any { return []any{&o.ID, &o.Name.JA, &o.Name.EN, &o.Kana, &o.Prefecture, &o.Autonomous} })
	if err != nil || len(orgs) == 0 {
		return nil, err
	}
	type row struct {
		org string
		Standing
	}
	rows, err := db.All(ctx, d, `SELECT o.id, s.kind, s.sector, s.since, s.until FROM access_org o JOIN access_standing s ON s.org = o.id
		WHERE `+where+` ORDER BY s.kind, s.sector, s.since`, p,
		func(r *row) []any { return []any{&r.org, &r.Kind, &r.Sector, &r.Since, &r.Until} })
	at := map[string]int{}
	for i, o := range orgs {
		at[o.ID] = i
	}
	for _, r := range rows {
		o := &orgs[at[r.org]]
		o.Standings = append(o.Standings, r.Standing)
	}
	return orgs, err
}

func orgNames(ctx context.Context, d *db.DB, ids []string) (map[string]lang.Text, error) {
	type row struct {
		id string
		lang.Text
	}
	var p db.Params
	rows, err := db.All(ctx, d, `SELECT id, name_ja, name_en FROM access_org WHERE id IN `+p.In(distinct(ids)), p,
		func(r *row) []any { return []any{&r.id, &r.JA, &r.EN} })
	names := make(map[string]lang.Text, len(rows))
	for _, r := range rows {
		names[r.id] = r.Text
	}
	return names, err
}

func personNames(ctx context.Context, d *db.DB, ids []string) (map[string]string, error) {
	type row struct{ id, name string }
	var p db.Params
	rows, err := db.All(ctx, d, `SELECT id, name FROM access_person WHERE id IN `+p.In(distinct(ids)), p,
		func(r *row) []any { return []any{&r.id, &r.name} })
	names := make(map[string]string, len(rows))
	for _, r := range rows {
		names[r.id] = r.name
	}
	return names, err
}

func distinct(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func listMembers(ctx context.Context, d *db.DB, org string) ([]Member, error) {
	return db.All(ctx, d, `SELECT p.id, p.login, p.name, p.kana, m.role, m.since, m.until
		FROM access_membership m JOIN access_person p ON p.id = m.person WHERE m.org = $1 ORDER BY p.kana, p.id`, []any{org},
		func(m *Member) []any { return []any{&m.ID, &m.Login, &m.Name, &m.Kana, &m.Role, &m.Since, &m.Until} })
}

func loadPassword(ctx context.Context, d *db.DB, login string) (person, hash string, err error) {
	err = d.QueryRow(ctx, `SELECT p.id, w.hash FROM access_person p JOIN access_password w ON w.person = p.id WHERE p.login = $1`, []any{login}, &person, &hash)
	return person, hash, err
}

func loadMemberships(ctx context.Context, d *db.DB, person string, day clock.Date) ([]Membership, error) {
	return db.All(ctx, d, `SELECT person, org, role, since, until FROM access_membership
		WHERE person = $1 AND since <= $2 AND (until = '' OR until >= $2) ORDER BY org, role`, []any{person, day},
		func(m *Membership) []any { return []any{&m.Person, &m.Org, &m.Role, &m.Since, &m.Until} })
}

func loadClients(ctx context.Context, d *db.DB, org string, day clock.Date) ([]string, error) {
	return db.All(ctx, d, `SELECT client FROM access_engagement WHERE org = $1 AND since <= $2 AND (until = '' OR until >= $2) ORDER BY client`,
		[]any{org, day}, func(s *string) []any { return []any{s} })
}

func loadCharacters(ctx context.Context, d *db.DB) ([]Character, error) {
	return db.All(ctx, d, `SELECT p.id, p.login, p.name, p.kana, m.org, m.role FROM access_person p
		JOIN access_membership m ON m.person = p.id ORDER BY m.org, p.id`, nil,
		func(c *Character) []any {
			return []any{&c.Person.ID, &c.Person.Login, &c.Person.Name, &c.Person.Kana, &c.Org.ID, &c.Role}
		})
}
