package citation

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
)

func sortPlaced(list []placed) {
	sort.SliceStable(list, func(i, j int) bool { return list[i].at < list[j].at })
}

// read reads a group: usually one reference, none for prose, several for a
// list of note numbers or a sentence that holds more than one.
func (p *noteParser) read(g span) []reading {
	r := reading{span: g}
	body := g
	for range 2 {
		n := signal(p.s[body.start:body.end])
		if n == 0 || n >= body.end-body.start {
			break
		}
		body.start += n
	}
	if n := p.siehe(body); n > 0 {
		body.start += n
	}
	r.signal = strings.Trim(p.s[g.start:body.start], " ,:")
	for body.start < body.end && strings.ContainsRune("([ ", rune(p.s[body.start])) {
		body.start++
	}
	if out, ok := p.cjkBack(r, body); ok {
		return []reading{out}
	}
	if m := cjkNote.FindString(p.s[body.start:body.end]); m != "" {
		if out, ok := p.byNumber(r, body); ok {
			return out // 前掲注1: the word for the work is part of that for the note
		}
	}
	if h, ok := p.find(body); ok {
		if before, isFull := p.fullBefore(r, span{body.start, h.start}); isFull {
			rest := reading{span: span{h.start, g.end}}
			return []reading{before, p.byWord(rest, rest.span, h)}
		}
		return []reading{p.byWord(r, body, h)}
	}
	if m := bareSupra.FindStringSubmatchIndex(p.s[body.start:body.end]); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.Supra, Word: p.s[body.start+m[4] : body.start+m[5]], Direction: article.Above}
		p.shortFields(&r, span{body.start, body.start + m[3]})
		r.loc = p.locator(span{body.start + m[5], body.end})
		return []reading{r}
	}
	full := p.looksFull(body)
	if !full || oscolaN.MatchString(p.s[body.start:body.end]) {
		if out, ok := p.byNumber(r, body); ok {
			return out
		}
	}
	if m := shortCase.FindStringSubmatchIndex(p.s[body.start:body.end]); m != nil {
		return []reading{p.shortCaseForm(r, body, m)}
	}
	if full {
		return p.fulls(r, body)
	}
	if p.looksShort(body) {
		if p.byVolume(body) {
			return p.fulls(r, body)
		}
		r.kind = article.Short
		r.back.Device = article.NameOnly
		full := r
		p.fullFields(&full, body, false)
		r.full = &full
		p.shortFields(&r, body)
		return []reading{r}
	}
	if out := p.inBrackets(body); out != nil {
		return out
	}
	return p.afterSee(body)
}

// siehe is the length of "S. " for siehe at the start of a German reference,
// which an initial looks like: a name after it ends at a comma or colon.
func (p *noteParser) siehe(x span) int {
	text := p.s[x.start:x.end]
	if p.language != "de" || !strings.HasPrefix(text, "S. ") {
		return 0
	}
	head := text[3:]
	if first, _ := utf8.DecodeRuneInString(head); unicode.IsLower(first) {
		return 3
	}
	if end := strings.IndexAny(head, ",:"); end >= 0 && len(strings.Fields(head[:end])) <= 2 {
		return 0
	}
	return 3
}

var midSee = regexp.MustCompile(`(?i)[,;:(–—]\s?(?:see(?: also)?|cf\.|siehe|vgl\.|voir|véase)\s`)

// afterSee reads the reference that a sentence of prose ends with, as in "For
// more, see Fowler, supra note 20".
func (p *noteParser) afterSee(x span) []reading {
	found := midSee.FindAllStringIndex(p.s[x.start:x.end], 8)
	if len(found) == 0 {
		return nil
	}
	start := x.start + found[len(found)-1][0]
	for start < x.end && strings.ContainsRune(",;:(–— ", rune(p.s[start])) {
		start++
	}
	if start <= x.start || start >= x.end || !p.mask.free(start) {
		return nil
	}
	return p.read(span{start, x.end})
}

