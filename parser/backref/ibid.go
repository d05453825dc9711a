package backref

import (
	"slices"
	"strings"

	"ibid/parser/article"
)

// ibid resolves "Ibid." and its kin: the citation just before, in the same
// note or the nearest one in scope that has any.
func (r *resolver) ibid(ref article.Ref, c *article.Citation) {
	choices := r.choices(ref)
	if len(choices) == 0 {
		c.Unresolved = "nothing before it that it could point at"
		return
	}
	pick := choices[len(choices)-1]
	same := pick.Note == ref.Note
	t := article.Target{Confidence: 0.99, Because: r.sentence(pick)}
	t.Evidence.TitleScore = -1
	distinct := r.distinct(choices)
	if len(distinct) > 1 {
		t.Evidence.Choices = len(distinct)
		if same {
			t.Confidence, t.Because = 0.9, "the citation just before it in the same note"
			t.Evidence.Choices = 1
		} else {
			pick = r.choose(c, distinct)
			t.Confidence, t.Ambiguous = 0.5, true
			t.Because = "the last of several works in note " + r.number(pick.Note)
			t.Candidates = r.others(distinct, pick)
		}
	} else {
		t.Evidence.Choices = 1
	}
	r.doubts(c, pick, same, &t)
	c.Antecedent = &pick
	root, ok := r.target(pick)
	if !ok {
		if a := r.a.Cited(pick); a != nil && a.Target != nil {
			// A cross-reference to a note of prose: the note is all there is.
			t.Ref = a.Target.Ref
			c.Target = &t
			return
		}
		c.Unresolved = "what it follows, in note " + r.number(pick.Note) + ", could not be resolved itself"
		return
	}
	t.Ref = root
	c.Target = &t
	r.inherit(c, pick)
	if w, ok := r.past.ofRef[root]; ok {
		r.cited(ref, w, true)
	}
}

// choices are the citations that an Ibid. may point at, in order.
func (r *resolver) choices(ref article.Ref) []article.Ref {
	var out []article.Ref
	if ref.Citation > 0 {
		for i := range ref.Citation {
			out = append(out, article.Ref{Note: ref.Note, Citation: i})
		}
		return out
	}
	if r.lastCiting < 0 {
		return nil
	}
	for i := range r.a.Notes[r.lastCiting].Citations {
		out = append(out, article.Ref{Note: r.lastCiting, Citation: i})
	}
	return out
}

// distinct keeps, of citations of one work, the last.
func (r *resolver) distinct(refs []article.Ref) []article.Ref {
	at := map[int]int{}
	var out []article.Ref
	for _, ref := range refs {
		w, ok := r.works[ref]
		if !ok {
			w = -1 - len(out) // unresolved ones differ from all others
		}
		if i, seen := at[w]; seen {
			out = append(out[:i], out[i+1:]...)
			for k, v := range at {
				if v > i {
					at[k] = v - 1
				}
			}
		}
		at[w] = len(out)
		out = append(out, ref)
	}
	return out
}

// choose prefers, among several works, the one that a type word, an address
// or a name of the Ibid. singles out; else the last.
func (r *resolver) choose(c *article.Citation, refs []article.Ref) article.Ref {
	for _, ref := range slices.Backward(refs) {
		w, ok := r.works[ref]
		if !ok {
			continue
		}
		work := r.past.works[w]
		if c.Back.Type != article.AnyWork && work.kind == c.Back.Type {
			return ref
		}
		for _, n := range c.Item.Author {
			for _, m := range work.names {
				if _, ok := sameName(n, m, work.tags); ok {
					return ref
				}
			}
		}
		for _, u := range c.URLs {
			for _, v := range r.a.Cited(work.first).URLs {
				if bareURL(u.Address) == bareURL(v.Address) {
					return ref
				}
			}
		}
	}
	return refs[len(refs)-1]
}

// others names the works that were not picked.
func (r *resolver) others(refs []article.Ref, pick article.Ref) []article.Candidate {
	var out []article.Candidate
	for i := len(refs) - 1; i >= 0 && len(out) < 5; i-- {
		if refs[i] == pick {
			continue
		}
		if root, ok := r.target(refs[i]); ok {
			out = append(out, article.Candidate{Ref: root, Score: 0.4, Because: "also cited in note " + r.number(refs[i].Note)})
		}
	}
	return out
}

// doubts lowers the confidence where the chain is not sure to be whole.
func (r *resolver) doubts(c *article.Citation, pick article.Ref, same bool, t *article.Target) {
	if same {
		return
	}
	doubt := func(because string) {
		t.Confidence = min(t.Confidence, 0.6)
		t.Ambiguous = true
		t.Because += "; " + because
	}
	if r.commentary > 0 {
		t.Evidence.SkippedCommentary = r.commentary
		t.Confidence -= 0.10
		t.Because += "; notes of commentary stand between"
	}
	if r.gap {
		t.Evidence.GapBefore = true
		doubt("a number is missing before it, and the lost note may be what it means")
	}
	a := r.a.Cited(pick)
	if a != nil && a.Kind == article.Crossref {
		t.Evidence.CrossrefOnly = true
		doubt("that note only refers to another")
	}
	if a != nil && len(c.URLs) > 0 && len(a.URLs) > 0 && !sharesURL(c, a) {
		t.Evidence.OtherURL = true
		doubt("it gives another address")
	}
}

func sharesURL(a, b *article.Citation) bool {
	for _, u := range a.URLs {
		for _, v := range b.URLs {
			x, y := bareURL(u.Address), bareURL(v.Address)
			if x == y || strings.Contains(x, y) || strings.Contains(y, x) {
				return true
			}
		}
	}
	return false
}
