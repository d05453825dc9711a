package citation

import (
	"slices"
	"strings"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// Where full stops part authors, title and publication, each is a sentence of its
// own: "W. H. Enright. The salt roads. Salt, 4(2):12–19, 1978".

// mostStops is how many sentences such a reference may have: authors, title,
// subtitle, edition, journal or imprint, and one more.
const mostStops = 6

// byStops is the index of the sentence that ends such a reference which begins
// with sentence i, or i where there is none.
func (p *noteParser) byStops(pieces []span, i int) int {
	x := p.trim(pieces[i])
	start := x.start + p.signals(x)
	n := fields.AuthorList(p.s[start:])
	if n == 0 {
		return i
	}
	first := i // the sentence of the title
	for first < len(pieces) && pieces[first].end <= start+n {
		first++
	}
	dated := first < len(pieces) && loneYear.MatchString(strings.TrimSpace(p.s[max(start+n, pieces[first].start):pieces[first].end]))
	if dated { // "Ada Moss. 2014. Toll houses."
		first++
	}
	for k := first; k < min(len(pieces), i+mostStops); k++ {
		x := p.trim(pieces[k])
		text := p.s[x.start:x.end]
		if signal(text) > 0 && !containerStart.MatchString(text) || p.startsBack(x) || x.end-start > maxByStops {
			return i
		}
		if k == first {
			continue
		}
		if p.prose(x) || fields.AuthorList(text) > 0 {
			return i
		}
		if published.MatchString(text) {
			return k
		}
		if dated && held.MatchString(text) {
			if k+1 < len(pieces) && houseAndPages.MatchString(strings.TrimSpace(p.s[pieces[k+1].start:pieces[k+1].end])) {
				k++ // "In Proceedings of … (Oslo). ACM, New York, 12–19"
			}
			return k
		}
		if imprint.MatchString(text) && k+1 < len(pieces) && loneYear.MatchString(strings.Trim(p.s[pieces[k+1].start:pieces[k+1].end], " ;.")) {
			return k + 1 // "Oxford: Clarendon Press; 1985"
		}
	}
	return i
}

// isStopped says whether a stretch is such a reference, with its signal or without,
// and with what goes on behind it.
func (p *noteParser) isStopped(x span) bool {
	return slices.ContainsFunc(p.stopped, func(r span) bool { return r.start <= x.start && x.start < r.end && r.end <= x.end })
}

// maxByStops is the longest such reference, in bytes.
const maxByStops = 1 << 10

// published is the journal or the imprint, with a year: "Salt, 4(2):12–19, June
// 1978", "London: Allen Lane, 1975", "1982;41:257–8".
var published = pattern.New(`^(?:(?:In:?\s)?\p{Lu}.{2,160}\W|\(?)(?:1[5-9]|20)\d\d(?:\W|$)`)

// houseAndPages is a publisher, its place and pages.
var houseAndPages = pattern.New(`^\p{Lu}[^.;]{1,60},\s(?:pp?\.\s)?\d+[–-]\d+\.?$`)

// held is what holds a work whose year stands behind its authors: "Salt, 4(2):12–19",
// "In Proceedings of …", "London: Allen Lane".
var held = pattern.New(`^(?:In:?\s\p{Lu}|\p{Lu}[^;:]{2,100}(?:\W\d|:\s\p{Lu}))`)
