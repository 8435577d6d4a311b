package access

import (
	"context"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/id"
	"kijun/internal/lang"
)

// Service is the room's use cases.
type Service struct {
	db       *db.DB
	now      func() time.Time
	random   io.Reader
	ids      *id.Source
	refusals *limiter
	guesses  *attempts
	demo     bool
	setUpKey string
}

// Options are what a Service needs from outside.
type Options struct {
	DB     *db.DB
	Now    func() time.Time
	Random io.Reader // secure, except in the demo and in tests
	Demo   bool      // anybody may sign in as anybody
}

// New returns the service.
func New(o Options) *Service {
	return &Service{db: o.DB, now: o.Now, random: o.Random, ids: id.NewSource(o.Now, o.Random), demo: o.Demo,
		refusals: &limiter{pause: refusalPause}, guesses: &attempts{most: 5, pause: 5 * time.Minute}}
}

// Now is the time by the clock of the installation.
func (s *Service) Now() time.Time { return s.now() }

// NewID returns a new identifier for a record.
func (s *Service) NewID() string { return s.ids.New() }

// DB is the database of the installation, for reads; every write goes through Do.
func (s *Service) DB() *db.DB { return s.db }

var (
	orgIDForm    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,62}$`)
	wordOrgID    = lang.Text{JA: "英小文字・数字・ハイフンで、63字まで入力してください（例: mlit）", EN: "use small letters, digits and hyphens, 63 at most (such as mlit)"}
	wordNeeded   = lang.Text{JA: "入力してください", EN: "this is needed"}
	wordKind     = lang.Text{JA: "種別 %q は使えません", EN: "there is no kind %q"}
	wordRole     = lang.Text{JA: "役割 %q は使えません", EN: "there is no role %q"}
	wordTooShort = lang.Text{JA: "12字以上にしてください", EN: "use 12 characters or more"}
	wordTaken    = lang.Text{JA: "すでに使われています", EN: "this is in use already"}
)

// AddOrg adds an organisation with its standings.
func (s *Service) AddOrg(ctx context.Context, a Actor, o Org) error {
	if err := fault.InFields(o.wrong()); err != nil {
		return err
	}
	object := Object{Type: "org", ID: o.ID, Org: o.ID, Sectors: orgSectors(o)}
	return s.Do(ctx, a, o.adding(), &object, func(tx *db.Tx) error { return insertOrg(ctx, tx, o, s.now()) })
}

// adding is what the rule table asks of whoever adds the organisation.
func (o Org) adding() Action {
	if slices.ContainsFunc(o.Standings, func(s Standing) bool { return s.Kind == CabinetSecretariat || s.Kind == Ministry }) {
		return OrgAuthority
	}
	return OrgManage
}

// wrong says what of an organisation cannot be taken.
func (o Org) wrong() []fault.Field {
	var wrong []fault.Field
	if !orgIDForm.MatchString(o.ID) {
		wrong = append(wrong, fault.Field{Name: "id", Text: wordOrgID})
	}
	if o.Name.IsZero() {
		wrong = append(wrong, fault.Field{Name: "name_ja", Text: wordNeeded})
	}
	for _, st := range o.Standings {
		if !slices.Contains(Kinds, st.Kind) {
			wrong = append(wrong, fault.Field{Name: "kind", Text: wordKind.With(st.Kind)})
		}
	}
	return wrong
}

// Found adds an organisation and its first administrator, who adds everybody else.
func (s *Service) Found(ctx context.Context, a Actor, o Org, first Person, password string) error {
	first.ID, first.Login = s.ids.New(), foldLogin(first.Login)
	m := Membership{Person: first.ID, Org: o.ID, Role: Administrator}
	wrong := append(o.wrong(), first.wrong(m, password)...)
	if password == "" {
		wrong = append(wrong, fault.Field{Name: "password", Text: wordNeeded})
	}
	if err := fault.InFields(wrong); err != nil {
		return err
	}
	hash, err := hashPassword(password)
	if err != nil {
		return err
	}
	object := Object{Type: "org", ID: o.ID, Org: o.ID, Sectors: orgSectors(o)}
	return s.Do(ctx, a, o.adding(), &object, func(tx *db.Tx) error {
		if err := insertOrg(ctx, tx, o, s.now()); err != nil {
			return inField(err, "id")
		}
		return inField(insertPerson(ctx, tx, first, m, hash, s.now()), "login")
	})
}

// inField says of what is there already in which field it stands.
func inField(err error, name string) error {
	if fault.Is(err, fault.Conflict) {
		return fault.InFields([]fault.Field{{Name: name, Text: wordTaken}})
	}
	return err
}

func orgSectors(o Org) []string {
	var ids []string
	for _, st := range o.Standings {
		if st.Sector != "" {
			ids = append(ids, st.Sector)
		}
	}
	return ids
}

// Engage says that a contractor or auditor works for a client.
func (s *Service) Engage(ctx context.Context, a Actor, e Engagement) error {
	return s.Do(ctx, a, PeopleManage, &Object{Type: "engagement", ID: e.Org, Org: e.Client}, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO access_engagement (org, client, since, until) VALUES ($1, $2, $3, $4)`, e.Org, e.Client, e.Since, e.Until)
		return err
	})
}

