package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// AuthorSpellingVaries finds an author whose name is spelt in two ways.
var AuthorSpellingVaries = &checker.Rule{ID: "author-spelling-varies", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Author's name is spelt in two ways",
	Text: "A short form spells the author's name otherwise than the full citation of the same work. The same goes for the party by whose name a judgment is called. One of the " +
		"two spellings is wrong. Where one only writes an umlaut out (Mueller, Müller), that is mentioned as advice.",
	Do: "Find out which one is right, and use it in both notes.",
	Quiet: "People who only have similar names: the rule speaks where the title, the volume of reports or the number of the note shows that it is the same work. Names from other " +
		"scripts that follow two customs (Tolstoy, Tolstoi) are left alone too.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Elingsworth, *Tide Tables*, 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.73–14.75; ISO 690",
}, Run: run(spellings)}

// initials may be glued to a name: "W.Royce".
var initials = pattern.New(`^(?:\p{Lu}\. ?)+`)

// germanNumber matches the number of a note in German: a name before it may be in the
// genitive, "in Kumkars (Fn. 3) Worten".
var germanNumber = pattern.New(`\pL\s\((?:oben\s)?(?:Fn|Fußn|Anm)\.\s?\d`)

// possessive is not part of a name: "Garrison's Thoughts".
var possessive = pattern.New(`['’]s?$`)

func spellings(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	index := map[[2]string]int{}
	reported := reportedCases(a)
	for ref, c := range a.Citations() {
		work, wrong, right := reported.misspeltParty(c)
		if c.Target != nil {
			work = c.Target.Ref
			wrong, right = misspeltAuthor(a, c)
		}
		if right == "" {
			if n := namedNote(r, ref, c); n >= 0 {
				work = article.Ref{Note: n}
				wrong, right = misspeltBeforeNumber(c, &a.Notes[n])
			}
		}
		if wrong = possessive.ReplaceAllString(wrong, ""); wrong == "" || right == "" || strings.EqualFold(wrong, right) || wrong == right+"s" && germanNumber.MatchString(c.Text) || sameInAnotherScript(wrong, right) || capitalsOf(wrong, right) {
			continue
		}
		key := [2]string{wrong, right}
		if i, ok := index[key]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, rename(a, ref, c, wrong, right))
			continue
		}
		index[key] = len(found)
		who := "author"
		if c.Target == nil {
			who = "party"
		}
		f := checker.At(a, ref, "Note %s spells the %s “%s”; %s has “%s”.", a.Notes[ref.Note].Number, who, wrong, a.Where(work), right)
		if span, ok := within(a, ref, c, wrong); ok {
			f.Span = span
		}
		f.Help = "Find out which is right, and use it in both notes."
		if writtenOut(wrong) == writtenOut(right) {
			f.Severity = checker.Info // nobody misses the work
		}
		f.Confidence = 0.85
		f.Evidence = evidence("name in the full citation", right)
		f.Fixes = rename(a, ref, c, wrong, right)
		found = append(found, f)
	}
	said := map[int]bool{} // notes
	for i := range found {
		said[found[i].Note] = true
		for _, p := range found[i].Places {
			said[p.Note] = true
		}
	}
	more := append(namesBeforeTitles(r), namesInFull(r)...)
	return append(found, slices.DeleteFunc(more, func(f checker.Finding) bool { return said[f.Note] })...)
}

// misspeltAuthor is a surname of a resolved short form that is not that of its
// work's author, and his; both are "" where all is well.
func misspeltAuthor(a *article.Article, c *article.Citation) (wrong, right string) {
	target := a.Cited(c.Target.Ref)
	if c.Kind != article.Short || c.Target.Ambiguous || target == nil || len(c.Item.Author) == 0 {
		return "", ""
	}
	return misspeltName(c, target)
}

// namedNote is the index of the one note to which a citation leads by its number; -1
// where there is none, or the resolver took another one.
func namedNote(r *checker.Report, ref article.Ref, c *article.Citation) int {
	if len(c.Back.Notes) != 1 || c.Target != nil && c.Target.Ambiguous {
		return -1
	}
	notes := notesByLabel(r)[c.Back.Notes[0]]
	if len(notes) != 1 || notes[0] == ref.Note || c.Target != nil && c.Target.Ref.Note != notes[0] {
		return -1
	}
	return notes[0]
}

// beforeNumber matches the name right before the number of a note: “Stelken (Fn. 15)”.
var beforeNumber = pattern.New(`(\p{Lu}[\p{L}\d’'-]{3,}),?\s\(?(?i:supra\s|above\s|oben\s)?(?i:fn|fußn|anm|n|nn|note)\.?\s\d`)

