package lang

import "strings"

// Nearest returns the word of allowed that a person most likely meant by word, or "" when none is
// near. Case does not count; of equally near words the first wins.
func Nearest(word string, allowed []string) string {
	best, least := "", max(1, len([]rune(word))/3)
	for _, a := range allowed {
		if d := distance(strings.ToLower(word), strings.ToLower(a)); d <= least {
			if best == "" || d < least {
				best, least = a, d
			}
		}
	}
	return best
}

// distance is the Levenshtein distance in code points.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
