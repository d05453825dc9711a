package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// IbidFirst finds an "Ibid." with no citation before it to point at.
var IbidFirst = &checker.Rule{ID: "ibid-first", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Ibid. with nothing before it",
	Text: "“Ibid.” means the work cited just before. Here nothing is cited before it in the article or chapter, so the reader has no source at all. It happens when notes are " +
		"moved or the first one is deleted.",
	Do:    "Write the source in full.",
	Quiet: "An article that continues another one and is checked together with it (--previous), and a source that is named in the text or a headnote just before.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Ibid., 3.\n[^2]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 3.",
	Basis: "CMOS 17, 14.34; OSCOLA 1.2.1",
}, Run: run(ibidsFirst)}

// ibidsFirst yields one finding for an Ibid. and the Ibid.s chained on it.
func ibidsFirst(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	at := map[article.Ref]int{} // unresolved Ibid. → its finding
	for ref, c := range a.Citations() {
		if c.Kind != article.Ibid || c.Target != nil || excused(a, ref, c) {
			continue
		}
		if c.Antecedent != nil {
			if i, ok := at[*c.Antecedent]; ok {
				at[ref] = i
				found[i].Places = append(found[i].Places, placeOf(ref, c))
				continue
			}
			if b := a.Cited(*c.Antecedent); b != nil && b.Kind.IsBackReference() && b.Target == nil {
				continue // said of the short form that it leans on
			}
		}
		at[ref] = len(found)
		note := &a.Notes[ref.Note]
		f := checker.At(a, ref, "“%s” in note %s has no citation before it to point at.", word(c), note.Number)
		if span, ok := within(a, ref, c, c.Back.Word); ok {
			f.Span = span
		}
		f.Help = "Cite the source in full here."
		f.Confidence = 0.95
		if c.Unresolved != "" {
			f.Evidence = evidence("why", c.Unresolved)
		}
		found = append(found, f)
	}
	return found
}

// excused says whether an Ibid. may point at what ibid does not see: the first
// part of a series, a work named in the sentence that calls the note, or a
// work whose title is "Ibid".
func excused(a *article.Article, ref article.Ref, c *article.Citation) bool {
	if len(c.Item.Author) > 0 || c.Item.Issued != nil {
		return true
	}
	note := &a.Notes[ref.Note]
	for _, s := range note.Styles {
		// *Ibid: A Life* is a title, *Ibid.* is not.
		if s.Style.Has(document.Italic) && s.Start <= c.Start && c.Start < s.End && len(folded(note.Text.String[s.Start:min(s.End, note.Text.Len())])) > len("ibidem") {
			return true
		}
	}
	if ref.Citation == 0 && ref.Note > 0 && citesUnread(&a.Notes[ref.Note-1], note.Scope) {
		return true
	}
	if ref.Note == 0 && ref.Citation == 0 {
		if n, ok := number(note.Number); ok && n > 2 && !labelIsName(a, note.Label) {
			return true
		}
	}
	return namedInText(a, ref.Note) || namedInHeadnote(a, ref.Note)
}

// citesUnread says whether a note of the same scope has a year, a page behind a
// place or an address: it cites something, read or not.
func citesUnread(before *article.Note, scope string) bool {
	cites := yearInText.MatchString(before.Text.String) || placeBeforePage.MatchString(before.Text.String) || len(before.URLs) > 0
	return cites && before.Scope == scope && !onlyBackReferences(before)
}

// onlyBackReferences says whether all that a note cites are words that point back.
func onlyBackReferences(note *article.Note) bool {
	return !slices.ContainsFunc(note.Citations, func(c article.Citation) bool { return !c.Kind.IsBackReference() })
}

var (
	// withYear matches a work named with its year: "Tide Tables (2009)",
	// "(Harbor: Pier Press, 2009)".
	withYear = pattern.New(`\p{Lu}[^.()]{2,80}\((?:[^()]{0,60}[ ,:])?(?:1[4-9]|20)\d\d\)`)
	headnote = pattern.New(`^(?:[*†‡§]|(?i:sources?|this (?:article|essay|post) (?:is based on|draws on))\b)`)
)

// namedInHeadnote says whether a note without a number names a work, and no
// numbered one stands between it and the first Ibid.
func namedInHeadnote(a *article.Article, note int) bool {
	for n := range a.Notes {
		if a.Notes[n].Unnumbered && withYear.MatchString(a.Notes[n].Text.String) {
			return true
		}
		if n < note && !a.Notes[n].Unnumbered {
			return false
		}
	}
	return slices.ContainsFunc(a.Body, func(p article.Paragraph) bool {
		return headnote.MatchString(p.Text.String) && withYear.MatchString(p.Text.String)
	})
}

// namedInText says whether the paragraph that calls a note names a work before
// its marker, a sentence or two away at most: in italics of two words or more, in
// a link of three, or in parentheses with a year.
func namedInText(a *article.Article, note int) bool {
	for _, m := range a.Markers {
		if m.Note != note {
			continue
		}
		for _, p := range a.Body {
			all := p.Text.All()
			if all.Part != m.Span.Part || m.Span.Start < all.Start || m.Span.Start >= all.End {
				continue
			}
			near := func(start, end int) bool {
				const away = 300 // bytes
				span := p.Text.Span(start, end)
				return span.Start < m.Span.Start && m.Span.Start-span.End < away
			}
			if slices.ContainsFunc(withYear.FindAllStringIndex(p.Text.String, -1), func(at []int) bool { return near(at[0], at[1]) }) {
				return true
			}
			for _, s := range p.Styles {
				words := len(strings.Fields(p.Text.String[s.Start:s.End]))
				named := s.Style.Has(document.Italic) && words > 1
				linked := !s.Href.Empty() && !strings.HasPrefix(s.Href.String, "#") && words > 2
				if (named || linked) && near(s.Start, s.End) {
					return true
				}
			}
		}
	}
	return false
}
