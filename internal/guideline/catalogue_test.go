package guideline

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kijun/internal/clock"
	"kijun/internal/lang"
)

// TestEditionIsWhole compares the edition with the numbers that the guideline states of itself.
func TestEditionIsWhole(t *testing.T) {
	e := Builtin().Latest()
	if e.ID != "shishin-3" || e.Scheme != "sectors-10" {
		t.Errorf("edition %s for %s", e.ID, e.Scheme)
	}
	count := map[Kind]int{}
	var order []string
	for _, it := range e.Items {
		count[it.Kind]++
		if it.Kind != FollowUp {
			order = append(order, it.ID)
		}
	}
	want := map[Kind]int{Statement: 5, Examine: 22, Reference: 2}
	for k, n := range want {
		if count[k] != n {
			t.Errorf("%d items of kind %s, want %d", count[k], k, n)
		}
	}
	const ids = "s1 s2 s3 s4 s5 p1.1 p1.2 p1.3 p2.1 p2.2 p3.1 p3.2 p4.1 p4.2 p4.3 p4.4 " +
		"f1.1 f1.2 f2.1 f2.2 f2.3 f2.4 f2.5 f3.1 f3.2 f3.3 f4.1 f4.2 f5.1"
	if got := strings.Join(order, " "); got != ids {
		t.Errorf("order of items:\n%s\nwant\n%s", got, ids)
	}
	for _, id := range []string{"p1.2", "p1.3"} {
		if it, _ := e.ByID(id); it.Kind != Reference {
			t.Errorf("%s is %s", id, it.Kind)
		}
	}
}

var (
	csfID = regexp.MustCompile(`^(GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d$`)
	isoID = regexp.MustCompile(`^A\.[5-8]\.\d{1,2}$`)
)

func TestItems(t *testing.T) {
	e := Builtin().Latest()
	groups, ids, slugs := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, g := range e.Groups {
		groups[g.ID] = true
	}
	for _, it := range e.Items {
		if ids[it.ID] || slugs[it.Slug] {
			t.Errorf("%s: id or slug %s stands twice", it.ID, it.Slug)
		}
		ids[it.ID], slugs[it.Slug] = true, true
		if !groups[it.Group] || it.Number == "" || len(it.Examples) < 2 || len(it.Examples) > 3 {
			t.Errorf("%s: group %q, number %q, %d examples", it.ID, it.Group, it.Number, len(it.Examples))
		}
		if Kinds[it.Kind].IsZero() {
			t.Errorf("%s: kind %q", it.ID, it.Kind)
		}
		isItem := it.Kind == Examine || it.Kind == Reference
		if isItem != (len(it.References.CSF) > 0 && len(it.References.ISO27001) > 0) {
			t.Errorf("%s: references %v", it.ID, it.References)
		}
		for _, id := range it.References.CSF {
			if !csfID.MatchString(id) {
				t.Errorf("%s: %s is no CSF 2.0 id", it.ID, id)
			}
		}
		for _, id := range it.References.ISO27001 {
			if !isoID.MatchString(id) {
				t.Errorf("%s: %s is no Annex A id", it.ID, id)
			}
		}
		testAct(t, e, it)
	}
}

// testAct: a follow-up act says who, how often and how firmly, and nothing else does.
func testAct(t *testing.T, e *Edition, it Item) {
	t.Helper()
	if it.Kind != FollowUp {
		if it.Actor+string(it.Period)+string(it.Modal) != "" {
			t.Errorf("%s is no act but has an actor, period or modal", it.ID)
		}
		return
	}
	if Periods[it.Period].IsZero() || Modals[it.Modal].IsZero() {
		t.Errorf("%s: period %q, modal %q", it.ID, it.Period, it.Modal)
	}
	for _, a := range strings.Fields(it.Actor) {
		if e.ActorTitle(a) == lang.Same(a) {
			t.Errorf("%s: actor %q is not among the actors", it.ID, a)
		}
	}
}

