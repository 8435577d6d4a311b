//go:build e2e

package e2e

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"kijun/e2e/browser"
)

// walkers are people whose pages differ; nobody has not signed in.
var walkers = []string{"officer@mihon-water", "manager@mlit", "officer@cas", "staff@mihon-government", "manager@mihon-keiso",
	"officer@mihon-water-association", "auditor@mihon-electricity", nobody}

const nobody = "nobody"

// TestEveryPage follows every link, as people of every sort, in both languages: of each kind of address a
// few. Each page is there, belongs to one language, has one heading of the first rank, fits a telephone,
// leads nowhere where nothing is, and neither the browser nor axe-core finds anything wrong with it.
func TestEveryPage(t *testing.T) {
	base := demo(t)
	for _, d := range []struct{ login, file string }{{"manager@mlit", "water-guideline.md"}, {"manager@mihon-water", "mihon-water-rules.md"}} {
		draft(t, base, d.login, d.file) // so that there is something to edit
	}
	mux := router(t)
	common := &findings{axe: map[string]bool{}, reached: map[string]bool{}}
	source := axeSource(t)
	t.Run("as", func(t *testing.T) {
		for _, login := range walkers {
			t.Run(login, func(t *testing.T) {
				t.Parallel()
				w := &walk{mux: mux, common: common, axe: source, count: map[string]int{}, known: map[string]bool{}, files: map[string]bool{}, ids: map[string][]string{}}
				if login == nobody {
					w.page, w.queue = open(t, base), []string{"/ja/sign-in"}
				} else {
					w.page, w.queue = as(t, base, login), []string{"/ja/"}
				}
				w.everything()
			})
		}
	})
	for _, r := range allRoutes(t) {
		pattern := strings.Replace(strings.Replace(r.String(), "GET /public/", "GET /public/ja/", 1), "GET /", "GET /ja/", 1)
		if r.public {
			pattern = strings.Replace(r.String(), "/public/", "/public/ja/", 1)
		}
		if r.method == http.MethodGet && r.path != "/set-up" && !common.reached[pattern] {
			t.Errorf("no link leads to %s", r)
		}
	}
}

// findings are what the walks share: on which kinds of pages axe-core has run, and what was reached.
type findings struct {
	mu           sync.Mutex
	axe, reached map[string]bool
}

// first reports whether key is new in a set of the findings.
func (f *findings) first(set map[string]bool, key string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	had := set[key]
	set[key] = true
	return !had
}

// walk is one person's.
type walk struct {
	*page
	mux     *http.ServeMux
	common  *findings
	axe     string
	queue   []string
	count   map[string]int  // addresses taken, by pattern
	known   map[string]bool // addresses seen
	files   map[string]bool // whether what a pattern stands for is a file
	ids     map[string][]string
	pointed []string // addresses with fragments
}

// few is how many addresses of a kind are looked at, and of a kind that differs in its query alone.
const few, fewer = 3, 1

func (w *walk) everything() {
	for len(w.queue) > 0 {
		to := w.queue[0]
		w.queue = w.queue[1:]
		ja := w.look(to, "ja")
		if ja == nil {
			continue
		}
		en := w.look(ja.Other, "en")
		if en == nil {
			continue
		}
		if en.Other != ja.Here || strings.Replace(ja.Other, "/en/", "/ja/", 1) != ja.Here {
			w.t.Errorf("%s leads to %s in English, and that back to %s", to, ja.Other, en.Other)
		}
		if same := translated(en.Links); !slices.Equal(translated(ja.Links), same) {
			w.t.Errorf("%s has other links in English: %q", to, differing(translated(ja.Links), same))
		}
		w.take(ja.Links)
	}
	for _, to := range w.pointed {
		path, id, _ := strings.Cut(to, "#")
		if ids, seen := w.ids[path]; seen && !slices.Contains(ids, id) {
			w.t.Errorf("nothing has the id that a link leads to: %s", to)
		}
	}
	w.t.Logf("%d kinds of pages", len(w.count))
}

// take puts the addresses of links on the list: from both ends, because neighbours are alike.
func (w *walk) take(links []string) {
	for i := range links {
		to := links[i/2]
		if i%2 == 1 {
			to = links[len(links)-1-i/2]
		}
		path, _, pointed := strings.Cut(to, "#")
		if pointed && !slices.Contains(w.pointed, to) {
			w.pointed = append(w.pointed, to)
		}
		if w.known[path] {
			continue
		}
		w.known[path] = true
		pattern := patternOf(w.mux, path)
		if pattern == "" {
			w.t.Errorf("a link leads where no room answers: %s", to)
			continue
		}
		most := few
		if strings.Contains(pattern, "?") {
			most = fewer
		}
		if w.count[pattern]++; w.count[pattern] > most {
			continue
		}
		bare, _, _ := strings.Cut(pattern, "?")
		w.common.first(w.common.reached, bare)
		file, judged := w.files[pattern]
		if !judged {
			file = w.isFile(path)
			w.files[pattern] = file
		}
		if !file {
			w.queue = append(w.queue, path)
		}
	}
}

