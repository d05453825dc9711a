package rules_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ibid/parser/article"
)

// paper is a clean article taken apart: what mistakes are planted in.
type paper struct {
	lang, title string
	body        []string // paragraphs, with markers [^1]
	notes       []remark
	// hrefs are addresses of links in HTML that differ from the address shown.
	hrefs map[string]string
	// back are targets of markers in HTML that lead elsewhere, by label.
	back map[string]string
	// citations are those of the clean paper.
	citations []reference
}

// reference is a citation of a paper: its source text, and what it was read as.
type reference struct {
	note, target int // indices of notes; target is -1 where there is none
	raw          string
	*article.Citation
}

func citationsOf(a *article.Article) []reference {
	var all []reference
	for ref, c := range a.Citations() {
		target := -1
		if c.Target != nil {
			target = c.Target.Ref.Note
		}
		all = append(all, reference{ref.Note, target, a.Text.Cut(c.Span), c})
	}
	return all
}

// remark is a note: its text is Markdown with italics, links and bare addresses only.
type remark struct{ label, text string }

var (
	paperNote   = regexp.MustCompile(`^\[\^([^\]]+)\]: (.*)$`)
	paperMarker = regexp.MustCompile(`\[\^([^\]]+)\]`)
	paperItalic = regexp.MustCompile(`\*([^*]+)\*`)
	paperLink   = regexp.MustCompile(`\[([^\]]+)\]\((https?://[^\s()]+)\)`)
	paperURL    = regexp.MustCompile(`https?://[^\s<>\]，。（）]+`)
)

func readPaper(t *testing.T, data string) paper {
	t.Helper()
	p := paper{}
	front := strings.Count(data, "---\n") >= 2
	for line := range strings.SplitSeq(data, "\n") {
		switch {
		case front:
			if key, value, ok := strings.Cut(line, ": "); ok && key == "lang" {
				p.lang = value
			}
			if strings.HasPrefix(line, "lang") {
				front = false
			}
		case strings.HasPrefix(line, "# "):
			p.title = line[2:]
		case paperNote.MatchString(line):
			m := paperNote.FindStringSubmatch(line)
			p.notes = append(p.notes, remark{m[1], m[2]})
		case line != "" && line != "---":
			p.body = append(p.body, line)
		}
	}
	if len(p.notes) == 0 || p.lang == "" {
		t.Fatal("not an article with notes and a language")
	}
	return p
}

// escaped is as html.EscapeString, but for quotation marks, which need none.
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// clone is a copy that can be changed.
func (p paper) clone() paper {
	p.body, p.notes = slices.Clone(p.body), slices.Clone(p.notes)
	return p
}

// with is a copy in which one note has another text.
func (p paper) with(note int, text string) paper {
	p = p.clone()
	p.notes[note].text = text
	return p
}

// show is the text of the notes with these labels, for messages.
func (p paper) show(labels []string) string {
	var lines []string
	for _, n := range p.notes {
		if slices.Contains(labels, n.label) {
			lines = append(lines, n.label+". "+n.text)
		}
	}
	return strings.Join(lines, " | ")
}

func (p paper) markdown() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\ntitle: %q\nlang: %s\n---\n\n# %s\n\n%s\n\n", p.title, p.lang, p.title, strings.Join(p.body, "\n\n"))
	for _, n := range p.notes {
		fmt.Fprintf(&b, "[^%s]: %s\n", n.label, n.text)
	}
	return b.Bytes()
}

func (p paper) plain() []byte {
	var b bytes.Buffer
	text := paperMarker.ReplaceAllString(strings.Join(p.body, "\n\n"), "[$1]")
	heading := map[string]string{"de": "Anmerkungen", "fr": "Notes", "it": "Note", "es": "Notas"}[p.lang]
	if heading == "" {
		heading = "Notes"
	}
	fmt.Fprintf(&b, "%s\n\n%s\n\n%s\n\n", p.title, paperItalic.ReplaceAllString(text, "$1"), heading)
	for _, n := range p.notes {
		fmt.Fprintf(&b, "[%s] %s\n\n", n.label, paperItalic.ReplaceAllString(paperLink.ReplaceAllString(n.text, "$1 <$2>"), "$1"))
	}
	return b.Bytes()
}

