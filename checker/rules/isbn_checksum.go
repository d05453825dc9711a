package rules

import (
	"strings"

	"ibid/checker"
	"ibid/pattern"
)

// ISBNChecksum finds an ISBN with a wrong digit.
var ISBNChecksum = &checker.Rule{ID: "isbn-checksum", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "ISBN has a wrong digit",
	Text: "An ISBN is the number of a book. Its last figure is worked out from the others, and here it does not fit: a figure is mistyped, or two changed places. Nobody finds " +
		"the book by it.",
	Do:    "Compare the number with the book or a library catalogue. A few books were printed with a wrong ISBN.",
	Quiet: "Other long numbers, such as telephone numbers, unless they are called an ISBN.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12. ISBN 978-0-306-40615-8.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12. ISBN 978-0-306-40615-7.",
	Basis: "ISO 2108",
}, Run: run(wrongISBNs)}

var isbn = pattern.New(`(?i)\bISBN(?:[-  ]?1[03])?(?:\s*\([a-z. ]{1,20}\))?[:.]?\s*((?:97[89][-–‐‑  ]?)?\d(?:[-–‐‑  ]?\d){8}(?:[-–‐‑  ]?[\dX])?)`)

// isbnFigures matches all figures of an ISBN that has no spaces in it.
var isbnFigures = pattern.New(`(?i)\bISBN(?:[-  ]?1[03]:?\s)?[:.]?\s*(\d(?:[-–‐‑]?\d){4,}[-–‐‑]?X?)(?:[^\d\s-]|\s[^\d-]|\s?$)`)

// lengthsOfISBN says how many figures an ISBN has: nine before 1970.
func lengthsOfISBN(n int) bool { return n == 9 || n == 10 || n == 13 }

func wrongISBNs(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := note.Text.String
		add := func(m []int, format string, args ...any) {
			written := text[m[2]:m[3]]
			f := atNote(n, note.Text.Span(m[2], m[3]), format, append([]any{written, note.Number}, args...)...)
			f.Help = "Compare it with the book or a library's catalogue."
			f.Evidence = evidence("ISBN", written)
			found = append(found, f)
		}
		for _, m := range isbn.FindAllStringSubmatchIndex(text, -1) {
			// A digit more or a letter: not a number that we know how to read.
			if (m[3] == len(text) || !isDigit(text[m[3]])) && !validISBN(digits(text[m[2]:m[3]])) {
				add(m, "The ISBN %s in note %s has a wrong digit: its last one does not fit the others.")
			}
		}
		// A figure was lost, or typed twice.
		for _, m := range isbnFigures.FindAllStringSubmatchIndex(text, -1) {
			if length := len(digits(text[m[2]:m[3]])); !lengthsOfISBN(length) {
				add(m, "The ISBN %s in note %s has %d figures; an ISBN has 10 or 13.", length)
			}
		}
	}
	return found
}

// digits leaves the hyphens and spaces of a number out.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, strings.ToUpper(s))
}

// validISBN works out the check digit. Numbers of other lengths and other
// prefixes are no ISBNs and count as valid: nothing can be said of them.
func validISBN(s string) bool {
	sum := 0
	switch {
	case len(s) == 10:
		for i, r := range s {
			d := int(r - '0')
			if r == 'X' {
				if i != 9 {
					return true
				}
				d = 10
			}
			sum += (10 - i) * d
		}
		return sum%11 == 0
	case len(s) == 13 && (strings.HasPrefix(s, "978") || strings.HasPrefix(s, "979")) && !strings.Contains(s, "X"):
		for i, r := range s {
			sum += int(r-'0') * (1 + 2*(i%2))
		}
		return sum%10 == 0
	}
	return true
}
