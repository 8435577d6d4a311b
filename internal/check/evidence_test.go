package check_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"kijun/internal/check"
	"kijun/internal/fault"
)

func upload(name, content string) check.Upload {
	return check.Upload{Name: name, Body: strings.NewReader(content)}
}

func TestEvidenceIsKeptOnceAndLinkedToMany(t *testing.T) {
	run(t, func(w *world) {
		ctx, id := t.Context(), w.small()
		a, b := w.entry(id, "law#a").Number, w.entry(id, "law#b").Number
		u := upload(`C:\書類\点検 記録.pdf`, "%PDF-1.7 ...")
		u.Effective, u.Expires = "2026-04-01", "2026-10-31"
		first, err := w.s.Attach(ctx, w.staff, id, a, u)
		w.must(err)
		if first.Name != "点検 記録.pdf" || first.Title != first.Name || first.Type != "application/pdf" || !first.Expired("2026-11-24") || first.Expired("2026-10-31") || !first.Pending("2026-03-31") {
			t.Errorf("attached as %+v", first)
		}
		again, err := w.s.Attach(ctx, w.staff, id, b, upload("page.html", "%PDF-1.7 ..."))
		w.must(err)
		if again.Hash != first.Hash {
			t.Error("the same bytes have two hashes")
		}
		w.must(w.s.Link(ctx, w.staff, id, b, first.ID))
		w.want(fault.Conflict, w.s.Link(ctx, w.staff, id, b, first.ID))
		w.want(fault.NotFound, w.s.Link(ctx, w.staff, id, 999, first.ID))
		if e := w.entry(id, "law#b"); e.Evidence != 2 {
			t.Errorf("law#b has %d pieces", e.Evidence)
		}
		if got := refs(w.entries(id, check.Filter{Part: "item:p3.1", Show: check.ShowNoSupport})); got != " own#r1" {
			t.Errorf("without evidence:%s", got)
		}
		w.must(w.s.Unlink(ctx, w.staff, id, a, first.ID))
		w.must(w.s.Unlink(ctx, w.staff, id, b, first.ID))
		w.want(fault.NotFound, w.s.Unlink(ctx, w.staff, id, b, first.ID))
		all, _, err := w.s.AllEvidence(ctx, w.staff, "てんけん 記録", "")
		w.must(err)
		if len(all) != 0 {
			t.Errorf("readings are not known, yet found %+v", all)
		}
		all, _, err = w.s.AllEvidence(ctx, w.staff, "点検 ＰＤＦ", "")
		w.must(err)
		if len(all) != 1 || all[0].Linked != 0 {
			t.Errorf("unlinked evidence is listed as %+v", all)
		}
		_, body, err := w.s.OpenEvidence(ctx, w.staff, first.ID)
		w.must(err)
		content, err := io.ReadAll(body)
		w.must(err)
		w.must(body.Close())
		if string(content) != "%PDF-1.7 ..." {
			t.Errorf("the file is %q", content)
		}
	})
}

func TestATypeComesFromTheBytes(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		for content, want := range map[string]string{
			"<html><script>alert(1)</script></html>":         "application/octet-stream",
			`<svg xmlns="http://www.w3.org/2000/svg"></svg>`: "application/octet-stream",
			"plain words": "text/plain",
			"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01": "image/png",
			"\x00\x01\x02\x03": "application/octet-stream",
			"<?xml version=\"1.0\"?><a xmlns:x=\"http://x\">text</a>": "application/octet-stream",
		} {
			e, err := w.s.Attach(t.Context(), w.staff, id, 1, upload("picture.png", content))
			w.must(err)
			if e.Type != want {
				t.Errorf("%q is %s, want %s", content, e.Type, want)
			}
		}
	})
}

func TestEvidenceThatCannotBeTaken(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		late := upload("a.txt", "a")
		late.Effective, late.Expires = "2026-04-02", "2026-04-01"
		day := upload("a.txt", "a")
		day.Expires = "2026-02-30"
		long := upload("a.txt", "a")
		long.Title = strings.Repeat("長", 201)
		for name, u := range map[string]check.Upload{"no file": {}, "empty": upload("a.txt", ""), "name": upload("..", "a"), "order": late, "day": day, "long": long} {
			if _, err := w.s.Attach(t.Context(), w.staff, id, 1, u); !fault.Is(err, fault.Invalid) && name != "name" {
				t.Errorf("%s: %v", name, err)
			}
		}
		big := check.Upload{Name: "big.bin", Body: bytes.NewReader(make([]byte, check.MaxEvidence+1))}
		_, err := w.s.Attach(t.Context(), w.staff, id, 1, big)
		w.want(fault.TooLarge, err)
	})
}

func TestEvidenceIsCarriedWithTheAnswer(t *testing.T) {
	run(t, func(w *world) {
		w.standards(doc("law", "mandatory", law))
		first := w.start(2025, false)
		e, err := w.s.Attach(t.Context(), w.staff, first, w.entry(first, "law#b").Number, upload("a.txt", "text"))
		w.must(err)
		w.answer(first, "law#b", allYes)
		w.standards(doc("law", "mandatory", "## 前 {#z covers=\"s1\"}\n\n"+law))
		id := w.start(2026, true)
		of, err := w.s.EvidenceOf(t.Context(), w.staff, id, w.entry(id, "law#b").Number)
		w.must(err)
		if len(of) != 1 || of[0].ID != e.ID || of[0].Linked != 2 || w.entry(id, "law#b").Evidence != 1 {
			t.Errorf("carried %+v", of)
		}
	})
}
