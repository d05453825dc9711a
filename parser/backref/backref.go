package backref

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// Resolve points every back-reference at what it stands for.
//
// Whether an author, a title and a page are a short form or an article's full
// citation of a work depends on its house style. So the notes are walked as if
// publication data were always given first, and once more, from where they
// were, if too many first mentions come without.
func Resolve(a *article.Article) {
	before := make([][]article.Citation, len(a.Notes))
	for i := range a.Notes {
		before[i] = append([]article.Citation(nil), a.Notes[i].Citations...)
	}
	if r := walk(a, false); !r.bare && r.looksBare() {
		for i := range a.Notes {
			a.Notes[i].Citations = before[i]
		}
		walk(a, true)
	}
	for _, c := range a.Citations() {
		c.IfFull = nil // it is decided what each is
	}
}

// loneWord says whether a short form is a single word.
func loneWord(c *article.Citation) bool {
	return c.Locator == nil && c.Back.Device == article.NameOnly && len(strings.Fields(c.Text)) == 1 && len(c.URLs) == 0
}

// looksBare says whether so many short forms with a title fit nothing that
// the house style must be one without publication data.
func (r *resolver) looksBare() bool {
	full := 0
	unknown := map[string]bool{} // one work cited often is one
	for _, c := range r.a.Citations() {
		switch {
		case c.Kind == article.Full:
			full++
		case c.Kind == article.Short && c.Target == nil && c.Back.Device == article.NameOnly:
			unknown[describe(c)] = true
		}
	}
	return len(unknown) >= 4 && len(unknown)*4 >= full
}

// walk resolves in one pass; bare is the house style to start from.
func walk(a *article.Article, bare bool) *resolver {
	r := &resolver{a: a, past: newHistory(a), works: map[article.Ref]int{}, linked: map[string]int{}}
	r.index()
	r.earlier()
	r.style()
	r.bare = r.bare || bare
	for n := range a.Notes {
		r.gaps(n)
		for c := range a.Notes[n].Citations {
			r.citation(article.Ref{Note: n, Citation: c})
		}
		r.endNote(n)
	}
	r.late()
	r.forward()
	r.mend()
	return r
}

// resolver walks an article's notes once.
type resolver struct {
	a     *article.Article
	past  *history
	works map[article.Ref]int // what each citation was found to be
	// linked are the works that the source has keys of its own for.
	linked map[string]int
	// numbers finds notes by scope and number.
	numbers map[string]int
	// parts finds the notes of earlier parts by number, where the article's
	// own numbers go on from theirs.
	parts map[string]article.Ref
	// lastCiting is the latest note with citations, per scope; its Note is -1
	// where there is none. commentary counts the notes of prose since.
	lastCiting article.Ref
	commentary int
	gap        bool // a printed number is missing since lastCiting
	follows    int  // the note, not lastCiting, that the numbers put before this one; else -1
	artCit     bool // op. cit. and art. cit. are told apart
	bare       bool // the article's house style gives no publication data
	pending    []article.Ref
	infra      []article.Ref
}

// index remembers where each number stands.
func (r *resolver) index() {
	r.passed(nowhere())
	r.numbers = make(map[string]int, len(r.a.Notes))
	for i := range r.a.Notes {
		n := &r.a.Notes[i]
		key := numberKey(n.ScopeIndex, n.Number)
		if _, ok := r.numbers[key]; !ok {
			r.numbers[key] = i
		}
	}
}

// nowhere is no note.
func nowhere() article.Ref { return article.Ref{Note: -1, Citation: -1} }

func numberKey(scope int, number string) string {
	return strconv.Itoa(scope) + "/" + strings.ToLower(strings.Join(strings.Fields(number), ""))
}

