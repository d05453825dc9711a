package rules

import (
	"fmt"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// CrossrefMismatch finds a short form that names the wrong note.
var CrossrefMismatch = &checker.Rule{ID: "crossref-mismatch", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Reference to the wrong note",
	Text: "A short form says in which note its work is cited in full, and that note cites another work. Most often notes were added or deleted and the number was not changed. " +
		"Where the note named has the work too, but only in short, that is mentioned as advice.",
	Do:    "Put in the number of the note with the full citation, or correct the name.",
	Quiet: "“Note 2 and accompanying text”, which means the text at that note.",
	Bad:   "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: Ellingsworth, supra note 2, at 14.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: Ellingsworth, supra note 1, at 14.",
	Basis: "CMOS 17, 14.31; Bluebook R. 4.2(a); OSCOLA 1.2.1",
}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	if f, ok := namesAnother(r, ref, c); ok {
		return f, true
	}
	if c.Target == nil || c.Back.AccompanyingText || len(c.Back.Notes) == 0 || c.Target.Ambiguous {
		return checker.Finding{}, false
	}
	named, right := c.Back.Notes[0], c.Target.Evidence.WrongNumber
	hop := leansOn(r, named, c.Target.Ref)
	if hop && right == "" && c.Kind == article.Short && len(c.Back.Notes) == 1 && c.Target.Ref.Part == 0 {
		right = a.Notes[c.Target.Ref.Note].Number
	}
	if right == "" && !hop {
		return withoutName(r, ref, c)
	}
	if right == "" || named == right || !hop && hasName(r, named, c) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s sends the reader to note %s for %s, which is in note %s.", a.Notes[ref.Note].Number, named, short(c), right)
	f.Help = "Write note " + right + "."
	f.Confidence = 0.9
	if hop {
		f.Message = fmt.Sprintf("Note %s sends the reader to note %s for %s, and that note has the short form only: the full citation is in note %s.", a.Notes[ref.Note].Number, named, short(c), right)
		f.Severity = checker.Info
	}
	f.Evidence = evidence("full citation", describe(a, c.Target.Ref))
	if span, ok := numberSpan(a, ref, c, named); ok && len(c.Back.Notes) == 1 {
		f.Span = span
		f.Fixes = []checker.Fix{{
			Description: "Write " + right, Class: checker.Safe,
			Edits: []checker.Edit{{Span: span, Text: right}},
		}}
	}
	return f, true
})}

// withoutName finds a short form that names a note in which its author is not named:
// one whom another note cites, or a court, whose words were found in another note.
func withoutName(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	named := c.Back.Notes[0]
	notes := notesByLabel(r)[named]
	if c.Kind != article.Short || len(c.Back.Notes) != 1 || len(notes) != 1 || c.Target.Ref.Part > 0 || len(c.Item.Author) == 0 {
		return checker.Finding{}, false
	}
	for _, n := range c.Item.Author {
		if n.Given != "" || strings.Contains(surname(n), " ") || said(r, notes[0], surname(n)) {
			return checker.Finding{}, false
		}
	}
	name := surname(c.Item.Author[0])
	court := (len(name) > 1 && name == strings.ToUpper(name) || decidedBy(a.Cited(c.Target.Ref), name)) && c.Target.Ref.Note != notes[0]
	if !court && !citedElsewhere(r, notes[0], c.Item.Author) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s sends the reader to note %s for %s, and note %s does not name it.", a.Notes[ref.Note].Number, named, short(c), named)
	f.Help = "Correct the number of the note, or the name."
	f.Confidence = 0.85
	f.Evidence = evidence("reference", ellipsis(c.Text))
	return f, true
}

// decidedBy says whether a citation is of a judgment by a court of a name.
func decidedBy(c *article.Citation, court string) bool {
	return c != nil && c.Item.Authority != "" && strings.HasPrefix(c.Item.Authority, court)
}

// said says whether a note, or one that it refers to, has a word that begins with a name.
func said(r *checker.Report, n int, name string) bool {
	word := " " + folded(name)
	if strings.Contains(foldedNote(r, n), word) {
		return true
	}
	return slices.ContainsFunc(r.Article.Notes[n].Citations, func(c article.Citation) bool {
		return c.Target != nil && c.Target.Ref.Part == 0 && strings.Contains(foldedNote(r, c.Target.Ref.Note), word)
	})
}

