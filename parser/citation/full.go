package citation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

var (
	hereinafter = pattern.New(`(?i)[\[(（]\s?(?:hereinafter|hereafter|henceforth|(?:cited|referred to|abbreviated) (?:hereafter|hereinafter|below|henceforth|throughout)(?: as)?|(?:cited|referred to|abbreviated|abbrev\.) as|im folgenden|zit\.\sals|zitiert\sals|zitiert|nachfolgend|fortan|ci-après|désormais|en adelante|en lo sucesivo|citado como|di seguito|hierna|herefter|heretter|d'ora in poi|doravante|далее|이하|以下簡稱|以下简称|以下)(?:\s(?:cited as|referred to as|cited|zit\.|zitiert als|cité))?\s?[:：—–-]?\s?[“"„«「『]?([^\])）”"“»」』]{1,80})[”"“»」』]?[\])）]?`)
	citedAs     = pattern.New(`(?i)[,;.]\s(?:cited\s|referred to\s)?(?:hereafter|hereinafter|henceforth|below)\s(?:cited\s|referred to\s)?as\s[“"„«]?([^.,;“”"«»]{2,60})[”"»]?\.?$`)
	acronym     = pattern.New(`\(\s?(\p{Lu}[\p{Lu}\p{N}&.-]{1,11}(?:\s(?:1[4-9]|20)\d\d)?)\s?\)`)
	// nicknamed is what law calls a statute or a case from here on: "(the 1996
	// Act)", "(‘Faros’)".
	nicknamed = pattern.New(`\((?:the\s((?:(?:1[4-9]|20)\d\d\s)?\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,5})|(?:the\s)?[“"‘']([\p{Lu}\d][^)(”"’]{1,60})[”"’'])\)`)
	// calledLaw is what a law is called for short, at the end of its citation: "(Lei da Água)".
	calledLaw = pattern.New(`\((\p{Lu}\p{Ll}[^()“”"]{3,60})\)\.?$`)
	// fromHere is such a name in a sentence of its own, as in "Hereafter CJH".
	fromHere = pattern.New(`(?i)[,;.]\s(?:cited\s|abbreviated\s)?(?:hereafter|hereinafter|henceforth|im folgenden|fortan|ci-après|désormais)[:,]?\s(?:abbreviated\s(?:as\s)?|zit(?:iert|\.)?\s(?:als\s)?|citée?\s|abrégée?\s(?:en\s)?|notée?\s|abreviado\s|citado\s(?:como\s)?|abbreviato\s|citato\s(?:come\s)?)?[“"„«]?(\p{Lu}[\p{L}\p{N}&’'-]*(?:\s[\p{L}\p{N}&’'-]+){0,4})[”"»]?\.?$`) //nolint:misspell // other languages
)

// possessiveFull is an author who owns the work that a sentence names with its
// imprint: "The standard account is Ada Moor’s Tolls (Leeds, 1949)".
var possessiveFull = pattern.New(`^(?:[\p{L}][\p{L}’'-]*\s){0,12}?((?:\p{Lu}[\p{L}.-]*\s){1,3}\p{Lu}[\p{L}-]+)[’']s\s["“]?\p{Lu}`)

// heldPage is a work that another one quotes, up to the page there: "…, cited in
// A. Smith, Tides (London: Pier, 1990), 60".
var heldPage = pattern.New(`(?i)[,;.(]\s?(?:as\s)?(?:quoted|cited|qtd\.|reprinted|repr\.|citée?s?|cités?|citad[oa]s?|zit\.|zitiert)\s(?:in|nach|by|par|por|en)\s.*\),\s(?:pp?\.\s|S\.\s)?\d+(?:[–-]\d+)?\.?$`)

