package html

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// metadata gathers what a page says about itself.
type metadata struct {
	url, base, canonical string
	lang, generator      string
	headTitle            strings.Builder
	named                map[string][]string // meta name or property → contents
	time                 string
	ld                   strings.Builder
	inLD                 bool
	found                ldData
}

// ldData is what JSON-LD gave.
type ldData struct {
	headline, published, language string
	authors                       []string
}

// maxLD bounds the JSON-LD that is read, in bytes.
const maxLD = 1 << 20

// tag takes what a tag says.
func (m *metadata) tag(name string, a attributes) {
	switch name {
	case "html":
		if m.lang == "" {
			m.lang = a.lang
		}
	case "base":
		if m.base == "" {
			m.base = a.href
		}
	case "link":
		if strings.EqualFold(a.rel, "canonical") && m.canonical == "" {
			m.canonical = a.href
		}
	case "time":
		if m.time == "" {
			m.time = a.datetime
		}
	case "meta":
		key := strings.ToLower(a.name + a.property)
		if key == "" {
			key = strings.ToLower(a.itemprop)
		}
		if m.named == nil {
			m.named = map[string][]string{}
		}
		if key == "generator" {
			m.generator = strings.ToLower(a.content)
		}
		if len(m.named[key]) < 50 && a.content != "" {
			m.named[key] = append(m.named[key], strings.Join(strings.Fields(a.content), " "))
		}
	}
}

func (m *metadata) startRaw(name string, a attributes) {
	m.inLD = name == "script" && strings.Contains(strings.ToLower(a.typ), "ld+json")
}

func (m *metadata) rawText(name, s string) {
	switch {
	case name == "title" && m.headTitle.Len() == 0:
		m.headTitle.WriteString(html.UnescapeString(s))
	case m.inLD && m.ld.Len()+len(s) <= maxLD:
		m.ld.WriteString(s)
	}
}

func (m *metadata) endRaw(string) {
	if m.inLD {
		var v any
		if json.Unmarshal([]byte(m.ld.String()), &v) == nil {
			m.found.read(v, 0)
		}
		m.ld.Reset()
	}
	m.inLD = false
}

// read looks for an article in JSON-LD.
func (l *ldData) read(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.read(x, depth+1)
		}
	case map[string]any:
		if s, ok := v["headline"].(string); ok && l.headline == "" {
			l.headline = s
			l.published, _ = v["datePublished"].(string)
			l.language, _ = v["inLanguage"].(string)
			l.authors = reader.Names(v["author"])
		}
		l.read(v["@graph"], depth+1)
		l.read(v["mainEntity"], depth+1)
	}
}

func (m *metadata) first(keys ...string) string {
	for _, k := range keys {
		if v := m.named[k]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// result picks the best of what was found.
func (m *metadata) result(d *document.Document) document.Meta {
	meta := document.Meta{
		Title:     firstOf(m.found.headline, m.first("og:title", "citation_title", "dc.title", "twitter:title"), heading(d), siteless(m.headTitle.String())),
		Published: isoPrefix(firstOf(m.found.published, m.first("article:published_time", "citation_publication_date", "citation_date", "dc.date", "dcterms.date", "date", "datepublished"), m.time)),
		Language:  strings.ToLower(firstOf(m.lang, m.found.language, m.first("og:locale", "dc.language", "language"))),
		URL:       firstOf(m.base, m.url, m.canonical, m.first("og:url")),
	}
	if !strings.Contains(meta.URL, "://") {
		meta.URL = firstOf(m.url, m.canonical, m.first("og:url"))
	}
	meta.Language = strings.ReplaceAll(meta.Language, "_", "-")
	meta.Authors = m.found.authors
	for _, key := range []string{"citation_author", "author", "dc.creator", "article:author", "parsely-author"} {
		if len(meta.Authors) > 0 {
			break
		}
		for _, a := range m.named[key] {
			if !strings.Contains(a, "://") {
				meta.Authors = append(meta.Authors, a)
			}
		}
	}
	if meta.Language == "" {
		meta.Language = reader.Language(d)
	}
	return meta
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(html.UnescapeString(s)); s != "" {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return ""
}

// heading is the first <h1> of the article, if there is only one.
func heading(d *document.Document) string {
	title, n := "", 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.Heading && b.Level == 1 && b.Region != document.Chrome {
			if n++; n == 1 {
				title = b.Text().Fold().String
			}
		}
	}
	if n == 1 {
		return title
	}
	return ""
}

// siteless drops the site's name behind a title.
func siteless(s string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " » ", " :: "} {
		if i := strings.LastIndex(s, sep); i > 8 {
			return s[:i]
		}
	}
	return s
}

var isoStart = regexp.MustCompile(`^\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?`)

func isoPrefix(s string) string {
	return strings.ReplaceAll(isoStart.FindString(s), "/", "-")
}

// flavor names the system that made a page, by its own word or its marks.
func flavor(generator, src string) string {
	for _, name := range []string{"weebly", "wordpress", "substack", "ghost", "medium", "blogger", "squarespace", "drupal", "mediawiki", "pandoc", "hugo", "jekyll", "sphinx", "docutils", "asciidoctor", "libreoffice"} {
		if strings.Contains(generator, name) {
			return name
		}
	}
	switch {
	case strings.Contains(generator, "microsoft word"):
		if strings.Contains(generator, "filtered") {
			return "word-filtered"
		}
		return "word"
	case strings.Contains(src, "mso-footnote-id"), strings.Contains(src, "MsoFootnoteText"):
		return "word"
	case strings.Contains(src, `href="#ftnt`):
		return "google-docs"
	case strings.Contains(src, "sdfootnote"):
		return "libreoffice"
	case strings.Contains(src, "FNanchor_") && strings.Contains(src, "Footnote_"):
		return "gutenberg"
	case strings.Contains(src, "cite_note-"):
		return "mediawiki"
	case strings.Contains(src, "wsite-"), strings.Contains(src, "weebly"):
		return "weebly"
	case strings.Contains(src, "wp-content/"):
		return "wordpress"
	case strings.Contains(src, "reversefootnote"):
		return "kramdown"
	}
	return ""
}
