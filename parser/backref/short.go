package backref

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
)

// short resolves a short form among the works cited before it.
func (r *resolver) short(ref article.Ref, c *article.Citation) {
	switch {
	case c.Back.Device == article.LocCit && len(c.Item.Author) == 0 && c.Item.Title == "":
		r.ibid(ref, c)
		return
	case c.Back.Device == article.OpCit && len(c.Item.Author) == 0 && c.Item.Title == "":
		r.lastWork(ref, c)
		return
	case c.Back.Device == article.IdemDevice:
		r.copyAuthor(ref, c)
	}
	best := r.rank(c, func(*work) bool { return true })
	switch {
	case len(best) > 0 && (best[0].score >= 0.39 || r.onlyOne(c, best)) && r.enough(c, best[0]):
		r.settle(ref, c, best)
	case r.byNumber(ref, c):
	case r.inside(ref, c):
	default:
		r.later(ref, c)
	}
}

// onlyOne says whether a bare name is that of the author of one work alone.
func (r *resolver) onlyOne(c *article.Citation, best []scored) bool {
	if c.Item.Title != "" && !nameOrTitle(c) {
		return false
	}
	// A name that is a letter amiss needs more to be that author's.
	slip := best[0].distance > 0 && c.Back.Device == article.NameOnly && !best[0].swapped
	return best[0].name > 0 && !slip && (len(best) == 1 || best[1].name == 0)
}

// byNumber resolves a short form whose words fit no work by the note that it
// names, if that note has one work.
func (r *resolver) byNumber(ref article.Ref, c *article.Citation) bool {
	if len(c.Back.Notes) == 0 {
		return false
	}
	at, ok := r.noteOf(ref, c)
	if !ok || at.Part == 0 && at.Note >= ref.Note {
		return false
	}
	var only article.Ref
	n := 0
	for i := range r.a.NoteOf(at).Citations {
		if root, ok := r.target(article.Ref{Part: at.Part, Note: at.Note, Citation: i}); ok {
			if n == 0 || root != only {
				n++
			}
			only = root
		}
	}
	w, ok := r.past.ofRef[only]
	if n != 1 || !ok {
		return false
	}
	words := titleWords(shortTitle(c))
	found, _, _ := overlap(words, titleWords(r.a.Cited(only).Text))
	if len(words) > 0 && found*2 < len(words) {
		return false
	}
	t := article.Target{Ref: only, Confidence: 0.8, Because: r.a.Where(at) + " is named, and its words are those of its only work"}
	t.Evidence.TitleScore = -1
	t.Evidence.Stranger = r.past.stranger(c, r.past.works[w])
	c.Target = &t
	r.antecedent(ref, c, w)
	r.cited(ref, w)
	return true
}

// lastWork resolves an op. cit. that names nobody: the last work cited.
func (r *resolver) lastWork(ref article.Ref, c *article.Citation) {
	if r.inProse(ref, c) {
		return
	}
	last, n := r.past.latest, len(r.past.works)
	if last < 0 {
		c.Unresolved = "nothing before it that it could point at"
		return
	}
	t := article.Target{Ref: r.past.works[last].first, Confidence: 0.85, Because: "the only work cited before it"}
	t.Evidence.TitleScore = -1
	if n > 1 {
		t.Confidence, t.Ambiguous, t.Because = 0.5, true, "the work cited last before it"
	}
	c.Target = &t
	r.antecedent(ref, c, last)
	r.cited(ref, last)
}

// inProse resolves an op. cit. by the author whom the prose before it names:
// "as Marlowe has it (op. cit., 40)".
func (r *resolver) inProse(ref article.Ref, c *article.Citation) bool {
	text := r.a.Notes[ref.Note].Text.String
	if c.Start <= 0 || c.Start > len(text) {
		return false
	}
	words := strings.FieldsFunc(text[max(0, c.Start-maxProse):c.Start], func(r rune) bool {
		return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’'
	})
	for _, w := range slices.Backward(words) {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && !unicode.Is(unicode.Hangul, first) {
			continue
		}
		ids := r.past.byName[surnames(article.Name{Family: w})[0]]
		if last, size := utf8.DecodeLastRuneInString(w); len(ids) == 0 && len(w) > 2*size && strings.ContainsRune(koreanParticles, last) {
			ids = r.past.byName[surnames(article.Name{Family: w[:len(w)-size]})[0]]
		}
		if len(ids) == 0 {
			continue
		}
		id := slices.MaxFunc(ids, func(x, y int) int { return r.past.works[x].last - r.past.works[y].last })
		t := article.Target{Ref: r.past.works[id].first, Confidence: 0.8, Because: w + " is named before it (" + r.a.Where(r.past.works[id].first) + ")"}
		t.Evidence.TitleScore, t.Evidence.Choices = -1, len(ids)
		if len(ids) > 1 {
			t.Confidence, t.Ambiguous = 0.5, true
		}
		c.Target = &t
		r.antecedent(ref, c, id)
		r.cited(ref, id)
		return true
	}
	return false
}

