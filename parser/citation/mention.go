package citation

import (
	"slices"
	"strings"

	"ibid/pattern"
)

// A sentence of prose may hold several short forms, wherever it likes: "Moor,
// Tolls, 41, follows Quay, “Piers,” 150, but departs from ibid., 155".

// several reads the short forms and Ibid.s of a stretch where it holds more than
// one, or words of a sentence beside one; nil where it is a reference alone.
func (p *noteParser) several(r reading, body span) []reading {
	list := p.mentions(body)
	if len(list) == 0 || p.isStopped(body) {
		return nil
	}
	head := span{body.start, list[0].span.start}
	if len(list) == 1 && !p.besideSentence(body, list[0].span) || p.nestedAt(head, false) {
		return nil
	}
	if len(list) == 2 && nestedIn.MatchString(p.s[list[0].span.end:list[1].span.start]) && p.looksFull(span{body.start, list[1].span.start}) {
		return nil // a work in full with what it is quoted in: "Moor, Tolls, 3rd ed., York, 1961, p. 12, apud Quay, op. cit., p. 9"
	}
	if list[0].span.start == body.start {
		list[0].span.start, list[0].signal = r.span.start, r.signal
	}
	out := p.between(span{r.span.start, head.end})
	for i, one := range list {
		if i > 0 && p.nestedAt(span{list[i-1].span.end, one.span.start}, true) {
			continue // "Moor, Tolls, 9, quoting Quay, Piers, 7"
		}
		out = append(out, one)
		if len(list) == 1 && heldBehind.MatchString(p.s[one.span.end:body.end]) {
			out[len(out)-1].span.end = body.end
			break
		}
		next := body.end
		if i+1 < len(list) {
			next = list[i+1].span.start
		}
		out = append(out, p.between(span{one.span.end, next})...)
	}
	return out
}

// mentions are the short forms of works that the article cites, and the words
// for a work with what they belong to, in the order of a stretch.
func (p *noteParser) mentions(x span) []reading {
	list := p.ofKnown(x)
	for _, d := range p.devices(x) {
		list = slices.DeleteFunc(list, func(r reading) bool {
			within := r.span.start < d.end && d.start < r.span.end
			if within {
				d.start = min(d.start, r.span.start)
			}
			return within
		})
		list = append(list, reading{span: d})
	}
	slices.SortStableFunc(list, func(a, b reading) int { return a.span.start - b.span.start })
	if len(list) == 1 && list[0].kind == "" {
		return nil // a reference with a word for a work is read elsewhere
	}
	out := list[:0:0]
	for _, r := range list {
		if r.kind != "" {
			out = append(out, r)
		} else if got := p.read(r.span); len(got) == 1 {
			out = append(out, got[0])
		}
	}
	return out
}

// besideSentence says whether words of a sentence stand beside a short form, so
// that what else stands there is none of its parts: "Moor, Tolls, 15, prints a letter
// of 12 June 1849".
func (p *noteParser) besideSentence(x, one span) bool {
	if one.start > x.start {
		head := span{x.start, one.start}
		if _, lower := p.count(head); !p.mask.free(one.start) && (lower > 0 || !p.looksFull(x) || nameOpens.MatchString(p.s[head.start:head.end])) {
			return true // in brackets
		}
		return p.prose(x) || p.prose(head) || p.looksFull(head) || leadsUp.MatchString(p.s[head.start:head.end])
	}
	behind := span{one.end, x.end}
	text := p.s[behind.start:behind.end]
	if heldBehind.MatchString(text) {
		return true // "Moor, Tolls, 22, trans. in Ivy Quay, Horses (York, 1961), 90"
	}
	if !sentenceBehind.MatchString(text) || holderNext.MatchString(text) || nestedNext.MatchString(text) || parenPub.MatchString(text) {
		return false
	}
	_, lower := p.count(behind)
	return lower > 0
}

