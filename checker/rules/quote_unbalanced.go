package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// QuoteUnbalanced finds a quotation mark without its partner.
var QuoteUnbalanced = &checker.Rule{ID: "quote-unbalanced", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Quotation mark without its partner",
	Text:  "A quotation mark is opened and not closed, or closed and not opened. A reader cannot see where the title or quotation begins or ends.",
	Do:    "Put in the missing mark.",
	Quiet: "Apostrophes, feet and inches, quotations over several paragraphs, and the marks of other languages (Swedish ”…”, German „…“ and »…«). Single marks count only where " +
		"the article sets its titles in them, or inside double ones.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill, *Northern Courier*, March 3, 2016.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Northern Courier*, March 3, 2016.",
	Basis: "Typography",
}, Run: run(lonelyQuotes)}

func lonelyQuotes(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	shapes := quoteShapes{single: singleTitles(r.Article), pairs: pairsOf(r.Article)}
	for n := range r.Article.Notes {
		if f, ok := quoteAlone(r, n, &r.Article.Notes[n], shapes); ok {
			found = append(found, f)
		}
	}
	return found
}

// quoteShapes are the marks that an article uses: single ones for titles, and the pair of
// double ones that nearly all of its notes with such marks have.
type quoteShapes struct {
	single bool
	pairs  string
}

// quotePairs are the marks that open, with those that close.
func quotePairs() []string { return []string{"“”", "„“", "«»"} }

// pairsOf is the pair that an article uses, "" where it uses several.
func pairsOf(a *article.Article) string {
	counts := map[string]int{}
	all := 0
	for n := range a.Notes {
		text := a.Notes[n].Text.String
		for _, pair := range quotePairs() {
			opens, closes := firstAndSecond(pair)
			if k := strings.Count(text, opens); k > 0 && k == strings.Count(text, closes) {
				counts[pair]++
				all++
				break
			}
		}
	}
	const least, three, four = 2, 3, 4 // two notes, and three in four
	for pair, n := range counts {
		if n >= least && n*four >= all*three {
			return pair
		}
	}
	return ""
}

// firstAndSecond are the two marks of a pair.
func firstAndSecond(pair string) (opens, closes string) {
	_, size := utf8.DecodeRuneInString(pair)
	return pair[:size], pair[size:]
}

// turnedMark is the mark that opens at a place where one closes: “Soils,“ *Journal*.
func turnedMark(text, pair string) (at int, mark string) {
	if pair == "" {
		return 0, ""
	}
	opens, closes := firstAndSecond(pair)
	if strings.Count(text, opens) != strings.Count(text, closes)+2 {
		return 0, ""
	}
	last := strings.LastIndex(text, opens)
	for at = strings.Index(text, opens); at >= 0 && at < last; {
		next := at + len(opens)
		i := strings.Index(text[next:], opens)
		if i < 0 {
			break
		}
		between := text[next : next+i]
		behind := text[next+i+len(opens):]
		if !strings.Contains(between, closes) && (behind == "" || strings.ContainsAny(behind[:1], ",.;:)") || behind[0] == ' ' && !strings.HasSuffix(between, " ")) {
			return next + i, opens
		}
		at = next + i
	}
	return 0, ""
}

// quoteAlone judges a note.
func quoteAlone(r *checker.Report, n int, note *article.Note, shapes quoteShapes) (checker.Finding, bool) {
	at, mark := lonelyQuote(note.Text.String)
	if mark == "" {
		at, mark = lonelyInner(note.Text.String)
	}
	if mark == "" {
		at, mark = turnedMark(note.Text.String, shapes.pairs)
	}
	if mark == "" && shapes.single {
		at, mark = lonelySingle(note)
	}
	if mark == "" || runsOver(r.Article.Text.Cut(note.Span)) || note.Segments != nil {
		return checker.Finding{}, false
	}
	span := note.Text.Span(at, at+len(mark))
	if inURL(note, span) {
		return checker.Finding{}, false
	}
	f := atNote(n, span, "A quotation mark (%s) in note %s has no partner.", mark, note.Number)
	f.Help = "Put the other mark where the title or quotation begins or ends."
	f.Confidence = 0.85
	f.Evidence = evidence("around it", around(note.Text.String, at))
	return f, true
}

