package rules

import (
	"fmt"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// RepeatedFullCitation finds a work that is cited in full a second time.
var RepeatedFullCitation = &checker.Rule{ID: "repeated-full-citation", Group: checker.Backref, Severity: checker.Info, In: func(g style.Guide) bool { return g.FullAgain != style.Yes }, Doc: checker.Doc{
	Title: "Full citation given again",
	Text: "A work is cited in full that an earlier note already cites in full. A short form is shorter, and says that it is the same work. Where only the figures of the year " +
		"changed places (1978, 1987), one of the two years is probably wrong.",
	Do:    "Write a short form in the later note. If another edition is meant, say which.",
	Quiet: "Other editions, volumes and chapters, the first citation in each chapter of a book, and articles that give all their citations in full.",
	Bad: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 30.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: Ellingsworth, *Tide Tables*, 30.",
	Basis: "CMOS 17, 14.29; OSCOLA 1.2.1 allows it, and asks for it across chapters",
}, Supersedes: []string{"note-text-repeated"}, Run: run(repeatedFulls)}

func repeatedFulls(r *checker.Report) []checker.Finding {
	a := r.Article
	seen, index := map[workKey][]article.Ref{}, map[article.Ref]int{}
	var found []checker.Finding
	works, again := 0, 0
	for ref, c := range a.Citations() {
		key, ok := workOf(a, ref, c)
		if !ok {
			continue
		}
		before, slip, known := firstOf(a, seen[key], c)
		if !known {
			if len(seen[key]) < mostAlike {
				seen[key] = append(seen[key], ref)
			}
			works++
			continue
		}
		if before.Note == ref.Note || a.Notes[before.Note].Number == a.Notes[ref.Note].Number {
			continue
		}
		again++
		if i, ok := index[before]; ok && !slip {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = join(found[i].Fixes, shorten(a, ref, c))
			continue
		}
		f := checker.At(a, ref, "Note %s cites %s in full again.", a.Notes[ref.Note].Number, describe(a, before))
		f.Help, f.Confidence = "A short form is enough.", 0.9
		f.Fixes = shorten(a, ref, c)
		if slip {
			f.Message = fmt.Sprintf("Note %s cites %s in full again, with the year %d and not %d.", a.Notes[ref.Note].Number, describe(a, before), c.Item.Issued.Year(), a.Cited(before).Item.Issued.Year())
			f.Help, f.Confidence = "Find out which year is right. If it is another edition, say which; else a short form is enough.", 0.75
			f.Fixes = nil
		} else {
			index[before] = len(found)
		}
		found = append(found, f)
	}
	if again > 3 && again*4 > works && r.Style.FullAgain == style.Silent {
		return nil // its style: every note cites in full
	}
	return found
}

// mostAlike is how many works of one key are told apart: an article has no more.
const mostAlike = 32

// workKey is what all full citations of a work have in common, in one scope: title
// and place in its book or journal, edition and address, and the digits of its date.
type workKey struct {
	scope int
	work  string
}

// workOf is the key of a full citation; ok is false for what is no full citation of
// a work with title and date, and for what is usually cited anew: law, letters,
// manuscripts.
func workOf(a *article.Article, ref article.Ref, c *article.Citation) (key workKey, ok bool) {
	item := &c.Item
	if c.Kind != article.Full || item.Title == "" || item.Issued == nil {
		return workKey{}, false
	}
	switch item.Type {
	case "legal_case", "legislation", "bill", "personal_communication", "manuscript", "interview", "speech":
		return workKey{}, false
	}
	parts := []string{item.Title, item.ContainerTitle, item.Volume, item.Issue, item.Edition, item.URL, dateKey(item.Accessed), digitsOf(item.Issued)}
	for i := range parts {
		parts[i] = folded(parts[i])
	}
	return workKey{a.Notes[ref.Note].ScopeIndex, strings.Join(parts, "|")}, true
}

// firstOf is the first of several full citations of one key that cites the work
// which c cites; slip says that its year is another one, by a slip.
func firstOf(a *article.Article, before []article.Ref, c *article.Citation) (ref article.Ref, slip, ok bool) {
	for _, ref := range before {
		first := a.Cited(ref)
		if !sameHands(&first.Item, &c.Item) {
			continue
		}
		if dateKey(first.Item.Issued) == dateKey(c.Item.Issued) {
			return ref, false, true
		}
		if yearSlip(&first.Item, &c.Item) {
			return ref, true, true
		}
	}
	return article.Ref{}, false, false
}

// sameHands says whether two works of one title are of the same authors. Where the
// words of a sentence hid the author of one from the reader of fields, a long title
// and its place say so.
func sameHands(x, y *article.Item) bool {
	if len(x.Author) > 0 && len(y.Author) > 0 {
		return folded(surname(x.Author[0])) == folded(surname(y.Author[0])) && folded(x.Author[0].Given) == folded(y.Author[0].Given)
	}
	const words = 4
	return len(x.Author)+len(y.Author) > 0 && len(strings.Fields(x.Title)) >= words && x.ContainerTitle != ""
}

// yearSlip says whether two books that are alike in all but their years have years
// of the same digits, as all works of one key have: 1978 and 1987. Editions that no word tells apart differ
// otherwise.
func yearSlip(x, y *article.Item) bool {
	return x.Publisher != "" && folded(x.Publisher) == folded(y.Publisher) && x.PublisherPlace == y.PublisherPlace && x.Edition == "" && len(x.Issued.Parts) == 1 && len(y.Issued.Parts) == 1 &&
		x.Issued.Year() != y.Issued.Year()
}

// digitsOf are the digits of a date, in order: those of 1978 and 1987 are the same.
func digitsOf(d *article.Date) string {
	return string(slices.Sorted(slices.Values([]byte(dateKey(d)))))
}

// dateKey tells dates apart.
func dateKey(d *article.Date) string {
	if d == nil {
		return ""
	}
	return fmt.Sprint(d.Parts, d.Season, d.Literal)
}

// join makes one fix of two that belong together, and none where one is missing.
func join(all, more []checker.Fix) []checker.Fix {
	if len(all) == 0 || len(more) == 0 {
		return nil
	}
	all[0].Edits = append(all[0].Edits, more[0].Edits...)
	return all
}

// shorten proposes the short form of a citation in its own place, where the
// citation is nothing but the work and a page.
func shorten(a *article.Article, ref article.Ref, c *article.Citation) []checker.Fix {
	text := shortForm(a, &c.Item)
	source := a.Text.Cut(c.Span)
	if text == "" || c.Signal != "" || len(c.URLs) > 0 || strings.Count(source, "<") != strings.Count(source, "</")*2 {
		return nil
	}
	if c.Locator != nil {
		span, ok := within(a, ref, c, c.Locator.Value)
		if !ok || !c.Span.Contains(span) {
			return nil
		}
		text += ", " + a.Text.Cut(span)
	}
	if strings.HasSuffix(c.Text, ".") {
		text += "."
	}
	return []checker.Fix{{Description: "Write “" + shortForm(a, &c.Item) + "”", Class: checker.Suggest, Edits: []checker.Edit{{Span: c.Span, Text: text}}}}
}
