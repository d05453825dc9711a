package backref

import (
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// ibid resolves "Ibid." and its kin: the citation just before, in the same
// note or the nearest one in scope that has any.
func (r *resolver) ibid(ref article.Ref, c *article.Citation) {
	choices := r.choices(ref)
	if len(choices) == 0 {
		c.Unresolved = "nothing before it that it could point at"
		return
	}
	pick := choices[len(choices)-1]
	same := pick.Part == 0 && pick.Note == ref.Note
	t := article.Target{Confidence: 0.99, Because: r.sentence(pick)}
	t.Evidence.TitleScore = -1
	distinct := r.distinct(choices)
	t.Evidence.Choices = 1
	switch {
	case same:
		t.Because = "the citation just before it in the same note"
		if pick.Citation > 0 && r.works[pick] != r.works[article.Ref{Note: pick.Note}] {
			t.Confidence = 0.9
		}
	case len(distinct) > 1:
		fit := r.fitting(c, distinct)
		pick = append(distinct, fit...)[len(distinct)+len(fit)-1]
		t.Evidence.Choices = len(distinct)
		t.Confidence, t.Ambiguous = 0.5, true
		t.Because = "the last of several works in " + r.a.Where(pick)
		t.Candidates = r.others(distinct, pick)
		if len(fit) > 0 {
			t.Because = "the one of several works in " + r.a.Where(pick) + " that its own words fit"
		}
		if len(fit) == 1 {
			// "Moor, ibid.", "위의 책" behind a book and an article: it says which is meant.
			t.Confidence, t.Ambiguous, t.Evidence.Choices, t.Candidates = 0.85, false, 1, nil
		}
	}
	r.doubts(c, pick, same, &t)
	c.Antecedent = &pick
	root, ok := r.target(pick)
	if !ok {
		if a := r.a.Cited(pick); a != nil && a.Target != nil {
			// A cross-reference to a note of prose: the note is all there is.
			t.Ref = a.Target.Ref
			c.Target = &t
			return
		}
		r.inherit(c, pick)
		c.Unresolved = "what it follows, in " + r.a.Where(pick) + ", could not be resolved itself"
		return
	}
	t.Ref = root
	c.Target = &t
	w, known := r.past.ofRef[root]
	if known {
		r.highPage(c, r.past.works[w])
		r.cited(ref, w)
	}
	r.inherit(c, pick)
}

// choices are the citations that an Ibid. may point at, in order: of those
// before it in its note the last, else those of the nearest note with any.
// Prose is passed over.
func (r *resolver) choices(ref article.Ref) []article.Ref {
	for i := ref.Citation - 1; i >= 0; i-- {
		if r.a.Notes[ref.Note].Citations[i].Kind != article.Commentary {
			return []article.Ref{{Note: ref.Note, Citation: i}}
		}
	}
	last := r.a.NoteOf(r.lastCiting)
	if last == nil {
		return nil
	}
	var out []article.Ref
	for i := range last.Citations {
		if last.Citations[i].Kind != article.Commentary {
			out = append(out, article.Ref{Part: r.lastCiting.Part, Note: r.lastCiting.Note, Citation: i})
		}
	}
	return out
}

// distinct keeps, of citations of one work, the last.
func (r *resolver) distinct(refs []article.Ref) []article.Ref {
	seen := map[int]bool{}
	var out []article.Ref
	for _, ref := range slices.Backward(refs) {
		if w, ok := r.works[ref]; ok { // unresolved ones differ from all others
			if seen[w] {
				continue
			}
			seen[w] = true
		}
		out = append(out, ref)
	}
	slices.Reverse(out)
	return out
}

// fitting are the works, of several, that an Ibid. singles out by a word for
// their kind, a name, an address or a volume.
func (r *resolver) fitting(c *article.Citation, refs []article.Ref) []article.Ref {
	var fit []article.Ref
	for _, ref := range refs {
		if id, ok := r.works[ref]; ok && r.singles(c, r.past.works[id]) {
			fit = append(fit, ref)
		}
	}
	return fit
}

// singles says whether an Ibid. has something of a work's own.
func (r *resolver) singles(c *article.Citation, w *work) bool {
	if c.Back.Type != article.AnyWork && w.kind == c.Back.Type {
		return true
	}
	if ofVolume.MatchString(c.Text) && w.kind != article.ArticleWork && inVolumes.MatchString(r.a.Cited(w.first).Text) {
		return true
	}
	return r.past.known(c, w) > 0 || slices.ContainsFunc(c.URLs, func(u article.URL) bool { return w.urls[bareURL(u.Address)] })
}

var (
	// ofVolume is a volume that an Ibid. points at: "Ibid., 2:40", "ebd., Bd. 2, S. 40".
	ofVolume = pattern.New(`[\s,](?:\d{1,2}:\d|(?i:vols?|bd|tome?|t)\.?\s(?:\d{1,2}\b|[ivxlcIVXLC]+\b))`)
	// inVolumes is how a citation says that a work has several.
	inVolumes = pattern.New(`\b(?:\d{1,2}|two|three|four|five|six|seven|eight)\s(?i:vols|bde|bände|tomes|tomos|tomi)\b|\b(?i:vols?|bd|t)\.\s(?:\d{1,2}\b|[IVXLC]+\b)|,\s\d{1,2}:\d`)
)

// mostCandidates is how many other works are named where the choice was close.
const mostCandidates = 5

// others names the works that were not picked.
func (r *resolver) others(refs []article.Ref, pick article.Ref) []article.Candidate {
	var out []article.Candidate
	for i := len(refs) - 1; i >= 0 && len(out) < mostCandidates; i-- {
		if refs[i] == pick {
			continue
		}
		if root, ok := r.target(refs[i]); ok {
			out = append(out, article.Candidate{Ref: root, Score: 0.4, Because: "also cited in " + r.a.Where(refs[i])})
		}
	}
	return out
}

// doubts lowers the confidence where the chain is not sure to be whole.
func (r *resolver) doubts(c *article.Citation, pick article.Ref, same bool, t *article.Target) {
	if same {
		return
	}
	doubt := func(because string) {
		t.Confidence = min(t.Confidence, 0.6)
		t.Ambiguous = true
		t.Because += "; " + because
	}
	if r.commentary > 0 {
		t.Evidence.SkippedCommentary = r.commentary
		t.Confidence -= 0.10
		t.Because += "; notes of commentary stand between"
	}
	if r.gap {
		t.Evidence.GapBefore = true
		doubt("a number is missing before it, and the lost note may be what it means")
	}
	r.disordered(pick, t, doubt)
	a := r.a.Cited(pick)
	if a != nil && a.Kind == article.Crossref {
		t.Evidence.CrossrefOnly = true
		doubt("that note only refers to another")
	}
	if a != nil && len(a.URLs) == 0 {
		if root, ok := r.target(pick); ok {
			a = r.a.Cited(root) // an Ibid. before it gives no address
		}
	}
	if a != nil && len(c.URLs) > 0 && len(a.URLs) > 0 && !sharesURL(c, a) {
		t.Evidence.OtherURL = true
		doubt("it gives another address")
	}
}

// disordered doubts an Ibid. in a note whose number follows that of another
// note than the one that stands before it: a paragraph may have been moved.
func (r *resolver) disordered(pick article.Ref, t *article.Target, doubt func(string)) {
	if r.follows < 0 {
		return
	}
	note := &r.a.Notes[r.follows]
	t.Evidence.ByNumber = note.Number
	doubt("by its number it follows note " + note.Number)
	picked, _ := r.target(pick)
	seen := map[article.Ref]bool{picked: true}
	for _, c := range t.Candidates {
		seen[c.Ref] = true
	}
	because := "cited in note " + note.Number + ", the one before it by number"
	for i := len(note.Citations) - 1; i >= 0 && len(t.Candidates) < mostCandidates; i-- {
		root, ok := r.target(article.Ref{Note: r.follows, Citation: i})
		if note.Citations[i].Kind == article.Commentary || !ok || seen[root] {
			continue
		}
		seen[root] = true
		t.Candidates = append(t.Candidates, article.Candidate{Ref: root, Score: 0.4, Because: because})
	}
}

func sharesURL(a, b *article.Citation) bool {
	for _, u := range a.URLs {
		for _, v := range b.URLs {
			x, y := bareURL(u.Address), bareURL(v.Address)
			if x == y || strings.Contains(x, y) || strings.Contains(y, x) {
				return true
			}
		}
	}
	return false
}
