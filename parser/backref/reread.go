package backref

import (
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// provision matches a numbered provision of a code or regulation under its
// acronym: "FAR 39.103(b)". It is complete as it stands, however often the
// code is cited.
var provision = pattern.New(`^(?:\p{Lu}{2,}\.?|(?:\p{Lu}\.){2,})(?:\s§§?)?\s\d+\.\d[\d.\-–]*(?:\([\p{L}\d]+\))*\.?$`)

// idAt matches "Id. at 12", which is never the author alone.
var idAt = pattern.New(`^(?i:id)\.,?\s(?:at\s|¶|§)`)

// partOfWork is what a part of a book is called where its own title would stand.
var partOfWork = pattern.New(`^(?i:(?:the\s|l['’]|la\s|die\s)?(?:introduction|preface|foreword|afterword|prologue|epilogue|conclusion|appendix|introductory essay|editors?[’']s?[’']? (?:introduction|preface|note)|einleitung|einführung|vorwort|nachwort|geleitwort|avant-propos|préface|postface|introducción|prólogo|epílogo|prefacio|introduzione|prefazione|introdução|prefácio|inleiding|voorwoord|wstęp|przedmowa|úvod|předmluva|предисловие|введение))$`)

// authorYear matches a surname, or several, and a year: "Müllner 1987, S. 9".
var authorYear = pattern.New(`^(\p{Lu}[\p{L}\p{M}'’\-]+(?:(?:(?:,| and| und| et| y| &| u\.)? |/)\p{Lu}[\p{L}\p{M}'’\-]+){0,3}),? \(?(\d{4})[a-z]?\)?(?:[,:.;]|$)`)

// easternYear matches an East Asian name and a year: "노재훈(2011), 110쪽".
var easternYear = pattern.New(`^((?:\p{Hangul}|\p{Han}){2,5})\s?[(（](\d{4})[a-z]?[)）](?:[,，、:：.]|\s|$)`)

// reread mends the kind of a citation that its words alone leave open.
func (r *resolver) reread(c *article.Citation) {
	if c.Kind == article.Full {
		r.yearOf(c)
		r.dayOf(c)
		r.titleWithYear(c)
		r.taggedAs(c)
		r.entryOf(c)
		r.collected(c)
	}
	if c.Kind == article.Commentary && len(c.Text) < 80 {
		r.taggedAs(c)
	}
	if c.Kind != article.Short {
		return
	}
	if c.Back.Device == article.NameOnly && c.Item.Title != "" {
		r.taggedAs(c)
	}
	if len(c.Item.Author) > 0 && partOfWork.MatchString(c.Item.Title) {
		c.Item.Title = "" // "Moor, introduction, 4"
	}
	text := c.Text[min(len(c.Signal), len(c.Text)):]
	switch {
	case c.Back.Device == article.NameOnly && provision.MatchString(text):
		c.Kind, c.Back = article.Full, article.Back{}
		c.Item.Author, c.Item.Title = nil, text
	case c.Back.Device == article.IdemDevice && idAt.MatchString(c.Text):
		c.Kind, c.Back.Device, c.Item = article.Ibid, article.IbidDevice, article.Item{}
	}
}

// dayOf takes a newspaper and a day, or a letter and its day, for a short form,
// if one piece of that day was cited before: "Fall River Herald, 3 May 1874".
func (r *resolver) dayOf(c *article.Citation) {
	if c.Item.Title != "" || len(c.URLs) > 0 || c.Item.Archive != "" || c.Item.Publisher != "" {
		return
	}
	if len(c.Item.Author) > 0 && !letter.MatchString(c.Text) {
		return
	}
	if key := dayKey(c); key != "" && len(r.past.byDay[key]) == 1 && saysLess(&c.Item, r.past.works[r.past.byDay[key][0]].item) {
		c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
		c.Item = article.Item{ContainerTitle: c.Item.ContainerTitle, Issued: c.Item.Issued}
	}
}

// datedEntry is an author, the book in which he wrote day by day, and a day:
// "Tremlett, diary, 10 August 1804".
var datedEntry = pattern.New(`^(\p{Lu}[\p{L}'’-]+),\s(?i:(diary|journal|log|logbook|letterbook|daybook|notebook|memorandum book|tagebuch|notizbuch|carnet|diario|dagboek|dagbok|dagbog|dziennik|deník)),\s\d{1,2}\.?\s\p{L}+\s\d{4}\.?$`)

// entryOf takes such an entry for a short form, if another one of that book was
// cited with the archive that keeps it.
func (r *resolver) entryOf(c *article.Citation) {
	m := datedEntry.FindStringSubmatch(strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):]))
	if m == nil {
		return
	}
	named := article.Citation{Item: article.Item{Author: []article.Name{{Family: m[1], Incomplete: true}}}}
	for _, id := range r.past.candidates(&named) {
		w := r.past.works[id]
		if w.item.Archive != "" && says(w.said(r.a), titleWords(m[2])) && (r.past.known(&named, w) > 0 || says(w.said(r.a), titleWords(m[1]))) {
			c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
			c.Item = article.Item{Author: named.Item.Author, Title: m[2]}
			return
		}
	}
}

