package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// knownWorks are the works that an article cites in full, by the surnames of
// their authors: the words of their titles, in small letters. A sentence that
// names one of these authors and his title cites the work in short, whatever
// else it says.
type knownWorks struct {
	authors map[string]map[string]bool
	titles  []map[string]bool // of each work, its words and those of its tags
	byWord  map[string][]int  // the first titles that have a word
	words   map[string]bool   // those of all titles
}

// mostTitles is how many works are looked through that share a word, or an author and a
// year.
const mostTitles = 16

// leastTitleWord is how long a word of a title is that tells something, in bytes.
const leastTitleWord = 4

// worksOf collects the works that the notes of an article cite in full.
func worksOf(a *article.Article) knownWorks {
	known := knownWorks{authors: map[string]map[string]bool{}, byWord: map[string][]int{}, words: map[string]bool{}}
	var last []article.Name
	for _, c := range a.Citations() {
		names := append(slices.Clip(c.Item.Author), c.Item.Editor...)
		if c.Back.Device == article.IdemDevice && len(c.Item.Author) == 0 {
			names = append(names, last...)
		} else if len(names) > 0 {
			last = names
		}
		if c.Kind != article.Full || c.Item.Title == "" {
			continue
		}
		for _, n := range names {
			family := n.Family
			if first, last, ok := strings.Cut(family, " "); ok && particle.MatchString(strings.ToLower(first)+" ") {
				family = last // Le Goff
			}
			if utf8.RuneCountInString(family) < 3 || strings.ContainsRune(family, ' ') {
				continue
			}
			if known.authors[family] == nil {
				known.authors[family] = map[string]bool{}
			}
			for _, w := range wordsOf(c.Item.Title + " " + c.Item.ContainerTitle) {
				known.authors[family][w], known.words[w] = true, true
			}
		}
		known.addTitle(c.Item.Title + " " + strings.Join(c.Tags, " "))
		for _, tag := range c.Tags {
			if len(tag) > 1 && tag == strings.ToUpper(tag) && !strings.ContainsFunc(tag, notInName) && known.authors[tag] == nil {
				known.authors[tag] = map[string]bool{} // what the article calls the work stands before a place in it
			}
		}
	}
	return known
}

// addTitle takes in the words of a work's title.
func (k *knownWorks) addTitle(title string) {
	words := map[string]bool{}
	for _, w := range wordsOf(title) {
		if !words[w] && len(k.byWord[w]) < mostTitles {
			k.byWord[w] = append(k.byWord[w], len(k.titles))
		}
		words[w] = true
	}
	k.titles = append(k.titles, words)
}

// wordsOf are the words of a text, in small letters.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// named says whether a text names one of the authors.
func (k knownWorks) named(s string) bool {
	for _, w := range strings.FieldsFunc(s, notInName) {
		if k.authors[strings.TrimRight(w, "-")] != nil {
			return true
		}
	}
	return false
}

var (
	// inBracket is a title and a place in brackets.
	inBracket = pattern.New(`\(["“„«‘]?\s?\p{Lu}[^():;]{3,80}[,.]\s(` + atPage + `)\)`)
	// wordPage is a word and a page.
	wordPage = pattern.New(`\p{L}\.?[”"»’]?,[”"»’]?\s(?:(?:pp?|S|qq?)\.\s)?\d`)
)

// bracketed says whether a text has a title and a place in brackets, which is no year.
func bracketed(s string) bool {
	m := inBracket.FindStringSubmatch(s)
	return m != nil && !yearish(m[1])
}

// mayBeIn says whether [noteParser.ofKnown] may find a work in some stretches of a
// note's text: one that names an author, or gives a work to one named before it.
func (k knownWorks) mayBeIn(s string, stretches []span) bool {
	return slices.ContainsFunc(stretches, func(x span) bool {
		text := x.text(s)
		return k.named(text) || bracketed(text) || k.named(s[:x.start]) && (strings.ContainsAny(s[max(0, x.start-1):x.end], "([") || wordPage.MatchString(text))
	})
}

