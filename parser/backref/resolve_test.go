package backref

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/document"
)

// TestResolve resolves citations built by hand: field by field what
// parser/citation would give.
func TestResolve(t *testing.T) {
	t.Parallel()
	ledger := page(book("Ida", "Marlowe", "The Heron Ledger: A Year among the Reeds", 1998), "12")
	ferries := page(book("Owen", "Pask", "Ferries of the Estuary", 2003), "40")
	salt := paper("Ida", "Marlowe", "Salt and Silt", 2001)
	loc := named("Marlowe", "")
	loc.Back = article.Back{Device: article.LocCit, Word: "loc. cit.", SameLocator: true}
	idem := named("", "Salt and Silt")
	idem.Back = article.Back{Device: article.IdemDevice, Word: "Idem"}
	initial := named("Marlowe", "")
	initial.Item.Author[0].Given = "R."

	for _, test := range []struct {
		name  string
		notes [][]article.Citation
		at    [2]int // note from 1, citation
		want  string
	}{
		{"ibid after prose", [][]article.Citation{cs(ledger), cs(prose()), cs(ibid())}, [2]int{3, 0}, "ibid → 1#0"},
		{"ibid in its own note", [][]article.Citation{cs(ledger), cs(ferries, ibid())}, [2]int{2, 1}, "ibid → 2#0"},
		{"ibid after two works", [][]article.Citation{cs(ledger, ferries), cs(ibid())}, [2]int{2, 0}, "ibid → 1#1 ?"},
		{"ibid after one work twice", [][]article.Citation{cs(ledger, named("Marlowe", "Heron Ledger")), cs(ibid())}, [2]int{2, 0}, "ibid → 1#0"},
		{"ibid after a repeated full points at the repeat", [][]article.Citation{cs(ledger), cs(ferries), cs(ledger), cs(ibid())}, [2]int{4, 0}, "ibid → 3#0"},
		{"ibid after a cross-reference", [][]article.Citation{cs(ledger), cs(see("1")), cs(ibid())}, [2]int{3, 0}, "ibid → 1#0 ?"},
		{"ibid on an unresolved short form", [][]article.Citation{cs(ledger), cs(named("Quill", "Kelp")), cs(ibid())}, [2]int{3, 0}, "ibid → nothing"},
		{"ibid after a short form of a later work", [][]article.Citation{cs(named("Marlowe", "Heron Ledger")), cs(ibid()), cs(ledger)}, [2]int{2, 0}, "ibid → 3#0"},
		{"short form", [][]article.Citation{cs(ledger), cs(ferries), cs(named("Marlowe", "Heron Ledger"))}, [2]int{3, 0}, "short → 1#0"},
		{"title decides between two works", [][]article.Citation{cs(ledger), cs(salt), cs(named("Marlowe", "Heron Ledger"))}, [2]int{3, 0}, "short → 1#0"},
		{"name alone, two works", [][]article.Citation{cs(ledger), cs(salt), cs(named("Marlowe", ""))}, [2]int{3, 0}, "short → 2#0 ?"},
		{"a repeated full does not tie with itself", [][]article.Citation{cs(ledger), cs(ledger), cs(named("Marlowe", ""))}, [2]int{3, 0}, "short → 1#0"},
		{"art. cit.", [][]article.Citation{cs(salt), cs(ledger), cs(opCit("Marlowe", article.ArticleWork))}, [2]int{3, 0}, "short → 1#0"},
		{"op. cit. for a book", [][]article.Citation{cs(ledger), cs(salt), cs(opCit("Marlowe", article.BookWork))}, [2]int{3, 0}, "short → 1#0"},
		{"op. cit. of nobody", [][]article.Citation{cs(ledger), cs(ferries), cs(opCit("", article.AnyWork))}, [2]int{3, 0}, "short → 2#0 ?"},
		{"loc. cit.", [][]article.Citation{cs(ledger), cs(ferries), cs(loc)}, [2]int{3, 0}, "short → 1#0"},
		{"another person's initial", [][]article.Citation{cs(ledger), cs(ferries), cs(initial)}, [2]int{3, 0}, "short → nothing"},
		{"another title", [][]article.Citation{cs(ledger), cs(named("Marlowe", "Kelp Kings"))}, [2]int{2, 0}, "short → nothing"},
		{"two letters changed places", [][]article.Citation{cs(ledger), cs(ferries), cs(named("Malrowe", ""))}, [2]int{3, 0}, "short → 1#0"},
		{"a letter amiss is another name", [][]article.Citation{cs(ledger), cs(ferries), cs(named("Marlow", ""))}, [2]int{3, 0}, "short → nothing"},
		{"a letter amiss in op. cit.", [][]article.Citation{cs(ledger), cs(ferries), cs(opCit("Marlow", article.AnyWork))}, [2]int{3, 0}, "short → 1#0"},
		{"the title of another's work", [][]article.Citation{cs(ledger), cs(ferries), cs(named("Quillon", "Ferries of the Estuary"))}, [2]int{3, 0}, "short → nothing"},
		{"idem", [][]article.Citation{cs(salt), cs(ledger), cs(idem)}, [2]int{3, 0}, "short → 1#0"},
		{"the name beats the number", [][]article.Citation{cs(ledger), cs(ferries), cs(supra("Marlowe", "", "2"))}, [2]int{3, 0}, "short → 1#0"},
		{"cross-reference", [][]article.Citation{cs(ledger), cs(see("1"))}, [2]int{2, 0}, "crossref → 1#0"},
		{"cross-reference to several", [][]article.Citation{cs(named("Quill", ""), ledger, ferries), cs(see("1"))}, [2]int{2, 0}, "crossref → 1#1"},
		{"cross-reference to prose", [][]article.Citation{cs(prose()), cs(see("1"))}, [2]int{2, 0}, "crossref → 1"},
		{"cross-reference to an ibid", [][]article.Citation{cs(ledger), cs(ibid()), cs(see("2"))}, [2]int{3, 0}, "crossref → 1#0"},
		{"cross-reference to later notes", [][]article.Citation{cs(see("2")), cs(see("3")), cs(ledger)}, [2]int{1, 0}, "crossref → 3#0"},
		{"cross-reference to no note", [][]article.Citation{cs(ledger), cs(see("7"))}, [2]int{2, 0}, "crossref → nothing"},
		{"cross-reference to itself", [][]article.Citation{cs(see("1"))}, [2]int{1, 0}, "crossref → 1"},
		{"two that refer to each other", [][]article.Citation{cs(see("2")), cs(see("1"))}, [2]int{1, 0}, "crossref → 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := pointing(built(copied(test.notes)...), test.at[0], test.at[1]); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// copied lets rows share citations that Resolve writes to.
func copied(notes [][]article.Citation) [][]article.Citation {
	out := make([][]article.Citation, len(notes))
	for i := range notes {
		out[i] = append([]article.Citation(nil), notes[i]...)
	}
	return out
}

func TestLocators(t *testing.T) {
	t.Parallel()
	ledger := page(book("Ida", "Marlowe", "The Heron Ledger", 1998), "12")
	a := built(cs(ledger), cs(page(ibid(), "63")), cs(ibid()))
	want := &article.Locator{Label: "page", Value: "63", Inherited: true}
	if d := cmp.Diff(want, a.Notes[2].Citations[0].Locator); d != "" {
		t.Error(d)
	}
	if l := a.Notes[1].Citations[0].Locator; l.Inherited {
		t.Error("a locator of its own is called inherited")
	}
}

func TestScopes(t *testing.T) {
	t.Parallel()
	notes := []article.Note{
		{Number: "1", Citations: cs(book("Ida", "Marlowe", "The Heron Ledger", 1998))},
		{Number: "1", ScopeIndex: 1, Citations: cs(ibid())},
		{Number: "2", ScopeIndex: 1, Citations: cs(book("Owen", "Pask", "Ferries of the Estuary", 2003))},
		{Number: "3", ScopeIndex: 1, Citations: cs(see("2"))},
		{Number: "4", ScopeIndex: 1, Citations: cs(named("Marlowe", "Heron Ledger"))},
	}
	a := &article.Article{Notes: notes}
	Resolve(a)
	got := []string{pointing(a, 2, 0), pointing(a, 4, 0), pointing(a, 5, 0)}
	if d := cmp.Diff([]string{"ibid → nothing", "crossref → 3#0", "short → 1#0"}, got); d != "" {
		t.Error(d)
	}
}

// TestEvidence wants what the rules of the back-reference group ask for.
func TestEvidence(t *testing.T) {
	t.Parallel()
	ledger, ferries := book("Ida", "Marlowe", "The Heron Ledger", 1998), book("Owen", "Pask", "Ferries of the Estuary", 2003)
	other := ibid()
	other.URLs = []article.URL{{Address: "https://b.example/2"}}
	linked := book("Ida", "Marlowe", "The Heron Ledger", 1998)
	linked.URLs = []article.URL{{Address: "https://a.example/1"}}

	gap := &article.Article{Notes: []article.Note{{Number: "1", Citations: cs(ledger)}, {Number: "3", Citations: cs(ibid())}}}
	Resolve(gap)
	moved := &article.Article{Notes: []article.Note{{Number: "1", Citations: cs(ledger)}, {Number: "3", Citations: cs(ferries)}, {Number: "2", Citations: cs(ibid())}}}
	Resolve(moved)
	several := &article.Article{Notes: []article.Note{{Number: "1", Citations: cs(ledger, book("Ada", "Quill", "Kelp Kings", 2001))}, {Number: "3", Citations: cs(ferries)}, {Number: "2", Citations: cs(ibid())}}}
	Resolve(several)
	for _, test := range []struct {
		name string
		a    *article.Article
		note int
		has  func(article.Evidence) bool
	}{
		{"skipped commentary", built(cs(ledger), cs(prose()), cs(prose()), cs(ibid())), 4, func(e article.Evidence) bool { return e.SkippedCommentary == 2 }},
		{"choices", built(cs(ledger, ferries), cs(ibid())), 2, func(e article.Evidence) bool { return e.Choices == 2 }},
		{"late", built(cs(named("Marlowe", "Heron Ledger")), cs(ledger)), 1, func(e article.Evidence) bool { return e.Late }},
		{"half a title", built(cs(ledger), cs(supra("Marlowe", "Heron Songs", "1"))), 2, func(e article.Evidence) bool { return e.TitleScore == 0.5 }},
		{"wrong number", built(cs(ledger), cs(ferries), cs(supra("Marlowe", "", "2"))), 3, func(e article.Evidence) bool { return e.WrongNumber == "1" }},
		{"right number", built(cs(ledger), cs(ferries), cs(supra("Marlowe", "", "1"))), 3, func(e article.Evidence) bool { return e.WrongNumber == "" }},
		{"number of a short form", built(cs(ledger), cs(ferries), cs(named("Marlowe", "")), cs(supra("Marlowe", "", "3"))), 4, func(e article.Evidence) bool { return e.WrongNumber == "" }},
		{"gap", gap, 2, func(e article.Evidence) bool { return e.GapBefore }},
		{"moved", moved, 3, func(e article.Evidence) bool { return e.ByNumber == "1" && !e.GapBefore }},
		{"moved from behind several works", several, 3, func(e article.Evidence) bool {
			return e.ByNumber == "1" && len(several.Notes[2].Citations[0].Target.Candidates) == 2
		}},
		{"other address", built(cs(linked), cs(other)), 2, func(e article.Evidence) bool { return e.OtherURL }},
		{"cross-reference only", built(cs(ledger), cs(see("1")), cs(ibid())), 3, func(e article.Evidence) bool { return e.CrossrefOnly }},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := test.a.Cited(article.Ref{Note: test.note - 1})
			if c.Target == nil {
				t.Fatalf("no target: %s", c.Unresolved)
			}
			if !test.has(c.Target.Evidence) {
				t.Errorf("evidence %+v", c.Target.Evidence)
			}
		})
	}
}

// TestBecause reads what an editor reads.
func TestBecause(t *testing.T) {
	t.Parallel()
	ledger, ferries := book("Ida", "Marlowe", "The Heron Ledger", 1998), book("Owen", "Pask", "Ferries of the Estuary", 2003)
	a := built(cs(ledger), cs(ibid()), cs(ferries), cs(named("Marlowe", "Heron Ledger")), cs(see("3")), cs(named("Quill", "Kelp")))
	want := []string{
		"the only citation of note 1",
		"surname Marlowe and 2 of 2 title words match (note 1)",
		"note 3 is named, and this is its only citation",
		"no work cited in this article fits Quill, “Kelp”",
	}
	var got []string
	for _, n := range []int{1, 3, 4, 5} {
		c := a.Notes[n].Citations[0]
		if c.Target == nil {
			got = append(got, c.Unresolved)
			continue
		}
		got = append(got, c.Target.Because)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestOpCitInProse finds the author in the sentence before the words.
func TestOpCitInProse(t *testing.T) {
	t.Parallel()
	text := "As Marlowe put it, “nothing moves but the water” (op. cit., p. 9)."
	c := opCit("", article.AnyWork)
	c.Start, c.End = strings.Index(text, "op. cit."), len(text)
	a := &article.Article{Notes: []article.Note{
		{Number: "1", Citations: cs(book("Ida", "Marlowe", "The Heron Ledger", 1998))},
		{Number: "2", Citations: cs(book("Owen", "Pask", "Ferries of the Estuary", 2003))},
		{Number: "3", Text: document.Text{String: text}, Citations: cs(c)},
	}}
	Resolve(a)
	if got := pointing(a, 3, 0); got != "short → 1#0" {
		t.Error(got)
	}
}

// TestBareStyle reads author, title and page as a full citation where the
// article never gives more.
func TestBareStyle(t *testing.T) {
	t.Parallel()
	a := built(
		cs(page(named("Marlowe", "Heron Ledger"), "3")), cs(page(named("Pask", "Ferries"), "4")), cs(page(named("Quill", "Kelp Kings"), "5")),
		cs(page(named("Marlowe", "Heron Ledger"), "8")), cs(ibid()),
	)
	got := []string{pointing(a, 1, 0), pointing(a, 2, 0), pointing(a, 3, 0), pointing(a, 4, 0), pointing(a, 5, 0)}
	if d := cmp.Diff([]string{"full", "full", "full", "short → 1#0", "ibid → 1#0"}, got); d != "" {
		t.Error(d)
	}
}