var (
	cjkInner = regexp.MustCompile(`^前[引揭掲](\p{Han}{2,5}?)(?:书|書|文|论文|論文)(?:[，,、：:。\s]|第|$)`)
	cjkSame  = regexp.MustCompile(`^同\s?(?:第\s?)?\d`)
)

// cjkBack reads 前引王海书, in which the author stands inside the word, and
// 同47頁, "the same, page 47".
func (p *noteParser) cjkBack(r reading, body span) (reading, bool) {
	text := p.s[body.start:body.end]
	if m := cjkInner.FindStringSubmatchIndex(text); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.OpCit, Word: text[:m[1]], Type: article.AnyWork}
		r.item.Author, _ = fields.Names(text[m[2]:m[3]], false)
		r.loc = p.locator(span{body.start + m[3], body.end})
		return r, true
	}
	if cjkSame.MatchString(text) {
		r.kind = article.Ibid
		r.back = article.Back{Device: article.IbidDevice, Word: "同"}
		r.loc = p.locator(span{body.start + len("同"), body.end})
		return r, r.loc != nil
	}
	return r, false
}

// cjkNote is a note's number behind the word for a note above.
var cjkNote = regexp.MustCompile(`^(?:前[掲揭]?[注註]|[見见参參]?前[注註])\s?[(（]?\d`)

// smallTitle is a name, a title written small as most languages do, and a
// marked page: "TAVIRA, Rui, O farol da barra, p. 21".
var smallTitle = regexp.MustCompile(`^\p{Lu}[\p{L}'’-]+(?:,\s\p{Lu}[\p{L}.'’-]*)?,\s\p{Lu}[^,;:.]{2,80},\s(?:cit\.,?\s)?(?:pp?|S|s|págs?|σ)\.\s?\d[\d\s–,-]*(?:ff?\.?)?\W*$`)

// bareSupra is a short form with supra and without a note's number: "Smith,
// supra, at 30".
var bareSupra = regexp.MustCompile(`^(\p{Lu}[^;:()]{1,80}?),\s(supra)\.?(?:,?\s(?:at\s|pp?\.\s)?\d[\d\s,–-]*)?\.?$`)

// volumePart is a volume number in a short reference: "VII, 216", "vol. ix.".
var volumePart = regexp.MustCompile(`,\s(?:vols?\.?\s)?(?:[IVXLCDM]+|[ivxlcdm]+)[.,]?\s(?:(?:pp?\.|No\.|Part)\s?)?[\dIVXLC]|,\svols?\.?\s(?:[ivxlcdm]+|\d+)\b|,\s(?:[IVXLC]+|[ivxlc]{2,}),\s(?:pp?\.\s)?\d`)

// byVolume says whether a reference names a periodical or a series by itself
// and a volume of it: it stands on its own feet each time.
func (p *noteParser) byVolume(x span) bool {
	text := p.s[x.start:x.end]
	m := volumePart.FindStringIndex(text)
	if m == nil {
		return false
	}
	head := strings.TrimSpace(text[:m[0]])
	for _, q := range p.mask.quotes {
		if q.start >= x.start && q.end <= x.end {
			return false
		}
	}
	plain := editedBy.ReplaceAllString(head, "")
	if strings.Contains(plain, ",") {
		return false // an author before the title
	}
	return plain != head || len(strings.Fields(plain)) >= 2 && !fields.OnlyNames(plain)
}

var editedBy = regexp.MustCompile(`,?\s(?:ed\.|edited by|by|hrsg\. von|éd\.)\s.*$`)

// inBrackets reads a short form that stands in brackets at the end of a
// sentence of prose: "(Burnouf, p. 119)".
func (p *noteParser) inBrackets(x span) []reading {
	var out []reading
	for _, b := range p.mask.rounds {
		if b.start < x.start || b.end > x.end {
			continue
		}
		if bracketShort.MatchString(b.text(p.s)) {
			r := reading{span: b, kind: article.Short}
			r.back.Device = article.NameOnly
			p.shortFields(&r, b)
			out = append(out, r)
		}
	}
	return out
}