var (
	singleTitle   = pattern.New(`(?:^|[\s(])‘\p{Lu}[^‘“”]{6,}?[^\s‘]’(?:,|\.|;|$| \(| \[| in )`)
	straightTitle = pattern.New(`(?:^|[\s(])'[\p{Lu}"](?:[^'“”]|\pL'\pL){6,}?[^\s']'(?:,|\.|;|$| \(| \[| in )`)
	// singleOpens and singleCloses are single marks that are no apostrophes.
	singleOpens  = pattern.New(`(?:^|[\s(])([‘'])[\p{Lu}"“]`)
	singleCloses = pattern.New(`[^\s‘’'](?:([’'])(?:,|\.|;|$| \(| \[| in |[”)]))`)
)

// singleTitles says whether an article sets titles in single marks, curly or straight, as
// OSCOLA and MHRA do: three notes or more have one, and more than have double ones.
func singleTitles(a *article.Article) bool {
	with, double := 0, 0
	for n := range a.Notes {
		text := a.Notes[n].Text.String
		switch {
		case strings.Contains(text, "“"):
			double++
		case strings.Contains(text, "‘") && singleTitle.MatchString(text) || strings.Contains(text, "'") && straightTitle.MatchString(text):
			with++
		case strings.Contains(text, `"`):
			double++
		}
	}
	return with >= 3 && with > double
}

// singleMark is a single mark that opens or closes a title.
type singleMark struct {
	at, end int
	opens   bool
}

// lonelySingle is as lonelyQuote for single marks: one that opens a title while another
// is open, one that nothing closes, or that closes what was not opened. An apostrophe
// before a blank may close a title too, so that what it stands behind is left alone.
func lonelySingle(note *article.Note) (at int, mark string) {
	text := note.Text.String
	marks := singleMarks(note)
	open, last := -1, 0
	for i, m := range marks {
		switch {
		case m.opens && open >= 0 && !apostropheBefore(text[marks[open].end:m.at]):
			return marks[open].at, text[marks[open].at:marks[open].end]
		case m.opens:
			open = i
		case open < 0 && !mayOpen(text[last:m.at]):
			return m.at, text[m.at:m.end]
		default:
			open = -1
		}
		last = m.end
	}
	if open >= 0 && !apostropheBefore(text[marks[open].end:]) {
		return marks[open].at, text[marks[open].at:marks[open].end]
	}
	return 0, ""
}

// singleMarks are the marks of a note that open and close titles, in order. One before a
// journal in italics closes, unless it stands behind an s: the pilots’ *Handbook*.
func singleMarks(note *article.Note) []singleMark {
	text := note.Text.String
	var marks []singleMark
	for _, m := range singleOpens.FindAllStringSubmatchIndex(text, -1) {
		marks = append(marks, singleMark{m[2], m[3], true})
	}
	for _, m := range singleCloses.FindAllStringSubmatchIndex(text, -1) {
		marks = append(marks, singleMark{m[2], m[3], false})
	}
	for _, s := range note.Styles {
		for _, q := range [...]string{"’", "'"} {
			if before := text[:min(s.Start, len(text))]; s.Style.Has(document.Italic) && strings.HasSuffix(before, q+" ") && !strings.HasSuffix(before, "s"+q+" ") {
				at := len(before) - len(q) - 1
				marks = append(marks, singleMark{at, at + len(q), false})
			}
		}
	}
	slices.SortFunc(marks, func(a, b singleMark) int { return a.at - b.at })
	return slices.CompactFunc(marks, func(a, b singleMark) bool { return a.at == b.at })
}

// apostropheBefore says whether a text has a mark before a blank that may be an apostrophe
// or close a title: the workers’ rights.
func apostropheBefore(text string) bool {
	return strings.Contains(text, "’ ") || strings.Contains(text, "' ")
}

// mayOpen says whether a text has a mark that may open a title in small letters.
func mayOpen(text string) bool {
	return strings.Contains(text, "‘") || strings.HasPrefix(text, "'") || strings.Contains(text, " '") || strings.Contains(text, "('")
}

// innerOpen matches a title inside a title, “‘A Clean Bed,” or “Men Resent ‘Night Boat,”
// up to where the outer one ends; no apostrophe stands in it that could be its end.
var innerOpen = pattern.New(`“(?:[^‘“”]*\s)?(‘)(\p{L}+)[^‘’“”]*”`)

