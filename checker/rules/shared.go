package rules

import (
	"sync"

	"ibid/checker"
)

// once is a value that the first who asks works out.
type once[T any] struct {
	sync.Once

	value T
}

// perNote makes of a pure function of a note one that works only once for each
// note of a report, however many rules ask.
func perNote[T any](of func(*checker.Report, int) T) func(*checker.Report, int) T {
	notes := checker.Share(func(r *checker.Report) []once[T] { return make([]once[T], len(r.Article.Notes)) })
	return func(r *checker.Report, n int) T {
		x := &notes(r)[n]
		x.Do(func() { x.value = of(r, n) })
		return x.value
	}
}

// foldedNote is a note's text as [folded] has it, between spaces.
var foldedNote = perNote(func(r *checker.Report, n int) string { return " " + folded(r.Article.Notes[n].Text.String) + " " })

// bodyPhrases finds paragraphs of the body by their words.
var bodyPhrases = checker.Share(func(r *checker.Report) *phrases {
	texts := make([]string, len(r.Article.Body))
	for i := range texts {
		texts[i] = " " + folded(r.Article.Body[i].Text.String) + " "
	}
	return newPhrases(texts)
})

// notePhrases finds notes by their words.
var notePhrases = checker.Share(func(r *checker.Report) *phrases {
	texts := make([]string, len(r.Article.Notes))
	for n := range texts {
		texts[n] = foldedNote(r, n)
	}
	return newPhrases(texts)
})

// notesByLabel are the indices of the notes that have a number, in order.
var notesByLabel = checker.Share(func(r *checker.Report) map[string][]int {
	byLabel := make(map[string][]int, len(r.Article.Notes))
	for n := range r.Article.Notes {
		label := r.Article.Notes[n].Number
		byLabel[label] = append(byLabel[label], n)
	}
	return byLabel
})