// datedTitle is a name, a title that ends with a year, and a page: "IHU, Annual
// Report 1931, 12".
var datedTitle = pattern.New(`^(\p{Lu}[^,;:“”"]{1,80}),\s[“"„«]?(\p{Lu}[^,;:“”"()]{2,120}\s(?:1[5-9]|20)\d\d)[”"“»]?(?:,\s[”"]?(?:(pp?\.|S\.|p\.)\s?)?(\d{1,4}(?:[–-]\d+)?))?\.?$`)

// saysLess says whether a newspaper and a day are less than what was cited of
// that day before: a piece by its title, or a page of it.
func saysLess(i, before *article.Item) bool {
	return before.Title != "" || before.Archive != "" || before.Page != "" && (i.Page == "" || i.Page == before.Page)
}

// titleWithYear takes a work for a short form whose only year is part of its
// title, if that title was cited before under the same name.
func (r *resolver) titleWithYear(c *article.Citation) {
	if c.Item.Publisher != "" || len(c.URLs) > 0 || c.Item.Volume != "" && c.Item.Issued != nil || c.Item.Archive != "" {
		return
	}
	text := strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):])
	m := datedTitle.FindStringSubmatch(text)
	if m == nil {
		r.titleAlone(c, text)
		return
	}
	words := titleWords(m[2])
	named := article.Citation{Item: article.Item{Author: []article.Name{{Literal: m[1]}}}}
	if len(c.Item.Author) > 0 {
		named.Item.Author = c.Item.Author
	}
	known := append(r.past.candidates(&named), r.past.saying(words)...) // the latter by part of a body's name
	for _, id := range known {
		w := r.past.works[id]
		byName := r.past.known(&named, w) > 0 || says(w.said(r.a), titleWords(m[1]))
		if byName && len(words) >= 3 && says(w.said(r.a), words) {
			c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
			c.Item = article.Item{Author: named.Item.Author, Title: m[2]}
			if r.past.known(&named, w) == 0 {
				c.Item.Author = w.names // the body's whole name
			}
			if c.Locator == nil && m[4] != "" {
				c.Locator = &article.Locator{Label: "page", Value: m[4]}
			}
			return
		}
	}
}

// datedAlone is a title that ends with a year, and a page.
var datedAlone = pattern.New(`^["“„«]?(\p{Lu}[^,;:“”"()]{6,120}\s(?:1[5-9]|20)\d\d)[”"»]?,\s[”"]?(?:(?:pp?|S|s)\.\s)?(\d{1,4}(?:[–-]\d+)?)\.?$`)

// titleAlone is titleWithYear for a title without a name, if one work alone has
// its words in a row: "Annual Report for 1868, 16".
func (r *resolver) titleAlone(c *article.Citation, text string) {
	m := datedAlone.FindStringSubmatch(text)
	if m == nil {
		return
	}
	words := titleWords(m[1])
	if len(words) < 3 {
		return
	}
	fit := 0
	for _, id := range r.past.saying(words) {
		if says(r.past.works[id].said(r.a), words) {
			fit++
		}
	}
	if fit == 1 {
		c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
		c.Item = article.Item{Title: m[1]}
		c.Locator = &article.Locator{Label: "page", Value: m[2]}
	}
}

