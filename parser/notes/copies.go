package notes

import (
	"strings"
	"unicode"

	"ibid/parser/document"
)

// dropCopies leaves out a list of notes that the page prints a second time, for
// another width of screen: all its numbers and texts are those of notes before.
func (f *finder) dropCopies() {
	if f.doc.Format != "html" || len(f.drafts) == 0 {
		return
	}
	first := map[string]int{} // number and text → draft
	twin := make([]int, len(f.drafts))
	lists := map[int]*copied{} // by container
	for i := range f.drafts {
		key := f.drafts[i].number + " " + f.letters(i)
		list := f.parent(f.drafts[i].at().block)
		if lists[list] == nil {
			lists[list] = &copied{}
		}
		lists[list].notes++
		if was, ok := first[key]; ok && f.parent(f.drafts[was].at().block) != list {
			twin[i] = was
			lists[list].copies++
			lists[list].size += len(key)
			continue
		}
		twin[i], first[key] = -1, i
	}
	for i := range twin {
		if l := lists[f.parent(f.drafts[i].at().block)]; l.notes != l.copies || l.notes < leastCopied || l.size < leastSize {
			twin[i] = -1
		}
	}
	f.drop(twin)
	f.markCopies()
}

// markCopies finds what is left of a list that the finder did not take, since
// it holds what the notes say: a block that is letter for letter a note.
func (f *finder) markCopies() {
	const least = 20 // letters of one
	said := map[string]bool{}
	for i := range f.drafts {
		if s := f.letters(i); len(s) >= least {
			said[s] = true
		}
	}
	for i := range f.doc.Blocks {
		if f.owner[i] < 0 && f.doc.Blocks[i].Region != document.Chrome && said[lettersOf(f.texts[i].String)] {
			f.copies[i] = true
		}
	}
}

// copied counts the notes of a list that are there before.
type copied struct{ notes, copies, size int }

const (
	// leastCopied is the number of notes, and leastSize of their letters, below
	// which equal lists may be a chapter's own: two times "1. Ibid.".
	leastCopied = 2
	leastSize   = 60
)

// letters is the text of a draft, without what its marker and links add.
func (f *finder) letters(i int) string {
	var out strings.Builder
	for _, p := range f.drafts[i].pieces {
		out.WriteString(lettersOf(f.texts[p.block].String[p.from:p.to]))
	}
	return out.String()
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// drop leaves out the drafts that have a twin. Their markers lead to the twin,
// if it has none beside them.
func (f *finder) drop(twin []int) {
	now, kept := make([]int, len(f.drafts)), f.drafts[:0]
	dropped := false
	for i := range twin {
		if twin[i] >= 0 {
			for _, p := range f.drafts[i].pieces {
				f.copies[p.block] = true
			}
			now[i] = now[twin[i]]
			dropped = true
			continue
		}
		now[i] = len(kept)
		kept = append(kept, f.drafts[i])
	}
	if !dropped {
		return
	}
	f.drafts = kept
	for i := range f.owner {
		if f.owner[i] >= 0 {
			f.owner[i] = now[f.owner[i]]
		}
	}
	markers := f.markers[:0]
	for i, m := range f.markers {
		if m.note < 0 {
			markers = append(markers, m)
			continue
		}
		copied := twin[m.note] >= 0
		m.note = now[m.note]
		if before := len(markers) - 1; copied && i > 0 && before >= 0 && markers[before].note == m.note && f.adjoins(markers[before], m) {
			continue
		}
		markers = append(markers, m)
	}
	f.markers = markers
}

// adjoins says whether nothing but space and signs stands between two markers.
func (f *finder) adjoins(a, b marker) bool {
	if a.at.block != b.at.block || b.at.offset < a.at.offset {
		return false
	}
	return blankLabel(strings.ReplaceAll(f.texts[a.at.block].String[a.at.offset:b.at.offset], a.label, ""))
}
