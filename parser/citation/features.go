package citation

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
)

var (
	tailStart = regexp.MustCompile(`(?i)^(?:https?:|www\.|doi\b|accessed|retrieved|abgerufen|zugriff|available|archived|last (?:modified|accessed|visited)|consult|zuletzt|isbn|issn|pdf\b|online\b|url\b|printed|reprint|translated|trans\. by|transl?\.|edited by|ed\. by|from the original|preface|\[?archived|via\b|edit(?:ion)?\b)`)
	partOnly  = regexp.MustCompile(`(?i)^(?:pp?|pgs?|s|с|стр|fols?|vols?|bde?|t|tom|tome|ch|chap|no|nr|art|sec|§+|¶+|ep|bk|lib|cap|pt|ser|ss|σ|л|s\.a|o\.\s?j)\.?\s?[\divxlc]+[\s\d,.–—&and-]*(?:ff?\.?|et seq\.?)?\W*$`)
	imprint   = regexp.MustCompile(`^[\p{Lu}\[][\p{L} .’'&/\[\]-]{1,50}(?:,\s?[\p{L}. ]{2,20})?\s?[:：]\s?[^:]{2,80}[,，]\s?(?:c\.?\s?)?\d{4}`)
	volIssue  = regexp.MustCompile(`(?i)\b(?:vol\.?\s*\d+|\d+\s*,\s*no\.?\s*\d+|\d+\s*\(\d{4}\)|no\.\s*\d+\s*\(|\d+\s+\p{Lu}[\p{L}.]*(?:\s[\p{Lu}&][\p{L}.]*){0,4}\s+\d+|\d+호|第\d+[期号号])`)
	caseName  = regexp.MustCompile(`\p{Lu}[\p{L}.'’ &-]*\sv\.?\s\p{Lu}`)
	parenPub  = regexp.MustCompile(`\([^()]*\b(?:1[4-9]|20)\d\d[a-z]?(?:[–-]\d+)?\)`)
	nameComma = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|del|della|di|da|du|la|le|and|und|et|y|&)){0,8}(?:\set\sal\.?)?\s?(?:\((?:ed|eds|Hg|Hrsg)\.?\))?[,:]`)
	letterAny = regexp.MustCompile(`\p{L}`)
)

// small are words that titles and names write small, in several languages.
const small = `|of|the|and|in|to|a|an|on|for|at|by|from|with|as|or|nor|de|la|le|les|des|du|et|en|au|aux|sur|der|die|das|und|im|am|zur|zum|von|vom|für|auf|mit|dem|den|des|ein|eine|el|los|las|y|del|al|il|lo|gli|i|e|di|da|dei|della|delle|do|dos|das|um|uma|van|het|een|och|og|av|af|z|w|na|do|o|v|pp|p|vol|no|ed|eds|trans|et|al|cf|ff|f|s|n|ch|repr|rev|vols|sq|seq|passim|per|pour|par|sous|ss|note|notes|part|page|pages|edit|edition|chap|sec|art|tom|ser|series|fol|op|cit|loc|ibid|id|also|see|hier|bd|hg|hrsg|nr|jg|t|l|c|d|against|between|without|into|upon|about|prior|during|after|before|under|its|their|his|her|our|my|your|nd|rd|th|st|`

// words counts the words of a stretch that stand outside quotes, italics and
// addresses: all, and those written small that are no particles.
func (p *noteParser) count(x span) (all, lower int) {
	it := 0
	for i := x.start; i < x.end; {
		for it < len(p.italics) && p.italics[it].end <= i {
			it++
		}
		if it < len(p.italics) && p.italics[it].start <= i {
			i = min(p.italics[it].end, x.end)
			continue
		}
		r, size := utf8.DecodeRuneInString(p.s[i:])
		if !unicode.IsLetter(r) || !p.mask.free(i) {
			i += size
			continue
		}
		j := i
		for j < x.end {
			r, size = utf8.DecodeRuneInString(p.s[j:])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
				break
			}
			j += size
		}
		w := p.s[i:j]
		first, _ := utf8.DecodeRuneInString(w)
		all++
		if unicode.IsLower(first) && strings.Trim(w, "ivxlc") != "" && !strings.Contains(small, "|"+strings.ToLower(w)+"|") && len(w) > 1 {
			lower++
		}
		i = max(j, i+1)
	}
	return all, lower
}

// prose says whether a stretch reads like a sentence and not like a reference.
func (p *noteParser) prose(x span) bool {
	all, lower := p.count(x)
	if lower >= 3 && p.structured(x) {
		return false
	}
	return lower >= 4 && lower*10 >= all*3 || lower >= 3 && lower*10 >= all*4
}

// structured says whether a stretch has the build of a reference although its
// title is written small, as most languages do: a name and a comma at its
// start, several parts, a year towards its end.
func (p *noteParser) structured(x span) bool {
	text := p.s[x.start:x.end]
	if !nameComma.MatchString(text) || strings.Count(text, ",")+strings.Count(text, ":") < 3 {
		return false
	}
	y := p.year(x)
	return y >= 0 && x.end-y < 60
}

// hasURL says whether an address stands in a stretch.
func (p *noteParser) hasURL(x span) bool {
	i := sort.Search(len(p.urls), func(i int) bool { return p.urls[i].at >= x.start })
	return i < len(p.urls) && p.urls[i].at < x.end
}

// hasYear says whether a year stands in a stretch, outside titles.
func (p *noteParser) hasYear(x span) bool {
	return p.year(x) >= 0
}

// year is the offset of the last year outside titles, or -1.
func (p *noteParser) year(x span) int {
	at := -1
	for i := nextYear(p.s[:x.end], x.start, x.start); i >= 0; i = nextYear(p.s[:x.end], x.start, i+4) {
		if !p.inTitle(i) && !p.inURL(i) {
			at = i
		}
	}
	return at
}

func (p *noteParser) inTitle(i int) bool { return i < len(p.flags) && p.flags[i]&titleFlag != 0 }

func (p *noteParser) inURL(i int) bool { return i < len(p.flags) && p.flags[i]&urlFlag != 0 }

// maxTitle is the longest quoted stretch that is taken for a title, in bytes;
// a longer one is a quotation.
const maxTitle = 240

// title is the first quoted or italic stretch that may be a title.
func (p *noteParser) title(x span) (span, bool) {
	best := span{-1, -1}
	first := sort.Search(len(p.mask.quotes), func(i int) bool { return p.mask.quotes[i].start >= x.start })
	for _, q := range p.mask.quotes[first:] {
		if q.start >= x.end {
			break
		}
		if q.end <= x.end && q.end-q.start <= maxTitle && letterAny.MatchString(q.text(p.s)) {
			best = q
			break
		}
	}
	for _, q := range p.italics {
		if q.start >= x.start && q.end <= x.end && (best.start < 0 || q.start < best.start) && p.titleItalic(q) {
			best = q
			break
		}
	}
	return best, best.start >= 0
}

// titleItalic tells an italic title from italic words such as "ibid." and "see".
func (p *noteParser) titleItalic(q span) bool {
	t := strings.Trim(q.text(p.s), " .,;:()")
	if len(t) < 3 || !letterAny.MatchString(t) || signal(t+" x") == len(t)+1 {
		return false
	}
	switch strings.ToLower(t) {
	case "see", "see also", "cf", "et al", "supra", "infra", "in", "note", "passim", "sic", "inter alia", "et seq", "contra", "accord", "above", "below":
		return false
	}
	if h, ok := backWord(t, 0); ok && h.end >= len(t)-1 {
		return false
	}
	return true
}

// tail says whether a piece only goes on with the reference before it.
func (p *noteParser) tail(x span) bool {
	t := p.s[x.start:x.end]
	if tailStart.MatchString(t) || partOnly.MatchString(t) || imprint.MatchString(t) || !letterAny.MatchString(t) {
		return true
	}
	if len(p.urls) > 0 && p.urlAt(x.start) {
		return true
	}
	return t[0] >= '0' && t[0] <= '9' && len(t) < 40 && !p.prose(x)
}

func (p *noteParser) urlAt(i int) bool {
	for _, u := range p.urls {
		if u.at <= i && i < u.end {
			return u.Visible != "" || u.Form != "href"
		}
	}
	return false
}

// complete says whether a group has all that a reference needs.
func (p *noteParser) complete(g span) bool {
	if p.hasURL(g) {
		return true
	}
	if y := p.year(g); y >= 0 {
		// "Name (2004)." and "Name (May 6, 2003)." wait for their title.
		_, titled := p.title(g)
		end := strings.TrimRight(p.s[g.start:g.end], ". ")
		return titled || !strings.HasSuffix(end, ")") || strings.IndexByte(p.s[g.start:g.end], ',') < y-g.start && !nameOnly(p.s[g.start:y])
	}
	return false
}

// nameOnly says whether s is just a name and an opening bracket.
func nameOnly(s string) bool {
	s = strings.TrimRight(s, " (0123456789,;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.'’-")
	return s == ""
}

// joins says whether piece x belongs to the reference before it.
func (p *noteParser) joins(g, x span, semicolon bool) bool {
	text := p.s[x.start:x.end]
	if p.tail(x) && !p.prose(g) {
		return true
	}
	if !semicolon && p.holds(g, x) {
		return true
	}
	if signal(text) > 0 || p.startsBack(x) {
		return false
	}
	if h, ok := backWord(p.s[:g.end], g.start); ok && h.word.device == "idem" && g.end-h.end <= 1 {
		return true // "Он же. Title": the word stands for the author
	}
	if semicolon {
		if familyGiven.MatchString(p.s[g.start:g.end]) && parenPub.MatchString(text) {
			return true // "Keller, Bill; Times, Special (1988).": several authors
		}
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsLower(r) && !p.hasYear(x) && !p.prose(x) && !p.hasURL(x)
	}
	if p.prose(x) || p.prose(g) || p.complete(g) || p.hasBack(g) {
		return false
	}
	if _, ok := p.title(g); ok && endsWithLocator(p.s[g.start:g.end]) {
		return false
	}
	return !endsWithPage(p.s[g.start:g.end]) || p.hasYear(x)
}

// containerStart is a word that names what holds a work.
var containerStart = regexp.MustCompile(`^(?:In|in|IN|En|em|Em|Nel|W|В)(?::\s|\s\p{Lu}|\s["“„«])`)

// holds says whether piece x names what holds the work of the reference before
// it: "In: Zeitschrift …", or the journal behind a title that a full stop ends.
func (p *noteParser) holds(g, x span) bool {
	if p.startsBack(x) || p.prose(x) || p.hasWritten(g) {
		return false
	}
	if place, publisher, ok := strings.Cut(p.s[x.start:x.end], ": "); ok && len(place) < 60 && fields.Place(place) && publisher != "" && p.hasYear(g) {
		return true // "Author, 1987: Title. Opladen: Publisher."
	}
	if name, _, _ := strings.Cut(p.s[x.start:x.end], ". "); p.hasYear(g) && p.complete(g) && fields.Publisher(strings.Trim(name, " .")) {
		return true
	}
	if containerStart.MatchString(p.s[x.start:x.end]) {
		return nameComma.MatchString(p.s[g.start:g.end]) || !p.prose(g)
	}
	if signal(p.s[x.start:x.end]) > 0 {
		return false
	}
	t, ok := p.title(g)
	if _, other := p.title(x); !ok || other && !p.italicAt(x.start) || p.prose(g) {
		return false
	}
	if !p.quotedAt(t.start) {
		return false
	}
	behind := strings.Trim(p.s[t.end:g.end], " .”\"’»'")
	held := p.s[x.start:x.end]
	if behind == "" && (p.hasYear(x) || p.hasYear(g) && g.start < t.start-1) {
		return true
	}
	// "Title". Site. Publisher.
	return bareName(behind) && bareName(strings.TrimRight(held, ". "))
}

// bareName says whether s may be nothing but the name of a site or a publisher.
func bareName(s string) bool {
	return !strings.ContainsAny(s, ",;:(") && len(strings.Fields(s)) <= 8 && !strings.ContainsAny(s, "0123456789")
}

// hasWritten says whether an address is written out in a stretch.
func (p *noteParser) hasWritten(x span) bool {
	for i := x.start; i < x.end; i++ {
		if p.inURL(i) {
			return true
		}
	}
	return false
}

// quotedAt says whether a quotation starts at offset i, italicAt italics.
func (p *noteParser) quotedAt(i int) bool {
	k := sort.Search(len(p.mask.quotes), func(k int) bool { return p.mask.quotes[k].start >= i })
	return k < len(p.mask.quotes) && p.mask.quotes[k].start == i
}

func (p *noteParser) italicAt(i int) bool {
	k := sort.Search(len(p.italics), func(k int) bool { return p.italics[k].start >= i })
	return k < len(p.italics) && p.italics[k].start == i
}

var familyGiven = regexp.MustCompile(`^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’ -]*$`)

var (
	locatorEnd = regexp.MustCompile(`(?:,|\bp\.|\bpp\.|S\.|\.)\s*[\divxlc]+[\s\d,–—-]*(?:ff?|n\d+)?\.?$`)
	pageEnd    = regexp.MustCompile(`,\s*(?:pp?\.\s*)?\d+[\s\d,–—-]*(?:ff?|n\d+)?\.?$`)
)

func endsWithLocator(s string) bool { return locatorEnd.MatchString(strings.TrimSpace(s)) }

func endsWithPage(s string) bool { return pageEnd.MatchString(strings.TrimSpace(s)) }
