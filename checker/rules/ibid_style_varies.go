package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// IbidStyleVaries finds an "Ibid." that is written otherwise than the others.
var IbidStyleVaries = &checker.Rule{ID: "ibid-style-varies", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Ibid. is written in several ways",
	Text: "The article writes “Ibid.” in one way nearly everywhere, and in another here: with or without its stop, or in another spelling. A small letter inside " +
		"a note is grammar, and no other way. Where a guide is chosen with --style, its way is the right one: “Ibid.” in Chicago and MHRA, “ibid” in OSCOLA, “Id.” in the Bluebook.",
	Bad:   "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 13.\n[^3]: Ibid., 14.\n[^4]: Ibid., 15.\n[^5]: Ibid., 16.\n[^6]: Ibid, 17.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 13.\n[^3]: Ibid., 14.",
	Basis: "CMOS 17, 14.34: with a stop; OSCOLA 1.2.3: without one",
}, Run: run(ibidStyles)}

// ibidWord is one Ibid. as it is written.
type ibidWord struct {
	spot
	form string // folded: "ibid", "ibidem", "ib"
	stop bool
	text string
	ends bool // nothing but a stop follows, which serves the sentence too
}

func ibidStyles(r *checker.Report) []checker.Finding {
	a := r.Article
	switch {
	case r.Style.Ibid == style.No:
		return nil // it should not stand there at all
	case r.Style.Word != "":
		return otherThan(a, r.Style)
	}
	var all, ids []ibidWord
	forms := map[string]int{}
	stops := map[string]habit{}
	for ref, c := range a.Citations() {
		w, ok := ibidWritten(a, ref, c)
		if !ok || w.ends {
			continue
		}
		if w.form == "id" {
			ids = append(ids, w) // a word of its own, which lawyers use beside the other
		} else {
			all = append(all, w)
		}
		forms[w.form]++
		h := stops[w.form]
		if w.stop {
			h.with++
		} else {
			h.without++
		}
		stops[w.form] = h
	}
	main := ""
	for form, n := range forms {
		if form != "id" && (n > forms[main] || n == forms[main] && form < main) {
			main = form
		}
	}
	var found []checker.Finding
	if (habit{with: forms[main], without: len(all) - forms[main]}).holds(4) {
		found = otherWays(a, all, main, stops[main])
	}
	if stops["id"].holds(4) {
		found = append(found, otherWays(a, ids, "id", stops["id"])...)
	}
	return found
}

// otherThan is one finding for the words that a guide writes in another way.
func otherThan(a *article.Article, g style.Guide) []checker.Finding {
	letters, hasStop := strings.CutSuffix(g.Word, ".")
	var spots []spot
	for ref, c := range a.Citations() {
		w, ok := ibidWritten(a, ref, c)
		if !ok {
			continue
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
		}
	}
	found := grouped(spots, "“Ibid.” is written "+atSpots(a, spots)+" in another way than "+g.Title+" asks: “"+g.Word+"”.", "Write “"+g.Word+"”.")
	return mendAll(found, spots, "Write it as the guide does", checker.Safe)
}

// otherWays is one finding for the words that depart from the article's form.
func otherWays(a *article.Article, all []ibidWord, form string, h habit) []checker.Finding {
	stop, settled := true, h.holds(4)
	if (habit{with: h.without, without: h.with}).holds(4) {
		stop, settled = false, true
	}
	var spots []spot
	for _, w := range all {
		right := form
		if r, _ := utf8.DecodeRuneInString(w.text); unicode.IsUpper(r) {
			right = strings.ToUpper(form[:1]) + form[1:]
		}
		keep := w.stop
		if settled {
			keep = stop
		}
		if keep {
			right += "."
		}
		if right == w.text {
			continue
		}
		w.edits = []checker.Edit{{Span: w.span, Text: right}}
		spots = append(spots, w.spot)
	}
	found := grouped(spots, "“Ibid.” is written "+atSpots(a, spots)+" in another way than elsewhere.", "Write it in one way.")
	return mendAll(found, spots, "Write it as the others", checker.Safe)
}

// ibidWritten is how a citation writes Ibid.; false for kin in other languages.
func ibidWritten(a *article.Article, ref article.Ref, c *article.Citation) (ibidWord, bool) {
	if c.Kind != article.Ibid || c.Back.Device != article.IbidDevice {
		return ibidWord{}, false
	}
	text := c.Back.Word
	form := strings.ToLower(strings.TrimSuffix(text, "."))
	if form != "ibid" && form != "ibidem" && form != "ib" && form != "id" {
		return ibidWord{}, false
	}
	span, ok := within(a, ref, c, text)
	if !ok || a.Text.Cut(span) != text {
		return ibidWord{}, false
	}
	stop := strings.HasSuffix(text, ".")
	rest := a.Notes[ref.Note].Text.String[c.Start:]
	return ibidWord{spot: spot{note: ref.Note, span: span}, form: form, stop: stop, text: text, ends: endsThere(rest, text)}, true
}

// endsThere says whether nothing but a stop follows a word.
func endsThere(text, word string) bool {
	_, after, _ := strings.Cut(text, word)
	return strings.Trim(after, " .;") == ""
}
