package rules

import (
	"cmp"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// DOIForm finds a DOI that is not written as an address.
var DOIForm = &checker.Rule{ID: "doi-form", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "DOI not written as https://doi.org/…",
	Text: "A DOI is the permanent number of a publication. Written as an address (https://doi.org/10.1234/…) it can be clicked. Here it stands in an older form: doi:, " +
		"dx.doi.org or http://.",
	Do:    "Write https://doi.org/ and the number.",
	Quiet: "Articles that write most of their DOIs with “doi:”, as some styles ask.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, doi:10.1234/tides.9.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, https://doi.org/10.1234/tides.9.",
	Basis: "CMOS 17, 14.8; Crossref's display guidelines",
}, Run: run(oldDOIForms)}

var (
	oldResolver = pattern.New(`(?i)^(?:https?://)?(?:dx\.doi\.org|(?:www\.)?doi\.org)/(10\.\d{4,9}(?:\.\d+)*/\S+)$`)
	plainDOI    = pattern.New(`(?i)^(?:doi:?\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)$`)
)

func oldDOIForms(r *checker.Report) []checker.Finding {
	var marked, addresses []spot // doi:10.… and http://dx.doi.org/10.…
	right := 0
	for _, o := range occurrences(r) {
		if o.note < 0 || o.url.BrokenBySpace {
			continue
		}
		if strings.HasPrefix(strings.ToLower(o.url.Raw), "https://doi.org/") {
			right++
			continue
		}
		source := r.Article.Text.Cut(o.url.AddressSpan)
		if strings.HasSuffix(source, "-") || strings.HasSuffix(source, "_") || strings.HasSuffix(source, "/") {
			continue // a line break cut it
		}
		s := spot{note: o.note, span: o.url.Span}
		switch o.url.Form {
		case article.DOI:
			if m := plainDOI.FindStringSubmatch(source); m != nil {
				s.edits = rewritten(r.Article, o.url, m[1])
				marked = append(marked, s)
			}
		case article.Href, article.Plain, article.SchemeLess:
			if m := oldResolver.FindStringSubmatch(source); m != nil {
				s.edits = rewritten(r.Article, o.url, m[1])
				addresses = append(addresses, s)
			}
		}
	}
	if len(marked) > 2 && len(marked) >= right {
		marked = nil // it is the article's style
	}
	spots := slices.Concat(addresses, marked)
	slices.SortStableFunc(spots, func(x, y spot) int { return cmp.Compare(x.span.Start, y.span.Start) })
	found := grouped(spots, "A DOI is not written as https://doi.org/… "+atSpots(r.Article, spots)+".", "Write https://doi.org/ and the DOI.")
	return mendAll(found, spots, "Write https://doi.org/…", checker.Safe)
}

// rewritten is the edit that writes a DOI as an address, or none where the DOI
// has signs that an address spells another way.
func rewritten(a *article.Article, u *article.URL, doi string) []checker.Edit {
	if strings.ContainsAny(doi, "<>\"'&%#?{}|\\^`") || unbalanced(doi) != doi || strings.Contains(a.Text.Cut(u.AddressSpan), "&") {
		return nil
	}
	return []checker.Edit{{Span: u.AddressSpan, Text: "https://doi.org/" + doi}}
}