var (
	// sentenceBehind is how a sentence goes on behind a short form.
	sentenceBehind = pattern.New(`^,?\s\p{Ll}{2,}\s`)
	// nestedNext is how a reference goes on with what quotes it or is of it.
	nestedNext = pattern.New(`^,?\s(?:as\s)?(?:quot|cit|repr|trans|trad|rev|ed|hrsg|herausg|orig|publ|introd|pref|übers|zit|prolog|foreword|with\s(?:an?|foreword|introd))`)
	// nameOpens is a name right before a bracket.
	nameOpens = pattern.New(`\p{L}\s\(["“„«‘]?\s?$`)
	// heldBehind is what holds a work in another form.
	heldBehind = pattern.New(`^,\s(?:trans\.|transl\.|translated|reprinted|repr\.|quoted|cited|reproduced|printed)\sin\s`)
	// leadsUp are words without punctuation that lead up to one: "Quoted by ".
	leadsUp = pattern.New(`^\p{L}[\p{L}’' -]*\s(?:by|in|from|with|against|to|and|but|bei|von|gegen|mit|auch|chez|par|dans|contre|avec|por|en|contra|con|da|in|di|door|van|ook)\s["“„«]?$`)
	// holderNext is what holds the work instead.
	holderNext = pattern.New(`^,?\s(?:in|en|dans|im|em|nel):?\s`)
)

// nestedAt says whether a stretch ends with what says that the work behind it is
// quoted by the one before, or holds it; behind says that a short form stands before.
func (p *noteParser) nestedAt(x span, behind bool) bool {
	text := p.s[x.start:x.end]
	if _, lower := p.count(x); lower == 0 && holderEnd.MatchString(text) {
		return true // "Moor, oration in "
	}
	if m := nameIn.FindStringSubmatch(text); m != nil && !tables().small[strings.ToLower(m[1])] && signal(text+"x") == 0 {
		return true // "Moor in Quay’s Tolls"
	}
	m := nestedEnd.FindStringIndex(text)
	return m != nil && (behind || strings.ContainsAny(text[:m[0]], ",.;:”\"’»)0123456789"))
}

// holderEnd is what stands before the book that holds a work.
var holderEnd = pattern.New(`[,”"’»)].*\s(?:in|en|dans|im|em|nel):?\s["“„«]?$`)

// nameIn is a name and what holds a work of his, and no participle: "Printed in".
var nameIn = pattern.New(`^(\p{Lu}[\p{L}’-]*(?:[^de]\p{L}|e[^d\P{L}]))\s(?:in|en|dans|bei)\s$`)

// nestedEnd is what leads from a work to one that quotes or holds it, or is about it,
// or that it speaks of itself.
var nestedEnd = pattern.New(`(?i)(?:\b(?:quoted|cited|qtd\.|reviewed|review|rev\.|rezension|rez\.|compte rendu|reprinted|repr\.|translated|trans\.|transl\.|traduit|trad\.|zitiert|zit\.|citée?s?|citad[oa]s?|citat[oaie]|cit\.)(?:\swith\s\p{L}+)?(?:\s(?:by|in|of|from|nach|bei|dans|par|de|en|por|di|da|after)):?|,\s(?:quoting|citing|discussing|applying|distinguishing|following|approving|zitierend|citant|citando)|\bapud|[,”"’»]\s(?:in|dans|en|im|em):?)\s["“„«]?$`)

// between reads what stands between two short forms if it is a reference that
// stands on its own feet: in full, or by the number of a note.
func (p *noteParser) between(x span) []reading {
	x = p.trim(x)
	if x.end-x.start < len("see n. 1") {
		return nil
	}
	text := p.s[x.start:x.end]
	if m := shortInside.FindStringSubmatchIndex(text); m != nil && !p.looksFull(x) {
		return p.read(span{x.start + m[2], x.start + m[3]}) // a work that the article does not cite elsewhere
	}
	if m := seeNote.FindStringIndex(text); m != nil {
		x.start += m[0]
	} else if !p.looksFull(x) || p.prose(x) && p.lead(x) == 0 {
		return nil
	}
	return p.read(x)
}

// devices are the stretches of x that a word for a work cited before makes a
// reference: the names before it, the word, a place.
func (p *noteParser) devices(x span) []span {
	var out []span
	for from := x.start; from < x.end && len(out) < mostKnown; {
		h, ok := p.find(span{from, x.end})
		if !ok {
			break
		}
		start := h.start
		if h.word.device != "ibid" {
			m := namesBeforeWord.FindStringSubmatchIndex(p.s[from:h.start])
			switch bare := strings.HasSuffix(p.s[from:h.start], "(") && h.word.device != "id" && h.word.device != "idem"; {
			case m != nil:
				start = from + max(m[2], m[4])
			case !bare:
				from = h.end
				continue
			}
		}
		end := h.end + len(numberBehind.FindString(p.s[h.end:x.end]))
		end += len(placeNext.FindString(p.s[end:x.end]))
		out = append(out, span{start, end})
		from = end
	}
	return append(out, p.numbered(x)...)
}

