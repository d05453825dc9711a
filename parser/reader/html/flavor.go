package html

import "strings"

// flavor names the system that made a page, by its own word in <meta
// name=generator> or by marks that no other leaves.
func flavor(generator, src string) string {
	for _, m := range generators {
		if strings.Contains(generator, m.text) {
			return m.flavor
		}
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

// generators are the words by which systems name themselves, in lower case.
var generators = [...]struct{ text, flavor string }{ //nolint:gochecknoglobals // a table that nothing changes
	{"weebly", "weebly"},
	{"wordpress", "wordpress"},
	{"substack", "substack"},
	{"ghost", "ghost"},
	{"medium", "medium"},
	{"blogger", "blogger"},
	{"squarespace", "squarespace"},
	{"drupal", "drupal"},
	{"mediawiki", "mediawiki"},
	{"quarto", "quarto"},
	{"pandoc", "pandoc"},
	{"bookdown", "bookdown"},
	{"hugo", "hugo"},
	{"jekyll", "kramdown"},
	{"astro", "astro"},
	{"docusaurus", "docusaurus"},
	{"eleventy", "eleventy"},
	{"gatsby", "gatsby"},
	{"sphinx", "sphinx"},
	{"docutils", "docutils"},
	{"asciidoctor", "asciidoctor"},
	{"asciidoc", "asciidoc"},
	{"libreoffice", "libreoffice"},
	{"openoffice", "libreoffice"},
	{"org mode", "org-mode"},
	{"org-mode", "org-mode"},
	{"texi2any", "texinfo"},
	{"makeinfo", "texinfo"},
	{"latexml", "latexml"},
	{"tex4ht", "tex4ht"},
	{"hevea", "hevea"},
	{"docbook xsl", "docbook"},
	{"lodel", "openedition"},
	{"open journal systems", "ojs"},
	{"open monograph press", "ojs"},
	{"webflow", "webflow"},
	{"wix.com", "wix"},
	{"joomla", "joomla"},
	{"typo3", "typo3"},
	{"plone", "plone"},
	{"dokuwiki", "dokuwiki"},
	{"confluence", "confluence"},
	{"multimarkdown", "multimarkdown"},
	{"easybook", "pressbooks"},
	{"pressbooks", "pressbooks"},
}

// marks are what systems leave in a page that says nothing of them.
var marks = [...]struct{ text, flavor string }{ //nolint:gochecknoglobals // a table that nothing changes
	{"mso-footnote-id", "word"},
	{"mso-endnote-id", "word"},
	{"urn:schemas-microsoft-com:office:word", "word"},
	{`class=MsoFootnoteText`, "word-filtered"},
	{`class="MsoFootnoteText"`, "word-filtered"},
	{`data-bigfoot-footnote="`, "bigfoot"},
	{`class="littlefoot__button"`, "littlefoot"},
	{`class="ltx_document"`, "latexml"},
	{`class="footref"`, "org-mode"},
	{`id="DOCF1"`, "texinfo"},
	{`class="thefootnotes"`, "hevea"},
	{`class="footnotecall"`, "openedition"},
	{`class="FootnoteSymbol"`, "openedition"},
	{`class="amendenote`, "cairn"},
	{`class="refCtt `, "scielo"},
	{`class="wiki-content"`, "confluence"},
	{"confluence-request-time", "confluence"},
	{`href="#ftnt`, "google-docs"},
	{`class="sdfootnote`, "libreoffice"},
	{`href="#FNanchor_`, "gutenberg"},
	{"www.gutenberg.org/ebooks", "gutenberg"},
	{`id="cite_note-`, "mediawiki"},
	{`class="wsite-`, "weebly"},
	{".editmysite.com/", "weebly"},
	{"substackcdn.com", "substack"},
	{`data-component-name="FootnoteAnchorToDOM"`, "substack"},
	{"cdn-client.medium.com/", "medium"},
	{"static1.squarespace.com/", "squarespace"},
	{"/sites/default/files/", "drupal"},
	{"/wp-content/", "wordpress"},
	{".webflow.com/", "webflow"},
	{"static.parastorage.com/", "wix"},
	{`class="wp-block-`, "wordpress"},
	{"easy-footnotes-wrapper", "wordpress"},
	{`title="see footnote"`, "multimarkdown"},
	{`class="reversefootnote"`, "kramdown"},
	{`class="footnotes-sep"`, "markdown-it"},
	{`class="footnote-backref" role="doc-backlink"`, "goldmark"},
	{`href="#user-content-fn-`, "remark"},
	{`class="margin-toggle`, "tufte"},
	{"<d-footnote", "distill"},
	{`name="ftn.id`, "docbook"},
	{`id="ftn.id`, "docbook"},
	{`class="dokuwiki`, "dokuwiki"},
	{`class="fn_top"`, "dokuwiki"},
	{`class="vitepress`, "vitepress"},
	{`class="footnote-reference brackets`, "sphinx"},
	{`id="_footnoteref_`, "asciidoctor"},
}
