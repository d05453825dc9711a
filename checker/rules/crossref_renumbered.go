package rules

import (
	"slices"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/checker/versions"
	"ibid/parser/article"
	"ibid/parser/document"
)

// CrossrefRenumbered finds "see note 5" whose note has got another number
// since the earlier version of the article.
var CrossrefRenumbered = &checker.Rule{ID: "crossref-renumbered", Group: checker.Backref, Severity: checker.Error, Compares: true, Doc: checker.Doc{
	Title: "The note that is referred to has another number now",
	Text: "A note sends the reader to another one by its number, as it did in the earlier version of the article. Since then notes were added, moved or deleted. The note that " +
		"was meant has another number now, and the reference was not changed with it.",
	Do:     "Put in the new number.",
	Quiet:  "Numbers that were wrong before: the rule crossref-mismatch names them.",
	Before: "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: On the tides of this coast see note 1 above.",
	Bad:    "C.[^1] A.[^2] B.[^3]\n\n[^1]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^3]: On the tides of this coast see note 1 above.",
	Good:   "C.[^1] A.[^2] B.[^3]\n\n[^1]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^2]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^3]: On the tides of this coast see note 2 above.",
	Basis:  "CMOS 17, 14.31; Bluebook R. 3.5 and 4.2(a)",
}, Supersedes: []string{"crossref-out-of-range", "crossref-mismatch", "crossref-stale", "crossref-self", "short-form-unresolved"}, Run: run(renumbered)}

func renumbered(r *checker.Report) []checker.Finding {
	if r.Versions == nil {
		return nil
	}
	x := renumbering{m: r.Versions, now: newPrinted(r.Article), before: newPrinted(r.Versions.Before)}
	var found []checker.Finding
	for ref, c := range r.Article.Citations() {
		if f, ok := x.judge(ref, c); ok {
			found = append(found, f)
		}
	}
	return found
}

type renumbering struct {
	m           *versions.Matching
	now, before printed
}

func (x renumbering) judge(ref article.Ref, c *article.Citation) (f checker.Finding, ok bool) {
	a := x.m.Now
	if !pointsByNumber(c) {
		return f, false
	}
	was, ok := x.m.Earlier(ref)
	old := x.m.Before.Cited(was)
	if !ok || old == nil || !pointsByNumber(old) || !slices.Equal(old.Back.Notes, c.Back.Notes) || old.Target != nil && old.Target.Evidence.WrongNumber != "" {
		return f, false
	}
	label := c.Back.Notes[0]
	meant := x.before.note(was.Note, label)
	if meant < 0 {
		return f, false
	}
	at := x.now.note(ref.Note, label)
	to, kept := x.m.NowNote(meant)
	if !kept {
		return x.gone(ref, c, label, at)
	}
	right := x.now.label(to)
	if to == at || right == label || right == "" {
		return f, false
	}
	from, here := x.now.label(ref.Note), "there is no note "+label
	if at >= 0 {
		here = "note " + label + " is now another one"
	}
	f = checker.At(a, ref, "Note %s refers to note %s, which has become note %s since the earlier version; %s.", from, label, right, here)
	f.Help = "Write note " + right + "."
	f.Confidence = 0.9
	f.Evidence = evidence("note "+right, ellipsis(a.Notes[to].Text.String))
	if span, ok := numberSpan(a, ref, c, label); ok {
		f.Span = span
	}
	f.Fixes = x.fixes(ref)
	return f, true
}

// gone tells of a reference to a note that was deleted, where its number has
// gone to a note that bore another.
func (x renumbering) gone(ref article.Ref, c *article.Citation, label string, at int) (f checker.Finding, ok bool) {
	if at < 0 {
		return f, false // crossref-out-of-range tells of it
	}
	if _, ok := x.m.EarlierNote(at); !ok {
		return f, false // perhaps the same note, written anew
	}
	f = checker.At(x.m.Now, ref, "Note %s refers to note %s, which was deleted since the earlier version; note %s is now another one.", x.now.label(ref.Note), label, label)
	if span, ok := numberSpan(x.m.Now, ref, c, label); ok {
		f.Span = span
	}
	f.Help = "Refer to another note, or delete the reference."
	f.Confidence = 0.9
	f.Evidence = evidence("note "+label, ellipsis(x.m.Now.Notes[at].Text.String))
	return f, true
}