// fullFields reads the fields of a full reference. sameAuthor says that the
// author is not in it (idem).
// next is where a second work by the same author begins, or 0.
func (p *noteParser) fullFields(r *reading, x span, sameAuthor bool) (next int) {
	r.tags = tagsOf(p.s[x.start:x.end])
	x.start += p.lead(x)
	owner := possessiveFull.FindStringSubmatch(p.s[x.start:x.end])
	if owner != nil && (!fields.GivenName(owner[1]) || !parenPub.MatchString(p.s[x.start+len(owner[0]):x.end])) {
		owner = nil
	}
	if owner != nil {
		_, first := utf8.DecodeLastRuneInString(owner[0])
		x.start += len(owner[0]) - first
	}
	got := readFields(p.source(x, sameAuthor || owner != nil))
	r.item = got.Item
	if owner != nil {
		r.item.Author, _ = fields.Names(owner[1], p.familyFirst)
	}
	r.fields = make(map[string]placedField, len(got.Fields))
	for name, f := range got.Fields {
		r.fields[name] = placedField{span{x.start + f.Start, x.start + f.End}, f.Confidence}
	}
	if r.loc = got.Locator; r.loc != nil {
		r.loc.Label = labelOf(r.loc.Label)
	}
	if l := p.hereBehind(x); l != nil {
		r.loc = l
	}
	if m := heldPage.FindStringIndex(p.s[x.start:x.end]); r.loc == nil && m != nil {
		r.loc = p.locator(span{x.start + strings.LastIndexByte(p.s[x.start:x.end], ')') + 1, x.end})
	}
	if r.item.Type == "legislation" && slices.Contains(r.tags, r.item.Publisher) {
		r.item.Publisher = "" // "(IWAA 1944)" is what the act is called from here on
		delete(r.fields, "publisher")
	}
	asOfficial(&r.item, p.s[x.start:x.end])
	if n, letters := p.shelfmark(x); n > 0 && (letters || !p.fullOtherwise(x)) {
		p.asShelfmark(r, x, n)
	}
	if got.Next == 0 {
		return 0
	}
	return x.start + got.Next
}

// fulls reads a full reference, and the further works of its author that it
// names: "A. Smith, Tides (1990) and Salt (1991)".
func (p *noteParser) fulls(r reading, x span) []reading {
	const most = 8
	r.kind = article.Full
	next := p.fullFields(&r, x, false)
	out := []reading{r}
	for next > 0 && len(out) < most {
		start := next + strings.IndexByte(p.s[next:], ' ') + 1
		last := &out[len(out)-1]
		last.span.end = next
		more := reading{kind: article.Full, span: span{start, x.end}}
		next = p.fullFields(&more, span{start, x.end}, true)
		more.item.Author = r.item.Author
		out = append(out, more)
	}
	return out
}

// source is a stretch of the note as the reader of fields wants it.
func (p *noteParser) source(x span, sameAuthor bool) fields.Source {
	inside := func(list []span) []fields.Span {
		var out []fields.Span
		for _, s := range list {
			if s.start >= x.start && s.end <= x.end {
				out = append(out, fields.Span{Start: s.start - x.start, End: s.end - x.start})
			}
		}
		return out
	}
	var addresses []span
	for _, u := range p.urls {
		if u.Form != article.Href || u.Visible != "" {
			addresses = append(addresses, span{u.at, u.end})
		}
	}
	return fields.Source{
		Text: p.s[x.start:x.end], Quotes: inside(p.mask.quotes), Italics: inside(p.italics), Addresses: inside(addresses), Authors: inside(p.authors),
		Linked: p.hasURL(x), SameAuthor: sameAuthor, FamilyFirst: p.familyFirst, Turned: p.turnedNames,
	}
}

// tagsOf are the names that a reference defines for its work.
func tagsOf(text string) []string {
	var tags []string
	for _, m := range hereinafter.FindAllStringSubmatch(text, 3) {
		tags = append(tags, strings.Trim(m[1], " .,:;'’‘“”\""))
	}
	if m := citedAs.FindStringSubmatch(text); m != nil {
		tags = append(tags, strings.Trim(m[1], " .,;:'’‘“”\""))
	}
	if m := fromHere.FindStringSubmatch(text); m != nil {
		tags = append(tags, strings.TrimSpace(m[1]))
	}
	for _, m := range nicknamed.FindAllStringSubmatch(text, 3) {
		tags = append(tags, strings.TrimSpace(m[1]+m[2]))
	}
	if m := calledLaw.FindStringSubmatch(text); m != nil && (fields.Law(text) || official(text) == "legislation") {
		tags = append(tags, strings.TrimSpace(m[1]))
	}
	for _, m := range acronym.FindAllStringSubmatch(text, 3) {
		tags = append(tags, m[1])
	}
	return tags
}

// titleFields reads a title that follows a word for the same author.
func (p *noteParser) titleFields(r *reading, x span) {
	if t, ok := p.title(x); ok {
		r.item.Title = cleanTitle(t.text(p.s))
		r.loc = p.locator(span{t.end, x.end})
		return
	}
	parts := splitTop(p.s[x.start:x.end])
	if len(parts) > 0 {
		r.item.Title = cleanTitle(parts[0])
	}
}
