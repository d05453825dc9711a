package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// ShortTitleMismatch finds a short title that is not that of its work.
var ShortTitleMismatch = &checker.Rule{ID: "short-title-mismatch", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Short title differs from the title",
	Text: "A short form has a title that is not quite that of the work it points at: a word is another one or misspelt, or the words changed places. The same goes for a name " +
		"that a note introduced (“hereafter Moss Letter”). A short title keeps the words of the title and their order.",
	Do:    "Use words of the title as they stand in the full citation. If another work is meant, cite it in full.",
	Quiet: "Subtitles, series and abbreviations that the full citation gives.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Time Tables*, 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.33",
}, Run: run(shortTitles)}

// shortTitles reports once for each wrong title of a work.
func shortTitles(r *checker.Report) []checker.Finding {
	a := r.Article
	type key struct {
		target article.Ref
		title  string
	}
	var found []checker.Finding
	index := map[key]int{}
	cited := mentionsIn(r)
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Item.Title == "" {
			continue
		}
		score, target := c.Target.Evidence.TitleScore, a.Cited(c.Target.Ref)
		if ledUpTo(a, ref, c) {
			continue
		}
		if score < 0.3 || target == nil || titledAlike(c.Item.Title, target) || namedElsewhere(c, target) || cited.elsewhere(ref.Note, c.Item.Title) {
			continue
		}
		if score >= 0.75 && !titleSlip(c, target) || score < 0.75 && !nearTitle(c.Item.Title, target.Item.Title) && !lettersWrong(c.Item.Title, target) {
			continue
		}
		fix := retitle(a, ref, c, mainTitle(target.Item.Title))
		k := key{c.Target.Ref, folded(c.Item.Title)}
		if i, ok := index[k]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, fix)
			continue
		}
		index[k] = len(found)
		f := checker.At(a, ref, "Note %s gives the title as “%s”; %s has “%s”.",
			a.Notes[ref.Note].Number, c.Item.Title, a.Where(c.Target.Ref), target.Item.Title)
		f.Help = "Use words of the title, in their order, or cite the other work in full if another one is meant."
		f.Confidence = 0.8
		f.Evidence = evidence("title in the full citation", target.Item.Title)
		f.Fixes = fix
		if len(fix) > 0 {
			f.Span = fix[0].Edits[0].Span
		}
		found = append(found, f)
	}
	return slices.Concat(found, misspeltTags(a), titlesOfLone(a))
}

// titlesOfLone are wrong titles in short forms that were taken for full citations as
// their title is no known one: “Farge, Geschmack der Archive, S. 22”. The surname alone
// says which work is meant where the article has one by that author.
func titlesOfLone(a *article.Article) []checker.Finding {
	works := map[string][]article.Ref{}
	for ref, c := range a.Citations() {
		if c.Kind == article.Full && len(c.Item.Author) == 1 && c.Item.Author[0].Given != "" && c.Item.Title != "" {
			name := folded(surname(c.Item.Author[0]))
			works[name] = append(works[name], ref)
		}
	}
	var found []checker.Finding
	for ref, c := range a.Citations() {
		item := &c.Item
		bare := c.Kind == article.Full && len(item.Author) == 1 && item.Author[0].Given == "" && item.Issued == nil && item.Publisher == "" && item.ContainerTitle == "" && len(c.URLs) == 0
		if !bare {
			continue
		}
		refs := works[folded(surname(item.Author[0]))]
		if len(refs) != 1 || refs[0].Note == ref.Note {
			continue
		}
		target := a.Cited(refs[0])
		if titledAlike(item.Title, target) || namedElsewhere(c, target) || !titleSlip(c, target) {
			continue
		}
		fix := retitle(a, ref, c, mainTitle(target.Item.Title))
		f := checker.At(a, ref, "Note %s gives the title as “%s”; %s has “%s”.", a.Notes[ref.Note].Number, item.Title, a.Where(refs[0]), target.Item.Title)
		f.Help = "Use words of the title, in their order, or cite the other work in full if another one is meant."
		f.Confidence, f.Fixes = 0.75, fix
		f.Evidence = evidence("title in the full citation", target.Item.Title)
		if len(fix) > 0 {
			f.Span = fix[0].Edits[0].Span
		}
		found = append(found, f)
	}
	return found
}