// turnedApostrophe matches words that begin with an apostrophe, which programs turn round.
var turnedApostrophe = pattern.New(`^(?i:tis|twas|em|til|till|n|cause|round|bout|cos)$`)

// lonelyInner is as lonelyQuote for a single mark inside double ones.
func lonelyInner(text string) (at int, mark string) {
	if m := innerOpen.FindStringSubmatchIndex(text); m != nil && !turnedApostrophe.MatchString(text[m[4]:m[5]]) {
		return m[2], "‘"
	}
	return 0, ""
}

// runsOver says whether a note has paragraphs: each of them opens a long
// quotation anew.
func runsOver(source string) bool {
	lower := strings.ToLower(source)
	return strings.Contains(lower, "<p") || strings.Contains(lower, "<br") || strings.Contains(lower, "\n\n") || strings.Contains(lower, "\r\n\r\n") || strings.Contains(lower, "<blockquote")
}

// lonelyQuote is the first double mark that has no partner, and where; mark is
// "" where all have one. Single marks are apostrophes too often to judge.
//
// A mark after a figure may be one of inches (the 10” gun) or close a title
// (“Fire in 1911”): a note that comes out even in either reading is in order.
func lonelyQuote(text string) (at int, mark string) {
	if at, mark = lonely(text, false); mark == "" {
		return 0, ""
	}
	if _, other := lonely(text, true); other == "" {
		return 0, ""
	}
	return at, mark
}

// lonely is lonelyQuote with the marks after figures read one way: as inches,
// or as quotation marks.
func lonely(text string, inches bool) (at int, mark string) {
	var english, low, straight []int // offsets of the marks that are open or odd
	closing := 0
	germanClose := strings.Contains(text, "„")
	swedish := !strings.Contains(text, "“") && !germanClose
	for i, r := range text {
		switch r {
		case '„':
			low = append(low, i)
		case '“':
			switch {
			case germanClose && len(low) > 0:
				low = low[:len(low)-1]
			default:
				english = append(english, i)
			}
		case '”':
			switch {
			case inches && isInches(text, i):
			case swedish && len(english) == 0:
				english = append(english, i)
			case len(english) > 0:
				english = english[:len(english)-1]
			case len(low) > 0:
				low = low[:len(low)-1]
			default:
				closing++
				if closing == 1 {
					at = i
				}
			}
		case '"':
			if (!inches || !isInches(text, i)) && !gershayim(text, i) {
				straight = append(straight, i)
			}
		default:
		}
	}
	// “text“ and “text" are marks of the wrong form and not lonely ones.
	odd := len(english) + len(low) + closing + len(straight)%2
	if odd%2 == 0 && (closing == 0 || len(english)+len(low) > 0 || len(straight) > 0) {
		return lonelyBracket(text)
	}
	switch {
	case len(english) > 0:
		i := english[0]
		_, size := utf8.DecodeRuneInString(text[i:])
		return i, text[i : i+size]
	case len(low) > 0:
		return low[0], "„"
	case closing > 0:
		return at, "”"
	}
	return straight[len(straight)-1], `"`
}

// lonelyBracket judges the marks that are a pair of two shapes: « », 「 」, 『 』.
// Guillemets point outward, inward, or both the same way.
func lonelyBracket(text string) (at int, mark string) {
	if l, r := strings.Count(text, "«"), strings.Count(text, "»"); l != r && (l+r)%2 == 1 {
		if l > r {
			return strings.LastIndex(text, "«"), "«"
		}
		return strings.LastIndex(text, "»"), "»"
	}
	for _, p := range [...][2]string{{"「", "」"}, {"『", "』"}, {"《", "》"}, {"〈", "〉"}} {
		if l, r := strings.Count(text, p[0]), strings.Count(text, p[1]); l > r {
			return strings.LastIndex(text, p[0]), p[0]
		} else if r > l {
			return strings.LastIndex(text, p[1]), p[1]
		}
	}
	return 0, ""
}

// isInches says whether the mark at i follows a figure: 10” is a measure.
func isInches(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsDigit(r) || r == '½' || r == '¼' || r == '¾'
}

// gershayim says whether the mark at i stands between two Hebrew letters: it is
// the sign of an abbreviation.
func gershayim(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, after)
}

// around is the text near a place, for evidence.
func around(text string, at int) string {
	from, to := max(0, at-20), min(len(text), at+30)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return strings.TrimSpace(text[from:to])
}
