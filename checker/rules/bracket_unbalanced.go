package rules

import (
	"strings"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// BracketUnbalanced finds a bracket without its partner.
var BracketUnbalanced = &checker.Rule{ID: "bracket-unbalanced", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Bracket without its partner",
	Text:  "A round or square bracket is opened and not closed, or closed and not opened. A reader cannot see what belongs together.",
	Do:    "Put in the missing bracket. Where only one place is possible, ibid offers it.",
	Quiet: "Lists (1), 2), a)), smileys, addresses, half-open intervals, and a […] whose end was lost.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009, 17.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 17.",
	Basis: "Typography",
}, Run: eachNote(func(r *checker.Report, n int, note *article.Note) (checker.Finding, bool) {
	if note.Segments != nil {
		return checker.Finding{}, false // page chrome cut the note
	}
	text := veiled(r, n)
	at, mark := lonelyOf(text)
	if mark == "" {
		return checker.Finding{}, false
	}
	f := atNote(n, note.Text.Span(at, at+len(mark)), "A bracket “%s” in note %s has no partner.", mark, note.Number)
	f.Citation = citationAt(note, at)
	f.Help = "Put the other bracket where what is in brackets begins or ends."
	f.Confidence = 0.9
	f.Evidence = evidence("around it", around(note.Text.String, at))
	if end, ok := closesAt(text, at, mark); ok && exact(r.Article, note.Text, end-1, end) {
		span := note.Text.Span(end-1, end)
		span.Start = span.End
		f.Fixes = []checker.Fix{{Description: "Close the bracket behind the year", Class: checker.Suggest, Edits: []checker.Edit{{Span: span, Text: ")"}}}}
	}
	return f, true
})}

var (
	smiley   = pattern.New(`(?:^|\s)(?:[:;=][-^o']?|[8xX][-^o'])[)(\]\[](?:[\s.,]|$)|\([:;8](?:\s|$)`)
	interval = pattern.New(`[\[(\]]\s?-?[\d.]+\s?[,;]\s?-?[\d.∞]+\s?[\])\[]`)
	listItem = pattern.New(`(?:^|[\s(;,:—–])(?:(?:\d{1,2}|[A-Z]|[IVX]{1,5})\.?\)(?:\s|$)|(?:[a-z]|[ivx]{1,5})\.?\))`)
	numbered = pattern.New(`\b(?i:nn?|fn|anm|notes?|nota|no|nr|pp?|s|rn|vol|ch)\.?$`)
	// following matches pages and those that follow, before the bracket that ends them: 305 (308 f.).
	following = pattern.New(`\d\sff?\.?\)\s?$`)
	lostDots  = pattern.New(`\[(?:…|\.\s?\.\s?\.)[^\]]?|(?:…|\.\s?\.\s?\.)\]`)
	// yearOfBook is where the brackets of a book or a journal's volume end: behind the year.
	yearOfBook = pattern.New(`^\([^()\[\]]*?[:,]\s[^()\[\]:]*?\b((?:1[4-9]|20)\d\d)(?:,\s(?:pp?\.\s?|S\.\s?)?\d)|^\((?:\p{L}+\s)?((?:1[4-9]|20)\d\d):\s\d`)
)

// bracketKinds are the brackets by shape; those of full width pair with narrow ones.
func bracketKinds() map[rune]rune {
	return map[rune]rune{'(': '(', '（': '(', ')': '(', '）': '(', '[': '[', '［': '[', ']': '[', '］': '['}
}

// lonelyOf is the first bracket of a note that has no partner; mark is "" where
// all have one. A note that comes out even with or without its list items,
// smileys and intervals is in order.
func lonelyOf(text string) (at int, mark string) {
	hidden, doubtful := []byte(text), map[int]bool{}
	for _, re := range []*pattern.Pattern{smiley, interval, listItem, lostDots} {
		for _, m := range re.FindAllStringIndex(text, -1) {
			if re == listItem && (text[m[0]] == '(' || following.MatchString(text[:m[1]]) || numbered.MatchString(text[:m[0]]) || endsRange(text, m[0])) {
				continue // (a) is a pair, and the numbers of "note 1)" and "1802–9)" count no list
			}
			for i := m[0]; i < m[1]; i++ {
				if strings.IndexByte("()[]", text[i]) >= 0 {
					hidden[i] = veil
					doubtful[i] = true
				}
			}
		}
	}
	if _, mark = lonelyIn(string(hidden), nil); mark == "" {
		return 0, ""
	}
	return lonelyIn(text, doubtful)
}

// endsRange says whether a dash stands at a place, behind a figure.
func endsRange(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return (r == '–' || r == '—') && at > 0 && isDigit(text[at-1])
}

// lonelyIn is lonelyOf for one reading: brackets in doubt may stay alone.
func lonelyIn(text string, doubtful map[int]bool) (at int, mark string) {
	type opened struct {
		at   int
		kind rune
	}
	var open []opened
	kinds := bracketKinds()
	bracket := func(at int) (int, string) {
		_, size := utf8.DecodeRuneInString(text[at:])
		return at, text[at : at+size]
	}
	for i, r := range text {
		kind := kinds[r]
		switch {
		case kind == 0:
		case strings.ContainsRune("(（[［", r):
			open = append(open, opened{i, kind})
		case len(open) > 0 && open[len(open)-1].kind == kind:
			open = open[:len(open)-1]
		case doubtful[i]:
		case len(open) > 0:
			return bracket(open[len(open)-1].at)
		default:
			return bracket(i)
		}
	}
	for _, o := range open {
		if !doubtful[o.at] {
			return bracket(o.at)
		}
	}
	return 0, ""
}

// closesAt is where a bracket of place, publisher and year must be closed, if
// there is one such place only.
func closesAt(text string, at int, mark string) (end int, ok bool) {
	if mark != "(" {
		return 0, false
	}
	m := yearOfBook.FindStringSubmatchIndex(text[at:])
	if m == nil {
		return 0, false
	}
	return at + max(m[3], m[5]), true
}