// ledUpTo says whether a short form by a title without an author names its work by
// the number of a note, and is not set as a title: the words may be a sentence's, as in
// “Freely after Stelkens (n 15)”.
func ledUpTo(a *article.Article, ref article.Ref, c *article.Citation) bool {
	if len(c.Item.Author) > 0 || len(c.Back.Notes) == 0 || strings.ContainsAny(c.Text, "“”„«»‘\"") {
		return false
	}
	_, rest, _ := strings.Cut(c.Item.Title, " ")
	if first, _ := utf8.DecodeRuneInString(rest); !unicode.IsLower(first) {
		return false
	}
	at := c.Start + strings.Index(c.Text, c.Item.Title)
	return !slices.ContainsFunc(a.Notes[ref.Note].Styles, func(s article.Styled) bool { return s.Style.Has(document.Italic) && s.Start <= at && at < s.End })
}

// retitle proposes another title in the place of a short form's.
func retitle(a *article.Article, ref article.Ref, c *article.Citation, title string) []checker.Fix {
	span, ok := within(a, ref, c, c.Item.Title)
	if !ok {
		return nil
	}
	return []checker.Fix{{
		Description: "Write “" + title + "”", Class: checker.Suggest,
		Edits: []checker.Edit{{Span: span, Text: escape(a, title)}},
	}}
}

// nearTitle says whether a short title can be a slip for a title: it starts
// with the same word, or has two words in five of it. Else it names another work.
func nearTitle(short, title string) bool {
	x, y := titleWords(short), titleWords(mainTitle(title))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if _, wrong := aligned(x, y); wrong >= 0 && len(x) > 1 {
		return true
	}
	common, weight := 0, 0
	for _, w := range y {
		if len(w) <= 3 {
			continue // articles and the like say nothing
		}
		weight++
		if slices.ContainsFunc(x, func(v string) bool {
			return v == w || len(v) > 3 && (levenshtein.ComputeDistance(v, w) == 1 || lettersSwapped(v, w))
		}) {
			common++
		}
	}
	return x[0] == y[0] || common > 0 && common*5 >= weight*2
}

// lettersSwapped says whether two words differ in two neighbouring letters that
// changed places.
func lettersSwapped(v, w string) bool {
	i := 0
	for i < len(v) && i < len(w) && v[i] == w[i] {
		i++
	}
	return len(v) == len(w) && i+1 < len(v) && v[i] == w[i+1] && v[i+1] == w[i] && v[i+2:] == w[i+2:]
}

// volumeTail matches the volume that a short form names behind its title.
var volumeTail = pattern.New(`(?i),?\s(?:vols?|bd|bde|band|t|tome|tomo|teil|part|pt|parte)\.?\s[\divxlc]+$`)

// titledAlike says whether a short title is words of the work's title and a volume.
func titledAlike(short string, target *article.Citation) bool {
	head := volumeTail.ReplaceAllString(short, "")
	return head != short && strings.Contains(" "+folded(target.Item.Title)+" ", " "+folded(head)+" ")
}

// titleSlip says whether a short title that is nearly that of the work is a slip:
// one word is another, has another ending, or words changed places.
func titleSlip(c, target *article.Citation) bool {
	if oneWordWrong(c.Item.Title, target) {
		return true
	}
	x, y := titleWords(volumeTail.ReplaceAllString(c.Item.Title, "")), titleWords(target.Item.Title)
	return turnedRound(x, y) || turnedRound(withoutSmall(x), withoutSmall(y)) || cites(c) && (endingsWrong(x, y, c.Text) || endingsWrong(withoutSmall(x), withoutSmall(y), c.Text) || smallWordWrong(x, y) || smallWordAdded(x, y) || lettersWrong(c.Item.Title, target) ||
		c.Locator != nil && allEndingsWrong(x, target) || !strings.ContainsAny(c.Item.Title+target.Item.Title, "&+/") && smallWordsOther(x, y))
}

// cites says whether a short form is one of author and title, without words
// before it: prose inflects titles.
func cites(c *article.Citation) bool {
	if len(c.Item.Author) == 0 || c.Item.Author[0].Family == "" {
		return false
	}
	at := strings.Index(c.Text, c.Item.Author[0].Family)
	return at >= 0 && strings.Contains(c.Text[at:], c.Item.Title) && len(strings.Fields(c.Text[:at])) <= 3
}

// windows are the rows of words of a title, as many as a short title has.
func windows(x, y []string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for at := 0; len(x) > 1 && len(x) <= longestShort && at+len(x) <= len(y) && yield(y[at:at+len(x)]); at++ {
		}
	}
}

