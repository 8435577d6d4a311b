//go:build e2e

package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"kijun/e2e/browser"
)

// shared is the one browser of all journeys, started for the first; each tab has cookies of its own.
var (
	running *browser.Browser
	shared  = sync.OnceValues(func() (*browser.Browser, error) {
		b, err := browser.Start(context.Background())
		running = b
		return b, err
	})
)

// workspace is a folder for what all journeys share; it goes away with them.
var workspace string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	if workspace, err = os.MkdirTemp("", "kijun-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(workspace)
	code := m.Run()
	if running == nil {
		return code
	}
	if err := running.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, "the browser did not stop well:", err)
		return max(code, 1)
	}
	return code
}

// program builds kijun, once, and gives its path, or that of one already built, which KIJUN_PROGRAM names.
var program = sync.OnceValues(func() (string, error) {
	if built := os.Getenv("KIJUN_PROGRAM"); built != "" {
		return exec.LookPath(built)
	}
	path := filepath.Join(workspace, "kijun")
	out, err := exec.Command("go", "build", "-o", path, "kijun/cmd/kijun").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("build kijun: %w: %s", err, out)
	}
	return path, err
})

// missing skips a test on a developer's computer that lacks what it needs; continuous integration has it.
func missing(t *testing.T, err error) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(err)
	}
	t.Skip(err)
}

// chromium is the shared browser.
func chromium(t *testing.T) *browser.Browser {
	t.Helper()
	b, err := shared()
	if errors.Is(err, browser.ErrMissing) {
		missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}