// style finds out whether the article's first mentions mostly come without
// publication data; then an author, a title and a page are a full citation.
func (r *resolver) style() {
	full := 0
	known := map[string]bool{} // words of the titles cited in full
	for _, c := range r.a.Citations() {
		if c.Kind == article.Full && (c.Item.Issued != nil || c.Item.Publisher != "" || len(c.URLs) > 0) {
			full++
			for _, w := range titleWords(c.Item.Title + " " + c.Item.ContainerTitle) {
				known[w] = true
			}
		}
	}
	named := map[string]bool{} // distinct works named without publication data
	for _, c := range r.a.Citations() {
		if c.Kind != article.Short || c.Back.Device != article.NameOnly || c.Item.Title == "" {
			continue
		}
		words := titleWords(c.Item.Title)
		if slices.ContainsFunc(words, func(w string) bool { return !known[w] }) && telling(words) > 0 {
			named[strings.Join(words, " ")] = true
		}
	}
	r.bare = len(named)*5 > full*6
	for _, c := range r.a.Citations() {
		r.artCit = r.artCit || c.Back.Device == article.OpCit && c.Back.Type == article.ArticleWork
	}
	if r.artCit {
		// Where articles have a word of their own, op. cit. is for books.
		for _, c := range r.a.Citations() {
			byAuthor := c.Back.Device == article.OpCit && len(c.Item.Author) > 0 || c.Back.Device == article.IdemDevice && c.Kind == article.Short && c.Item.Title == ""
			if byAuthor && c.Back.Type == article.AnyWork {
				c.Back.Type = article.BookWork
			}
		}
	}
}

// gaps notes whether the numbers say that another note belongs before note n
// than the one that stands there, or one that is missing.
func (r *resolver) gaps(n int) {
	if n == 0 {
		return
	}
	note, before := &r.a.Notes[n], &r.a.Notes[n-1]
	if note.ScopeIndex != before.ScopeIndex {
		r.passed(nowhere())
		return
	}
	x, err1 := strconv.Atoi(note.Number)
	y, err2 := strconv.Atoi(before.Number)
	if err1 != nil || err2 != nil || x-y == 1 || note.Counted != before.Counted {
		return
	}
	if i, ok := r.numbers[numberKey(note.ScopeIndex, strconv.Itoa(x-1))]; ok {
		r.follows = i
	} else {
		r.gap = true
	}
}

// passed makes a note with citations, or none, the one that an Ibid. follows.
func (r *resolver) passed(ref article.Ref) {
	r.lastCiting, r.commentary, r.gap, r.follows = ref, 0, false, -1
}

// endNote remembers whether the note had citations.
func (r *resolver) endNote(n int) {
	for i := range r.a.Notes[n].Citations {
		if r.a.Notes[n].Citations[i].Kind != article.Commentary {
			r.passed(article.Ref{Note: n, Citation: -1})
			return
		}
	}
	r.commentary++
}

// citation handles one citation by its kind.
func (r *resolver) citation(ref article.Ref) {
	c := r.a.Cited(ref)
	if c.Work != "" {
		r.listed(ref, c)
		return
	}
	r.reread(c)
	switch c.Kind {
	case article.Full:
		if c.Back.Device == article.IdemDevice {
			r.copyAuthor(ref, c)
		}
		r.cited(ref, r.past.add(ref))
	case article.Ibid:
		r.ibid(ref, c)
	case article.Crossref:
		r.crossref(ref, c)
	case article.Short:
		r.short(ref, c)
	case article.Commentary:
	}
}

func (r *resolver) cited(ref article.Ref, work int) {
	r.works[ref] = work
	r.past.works[work].near = ref
	r.past.cite(work, ref)
}

// copyAuthor gives a citation that begins with idem the author before it.
func (r *resolver) copyAuthor(ref article.Ref, c *article.Citation) {
	if before, ok := r.before(ref); ok {
		switch w, ok := r.works[before]; {
		case ok && c.Back.Editors:
			c.Item.Editor = slices.Concat(r.past.works[w].names, c.Item.Editor)
		case ok && len(c.Item.Author) == 0:
			c.Item.Author = r.past.works[w].names
		}
		c.Antecedent = &before
	}
}

