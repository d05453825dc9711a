package notes

import (
	"sort"
	"strings"
	"unicode"

	"ibid/parser/document"
)

// indexBesides notes which blocks are notes that stand at their markers.
func (f *finder) indexBesides() {
	f.besides = map[string][]int{}
	for i := range f.doc.Blocks {
		if b := &f.doc.Blocks[i]; b.Beside && b.Note != "" {
			f.besides[b.Note] = append(f.besides[b.Note], i)
		}
	}
}

// beside takes the notes that stand at their markers, unless the article has a
// list of the same notes: the list is whole where a pop-up is shortened.
func (f *finder) beside() {
	if len(f.besides) == 0 {
		return
	}
	listed := len(f.drafts) > 0
	if !listed {
		f.numbered()
	}
	said := map[string]bool{}
	for i := range f.drafts {
		said[opening(f.letters(i))] = true
	}
	copies := 0
	var own []string
	for key, blocks := range f.besides {
		switch {
		case said[opening(f.texts[blocks[0]].String)]:
			copies++
		case !listed || !f.hiddenBlock(blocks[0]):
			own = append(own, key)
		}
	}
	if len(own) == 0 || len(f.drafts) > 0 && 2*copies >= len(f.besides) {
		return
	}
	if !listed { // what looked like a list of these notes is none
		for i := range f.owner {
			f.owner[i] = -1
		}
		f.drafts, f.markers, f.last = nil, nil, 0
	}
	f.takeBesides(own)
}

// takeBesides makes notes of what stands at its marker, among those found before.
func (f *finder) takeBesides(keys []string) {
	sort.Slice(keys, func(i, j int) bool { return f.besides[keys[i]][0] < f.besides[keys[j]][0] })
	byKey := map[string]int{}
	for _, key := range keys {
		blocks := f.besides[key]
		b := &f.doc.Blocks[blocks[0]]
		d := draft{number: b.Label, key: key, anchors: b.Anchors.IDs(), element: -1, linked: true}
		d.signed = signLabel.FindString(b.Label) == b.Label && b.Label != ""
		d.label = document.Span{Start: b.Span.Start, End: max(b.Span.Start, f.texts[blocks[0]].Span(0, 0).Start), Part: b.Span.Part}
		for _, i := range blocks {
			d.pieces = append(d.pieces, piece{i, 0, f.texts[i].Len()})
			f.owner[i] = len(f.drafts)
		}
		byKey[key] = len(f.drafts)
		f.drafts = append(f.drafts, d)
		f.last = max(f.last, blocks[0])
	}
	for i := range f.doc.Blocks {
		at := 0
		for k := range f.doc.Blocks[i].Runs {
			r := &f.doc.Blocks[i].Runs[k]
			if d, ok := byKey[r.NoteRef]; ok && r.NoteRef != "" {
				f.markers = append(f.markers, marker{label: f.drafts[d].number, at: place{i, at}, span: r.Text.Trim().All(), note: d})
				delete(byKey, r.NoteRef) // the runs of one marker are one
			}
			at += r.Text.Len()
		}
	}
	f.sortDrafts()
}

// sortDrafts puts the notes in the order of the page.
func (f *finder) sortDrafts() {
	order := make([]int, len(f.drafts))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return f.drafts[order[i]].at().before(f.drafts[order[j]].at()) })
	drafts, now := make([]draft, len(order)), make([]int, len(order))
	for i, old := range order {
		drafts[i], now[old] = f.drafts[old], i
	}
	f.drafts = drafts
	for i := range f.owner {
		if f.owner[i] >= 0 {
			f.owner[i] = now[f.owner[i]]
		}
	}
	for i := range f.markers {
		if f.markers[i].note >= 0 {
			f.markers[i].note = now[f.markers[i].note]
		}
	}
}

// hiddenBlock says whether the page shows nothing of a block.
func (f *finder) hiddenBlock(i int) bool {
	for _, r := range f.doc.Blocks[i].Runs {
		if !r.Style.Has(document.Hidden) && strings.TrimSpace(r.Text.String) != "" {
			return false
		}
	}
	return true
}

// opening is how a note starts, without what tells copies of it apart: its
// first letters and digits.
func opening(s string) string {
	const enough = 40 // letters; pop-ups are cut later
	out, n := strings.Builder{}, 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out.WriteRune(unicode.ToLower(r))
			if n++; n == enough {
				break
			}
		}
	}
	return out.String()
}
