package docx

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/document"
)

// assemble numbers the references in reading order and puts each note behind
// the block that calls it, endnotes behind everything.
func (r *reading) assemble(body []document.Block, notes [2]map[string][]document.Block) {
	a := assembly{r: r, notes: notes, taken: map[string]bool{}}
	r.doc.Blocks = make([]document.Block, 0, len(body)+len(notes[footnote])+len(notes[endnote]))
	for i := range body {
		a.add(body[i])
	}
	for i := 0; i < len(a.last); i++ { // a note may call another one
		a.note(a.last[i], endnote)
	}
	r.number()
}

// assembly is the Document being put together.
type assembly struct {
	r        *reading
	notes    [2]map[string][]document.Block
	counters [2]counter
	taken    map[string]bool
	last     []string // endnotes that were called, in order
	waiting  []string // footnotes that the notes before call
}

// add adds a block, and the footnotes that it calls.
func (a *assembly) add(b document.Block) {
	var called []string
	for i := range b.Runs {
		key := b.Runs[i].NoteRef
		c := a.r.calls[key]
		if key == "" || c == nil {
			continue
		}
		if !a.taken[key] {
			a.taken[key] = true
			a.mark(c)
			if c.kind == endnote {
				a.last = append(a.last, key)
			} else {
				called = append(called, key)
			}
		}
		if !c.custom {
			b.Runs[i].Text = document.Unit(c.mark, b.Runs[i].Text.All())
		}
	}
	a.r.doc.Blocks = append(a.r.doc.Blocks, b)
	if a.waiting = append(a.waiting, called...); b.Note != "" {
		return
	}
	for i := 0; i < len(a.waiting); i++ {
		a.note(a.waiting[i], footnote)
	}
	a.waiting = nil
}

// mark gives a note its number.
func (a *assembly) mark(c *call) {
	if c.custom {
		return
	}
	n := a.r.numbering(c)
	c.mark = label(a.counters[c.kind].take(n, c.section), n.format)
}

// numbering is how the notes of a call's kind are numbered in its section.
func (r *reading) numbering(c *call) numbering {
	if c.section < len(r.sections) {
		return r.sections[c.section][c.kind].or(r.whole[c.kind])
	}
	return r.whole[c.kind]
}

// note adds the blocks of a note that was called.
func (a *assembly) note(key string, kind noteKind) {
	c := a.r.calls[key]
	blocks := a.notes[kind][key]
	scope := a.scope(c)
	for i := range blocks {
		b := blocks[i]
		b.Label, b.Scope = c.mark, scope
		switch {
		case i > 0:
		case c.custom:
			b.Runs = withoutMark(b.Runs, c.mark)
		case a.r.typed[key]:
			b.Runs = withoutMark(b.Runs, typedMark(b.Runs, c.mark))
		}
		a.add(b)
	}
}

// scope names the stretch in which the numbers of a note's kind run through.
func (a *assembly) scope(c *call) string {
	switch {
	case c.kind == endnote && len(a.notes[footnote]) > 0:
		if a.r.numbering(c).restart == "eachSect" {
			return "endnotes of section " + strconv.Itoa(c.section+1)
		}
		return "endnotes"
	case a.r.numbering(c).restart == "eachSect":
		return "section " + strconv.Itoa(c.section+1)
	}
	return ""
}

// typedMark is the number of a note as its author typed it at the start of the
// note, with the stop behind it: above the line, or with a stop, bracket or tab. It
// is "" where the note begins otherwise.
func typedMark(runs []document.Run, mark string) string {
	for i := range runs {
		text := strings.TrimLeft(runs[i].Text.String, " \t\u00a0")
		if text == "" {
			continue
		}
		rest, ok := strings.CutPrefix(text, mark)
		switch {
		case !ok:
			return ""
		case runs[i].Style.Has(document.Superscript) && strings.TrimSpace(rest) == "":
			return mark
		case rest != "" && strings.ContainsAny(rest[:1], ".)\t") && (len(rest) == 1 || rest[1] == ' ' || rest[0] == '\t'):
			return mark + rest[:1]
		}
		return ""
	}
	return ""
}

// withoutMark takes the sign off with which the author began a note.
func withoutMark(runs []document.Run, mark string) []document.Run {
	mark = strings.TrimSpace(mark)
	var text strings.Builder
	for i := range runs {
		text.WriteString(runs[i].Text.String)
		if text.Len() > len(mark)+maxMark {
			break
		}
	}
	lead := strings.TrimLeft(text.String(), " \t\u00a0")
	if mark == "" || !strings.HasPrefix(lead, mark) {
		return runs
	}
	drop := text.Len() - len(lead) + len(mark)
	out := make([]document.Run, 0, len(runs))
	for _, run := range runs {
		n := min(drop, run.Text.Len())
		drop -= n
		if run.Text = run.Text.Slice(n, run.Text.Len()); !run.Text.Empty() {
			out = append(out, run)
		}
	}
	return out
}

// number tells the source which paragraph is which, so that a position can
// name it: a Word document has no lines.
func (r *reading) number() {
	var marks []document.Mark
	links := map[string][]document.Mark{}
	n := 0
	for i := range r.doc.Blocks {
		b := &r.doc.Blocks[i]
		if b.Span.Part != r.main || b.Region == document.Chrome {
			continue
		}
		n++
		if len(marks) == 0 || b.Span.Start > marks[len(marks)-1].At {
			marks = append(marks, document.Mark{At: b.Span.Start, Paragraph: n})
		}
		for k := range b.Runs {
			at := b.Runs[k].Text.All()
			marks = append(marks, document.Mark{At: at.Start, Paragraph: n})
			if h := b.Runs[k].Href.All(); h.Part != "" && h.Part != r.main {
				links[h.Part] = append(links[h.Part], document.Mark{At: h.Start, Paragraph: n})
			}
		}
	}
	links[r.main] = marks
	for part, list := range links {
		slices.SortStableFunc(list, func(x, y document.Mark) int { return cmp.Compare(x.At, y.At) })
		r.c.Source.Number(part, list)
	}
}