// misspeltBeforeNumber is a name before the number of a note that has no such name,
// and the one name of that note which differs by a letter or two. No reader of
// fields needs to have seen an author in either.
func misspeltBeforeNumber(c *article.Citation, note *article.Note) (wrong, right string) {
	m := beforeNumber.FindStringSubmatch(c.Text)
	if m == nil {
		return "", ""
	}
	wrong = m[1]
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(note.Text.String, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '’' }) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || seen[word] {
			continue
		}
		if seen[word] = true; strings.HasPrefix(wrong, word) || strings.HasPrefix(word, wrong) && !strings.HasSuffix(word, "s") {
			return "", "" // the name itself, or in the genitive
		}
		if nearName(wrong, word) {
			right = word
		}
	}
	return wrong, right
}

// casesByReport are the judgments cited in full, by volume and series of reports:
// {"733", "F.2d"}.
type casesByReport map[[2]string][]reportedCase

type reportedCase struct {
	ref article.Ref
	c   *article.Citation
}

func reportedCases(a *article.Article) casesByReport {
	cases := casesByReport{}
	for ref, c := range a.Citations() {
		if c.Kind == article.Full && c.Item.Type == "legal_case" && c.Item.Volume != "" && c.Item.ContainerTitle != "" {
			key := [2]string{c.Item.Volume, c.Item.ContainerTitle}
			cases[key] = append(cases[key], reportedCase{ref, c})
		}
	}
	return cases
}

// misspeltParty is the name by which an unresolved short form calls a judgment, and
// how the only judgment of that volume of reports that is cited in full calls the
// party: “Halverson, 733 F.2d at 1070”.
func (cases casesByReport) misspeltParty(c *article.Citation) (work article.Ref, wrong, right string) {
	in := cases[[2]string{c.Item.Volume, c.Item.ContainerTitle}]
	if c.Kind != article.Short || c.Target != nil || c.Item.Volume == "" || len(in) != 1 || strings.Contains(c.Item.Title, " ") {
		return article.Ref{}, "", ""
	}
	for word := range strings.FieldsFuncSeq(in[0].c.Item.Title, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' }) {
		if word == c.Item.Title {
			return article.Ref{}, "", ""
		}
		if nearName(c.Item.Title, word) {
			right = word
		}
	}
	return in[0].ref, c.Item.Title, right
}

// misspeltName is a surname of a short form that the work's full citation has
// otherwise, and how it has it there; wrong is "" where all is well. A person
// whom it does not know at all beside one whom it knows counts too.
func misspeltName(c, target *article.Citation) (wrong, right string) {
	e := c.Target.Evidence
	if wrong, right := amongOthers(c, target); right != "" {
		return wrong, right
	}
	if e.Stranger != "" && len(c.Item.Author) == len(target.Item.Author) && sharedAuthor(c, target) {
		for i, n := range c.Item.Author {
			if surname(n) == e.Stranger {
				return e.Stranger, surname(target.Item.Author[i])
			}
		}
	}
	if e.NameDistance == 0 {
		return slip(c, target)
	}
	for _, n := range c.Item.Author {
		wrong = surname(n)
		right = closest(wrong, target.Item.Author)
		if wrong = initials.ReplaceAllString(wrong, ""); !strings.EqualFold(wrong, right) {
			break
		}
	}
	// Without a title, something else must say that it is the same work.
	device := c.Back.Device != article.NameOnly && c.Back.Device != article.IdemDevice
	if e.TitleScore < 0.5 && (e.TitleScore >= 0 || !device && !e.Swapped) {
		return "", ""
	}
	return wrong, right
}

// amongOthers is the surname of one of several authors of a short form, where the others
// are those of the work, at their places, and this one is a letter or two off.
func amongOthers(c, target *article.Citation) (wrong, right string) {
	x, y := c.Item.Author, target.Item.Author
	if len(x) < 2 || len(x) != len(y) {
		return "", ""
	}
	for i := range x {
		switch mine, theirs := surname(x[i]), surname(y[i]); {
		case mine == theirs:
		case right == "" && nearName(mine, theirs) && !strings.Contains(" "+folded(target.Text)+" ", " "+folded(mine)+" "):
			wrong, right = mine, theirs
		default:
			return "", ""
		}
	}
	return wrong, right
}

// slip is the surname of a short form, and that of its work, where the title is
// the work's word for word and the names are a letter or two apart.
func slip(c, target *article.Citation) (wrong, right string) {
	// A title that was compared with nothing may be words of the work's all the same.
	unheard := c.Target.Evidence.TitleScore < 0 && strings.Contains(" "+folded(target.Item.Title)+" ", " "+folded(c.Item.Title)+" ")
	if c.Target.Evidence.TitleScore < 1 && !unheard || c.Item.Title == "" {
		return "", ""
	}
	text := " " + folded(target.Text) + " "
	if wrong, right = givenSlip(c, target); right != "" {
		return wrong, right
	}
	for _, n := range c.Item.Author {
		wrong = initials.ReplaceAllString(surname(n), "")
		if first, _ := utf8.DecodeRuneInString(wrong); strings.Contains(text, " "+folded(wrong)+" ") || !unicode.IsUpper(first) {
			continue // a script without capitals: 高橋 is the family name of 高橋実
		}
		if right = closest(wrong, target.Item.Author); len(target.Item.Author) == 0 {
			right = likeWord(wrong, target)
		}
		if nearName(wrong, right) {
			return wrong, right
		}
	}
	return "", ""
}

