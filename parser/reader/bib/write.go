package bib

import (
	"strconv"
	"strings"
	"time"

	"ibid/parser/article"
	"ibid/parser/document"
)

// writer puts runs together.
type writer struct{ runs []Run }

func (w *writer) add(s string, style document.Style, href string) {
	if s != "" {
		w.runs = append(w.runs, Run{s, style, href})
	}
}

func (w *writer) plain(s string) { w.add(s, 0, "") }

// addressOf is where a work is to be had.
func addressOf(it *article.Item) string {
	switch {
	case it.URL != "":
		return it.URL
	case it.DOI != "":
		return "https://doi.org/" + it.DOI
	case it.Archive == "arXiv" && it.ArchiveLocation != "":
		return "https://arxiv.org/abs/" + it.ArchiveLocation
	}
	return ""
}

// full writes a work the way of the Chicago Manual's notes.
func full(it *article.Item, locator string) []Run {
	var w writer
	lead := people(it.Author)
	if lead == "" && it.ContainerTitle == "" && len(it.Editor) > 0 {
		lead = people(it.Editor) + editors(len(it.Editor))
	}
	if lead != "" {
		w.plain(lead + ", ")
	}
	switch {
	case it.ContainerTitle != "" && serial(it):
		w.quoted(it, true)
		w.plain(" ")
		w.periodical(it, locator)
	case it.ContainerTitle != "":
		w.quoted(it, true)
		w.plain(" in ")
		w.add(it.ContainerTitle, document.Italic, "")
		if len(it.Editor) > 0 {
			w.plain(", ed. " + people(it.Editor))
		}
		w.imprint(it, locator)
	case it.Type == "webpage" || it.Type == "manuscript" || it.Type == "post-weblog":
		w.quoted(it, it.Publisher != "" || it.Issued != nil || locator != "")
		w.list(" ", it.Publisher, shownDate(it.Issued), locator)
	default:
		w.title(it)
		if len(it.Editor) > 0 && len(it.Author) > 0 {
			w.plain(", ed. " + people(it.Editor))
		}
		w.imprint(it, locator)
	}
	if it.DOI != "" && it.URL != "" && !strings.HasSuffix(it.URL, it.DOI) {
		w.plain(", https://doi.org/" + it.DOI)
	}
	if d := shownDate(it.Accessed); d != "" {
		w.plain(", accessed " + d)
	}
	return w.runs
}

// serial says whether a work stands in a journal or on a site and not in a book.
func serial(it *article.Item) bool {
	return strings.HasPrefix(it.Type, "article") || it.Type == "webpage" || strings.HasPrefix(it.Type, "post") || it.Type == "review" || it.Type == "motion_picture" || it.Type == "broadcast"
}

// title writes the title in italics, with its link.
func (w *writer) title(it *article.Item) {
	t := it.Title
	if t == "" {
		t = "untitled"
	}
	w.add(t, document.Italic, addressOf(it))
}

// quoted writes the title between quotation marks, with a comma where something
// comes behind it. One with such marks in it is set in italics.
func (w *writer) quoted(it *article.Item, comma bool) {
	t, sign := it.Title, ""
	if comma && !strings.HasSuffix(t, "?") && !strings.HasSuffix(t, "!") {
		sign = ","
	}
	if t == "" || strings.ContainsAny(t, "\"“”") {
		w.title(it)
		w.plain(sign)
		return
	}
	w.plain("“")
	w.add(t, 0, addressOf(it))
	w.plain(sign + "”")
}

// list writes what there is, with commas between it.
func (w *writer) list(before string, parts ...string) {
	for _, p := range parts {
		if p != "" {
			w.plain(before + p)
			before = ", "
		}
	}
}

// imprint writes edition, place, publisher, year and the place that is cited.
func (w *writer) imprint(it *article.Item, locator string) {
	if it.Edition != "" {
		w.plain(", " + ordinal(it.Edition))
	}
	if it.Volume != "" {
		w.plain(", vol. " + it.Volume)
	}
	house := it.Publisher
	if it.PublisherPlace != "" && house != "" {
		house = it.PublisherPlace + ": " + house
	} else if house == "" {
		house = it.PublisherPlace
	}
	year := shownDate(it.Issued)
	if y := it.Issued.Year(); y > 0 {
		year = strconv.Itoa(y)
	}
	var inside []string
	for _, p := range []string{it.Genre, house, year} {
		if p != "" {
			inside = append(inside, p)
		}
	}
	if len(inside) > 0 {
		w.plain(" (" + strings.Join(inside, ", ") + ")")
	}
	if locator == "" && it.Type != "book" {
		locator = it.Page
	}
	w.list(", ", locator)
}

// periodical writes what an article stands in.
func (w *writer) periodical(it *article.Item, locator string) {
	w.add(it.ContainerTitle, document.Italic, "")
	if locator == "" {
		locator = it.Page
	}
	if it.Volume == "" && it.Issue == "" {
		w.list(", ", shownDate(it.Issued), locator)
		return
	}
	if it.Volume != "" {
		w.plain(" " + it.Volume)
	}
	if it.Issue != "" {
		w.plain(", no. " + it.Issue)
	}
	if d := shownDate(it.Issued); d != "" {
		w.plain(" (" + d + ")")
	}
	if locator != "" && (locator[0] < '0' || locator[0] > '9') {
		w.list(", ", locator)
		return
	}
	w.list(": ", locator)
}

// people are names as a note has them: "Ivo Kern, Lena Dahl, and Ada Poole".
func people(list []article.Name) string {
	var names []string
	for i := range list {
		n := &list[i]
		s := n.Literal
		if s == "" {
			s = strings.Join(strings.Fields(n.Given+" "+n.Particle+" "+n.Family), " ")
		}
		if n.Suffix != "" {
			s += " " + n.Suffix
		}
		if n.EtAl || len(list) > 10 && i == 6 {
			return strings.Join(append(names, s), ", ") + " et al."
		}
		names = append(names, s)
	}
	return joined(names)
}

func joined(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

func editors(n int) string {
	if n > 1 {
		return ", eds."
	}
	return ", ed."
}

// surnames are those of the authors, or of the editors: three at most.
func surnames(it *article.Item) string {
	list := it.Author
	if len(list) == 0 {
		list = it.Editor
	}
	var names []string
	for i := range list {
		n := &list[i]
		if n.Literal != "" {
			names = append(names, n.Literal)
		} else {
			names = append(names, strings.TrimSpace(n.Particle+" "+n.Family))
		}
		if n.EtAl || len(list) > 3 {
			return names[0] + " et al."
		}
	}
	return joined(names)
}

// shownDate is a date as a note has it: 3 March 2016, March 2016, 2016.
func shownDate(d *article.Date) string {
	if d == nil {
		return ""
	}
	if len(d.Parts) == 0 || len(d.Parts[0]) == 0 {
		return d.Literal
	}
	p := d.Parts[0]
	s := strconv.Itoa(p[0])
	if len(p) > 1 && p[1] >= 1 && p[1] <= 12 {
		s = time.Month(p[1]).String() + " " + s
		if len(p) > 2 {
			s = strconv.Itoa(p[2]) + " " + s
		}
	}
	if d.Circa {
		s = "c. " + s
	}
	return s
}

// ordinal is an edition as a note has it.
func ordinal(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		if strings.HasSuffix(s, "ed.") || strings.Contains(strings.ToLower(s), "edition") {
			return s
		}
		return s + " ed."
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix + " ed."
}
