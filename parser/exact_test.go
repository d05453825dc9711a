package parser_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"ibid/parser"
	"ibid/parser/article"
	"ibid/parser/document"
)

// awkward are notes with all that makes the bytes of a text others than its letters
// seem: soft hyphens, ligatures, letters of two code points, spaces of all widths and
// of none, marks of direction, scripts from right to left, letters beyond the basic plane.
func awkward() []string {
	return []string{
		"Mara Ellings\u00adworth, Tide\u00a0Tables (Lon\u00addon: Har\u200brow, 2004), 17\u202f–\u202f19, https://harbor.example/tide?a=1.",
		"Jos\u00e9 A\u0301lvarez, The \ufb01rst \ufb02ame (Madrid: \u00c6on, 2011), 3. \U0001f600",
		"מרה לוי, לוחות הגאות (ירושלים: נמל, 2004), 17; \u200fدفاتر الملح\u200e, ١٢٣.",
		"Ивана Бурова,\u2003Соль и море\u2009(Москва: Порт, 1998), с.\u205f51.\u2060",
		"町田鹽子『潮汐表』（東京：港書房、二〇〇四年）、十二頁。",
		"Ibid., 20\u201322.",
	}
}

// sheet is how a format writes an article with notes.
type sheet struct{ name, head, paragraph, note, foot string }

func sheets() []sheet {
	return []sheet{
		{"a.txt", "", "The harbour was dredged again in that year.[{n}]\n\n", "[{n}] {note}\n\n", ""},
		{"a.md", "", "The harbour was dredged again in that year.[^{n}]\n\n", "[^{n}]: {note}\n\n", ""},
		{"a.html", "<!DOCTYPE html><meta charset=utf-8><title>a</title>", "<p>The harbour was dredged again in that year.<sup><a href=\"#f{n}\">{n}</a></sup></p>\n", "<p id=\"f{n}\">{n}. {note}</p>\n", ""},
		{"a.wiki", "'''Salt''' is a [[tax]].\n\n", "The harbour was dredged again in that year.<ref>{note}</ref>\n\n", "", "<references />\n"},
		{"a.tex", "\\documentclass{article}\\begin{document}\n", "The harbour was dredged again in that year.\\footnote{{note}}\n\n", "", "\\end{document}\n"},
		{"a.jats", `<?xml version="1.0"?><article article-type="essay"><body>`, `<p>The harbour was dredged again in that year.<xref ref-type="fn" rid="f{n}">{n}</xref></p>`, `<fn id="f{n}"><label>{n}</label><p>{note}</p></fn>`, "</fn-group></back></article>"},
		{"a.tei", `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>`, `<p>The harbour was dredged again in that year.<note n="{n}">{note}</note></p>`, "", "</body></text></TEI>"},
		{
			"a.fodt", `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`,
			`<text:p>The harbour was dredged again in that year.<text:note text:id="ftn{n}" text:note-class="footnote"><text:note-citation>{n}</text:note-citation><text:note-body><text:p>{note}</text:p></text:note-body></text:note></text:p>`, "", "</office:text></office:body></office:document>",
		},
	}
}

// written is the article of a sheet.
func (s sheet) written() string {
	var body, list strings.Builder
	for i, note := range awkward() {
		fill := strings.NewReplacer("{n}", string(rune('1'+i)), "{note}", note)
		body.WriteString(fill.Replace(s.paragraph))
		list.WriteString(fill.Replace(s.note))
	}
	if s.name == "a.jats" {
		body.WriteString("</body><back><fn-group>")
	}
	return s.head + body.String() + list.String() + s.foot
}

