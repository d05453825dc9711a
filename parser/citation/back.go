package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// find looks for a back-reference word in citation position in x.
func (p *noteParser) find(x span) (hit, bool) {
	s := p.s[:x.end]
	prev := rune(0)
	for i := x.start; i < x.end; {
		r, size := utf8.DecodeRuneInString(s[i:])
		// "R.I.M. Dunbar" has initials, not the Hungarian i. m.
		wordStart := !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && prev != '.' || unicode.In(r, unicode.Han, unicode.Hangul)
		if wordStart && unicode.IsLetter(r) && !p.inURL(i) {
			if h, ok := backWord(s, i); ok && p.placed(h, x) {
				return h, true
			}
		}
		prev = r
		i += size
	}
	return hit{}, false
}

// behindID is what follows "Id" where its stop was forgotten: nothing else has it.
var behindID = pattern.New(`^,?\s(?:at\s\d|[§¶])`)

// placed says whether a back-reference word stands where citations have it,
// with what may follow it.
func (p *noteParser) placed(h hit, x span) bool {
	head := strings.TrimRight(p.s[x.start:h.start], " \u00a0_*")
	opened := strings.HasSuffix(head, "(") || strings.HasSuffix(head, "[")
	before := strings.TrimRight(head, " \u00a0([（_*\"“'‘")
	rest := p.s[h.end:x.end]
	runes := utf8.RuneCountInString(h.key)
	cjk := !isAlphabet(h.key)
	dotted := strings.Contains(p.s[h.start:h.end], ".")
	if h.word.languages != "" && (p.language != "" && !strings.Contains(" "+h.word.languages+" ", " "+p.language+" ")) {
		return false // two letters with stops are initials in most languages
	}
	if h.key == "aao" && strings.HasSuffix(p.s[h.start:h.end], "O") {
		dotted = true // aaO is written without stops too, and stands for nothing else
	}
	if runes <= 3 && !cjk && !dotted && h.key != "ebd" && len(h.key) == runes && (h.key != "ivi" || before != "" && (p.language != "it" || !placedIbid.MatchString(rest))) && (h.key != "id" || before != "" || !behindID.MatchString(rest)) {
		return false
	}
	if (h.key == "cité" || h.key == "citée") && (!strings.HasSuffix(before, ",") || !strings.HasPrefix(rest, ",")) {
		return false
	}
	if h.key == "cit" && (!strings.HasSuffix(before, ",") || !dotted) {
		return false
	}
	if h.key == "ay" && strings.Contains(p.s[h.start:h.end], " ") {
		return false // "Salt, A. y B. Kern": an initial and the Spanish "and"
	}
	if h.key == "dass" && !dotted {
		return false
	}
	if !follows(rest, h) {
		return false
	}
	if before == "" || opened && h.word.device == "ibid" {
		return true
	}
	if q := strings.TrimRight(before, "”\"’»"); q != before && strings.HasSuffix(q, ",") {
		before = q // “A hard winter,” ibid., 22
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if h.word.device == "idem" && len(before) > 5 && behindIn.MatchString(before) {
		return false // "Title, in: ders. (Hrsg.), Book": the editor is the author
	}
	switch h.word.device {
	case "id", "idem":
		return strings.ContainsRune(";.:", last) || signalEnd(before) || last == ',' && h.key == "idem"
	}
	if cjk {
		return true
	}
	if last == ':' && strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
		return false
	}
	return strings.ContainsRune(",:.;—–(", last) || signalEnd(before) || h.word.device != "ibid" || p.inSentence(h, rest, runes > 2 && dotted)
}

// inSentence says whether a word for the work just cited may stand in a sentence: a
// place follows it, or nothing and the word is in no other use. dotted says that it is an
// abbreviation.
func (p *noteParser) inSentence(h hit, rest string, dotted bool) bool {
	if unicode.IsUpper(rune(p.s[h.start])) {
		return false
	}
	switch h.key {
	case "ebd", "ebenda", "ibid", "ibidem", "ibídem":
		return placedIbid.MatchString(rest) || strings.Trim(rest, " .)") == ""
	case "ivi":
		return p.language == "it" && placedIbid.MatchString(rest)
	}
	return dotted && placedIbid.MatchString(rest)
}

