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
	rest.Post(rest.Open(on), "/sessions", "sign-in", "Sign in with a password and get a token", o.signIn)
	rest.Post(rest.Open(on), "/sessions/demo", "sign-in-demo", "Sign in as somebody of the demo nation (demo only)", o.signInDemo)
	rest.Post(on, "/sessions/act-as", "act-as", "Act for another organisation of one's own", o.actAs)
	rest.Post(on, "/sessions/end", "sign-out", "End the session of the token", o.signOut)
	rest.Get(on, "/me", "who-am-i", "Who the token acts as", o.me)
	rest.Get(on, "/organisations", "list-organisations", "List organisations, by the reading of their names", o.list)
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

type acting struct {
	Body struct {
		Organisation string `json:"organisation" maxLength:"63"`
	}
}

func (o Operations) actAs(ctx context.Context, a access.Actor, in *acting) (*rest.Nothing, error) {
	return rest.Done(o.Access.ActAs(ctx, a, rest.Of(ctx).Token, in.Body.Organisation))
}

func (o Operations) signOut(ctx context.Context, a access.Actor, _ *rest.Nothing) (*rest.Nothing, error) {
	return rest.Done(o.Access.SignOut(ctx, a, rest.Of(ctx).Token))
}

func (o Operations) me(ctx context.Context, a access.Actor, _ *rest.Nothing) (*rest.Body[Me], error) {
	ms, err := o.Access.Memberships(ctx, a)
	return rest.Answer(Me{newPerson(a.Person), newOrganisation(a.Org), Role(a.Role), rest.Full(a.Clients), rest.Each(ms, newMembership)}, err)
}

type orgFilter struct {
	Kind   OptionalKind `query:"kind"`
	Sector string       `query:"sector" maxLength:"64" doc:"Only organisations that stand in this sector"`
}

func (o Operations) list(ctx context.Context, a access.Actor, in *orgFilter) (*rest.Body[rest.List[Organisation]], error) {
	orgs, err := o.Access.Orgs(ctx, a, access.Kind(in.Kind), in.Sector)
	return rest.Page(orgs, "", err, newOrganisation)
}

type orgID struct {
	ID string `path:"id" doc:"Such as mlit"`
}

func (o Operations) get(ctx context.Context, a access.Actor, in *orgID) (*rest.Body[Organisation], error) {
	org, err := o.Access.Org(ctx, a, in.ID)
	return rest.Answer(newOrganisation(org), err)
}
