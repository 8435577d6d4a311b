package cli

import (
	"testing"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// TestKnownTiers: the tiers that the guideline room writes out are those of the room standard.
func TestKnownTiers(t *testing.T) {
	if len(guideline.KnownTiers) != len(standard.Tiers) {
		t.Fatalf("%v, but %v", guideline.KnownTiers, standard.Tiers)
	}
	for i, tier := range standard.Tiers {
		if guideline.KnownTiers[i] != string(tier) {
			t.Errorf("tier %d is %q, in the room standard %q", i, guideline.KnownTiers[i], tier)
		}
	}
	for _, k := range guideline.Builtin().Standards {
		if tierOf(k).IsZero() || certainties[k.Certainty].IsZero() {
			t.Errorf("%s: tier %q or certainty %q has no name", k.ID, k.Tier, k.Certainty)
		}
	}
}
