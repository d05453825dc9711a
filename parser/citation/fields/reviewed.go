package fields

import (
	"strings"

	"ibid/pattern"
)

// inReview is a volume, a journal, a gazette or a reporter, and a page, as American law
// has them before the year in brackets: "101 SALT U. L. REV. 1177, 1180 (2024)", "15 F.3d
// 1507 (9th Cir. 1994)", "26 Salt & Society Review 149 (1992)".
var inReview = pattern.New(`^(\d{1,4})\s(` + reviewName + `)\s(\d{1,5})((?:,\s\d[\d–-]*)*)((?:,\s\d{1,4}\s` + reviewName + `\s\d{1,5}(?:,\s\d[\d–-]*)*)?)(\s(?:&\s)?nn?\.\s?\d+)?\s\((?:[^()]{1,40}\s)?(?:1[6-9]|20)\d\d\)`)

// reviewName is the name of a journal or a reporter there.
const reviewName = `\p{Lu}[\p{L}.’'-]*(?:\d[a-z]{1,2})?(?:\s(?:\p{Lu}[\p{L}.’'-]*(?:\d[a-z]{1,2})?|&|of|the|and|on|in|for|2d|3d|4th|5th)){0,9}?`

// reviewed adds the volume, the journal and the pages that stand so at offset i, behind a
// comma or at the start of a reference, where a reporter is cited without the names of the
// parties; their length, or 0.
func (c *cutter) reviewed(i int, r rune) int {
	if r > '9' || c.start >= 0 || c.depth > 0 || len(c.pieces) > 0 && c.gap != ',' {
		return 0
	}
	m := inReview.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+160)])
	if m == nil || len(c.atoms) > 0 && c.atoms[0].Start < i+m[1] {
		return 0
	}
	name := c.Text[i+m[4] : i+m[5]]
	f := look(name)
	if !strings.Contains(name, ".") && !allCapitals(name) && f.class&journalWord == 0 || f.last&lawWord != 0 {
		return 0
	}
	alone := len(c.pieces) == 0
	c.add(piece{Span: Span{i, i + m[3]}, kind: number, counts: volume})
	c.add(piece{Span: Span{i + m[4], i + m[5]}, kind: words})
	p := &c.pieces[len(c.pieces)-1]
	p.name, p.place = noName, false
	if alone && p.class&journalWord == 0 && !strings.Contains(strings.ToUpper(name), "REV") && !strings.Contains(name, "L.J.") {
		p.first |= reporterWord
	} else {
		p.class |= journalWord
	}
	c.add(piece{Span: Span{i + m[6], i + m[7]}, kind: number, counts: page})
	if m[12] >= 0 {
		return m[7] // a note on the page is read with it
	}
	if m[8] < m[9] {
		c.gap = ','
		c.add(piece{Span: Span{i + m[8] + len(", "), i + m[9]}, kind: number, counts: locator})
	}
	if m[10] < m[11] { // another reporter has it too
		c.gap = ','
		c.add(piece{Span: Span{i + m[10] + len(", "), i + m[11]}, kind: number, counts: rest})
	}
	return m[11]
}