// koreanParticles follow a name without a space.
const koreanParticles = "은는이가의도을를과와"

// maxProse is how far before an op. cit. its author is looked for, in bytes.
const maxProse = 600

// enough says whether the evidence for a work suffices by its kind.
func (r *resolver) enough(c *article.Citation, s scored) bool {
	if s.exact {
		return true
	}
	if c.Back.Type == article.CaseWork && c.Item.Title != "" && s.title == 0 {
		return false // another case of that volume
	}
	if nameOrTitle(c) {
		// A title alone must have its words in order.
		return s.name > 0 || !s.shuffled
	}
	if len(c.Item.Author) > 0 && c.Item.Title != "" && s.title >= 0 && s.title < 0.5 && s.name > 0 {
		// The name fits, no word of the title does: another work, unless the
		// device itself says that it was cited before, or a number names it.
		if c.Back.Device == article.NameOnly || c.Back.Device == article.IdemDevice {
			return false
		}
	}
	if len(c.Item.Author) > 0 && s.name == 0 && c.Item.Title != "" && s.title < 1 {
		return false
	}
	return true
}

// later keeps a short form for the end, when the full citations behind it are
// known; one that may be the article's first mention becomes a work at once,
// so that what follows can point at it.
func (r *resolver) later(ref article.Ref, c *article.Citation) {
	if len(r.a.Notes[ref.Note].Citations) == 1 && loneWord(c) { // prose: "Fin."
		*c = article.Citation{Kind: article.Commentary, Start: c.Start, End: c.End, Text: c.Text, Span: c.Span}
		return
	}
	if w := r.misnamed(c); w != nil {
		c.Unresolved = r.underAnotherName(c, w)
		r.pending = append(r.pending, ref)
		return
	}
	if r.bare && c.Back.Device == article.NameOnly && r.first(c) {
		r.cited(ref, r.past.add(ref))
		return
	}
	if c.Back.Device == article.NameOnly && c.Item.Title != "" && r.wouldBeFirst(c) {
		c.BecomeFull()
		r.cited(ref, r.past.add(ref))
		return
	}
	c.Unresolved = "no work cited before it fits " + describe(c)
	r.pending = append(r.pending, ref)
}

// wouldBeFirst says whether a short form names person and title so fully that
// it is a first mention rather than a short form.
func (r *resolver) wouldBeFirst(c *article.Citation) bool {
	if len(c.Item.Author) == 0 {
		return len(titleWords(c.Item.Title)) >= 4
	}
	n := c.Item.Author[0]
	return n.Given != "" && len([]rune(strings.Trim(n.Given, "."))) > 1 && len(titleWords(c.Item.Title)) >= 2
}

// settle makes the best of the scored works the target.
func (r *resolver) settle(ref article.Ref, c *article.Citation, best []scored) {
	best = r.byMarks(c, best)
	top := best[0]
	w := r.past.works[top.id]
	lead := 1.0
	if len(best) > 1 {
		lead = top.score - best[1].score
	}
	if lead < 0.15 && r.document(c, best) {
		c.BecomeFull()
		r.cited(ref, r.past.add(ref))
		return
	}
	t := article.Target{Confidence: math.Min(0.99, hundredths(top.score)), Because: because(r, top)}
	t.Evidence = article.Evidence{TitleScore: top.title, NameDistance: top.distance, Swapped: top.swapped, Choices: 1}
	if !top.exact {
		t.Evidence.Stranger = r.past.stranger(c, w)
	}
	if top.slipped {
		t.Confidence, t.Evidence.TitleScore = math.Min(t.Confidence, 0.9), math.Min(t.Evidence.TitleScore, 0.5)
	}
	if top.spelling && t.Evidence.NameDistance == 0 {
		t.Evidence.NameDistance = 1
	}
	switch {
	case lead < 0.15 && r.close(c, best):
		// Two works fit about equally: the one cited last is the guess.
		pick := top
		for _, s := range best {
			if top.score-s.score < 0.15 && r.past.works[s.id].last > r.past.works[pick.id].last {
				pick = s
			}
		}
		w = r.past.works[pick.id]
		t.Evidence.Stranger = ""
		t.Ambiguous, t.Confidence = true, math.Min(0.5, hundredths(top.score))
		t.Because = "several works fit about equally; this one was cited last"
		for _, s := range best {
			if s.id != pick.id && top.score-s.score < 0.15 && len(t.Candidates) < mostCandidates {
				t.Candidates = append(t.Candidates, article.Candidate{Ref: r.past.works[s.id].first, Score: math.Min(1, s.score), Because: because(r, s)})
			}
		}
		t.Evidence.Choices = len(t.Candidates) + 1
		top = pick
	case c.Item.Title == "" && top.name > 0 && top.otherKind && len(c.Back.Notes) == 0:
		// The only work of that name, though of another kind: the kind may have been misread.
		t.Confidence = 0.6
	case c.Item.Title == "" && top.name > 0:
		t.Confidence = math.Max(0.85, math.Min(0.99, hundredths(top.score)))
		t.Because += ", and no other work of that name is cited"
	case top.score < 0.60:
		t.Confidence = 0.6
	}
	t.Ref = r.volumeOf(c, w)
	for _, n := range c.Back.Notes {
		if w.cited[n] || !r.past.numbered(w.first) {
			break
		}
		t.Evidence.WrongNumber = r.a.NoteOf(w.first).Number
	}
	c.Target, c.Unresolved = &t, ""
	if len(w.refs) > 0 {
		r.antecedent(ref, c, top.id)
	}
	r.cited(ref, top.id)
}

