package rules

import (
	"cmp"
	"slices"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
	"ibid/parser/document"
)

// MarkerReused finds a number that the text calls more than once.
var MarkerReused = &checker.Rule{ID: "marker-reused", Group: checker.Structure, Severity: checker.Info, In: func(g style.Guide) bool { return g.CalledAgain != style.Yes }, Doc: checker.Doc{
	Title: "One note called twice",
	Text: "The text sends the reader to the same note from two places. On a web page that does no harm. In print every number stands once, and a link back from the note can " +
		"lead to one place only.",
	Do:    "Give the second place a note of its own (“See note 4”), or leave it as it is if your house style allows it.",
	Quiet: "Articles that number their sources and call them again and again, as scientific journals and Wikipedia do.",
	Bad: "A.[1] B.[2] C.[3] D.[4] E.[5] F.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n" +
		"[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n\n[4] Ida Moss, *Reeds* (Bath: Weir, 2001), 8.\n\n[5] Otto Lund, *Coins* (Oslo: Fjell, 1920), 3.",
	Good:  "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[3] Kern, *Handwerk*, 44.",
	Basis: "CMOS 17, 14.28; numbered systems (Vancouver, IEEE, Wikipedia) call a note as often as they like",
}, Run: run(markersReused)}

// refersBack says whether an article has an Ibid., or short forms for one in ten
// of its full citations: lists of numbered references have none.
func refersBack(a *article.Article) bool {
	full, short := 0, 0
	for _, c := range a.Citations() {
		switch {
		case c.Kind == article.Ibid:
			return true
		case c.Kind == article.Short && c.Target != nil:
			short++
		case c.Kind == article.Full:
			full++
		}
	}
	return short*10 > full
}

// withinNote says whether a marker stands in a note: there a figure in brackets is
// a paragraph of a judgment as often as another note.
// notes are the spans of all, in order.
func withinNote(notes []document.Span, m article.Marker) bool {
	n, _ := slices.BinarySearchFunc(notes, document.Span{Part: m.Span.Part, Start: m.Span.Start + 1}, inOrder)
	return n > 0 && notes[n-1].Part == m.Span.Part && m.Span.End <= notes[n-1].End
}

func inOrder(x, y document.Span) int {
	return cmp.Or(cmp.Compare(x.Part, y.Part), cmp.Compare(x.Start, y.Start))
}

func markersReused(r *checker.Report) []checker.Finding {
	a := r.Article
	if a.Format == "wikitext" {
		return nil // the wiki links a note back to each of its calls
	}
	var notes []document.Span
	for n := range a.Notes {
		notes = append(notes, a.Notes[n].Span)
	}
	slices.SortFunc(notes, inOrder)
	calls := map[int][]article.Marker{} // by note
	var again []int
	for _, m := range a.Markers {
		if m.Note < 0 || m.Float || withinNote(notes, m) {
			continue
		}
		calls[m.Note] = append(calls[m.Note], m)
		if len(calls[m.Note]) == 2 {
			again = append(again, m.Note)
		}
	}
	if len(again)*5 > len(calls) && r.Style.CalledAgain == style.Silent {
		return nil // numbered references
	}
	if len(again) >= 3 && len(again)*10 >= len(calls) && r.Style.CalledAgain == style.Silent && !refersBack(a) {
		return nil // numbered references, of which some are called once
	}
	var found []checker.Finding
	for _, n := range again {
		if len(a.Notes[n].Backlinks) >= len(calls[n]) {
			continue // the note links back to each of its places
		}
		f := atNote(n, calls[n][1].Span, "The text calls note %s in %d places.", a.Notes[n].Number, len(calls[n]))
		f.Help, f.Confidence = "Give the later call a note of its own, with a short form or “See note "+a.Notes[n].Number+"”, if this is to be printed.", 0.9
		for _, m := range calls[n][2:] {
			f.Places = append(f.Places, checker.Place{Note: n, Citation: -1, Span: m.Span})
		}
		found = append(found, f)
	}
	return found
}
