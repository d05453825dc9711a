package backref

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// part is an article in a series whose notes are numbered from first.
func part(source string, first int, previous []*article.Article, notes ...[]article.Citation) *article.Article {
	a := &article.Article{Source: source, Previous: previous}
	for i, cs := range notes {
		a.Notes = append(a.Notes, article.Note{ID: "fn" + strconv.Itoa(i+1), Number: strconv.Itoa(first + i), Citations: cs})
	}
	Resolve(a)
	return a
}

// TestEarlierParts resolves the first note of the last part of a series.
func TestEarlierParts(t *testing.T) {
	t.Parallel()
	ledger, marsh := page(book("Ida", "Marlowe", "The Heron Ledger", 1998), "7"), book("Bo", "Quist", "Marsh and Mire", 2003)
	one := func() *article.Article {
		return part("one.md", 1, nil, cs(marsh), cs(ledger), cs(ibid()))
	}
	two := func() []*article.Article {
		a := one()
		return []*article.Article{a, part("two.md", 1, []*article.Article{a}, cs(named("Quist", "Marsh and Mire")))}
	}
	tests := []struct {
		name     string
		previous []*article.Article
		first    int
		notes    [][]article.Citation
		ref      article.Ref // what is asked for
		want     *article.Target
	}{
		{"ibid", []*article.Article{one()}, 1, [][]article.Citation{cs(ibid())}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1, Note: 1}, Because: "the only citation of note 3 of one.md"}},
		{"ibid whose numbers go on", []*article.Article{one()}, 4, [][]article.Citation{cs(ibid())}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1, Note: 1}, Because: "the only citation of note 3 of one.md"}},
		{"ibid behind a gap", []*article.Article{one()}, 5, [][]article.Citation{cs(ibid())}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1, Note: 1}, Ambiguous: true, Because: "the only citation of note 3 of one.md; a number is missing before it, and the lost note may be what it means"}},
		{"ibid through a short form of a part between", two(), 1, [][]article.Citation{cs(ibid())}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1}, Because: "the only citation of note 1 of two.md"}},
		{"short form", []*article.Article{one()}, 1, [][]article.Citation{cs(named("Marlowe", "Heron Ledger"))}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1, Note: 1}, Because: "surname Marlowe and 2 of 2 title words match (note 2 of one.md)"}},
		{"the article's own note first", []*article.Article{one()}, 1, [][]article.Citation{cs(book("Al", "Penn", "Kelp", 1990)), cs(ibid())}, article.Ref{Note: 1}, &article.Target{Ref: article.Ref{}, Because: "the only citation of note 1"}},
		{"cross-reference to numbers that go on", []*article.Article{one()}, 4, [][]article.Citation{cs(see("1"))}, article.Ref{}, &article.Target{Ref: article.Ref{Part: 1}, Because: "note 1 of one.md is named, and this is its only citation"}},
		{"cross-reference to numbers of its own", []*article.Article{one()}, 1, [][]article.Citation{cs(see("2"))}, article.Ref{}, nil},
		{"nothing before", []*article.Article{part("empty.md", 1, nil)}, 1, [][]article.Citation{cs(ibid())}, article.Ref{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := part("last.md", tt.first, tt.previous, tt.notes...)
			got := a.Cited(tt.ref).Target
			if got != nil {
				got = &article.Target{Ref: got.Ref, Ambiguous: got.Ambiguous, Because: got.Because}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEarlierPage takes over the page of an earlier part's last citation.
func TestEarlierPage(t *testing.T) {
	t.Parallel()
	one := part("one.md", 1, nil, cs(page(book("Ida", "Marlowe", "The Heron Ledger", 1998), "7")))
	c := part("two.md", 1, []*article.Article{one}, cs(ibid())).Notes[0].Citations[0]
	if diff := cmp.Diff(&article.Locator{Label: "page", Value: "7", Inherited: true}, c.Locator); diff != "" {
		t.Error(diff)
	}
}

// TestWrongNumberOfAnEarlierPart: numbers that begin anew name no note of another part.
func TestWrongNumberOfAnEarlierPart(t *testing.T) {
	t.Parallel()
	one := part("one.md", 1, nil, cs(book("Bo", "Quist", "Marsh", 2003)), cs(book("Ida", "Marlowe", "The Heron Ledger", 1998)))
	for first, want := range map[int]string{1: "", 3: "2"} {
		c := part("two.md", first, []*article.Article{one}, cs(supra("Marlowe", "Heron Ledger", "1"))).Notes[0].Citations[0]
		if c.Target == nil || c.Target.Evidence.WrongNumber != want {
			t.Errorf("first number %d: %+v, want the number %q", first, c.Target, want)
		}
	}
}
