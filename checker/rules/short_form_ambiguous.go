package rules

import (
	"fmt"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// ShortFormAmbiguous finds a short form that fits several works.
var ShortFormAmbiguous = &checker.Rule{ID: "short-form-ambiguous", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Short form that fits several works",
	Text:  "A note names a work in short, and what it says fits two works cited before, most often two by one author. The reader cannot tell which is meant.",
	Do:    "Add a short title.",
	Quiet: "Editions and translations of one work, and authors who are named with others elsewhere (“Brandt” is not “Brandt and Marsh”).",
	Bad:   "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Mara Ellingsworth, *Storm Glass* (Harbor: Pier Press, 2012), 7.\n[^3]: Ellingsworth, 60.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Mara Ellingsworth, *Storm Glass* (Harbor: Pier Press, 2012), 7.\n[^3]: Ellingsworth, *Storm Glass*, 60.",
	Basis: "CMOS 17, 14.30 and 14.33; OSCOLA 1.2.1",
}, Supersedes: []string{"short-title-mismatch"}, Run: run(ambiguousShorts)}

// ambiguousShorts reports once for each form and the works that it may mean.
func ambiguousShorts(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	index := map[string]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || !c.Target.Ambiguous || !otherWork(a, c.Target) || narrowed(r, c) {
			continue
		}
		name, ok := nameOnly(a, ref, c)
		// What was cited last is the likelier one, so that only the set of works counts.
		key := folded(authors(&c.Item)+" "+c.Item.Title) + worksOf(c.Target)
		if i, again := index[key]; again {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = nil // each place may mean another one
			continue
		}
		index[key] = len(found)
		f := checker.At(a, ref, "“%s” in note %s may mean %s.", ellipsis(c.Text), a.Notes[ref.Note].Number, candidatesText(a, c.Target))
		f.Help = "Add a short title."
		f.Confidence = 0.85
		f.Evidence = evidence("best guess", describe(a, c.Target.Ref))
		if ok {
			f.Fixes = []checker.Fix{name}
		}
		found = append(found, f)
	}
	return found
}

var supraNote = pattern.New(`(?i)\bsupra note (\d+)\b`)

// worksOf is a key of the works among which a target was chosen.
func worksOf(t *article.Target) string {
	keys := []string{fmt.Sprint(t.Ref)}
	for _, c := range t.Candidates {
		if c.Ref != t.Ref {
			keys = append(keys, fmt.Sprint(c.Ref))
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// narrowed says whether a short form tells which of the candidates it means all
// the same: by words of one's title alone, or by the number of a note that cites
// that one alone, in full or in short.
func narrowed(r *checker.Report, c *article.Citation) bool {
	a, text := r.Article, " "+folded(c.Text)+" "
	titled, noted, note := 0, 0, ""
	if len(c.Back.Notes) == 1 {
		note = c.Back.Notes[0]
	} else if m := supraNote.FindStringSubmatch(c.Text); m != nil {
		note = m[1] // "Id., Malloy, supra note 2"
	}
	for _, ref := range append([]article.Ref{c.Target.Ref}, refsOf(c.Target)...) {
		work := a.Cited(ref)
		if work == nil {
			continue
		}
		if title := folded(mainTitle(work.Item.Title)); strings.Contains(title, " ") && strings.Contains(text, " "+title+" ") {
			titled++
		}
		if note != "" && (ref.Part == 0 && a.Notes[ref.Note].Number == note || leansOn(r, note, ref)) {
			noted++
		}
	}
	return titled == 1 || noted == 1
}

// otherPersons says whether two works have authors, of which none is of both.
func otherPersons(a, b []article.Name) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y article.Name) bool { return folded(x.Family+x.Literal) == folded(y.Family+y.Literal) }) {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

// refsOf are the candidates of a target but for itself.
func refsOf(t *article.Target) []article.Ref {
	var refs []article.Ref
	for _, c := range t.Candidates {
		if c.Ref != t.Ref {
			refs = append(refs, c.Ref)
		}
	}
	return refs
}

// volume matches a title that is only the number of a volume.
var volume = pattern.New(`^(?:[ivxlc]+|[0-9]+)$`)

// otherWork says whether a candidate is another work than the target, and not
// another edition or translation of it.
func otherWork(a *article.Article, t *article.Target) bool {
	best := a.Cited(t.Ref)
	for _, candidate := range t.Candidates {
		c := a.Cited(candidate.Ref)
		if c == nil || best == nil || candidate.Ref == t.Ref {
			continue
		}
		x, y := folded(mainTitle(c.Item.Title)), folded(mainTitle(best.Item.Title))
		if x == y && x != "" && otherPersons(c.Item.Author, best.Item.Author) {
			return true
		}
		// "Totem and Taboo III" is in "Totem and Taboo"; "ii" is a volume of a set.
		volumes := volume.MatchString(x) || volume.MatchString(y)
		if !volumes && !names(c, y) && !names(best, x) && !inTwoLanguages(&c.Item, &best.Item) && !strings.HasPrefix(x+" ", y+" ") && !strings.HasPrefix(y+" ", x+" ") {
			return true
		}
	}
	return false
}

// names says whether a citation names another title too, of two words at
// least: that of the original, most often.
func names(c *article.Citation, title string) bool {
	return strings.Contains(title, " ") && strings.Contains(" "+folded(c.Text)+" ", " "+title+" ")
}

// inTwoLanguages says whether two works are one report in two languages: its
// year and its publisher are the same, and its titles are in different languages.
func inTwoLanguages(x, y *article.Item) bool {
	l, m := languageOf(x.Title), languageOf(y.Title)
	return l != "" && m != "" && l != m && year(x) != 0 && year(x) == year(y) && folded(x.Publisher) == folded(y.Publisher)
}

func year(item *article.Item) int {
	if item.Issued == nil || len(item.Issued.Parts) == 0 || len(item.Issued.Parts[0]) == 0 {
		return 0
	}
	return item.Issued.Parts[0][0]
}

// languageOf guesses a title's language, or a paragraph's by its start, by its
// small words, "" where two are as likely or none is.
func languageOf(title string) string {
	const enough = 4 << 10 // bytes
	title = folded(title[:min(len(title), enough)])
	small := map[string]string{
		"en": " the of on and for by with from ", "fr": " le les du des sur et pour aux une dans ", "de": " der die das und über im zur zum des für von den ",
		"es": " el los las del sobre y para una ", "it": " il gli dei della delle sulla sul e per nel ", "nl": " het een van en voor over ", "pt": " os da dos sobre e para uma ",
		"sv": " och om för av på ", "da": " og om for af på ",
	}
	best, most, tie := "", 0, false
	for language, words := range small {
		n := 0
		for w := range strings.FieldsSeq(title) {
			if strings.Contains(words, " "+w+" ") {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = language, n, false
		case n == most && n > 0:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// nameOnly proposes to add the best guess's title to a short form that has a name alone.
func nameOnly(a *article.Article, ref article.Ref, c *article.Citation) (checker.Fix, bool) {
	target := a.Cited(c.Target.Ref)
	if target == nil || c.Item.Title != "" || len(c.Item.Author) == 0 {
		return checker.Fix{}, false
	}
	text := shortForm(a, &target.Item)
	span, ok := within(a, ref, c, surname(c.Item.Author[len(c.Item.Author)-1]))
	if text == "" || !ok || len(c.Item.Author) != 1 {
		return checker.Fix{}, false
	}
	return checker.Fix{
		Description: "Name " + describe(a, c.Target.Ref), Class: checker.Suggest,
		Edits: []checker.Edit{{Span: span, Text: text}},
	}, true
}
