package rules

import (
	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// spot is one place of a habit that an article breaks.
type spot struct {
	note int // index, -1 for the body
	span document.Span
	// edits mend the place; nil where only a person can.
	edits []checker.Edit
}

// grouped is one finding for all places of one habit, or none. The fix mends
// every place, so that it is offered only where every place has edits.
func grouped(spots []spot, message, help string) []checker.Finding {
	if len(spots) == 0 {
		return nil
	}
	f := checker.AtSpan(spots[0].span, "%s", message)
	f.Note, f.Help, f.Confidence = spots[0].note, help, 0.9
	for _, s := range spots[1:] {
		f.Places = append(f.Places, checker.Place{Note: s.note, Citation: -1, Span: s.span})
	}
	return []checker.Finding{f}
}

// mendAll gives a grouped finding the fix that mends all its places, where
// each can be mended.
func mendAll(found []checker.Finding, spots []spot, description string, class checker.FixClass) []checker.Finding {
	var edits []checker.Edit
	for _, s := range spots {
		if len(s.edits) == 0 {
			return found
		}
		edits = append(edits, s.edits...)
	}
	if len(found) == 1 {
		found[0].Fixes = []checker.Fix{{Description: description, Class: class, Edits: edits}}
	}
	return found
}

// atSpots says in which note a group of places begins, and how many more there are.
func atSpots(a *article.Article, spots []spot) string {
	if len(spots) == 0 {
		return ""
	}
	where := "in the text"
	if n := spots[0].note; n >= 0 {
		where = "in note " + a.Notes[n].Number
	}
	if len(spots) == 1 {
		return where
	}
	return where + " and " + plural(len(spots)-1, "other place")
}

// habit counts how often an article does a thing and how often it does not.
// Rules of style ask for it: they speak of what departs from the article's own
// habit and never of the habit.
type habit struct{ with, without int }

// holds says whether the article has the habit: it shows it least times or
// more, and in four of five cases.
func (h habit) holds(least int) bool { return h.with >= least && h.with*5 >= (h.with+h.without)*4 }
