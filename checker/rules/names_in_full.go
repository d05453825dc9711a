package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"ibid/checker"
	"ibid/parser/article"
)

// fullName is a person as a full citation names them, with a given name written out.
type fullName struct {
	ref     article.Ref
	c       *article.Citation
	surname string
}

// namesInFull finds authors and editors of different works whose given names are the same,
// and whose surnames are a letter apart: Thomas Scheffold, Thomas Schefold. Two people of
// nearly one name are rarer than a slip; where given names are initials, they are not.
func namesInFull(r *checker.Report) []checker.Finding {
	byGiven, times := map[string][]fullName{}, map[string]int{}
	var found []checker.Finding
	for ref, c := range r.Article.Citations() {
		if c.Kind != article.Full || ref.Part > 0 {
			continue
		}
		for _, names := range [...][]article.Name{c.Item.Author, c.Item.Editor} {
			for _, n := range names {
				if given := folded(n.Given); writtenGiven(given) && utf8.RuneCountInString(n.Family) >= leastSurname {
					key := given + "\x00" + folded(n.Family)[:1]
					byGiven[key] = append(byGiven[key], fullName{ref, c, surname(n)})
					times[surname(n)]++
				}
			}
		}
	}
	for _, people := range byGiven {
		found = append(found, slipsAmong(r.Article, people, times)...)
	}
	return found
}

// leastSurname is the length from which a letter amiss makes no other name.
const leastSurname = 6

// writtenGiven says whether a given name, folded, has a first word that is no initial.
func writtenGiven(given string) bool {
	first, _, _ := strings.Cut(given, " ")
	return utf8.RuneCountInString(first) > 2
}

// slipsAmong are the names of people with one given name that differ by a letter from one
// that stands elsewhere. The rarer one is the slip, or the later one.
func slipsAmong(a *article.Article, people []fullName, times map[string]int) []checker.Finding {
	const most = 64 // more of one given name are not looked at
	var found []checker.Finding
	seen := map[[2]string]bool{}
	for i, x := range people[:min(most, len(people))] {
		for _, y := range people[:i] {
			if x.ref.Note == y.ref.Note || !letterApart(folded(x.surname), folded(y.surname)) {
				continue
			}
			wrong, right := x, y
			if times[x.surname] > times[y.surname] {
				wrong, right = y, x
			}
			if key := [2]string{wrong.surname, right.surname}; !seen[key] {
				seen[key] = true
				found = append(found, slipOf(a, wrong, right))
			}
		}
	}
	return found
}

func slipOf(a *article.Article, wrong, right fullName) checker.Finding {
	f := checker.At(a, wrong.ref, "Note %s spells the author “%s”; %s has “%s”.", a.Notes[wrong.ref.Note].Number, wrong.surname, a.Where(right.ref), right.surname)
	if span, ok := within(a, wrong.ref, wrong.c, wrong.surname); ok {
		f.Span = span
	}
	f.Help = "Find out which is right, and use it in both notes, if it is one person."
	f.Confidence = 0.75
	f.Evidence = evidence("name in the other citation", right.surname)
	f.Fixes = rename(a, wrong.ref, wrong.c, wrong.surname, right.surname)
	return f
}

// letterApart says whether two names, folded, differ by one letter within, or by two that
// changed places. At its end a name may have another form: Petrov, Petrova.
func letterApart(x, y string) bool {
	if x == y || x[len(x)-1] != y[len(y)-1] || min(len(x), len(y)) < leastSurname-1 || writtenOut(x) == writtenOut(y) {
		return false
	}
	return levenshtein.ComputeDistance(x, y) == 1 || lettersSwapped(x, y)
}
