package pandoc

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

const (
	// near is within how many words of the source the next word of a paragraph is
	// looked for: markup in between has some.
	near = 12
	// far is the same where notes may stand in between; closeBy for a paragraph of
	// few words, which may be found where it is not.
	far     = 4000
	closeBy = 200
	// tries bounds how many places are looked at for the start of a paragraph.
	tries = 48
	// sure is how many words in a row say that a place is the right one.
	sure = 4
)

var isDay = pattern.New(`^\d{4}(?:-\d\d(?:-\d\d)?)?$`)

// word is a run of letters and figures: bytes of a text.
type word struct{ from, to int32 }

// in is a word's letters in its text.
func (w word) in(text string) string { return text[w.from:w.to] }

// wordsOf are the words of a text, behind those of a list.
func wordsOf(s string, list []word) []word {
	start := -1
	end := func(at int) {
		list = append(list, word{int32(start), int32(at)}) //nolint:gosec // sources are smaller than document.MaxSource
		start = -1
	}
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			end(i)
		}
		if in && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) { // scripts without spaces: each letter is a word
			end(i + utf8.RuneLen(r))
		}
	}
	if start >= 0 {
		end(len(s))
	}
	return list
}

// source is the text in which words are found again.
type source struct {
	text  string
	words []word
	ids   map[string]int // word → its place in where
	where [][]int32      // the places of each word in words
	used  []bool
}

func newSource(format, text string) *source {
	s := &source{text: text, words: wordsOf(text, nil)}
	if format == "rtf" {
		for i := range s.words { // \'93 is a letter, and no part of the word behind it
			if w := &s.words[i]; strings.HasSuffix(text[:w.from], `\'`) {
				w.from = min(w.from+2, w.to)
			}
		}
	}
	s.words = slices.DeleteFunc(s.words, markup(format, text))
	s.used = make([]bool, len(s.words))
	s.index()
	return s
}

// index says where each word stands. The lists lie one behind the other, as most of
// many small ones would be room to grow.
func (s *source) index() {
	s.ids = map[string]int{}
	var counts []int
	which := make([]int32, len(s.words)) // the id of each word
	for i, w := range s.words {
		key := w.in(s.text)
		id, ok := s.ids[key]
		if !ok {
			id = len(counts)
			s.ids[key], counts = id, append(counts, 0)
		}
		which[i] = int32(id) //nolint:gosec // sources are smaller than document.MaxSource
		counts[id]++
	}
	room := make([]int32, len(s.words))
	s.where = make([][]int32, len(counts))
	for id, n := range counts {
		s.where[id], room = room[:0:n], room[n:]
	}
	for i, id := range which {
		s.where[id] = append(s.where[id], int32(i))
	}
}

// markup says of the words of a text, in their order, which are those of its
// format: control words, tags.
func markup(format, text string) func(word) bool {
	switch format {
	case "rtf":
		return func(w word) bool { return w.from == w.to || w.from > 0 && text[w.from-1] == '\\' }
	case "docbook", "fb2", "opml":
		at, inside := int32(0), false
		return func(w word) bool {
			if i := strings.LastIndexAny(text[at:w.from], "<>"); i >= 0 {
				inside = text[int(at)+i] == '<'
			}
			at = w.from
			return inside
		}
	}
	return func(word) bool { return false }
}

// is says whether word i of the source is w, and still free.
func (s *source) is(i int, w string) bool {
	return i < len(s.words) && !s.used[i] && s.words[i].in(s.text) == w
}

// next is the first place of a word among the n from i on, or -1.
func (s *source) next(w string, i, n int) int {
	for k := i; k < min(i+n, len(s.words)); k++ {
		if s.is(k, w) {
			return k
		}
	}
	return -1
}

// agrees says whether the first words of a list are found, in order and close to
// each other, from place i on, where the first of them is. Of many one may be
// missing: the source may write it in another way.
func (s *source) agrees(i int, list []string) bool {
	missing := 0
	if len(list) > sure {
		missing, list = 1, list[:sure+1]
	}
	for _, w := range list[1:] {
		if k := s.next(w, i+1, near); k >= 0 {
			i = k
		} else if missing--; missing < 0 {
			return false
		}
	}
	return true
}

// start is the best place for the start of a paragraph at or behind from, within
// so many words, or -1: one at which its first words stand.
func (s *source) start(list []string, from, within int) int {
	id, ok := s.ids[list[0]]
	if !ok {
		return -1
	}
	places := s.where[id]
	first := sort.Search(len(places), func(k int) bool { return int(places[k]) >= from })
	for _, place := range places[first:min(first+tries, len(places))] {
		i := int(place)
		if i >= from+within {
			break
		}
		if !s.used[i] && s.agrees(i, list) {
			return i
		}
	}
	return -1
}

// match finds the words of a list from a place on: for each its place, or -1, and
// where the search ended. between is told before each word; it may move the
// place on, over a note.
func (s *source) match(list []string, at int, between func(k, at int) int) (places []int, end int) {
	places = make([]int, len(list))
	for k, w := range list {
		at = between(k, at)
		i := s.next(w, at, near)
		if rest := len(list) - k; i < 0 && rest >= sure {
			i = s.start(list[k:], at, far)
		} else if i < 0 && k == 0 {
			i = s.start(list, at, closeBy)
		}
		places[k] = i
		if i >= 0 {
			s.used[i] = true
			at = i + 1
		}
	}
	return places, at
}
