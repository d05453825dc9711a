package citation

import (
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/parser/batch"
	"ibid/parser/document"
	"ibid/pattern"
)

// maxNote is how much of a note is read for citations, in bytes; what comes
// after it in a longer one is left as prose.
const maxNote = 64 << 10

// Parse fills the citations and addresses of an article's notes, and the
// addresses of its body.
func Parse(a *article.Article) {
	body := make([][]article.URL, len(a.Body))
	batch.Each(len(body), func(i int) { body[i] = FindURLs(a.Body[i].Text, a.Body[i].Styles, a.Meta.URL, a.Text) })
	a.URLs = slices.Concat(body...)
	unread := make([][]span, len(a.Notes))
	of := manners{italicNames: namesInItalics(a.Notes), romanNotes: inRoman(a.Notes), turnedNames: namesTurned(a.Notes)}
	batch.Each(len(a.Notes), func(i int) { unread[i] = parseNote(&a.Notes[i], a, of) })
	of.known = worksOf(a)
	batch.Each(len(a.Notes), func(i int) {
		if n := &a.Notes[i]; of.known.mayBeIn(n.Text.String, unread[i]) || of.known.crowded(n) {
			parseNote(n, a, of)
		}
		for c := range a.Notes[i].Citations {
			of.known.leadOff(&a.Notes[i].Citations[c])
		}
	})
	shortDated(a)
}

// manners are what the notes of an article tell of each of them.
type manners struct {
	known       knownWorks // empty at first
	italicNames bool       // italics mark authors, and no titles
	romanNotes  bool       // the notes have Roman numbers
	turnedNames bool       // references begin with "Family, Given:"
}

// noteParser reads one note.
type noteParser struct {
	note    *article.Note
	s       string
	mask    mask
	urls    []placed
	italics []span
	authors []span       // italics that mark a name
	stopped []span       // references whose parts full stops part
	apart   []int        // where references begin that a word parts from the one before
	flags   []uint8      // for each byte of s, what it is part of
	titles  []span       // quotations and italics that may be titles
	leads   map[span]int // what was found to lead up to references
	// language is the article's, its primary part only: "en".
	language string
	// familyFirst says that names are written family name first (Hungarian).
	familyFirst bool
	manners
	unread []span // the stretches that are prose
}

// parseNote reads a note with what is known of its article, and gives the stretches
// of prose in which it would find a short form of a known work.
func parseNote(n *article.Note, a *article.Article, of manners) (unread []span) {
	f := urlFinder{t: n.Text, s: n.Text.String, src: a.Text, base: a.Meta.URL, glosses: a.Flavor == "mediawiki"}
	f.hrefs(n.Styles)
	f.written()
	sortPlaced(f.found)
	n.URLs = n.URLs[:0]
	for _, u := range f.found {
		n.URLs = append(n.URLs, u.URL)
	}
	p := &noteParser{note: n, s: n.Text.String[:min(len(n.Text.String), maxNote)], urls: f.found, familyFirst: strings.HasPrefix(a.Meta.Language, "hu"), manners: of}
	p.language, _, _ = strings.Cut(a.Meta.Language, "-")
	var addresses []span
	for _, u := range f.found {
		if u.Form != article.Href || u.Visible != "" {
			addresses = append(addresses, span{u.at, min(u.end, len(p.s))})
		}
	}
	p.mask = readMask(p.s, addresses)
	for _, st := range n.Styles {
		if st.Style.Has(document.Italic) && st.End <= len(p.s) && !quotesTitle(p.s[st.Start:st.End]) {
			p.addItalic(span{st.Start, st.End})
		}
	}
	p.italics = slices.DeleteFunc(p.italics, func(q span) bool {
		name := p.italicName(q)
		if name {
			p.authors = append(p.authors, q)
		}
		return name
	})
	if slices.ContainsFunc(p.italics, func(q span) bool { return wholeReference.MatchString(q.text(p.s)) && !p.yearBefore(q) }) {
		p.italics = slices.DeleteFunc(p.italics, func(q span) bool { return p.nextToYear(q) })
	}
	p.flag()
	p.findTitles()
	n.Citations = p.citations()
	return p.unread
}

// quotesTitle says whether italics hold a whole reference, quotations and all, and
// mark no title. The title itself may quote: "The “Lower Branch” of the Bar".
func quotesTitle(s string) bool {
	return strings.ContainsAny(s, "\"“”") && (strings.ContainsAny(s, "0123456789") || besideQuote.MatchString(s))
}

// besideQuote is a comma or a stop that parts a quotation from what stands before
// it or behind.
var besideQuote = pattern.New(`[,.:]\s["“]|[,.]["”]\s|["”][,.]\s`)

// wholeReference is a stretch in italics that holds more than a title: the year
// behind it is in italics too, as some pages have it whose markup says
// "citation" of the whole.
var wholeReference = pattern.New(`,.*[\s,]1[5-9]\d\d(?:/\d{2,4})?[.)]?$|,.*[\s,]20\d\d(?:/\d{2,4})?[.)]?$`)

// yearBefore says whether a year stands right before a stretch in italics, so that
// the one in it is the title's: "2019. *Defendants in Counties, 2009*".
func (p *noteParser) yearBefore(q span) bool {
	head := strings.TrimRight(p.s[:q.start], " ")
	if strings.HasSuffix(head, ",") {
		return false
	}
	head = strings.TrimRight(head, ".:)")
	return len(head) >= 4 && nextYear(head, len(head)-4, len(head)-4) >= 0
}

