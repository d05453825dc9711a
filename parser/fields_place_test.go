package parser_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
)

// findGold is the citation of ibid's that shares most of the range of one of
// the gold, or nil where none does. A range of words that the article doesn't
// have is an error.
func findGold(a *article.Article, g *goldCitation) (*article.Citation, error) {
	if g.From == "" {
		return mostShared(a, func(_ *article.Note, c *article.Citation) int {
			p := a.Text.Position(c.Span)
			return min(p.End, g.End) - max(p.Offset, g.Offset)
		}), nil
	}
	note := noteOfNumber(a, g.Note, max(1, g.Nth))
	if note == nil {
		return nil, fmt.Errorf("the article has no note %s", g.Note)
	}
	start, end, ok := wordRange(note.Text.String, g.From, g.To)
	if !ok {
		return nil, fmt.Errorf("note %s doesn't hold %q … %q: %s", g.Note, g.From, g.To, note.Text.String)
	}
	return mostShared(a, func(n *article.Note, c *article.Citation) int {
		if n != note {
			return 0
		}
		return min(c.End, end) - max(c.Start, start)
	}), nil
}

// mostShared is the citation for which shared is largest, or nil where it is never above 0.
func mostShared(a *article.Article, shared func(*article.Note, *article.Citation) int) *article.Citation {
	var best *article.Citation
	most := 0
	for i := range a.Notes {
		for j := range a.Notes[i].Citations {
			c := &a.Notes[i].Citations[j]
			if n := shared(&a.Notes[i], c); n > most {
				best, most = c, n
			}
		}
	}
	return best
}

// noteOfNumber is the nth note of a number, from 1, or nil.
func noteOfNumber(a *article.Article, number string, nth int) *article.Note {
	for i := range a.Notes {
		if a.Notes[i].Number != number {
			continue
		}
		if nth--; nth == 0 {
			return &a.Notes[i]
		}
	}
	return nil
}

// wordRange is where text holds from, and after its start to. Letters and
// digits alone count: how a reader folds white space, hyphens at the end of a
// line and quotation marks makes no difference.
func wordRange(text, from, to string) (start, end int, ok bool) {
	bare, at := bareLetters(text)
	first, _ := bareLetters(from)
	last, _ := bareLetters(to)
	start = strings.Index(bare, first)
	if start < 0 || first == "" || last == "" {
		return 0, 0, false
	}
	end = strings.Index(bare[start:], last)
	if end < 0 {
		return 0, 0, false
	}
	return at[start], at[start+end+len(last)-1] + 1, true
}

// bareLetters are the letters and digits of s in lower case, and where each byte of them stands in s.
func bareLetters(s string) (bare string, at []int) {
	var b strings.Builder
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
		for range utf8.RuneLen(unicode.ToLower(r)) {
			at = append(at, i)
		}
	}
	return b.String(), at
}

// TestWordRange says how words of the gold name a range.
func TestWordRange(t *testing.T) {
	t.Parallel()
	text := "Siehe Mara Salz, Die „Fähren“ der Kö-\nnigin, Köln 2004, S. 3; Mara Salz, Das Licht, Köln 2010."
	for _, row := range []struct{ name, from, to, want string }{
		{"first place of either", "Mara Salz", "2004", "Mara Salz, Die „Fähren“ der Kö-\nnigin, Köln 2004"},
		{"hyphen and line end", "Die Fähren der Königin", "Königin", "Die „Fähren“ der Kö-\nnigin"},
		{"the second work", "Mara Salz, Das", "Köln 2010", "Mara Salz, Das Licht, Köln 2010"},
		{"not there", "Mara Pfeffer", "2004", ""},
		{"an end before the start", "Das Licht", "2004", ""},
		{"no words", "–", "2004", ""},
	} {
		start, end, ok := wordRange(text, row.from, row.to)
		if got := text[start:end]; got != row.want || ok != (row.want != "") {
			t.Errorf("%s: %q, %v; want %q", row.name, got, ok, row.want)
		}
	}
}