// letterIn is a letter in a collection that is named in short: "Moor to Quay, 9
// June 1711, in Moor Correspondence, 2:46".
var letterIn = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*\s){0,3}(\p{Lu}[\p{L}'’-]*)\s(?:to|an|à|a)\s(?:\p{Lu}[\p{L}.'’-]*\s?){1,4},\s[^;:()]{4,40},\s(?:in|en|dans):?\s(\p{Lu}[^,;:()]{4,80}),\s`)

// collected takes such a letter for a short form of the collection, if that was
// cited in full before.
func (r *resolver) collected(c *article.Citation) {
	if c.Item.Publisher != "" || len(c.Item.Editor) > 0 || len(c.URLs) > 0 || c.Item.Archive != "" {
		return
	}
	m := letterIn.FindStringSubmatch(strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):]))
	if m == nil {
		return
	}
	words := titleWords(m[2])
	for _, id := range r.past.saying(words) {
		if len(words) >= 2 && says(r.past.works[id].said(r.a), words) {
			c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
			c.Item = article.Item{Author: []article.Name{{Family: m[1], Incomplete: true}}, Title: m[2]}
			return
		}
	}
}

// taggedAs takes a name that a full citation defined for its work, and a place
// in it, for a short form, whatever else the two look like: "the 1996 Act, s 6",
// "CJH, A77/B102"; and papers of a collection that has such a name.
func (r *resolver) taggedAs(c *article.Citation) {
	if len(r.past.byTag) == 0 || len(c.Tags) > 0 || len(c.URLs) > 0 {
		return
	}
	text := strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):])
	tag, rest, _ := strings.Cut(text, ",")
	if !placeOnly.MatchString(rest) && !boxOnly.MatchString(rest) {
		tag = strings.TrimRight(text[strings.LastIndex(text, ",")+1:], ". ")
	}
	tag = strings.TrimSpace(tag)
	ids := r.past.byTag[tagKey(tag)]
	if word, place, ok := strings.Cut(text, " "); len(ids) == 0 && ok && placeOnly.MatchString(" "+place) { // "CRL art 31(3)(c)"
		tag, rest, ids = word, " "+place, r.past.byTag[tagKey(word)]
	}
	if len(ids) == 0 || r.past.authorsTag(r.past.works[ids[0]], tag) {
		return
	}
	if key := dayKey(c); key != "" && letter.MatchString(text) && len(r.past.byDay[key]) == 0 && tag == strings.ToUpper(tag) {
		return // a letter of another day, by the letters of the archive
	}
	if !placeOnly.MatchString(rest) && r.past.works[ids[0]].item.Archive == "" {
		return // only papers stand before the name of what holds them
	}
	c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
	c.Item = article.Item{Title: tag}
}

// boxOnly is a place in a collection.
var boxOnly = pattern.New(`^\s?(?i:(?:,?\s?(?:box|folder|file|carton|reel|ms\.?|vol\.|f\.|fols?\.|kasten|karton|mappe|dossier|liasse|carton|legajo|busta|fasc\.)\s?[\d\p{L}/.–-]+)+)\.?$`)

// placeOnly is what may follow a work's name where it is cited again: "s 6",
// "A77/B102", "pp. 3–9", "art. 4 Abs. 2".
var placeOnly = pattern.New(`^(?:[\s,]*(?:\p{Ll}{1,7}\.?|§+|¶+|Abs\.|Art\.|Rn\.|Rz\.|Nr\.|FJ|S\.|C\.)?\s?(?:\p{Lu}?\d{1,3}[\d/.()\p{Ll}ºª°–-]*|\p{Lu}\d+(?:/\p{Lu}\d+)?|[ivxlc]+))*\.?$`)

// yearOf takes an author and a year for a short form, if a work of the two was
// cited before.
func (r *resolver) yearOf(c *article.Citation) {
	if c.Item.Title != "" || c.Item.ContainerTitle != "" || c.Item.Publisher != "" || len(c.URLs) > 0 {
		return
	}
	text := strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):])
	m := authorYear.FindStringSubmatch(text)
	eastern := m == nil
	if eastern {
		m = easternYear.FindStringSubmatch(text)
	}
	if m == nil {
		return
	}
	year, _ := strconv.Atoi(m[2]) // four digits, as matched
	var names []article.Name
	for _, w := range strings.FieldsFunc(m[1], func(r rune) bool { return strings.ContainsRune(" ,&./", r) }) {
		if strings.ToLower(w) != w || eastern {
			names = append(names, article.Name{Family: w, Incomplete: true})
		}
	}
	ids := r.past.byName[surnames(names[0])[0]]
	for _, id := range ids[max(0, len(ids)-maxCandidates):] {
		if r.past.works[id].item.Issued.Year() == year {
			c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
			c.Item = article.Item{Author: names, Issued: &article.Date{Parts: [][]int{{year}}}}
			return
		}
	}
}
