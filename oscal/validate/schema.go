package validate

import (
	"fmt"
	"regexp"
	"sync"

	"github.com/defenseunicorns/go-oscal/src/pkg/validation"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"kijun/oscal"
)

// schema is compiled once, on first use: it takes some hundredths of a second.
var schema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	raw, err := embedded()
	if err != nil {
		return nil, fmt.Errorf("OSCAL schema %s: %w", oscal.Version, err)
	}
	const name = "oscal.json"
	c := jsonschema.NewCompiler()
	c.UseRegexpEngine(compilePattern)
	if err := c.AddResource(name, raw); err != nil {
		return nil, fmt.Errorf("OSCAL schema %s: %w", oscal.Version, err)
	}
	return c.Compile(name)
})

// embedded takes the schema out of go-oscal, which gives it only together with a document.
func embedded() (map[string]any, error) {
	empty := map[string]any{"catalog": map[string]any{}}
	v, err := validation.NewValidatorDesiredVersion(empty, oscal.Version)
	if err != nil {
		return nil, err
	}
	params, err := v.GetValidationParams()
	if err != nil {
		return nil, err
	}
	return params.SchemaData, nil
}

// compilePattern keeps Go's own regular expressions, which take linear time on any text.
func compilePattern(s string) (jsonschema.Regexp, error) { return regexp.Compile(s) }
