package citation

import (
	"sort"
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// quotation reads the source behind a sentence that a stretch quotes, which is no
// title: "“The law is never salt” (Moor, Tolls, 12)", "„…“, so Moor, Zölle, S. 12",
// "As she says, “…,” ibid., 33". nil where there is none.
func (p *noteParser) quotation(x span) []reading {
	k := sort.Search(len(p.mask.quotes), func(k int) bool { return p.mask.quotes[k].start >= x.start })
	if k == len(p.mask.quotes) || p.mask.quotes[k].end >= x.end {
		return nil
	}
	q := p.mask.quotes[k]
	quoted := q.text(p.s)
	if !sentenceLike(quoted) || !p.announces(span{x.start, q.start}) {
		return nil
	}
	_, size := utf8.DecodeRuneInString(p.s[q.end:]) // the mark that closes it
	m := behindQuotation.FindString(p.s[q.end+size : x.end])
	rest := span{q.end + size + len(m), x.end}
	if strings.Contains(m, "(") {
		rest.end -= len(rest.text(p.s)) - len(strings.TrimRight(rest.text(p.s), ")."))
	}
	text, _, _ := strings.Cut(rest.text(p.s), "; ")
	switch _, back := backWord(p.s[:rest.end], rest.start); {
	case back:
		if p.language != "en" && !strings.Contains(m, "(") && !strings.ContainsAny(quoted[len(quoted)-1:], ".?!") {
			return nil // „Die Macht der Sole“, ebd., S. 12: a chapter of the same book
		}
	case surnameShort.MatchString(text), namesThenTitle(text) && p.hasYear(rest):
	default:
		return nil
	}
	var out []reading
	for part := range strings.SplitSeq(rest.text(p.s), "; ") {
		for _, r := range p.read(span{rest.start, rest.start + len(part)}) {
			if m := lastPage.FindStringSubmatch(part); m != nil && r.loc == nil && r.kind == article.Short {
				r.loc = &article.Locator{Label: "page", Value: m[1]}
			}
			out = append(out, r)
		}
		rest.start += len(part) + len("; ")
	}
	return out
}

// behindQuotation is what stands between a quotation and its source.
var behindQuotation = pattern.New(`^[.,;:]?\s?[(\[]?(?:(?:so|wie|nach|see|siehe|vgl\.|cf\.|voir|v\.)\s)?`)

// sentenceLike says whether a quotation is a sentence rather than a title.
func sentenceLike(s string) bool {
	const least = 5 // words
	return strings.Count(strings.TrimSpace(s), " ")+1 >= least && mostlySmall(s)
}

// mostlySmall says whether at least half of the words of a text are written small.
func mostlySmall(s string) bool {
	words, small := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if startsLower(w) {
			small++
		}
	}
	return small*2 >= words
}

// announces says whether a stretch before a quotation is empty or a part of a sentence,
// and not the author of what stands between the marks.
func (p *noteParser) announces(x span) bool {
	head := strings.TrimRight(p.s[x.start:x.end], " “\"„«»‘‚")
	if head == "" || strings.HasSuffix(head, ":") && !strings.Contains(head, ",") {
		return true
	}
	_, lower := p.count(x)
	return lower > 0 && !strings.ContainsAny(head, "0123456789;(")
}