// nextToYear says whether italics hold a year at their end, or a comma.
func (p *noteParser) nextToYear(q span) bool {
	t := strings.TrimRight(q.text(p.s), " .)")
	return strings.Contains(t, ",") || len(t) > 4 && nextYear(t, len(t)-4, len(t)-4) >= 0
}

// addItalic joins stretches of italics that only a space parts.
func (p *noteParser) addItalic(s span) {
	if k := len(p.italics); k > 0 && s.start-p.italics[k-1].end <= 1 {
		p.italics[k-1].end = s.end
		return
	}
	p.italics = append(p.italics, s)
}

// citations are the references of the note, or one entry of commentary.
func (p *noteParser) citations() []article.Citation {
	var list []reading
	for _, g := range p.groups() {
		list = append(list, p.read(g)...)
	}
	out := make([]article.Citation, 0, len(list))
	for i, r := range list {
		if i+1 < len(list) && p.passage(r) {
			continue
		}
		out = append(out, p.make(r))
	}
	if len(out) == 0 {
		s := p.note.Text.String
		return []article.Citation{{Kind: article.Commentary, End: len(s), Text: s, Span: p.note.Span, URLs: p.note.URLs}}
	}
	return out
}

// passage says whether what was read as a title alone is a sentence that the
// note quotes, whose source comes behind it.
func (p *noteParser) passage(r reading) bool {
	if r.kind != article.Short || r.back.Device != article.NameOnly {
		return false
	}
	t, ok := p.title(r.span)
	if len(r.item.Author) > 0 { // "Moor writes that “the law is never salt.”"
		return ok && p.quotedAt(t.start) && r.loc == nil && sentenceLike(t.text(p.s)) && p.announces(span{r.span.start, t.start})
	}
	if !ok || t.start-r.span.start > 4 || r.span.end-t.end > 6 || !strings.ContainsAny(p.s[max(t.start, t.end-1):t.end], ".?!") {
		return false
	}
	return mostlySmall(t.text(p.s))
}

// groups puts together the pieces of the note that make one reference.
func (p *noteParser) groups() []span {
	var out []span
	semicolon := false
	pieces := p.pieces()
	for i := 0; i < len(pieces); i++ {
		x := p.trim(pieces[i])
		if x.start >= x.end {
			continue
		}
		if last := p.byStops(pieces, i); last > i {
			x.end, i = p.trim(pieces[last]).end, last
			p.stopped = append(p.stopped, x)
			out = append(out, x)
		} else if n := len(out); n > 0 && p.joins(out[n-1], x, semicolon) {
			out[n-1].end = x.end
		} else {
			out = append(out, x)
		}
		rest := strings.TrimLeft(p.s[x.end:], ".!?)]”\"’ ")
		semicolon = strings.HasPrefix(rest, ";") || strings.HasPrefix(rest, "；")
	}
	return out
}

// trim takes white space and stray punctuation off a piece.
func (p *noteParser) trim(x span) span {
	t := p.s[x.start:x.end]
	x.start += len(t) - len(strings.TrimLeft(t, " .,;:"))
	x.end -= len(t) - len(strings.TrimRight(t, " ;"))
	return x
}

// reading is one reference as it was read.
type reading struct {
	kind   article.Kind
	span   span // with its signal
	signal string
	back   article.Back
	loc    *article.Locator
	item   article.Item
	fields map[string]placedField
	tags   []string
	full   *reading // how a short form reads if it is a full citation
}

// placedField is where a field stands in the note.
type placedField struct {
	span
	confidence float64
}

// make turns a reading into a citation.
func (p *noteParser) make(r reading) article.Citation {
	end := r.span.end
	for end > r.span.start && strings.ContainsRune(" ;,", rune(p.s[end-1])) {
		end--
	}
	c := article.Citation{
		Kind: r.kind, Start: r.span.start, End: end, Text: p.s[r.span.start:end], Span: p.note.Text.Span(r.span.start, end),
		Signal: r.signal, Locator: r.loc, Item: r.item, Tags: r.tags, Back: r.back,
	}
	for _, u := range p.urls {
		if u.at >= r.span.start && u.at < end {
			c.URLs = append(c.URLs, u.URL)
		}
	}
	if c.Kind == article.Full {
		linkItem(&c.Item, c.URLs)
	}
	c.Fields = p.inSource(r.fields)
	if r.full != nil {
		c.IfFull = &article.Reading{Item: r.full.item, Fields: p.inSource(r.full.fields), Locator: r.full.loc, Tags: r.full.tags}
		linkItem(&c.IfFull.Item, c.URLs)
	}
	return c
}

// linkItem gives an item its addresses.
func linkItem(it *article.Item, urls []article.URL) {
	if len(urls) == 0 {
		return
	}
	it.URL = urls[0].Address
	for _, u := range urls {
		if doi, ok := strings.CutPrefix(u.Address, "https://doi.org/"); ok && it.DOI == "" {
			it.DOI = doi
		}
	}
}

// inSource tells where fields stand in the source.
func (p *noteParser) inSource(list map[string]placedField) article.Fields {
	if len(list) == 0 {
		return nil
	}
	out := make(article.Fields, 0, len(list))
	for name, f := range list {
		out.Set(article.Field{Name: name, Span: p.note.Text.Span(f.start, f.end), Confidence: f.confidence})
	}
	return out
}