// seen is what a page is like.
type seen struct {
	Status  int
	Kind    string
	Lang    string
	Here    string // after redirects
	Heads   int
	Title   string
	Other   string   // where the link to the other language leads
	Links   []string // local addresses
	IDs     []string
	Outside []string
	Nowhere []string // fragments of the page itself that lead nowhere
}

const sight = `(() => {
	const local = a => a.origin === location.origin;
	const here = location.pathname + location.search;
	const all = [...document.querySelectorAll("a[href]")].filter(local);
	const other = document.querySelector("a.language");
	const path = a => a.pathname + a.search + a.hash;
	return {
		Status: performance.getEntriesByType("navigation")[0].responseStatus, Kind: document.contentType,
		Lang: document.documentElement.lang, Here: here, Heads: document.querySelectorAll("h1").length, Title: document.title,
		Other: other ? path(other) : "",
		Links: all.filter(a => a !== other && a.pathname + a.search !== here).map(path),
		IDs: [...document.querySelectorAll("[id]")].map(e => e.id),
		Nowhere: all.filter(a => a.hash && a.pathname + a.search === here && !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(path),
		Outside: ` + outside + `,
	};
})()`

// look opens a page and judges it; nil where there is none.
func (w *walk) look(to, lang string) *seen {
	w.t.Helper()
	width := 320
	pattern := patternOf(w.mux, to)
	axe := w.common.first(w.common.axe, pattern)
	w.Resize(width, 768)
	w.Go(to)
	eval[bool](w.page, `document.querySelectorAll("details").forEach(d => { d.open = true }), true`)
	s := eval[seen](w.page, sight)
	if s.Status != http.StatusOK || s.Kind != "text/html" {
		w.t.Errorf("%s: %d %s", to, s.Status, s.Kind)
		w.complaints(to)
		return nil
	}
	w.ids[to] = s.IDs
	if s.Lang != lang || s.Heads != 1 || s.Title == "" || s.Other == "" {
		w.t.Errorf("%s: the language is %q, there are %d h1, the title is %q, the other language is at %q", to, s.Lang, s.Heads, s.Title, s.Other)
	}
	for i, id := range s.IDs {
		if slices.Contains(s.IDs[:i], id) {
			w.t.Errorf("%s: the id %s is there more than once", to, id)
		}
	}
	for _, out := range s.Outside {
		w.t.Errorf("%s at %d px: this reaches out of the page: %s", to, width, out)
	}
	for _, f := range s.Nowhere {
		w.t.Errorf("%s: a link leads to nothing on the page: %s", to, f)
	}
	if axe {
		w.accessible(to, lang)
	}
	w.complaints(to)
	return &s
}

// accessible runs axe-core: on Japanese pages as wide as a desk, on English ones as narrow as a telephone.
func (w *walk) accessible(to, lang string) {
	if lang == "ja" {
		w.Resize(1366, 768)
	}
	found, err := w.tab.Axe(w.axe)
	w.must(err)
	for _, f := range found {
		w.t.Errorf("%s: %s", to, f)
	}
}

func (w *walk) complaints(at string) {
	said, err := w.tab.Complaints()
	w.must(err)
	for _, s := range said {
		w.t.Errorf("%s: %s", at, s)
	}
}

// isFile reports whether an address is a download, and judges it if it is one: it is there, and the browser
// is told to save it.
func (w *walk) isFile(path string) bool {
	told := eval[[2]string](w.page, `fetch(`+browser.Quote(path)+`).then(r => {
		r.body?.cancel();
		return [String(r.status), (r.headers.get("content-type") ?? "") + " " + (r.headers.get("content-disposition") ?? "")];
	})`)
	if strings.HasPrefix(told[1], "text/html") {
		return false
	}
	if told[0] != "200" || !strings.Contains(told[1], " attachment;") {
		w.t.Errorf("%s: %s %s", path, told[0], told[1])
	}
	return true
}

// translated are links without their language, each once, sorted.
func translated(links []string) []string {
	var all []string
	for _, l := range links {
		all = append(all, strings.Replace(l, "/en/", "/ja/", 1))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func differing(a, b []string) (only []string) {
	for _, s := range a {
		if !slices.Contains(b, s) {
			only = append(only, s)
		}
	}
	for _, s := range b {
		if !slices.Contains(a, s) {
			only = append(only, s)
		}
	}
	return only
}