// TestBothLanguages walks every text of the built-in data.
func TestBothLanguages(t *testing.T) {
	optional := regexp.MustCompile(`\.(Note|Scope|ReferenceLevel|Secretariat|Basis|Operators|Edition)$`)
	walk(reflect.ValueOf(*Builtin()), "", func(path string, text lang.Text) {
		if text.IsZero() && optional.MatchString(path) {
			return
		}
		if strings.TrimSpace(text.JA) == "" || strings.TrimSpace(text.EN) == "" {
			t.Errorf("%s: %q / %q", path, text.JA, text.EN)
		}
	})
}

func walk(v reflect.Value, path string, each func(string, lang.Text)) {
	if v.Type() == reflect.TypeFor[lang.Text]() {
		each(path, v.Interface().(lang.Text))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		walk(v.Elem(), path, each)
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), each)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			walk(v.MapIndex(k), path+"."+k.String(), each)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				walk(v.Field(i), path+"."+f.Name, each)
			}
		}
	}
}

func TestSectors(t *testing.T) {
	c := Builtin()
	ministries := map[string]bool{}
	for _, m := range c.Sectors.Ministries {
		ministries[m.ID] = true
	}
	for _, s := range c.Sectors.Sectors {
		if _, ok := c.Sector(s.Parent); s.Parent != "" && !ok {
			t.Errorf("%s: parent %s does not exist", s.ID, s.Parent)
		}
		for _, m := range s.Ministries {
			if !ministries[m.ID] {
				t.Errorf("%s: ministry %s does not exist", s.ID, m.ID)
			}
		}
		for _, l := range s.Levels {
			if l.Certainty == "" || l.From != "" && l.Until != "" && l.Until < l.From {
				t.Errorf("%s: level %+v", s.ID, l)
			}
		}
	}
	for _, id := range []string{"telecom", "finance", "aviation", "railway", "electricity", "gas", "government", "medical", "water", "logistics"} {
		if s, ok := c.Sector(id); !ok || s.Parent != "" {
			t.Errorf("sector %s of the guideline is missing", id)
		}
	}
}

// TestSchemesFollowEachOther: a sector scheme ends the day before the next begins.
func TestSchemesFollowEachOther(t *testing.T) {
	c := Builtin()
	for i, s := range c.Sectors.Schemes {
		for _, id := range s.Sectors {
			if _, ok := c.Sector(id); !ok {
				t.Errorf("%s lists %s, which does not exist", s.ID, id)
			}
		}
		if i+1 == len(c.Sectors.Schemes) {
			continue
		}
		until, _ := s.Until.Time()
		if next := c.Sectors.Schemes[i+1].From; clock.Day(until.AddDate(0, 0, 1)) != next {
			t.Errorf("%s ends on %s and the next begins on %s", s.ID, s.Until, next)
		}
	}
}

func TestNamesThatPeopleType(t *testing.T) {
	e := Builtin().Latest()
	for _, name := range []string{"p3.1", "2.6.1.c.a", "Ⅱ.6.(1).ウ.(ア)", "II.6.（１）.ウ.（ア）", "ii.6.(1).ｳ.(ｱ)"} {
		if it, ok := e.Item(name); !ok || it.ID != "p3.1" {
			t.Errorf("%q names %q", name, it.ID)
		}
	}
	for typed, want := range map[string]string{"p31": "p3.1", "P3.1": "p3.1", "f5.11": "f5.1", "zzzz": ""} {
		if got := e.Nearest(typed); got != want {
			t.Errorf("nearest to %q is %q, want %q", typed, got, want)
		}
	}
	if got := Builtin().NearestSector("水道"); got != "water" {
		t.Errorf("nearest to 水道 is %q", got)
	}
	for _, pair := range [][2]string{{"finance", "banking"}, {"banking", "finance"}, {"water", "water"}} {
		if !Builtin().Related(pair[0], pair[1]) {
			t.Errorf("%v are not related", pair)
		}
	}
	if Builtin().Related("water", "gas") || Builtin().Related("banking", "securities") {
		t.Error("unrelated sectors are related")
	}
}