var bracketShort = regexp.MustCompile(`^(?:see |cf\. )?\p{Lu}[\p{L}'’.-]+(?:\s(?:and|et|und|&)\s\p{Lu}[\p{L}'’.-]+)?,\s(?:pp?\.|S\.|at)\s?\d[\d\s,.ff–-]*$`)

// fullBefore reads a full reference that stands before a back-reference word in one sentence.
func (p *noteParser) fullBefore(r reading, x span) (reading, bool) {
	if x.end-x.start < 25 || !p.looksFull(x) || p.prose(x) {
		return r, false
	}
	r.span.end = x.end
	for r.span.end > r.span.start && strings.ContainsRune(" ,;:(", rune(p.s[r.span.end-1])) {
		r.span.end--
	}
	r.kind = article.Full
	p.fullFields(&r, span{x.start, r.span.end}, false)
	return r, true
}

var (
	shortCase  = regexp.MustCompile(`(?:^|,\s)(\d{1,4})\s(\p{Lu}[\p{L}.\s\d]{0,20}?)\sat\s(\d[\d–-]*)`)
	regulation = regexp.MustCompile(`^(?:\d{1,3}\s)?(?:\p{Lu}\.?){2,8}\s(?:§+\s?)?\d+(?:[.:]\d+)+`)
	legalCite  = regexp.MustCompile(`\b\d{1,4}\s(?:\p{Lu}\.?\s?)[\p{L}.&’'\s]{0,30}\d?[a-z]{0,2}\.?\s\d{1,5}\b|\[\d{4}\]|§\s?\d`)
	repository = regexp.MustCompile(`(?i)\b(?:library|archives?|papers|MSS?|collection|box|folder|state papers|record office)\b`)
)

// looksFull says whether a stretch can stand alone as a reference: a title,
// case or identifier with something of its publication.
func (p *noteParser) looksFull(x span) bool {
	text := p.s[x.start:x.end]
	if p.hasURL(x) {
		return !p.prose(x) || p.titledURL(x)
	}
	_, titled := p.title(x)
	year := p.hasYear(x)
	prose := p.prose(x)
	if regulation.MatchString(text) && !prose {
		return true
	}
	if caseName.MatchString(text) && (year || legalCite.MatchString(text)) {
		return true
	}
	if m := parenPub.FindStringIndex(text); m != nil && strings.ContainsAny(text[m[0]:m[1]], ":,") && startsUpper(text) {
		return true
	}
	if prose {
		return titled && parenPub.MatchString(text)
	}
	switch {
	case titled && (year || volIssue.MatchString(text)):
		return true
	case year && (nameComma.MatchString(text) || legalCite.MatchString(text) || startsUpper(text) && strings.Count(text, ",") >= 1 && !bareAuthorYear(text)):
		return true
	case year && caseless(text):
		return true
	case legalCite.MatchString(text) && volIssue.MatchString(text) && startsUpper(text):
		return true
	}
	if strings.Contains(text, " // ") && year && startsUpper(text) {
		return true // "Title // Journal", as Russian has it
	}
	if nameComma.MatchString(text) && endsWithPage(text) && strings.Count(text, ",") == 2 {
		return false // "Bloom, Papers on Lamps, 7": a short form
	}
	return repository.MatchString(text) && strings.Count(text, ",") >= 2 && startsUpper(text) && !titled
}

// titledURL says whether a sentence of prose with an address names a title too.
func (p *noteParser) titledURL(x span) bool {
	_, ok := p.title(x)
	return ok || strings.HasPrefix(strings.TrimSpace(p.s[x.start:x.end]), "http")
}

var authorYear = regexp.MustCompile(`^[\p{Lu}][\p{L}'’-]+(?:\s(?:and|und|et|&|y)\s\p{Lu}[\p{L}'’-]+|\set\sal\.?)?,?\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?(?:[,:]\s?[\d–,\s-]+\)?)?\.?$`)

