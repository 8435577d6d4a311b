package web

import (
	"errors"
	"net/http"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

var (
	wordHome    = lang.Text{JA: "ホームへ戻る", EN: "Back to the home page"}
	wordMissing = lang.Text{JA: "このページはありません", EN: "There is no such page"}
	titles      = map[fault.Kind]lang.Text{
		fault.Internal:        {JA: "内部の問題", EN: "Internal problem"},
		fault.Invalid:         {JA: "受け付けられません", EN: "Not accepted"},
		fault.NotFound:        {JA: "見つかりません", EN: "Not found"},
		fault.Conflict:        {JA: "食い違いがあります", EN: "Conflict"},
		fault.Forbidden:       {JA: "権限がありません", EN: "Not allowed"},
		fault.Unauthenticated: {JA: "サインインが必要です", EN: "Sign in"},
		fault.TooLarge:        {JA: "大きすぎます", EN: "Too large"},
		fault.Unavailable:     {JA: "いまはできません", EN: "Not now"},
	}
)

func tooLarge(err error) (limit int64, ok bool) {
	var too *http.MaxBytesError
	if errors.As(err, &too) {
		return too.Limit, true
	}
	return 0, false
}

// refuse answers with what went wrong, in words for a person. What is internal goes to the log.
func (s *Server) refuse(w http.ResponseWriter, r *ui.Request, err error) {
	if limit, ok := tooLarge(err); ok {
		err = fault.New(fault.TooLarge, wordTooLarge.With(limit)).Because(err)
	}
	f := fault.Of(err)
	if f.Kind == fault.Internal && r.Context().Err() == nil {
		s.log.ErrorContext(r.Context(), "internal", "path", r.URL.Path, "err", f.Cause)
	}
	if r.Wants("saved") {
		fields := map[string]string{}
		for _, x := range f.Fields {
			fields[x.Name] = r.Say(x.Text)
		}
		s.write(w, r, ui.Saved{Status: f.Kind.Status(), Message: r.Say(f.Text), Fields: fields})
		return
	}
	title := r.Say(titles[f.Kind])
	s.write(w, r, ui.Page{Title: title, Status: f.Kind.Status(), Body: []g.Node{
		h.H1(g.Text(title)), h.P(h.Class("lead"), r.Text(f.Text)), h.P(ui.Link(r.Root+"/", r.Text(wordHome)))}})
}

// missing answers an address that nothing is mounted on.
func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	l := preferred(r)
	for _, known := range languages {
		if strings.HasPrefix(r.URL.Path, "/"+string(known)+"/") {
			l = known
		}
	}
	s.serve(w, s.request(r, l, "/"+string(l)), func(*ui.Request) (ui.Answer, error) {
		return nil, fault.New(fault.NotFound, wordMissing)
	})
}
