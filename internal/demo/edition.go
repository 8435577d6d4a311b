package demo

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"kijun/internal/clock"
)

// edition makes another edition, or another operator's version, of a sample document.
type edition struct {
	source string
}

var (
	frontLine  = regexp.MustCompile(`(?m)^([a-z_]+): .*$`)
	anyDate    = regexp.MustCompile(`\b(20\d\d)(-\d\d-\d\d)\b`)
	headingRow = regexp.MustCompile(`^#{1,6}[ \t]`)
)

// set puts another value behind a key of the front matter.
func (e *edition) set(key, value string) {
	done := false
	e.source = frontLine.ReplaceAllStringFunc(e.source, func(line string) string {
		if done || !strings.HasPrefix(line, key+":") {
			return line
		}
		done = true
		return key + ": " + value
	})
}

// value is what stands behind a key of the front matter, without quotes.
func (e *edition) value(key string) string {
	for _, line := range strings.Split(e.source, "\n") {
		if v, found := strings.CutPrefix(line, key+": "); found {
			return strings.Trim(v, `"`)
		}
	}
	return ""
}

// shift moves every date by years, so that the samples are as old in any year as they are in theirs.
func (e *edition) shift(years int) {
	e.source = anyDate.ReplaceAllStringFunc(e.source, func(d string) string {
		y, err := strconv.Atoi(d[:4])
		if err != nil {
			return d
		}
		moved := clock.Date(fmt.Sprintf("%04d%s", y+years, d[4:]))
		if _, ok := moved.Time(); !ok { // 29 February
			return fmt.Sprintf("%04d-02-28", y+years)
		}
		return string(moved)
	})
}

// drop leaves out every nth clause, counted from first; sections under it stay.
func (e *edition) drop(first, nth int) {
	var kept []string
	n, dropping := 0, false
	for _, line := range strings.SplitAfter(e.source, "\n") {
		if headingRow.MatchString(line) {
			dropping = false
			if strings.Contains(line, "{#") {
				n++
				dropping = n >= first && (n-first)%nth == 0
			}
		}
		if !dropping {
			kept = append(kept, line)
		}
	}
	e.source = strings.Join(kept, "")
}

// first says whether the sample is a first edition. The nation has seen every document twice, so a first
// edition is the older one there and the newer becomes the second.
func (e *edition) first() bool { return e.value("edition") == "1" }

// before turns the number of the edition back by one.
func (e *edition) before() {
	if n, err := strconv.Atoi(e.value("edition")); err == nil && n > 1 {
		e.set("edition", fmt.Sprintf("%q", strconv.Itoa(n-1)))
	}
}
