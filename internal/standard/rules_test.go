package standard

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestEveryRuleIsDocumented keeps the table of rules in docs/formats.md equal to the rules.
func TestEveryRuleIsDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, r := range Rules {
		if ids[r.ID] {
			t.Errorf("rule %s stands twice", r.ID)
		}
		ids[r.ID] = true
		if row := fmt.Sprintf("| `%s` | %s |", r.ID, r.Severity); !strings.Contains(string(doc), row) {
			t.Errorf("docs/formats.md does not have the row %s", row)
		}
		if r.Says.JA == "" || r.Says.EN == "" || strings.Count(r.Says.JA, "%") != strings.Count(r.Says.EN, "%") {
			t.Errorf("rule %s says %q / %q", r.ID, r.Says.JA, r.Says.EN)
		}
	}
}
