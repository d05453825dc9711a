package html

import (
	"strings"

	"ibid/parser/document"
)

// noteRef is the id of the note that a link says it is a marker of (DPUB-ARIA
// 1.1, EPUB Structural Semantics), or "".
func noteRef(a attributes) string {
	if fragment, ok := strings.CutPrefix(a.href, "#"); ok && strings.Contains(a.role, "noteref") {
		return unescape(fragment)
	}
	return ""
}

// declares takes the id of an element that says it is a note.
func (o *open) declares(a attributes) {
	if a.role == "" || a.id == "" {
		return
	}
	for role := range strings.FieldsSeq(a.role) {
		switch role {
		case "doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote":
			o.note = a.id
		}
	}
}

// declare keeps what the page says of markers and notes if it can be taken at
// its word: every marker leads to a note, every note has a marker, and the
// number of each is printed by its list and not by its text. Of any other page
// the finder makes more from its links.
func (b *builder) declare() {
	labels := map[string]string{} // note → its number
	for i := range b.doc.Blocks {
		key := b.extras[i].note
		if _, known := labels[key]; key == "" || known {
			continue
		}
		if labels[key] = b.doc.Blocks[i].Label; labels[key] == "" {
			b.undeclare()
			return
		}
	}
	if len(labels) == 0 || !b.declared(labels) {
		b.undeclare()
		return
	}
	for i := range b.doc.Blocks {
		if key := b.extras[i].note; key != "" {
			b.doc.Blocks[i].Kind, b.doc.Blocks[i].Note = document.NoteBody, key
		}
	}
}

// declared says whether markers and notes match one another.
func (b *builder) declared(labels map[string]string) bool {
	called := map[string]bool{}
	for i := range b.doc.Blocks {
		for k := range b.doc.Blocks[i].Runs {
			r := &b.doc.Blocks[i].Runs[k]
			if r.NoteRef == "" || strings.HasPrefix(r.NoteRef, besideKey) {
				continue
			}
			label, ok := labels[r.NoteRef]
			if !ok || b.doc.Blocks[i].Region == document.Chrome || strings.Trim(r.Text.String, " \t\r\n\u00a0[]()") != label {
				return false
			}
			called[r.NoteRef] = true
		}
	}
	return len(called) == len(labels)
}

// undeclare leaves everything to the finder.
func (b *builder) undeclare() {
	for i := range b.doc.Blocks {
		for k := range b.doc.Blocks[i].Runs {
			if r := &b.doc.Blocks[i].Runs[k]; !strings.HasPrefix(r.NoteRef, besideKey) {
				r.NoteRef = ""
			}
		}
	}
}
