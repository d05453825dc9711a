package rules

import (
	"fmt"
	"strings"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// RepeatedFullCitation finds a work that is cited in full a second time.
var RepeatedFullCitation = &checker.Rule{ID: "repeated-full-citation", Group: checker.Backref, Severity: checker.Info, In: func(g style.Guide) bool { return g.FullAgain != style.Yes }, Doc: checker.Doc{
	Title: "Full citation given again",
	Text: "A work is cited in full that an earlier note cites in full already. A short form says that it is the same work, and is shorter. Another edition, volume or chapter " +
		"is another work; chapters of a book each begin anew; and where an article repeats most of its full citations, that is its style.",
	Bad: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 30.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: Ellingsworth, *Tide Tables*, 30.",
	Basis: "CMOS 17, 14.29; OSCOLA 1.2.1 allows it, and asks for it across chapters",
}, Supersedes: []string{"note-text-repeated"}, Run: run(repeatedFulls)}

func repeatedFulls(r *checker.Report) []checker.Finding {
	type key struct {
		scope int
		work  string
	}
	a := r.Article
	first, index := map[key]article.Ref{}, map[key]int{}
	var found []checker.Finding
	works, again := 0, 0
	for ref, c := range a.Citations() {
		work := identity(c)
		if work == "" {
			continue
		}
		k := key{a.Notes[ref.Note].ScopeIndex, work}
		before, seen := first[k]
		if !seen {
			first[k] = ref
			works++
			continue
		}
		if before.Note == ref.Note || a.Notes[before.Note].Number == a.Notes[ref.Note].Number {
			continue
		}
		again++
		if i, ok := index[k]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = join(found[i].Fixes, shorten(a, ref, c))
			continue
		}
		index[k] = len(found)
		f := checker.At(a, ref, "Note %s cites %s in full again.", a.Notes[ref.Note].Number, describe(a, before))
		f.Help, f.Confidence = "A short form is enough.", 0.9
		f.Fixes = shorten(a, ref, c)
		found = append(found, f)
	}
	if again > 3 && again*4 > works && r.Style.FullAgain == style.Silent {
		return nil // its style: every note cites in full
	}
	return found
}

// identity tells works apart: two citations of one identity are of the same
// work, edition and place in it. It is "" for what is no full citation of a
// work with author, title and date, and for what is usually cited anew: law,
// letters, manuscripts.
func identity(c *article.Citation) string {
	item := &c.Item
	if c.Kind != article.Full || len(item.Author) == 0 || item.Title == "" || item.Issued == nil {
		return ""
	}
	switch item.Type {
	case "legal_case", "legislation", "bill", "personal_communication", "manuscript", "interview", "speech":
		return ""
	}
	parts := []string{surname(item.Author[0]), item.Author[0].Given, item.Title, item.ContainerTitle, item.Volume, item.Issue, item.Edition, item.URL, dateKey(item.Issued), dateKey(item.Accessed)}
	for i := range parts {
		parts[i] = folded(parts[i])
	}
	return strings.Join(parts, "|")
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
