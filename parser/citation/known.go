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

// knownWorks are the works that an article cites in full. A sentence that names one
// of their authors and his title cites the work in short, whatever else it says.
type knownWorks struct {
	// by are the words of titles, in small letters, by the surnames of their authors.
	by map[string]map[string]bool
	// words are those of all titles.
	words map[string]bool
}

// leastTitleWord is how long a word of a title is that tells something, in bytes.
const leastTitleWord = 4

// worksOf collects the works that the notes of an article cite in full.
func worksOf(a *article.Article) knownWorks {
	known := knownWorks{by: map[string]map[string]bool{}, words: map[string]bool{}}
	for _, c := range a.Citations() {
		if c.Kind != article.Full || c.Item.Title == "" {
			continue
		}
		for _, n := range append(slices.Clip(c.Item.Author), c.Item.Editor...) {
			if utf8.RuneCountInString(n.Family) < 3 || strings.ContainsRune(n.Family, ' ') {
				continue
			}
			if known.by[n.Family] == nil {
				known.by[n.Family] = map[string]bool{}
			}
			for _, w := range wordsOf(c.Item.Title + " " + c.Item.ContainerTitle) {
				known.by[n.Family][w], known.words[w] = true, true
			}
		}
	}
	return known
}

// wordsOf are the longer words of a text, in small letters.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// named says whether a text names one of the authors.
func (k knownWorks) named(s string) bool {
	for _, w := range strings.FieldsFunc(s, notInName) {
		if k.by[strings.TrimRight(w, "-")] != nil {
			return true
		}
	}
	return false
}

// mayBeIn says whether [noteParser.ofKnown] may find a work in some stretches of a
// note's text: one that names an author, or gives a work to one named before it.
func (k knownWorks) mayBeIn(s string, stretches []span) bool {
	return slices.ContainsFunc(stretches, func(x span) bool {
		text := x.text(s)
		return k.named(text) || k.named(s[:x.start]) && (strings.ContainsAny(s[max(0, x.start-1):x.end], "([") || theirWork.MatchString(text))
	})
}

func notInName(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '-' }

