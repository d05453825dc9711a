package parser_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ibid/parser"
	"ibid/parser/article"
	"ibid/parser/reader"
)

func parse(tb testing.TB, name, text string) *article.Article {
	tb.Helper()
	a, err := parser.Parse(tb.Context(), strings.NewReader(text), parser.Options{Name: name})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, file, text, want string }{
		{"text by name", "a.txt", "[1] Salt.", "text"},
		{"Markdown by name", "a.MD", "Salt", "markdown"},
		{"HTML by name", "a.htm", "Salt", "html"},
		{"HTML named as text", "a.txt", "<!DOCTYPE html><html><body>x", "html"},
		{"a fragment of HTML", "", "<p>Salt.</p><p>Brine.</p>", "html"},
		{"Markdown notes without a name", "-", "Salt.[^1]\n\n[^1]: Brine.", "markdown"},
		{"front matter", "-", "---\ntitle: Salt\n---\n", "markdown"},
		{"text without a name", "-", "Salt.[1]\n\n[1] Brine.", "text"},
		{"a web page's address", "https://example.org/a.html?x=1", "Salt", "html"},
		{"Markdown named as HTML", "a.html", "Salt.[^1]\n\n[^1]: Brine.", "markdown"},
		{"Markdown with HTML in it", "a.html", "Salt.[^1]<br>\n\n[^1]: Brine.", "html"},
		{"text named as HTML", "a.htm", "Salt.[1]\n\n[1] Ibid., 3 < 4.", "text"},
		{"LaTeX named as Markdown", "a.md", "% draft\n\n\\documentclass{article}\n", "latex"},
		{"Markdown about LaTeX", "a.md", "Begin with `\\documentclass{article}`.", "markdown"},
		{"text named as PDF", "a.pdf", "Salt.[1]\n\n[1] Ibid.", "text"},
		{"JATS by content", "a.xml", `<?xml version="1.0"?><!-- x --><article article-type="essay"><front>`, "jats"},
		{"TEI by content", "a.xml", `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>`, "tei"},
		{"XHTML in a file of XML", "a.xml", "<div><p>Salt.</p><p>Brine.</p></div>", "html"},
		{"an article about XML", "a.txt", "<?xml is how it starts.", "text"},
		{"UTF-16", "-", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", "html"},
	} {
		got, err := parser.Sniff([]byte(row.text), reader.Hint{Name: row.file})
		if err != nil || got != row.want {
			t.Errorf("%s: %q, %v; want %q", row.name, got, err, row.want)
		}
	}
	for _, row := range []struct{ file, text string }{{"a.zip", "PK\x03\x04"}, {"a.png", "\x89PNG\r\n"}, {"a.doc", "\xd0\xcf\x11\xe0"}, {"pom.xml", "<project><article>NLM</article></project>"}, {"-", "<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]>\n<svg>"}} {
		var unknown *parser.UnknownFormatError
		if _, err := parser.Sniff([]byte(row.text), reader.Hint{Name: row.file}); !errors.As(err, &unknown) {
			t.Errorf("%s: %v, want an unknown format", row.file, err)
		}
	}
	if _, err := parser.Sniff([]byte(" \n"), reader.Hint{}); !errors.Is(err, parser.ErrEmpty) {
		t.Errorf("an empty file: %v", err)
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	var large *parser.TooLargeError
	if _, err := parser.Parse(t.Context(), strings.NewReader("0123456789"), parser.Options{Name: "a.txt", MaxSize: 5}); !errors.As(err, &large) {
		t.Errorf("a file over the limit: %v", err)
	}
	if _, err := parser.Parse(t.Context(), strings.NewReader(strings.Repeat("a\x01\x02\x03\x04\x00\x05", 100)), parser.Options{Name: "a.txt"}); err == nil {
		t.Error("a binary file: no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := parser.Parse(ctx, strings.NewReader("Salt."), parser.Options{Name: "a.txt"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
}

// TestHostile reads what is built to hurt; the limits keep it short.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, file, text string }{
		{"brackets", "a.md", strings.Repeat("[", 50_000)},
		{"inline notes", "a.md", strings.Repeat("^[", 20_000)},
		{"quotes", "a.md", strings.Repeat(">", 20_000) + "x"},
		{"emphasis", "a.md", strings.Repeat("*a_", 20_000)},
		{"divisions", "a.html", strings.Repeat("<div>", 100_000) + "x"},
		{"tags without end", "a.html", "<p>" + strings.Repeat("<a href=", 50_000)},
		{"entities", "a.html", "<p>" + strings.Repeat("&amp", 100_000)},
		{"line breaks", "a.html", "<p>" + strings.Repeat("<br>[1] x", 20_000)},
		{"labels", "a.txt", strings.Repeat("[1] x\n\n", 20_000)},
		{"one line", "a.txt", strings.Repeat("a[1] ", 100_000)},
		{"quotation marks", "a.txt", "x[1]\n\nNotes\n\n[1] " + strings.Repeat("“a” (", 20_000) + "\n\n[2] y\n"},
		{"addresses", "a.txt", "x[1] y[2]\n\nNotes\n\n[1] " + strings.Repeat("http://a.example/ ", 5_000) + "\n\n[2] y\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if _, err := parser.Parse(t.Context(), strings.NewReader(row.text), parser.Options{Name: row.file}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// FuzzParse holds what every Article promises, whatever the bytes.
func FuzzParse(f *testing.F) {
	f.Add(uint8(0), "Salt was weighed.[1] Then taxed.[2]\n\nNotes\n\n[1] Mara Ellingsworth, Tide Tables (London: Harrow, 2004), 17. http://a.example/x.\n\n[2] Ibid., 20; Reyes, Harbor Lights, 3.\n")
	f.Add(uint8(1), "Salt.[^a] Brine.^[See note 1.] Lost.[^zz]\n\n[^a]: Mara Ellingsworth, *Tide Tables* (2004), [x](http://a.example/(1)).\n\n    More.\n")
	f.Add(uint8(2), "<p>Salt &amp; brine.<sup><a href=#n1 id=r1>1</a></sup><p id=n1><a href='#r1'>1</a>. Mara Ellingsworth, <i>Tide Tables</i> (London, 2004).")
	f.Add(uint8(2), "<table><tr><td>x<sup>1</sup><ol><li>Ibid.<li>y</ol></table><br>[1] a<br>[2] b")
	f.Add(uint8(0), "\xff\xfeS\x00[\x001\x00]\x00")
	names := []string{"a.txt", "a.md", "a.html"}
	f.Fuzz(func(t *testing.T, format uint8, text string) {
		a, err := parser.Parse(t.Context(), strings.NewReader(text), parser.Options{Name: names[int(format)%len(names)]})
		if err != nil {
			return
		}
		holds(t, a, len(text))
	})
}

// holds checks an article's invariants.
func holds(t *testing.T, a *article.Article, size int) {
	t.Helper()
	ids := map[string]bool{}
	for i, n := range a.Notes {
		if ids[n.ID] {
			t.Errorf("two notes %s", n.ID)
		}
		ids[n.ID] = true
		if p := a.Text.Position(n.Span); p.Offset < 0 || p.End < p.Offset || p.End > size {
			t.Errorf("note %d stands at %+v of %d bytes", i, p, size)
		}
		end := 0
		for k, c := range n.Citations {
			if c.Start < 0 || c.End < c.Start || c.End > n.Text.Len() || c.Text != n.Text.String[c.Start:c.End] {
				t.Errorf("citation %d of note %d: %d–%d of %d", k, i, c.Start, c.End, n.Text.Len())
			}
			if c.Kind != article.Crossref {
				if c.Start < end {
					t.Errorf("citation %d of note %d starts before the one before it ends", k, i)
				}
				end = c.End
			}
			if target := c.Target; target != nil {
				full := a.Cited(target.Ref)
				if target.Ref.Note < 0 || target.Ref.Note >= len(a.Notes) || target.Ref.Citation >= 0 && (full == nil || full.Kind != article.Full) || target.Confidence < 0 || target.Confidence > 1 {
					t.Errorf("citation %d of note %d points at %+v", k, i, target)
				}
			}
		}
		for _, u := range n.URLs {
			if !u.Span.Contains(u.AddressSpan) {
				t.Errorf("address %q: %+v is not within %+v", u.Raw, u.AddressSpan, u.Span)
			}
		}
	}
	for _, m := range a.Markers {
		if m.Note < -1 || m.Note >= len(a.Notes) {
			t.Errorf("marker %s of note %d", m.Label, m.Note)
		}
	}
}
