package rules

import (
	"sort"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// Rules about punctuation and numbers read a note with its veil on: addresses,
// identifiers and code have points, brackets and figures of their own.

// veil is the byte that stands for what is hidden. No pattern means it.
const veil = '\x00'

var identifiers = pattern.New(`(?i)^(?:\b(?:https?|ftp)://[^\s<>"“”«»]+|\bwww\.[^\s<>"“”«»]+|\b10\.\d{4,9}/[^\s<>"“”«»]+|[\w.+-]+@[\w-]+\.[\w.-]+|` +
	`\b(?:ISBN|ISSN|PMID|OCLC|LCCN|URN|ARK|arXiv)(?:-1[03])?:?\s?[\w/:.-]*\d[\w/:.–-]*)`)

// veiled is a note's text with addresses, identifiers and code hidden. It has the
// length of the text, so that offsets are those of the text.
var veiled = perNote(func(r *checker.Report, n int) string { return veilOf(&r.Article.Notes[n]) })

// veilOf is [veiled] for one note, or for a paragraph that is read as one.
func veilOf(note *article.Note) string {
	hidden := []byte(note.Text.String)
	hide := func(from, to int) {
		for i := max(0, from); i < min(to, len(hidden)); i++ {
			hidden[i] = veil
		}
	}
	for _, m := range identifiersIn(note.Text.String) {
		// The stop or bracket after an address is the note's own.
		end := m[0] + len(unbalanced(strings.TrimRight(note.Text.String[m[0]:m[1]], ".,;:!?'’")))
		hide(m[0], end)
	}
	for i := range note.URLs {
		u := &note.URLs[i]
		if u.Form != article.Href && !u.AddressSpan.Empty() {
			hide(offsetOf(note.Text, u.AddressSpan.Start), offsetOf(note.Text, u.AddressSpan.End))
		}
	}
	for _, s := range note.Styles {
		if s.Style.Has(document.Monospace) {
			hide(s.Start, s.End)
		}
	}
	return string(hidden)
}

// identifiersIn is where identifiers stand. The pattern is tried only where one
// may begin, as most words of a note cannot.
func identifiersIn(text string) [][]int {
	const longest = 4 << 10
	var found [][]int
	end := 0
	for i := 0; i < len(text); i++ {
		at := i
		switch {
		case text[i] == '@':
			for at > end && (wordByte(text[at-1]) || strings.IndexByte(".+-", text[at-1]) >= 0) {
				at--
			}
		case i > 0 && wordByte(text[i-1]) || !mayIdentify(text[i:]):
			continue
		}
		if m := identifiers.FindStringIndex(text[at:min(len(text), at+longest)]); m != nil {
			end = at + m[1]
			found = append(found, []int{at, end})
			i = max(i, end-1)
		}
	}
	return found
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// mayIdentify says whether a text begins as identifiers do.
func mayIdentify(s string) bool {
	if len(s) < 4 {
		return false
	}
	switch string([]byte{s[0] | 0x20, s[1] | 0x20, s[2] | 0x20}) {
	case "htt", "ftp", "www", "isb", "iss", "pmi", "ocl", "lcc", "urn", "ark", "arx":
		return true
	}
	return strings.HasPrefix(s, "10.")
}

// offsetOf is the first byte of a text that stands at or after a place of the source.
func offsetOf(t document.Text, at int) int {
	return sort.Search(t.Len(), func(i int) bool { return t.Span(i, i+1).Start >= at })
}

// exact says whether bytes start to end of a text stand in the source as they
// are, without markup among them: an edit there changes nothing else.
func exact(a *article.Article, t document.Text, start, end int) bool {
	return start >= 0 && end <= t.Len() && start < end && a.Text.Cut(t.Span(start, end)) == t.String[start:end]
}

// citationAt is the index of the citation that holds a byte of a note's text,
// or -1 where none does or it is commentary.
func citationAt(note *article.Note, at int) int {
	for i := range note.Citations {
		if c := &note.Citations[i]; c.Start <= at && at < c.End && c.Kind != article.Commentary {
			return i
		}
	}
	return -1
}

// ownWords is a note's text as [veiled], with quotations and titles hidden too:
// what is in quotation marks or italics are somebody else's words.
var ownWords = perNote(func(r *checker.Report, n int) string { return hideQuoted(&r.Article.Notes[n], veiled(r, n)) })

// hideQuoted hides quotations and italics in a note's text as [veiled].
func hideQuoted(note *article.Note, text string) string {
	hidden := []byte(text)
	hide := func(from, to int) {
		for i := max(0, from); i < min(to, len(hidden)); i++ {
			hidden[i] = veil
		}
	}
	for _, s := range note.Styles {
		if s.Style.Has(document.Italic) {
			hide(s.Start, s.End)
		}
	}
	text = note.Text.String
	closers := map[rune]string{'“': "”", '„': "“”", '«': "»", '»': "«", '"': `"`, '「': "」", '『': "』", '《': "》"}
	until := 0
	last := map[string]int{}
	for i, r := range text {
		closer := closers[r]
		if i < until || closer == "" {
			continue
		}
		if _, known := last[closer]; !known {
			last[closer] = strings.LastIndexAny(text, closer)
		}
		from := i + len(string(r))
		if last[closer] < from {
			continue // opened and not closed: quote-unbalanced says so
		}
		to := from + strings.IndexAny(text[from:], closer)
		hide(from, to)
		until = to + 1
	}
	return string(hidden)
}

// eachWorded runs judge over every citation with its own words: that part of the
// note's text as [ownWords] has it. Commentary is not left out: a citation with a
// year that none can have may have been taken for a remark.
func eachWorded(judge func(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool)) func(*checker.Report) []checker.Finding {
	return func(r *checker.Report) []checker.Finding {
		var found []checker.Finding
		for n := range r.Article.Notes {
			note := &r.Article.Notes[n]
			text := ownWords(r, n)
			for i := range note.Citations {
				c := &note.Citations[i]
				if c.Start < 0 || c.End > len(text) || c.Start > c.End {
					continue
				}
				if f, ok := judge(r, article.Ref{Note: n, Citation: i}, c, text[c.Start:c.End]); ok {
					found = append(found, f)
				}
			}
		}
		return found
	}
}

// inCitation is where bytes of a citation stand in the source.
func inCitation(a *article.Article, ref article.Ref, start, end int) document.Span {
	note := &a.Notes[ref.Note]
	at := note.Citations[ref.Citation].Start
	return note.Text.Span(at+start, at+end)
}