var (
	// coAuthors are names before an author: "Moor and ", or his initials.
	coAuthors = pattern.New(`(?:^|[\s(])(?:\p{Lu}\.\s?){1,3}$|(?:(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+(?:\s?/\s?|,?\s(?:and|und|et|y|e|&)\s|,\s)){1,3}(?:\p{Lu}\.\s?){0,3}$`)
	// looseWork is what follows an author in a sentence: a title as most languages
	// write it, and a place in it; plainWork one with commas in it.
	looseWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}[,:]\s(\p{Lu}[^,;:.()“”"«»„]{1,80}),\s(?:` + atPage + `)`)
	plainWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}[,:]\s(?:(?:in|dans)\s)?(\p{Lu}[\p{L}’'-]*(?:,?\s(?:\p{Ll}{1,3}|` + joinsTitle + `|\p{Lu}[\p{L}’'-]*)){0,9}),\s(?:` + atPage + `)`)
	// ownedWork is a work whose author owns it: "Moor’s Tolls and Ferries".
	ownedWork = pattern.New(`^[’']s?\s(\p{Lu}[\p{L}’'-]*(?:\s(?:\p{Ll}{1,3}|` + joinsTitle + `|\p{Lu}[\p{L}’'-]*)){1,9})(?:\.?$|,\s(?:` + atPage + `))`)
	// markedWork is what stands between an author and a title that is marked, and
	// markedPage what follows that.
	markedWork = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2}(?:[’']s?|[,:])?\s?["“„«‘»]?\s?$`)
	markedPage = pattern.New(`^[,.]?[”"’»“«]?(?:\.?$|,?\s(?:` + atPage + `)|[,.;)]|\s\p{Ll})`)
	// onlyPage is a place in an author's only work: "Moor, 45–50".
	onlyPage = pattern.New(`^(?:(?:\s(?:and|und|et|y|e|&)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+){0,2},\s(?:(?:pp?|S|s|págs?)\.\s?\d+(?:\s?[–-]\s?\d+)?|\d+\s?[–-]\s?\d+|\d+)(?:\sff?\.?)?(?:\.?$|[;,)]\s)`)
)

const (
	// joinsTitle are longer words that a title writes small.
	joinsTitle = `from|with|under|into|over|between|dans|pour|sous|sur|avec|della|delle|degli|nella|entre|para|zwischen|über|unter|nach`
	// atPage is a place in a work.
	atPage = `(?:(?i:appendix|app\.|chapters?|chaps?\.|chs?\.|plates?|figs?\.|tables?|sig\.|book|bk\.|part|section|anhang|kapitel|kap\.|annexe|chapitre|capítulo|cap\.|capitolo)\s?[\dIVXLCivxlc]+\b|(?:(?:pp?|S|s|págs?|esp|insb|bes)\.\s?){0,2}\d[\d–-]*(?:,\s\d[\d–-]*)*(?:\sff?\b\.?)?)`
)

// mostKnown is how many such short forms are looked for in one sentence.
const mostKnown = 8

// ofKnown reads the short forms in a sentence of prose that name an author whom
// the article cites, with a word of his title or a page: "On the wages, Moor,
// Tolls, 12, has little to say".
func (p *noteParser) ofKnown(x span) []reading {
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
		words := p.known.by[p.s[at:end]]
		if words != nil && p.mask.free(at) && !p.inTitle(at) && !p.inURL(at) {
			if stop := p.workAt(span{end, x.end}, words); stop > 0 {
				start := at
				if m := coAuthors.FindString(p.s[max(x.start, at-maxNames):at]); p.known.named(m) || strings.HasSuffix(strings.TrimRight(m, " "), ".") {
					start -= len(strings.TrimLeft(m, " ("))
				}
				one := reading{kind: article.Short, span: span{start, stop}, back: article.Back{Device: article.NameOnly}}
				p.shortFields(&one, one.span)
				out = append(out, one)
				end = stop
			}
		}
		at = end
	}
	for _, b := range p.mask.rounds {
		if b.start >= x.start && b.end <= x.end && len(out) < mostKnown {
			if one, ok := p.ofNamed(b, bracketWork.FindStringSubmatch(b.text(p.s))); ok {
				out = append(out, one)
			}
		}
	}
	if m := theirWork.FindStringSubmatchIndex(p.s[x.start:x.end]); len(out) == 0 && m != nil && p.mask.free(x.start+m[2]) {
		text := p.s[x.start:x.end]
		if one, ok := p.ofNamed(span{x.start + m[2], x.start + m[1]}, []string{"", text[m[2]:m[3]], text[m[4]:m[5]]}); ok {
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b reading) int { return a.span.start - b.span.start })
	return out
}

// ofNamed is the work at b, of whose title and page m tells, whose author the note
// named before: "as Moor notes (Tolls and Ferries, 40)".
func (p *noteParser) ofNamed(b span, m []string) (reading, bool) {
	if m == nil {
		return reading{}, false
	}
	names := strings.FieldsFunc(p.s[:b.start], notInName)
	for _, name := range slices.Backward(names) {
		if words := p.known.by[name]; words == nil || !titleKnown(m[1], words) {
			continue
		}
		r := reading{kind: article.Short, span: b, back: article.Back{Device: article.NameOnly}}
		r.item.Author, _ = fields.Names(name, p.familyFirst)
		r.item.Title = cleanTitle(m[1])
		r.loc = &article.Locator{Label: "page", Value: m[2]}
		return r, true
	}
	return reading{}, false
}

// theirWork is a work that a sentence gives to someone named before: "see her Tolls,
// 15", "Moor says the same: Tolls, 15", "Moor says so at Tolls, 15".
var theirWork = pattern.New(`(?:\p{Ll}:|(?:^|\s)(?:her|his|their|own|seiner?|ihrer?|sein|ihr|son|sa|leur|su|sua|suo|at|in))\s["“„«]?(\p{Lu}[^,;:()”"»]{2,80})(?:,?[”"»]|,)\s(?:(?:pp?|S)\.\s)?(\d+(?:[–-]\d+)?)`)

// bracketWork is a title and a page.
var bracketWork = pattern.New(`^(?:see\s|cf\.\s)?["“„«]?(\p{Lu}[^,;:()”"»]{2,80})(?:,?[”"»]|,)\s(?:(?:pp?|S)\.\s)?(\d+(?:[–-]\d+)?)\.?$`)

// maxNames is how far before a surname other names are looked for, in bytes.
const maxNames = 90

// workAt is the end of what follows an author, if it is one of the works whose
// words these are, or a page; or 0.
func (p *noteParser) workAt(x span, words map[string]bool) int {
	text := p.s[x.start:x.end]
	for _, form := range []*pattern.Pattern{looseWork, plainWork, ownedWork} {
		if m := form.FindStringSubmatchIndex(text); m != nil && titleKnown(text[m[2]:m[3]], words) {
			return x.start + m[1]
		}
	}
	if t, ok := p.title(x); ok && t.start-x.start < 60 && markedWork.MatchString(p.s[x.start:t.start]) && titleKnown(t.text(p.s), words) {
		if m := markedPage.FindString(p.s[t.end:x.end]); m != "" || t.end == x.end {
			return t.end + len(strings.TrimRight(m, ";) "+lowerLetters))
		}
	}
	if m := onlyPage.FindString(text); m != "" && !yearish(strings.Trim(m, ";,). ")) {
		return x.start + len(strings.TrimRight(m, " ;,)"))
	}
	return 0
}

const lowerLetters = "abcdefghijklmnopqrstuvwxyz"

// titleKnown says whether a short title has a word of the titles whose words these are.
func titleKnown(title string, words map[string]bool) bool {
	for _, w := range wordsOf(title) {
		if len(w) >= leastTitleWord && words[w] {
			return true
		}
	}
	return false
}