// placedIbid is a place behind Ibid. which nothing else has, wherever a sentence puts
// it: "the map ibid., 60".
var placedIbid = pattern.New(`^[.,]{0,2}\s(?:pp?\.\s?|S\.\s?|s\.\s?)?\d`)

var behindIn = pattern.New(`[,.?!”“"»’]\s(?i:in|dans|en|em|nel):?$`)

func isAlphabet(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Hebrew, unicode.Arabic)
}

// signalEnd says whether s ends with a word that introduces a citation.
func signalEnd(s string) bool {
	w := strings.ToLower(lastWord(strings.TrimRight(s, ". ,")))
	switch w {
	case "see", "also", "cf", "and", "in", "vgl", "siehe", "voir", "quoting", "citing", "from", "compare", "per", "but", "und", "et", "auch":
		return true
	}
	return false
}

// follows says whether what comes after a back-reference word fits it.
func follows(rest string, h hit) bool {
	rest = strings.TrimLeft(rest, " \u00a0_*")
	if rest == "" {
		return true
	}
	if after, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, ",;: ")); h.key == "ibis" && unicode.IsUpper(after) {
		return false // "Ibis, Birds of the Weir" is a book
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r == ':' && len(rest) > 1 {
		after := strings.TrimLeft(rest[size:], " ")
		a, _ := utf8.DecodeRuneInString(after)
		return strings.HasPrefix(h.key, "ders") || strings.HasPrefix(h.key, "dies") || unicode.IsDigit(a) || !unicode.IsUpper(a)
	}
	if !unicode.IsLetter(r) {
		return true
	}
	if h.end > 0 && (len(h.key) >= 4 && h.word.device != "idem" || strings.HasSuffix(h.key, ".") || !isAlphabet(h.key)) {
		return h.key != "ibis"
	}
	first, _, _ := strings.Cut(strings.ToLower(rest), " ")
	if _, ok := tables().locators[first]; ok || first == "at" || first == "and" || strings.TrimRight(first, ".,;") == "passim" {
		return true
	}
	return unicode.IsUpper(r) || h.word.device == "idem" && (h.key != "idem" || !verbBehind.MatchString(rest))
}

// verbBehind is how a Latin sentence goes on behind "Idem".
var verbBehind = pattern.New(`^(?:est|sunt|erat|esse|non|in se|enim|autem|velle|sonans|quod)\s`)

// startsBack says whether a piece starts with a back-reference.
func (p *noteParser) startsBack(x span) bool {
	h, ok := backWord(p.s[:x.end], x.start)
	if ok && p.placed(h, x) {
		return true
	}
	return bareNumber.MatchString(p.s[x.start:x.end]) && !strings.HasPrefix(strings.ToLower(p.s[x.start:x.end]), "no")
}

// hasBack says whether a group holds a back-reference word.
func (p *noteParser) hasBack(g span) bool {
	_, ok := p.find(g)
	return ok
}

// device is the article's term for a word.
func device(w word) article.Device {
	switch w.device {
	case "ibid", "id":
		return article.IbidDevice
	case "idem":
		return article.IdemDevice
	case "loc":
		return article.LocCit
	default:
		return article.OpCit
	}
}