// TestExact asks, for awkward text in every format that is text, and as it may be
// stored, that each note, citation and address is cut out of the file by its place.
func TestExact(t *testing.T) {
	t.Parallel()
	stored := map[string]func(string) []byte{
		"UTF-8":                        func(s string) []byte { return []byte(s) },
		"UTF-8 with a byte order mark": func(s string) []byte { return []byte("\ufeff" + s) },
		"UTF-16":                       func(s string) []byte { return utf16Bytes("\ufeff" + s) },
		"CRLF":                         func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) },
	}
	for _, s := range sheets() {
		for name, store := range stored {
			t.Run(s.name+" "+name, func(t *testing.T) {
				t.Parallel()
				data := store(s.written())
				a, err := parser.Parse(t.Context(), strings.NewReader(string(data)), parser.Options{Name: s.name})
				if err != nil {
					t.Fatal(err)
				}
				if len(a.Notes) != len(awkward()) {
					t.Fatalf("%d notes, want %d", len(a.Notes), len(awkward()))
				}
				decode := func(b []byte) string { return string(b) }
				if name == "UTF-16" {
					decode = utf16Text
				}
				exact(t, a, data, decode)
				for i := range a.Notes {
					if got, want := seen(a.Notes[i].Text.String), seen(awkward()[i]); got != want {
						t.Errorf("note %d: %q, want %q", i+1, got, want)
					}
				}
			})
		}
	}
}

// TestExactOneByte is TestExact for an encoding of one byte for each letter.
func TestExactOneByte(t *testing.T) {
	t.Parallel()
	src := "<!DOCTYPE html><meta charset=windows-1252><p>Die Größe der Häfen wurde später geändert.<sup><a href=\"#f1\">1</a></sup></p><p id=f1>1. José Müller, „Über Gezeiten“ (Köln: Öl, 2004), 17–19.</p>"
	data, err := charmap.Windows1252.NewEncoder().String(src)
	if err != nil {
		t.Fatal(err)
	}
	a, err := parser.Parse(t.Context(), strings.NewReader(data), parser.Options{Name: "a.html"})
	if err != nil || len(a.Notes) != 1 {
		t.Fatal(err, len(a.Notes))
	}
	exact(t, a, []byte(data), func(b []byte) string {
		s, err := charmap.Windows1252.NewDecoder().Bytes(b)
		if err != nil {
			t.Error(err)
		}
		return string(s)
	})
}

// exact cuts all that has a place out of the file.
func exact(t *testing.T, a *article.Article, data []byte, decode func([]byte) string) {
	t.Helper()
	check := func(what, text string, span document.Span) {
		p := a.Text.Position(span)
		if p.Offset < 0 || p.End < p.Offset || p.End > len(data) {
			t.Errorf("%s %q at %d–%d of %d bytes", what, text, p.Offset, p.End, len(data))
			return
		}
		cut := decode(data[p.Offset:p.End])
		if seen(cut) != seen(text) {
			t.Errorf("%s %q stands at %q", what, text, cut)
		}
		lines := strings.Split(strings.ReplaceAll(decode(data), "\ufeff", ""), "\n")
		if line := []rune(lines[p.Line-1]); p.Line == p.EndLine && seen(string(line[p.Column-1:p.EndColumn-1])) != seen(text) {
			t.Errorf("%s %q stands in line %d, columns %d to %d: %q", what, text, p.Line, p.Column, p.EndColumn, string(line[p.Column-1:p.EndColumn-1]))
		}
	}
	for i := range a.Notes {
		n := &a.Notes[i]
		check("note", n.Text.String, n.Span)
		for k := range n.Citations {
			c := &n.Citations[k]
			check("citation", c.Text, c.Span)
			for _, f := range []struct{ name, text string }{{"title", c.Item.Title}, {"publisher", c.Item.Publisher}} {
				if field, ok := c.Fields.Get(f.name); ok && f.text != "" {
					check(f.name, f.text, field.Span)
				}
			}
		}
		for _, u := range n.URLs {
			check("address", u.Raw, u.Span)
		}
	}
}

// seen is what a reader sees of a text: nothing of marks without width, and one
// space for all.
func seen(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u00ad' || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func utf16Bytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return string(utf16.Decode(units))
}
