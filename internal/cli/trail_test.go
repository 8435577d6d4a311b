package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kijun/internal/cli"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/trail"
)

// filled is a folder with a trail of 9 sealed entries and 1 that is not.
func filled(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	change(t, folder, func(tx *db.Tx) error {
		for i := range 9 {
			if err := trail.Append(t.Context(), tx, entry(i)); err != nil {
				return err
			}
		}
		return nil
	})
	d, err := db.OpenFolder(folder)
	must(t, err)
	n, err := trail.Seal(t.Context(), d)
	must(t, err)
	must(t, d.Close())
	if n != 9 {
		t.Fatalf("sealed %d", n)
	}
	change(t, folder, func(tx *db.Tx) error { return trail.Append(t.Context(), tx, entry(9)) })
	return folder
}

func entry(i int) *trail.Entry {
	return &trail.Entry{At: time.Date(2026, 11, 24, 9, 0, i, 0, time.UTC), Actor: "person-1", Org: "org-1", Role: "officer",
		Act: "standard.publish", Object: fmt.Sprintf("standard/%d", i), Outcome: trail.Done}
}

func change(t *testing.T, folder string, act func(*db.Tx) error) {
	t.Helper()
	d, err := db.OpenFolder(folder)
	must(t, err)
	must(t, d.Migrate(t.Context(), db.Migrations()))
	must(t, d.Write(t.Context(), act))
	must(t, d.Close())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// kijun runs the command line.
func kijun(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = cli.Main(args, cli.Env{In: strings.NewReader(""), Out: &o, Err: &e, Context: t.Context(),
		Now: func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }, Getenv: func(string) string { return "" }})
	return code, o.String(), e.String()
}

type verdict struct {
	OK             bool
	Size, Unsealed int64
	Root           string
	Faults         []struct{ JA, EN string }
}

func verifyJSON(t *testing.T, folder string, want int) verdict {
	t.Helper()
	code, out, errs := kijun(t, "trail", "verify", "--data", folder, "--format", "json")
	if code != want || errs != "" {
		t.Errorf("exit %d, want %d; %s", code, want, errs)
	}
	var v verdict
	must(t, json.Unmarshal([]byte(out), &v))
	return v
}

func TestVerifyingATrail(t *testing.T) {
	folder := filled(t)
	v := verifyJSON(t, folder, fault.ExitYes)
	if !v.OK || v.Size != 9 || v.Unsealed != 1 || len(v.Root) != 44 || v.Faults == nil || len(v.Faults) != 0 {
		t.Errorf("%+v", v)
	}
	for l, want := range map[string]string{"ja": "食い違いはありません", "en": "No faults"} {
		code, out, errs := kijun(t, "trail", "verify", "--data", folder, "--lang", l)
		if code != fault.ExitYes || errs != "" || !strings.Contains(out, want) || !strings.Contains(out, v.Root) {
			t.Errorf("exit %d\n%s%s", code, out, errs)
		}
	}
}

func TestVerifyingATrailThatWasTamperedWith(t *testing.T) {
	folder := filled(t)
	before := verifyJSON(t, folder, fault.ExitYes)
	change(t, folder, func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE trail_entry SET leaf = (SELECT leaf FROM trail_entry WHERE n = 2) WHERE n = 5`)
		return err
	})
	v := verifyJSON(t, folder, fault.ExitNo)
	if v.OK || v.Root == before.Root || v.Size != 9 || len(v.Faults) == 0 || v.Faults[0].EN != "entry 5 is not what was sealed" {
		t.Errorf("%+v", v)
	}
	for l, want := range map[string]string{"ja": "- 5 番の記録が、封をした時の内容と違います", "en": "- entry 5 is not what was sealed"} {
		code, out, _ := kijun(t, "trail", "verify", "--data", folder, "--lang", l)
		if code != fault.ExitNo || !strings.Contains(out, want) {
			t.Errorf("exit %d\n%s", code, out)
		}
	}
}

func TestWhatIsNoTrailIsAnInputError(t *testing.T) {
	empty, other, broken := t.TempDir(), t.TempDir(), t.TempDir()
	d, err := db.OpenFolder(other)
	must(t, err)
	must(t, d.Close())
	must(t, os.WriteFile(filepath.Join(broken, db.FileName), bytes.Repeat([]byte("no database "), 1000), 0o600))
	for what, flags := range map[string][]string{
		"no place":           {},
		"two places":         {"--data", empty, "--database", "postgres://127.0.0.1:1/x"},
		"an empty folder":    {"--data", empty},
		"no folder":          {"--data", filepath.Join(empty, "none")},
		"another's database": {"--data", other},
		"a broken file":      {"--data", broken},
		"nobody answers":     {"--database", "postgres://127.0.0.1:1/x?connect_timeout=5"},
	} {
		code, out, errs := kijun(t, append([]string{"trail", "verify"}, flags...)...)
		if code != fault.ExitInput || out != "" || !strings.HasPrefix(errs, "kijun: ") {
			t.Errorf("%s: exit %d\n%s%s", what, code, out, errs)
		}
	}
	if files, err := os.ReadDir(empty); err != nil || len(files) != 0 {
		t.Errorf("verifying left %v in an empty folder (%v)", files, err)
	}
}
