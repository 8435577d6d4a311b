//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"net/http"
	"testing"
)

// session signs somebody of the demo nation in over the API.
func session(t *testing.T, base, login string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"login": login})
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(base+"/api/v1/sessions/demo", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var opened struct{ Token string }
	if err := json.NewDecoder(res.Body).Decode(&opened); err != nil || opened.Token == "" {
		t.Fatalf("%s cannot sign in: %d, %v", login, res.StatusCode, err)
	}
	return opened.Token
}

// as opens a tab in which somebody of the demo nation has signed in, without going through the page for it.
func as(t *testing.T, base, login string) *page {
	t.Helper()
	p := open(t, base)
	p.must(p.tab.SetCookie(base, "kijun-session", session(t, base, login)))
	return p
}

// enter opens a tab and signs in by the page, as the person whose button says all of words.
func enter(t *testing.T, base, root, words string) *page {
	t.Helper()
	p := open(t, base)
	p.Go(root + "/sign-in")
	p.Follow(button(words).Part().First())
	p.At(root + "/")
	return p
}