// AddPerson adds somebody to an organisation in a role and returns the person's id. An empty password
// leaves the person unable to sign in with one.
func (s *Service) AddPerson(ctx context.Context, a Actor, p Person, m Membership, password string) (string, error) {
	p.ID, p.Login = s.ids.New(), foldLogin(p.Login)
	m.Person = p.ID
	if err := fault.InFields(p.wrong(m, password)); err != nil {
		return "", err
	}
	hash, err := hashPassword(password)
	if err != nil {
		return "", err
	}
	object := Object{Type: "person", ID: p.ID, Org: m.Org, Details: map[string]string{"role": string(m.Role)}}
	err = s.Do(ctx, a, PeopleManage, &object, func(tx *db.Tx) error { return insertPerson(ctx, tx, p, m, hash, s.now()) })
	return p.ID, inField(err, "login")
}

// wrong says what of a person and a membership cannot be taken.
func (p Person) wrong(m Membership, password string) []fault.Field {
	var wrong []fault.Field
	if p.Login == "" {
		wrong = append(wrong, fault.Field{Name: "login", Text: wordNeeded})
	}
	if strings.TrimSpace(p.Name) == "" {
		wrong = append(wrong, fault.Field{Name: "name", Text: wordNeeded})
	}
	if !slices.Contains(Roles, m.Role) {
		wrong = append(wrong, fault.Field{Name: "role", Text: wordRole.With(m.Role)})
	}
	if password != "" && len([]rune(password)) < minPassword {
		wrong = append(wrong, fault.Field{Name: "password", Text: wordTooShort})
	}
	return wrong
}

// foldLogin makes the ways of typing a login name alike.
func foldLogin(s string) string { return strings.ToLower(strings.TrimSpace(norm.NFKC.String(s))) }

// Org returns one organisation.
func (s *Service) Org(ctx context.Context, a Actor, orgID string) (Org, error) {
	if err := s.Check(ctx, a, OrgRead, Object{Type: "org", ID: orgID, Org: orgID}); err != nil {
		return Org{}, err
	}
	return loadOrg(ctx, s.db, orgID)
}

// Orgs lists organisations that are of a kind ("": any) in a sector ("": any) on the actor's day, by reading.
func (s *Service) Orgs(ctx context.Context, a Actor, k Kind, sector string) ([]Org, error) {
	if err := s.Check(ctx, a, OrgRead, Object{Type: "org"}); err != nil {
		return nil, err
	}
	return listOrgs(ctx, s.db, k, sector, a.Day)
}

// Names returns the names of organisations by their ids. Names are no secret to whoever has signed in.
func (s *Service) Names(ctx context.Context, ids []string) (map[string]lang.Text, error) {
	return orgNames(ctx, s.db, ids)
}

// Member is a person in an organisation.
type Member struct {
	Person
	Role  Role       `json:"role"`
	Since clock.Date `json:"since,omitempty"`
	Until clock.Date `json:"until,omitempty"`
}

// Members lists the people of the actor's organisation, by reading.
func (s *Service) Members(ctx context.Context, a Actor) ([]Member, error) {
	if err := s.Check(ctx, a, PeopleRead, Object{Type: "people", ID: a.Org.ID, Org: a.Org.ID}); err != nil {
		return nil, err
	}
	return listMembers(ctx, s.db, a.Org.ID)
}

// PersonNames returns the names of people by their ids, for records of an organisation that they belong to.
func (s *Service) PersonNames(ctx context.Context, ids []string) (map[string]string, error) {
	return personNames(ctx, s.db, ids)
}
