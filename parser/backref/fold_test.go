package backref

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// TestSameName cites a work by author b as author a.
func TestSameName(t *testing.T) {
	t.Parallel()
	family := func(s string) article.Name { return article.Name{Family: s} }
	literal := func(s string) article.Name { return article.Name{Literal: s} }
	for _, test := range []struct {
		name string
		a, b article.Name
		want bool
	}{
		{"accents", family("Dvořáková"), family("Dvorakova"), true},
		{"umlaut as e", family("Müllner"), family("Muellner"), true},
		{"umlaut without", family("Müllner"), family("Mullner"), true},
		{"sharp s", family("Großmann"), family("Grossmann"), true},
		{"Danish", family("Søgaard"), family("Sogaard"), true},
		{"Polish", family("Małecki"), family("Malecki"), true},
		{"apostrophe", family("O’Dowd"), family("ODowd"), true},
		{"capitals", family("MARLOWE"), family("Marlowe"), true},
		{"half of a double name", family("Vega"), family("Vega-Luna"), true},
		{"particle left out", family("Haven"), article.Name{Particle: "van der", Family: "Haven"}, true},
		{"yo as ye", family("Семёнов"), family("Семенов"), true},
		{"family name first", family("Park"), article.Name{Given: "Park", Family: "Minho"}, true},
		{"Han family name", literal("林"), literal("林海生"), true},
		{"short names do not slip", family("Pask"), family("Task"), false},
		{"others", family("Marlowe"), family("Pask"), false},
		{"acronym", family("CBR"), literal("Coast Board of Repairs"), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			work, short := book("", "", "The Heron Ledger", 1998), named("", "")
			work.Item.Author, short.Item.Author = []article.Name{test.b}, []article.Name{test.a}
			a := built(cs(work), cs(book("Owen", "Quill", "Ferries", 2003)), cs(short))
			if got := pointing(a, 3, 0) == "short → 1#0"; got != test.want {
				t.Errorf("%+v for %+v: %s", test.a, test.b, pointing(a, 3, 0))
			}
		})
	}
}

// TestSlipOfThePen wants a title beside a surname that is one letter wrong.
func TestSlipOfThePen(t *testing.T) {
	t.Parallel()
	a := built(cs(book("Ida", "Marlowe", "The Heron Ledger", 1998)), cs(named("Marlowa", "Heron Ledger")), cs(named("Marlowa", "")))
	if got := pointing(a, 2, 0); got != "short → 1#0" {
		t.Errorf("with title: %s", got)
	}
	if got := a.Cited(article.Ref{Note: 1}).Target; got != nil && got.Evidence.NameDistance != 1 {
		t.Errorf("NameDistance = %d, want 1", got.Evidence.NameDistance)
	}
	if got := pointing(a, 3, 0); got != "short → nothing" {
		t.Errorf("without title: %s", got)
	}
}

func TestTitleWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, title string
		want        []string
	}{
		{"articles and plurals", "The Ferries of the Estuary", []string{"ferry", "estuary"}},
		{"marks", "Große Flüsse", []string{"grosse", "flusse"}},
		{"full width", "Ｆｅｒｒｙ １２", []string{"ferry", "12"}},
		{"Chinese by pairs", "港口史", []string{"港口", "口史"}},
		{"nothing", "—", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if d := cmp.Diff(test.want, titleWords(test.title)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOverlap(t *testing.T) {
	t.Parallel()
	long := titleWords("The Heron Ledger: A Year among the Reeds")
	for _, test := range []struct {
		name, short         string
		found               int
		inOrder, contiguous bool
	}{
		{"start", "Heron Ledger", 2, true, true},
		{"gap", "Heron Reeds", 2, true, false},
		{"turned round", "Reeds Heron", 2, false, false},
		{"half", "Heron Songs", 1, true, false},
		{"none", "Ferry Songs", 0, true, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			found, inOrder, contiguous := overlap(titleWords(test.short), long)
			if found != test.found || inOrder != test.inOrder || contiguous != test.contiguous {
				t.Errorf("overlap = %d, %v, %v, want %d, %v, %v", found, inOrder, contiguous, test.found, test.inOrder, test.contiguous)
			}
		})
	}
}