// byWord reads a group in which a back-reference word stands.
func (p *noteParser) byWord(r reading, body span, h hit) reading {
	r.back = article.Back{Device: device(h.word), Word: strings.TrimSpace(p.s[h.start:h.end]), Type: h.word.typ, SameLocator: h.word.same}
	before := span{body.start, h.start}
	if n := p.behindSee(before); n > 0 {
		before.start += n
		r.span.start, r.signal = before.start, ""
	}
	name := strings.Trim(p.s[before.start:before.end], " ,:;([（、，：_*.،")
	after := span{h.end, body.end}
	if m := nestedAfter.FindStringIndex(p.s[after.start:after.end]); m != nil {
		r.loc = p.locator(span{after.start, after.start + m[0]}) // the page of what it quotes is not its own
	} else {
		r.loc = p.locator(after)
	}
	// "Caradec, Le phare et son gardien, op. cit." is written small and no sentence.
	named := nameComma.MatchString(p.s[before.start:before.end]) && before.end-before.start < 120
	prose := p.prose(before) && !named
	if device(h.word) == article.IbidDevice && name != "" && !startsUpper(name) {
		prose = true // "See the map ibid., 60"
	}
	if prose {
		// A sentence leads up to the word, or to names right before it: the reference starts there.
		r.span.start, r.signal, name = h.start, "", ""
		text := strings.TrimRight(p.s[before.start:before.end], " ,:;(")
		if m := namesAtEnd.FindStringSubmatchIndex(text); m != nil {
			before.start += m[4]
			r.span.start, name = before.start, text[m[4]:]
		}
	}
	switch h.word.device {
	case "ibid", "id":
		r.kind = article.Ibid
		if next, ok := p.placeOfAuthor(after); ok && (h.word.device == "id" || h.key == "idem") {
			r.back.Device, r.back.Type, r.kind = article.IdemDevice, next.word.typ, article.Short
			r.back.Word = strings.TrimSpace(p.s[h.start:next.end])
			r.loc = p.locator(span{next.end, body.end})
			return r
		}
		if h.word.device == "id" || h.key == "idem" {
			if done, ok := p.sameAuthor(r, after); ok {
				return done
			}
		}
		if name != "" {
			p.shortFields(&r, before)
		}
		if t, ok := p.title(after); ok {
			r.item.Title = cleanTitle(t.text(p.s))
		}
	case "idem":
		if done, ok := p.sameAuthor(r, after); ok {
			return done
		}
		r.kind = article.Ibid
	case "loc":
		// A place of its own makes it a short form: it cannot be the same place.
		r.kind = article.Ibid
		if r.loc != nil {
			r.kind = article.Short
		}
		r.back.SameLocator = r.loc == nil
		if name != "" {
			r.kind = article.Short
			p.shortFields(&r, before)
		}
	default:
		r.kind = article.Short
		if name != "" {
			p.shortFields(&r, before)
			if end := p.numberIn(&r, after); end > 0 {
				r.loc = p.locator(span{end, after.end})
			}
			break
		}
		if t, ok := p.title(after); ok && t.start-after.start <= len("『") {
			p.shortFields(&r, after) // 前掲『法と社会』
			break
		}
		if h.word.device == "near" { // without a name it means the work just cited
			r.kind, r.back.Device = article.Ibid, article.IbidDevice
		}
	}
	return r
}

// nestedAfter opens what a back-reference quotes: "Id. (quoting Moor, 5 F.2d at 10)".
var nestedAfter = pattern.New(`[([](?:in turn\s)?(?:quoting|citing|discussing|cited in|quoted in|zitierend|zit\.|citant|cité|citando|cit\.)\s`)

// placeOfAuthor is a word for an author's work right behind one for the author:
// "Id., op. cit., p. 66".
func (p *noteParser) placeOfAuthor(after span) (hit, bool) {
	start := after.start
	for start < after.end && strings.IndexByte(" ,", p.s[start]) >= 0 {
		start++
	}
	if start >= after.end {
		return hit{}, false
	}
	h, ok := backWord(p.s[:after.end], start)
	return h, ok && h.word.device == "opcit" && isAlphabet(h.key) && p.placed(h, span{start, after.end})
}

// editedMark is what says behind names that they are those of editors.
const editedMark = `\((?:Hg|Hrsg|Hrsgg|Hgg|[Ee]ds?)\.?\)`

// sameEditors is what says that the author before is the editor now, and others
// beside him: "dies. (Hrsg.), ", "ders./Anna Moor (Hrsg.), ".
var sameEditors = pattern.New(`^(?:/\s?((?:\p{Lu}[\p{L}.'’-]*[\s/]{0,2}){1,9}))?\s?` + editedMark + `[,:]?\s`)

// heldAlone is what holds a work that has no title, as German law cites: a journal by
// its abbreviation, year and page, or a book behind "in": "JZ 2001, 33".
var heldAlone = pattern.New(`^(?:\p{Lu}[\p{L}-]{0,11}(?:\s\p{Lu}[\p{L}-]{0,11})?\s(?:19|20)\d\d,\s(?:S\.\s)?\d|[iI]n:\s\p{Lu})`)

