package notes

import (
	"net/url"
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// link is a link to a place on the same page.
type link struct {
	from, to  place // of the link itself: start and end of its text
	fragment  string
	span      document.Span
	text      string
	label     string // what its text says as a label
	back      bool   // its text is that of a back link
	target    place
	found     bool
	start     bool // nothing but signs stands before it in its block
	superior  bool // set as superscript
	hidden    bool // not shown
	backFlags bool
	href      string // as the page has it
	declared  bool   // the format says which note it is a marker of
}

// indexAnchors notes where every id stands and which links lead to one.
func (f *finder) indexAnchors() {
	f.anchors, f.counts = map[string]place{}, map[string]int{}
	f.inside, f.copies = map[string]bool{}, map[int]bool{}
	add := func(id string, p place) {
		f.counts[id]++
		if _, ok := f.anchors[id]; !ok {
			f.anchors[id] = p
		}
	}
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		for _, id := range b.Anchors.IDs() {
			add(id, place{i, 0})
		}
		at := 0
		for k := range b.Runs {
			for _, id := range b.Runs[k].Anchors.IDs() {
				add(id, place{i, at})
			}
			at += b.Runs[k].Text.Len()
		}
	}
	for i := range f.doc.Blocks {
		f.indexLinks(i)
	}
}

// indexLinks lists the links of a block that lead to a place on the page.
// Neighbouring runs with one target are one link.
func (f *finder) indexLinks(i int) {
	b := &f.doc.Blocks[i]
	at := 0
	for k := 0; k < len(b.Runs); k++ {
		r := &b.Runs[k]
		start := at
		at += r.Text.Len()
		fragment, ok := f.fragment(r.Href.String())
		if !ok {
			continue
		}
		l := link{from: place{i, start}, fragment: fragment, href: r.Href.String(), superior: r.Style.Has(document.Superscript), hidden: r.Style.Has(document.Hidden), backFlags: r.Backlink}
		raised := l.superior
		_, beside := f.besides[r.NoteRef]
		l.declared = r.NoteRef != "" && !beside
		for k+1 < len(b.Runs) && b.Runs[k+1].Href.String() == r.Href.String() && b.Runs[k+1].Href.All() == r.Href.All() {
			k++
			at += b.Runs[k].Text.Len()
			raised = raised || b.Runs[k].Style.Has(document.Superscript)
		}
		l.to = place{i, at}
		text := f.texts[i]
		l.text = strings.TrimSpace(text.String[start:at])
		l.span = text.Slice(start, at).Trim().All()
		if l.label = labelText(l.text); l.label == "" && (raised || inBrackets(text.String, start, at)) {
			l.label = labelText(spokenLabel.ReplaceAllString(l.text, ""))
		}
		if m := letterInBracks.FindStringSubmatch(l.text); l.label == "" && m != nil && noteID.MatchString(fragment) {
			l.label = m[1]
		}
		l.back = l.backFlags || backText(l.text)
		l.start = blankLabel(text.String[:start])
		l.target, l.found = f.anchors[fragment]
		f.links = append(f.links, l)
	}
}

// inBrackets says whether a stretch of a text is all that stands in square brackets.
func inBrackets(s string, from, to int) bool {
	before, after := strings.TrimRight(s[:from], " \u00a0"), strings.TrimLeft(s[to:], " \u00a0")
	return strings.HasSuffix(before, "[") && strings.HasPrefix(after, "]")
}

// letterInBracks is a label that only a link to a note tells from a word in
// brackets: "[A]" of old books, whose notes by the author are told from the editor's.
var letterInBracks = pattern.New(`^\[\s?(\p{L})\s?\]$`)

// fragment is the anchor that an href leads to on this page.
func (f *finder) fragment(href string) (string, bool) {
	base, fragment, ok := strings.Cut(strings.TrimSpace(href), "#")
	if !ok || fragment == "" {
		return "", false
	}
	if unescaped, err := url.PathUnescape(fragment); err == nil && f.counts[fragment] == 0 {
		fragment = unescaped
	}
	if base == "" {
		return fragment, true
	}
	// An absolute address of a place that this page has is the page's own.
	own := f.doc.Meta.URL
	if own, _, _ = strings.Cut(own, "#"); own != "" && base == own {
		return fragment, true
	}
	return fragment, f.counts[fragment] > 0
}

// blankLabel says whether s holds nothing but space, brackets and signs that
// may stand before a note's label.
func blankLabel(s string) bool {
	return strings.Trim(s, " \t\n\u00a0[(^↑.*［【〔（\u200b\u200e\u200f\u2060\ufeff") == ""
}
