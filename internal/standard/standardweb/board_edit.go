package standardweb

import (
	"bytes"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// decideForm lets the ministry say by whom and when the allocation was decided.
func (l *laid) decideForm(wrong error) g.Node {
	if !l.edits {
		return nil
	}
	decided, by := l.On, lang.Text{}
	if l.allocation != nil {
		decided, by = l.allocation.Decided, l.allocation.By
	}
	if wrong != nil {
		decided, by = clock.Date(l.r.Value("decided")), ui.Both(l.r.Value("by_ja"), l.r.Value("by_en"))
	}
	return h.Div(h.Class("unprinted"), ui.Details(l.say(wordDecide), wrong != nil, h.P(h.Class("note"), l.text(wordDecideNote)),
		ui.Form(l.to("decided"),
			l.r.Field(ui.Field{Name: "decided", Label: l.say(wordDecidedOn), Type: "date", Value: string(decided), Required: true, Fault: l.r.FaultOf(wrong, "decided")}),
			l.r.Field(ui.Field{Name: "by_ja", Label: l.say(wordDecidedByJA), Value: by.JA, Fault: l.r.FaultOf(wrong, "by_ja")}),
			l.r.Field(ui.Field{Name: "by_en", Label: l.say(wordDecidedByEN), Value: by.EN, Fault: l.r.FaultOf(wrong, "by_en")}),
			ui.Submit(l.say(wordSave)))))
}

func (b Board) decide(r *ui.Request) (ui.Answer, error) {
	sector := r.PathValue("sector")
	err := b.Standards.DecideAllocation(r.Context(), r.Actor, sector, clock.Date(r.Value("decided")), ui.Both(r.Value("by_ja"), r.Value("by_en")))
	if fault.Is(err, fault.Invalid) {
		l, laidErr := b.laid(r)
		if laidErr != nil {
			return nil, laidErr
		}
		return l.page(err), nil
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("sectors", sector, "allocation"), Notice: wordDecisionEntered}, nil
}

func (b Board) file(r *ui.Request) (ui.Answer, error) {
	data, err := b.Standards.ExportAllocation(r.Context(), r.Actor, r.PathValue("sector"))
	if err != nil {
		return nil, err
	}
	return ui.File{Name: standard.AllocationFile, Type: "application/yaml", Body: bytes.NewReader(data), Size: int64(len(data))}, nil
}

// Where an allotment can put an item, besides the tiers.
const (
	toNowhere  = ""
	toDocument = "document"
	toLeftOut  = "left-out"
)

// entered is the allotment that a form says.
func entered(r *ui.Request) standard.Allotment {
	switch to := r.Value("to"); to {
	case toNowhere:
		return standard.Allotment{}
	case toDocument:
		return standard.Allotment{Document: r.Value("document")}
	case toLeftOut:
		return standard.Allotment{LeftOut: true, Reason: ui.Both(r.Value("reason_ja"), r.Value("reason_en"))}
	default:
		return standard.Allotment{Tier: standard.Tier(to)}
	}
}

func choiceOf(t standard.Allotment) string {
	switch {
	case t.LeftOut:
		return toLeftOut
	case t.Document != "":
		return toDocument
	}
	return string(t.Tier)
}

// wordDocumentNeeded is what is wrong where an item goes to a document without a name.
var wordDocumentNeeded = lang.Text{JA: "文書のIDを書いてください", EN: "give the document's id"}

// allot enters where an item goes. Somebody else's change meanwhile is shown beside what was entered.
func (b Board) allot(r *ui.Request) (ui.Answer, error) {
	sector, item := r.PathValue("sector"), r.PathValue("item")
	version, err := strconv.Atoi(r.Value("version"))
	if err != nil {
		version = -1 // nobody's: a conflict
	}
	t := entered(r)
	if r.Value("to") == toDocument && t.Document == "" {
		err = fault.InFields([]fault.Field{{Name: "document", Text: wordDocumentNeeded}})
	} else {
		err = b.Standards.Allot(r.Context(), r.Actor, sector, item, t, version)
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return b.itemPage(r, &t, err)
	}
	if err != nil {
		return nil, err
	}
	to := r.To("sectors", sector, "allocation")
	if next := r.Value("next"); r.Value("then") == "next" && next != "" {
		return ui.Redirect{To: r.To("sectors", sector, "allocation", next), Notice: wordAllottedNow.With(item)}, nil
	}
	return ui.Redirect{To: to + "#item-" + item, Notice: wordAllottedNow.With(item)}, nil
}
