package rules

import (
	"strings"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// HyphenInRange finds a hyphen where the article sets a dash between numbers.
var HyphenInRange = &checker.Rule{ID: "hyphen-in-range", Group: checker.Form, Severity: checker.Info, In: func(g style.Guide) bool { return g.RangeDash != style.No }, Doc: checker.Doc{
	Title: "Hyphen in a range of pages or years",
	Text:  "The article sets the longer dash between the first and the last page (24–25), and here a hyphen stands in its place (24-25).",
	Do:    "Set the dash.",
	Quiet: "Everything that is not certain to be a range of pages or years: shelf marks, docket numbers, dates, pages called A-12; and articles that set hyphens throughout.",
	Bad: "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), pp. 24-25.\n\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), pp. 40–44.\n\n" +
		"[^3]: Ivo Kern, *Salz* (Ulm: Stein, 1999), pp. 50–51.\n\n[^4]: Ada Poole, *Mills* (Harbor: Pier Press, 2011), pp. 7–9, 12–13.",
	Good: "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), pp. 24–25.\n\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), pp. 40–44.\n\n" +
		"[^3]: Ivo Kern, *Salz* (Ulm: Stein, 1999), pp. 50–51.\n\n[^4]: Ada Poole, *Mills* (Harbor: Pier Press, 2011), pp. 7–9, 12–13.",
	Basis: "CMOS 17, 6.78; OSCOLA 1.3.2",
}, Run: run(hyphensInRanges)}

// afterTitle says whether a page stands where nothing else does: behind the
// brackets of a book's place and year, or behind a title in italics or
// quotation marks, which are hidden in text.
func afterTitle(text string, at int) bool {
	before := strings.TrimRight(text[:at], " ,")
	return strings.HasSuffix(before, ")") || strings.HasSuffix(before, "”") || strings.HasSuffix(before, `"`) || strings.HasSuffix(before, string(veil))
}

// pageOfShort says whether a place belongs to a short form that was resolved: the
// numbers behind it are pages.
func pageOfShort(note *article.Note, at int) bool {
	i := citationAt(note, at)
	return i >= 0 && note.Citations[i].Kind == article.Short && note.Citations[i].Target != nil
}

func hyphensInRanges(r *checker.Report) []checker.Finding {
	var dash habit
	var spots []spot
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := ownWords(r, n)
		for _, x := range rangesIn(note, text) {
			from, to, ok := x.numbers()
			if !ok || to <= from || x.kind == verseRange {
				continue
			}
			switch text[x.dash:x.dashTo] {
			case "–":
				dash.with++
			case "-":
				// The parser's word alone is not enough to change a hyphen.
				if x.kind == bareRange && !afterTitle(text, x.start) && !pageOfShort(note, x.start) || x.one && len(x.from) < 3 || !exact(r.Article, note.Text, x.start, x.end) {
					continue
				}
				dash.without++
				spots = append(spots, spot{note: n, span: note.Text.Span(x.start, x.end), edits: []checker.Edit{{Span: note.Text.Span(x.dash, x.dashTo), Text: "–"}}})
			}
		}
	}
	if len(spots) == 0 || !dash.mostly(2) && r.Style.RangeDash != style.Yes {
		return nil
	}
	found := grouped(spots, "A hyphen stands in a range "+atSpots(r.Article, spots)+", where a dash is usual.", "Set an en dash: 24–25.")
	return mendAll(found, spots, "Set an en dash", checker.Safe)
}
