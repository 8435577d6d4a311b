package demo

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/submission"
)

// Rooms are the services that the nation is built through.
type Rooms struct {
	Access      *access.Service
	Standards   *standard.Service
	Checks      *check.Service
	Submissions *submission.Service
}

// Opener opens the rooms on the nation's one database, with a clock and a seed of chance of their own.
type Opener func(now func() time.Time, seed byte) Rooms

// nation is the demo nation while it is built, or a half of it.
type nation struct {
	Rooms
	sectors   []string
	halves    []*nation
	ctx       context.Context
	clock     *Clock
	catalogue *guideline.Catalogue
	today     clock.Date
	year      int // the fiscal year under way
	people    int
	actors    map[string]access.Actor // by organisation and role: "mihon-water officer"
	last      string                  // the copy that was sent last
}

// Build builds the nation as it is today and gives the clock back. What the halves of the sectors do by
// themselves they do at the same time.
func Build(ctx context.Context, c *Clock, open Opener) error {
	defer c.release()
	n := begin(ctx, c, open(c.Now, 0))
	for i, half := range [][]string{sectors[:len(sectors)/2], sectors[len(sectors)/2:]} {
		own := *n
		own.sectors, own.clock = half, NewClock(c.real)
		own.Rooms = open(own.clock.Now, byte(i+1))
		n.halves = append(n.halves, &own)
	}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"organisations", n.organisations},
		{"standards before", n.oldStandards},
		{"in-house rules", n.inHalves((*nation).inHouseRules)},
		{"checks of the years before", n.inHalves(func(half *nation) error {
			return errors.Join(half.checksOf(n.year-2), half.checksOf(n.year-1))
		})},
		{"standards of this year", n.newStandards},
		{"checks of this year", n.inHalves(func(half *nation) error { return half.checksOf(n.year) })},
	} {
		if err := step.do(); err != nil {
			return fmt.Errorf("build the demo nation: %s: %w", step.name, err)
		}
	}
	return nil
}

// begin is a nation in which nobody is yet.
func begin(ctx context.Context, c *Clock, r Rooms) *nation {
	today := clock.Day(c.Now())
	return &nation{Rooms: r, ctx: ctx, clock: c, catalogue: guideline.Builtin(), today: today, year: clock.FiscalYear(today), sectors: sectors,
		actors: map[string]access.Actor{}}
}

// inHalves is a step that each half does with its own clock and chance, so that the records are the same
// whichever is faster.
func (n *nation) inHalves(do func(*nation) error) func() error {
	return func() error {
		errs := make([]error, len(n.halves))
		var group sync.WaitGroup
		for i, half := range n.halves {
			group.Go(func() { errs[i] = do(half) })
		}
		group.Wait()
		return errors.Join(errs...)
	}
}

// day is a day of a fiscal year by month and day: day(2026, 2, 10) is 10 February 2027.
func day(year, month, d int) clock.Date {
	if month < 4 {
		year++
	}
	return clock.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, d))
}

// organisations founds the nation's organisations and their people, at the start of the year before last.
func (n *nation) organisations() error {
	n.clock.at(day(n.year-3, 4, 1))
	cabinet := access.Org{ID: "cas", Name: sample(n.catalogue.MinistryTitle("cas")), Kana: "ナイカクカンボウ", Prefecture: "東京都",
		Standings: []access.Standing{{Kind: access.CabinetSecretariat}}}
	if err := n.found(cabinet, access.Administrator, access.Officer, access.Manager); err != nil {
		return err
	}
	if err := n.ministries(); err != nil {
		return err
	}
	for _, s := range sectors {
		if err := n.sectorBodies(s); err != nil {
			return err
		}
	}
	for _, o := range operators {
		org := access.Org{ID: o.id, Name: o.name, Kana: o.kana, Prefecture: o.prefecture, Autonomous: o.autonomous,
			Standings: []access.Standing{{Kind: access.Operator, Sector: o.sector}}}
		if err := n.found(org, n.rolesOf(o)...); err != nil {
			return err
		}
	}
	return n.contractors()
}

// rolesOf gives the first operator of a sector all roles, and the others the two that one needs.
func (n *nation) rolesOf(o operator) []access.Role {
	if o.id == "mihon-"+o.sector {
		return []access.Role{access.Officer, access.Manager, access.Staff, access.AuditorRole, access.Administrator}
	}
	return []access.Role{access.Officer, access.Staff}
}

// sample marks the name of a real body as the demo's.
func sample(t lang.Text) lang.Text {
	return lang.Text{JA: t.JA + "（見本）", EN: t.EN + " (sample)"}
}

