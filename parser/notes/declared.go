package notes

import (
	"strings"

	"ibid/parser/document"
)

// declared takes the notes that the format itself names.
func (f *finder) declared() {
	byKey := map[string]int{}
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if b.Kind != document.NoteBody || b.Note == "" || b.Region == document.Chrome {
			continue
		}
		p := piece{i, 0, f.texts[i].Len()}
		if d, ok := byKey[b.Note]; ok {
			f.drafts[d].pieces = append(f.drafts[d].pieces, p)
			f.owner[i] = d
			continue
		}
		d := draft{number: b.Label, key: b.Note, pieces: []piece{p}, anchors: b.Anchors.IDs(), element: -1, linked: true}
		// A label in Markdown is a name that nobody sees, whatever it looks like.
		d.signed = !f.doc.RenumbersByMarker && signLabel.FindString(b.Label) == b.Label && b.Label != ""
		d.label = document.Span{Start: b.Span.Start, End: max(b.Span.Start, f.texts[i].Span(0, 0).Start), Part: b.Span.Part}
		byKey[b.Note] = len(f.drafts)
		f.owner[i] = len(f.drafts)
		f.drafts = append(f.drafts, d)
	}
	if len(f.drafts) == 0 && !f.refs() {
		return
	}
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		at := 0
		for k := range b.Runs {
			r := &b.Runs[k]
			if _, ok := f.besides[r.NoteRef]; !ok && r.NoteRef != "" {
				m := marker{label: r.NoteRef, at: place{i, at}, span: r.Text.All(), note: -1}
				if shown := strings.Trim(strings.TrimSpace(r.Text.String), "[]()"); shown != "" && !f.doc.RenumbersByMarker {
					m.label = shown // of a note that is missing
				}
				if d, ok := byKey[r.NoteRef]; ok {
					m.note = d
					if f.drafts[d].number != "" {
						m.label = f.drafts[d].number
					}
				}
				f.markers = append(f.markers, m)
			}
			at += r.Text.Len()
		}
	}
}

// refs says whether the format declares any marker.
func (f *finder) refs() bool {
	for i := range f.doc.Blocks {
		for k := range f.doc.Blocks[i].Runs {
			ref := f.doc.Blocks[i].Runs[k].NoteRef
			if _, ok := f.besides[ref]; !ok && ref != "" {
				return true
			}
		}
	}
	return false
}
