package access

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"time"

	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/trail"
)

// sessionLength is how long a sign-in lasts.
const sessionLength = 12 * time.Hour

var (
	wordWrong     = lang.Text{JA: "サインイン名かパスワードが違います", EN: "the sign-in name or the password is wrong"}
	wordTooMany   = lang.Text{JA: "失敗が続いたため、しばらくサインインできません。5分ほど待ってください", EN: "too many failures; wait about five minutes"}
	wordNoMember  = lang.Text{JA: "所属する組織がありません。組織の管理者に連絡してください", EN: "you belong to no organisation at present; ask its administrator"}
	wordOnlyDemo  = lang.Text{JA: "見本の国でだけ使えます", EN: "this works in the demo only"}
	wordNotMember = lang.Text{JA: "その組織には所属していません", EN: "you do not belong to that organisation"}
)

// SignIn checks a password and returns the token of a new session. From is the address that asks.
func (s *Service) SignIn(ctx context.Context, login, password, from string) (token string, err error) {
	login = foldLogin(login)
	key, now := login+" "+from, s.now()
	if !s.guesses.open(key, now) {
		return "", fault.New(fault.Unavailable, wordTooMany)
	}
	person, hash, err := loadPassword(ctx, s.db, login)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return "", err
	}
	if hash == "" {
		hash = nobodysHash
	}
	same, err := samePassword(password, hash)
	if err != nil {
		return "", err
	}
	if !same || person == "" {
		s.guesses.failed(key, now)
		return "", s.refuseSignIn(ctx, person)
	}
	s.guesses.succeeded(key)
	return s.startSession(ctx, person)
}

func (s *Service) refuseSignIn(ctx context.Context, person string) error {
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		return trail.Append(ctx, tx, &trail.Entry{At: s.now(), Actor: person, Act: "session.start", Object: "session/", Outcome: trail.Refused})
	})
	if err != nil {
		return err
	}
	return fault.New(fault.Unauthenticated, wordWrong)
}

// SignInDemo starts a session without a password, in the demo only.
func (s *Service) SignInDemo(ctx context.Context, person string) (token string, err error) {
	if !s.demo {
		return "", fault.New(fault.Forbidden, wordOnlyDemo)
	}
	return s.startSession(ctx, person)
}

// SignInDemoAs is SignInDemo by the name that one signs in with.
func (s *Service) SignInDemoAs(ctx context.Context, login string) (token string, err error) {
	if !s.demo {
		return "", fault.New(fault.Forbidden, wordOnlyDemo)
	}
	var person string
	if err := s.db.QueryRow(ctx, `SELECT id FROM access_person WHERE login = $1`, []any{foldLogin(login)}, &person); err != nil {
		return "", err
	}
	return s.SignInDemo(ctx, person)
}

