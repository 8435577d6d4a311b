package dependency

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/cascade"
)

// distributions by name, with the lengths of time that each is made from.
var distributions = []struct {
	name  string
	times []string
	sigma bool
	make  func(t []cascade.Minutes, sigma float64) cascade.Duration
}{
	{"constant", []string{"value"}, false, func(t []cascade.Minutes, _ float64) cascade.Duration { return cascade.Fixed(t[0]) }},
	{"exponential", []string{"mean"}, false, func(t []cascade.Minutes, _ float64) cascade.Duration { return cascade.Exponential(t[0]) }},
	{"uniform", []string{"min", "max"}, false, func(t []cascade.Minutes, _ float64) cascade.Duration { return cascade.Uniform(t[0], t[1]) }},
	{"triangular", []string{"min", "mode", "max"}, false, func(t []cascade.Minutes, _ float64) cascade.Duration { return cascade.Triangular(t[0], t[1], t[2]) }},
	{"lognormal", []string{"median"}, true, func(t []cascade.Minutes, s float64) cascade.Duration { return cascade.Lognormal(t[0], s) }},
}

// duration reads a length of time, certain or a distribution.
func (r *yamlReader) duration(to *cascade.Duration) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		switch n.Kind {
		case yaml.ScalarNode:
			if m, ok := r.minutes(key, n); ok {
				*to = cascade.Fixed(m)
			}
		case yaml.MappingNode:
			r.distribution(key, n, to)
		default:
			r.wrong(key, n, ruleWrongShape, r.element(key), shapeDuration)
		}
	}
}

func (r *yamlReader) minutes(key string, n *yaml.Node) (cascade.Minutes, bool) {
	w, ok := r.scalar(key, n)
	if !ok {
		return 0, false
	}
	m, ok := ParseMinutes(w)
	if !ok {
		r.wrong(key, n, ruleBadDuration, w)
	}
	return m, ok
}

func (r *yamlReader) distribution(key string, n *yaml.Node, to *cascade.Duration) {
	var names []string
	for _, d := range distributions {
		names = append(names, d.name)
	}
	found := len(r.problems)
	dist := child(n, "dist")
	if dist == nil {
		r.wrong(key, n, ruleMissingKey, "dist")
		return
	}
	name, ok := r.scalar(key+".dist", dist)
	at := slices.Index(names, name)
	if at < 0 {
		if ok {
			r.wrong(key, dist, ruleUnknownWord, name, meant(name, names), strings.Join(names, ", "))
		}
		return
	}
	d := distributions[at]
	times, sigma := make([]cascade.Minutes, len(d.times)), 0.0
	fields := []field{{"dist", func(string, *yaml.Node) {}}}
	needs := slices.Clone(d.times)
	for i, t := range d.times {
		fields = append(fields, field{t, func(k string, v *yaml.Node) { times[i], _ = r.minutes(k, v) }})
	}
	if d.sigma {
		needs = append(needs, "sigma")
		fields = append(fields, field{"sigma", r.number(&sigma)})
	}
	r.mapping(key, n, fields)
	for _, k := range needs {
		if v := child(n, k); v == nil || isNull(v) {
			r.wrong(prefixed(key, k), n, ruleMissingKey, k)
		}
	}
	if len(r.problems) > found {
		r.bad[r.element(key)] = true
		return
	}
	*to = d.make(times, sigma)
}