// byMarks puts first, of works that fit about equally, the only one whose title
// stands in quotation marks as the short form's does: “Stone” is “Stone Dykes”
// and not the book on heather and stone.
func (r *resolver) byMarks(c *article.Citation, best []scored) []scored {
	if len(best) < 2 || c.Item.Title == "" || best[0].score-best[1].score >= 0.15 || !quoted(c) {
		return best
	}
	only := -1
	for i, s := range best {
		if best[0].score-s.score >= 0.15 || !quoted(r.a.Cited(r.past.works[s.id].first)) {
			continue
		}
		if only >= 0 {
			return best
		}
		only = i
	}
	if only < 0 {
		return best
	}
	pick := best[only]
	pick.score = best[0].score
	pick.add(0.20, "both titles stand in quotation marks")
	return append([]scored{pick}, slices.Delete(slices.Clone(best), only, only+1)...)
}

// quoted says whether the title of a citation begins behind a quotation mark.
func quoted(c *article.Citation) bool {
	i := strings.Index(c.Text, c.Item.Title)
	if c.Item.Title == "" || i <= 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(c.Text[:i], " \u00a0"))
	return strings.ContainsRune("“\"„«‘「", before)
}

// volumeOf is the citation of the volume that a short form names, "Chronicle,
// 2:50", where a work's volumes are cited each in full; else the work's first.
func (r *resolver) volumeOf(c *article.Citation, w *work) article.Ref {
	volume := c.Item.Volume
	if c.Locator != nil {
		if v, _, ok := strings.Cut(c.Locator.Value, ":"); ok && strings.Count(c.Locator.Value, ":") == 1 {
			volume = v
		}
	}
	if volume != "" {
		for _, ref := range w.refs {
			if r.a.Cited(ref).Item.Volume == volume {
				return ref
			}
		}
	}
	return w.first
}

// document says whether a title alone names a public document again of which
// several volumes were cited ("Laws of the Coast, XL, 81"): it means the
// document, and none of those places.
func (r *resolver) document(c *article.Citation, best []scored) bool {
	if c.Back.Device != article.NameOnly || len(c.Item.Author) > 0 || c.Locator != nil || len(best) < 2 {
		return false
	}
	a, b := r.past.works[best[0].id], r.past.works[best[1].id]
	return len(a.names) == 0 && len(b.names) == 0 && best[0].title == 1 && best[1].title == 1 && slices.Equal(a.words, b.words) && a.item.Volume != b.item.Volume
}

// close says whether the runners-up are a real choice: works of other authors
// that merely share words are none.
func (r *resolver) close(c *article.Citation, best []scored) bool {
	a, b := best[0], best[1]
	if a.exact && !b.exact {
		return false
	}
	if c.Item.Title != "" && a.title == 1 && b.title < 1 && a.name >= b.name {
		return false
	}
	return true
}

// antecedent sets what a short form points at directly, and the locator of
// one that keeps its antecedent's place.
func (r *resolver) antecedent(ref article.Ref, c *article.Citation, work int) {
	w := r.past.works[work]
	at := w.first
	r.highPage(c, w)
	if c.Antecedent == nil {
		c.Antecedent = &at
	}
	if c.Back.SameLocator || c.Back.Device == article.LocCit {
		if v := w.near; earlier(v, ref) {
			r.inherit(c, v)
		}
	}
}

// hundredths rounds a sum of evidence.
func hundredths(x float64) float64 { return math.Round(x*100) / 100 }

// because joins the reasons for a work in plain words.
func because(r *resolver, s scored) string {
	where := r.a.Where(r.past.works[s.id].first)
	if len(s.reasons) == 0 {
		return "fits the work of " + where
	}
	words := make([]string, len(s.reasons))
	for i, x := range s.reasons {
		words[i] = fmt.Sprintf(x.format, x.args...)
	}
	return strings.Join(words, " and ") + " (" + where + ")"
}