// bareAuthorYear is "Ellingsworth (2004), 21": a short form.
func bareAuthorYear(s string) bool { return authorYear.MatchString(strings.TrimSpace(s)) }

// caseless says whether a text is in a script without capitals, or starts with a title mark.
func caseless(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Hebrew, unicode.Arabic)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \"“„«‘'_*[("))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || caseless(string(r))
}

// ownSection is a pointer to a part of the article itself.
var ownSection = regexp.MustCompile(`(?i)\b(?:sections?|chapters?|tables?|figures?|appendi(?:x|ces)|abschnitt|kapitel)\b.{0,40}\b(?:below|above|oben|unten)\b|\b(?:below|above)\b.{0,20}\bsections?\b`)

// looksShort says whether a stretch reads like a short form: a name, a title,
// or both, with at most a locator.
func (p *noteParser) looksShort(x span) bool {
	text := strings.TrimSpace(p.s[x.start:x.end])
	if len(text) < 2 || len(text) > 400 || !letterAny.MatchString(text) {
		return false
	}
	if bareAuthorYear(text) {
		return true
	}
	if ownSection.MatchString(text) {
		return false
	}
	all, lower := p.count(x)
	t, titled := p.title(x)
	if p.prose(x) {
		return false
	}
	if !startsUpper(text) {
		return titled && t.start-x.start < 40 && lower <= 1
	}
	switch {
	case titled && lower <= 3 && (t.start-x.start < 120):
		return true
	case lower == 0 && all <= 12 && endsWithLocator(text):
		return true
	case lower == 0 && all <= 12 && nameComma.MatchString(text):
		return true
	case lower <= 1 && all >= 2 && all <= 9 && endsWithPage(text):
		return true
	case smallTitle.MatchString(text) && len(text) < 160:
		return true
	case lower == 0 && all >= 1 && all <= 8:
		return strings.HasSuffix(text, ".") || all >= 2
	}
	return false
}

// shortCaseForm reads "Martinez-Fuerte, 428 U.S. at 551".
func (p *noteParser) shortCaseForm(r reading, body span, m []int) reading {
	text := p.s[body.start:body.end]
	r.kind = article.Short
	r.back.Device = article.NameOnly
	r.back.Type = article.CaseWork
	r.item.Volume, r.item.ContainerTitle = text[m[2]:m[3]], strings.TrimSpace(text[m[4]:m[5]])
	r.loc = &article.Locator{Label: "page", Value: text[m[6]:m[7]]}
	if name := strings.Trim(text[:m[0]], " ,"); name != "" {
		r.item.Title = name
	}
	return r
}

// shortFields reads names and short title of a short form.
func (p *noteParser) shortFields(r *reading, x span) {
	text := p.s[x.start:x.end]
	if m := authorYear.FindString(strings.TrimSpace(text)); m != "" {
		i := strings.IndexAny(text, "(0123456789")
		r.item.Author, _ = fields.Names(text[:i], p.familyFirst)
		if y := p.year(x); y >= 0 {
			n, _ := strconv.Atoi(p.s[y : y+4])
			r.item.Issued = &article.Date{Parts: [][]int{{n}}}
			if r.loc == nil {
				r.loc = p.locator(span{min(y+5, x.end), x.end})
			}
		}
		return
	}
	if t, ok := p.title(x); ok {
		author := strings.Trim(text[:t.start-x.start], " ,:;.(\"“„«‘'「『《〈_、，")
		if author != "" && signal(author+" x") != len(author)+1 && len(author) < 150 {
			r.item.Author, _ = fields.Names(author, p.familyFirst)
		}
		r.item.Title = cleanTitle(t.text(p.s))
		r.setField("title", t)
		if r.loc == nil {
			r.loc = p.locator(span{min(t.end, x.end), x.end})
		}
		return
	}
	p.plainShort(r, x)
}