// lettersWrong says whether a short title of one word stands nowhere in the full
// citation, and is one of the title's words but for a letter or two, or an umlaut.
func lettersWrong(short string, target *article.Citation) bool {
	const least = 7
	v := folded(short)
	if strings.Contains(v, " ") || len(v) < least || strings.Contains(" "+folded(target.Text)+" ", " "+v+" ") {
		return false
	}
	return slices.ContainsFunc(titleWords(target.Item.Title), func(w string) bool {
		return len(w) >= least && v[0] == w[0] && levenshtein.ComputeDistance(v, w) <= 2 && commonPrefix(v, w) < min(len(v), len(w))-1
	})
}

// turnedRound says whether a short title has the words of the title in a row, in
// another order.
func turnedRound(x, y []string) bool {
	if len(x) < 3 || strings.Contains(" "+strings.Join(y, " ")+" ", " "+strings.Join(x, " ")+" ") {
		return false
	}
	sorted := slices.Sorted(slices.Values(x))
	for w := range windows(x, y) {
		if slices.Equal(sorted, slices.Sorted(slices.Values(w))) {
			return true
		}
	}
	return false
}

// littleWords are those of up to three letters that say nothing of a title.
const littleWords = `|the|a|an|s|of|and|in|on|to|for|at|by|as|or|der|die|das|des|dem|den|und|im|am|zur|zum|von|vom|für|le|la|les|l|d|de|du|et|en|au|aux|des|un|une|el|los|las|y|del|il|lo|gli|i|e|di|da|dei|o|os|um|uma|do|dos|van|het|een|w|z|na|og|och|на|и|в|о|по|`

// endingsWrong says whether one or two words of a short title have other endings
// than in the title. Words cut short with a stop are abbreviations.
func endingsWrong(x, y []string, text string) bool {
	if strings.Contains(" "+strings.Join(y, " ")+" ", " "+strings.Join(x, " ")+" ") {
		return false
	}
	for w := range windows(x, y) {
		wrong, same := 0, 0
		long := len(x) > 3
		for i := range x {
			switch n := commonPrefix(x[i], w[i]); {
			case x[i] == w[i]:
				if !strings.Contains(littleWords, "|"+x[i]+"|") {
					same++
				}
			case n >= min(4, len(w[i])-1) && n*2 > len(w[i]) && n > 1 && !strings.Contains(strings.ToLower(text), x[i]+"."):
				wrong++
			default:
				wrong = len(x) + 1
			}
		}
		// “Lights on the Rate”: nothing but small words is right, and so many words stand
		// in a row by no chance.
		if wrong > 0 && wrong <= 2 && (same > 0 || long) {
			return true
		}
	}
	return false
}

// smallWordAdded says whether a short title is words of the title in a row but for
// small words that it has more: “Notes from the Underground” for “Notes from Underground”.
func smallWordAdded(x, y []string) bool {
	if len(x) < 3 || len(x) > longestShort || strings.Contains(" "+strings.Join(y, " ")+" ", " "+strings.Join(x, " ")+" ") {
		return false
	}
	for at := range y {
		more, k := 0, at
		for _, w := range x {
			switch {
			case k < len(y) && y[k] == w:
				k++
			case strings.Contains(littleWords, "|"+w+"|"):
				more++
			default:
				more = len(x)
			}
		}
		if more > 0 && len(x)-more >= 2 && k-at == len(x)-more {
			return true
		}
	}
	return false
}

// smallWordsOther says whether a short title has the words of the title that say
// something, and between them other small words: “A luz da cidade” for “A luz e a cidade”;
// or two of them the other way round. It may leave small words out.
func smallWordsOther(x, y []string) bool {
	v, w := withoutSmall(x), withoutSmall(y)
	if len(v) < 2 || len(x) > longestShort || strings.Contains(" "+strings.Join(y, " ")+" ", " "+strings.Join(x, " ")+" ") {
		return false
	}
	if len(v) == 2 && len(x) > 2 && v[0] != v[1] && strings.Contains(" "+strings.Join(w, " ")+" ", " "+v[1]+" "+v[0]+" ") {
		return true
	}
	return strings.Contains(" "+strings.Join(w, " ")+" ", " "+strings.Join(v, " ")+" ") && slices.Equal(v[:1], x[:1]) && !subsequence(x, y)
}

// subsequence says whether a short title is the title but for words that it leaves out.
func subsequence(x, y []string) bool {
	i := 0
	for _, w := range y {
		if i < len(x) && x[i] == w {
			i++
		}
	}
	return i == len(x)
}

