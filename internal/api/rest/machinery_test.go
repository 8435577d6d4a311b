package rest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"kijun/internal/lang"
)

// TestEverythingTheMachinerySaysIsSaidInJapanese looks the sentences up in the machinery's own source.
func TestEverythingTheMachinerySaysIsSaidInJapanese(t *testing.T) {
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/danielgtaylor/huma/v2/validation").Output()
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(folder)), "messages.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	unused := []string{ // no schema of ours has what they are about
		"1123", "email", "hostname", "ipv4", "ipv6", "3339 time", "uri", "uuid", "json-pointer", "regex", "schema", "propertyName", "duration",
		"unique", "multiple of", "properties", "when %s is present"}
	said := 0
	ast.Inspect(f, func(n ast.Node) bool {
		l, ok := n.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return true
		}
		message, err := strconv.Unquote(l.Value)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range unused {
			if strings.Contains(message, u) {
				return true
			}
		}
		said++
		if got := say(lang.JA, message); got == message {
			t.Errorf("%q is not said in Japanese", message)
		}
		return true
	})
	if said < 20 {
		t.Errorf("only %d sentences were found", said)
	}
}

func TestSayingKeepsTheLimit(t *testing.T) {
	for message, want := range map[string]string{
		"expected length <= 200":                            "200 字以下にしてください",
		"expected number >= 1":                              "1 以上にしてください",
		"expected required property login to be present":    "項目 login が必要です",
		"request body is too large limit=1048577 bytes":     "本文が大きすぎます（1048577 バイト未満にしてください）",
		"expected string to be RFC 3339 date":               "日付を入れてください（例: 2026-04-01）",
		"expected value to be one of \"draft, decided\"":    "次のどれかにしてください: \"draft, decided\"",
		"what the machinery has never said before this one": "what the machinery has never said before this one",
	} {
		if got := say(lang.JA, message); got != want {
			t.Errorf("%q: %q", message, got)
		}
	}
}

// TestNothingSentIsRepeated: names and types that only the caller used do not come back.
func TestNothingSentIsRepeated(t *testing.T) {
	const secret = "secret.a.b"
	for _, d := range []*huma.ErrorDetail{
		{Message: validation.MsgUnexpectedProperty, Location: "body.files[0]." + secret, Value: map[string]any{"b": 1, secret: 1}},
		{Message: unknownQuery, Location: "query." + secret},
	} {
		p := machinery(lang.EN, http.StatusUnprocessableEntity, "validation failed", []error{d})
		if len(p.Errors) != 1 || strings.Contains(p.Errors[0].Location+p.Errors[0].Message, "secret") || p.Errors[0].Location == "" {
			t.Errorf("%+v", p.Errors)
		}
	}
	p := machinery(lang.EN, http.StatusUnsupportedMediaType, "validation failed", []error{&huma.ErrorDetail{Message: "unknown content type: " + secret, Location: "body"}})
	if strings.Contains(p.Errors[0].Message, "secret") {
		t.Errorf("%+v", p)
	}
}

func TestABrokenBodyIsNoFailureOfOurs(t *testing.T) {
	if p := machinery(lang.EN, http.StatusInternalServerError, unread, nil); p.Status != http.StatusBadRequest {
		t.Errorf("%+v", p)
	}
	if p := machinery(lang.EN, http.StatusInternalServerError, "unexpected error occurred", nil); p.Status != http.StatusInternalServerError {
		t.Errorf("%+v", p)
	}
}

func TestBadJSONIsToldByItsPlace(t *testing.T) {
	for body, want := range map[string]string{
		`{"a": secret}`:         notJSON + "7",
		`{"a":1`:                notJSON + "6",
		`{"a":"x\u0000secret"}`: nulInside,
		`{"x\u0000secret":1}`:   nulInside,
		`[[["\u0000"]]]`:        nulInside,
	} {
		var v any
		if err := unmarshal([]byte(body), &v); err == nil || err.Error() != want {
			t.Errorf("%s: %v", body, err)
		}
	}
	var n struct{ A int }
	if err := unmarshal([]byte(`{"A":1e99}`), &n); err == nil || strings.Contains(err.Error(), "1e99") {
		t.Errorf("%v", err)
	}
	var whole any
	if err := unmarshal([]byte(`{"a":"\\u0000 is how one writes it"}`), &whole); err != nil {
		t.Errorf("a text about NUL: %v", err)
	}
}

func TestAcceptedLanguage(t *testing.T) {
	for header, want := range map[string]lang.Lang{"": lang.JA, "en": lang.EN, "en-GB,ja": lang.EN, "ja, en": lang.JA, "fr, en;q=0.8": lang.EN, "fr": lang.JA} {
		if got := Accepted(header); got != want {
			t.Errorf("%q: %s", header, got)
		}
	}
}
