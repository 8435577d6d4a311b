package rest

import (
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"kijun/internal/lang"
)

// Problems that the API's machinery finds take the same form as the rooms' faults, and lists are never null.
func init() {
	huma.DefaultArrayNullable = false
	huma.NewErrorWithContext = func(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
		return machinery(Of(ctx.Context()).Lang, status, message, errs)
	}
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return machinery(lang.EN, status, message, errs)
	}
}

// machinery tells what the machinery found: in the caller's language, and without what was sent.
func machinery(l lang.Lang, status int, message string, errs []error) *Problem {
	if status == http.StatusInternalServerError && message == unread {
		status = http.StatusBadRequest // the caller broke off, or sent what is no HTTP
	}
	p := &Problem{Status: status, Title: http.StatusText(status), Detail: say(l, message)}
	for _, err := range errs {
		var at huma.ErrorDetailer
		if !errors.As(err, &at) {
			continue
		}
		d := at.ErrorDetail()
		if status == http.StatusUnsupportedMediaType {
			d.Message = unsupported // it repeats the type that was sent
		}
		p.Errors = append(p.Errors, Wrong{Location: withoutNames(d), Message: say(l, d.Message)})
	}
	return p
}

// withoutNames is where something is wrong, without a name that only the caller used.
func withoutNames(d *huma.ErrorDetail) string {
	switch d.Message {
	case unknownQuery:
		return "query"
	case validation.MsgUnexpectedProperty:
		sent, _ := d.Value.(map[string]any)
		shortest := d.Location
		for name := range sent {
			if at, ok := strings.CutSuffix(d.Location, "."+name); ok && len(at) < len(shortest) {
				shortest = at
			}
		}
		return shortest
	}
	return d.Location
}

// What the machinery says in one way only.
const (
	unread       = "cannot read request body"
	unsupported  = "expected application/json"
	unknownQuery = "unknown query parameter"
)

// say says in a language what the machinery says in English: the beginning of the sentence is looked up,
// and what follows is a limit, a pattern or a name of the schema.
func say(l lang.Lang, message string) string {
	if l == lang.EN {
		return message
	}
	for _, s := range sayings {
		if rest, ok := strings.CutPrefix(message, s.en); ok {
			rest = strings.TrimSuffix(rest, s.end)
			return strings.Replace(s.ja, "%s", rest, 1)
		}
	}
	return message
}

// sayings are the sentences of the machinery, the longer of two beginnings first.
var sayings = []struct{ en, end, ja string }{
	{"validation failed", "", "入力に直すところがあります"},
	{"request body is required", "", "本文が必要です"},
	{"request body is too large limit=", " bytes", "本文が大きすぎます（%s バイト未満にしてください）"},
	{"request body read timeout", "", "本文を時間内に受け取れませんでした"},
	{unread, "", "本文を受け取れませんでした"},
	{unsupported, "", "application/json で送ってください"},
	{unknownQuery, "", "知らない検索条件があります"},
	{"required ", " parameter is missing", "必要な値がありません"},
	{"invalid integer", "", "整数を入れてください"},
	{"invalid float", "", "数を入れてください"},
	{"invalid boolean", "", "true か false を入れてください"},
	{notJSON, "", "JSON として読めません（%s バイト目）"},
	{wrongShape, "", "JSON の値の種類が違います（%s バイト目）"},
	{nulInside, "", "文字として扱えない NUL が入っています"},
	{"unexpected property", "", "知らない項目があります"},
	{"expected boolean", "", "true か false を入れてください"},
	{"expected integer", "", "整数を入れてください"},
	{"expected number >= ", "", "%s 以上にしてください"},
	{"expected number > ", "", "%s より大きくしてください"},
	{"expected number <= ", "", "%s 以下にしてください"},
	{"expected number < ", "", "%s より小さくしてください"},
	{"expected number", "", "数を入れてください"},
	{"expected string to be RFC 3339 date-time", "", "日時を RFC 3339 の形で入れてください（例: 2026-04-01T00:00:00Z）"},
	{"expected string to be RFC 3339 date", "", "日付を入れてください（例: 2026-04-01）"},
	{"expected string to be base64 encoded", "", "base64 で入れてください"},
	{"expected string to match pattern ", "", "%s の形にしてください"},
	{"expected string to be ", "", "%s にしてください"},
	{"expected string", "", "文字列を入れてください"},
	{"expected array length >= ", "", "%s 件以上にしてください"},
	{"expected array length <= ", "", "%s 件以下にしてください"},
	{"expected array", "", "配列を入れてください"},
	{"expected object", "", "オブジェクトを入れてください"},
	{"expected value to be one of ", "", "次のどれかにしてください: %s"},
	{"expected length >= ", "", "%s 字以上にしてください"},
	{"expected length <= ", "", "%s 字以下にしてください"},
	{"expected required property ", " to be present", "項目 %s が必要です"},
}