// allEndingsWrong says whether a short title of one or two words that stand nowhere in
// the full citation is those of the title with other endings: beside a name and a page
// no grammar asks for them. One word may be cut short.
func allEndingsWrong(x []string, target *article.Citation) bool {
	const least = 5
	if len(x) == 0 || len(x) > 2 {
		return false
	}
	text := " " + folded(target.Text) + " "
	for _, v := range x {
		if len(v) < least || strings.Contains(text, " "+v+" ") {
			return false
		}
	}
	y := titleWords(target.Item.Title)
	for at := 0; at+len(x) <= len(y); at++ {
		if !slices.ContainsFunc(x, func(v string) bool {
			w := y[at+slices.Index(x, v)]
			return len(w) < least || len(x) == 1 && strings.HasPrefix(w, v) || commonPrefix(v, w) < max(least-1, max(len(v), len(w))-3)
		}) {
			return true
		}
	}
	return false
}

// withoutSmall are the words that say something.
func withoutSmall(words []string) []string {
	var said []string
	for _, w := range words {
		if !strings.Contains(littleWords, "|"+w+"|") {
			said = append(said, w)
		}
	}
	return said
}

// smallWordWrong says whether one small word of a short title is another one.
func smallWordWrong(x, y []string) bool {
	const words, least = 4, 12
	at, wrong := aligned(x, y)
	few := len(x) == 3 && at == 0 && len(x[0])+len(x[2]) >= least
	return wrong >= 0 && (few || len(x) >= words) && len(x[wrong]) > 1 && len(x[wrong]) < 4 && len(y[at+wrong]) > 1 && len(y[at+wrong]) < 4 && !strings.HasPrefix(y[at+wrong], x[wrong])
}

// oneWordWrong says whether all words of a short title but one are those of the
// title, at the same places, and that one stands nowhere in the full citation.
// Other endings of a word are grammar.
func oneWordWrong(short string, target *article.Citation) bool {
	x, y := titleWords(short), titleWords(target.Item.Title)
	at, wrong := aligned(x, y)
	if wrong < 0 || len(x) < 2 || len(x[wrong]) < 4 || strings.Contains(" "+folded(target.Text)+" ", " "+x[wrong]+" ") {
		return false
	}
	v, w := x[wrong], y[at+wrong]
	if levenshtein.ComputeDistance(v, w) <= 2 {
		return len(w) >= 5 && shared(v, w) >= 2 && commonPrefix(v, w) < min(len(v), len(w))-1
	}
	// The last one may sum the rest up.
	return len(x) >= 3 && (wrong < len(x)-1 || at+len(x) == len(titleWords(mainTitle(target.Item.Title))))
}

// titleWords are the words of a title without an article at its start.
func titleWords(title string) []string {
	words := strings.Fields(folded(title))
	if len(words) > 1 && isArticle(words[0]) {
		return words[1:]
	}
	return words
}

// isArticle says whether a word in small letters is an article with which titles begin.
func isArticle(word string) bool {
	return slices.Contains([]string{"the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "l", "un", "une", "el", "los", "las", "il", "lo", "i", "gli", "de", "het", "een", "o", "os", "as"}, word)
}

// longestShort is the most words of a short title.
const longestShort = 12

// aligned is where the words of a short title stand in a title if all but one
// are there in a row, and which of them is not; wrong is -1 where there is no
// such place.
func aligned(x, y []string) (at, wrong int) {
	if len(x) > longestShort {
		return 0, -1
	}
	for at := 0; at+len(x) <= len(y); at++ {
		wrong, n := -1, 0
		for i := range x {
			if x[i] != y[at+i] {
				wrong = i
				n++
			}
		}
		if n == 1 {
			return at, wrong
		}
	}
	return 0, -1
}

// commonPrefix counts the bytes that two words start with alike.
func commonPrefix(x, y string) int {
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// namedElsewhere says whether the short title is a name that the full citation
// gives in another place: a tag in brackets, its series or container, or the
// words of the whole citation.
func namedElsewhere(c, target *article.Citation) bool {
	title := strings.TrimSuffix(folded(c.Item.Title), " etc")
	if slices.ContainsFunc(target.Tags, func(tag string) bool { return strings.Contains(" "+folded(tag)+" ", " "+title+" ") }) {
		return true
	}
	return strings.Contains(" "+folded(target.Text)+" ", " "+title+" ")
}
