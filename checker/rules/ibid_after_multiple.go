package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// IbidAfterMultiple finds an "Ibid." after a note that cites several works.
var IbidAfterMultiple = &checker.Rule{ID: "ibid-after-multiple", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Ibid. after a note with several works",
	Text:  "“Ibid.” means the one work in the note before. That note cites two or more, and nothing tells the reader which of them is meant.",
	Do:    "Name the work: author, short title, page.",
	Quiet: "Several citations of the same work, a work that is quoted in another or stands in a collection, and a second address of one work.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12; Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Ibid., 9.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12; Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Kern, *Handwerk*, 9.",
	Basis: "CMOS 17, 14.34; CMOS 18, 13.37; Bluebook R. 4.1; OSCOLA 1.2.3",
}, Supersedes: []string{"ibid-ambiguous", "ibid-after-commentary"}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	if c.Kind != article.Ibid || c.Back.Device == article.IdemDevice || c.Antecedent == nil || c.Antecedent.Part == 0 && c.Antecedent.Note == ref.Note {
		return checker.Finding{}, false
	}
	before := a.NoteOf(*c.Antecedent)
	if before == nil || works(before) < 2 {
		return checker.Finding{}, false
	}
	choices := 0 // as long as the resolver did not count them, since the last one was not known yet
	if c.Target != nil {
		choices = c.Target.Evidence.Choices
	}
	if choices == 0 && twoAuthors(before, a.Cited(*c.Antecedent)) {
		choices = 2
	}
	if choices < 2 {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "“%s” in note %s follows %s, which cites %d works: it does not say which one is meant.",
		word(c), a.Notes[ref.Note].Number, a.Where(*c.Antecedent), choices)
	f.Help = "Name the work in a short form."
	if span, ok := within(a, ref, c, c.Back.Word); ok {
		f.Span = span
	}
	f.Confidence = 0.95
	if c.Target != nil {
		f.Evidence = evidence("best guess", describe(a, c.Target.Ref))
		f.Fixes = nameTheWork(a, ref, c)
	}
	return f, true
})}

// twoAuthors says whether a short form whose work was not cited before names one, and
// another citation of its note is known and by somebody else.
func twoAuthors(note *article.Note, short *article.Citation) bool {
	if short == nil || short.Kind != article.Short || !cites(short) || !namesWork(short) {
		return false
	}
	name := folded(surname(short.Item.Author[0]))
	return slices.ContainsFunc(note.Citations, func(c article.Citation) bool {
		return (c.Kind == article.Full || c.Kind == article.Short && c.Target != nil) && len(c.Item.Author) > 0 && !strings.Contains(" "+folded(c.Text)+" ", " "+name+" ")
	})
}

// nameTheWork proposes the target's short form in the place of "Ibid.", and the
// other works that it may mean, each in a fix of its own.
func nameTheWork(a *article.Article, ref article.Ref, c *article.Citation) []checker.Fix {
	span, ok := within(a, ref, c, c.Back.Word)
	if !ok {
		return nil
	}
	refs := []article.Ref{c.Target.Ref}
	for _, other := range c.Target.Candidates {
		refs = append(refs, other.Ref)
	}
	var fixes []checker.Fix
	seen := map[string]bool{"": true}
	for _, to := range refs {
		work := a.Cited(to)
		if work == nil {
			continue
		}
		text := shortForm(a, &work.Item)
		if seen[text] {
			continue
		}
		seen[text] = true
		// "Ibid." at the end of a note is also its full stop.
		rest := strings.TrimSpace(strings.TrimPrefix(c.Text, c.Back.Word))
		if strings.HasSuffix(c.Back.Word, ".") && rest == "" {
			text += "."
		}
		fixes = append(fixes, checker.Fix{
			Description: "Name " + describe(a, to), Class: checker.Suggest,
			Edits: []checker.Edit{{Span: unstyled(a, span), Text: text}},
		})
	}
	return fixes
}

var (
	inBook = pattern.New(`(?i)\b(?:in|dans|en):?\s$`)
	// inOwnBook matches a chapter up to the editors of its book, who are its authors.
	inOwnBook = pattern.New(`(?i)\b(?:in|dans|en):?\s(?:dies|ders|dens|idem|eadem|iidem|id)\.?,?(?:\s\((?:hg|hrsg|hgg|eds?|dir)\.?\))?[,:.]?$`)
)

// works counts the citations of a note that can be works of their own: a
// chapter that is split off its book has neither author nor date nor place.
func works(n *article.Note) int {
	count := 0
	for i := range n.Citations {
		c := &n.Citations[i]
		item := &c.Item
		if (c.Kind == article.Short && c.Target == nil || c.Kind == article.Full && len(item.Author) > 0 && strings.Contains(item.Title, surname(item.Author[0]))) && !strings.ContainsAny(c.Text, "0123456789,“‘«\"") {
			continue // half of a title with a semicolon
		}
		if inOwnBook.MatchString(strings.TrimSpace(c.Text)) {
			continue // what follows is the rest of it
		}
		if c.Back.Device == article.IdemDevice && inBook.MatchString(n.Text.String[:max(0, min(c.Start, n.Text.Len()))]) {
			continue // the authors' own book, in which their chapter stands
		}
		if c.Kind.IsBackReference() || c.Kind == article.Full &&
			(len(item.Author)+len(item.Editor)+len(c.URLs) > 0 || item.Archive != "" && item.ArchiveLocation != "" || item.Issued != nil || item.ContainerTitle != "" || item.Type == "legislation" || item.Publisher != "" || item.PublisherPlace != "" || item.Volume != "" || item.DOI != "") {
			count++
		}
	}
	return count
}
