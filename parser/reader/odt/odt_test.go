package odt_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader"
	"ibid/parser/reader/odt"
	"ibid/parser/reader/readertest"
)

const spaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`

const properties = `<office:meta><meta:generator>LibreOffice/7.6</meta:generator><dc:title>Salt &amp; Tax</dc:title><meta:initial-creator>Mara Ellingsworth; Tom Oke</meta:initial-creator><dc:creator>An Editor</dc:creator><dc:date>2014-05-06T07:08:09</dc:date><dc:language>en-GB</dc:language></office:meta>`

const styles = `<office:automatic-styles><style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>` +
	`<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>`

func flat(body string) string {
	return `<?xml version="1.0"?><office:document ` + spaces + ` office:mimetype="application/vnd.oasis.opendocument.text">` + properties + styles + `<office:body><office:text>` + body + `</office:text></office:body></office:document>`
}

func packed(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range []string{"mimetype", "META-INF/manifest.xml", "meta.xml", "content.xml"} {
		if parts[name] == "" {
			continue
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func note(class, label, body string) string {
	return `<text:note text:id="n` + label + `" text:note-class="` + class + `"><text:note-citation>` + label + `</text:note-citation><text:note-body>` + body + `</text:note-body></text:note>`
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, body string
		want       []string
	}{
		{"footnotes and endnotes", "<text:p>Salt" + note("footnote", "1", `<text:p>Mara, <text:span text:style-name="I">Tide</text:span>.</text:p><text:p>More.</text:p>`) + " and tax" + note("endnote", "i", "<text:p>Ibid.</text:p>") + ".</text:p>", []string{
			"paragraph: Salt{1>footnote n1 0} and tax{i>endnote ni 0}.", "note footnote n1 0 1: Mara, _Tide_.", "note footnote n1 0 1: More.", "note endnote ni 0 i endnote: Ibid.",
		}},
		{"numbers that begin anew, and a note without text", "<text:p>Salt" + note("footnote", "1", "<text:p>One.</text:p>") + "</text:p><text:p>Tax" + note("footnote", "1", "<text:p/>") + "</text:p>", []string{
			"paragraph: Salt{1>footnote n1 0}", "note footnote n1 0 1: One.", "paragraph: Tax{1>footnote n1 0}", "note footnote n1 0 1 footnote part 2:",
		}},
		{"numbers that begin anew, with fewer notes before than behind", "<text:p>Salt" + note("footnote", "1", "<text:p>A.</text:p>") + note("footnote", "1", "<text:p>B.</text:p>") + note("footnote", "2", "<text:p>C.</text:p>") + "</text:p>", []string{
			"paragraph: Salt{1>footnote n1 0}{1>footnote n1 0}{2>footnote n2 0}", "note footnote n1 0 1: A.", "note footnote n1 0 1 footnote part 2: B.", "note footnote n2 0 2 footnote part 2: C.",
		}},
		{"headings, lists, tables", `<text:h text:outline-level="2">Salt</text:h><text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Three</text:p></table:table-cell></table:table-row></table:table>`, []string{
			"heading 2: Salt", "item 1: One", "item 2: Two", "cell: Three",
		}},
		{"spaces, tabs, breaks, links, raised type", `<text:p>A<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d <text:a xlink:href="https://a.example/?x=1&amp;y=2">e</text:a><text:span text:style-name="S">f</text:span></text:p>`, []string{
			"paragraph: A   b\tc\nd [e](https://a.example/?x=1&y=2)^f",
		}},
		{"what nobody sees: deletions, comments, hidden text", `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Salt<office:annotation><text:p>no</text:p></office:annotation> and<text:span text:style-name="H"> secret</text:span> tax.</text:p>`, []string{"paragraph: Salt and tax."}},
		{"a text box", `<text:p>Salt<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame></text:p>`, []string{"paragraph: Salt", "paragraph: Boxed."}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := odt.Read(t.Context(), []byte(flat(row.body)), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			got := readertest.Outline(doc)
			for i := range got {
				got[i] = readertest.Places(got[i])
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			m := doc.Meta
			if meta := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Published, "|", m.Language, "|", doc.Flavor); meta != "Salt & Tax|[Mara Ellingsworth Tom Oke]|2014-05-06|en-gb|libreoffice" {
				t.Error(meta)
			}
		})
	}
}

// TestPacked says what is read of containers, and of those that are damaged.
func TestPacked(t *testing.T) {
	t.Parallel()
	content := `<office:document-content ` + spaces + `><office:body><office:text><text:p>Salt` + note("footnote", "1", "<text:p>One.</text:p>") + `</text:p></office:text></office:body></office:document-content>`
	manifest := `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`
	broken := strings.Replace(content, "</text:p></office:text>", "</text:q>", 1)
	for _, row := range []struct {
		name           string
		parts          map[string]string
		truncated, err string
	}{
		{name: "whole", parts: map[string]string{"META-INF/manifest.xml": manifest, "content.xml": content}},
		{name: "a password", parts: map[string]string{"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"}, err: "locked by a password"},
		{name: "no text", parts: map[string]string{"META-INF/manifest.xml": manifest, "meta.xml": "<a/>"}, err: "no content.xml"},
		{name: "broken in its middle", parts: map[string]string{"META-INF/manifest.xml": manifest, "content.xml": broken}, truncated: "content.xml is broken at byte"},
		{name: "properties that are broken", parts: map[string]string{"META-INF/manifest.xml": manifest, "meta.xml": "<a><b></a>", "content.xml": content}, truncated: "meta.xml is broken at byte"},
		{name: "too deep", parts: map[string]string{"META-INF/manifest.xml": manifest, "content.xml": strings.Repeat("<a>", 1000)}, err: "more than 512 deep"},
		{name: "entities of its own", parts: map[string]string{"META-INF/manifest.xml": manifest, "content.xml": `<!DOCTYPE a [<!ENTITY b "cccc">]>` + strings.Replace(content, "Salt", "Salt&b;", 1)}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := odt.Read(t.Context(), packed(t, row.parts), reader.Hint{Name: "a.odt"})
			switch {
			case row.err != "":
				if err == nil || !strings.Contains(err.Error(), row.err) {
					t.Errorf("%v, want %q", err, row.err)
				}
				return
			case err != nil:
				t.Fatal(err)
			}
			if !strings.Contains(doc.Truncated, row.truncated) || row.truncated == "" && doc.Truncated != "" {
				t.Errorf("%q, want %q", doc.Truncated, row.truncated)
			}
			if got := readertest.Outline(doc); len(got) != 2 || readertest.Places(got[1]) != "note footnote n1 0 1: One." {
				t.Errorf("%q", got)
			}
			if at := doc.Blocks[1].Runs[0].Text.All(); at.Part != "content.xml" || doc.Source.Cut(at) != "One." {
				t.Errorf("%+v", at)
			}
		})
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for mime, want := range map[string]bool{"application/vnd.oasis.opendocument.text": true, "application/vnd.oasis.opendocument.text-template": true, "application/vnd.oasis.opendocument.spreadsheet": false, "application/vnd.oasis.opendocument.presentation": false, "": true} {
		if odt.Is(packed(t, map[string]string{"mimetype": mime, "META-INF/manifest.xml": "<a/>", "content.xml": "<a/>"})) != want {
			t.Errorf("%s: %t", mime, !want)
		}
	}
}
