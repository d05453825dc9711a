package backref

import (
	"fmt"
	"strconv"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/parser/document"
)

// noted is an article whose notes have these texts and are numbered from 1,
// split into citations as parser/citation does, and resolved.
func noted(tb testing.TB, texts ...string) *article.Article {
	tb.Helper()
	a := numbered(texts...)
	citation.Parse(a)
	Resolve(a)
	return a
}

// numbered is an article whose notes have these texts, nothing else.
func numbered(texts ...string) *article.Article {
	a := &article.Article{}
	for i, s := range texts {
		a.Notes = append(a.Notes, article.Note{
			ID: "fn" + strconv.Itoa(i+1), Number: strconv.Itoa(i + 1), Text: document.Text{String: s},
		})
	}
	return a
}

// built is an article whose notes hold these citations, resolved: it does not
// depend on how parser/citation reads text.
func built(notes ...[]article.Citation) *article.Article {
	a := &article.Article{}
	for i, cs := range notes {
		a.Notes = append(a.Notes, article.Note{ID: "fn" + strconv.Itoa(i+1), Number: strconv.Itoa(i + 1), Citations: cs})
	}
	Resolve(a)
	return a
}

func cs(c ...article.Citation) []article.Citation { return c }

func book(given, family, title string, year int) article.Citation {
	c := article.Citation{Kind: article.Full, Item: article.Item{
		Type: "book", Title: title, Publisher: "Harbour House", Issued: &article.Date{Parts: [][]int{{year}}},
	}}
	if family != "" {
		c.Item.Author = []article.Name{{Given: given, Family: family}}
	}
	return c
}

func paper(given, family, title string, year int) article.Citation {
	c := book(given, family, title, year)
	c.Item.Type, c.Item.Publisher, c.Item.ContainerTitle = "article-journal", "", "Annals of the Coast"
	return c
}

func page(c article.Citation, p string) article.Citation {
	c.Locator = &article.Locator{Label: "page", Value: p}
	return c
}

func ibid() article.Citation {
	return article.Citation{Kind: article.Ibid, Back: article.Back{Device: article.IbidDevice, Word: "Ibid."}}
}

func named(family, title string) article.Citation {
	c := article.Citation{Kind: article.Short, Back: article.Back{Device: article.NameOnly}, Item: article.Item{Title: title}}
	if family != "" {
		c.Item.Author = []article.Name{{Family: family, Incomplete: true}}
	}
	return c
}

func opCit(family string, kind article.WorkType) article.Citation {
	c := named(family, "")
	c.Back = article.Back{Device: article.OpCit, Word: "op. cit.", Type: kind}
	return c
}

func supra(family, title, note string) article.Citation {
	c := named(family, title)
	c.Back = article.Back{Device: article.Supra, Word: "supra", Notes: []string{note}, Direction: article.Above}
	return c
}

func see(note string) article.Citation {
	return article.Citation{Kind: article.Crossref, Back: article.Back{Device: article.Supra, Word: "note", Notes: []string{note}}}
}

func prose() article.Citation { return article.Citation{Kind: article.Commentary} }

// pointing writes what the citation at note n (from 1), index c, is and points
// at: "short → 1#0", "ibid → 2#1 ?" where ambiguous, "crossref → 3", "ibid → nothing".
func pointing(a *article.Article, n, c int) string {
	x := a.Cited(article.Ref{Note: n - 1, Citation: c})
	if x == nil {
		return "no such citation"
	}
	if !x.Kind.IsBackReference() {
		return string(x.Kind)
	}
	if x.Target == nil {
		return string(x.Kind) + " → nothing"
	}
	s := fmt.Sprintf("%s → %d", x.Kind, x.Target.Ref.Note+1)
	if x.Target.Ref.Citation >= 0 {
		s += "#" + strconv.Itoa(x.Target.Ref.Citation)
	}
	if x.Target.Ambiguous {
		s += " ?"
	}
	return s
}
