package rules

import "strings"

// phrases finds texts by the words that stand in them, one after the other.
type phrases struct {
	texts  []string // folded, each between spaces
	byWord map[string][]int
}

func newPhrases(texts []string) *phrases {
	p := &phrases{texts: texts, byWord: map[string][]int{}}
	for i, text := range texts {
		for word := range strings.FieldsSeq(text) {
			list := p.byWord[word]
			if len(list) == 0 || list[len(list)-1] != i {
				p.byWord[word] = append(list, i)
			}
		}
	}
	return p
}

// near are the texts that may hold a folded phrase, in order: those that have
// the rarest of its words.
func (p *phrases) near(phrase string) []string {
	places := p.at(phrase)
	texts := make([]string, len(places))
	for i, at := range places {
		texts[i] = p.texts[at]
	}
	return texts
}

// at are the indices of those texts.
func (p *phrases) at(phrase string) []int {
	var best []int
	first := true
	for word := range strings.FieldsSeq(phrase) {
		if list := p.byWord[word]; first || len(list) < len(best) {
			best, first = list, false
		}
	}
	return best
}