// plainShort reads a short form without marked title: "Okafor, Rivers, 55".
func (p *noteParser) plainShort(r *reading, x span) {
	text := p.s[x.start:x.end]
	stop := len(text)
	if r.loc == nil {
		if l := p.locator(x); l != nil {
			r.loc = l
		}
	}
	if r.loc != nil {
		if i := strings.LastIndex(text, r.loc.Value); i > 0 {
			head := strings.TrimRight(text[:i], " ")
			if m := locTail.FindStringIndex(head); m != nil {
				head = head[:m[0]]
			}
			stop = len(head)
		}
	}
	rest := strings.Trim(text[:stop], " ,.:;・、，([（")
	if n := fields.InitialsBehind(rest); n > 0 {
		r.item.Author, _ = fields.Names(rest[:n], p.familyFirst)
		r.item.Title = cleanTitle(rest[n:])
		return
	}
	parts := slices.DeleteFunc(splitTop(rest), numeral.MatchString)
	if len(parts) == 0 {
		return
	}
	if len(parts) == 1 && !fields.OnlyNames(parts[0]) && len(strings.Fields(parts[0])) >= 3 {
		r.item.Title = cleanTitle(parts[0])
		return
	}
	k := 0
	var names []string
	last := 0 // "Quist, Lund, and Holt": the names before the joint are names too
	for i := 1; i < len(parts)-1 && i < 6; i++ {
		if fields.NameJoint(parts[i]) {
			last = i
		}
	}
	statute := legalTitle.MatchString(parts[0])
	for !statute && k < len(parts) && k < 6 && (k <= last || fields.NameAt(parts[k], k, len(parts))) {
		names = append(names, parts[k])
		k++
	}
	if len(names) > 0 {
		r.item.Author, _ = fields.Names(strings.Join(names, ", "), p.familyFirst)
	}
	if k < len(parts) {
		r.item.Title = cleanTitle(strings.Join(parts[k:], ", "))
		if i := strings.Index(text, parts[k]); i >= 0 {
			r.setField("title", span{x.start + i, x.start + min(stop, len(text))})
		}
	} else if len(names) == 1 && k == 1 && len(parts) == 1 {
		// Two words alone may be a name, a title or a tag.
		if len(strings.Fields(parts[0])) >= 2 && !fields.OnlyNames(parts[0]) {
			r.item.Title = cleanTitle(parts[0])
		}
	}
}

// legalTitle is the name of a law: "Lamps and Signals Act" is no pair of authors.
var legalTitle = regexp.MustCompile(`\s(?:Act|Acts|Code|Regulations?|Convention|Treaty|Directive|Ordinance|Statutes?|Constitution|Charter|Rules|Bill)$|(?:[Gg]esetz|[Vv]erordnung)$`)

// numeral is a part that is a volume's or page's number only.
var numeral = regexp.MustCompile(`(?i)^(?:vols?\.?|nos?\.?|pp?\.?|s\.|bd\.?|ser\.?)?\s*(?:[ivxlcdm]+|\d+)\.?$`)

var locTail = regexp.MustCompile(`(?i)[\s,;:.]*(?:` + `pp?|pages?|s|с|стр|at|fols?|ch|chap|chapter|§+|¶+|paras?|n|nn|notes?|vols?|bd|box|nr|no|σ|ص|עמ'|第` + `)\.?$`)

// splitTop splits at commas, colons kept inside titles.
func splitTop(s string) []string {
	var parts []string
	for _, c := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '،' || r == '，' || r == '・' || r == '、' }) {
		if c = strings.TrimSpace(c); c != "" {
			parts = append(parts, c)
		}
	}
	return parts
}

// shortConfidence is that of the words of a short form, which have no grammar.
const shortConfidence = 0.8

func (r *reading) setField(name string, s span) {
	if r.fields == nil {
		r.fields = map[string]placedField{}
	}
	r.fields[name] = placedField{s, shortConfidence}
}

// cleanTitle drops what surrounds a title.
func cleanTitle(s string) string {
	return strings.Trim(strings.TrimSpace(s), " ,.;:\"“”„«»‘'_*")
}
