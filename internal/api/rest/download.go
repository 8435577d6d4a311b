package rest

import (
	"bytes"
	"context"
	"io"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// File is an answer that is no JSON. It is always an attachment.
type File struct {
	Name string // may be Japanese
	Type string
	Body io.ReadCloser
}

// Bytes is a file that is there as a whole.
func Bytes(name, mediaType string, content []byte) *File {
	return &File{Name: name, Type: mediaType, Body: io.NopCloser(bytes.NewReader(content))}
}

// Download mounts an operation that answers with a file of one of the media types.
func Download[I any](api huma.API, path, id, summary string, types []string, h Handler[I, File]) {
	o := operation(api, http.MethodGet, path, id, summary)
	content := map[string]*huma.MediaType{}
	for _, t := range types {
		content[t] = &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	}
	o.Responses = map[string]*huma.Response{"200": {Description: "The file, as an attachment", Content: content}}
	huma.Register(on(api).API, o, func(ctx context.Context, in *I) (*huma.StreamResponse, error) {
		f, err := h(ctx, Of(ctx).Actor, in)
		if err != nil {
			return nil, problem(ctx, err)
		}
		return &huma.StreamResponse{Body: f.send}, nil
	})
}

// send writes the file. One that breaks off ends the connection, so that nobody takes it for the whole.
func (f *File) send(ctx huma.Context) {
	defer func() { _ = f.Body.Close() }() // read to its end, or given up
	ctx.SetHeader("Content-Type", f.Type)
	ctx.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	ctx.SetStatus(http.StatusOK)
	if _, err := io.Copy(ctx.BodyWriter(), f.Body); err != nil {
		Of(ctx.Context()).Log.ErrorContext(ctx.Context(), "a download broke off", "err", err)
		panic(http.ErrAbortHandler)
	}
}
