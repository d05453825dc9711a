package citation

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
)

// noteWord are the words that name a note before its number.
const noteWord = `(?:\b(?:(?:foot)?notes?|nn?\.|n|fns?\.?|anm\.?|anmerkung(?:en)?|fn\.?|fußn(?:ote)?\.?|notas?(?:\s+de\s+rodapé)?(?:\s+n\.?º?)?|noot|noter?|nota|przyp\.|pozn\.|jegyzet|dipnot)|прим\.|примечани[ея]|σημ\.|הערה|ה"ש|הערת שוליים|الهامش|각주|위의 주|주|前注|前註|前揭注|前掲注|注释|注|註|脚注)`

var (
	// named is the number after a name: supra note 1, (n 1), wie Anm. 5.
	namedNumber = regexp.MustCompile(`(?i)(?:[,\s(\[]\s*)(supra|infra|above|below|wie|siehe|s\.|cit(?:é|ed|\.)?|cité|a\.\s?a\.\s?o\.|앞의|위의|see|לעיל|前掲|前揭)?[,\s(]*(` + noteWord + `)\s?[(（]?(\d{1,4})[a-z]?[)）]?`)
	oscolaN     = regexp.MustCompile(`[(\[]\s?(?:n|nn|wie Anm\.|Anm\.|Fn\.|주|각주|note)\.?\s?(\d{1,4})\s?[)\]]`)
	bareNumber  = regexp.MustCompile(`(?i)^(?:(supra|infra|above|below|ante|post|oben|unten|ci-dessus|ci-dessous|previous|preceding)[,.\s]*)?(?:at\s|in\s|to\s|the\s|la\s|die\s)?\s*(?:` + noteWord + `)\s?[(（]?(\d{1,4}[a-z]?(?:\s?(?:[–—,&-]|and|und|et|y|to|bis)\s?\d{1,4})*)[)）]?[,.\s]*(supra|infra|above|below|ci-dessus|ci-dessous|oben|unten|참조)?`)
	chapterWord = regexp.MustCompile(`(?i)\b(?:chapter|ch\.|kap\.|kapitel|chapitre|capítulo)\s(\d+|[ivxl]+)[,:]?\s`)
	seeNote     = regexp.MustCompile(`(?i)\b(?:see|cf\.|compare|siehe|vgl\.|voir|véase|zie|zob\.|viz|se|см\.)\s+(?:also\s+)?(?:the\s+)?(?:supra|infra|above|below|oben|unten)?,?\s*(?:foot)?(?:notes?|nn?\.|anm\.|fn\.|nota|not|прим\.)\s?\d`)
	// sourcesIn is "the sources cited in note 5", behind a signal.
	sourcesIn = regexp.MustCompile(`(?i)^(?:the|die|den|das|les|la|las|los|sources|literature|nachweise|literatur)\s[^,;:.()]{0,50}?\b(?:in|at|to|bei|unter|à la|en la)\s((?:foot)?(?:notes?|nn?\.|anm\.|fn\.|fußnoten?|nota)\s?\d)`)
	rangeOf   = regexp.MustCompile(`(\d{1,4})\s?(?:[–—-]|to|bis)\s?(\d{1,4})`)
	numberOf  = regexp.MustCompile(`\d{1,4}[a-z]?`)
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

// placed says whether a back-reference word stands where citations have it,
// with what may follow it.
func (p *noteParser) placed(h hit, x span) bool {
	before := strings.TrimRight(p.s[x.start:h.start], " \u00a0([（_*\"“'‘")
	rest := p.s[h.end:x.end]
	runes := utf8.RuneCountInString(h.key)
	cjk := !isAlphabet(h.key)
	dotted := strings.Contains(p.s[h.start:h.end], ".")
	if h.word.languages != "" && (p.language != "" && !strings.Contains(" "+h.word.languages+" ", " "+p.language+" ")) {
		return false // two letters with stops are initials in most languages
	}
	if runes <= 3 && !cjk && !dotted && h.key != "ebd" && (h.key != "ivi" || before != "") {
		return false
	}
	if h.key == "cit" && (!strings.HasSuffix(before, ",") || !dotted) {
		return false
	}
	if h.key == "dass" && !dotted {
		return false
	}
	if !follows(rest, h) {
		return false
	}
	if before == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
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
	return strings.ContainsRune(",:.;—–(", last) || signalEnd(before) || h.word.device != "ibid"
}

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
		return unicode.IsDigit(a) || !unicode.IsUpper(a)
	}
	if !unicode.IsLetter(r) {
		return true
	}
	if h.end > 0 && (len(h.key) >= 4 && h.word.device != "idem" || strings.HasSuffix(h.key, ".") || !isAlphabet(h.key)) {
		return h.key != "ibis"
	}
	first, _, _ := strings.Cut(strings.ToLower(rest), " ")
	if _, ok := tables().locators[first]; ok || first == "at" || first == "and" {
		return true
	}
	return unicode.IsUpper(r) || h.word.device == "idem"
}

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
	name := strings.Trim(p.s[before.start:before.end], " ,:;([（、，：_*.،")
	after := span{h.end, body.end}
	r.loc = p.locator(after)
	// "Caradec, Le phare et son gardien, op. cit." is written small and no sentence.
	named := nameComma.MatchString(p.s[before.start:before.end]) && before.end-before.start < 120
	prose := p.prose(before) && !named
	if prose {
		// A sentence leads up to the word: the reference starts there.
		r.span.start = h.start
		r.signal = ""
		name = ""
	}
	switch h.word.device {
	case "ibid", "id":
		r.kind = article.Ibid
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
		if h.word.device == "near" { // without a name it means the work just cited
			r.kind, r.back.Device = article.Ibid, article.IbidDevice
		}
	}
	return r
}

