package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// maxHeading is the longest heading, in code points.
const maxHeading = 100

// findHeading makes a paragraph a heading if it is lone, short, and in
// capitals or a chapter's number.
func (p *Paragraph) findHeading(s string) {
	if p.Kind != document.Paragraph || len(p.Lines) > 2 {
		return
	}
	if t := strings.TrimSpace(s[p.Lines[0].Start:p.Lines[len(p.Lines)-1].End]); p.label == 0 && shouts(t) || Chapter(t) {
		p.Kind, p.Level = document.Heading, 2
	}
}

// underline makes a paragraph of one line a heading for the rule below it, if it
// is short and no sentence, and neither a note nor much longer than the rule.
func (p *Paragraph) underline(rule *line, title string) {
	title = strings.TrimSpace(title)
	n := utf8.RuneCountInString(strings.TrimSpace(rule.text))
	if rule.rule == 0 || rule.rule == '_' || p.last != p.first+1 || p.Kind != document.Paragraph || p.label > 0 ||
		tooLong(title) || strings.ContainsAny(title[len(title)-1:], ".,;:") || n > 2*maxHeading || 2*n < utf8.RuneCountInString(title) {
		return
	}
	p.Kind, p.Level, p.End = document.Heading, 2, rule.End
	if rule.rule == '=' {
		p.Level = 1
	}
}

// shouts says whether a short text is in capitals.
func shouts(s string) bool {
	if tooLong(s) || strings.HasSuffix(s, ".") {
		return false
	}
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 4
}

// Chapter says whether a short text starts with the word for a chapter.
func Chapter(s string) bool {
	if tooLong(s) {
		return false
	}
	word, _, _ := strings.Cut(s, " ")
	word = strings.ToLower(strings.TrimRight(word, ".:"))
	switch word {
	case "chapter":
		return true
	case "kapitel", "chapitre", "capítulo", "capitolo":
		return !strings.HasSuffix(s, ".")
	}
	return false
}

// tooLong says whether s is longer than a heading.
func tooLong(s string) bool {
	return len(s) > maxHeading && utf8.RuneCountInString(s) > maxHeading
}
