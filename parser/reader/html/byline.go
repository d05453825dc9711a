package html

import (
	"slices"
	"strings"
	"unicode"

	"ibid/parser/reader"
	"ibid/pattern"
)

// The ranks of what names an author on the page itself, best last, and what else
// the page shows of itself.
const (
	bylineClass = iota + 1
	bylineName
	bylineRel
	shownTitle
	shownDate
	bylineRanks
)

// maxByline bounds the text of bylines, in bytes.
const maxByline = 2000

// bylineRank says whether an element holds an author's name, and how surely, or
// the article's title or date.
func bylineRank(name string, a attributes, classes []string) int {
	switch {
	case isHeading(name) && hasClass(classes, "entry-title", "post-title", "article-title", "p-name"), name == "p" && hasClass(classes, "title"):
		return shownTitle
	case a.id == "revdate", name == "span" && hasClass(classes, "published", "entry-date", "post-date", "dt-published"):
		return shownDate
	case name == "a" && slices.Contains(strings.Fields(a.rel), "author"):
		return bylineRel
	case a.itemprop == "author", hasClass(classes, "author-name", "byline-author", "p-author", "entry-author-name", "author-link", "post-author-name", "byline-name", "byline__name"):
		return bylineName
	case isBlock(name) && name != "p" && name != "div" || name == "a" && len(classes) == 0:
		return 0
	case hasClass(classes, "byline", "author", "post-author", "entry-author", "article-author", "article-byline", "post-byline"):
		return bylineClass
	}
	return 0
}

// startByline begins another name.
func (m *metadata) startByline(rank int) {
	if len(m.bylines[rank]) < maxValues {
		m.bylines[rank] = append(m.bylines[rank], "")
	}
}

// bylineText takes text of a byline.
func (m *metadata) bylineText(rank int, s string) {
	if m.byline += len(s); m.byline > maxByline || len(m.bylines[rank]) == 0 {
		return
	}
	m.bylines[rank][len(m.bylines[rank])-1] += s
}

// authors are those that the page names, by its metadata if they do.
func (m *metadata) authors() []string {
	if len(m.found.authors) > 0 {
		return m.found.authors
	}
	for _, key := range []string{"citation_author", "author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author"} {
		var out []string
		for _, a := range m.named[key] {
			if !strings.Contains(a, "://") && !strings.HasPrefix(a, "@") && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for rank := bylineRel; rank > 0; rank-- {
		var out []string
		for _, line := range m.bylines[rank] {
			for _, name := range bylineNames(line) {
				if !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
			if rank != bylineRel && len(out) > 0 {
				break
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

var (
	bylineStart = pattern.New(`^(?i)(?:written by|posted by|published by|by|von|par|por|di|auth?or|auteur)(?:\s*:\s*|\s+)`)
	bylineSplit = pattern.New(`\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s+`)
	bylineEnd   = pattern.New(`\s*(?:[|·•–—(]|\bon\b|\d).*$`)
)

// bylineNames are the names of a byline; nil if it says something else.
func bylineNames(line string) []string {
	line = bylineStart.ReplaceAllString(squeeze(line), "")
	line = strings.TrimRight(bylineEnd.ReplaceAllString(line, ""), " ,;.")
	var names []string
	for _, name := range bylineSplit.Split(line, -1) {
		if name == "" {
			continue
		}
		words := strings.Fields(name)
		first, last := []rune(words[0]), []rune(words[len(words)-1])
		if len(name) > 60 || len(words) > 5 || unicode.IsLower(first[0]) || unicode.IsLower(last[0]) {
			return nil
		}
		names = append(names, name)
	}
	return names
}

// titleOnPage is the title in an element that says so, if there is one such.
func (m *metadata) titleOnPage() string {
	if titles := m.bylines[shownTitle]; len(titles) == 1 {
		return titles[0]
	}
	return ""
}

// published is the date of publication in ISO 8601, as precise as the page says it.
func (m *metadata) published() string {
	values := []string{
		m.found.published, m.first("article:published_time", "og:article:published_time"), m.first("citation_publication_date"), m.first("citation_date"),
		m.first("dc.date.issued", "dc.date", "dcterms.date", "dcterms.issued"), m.first("datepublished", "pubdate", "publish-date", "parsely-pub-date"), m.first("date"),
	}
	values = append(values, m.times[:min(len(m.times), 1)]...)
	for _, s := range append(values, m.bylines[shownDate]...) {
		if date := reader.Date(s); date != "" {
			return date
		}
	}
	return ""
}
