package versions

import "ibid/parser/article"

// Matching says which notes and citations two versions of an article share.
type Matching struct {
	// Before is the earlier version, Now the one that is checked.
	Before, Now *article.Article
	// now[i] is the note of Now that note i of Before has become; earlier is
	// the way back. -1 stands for none.
	now, earlier []int
	// works finds a full citation of Now by what is known of its work.
	works map[string]article.Ref
}

// Match compares two versions. Where they have next to nothing in common, they
// are taken for different articles, and no note is matched.
func Match(before, now *article.Article) *Matching {
	m := &Matching{Before: before, Now: now, works: index(now)}
	p := newPairing(before, now)
	p.byText()
	p.byContext()
	p.byRareWords()
	if !p.related() {
		m.now, m.earlier = none(len(before.Notes)), none(len(now.Notes))
		return m
	}
	p.neighbours(equal)
	p.neighbours(similar)
	p.gaps()
	m.now, m.earlier = p.now, p.earlier
	return m
}

// Related says whether any note is in both versions.
func (m *Matching) Related() bool {
	for _, n := range m.earlier {
		if n >= 0 {
			return true
		}
	}
	return false
}

// NowNote is the note of Now that a note of Before has become.
func (m *Matching) NowNote(n int) (int, bool) { return at(m.now, n) }

// EarlierNote is the note of Before that a note of Now comes from.
func (m *Matching) EarlierNote(n int) (int, bool) { return at(m.earlier, n) }

func at(list []int, n int) (int, bool) {
	if n < 0 || n >= len(list) || list[n] < 0 {
		return -1, false
	}
	return list[n], true
}

// Earlier is the citation of Before that a citation of Now comes from: the one
// at its place where the note has as many as before, else the first of the
// same text. Parts of a series before the article are the same in both.
func (m *Matching) Earlier(ref article.Ref) (article.Ref, bool) {
	if ref.Part > 0 {
		return ref, m.Before.Cited(ref) != nil
	}
	old, ok := m.EarlierNote(ref.Note)
	c := m.Now.Cited(ref)
	if !ok || c == nil {
		return article.Ref{}, false
	}
	was := m.Before.Notes[old].Citations
	if len(was) == len(m.Now.Notes[ref.Note].Citations) {
		return article.Ref{Note: old, Citation: ref.Citation}, true
	}
	if len(was) > maxCitations {
		return article.Ref{}, false
	}
	text := foldText(c.Text)
	for i := range was {
		if foldText(was[i].Text) == text {
			return article.Ref{Note: old, Citation: i}, true
		}
	}
	return article.Ref{}, false
}

// maxCitations bounds the search for a citation in a note that was changed.
const maxCitations = 64

func none(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}