func (p paper) html() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body><article>\n<h1>%s</h1>\n", p.lang, html.EscapeString(p.title), html.EscapeString(p.title))
	for _, para := range p.body {
		text := paperItalic.ReplaceAllString(escaped(para), "<i>$1</i>")
		text = paperMarker.ReplaceAllStringFunc(text, func(m string) string {
			label := paperMarker.FindStringSubmatch(m)[1]
			to := "fn" + label
			if elsewhere := p.back[label]; elsewhere != "" {
				to = elsewhere
			}
			return fmt.Sprintf(`<sup id="r%s"><a href="#%s">%s</a></sup>`, label, to, label)
		})
		fmt.Fprintf(&b, "<p>%s</p>\n", text)
	}
	b.WriteString("<h2>Notes</h2>\n<div class=\"footnotes\">\n")
	for _, n := range p.notes {
		fmt.Fprintf(&b, "<p id=\"fn%s\"><a href=\"#r%s\">%s</a>. %s</p>\n", n.label, n.label, n.label, p.linked(n.text))
	}
	b.WriteString("</div>\n</article></body></html>\n")
	return b.Bytes()
}

// linked is a note's text in HTML, with its links and addresses.
func (p paper) linked(text string) string {
	var b strings.Builder
	anchor := func(to, shown string) {
		if other := p.hrefs[html.UnescapeString(to)]; other != "" {
			to = html.EscapeString(other)
		}
		fmt.Fprintf(&b, `<a href="%s">%s</a>`, to, shown)
	}
	bare := func(text string) {
		at := 0
		for _, m := range paperURL.FindAllStringIndex(text, -1) {
			b.WriteString(text[at:m[0]])
			shown, _, _ := strings.Cut(text[m[0]:m[1]], "&gt;")
			shown = strings.TrimRight(shown, ".,;)")
			anchor(shown, shown)
			at = m[0] + len(shown)
		}
		b.WriteString(text[at:])
	}
	text, at := paperItalic.ReplaceAllString(escaped(text), "<i>$1</i>"), 0
	for _, m := range paperLink.FindAllStringSubmatchIndex(text, -1) {
		bare(text[at:m[0]])
		anchor(text[m[4]:m[5]], text[m[2]:m[3]])
		at = m[1]
	}
	bare(text[at:])
	return b.String()
}

const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// wordRuns are the runs of a text with italics.
func wordRuns(text string) string {
	var b strings.Builder
	at := 0
	put := func(s, style string) {
		if s != "" {
			fmt.Fprintf(&b, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, style, escaped(s))
		}
	}
	for _, m := range paperItalic.FindAllStringSubmatchIndex(text, -1) {
		put(text[at:m[0]], "")
		put(text[m[2]:m[3]], "<w:rPr><w:i/></w:rPr>")
		at = m[1]
	}
	put(text[at:], "")
	return b.String()
}

// docx makes a Word document; its footnotes are numbered by Word, in the order
// in which they are called.
func (p paper) docx() []byte {
	runs := func(text string) string {
		var b strings.Builder
		at := 0
		for _, m := range paperLink.FindAllStringSubmatchIndex(text, -1) {
			fmt.Fprintf(&b, `%s<w:fldSimple w:instr=" HYPERLINK &quot;%s&quot; ">%s</w:fldSimple>`, wordRuns(text[at:m[0]]), escaped(text[m[4]:m[5]]), wordRuns(text[m[2]:m[3]]))
			at = m[1]
		}
		b.WriteString(wordRuns(text[at:]))
		return b.String()
	}
	id := map[string]int{}
	var footnotes, body strings.Builder
	for i, n := range p.notes {
		if id[n.label] == 0 {
			id[n.label] = i + 1
		}
		fmt.Fprintf(&footnotes, `<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>%s</w:p></w:footnote>`, i+1, runs(n.text))
	}
	fmt.Fprintf(&body, `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>%s</w:p>`, runs(p.title))
	for _, para := range p.body {
		body.WriteString("<w:p>")
		at := 0
		for _, m := range paperMarker.FindAllStringSubmatchIndex(para, -1) {
			body.WriteString(runs(para[at:m[0]]))
			fmt.Fprintf(&body, `<w:r><w:footnoteReference w:id="%d"/></w:r>`, id[para[m[2]:m[3]]])
			at = m[1]
		}
		body.WriteString(runs(para[at:]) + "</w:p>")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`},
		{"word/document.xml", `<w:document ` + wordNamespace + `><w:body>` + body.String() + `</w:body></w:document>`},
		{"word/footnotes.xml", `<w:footnotes ` + wordNamespace + `>` + footnotes.String() + `</w:footnotes>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			panic(err) // writing to memory does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
