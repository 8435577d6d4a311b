package guideline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var knownID = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// TestKnownStandards: every row says what it is, by whom, of which tier, for which sectors and how sure.
func TestKnownStandards(t *testing.T) {
	c := Builtin()
	if len(c.Standards) < 50 {
		t.Errorf("%d known standards", len(c.Standards))
	}
	certainties := []Certainty{"found", "found-in-part", "recalled-high", "recalled-med", "recalled-low"}
	ids := map[string]bool{}
	for _, k := range c.Standards {
		if !knownID.MatchString(k.ID) || ids[k.ID] {
			t.Errorf("id %q is malformed or stands twice", k.ID)
		}
		ids[k.ID] = true
		if strings.TrimSpace(k.Title.JA) == "" || strings.TrimSpace(k.Issuer.JA) == "" {
			t.Errorf("%s: title %q, issuer %q", k.ID, k.Title.JA, k.Issuer.JA)
		}
		if !slices.Contains(KnownTiers, k.Tier) || !slices.Contains(certainties, k.Certainty) {
			t.Errorf("%s: tier %q, certainty %q", k.ID, k.Tier, k.Certainty)
		}
		if len(k.Sectors) == 0 {
			t.Errorf("%s is for no sector", k.ID)
		}
		for _, s := range k.Sectors {
			if _, ok := c.Sector(s); !ok {
				t.Errorf("%s: there is no sector %q", k.ID, s)
			}
		}
		testYears(t, k)
	}
}

// testYears: what is said of the time does not contradict itself. A date may be later than the year,
// where an amendment takes effect afterwards, never earlier.
func testYears(t *testing.T, k KnownStandard) {
	t.Helper()
	if k.Year == 0 && (k.First != 0 || k.About || k.Date != "") {
		t.Errorf("%s: no year, but first %d, about %t, date %q", k.ID, k.First, k.About, k.Date)
	}
	if k.First > k.Year || k.Year != 0 && k.Year < 1947 {
		t.Errorf("%s: year %d, first %d", k.ID, k.Year, k.First)
	}
	if k.Date == "" {
		return
	}
	if _, ok := k.Date.Time(); !ok || string(k.Date[:4]) < fmt.Sprint(k.Year) {
		t.Errorf("%s: date %q, year %d", k.ID, k.Date, k.Year)
	}
}

// TestKnownStandardsOfSector: parts belong to their sector, a sector's own hold in its parts, the most
// binding come first.
func TestKnownStandardsOfSector(t *testing.T) {
	c := Builtin()
	ids := func(sector string) []string {
		var ids []string
		tier := 0
		for _, k := range c.KnownStandards(sector) {
			ids = append(ids, k.ID)
			if i := slices.Index(KnownTiers, k.Tier); i < tier {
				t.Errorf("%s: %s stands after a less binding one", sector, k.ID)
			} else {
				tier = i
			}
		}
		return ids
	}
	for sector, want := range map[string]string{
		"finance":      "major-banks-supervision", // of banking, a part
		"banking":      "fisc-security-guidelines",
		"telecom":      "catv-guideline",
		"water":        "mlit-checklist",
		"government":   "nakanojo-policy",
		"broadcasting": "broadcasting-rules",
	} {
		if got := ids(sector); !slices.Contains(got, want) {
			t.Errorf("%s: %v does not have %s", sector, got, want)
		}
	}
	if got := ids("securities"); slices.Contains(got, "major-banks-supervision") {
		t.Errorf("securities lists what is for banks: %v", got)
	}
	if got := ids("gas"); slices.Contains(got, "mlit-checklist") || len(got) != 4 {
		t.Errorf("gas: %v", got)
	}
	if got := len(c.KnownStandards("")); got != len(c.Standards) {
		t.Errorf("without a sector %d of %d", got, len(c.Standards))
	}
}
