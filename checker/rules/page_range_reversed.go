package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// PageRangeReversed finds a range that ends before it begins.
var PageRangeReversed = &checker.Rule{ID: "page-range-reversed", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "Range ends before it begins",
	Text:  "A range of pages, notes, verses or years ends before it begins: two figures changed places, or one is missing.",
	Do:    "Compare both numbers with the source.",
	Quiet: "Shortened second numbers (145–9 for 145–149, 1998–03 for 1998–2003), Roman figures, years before Christ, and pages that are called by a chapter and a number (p. " +
		"12-2).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 145–32.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 132–45.",
	Basis: "CMOS 17, 9.61",
}, Supersedes: []string{"page-range-implausible"}, Run: run(reversedRanges)}

var (
	beforeChrist = pattern.New(`\b(?:B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr|av\.\s?J|a\.\s?C\.)`)
	clockTime    = pattern.New(`(?i)\d\s?[ap]\.?m\b`)
	numberBefore = pattern.New(`(?i)\b(?:no|nos|nr|num|number|n)[.°º]?\s?\(?$|[°#№]\s?\(?$`)
)

func reversedRanges(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := veiled(r, n)
		countsDown, hours := beforeChrist.MatchString(text), clockTime.MatchString(text)
		for _, x := range rangesOf(r, n) {
			from, to, ok := x.numbers()
			if !ok || to >= from || x.kind == yearRange && countsDown || x.kind == verseRange && hours || !surelyReversed(x, text, r.Article.Meta.Language) && !pagesOfWork(note, x, text) {
				continue
			}
			f := atNote(n, note.Text.Span(x.start, x.end), "The range %s in note %s ends before it begins.", text[x.start:x.end], note.Number)
			f.Citation = citationAt(note, x.start)
			f.Help = "Compare both numbers with the source."
			f.Confidence = 0.95
			f.Evidence = evidence("range", text[x.start:x.end])
			found = append(found, f)
		}
	}
	return found
}

// pagesOfWork says whether a range of numbers with three figures or more is the place in
// a work that a citation gives, and no volume and issue: "Moor, Commoners, 320-312".
func pagesOfWork(note *article.Note, x numberRange, text string) bool {
	const least = 3 // figures
	i := citationAt(note, x.start)
	if i < 0 || len(x.from) < least || len(x.from) != len(x.to) {
		return false
	}
	at := note.Citations[i].Locator
	return at != nil && !at.Inherited && at.Value == text[x.start:x.end]
}

// surelyReversed leaves out what only looks like a range that goes down.
func surelyReversed(x numberRange, text, language string) bool {
	sameLength, hyphen := len(x.from) == len(x.to), text[x.dash:x.dashTo] == "-" || text[x.dash:x.dashTo] == "‑"
	switch x.kind {
	case yearRange:
		before := text[max(0, x.start-12):x.start]
		return sameLength && !numberBefore.MatchString(before)
	case verseRange:
		return sameLength
	case bareRange:
		// A hyphen may join volume and issue.
		return !hyphen && sameLength && len(x.from) > 1 || !hyphen && len(x.from) > 2 && !shortYears(x)
	case pageRange:
	}
	// 12-03 has other uses; 204–11 with its ends changed is 211–04.
	if shortYears(x) || strings.HasPrefix(x.to, "0") && (hyphen || len(x.from) < 3) {
		return false
	}
	// "p. 12-2" is a page called by its chapter, but where "p." stands for pages too.
	called := hyphen && x.one && len(x.from) < 3 && !slices.Contains([]string{"fr", "it", "es", "pt", "ca"}, language[:min(2, len(language))])
	return sameLength && !called || len(x.from) > 2 || !hyphen && !x.one
}

// shortYears says whether a range may be one of years, the second shortened:
// 1998–03.
func shortYears(x numberRange) bool {
	return len(x.from) == 4 && (x.from[0] == '1' || x.from[0] == '2') && len(x.to) <= 2
}
