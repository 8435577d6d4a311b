package page

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// How many rows a page has.
const (
	Default = 50
	Most    = 200
)

// Size is how many rows to show of the number asked for; none or less is the default.
func Size(asked int) int {
	if asked <= 0 {
		return Default
	}
	return min(asked, Most)
}

// Cursor is a place in a list: the sort keys of the row before it, each a string or an int64, the id last.
// The empty cursor is the beginning.
type Cursor []any

// Kind is the type of a key.
type Kind int

// The kinds of keys.
const (
	Text   Kind = iota // string
	Number             // int64
)

// version is the first element of an encoded cursor. It changes when the encoding does.
const version = 1

// maxLength keeps a cursor fit for an address.
const maxLength = 2_000

var malformed = lang.Text{
	JA: "一覧の続きの位置（cursor）を読めません。一覧を先頭から開き直してください",
	EN: "the place in the list (cursor) cannot be read: open the list from its beginning"}

// String encodes the cursor for an address: the version and the keys as JSON, in base64url.
func (c Cursor) String() string {
	if len(c) == 0 {
		return ""
	}
	for _, key := range c {
		switch key.(type) {
		case string, int64:
		default:
			panic(fmt.Sprintf("page: a key of type %T", key))
		}
	}
	bytes, err := json.Marshal(append([]any{version}, c...))
	if err != nil {
		panic(err) // strings and integers only
	}
	return base64.RawURLEncoding.EncodeToString(bytes)
}

// Parse reads a cursor whose keys are of these kinds; the empty string is the beginning of the list. It
// takes exactly what String writes, so that nothing else reaches the database.
func Parse(s string, kinds ...Kind) (Cursor, error) {
	if s == "" {
		return nil, nil
	}
	c, err := decode(s, kinds)
	if err == nil && c.String() != s {
		err = fmt.Errorf("not the canonical encoding")
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, malformed).Because(err)
	}
	return c, nil
}

func decode(s string, kinds []Kind) (Cursor, error) {
	if len(s) > maxLength {
		return nil, fmt.Errorf("%d characters", len(s))
	}
	bytes, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil {
		return nil, err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(bytes, &parts); err != nil {
		return nil, err
	}
	if len(parts) != len(kinds)+1 || string(parts[0]) != fmt.Sprint(version) {
		return nil, fmt.Errorf("another list's or version's: %d parts", len(parts))
	}
	c := make(Cursor, len(kinds))
	for i, kind := range kinds {
		if c[i], err = key(parts[i+1], kind); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func key(raw json.RawMessage, kind Kind) (any, error) {
	if kind == Number {
		var n int64
		err := json.Unmarshal(raw, &n)
		return n, err
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, err
	}
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) { // PostgreSQL stores neither
		return nil, fmt.Errorf("a key that no text can be")
	}
	return s, nil
}

// Cut takes the rows of a page of size rows, of which one more was asked for, and returns those to show
// and the cursor of the next page, which is empty on the last.
func Cut[Row any](rows []Row, size int, at func(Row) Cursor) (shown []Row, next string) {
	if len(rows) <= size {
		return rows, ""
	}
	return rows[:size], at(rows[size-1]).String()
}
