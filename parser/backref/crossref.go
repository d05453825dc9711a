package backref

import (
	"slices"
	"strconv"

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
	case at >= ref.Note:
		r.infra = append(r.infra, ref)
	default:
		r.point(ref, c, at)
	}
}

// noteOf is the note that a cross-reference names, in its own scope first.
func (r *resolver) noteOf(ref article.Ref, c *article.Citation) (int, bool) {
	number := c.Back.Notes[0]
	scope := r.a.Notes[ref.Note].ScopeIndex
	if c.Back.Chapter != "" {
		if n, err := strconv.Atoi(c.Back.Chapter); err == nil {
			if at, ok := r.numbers[numberKey(n-1, number)]; ok {
				return at, true
			}
		}
	}
	at, ok := r.numbers[numberKey(scope, number)]
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
func (r *resolver) point(ref article.Ref, c *article.Citation, at int) {
	note := &r.a.Notes[at]
	var refs []article.Ref
	for i := range note.Citations {
		if note.Citations[i].Kind != article.Commentary {
			refs = append(refs, article.Ref{Note: at, Citation: i})
		}
	}
	t := article.Target{Ref: article.Ref{Note: at, Citation: -1}, Confidence: 0.95, Because: "note " + note.Number + " is named, which has no reference of its own"}
	t.Evidence.TitleScore = -1
	whole := article.Ref{Note: at, Citation: -1}
	c.Antecedent = &whole
	switch {
	case at == ref.Note:
		t.Because = "it names its own note"
	case len(refs) == 1:
		one := refs[0]
		c.Antecedent = &one
		if root, ok := r.target(one); ok {
			t.Ref, t.Because = root, "note "+note.Number+" is named, and this is its only citation"
			if root != one {
				t.Because = "note " + note.Number + " is named, which stands for note " + r.number(root.Note)
			}
			if w, ok := r.past.ofRef[root]; ok {
				r.works[ref] = w
			}
		} else {
			t.Because = "note " + note.Number + " is named; what it cites could not be resolved"
		}
	case len(refs) > 1:
		for _, x := range refs {
			if r.a.Cited(x).Kind == article.Full {
				t.Ref, t.Confidence = x, 0.5
				t.Because = "note " + note.Number + " is named; this is its first full citation of several"
				break
			}
		}
	}
	c.Target = &t
}