// citedElsewhere says whether a note other than one cites a work in full by an author,
// or by several of whom all are named in it.
func citedElsewhere(r *checker.Report, but int, authors []article.Name) bool {
	for ref, c := range r.Article.Citations() {
		if ref.Note == but || ref.Part > 0 || c.Kind != article.Full {
			continue
		}
		if len(authors) > 1 && !slices.ContainsFunc(authors, func(n article.Name) bool {
			return !strings.Contains(foldedNote(r, ref.Note), " "+folded(surname(n))+" ")
		}) {
			return true
		}
		if slices.ContainsFunc(c.Item.Author, func(n article.Name) bool { return strings.EqualFold(surname(n), surname(authors[0])) }) {
			return true
		}
	}
	return false
}

// namesAnother finds a short form whose author the note that it names does not
// have: the name or the number is wrong.
func namesAnother(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Target.Evidence.Stranger == "" || len(c.Back.Notes) != 1 || c.Back.AccompanyingText {
		return checker.Finding{}, false
	}
	a := r.Article
	target, note := a.Cited(c.Target.Ref), a.NoteOf(c.Target.Ref)
	if target == nil || note == nil || sharedAuthor(c, target) || strings.Contains(folded(note.Text.String), folded(c.Target.Evidence.Stranger)) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s sends the reader to note %s for %s, and note %s cites %s.", a.Notes[ref.Note].Number, c.Back.Notes[0], short(c), note.Number, authors(&target.Item))
	f.Help = "Correct the name, or the number of the note."
	f.Confidence = 0.85
	f.Evidence = evidence("full citation", describe(a, c.Target.Ref))
	return f, true
}

// short is what a short form calls its work.
func short(c *article.Citation) string {
	switch {
	case len(c.Item.Author) > 0:
		return authors(&c.Item)
	case c.Item.Title != "":
		return "“" + c.Item.Title + "”"
	}
	return "this work"
}

// hasName says whether the note named has the author's last name and, where the
// short form gives a title, that too: the resolver knew the work from elsewhere.
func hasName(r *checker.Report, label string, c *article.Citation) bool {
	words := strings.Fields(folded(c.Item.Title))
	switch {
	case len(c.Item.Author) > 0:
		words = strings.Fields(folded(surname(c.Item.Author[0])))
	case len(words) < 2:
		return false
	}
	if len(words) == 0 {
		return false
	}
	for _, n := range notesByLabel(r)[label] {
		if text := foldedNote(r, n); strings.Contains(text, " "+words[len(words)-1]+" ") && mostOf(folded(c.Item.Title), text) {
			return true
		}
	}
	return false
}

// leansOn says whether the note named cites the work too, in short: one hop
// more for the reader, and not a wrong number.
func leansOn(r *checker.Report, label string, target article.Ref) bool {
	for _, n := range notesByLabel(r)[label] {
		citations := r.Article.Notes[n].Citations
		for i := range citations {
			if t := citations[i].Target; t != nil && t.Ref == target {
				return true
			}
		}
	}
	return false
}

// numberSpan is where a note number stands as a word of its own in a citation.
func numberSpan(a *article.Article, ref article.Ref, c *article.Citation, label string) (span document.Span, ok bool) {
	note := &a.Notes[ref.Note]
	if c.Start < 0 || c.End > note.Text.Len() || c.Start > c.End {
		return span, false
	}
	text := note.Text.String[c.Start:c.End]
	at := -1
	for i := 0; ; {
		k := strings.Index(text[i:], label)
		if k < 0 {
			break
		}
		k += i
		i = k + len(label)
		if k > 0 && isDigit(text[k-1]) || i < len(text) && isDigit(text[i]) {
			continue
		}
		before := strings.ToLower(strings.TrimRight(text[:k], " \u00a0"))
		for _, w := range [...]string{"note", "notes", "n", "n.", "nn.", "fn", "fn.", "anm.", "footnote", "nota", "no.", "supra", "above", "fußnote", "注", "주"} {
			if strings.HasSuffix(before, w) {
				if at >= 0 {
					return span, false
				}
				at = k
				break
			}
		}
	}
	if at < 0 {
		return span, false
	}
	return note.Text.Span(c.Start+at, c.Start+at+len(label)), true
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
