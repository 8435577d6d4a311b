package standardapi

import (
	"context"
	"time"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Allocation says which tier or document takes which item of the guideline in a sector.
type Allocation struct {
	Sector    string      `json:"sector"`
	Guideline string      `json:"guideline,omitempty" doc:"Missing where the sector has no allocation yet"`
	Decided   clock.Date  `json:"decided,omitempty" format:"date" doc:"From when it counts"`
	By        lang.Text   `json:"by"`
	Items     []Allotment `json:"items"`
}

// Allotment is where an item is put: to a tier, to a document, or nowhere, with the reason; or not any more.
type Allotment struct {
	Item     string       `json:"item"`
	Tier     OptionalTier `json:"tier,omitempty"`
	Document string       `json:"document,omitempty"`
	LeftOut  bool         `json:"left_out,omitempty"`
	Reason   lang.Text    `json:"reason"`
	Version  int          `json:"version" doc:"Give it back with a change"`
	Examined time.Time    `json:"examined"`
	By       string       `json:"examined_by" doc:"Organisation that examined it"`
}

func newAllotment(r standard.AllotmentRow) Allotment {
	return Allotment{r.Item, OptionalTier(r.Tier), r.Document, r.LeftOut, r.Reason, r.Version, r.Examined.UTC(), r.ExaminedOrg}
}

func (o Operations) allocation(ctx context.Context, a access.Actor, in *SectorID) (*rest.Body[Allocation], error) {
	al, rows, err := o.Standards.Allocation(ctx, a, in.Sector)
	out := Allocation{Sector: in.Sector, Items: rest.Each(rows, newAllotment)}
	if al != nil {
		out.Guideline, out.Decided, out.By = al.Guideline, al.Decided, al.By
	}
	return rest.Answer(out, err)
}

type deciding struct {
	SectorID
	Body struct {
		Decided clock.Date `json:"decided" format:"date"`
		By      lang.Text  `json:"by"`
	}
}

func (o Operations) decide(ctx context.Context, a access.Actor, in *deciding) (*rest.Body[Allocation], error) {
	if err := o.Standards.DecideAllocation(ctx, a, in.Sector, in.Body.Decided, in.Body.By); err != nil {
		return nil, err
	}
	return o.allocation(ctx, a, &in.SectorID)
}

func (o Operations) allocationFile(ctx context.Context, a access.Actor, in *SectorID) (*rest.File, error) {
	data, err := o.Standards.ExportAllocation(ctx, a, in.Sector)
	return rest.Bytes(standard.AllocationFile, "application/yaml", data), err
}

// ItemID names an item of the guideline in a sector.
type ItemID struct {
	SectorID
	Item string `path:"item" doc:"Id of an item of the guideline, such as p2.1"`
}

type allotting struct {
	ItemID
	Body struct {
		Tier     OptionalTier `json:"tier,omitempty"`
		Document string       `json:"document,omitempty" maxLength:"200"`
		LeftOut  bool         `json:"left_out,omitempty" doc:"Needs a reason"`
		Reason   lang.Text    `json:"reason,omitempty"`
		Version  int          `json:"version" minimum:"0" doc:"Of the allotment that was read; 0: there was none"`
	}
}

// allot answers with the allotment as it is then; a conflict has it as current.
func (o Operations) allot(ctx context.Context, a access.Actor, in *allotting) (*rest.Body[Allotment], error) {
	b := in.Body
	err := o.Standards.Allot(ctx, a, in.Sector, in.Item, standard.Allotment{Tier: standard.Tier(b.Tier), Document: b.Document, LeftOut: b.LeftOut, Reason: b.Reason}, b.Version)
	if err != nil && !fault.Is(err, fault.Conflict) {
		return nil, err
	}
	now, readErr := o.allotment(ctx, a, in.ItemID)
	switch {
	case err != nil && readErr == nil:
		return nil, rest.WithCurrent(err, now)
	case err != nil:
		return nil, err
	}
	return rest.Answer(now, readErr)
}

// allotment is where an item stands now.
func (o Operations) allotment(ctx context.Context, a access.Actor, in ItemID) (Allotment, error) {
	_, rows, err := o.Standards.Allocation(ctx, a, in.Sector)
	for _, r := range rows {
		if r.Item == in.Item {
			return newAllotment(r), err
		}
	}
	return Allotment{Item: in.Item}, err
}

var wordNoItem = lang.Text{JA: "その分野か項目はありません", EN: "there is no such sector or item"}

func (o Operations) allotments(ctx context.Context, a access.Actor, in *ItemID) (*rest.Body[rest.List[Allotment]], error) {
	_, sector := o.Catalogue.Sector(in.Sector)
	if _, item := o.Catalogue.Latest().ByID(in.Item); !sector || !item {
		return nil, fault.New(fault.NotFound, wordNoItem)
	}
	rows, err := o.Standards.AllotmentHistory(ctx, a, in.Sector, in.Item)
	return rest.Page(rows, "", err, newAllotment)
}
