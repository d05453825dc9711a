package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

const (
	// noteWord are the words that name a note before its number.
	noteWord = `(?:\b(?:(?:foot)?notes?|nn?\.?|fns?\.?|ftn\.?|nt\.|anm\.?|anmerkung(?:en)?|fußn(?:oten?)?\.?|notas?(?:\s+(?:de\s+rodapé|al\s+pie|a\s+pie\s+de\s+página))?(?:\s+n\.?º?)?|(?:voet)?noo?t(?:en)?|noter?|fotnot|fodnote|przyp\.|przypisy?|pozn\.|jegyzet|dipnot|bilj\.|bilješka|(?:ala)?viite)|прим\.|примечани[ея]|сноск[аеиу]|бел\.|бележка|پانوشت|پاورقی|σημ\.|υποσ\.|הערה|ה"ש|הערת שוליים|الهامش|각주|위의 주|주|[前同][注註]|前揭注|前掲注|前引[注註]|注释|注|註|脚注)`
	// pointer are the words that say that what comes is a note of this article, or where it stands.
	pointer = `(?:supra|infra|above|below|ante|post|previous|preceding|oben|unten|s\.\s?[ou]\.|[ou]\.|wie|cit(?:é|ée|ed|ado|ada|ato|ata)?\.?|préc(?:ité|itée)?\.?|a\.\s?a\.\s?o\.|ci-dessus|ci-dessous|hierboven|hieronder|ovan|nedan|ovenfor|nedenfor|wyżej|powyżej|niżej|poniżej|выше|ниже|앞의|위의|לעיל|להלן|前掲|前揭|yukarıda|aşağıda|výše|níže|fent|lent|(?:más\s)?arriba|(?:más\s)?abajo|plus\s(?:haut|bas)|sopra|sotto|acima|abaixo|ανωτέρω|παραπάνω|κατωτέρω|вище|нижче|по-горе|по-долу|أعلاه|أدناه)`
	// ofChapter is the chapter whose notes are meant.
	ofChapter = `(?:(?:chapter|ch\.|kap\.|kapitel|chapitre|chap\.|capítulo|capitolo|cap\.)\s(?:\d+|[ivxl]+)[,:]?\s)`
	// lesser are words that stand between or before those, and say nothing alone.
	lesser = `(?:see|siehe|vide|s\.|voir|v\.|véase|vid\.|vedi|zie|zob\.|viz|se|см\.|bereits|schon|erneut|auch|also|again|the|die|den|la|las|el|los|les|le|az?|in|at|to|bei|unter|zu|en|à|text\s(?:accompanying|at|to)|accompanying\stext\s(?:at|to))`
)

