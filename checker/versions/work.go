package versions

import (
	"strings"

	"ibid/parser/article"
)

// Work finds the work of a full citation of Before in Now, wherever it is
// cited in full there.
func (m *Matching) Work(ref article.Ref) (article.Ref, bool) {
	c := m.Before.Cited(ref)
	if c == nil {
		return article.Ref{}, false
	}
	if ref.Part > 0 {
		d := m.Now.Cited(ref)
		return ref, d != nil && SameWork(c, d)
	}
	if n, ok := m.NowNote(ref.Note); ok {
		cs := m.Now.Notes[n].Citations
		for i := range cs[:min(len(cs), maxCitations)] {
			if cs[i].Kind == article.Full && SameWork(c, &cs[i]) {
				return article.Ref{Note: n, Citation: i}, true
			}
		}
	}
	for _, k := range keys(c) {
		if at, ok := m.works[k]; ok {
			return at, true
		}
	}
	return article.Ref{}, false
}

// Same says whether a citation of Before and one of Now are of one work. A
// citation whose note was reworded stays the same work while its author does.
func (m *Matching) Same(before, now article.Ref) bool {
	a, b := m.Before.Cited(before), m.Now.Cited(now)
	if a == nil || b == nil {
		return false
	}
	if SameWork(a, b) {
		return true
	}
	was, ok := m.Earlier(now)
	return ok && was == before && (sharesAuthor(&a.Item, &b.Item) || alike(foldText(a.Text), foldText(b.Text)))
}

// SameWork says whether two full citations are of one work: by identifier, by
// address, by title, or by their whole text where they have no title.
func SameWork(a, b *article.Citation) bool {
	switch {
	case foldText(a.Text) == foldText(b.Text):
		return true
	case a.Item.DOI != "" && b.Item.DOI != "":
		return strings.EqualFold(a.Item.DOI, b.Item.DOI)
	case len(a.URLs) > 0 && len(b.URLs) > 0 && bare(a.URLs[0].Address) == bare(b.URLs[0].Address):
		return true
	}
	s, t := foldText(title(&a.Item)), foldText(title(&b.Item))
	if s == "" || t == "" {
		return alike(foldText(a.Text), foldText(b.Text))
	}
	if !alike(s, t) && !strings.HasPrefix(s, t+" ") && !strings.HasPrefix(t, s+" ") {
		return false
	}
	// "Introduction" is the title of many works.
	return len(a.Item.Author) == 0 || len(b.Item.Author) == 0 || sharesAuthor(&a.Item, &b.Item) || alike(foldText(a.Text), foldText(b.Text))
}

func title(item *article.Item) string {
	if item.Title != "" {
		return item.Title
	}
	return item.ContainerTitle
}

// sharesAuthor says whether a surname of the one is, but for a slip, one of the other.
func sharesAuthor(a, b *article.Item) bool {
	const most = 8
	for _, x := range a.Author[:min(len(a.Author), most)] {
		for _, y := range b.Author[:min(len(b.Author), most)] {
			s, t := foldText(x.Family+" "+x.Literal), foldText(y.Family+" "+y.Literal)
			if s != "" && t != "" && alike(s, t) {
				return true
			}
		}
	}
	return false
}

// maxAlike bounds what is compared of two texts, in runes.
const maxAlike = 400

// alike says whether two texts are the same but for slips: more than half of
// their pairs of letters are.
func alike(s, t string) bool {
	if s == t {
		return true
	}
	a, b := pairsOf(s), pairsOf(t)
	total, common := 0, 0
	for k, n := range a {
		total += n
		common += min(n, b[k])
	}
	for _, n := range b {
		total += n
	}
	return total > 0 && 10*2*common >= 6*total
}

func pairsOf(s string) map[[2]rune]int {
	out := map[[2]rune]int{}
	last, n := ' ', 0
	for _, r := range s {
		if n++; n > maxAlike {
			break
		}
		out[[2]rune{last, r}]++
		last = r
	}
	return out
}

// index lists the full citations of an article by what is known of their works;
// the first of a work stands for it.
func index(a *article.Article) map[string]article.Ref {
	out := map[string]article.Ref{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Full {
			continue
		}
		for _, k := range keys(c) {
			if _, ok := out[k]; !ok {
				out[k] = ref
			}
		}
	}
	return out
}

// keys are the names under which a work is found again.
func keys(c *article.Citation) []string {
	var out []string
	if c.Item.DOI != "" {
		out = append(out, "doi "+strings.ToLower(c.Item.DOI))
	}
	if len(c.URLs) > 0 {
		out = append(out, "url "+bare(c.URLs[0].Address))
	}
	if t := foldText(title(&c.Item)); t != "" && len(c.Item.Author) > 0 {
		out = append(out, "title "+foldText(c.Item.Author[0].Family+" "+c.Item.Author[0].Literal)+": "+t)
	}
	return out
}

// bare is an address without what may change and lead to the same page.
func bare(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		rest = address
	}
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
