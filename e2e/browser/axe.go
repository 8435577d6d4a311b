//go:build e2e

package browser

import (
	"fmt"
	"strings"
)

// Finding is a rule of axe-core that the page breaks, with the places where it does.
type Finding struct {
	ID     string  `json:"id"`
	Impact string  `json:"impact"`
	Help   string  `json:"help"`
	Places []Place `json:"nodes"`
}

// Place is an element that breaks a rule.
type Place struct {
	HTML    string `json:"html"`
	Summary string `json:"failureSummary"`
}

func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "axe %s (%s): %s, %d places", f.ID, f.Impact, f.Help, len(f.Places))
	for _, p := range f.Places[:min(3, len(f.Places))] {
		fmt.Fprintf(&b, "\n  %s\n    %s", p.HTML, strings.ReplaceAll(p.Summary, "\n", "\n    "))
	}
	return b.String()
}

// Axe runs axe-core, whose text is source, on the page: the rules of WCAG 2.0 to 2.2, levels A and AA,
// and best practice. What the page complains of meanwhile is not held against it, because the policy
// of a page blocks styles that axe-core sets.
func (t *Tab) Axe(source string) ([]Finding, error) {
	t.mute(true)
	defer t.mute(false)
	if _, err := Eval[bool](t, source+"\n;true"); err != nil {
		return nil, fmt.Errorf("load axe-core: %w", err)
	}
	return Eval[[]Finding](t, `axe.run(document, { resultTypes: ["violations"], runOnly: [
		"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
	]}).then(result => result.violations)`)
}
