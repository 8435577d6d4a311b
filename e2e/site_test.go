//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

var (
	address  = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	setUpKey = regexp.MustCompile(`設定の鍵 (\S+)`)
)

// demo runs kijun with the demo nation, freshly built, for one test, and gives the address.
func demo(t *testing.T) string {
	t.Helper()
	base, _ := start(t, "demo", "--listen", "127.0.0.1:0")
	return base
}

// installation runs an empty kijun for one test, and gives the address and the set-up key.
func installation(t *testing.T) (base, key string) {
	t.Helper()
	base, said := start(t, "serve", "--data", t.TempDir(), "--listen", "127.0.0.1:0")
	for said.Scan() {
		if m := setUpKey.FindStringSubmatch(said.Text()); m != nil {
			return base, m[1]
		}
	}
	t.Fatal("the server tells no set-up key")
	return "", ""
}

// start runs the real program until the test ends and waits until it tells where it listens. The test
// fails for whatever the program logs as an error, and if it does not end well when it is told to.
func start(t *testing.T, args ...string) (base string, said *bufio.Scanner) {
	t.Helper()
	chromium(t)
	kijun, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(kijun, args...)
	var log bytes.Buffer
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		err := cmd.Process.Signal(os.Interrupt)
		if wrong := cmd.Wait(); err != nil || wrong != nil {
			t.Errorf("kijun %s did not end well: %v, %v", args[0], err, wrong)
		}
		if log.Len() > 0 {
			t.Logf("kijun %s logged:\n%s", args[0], log.String())
		}
		if strings.Contains(log.String(), "level=ERROR") {
			t.Error("the log has errors")
		}
	})
	said = bufio.NewScanner(out)
	for said.Scan() {
		if base = address.FindString(said.Text()); base != "" {
			return base, said
		}
	}
	t.Fatal("the server tells no address")
	return "", nil
}
