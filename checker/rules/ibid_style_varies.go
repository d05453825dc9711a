package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
	"ibid/parser/document"
)

// IbidStyleVaries finds an "Ibid." that is written otherwise than the others.
var IbidStyleVaries = &checker.Rule{ID: "ibid-style-varies", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Ibid. is written in several ways",
	Text: "The article writes “Ibid.”, “Id.” or “Ebd.” in one way nearly everywhere, and in another way here: without its full stop, in another spelling (“Ebenda”), or in " +
		"italics among upright ones. A reader may wonder whether something else is meant.",
	Do:    "Write it as the others. With --style, the guide's way is the right one: “Ibid.” in Chicago and MHRA, “ibid” in OSCOLA, “Id.” in the Bluebook.",
	Quiet: "A small letter inside a note (“see ibid.”), which is only grammar, and articles without a clear habit.",
	Bad:   "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 13.\n[^3]: Ibid., 14.\n[^4]: Ibid., 15.\n[^5]: Ibid., 16.\n[^6]: Ibid, 17.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 13.\n[^3]: Ibid., 14.",
	Basis: "CMOS 17, 14.34: with a stop; OSCOLA 1.2.3: without one",
}, Run: run(ibidStyles)}

// ibidWord is one Ibid. as it is written.
type ibidWord struct {
	spot

	form   string // folded, without its stop: "ibid", "ibidem", "ebd"
	stop   bool
	text   string
	ends   bool // nothing but a stop follows, which serves the sentence too
	italic bool
	paged  bool // a page or the like follows
}

// device is what a form is a way of writing of.
func (w ibidWord) device() string {
	switch w.form {
	case "ebd", "ebda", "ebenda":
		return "ebd"
	case "id":
		return "id" // a word of its own, which lawyers use beside the other
	}
	return "ibid"
}

func ibidStyles(r *checker.Report) []checker.Finding {
	a := r.Article
	switch {
	case r.Style.Ibid == style.No:
		return nil // it should not stand there at all
	case r.Style.Word != "":
		return otherThan(a, r.Style)
	}
	words := map[string][]ibidWord{}
	for ref, c := range a.Citations() {
		if w, ok := ibidWritten(a, ref, c); ok {
			words[w.device()] = append(words[w.device()], w)
		}
	}
	var found []checker.Finding
	for _, device := range []string{"ibid", "id", "ebd"} {
		found = append(found, otherWays(a, words[device])...)
		found = append(found, otherFaces(a, words[device])...)
	}
	return append(found, strayIbids(a, words["ibid"], words["id"])...)
}

// mostly says whether an article does a thing and departs from it here and there
// only: the words are few, so that three against one are a habit.
func (h habit) mostly(least int) bool { return h.with >= least && h.with >= least*h.without }

// strayIbids are the few Ibid.s with a page in an article that else has Id., as
// American lawyers do. Older ones write Ibid. alone where nothing at all differs.
func strayIbids(a *article.Article, ibids, ids []ibidWord) []checker.Finding {
	var spots []spot
	for _, w := range ibids {
		if w.paged {
			w.edits = []checker.Edit{{Span: w.span, Text: written("id", w, true)}}
			spots = append(spots, w.spot)
		}
	}
	if !(habit{with: len(ids), without: len(ibids)}).holds(4) {
		return nil
	}
	found := grouped(spots, "“Ibid.” is written "+atSpots(a, spots)+", and “Id.” elsewhere.", "Write “Id.”.")
	return mendAll(found, spots, "Write it as the others", checker.Safe)
}

// otherThan is one finding for the words that a guide writes in another way.
func otherThan(a *article.Article, g style.Guide) []checker.Finding {
	letters, hasStop := strings.CutSuffix(g.Word, ".")
	var spots []spot
	var wrong []string
	for ref, c := range a.Citations() {
		w, ok := ibidWritten(a, ref, c)
		if !ok || w.device() == "ebd" {
			continue // of another language than the guide's
		}
		right := letters
		if first, _ := utf8.DecodeRuneInString(w.text); unicode.IsLower(first) {
			right = strings.ToLower(letters) // inside a note
		}
		if hasStop || w.stop && w.ends {
			right += "."
		}
		if right != w.text {
			w.edits = []checker.Edit{{Span: w.span, Text: right}}
			spots = append(spots, w.spot)
			wrong = append(wrong, w.text)
		}
	}
	found := grouped(spots, quotedForms(wrong)+" is written "+atSpots(a, spots)+", where "+g.Title+" asks for “"+g.Word+"”.", "Write “"+g.Word+"”, with a small letter inside a note.")
	return mendAll(found, spots, "Write it as the guide does", checker.Safe)
}

