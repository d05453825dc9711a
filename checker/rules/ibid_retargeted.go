package rules

import (
	"strings"

	"ibid/checker"
	"ibid/checker/versions"
	"ibid/parser/article"
)

// IbidRetargeted finds an "Ibid." or short form that means another work than
// in the earlier version of the article.
var IbidRetargeted = &checker.Rule{ID: "ibid-retargeted", Group: checker.Backref, Severity: checker.Error, Compares: true, Doc: checker.Doc{
	Title: "Editing made “Ibid.” mean another work",
	Text: "An “Ibid.” or a short form stands in both versions of the article in the same words. But a note before it was added, moved, deleted or replaced, and now it means " +
		"another work, or none.",
	Do:     "Name the work that it meant before.",
	Quiet:  "Notes whose page was changed too, as somebody has looked at them, and notes that could be read in two ways before.",
	Before: "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 14.",
	Bad:    "A.[^1] C.[^2] B.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: Ibid., 14.",
	Good:   "A.[^1] C.[^2] B.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: Ellingsworth, *Tide Tables*, 14.",
	Basis:  "CMOS 17, 14.34; Bluebook R. 4.1",
}, Supersedes: []string{"ibid-first", "ibid-after-multiple", "ibid-ambiguous", "ibid-after-commentary", "short-form-unresolved", "short-form-ambiguous", "short-title-mismatch"}, Run: run(retargeted)}

// retargeted yields one finding for an Ibid. and those chained on it.
func retargeted(r *checker.Report) []checker.Finding {
	if r.Versions == nil {
		return nil
	}
	m := r.Versions
	var found []checker.Finding
	chain := map[article.Ref]int{} // retargeted citation → its finding
	for ref, c := range r.Article.Citations() {
		was, old, ok := sameWords(m, ref, c)
		if !ok || old.Target == nil || old.Target.Ambiguous || m.Before.Cited(old.Target.Ref) == nil {
			continue
		}
		if followsTheSame(m, c, old) {
			if i, ok := chain[*c.Antecedent]; ok {
				chain[ref] = i
				found[i].Places = append(found[i].Places, placeOf(ref, c))
			}
			continue // what it leans on is told of, not it
		}
		if c.Target != nil && (c.Target.Ref.Citation < 0 || m.Same(old.Target.Ref, c.Target.Ref)) {
			continue
		}
		chain[ref] = len(found)
		found = append(found, retarget(r.Article, m, ref, was))
	}
	return found
}

// sameWords is the citation of the earlier version that an Ibid. or short form
// was, if it was one in the same words.
func sameWords(m *versions.Matching, ref article.Ref, c *article.Citation) (article.Ref, *article.Citation, bool) {
	if c.Kind != article.Ibid && c.Kind != article.Short || c.Back.Device == article.IdemDevice || len(c.Back.Notes) > 0 {
		return article.Ref{}, nil, false
	}
	was, ok := m.Earlier(ref)
	old := m.Before.Cited(was)
	if !ok || old == nil || old.Kind != c.Kind || old.Back.Device != c.Back.Device {
		return was, nil, false
	}
	if c.Kind == article.Short {
		return was, old, folded(old.Text) == folded(c.Text)
	}
	return was, old, ownPlace(old) == ownPlace(c)
}

// ownPlace is the page that a citation names itself, or "".
func ownPlace(c *article.Citation) string {
	if c.Locator == nil || c.Locator.Inherited {
		return ""
	}
	return c.Locator.Label + " " + c.Locator.Value
}

// followsTheSame says whether an Ibid. follows the back-reference that it
// followed before: if it means another work, then because that one does.
func followsTheSame(m *versions.Matching, c, old *article.Citation) bool {
	if c.Kind != article.Ibid || c.Antecedent == nil || old.Antecedent == nil {
		return false
	}
	before, ok := m.Earlier(*c.Antecedent)
	a := m.Now.Cited(*c.Antecedent)
	return ok && before == *old.Antecedent && a != nil && a.Kind.IsBackReference()
}

