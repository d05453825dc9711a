package unfold

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
)

// Note is one note with its back-references written out.
type Note struct {
	// Index is the note's place in Article.Notes; ID and Number are its.
	Index      int
	ID, Number string
	// Pieces are the whole note in order.
	Pieces []Piece
}

// String is the note as plain text, marks in square brackets.
func (n *Note) String() string {
	var b strings.Builder
	for i := range n.Pieces {
		b.WriteString(Plain(n.Pieces[i].Text))
		b.WriteString(Plain(n.Pieces[i].Mark()))
	}
	return b.String()
}

// Outcome says what became of a stretch of a note.
type Outcome string

// The outcomes.
const (
	Same       Outcome = "same"       // prose or a full citation, as it stands
	Unfolded   Outcome = "unfolded"   // a back-reference, written out
	Pointed    Outcome = "pointed"    // a cross-reference, kept, with what it points at behind it
	Ambiguous  Outcome = "ambiguous"  // kept: it can be read in two ways
	Unresolved Outcome = "unresolved" // kept: nothing fits it
)

// Kept says whether a back-reference could not be written out.
func (o Outcome) Kept() bool { return o == Ambiguous || o == Unresolved }

// Piece is a stretch of a note.
type Piece struct {
	Outcome Outcome
	// Citation is an index in the note's Citations, -1 for prose.
	Citation int
	// Source is the stretch as the article has it, Text what stands for it now.
	Source string
	Text   []Run
	// Why is the reason for the target, or for having none.
	Why string
	// Works are what a cross-reference points at, or the best guess of an
	// ambiguous back-reference; for an unfolded one, the work without its text.
	Works []Work
}

// Work is a place that a piece refers to.
type Work struct {
	Ref article.Ref
	// Where names the note: "note 4".
	Where string
	Text  []Run
}

// Run is text in one style.
type Run struct {
	Text  string
	Style document.Style
	Href  string // the target of a link, or ""
}

// Plain is the text of runs without style.
func Plain(runs []Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Mark is what is shown behind a piece, in square brackets: what a
// cross-reference points at, or why a back-reference was kept. It is empty for
// pieces that need none.
func (p *Piece) Mark() []Run {
	var out []Run
	say := func(s string) { out = append(out, Run{Text: s}) }
	works := func(prefix string) {
		for i, w := range p.Works {
			if i > 0 {
				say("; ")
			}
			say(prefix + w.Where + ": ")
			out = append(out, w.Text...)
		}
	}
	switch {
	case p.Outcome == Pointed && len(p.Works) > 0:
		say(" [")
		works("")
	case p.Outcome == Ambiguous:
		say(" [ambiguous: " + p.Why)
		if len(p.Works) > 0 {
			say("; perhaps ")
			works("")
		}
	case p.Outcome == Unresolved:
		say(" [not resolved: " + p.Why)
	default:
		return nil
	}
	say("]")
	return out
}

// Notes writes out all notes of an article, in their order.
func Notes(a *article.Article) []Note {
	u := unfolder{a: a, works: map[article.Ref]*work{}}
	out := make([]Note, len(a.Notes))
	for n := range a.Notes {
		out[n] = Note{Index: n, ID: a.Notes[n].ID, Number: a.Notes[n].Number, Pieces: u.note(n)}
	}
	return out
}

// Counts says how many back-references of notes came to each outcome.
func Counts(notes []Note) map[Outcome]int {
	counts := map[Outcome]int{}
	for i := range notes {
		for k := range notes[i].Pieces {
			counts[notes[i].Pieces[k].Outcome]++
		}
	}
	return counts
}
