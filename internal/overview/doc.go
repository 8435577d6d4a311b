// Package overview puts together what the home page and the pages of a sector and of the nation show. It
// owns no table and holds no record: it asks the rooms, as the person who looks.
//
// Words: state of a sector (how the standards in force that the person may see answer the items of the
// guideline), sums (what organisations answered in the summaries that they chose to send).
//
// Invariants: the pages of ministry and Cabinet Secretariat show only what was published or sent; nobody is
// ranked: organisations stand in the order of the reading of their names, sectors in that of the catalogue;
// the Cabinet Secretariat sees sums without names, and a sum over fewer than [Fewest] organisations is not
// shown, nor does a total let it be worked out.
//
// It imports the rooms that it asks. Start at service.go; state.go judges a sector, sums.go adds up what was
// sent.
package overview
