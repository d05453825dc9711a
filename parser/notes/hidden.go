package notes

import (
	"strings"

	"ibid/parser/document"
)

// styleOf returns a function that says in which style the text at an offset of
// a block is; the offsets it is asked for must rise.
func (f *finder) styleOf(block int) func(offset int) document.Style {
	runs := f.doc.Blocks[block].Runs
	end := 0
	return func(offset int) document.Style {
		for len(runs) > 0 && offset >= end+runs[0].Text.Len() {
			end += runs[0].Text.Len()
			runs = runs[1:]
		}
		if len(runs) == 0 {
			return 0
		}
		return runs[0].Style
	}
}

// hidden says whether the page shows nothing of a note where it stands, as it
// is with notes that pop up at their markers.
func (f *finder) hidden(d *draft) bool {
	found := false
	for _, p := range d.pieces {
		at := 0
		for _, r := range f.doc.Blocks[p.block].Runs {
			lo, hi := max(at, p.from), min(at+r.Text.Len(), p.to)
			if lo < hi && strings.TrimSpace(r.Text.String[lo-at:hi-at]) != "" {
				if !r.Style.Has(document.Hidden) {
					return false
				}
				found = true
			}
			at += r.Text.Len()
		}
	}
	return found
}

// shownMarkers says of each note whether a link that the page shows leads to it.
func (f *finder) shownMarkers(byBlock map[int]int) map[int]bool {
	shown := map[int]bool{}
	for _, l := range f.links {
		if d, ok := byBlock[l.target.block]; ok && l.found && !l.hidden && l.from.before(l.target) {
			shown[d] = true
		}
	}
	return shown
}
