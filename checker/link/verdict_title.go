package link

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// judgeTitle recognises a page that has become another: neither its titles nor
// its text have anything of the title cited.
//
//	cited “Fire at the Mill”, page “Best Casino Bonus”, no word of a fire or a mill   content-drift
//	cited “Fire at the Mill”, page “Situs Slot Gacor”, no word of a fire or a mill    content-drift: a betting shop
//	cited “Fire at the Mill”, page “Blaze Guts Mill”                                  not: a headline rewritten
//	cited “Fire at the Mill”, page in Japanese                                        not: a translation
//
// It speaks only where all of that is certain: a cited title of three words or
// more, a page below the front page with a title and text of its own, in the
// same script and, by the small words of the title, in the same language.
func judgeTitle(t *task, p *Page) (Result, bool) {
	if len(t.titles) == 0 || !deep(t.first) || p.Scripted || p.Words == nil || p.TextLength < shortPage || p.Title == "" && p.Heading == "" || asksConsent(p) || p.Password {
		return Result{}, false
	}
	betting := sellsBets(p) && nothingOf(t.titles, p)
	if !betting && !unlikeAll(t.titles, p, 3) {
		return Result{}, false
	}
	if betting {
		return Result{
			Verdict: ContentDrift, Status: p.Status,
			Reason: t.at.Hostname() + " now advertises games of chance (“" + clip(p.Title, 80) + "”) and has nothing of the title cited. The domain seems to have changed hands.",
		}, true
	}
	return Result{
		Verdict: ContentDrift, Status: p.Status,
		Reason: "The page at " + t.at.Hostname() + " is called “" + clip(nameOf(p), 80) + "” and has nothing of the title cited, “" + clip(t.titles[0], 80) + "”. Open it and compare.",
	}, true
}

// sellsBets says whether a page is called as those are that betting shops put in
// the place of sites whose domains they bought.
func sellsBets(p *Page) bool {
	_, ok := otherPages()["betting"].find(p.Title, true)
	return ok
}

// nothingOf says whether a page has not one telling word of the titles cited,
// of which each has two or more. It may be in any language.
func nothingOf(titles []string, p *Page) bool {
	for _, cited := range titles {
		if telling, present := tellingWords(cited, p); telling < 2 || present > 0 {
			return false
		}
		if _, ok := otherPages()["betting"].find(cited, true); ok {
			return false
		}
	}
	return len(titles) > 0
}

// byTitle says whether a verdict rests on titles alone. A probe may show more.
func byTitle(t *task, p *Page, r Result) bool {
	if r.Verdict != ContentDrift || p == nil {
		return false
	}
	drift, ok := judgeTitle(t, p)
	return ok && drift.Reason == r.Reason
}

// unlikeAll says whether a page has certainly nothing of any title cited: none
// of its titles is like it, its text has not a quarter of its telling words, of
// which there are least or more, and both are in one language.
func unlikeAll(titles []string, p *Page, least int) bool {
	seen := append([]string{p.Title, p.OGTitle}, p.Headings...)
	for _, cited := range titles {
		telling, present := tellingWords(cited, p)
		if telling < least || present*4 > telling || !sameScript(cited, p.Title+" "+p.Heading) || !sameTongue(cited, p) {
			return false
		}
		for _, s := range seen {
			if s != "" && Alike(cited, s) >= 0.5 {
				return false
			}
		}
	}
	return len(titles) > 0
}

// tellingWords counts the words of a title that say what it is about, and those
// of them that the page's text may hold.
func tellingWords(title string, p *Page) (telling, present int) {
	eachWord([]byte(title), nil, func(w []byte) {
		if len(w) < 4 && (len(w) == 0 || w[0] < 0x80) {
			return
		}
		telling++
		if p.Words.Has(string(w)) {
			present++
		}
	})
	return telling, present
}

// titleInText says whether the text of a page holds most words of a title cited.
func titleInText(titles []string, p *Page) bool {
	for _, cited := range titles {
		if telling, present := tellingWords(cited, p); telling == 0 || present*3 >= telling*2 {
			return true
		}
	}
	return false
}

// sameTongue says whether the small words of a title (the, of, und, à) are on a
// page: at least half of them, and one. Titles without any say nothing.
func sameTongue(title string, p *Page) bool {
	small, present := 0, 0
	for w := range strings.FieldsSeq(title) {
		if len(w) < 2 || len(w) > 3 || strings.ToLower(w) != w || strings.ToUpper(w) == w || strings.ContainsFunc(w, unicode.IsPunct) {
			continue
		}
		small++
		if p.Words.Has(w) {
			present++
		}
	}
	return present > 0 && present*2 >= small
}

// sameScript says whether two texts are mostly in letters of one script.
func sameScript(a, b string) bool {
	x, y := mainScript(a), mainScript(b)
	return x == y && x != ""
}

func mainScript(s string) string {
	scripts := []struct {
		name  string
		table *unicode.RangeTable
	}{
		{"Latin", unicode.Latin},
		{"Cyrillic", unicode.Cyrillic},
		{"Greek", unicode.Greek},
		{"Hebrew", unicode.Hebrew},
		{"Arabic", unicode.Arabic},
		{"Hangul", unicode.Hangul},
		{"Han", unicode.Han},
		{"Kana", unicode.Katakana},
	}
	counts, best := map[string]int{}, ""
	for _, r := range s {
		for _, script := range scripts {
			if unicode.Is(script.table, r) {
				counts[script.name]++
				if counts[script.name] > counts[best] {
					best = script.name
				}
				break
			}
		}
	}
	return best
}

// Alike says how much two titles are alike, 0 to 1: the share of the shorter
// one's words that the other has, or their closeness letter by letter.
func Alike(a, b string) float64 {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if len(y) < len(x) {
		x, y = y, x
	}
	have := map[string]bool{}
	for _, w := range y {
		have[w] = true
	}
	n := 0
	for _, w := range x {
		if have[w] {
			n++
		}
	}
	share := float64(n) / float64(len(x))
	if len(a) > 300 || len(b) > 300 {
		return share
	}
	ra, rb := strings.ToLower(a), strings.ToLower(b)
	d := levenshtein.ComputeDistance(ra, rb)
	return max(share, 1-float64(d)/float64(max(len([]rune(ra)), len([]rune(rb)))))
}

// words are the words of a title in lower case; single letters are left out.
func words(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}
