package demo

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"kijun/examples"
	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/standard"
)

// samplesYear is the fiscal year for which the sample documents were written.
const samplesYear = 2026

// upperDocuments are the sample documents of a sector above the in-house rules.
func upperDocuments(sector string) ([]edition, error) { return documents(sector, false) }

// rules are the sample in-house rules of a sector's first operator.
func rules(sector string) (edition, error) {
	found, err := documents(sector, true)
	if err != nil || len(found) != 1 {
		return edition{}, fmt.Errorf("in-house rules of %s: %d found: %w", sector, len(found), err)
	}
	return found[0], nil
}

func documents(sector string, inHouse bool) ([]edition, error) {
	paths, err := fs.Glob(examples.Nation, sector+"/*.md")
	if err != nil {
		return nil, err
	}
	var out []edition
	for _, p := range paths {
		raw, err := fs.ReadFile(examples.Nation, p)
		if err != nil {
			return nil, err
		}
		e := edition{string(raw)}
		if (e.value("tier") == string(standard.InHouse)) == inHouse {
			out = append(out, e)
		}
	}
	return out, nil
}

// oldStandards are the editions that were in force when the nation began.
func (n *nation) oldStandards() error {
	return n.standardsOf(n.year-3, func(e *edition) {
		e.shift(n.year - samplesYear - 2)
		e.before()
		e.drop(5, 5)
	})
}

// newStandards are the editions of this year, each decided in the February before it begins.
func (n *nation) newStandards() error {
	err := n.standardsOf(n.year-1, func(e *edition) {
		e.shift(n.year - samplesYear)
		if e.first() {
			e.set("edition", `"2"`)
		}
	})
	if err != nil {
		return err
	}
	for _, s := range sectors {
		if err := n.allocate(s); err != nil {
			return err
		}
	}
	return nil
}

// standardsOf enacts an edition of every document above the in-house rules, made from its sample.
func (n *nation) standardsOf(year int, make func(*edition)) error {
	var issuers []string
	of := map[string][]edition{}
	for _, s := range sectors {
		upper, err := upperDocuments(s)
		if err != nil {
			return err
		}
		for _, e := range upper {
			make(&e)
			issuer := e.value("issuer")
			if of[issuer] == nil {
				issuers = append(issuers, issuer)
			}
			of[issuer] = append(of[issuer], e)
		}
	}
	for _, issuer := range issuers {
		if err := n.enact(issuer, of[issuer], year); err != nil {
			return err
		}
	}
	return nil
}

// enact takes editions of one issuer from draft into force: consulted in December, decided in February of a
// fiscal year, in force in March with effect from their own day.
func (n *nation) enact(org string, es []edition, year int) error {
	writer := access.Manager
	if strings.HasSuffix(org, "-association") {
		writer = access.Officer
	}
	n.clock.at(day(year, 12, 1))
	records, err := n.bring(n.as(org, writer), es...)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		on      clock.Date
		to      string
		comment string
	}{
		{day(year, 12, 20), standard.InConsultation, "分野の事業者と所管省庁に意見を聞く"},
		{day(year, 2, 10), standard.Decided, "意見を反映して決定"},
		{day(year, 3, 25), standard.InForce, ""},
	} {
		n.clock.at(step.on)
		for _, record := range records {
			if err := n.Standards.Advance(n.ctx, n.as(org, access.Officer), record, step.to, step.comment); err != nil {
				return fmt.Errorf("%s: %s: %w", org, step.to, err)
			}
		}
	}
	return nil
}

// bring imports documents and returns the ids of their records.
func (n *nation) bring(a access.Actor, es ...edition) (records []string, err error) {
	files := make([]standard.Upload, len(es))
	for i, e := range es {
		files[i] = standard.Upload{Name: e.value("id") + ".md", Data: []byte(e.source)}
	}
	done, err := n.Standards.Import(n.ctx, a, files)
	if err != nil {
		return nil, fmt.Errorf("import as %s: %v: %w", a.Org.ID, done.Problems, err)
	}
	for _, f := range done.Files {
		records = append(records, f.Record)
	}
	return records, nil
}

// allocate enters the allocation of a sector by its ministry.
func (n *nation) allocate(sector string) error {
	raw, err := fs.ReadFile(examples.Nation, sector+"/"+standard.AllocationFile)
	if err != nil {
		return err
	}
	e := edition{string(raw)}
	e.shift(n.year - samplesYear)
	n.clock.at(day(n.year-1, 2, 20))
	ministry := n.ministryOf(sector)
	done, err := n.Standards.Import(n.ctx, n.as(ministry, access.Manager), []standard.Upload{{Name: standard.AllocationFile, Data: []byte(e.source)}})
	if err != nil {
		return fmt.Errorf("allocation of %s by %s: %v: %w", sector, ministry, done.Problems, err)
	}
	return nil
}

// ministryOf is the ministry that answers for a sector.
func (n *nation) ministryOf(sector string) string {
	for _, a := range n.actors {
		for _, st := range a.Org.Standings {
			if st.Kind == access.Ministry && st.Sector == sector {
				return a.Org.ID
			}
		}
	}
	panic("no ministry answers for " + sector)
}

// inHouseRules gives three of four operators rules: the first its own, the others shorter ones after its
// model. The last has none yet.
func (n *nation) inHouseRules() error {
	for i, o := range operators {
		if !slices.Contains(n.sectors, o.sector) {
			continue
		}
		e, err := rules(o.sector)
		if err != nil {
			return err
		}
		first := operators[n.firstOf(o.sector)]
		e.shift(n.year - samplesYear - 2)
		e.set("next_review", string(day(n.year, 3, 31)))
		if o.id != first.id {
			nth := i - n.firstOf(o.sector)
			if nth == 3 {
				continue
			}
			e.source = strings.ReplaceAll(e.source, first.name.JA, o.name.JA) // before the title, which holds the new name
			e.set("id", o.id+"-rules")
			e.set("operator", o.id)
			e.set("issuer", o.id)
			e.set("title", fmt.Sprintf("{ja: %s情報セキュリティ規程（見本）, en: %q}", o.name.JA, "Information security rules of "+o.name.EN+" (sample)"))
			e.drop(nth+1, 3)
		}
		n.clock.at(day(n.year-2, 4, 10))
		officer := n.as(o.id, access.Officer)
		records, err := n.bring(officer, e)
		if err != nil {
			return err
		}
		for _, to := range []string{standard.Decided, standard.InForce} {
			if err := n.Standards.Advance(n.ctx, officer, records[0], to, ""); err != nil {
				return fmt.Errorf("%s: %s: %w", o.id, to, err)
			}
		}
	}
	return nil
}

// firstOf is the index of the first operator of a sector.
func (n *nation) firstOf(sector string) int {
	for i, o := range operators {
		if o.sector == sector {
			return i
		}
	}
	panic("the demo nation has no operator of " + sector)
}