var (
	// oscolaN is a note's number in brackets: (n 1), (s. o. Fn. 1), (wie Anm. 5).
	oscolaN = pattern.New(`(?i)[(\[]\s?(?:(?:` + pointer + `|` + lesser + `)[,\s]+){0,4}` + noteWord + `\s?(\d{1,4})[a-z]?\s?[)\]]`)
	// namedNumber is one behind a name: supra note 1, wie Anm. 5, Fn. 3.
	namedNumber = pattern.New(`(?i)[,\s(\[]\s*((?:(?:` + pointer + `|` + lesser + `)[,\s(]+){0,4}` + ofChapter + `?)` + noteWord + `\s?[(（]?(\d{1,4})[a-z]?[)）]?(?:\s(above|supra|oben|ci-dessus))?`)
	// cjkNumber is one behind a word for a work or a note above, without a space.
	cjkNumber = pattern.New(`[,\s(\[、，：・](前[掲揭引]?[注註]|위의 주)\s?[(（]?(\d{1,4})[)）]?`)
	// circledNumber is such a number in a circle, as Chinese notes have it: "前引①书".
	circledNumber = pattern.New(`[,\s，：](前[引揭][注註]?\s?([①-⑳])(?:书|書|文|论文|論文)?)`)
	// bareNumber is one without a name, or several: "oben, Fn. 2 und 3".
	bareNumber = pattern.New(`(?i)^((?:(?:` + pointer + `|` + lesser + `)[,.\s]+){0,6}` + ofChapter + `?)` + noteWord + `\s?[(（]?(\d{1,4}[a-z]?(?:\s?(?:[–—,&-]|and|und|et|y|e|to|bis)\s?\d{1,4}\b)*)[)）]?[,.\s]*(supra|infra|above|below|ci-dessus|ci-dessous|oben|unten|참조)?`)
	// romanNumber is one in an article whose notes have Roman numbers: "see note iv above".
	romanNumber = pattern.New(`(?i)(?:^|\b(?:see|cf\.|siehe|vgl\.|voir)\s(?:also\s)?)((?:(?:` + pointer + `|` + lesser + `)[,.\s]+){0,6})` + noteWord + `\s?([ivxlc]+)\b[,.\s]*(?:supra|infra|above|below|oben|unten)?`)
	// numberFirst is one before the word, as Hungarian has it: "az 1. jegyzet".
	numberFirst = pattern.New(`(?i)^(?:az?\s|ld\.\s)?(\d{1,4})\.?\s(?:sz\.\s)?(?:láb)?jegyzet`)
	textAt      = pattern.New(`(?i)\btext\s(?:(?:above|below|oben|unten),?\s)?(?:accompanying|at|to|zu|bei)\b|\baccompanying\stext\b`)
	hasPointer  = pattern.New(`(?i)(?:^|[\s(,])` + pointer + `(?:$|[\s,(])`)
	chapterWord = pattern.New(`(?i)\b(?:chapter|ch\.|kap\.|kapitel|chapitre|chap\.|capítulo|capitolo|cap\.)\s(\d+|[ivxl]+)[,:]?\s`)
	seeNote     = pattern.New(`(?i)\b(?:see|cf\.|compare|siehe|vgl\.|voir|véase|zie|zob\.|viz|se|см\.)\s+(?:also\s+)?(?:the\s+)?(?:supra|infra|above|below|oben|unten)?,?\s*(?:foot)?(?:notes?|nn?\.|anm\.|fn\.|nota|not|прим\.)\s?\d`)
	// sourcesIn is "the sources cited in note 5", behind a signal.
	sourcesIn = pattern.New(`(?i)^(?:(?:the|my|our|die|den|das|les|la|las|los|gli|i)\s)?(?:nachw\.|` + sources + `)(?:[\s,][^,;:.()]{0,50}?)??[\s,]((?:(?:` + pointer + `|` + lesser + `)[,\s]+){0,4}` + noteWord + `\s?\d)`)
	rangeOf   = pattern.New(`(\d{1,4})\s?(?:[–—-]|to|bis)\s?(\d{1,4})`)
	numberOf  = pattern.New(`\d{1,4}[a-z]?`)
)

// saidIn is the note in which something was said: "As noted above (note 5)".
var saidIn = pattern.New(`(?i)^(?:as|wie|comme|come|como)\s(?:\p{Ll}+\s){1,4}[(\[](?:n\.|notes?|fn\.|anm\.|nota)\s(\d{1,4})[)\]]\.?$`)

// sources are words for what a note holds.
const sources = `nachweise|literatur\p{L}*|quellen|angaben|ausführungen|belege|sources|authorities|references|literature|works|cases|discussion|text|materials|remarks|essays?|articles?|books?|papers?|study|studies|contributions?|aufsatz|aufsätze|beitrag|beiträge|références|travaux|littérature|bibliographie|trabajos|lavori|bibliografia|scritti|ouvrages|auteurs|décisions|arrêts|referencias|obras|autores|bibliografía|fuentes|riferimenti|opere|autori|referências`

// inRoman says whether notes have Roman numbers.
func inRoman(notes []article.Note) bool {
	for i := range notes {
		if n := notes[i].Number; n == "" || strings.Trim(strings.ToLower(n), "ivxlc") != "" {
			return false
		}
	}
	return len(notes) > 2
}

// numberIn takes a note number that follows a word for the work: "cit. (n.
// 1)", "op. cit., supra note 1". It returns where that ends, or 0.
func (p *noteParser) numberIn(r *reading, x span) int {
	text := p.s[x.start:x.end]
	if !namesNote(text) {
		return 0
	}
	m := behindWord.FindStringSubmatchIndex(text)
	if m == nil {
		if m = oscolaN.FindStringSubmatchIndex(text); m == nil {
			return 0
		}
	}
	r.back.Notes = []string{text[m[2]:m[3]]}
	return x.start + m[1]
}

// behindWord is a note's number right behind a word for the work.
var behindWord = pattern.New(`(?i)^[,.\s(\[]*(?:(?:` + pointer + `|` + lesser + `)[,\s]+){0,4}` + noteWord + `\s?(\d{1,4})[a-z]?[)\]]?`)