// ministries answer for the sectors as the catalogue says; the one of transport also runs air traffic control.
func (n *nation) ministries() error {
	for _, id := range []string{"mic", "fsa", "mhlw", "meti", "mlit"} {
		org := access.Org{ID: id, Name: sample(n.catalogue.MinistryTitle(id)), Kana: ministryKana[id], Prefecture: "東京都"}
		for _, s := range sectors {
			sector, _ := n.catalogue.Sector(s)
			for _, t := range sector.Ministries {
				if t.ID == id && (t.Until == "" || t.Until >= n.today) {
					org.Standings = append(org.Standings, access.Standing{Kind: access.Ministry, Sector: s})
				}
			}
		}
		if id == "mlit" {
			org.Standings = append(org.Standings, access.Standing{Kind: access.Operator, Sector: "aviation"})
		}
		if err := n.found(org, access.Officer, access.Manager, access.Administrator); err != nil {
			return err
		}
	}
	return nil
}

// sectorBodies are the association and the CEPTOAR of a sector.
func (n *nation) sectorBodies(s string) error {
	sector, _ := n.catalogue.Sector(s)
	association := access.Org{ID: "mihon-" + s + "-association", Name: lang.Text{JA: "見本" + sector.Title.JA + "協会", EN: "Mihon Association: " + sector.Title.EN},
		Kana: "ミホンキョウカイ" + s, Prefecture: "東京都", Standings: []access.Standing{{Kind: access.Association, Sector: s}}}
	if err := n.found(association, access.Officer); err != nil {
		return err
	}
	ceptoar := access.Org{ID: "mihon-" + s + "-ceptoar", Name: lang.Text{JA: "見本" + sector.Title.JA + "セプター", EN: "Mihon CEPTOAR: " + sector.Title.EN},
		Kana: "ミホンセプター" + s, Prefecture: "東京都", Standings: []access.Standing{{Kind: access.Ceptoar, Sector: s}}}
	return n.found(ceptoar, access.Manager)
}

// contractors work for two operators each; the audit firm is engaged for this fiscal year.
func (n *nation) contractors() error {
	for _, c := range []struct {
		org     access.Org
		clients []string
		since   clock.Date
	}{
		{access.Org{ID: "mihon-keiso", Name: lang.Text{JA: "見本計装サービス", EN: "Mihon Instrumentation"}, Kana: "ミホンケイソウサービス", Prefecture: "東京都",
			Standings: []access.Standing{{Kind: access.Contractor}}}, []string{"mihon-water", "mihon-gas"}, day(n.year-2, 4, 1)},
		{access.Org{ID: "mihon-joho", Name: lang.Text{JA: "見本情報システム", EN: "Mihon Information Systems"}, Kana: "ミホンジョウホウシステム", Prefecture: "大阪府",
			Standings: []access.Standing{{Kind: access.Contractor}}}, []string{"mihon-medical", "mihon-finance"}, day(n.year-2, 4, 1)},
		{access.Org{ID: "mihon-kansa", Name: lang.Text{JA: "見本監査法人", EN: "Mihon Audit"}, Kana: "ミホンカンサホウジン", Prefecture: "東京都",
			Standings: []access.Standing{{Kind: access.Auditor}}}, []string{"mihon-electricity"}, day(n.year, 4, 1)},
	} {
		if err := n.found(c.org, access.Manager, access.Staff); err != nil {
			return err
		}
		for _, client := range c.clients {
			e := access.Engagement{Org: c.org.ID, Client: client, Since: c.since}
			if err := n.Access.Engage(n.ctx, access.Installation(), e); err != nil {
				return err
			}
		}
	}
	return nil
}

// found enters an organisation and a person for each role.
func (n *nation) found(o access.Org, roles ...access.Role) error {
	if err := n.Access.AddOrg(n.ctx, access.Installation(), o); err != nil {
		return fmt.Errorf("%s: %w", o.ID, err)
	}
	for _, role := range roles {
		family, first := surnames[n.people%len(surnames)], given[n.people%len(given)]
		n.people++
		p := access.Person{Login: fmt.Sprintf("%s@%s", role, o.ID), Name: family[0] + " " + first[0], Kana: family[1] + " " + first[1]}
		person, err := n.Access.AddPerson(n.ctx, access.Installation(), p, access.Membership{Org: o.ID, Role: role}, "")
		if err != nil {
			return fmt.Errorf("%s: %w", p.Login, err)
		}
		p.ID = person
		n.actors[o.ID+" "+string(role)] = access.Actor{Person: p, Org: o, Role: role}
	}
	return nil
}

// as is somebody of an organisation in a role, today by the clock.
func (n *nation) as(org string, role access.Role) access.Actor {
	a, known := n.actors[org+" "+string(role)]
	if !known {
		panic("the demo nation has no " + string(role) + " of " + org)
	}
	a.Day = clock.Day(n.clock.Now())
	return a
}
