//go:build e2e

package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// TestMainJobInEnglish is the shorter way, in the demo nation: a contractor of an operator, its staff, two
// operators that send, the ministry, and sums that the nation is shown once three have sent.
func TestMainJobInEnglish(t *testing.T) {
	base := demo(t)
	contractor := enter(t, base, "/en", "Mihon Instrumentation manager")
	contractor.Follow(link("What to do"))
	contractor.See("contractors")
	contractor.Accessible()
	staff := enter(t, base, "/en", "Mihon City Waterworks staff")
	staff.Follow(link("Self-checks"))
	staff.Follow(css("main tbody th a").First())
	staff.Follow(link("1.2 対象範囲"))
	staff.Press("2", "5", "8")
	staff.Wait("the answer is saved", `document.querySelector("[data-status]").textContent === "Saved"`)
	staff.Fill(field("Note"), "See the register")
	staff.Follow(button("Save"))
	staff.See("Saved")
	staff.Accessible()
	ministry, nation := enter(t, base, "/en", "Ministry of Land, Infrastructure"), enter(t, base, "/en", "Cabinet Secretariat")
	nation.Follow(link("Nation"))
	if row := waterRow(nation); !strings.Contains(row, "fewer than 3") {
		t.Errorf("of two or fewer the nation is shown %q", row)
	}
	for _, login := range []string{"officer@mihon-water", "officer@kita-water"} {
		copy := sendsInEnglish(as(t, base, login))
		ministry.Go(copy)
		ministry.Accessible()
		ministry.Follow(button("Accept"))
		ministry.See("Accepted")
	}
	nation.Reload()
	if row := waterRow(nation); !strings.Contains(row, "3 organisations") {
		t.Errorf("of three the nation is shown %q", row)
	}
	for _, name := range []string{"Mihon City Waterworks", "Kita-Mihon Water", "Minami-Mihon Regional"} {
		nation.Gone(name)
	}
	nation.Accessible()
	other := as(t, base, "officer@kita-water")
	other.Expect(http.StatusNotFound)
	other.Go(eval[string](staff, "location.pathname"))
	other.See("Not found")
}

// sendsInEnglish sends the sums of the newest check, and gives the address of the copy.
func sendsInEnglish(p *page) string {
	p.t.Helper()
	p.Go("/en/checks")
	p.Follow(css("main tbody th a").First())
	p.Follow(link("Send a summary"))
	p.See("Exactly what is sent")
	p.Choose(field("Divided by"), "group of items only")
	p.Follow(button("Show it so"))
	p.Accessible()
	p.Click(checkbox("I have looked at what is sent"))
	p.Follow(button("Send"))
	p.See("The summary was sent")
	return eval[string](p, "location.pathname")
}

// waterRow is what the nation is shown of the newest checks of the sector of waterworks.
func waterRow(p *page) string {
	p.t.Helper()
	return eval[string](p, `[...document.querySelectorAll("tr")].filter(r => r.querySelector("th a[href$='/sectors/water']")).at(-1).cells[1].innerText`)
}
