package rules

import (
	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// IbidDiscouraged finds Ibid. under a style guide that wants short forms.
var IbidDiscouraged = &checker.Rule{
	ID: "ibid-discouraged", Group: checker.Backref, Severity: checker.Info,
	In: func(g style.Guide) bool { return g.Ibid == style.No },
	Doc: checker.Doc{
		Title: "Ibid. where the style asks for short forms",
		Text:  "The style guide that was chosen has given up “Ibid.”. Where notes open one at a time it hides the source, and it goes wrong when notes are moved.",
		Do:    "Write a short form instead: author, short title, page. The fix does it for the whole article.",
		Quiet: "Articles in other styles: OSCOLA, MHRA, the Bluebook and most European guides keep “Ibid.”. The rule runs only under --style chicago17, chicago18 or mla, or where it " +
			"is switched on by name.",
		Style: "chicago18",
		Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 42.",
		Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 42.",
		Basis: "CMOS 17, 14.34; CMOS 18, 13.37; MLA Handbook",
	}, Run: run(discouragedIbids),
}

func discouragedIbids(r *checker.Report) []checker.Finding {
	a := r.Article
	var spots []spot
	for ref, c := range a.Citations() {
		if c.Kind != article.Ibid || c.Back.Device != article.IbidDevice || c.Target == nil {
			continue // one that leads nowhere is said by the rules on that
		}
		span, ok := within(a, ref, c, c.Back.Word)
		if !ok {
			span = c.Span
		}
		s := spot{note: ref.Note, span: span}
		const sure = 0.9
		if fixes := nameTheWork(a, ref, c); len(fixes) > 0 && !c.Target.Ambiguous && c.Target.Confidence >= sure {
			s.edits = fixes[0].Edits
		}
		spots = append(spots, s)
	}
	guide := "The style"
	if r.Style.Ibid == style.No {
		guide = r.Style.Title
	}
	found := grouped(spots, "“Ibid.” stands "+atSpots(a, spots)+". "+guide+" asks for short forms.", "Name the work in a short form: author, title in a few words, page.")
	return mendAll(found, spots, "Name the works in short forms", checker.Suggest)
}
