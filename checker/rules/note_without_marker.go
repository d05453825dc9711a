package rules

import (
	"fmt"
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// NoteWithoutMarker finds a note that nothing in the text calls.
var NoteWithoutMarker = &checker.Rule{ID: "note-without-marker", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Note without a marker",
	Text:  "A note stands in the list, and no number in the text leads to it. A reader cannot tell which sentence it belongs to.",
	Do:    "Put its number into the text where it belongs, or delete the note.",
	Quiet: "Notes that hang on a sign (*, †) or have no number, words about the author, and thanks at the end of the list.",
	Bad:   "The mill burned.[1] It was rebuilt.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.",
	Good:  "The mill burned.[1] It was rebuilt.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Basis: "CMOS 17, 14.24–14.25",
}, Run: run(notesWithoutMarker)}

// general matches what belongs to the whole article and gets a number only by
// being the last item of the list.
var general = pattern.New(`^(?i:about the (?:authors?|writer|contributors?)|acknowledge?ments?|(?:photo|picture|image) credits?|editor['’]s note|` +
	`über (?:den aut[o]r|die aut[o]r(?:in|en))|à propos de l['’]auteure?|sobre (?:el|la|os|o) aut[o]r(?:a|es)?|об авторе)(?:$|[:.—–\n -])`)

func notesWithoutMarker(r *checker.Report) []checker.Finding {
	a := r.Article
	called := make([]bool, len(a.Notes))
	labels := indexLabels(a)
	for _, m := range a.Markers {
		n := m.Note
		if n < 0 {
			n = labels.at(m) // its link is broken: backlink-broken says so
		}
		if n >= 0 && n < len(called) {
			called[n] = true
		}
	}
	var uncalled []int
	for n := range a.Notes {
		ofTheWhole := n == len(a.Notes)-1 && general.MatchString(a.Notes[n].Text.String)
		ofTheTitle := n == 0 && len(a.Notes) > 1 && isSign(a.Notes[n].Number)
		if !called[n] && !a.Notes[n].Unnumbered && !ofTheWhole && !ofTheTitle {
			uncalled = append(uncalled, n)
		}
	}
	// Half a list without markers has one cause: the copying lost them.
	if len(uncalled) > 1 && len(uncalled)*2 >= len(a.Notes) {
		return []checker.Finding{lostMarkers(a, uncalled)}
	}
	var found []checker.Finding
	for _, n := range uncalled {
		note := &a.Notes[n]
		f := atNote(n, labelSpan(note), "Note %s is in the list, and nothing in the text leads to it.", note.Number)
		f.Help = "Put its number where it belongs in the text, or delete the note."
		f.Confidence = 0.9
		found = append(found, f)
	}
	return found
}

// isSign says whether a label is a sign and no number or word: a first note that
// is called * or † belongs to the title or to the author's name, and the sign there
// is often set as part of it.
func isSign(label string) bool {
	return label != "" && strings.IndexFunc(label, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// lostMarkers is one finding for a list whose markers are gone; it is a
// warning, because text copied out of a page often loses superscript numbers.
func lostMarkers(a *article.Article, uncalled []int) checker.Finding {
	first := uncalled[0]
	f := atNote(first, labelSpan(&a.Notes[first]), "%s in the list, and nothing in the text leads to %s of them.", plural(len(a.Notes), "note"), fmt.Sprint(len(uncalled)))
	if len(uncalled) == len(a.Notes) {
		f.Message = fmt.Sprintf("The list has %s, and the text has no markers for them.", plural(len(a.Notes), "note"))
	}
	f.Severity = checker.Warning
	f.Confidence = 0.7
	f.Help = "If the numbers in the text were lost when it was copied, take the article from its original file; else put them in."
	for _, n := range uncalled[1:] {
		f.Places = append(f.Places, checker.Place{Note: n, Citation: -1, Span: labelSpan(&a.Notes[n])})
	}
	return f
}