// before is the citation just before ref: in the same note, else the last of
// the nearest note in scope that has any.
func (r *resolver) before(ref article.Ref) (article.Ref, bool) {
	if ref.Citation > 0 {
		return article.Ref{Note: ref.Note, Citation: ref.Citation - 1}, true
	}
	last := r.a.NoteOf(r.lastCiting)
	if last == nil {
		return article.Ref{}, false
	}
	return article.Ref{Part: r.lastCiting.Part, Note: r.lastCiting.Note, Citation: len(last.Citations) - 1}, true
}

// target is the end of the chain at a citation: itself if it is full.
func (r *resolver) target(ref article.Ref) (article.Ref, bool) {
	c := r.a.Cited(ref)
	if c == nil {
		return ref, false
	}
	if c.Kind == article.Full {
		return ref, true
	}
	if c.Target == nil {
		return article.Ref{}, false
	}
	t := c.Target.Ref
	if t.Part == 0 {
		t.Part = ref.Part // an earlier part's own note
	}
	return t, t.Citation >= 0
}

// late resolves the short forms that found nothing before them against the
// full citations that come after.
func (r *resolver) late() {
	for _, ref := range r.pending {
		c := r.a.Cited(ref)
		best := r.rank(c, func(w *work) bool { return !earlier(w.first, ref) })
		if len(best) > 0 && (best[0].score >= 0.60 && !r.bareAuthor(c) || r.lateOpCit(c, best)) {
			r.settle(ref, c, best)
			c.Target.Evidence.Late = true
			c.Target.Because = "the full citation comes later, in " + r.a.Where(c.Target.Ref) + ": " + c.Target.Because
			continue
		}
		r.giveUp(c)
	}
}

// lateOpCit says whether an op. cit. has the author of one work alone among those that
// come after it: no title can be asked of it.
func (r *resolver) lateOpCit(c *article.Citation, best []scored) bool {
	return c.Back.Device == article.OpCit && c.Item.Title == "" && best[0].distance == 0 && r.onlyOne(c, best)
}

// mend resolves what leaned on a citation that was resolved only at the end:
// a short form of a later work, a reference to a later note.
func (r *resolver) mend() {
	for ref, c := range r.a.Citations() {
		switch {
		case c.Antecedent == nil:
		case c.Kind == article.Ibid && c.Target == nil:
			if t, ok := r.target(*c.Antecedent); ok {
				c.Target = &article.Target{Ref: t, Confidence: 0.8, Because: r.sentence(*c.Antecedent)}
				c.Target.Evidence.TitleScore = -1
				c.Unresolved = ""
				r.inherit(c, *c.Antecedent)
			}
		case c.Kind == article.Crossref && c.Target != nil && c.Target.Ref.Citation < 0 && c.Antecedent.Citation >= 0:
			if _, ok := r.target(*c.Antecedent); ok {
				r.point(ref, c, *c.Antecedent)
			}
		}
	}
}

// bareAuthor says whether a short form is a surname alone: too little to
// point forward.
func (r *resolver) bareAuthor(c *article.Citation) bool {
	return c.Item.Title == "" && len(c.URLs) == 0 && len(c.Back.Notes) == 0
}

// giveUp leaves a short form unresolved, or reads it as the article's full
// citation of a work where the house style gives no more.
func (r *resolver) giveUp(c *article.Citation) {
	if w := r.misnamed(c); w != nil {
		c.Unresolved = r.underAnotherName(c, w)
		return
	}
	if r.first(c) {
		return
	}
	c.Unresolved = "no work cited in this article fits " + describe(c)
	if len(r.a.Previous) > 0 {
		c.Unresolved = "no work cited in this article or the parts before it fits " + describe(c)
	}
}

