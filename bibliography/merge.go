package bibliography

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
)

// work is what is known of one work so far.
type work struct {
	into   int // the work that it is part of; its own index otherwise
	fields article.Item
	// pages and volumes are all that were given; where they differ they are
	// what was cited, not what the work has.
	pages, volumes []string
}

// maxSeen bounds the pages and volumes remembered of a work.
const maxSeen = 8

// maxTitle is how much of a citation stands for the title of a work of which
// nothing else could be read, in bytes.
const maxTitle = 200

// newWork reads a full citation.
func newWork(c *article.Citation, id int) work {
	it := c.Item
	if it.URL == "" && it.DOI == "" && len(c.URLs) > 0 {
		it.URL = c.URLs[0].Address
	}
	if !isWeb(it.URL) {
		it.URL = ""
	}
	if it.DOI == "" {
		it.DOI = doiOf(it.URL)
	}
	it.Issued, it.Accessed = sound(it.Issued), sound(it.Accessed)
	if it.Title == "" && it.ContainerTitle == "" && it.URL == "" && it.DOI == "" {
		it.Title = said(c)
	}
	w := work{into: id, fields: it}
	w.pages, w.volumes = seen(nil, it.Page), seen(nil, it.Volume)
	return w
}

// said is a citation in its own words, without signal and final stop.
func said(c *article.Citation) string {
	s := strings.TrimRight(strings.TrimLeft(strings.TrimPrefix(c.Text, c.Signal), " ,:"), " .,;")
	if len(s) <= maxTitle {
		return s
	}
	end := maxTitle
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// isWeb says whether an address may stand in a list that other programs make
// links of.
func isWeb(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "ftp")
}

// doiOf is the DOI that an address of the DOI resolver holds, or "".
func doiOf(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host != "doi.org" && u.Host != "dx.doi.org" && u.Host != "www.doi.org" {
		return ""
	}
	if doi := strings.TrimPrefix(u.Path, "/"); strings.HasPrefix(doi, "10.") && strings.Contains(doi, "/") {
		return doi
	}
	return ""
}

// sound is a date without parts that no calendar has, nil if nothing is left.
func sound(d *article.Date) *article.Date {
	if d == nil {
		return nil
	}
	out := *d
	out.Parts = nil
	for _, part := range d.Parts[:min(len(d.Parts), 2)] {
		n := 0
		for n < min(len(part), 3) && (n == 0 && part[0] != 0 || n == 1 && part[1] >= 1 && part[1] <= 12 || n == 2 && part[2] >= 1 && part[2] <= 31) {
			n++
		}
		if n == 0 {
			break
		}
		out.Parts = append(out.Parts, part[:n:n])
	}
	if out.Season < 0 || out.Season > 4 {
		out.Season = 0
	}
	if len(out.Parts) == 0 && out.Literal == "" {
		return nil
	}
	return &out
}

// seen adds a value to those seen.
func seen(list []string, values ...string) []string {
	for _, v := range values {
		if v != "" && len(list) < maxSeen && !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// absorb takes over what another citation of the same work knows better.
func (w *work) absorb(o *work) {
	x, y := &w.fields, &o.fields
	x.Type = fullerType(x.Type, y.Type)
	x.Author, x.Editor, x.Translator = fullerNames(x.Author, y.Author), fullerNames(x.Editor, y.Editor), fullerNames(x.Translator, y.Translator)
	richer := filled(y) > filled(x)
	switch {
	case x.Title == "" || y.Title != "" && slices.Equal(words(mainTitle(x.Title)), words(mainTitle(y.Title))) && len(y.Title) > len(x.Title):
		x.Title = y.Title // it has the subtitle
	case y.Title != "" && richer:
		x.Title = y.Title
	}
	if x.ContainerTitle == "" || y.ContainerTitle != "" && richer {
		x.ContainerTitle = y.ContainerTitle
	}
	x.Issued, x.Accessed = fullerDate(x.Issued, y.Issued), fullerDate(x.Accessed, y.Accessed)
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&x.CollectionTitle, y.CollectionTitle},
		{&x.CollectionNumber, y.CollectionNumber},
		{&x.Issue, y.Issue},
		{&x.Number, y.Number},
		{&x.Edition, y.Edition},
		{&x.Publisher, y.Publisher},
		{&x.PublisherPlace, y.PublisherPlace},
		{&x.Authority, y.Authority},
		{&x.Genre, y.Genre},
		{&x.Archive, y.Archive},
		{&x.ArchiveLocation, y.ArchiveLocation},
		{&x.DOI, y.DOI},
		{&x.ISBN, y.ISBN},
		{&x.ISSN, y.ISSN},
		{&x.PMID, y.PMID},
		{&x.URL, y.URL},
		{&x.Language, y.Language},
	} {
		*f.to = cmp.Or(*f.to, f.from)
	}
	w.pages, w.volumes = seen(w.pages, o.pages...), seen(w.volumes, o.volumes...)
}

