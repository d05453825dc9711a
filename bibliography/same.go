package bibliography

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/article"
)

// merger finds out which citations are of one work.
type merger struct {
	works []work
	// index leads from an identity to the works that have it.
	index map[string][]int
	known map[*article.Citation]int
}

// maxAlike bounds how many works of one identity a citation is compared with,
// the latest first, so that time stays linear in the number of citations.
const maxAlike = 16

// add takes in a full citation and returns its work; what was taken in before
// is found again.
func (m *merger) add(c *article.Citation) int {
	if id, ok := m.known[c]; ok {
		return m.find(id)
	}
	id := len(m.works)
	m.known[c] = id
	m.works = append(m.works, newWork(c, id))
	ids := identities(&m.works[id].fields)
	for _, key := range ids {
		alike := m.index[key]
		for _, other := range alike[max(0, len(alike)-maxAlike):] {
			m.join(m.find(other), m.find(id), key)
		}
	}
	for _, key := range ids {
		m.index[key] = append(m.index[key], m.find(id))
	}
	return m.find(id)
}

// find is the work that a work became part of.
func (m *merger) find(id int) int {
	for m.works[id].into != id {
		m.works[id].into = m.works[m.works[id].into].into
		id = m.works[id].into
	}
	return id
}

// join makes one work of two that share an identity, if nothing speaks against it.
func (m *merger) join(x, y int, key string) {
	if x == y || !agree(&m.works[x].fields, &m.works[y].fields, key) {
		return
	}
	first, second := min(x, y), max(x, y)
	m.works[first].absorb(&m.works[second])
	m.works[second].into = first
}

// identities are the keys by which a work is known; works that share one may
// be the same.
func identities(it *article.Item) []string {
	var keys []string
	add := func(kind, value string) {
		if value != "" {
			keys = append(keys, kind+":"+value)
		}
	}
	add("doi", strings.ToLower(it.DOI))
	add("pmid", it.PMID)
	if it.Type != "chapter" {
		add("isbn", strings.ReplaceAll(strings.ReplaceAll(it.ISBN, "-", ""), " ", ""))
	}
	add("url", bareURL(it.URL))
	title, name := telling(mainTitle(it.Title)), firstName(it)
	container := strings.Join(telling(it.ContainerTitle), " ")
	switch {
	case len(title) > 0 && (name != "" || len(title) > 2):
		add("work", name+"|"+strings.Join(title, " "))
		if it.Issued.Year() != 0 {
			add("dated", name+"|"+strings.Join(title, " ")+"|"+dateText(it.Issued)) // one of many years' reports
		}
		if len(title) > 3 {
			add("long", strings.Join(title, " "))
		}
	case len(title) > 0:
		add("title", strings.Join(title, " ")+"|"+container+"|"+dateText(it.Issued))
	case container != "":
		// A volume, an issue, a day's paper; with an author, what stands on one page of it.
		page := ""
		if name != "" {
			page = it.Page
		}
		add("part", strings.Join([]string{name, container, it.Volume, it.Issue, it.Number, dateText(it.Issued), page}, "|"))
	}
	return keys
}

// telling are the words of a title without articles and prepositions, if any
// are left then.
func telling(s string) []string {
	all := words(s)
	out := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return strings.Contains(small, "|"+w+"|") })
	if len(out) == 0 {
		return all
	}
	return out
}

// agree says whether nothing speaks against two works with the identity key being one.
func agree(x, y *article.Item, key string) bool {
	kind, _, _ := strings.Cut(key, ":")
	switch kind {
	case "doi", "pmid", "part":
		return true
	case "isbn", "url":
		return !differ(x.DOI, y.DOI) && !apart(telling(x.Title), telling(y.Title))
	case "long":
		if differ(firstName(x), firstName(y)) {
			return false
		}
	}
	serial := strings.HasPrefix(x.Type, "article") || x.Type == "legal_case"
	switch {
	case differ(x.DOI, y.DOI), differ(fold(x.Edition), fold(y.Edition)), differDates(x.Issued, y.Issued):
		return false
	case differ(strings.Join(words(subtitle(x.Title)), " "), strings.Join(words(subtitle(y.Title)), " ")):
		return false
	case serial && (differ(x.Volume, y.Volume) || differ(x.Issue, y.Issue)), apart(telling(x.ContainerTitle), telling(y.ContainerTitle)):
		return false
	}
	return !differGiven(x.Author, y.Author)
}

// differ says whether both are known and not the same.
func differ(x, y string) bool { return x != "" && y != "" && x != y }

// differDates says whether two dates contradict each other as far as both go.
func differDates(x, y *article.Date) bool {
	if x.Year() == 0 || y.Year() == 0 {
		return false
	}
	a, b := x.Parts[0], y.Parts[0]
	n := min(len(a), len(b))
	return !slices.Equal(a[:n], b[:n])
}

// differGiven says whether the first authors' given names contradict each other.
func differGiven(x, y []article.Name) bool {
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	a, b := words(x[0].Given), words(y[0].Given)
	return len(a) > 0 && len(b) > 0 && !strings.HasPrefix(a[0], b[0]) && !strings.HasPrefix(b[0], a[0])
}

// apart says whether two lists have words, but none in common; an abbreviation
// is the word that it begins.
func apart(x, y []string) bool {
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	const most = 12 // the words compared of each
	for _, a := range x[:min(len(x), most)] {
		for _, b := range y[:min(len(y), most)] {
			if strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
				return false
			}
		}
	}
	return true
}

// firstName is the surname under which a work is listed, folded.
func firstName(it *article.Item) string {
	for _, list := range [][]article.Name{it.Author, it.Editor} {
		if len(list) > 0 {
			return strings.Join(words(list[0].Family+" "+list[0].Literal), " ")
		}
	}
	return ""
}

// mainTitle is a title without its subtitle.
func mainTitle(s string) string {
	if i := strings.IndexAny(s, ":—"); i > 0 {
		return s[:i]
	}
	return s
}

// subtitle is what follows the main title.
func subtitle(s string) string { return s[len(mainTitle(s)):] }

// bareURL is the address that stands for a page whatever way it is written:
// without scheme, www, fragment, final slash and the archive that keeps a copy.
// It is empty for a site's front page, which many works may give as theirs.
func bareURL(s string) string {
	if i := strings.LastIndex(s, "://"); i > len("https") && strings.Contains(s[:i], "archive.org/web/") {
		s = s[max(strings.LastIndex(s[:i], "/"), 0)+1:]
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return ""
	}
	bare := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		return bare + "?" + u.RawQuery
	}
	if strings.HasPrefix(u.Fragment, "!") || strings.HasPrefix(u.Fragment, "/") {
		return bare + "#" + u.Fragment // a page that is written by a script
	}
	if !strings.Contains(bare, "/") {
		return ""
	}
	return bare
}

// dateText is a date as a key.
func dateText(d *article.Date) string {
	if d == nil {
		return ""
	}
	var b strings.Builder
	for _, part := range d.Parts {
		for _, n := range part {
			b.WriteString(strconv.Itoa(n))
			b.WriteByte('-')
		}
	}
	return b.String() + strconv.Itoa(d.Season)
}