// sameAuthor reads what follows a word for the same author: a title makes it a
// work of its own, with publication data a full one.
func (p *noteParser) sameAuthor(r reading, after span) (reading, bool) {
	text := strings.TrimLeft(p.s[after.start:after.end], " ,.:")
	start := after.end - len(text)
	if m := yearFirst.FindStringIndex(text); m != nil {
		rest := text[m[1]:]
		if partOnly.MatchString(rest) || strings.Trim(rest, " .") == "" {
			return p.sameAuthorsYear(r, text, span{start + m[1], after.end}), true
		}
		if startsUpper(rest) && !p.prose(span{start + m[1], after.end}) { // "Ders. (2004): Die Fähre, Bremen"
			r.kind, r.back.Device = article.Full, article.IdemDevice
			p.fullFields(&r, span{start, after.end}, true)
			return r, true
		}
	}
	if m := sameEditors.FindStringSubmatch(text); m != nil && p.hasYear(after) {
		r.kind, r.back.Device, r.back.Editors = article.Full, article.IdemDevice, true
		p.fullFields(&r, span{start + len(m[0]), after.end}, true)
		r.item.Editor, _ = fields.Names(m[1], p.familyFirst)
		return r, true
	}
	first, _ := utf8.DecodeRuneInString(text)
	t, titled := p.title(span{start, after.end})
	titled = titled && t.start-start <= 4 // a title further on is quoted for another reason
	held := heldAlone.MatchString(text)
	if len(text) < 3 || !held && (!titled && !unicode.IsUpper(first) || partOnly.MatchString(text)) {
		return r, false
	}
	if l := p.locator(span{start, after.end}); l != nil && !titled && !held && len(l.Value) >= len(text)-6 {
		return r, false
	}
	x := span{start, after.end}
	if p.prose(x) {
		return r, false
	}
	r.back.Device = article.IdemDevice
	if p.hasYear(x) || p.hasURL(x) {
		r.kind = article.Full
		p.fullFields(&r, x, true)
		return r, true
	}
	r.kind = article.Short
	if m := oscolaN.FindStringSubmatchIndex(text); m != nil {
		r.back.Notes = []string{text[m[2]:m[3]]}
		p.titleFields(&r, span{start, start + m[0]})
		r.loc = p.locator(span{start + m[1], after.end})
		return r, true
	}
	p.titleFields(&r, x)
	return r, true
}

// theirOwn is a pronoun for the author just named before a work of his: "his “Tolls,” 95".
var theirOwn = pattern.New(`^((?:[Hh]is|[Hh]er|[Tt]heir|son|sa|ses|seine[nrm]?|ihre[nrm]?|il suo|la sua|su)\s)(?:(?:own|earlier|later|other|recent|classic|article|book|essay|study|livre|article|ouvrage|étude|Buch|Aufsatz|Studie|libro|artículo|articolo)[,:]?\s){0,2}["“„«‘]?\s?\p{Lu}`)

// ofSame reads a work that a pronoun gives to the author just named.
func (p *noteParser) ofSame(r reading, body span) (reading, bool) {
	m := theirOwn.FindStringSubmatchIndex(p.s[body.start:body.end])
	if m == nil {
		return r, false
	}
	_, first := utf8.DecodeLastRuneInString(p.s[:body.start+m[1]])
	r.back.Word = strings.TrimSpace(p.s[body.start : body.start+m[3]])
	out, ok := p.sameAuthor(r, span{body.start + m[1] - first, body.end})
	return out, ok && (out.kind == article.Full || r.span.start == 0) // a sentence before it may name another
}

// yearFirst is a year right behind a word for the same author.
var yearFirst = pattern.New(`^\(?(?:1[5-9]|20)\d\d[a-z]?\)?[:.,]*(?:\s|$)`)

// sameAuthorsYear is a work of the author before by its year, with which text
// begins, and a place in it, which is stretch x: "Ders. (2004), S. 40".
func (p *noteParser) sameAuthorsYear(r reading, text string, x span) reading {
	year, _ := strconv.Atoi(strings.TrimLeft(text, "(")[:4]) // four digits, as matched
	r.kind, r.back.Device = article.Short, article.IdemDevice
	r.item.Issued = &article.Date{Parts: [][]int{{year}}}
	r.loc = p.locator(x)
	return r
}
