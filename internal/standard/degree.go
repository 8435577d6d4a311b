package standard

import (
	"bytes"
	"encoding/json"
	"math/big"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Degree is how far a clause asks one to go: statements that can be compared, or words.
type Degree []Statement

// Statement is one part of a degree. Either Metric, Op and Value are set, or Words alone.
type Statement struct {
	Metric string
	Op     Op
	Value  string // a decimal number, as written
	Unit   string // as written; "" for a bare number
	Words  string
}

// Op compares a metric with a value.
type Op string

// The comparisons.
const (
	AtMost  Op = "<="
	AtLeast Op = ">="
	Exactly Op = "="
)

var (
	statementForm = regexp.MustCompile(`^(\S.*?)\s*(<=|>=|=)\s*([0-9]+(?:\.[0-9]+)?)\s*([^\s0-9<>=][^\s<>=]*)?$`)
	comparison    = strings.NewReplacer("≦", "<=", "≤", "<=", "≧", ">=", "≥", ">=", "〜", "~")
)

// parseDegree reads `metric (<=|>=|=) value unit` parts separated by semicolons, or words. Full-width
// digits and signs are read as their plain forms. ok is false when a part looks like a comparison and
// cannot be read as one; that part is then kept as words.
func parseDegree(s string) (d Degree, ok bool) {
	ok = true
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "；", ";"), ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		plain := comparison.Replace(norm.NFKC.String(part))
		if m := statementForm.FindStringSubmatch(plain); m != nil && !strings.ContainsAny(m[1], "<>=") {
			d = append(d, Statement{Metric: m[1], Op: Op(m[2]), Value: m[3], Unit: m[4]})
			continue
		}
		if strings.ContainsAny(plain, "<>=") {
			ok = false
		}
		d = append(d, Statement{Words: part})
	}
	return d, ok
}

func (s Statement) String() string {
	if s.Metric == "" {
		return s.Words
	}
	return s.Metric + " " + s.Limit()
}

// Limit is the statement without its metric: "<= 24h".
func (s Statement) Limit() string { return string(s.Op) + " " + s.Value + s.Unit }

func (d Degree) String() string {
	parts := make([]string, len(d))
	for i, s := range d {
		parts[i] = s.String()
	}
	return strings.Join(parts, "; ")
}

// MarshalJSON writes {"metric","op","value","unit"} or {"text"}.
func (s Statement) MarshalJSON() ([]byte, error) {
	var v any = struct {
		Metric string      `json:"metric"`
		Op     Op          `json:"op"`
		Value  json.Number `json:"value"`
		Unit   string      `json:"unit"`
	}{s.Metric, s.Op, number(s.Value), s.Unit}
	if s.Metric == "" {
		v = struct {
			Text string `json:"text"`
		}{s.Words}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // people read "<="
	err := e.Encode(v)
	return b.Bytes(), err
}

// number drops the leading zeros that JSON does not allow.
func number(decimal string) json.Number {
	trimmed := strings.TrimLeft(decimal, "0")
	if trimmed == "" || trimmed[0] == '.' {
		trimmed = "0" + trimmed
	}
	return json.Number(trimmed)
}

// minutes is the length of each unit of time. A year is 365 days and a month its twelfth, so that
// 12mo, 1y and 365d are equal.
var minutes = map[string]int64{
	"m": 1, "分": 1,
	"h": 60, "時間": 60,
	"d": 1440, "日": 1440,
	"w": 10080, "週": 10080, "週間": 10080,
	"mo": 43800, "月": 43800, "か月": 43800, "ヶ月": 43800, "カ月": 43800, "ヵ月": 43800, "箇月": 43800,
	"y": 525600, "年": 525600,
}

// Comparable reports whether the values of units a and b can be put on one scale.
func Comparable(a, b string) bool {
	return a == b || minutes[a] > 0 && minutes[b] > 0
}

// In returns the value of the statement in unit, which must be comparable with its own.
func (s Statement) In(unit string) *big.Rat {
	v, _ := new(big.Rat).SetString(s.Value)
	if s.Unit != unit {
		v.Mul(v, big.NewRat(minutes[s.Unit], minutes[unit]))
	}
	return v
}

// Finer reports whether unit a divides time more finely than unit b.
func Finer(a, b string) bool { return minutes[a] > 0 && minutes[b] > 0 && minutes[a] < minutes[b] }

// WeakerThan reports whether keeping to s does not ensure what upper asks of the same metric.
func (s Statement) WeakerThan(upper Statement) bool {
	if s.Metric == "" || s.Metric != upper.Metric || !Comparable(s.Unit, upper.Unit) {
		return false
	}
	sign := s.In(upper.Unit).Cmp(upper.In(upper.Unit))
	switch upper.Op {
	case AtMost:
		return s.Op == AtLeast || sign > 0
	case AtLeast:
		return s.Op == AtMost || sign < 0
	default:
		return s.Op != Exactly || sign != 0
	}
}

// weaker returns the first pair in which d falls short of upper.
func (d Degree) weaker(upper Degree) (ours, theirs Statement, found bool) {
	for _, theirs := range upper {
		for _, ours := range d {
			if ours.WeakerThan(theirs) {
				return ours, theirs, true
			}
		}
	}
	return ours, theirs, false
}
