package html

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// The ranks of what names an author on the page itself, best last.
const (
	bylineClass = iota + 1
	bylineName
	bylineRel
	bylineRanks
)

// maxByline bounds the text of bylines, in bytes.
const maxByline = 2000

// bylineRank says whether an element holds an author's name, and how surely.
func bylineRank(name string, a attributes, classes []string) int {
	switch {
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
	for rank := bylineRanks - 1; rank > 0; rank-- {
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
	bylineStart = regexp.MustCompile(`^(?i)(?:written by|posted by|published by|by|von|par|por|di|auth?or|auteur)(?:\s*:\s*|\s+)`)
	bylineSplit = regexp.MustCompile(`\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s+`)
	bylineEnd   = regexp.MustCompile(`\s*(?:[|·•–—(]|\bon\b|\d).*$`)
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

// isoStart is the start of an ISO 8601 date, and of those that stand with slashes or nothing.
var isoStart = regexp.MustCompile(`^(\d{4})(?:[-/.]?(0[1-9]|1[0-2])(?:[-/.]?(0[1-9]|[12]\d|3[01]))?)?(?:\D|$)`)

// published is the date of publication in ISO 8601, as precise as the page says it.
func (m *metadata) published() string {
	values := []string{
		m.found.published, m.first("article:published_time", "og:article:published_time"), m.first("citation_publication_date"), m.first("citation_date"),
		m.first("dc.date.issued", "dc.date", "dcterms.date", "dcterms.issued"), m.first("datepublished", "pubdate", "publish-date", "parsely-pub-date"), m.first("date"),
	}
	for _, s := range append(values, m.times[:min(len(m.times), 1)]...) {
		if date := isoDate(strings.TrimSpace(s)); date != "" {
			return date
		}
	}
	return ""
}

// isoDate is a date in ISO 8601, or "" if it is none.
func isoDate(s string) string {
	if p := isoStart.FindStringSubmatch(s); p != nil {
		if _, err := time.Parse(time.DateOnly, strings.Join(p[1:], "-")); err != nil {
			p[3] = "" // no day, or one that no calendar has
		}
		var date strings.Builder
		date.WriteString(p[1])
		for _, part := range p[2:] {
			if part != "" {
				date.WriteString("-" + part)
			}
		}
		return date.String()
	}
	for _, layout := range []string{"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
