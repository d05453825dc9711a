package backref

import (
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// inside resolves a short form whose words stand within the full citation of
// another work: what it quotes ("quoted in Kohl, The Weavers' Street"), the
// volume that holds it, the rest of a body's long name. It says whether it did.
func (r *resolver) inside(ref article.Ref, c *article.Citation) bool {
	title := cut(titleWords(c.Item.Title), c.Text)
	name := saidNames(c)
	switch {
	case c.Back.Device == article.IdemDevice:
		return false
	case len(name) == 0 && len(title) > 1 && c.Locator != nil:
		name = title // the title of the volume that holds a chapter
	case len(name) == 0 || c.Item.Title == "" && c.Back.Device == article.NameOnly && len(c.Item.Author) < 2 && !partNamed.MatchString(c.Text):
		return false
	}
	named := r.past.saying(name)
	if len(named) == 0 {
		return false
	}
	var fit []int
	for _, id := range named {
		w := r.past.works[id]
		if !strings.HasPrefix(w.item.Type, "review") && r.past.known(c, w) == 0 && r.saysNames(w, c) && says(w.said(r.a), title) {
			fit = append(fit, id)
		}
	}
	if len(fit) == 0 {
		return false
	}
	pick := fit[0]
	for _, id := range fit {
		if r.past.works[id].last > r.past.works[pick].last {
			pick = id
		}
	}
	t := article.Target{Ref: r.past.works[pick].first, Confidence: 0.8, Because: "its words stand in the citation of " + r.a.Where(r.past.works[pick].first)}
	t.Evidence.TitleScore, t.Evidence.Choices = -1, len(fit)
	switch {
	case len(fit) > 1:
		t.Confidence, t.Ambiguous = 0.5, true
		for _, id := range fit {
			if id != pick && len(t.Candidates) < mostCandidates {
				t.Candidates = append(t.Candidates, article.Candidate{Ref: r.past.works[id].first, Score: 0.4, Because: "its words stand in " + r.a.Where(r.past.works[id].first) + " too"})
			}
		}
	case len(title) == 0:
		t.Confidence = 0.7
	}
	c.Target, c.Unresolved = &t, ""
	r.antecedent(ref, c, pick)
	r.cited(ref, pick)
	return true
}

// partNamed is a part of a book by its editor: "Moor, introduction, 9".
var partNamed = pattern.New(`,\s(?i:introduction|preface|foreword|afterword|einleitung|vorwort|nachwort|préface|postface|introducción|prólogo|introduzione|prefazione)\b`)

// saysNames says whether all names of a short form stand in a work's citation.
func (r *resolver) saysNames(w *work, c *article.Citation) bool {
	for _, n := range c.Item.Author {
		if !says(w.said(r.a), titleWords(surnameOf(n))) {
			return false
		}
	}
	return true
}

// saidNames are the words of a short form's names without given names.
func saidNames(c *article.Citation) []string {
	var out []string
	for _, n := range c.Item.Author {
		out = append(out, titleWords(surnameOf(n))...)
	}
	return out
}

// says whether words stand next to each other in a text.
func says(text, words []string) bool {
	for i := 0; i+len(words) <= len(text); i++ {
		k := 0
		for k < len(words) && (text[i+k] == words[k] || prefixed(text[i+k], words[k])) {
			k++
		}
		if k == len(words) {
			return true
		}
	}
	return false
}

// saying are the works whose citations have the rarest of some words. The
// index is made when it is first asked for: most articles never need it.
func (h *history) saying(words []string) []int {
	if h.bySaid == nil {
		h.bySaid = map[string][]int{}
	}
	for ; h.read < len(h.works); h.read++ {
		for _, w := range h.works[h.read].said(h.a) {
			push(h.bySaid, w, h.read)
		}
	}
	var rarest []int
	for i, w := range words {
		if ids := h.bySaid[w]; i == 0 || len(ids) < len(rarest) {
			rarest = ids
		}
	}
	return rarest[max(0, len(rarest)-maxCandidates):]
}
