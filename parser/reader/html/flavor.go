package html

import "strings"

// flavor names the system that made a page, by its own word in <meta
// name=generator> or by marks that no other leaves.
func flavor(generator, src string) string {
	for _, name := range []string{"weebly", "wordpress", "substack", "ghost", "medium", "blogger", "squarespace", "drupal", "mediawiki", "pandoc", "hugo", "jekyll", "sphinx", "docutils", "asciidoctor", "libreoffice", "openoffice"} {
		if !strings.Contains(generator, name) {
			continue
		}
		switch name {
		case "openoffice":
			return "libreoffice"
		case "jekyll":
			return "kramdown"
		}
		return name
	}
	if strings.Contains(generator, "microsoft word") {
		if strings.Contains(generator, "filtered") {
			return "word-filtered"
		}
		return "word"
	}
	for _, m := range marks {
		if strings.Contains(src, m.text) {
			return m.flavor
		}
	}
	return ""
}

// marks are what systems leave in a page that says nothing of them.
var marks = [...]struct{ text, flavor string }{ //nolint:gochecknoglobals // a table that nothing changes
	{"mso-footnote-id", "word"},
	{"mso-endnote-id", "word"},
	{"urn:schemas-microsoft-com:office:word", "word"},
	{`class=MsoFootnoteText`, "word-filtered"},
	{`class="MsoFootnoteText"`, "word-filtered"},
	{`href="#ftnt`, "google-docs"},
	{`class="sdfootnote`, "libreoffice"},
	{`href="#FNanchor_`, "gutenberg"},
	{"www.gutenberg.org/ebooks", "gutenberg"},
	{`id="cite_note-`, "mediawiki"},
	{`class="wsite-`, "weebly"},
	{".editmysite.com/", "weebly"},
	{"substackcdn.com/", "substack"},
	{"cdn-client.medium.com/", "medium"},
	{"static1.squarespace.com/", "squarespace"},
	{"/sites/default/files/", "drupal"},
	{"/wp-content/", "wordpress"},
	{`class="reversefootnote"`, "kramdown"},
	{`class="footnote-reference brackets`, "sphinx"},
	{`id="_footnoteref_`, "asciidoctor"},
}