// byNumber reads a group that names a note: with a name it is a short form,
// without one a cross-reference, one for each number.
func (p *noteParser) byNumber(r reading, body span) ([]reading, bool) {
	text := p.s[body.start:body.end]
	if p.romanNotes {
		if m := romanNumber.FindStringSubmatchIndex(text); m != nil {
			r.span.start = body.start + m[0]
			return p.crossrefs(r, span{body.start + m[0], body.end}, text[m[4]:m[5]], text[m[2]:m[3]]+" "+text[m[5]:m[1]]), true
		}
	}
	if m := numberFirst.FindStringSubmatch(text); m != nil {
		return p.crossrefs(r, body, m[1], ""), true
	}
	if !namesNote(text) {
		return nil, false
	}
	if m := bareNumber.FindStringSubmatch(text); m != nil && !strings.HasPrefix(strings.ToLower(text), "no.") && !strings.HasPrefix(strings.ToLower(text), "n. d") {
		if i := strings.Index(text, m[2]); i > 0 && oneNote.MatchString(text[:i]) {
			m[2], _, _ = strings.Cut(m[2], ",")
		}
		return p.crossrefs(r, body, m[2], m[1]+m[3]), true
	}
	if m := sourcesIn.FindStringSubmatchIndex(text); m != nil {
		x := span{body.start + m[2], body.end}
		if m := bareNumber.FindStringSubmatch(p.s[x.start:x.end]); m != nil {
			return p.crossrefs(r, x, m[2], m[1]+m[3]), true
		}
	}
	if m := saidIn.FindStringSubmatch(text); m != nil {
		return p.crossrefs(r, body, m[1], "above"), true
	}
	see := seeNote.FindStringIndex(text)
	if see == nil || !p.smallBefore(span{body.start, body.start + see[0]}) && !onSubject.MatchString(text[:see[0]]) {
		if one, ok := p.named(r, body); ok {
			return []reading{one}, true
		}
	}
	if see != nil {
		x := span{body.start + see[0], body.end}
		x.start += signal(p.s[x.start:x.end])
		if m := bareNumber.FindStringSubmatch(p.s[x.start:x.end]); m != nil {
			r.span.start = body.start + see[0]
			return p.crossrefs(r, x, m[2], m[1]+m[3]), true
		}
	}
	return nil, false
}

// smallBefore says whether what stands before "see note 5" is words of a
// sentence, written small, and no name.
func (p *noteParser) smallBefore(x span) bool {
	all, lower := p.count(x)
	text := p.s[x.start:x.end]
	if opener := subjectOpener.FindString(text); opener != "" {
		text = text[len(opener):]
	}
	return lower > 0 && !strings.ContainsFunc(text, unicode.IsUpper) || lower >= 2 && lower*2 >= all
}

// sendsToNote says whether a stretch is a sentence that sends the reader to another note:
// "On the tolls, see infra note 5".
func (p *noteParser) sendsToNote(x span) bool {
	see := seeNote.FindStringIndex(p.s[x.start:x.end])
	return see != nil && see[0] > 0 && p.smallBefore(span{x.start, x.start + see[0]})
}

// subjectOpener is how a sentence begins that says on what another note is: "On the
// tolls, see note 5".
var subjectOpener = pattern.New(`^(?:On|For|As to|As for|About|Regarding|Concerning|Sur|Pour|Sobre|Su|Sul|Sulla|Per)\s`)

// bareNames are surnames and nothing else: "Moor/Quay", "van Tarn".
var bareNames = pattern.New(`^(?:(?:van|von|de|der)\s){0,2}\p{Lu}[\p{L}.'’-]*(?:(?:\s?/\s?|\s(?:und|and|et|y|e|en|i|och|og|&|u\.|van|von|de|der)\s|\s)\p{Lu}[\p{L}.'’-]*){0,4}(?:\set\sal\.|\su\.\s?a\.)?$`)

// namesEnd are the names at the end of a sentence that leads up to them.
var namesEnd = pattern.New(`\s\p{Lu}[\p{L}’-]*\p{Ll}(?:(?:\s?/\s?|\s(?:und|and|et|y|e|&)\s)\p{Lu}[\p{L}’-]+){0,3}(?:\set\sal\.)?$`)