// crowded says whether a note names more of the authors than it has references,
// or one of them where a reference was read that has a place in a work of his. What
// a reference names that is in full with its date or address is its own.
func (k knownWorks) crowded(n *article.Note) bool {
	named := k.count(n.Text.String)
	if named == 0 {
		return false
	}
	for i := range n.Citations {
		c := &n.Citations[i]
		switch c.Kind {
		case article.Full:
			if k.shortIn(withoutNested(c.Text)) || bracketed(c.Text) {
				return true
			}
			if c.Item.Issued != nil || len(c.URLs) > 0 {
				named -= k.count(c.Text)
				continue
			}
		case article.Short:
			if c.Locator == nil && strings.ContainsAny(c.Text, "0123456789") || twoPlaces.MatchString(c.Text) {
				return true
			}
		case article.Ibid:
			if len(c.Item.Author) > 0 {
				return true
			}
		case article.Crossref, article.Commentary:
		}
		for _, a := range c.Item.Author {
			if k.authors[a.Family] != nil {
				named--
			}
		}
	}
	return named > 0
}

// nestedIn is what stands between a work and the one that quotes it.
var nestedIn = pattern.New(`(?i)[,;(]\s?(?:hier\s)?(?:zit\.|zitiert|quoted|cited|cité|citado|citato|cit\.|apud)\s?(?:nach|in|by|dans|par|en|em|por|da)?\b`)

// withoutNested is the text of a reference without the work that quotes it, which is no
// reference of its own.
func withoutNested(s string) string {
	if m := nestedIn.FindStringIndex(s); m != nil {
		return s[:m[0]]
	}
	return s
}

// count is how often a text names one of the authors.
func (k knownWorks) count(s string) int {
	n := 0
	for _, w := range strings.FieldsFunc(s, notInName) {
		if k.authors[strings.TrimRight(w, "-")] != nil {
			n++
		}
	}
	return n
}

// twoPlaces are two places in works with words of a sentence between them.
var twoPlaces = pattern.New(`\d,?\s[^\d]*\p{Ll}{4,}[^\d]*\s\d`)

