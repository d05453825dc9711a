package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// MixedStraightCurly finds typewriter's quotation marks among printer's ones, or
// the other way round.
var MixedStraightCurly = &checker.Rule{ID: "mixed-straight-curly", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "Straight and curly quotation marks in one article",
	Text: "Most quotation marks and apostrophes of the article are of one kind, straight (\") or curly (“ ”), and some are of the other. Mostly those were pasted from " +
		"elsewhere.",
	Do:    "Set them all as most are.",
	Quiet: "Program code, addresses, feet and inches, the apostrophes of other scripts (Hawaiʻi, Qur'an), and articles that use both kinds at will.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Salt,” “Brine,” “Herring,” “Kelp” and \"Tides,\" *Island Review* 3 (2009): 12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Salt,” “Brine,” “Herring,” “Kelp” and “Tides,” *Island Review* 3 (2009): 12.",
	Basis: "CMOS 17, 6.115",
}, Run: run(mixedMarks)}

// quoteMark is a quotation mark or apostrophe of which the form in the other kind is certain.
type quoteMark struct {
	spot
	other string // the same mark in the other kind
}

func mixedMarks(r *checker.Report) []checker.Finding {
	var straight, curly []quoteMark
	for i := range r.Article.Body {
		p := &r.Article.Body[i]
		// A paragraph is read as a note without citations is.
		straight, curly = marksIn(r.Article, &article.Note{Text: p.Text, Styles: p.Styles}, -1, straight, curly)
	}
	for n := range r.Article.Notes {
		straight, curly = marksIn(r.Article, &r.Article.Notes[n], n, straight, curly)
	}
	few, many := straight, curly
	if len(straight) > len(curly) {
		few, many = curly, straight
	}
	if len(few) == 0 || !(habit{with: len(many), without: len(few)}).holds(8) {
		return nil
	}
	kind, usual := "straight", "curly"
	if few[0].other == `"` || few[0].other == "'" {
		kind, usual = usual, kind
	}
	spots := make([]spot, 0, len(few))
	for _, q := range few {
		q.edits = []checker.Edit{{Span: q.span, Text: q.other}}
		spots = append(spots, q.spot)
	}
	found := grouped(spots, "The article's quotation marks are "+usual+"; there are "+kind+" ones "+atSpots(r.Article, spots)+".", "Make them "+usual+".")
	return mendAll(found, spots, "Make them "+usual, checker.Safe)
}

var (
	// contraction matches apostrophes that are nothing else: it's, don't, l'eau, O'Brien.
	contraction = pattern.New(`(?i)[a-z]'(?:s|t|re|ve|ll|d|m)\b|\b(?:[ldcjnsmt]|qu|dell|nell|all|dall|sull|un|quell)'[a-zà-ÿ]|\bO'[A-Z]`)
	curlyInside = pattern.New(`\p{L}’\p{L}`)
)

// marksIn adds the marks of a note or paragraph to those of its kind.
func marksIn(a *article.Article, note *article.Note, n int, straight, curly []quoteMark) (s, c []quoteMark) {
	text := veilOf(note)
	if strings.ContainsAny(text, "„«»") {
		return straight, curly // another language's marks
	}
	add := func(list []quoteMark, i int, written, other string) []quoteMark {
		// A mark that the source spells as an entity is the author's choice.
		if !exact(a, note.Text, i, i+len(written)) {
			return list
		}
		return append(list, quoteMark{spot{note: n, span: note.Text.Span(i, i+len(written))}, other})
	}
	for _, q := range straightPairs(text) {
		straight = add(straight, q[0], `"`, "“")
		straight = add(straight, q[1], `"`, "”")
	}
	if at := oddOne(text); at >= 0 {
		other := "”"
		if at == 0 || strings.ContainsRune(" ([", rune(text[at-1])) {
			other = "“"
		}
		straight = add(straight, at, `"`, other)
	}
	if strings.Contains(text, "'") {
		for _, m := range contraction.FindAllStringIndex(text, -1) {
			straight = add(straight, m[0]+strings.IndexByte(text[m[0]:], '\''), "'", "’")
		}
	}
	for i, r := range text {
		if r == '“' || r == '”' {
			curly = add(curly, i, string(r), `"`)
		}
	}
	if strings.Contains(text, "’") {
		for _, m := range curlyInside.FindAllStringIndex(text, -1) {
			curly = add(curly, m[0]+strings.Index(text[m[0]:], "’"), "’", "'")
		}
	}
	return straight, curly
}

// oddOne is where a text has its one straight double mark, if a curly one lacks a partner:
// “Salt," *Review*; else -1.
func oddOne(text string) int {
	if strings.Count(text, `"`) != 1 {
		return -1
	}
	if opens, closes := strings.Count(text, "“"), strings.Count(text, "”"); opens != closes+1 && closes != opens+1 {
		return -1
	}
	return strings.Index(text, `"`)
}

// straightPairs are the straight double marks that certainly open and close, in
// pairs. A text with inches, or with a mark whose side cannot be told, has none.
func straightPairs(text string) [][2]int {
	var pairs [][2]int
	open := -1
	for i, r := range text {
		if r != '"' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+1:])
		opens := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–", before)
		closes := i+1 == len(text) || unicode.IsSpace(after) || unicode.IsPunct(after) && !strings.ContainsRune("([", after)
		switch {
		case unicode.IsDigit(before) && open < 0, opens == closes:
			return nil
		case opens && open < 0:
			open = i
		case closes && open >= 0:
			pairs = append(pairs, [2]int{open, i})
			open = -1
		default:
			return nil
		}
	}
	if open >= 0 {
		return nil
	}
	return pairs
}