// named reads a short form that names a note behind names or a title.
func (p *noteParser) named(r reading, body span) (reading, bool) {
	text := p.s[body.start:body.end]
	try := func(m []int, number string) (reading, bool) {
		before := span{body.start, body.start + m[0]}
		if strings.Trim(p.s[before.start:before.end], " ,:・、(") == "" {
			return r, false
		}
		if n := p.behindSee(before); n > 0 {
			before.start += n
			r.span.start, r.signal = before.start, ""
		}
		if p.prose(before) {
			m := namesEnd.FindStringIndex(strings.TrimRight(p.s[before.start:before.end], " ,"))
			if m == nil {
				return r, false
			}
			before.start += m[0] + 1 // a sentence leads up to the names
			r.span.start, r.signal = before.start, ""
		}
		word := strings.Trim(text[m[0]:m[1]], " ,([、，・")
		r.kind = article.Short
		r.back = article.Back{Device: article.Supra, Word: word, Notes: []string{number}, Direction: direction(strings.ToLower(word))}
		r.back.AccompanyingText = textAt.MatchString(text)
		if m := chapterWord.FindStringSubmatch(text[m[0]:m[1]]); m != nil {
			r.back.Chapter = m[1]
		}
		p.shortFields(&r, before)
		r.loc = p.locator(span{body.start + m[1], body.end})
		return r, true
	}
	if m := oscolaN.FindStringSubmatchIndex(text); m != nil && m[0] > 1 && !p.looksFull(span{body.start, body.start + m[0]}) {
		if one, ok := try(m, text[m[2]:m[3]]); ok {
			return one, true
		}
	}
	if m := circledNumber.FindStringSubmatchIndex(text); m != nil {
		circled, _ := utf8.DecodeRuneInString(text[m[4]:])
		if one, ok := try(m, strconv.Itoa(int(circled-'①')+1)); ok {
			return one, true
		}
	}
	if m := cjkNumber.FindStringSubmatchIndex(text); m != nil {
		if one, ok := try(m, text[m[4]:m[5]]); ok {
			return one, true
		}
	}
	m := namedNumber.FindStringSubmatchIndex(text)
	if m == nil || m[0] < 2 {
		return r, false
	}
	// Without a word that points, "Title, n. 5" may name a note of the work.
	head := strings.Trim(text[:m[0]], " ,")
	possessive := strings.HasSuffix(head, "’s") || strings.HasSuffix(head, "'s")
	if !hasPointer.MatchString(text[m[2]:m[3]]) && (possessive || chapterWord.MatchString(text[m[2]:m[3]]) || !bareNames.MatchString(head)) {
		return r, false
	}
	return try(m, text[m[4]:m[5]])
}

// crossrefs makes one reading for each number named.
func (p *noteParser) crossrefs(r reading, body span, numbers, words string) []reading {
	r.kind = article.Crossref
	r.back = article.Back{Device: article.Supra, Word: strings.TrimSpace(p.s[body.start:body.end]), Direction: direction(strings.ToLower(words))}
	text := p.s[body.start:body.end]
	if m := chapterWord.FindStringSubmatch(text); m != nil {
		r.back.Chapter = m[1]
	}
	r.back.AccompanyingText = textAt.MatchString(p.s[r.span.start:body.end])
	if i := strings.Index(text, numbers); i >= 0 {
		r.loc = p.locator(span{body.start + i + len(numbers), body.end})
	}
	var out []reading
	list := spreadNumbers(numbers)
	if len(list) == 0 {
		list = []string{numbers} // Roman
	}
	for _, n := range list {
		one := r
		one.back.Notes = []string{n}
		out = append(out, one)
	}
	return out
}

var (
	aboveWord = pattern.New(`(?:^|[\s(,])(?:supra|above|oben|s\.\s?o\.|o\.|ci-dessus|hierboven|ovan|ovenfor|(?:po)?wyżej|выше|wie|לעיל|yukarıda|výše|fent|arriba|sopra|acima|ανωτέρω|παραπάνω|вище|по-горе|أعلاه)(?:$|[\s,)])`)
	belowWord = pattern.New(`(?:^|[\s(,])(?:infra|below|unten|s\.\s?u\.|u\.|ci-dessous|hieronder|nedan|nedenfor|(?:po)?niżej|ниже|להלן|aşağıda|níže|lent|abajo|sotto|abaixo|κατωτέρω|нижче|по-долу|أدناه)(?:$|[\s,)])`)
)

// direction is what the words before a note's number, in lower case, say of where it stands.
func direction(words string) article.Direction {
	switch {
	case aboveWord.MatchString(words):
		return article.Above
	case belowWord.MatchString(words):
		return article.Below
	}
	return article.NoDirection
}

// oneNote is a word for a single note, and its number before a comma: what
// follows is a page.
var oneNote = pattern.New(`(?i)\b(?:foot)?note\s?$`)

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
