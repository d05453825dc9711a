package citation_test

import (
	"strings"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/parser/document"
)

// parse reads one note that stands alone in its source.
func parse(t *testing.T, s string) article.Note {
	t.Helper()
	a := articleOf(s)
	citation.Parse(a)
	return a.Notes[0]
}

// articleOf is an article with these notes, one a line of its source. A note
// is folded as the notes stage folds it.
func articleOf(notes ...string) *article.Article {
	a := &article.Article{Text: document.NewSource(strings.Join(notes, "\n")+"\n", document.Encoding{})}
	at := 0
	for _, n := range notes {
		text := document.NewText(n, at, "").Fold()
		a.Notes = append(a.Notes, article.Note{Text: text, Span: document.Span{Start: at, End: at + len(n)}})
		at += len(n) + 1
	}
	return a
}

// addresses are those of a text that stands alone in its source.
func addresses(s string) []string {
	out := []string{}
	for _, u := range findURLs(s) {
		out = append(out, u.Address)
	}
	return out
}

func findURLs(s string) []article.URL {
	return citation.FindURLs(document.NewText(s, 0, "").Fold(), nil, "", document.NewSource(s, document.Encoding{}))
}

// kinds are the kinds of a note's citations.
func kinds(n article.Note) []article.Kind {
	out := []article.Kind{}
	for _, c := range n.Citations {
		out = append(out, c.Kind)
	}
	return out
}
