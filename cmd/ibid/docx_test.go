package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// manuscript is a Word document by the names of its parts.
func manuscript() map[string]string {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const rel = `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	italic := func(s string) string { return `<w:r><w:rPr><w:i/></w:rPr><w:t>` + s + `</w:t></w:r>` }
	call := func(id string) string { return `<w:r><w:footnoteReference w:id="` + id + `"/></w:r>` }
	p := func(s string) string { return `<w:p>` + s + `</w:p>` }
	note := func(id, s string) string {
		return `<w:footnote w:id="` + id + `">` + p(`<w:r><w:footnoteRef/></w:r>`+run(" ")+s) + `</w:footnote>`
	}
	return map[string]string{
		"[Content_Types].xml": head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"docProps/core.xml":   head + `<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The mill</dc:title><dc:language>en</dc:language></p>`,
		"word/document.xml": head + `<w:document` + space + `><w:body>` + p(run("The mill burned.")+call("2")+run(" It was rebuilt.")+call("3")) + p("") +
			p(run("See ")+`<w:hyperlink r:id="r1">`+run("the archive")+`</w:hyperlink>`+run(".")+call("4")) + p(run("The end.")+call("5")) + `</w:body></w:document>`,
		"word/footnotes.xml": head + `<w:footnotes` + space + `>` + note("2", run("Mara Ellingsworth, ")+italic("Tides &amp; Tables")+run(" (London: Harrow, 2004), 17.")) +
			note("3", run("Ibid., 19; Tom&#225;s Reyes, “Harbor,” https://example.org/harbor.")) + note("4", run("Ibid.")) + note("5", `<w:hyperlink r:id="r1">`+run("See note 9")+`</w:hyperlink>`+run(".")) + `</w:footnotes>`,
		"word/_rels/document.xml.rels":  head + `<Relationships>` + rel + `hyperlink" Id="r1" Target="htps://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>`,
		"word/_rels/footnotes.xml.rels": head + `<Relationships>` + rel + `hyperlink" Id="r1" Target="https://example.org/note" TargetMode="External"/></Relationships>`,
	}
}

// saved writes a manuscript into a folder of its own.
func saved(t *testing.T, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "mill.docx")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// ran runs a command in process.
func ran(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	s := streams{in: strings.NewReader(""), out: &o, err: &e, getenv: func(string) string { return "" }}
	status = execute(t.Context(), s, args)
	return o.String(), e.String(), status
}

// TestWordTable holds the report on a Word document as a person sees it.
func TestWordTable(t *testing.T) {
	t.Parallel()
	file := saved(t, manuscript())
	out, _, _ := ran(t, "check", "--offline", file)
	// The folder's name, and how it is broken over lines, differ from run to run.
	out = regexp.MustCompile(`(?m)^The mill · .*\n|^The mill\n.*\n`).ReplaceAllString(out, "The mill\n")
	golden := filepath.Join("testdata", "word.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(out), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out); diff != "" {
		t.Error(diff)
	}
}

// TestWordPlaces: no format names a line, and all name the paragraph.
func TestWordPlaces(t *testing.T) {
	t.Parallel()
	file := saved(t, manuscript())
	for _, row := range []struct{ format, want, never string }{
		{"github", `::error file=[^,]*mill.docx,title=[^:]*::paragraph 2, note 3: `, `,line=`},
		{"csv", `mill.docx,2,3,error,`, `\.docx,1,3,`},
		{"markdown", `paragraph 2, note 3`, `line \d`},
		{"html", `paragraph 2, note 3`, `line \d`},
	} {
		out, _, _ := ran(t, "check", "--offline", "--format", row.format, file)
		if !regexp.MustCompile(row.want).MatchString(out) || regexp.MustCompile(row.never).MatchString(out) {
			t.Errorf("%s: want %s and not %s:\n%s", row.format, row.want, row.never, out)
		}
	}
}

// TestWordPositions: every position of the JSON report cuts its text out of the
// part that it names, and the report keeps to its schema.
func TestWordPositions(t *testing.T) {
	t.Parallel()
	parts := manuscript()
	out, _, _ := ran(t, "check", "--offline", "--format", "json", saved(t, parts))
	var r struct {
		Articles []struct {
			Notes []struct {
				Text      string
				Position  partPosition
				Citations []struct {
					Text     string
					Position partPosition
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	tag := regexp.MustCompile(`<[^>]*>`)
	check := func(text string, p partPosition) {
		cut := tag.ReplaceAllString(parts[p.Part][p.Offset:p.End], "")
		cut = strings.NewReplacer("&amp;", "&", "&#225;", "á").Replace(cut)
		if cut != text {
			t.Errorf("%q stands where %s has %q", text, p.Part, cut)
		}
	}
	for _, n := range r.Articles[0].Notes {
		check(n.Text, n.Position)
		for _, c := range n.Citations {
			check(c.Text, c.Position)
		}
	}
	if len(r.Articles[0].Notes) != 4 {
		t.Errorf("%d notes", len(r.Articles[0].Notes))
	}
	schema, err := jsonschema.NewCompiler().Compile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Error(err)
	}
}

type partPosition struct {
	Offset, End int
	Part        string
}

// TestWordAsMarkdown: the same article has the same notes in both formats.
func TestWordAsMarkdown(t *testing.T) {
	t.Parallel()
	const text = `The mill burned.[^1] It was rebuilt.[^2]

See [the archive](htps://example.org/?a=1&b=2).[^3]

The end.[^4]

[^1]: Mara Ellingsworth, *Tides & Tables* (London: Harrow, 2004), 17.
[^2]: Ibid., 19; Tomás Reyes, “Harbor,” https://example.org/harbor.
[^3]: Ibid.
[^4]: [See note 9](https://example.org/note).
`
	file := filepath.Join(t.TempDir(), "mill.md")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	want, _, _ := ran(t, "notes", file)
	got, _, _ := ran(t, "notes", saved(t, manuscript()))
	_, want, _ = strings.Cut(want, "\n\n") // the head names the file
	_, got, _ = strings.Cut(got, "\n\n")
	if diff := cmp.Diff(want, got); diff != "" || got == "" {
		t.Errorf("%s\n%s", diff, got)
	}
}

// TestWordFailures: what is wrong with a file is said in words that help.
func TestWordFailures(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile(saved(t, manuscript()))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name   string
		data   []byte
		want   string
		status int
	}{
		{"cut.docx", whole[:len(whole)-30], "document-damaged", exitFindings}, // what stands before the cut is read
		{"old.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old Word document (.doc)", exitUnread},
		{"locked.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "locked by a password", exitUnread},
	} {
		file := filepath.Join(t.TempDir(), row.name)
		if err := os.WriteFile(file, row.data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, errs, status := ran(t, "check", "--offline", file)
		if status != row.status || !strings.Contains(strings.Join(strings.Fields(out+errs), " "), row.want) {
			t.Errorf("%s: status %d, %s%s", row.name, status, out, errs)
		}
	}
	broken := manuscript()
	broken["word/footnotes.xml"] = strings.Replace(broken["word/footnotes.xml"], "Ibid.<", "Ibid<<", 1)
	out, _, _ := ran(t, "check", "--offline", saved(t, broken))
	if !strings.Contains(out, "word/footnotes.xml is broken at byte") {
		t.Error(out)
	}
}
