package fields

import (
	"slices"
	"strings"
)

// withoutBodies are the pieces of a book as American law reviews set it, authors,
// bodies and title all in capitals, without the bodies between the authors and the
// title, which have no field: "ANN QUILL, CTR. FOR SALT, THE BRINE RACKET 14 (2013)"
// (Bluebook, rule 15). Other pieces are as they were.
func withoutBodies(text string, ps []piece) []piece {
	const most = 8 // pieces
	end := 0
	for end < len(ps) && end < most && ps[end].kind == words && !ps[end].opens && allCapitals(text[ps[end].Start:ps[end].End]) {
		end++
	}
	if end < 3 || !yearBehindPages(ps[end:]) {
		return ps
	}
	title := end - 1
	for title > 0 && ps[title].gap != ',' {
		title-- // the subtitle
	}
	if title < 2 || ps[title].first&joinWord != 0 {
		return ps
	}
	for k := 1; k < title; k++ {
		p := &ps[k]
		if body := p.class&bodyWord != 0 || p.dotted > 0 || p.name == body || p.count == 1 && ps[k-1].name == etAl; p.gap != ',' || !body {
			return ps
		}
	}
	ps[0].named = true
	return slices.Delete(ps, 1, title)
}

// yearBehindPages says whether pieces are pages and then the year in brackets.
func yearBehindPages(ps []piece) bool {
	for len(ps) > 0 && ps[0].kind == number && ps[0].counts != volume && ps[0].counts != issue && ps[0].counts != rest && !ps[0].opens {
		ps = ps[1:]
	}
	return len(ps) > 0 && ps[0].kind == date && ps[0].opens
}

// allCapitals says whether letters are all capitals, and there are some.
func allCapitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
