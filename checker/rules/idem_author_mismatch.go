package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// IdemAuthorMismatch finds an "idem" that stands for several authors.
var IdemAuthorMismatch = &checker.Rule{ID: "idem-author-mismatch", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Idem for several authors",
	Text:  "“Idem” (eadem, ders.) stands for the one author just named, but the work before has two or more. The reader cannot tell who is meant.",
	Do:    "Write “iidem” (dies.) for all of them, or the name of the one.",
	Quiet: "Whether a name is a man's or a woman's: ibid never guesses.",
	Bad:   "A.[^1]\n\n[^1]: Lena Dahl and Jan Wolski, *Salt* (Bergen: Fjord, 2011), 7; idem, *Herring* (Bergen: Fjord, 2014), 20.",
	Good:  "A.[^1]\n\n[^1]: Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7; idem, *Herring* (Bergen: Fjord, 2014), 20.",
	Basis: "CMOS 17, 14.35",
}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	said := strings.ToLower(strings.Trim(c.Back.Word, " .,"))
	if c.Back.Device != article.IdemDevice {
		return checker.Finding{}, false
	}
	before := idemOf(a, ref, c)
	if before == nil || len(before.Item.Author) == 0 {
		return checker.Finding{}, false
	}
	many := len(before.Item.Author) > 1 || before.Item.Author[0].EtAl
	var right string
	switch {
	case many && said == "idem":
		right = "iidem"
	case many && said == "id" && strings.HasPrefix(a.Meta.Language, "it"):
		right = "idd."
	case many && said == "eadem", many && said == "ders":
	case !many && (said == "iidem" || said == "eaedem") && before.Item.Author[0].Literal == "":
		right = ""
	default:
		return checker.Finding{}, false // dies. is both one woman and several people
	}
	f := checker.At(a, ref, "“%s” in note %s stands for one author, and the work before it has several: %s.", word(c), a.Notes[ref.Note].Number, authors(&before.Item))
	if !many {
		f.Message = "“" + word(c) + "” in note " + a.Notes[ref.Note].Number + " stands for several authors, and the work before it has one: " + authors(&before.Item) + "."
	}
	f.Help = "Write the names."
	f.Confidence = 0.85
	f.Evidence = evidence("work before", ellipsis(before.Text))
	if span, ok := within(a, ref, c, c.Back.Word); ok {
		f.Span = span
		if right != "" {
			if strings.HasPrefix(c.Back.Word, "I") {
				right = "Iidem"
			}
			f.Fixes = []checker.Fix{{
				Description: "Write “" + right + "”", Class: checker.Suggest,
				Edits: []checker.Edit{{Span: wordOnly(a, span), Text: right}},
			}}
		}
	}
	return f, true
})}

// idemOf is the citation whose author an idem repeats: its antecedent, or the
// one before it in the same note.
func idemOf(a *article.Article, ref article.Ref, c *article.Citation) *article.Citation {
	if c.Antecedent != nil {
		return a.Cited(*c.Antecedent)
	}
	if ref.Citation > 0 {
		return a.Cited(article.Ref{Note: ref.Note, Citation: ref.Citation - 1})
	}
	return nil
}
