package guidelineapi

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Operations are the operations of the room.
type Operations struct {
	Catalogue *guideline.Catalogue
}

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	open := rest.Open(on)
	rest.Get(open, "/guideline/editions", "list-editions", "List the editions of the guideline, the oldest first", o.editions)
	rest.Get(open, "/guideline/editions/{edition}", "get-edition", "Read an edition: headings, items, actors, words", o.edition)
	rest.Get(open, "/guideline/items", "search-items", "List the items of an edition, or those in which words stand", o.items)
	rest.Get(open, "/guideline/items/{item}", "get-item", "Read an item by its id, slug or printed number", o.item)
	rest.Get(open, "/guideline/sectors", "list-sectors", "List the sectors and their parts", o.sectors)
	rest.Get(open, "/guideline/sectors/{sector}", "get-sector", "Read a sector with what is known of it", o.sector)
	rest.Get(open, "/guideline/known-standards", "list-known-standards", "List safety standards that exist, as facts without their text", o.known)
}

var (
	wordNoEdition = lang.Text{JA: "その版の指針はありません", EN: "there is no such edition of the guideline"}
	wordNoItem    = lang.Text{JA: "その項目はありません", EN: "there is no such item"}
	wordNoSector  = lang.Text{JA: "その分野はありません", EN: "there is no such sector"}
)

func (o Operations) editions(context.Context, access.Actor, *rest.Nothing) (*rest.Body[rest.List[Edition]], error) {
	return rest.Page(o.Catalogue.Editions, "", nil, newEdition)
}

// find returns the edition with an id; the newest for "".
func (o Operations) find(id string) (*guideline.Edition, error) {
	if id == "" {
		return o.Catalogue.Latest(), nil
	}
	if e, ok := o.Catalogue.Edition(id); ok {
		return e, nil
	}
	return nil, fault.New(fault.NotFound, wordNoEdition)
}

type editionID struct {
	Edition string `path:"edition" doc:"Such as shishin-3"`
}

func (o Operations) edition(_ context.Context, _ access.Actor, in *editionID) (*rest.Body[WholeEdition], error) {
	e, err := o.find(in.Edition)
	if err != nil {
		return nil, err
	}
	return rest.Answer(newWholeEdition(e), nil)
}

// OfEdition chooses an edition of the guideline.
type OfEdition struct {
	Edition string `query:"edition" maxLength:"100" doc:"The newest when it is not given"`
}

func (o Operations) items(_ context.Context, _ access.Actor, in *searching) (*rest.Body[rest.List[Item]], error) {
	e, err := o.find(in.Edition)
	if err != nil {
		return nil, err
	}
	return rest.Page(e.Search(in.Words), "", nil, newItem)
}

type searching struct {
	OfEdition
	Words string `query:"words" maxLength:"500" doc:"All of which stand in the item, in whatever width, case or kana; an id, slug or printed number comes first"`
}

type itemID struct {
	OfEdition
	Item string `path:"item" doc:"Such as p2.1"`
}

func (o Operations) item(_ context.Context, _ access.Actor, in *itemID) (*rest.Body[Item], error) {
	e, err := o.find(in.Edition)
	if err != nil {
		return nil, err
	}
	it, ok := e.Item(in.Item)
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoItem)
	}
	return rest.Answer(newItem(it), nil)
}

func (o Operations) sectors(context.Context, access.Actor, *rest.Nothing) (*rest.Body[rest.List[Sector]], error) {
	return rest.Page(o.Catalogue.Sectors.Sectors, "", nil, newSector)
}

type sectorID struct {
	Sector string `path:"sector" doc:"Such as water"`
}

func (o Operations) sector(_ context.Context, _ access.Actor, in *sectorID) (*rest.Body[WholeSector], error) {
	s, ok := o.Catalogue.Sector(in.Sector)
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoSector)
	}
	return rest.Answer(WholeSector{newSector(s), rest.Each(o.Catalogue.KnownStandards(s.ID), newKnownStandard)}, nil)
}

type ofSector struct {
	Sector string `query:"sector" maxLength:"64" doc:"Of this sector, its parts and what it is part of; the most binding first"`
}

func (o Operations) known(_ context.Context, _ access.Actor, in *ofSector) (*rest.Body[rest.List[KnownStandard]], error) {
	if _, ok := o.Catalogue.Sector(in.Sector); !ok && in.Sector != "" {
		return nil, fault.New(fault.NotFound, wordNoSector)
	}
	return rest.Page(o.Catalogue.KnownStandards(in.Sector), "", nil, newKnownStandard)
}
