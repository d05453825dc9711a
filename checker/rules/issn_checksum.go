package rules

import (
	"ibid/checker"
	"ibid/pattern"
)

// ISSNChecksum finds an ISSN with a wrong digit.
var ISSNChecksum = &checker.Rule{ID: "issn-checksum", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "ISSN has a wrong digit",
	Text:  "An ISSN is the number of a journal. Its last figure is worked out from the others, and here it does not fit: a figure is mistyped, or two changed places.",
	Do:    "Compare the number with the journal or a library catalogue.",
	Quiet: "Numbers that are not called an ISSN: years such as 1914-1918 look like one.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12. ISSN 0378-5954.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12. ISSN 0378-5955.",
	Basis: "ISO 3297",
}, Run: run(wrongISSNs)}

var issn = pattern.New(`(?i)\b[ep]?-?ISSN(?:-L)?(?:\s*\([a-z. ]{1,20}\))?[:.]?\s*(\d{4}\s?[-–‐‑]?\s?\d{3}[\dX]|\d{4}[-–‐‑]\d{2}[\dX]\b)`)

func wrongISSNs(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		for _, m := range issn.FindAllStringSubmatchIndex(note.Text.String, -1) {
			written := note.Text.String[m[2]:m[3]]
			if m[3] < note.Text.Len() && isDigit(note.Text.String[m[3]]) || validISSN(digits(written)) {
				continue
			}
			f := atNote(n, note.Text.Span(m[2], m[3]), "The ISSN %s in note %s has a wrong digit: its last one does not fit the others.", written, note.Number)
			f.Help = "Compare it with the journal."
			f.Evidence = evidence("ISSN", written)
			found = append(found, f)
		}
	}
	return found
}

// validISSN works out the check digit of eight signs (modulo 11, X is ten).
func validISSN(s string) bool {
	if len(s) != 8 {
		return false
	}
	sum := 0
	for i := range 8 {
		d := int(s[i] - '0')
		if s[i] == 'X' {
			d = 10
		}
		sum += (8 - i) * d
	}
	return sum%11 == 0
}
