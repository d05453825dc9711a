package rules

import (
	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// CrossrefOutOfRange finds a reference to a note that is not there.
var CrossrefOutOfRange = &checker.Rule{ID: "crossref-out-of-range", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Reference to a note that is not there",
	Text:  "A note sends the reader to another note by its number, and there is no note with that number. Most often the notes were renumbered and the reference was not.",
	Do:    "Put in the right number.",
	Quiet: "Numbers of notes in another work (“Smith, 12n14”), and numbers of pages, sections and figures.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 1.",
	Basis: "CMOS 17, 14.31; Bluebook R. 3.5 and 4.2",
}, Supersedes: []string{"short-form-unresolved", "crossref-mismatch", "crossref-stale"}, Run: run(outOfRange)}

func outOfRange(r *checker.Report) []checker.Finding {
	a := r.Article
	labels := labelsOf(r)
	var found []checker.Finding
	for ref, c := range a.Citations() {
		missing := labels.missing(c)
		if missing == "" {
			continue
		}
		f := checker.At(a, ref, "Note %s refers to note %s, and there is no note %s.", a.Notes[ref.Note].Number, missing, missing)
		if span, ok := within(a, ref, c, missing); ok {
			f.Span = span
		}
		f.Help = "Correct the number."
		f.Confidence = 0.9
		f.Evidence = evidence("notes in the list", plural(len(a.Notes), "note"))
		found = append(found, f)
	}
	return append(found, outOfRangeInWords(r, labels, found)...)
}

// towards matches the number of a note of this article in the midst of words: “above” or
// “below” says whose it is.
var towards = pattern.New(`\b(?i:notes?|nn?\.|fn\.|anm\.) (\d{1,4}) (?i:above|below|supra|infra|oben|unten)\b|\b(?i:supra|infra|above|below|oben|unten),? (?i:at )?(?i:notes?|nn?\.|fn\.|anm\.) (\d{1,4})\b`)

// outOfRangeInWords are such numbers that no citation was read for.
func outOfRangeInWords(r *checker.Report, labels noteLabels, known []checker.Finding) []checker.Finding {
	var found []checker.Finding
	if labels.least < 0 || labels.names {
		return nil
	}
	said := map[int]bool{}
	for _, f := range known {
		said[f.Note] = true
	}
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		for _, m := range towards.FindAllStringSubmatchIndex(note.Text.String, -1) {
			from, to := max(m[2], m[4]), max(m[3], m[5])
			label := note.Text.String[from:to]
			v, ok := number(label)
			if !ok || v < labels.least || labels.has[label] || said[n] {
				continue
			}
			f := atNote(n, note.Text.Span(from, to), "Note %s refers to note %s, and there is no note %s.", note.Number, label, label)
			f.Citation = citationAt(note, from)
			f.Help, f.Confidence = "Correct the number.", 0.9
			f.Evidence = evidence("notes in the list", plural(len(r.Article.Notes), "note"))
			found = append(found, f)
		}
	}
	return found
}

// noteLabels knows the numbers of an article's notes.
type noteLabels struct {
	has map[string]bool
	// least is the smallest number, -1 where there is none.
	least int
	// names says that the labels are names in Markdown, and not those that
	// readers will see: 1, 2, 3 …
	names bool
}

// labelsOf are those of a report.
var labelsOf = checker.Share(func(r *checker.Report) noteLabels { return newNoteLabels(r.Article) })

func newNoteLabels(a *article.Article) noteLabels {
	labels := noteLabels{has: make(map[string]bool, len(a.Notes)), least: -1}
	inMarkdown, plain := false, true
	for n := range a.Notes {
		note := &a.Notes[n]
		labels.has[note.Number] = true
		v, ok := number(note.Number)
		if ok && (labels.least < 0 || v < labels.least) {
			labels.least = v
		}
		plain = plain && ok && v == n+1
		inMarkdown = inMarkdown || labelIsName(a, note.Label)
	}
	labels.names = inMarkdown && !plain
	return labels
}

// missing is the first note number that a cross-reference names and the
// article does not have, or "".
func (l noteLabels) missing(c *article.Citation) string {
	if !pointsByNumber(c) || l.least < 0 || l.names {
		return ""
	}
	for _, label := range c.Back.Notes {
		// Below the least number lies the first part of a series.
		if v, ok := number(label); ok && v >= l.least && !l.has[label] {
			return label
		}
	}
	return ""
}

// ofAnother matches a note of another work or edition: "note 3 of the first
// edition", "Smith's note 14".
var ofAnother = pattern.New(`(?i:\bnotes? \d+(?:[–-]\d+)? (?:of|in|to) )(?:(?i:his|her|its|their|the|an?) (?i:first|second|third|fourth|earlier|later|original|printed|old|new|\w+ ?edition|edition|translation|book|article|report)\b|\p{Lu})|\p{Lu}[\pL-]+['’]s? (?i:notes? \d)`)

// pointsByNumber says whether a citation refers to notes of this article.
func pointsByNumber(c *article.Citation) bool {
	if ofAnother.MatchString(c.Text) {
		return false
	}
	return (c.Kind == article.Crossref || c.Kind == article.Short && c.Back.Device == article.Supra) && len(c.Back.Notes) > 0 && c.Back.Chapter == ""
}