// first says whether a short form that fits nothing may be the article's own
// full form of a work; then it becomes one.
func (r *resolver) first(c *article.Citation) bool {
	if c.Back.Device != article.NameOnly || c.Item.Title == "" && !r.bare {
		return false
	}
	if !r.bare && (len(c.Item.Author) == 0 || c.Item.Author[0].Given == "" || len(titleWords(c.Item.Title)) < 3) && c.Item.Author != nil {
		return false
	}
	if !r.bare && c.Item.Author == nil && len(titleWords(c.Item.Title)) < 3 {
		return false
	}
	c.BecomeFull()
	return true
}

func describe(c *article.Citation) string {
	var parts []string
	for _, n := range c.Item.Author {
		if s := strings.TrimSpace(n.Family + n.Literal); s != "" {
			parts = append(parts, s)
		}
	}
	if c.Item.Title != "" {
		parts = append(parts, "“"+c.Item.Title+"”")
	}
	if len(parts) == 0 {
		return "“" + c.Text + "”"
	}
	return strings.Join(parts, ", ")
}

// rank scores the works that a short form may mean, best first.
func (r *resolver) rank(c *article.Citation, allowed func(*work) bool) []scored {
	var out []scored
	for _, id := range r.past.candidates(c) {
		if w := r.past.works[id]; allowed(w) {
			if s := r.past.score(id, c); s.score > 0.2 || s.otherKind && s.name >= 0.3 && c.Back.Device == article.OpCit {
				out = append(out, s)
			}
		}
	}
	if c.Item.Title == "" && len(c.Back.Notes) == 0 && slices.ContainsFunc(out, func(s scored) bool { return s.name > 0 && s.distance == 0 }) {
		// A name that is an author's is not a title as well.
		out = slices.DeleteFunc(out, func(s scored) bool { return s.name <= 0 && !s.exact })
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].score != out[j].score {
			return out[i].score > out[j].score
		}
		return r.past.works[out[i].id].last > r.past.works[out[j].id].last
	})
	return out
}

// lonePage matches four digits that end a back-reference.
var lonePage = pattern.New(`(?:^|[\s,:.)\]])(\d{4})(?:\s?ff?\b\.?)?\W*$`)

// highPaged is a year and such a page behind it.
var highPaged = pattern.New(`\b(?:1[5-9]|20)\d\d,\s(?:S\.\s|pp?\.\s)?\d{4}(?:[\s,.–(]|$)`)

// highPage takes four digits behind a back-reference for a page, which look
// like a year, if the work itself is printed on such pages: "NJW 2009, 1870".
func (r *resolver) highPage(c *article.Citation, w *work) {
	if c.Locator != nil {
		return
	}
	if p := w.item.Page; (len(p) < 4 || strings.Trim(p[:4], "0123456789") != "") && !highPaged.MatchString(r.a.Cited(w.first).Text) {
		return
	}
	if m := lonePage.FindStringSubmatch(c.Text); m != nil {
		c.Locator = &article.Locator{Label: "page", Value: m[1]}
	}
}

// inherit gives a back-reference without locator that of its antecedent.
func (r *resolver) inherit(c *article.Citation, from article.Ref) {
	if c.Locator != nil {
		return
	}
	a := r.a.Cited(from)
	switch {
	case a == nil:
	case a.Locator != nil:
		l := *a.Locator
		l.Inherited = true
		c.Locator = &l
	case a.Kind == article.Full && a.Item.Page != "" && strings.Trim(a.Item.Page, "0123456789") == "":
		// One page is both where a piece stands and what is cited of it.
		c.Locator = &article.Locator{Label: "page", Value: a.Item.Page, Inherited: true}
	}
}

// sentence says which citation an Ibid. follows.
func (r *resolver) sentence(antecedent article.Ref) string {
	n, where := r.a.NoteOf(antecedent), r.a.Where(antecedent)
	if len(n.Citations) == 1 {
		return "the only citation of " + where
	}
	return fmt.Sprintf("citation %d of %s", antecedent.Citation+1, where)
}
