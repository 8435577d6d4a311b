package api

import (
	"reflect"
	"testing"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/lang"
)

func TestSchemasAreNamedAfterTheirRoom(t *testing.T) {
	for want, typ := range map[string]reflect.Type{
		"AccessOrg":     reflect.TypeFor[access.Org](),
		"AccessOrgList": reflect.TypeFor[rest.List[access.Org]](),
		"Problem":       reflect.TypeFor[*rest.Problem](),
		"Text":          reflect.TypeFor[lang.Text](),
		"StringList":    reflect.TypeFor[rest.List[string]](),
		"SignInRequest": reflect.TypeFor[struct{ A int }](),
	} {
		if got := schemaName(typ, "sign-inRequest"); got != want {
			t.Errorf("%v: %s, want %s", typ, got, want)
		}
	}
}
