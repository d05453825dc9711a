package citation

import (
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

const (
	locWord   = `pp?\.|pages?\b|pgs?\.|S\.|s\.|ss\.|Seiten?\b|С\.|с\.|стр\.|σσ?\.|str\.|עמ['׳]|ص|blz\.|sid\.|at|fols?\.|f\.|Bl\.|chs?\.|chap\.|chapters?\b|kap\.|Kap\.|cap\.|§+|secs?\.|sect\.|¶+|paras?\.|par\.|Rn\.|Rdnr\.|nn?\.|notes?\b|Anm\.|vols?\.|Bd\.|t\.|Nr\.|nos?\.|lines?\b|l\.|vv?\.|art\.|Art\.|[Bb]ox\b|bk\.|pts?\.|[Pp]art\b|mm?\.|bars?\b|[Ff]igs?\.|[Ff]igures?\b|[Pp]lates?\b|[Pp]ls?\.|Abb\.|Taf\.|[Tt]ables?\b|[Tt]ab\.|cols?\b\.?|Sp\.|exx?\.|[Cc]anto\b`
	number    = `(?:\d{1,2}:\d\d:\d\d|\d+:\d+|\d{1,3}(?:\.\d{1,3}){1,3}\b|[۰-۹٠-٩]+|\d+(?:[a-z]?n\d+|[a-z])?(?:\((?:\d{1,2}|\p{L}|[ivx]{2,4})\))*|[ivxlc]+\b|[IVXLC]+\b)`
	numbersOf = number + `(?:\s?[–—‑,&-]\s?` + number + `|,?\s?(?:and|und|et)\s?\d+(?:\s?[–-]\s?\d+)?)*(?:\s?(?:ff?\b\.?|et seq\.?|sqq?\.|(?:et |y |e )?ss\.|et s\.|(?:e )?segg\.|y sigs?\.|i n(?:ast|n)?\.|e\.v\.|n\.?\s?\d+))?`
)

var (
	marked = pattern.New(`(?:^|[\s,;(、，:.])(` + locWord + `)\s?(` + numbersOf + `)`)
	hereAt = pattern.New(`(?i)\b(?:hier|here|esp\.|especially|insb\.)\s(?:(S\.|pp?\.)\s?)?(` + numbersOf + `)`)
	// hereBehind is the place that is meant, behind the pages of the whole: "S. 44–60, hier S. 46".
	hereBehind = pattern.New(`\d\.?(?:\s?ff?\.)?,?\s\(?(?i:hier|here|esp\.|especially|insb\.|insbes\.|bes\.|spéc\.|notamment|in part\.)\s(?:(S\.|pp?\.)\s?)?(` + numbersOf + `)`)
	// leafSide is a leaf of a manuscript by its sides: "c. 6v"; leafBare is one without,
	// by letters that are another word in most languages.
	leafSide  = pattern.New(`(?:^|[\s,;(])(?:cc?|kk?|[Лл]{1,2}|[Bb]l|ff?|fols?|fls?)\.\s?(\d+\s?[rv]o?(?:\s?[–-]\s?(?:\d+\s?)?[rv]o?)?)(?:[\s,.;)]|$)`)
	leafBare  = pattern.New(`(?:^|[\s,;(])(?:cc?|kk?)\.\s?(\d+(?:\s?[–-]\s?\d+)?)`)
	cjkPages  = pattern.New(`(?:第)?(\d+(?:\s?[–—~～-]\s?\d+)?)\s?(쪽|页|頁|면|\.\so(?:ld)?\.)|[页頁]\s?(\d+(?:\s?[–—~～-]\s?\d+)?)`)
	trailing  = pattern.New(`(?:^|[,:.]\s?|\s)(` + numbersOf + `)(?:,?\s(?:(?:and|et|und)\s)?passim\b)?\W*(?:\([^)]*\))?\W*$`)
	inSquares = pattern.New(`^[\s,.:]*\[(\d{1,4}(?:\s?[–-]\s?\d{1,4})?)\]`) // OSCOLA's paragraph of a judgment
	// initialStart is an initial, or the English word, that looks like a Roman number.
	initialStart = pattern.New(`^[\s,.:]*(?:[IVXLC]\.\s?(?:-|\p{Lu})|I\s\p{Ll})`)
	// pageBehind is the page before the number of a note of the work, noteBehind such
	// a number behind a page: "44, note 20".
	pageBehind = pattern.New(`(?:^|[\s,(])(\d+(?:\s?[–-]\s?\d+)?),?\s$`)
	noteBehind = pattern.New(`^,?\s(?:nn?\.|notes?|Anm\.|Fn\.|nota|noot|przyp\.)\s?\d+\b`)
	kantian    = pattern.New(`(?:^|,\s)([AB]\s?\d{1,3}(?:\s?/\s?B\s?\d{1,3})?)\.?$`) // pages of a first and a second edition
	leadingAt  = pattern.New(`^[\s,.:]*(` + numbersOf + `)`)
)

// labels are the CSL terms of locator words.
func labelOf(word string) string {
	w := strings.ToLower(strings.TrimSpace(word))
	for _, form := range []string{w, w + "."} {
		if l, ok := tables().locators[form]; ok {
			return l
		}
	}
	switch w {
	case "쪽", "页", "頁", "면", "ص":
		return "page"
	case "§§", "§":
		return "section"
	case "¶", "¶¶":
		return "paragraph"
	}
	return "page"
}

// locator is the last part of the work that a stretch names, or nil.
func (p *noteParser) locator(x span) *article.Locator {
	if x.start >= x.end {
		return nil
	}
	text := p.s[x.start:x.end]
	if len(text) > 400 {
		text = text[:400]
	}
	if m := hereAt.FindStringSubmatch(text); m != nil {
		label := "page"
		if m[1] != "" {
			label = labelOf(m[1])
		}
		return &article.Locator{Label: label, Value: m[2]}
	}
	if l := p.leafOf(text); l != nil {
		return l
	}
	if m := cjkPages.FindStringSubmatch(text); m != nil {
		return &article.Locator{Label: "page", Value: m[1] + m[3]}
	}
	if m := kantian.FindStringSubmatch(text); m != nil {
		return &article.Locator{Label: "page", Value: m[1]}
	}
	if m := inSquares.FindStringSubmatch(text); m != nil {
		return &article.Locator{Label: "paragraph", Value: m[1]}
	}
	if m := p.freeMatch(marked, x, text); m != nil {
		value := text[m[4]:m[5]]
		label := labelOf(text[m[2]:m[3]])
		if label == "volume" || label == "issue" {
			if again := p.freeMatch(marked, span{x.start + m[1], x.end}, text[m[1]:]); again != nil {
				rest := text[m[1]:]
				return &article.Locator{Label: labelOf(rest[again[2]:again[3]]), Value: trimNumber(rest[again[4]:again[5]])}
			}
		}
		if label == "section" && strings.HasPrefix(text[m[2]:], "art") && strings.Trim(text[:m[2]], " ,.") != "" {
			return nil
		}
		if page := pageBehind.FindStringSubmatch(text[:m[2]]); (label == "figure" || label == "table") && page != nil && !yearish(page[1]) {
			return &article.Locator{Label: "page", Value: trimNumber(page[1])} // "63, table 3.1"
		}
		if page := pageBehind.FindStringSubmatchIndex(text[:m[2]]); label == "note" && page != nil && !yearish(text[page[2]:page[3]]) {
			return &article.Locator{Label: "page", Value: trimNumber(text[page[2]:m[5]])}
		}
		if label == "page" {
			value = trimNumber(value) + noteBehind.FindString(text[m[5]:])
		}
		return &article.Locator{Label: label, Value: trimNumber(value)}
	}
	if m := leadingAt.FindStringSubmatch(text); m != nil && !initialStart.MatchString(text) && !strings.HasPrefix(strings.TrimLeft(text[len(m[0]):], " "), "/") && !yearish(m[1]) {
		return &article.Locator{Label: "page", Value: trimNumber(m[1])}
	}
	if m := trailing.FindStringSubmatchIndex(text); m != nil && !yearish(text[m[2]:m[3]]) && p.mask.depth[x.start+m[2]] <= p.mask.depth[x.start] && !p.inTitle(x.start+m[2]) {
		return &article.Locator{Label: "page", Value: trimNumber(text[m[2]:m[3]])}
	}
	return nil
}

// leafOf is the leaf of a manuscript that a text names, or nil.
func (p *noteParser) leafOf(text string) *article.Locator {
	m := leafSide.FindStringSubmatch(text)
	switch p.language {
	case "it", "pl", "cs", "sk":
		if m == nil {
			m = leafBare.FindStringSubmatch(text)
		}
	}
	if m == nil || yearish(m[1]) {
		return nil
	}
	return &article.Locator{Label: "folio", Value: m[1]}
}

// hereBehind is the place in a work that a full reference says is meant, or nil.
func (p *noteParser) hereBehind(x span) *article.Locator {
	text := p.s[x.start:x.end]
	m := p.freeMatch(hereBehind, x, text)
	if m == nil {
		return nil
	}
	l := &article.Locator{Label: "page", Value: trimNumber(text[m[4]:m[5]])}
	if m[2] >= 0 {
		l.Label = labelOf(text[m[2]:m[3]])
	}
	return l
}

// freeMatch is the first match whose number stands outside titles and quotes.
func (p *noteParser) freeMatch(re *pattern.Pattern, x span, text string) []int {
	for from := 0; from < len(text); {
		m := re.FindStringSubmatchIndex(text[from:])
		if m == nil {
			return nil
		}
		at := x.start + from + m[4]
		if !p.inTitle(at) && !p.inURL(at) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += from
				}
			}
			return m
		}
		from += m[1]
	}
	return nil
}

func trimNumber(s string) string { return strings.TrimRight(strings.TrimSpace(s), ",.& ") }

// yearish says whether a number is rather a year.
func yearish(s string) bool {
	return len(s) == 4 && digit(s[1]) && digit(s[2]) && digit(s[3]) && (s[0] == '1' && s[1] >= '4' || s[0] == '2' && s[1] == '0')
}
