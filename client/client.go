package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
)

// Client calls one installation, in one session at a time.
type Client struct {
	base  string
	http  *http.Client
	token atomic.Pointer[string]

	// Language is what problems are told in: ja or en. Set it before the first call.
	Language string
}

// New returns a client of the installation at base, such as http://127.0.0.1:8080. A nil hc is http.DefaultClient.
func New(base string, hc *http.Client) *Client {
	if hc == nil {
		hc = http.DefaultClient
	}
	return &Client{base: strings.TrimSuffix(base, "/"), http: hc, Language: "en"}
}

// Text is a text in both languages.
type Text struct {
	JA string `json:"ja"`
	EN string `json:"en"`
}

// path joins parts below /api/v1.
func path(parts ...string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = url.PathEscape(p)
	}
	return "/api/v1/" + strings.Join(escaped, "/")
}

func number(n int) string { return strconv.Itoa(n) }

// query makes the query of an address of names and values; empty values are left out.
func query(pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// get reads JSON.
func get[T any](ctx context.Context, c *Client, address string) (out T, err error) {
	return out, c.call(ctx, http.MethodGet, address, nil, &out)
}

// post sends JSON and reads JSON.
func post[T any](ctx context.Context, c *Client, address string, body any) (out T, err error) {
	return out, c.call(ctx, http.MethodPost, address, body, &out)
}

// put replaces with JSON and reads JSON.
func put[T any](ctx context.Context, c *Client, address string, body any) (out T, err error) {
	return out, c.call(ctx, http.MethodPut, address, body, &out)
}

// page is one page of a list.
type page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

// list reads a list page by page, as far as the caller reads.
func list[T any](ctx context.Context, c *Client, address string, pairs ...string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for from := ""; ; {
			p, err := get[page[T]](ctx, c, address+query(append(pairs, "from", from)...))
			if err != nil {
				yield(none, err)
				return
			}
			for _, item := range p.Items {
				if !yield(item, nil) {
					return
				}
			}
			if from = p.Next; from == "" {
				return
			}
		}
	}
}

// All reads a list to its end.
func All[T any](items iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for item, err := range items {
		if err != nil {
			return nil, err
		}
		all = append(all, item)
	}
	return all, nil
}

func (c *Client) call(ctx context.Context, method, address string, body, out any) error {
	var reader io.Reader
	if body != nil {
		raw, err := json.Marshal(body)
		if err != nil {
			return fmt.Errorf("write a request: %w", err)
		}
		reader = bytes.NewReader(raw)
	}
	answer, err := c.send(ctx, method, address, "application/json", reader)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	if out == nil || answer.StatusCode == http.StatusNoContent {
		return nil
	}
	if err := json.NewDecoder(answer.Body).Decode(out); err != nil {
		return fmt.Errorf("read the answer of %s %s: %w", method, address, err)
	}
	return nil
}

// send sends a request; what the API refuses is a *Problem.
func (c *Client) send(ctx context.Context, method, address, kind string, body io.Reader) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, method, c.base+address, body)
	if err != nil {
		return nil, err
	}
	if body != nil {
		r.Header.Set("Content-Type", kind)
	}
	r.Header.Set("Accept-Language", c.Language)
	if token := c.token.Load(); token != nil {
		r.Header.Set("Authorization", "Bearer "+*token)
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode >= 300 {
		defer func() { _ = answer.Body.Close() }()
		return nil, readProblem(answer)
	}
	return answer, nil
}

// download reads a file to its end.
func (c *Client) download(ctx context.Context, address string) ([]byte, error) {
	answer, err := c.send(ctx, http.MethodGet, address, "", nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	return io.ReadAll(answer.Body)
}
