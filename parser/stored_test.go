package parser_test

import (
	"testing"

	"ibid/parser/article"
)

// TestStored holds what the source says of its works against what the words of
// the note look like.
func TestStored(t *testing.T) {
	t.Parallel()
	full := func(a *article.Article, n int) *article.Citation {
		t.Helper()
		c := a.Cited(article.Ref{Note: n})
		if c == nil || c.Kind != article.Full {
			t.Fatalf("note %d: %+v", n+1, c)
		}
		return c
	}
	a := parse(t, "a.wiki", "A.<ref>{{cite web|url=http://a.example/|title=Saying: \"all gone\", 1810|website=Goods|author=Harbor Office|date=3 May 2019}}</ref>"+
		"B.<ref>{{cite web|title=Salt}}</ref> C.<ref>{{Literatur|Autor=Ivo Kern|Titel=Handwerk|Jahr=1998|Verlag=Stein}}</ref>") //nolint:misspell // German
	c := full(a, 0)
	if c.Item.Title != `Saying: "all gone", 1810` || len(c.Item.Author) != 1 || c.Item.Author[0].Literal != "Harbor Office" || c.Item.URL != "http://a.example/" {
		t.Errorf("a page: %+v", c.Item)
	}
	if d := c.Item.Issued; d == nil || len(d.Parts) != 1 || len(d.Parts[0]) != 3 {
		t.Errorf("its date: %+v", d)
	}
	if f, _ := c.Fields.Get("title"); f.Confidence != 1 || f.Span.Empty() {
		t.Errorf("its title's place: %+v", f)
	}
	if c := full(a, 1); c.Item.Title != "Salt" || c.Item.Type != "webpage" {
		t.Errorf("a title alone: %+v", c.Item)
	}
	if c := full(a, 2); len(c.Item.Author) != 1 || c.Item.Author[0].Family != "Kern" || c.Item.Author[0].Given != "Ivo" {
		t.Errorf("a name in one piece: %+v", c.Item.Author)
	}
	if span := full(a, 2).Span; a.Text.Cut(span)[:4] != "Ivo " {
		t.Errorf("it stands at %q", a.Text.Cut(span))
	}
}
