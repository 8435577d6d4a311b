package accessapi

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
)

// Operations are the operations of the room.
type Operations struct {
	Access *access.Service
}

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	rest.Post(on, "/sessions", "sign-in", "Sign in with a password and get a token", o.signIn)
	rest.Post(on, "/sessions/demo", "sign-in-demo", "Sign in as somebody of the demo nation (demo only)", o.signInDemo)
	rest.Post(on, "/sessions/end", "sign-out", "End the session of the token", o.signOut)
	rest.Get(on, "/me", "who-am-i", "Who the token acts as", o.me)
	rest.Get(on, "/organisations", "list-organisations", "List organisations", o.list)
	rest.Get(on, "/organisations/{id}", "get-organisation", "Read an organisation", o.get)
}

// Token opens a session.
type Token struct {
	Token string `json:"token" doc:"Send it as: Authorization: Bearer …"`
}

type credentials struct {
	Body struct {
		Login    string `json:"login" maxLength:"200"`
		Password string `json:"password" maxLength:"200"`
	}
}

func (o Operations) signIn(ctx context.Context, _ access.Actor, in *credentials) (*rest.Body[Token], error) {
	token, err := o.Access.SignIn(ctx, in.Body.Login, in.Body.Password, rest.Of(ctx).From)
	return rest.Answer(Token{token}, err)
}

type character struct {
	Body struct {
		Login string `json:"login" doc:"Such as officer@mihon-water" maxLength:"200"`
	}
}

func (o Operations) signInDemo(ctx context.Context, _ access.Actor, in *character) (*rest.Body[Token], error) {
	token, err := o.Access.SignInDemoAs(ctx, in.Body.Login)
	return rest.Answer(Token{token}, err)
}

func (o Operations) signOut(ctx context.Context, a access.Actor, _ *rest.Nothing) (*rest.Nothing, error) {
	return rest.Done(o.Access.SignOut(ctx, a, rest.Of(ctx).Token))
}

// Me is who a token acts as.
type Me struct {
	Person  access.Person `json:"person"`
	Org     access.Org    `json:"organisation"`
	Role    access.Role   `json:"role"`
	Clients []string      `json:"clients" doc:"Organisations that engage the own one"`
}

func (o Operations) me(ctx context.Context, a access.Actor, _ *rest.Nothing) (*rest.Body[Me], error) {
	if err := o.Access.Check(ctx, a, access.PeopleRead, access.Object{Type: "people", ID: a.Org.ID, Org: a.Org.ID}); err != nil {
		return nil, err
	}
	return rest.Answer(Me{a.Person, a.Org, a.Role, append([]string{}, a.Clients...)}, nil)
}

type orgFilter struct {
	Kind   access.Kind `query:"kind" doc:"Only organisations of this kind"`
	Sector string      `query:"sector" doc:"Only organisations that stand in this sector"`
}

func (o Operations) list(ctx context.Context, a access.Actor, in *orgFilter) (*rest.Body[rest.List[access.Org]], error) {
	orgs, err := o.Access.Orgs(ctx, a, in.Kind, in.Sector)
	return rest.Page(orgs, "", err)
}

type orgID struct {
	ID string `path:"id"`
}

func (o Operations) get(ctx context.Context, a access.Actor, in *orgID) (*rest.Body[access.Org], error) {
	return rest.Answer(o.Access.Org(ctx, a, in.ID))
}