// item is the work's fields. Of several pages only a range can be those of the
// whole work, and none is where the volume itself is the work; of several
// volumes none is.
func (w *work) item() article.Item {
	it := w.fields
	it.Page, it.Volume = "", ""
	if len(w.volumes) == 1 {
		it.Volume = w.volumes[0]
	}
	if it.Title == "" && len(it.Author) == 0 && len(w.pages) > 1 {
		return it
	}
	best := 0
	for _, p := range w.pages {
		if span := pageSpan(p); span > best || len(w.pages) == 1 {
			best, it.Page = span, p
		}
	}
	return it
}

// pageSpan is the number of steps from the first page of a range to its last,
// 0 for what is none. "123–8" ends on page 128.
func pageSpan(s string) int {
	from, to, ok := strings.Cut(strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-").Replace(s), "-")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if !ok || from == "" || to == "" {
		return 0
	}
	if len(to) < len(from) {
		to = from[:len(from)-len(to)] + to
	}
	a, errA := strconv.Atoi(from)
	b, errB := strconv.Atoi(to)
	if errA != nil || errB != nil || b < a {
		return 0
	}
	return b - a
}

// fullerType is the more telling of two types.
func fullerType(x, y string) string {
	vague := []string{"", "document", "webpage", "article"}
	if slices.Index(vague, y) >= 0 && (slices.Index(vague, x) < 0 || slices.Index(vague, x) >= slices.Index(vague, y)) {
		return x
	}
	if slices.Contains(vague, x) {
		return y
	}
	return x
}

// fullerNames is the list that says more: more people, then more letters.
func fullerNames(x, y []article.Name) []article.Name {
	size := func(list []article.Name) (n int) {
		for _, a := range list {
			n += len(a.Family) + len(a.Given) + len(a.Literal) + len(a.Particle) + len(a.Suffix)
		}
		return n
	}
	if c := cmp.Compare(len(y), len(x)); c > 0 || c == 0 && size(y) > size(x) {
		return y
	}
	return x
}

// filled counts the fields that tell how well a citation was read.
func filled(it *article.Item) (n int) {
	for _, known := range []bool{
		len(it.Author) > 0, it.Title != "", it.ContainerTitle != "", it.Volume != "", it.Issue != "", it.Page != "",
		it.Publisher != "", it.PublisherPlace != "", it.Issued.Year() != 0, it.DOI != "", it.ISBN != "",
	} {
		if known {
			n++
		}
	}
	return n
}

// fullerDate is the more exact of two dates.
func fullerDate(x, y *article.Date) *article.Date {
	exact := func(d *article.Date) (n int) {
		if d == nil {
			return -1
		}
		for _, p := range d.Parts {
			n += 2 * len(p)
		}
		if d.Season > 0 {
			n++
		}
		return n
	}
	if exact(y) > exact(x) {
		return y
	}
	return x
}
