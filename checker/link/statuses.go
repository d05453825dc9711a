package link

import (
	"fmt"
	"strconv"
	"strings"
)

// Statuses are ranges of HTTP statuses, both ends included.
type Statuses [][2]int

// ParseStatuses reads a list of statuses and ranges of them: "403,500-599".
func ParseStatuses(s string) (Statuses, error) {
	var out Statuses
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a < 100 || b > 999 || a > b {
			return nil, fmt.Errorf("%q: use statuses from 100 to 999 as in 403 or 500-599, with commas between them", part)
		}
		out = append(out, [2]int{a, b})
	}
	return out, nil
}

// Has says whether a status is among them.
func (s Statuses) Has(status int) bool {
	for _, r := range s {
		if status >= r[0] && status <= r[1] {
			return true
		}
	}
	return false
}
