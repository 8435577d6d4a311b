package access

import (
	"context"
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"io"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

var (
	wordKeyWrong = lang.Text{JA: "設定の鍵が違います。kijun serve を始めた画面の鍵を入力してください", EN: "this is not the set-up key; it stands on the console where kijun serve was started"}
	wordSetUpYet = lang.Text{JA: "設定は済んでいます", EN: "the installation is set up already"}
)

// FirstOrg is what sets up an empty installation: its first organisation and the administrator.
type FirstOrg struct {
	Key      string // that the console printed
	Org      Org
	Person   Person
	Password string
}

// SetUpKey draws the key that SetUp asks for. It holds until the process ends.
func (s *Service) SetUpKey() (string, error) {
	raw := make([]byte, 10)
	if _, err := io.ReadFull(s.random, raw); err != nil {
		return "", fmt.Errorf("draw a key: %w", err)
	}
	s.setUpKey = base32.StdEncoding.EncodeToString(raw)
	return s.setUpKey, nil
}

// SetUp enters the first organisation and its administrator and signs the administrator in.
func (s *Service) SetUp(ctx context.Context, f FirstOrg) (token string, err error) {
	if s.setUpKey == "" || subtle.ConstantTimeCompare([]byte(f.Key), []byte(s.setUpKey)) != 1 {
		return "", fault.InFields([]fault.Field{{Name: "key", Text: wordKeyWrong}})
	}
	if empty, err := s.Empty(ctx); err != nil {
		return "", err
	} else if !empty {
		return "", fault.New(fault.Forbidden, wordSetUpYet)
	}
	if err := s.Found(ctx, Installation(), f.Org, f.Person, f.Password); err != nil {
		return "", err
	}
	return s.SignIn(ctx, f.Person.Login, f.Password, "set-up")
}
