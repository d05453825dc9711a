package backref

import (
	"strconv"
	"strings"

	"ibid/parser/article"
)

// earlier takes in what the earlier parts of a series cite, as if their notes
// stood before the article's own: the first Ibid. follows the last of them.
func (r *resolver) earlier() {
	r.parts = map[string]article.Ref{}
	r.past.continued = r.continues()
	for k, p := range r.a.Previous {
		for n := range p.Notes {
			r.earlierNote(article.Ref{Part: k + 1, Note: n, Citation: -1})
		}
	}
	// Numbers that neither begin anew nor go on leave out a note.
	first, ok := firstNumber(r.a)
	r.gap = r.lastCiting.Part > 0 && !r.past.continued && ok && first > 1
}

// earlierNote takes in one note of an earlier part.
func (r *resolver) earlierNote(at article.Ref) {
	note := r.a.NoteOf(at)
	if r.past.continued {
		r.parts[strings.ToLower(note.Number)] = at
	}
	citing := false
	for i := range note.Citations {
		c := &note.Citations[i]
		ref := article.Ref{Part: at.Part, Note: at.Note, Citation: i}
		citing = citing || c.Kind != article.Commentary
		if c.Kind == article.Full {
			r.cited(ref, r.past.add(ref))
		} else if root, ok := r.target(ref); ok {
			if w, ok := r.past.ofRef[root]; ok {
				r.cited(ref, w)
			}
		}
	}
	if citing {
		r.lastCiting, r.commentary = at, 0
	} else {
		r.commentary++
	}
}

// continues says whether the article's first number follows the last one of
// the part before.
func (r *resolver) continues() bool {
	if len(r.a.Previous) == 0 {
		return false
	}
	last := r.a.Previous[len(r.a.Previous)-1]
	first, ok := firstNumber(r.a)
	if !ok || len(last.Notes) == 0 {
		return false
	}
	before, err := strconv.Atoi(last.Notes[len(last.Notes)-1].Number)
	return err == nil && first == before+1
}

func firstNumber(a *article.Article) (int, bool) {
	if len(a.Notes) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(a.Notes[0].Number)
	return n, err == nil
}

// earlier says whether x stands before y.
func earlier(x, y article.Ref) bool {
	switch {
	case x.Part != y.Part:
		return y.Part == 0 || x.Part != 0 && x.Part < y.Part
	case x.Note != y.Note:
		return x.Note < y.Note
	}
	return x.Citation < y.Citation
}
