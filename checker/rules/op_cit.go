package rules

import (
	"strings"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// OpCit finds "op. cit." and "loc. cit." where they are no longer used.
var OpCit = &checker.Rule{ID: "op-cit", Group: checker.Backref, Severity: checker.Info, In: func(g style.Guide) bool { return g.OpCit != style.Yes }, Doc: checker.Doc{
	Title: "“op. cit.” instead of a short title",
	Text: "“op. cit.” (“in the work cited”) sends the reader back through all the notes to find out which work is meant. A short title says it at once, and English guides have " +
		"given “op. cit.” up.",
	Do:    "Write a short title in its place.",
	Quiet: "Where the number of the note stands beside it; French, Italian, Spanish, Portuguese, Russian, Korean and German notes, where it is at home, unless a guide that forbids it is chosen with --style.",
	Bad:   "A.[^1] B.[^2] C.[^3]\n\n[^1]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n[^3]: Kern, op. cit., 77.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n[^3]: Kern, *Handwerk*, 77.",
	Basis: "CMOS 17, 14.36; OSCOLA 1.2.3; MHRA",
}, Run: run(opCits)}

func opCits(r *checker.Report) []checker.Finding {
	a := r.Article
	primary := language(a)
	if primary == "" && len(a.Body) > 0 {
		primary = languageOf(a.Body[len(a.Body)/2].Text.String)
	}
	if r.Style.OpCit != style.No && primary != "" && primary != "en" {
		return nil
	}
	var spots []spot
	for ref, c := range a.Citations() {
		if r.Style.OpCit != style.No && len(c.Back.Notes) > 0 && c.Target != nil {
			continue // it says where the work is cited
		}
		if c.Back.Device != article.OpCit && c.Back.Device != article.LocCit || c.Target == nil && len(c.Item.Author) == 0 && smallWords(c.Text) > 4 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(c.Back.Word); r >= utf8.RuneSelf && primary == "" {
			continue // another script's words: 앞의 글, Указ. соч.
		}
		span, ok := within(a, ref, c, c.Back.Word)
		if !ok {
			span = c.Span
		}
		spots = append(spots, spot{note: ref.Note, span: span, edits: shortTitle(a, ref, c)})
	}
	found := grouped(spots, "“op. cit.” or “loc. cit.” stands "+atSpots(a, spots)+".", "Give the title in short.")
	return mendAll(found, spots, "Give the titles in short", checker.Suggest)
}

// shortTitle replaces "op. cit." by the title in short, where it is clear
// which work is meant and the author stands there.
func shortTitle(a *article.Article, ref article.Ref, c *article.Citation) []checker.Edit {
	const sure = 0.85 // an author of one work
	if c.Back.Device != article.OpCit || c.Target == nil || c.Target.Ambiguous || c.Target.Confidence < sure || len(c.Item.Author) == 0 {
		return nil
	}
	work := a.Cited(c.Target.Ref)
	span, ok := within(a, ref, c, c.Back.Word)
	if work == nil || !ok {
		return nil
	}
	item := work.Item
	item.Author, item.Editor = nil, nil
	title := shortForm(a, &item)
	if title == "" {
		return nil
	}
	return []checker.Edit{{Span: span, Text: title}}
}

// language is the primary part of the article's language: "en", or "".
func language(a *article.Article) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(a.Meta.Language, "_", "-"), "-")
	return primary
}
