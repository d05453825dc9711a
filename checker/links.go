package checker

import (
	"cmp"
	"slices"

	"ibid/parser/article"
	"ibid/parser/document"
)

// collectLinks lists the distinct addresses of an article in the order of
// their first citing, each with every place that cites it: in its own words,
// or by leaning on a citation that does.
func collectLinks(a *article.Article, notesOnly bool) []Link {
	places := directPlaces(a, notesOnly)
	places = append(places, leaningPlaces(a)...)
	slices.SortStableFunc(places, func(x, y CitedBy) int {
		return cmp.Or(cmp.Compare(x.Span.Part, y.Span.Part), cmp.Compare(x.Span.Start, y.Span.Start))
	})
	distinct := 0
	index := make(map[string]int, len(places))
	for i := range places {
		if _, ok := index[places[i].URL.Address]; !ok {
			index[places[i].URL.Address] = distinct
			distinct++
		}
	}
	links := make([]Link, distinct)
	seen := make(map[placeKey]bool, len(places))
	for _, p := range places {
		i := index[p.URL.Address]
		l := &links[i]
		l.URL = p.URL.Address
		if p.Through != "" {
			p.URL = nil
		}
		k := placeKey{link: i, note: p.Note, citation: p.Citation}
		if p.Note < 0 {
			k.span = p.Span
		}
		if !seen[k] {
			seen[k] = true
			l.CitedBy = append(l.CitedBy, p)
		}
	}
	return links
}

type placeKey struct {
	link, note, citation int
	span                 document.Span // tells the places of the body apart
}

// directPlaces are the places where an address stands.
func directPlaces(a *article.Article, notesOnly bool) []CitedBy {
	n := len(a.URLs)
	for i := range a.Notes {
		n += len(a.Notes[i].URLs)
	}
	places := make([]CitedBy, 0, n)
	if !notesOnly {
		for i := range a.URLs {
			u := &a.URLs[i]
			places = append(places, CitedBy{Note: -1, Citation: -1, URL: u, Span: u.Span})
		}
	}
	for n := range a.Notes {
		note := &a.Notes[n]
		inCitation := map[document.Span]bool{}
		for c := range note.Citations {
			if note.Citations[c].Kind == article.Commentary {
				continue
			}
			for i := range note.Citations[c].URLs {
				u := &note.Citations[c].URLs[i]
				inCitation[u.Span] = true
				places = append(places, CitedBy{Note: n, Citation: c, URL: u, Span: u.Span})
			}
		}
		for i := range note.URLs {
			if u := &note.URLs[i]; !inCitation[u.Span] {
				places = append(places, CitedBy{Note: n, Citation: -1, URL: u, Span: u.Span})
			}
		}
	}
	return places
}

// leaningPlaces are the back-references that stand for a citation with
// addresses. A target that is only a guess is left out: blaming a note for
// another's dead link is worse than being silent. The links of an earlier part
// are that part's own.
func leaningPlaces(a *article.Article) []CitedBy {
	var places []CitedBy
	for ref, c := range a.Citations() {
		if !c.Kind.IsBackReference() || c.Target == nil || c.Target.Ambiguous || c.Target.Ref.Part > 0 {
			continue
		}
		target := a.Cited(c.Target.Ref)
		if target == nil {
			continue
		}
		for i := range target.URLs {
			places = append(places, CitedBy{Note: ref.Note, Citation: ref.Citation, Through: string(c.Kind), URL: &target.URLs[i], Span: c.Span})
		}
	}
	return places
}

// citedTitles are the titles under which an article cites a link.
func citedTitles(a *article.Article, l *Link) []string {
	var titles []string
	for _, p := range l.CitedBy {
		if p.Through != "" {
			continue
		}
		if c := a.Cited(article.Ref{Note: p.Note, Citation: p.Citation}); c != nil && c.Item.Title != "" && !slices.Contains(titles, c.Item.Title) {
			titles = append(titles, c.Item.Title)
		}
	}
	return titles
}