// otherWays is one finding for the words that have other letters than most, or a
// stop where most have none.
func otherWays(a *article.Article, all []ibidWord) []checker.Finding {
	forms, stops := map[string]int{}, map[string]habit{}
	main := ""
	for _, w := range all {
		forms[w.form]++
		h := stops[w.form]
		switch {
		case w.ends: // its stop may be the note's
		case w.stop:
			h.with++
		default:
			h.without++
		}
		stops[w.form] = h
		if n := forms[w.form]; n > forms[main] || n == forms[main] && w.form < main {
			main = w.form
		}
	}
	if !(habit{with: forms[main], without: len(all) - forms[main]}).mostly(3) {
		return nil
	}
	h := stops[main]
	stop, settled := true, h.mostly(2)
	if (habit{with: h.without, without: h.with}).mostly(2) {
		stop, settled = false, true
	}
	var spots []spot
	var wrong []string
	for _, w := range all {
		keep := w.stop
		if settled && !w.ends {
			keep = stop
		}
		if right := written(main, w, keep); right != w.text {
			w.edits = []checker.Edit{{Span: w.span, Text: right}}
			spots = append(spots, w.spot)
			wrong = append(wrong, w.text)
		}
	}
	usual := strings.ToUpper(main[:1]) + main[1:]
	if stop && settled {
		usual += "."
	}
	found := grouped(spots, quotedForms(wrong)+" is written "+atSpots(a, spots)+", and “"+usual+"” elsewhere.", "Write it in one way.")
	return mendAll(found, spots, "Write it as the others", checker.Safe)
}

// written is a form with a word's own capital.
func written(form string, w ibidWord, stop bool) string {
	if r, _ := utf8.DecodeRuneInString(w.text); unicode.IsUpper(r) {
		form = strings.ToUpper(form[:1]) + form[1:]
	}
	if stop {
		form += "."
	}
	return form
}

// quotedForms lists ways of writing, each once: “Ibid” and “Ib.”.
func quotedForms(forms []string) string {
	var words []string
	for _, form := range forms {
		if form = "“" + form + "”"; !slices.Contains(words, form) {
			words = append(words, form)
		}
	}
	return list(words)
}

// otherFaces is one finding for the words in italics among upright ones, or the
// other way round.
func otherFaces(a *article.Article, all []ibidWord) []checker.Finding {
	var h habit
	for _, w := range all {
		if w.italic {
			h.with++
		} else {
			h.without++
		}
	}
	italics := h.with > h.without
	if upright := (habit{with: h.without, without: h.with}); !h.mostly(3) && !upright.mostly(3) {
		return nil
	}
	var spots []spot
	for _, w := range all {
		if w.italic == italics {
			continue
		}
		if bare := unstyled(a, w.span); !italics && bare != w.span {
			w.edits = []checker.Edit{{Span: bare, Text: w.text}}
		}
		if marks, ok := map[string][2]string{"html": {"<i>", "</i>"}, "markdown": {"*", "*"}}[a.Format]; italics && ok {
			w.edits = []checker.Edit{{Span: w.span, Text: marks[0] + w.text + marks[1]}}
		}
		spots = append(spots, w.spot)
	}
	here, there := "in italics", "upright"
	if italics {
		here, there = there, here
	}
	found := grouped(spots, "“Ibid.” or its like stands "+here+" "+atSpots(a, spots)+", and "+there+" elsewhere.", "Set it "+there+" everywhere.")
	return mendAll(found, spots, "Set it "+there, checker.Safe)
}

// ibidWritten is how a citation writes Ibid., Id. or Ebd.; false for kin that have
// one way.
func ibidWritten(a *article.Article, ref article.Ref, c *article.Citation) (ibidWord, bool) {
	if c.Kind != article.Ibid || c.Back.Device != article.IbidDevice {
		return ibidWord{}, false
	}
	text := c.Back.Word
	form := strings.ToLower(strings.TrimSuffix(text, "."))
	if !slices.Contains([]string{"ibid", "ibidem", "ib", "id", "ebd", "ebda", "ebenda"}, form) {
		return ibidWord{}, false
	}
	span, ok := within(a, ref, c, text)
	if !ok || a.Text.Cut(span) != text {
		return ibidWord{}, false
	}
	note := &a.Notes[ref.Note]
	rest := note.Text.String[c.Start:]
	at := c.Start + strings.Index(rest, text)
	return ibidWord{
		spot: spot{note: ref.Note, span: span}, form: form, stop: strings.HasSuffix(text, "."), text: text, ends: endsThere(rest, text),
		italic: slices.ContainsFunc(note.Styles, func(s article.Styled) bool { return s.Style.Has(document.Italic) && s.Start <= at && at < s.End }),
		paged:  c.Locator != nil && !c.Locator.Inherited,
	}, true
}

// endsThere says whether nothing but a stop follows a word.
func endsThere(text, word string) bool {
	_, after, _ := strings.Cut(text, word)
	return strings.Trim(after, " .;") == ""
}
