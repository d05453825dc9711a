package backref

import (
	"slices"
	"strconv"
	"strings"

	"ibid/parser/article"
)

// crossref resolves "see note 5". A note that stands later is looked at when
// all notes are known.
func (r *resolver) crossref(ref article.Ref, c *article.Citation) {
	if len(c.Back.Notes) == 0 {
		c.Unresolved = "it names no note"
		return
	}
	at, ok := r.noteOf(ref, c)
	switch {
	case !ok:
		c.Unresolved = "there is no note " + c.Back.Notes[0] + " in this article"
	case at.Part == 0 && at.Note >= ref.Note:
		r.infra = append(r.infra, ref)
	default:
		r.point(ref, c, at)
	}
}

// noteOf is the note that a cross-reference names: in its own scope, or in an
// earlier part whose numbers go on here.
func (r *resolver) noteOf(ref article.Ref, c *article.Citation) (article.Ref, bool) {
	number := c.Back.Notes[0]
	scope := r.a.Notes[ref.Note].ScopeIndex
	if c.Back.Chapter != "" {
		if n, err := strconv.Atoi(c.Back.Chapter); err == nil {
			if at, ok := r.numbers[numberKey(n-1, number)]; ok {
				return article.Ref{Note: at, Citation: -1}, true
			}
		}
	}
	if at, ok := r.numbers[numberKey(scope, number)]; ok {
		return article.Ref{Note: at, Citation: -1}, true
	}
	at, ok := r.parts[strings.ToLower(number)]
	return at, ok
}

// forward resolves the cross-references to later notes.
func (r *resolver) forward() {
	for _, ref := range slices.Backward(r.infra) { // the later may be what the earlier stands for
		c := r.a.Cited(ref)
		if at, ok := r.noteOf(ref, c); ok {
			r.point(ref, c, at)
		}
	}
}

// point sets the target of a cross-reference to a note.
func (r *resolver) point(ref article.Ref, c *article.Citation, at article.Ref) {
	note, where := r.a.NoteOf(at), r.a.Where(at)
	var refs []article.Ref
	for i := range note.Citations {
		if note.Citations[i].Kind != article.Commentary {
			refs = append(refs, article.Ref{Part: at.Part, Note: at.Note, Citation: i})
		}
	}
	whole := article.Ref{Part: at.Part, Note: at.Note, Citation: -1}
	t := article.Target{Ref: whole, Confidence: 0.95, Because: where + " is named, which has no reference of its own"}
	t.Evidence.TitleScore = -1
	c.Antecedent = &whole
	switch {
	case at.Part == 0 && at.Note == ref.Note:
		t.Because = "it names its own note"
	case len(refs) == 1:
		one := refs[0]
		c.Antecedent = &one
		if root, ok := r.target(one); ok {
			t.Ref, t.Because = root, where+" is named, and this is its only citation"
			if root != one {
				t.Because = where + " is named, which stands for " + r.a.Where(root)
			}
			if w, ok := r.past.ofRef[root]; ok {
				r.works[ref] = w
			}
		} else {
			t.Because = where + " is named; what it cites could not be resolved"
		}
	case len(refs) > 1:
		for _, x := range refs {
			if r.a.Cited(x).Kind == article.Full {
				t.Ref, t.Confidence = x, 0.5
				t.Because = where + " is named; this is its first full citation of several"
				break
			}
		}
	}
	c.Target = &t
}
