package parser_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"ibid/parser"
	"ibid/parser/reader"
	"ibid/parser/reader/docx"
)

// packed is a zip of pairs of name and content.
func packed(t *testing.T, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSniffContainers: what a container holds tells its format, and its name
// only where the container can't be read.
func TestSniffContainers(t *testing.T) {
	t.Parallel()
	word := packed(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<a/>")
	for _, row := range []struct{ name, file, text, want string }{
		{"Word", "a.docx", word, "docx"},
		{"Word of another name", "a.bin", word, "docx"},
		{"cut off", "a.docx", word[:60], "docx"},
		{"a zip called Word", "a.docx", packed(t, "a", "b"), "docx"},
		{"a zip", "a.zip", packed(t, "word/document.xml", "<a/>"), ""},
		{"text called Word", "a.docx", "Salt.[1]\n\n[1] Brine.", "text"},
	} {
		got, err := parser.Sniff([]byte(row.text), reader.Hint{Name: row.file})
		var unknown *parser.UnknownFormatError
		if got != row.want || errors.As(err, &unknown) != (row.want == "") {
			t.Errorf("%s: %q, %v; want %q", row.name, got, err, row.want)
		}
	}
	locked := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	if _, err := parser.Sniff([]byte(locked), reader.Hint{Name: "a.docx"}); !errors.Is(err, docx.ErrEncrypted) {
		t.Errorf("a locked document: %v", err)
	}
}

// TestDeclaredScopes: sections that number their notes anew are scopes, even
// with one note each, and a sign is no number.
func TestDeclaredScopes(t *testing.T) {
	t.Parallel()
	call := func(id, sign string) string {
		if sign != "" {
			return `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="` + id + `"/><w:t>` + sign + `</w:t></w:r>`
		}
		return `<w:r><w:footnoteReference w:id="` + id + `"/></w:r>`
	}
	section := `<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>`
	note := func(id, text string) string {
		return `<w:footnote w:id="` + id + `"><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:footnote>`
	}
	a := parse(t, "a.docx", packed(t, "[Content_Types].xml", "<Types/>",
		"word/document.xml", `<w:document><w:body><w:p><w:pPr>`+section+`</w:pPr>`+call("1", "*")+call("2", "")+`</w:p><w:p>`+call("3", "")+`</w:p>`+section+`</w:body></w:document>`,
		"word/footnotes.xml", `<w:footnotes>`+note("1", "* Thanks.")+note("2", "Salt.")+note("3", "Brine.")+`</w:footnotes>`))
	want := []struct {
		number, scope, text string
		index               int
		sign                bool
	}{{"*", "section 1", "Thanks.", 0, true}, {"1", "section 1", "Salt.", 0, false}, {"1", "section 2", "Brine.", 1, false}}
	if len(a.Notes) != len(want) {
		t.Fatalf("%d notes", len(a.Notes))
	}
	for i, w := range want {
		n := a.Notes[i]
		if n.Number != w.number || n.Scope != w.scope || n.ScopeIndex != w.index || n.Unnumbered != w.sign || n.Text.String != w.text {
			t.Errorf("note %d: %s of %s (%d), %v, %q", i, n.Number, n.Scope, n.ScopeIndex, n.Unnumbered, n.Text.String)
		}
		if a.Markers[i].Note != i || a.Markers[i].Scope != w.scope {
			t.Errorf("marker %d: %+v", i, a.Markers[i])
		}
	}
}
