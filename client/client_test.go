package client_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"kijun/client"
	"kijun/examples"
	"kijun/internal/app"
)

var nation struct {
	once   sync.Once
	folder string
	server *httptest.Server
	end    func() error
}

// demo is the address of the demo nation, which the tests share.
func demo() string {
	nation.once.Do(func() {
		folder, err := os.MkdirTemp("", "kijun-client-")
		if err != nil {
			panic(err)
		}
		handler, end, err := app.Demo(context.Background(), folder, func() time.Time { return time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC) })
		if err != nil {
			panic(err)
		}
		nation.folder, nation.end, nation.server = folder, end, httptest.NewServer(handler)
	})
	return nation.server.URL
}

func TestMain(m *testing.M) {
	code := m.Run()
	if nation.server != nil {
		nation.server.Close()
		if err := errors.Join(nation.end(), os.RemoveAll(nation.folder)); err != nil {
			panic(err)
		}
	}
	os.Exit(code)
}

// as is a client of somebody of the demo.
func as(t *testing.T, login string) *client.Client {
	t.Helper()
	c := client.New(demo(), nil)
	if err := c.SignInDemo(t.Context(), login); err != nil {
		t.Fatal(err)
	}
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestTheMainJourney: a ministry brings a standard in, an operator sees it and checks itself, the ministry
// receives the summary.
func TestTheMainJourney(t *testing.T) {
	ctx := t.Context()
	source, err := examples.Water.ReadFile("water/water-ordinance.md")
	must(t, err)
	source = bytes.Replace(source, []byte("id: water-ordinance"), []byte("id: api-ordinance"), 1)

	operator := as(t, "officer@mihon-water")
	check, err := operator.StartCheck(ctx, client.Start{Sector: "water", Year: 2026, Title: "journey"})
	must(t, err)
	ministries, err := client.All(operator.Addressees(ctx, check.ID))
	must(t, err)
	ministry := as(t, "officer@"+ministries[0].ID)

	file := client.File{Name: "api-ordinance.md", Data: source}
	preview, err := ministry.PreviewImport(ctx, file)
	must(t, err)
	if preview.Done || preview.Refused || preview.Files[0].Change != "added" {
		t.Errorf("preview %+v", preview)
	}
	imported, err := ministry.Import(ctx, file)
	must(t, err)
	id := imported.Files[0].ID
	if _, err := operator.Standard(ctx, id); !client.Is(err, http.StatusNotFound) {
		t.Errorf("a draft is seen by an operator: %v", err)
	}
	for _, state := range []string{"in-consultation", "decided", "in-force"} {
		d, err := ministry.Advance(ctx, id, state, "through the API")
		must(t, err)
		if d.Status != state || len(d.Clauses) == 0 {
			t.Errorf("%s: %+v", state, d)
		}
	}
	got, err := operator.Source(ctx, id)
	must(t, err)
	if withheld := bytes.Contains(source, []byte("withheld=")); !withheld && !bytes.Equal(got, source) {
		t.Error("the source is not what was imported")
	}
	if own, err := ministry.Source(ctx, id); err != nil || !bytes.Equal(own, source) {
		t.Errorf("the ministry's own source is not what it imported: %v", err)
	}

	sheet, err := operator.Measures(ctx, client.View{})
	must(t, err)
	found := false
	for _, it := range sheet.Items {
		for _, c := range it.Tiers["mandatory"] {
			found = found || c.Document == "api-ordinance"
		}
	}
	if !found {
		t.Error("the operator does not see what the ministry brought in")
	}
	journeyOfACheck(t, operator, ministry, check, ministries[0].ID)
}

func journeyOfACheck(t *testing.T, operator, ministry *client.Client, check client.Check, to string) {
	t.Helper()
	ctx := t.Context()
	entries, err := client.All(operator.Entries(ctx, check.ID, client.EntryFilter{}))
	must(t, err)
	if len(entries) != check.Counts.Entries {
		t.Errorf("%d entries of %d", len(entries), check.Counts.Entries)
	}
	first := entries[0]
	answer := client.Answer{InPlace: "yes", InOperation: "partly", Effective: "no", Work: "under-way", Severity: "medium", Note: "秘密"}
	saved, err := operator.Answer(ctx, check.ID, first.Number, answer, first.Version)
	must(t, err)
	if saved.Answer != answer {
		t.Errorf("saved %+v", saved.Answer)
	}
	_, err = as(t, "staff@mihon-water").Answer(ctx, check.ID, first.Number, client.Answer{Work: "done", Severity: "none"}, first.Version)
	var conflict *client.Conflict
	if !errors.As(err, &conflict) || conflict.Theirs.Answer != answer || conflict.Theirs.Version != saved.Version {
		t.Errorf("the second to answer: %v", err)
	}
	data := []byte("a scan of the rules")
	e, err := operator.Attach(ctx, check.ID, first.Number, client.Attachment{Name: "規程.txt", Title: "Scan", Expires: "2027-03-31", Data: data})
	must(t, err)
	must(t, operator.Link(ctx, check.ID, entries[1].Number, e.ID))
	if back, err := operator.EvidenceFile(ctx, e.ID); err != nil || !bytes.Equal(back, data) {
		t.Errorf("evidence %q, %v", back, err)
	}
	n, err := operator.SetAside(ctx, check.ID, "document:"+entries[2].Clause.Document, "outsourced")
	must(t, err)
	back, err := operator.TakeBack(ctx, check.ID, "document:"+entries[2].Clause.Document)
	must(t, err)
	if n == 0 || back != n {
		t.Errorf("%d set aside, %d taken back", n, back)
	}
	sending := client.Sending{To: to, By: "item", Retain: "2030-03-31"}
	parcel, err := operator.PreviewSending(ctx, check.ID, sending)
	must(t, err)
	if strings.Contains(parcel.Payload, "秘密") || strings.Contains(parcel.Payload, "mihon-water") {
		t.Error("the parcel says more than counts")
	}
	sending.Seen = parcel.Hash
	id, err := operator.Send(ctx, check.ID, sending)
	must(t, err)
	payload, err := ministry.Payload(ctx, id)
	must(t, err)
	if string(payload) != parcel.Payload {
		t.Error("what arrived is not what was looked at")
	}
	received, err := client.All(ministry.Received(ctx, "received"))
	must(t, err)
	i := 0
	for i < len(received) && received[i].ID != id {
		i++
	}
	if i == len(received) {
		t.Fatal("the ministry did not receive it")
	}
	if _, err := ministry.Return(ctx, received[i], ""); !client.Is(err, http.StatusUnprocessableEntity) {
		t.Errorf("returned without saying why: %v", err)
	}
	accepted, err := ministry.Accept(ctx, received[i], "")
	must(t, err)
	if _, err := ministry.Accept(ctx, received[i], ""); !client.Is(err, http.StatusConflict) || accepted.State != "accepted" {
		t.Errorf("accepted twice from one version: %v", err)
	}
}

// TestARefusedImportSaysWhyOfEveryFile with line and column, and nothing is imported.
func TestARefusedImportSaysWhyOfEveryFile(t *testing.T) {
	c := as(t, "officer@mihon-gas")
	good := "---\nid: api-rules\ntitle: 規程\ntier: in-house\nsectors: [gas]\noperator: mihon-gas\nissuer: mihon-gas\nedition: \"1\"\neffective: 2026-04-01\nlevels: {必須: must}\n---\n\n## 1 目的 {#a covers=\"s1\" level=\"必須\"}\n\n文\n"
	bad := strings.Replace(strings.Replace(good, "covers=\"s1\"", "covers=\"s99\"", 1), "id: api-rules", "id: api-rules-2", 1)
	_, err := c.Import(t.Context(), client.File{Name: "good.md", Data: []byte(good)}, client.File{Name: "bad.md", Data: []byte(bad)})
	var p *client.Problem
	if !errors.As(err, &p) || p.Status != http.StatusUnprocessableEntity || len(p.Problems) != 1 {
		t.Fatalf("%v", err)
	}
	if f := p.Problems[0]; f.Path != "bad.md" || f.Line != 13 || f.Column == 0 || f.Rule != "unknown-item" || f.Message.JA == "" || f.Message.EN == "" {
		t.Errorf("%+v", f)
	}
	for s, err := range c.Standards(t.Context(), client.StandardFilter{Organisation: "mihon-gas"}) {
		if must(t, err); strings.HasPrefix(s.Document, "api-rules") {
			t.Errorf("%s was imported", s.Document)
		}
	}
}

// TestListsReadOn reads a list that has more than one page.
func TestListsReadOn(t *testing.T) {
	seen := map[string]bool{}
	for s, err := range client.New(demo(), nil).Standards(t.Context(), client.StandardFilter{}) {
		must(t, err)
		if seen[s.ID] {
			t.Fatalf("%s comes twice", s.ID)
		}
		seen[s.ID] = true
	}
	if len(seen) <= 50 {
		t.Errorf("%d standards are on one page", len(seen))
	}
}
