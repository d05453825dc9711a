package html

import (
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// metadata gathers what a page says about itself.
type metadata struct {
	url, base, canonical string
	lang, generator      string
	around               string // the language that the page's surroundings name
	headTitle            strings.Builder
	named                map[string][]string // meta name or property → contents
	times                []string
	bylines              [bylineRanks][]string
	byline               int // its length in bytes so far
	ld                   strings.Builder
	inLD, inTitle        bool
	found                ldData
}

// maxValues bounds how many values of one name are kept.
const maxValues = 50

// tag takes what a tag says that opens inside another.
func (m *metadata) tag(name string, a attributes, outer *open) {
	switch name {
	case "html", "body":
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
		if a.datetime != "" && outer.byline >= 0 && len(m.times) < maxValues {
			if a.itemprop == "datePublished" || strings.Contains(a.class, "publish") {
				m.times = append([]string{a.datetime}, m.times...)
			} else {
				m.times = append(m.times, a.datetime)
			}
		}
	case "abbr": // as microformats have it
		if outer.byline >= 0 && strings.Contains(a.class, "published") && a.title != "" {
			m.times = append([]string{a.title}, m.times...)
		}
	case "meta":
		m.metaTag(a)
	}
}

func (m *metadata) metaTag(a attributes) {
	if a.content == "" {
		return
	}
	if m.named == nil {
		m.named = map[string][]string{}
	}
	for _, key := range [...]string{a.name, a.property, a.itemprop} {
		if key = strings.ToLower(strings.TrimSpace(key)); key == "" {
			continue
		}
		if key == "generator" && m.generator == "" {
			m.generator = strings.ToLower(a.content)
		}
		if len(m.named[key]) < maxValues && len(a.content) < 4096 {
			m.named[key] = append(m.named[key], squeeze(a.content))
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func (m *metadata) startRaw(name string, a attributes, outer *open) {
	m.inLD = name == "script" && strings.Contains(strings.ToLower(a.typ), "ld+json")
	m.inTitle = name == "title" && !outer.foreign && m.headTitle.Len() == 0
}

func (m *metadata) rawText(name, s string) {
	switch {
	case name == "title" && m.inTitle && m.headTitle.Len()+len(s) < 4096:
		m.headTitle.WriteString(html.UnescapeString(s))
	case m.inLD && m.ld.Len()+len(s) <= maxLD:
		m.ld.WriteString(s)
	}
}

func (m *metadata) endRaw(string) {
	if m.inLD {
		m.found.parse(m.ld.String())
		m.ld.Reset()
	}
	m.inLD, m.inTitle = false, false
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
		Title:     m.title(d),
		Authors:   m.authors(),
		Published: m.published(),
		Language:  strings.ToLower(firstOf(m.lang, m.found.language, m.first("content-language", "og:locale", "dc.language", "dcterms.language", "citation_language", "language"), m.around)),
		URL:       firstOf(m.base, m.url, m.canonical, m.first("og:url")),
	}
	if !strings.Contains(meta.URL, "://") {
		meta.URL = firstOf(m.url, m.canonical, m.first("og:url"))
	}
	meta.Language = strings.ReplaceAll(meta.Language, "_", "-")
	if !isTag(meta.Language) {
		meta.Language = reader.Language(d)
	}
	return meta
}

// isTag says whether s can be a language tag (BCP 47).
func isTag(s string) bool {
	primary, _, _ := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 || len(s) > 35 {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// title is the page's own, without the site's name.
func (m *metadata) title(d *document.Document) string {
	h1 := heading(d)
	og := m.first("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
	site := m.first("og:site_name", "application-name")
	headline := m.found.headline
	if name := m.found.name; name != "" && (strings.EqualFold(name, h1) || strings.HasPrefix(og, name)) {
		headline = name // a wiki's headline is its description
	}
	return firstOf(headline, withoutSite(og, site), m.titleOnPage(), h1, siteless(m.headTitle.String(), site))
}

// withoutSite drops a site's own name behind a title.
func withoutSite(s, site string) string {
	if site == "" || len(s) <= len(site) || !strings.EqualFold(s[len(s)-len(site):], site) {
		return s
	}
	rest := strings.TrimRight(s[:len(s)-len(site)], " ")
	if cut := strings.TrimRight(rest, "|–—-»:·•"); cut != rest && strings.TrimSpace(cut) != "" {
		return strings.TrimSpace(cut)
	}
	return s
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s = squeeze(html.UnescapeString(s)); s != "" {
			return s
		}
	}
	return ""
}

// heading is the only <h1> of the article, or of the page if it has one only.
func heading(d *document.Document) string {
	var inside, all []string
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != document.Heading || b.Level != 1 {
			continue
		}
		title := b.Text().Fold().String
		all = append(all, title)
		if b.Region != document.Chrome {
			inside = append(inside, title)
		}
	}
	switch {
	case len(inside) == 1:
		return inside[0]
	case len(all) == 1:
		return all[0]
	}
	return ""
}

// siteless drops the site's name behind a <title>.
func siteless(s, site string) string {
	s = squeeze(s)
	if cut := withoutSite(s, site); cut != s {
		return cut
	}
	for _, sep := range []string{" | ", " – ", " — ", " - ", " » ", " :: ", " · "} {
		// The name of a site is short, the title before it is not.
		if i := strings.LastIndex(s, sep); i > 8 && len(s)-i < 48 {
			return s[:i]
		}
	}
	return s
}
