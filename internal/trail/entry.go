package trail

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// MaxLeaf is the size in bytes above which an entry is refused: tiles carry lengths of 16 bits.
const MaxLeaf = 65_535

// Outcome says whether an act was done.
type Outcome string

// The outcomes.
const (
	Done    Outcome = "done"
	Refused Outcome = "refused"
)

// Entry is one act. The ids are those of the rooms; names and other personal data are hidden values.
type Entry struct {
	At      time.Time
	Actor   string // id of the person or service
	Org     string // id of the organisation for which it acts
	Role    string
	Act     string // such as standard.publish
	Object  string // such as standard/01J…
	Version string // hash of the object as it is after the act
	Outcome Outcome
	Details map[string]string

	secrets []secret
}

// secret is a hidden value until it is stored beside the leaf.
type secret struct {
	hash, salt []byte
	value      string
}

// leaf is version 1 of the bytes of an entry: JSON without white space, keys in this order, details by key.
type leaf struct {
	V       int               `json:"v"`
	At      string            `json:"at"`
	Actor   string            `json:"actor"`
	Org     string            `json:"org"`
	Role    string            `json:"role"`
	Act     string            `json:"act"`
	Object  string            `json:"object"`
	Version string            `json:"version"`
	Outcome Outcome           `json:"outcome"`
	Details map[string]string `json:"details,omitempty"`
}

// atForm is RFC 3339 in UTC with microseconds, all six of them.
const atForm = "2006-01-02T15:04:05.000000Z"

// Hide adds a detail whose value may have to be erased one day: the leaf gets the hash of salt and value.
// Salts is a source of secure randomness.
func (e *Entry) Hide(key, value string, salts io.Reader) error {
	salt := make([]byte, 16)
	if _, err := io.ReadFull(salts, salt); err != nil {
		return fmt.Errorf("draw a salt: %w", err)
	}
	sum := sha256.Sum256(append(salt, value...))
	if e.Details == nil {
		e.Details = map[string]string{}
	}
	e.Details[key] = "sha256:" + hex.EncodeToString(sum[:])
	e.secrets = append(e.secrets, secret{sum[:], salt, value})
	return nil
}

// Leaf returns the bytes of the entry. They never change once written: what is sealed is these bytes.
func (e *Entry) Leaf() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(leaf{1, e.At.UTC().Format(atForm), e.Actor, e.Org, e.Role, e.Act, e.Object, e.Version, e.Outcome, e.Details})
	if err != nil {
		return nil, fmt.Errorf("encode an entry: %w", err)
	}
	out := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if len(out) > MaxLeaf {
		return nil, fault.New(fault.TooLarge, lang.Text{
			JA: "操作記録の一件が大きすぎます（%d バイト。上限は %d バイト）",
			EN: "an entry of the trail is too large (%d bytes; the limit is %d)"}.With(len(out), MaxLeaf))
	}
	return out, nil
}

// Append puts an entry into the transaction of its act. It is the last statement of the act.
func Append(ctx context.Context, tx *db.Tx, e *Entry) error {
	bytes, err := e.Leaf()
	if err != nil {
		return err
	}
	for _, s := range e.secrets {
		if _, err := tx.Exec(ctx, `INSERT INTO trail_secret (hash, salt, value) VALUES ($1, $2, $3)`, s.hash, s.salt, s.value); err != nil {
			return err
		}
	}
	_, err = tx.Exec(ctx, `INSERT INTO trail_pending (leaf) VALUES ($1)`, bytes)
	return err
}