// numbered are the stretches of x that the number of a note in brackets makes a
// reference: "Moor (n 4) 60".
func (p *noteParser) numbered(x span) []span {
	if !namesNote(p.s[x.start:x.end]) {
		return nil
	}
	var out []span
	from := x.start
	for _, m := range oscolaN.FindAllStringIndex(p.s[x.start:x.end], mostKnown) {
		if x.start+m[0] < from {
			continue
		}
		if names := namesBeforeWord.FindStringSubmatchIndex(p.s[from : x.start+m[0]]); names != nil {
			start := from + max(names[2], names[4])
			from = x.start + m[1] + len(placeNext.FindString(p.s[x.start+m[1]:x.end]))
			out = append(out, span{start, from})
		}
	}
	return out
}

var (
	// namesBeforeWord are the names of authors, and a title, right before a word for a work.
	namesBeforeWord = pattern.New(`(?:^|[\s(«“„])(` + mentionedNames + `(?:(?:[,:]\s|\s[«“"„‘])[«“"„‘]?\s?\p{Lu}[^,;:.()«»“”]{1,80}\s?[»”"’]?)?)[,:]?\s?\(?$` +
		`|(?:^|[\s、，,；;和與与及]|\p{Hiragana})((?:\p{Hangul}{2,5}|\p{Han}{2,5})(?:[,，:：・\s]*[『「《〈][^』」》〉]{1,60}[』」》〉])?)[,，:：・\s]*$`)
	// numberBehind is the number of a note right behind it: "前掲注(3)40頁", "op. cit. (n. 3), 40".
	numberBehind = pattern.New(`(?i)^[,.\s(\[]*(?:(?:` + pointer + `|` + lesser + `)[,\s]+){0,4}` + noteWord + `\s?[(（\[]?\d{1,4}[a-z]?[)）\]]*`)
	// placeNext is a place right behind such a word.
	placeNext = pattern.New(`^[.,:]*(?:\s?\[?(?:` + locWord + `)\s?` + numbersOf + `|\s?\[?\d+(?:\.\d+)*(?:\s?[–—-]\s?\d+)?(?:,\s\d+(?:\s?[–—-]\s?\d+)?)*(?:\sff?\b\.?)?(?:\s?(?:쪽|页|頁|면))?|[，,\s]*第\d+(?:\s?[–—-]\s?\d+)?[页頁])?\]?`)
)

// mentionedNames are surnames, with initials or without.
const (
	mentionedName  = `(?:\p{Lu}\.[\s-]?){0,3}(?:(?:van|von|de|der|den|du|la|le|di|da|del|della|dos|ter)\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.){0,3}`
	mentionedNames = mentionedName + `(?:(?:\s?/\s?|,?\s(?:and|und|et|y|e|i|и|та|&)\s)` + mentionedName + `){0,3}(?:\set\sal\.)?`
)

var midSee = pattern.New(`(?i)[,;:(–—]\s?(?:see(?: also)?,?|cf\.|siehe|vgl\.|voir|véase|ver|veja-se|si veda|vedi)\s` + goesWithSee)

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

// seeWord is a word that sends the reader on, and those that go with it.
var seeWord = pattern.New(`(?:^|[\s(,;])(?:s\.|[Ss]iehe|[Vv]gl\.|[Ss]ee|[Cc]f\.|[Vv]oir|[Vv]éase|[Cc]fr\.|[Zz]ie)\s` + goesWithSee)

// goesWithSee are the words that go with one that sends the reader on.
const goesWithSee = `(?:(?:nur|auch|etwa|aber|dazu|hierzu|insb\.|insbesondere|statt vieler|statt aller|bereits|schon|also|for example|for instance|generally|especially|e\.g\.,?|aussi|notamment|también|anche|ook),?\s)*`

