package backref

import "ibid/parser/article"

// listed handles a citation of which the source itself says which work it means:
// the first is the full citation, all others point at it.
func (r *resolver) listed(ref article.Ref, c *article.Citation) {
	id, ok := r.linked[c.Work]
	if !ok {
		id = r.past.add(ref)
		r.linked[c.Work] = id
		r.cited(ref, id)
		return
	}
	first := r.past.works[id].first
	c.Kind, c.Back, c.Unresolved = article.Short, article.Back{Device: article.NameOnly}, ""
	c.Antecedent = &first
	c.Target = &article.Target{Ref: first, Confidence: 0.99, Because: "both link to the same entry of the list of works (" + r.a.Where(first) + ")"}
	c.Target.Evidence = article.Evidence{TitleScore: -1, Choices: 1}
	r.cited(ref, id)
}
