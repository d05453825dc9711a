package bibliography

import (
	"slices"

	"ibid/parser/article"
)

// Bibliography is what articles cite.
type Bibliography struct {
	Articles []*article.Article
	// Entries are in the order in which the works are first cited.
	Entries []Entry
	// Lost are the Ibid.s and short forms that lead to no work, in their order.
	Lost []Place
}

// Entry is one work.
type Entry struct {
	// Key names the work: author, year and a word of the title, in the letters
	// a–z and digits ("ellingsworth2009tide"). No other entry has it, and the
	// same articles give the same keys.
	Key  string
	Item article.Item
	// Cited are the notes that cite the work for certain, each once, in order.
	Cited []Place
}

// Place is a note: an index in Bibliography.Articles and one in its Notes.
type Place struct {
	Article, Note int
}

// compare puts places in reading order.
func (p Place) compare(q Place) int {
	if p.Article != q.Article {
		return p.Article - q.Article
	}
	return p.Note - q.Note
}

// Of lists the works that articles cite in their notes.
func Of(articles ...*article.Article) *Bibliography {
	b := &Bibliography{Articles: articles}
	m := merger{index: map[string][]int{}, known: map[*article.Citation]int{}}
	var uses []use
	for i, a := range articles {
		for ref, c := range a.Citations() {
			if c.Kind == article.Full {
				uses = append(uses, use{m.add(c), Place{i, ref.Note}})
			}
		}
	}
	// What leads back comes second: it may stand before its full citation.
	for i, a := range articles {
		for ref, c := range a.Citations() {
			if !c.Kind.IsBackReference() {
				continue
			}
			place := Place{i, ref.Note}
			full := fullOf(a, c)
			switch {
			case full != nil:
				uses = append(uses, use{m.add(full), place})
			case c.Kind != article.Crossref && (c.Target == nil || !c.Target.Ambiguous):
				b.Lost = append(b.Lost, place)
			}
		}
	}
	b.Entries = m.entries(uses)
	assignKeys(b.Entries)
	return b
}

// use is one citing of a work.
type use struct {
	work  int
	place Place
}

// sure is the least confidence of a cross-reference that names a work: below
// it, it names a note of several.
const sure = 0.6

// fullOf is the full citation that a back-reference certainly means, or nil.
func fullOf(a *article.Article, c *article.Citation) *article.Citation {
	t := c.Target
	if t == nil || t.Ambiguous || c.Kind == article.Crossref && t.Confidence < sure {
		return nil
	}
	full := a.Cited(t.Ref)
	if full == nil || full.Kind != article.Full {
		return nil
	}
	return full
}

// entries are the distinct works in the order of their first use.
func (m *merger) entries(uses []use) []Entry {
	slices.SortStableFunc(uses, func(x, y use) int { return x.place.compare(y.place) })
	var out []Entry
	at := map[int]int{}
	for _, u := range uses {
		w := m.find(u.work)
		i, ok := at[w]
		if !ok {
			i = len(out)
			at[w] = i
			out = append(out, Entry{Item: m.works[w].item()})
		}
		if e := &out[i]; len(e.Cited) == 0 || e.Cited[len(e.Cited)-1] != u.place {
			e.Cited = append(e.Cited, u.place)
		}
	}
	return out
}