// shortIn says whether a text names one of the authors before a short title and a page.
func (k knownWorks) shortIn(text string) bool {
	for at := 0; at < len(text); {
		end := at + strings.IndexFunc(text[at:], notInName)
		if end < at {
			return false
		}
		if words := k.authors[text[at:end]]; words != nil && k.shortAt(text[end:], words) > 0 {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		at = end + size
	}
	return false
}

func notInName(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '-' }

var (
	// coAuthors are names before an author: "Moor and ", or his initials.
	coAuthors = pattern.New(`(?:^|[\s(])(?:\p{Lu}\.\s?){1,3}$|(?:(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+(?:\s?/\s?|,?\s(?:and|und|et|y|e|&)\s|,\s)){1,3}(?:\p{Lu}\.\s?){0,3}$`)
	// looseWork is what follows an author in a sentence: a title as most languages
	// write it, and a place in it; plainWork one with commas in it.
	looseWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}(?:\set\sal\.|\su\.\s?a\.)?[,:]\s(\p{Lu}[^,;:.()“”"«»„]{1,80}),\s(?:` + atPage + `)`)
	plainWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}(?:\set\sal\.|\su\.\s?a\.)?[,:]\s(?:(?:in|dans)\s)?(\p{Lu}[\p{L}’'-]*(?:,?\s(?:\p{Ll}{1,3}|` + joinsTitle + `|\p{Lu}[\p{L}’'-]*)){0,9}),\s(?:` + atPage + `)`)
	// plainPlace is a title without an author, and a place in the work.
	plainPlace = pattern.New(`^(\p{Lu}[\p{L}’'-]*(?:\s(?:\p{Ll}{1,3}|` + joinsTitle + `|\p{Lu}[\p{L}’'-]*)){1,9}),\s(` + atPage + `)(?:$|[;,.)]|\s\p{Ll}{2,}\s)`)
	// smallWork is a short title written small, and a place in it: "Banse, überleben, S. 18".
	smallWork = pattern.New(`^,\s(\p{Ll}[\p{L}’'-]{3,40}(?:\s\p{L}+){0,3}),\s(?:` + atPage + `)`)
	// ownedWork is a work whose author owns it: "Moor’s Tolls and Ferries".
	ownedWork = pattern.New(`^[’']s?\s(\p{Lu}[\p{L}’'-]*(?:\s(?:\p{Ll}{1,3}|` + joinsTitle + `|\p{Lu}[\p{L}’'-]*)){1,9})(?:\.?$|,\s(?:` + atPage + `))`)
	// markedWork is what stands between an author and a title that is marked, and
	// markedPage what follows that.
	markedWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}(?:\set\sal\.|\su\.\s?a\.)?(?:[’']s?|[,:])?\s?["“„«‘»]?\s?$`)
	markedPage = pattern.New(`^[,.]?[”"’»“«]?(?:\.?$|,?\s(?:` + atPage + `)|[,.;)]|\s\p{Ll})`)
	// endsTitle is a title alone that ends a sentence.
	endsTitle = pattern.New(`^,\s(\p{Lu}[^,;:.()“”"«»„]{3,100})\.?$`)
	// pageInBrackets is a place in an author's only work: "Moor (p. 40) and Quay (12)".
	pageInBrackets = pattern.New(`^\s\((?:(?:pp?|S|s|págs?)\.\s?\d+(?:\s?[–-]\s?\d+)?|\d{1,3}(?:\s?[–-]\s?\d{1,3})?)(?:\sff?\.?)?\)`)
	// onlyPage is a place in an author's only work: "Moor, 45–50".
	onlyPage = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}(?:\set\sal\.|\su\.\s?a\.)?,\s(?:[IVXLC]+,\s)?(?:(?:pp?|S|s|págs?)\.\s?\d+(?:\s?[–-]\s?\d+)?|\d+\s?[–-]\s?\d+|\d+)(?:\sff?\.?)?(?:\.?$|[;,)]\s)`)
	// tagPage is a place in a work behind what the article calls it: "TLA, I, 90 is".
	tagPage = pattern.New(`^,?\s(?:[IVXLC]+,\s)?(?:(?:pp?|S|s|§§?|arts?)\.?\s?)?\d+(?:\s?[–-]\s?\d+)?(?:$|[\s;,).])`)
)

const (
	// joinsTitle are longer words that a title writes small.
	joinsTitle = `from|with|under|into|over|between|dans|pour|sous|sur|avec|della|delle|degli|nella|entre|para|zwischen|über|unter|nach`
	// atPage is a place in a work.
	atPage = `(?:(?i:appendix|app\.|anhang|annexe)\s\p{Lu}\b|(?i:appendix|app\.|chapters?|chaps?\.|chs?\.?|plates?|figs?\.|tables?|sig\.|book|bk\.|part|section|qq?\.|anhang|kapitel|kap\.|annexe|chapitre|capítulo|cap\.|capitolo|n[°º])\s?(?:\d+(?:\s?[–-]\s?\d+)?|[IVXLCivxlc]+)\b|(?:(?:pp?|S|s|С|с|σ|págs?|esp|insb|bes)\.\s?){0,2}\d[\d–-]*(?:[.:]\d[\d–-]*)*(?:n\d+)?(?:,\s(?:and\s)?\d[\d–-]*)*(?:\sff?\b\.?)?)`
)

// mostKnown is how many such short forms are looked for in one sentence.
const mostKnown = 8

// ofKnown reads the short forms in a sentence of prose that name an author whom
// the article cites, with a word of his title or a page: "On the wages, Moor,
// Tolls, 12, has little to say".
func (p *noteParser) ofKnown(x span) []reading {
	if len(p.known.titles) == 0 {
		return nil
	}
	out := p.byAuthor(x, false)
	for _, b := range p.mask.rounds {
		if b.start > x.start && b.end <= x.end && len(out) < mostKnown {
			out = append(out, p.inKnownBracket(b)...)
		}
	}
	for from := x.start; from < x.end && len(out) < mostKnown; {
		m := theirWork.FindStringSubmatchIndex(p.s[from:x.end])
		if m == nil {
			break
		}
		b := span{from + m[2], from + m[1]}
		if p.mask.free(b.start) {
			if one, ok := p.ofNamed(b, []int{0, m[1] - m[2], 0, m[3] - m[2], m[4] - m[2], m[5] - m[2]}); ok {
				out = append(out, one)
			}
		}
		from = b.end
	}
	if len(out) == 0 {
		out = p.marked(x)
	}
	if m := saidAt.FindStringSubmatchIndex(p.s[x.start:x.end]); len(out) == 0 && m != nil && p.mask.free(x.start+m[0]) && !p.looksFull(x) {
		if one, ok := p.ofNamed(span{x.start + m[2], x.start + m[1]}, []int{0, m[1] - m[2], 0, m[3] - m[2], m[4] - m[2], m[5] - m[2]}); ok {
			out = append(out, one)
		}
	}
	out = p.byTitle(x, out)
	slices.SortStableFunc(out, func(a, b reading) int { return a.span.start - b.span.start })
	return apart(out)
}

// inKnownBracket reads the short forms that stand in a bracket and nothing else.
func (p *noteParser) inKnownBracket(b span) []reading {
	text := b.text(p.s)
	named := bracketName.MatchString(text)
	if named {
		if list := p.byAuthor(b, true); len(list) > 0 {
			return list
		}
	}
	if one, ok := p.ofNamed(b, bracketWork.FindStringSubmatchIndex(text)); ok {
		return []reading{one}
	}
	if named && bracketShort.MatchString(text) && p.looksShort(b) {
		return p.read(b)
	}
	return nil
}

// byTitle adds the titles of works that the article cites, each with a place in it,
// which no author stands before: "he gives The Compleat Smuggler, 9, to Moor".
func (p *noteParser) byTitle(x span, list []reading) []reading {
	if p.looksFull(x) {
		return list
	}
	for at := x.start; at < x.end && len(list) < mostKnown; {
		next := at + strings.IndexByte(p.s[at:x.end], ' ') + 1
		if next == at {
			next = x.end
		}
		taken := slices.ContainsFunc(list, func(r reading) bool { return r.span.start <= at && at < r.span.end })
		if before := lastWord(strings.TrimRight(p.s[x.start:at], " ,")); !taken && before != "" && !startsUpper(before) && startsUpper(p.s[at:x.end]) && p.mask.free(at) && !p.inURL(at) {
			m := plainPlace.FindStringSubmatchIndex(p.s[at:x.end])
			if m != nil && p.known.titled(p.s[at+m[2]:at+m[3]]) {
				one := reading{kind: article.Short, span: span{at, at + m[5]}, back: article.Back{Device: article.NameOnly}}
				one.item.Title, one.loc = cleanTitle(p.s[at+m[2]:at+m[3]]), p.locator(span{at + m[4], at + m[5]})
				list = append(list, one)
			}
		}
		at = next
	}
	return list
}

// marked reads a title in quotation marks that a sentence gives to an author whom it
// names: "As Moor notes, “The Price of Tolls,” the returns undercount".
func (p *noteParser) marked(x span) []reading {
	t, ok := p.title(x)
	if !ok || !p.quotedAt(t.start) || !p.known.titled(t.text(p.s)) {
		return nil
	}
	m := nameSays.FindStringSubmatch(p.s[x.start:t.start])
	if m == nil || p.known.authors[m[1]] == nil || !titleKnown(t.text(p.s), p.known.authors[m[1]]) {
		return nil
	}
	one := reading{kind: article.Short, span: t, back: article.Back{Device: article.NameOnly}}
	one.item.Author, _ = fields.Names(m[1], p.familyFirst)
	one.item.Title = cleanTitle(t.text(p.s))
	return []reading{one}
}

// nameSays is an author and a verb or two before a title that a comma or a bracket parts from them.
var nameSays = pattern.New(`(?:^|\s)(\p{Lu}[\p{L}-]+)(?:[’']s)?\s(?:\p{Ll}+\s){0,3}\p{Ll}+(?:,\s|\s\()["“„«‘]\s?$`)

// apart leaves out what begins inside the reading before it.
func apart(list []reading) []reading {
	end := 0
	return slices.DeleteFunc(list, func(r reading) bool {
		if r.span.start < end {
			return true
		}
		end = r.span.end
		return false
	})
}

// byAuthor reads the short forms in a stretch that begin with an author whom the
// article cites; inside says that the stretch is a bracket.
func (p *noteParser) byAuthor(x span, inside bool) []reading {
	var out []reading
	for at := x.start; at < x.end && len(out) < mostKnown; {
		r, size := utf8.DecodeRuneInString(p.s[at:])
		if notInName(r) {
			at += size
			continue
		}
		end := at
		for end < x.end {
			r, size = utf8.DecodeRuneInString(p.s[end:])
			if notInName(r) {
				break
			}
			end += size
		}
		words := p.known.authors[p.s[at:end]]
		if words != nil && (len(words) > 0 || !p.looksFull(x)) && (inside || p.mask.free(at)) && !p.inTitle(at) && !p.inURL(at) {
			if stop := p.workAt(span{end, x.end}, words); stop > end && (!p.givenBefore(x.start, at) || !p.looksFull(x)) {
				start := at
				if m := coAuthors.FindString(p.s[max(x.start, at-maxNames):at]); p.known.named(m) || strings.HasSuffix(strings.TrimRight(m, " "), ".") {
					start -= len(strings.TrimLeft(m, " ("))
				}
				one := reading{kind: article.Short, span: span{start, stop}, back: article.Back{Device: article.NameOnly}}
				if pageInBrackets.MatchString(p.s[end:stop]) {
					one.item.Author, _ = fields.Names(p.s[start:end], p.familyFirst)
					one.loc = p.locator(span{end + len(" ("), stop})
				} else {
					p.shortFields(&one, one.span)
				}
				out = append(out, one)
				end = stop
			}
		}
		at = end
	}
	return out
}

// givenBefore says whether a given name stands right before a surname at offset at,
// in the stretch that begins at start.
func (p *noteParser) givenBefore(start, at int) bool {
	head := strings.TrimRight(p.s[start:at], " ")
	w := lastWord(head)
	for w != "" && len(head) < at-start && particle.FindString(w) == w { // Carl von Moor
		head = strings.TrimRight(strings.TrimSuffix(head, w), " ")
		w = lastWord(head)
	}
	return len(head) < at-start && w != "" && startsUpper(w) && fields.GivenName(w+" ")
}

// bracketName is a name at the start of a bracket, and what parts it from a title.
var bracketName = pattern.New(`^(?:see\s|cf\.\s|vgl\.\s|voir\s|so\s)?(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+,\s`)

// ofNamed is the work at b, of whose title and page m tells, whose author the note
// named before: "as Moor notes (Tolls and Ferries, 40)".
func (p *noteParser) ofNamed(b span, m []int) (reading, bool) {
	if m == nil || yearish(p.s[b.start+m[4]:b.start+m[5]]) {
		return reading{}, false
	}
	title := p.s[b.start+m[2] : b.start+m[3]]
	r := reading{kind: article.Short, span: b, back: article.Back{Device: article.NameOnly}, loc: p.locator(span{b.start + m[4], b.end})}
	r.item.Title = cleanTitle(title)
	names := strings.FieldsFunc(p.s[:b.start], notInName)
	for _, name := range slices.Backward(names) {
		if words := p.known.authors[name]; words != nil && titleKnown(title, words) {
			r.item.Author, _ = fields.Names(name, p.familyFirst)
			return r, true
		}
	}
	return r, p.known.titled(title) // its author's name may be inflected: "по мнению Котовой"
}

// theirWork is a work that a sentence gives to someone named before: "see her Tolls,
// 15"; saidAt says where he says something: "Moor says the same: Tolls, 15", "Moor says
// so at Tolls, 15".
var (
	theirWork = pattern.New(`(?:^|\s)(?:her|his|their|own|seine[rmns]?|ihre[rmns]?|sein|ihr|son|sa|ses|leurs?|sus?|sua|suo|suoi)\s` + titlePage)
	saidAt    = pattern.New(`(?:\p{Ll}:|(?:^|\s)(?:at|in))\s` + titlePage)
)

// titlePage is a title and a page.
const titlePage = `["“„«‘]?\s?(\p{Lu}[^,;:()”"»]{2,80}?)(?:,?\s?[”"»’],?|,)\s(?:(?:pp?|S)\.\s)?(\d+(?:[–-]\d+)?)`

// bracketWork is a title and a place in the work.
var bracketWork = pattern.New(`^(?:see\s|cf\.\s)?["“„«‘]?\s?(\p{Lu}[^,;:().”"»]{2,80}?)(?:,?\s?[”"»’],?|[,.])\s(` + atPage + `)\.?$`)

// maxNames is how far before a surname other names are looked for, in bytes.
const maxNames = 90

// workAt is the end of what follows an author, if it is one of the works whose
// words these are, or a page; or 0.
func (p *noteParser) workAt(x span, words map[string]bool) int {
	text := p.s[x.start:x.end]
	if n := p.known.shortAt(text, words); n > 0 {
		return x.start + n
	}
	if len(words) == 0 {
		return x.start + len(strings.TrimRight(tagPage.FindString(text), " ;,)."))
	}
	if t, ok := p.title(x); ok && t.start-x.start < 60 && markedWork.MatchString(p.s[x.start:t.start]) && titleKnown(t.text(p.s), words) {
		if m := markedPage.FindString(p.s[t.end:x.end]); m != "" || t.end == x.end {
			return t.end + len(strings.TrimRight(m, ";) "+lowerLetters))
		}
	}
	if m := endsTitle.FindStringSubmatchIndex(text); m != nil {
		if said := wordsOf(text[m[2]:m[3]]); len(said) > 1 && !slices.ContainsFunc(said, func(w string) bool { return !words[w] }) {
			return x.start + m[3]
		}
	}
	if m := pageInBrackets.FindString(text); m != "" {
		return x.start + len(m)
	}
	if m := onlyPage.FindString(text); m != "" && !yearish(strings.Trim(m, ";,). ")) {
		return x.start + len(strings.TrimRight(m, " ;,)"))
	}
	return 0
}

// shortAt is the length of what follows an author at the start of a text, if it is a
// title without marks that has a word of these, and a page; or 0.
func (k knownWorks) shortAt(text string, words map[string]bool) int {
	for _, form := range []*pattern.Pattern{looseWork, plainWork, ownedWork, smallWork} {
		if m := form.FindStringSubmatchIndex(text); m != nil && titleKnown(text[m[2]:m[3]], words) && !reporterBehind.MatchString(text[m[1]:]) {
			return m[1]
		}
	}
	return 0
}

// reporterBehind is the abbreviation of a journal and a page behind what is its volume
// and no place in a work: "Tolls, 101 SALT L. REV. 1177".
var reporterBehind = pattern.New(`^\s(?:\p{Lu}[\p{L}.’'-]*\s)(?:(?:\p{Lu}[\p{L}.’'-]*|&|of|the|and|on|in|for|OF|AND)\s){0,8}?\d{1,5}(?:[,.\s]|$)`)

const lowerLetters = "abcdefghijklmnopqrstuvwxyz"

// titled says whether two words or more that tell something are all of one work's title.
func (k knownWorks) titled(title string) bool {
	said := slices.DeleteFunc(wordsOf(title), func(w string) bool { return tables().small[w] })
	if len(said) < 2 {
		return false
	}
	rarest := k.byWord[said[0]]
	for _, w := range said[1:] {
		if ids := k.byWord[w]; len(ids) < len(rarest) {
			rarest = ids
		}
	}
	return slices.ContainsFunc(rarest, func(id int) bool {
		return !slices.ContainsFunc(said, func(w string) bool { return !k.titles[id][w] })
	})
}

// titleKnown says whether a short title has a word of the titles whose words these are.
func titleKnown(title string, words map[string]bool) bool {
	for _, w := range wordsOf(title) {
		if len(w) >= leastTitleWord && words[w] {
			return true
		}
	}
	return false
}
