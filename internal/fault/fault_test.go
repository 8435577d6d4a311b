package fault

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kijun/internal/lang"
)

func TestEveryKindHasAStatusAndAnExitCode(t *testing.T) {
	for k := Internal; k <= Unavailable; k++ {
		if k.Status() < 400 || k.Exit() < ExitInput {
			t.Errorf("kind %d: status %d, exit %d", k, k.Status(), k.Exit())
		}
	}
}

func TestNothingInternalReachesAPerson(t *testing.T) {
	f := Of(errors.New("pq: password authentication failed"))
	if f.Kind != Internal || strings.Contains(f.Text.JA+f.Text.EN, "password") {
		t.Errorf("%+v", f)
	}
	if !errors.Is(f, f.Cause) {
		t.Error("the cause is lost to the log")
	}
	wrapped := fmt.Errorf("load: %w", New(NotFound, lang.Same("no such item")))
	if got := Of(wrapped); got.Kind != NotFound || got.Text.EN != "no such item" {
		t.Errorf("%+v", got)
	}
}
