package rules

import (
	"slices"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// PageRangeImplausible finds a range that is too long for an article, and a
// page outside the article's own.
var PageRangeImplausible = &checker.Rule{ID: "page-range-implausible", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "Range of pages that an article can hardly have",
	Text: "An article is said to be longer than 400 pages, or the page cited does not lie between its first and its last one. A figure is probably wrong, in this note or in the " +
		"full citation.",
	Do:    "Compare the pages with the article.",
	Quiet: "Books. Where a full citation may give only the pages that it speaks of, pages near them are left alone too, and so is a page behind a comma alone (12–18, 214), which may be a second place.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Sediment Cores,” *Island Review* 3 (2009): 12–18, at 214.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Sediment Cores,” *Island Review* 3 (2009): 12–18, at 14.",
	Basis: "First and last page, as Crossref gives them",
}, Run: run(implausibleRanges)}

const longestArticle = 400 // pages

var pinpointAfter = pattern.New(`^,?\s?(?:at|here|esp\.|especially|hier|hier insbes\.|bes\.|ici|in\sparticolare|specie|spec\.|en\sparticulier|notamment|en\sespecial|en\sparticular|en\sconcreto)\s(?:pp?\.\s?|S\.\s?)?(\d{1,5})\b`)

func implausibleRanges(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := veiled(r, n)
		for _, x := range rangesOf(r, n) {
			from, to, ok := x.numbers()
			if !ok || to < from || x.kind != pageRange || shortYears(x) {
				continue
			}
			if m := pinpointAfter.FindStringSubmatchIndex(text[x.end:]); m != nil && !goesOn(text[x.end+m[3]:]) {
				cited := text[x.end+m[2] : x.end+m[3]]
				if page, err := strconv.Atoi(cited); err == nil && (page < from || page > to) {
					f := atNote(n, note.Text.Span(x.end+m[2], x.end+m[3]), "Page %s in note %s lies outside %s, the article's own pages.", cited, note.Number, text[x.start:x.end])
					f.Citation = citationAt(note, x.start)
					f.Help, f.Confidence = "Compare the page with the article.", 0.8
					f.Evidence = evidence("the article's pages", text[x.start:x.end])
					found = append(found, f)
					continue
				}
			}
			if i := citationAt(note, x.start); !x.journal || to-from <= longestArticle || i >= 0 && note.Citations[i].Item.Type == "book" {
				continue
			}
			f := atNote(n, note.Text.Span(x.start, x.end), "The range %s in note %s has %d pages, more than an article has.", text[x.start:x.end], note.Number, to-from+1)
			f.Citation = citationAt(note, x.start)
			f.Help, f.Confidence = "Compare both numbers with the source.", 0.8
			f.Evidence = evidence("range", text[x.start:x.end])
			found = append(found, f)
		}
	}
	return slices.Concat(found, strayPages(r), earlyPages(r))
}

// firstAndCited matches the first page of a contribution and the page cited in
// brackets behind it, as German law has them: NJW 2020, 1697 (1699 f.); S. 153 (161).
var firstAndCited = pattern.New(`(?:\b(?:19|20)\d\d,\s|\b\p{Lu}[\p{L}&-]*\s\d{1,3},\s|\bS\.\s)(\d{1,4})\s\((\d{1,4})(?:\s?ff?\.?)?[),]`)

// firstThenCited matches the same in a German law journal with a comma between: NJW 1989, 1807, 1808.
var firstThenCited = pattern.New(`\b(?:` + lawJournals + `)(?:-[A-Z]\p{L}+)?\s(?:19|20)\d\d,\s(\d{1,4}),\s(\d{1,4})(?:\s?ff?\.?)?(?:[.;)]|$)`)

// earlyPages are pages in brackets or behind a comma before the first page of their contribution.
func earlyPages(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := veiled(r, n)
		bracketed := firstAndCited.FindAllStringSubmatchIndex(text, -1)
		for i, m := range append(bracketed, firstThenCited.FindAllStringSubmatchIndex(text, -1)...) {
			first, _ := strconv.Atoi(text[m[2]:m[3]])
			cited, _ := strconv.Atoi(text[m[4]:m[5]])
			if cited >= first || i < len(bracketed) && yearLike(cited) {
				continue
			}
			f := atNote(n, note.Text.Span(m[4], m[5]), "Page %d in note %s lies before page %d, on which the contribution begins.", cited, note.Number, first)
			f.Citation = citationAt(note, m[2])
			f.Help, f.Confidence = "Compare both pages with the source.", 0.85
			f.Evidence = evidence("first page", text[m[2]:m[3]])
			found = append(found, f)
		}
	}
	return found
}

// yearLike says whether a number in brackets may be the year of a decision or an issue.
func yearLike(n int) bool { return n >= 1700 && n < 2100 }

// pageAtEnd matches the page of a short form behind its title, at the end or before a remark.
var pageAtEnd = pattern.New(`(?:[,”"’»“]|\s(?:pp?|S|s)\.)\s(\d{1,5})(?:\s?[-–]\s?\d{1,5})?(?:\.?$|,\s\p{Ll}{3,})`)

// strayPages are the pages of short forms that lie outside the article.
func strayPages(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for ref, c := range r.Article.Citations() {
		if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Locator != nil && c.Locator.Label != "page" {
			continue
		}
		target := r.Article.Cited(c.Target.Ref)
		cited := pageAtEnd.FindStringSubmatch(c.Text)
		if target == nil || cited == nil || c.Item.Title != "" && strings.Contains(folded(target.Item.ContainerTitle), folded(c.Item.Title)) {
			continue // or a page of what holds the article
		}
		page, _ := strconv.Atoi(cited[1])
		first, last, ok := ownPages(target)
		if !ok || page >= first && page <= last {
			continue
		}
		f := checker.At(r.Article, ref, "Page %d in note %s lies outside %s, pages %s.", page, r.Article.Notes[ref.Note].Number, describe(r.Article, c.Target.Ref), target.Item.Page)
		if span, ok := within(r.Article, ref, c, cited[1]); ok {
			f.Span = span
		}
		f.Help, f.Confidence = "Compare the page with the article.", 0.75
		f.Evidence = evidence("the article's pages", target.Item.Page)
		found = append(found, f)
	}
	return found
}

// ownPages are pages between which all of an article or chapter lies. Many a note
// gives only the pages it speaks of: unless it names a page beside them, the article
// may have as many again on both sides, and a few pages say nothing.
func ownPages(c *article.Citation) (first, last int, ok bool) {
	const least = 15
	first, last, ok = pages(c.Item.Page)
	if !ok || last <= first || c.Item.Type != "article-journal" && c.Item.Type != "chapter" {
		return 0, 0, false
	}
	if c.Locator != nil && c.Locator.Label == "page" && c.Locator.Value != c.Item.Page {
		return first, last, true
	}
	length := last - first + 1
	return first - length, last + length, length >= least
}
