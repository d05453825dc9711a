package rules

import (
	"net/url"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// BacklinkBroken finds a link between marker and note that leads nowhere, or
// to another note.
var BacklinkBroken = &checker.Rule{ID: "backlink-broken", Group: checker.Structure, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Link between text and note is broken",
	Text: "On a web page the number in the text is a link to its note, and the note has a link back. Here one of the two leads to the wrong note, or to a place that is not on " +
		"the page.",
	Do:    "Let the link lead to the place that carries the same number. Where only one place fits, ibid offers this as a fix.",
	Quiet: "Pages on which none of these links can be followed: there a script makes them while the page is shown.",
	Bad: "<p>A.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup> B.<sup><a href=\"#fn1\" id=\"r2\">2</a></sup></p>\n\n" +
		"<ol><li id=\"fn1\">Mara Ellingsworth, <i>Tide Tables</i>, 12. <a href=\"#r1\">↩</a></li><li id=\"fn2\">Ivo Kern, <i>Handwerk</i>, 40. <a href=\"#r2\">↩</a></li></ol>",
	Good: "<p>A.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup> B.<sup><a href=\"#fn2\" id=\"r2\">2</a></sup></p>\n\n" +
		"<ol><li id=\"fn1\">Mara Ellingsworth, <i>Tide Tables</i>, 12. <a href=\"#r1\">↩</a></li><li id=\"fn2\">Ivo Kern, <i>Handwerk</i>, 40. <a href=\"#r2\">↩</a></li></ol>",
	Basis: "HTML; DPUB-ARIA doc-noteref and doc-backlink",
}, Run: run(brokenBacklinks)}

func brokenBacklinks(r *checker.Report) []checker.Finding {
	a := r.Article
	if len(a.Anchors) == 0 {
		return nil
	}
	owner, labels := anchorOwners(a), indexLabels(a)
	sound, total := 0, 0
	var agree habit // of markers with the numbers of the notes that they lead to
	for _, m := range a.Markers {
		if to, ok := owner[m.Href]; ok && to >= 0 && m.Href != "" {
			if a.Notes[to].Number == m.Label {
				agree.with++
			} else {
				agree.without++
			}
		}
		if m.Href != "" {
			total++
			if hasAnchor(a, m.Href) {
				sound++
			}
		}
	}
	var found []checker.Finding
	if sound*2 > total { // else a script or a plug-in makes the anchors
		for _, m := range a.Markers {
			if f, ok := brokenMarker(a, m, owner, labels, agree.holds(5)); ok {
				found = append(found, f)
			}
		}
	}
	return append(found, brokenReturns(a)...)
}

// anchorOwners maps an anchor to the one note it belongs to.
func anchorOwners(a *article.Article) map[string]int {
	owner := map[string]int{}
	for n := range a.Notes {
		for _, id := range a.Notes[n].Anchors {
			if other, twice := owner[id]; twice && other != n {
				owner[id] = -1 // shared: says nothing
				continue
			}
			owner[id] = n
		}
	}
	return owner
}

func hasAnchor(a *article.Article, fragment string) bool {
	if a.Anchors[fragment] > 0 {
		return true
	}
	plain, err := url.PathUnescape(fragment)
	return err == nil && a.Anchors[plain] > 0
}

// brokenMarker judges one marker; agree says that the others show the number of
// the note that they lead to.
func brokenMarker(a *article.Article, m article.Marker, owner map[string]int, labels labelIndex, agree bool) (checker.Finding, bool) {
	if m.Href == "" {
		return checker.Finding{}, false
	}
	right := labels.at(m)
	var f checker.Finding
	switch to, known := owner[m.Href]; {
	case !hasAnchor(a, m.Href):
		f = checker.AtSpan(m.Span, "The marker %s links to “#%s”, which is not on the page.", m.Label, m.Href)
	case known && to >= 0 && a.Notes[to].Number != m.Label && right >= 0 && right != to && a.Notes[to].ScopeIndex == a.Notes[right].ScopeIndex:
		f = checker.AtSpan(m.Span, "The marker %s links to note %s.", m.Label, a.Notes[to].Number)
	case known && to >= 0 && agree && right < 0 && otherNumber(m.Label, a.Notes[to].Number):
		f = checker.AtSpan(m.Span, "The marker %s links to note %s, and there is no note %s.", m.Label, a.Notes[to].Number, m.Label)
		f.Help = "Write " + a.Notes[to].Number + " at the marker, or correct the link."
		f.Evidence = evidence("link", "#"+m.Href)
		f.Note = to
		return f, true
	default:
		return checker.Finding{}, false
	}
	f.Help = "Correct the link, so that it leads to note " + m.Label + "."
	f.Evidence = evidence("link", "#"+m.Href)
	f.Note = right
	if right >= 0 && len(a.Notes[right].Anchors) == 1 {
		if span, ok := fragmentSpan(a, m); ok {
			f.Fixes = []checker.Fix{{
				Description: "Link to note " + m.Label, Class: checker.Safe,
				Edits: []checker.Edit{{Span: span, Text: a.Notes[right].Anchors[0]}},
			}}
		}
	}
	return f, true
}

// otherNumber says whether two labels are two different numbers.
func otherNumber(x, y string) bool {
	n, ok := number(x)
	m, too := number(y)
	return ok && too && n != m
}

// labelIndex finds the one note of a scope that has a label.
type labelIndex map[[2]string]int

func indexLabels(a *article.Article) labelIndex {
	index := labelIndex{}
	for n := range a.Notes {
		k := [2]string{a.Notes[n].Scope, a.Notes[n].Number}
		if _, twice := index[k]; twice {
			n = -1 // which one is meant cannot be said
		}
		index[k] = n
	}
	return index
}

// at is the one note with a marker's label, or -1.
func (x labelIndex) at(m article.Marker) int {
	if n, ok := x[[2]string{m.Scope, m.Label}]; ok {
		return n
	}
	return -1
}

// fragmentSpan is where a linked marker's fragment stands in the source: in
// the tag that opens before it.
func fragmentSpan(a *article.Article, m article.Marker) (document.Span, bool) {
	source := a.Text.Text(m.Span.Part)
	from := max(0, m.Span.Start-500)
	before := source[from:min(m.Span.Start, len(source))]
	tag := max(strings.LastIndex(before, "<a "), strings.LastIndex(before, "<A "), strings.LastIndex(before, "<a\n"))
	if tag < 0 {
		return document.Span{}, false
	}
	i := strings.Index(before[tag:], "#"+m.Href)
	if i < 0 {
		return document.Span{}, false
	}
	start := from + tag + i + 1
	return document.Span{Start: start, End: start + len(m.Href), Part: m.Span.Part}, true
}

// brokenReturns finds links from notes back to the text whose end is gone,
// where the other notes' are there.
func brokenReturns(a *article.Article) []checker.Finding {
	sound, total := 0, 0
	var found []checker.Finding
	for n := range a.Notes {
		for _, b := range a.Notes[n].Backlinks {
			if b.Fragment == "" {
				continue
			}
			total++
			if hasAnchor(a, b.Fragment) {
				sound++
				continue
			}
			f := atNote(n, b.Span, "The link back from note %s leads to “#%s”, which is not on the page.", a.Notes[n].Number, b.Fragment)
			f.Help = "Correct the link, or give the marker in the text this id."
			f.Evidence = evidence("link", "#"+b.Fragment)
			found = append(found, f)
		}
	}
	if sound*2 <= total {
		return nil
	}
	return slices.Clip(found)
}