// givenSlip is the given name of a short form's first author, where the full citation
// gives the same surname and a given name a letter or two away: a first surname may
// have been read as one, too, as in “Gonzáles Alonso”.
func givenSlip(c, target *article.Citation) (wrong, right string) {
	const least = 4
	if len(c.Item.Author) == 0 || len(target.Item.Author) == 0 || surname(c.Item.Author[0]) != surname(target.Item.Author[0]) {
		return "", ""
	}
	wrong = c.Item.Author[0].Given
	if utf8.RuneCountInString(wrong) < least || strings.ContainsAny(wrong, " .-") {
		return "", ""
	}
	for word := range strings.FieldsSeq(target.Item.Author[0].Given) {
		if strings.HasPrefix(wrong, word) || strings.HasPrefix(word, wrong) {
			return "", ""
		}
		if nearName(wrong, word) {
			right = word
		}
	}
	return wrong, right
}

// nearName says whether two different names are a letter or two apart, or one has
// umlauts or accents that the other has not or writes out.
func nearName(wrong, right string) bool {
	umlauts := strings.NewReplacer("ä", "a", "ö", "o", "ü", "u", "ß", "ss", "ae", "a", "oe", "o", "ue", "u")
	x, y := umlauts.Replace(folded(wrong)), umlauts.Replace(folded(right))
	const least, longest = 3, 64
	if x == y {
		return norm.NFC.String(folded(wrong)) != norm.NFC.String(folded(right))
	}
	if len(x) < least || len(y) < least || len(x) > longest || len(y) > longest {
		return false
	}
	if short := min(len(x), len(y)); short < 5 {
		return levenshtein.ComputeDistance(x, y) == 1 && x[0] == y[0]
	}
	return !strings.Contains(x, y+" ") && !strings.Contains(y, x+" ") && !strings.Contains(x, " "+y) && !strings.Contains(y, " "+x) && levenshtein.ComputeDistance(x, y) <= 2
}

// capitalsOf says whether one of two names stands in capitals and lacks the other's
// accents: capitals do without.
func capitalsOf(x, y string) bool {
	plain := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFD.String(s))
	}
	return (x == strings.ToUpper(x) || y == strings.ToUpper(y)) && plain(x) == plain(y)
}

// writtenOut is a name in small letters as German writes it without umlauts: mueller.
func writtenOut(name string) string {
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(norm.NFC.String(folded(name)))
}

// likeWord is the word of a full citation, before its title, that a name is a
// letter or two away from: its author, where the reader of fields saw none.
func likeWord(name string, target *article.Citation) string {
	head, _, ok := strings.Cut(target.Text, target.Item.Title)
	if !ok {
		return ""
	}
	for word := range strings.FieldsFuncSeq(head, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' }) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) && nearName(name, word) {
			return word
		}
	}
	return ""
}

// sharedAuthor says whether two citations have an author in common.
func sharedAuthor(c, target *article.Citation) bool {
	return slices.ContainsFunc(c.Item.Author, func(n article.Name) bool {
		return slices.ContainsFunc(target.Item.Author, func(m article.Name) bool { return strings.EqualFold(surname(n), surname(m)) })
	})
}

// closest is the surname among names that shares most of its start and end with wrong.
func closest(wrong string, names []article.Name) string {
	best, most := "", 0
	for _, n := range names {
		s := surname(n)
		if score := shared(wrong, s) + 1; score > most {
			best, most = s, score
		}
	}
	return best
}

// shared counts the letters that two words have in common at both ends.
func shared(x, y string) int {
	a, b := []rune(strings.ToLower(x)), []rune(strings.ToLower(y))
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return n + m
}

func rename(a *article.Article, ref article.Ref, c *article.Citation, wrong, right string) []checker.Fix {
	span, ok := within(a, ref, c, wrong)
	if !ok {
		return nil
	}
	return []checker.Fix{{
		Description: "Write “" + right + "”, as the full citation has it", Class: checker.Suggest,
		Edits: []checker.Edit{{Span: span, Text: escape(a, right)}},
	}}
}

// joinFix adds the edits of one fix to another: one cause, one fix.
func joinFix(fixes, more []checker.Fix) []checker.Fix {
	if len(fixes) == 1 && len(more) == 1 {
		fixes[0].Edits = append(fixes[0].Edits, more[0].Edits...)
	}
	return fixes
}