// fixes writes the right numbers of all notes that a reference names: "notes 3
// and 4" is one reference, and only its first citation has the fix. Where a
// number can't be found, as in a range, nothing is proposed unless all
// numbers move by as much.
func (x renumbering) fixes(ref article.Ref) []checker.Fix {
	a := x.m.Now
	cs := a.Notes[ref.Note].Citations
	first := cs[ref.Citation]
	if ref.Citation > 0 && cs[ref.Citation-1].Start == first.Start {
		return nil
	}
	class := checker.Safe
	if x.now.byPlace {
		class = checker.Suggest // the number is the renderer's, not the source's
	}
	var edits []checker.Edit
	var written []string
	moved, lost := map[int]bool{}, false
	for k := ref.Citation; k < len(cs) && cs[k].Start == first.Start; k++ {
		label, right, ok := x.right(article.Ref{Note: ref.Note, Citation: k}, &cs[k])
		if !ok {
			return nil
		}
		from, plain := number(label)
		to, also := number(right)
		if !plain || !also {
			return nil
		}
		moved[to-from] = true
		span, found := x.numberAt(ref.Note, &cs[k], label)
		if !found {
			lost = true
			continue
		}
		written = append(written, right)
		edits = append(edits, checker.Edit{Span: span, Text: right})
	}
	if len(edits) == 0 || lost && (len(moved) > 1 || len(edits) < 2) {
		return nil
	}
	return []checker.Fix{{Description: "Write " + list(written), Class: class, Edits: edits}}
}

// right is the number that a reference writes and the one that its note has now.
func (x renumbering) right(ref article.Ref, c *article.Citation) (label, right string, ok bool) {
	was, ok := x.m.Earlier(ref)
	old := x.m.Before.Cited(was)
	if !ok || old == nil || len(c.Back.Notes) != 1 || !slices.Equal(old.Back.Notes, c.Back.Notes) {
		return "", "", false
	}
	label = c.Back.Notes[0]
	to, ok := x.m.NowNote(x.before.note(was.Note, label))
	if !ok {
		return "", "", false
	}
	return label, x.now.label(to), true
}

// numberAt is where a number stands in the words of a reference, once.
func (x renumbering) numberAt(note int, c *article.Citation, label string) (span document.Span, ok bool) {
	n := &x.m.Now.Notes[note]
	if c.Start < 0 || c.End > n.Text.Len() || c.Start > c.End || c.Back.Word == "" {
		return span, false
	}
	words := n.Text.String[c.Start:c.End]
	from := strings.Index(words, c.Back.Word)
	if from < 0 {
		return span, false
	}
	at := -1
	for i := 0; i < len(c.Back.Word); {
		if !isDigit(c.Back.Word[i]) {
			i++
			continue
		}
		end := i
		for end < len(c.Back.Word) && isDigit(c.Back.Word[end]) {
			end++
		}
		if c.Back.Word[i:end] == label {
			if at >= 0 {
				return span, false
			}
			at = i
		}
		i = end
	}
	if at < 0 {
		return span, false
	}
	at += c.Start + from
	return n.Text.Span(at, at+len(label)), true
}

// printed knows the numbers of notes as readers see them. Where Markdown's
// labels are names, it prints numbers by place.
type printed struct {
	a       *article.Article
	index   map[scopedLabel]int
	byPlace bool
}

func newPrinted(a *article.Article) printed {
	return printed{a: a, index: notesByScope(a), byPlace: newNoteLabels(a).names}
}

// label is the number that readers see at a note.
func (p printed) label(n int) string {
	if p.byPlace {
		return strconv.Itoa(n + 1)
	}
	return p.a.Notes[n].Number
}

// note is the note with a number, seen from another one; -1 where none or
// several have it.
func (p printed) note(from int, label string) int {
	if p.byPlace {
		if v, ok := number(label); ok && v >= 1 && v <= len(p.a.Notes) {
			return v - 1
		}
		return -1
	}
	if n, ok := p.index[scopedLabel{p.a.Notes[from].ScopeIndex, label}]; ok {
		return n
	}
	return -1
}