// sameAuthor reads what follows a word for the same author: a title makes it a
// work of its own, with publication data a full one.
func (p *noteParser) sameAuthor(r reading, after span) (reading, bool) {
	text := strings.TrimLeft(p.s[after.start:after.end], " ,.:")
	start := after.end - len(text)
	first, _ := utf8.DecodeRuneInString(text)
	t, titled := p.title(span{start, after.end})
	titled = titled && t.start-start <= 4 // a title further on is quoted for another reason
	if len(text) < 3 || !titled && !unicode.IsUpper(first) || partOnly.MatchString(text) {
		return r, false
	}
	if l := p.locator(span{start, after.end}); l != nil && !titled && len(l.Value) >= len(text)-6 {
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
	p.titleFields(&r, x)
	return r, true
}

// numberIn takes a note number that follows: "cit. (n. 1)". It returns where
// that ends, or 0.
func (p *noteParser) numberIn(r *reading, x span) int {
	m := oscolaN.FindStringSubmatchIndex(p.s[x.start:x.end])
	if m == nil {
		return 0
	}
	r.back.Notes = []string{p.s[x.start+m[2] : x.start+m[3]]}
	return x.start + m[1]
}

// byNumber reads a group that names a note: with a name it is a short form,
// without one a cross-reference, one for each number.
func (p *noteParser) byNumber(r reading, body span) ([]reading, bool) {
	text := p.s[body.start:body.end]
	if !namesNote(text) {
		return nil, false
	}
	if m := bareNumber.FindStringSubmatch(text); m != nil && !strings.HasPrefix(strings.ToLower(text), "no.") && !strings.HasPrefix(strings.ToLower(text), "n. d") {
		return p.crossrefs(r, body, m[2], m[1]+m[3]), true
	}
	if m := oscolaN.FindStringSubmatchIndex(text); m != nil && m[0] > 1 {
		r.kind = article.Short
		r.back = article.Back{Device: article.Supra, Word: text[m[0]:m[1]], Notes: []string{text[m[2]:m[3]]}}
		p.shortFields(&r, span{body.start, body.start + m[0]})
		r.loc = p.locator(span{body.start + m[1], body.end})
		return []reading{r}, !p.prose(span{body.start, body.start + m[0]})
	}
	m := namedNumber.FindStringSubmatchIndex(text)
	if m != nil && m[0] > 1 && (m[2] >= 0 || strings.HasPrefix(text[m[4]:], "前") || strings.HasPrefix(text[m[4]:], "위의")) {
		word := strings.ToLower(text[max(m[2], 0):max(m[3], 0)])
		before := span{body.start, body.start + m[0]}
		if strings.Trim(p.s[before.start:before.end], " ,:・、(") != "" && !p.prose(before) && word != "see" && word != "siehe" && word != "s." {
			r.kind = article.Short
			r.back = article.Back{Device: article.Supra, Word: strings.Trim(text[m[0]:m[1]], " ,("), Notes: []string{text[m[6]:m[7]]}, Direction: direction(word)}
			r.back.AccompanyingText = strings.Contains(text[m[1]:], "accompanying text")
			p.shortFields(&r, before)
			r.loc = p.locator(span{body.start + m[1], body.end})
			return []reading{r}, true
		}
	}
	if m := sourcesIn.FindStringSubmatchIndex(text); m != nil {
		x := span{body.start + m[2], body.end}
		if m := bareNumber.FindStringSubmatch(p.s[x.start:x.end]); m != nil {
			return p.crossrefs(r, x, m[2], m[1]+m[3]), true
		}
	}
	if m := seeNote.FindStringIndex(text); m != nil {
		x := span{body.start + m[0], body.end}
		x.start += signal(p.s[x.start:x.end])
		if m := bareNumber.FindStringSubmatch(p.s[x.start:x.end]); m != nil {
			r.span.start = body.start + seeNote.FindStringIndex(text)[0]
			return p.crossrefs(r, x, m[2], m[1]+m[3]), true
		}
	}
	return nil, false
}

// crossrefs makes one reading for each number named.
func (p *noteParser) crossrefs(r reading, body span, numbers, words string) []reading {
	r.kind = article.Crossref
	r.back = article.Back{Device: article.Supra, Word: strings.TrimSpace(p.s[body.start:body.end]), Direction: direction(strings.ToLower(words))}
	text := p.s[body.start:body.end]
	if m := chapterWord.FindStringSubmatch(text); m != nil {
		r.back.Chapter = m[1]
	}
	r.back.AccompanyingText = strings.Contains(text, "accompanying text")
	if i := strings.Index(text, numbers); i >= 0 {
		r.loc = p.locator(span{body.start + i + len(numbers), body.end})
	}
	var out []reading
	for _, n := range spreadNumbers(numbers) {
		one := r
		one.back.Notes = []string{n}
		out = append(out, one)
	}
	return out
}

func direction(word string) article.Direction {
	switch {
	case strings.Contains(word, "supra"), strings.Contains(word, "above"), strings.Contains(word, "oben"), strings.Contains(word, "ci-dessus"), strings.Contains(word, "wie"):
		return article.Above
	case strings.Contains(word, "infra"), strings.Contains(word, "below"), strings.Contains(word, "unten"), strings.Contains(word, "ci-dessous"):
		return article.Below
	}
	return article.NoDirection
}

// spreadNumbers lists the numbers of "3, 5–7".
func spreadNumbers(s string) []string {
	var out []string
	s = rangeOf.ReplaceAllStringFunc(s, func(m string) string {
		g := rangeOf.FindStringSubmatch(m)
		lo, _ := strconv.Atoi(g[1])
		hi, _ := strconv.Atoi(g[2])
		if hi <= lo || hi-lo > 20 {
			return m
		}
		var list []string
		for n := lo; n <= hi; n++ {
			list = append(list, strconv.Itoa(n))
		}
		return strings.Join(list, ",")
	})
	out = append(out, numberOf.FindAllString(s, 25)...)
	return out
}