func retarget(a *article.Article, m *versions.Matching, ref, was article.Ref) checker.Finding {
	c, old := a.Cited(ref), m.Before.Cited(was)
	meant, cited := m.Work(old.Target.Ref)
	name := describeBefore(m.Before, old.Target.Ref)
	if cited {
		name = work(describe(a, meant))
	}
	now := "it means nothing that is cited here"
	if c.Target != nil {
		now = "it means " + work(describe(a, c.Target.Ref))
	}
	f := checker.At(a, ref, "“%s” in note %s meant %s in the earlier version; now %s%s.", word(c), a.Notes[ref.Note].Number, name, now, because(m, ref, c, old))
	f.Confidence = 0.9
	f.Evidence = []checker.Evidence{{What: "meant before", Value: name}}
	if c.Target != nil {
		f.Evidence = append(f.Evidence, checker.Evidence{What: "means now", Value: describe(a, c.Target.Ref)})
	}
	f.Help = "Name the work that is meant in a short form."
	if !cited {
		f.Help = "That work is no longer cited in full: cite it here, as the earlier version did: " + ellipsis(m.Before.Cited(old.Target.Ref).Text) + "."
	}
	if span, ok := within(a, ref, c, c.Back.Word); ok && c.Kind == article.Ibid {
		f.Span = span
	}
	if cited && (meant.Part > 0 || meant.Note < ref.Note || meant.Note == ref.Note && meant.Citation < ref.Citation) {
		f.Fixes = nameMeant(a, m, ref, was, meant)
	}
	return f
}

// describeBefore names a work of the earlier version.
func describeBefore(before *article.Article, ref article.Ref) string {
	text := work(describe(before, ref))
	if head, ok := strings.CutSuffix(text, ")"); ok && ref.Part == 0 {
		return head + " there)"
	}
	return text
}

// work is a description in which a work without author and title is no note.
func work(description string) string {
	if strings.HasPrefix(description, "note ") {
		return "what " + description + " cites"
	}
	return description
}

// because names the note that came in between, was changed, or went away.
func because(m *versions.Matching, ref article.Ref, c, old *article.Citation) string {
	if c.Kind != article.Ibid || old.Antecedent == nil || old.Antecedent.Part > 0 {
		return ""
	}
	at, kept := m.NowNote(old.Antecedent.Note)
	if c.Antecedent != nil && c.Antecedent.Part == 0 {
		n, ok := m.EarlierNote(c.Antecedent.Note)
		where := "note " + m.Now.Notes[c.Antecedent.Note].Number
		switch {
		case !ok && kept:
			return ": " + where + " was inserted"
		case ok && n == old.Antecedent.Note:
			return ": " + where + " was changed"
		case kept && c.Antecedent.Note < at && at < ref.Note:
			return ": note " + m.Now.Notes[at].Number + " was changed"
		case kept:
			return ": the notes were moved"
		}
	}
	if !kept {
		return ": " + m.Before.Where(*old.Antecedent) + " of that version was deleted"
	}
	return ""
}

// nameMeant proposes the short form of the work that was meant, with the page
// that an Ibid. took over from the note that it followed.
func nameMeant(a *article.Article, m *versions.Matching, ref, was, meant article.Ref) []checker.Fix {
	c, old := a.Cited(ref), m.Before.Cited(was)
	text := shortForm(a, &a.Cited(meant).Item)
	word := c.Back.Word
	switch {
	case text == "":
		return nil
	case c.Kind == article.Ibid && ownPlace(c) == "" && old.Antecedent != nil:
		text += inheritedPlace(a, m.Before.Cited(*old.Antecedent), old.Locator)
	case c.Kind == article.Short:
		// "Kern, 40": the title is what is missing.
		if len(c.Item.Author) != 1 || c.Item.Title != "" || len(c.Item.Author[0].Family) == 0 {
			return nil
		}
		word = c.Item.Author[0].Family
		if c.Item.Author[0].Particle != "" {
			word = c.Item.Author[0].Particle + " " + word
		}
	}
	span, ok := within(a, ref, c, word)
	if !ok {
		return nil
	}
	// "Ibid." at the end of a note is also its full stop.
	if strings.HasSuffix(word, ".") && strings.HasSuffix(strings.TrimRight(c.Text, " ”’\"'"), word) {
		text += "."
	}
	return []checker.Fix{{Description: "Name " + describe(a, meant), Class: checker.Suggest, Edits: []checker.Edit{{Span: unstyled(a, span), Text: text}}}}
}

// inheritedPlace is ", p. 12": the place as the citation before had it, or "".
func inheritedPlace(a *article.Article, from *article.Citation, place *article.Locator) string {
	if from == nil || place == nil || place.Value == "" {
		return ""
	}
	text := place.Value
	if before, _, ok := strings.Cut(from.Text, text); ok && !strings.Contains(from.Text[len(before)+len(text):], text) {
		words := strings.Fields(before)
		if n := len(words); n > 0 && len(words[n-1]) <= len("paras.") && (strings.HasSuffix(words[n-1], ".") || strings.ContainsAny(words[n-1], "§¶")) {
			text = words[n-1] + " " + text
		}
	}
	return ", " + escape(a, text)
}
