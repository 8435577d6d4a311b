//go:build e2e

package e2e

import (
	"bytes"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestReports opens the reports that the command line writes, as whoever gets one by mail does.
func TestReports(t *testing.T) {
	const day = "2026-11-24"
	reports := []struct{ name, ja, en string }{
		{"check", "未検討", "Not examined"},
		{"measure", "内規で実施", "carried out"},
	}
	commands := map[string][]string{
		"check":   {"check", "--sector", "water"},
		"measure": {"measure", "--sector", "water", "--operator", "mihon-water"},
	}
	for _, r := range reports {
		for lang, shows := range map[string]string{"ja": r.ja, "en": r.en} {
			t.Run(r.name+"/"+lang, func(t *testing.T) {
				p := open(t, "")
				p.Go(report(t, append(commands[r.name], "--on", day, "--format", "html", "--lang", lang, "../examples/water")...))
				p.See(shows)
				if got := eval[string](p, "document.documentElement.lang"); got != lang {
					t.Errorf("the page says it is in %q", got)
				}
				p.Accessible()
				p.Fits(320)
				p.Accessible()
				p.PrintsOnA4()
			})
		}
	}
}

// report has kijun write a report and gives the address of the file.
func report(t *testing.T, args ...string) string {
	t.Helper()
	chromium(t)
	kijun, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(kijun, args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	page, err := cmd.Output()
	var open *exec.ExitError
	if errors.As(err, &open) && open.ExitCode() == 1 {
		err = nil // items are open: that is what the report is about
	}
	if err != nil {
		t.Fatal(err, said.String())
	}
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, page, 0o644); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
