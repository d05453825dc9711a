package rules

import (
	"strings"

	"ibid/checker"
)

// NumberingRestarts finds notes that begin again at 1 inside one text.
var NumberingRestarts = &checker.Rule{ID: "numbering-restarts", Group: checker.Structure, Severity: checker.Info, Doc: checker.Doc{
	Title: "Numbering starts over",
	Text:  "The numbers of the notes start again at 1 inside one text, and no new chapter explains it. “Note 2” then means two notes.",
	Do:    "Number the notes through, or give each part a heading of its own.",
	Quiet: "Chapters and parts under headings, which may well count from 1 each.",
	Bad: "A.[1] B.[2]\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n" +
		"C.[1] D.[2]\n\n[1] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n\n[2] Ida Moss, *Reeds* (Bath: Weir, 2001), 8.",
	Good: "A.[1] B.[2]\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n" +
		"C.[3] D.[4]\n\n[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n\n[4] Ida Moss, *Reeds* (Bath: Weir, 2001), 8.",
	Basis: "CMOS 17, 14.25: notes start over with a chapter only",
}, Run: run(restarts)}

func restarts(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	runs := noteRuns(r.Article)
	for i := 1; i < len(runs); i++ {
		before, run := runs[i-1], runs[i]
		if len(before) < 2 || len(run) < 2 || run[0].number != 1 || before[0].number != 1 {
			continue
		}
		last, first := &r.Article.Notes[before[len(before)-1].note], &r.Article.Notes[run[0].note]
		if first.Scope != last.Scope && !strings.HasPrefix(first.Scope, "part ") {
			continue // a chapter of its own
		}
		if len(found) > 0 {
			found[0].Places = append(found[0].Places, checker.Place{Note: run[0].note, Citation: -1, Span: run[0].span})
			continue
		}
		f := atNote(run[0].note, run[0].span, "After note %s the numbers start again at %s.", last.Number, first.Number)
		f.Help, f.Confidence = "Number the notes through, or put a heading between the parts.", 0.8
		found = append(found, f)
	}
	return found
}
