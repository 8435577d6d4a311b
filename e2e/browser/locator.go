//go:build e2e

package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Locator says which element is meant.
type Locator struct {
	css   string
	name  string
	marks []string // what may follow the name
	part  bool     // the name may have more around it
	roles []string
	nth   int // 1 is the first; 0 demands that there is only one
}

// CSS means the visible element that a selector matches.
func CSS(selector string) Locator { return Locator{css: selector} }

// Role means the element with one of the roles and the accessible name, both as the browser computes
// them for assistive technology.
func Role(name string, roles ...string) Locator { return Locator{name: name, roles: roles} }

// Marked lets one of the marks follow the name, as on the label of a field that must be filled.
func (l Locator) Marked(marks ...string) Locator { l.marks = marks; return l }

// Part lets the name have more around it.
func (l Locator) Part() Locator { l.part = true; return l }

// Nth means the nth element of those that match, counted from 1.
func (l Locator) Nth(n int) Locator { l.nth = n; return l }

// First means the first element of those that match.
func (l Locator) First() Locator { return l.Nth(1) }

func (l Locator) String() string {
	s := l.css
	if s == "" {
		s = fmt.Sprintf("%s %q", l.roles[0], l.name)
	}
	if l.nth > 0 {
		s = fmt.Sprintf("%s no. %d", s, l.nth)
	}
	return s
}

type handle = runtime.RemoteObjectID

// findOne gives the one element that l means in the page as it is now.
func findOne(ctx context.Context, to *chromedp.Target, l Locator) (handle, error) {
	all, err := matches(ctx, to, l)
	switch {
	case err != nil:
		return "", err
	case len(all) == 0 && l.css == "":
		return "", fmt.Errorf("there is none; there is %s", offered(ctx, to, l.roles))
	case len(all) == 0:
		return "", errors.New("there is none")
	case l.nth > len(all):
		return "", fmt.Errorf("there are only %d", len(all))
	case l.nth > 0:
		return all[l.nth-1], nil
	case len(all) > 1:
		return "", fmt.Errorf("there are %d; a step needs one", len(all))
	}
	return all[0], nil
}

func matches(ctx context.Context, to *chromedp.Target, l Locator) ([]handle, error) {
	if l.css != "" {
		return matchesCSS(ctx, to, l.css)
	}
	named, err := withRoles(ctx, to, l.roles)
	if err != nil {
		return nil, err
	}
	var all []handle
	for _, n := range named {
		if !l.fits(said(n.Name)) {
			continue
		}
		res, err := cdp.Call(ctx, to, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: n.BackendDOMNodeID})
		if err != nil {
			return nil, err
		}
		all = append(all, res.Object.ObjectID)
	}
	return all, nil
}

// matchesCSS finds the visible elements first, then takes a handle of each: values with handles in them do
// not come as one answer.
func matchesCSS(ctx context.Context, to *chromedp.Target, selector string) ([]handle, error) {
	js := "[...document.querySelectorAll(" + Quote(selector) + ")].filter(e => e.checkVisibility({ visibilityProperty: true }))"
	list, err := chromedp.Evaluate[*runtime.RemoteObject](js)(ctx, to)
	if err != nil {
		return nil, err
	}
	own := runtime.GetPropertiesParams{ObjectID: list.ObjectID, OwnProperties: new(true)}
	props, err := cdp.Call(ctx, to, runtime.GetProperties, own)
	if err != nil {
		return nil, err
	}
	var all []handle
	for _, p := range props.Result {
		if p.Enumerable && p.Value != nil && p.Value.Subtype == runtime.RemoteObjectSubtypeNode {
			all = append(all, p.Value.ObjectID)
		}
	}
	return all, nil
}

// fits reports whether an element with this accessible name is meant.
func (l Locator) fits(name string) bool {
	if l.part {
		return strings.Contains(name, l.name)
	}
	rest, ok := strings.CutPrefix(name, l.name)
	return ok && (rest == "" || slices.Contains(l.marks, strings.TrimSpace(rest)))
}

// withRoles asks for what assistive technology is told of, and keeps what has one of the roles. It does not
// let Chromium look for the name, because it then misses file fields.
func withRoles(ctx context.Context, to *chromedp.Target, roles []string) ([]*accessibility.Node, error) {
	doc, err := chromedp.Evaluate[*runtime.RemoteObject]("document")(ctx, to)
	if err != nil {
		return nil, err
	}
	query := accessibility.QueryAXTreeParams{ObjectID: doc.ObjectID}
	if len(roles) == 1 {
		query.Role = roles[0]
	}
	res, err := cdp.Call(ctx, to, accessibility.QueryAXTree, query)
	return slices.DeleteFunc(res.Nodes, func(n *accessibility.Node) bool {
		return n.Ignored || n.BackendDOMNodeID == 0 || !slices.Contains(roles, said(n.Role))
	}), err
}

// offered lists what has one of the roles, for whoever mistyped a name.
func offered(ctx context.Context, to *chromedp.Target, roles []string) string {
	nodes, err := withRoles(ctx, to, roles)
	if err != nil {
		return err.Error()
	}
	var names []string
	for _, n := range nodes[:min(len(nodes), 40)] {
		names = append(names, fmt.Sprintf("%q", said(n.Name)))
	}
	if len(names) == 0 {
		return "nothing of that role"
	}
	return strings.Join(names, ", ")
}

// said is the text of a value of the accessibility tree.
func said(v *accessibility.Value) string {
	var s string
	if v == nil || json.Unmarshal(v.Value, &s) != nil {
		return "" // a value of another type is no text
	}
	return s
}

// Quote writes s as a literal of JavaScript.
func Quote(s string) string {
	literal, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a literal
	}
	return string(literal)
}