func (s *Service) startSession(ctx context.Context, person string) (token string, err error) {
	ms, err := loadMemberships(ctx, s.db, person, clock.Day(s.now()))
	if err != nil {
		return "", err
	}
	if len(ms) == 0 {
		return "", fault.New(fault.Forbidden, wordNoMember)
	}
	raw := make([]byte, 32)
	if _, err := io.ReadFull(s.random, raw); err != nil {
		return "", fmt.Errorf("draw a token: %w", err)
	}
	token, now := base64.RawURLEncoding.EncodeToString(raw), s.now()
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO access_session (token, person, org, role, created, expires) VALUES ($1, $2, $3, $4, $5, $6)`,
			tokenHash(token), person, ms[0].Org, ms[0].Role, db.Micros(now), db.Micros(now.Add(sessionLength)))
		if err != nil {
			return err
		}
		return trail.Append(ctx, tx, &trail.Entry{At: now, Actor: person, Org: ms[0].Org, Role: string(ms[0].Role), Act: "session.start", Object: "session/", Outcome: trail.Done})
	})
	return token, err
}

// tokenHash is what is stored of a token, so that a copy of the database opens no session.
func tokenHash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// Session returns who acts in a session; a token that opens none is the zero Actor. What was revoked or
// ended counts from the next request on.
func (s *Service) Session(ctx context.Context, token string) (Actor, error) {
	if token == "" {
		return Actor{}, nil
	}
	day := clock.Day(s.now())
	a := Actor{Day: day}
	err := s.db.QueryRow(ctx, `SELECT p.id, p.login, p.name, p.kana, s.org, s.role FROM access_session s
		JOIN access_person p ON p.id = s.person
		JOIN access_membership m ON m.person = s.person AND m.org = s.org AND m.role = s.role
		WHERE s.token = $1 AND s.expires > $2 AND m.since <= $3 AND (m.until = '' OR m.until >= $3) LIMIT 1`,
		[]any{tokenHash(token), db.Micros(s.now()), day}, &a.Person.ID, &a.Person.Login, &a.Person.Name, &a.Person.Kana, &a.Org.ID, &a.Role)
	if fault.Is(err, fault.NotFound) {
		return Actor{}, nil
	}
	if err != nil {
		return Actor{}, err
	}
	return s.complete(ctx, a)
}

// ActorFor returns a person as actor for one of its organisations, as a session would.
func (s *Service) ActorFor(ctx context.Context, person, org string) (Actor, error) {
	day := clock.Day(s.now())
	ms, err := loadMemberships(ctx, s.db, person, day)
	if err != nil {
		return Actor{}, err
	}
	for _, m := range ms {
		if m.Org == org {
			a := Actor{Day: day, Role: m.Role, Org: Org{ID: org}}
			if err := s.db.QueryRow(ctx, `SELECT id, login, name, kana FROM access_person WHERE id = $1`, []any{person},
				&a.Person.ID, &a.Person.Login, &a.Person.Name, &a.Person.Kana); err != nil {
				return Actor{}, err
			}
			return s.complete(ctx, a)
		}
	}
	return Actor{}, fault.New(fault.Forbidden, wordNotMember)
}

// complete adds the organisation and its clients to an actor.
func (s *Service) complete(ctx context.Context, a Actor) (Actor, error) {
	var err error
	if a.Org, err = loadOrg(ctx, s.db, a.Org.ID); err != nil {
		return Actor{}, err
	}
	a.Clients, err = loadClients(ctx, s.db, a.Org.ID, a.Day)
	return a, err
}

// Memberships returns what a person may act as today.
func (s *Service) Memberships(ctx context.Context, a Actor) ([]Membership, error) {
	return loadMemberships(ctx, s.db, a.Person.ID, a.Day)
}

// ActAs makes a session act for another of the person's organisations.
func (s *Service) ActAs(ctx context.Context, a Actor, token, org string) error {
	to, err := s.ActorFor(ctx, a.Person.ID, org)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE access_session SET org = $1, role = $2 WHERE token = $3`, to.Org.ID, to.Role, tokenHash(token)); err != nil {
			return err
		}
		return trail.Append(ctx, tx, &trail.Entry{At: s.now(), Actor: a.Person.ID, Org: to.Org.ID, Role: string(to.Role), Act: "session.act-as", Object: "session/", Outcome: trail.Done})
	})
}

// SignOut ends a session.
func (s *Service) SignOut(ctx context.Context, a Actor, token string) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM access_session WHERE token = $1`, tokenHash(token)); err != nil {
			return err
		}
		return trail.Append(ctx, tx, &trail.Entry{At: s.now(), Actor: a.Person.ID, Org: a.Org.ID, Role: string(a.Role), Act: "session.end", Object: "session/", Outcome: trail.Done})
	})
}

// Character is somebody whom one may sign in as in the demo.
type Character struct {
	Person Person
	Org    Org
	Role   Role
}

// Characters lists the people of the demo with their organisations; outside the demo there are none.
func (s *Service) Characters(ctx context.Context) ([]Character, error) {
	if !s.demo {
		return nil, nil
	}
	orgs, err := listOrgs(ctx, s.db, "", "", "")
	if err != nil {
		return nil, err
	}
	byID := map[string]Org{}
	for _, o := range orgs {
		byID[o.ID] = o
	}
	cs, err := loadCharacters(ctx, s.db)
	for i := range cs {
		cs[i].Org = byID[cs[i].Org.ID]
	}
	return cs, err
}

// IsDemo reports whether anybody may sign in as anybody.
func (s *Service) IsDemo() bool { return s.demo }

// Empty reports whether nobody is there yet: the installation waits to be set up.
func (s *Service) Empty(ctx context.Context) (bool, error) {
	var n int
	err := s.db.QueryRow(ctx, `SELECT COUNT(*) FROM access_person`, nil, &n)
	return n == 0, err
}
