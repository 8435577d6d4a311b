// Package page is how a long list is read page by page: by the keys of the last row shown, not by
// counting rows, so that a late page costs what the first one does and no row is missed or shown twice
// while others are added.
//
// A list is sorted by keys of which the last is the row's id, and asks for one row more than it shows:
//
//	SELECT … WHERE (at, id) < ($1, $2) ORDER BY at DESC, id DESC LIMIT $3
//
// [Cut] cuts that row off and says where the next page begins; [Parse] reads that place when it comes
// back in an address. A cursor is no secret and proves nothing: the list's scope stays in its SQL.
// It imports lang and fault. Everything is in page.go.
package page
