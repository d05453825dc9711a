package fields

import (
	"strings"

	"ibid/pattern"
)

const (
	// volumeFigure is a volume, issueFigure the issue behind it.
	volumeFigure = `(\d{1,4}|[ivxlc]{1,9}|[IVXLC]{1,9})`
	issueFigure  = `(\d{1,3}(?:[/–-]\d{1,3})?)`
)

var (
	// issueThenYear is a volume and an issue before the year: "22.5 (1988)", "88/5,
	// 1979", "76/3–4 (2013)", "9: 1, 1974".
	issueThenYear = pattern.New(`^` + volumeFigure + `(?:\.|/|:\s?)` + issueFigure + `(?:,?\s\((?:\p{L}+\.?\s|\d{1,2}\s\p{L}+\s)?|,\s)(?:1[5-9]|20)\d\d\b`)
	// issueByComma is the same with a comma between them, and pages behind the
	// year, for without those it may be a page and the one pointed at: "50, 61 (1992)".
	issueByComma = pattern.New(`^(?:(?:Bd|Jg|vol|t)\.\s)?` + volumeFigure + `,\s` + issueFigure + `(?:\s\((?:\p{L}+\.?\s)?(?:1[5-9]|20)\d\d\)[,:]?\s(?:pp?\.\s?|S\.\s)?\d|,\s(?:1[5-9]|20)\d\d,\s(?:pp?|S|págs?|pagg?)\.\s?\d)`)
	// issueThenPages is a volume and an issue behind the year: "9, 1, pp. 95", "9: 1, 95–160",
	// "9 (1), pp. 95".
	issueThenPages = pattern.New(`^` + volumeFigure + `(?:(?:,\s|:\s?|/|\.)` + issueFigure + `|\s?\(` + issueFigure + `\)),\s(?:(?:pp?|S|págs?|pagg?)\.\s?\d|\d+[–‑-]\d)`)
	// issueOfVolume is an issue behind a volume that is called one: "vol. 10, 20, 2012, p. 139".
	issueOfVolume = pattern.New(`^(\d{1,3}),\s(?:1[5-9]|20)\d\d,\s(?:pp?|S|págs?|pagg?)\.\s?\d`)
	// volumeThenPages is a volume behind the year: "34, pp. 339–358".
	volumeThenPages = pattern.New(`^` + volumeFigure + `,\s(?:(?:pp?|S|págs?|pagg?)\.\s?\d|(\d+)[–‑-]\d)`)
)

// volumeAndIssue adds the volume and the issue of a journal that begin at i, as two
// numbers of which both are sure, or the volume alone; their length, or 0.
func (c *cutter) volumeAndIssue(i int) int {
	if c.depth > 0 || c.start < 0 && len(c.pieces) == 0 {
		return 0
	}
	head := c.Text[i:min(len(c.Text), i+48)]
	if k := len(c.pieces); c.start < 0 && c.gap == ',' && k > 0 && c.pieces[k-1].counts == volume {
		if m := issueOfVolume.FindStringSubmatchIndex(head); m != nil {
			c.add(piece{Span: Span{i, i + m[3]}, kind: number, counts: issue})
			return m[3]
		}
	}
	m := issueThenYear.FindStringSubmatchIndex(head)
	if m == nil {
		m = issueByComma.FindStringSubmatchIndex(head)
	}
	if m != nil && !c.behindHolder(i) {
		m = nil
	}
	if m == nil && c.start < 0 && c.behindYearOfJournal() {
		if m = issueThenPages.FindStringSubmatchIndex(head); m == nil {
			return c.volumeOfYear(i, head)
		}
	}
	if m == nil || !figures(head[m[2]:m[3]]) || m[4] >= 0 && !countsIssues(head[m[4]:m[5]]) {
		return 0
	}
	c.flush(i)
	c.add(piece{Span: Span{i + m[2], i + m[3]}, kind: number, counts: volume})
	c.gap = ','
	k := 4
	if m[k] < 0 {
		k = 6 // in brackets
	}
	c.add(piece{Span: Span{i + m[k], i + m[k+1]}, kind: number, counts: issue})
	if k == 6 {
		return m[k+1] + len(")")
	}
	return m[k+1]
}

// volumeOfYear adds the volume behind the year of a journal that begins with head,
// at i; its length, or 0. A page and those pointed at, "34, 36–38", are none.
func (c *cutter) volumeOfYear(i int, head string) int {
	m := volumeThenPages.FindStringSubmatchIndex(head)
	if m == nil || !figures(head[m[2]:m[3]]) {
		return 0
	}
	const most = 60 // pages from the first one to those pointed at
	first, n := integer(head[m[2]:m[3]])
	if m[4] >= 0 {
		if page, _ := integer(head[m[4]:]); n > 0 && page >= first && page < first+most {
			return 0
		}
	}
	c.add(piece{Span: Span{i + m[2], i + m[3]}, kind: number, counts: volume})
	return m[3]
}

// countsIssues says whether a figure can be an issue and hardly pages: "3", "3–4", but
// not "435–56".
func countsIssues(s string) bool {
	const most = 200
	first, n := integer(s)
	last, _ := integer(s[min(len(s), n+len(strings.TrimRight(s[n:], "0123456789"))):])
	if n == len(s) || s[n] == '/' {
		return first <= most
	}
	return last > first && last <= first+2
}

// figures says whether what looks like a number in figures or in Roman numerals is one.
func figures(s string) bool { return digit(s[0]) || romanNumber(s) }

// behindHolder says whether the name of what can be a journal stands right before
// offset i.
func (c *cutter) behindHolder(i int) bool {
	if c.start >= 0 {
		return look(c.Text[c.start:i]).class&(genreWord|seriesWord|editionWord) == 0
	}
	p := &c.pieces[len(c.pieces)-1]
	return p.kind == italic || p.kind == words && !p.place || p.kind == quoted && len(c.pieces) > 1
}

// behindYearOfJournal says whether a year and before it the name of a journal, which
// is no abbreviation, stand right before what comes next.
func (c *cutter) behindYearOfJournal() bool {
	k := len(c.pieces)
	if k < 2 || c.gap != ',' && (c.gap != 0 || !c.pieces[k-1].closes) || c.pieces[k-1].kind != date || precise(&c.pieces[k-1]) || len(c.pieces[k-1].issued.Parts) != 1 {
		return false
	}
	p := &c.pieces[k-2]
	return (p.kind == italic || p.kind == words && p.class&journalWord != 0 || p.kind == words && k > 2 && c.pieces[k-3].kind == quoted) && !p.acronym && !p.camel && !p.place && strings.Contains(c.Text[p.Start:p.End], " ")
}
