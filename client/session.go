package client

import (
	"context"
	"iter"
	"net/http"
)

// SignIn signs in with a password. Calls from then on are by that person.
func (c *Client) SignIn(ctx context.Context, login, password string) error {
	return c.signIn(ctx, path("sessions"), map[string]string{"login": login, "password": password})
}

// SignInDemo signs in as somebody of the demo nation, such as officer@mihon-water. It works in the demo only.
func (c *Client) SignInDemo(ctx context.Context, login string) error {
	return c.signIn(ctx, path("sessions", "demo"), map[string]string{"login": login})
}

func (c *Client) signIn(ctx context.Context, address string, who map[string]string) error {
	session, err := post[struct {
		Token string `json:"token"`
	}](ctx, c, address, who)
	if err != nil {
		return err
	}
	c.token.Store(&session.Token)
	return nil
}

// SignOut ends the session.
func (c *Client) SignOut(ctx context.Context) error {
	if err := c.call(ctx, http.MethodPost, path("sessions", "end"), nil, nil); err != nil {
		return err
	}
	c.token.Store(nil)
	return nil
}

// ActAs makes the session act for another organisation of the person's own.
func (c *Client) ActAs(ctx context.Context, organisation string) error {
	return c.call(ctx, http.MethodPost, path("sessions", "act-as"), map[string]string{"organisation": organisation}, nil)
}

// Me is who a session acts as.
type Me struct {
	Person struct {
		ID    string `json:"id"`
		Login string `json:"login"`
		Name  string `json:"name"`
	} `json:"person"`
	Organisation Organisation `json:"organisation"`
	Role         string       `json:"role"`
	Clients      []string     `json:"clients"` // organisations that engage the own one
}

// Organisation is an organisation with what it is in the regime.
type Organisation struct {
	ID         string     `json:"id"`
	Name       Text       `json:"name"`
	Autonomous bool       `json:"autonomous"`
	Standings  []Standing `json:"standings"`
}

// Standing says that an organisation is of a kind in a sector.
type Standing struct {
	Kind   string `json:"kind"`
	Sector string `json:"sector"`
}

// Me returns who the session acts as.
func (c *Client) Me(ctx context.Context) (Me, error) { return get[Me](ctx, c, path("me")) }

// Organisations lists organisations of a kind ("": any) in a sector ("": any).
func (c *Client) Organisations(ctx context.Context, kind, sector string) iter.Seq2[Organisation, error] {
	return list[Organisation](ctx, c, path("organisations"), "kind", kind, "sector", sector)
}
