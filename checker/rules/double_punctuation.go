package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// DoublePunctuation finds a mark too many.
var DoublePunctuation = &checker.Rule{ID: "double-punctuation", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "Punctuation mark too many, or a space before one",
	Text:  "Two commas or two full stops stand where one belongs, or a space stands before a comma or full stop.",
	Do:    "Delete the one too many.",
	Quiet: "Ellipses (…), abbreviations before a comma (Inc.,), and the spaces that French sets before : ; ! and ?.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press,, 2009), 12..",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "Typography",
}, Run: run(doublePunctuation)}

var (
	twice = pattern.New(`[,.;:]{2,}`)
	// twiceApart matches two commas with nothing but a space between: something was cut out.
	twiceApart  = pattern.New(`[\p{L}\p{N})\]”’»"'.]([,;])\s+[,;](?:\s|$)`)
	spaceBefore = pattern.New(`[\p{L}\p{N})\]“”’»"'.] +[,.]`)
	// spaceInEnglish has the semicolon too, before which only French sets a space. Colons
	// stand so between the parts of a title in library catalogues.
	spaceInEnglish = pattern.New(`[\p{L}\p{N})\]”’"'.] +[,.;]|» +[,.]`)
)

func doublePunctuation(r *checker.Report) []checker.Finding {
	var spots []spot
	spaces := spaceBefore
	if strings.HasPrefix(r.Article.Meta.Language, "en") {
		spaces = spaceInEnglish
	}
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := veiled(r, n)
		for _, m := range twice.FindAllStringIndex(text, -1) {
			one := single(text, m[0], m[1], afterNumber(note, text, m[0]))
			if len(one) == 2 && styleEnds(note, m[0]+1) { // the stop of *op. cit.* is in italics
				m[0], one = m[0]+1, one[1:]
			}
			if one != "" && exact(r.Article, note.Text, m[0], m[1]) {
				span := note.Text.Span(m[0], m[1])
				s := spot{note: n, span: span}
				if one != unknown {
					s.edits = []checker.Edit{{Span: span, Text: one}}
				}
				spots = append(spots, s)
			}
		}
		for _, m := range twiceApart.FindAllStringSubmatchIndex(text, -1) {
			if end := m[3] + strings.IndexAny(text[m[3]:], ",;") + 1; exact(r.Article, note.Text, m[2], end) {
				span := note.Text.Span(m[2], end)
				s := spot{note: n, span: span}
				if text[m[2]] == text[end-1] {
					s.edits = []checker.Edit{{Span: span, Text: text[m[2]:m[3]]}}
				}
				spots = append(spots, s)
			}
		}
		for _, m := range spaces.FindAllStringIndex(text, -1) {
			if from := m[0] + strings.IndexByte(text[m[0]:m[1]], ' '); strayed(r.Article, note, text, from, m[1]) {
				spots = append(spots, spot{note: n, span: note.Text.Span(from, m[1]), edits: []checker.Edit{{Span: note.Text.Span(from, m[1]-1)}}})
			}
		}
	}
	found := grouped(spots, "A punctuation mark too many, or a space before one, stands "+atSpots(r.Article, spots)+".", "Leave it out.")
	return mendAll(found, spots, "Leave out what is too much", checker.Safe)
}

// afterNumber says whether a hidden ISBN, DOI or the like ends before a place, and
// no address that may itself be cut short with dots.
func afterNumber(note *article.Note, text string, at int) bool {
	if at == 0 || text[at-1] != veil {
		return false
	}
	span := note.Text.Span(at-1, at)
	return !slices.ContainsFunc(note.URLs, func(u article.URL) bool {
		return u.Form != article.DOI && !strings.Contains(u.Address, "doi.org/") && u.Span.Part == span.Part && span.Start < u.Span.End && u.Span.Start < span.End
	})
}

// unknown says that one of two marks is too many, and not which.
const unknown = "?"

// single is the mark that belongs in the place of two, or "" where they may be
// right: an ellipsis, a path, an operator, or not to be told.
func single(text string, from, to int, number bool) string {
	marks := text[from:to]
	before, after := "", text[to:]
	if from > 0 {
		before = text[from-1 : from]
	}
	// Dots with spaces between them are an ellipsis: ". . ." and ". .."
	spaced := strings.HasSuffix(strings.TrimRight(text[:from], " "), ".") || strings.HasPrefix(strings.TrimLeft(after, " "), ".")
	if before == "" || before == " " || before == "(" || before == "[" || before == string(veil) && (!number && marks != ".." || after != "") || spaced {
		return ""
	}
	if after != "" && !strings.ContainsAny(after[:1], " )]") && !strings.HasPrefix(after, "”") {
		return ""
	}
	switch marks {
	case ",,", ";;", "::":
		return marks[:1]
	case ".,,", ".;;": // behind an abbreviation
		return marks[:2]
	case ",;", ";,", ",:", ":,", ".,;", ".;,":
		return unknown
	case "..", ";.", ",.", ":.":
		if after == "" || marks == ".." {
			return "."
		}
		return unknown
	}
	return ""
}

// dotsBefore says whether a text ends in dots to which a mark behind a space may belong:
// any before a dot, an ellipsis before a comma.
func dotsBefore(text string, mark byte) bool {
	return strings.HasSuffix(text, ".") && (mark == '.' || strings.HasSuffix(text, " .") || strings.HasSuffix(text, ".."))
}

// styleEnds says whether italics or bold type end at a place of a note.
func styleEnds(note *article.Note, at int) bool {
	return slices.ContainsFunc(note.Styles, func(s article.Styled) bool {
		return s.End == at && (s.Style.Has(document.Italic) || s.Style.Has(document.Bold))
	})
}

// strayed says whether the space before a mark is one too many.
func strayed(a *article.Article, note *article.Note, text string, from, to int) bool {
	after := text[to:]
	if after != "" && !strings.ContainsAny(after[:1], " )]") {
		return false // .NET, .45
	}
	if text[to-1] == ';' && strings.HasPrefix(after, ")") {
		return false // a smiley
	}
	if text[to-1] == '.' && strings.HasPrefix(strings.TrimLeft(after, " "), ".") || dotsBefore(text[:from], text[to-1]) {
		return false // an ellipsis
	}
	// Where markup stands between, something may be left out that is no text; but not where
	// a title in italics ends.
	return exact(a, note.Text, from-1, to) || styleEnds(note, from) && exact(a, note.Text, from, to)
}
