package unfold

import (
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
)

// unfolder walks an article; works are the full citations asked for so far.
type unfolder struct {
	a     *article.Article
	works map[article.Ref]*work
}

// note cuts a note into pieces, in order and without gaps.
func (u *unfolder) note(n int) []Piece {
	note := &u.a.Notes[n]
	text := note.Text.String
	var out []Piece
	at := 0
	same := func(to, citation int) {
		if to > at {
			out = append(out, Piece{Outcome: Same, Citation: citation, Source: text[at:to], Text: cut(note, at, to)})
			at = to
		}
	}
	for c := range note.Citations {
		cited := &note.Citations[c]
		if cited.Start < at || cited.End <= cited.Start || cited.End > len(text) {
			continue // one more number of "see notes 3–5", which is one piece
		}
		same(cited.Start, -1)
		ref := article.Ref{Note: n, Citation: c}
		switch {
		case cited.Kind == article.Commentary:
			same(cited.End, -1)
		case cited.Kind == article.Crossref:
			out = append(out, u.crossref(ref, cited))
		case cited.Kind.IsBackReference():
			out = append(out, u.back(ref, cited))
		case cited.Back.Device == article.IdemDevice:
			out = append(out, u.idem(ref, cited))
		default:
			same(cited.End, c)
		}
		at = cited.End
	}
	same(len(text), -1)
	return out
}

// kept starts a piece that stays as it stands.
func (u *unfolder) kept(ref article.Ref, c *article.Citation, o Outcome, why string) Piece {
	note := &u.a.Notes[ref.Note]
	return Piece{Outcome: o, Citation: ref.Citation, Source: note.Text.String[c.Start:c.End], Text: cut(note, c.Start, c.End), Why: why}
}

// back writes out an Ibid. or a short form.
func (u *unfolder) back(ref article.Ref, c *article.Citation) Piece {
	t := c.Target
	switch {
	case t == nil:
		why := c.Unresolved
		if why == "" {
			why = "nothing fits it"
		}
		return u.kept(ref, c, Unresolved, why)
	case u.a.Cited(t.Ref) == nil:
		return u.kept(ref, c, Unresolved, "it leads to "+u.a.Where(t.Ref)+", which cites no work")
	}
	w := u.work(t.Ref)
	r := readReference(c)
	full := w.cite(r.place, c.Locator)
	if t.Ambiguous {
		p := u.kept(ref, c, Ambiguous, t.Because)
		p.Works = []Work{{Ref: t.Ref, Where: u.a.Where(t.Ref), Text: full}}
		return p
	}
	note := &u.a.Notes[ref.Note]
	p := Piece{Outcome: Unfolded, Citation: ref.Citation, Source: note.Text.String[c.Start:c.End], Why: t.Because, Works: []Work{{Ref: t.Ref, Where: u.a.Where(t.Ref)}}}
	p.Text = append(p.Text, cut(note, c.Start, c.Start+r.lead)...)
	p.Text = append(p.Text, full...)
	if r.rest < len(c.Text) {
		p.Text = append(p.Text, Run{Text: r.join})
		p.Text = append(p.Text, cut(note, c.Start+r.rest, c.End)...)
	}
	p.Text = stop(p.Text, c.Text, note.Text.String[c.End:])
	return p
}

// idem puts the names in the place of idem before a work of its own.
func (u *unfolder) idem(ref article.Ref, c *article.Citation) Piece {
	note := &u.a.Notes[ref.Note]
	runs, ok := nameIdem(cut(note, c.Start, c.End), c)
	if !ok {
		return u.kept(ref, c, Unresolved, "no author is named before it")
	}
	p := Piece{Outcome: Unfolded, Citation: ref.Citation, Source: note.Text.String[c.Start:c.End], Text: runs, Why: "the author of the citation before it"}
	if c.Antecedent != nil {
		p.Works = []Work{{Ref: *c.Antecedent, Where: u.a.Where(*c.Antecedent)}}
	}
	return p
}

// crossref keeps a reference to a note and says what that note holds.
func (u *unfolder) crossref(ref article.Ref, c *article.Citation) Piece {
	cs := u.a.Notes[ref.Note].Citations
	p := u.kept(ref, c, Pointed, "")
	for k := ref.Citation; k < len(cs) && cs[k].Start == c.Start; k++ {
		t := cs[k].Target
		if t == nil || cs[k].Antecedent == nil {
			p.Outcome, p.Why = Unresolved, cs[k].Unresolved
			continue
		}
		p.Why = t.Because
		named := *cs[k].Antecedent
		named.Citation = -1
		p.Works = append(p.Works, Work{Ref: named, Where: u.a.Where(named), Text: u.held(named)})
	}
	if p.Outcome == Unresolved && p.Why == "" {
		p.Why = "there is no such note"
	}
	return p
}

// held is what a note holds, for a reader who is sent there: its works, or
// the beginning of its prose.
func (u *unfolder) held(ref article.Ref) []Run {
	note := u.a.NoteOf(ref)
	if note == nil {
		return nil
	}
	var out []Run
	size := 0
	for i := range note.Citations {
		c := &note.Citations[i]
		at := article.Ref{Part: ref.Part, Note: ref.Note, Citation: i}
		var runs []Run
		switch {
		case c.Kind == article.Full:
			runs = u.work(at).runs
		case c.Kind == article.Commentary || c.Target == nil || c.Target.Ambiguous || c.Kind == article.Crossref || u.a.Cited(inPart(c.Target.Ref, at)) == nil:
			runs = clip(cut(note, c.Start, c.End), maxProse)
		default:
			runs = u.work(inPart(c.Target.Ref, at)).cite(readReference(c).place, c.Locator)
		}
		if i > 0 {
			runs = append([]Run{{Text: "; "}}, runs...)
		}
		out = append(out, runs...)
		if size += len(Plain(runs)); size > maxWork {
			return clip(out, maxWork)
		}
	}
	return out
}

// inPart is a target of a citation at from, as the article under work names
// it: an earlier part calls its own notes part 0.
func inPart(target, from article.Ref) article.Ref {
	if target.Part == 0 {
		target.Part = from.Part
	}
	return target
}

// stop ends what stands for a citation as the citation ended: with a full stop
// only where it had one, or where nothing follows that ends the sentence.
func stop(runs []Run, source, after string) []Run {
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(source, "”\"’'»)]』」 "))
	if end != '.' && end != '。' || strings.HasPrefix(strings.TrimLeft(after, " "), ";") {
		return runs
	}
	last := strings.TrimRight(Plain(runs[max(0, len(runs)-2):]), "”\"’'»)]』」 ")
	if strings.HasSuffix(last, ".") || strings.HasSuffix(last, "。") || strings.HasSuffix(last, "?") || strings.HasSuffix(last, "!") {
		return runs
	}
	return append(runs, Run{Text: string(end)})
}