// behindSee is the length of what leads up to a word that sends the reader to
// a surname: "Zur Kritik s. nur Moor", or 0.
func (p *noteParser) behindSee(x span) int {
	text := strings.TrimRight(p.s[x.start:x.end], " ,:(")
	if len(text) < 12 {
		return 0
	}
	found := seeWord.FindAllStringIndex(text, 4)
	for _, m := range slices.Backward(found) {
		n := m[1]
		name, _, _ := strings.Cut(text[n:], ",")
		if _, lower := p.count(span{x.start, x.start + m[0]}); lower > 0 && p.mask.free(x.start+n) && bareNames.MatchString(name) {
			return n
		}
	}
	return 0
}

// plainForm is a short form in a sentence: names, a title with capitals or in
// quotation marks, and pages.
const plainForm = `\p{Lu}[\p{L}'’-]+(?:(?:,?\s(?:and|und|et|&)\s|/)\p{Lu}[\p{L}'’-]+)?,\s(?:[“"„«][^”"“»]{2,80}[”"“»]|\p{Lu}[\p{L}'’-]*(?:\s(?:of|the|and|in|on|to|a|an|for|from|at|und|der|die|das|des|dem|im|zur|de|la|le|du|et|\p{Lu}[\p{L}'’-]*)){0,8}),?\s(?:pp?\.\s|S\.\s)?(?:\d+:)?\d[\d–-]*(?:,\s\d[\d–-]*)*(?:\sff?\b\.?)?`

// aloneForm is a title without its author, or a name without a title, and a page.
const aloneForm = `(?:["“„«][^”"“»]{2,80}[”"“»]|\p{Lu}[\p{L}'’-]+(?:\s(?:of|the|and|in|\p{Lu}[\p{L}'’-]+)){0,4}),?\s(?:pp?\.\s|S\.\s)?\d[\d–-]*`

var (
	shortInside = pattern.New(`(?:^|[\s(,])(` + plainForm + `)(?:$|[,;.)]|\s(?:and|und|et)\s)`)
	// quotingShort is one behind which its words are quoted: "Moor, Tolls, 18: “nothing is free.”".
	quotingShort = pattern.New(`^` + plainForm + `(:\s)["“„«‘]`)
	// openingShort is one that a sentence goes on behind.
	openingShort = pattern.New(`^` + plainForm + `(,\s(\p{Ll}{3,})\s)`)
)

// notVerbs are small words behind a short form that belong to its place.
const notVerbs = "|and|passim|esp|note|notes|fig|figs|table|tables|chap|chapter|und|sowie|with|plate|plates|where|which|who|here|hier|above|below|"

// shortOpens is the end of a short form that a sentence of prose begins with,
// or 0: "Moor, Tolls, 40, prefers another word".
func (p *noteParser) shortOpens(x span) int {
	text := p.s[x.start:x.end]
	if m := quotingShort.FindStringSubmatchIndex(text); m != nil && !p.looksFull(span{x.start, x.start + m[2]}) {
		return x.start + m[2]
	}
	m := openingShort.FindStringSubmatchIndex(text)
	if m == nil || strings.Contains(notVerbs, "|"+text[m[4]:m[5]]+"|") || p.hasYear(x) || p.hasURL(x) {
		return 0
	}
	if _, lower := p.count(span{x.start + m[2], x.end}); lower == 0 {
		return 0
	}
	return x.start + m[2]
}

// behindPlainSee reads the short forms in a sentence of prose that sends the
// reader to them: "On the wages see Kohl, Weavers' Street, 12, and on the songs,
// Marsh, Lamp, 3".
func (p *noteParser) behindPlainSee(x span) []reading {
	text := p.s[x.start:x.end]
	see := seeWord.FindStringIndex(text)
	if see == nil || !p.mask.free(x.start+see[1]) {
		return nil
	}
	if _, lower := p.count(span{x.start, x.start + see[0]}); lower == 0 {
		return nil
	}
	var out []reading
	for from := see[0]; ; {
		m := shortInside.FindStringSubmatchIndex(text[from:])
		if m == nil || len(out) >= 8 {
			return out
		}
		rest := span{x.start + from + m[2], x.start + from + m[3]}
		from += m[3]
		if p.mask.free(rest.start) && p.looksShort(rest) && !yearish(lastWord(p.s[rest.start:rest.end])) {
			out = append(out, p.read(rest)...)
		}
	}
}
