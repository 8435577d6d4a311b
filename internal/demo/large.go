package demo

import (
	"context"
	"fmt"
	"strings"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Size is how large a generated nation is.
type Size struct {
	Operators int // spread over the sectors
	Clauses   int // asked of each operator
}

// Large builds a generated nation for measurements: one standard of Clauses clauses a sector, and for each
// operator a finished check with every clause answered and its summary sent. Like the demo nation it goes
// through the rooms' services and is the same every time.
func Large(ctx context.Context, c *Clock, r Rooms, size Size) error {
	defer c.release()
	n := begin(ctx, c, r)
	n.clock.at(day(n.year-3, 4, 1))
	if err := n.found(access.Org{ID: "cas", Name: lang.Same("cas"), Standings: []access.Standing{{Kind: access.CabinetSecretariat}}}, access.Officer); err != nil {
		return err
	}
	if err := n.ministries(); err != nil {
		return err
	}
	for _, s := range sectors {
		issuer := n.ministryOf(s)
		if err := n.enact(issuer, []edition{{generatedStandard(s, issuer, n.year-2, size.Clauses)}}, n.year-3); err != nil {
			return err
		}
	}
	for i := range size.Operators {
		o := operator{sector: sectors[i%len(sectors)], id: fmt.Sprintf("operator-%04d", i), name: lang.Same(fmt.Sprintf("Operator %04d", i)), kana: fmt.Sprintf("%04d", i)}
		if err := n.generated(o); err != nil {
			return fmt.Errorf("%s: %w", o.id, err)
		}
	}
	return nil
}

// generated founds an operator and takes its check from start to the ministry.
func (n *nation) generated(o operator) error {
	n.clock.at(n.upTo(day(n.year, 4, 2)))
	org := access.Org{ID: o.id, Name: o.name, Kana: o.kana, Standings: []access.Standing{{Kind: access.Operator, Sector: o.sector}}}
	if err := n.found(org, access.Officer, access.Staff); err != nil {
		return err
	}
	id, err := n.Checks.Start(n.ctx, n.as(o.id, access.Officer), check.Start{Sector: o.sector, Year: n.year})
	if err != nil {
		return err
	}
	if err := n.answer(o, id, n.year, 100); err != nil {
		return err
	}
	if err := n.Checks.Close(n.ctx, n.as(o.id, access.Officer), id, ""); err != nil {
		return err
	}
	return n.send(o, id)
}

// generatedStandard is a standard whose clauses cover the items of the guideline in turn.
func generatedStandard(sector, issuer string, year, clauses int) string {
	var asked []string
	for _, it := range guideline.Builtin().Latest().Asked() {
		asked = append(asked, it.ID)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: %s-generated\ntitle: {ja: %s 生成した基準, en: Generated standard of %s}\ntier: %s\nsectors: [%s]\nissuer: %s\nedition: \"1\"\nguideline: shishin-3\n"+
		"effective: %s\nlevels: {遵守: must, 推奨: should}\npublication: public\n---\n", sector, sector, sector, standard.Recommended, sector, issuer, day(year, 4, 1))
	for i := range clauses {
		word := []string{"遵守", "推奨"}[i%2]
		fmt.Fprintf(&b, "\n## %d 生成した規定 {#c%d covers=%q level=%q degree=\"復旧 <= %dh\" phase=%q}\n\n%s\n", i+1, i+1, asked[i%len(asked)], word, 1+i%72,
			standard.Phases[i%len(standard.Phases)], strings.Repeat("事業者は、対象の情報システムについて定めた手順に従い、結果を記録する。", 2+i%3))
	}
	return b.String()
}
