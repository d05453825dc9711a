package html

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ibid/parser/document"
)

// beside is an inline element that may hold a note at its marker: a side-note,
// the text that pops up over a number. It keeps the paragraph around it.
type beside struct {
	block   *document.Block
	extra   extra
	text    []piece
	anchors []string
	started int
	after   []noted
	raised  document.Style // what the text around it is raised by
	tag     document.Span  // its start tag, where the page prints a number of its own
	inside  []noted        // the blocks read in it so far
}

// noted is a block with what the reader knows of it.
type noted struct {
	block document.Block
	extra extra
}

// besideKey starts the keys of notes that stand at their markers. An id has no space.
const besideKey = "beside "

// opensBeside says whether an element inside a paragraph may be a note: its name
// or class speaks of notes, and words of the paragraph stand before it.
func (b *builder) opensBeside(name string, a attributes, classes []string) bool {
	if b.block == nil || b.top().skip || isBlock(name) || isVoid(name) || len(b.asides) == 0 && b.top().inNotes || len(b.asides) > 0 && !b.wrapped() {
		return false
	}
	switch name {
	case "a", "sup", "sub", "button", "label", "input", "img":
		return false
	case "d-footnote", "foot-note", "side-note", "footnote", "fn", "sidenote":
		return b.hasWords()
	}
	if strings.Contains(a.role, "tooltip") || strings.Contains(strings.ToLower(a.class), "tooltip") {
		if i := lastText(b.text); i >= 0 && isLabel(b.text[i].text.Text().String) {
			return true
		}
	}
	said := slices.ContainsFunc(classes, besideClass) || strings.Contains(a.role, "tooltip") && noteWord(a.id) || strings.Contains(a.role, "doc-footnote")
	return said && (b.hasWords() || len(b.asides) > 0)
}

// wrapped says whether the element set aside holds nothing but a label so far: it
// may be one around marker and note both.
func (b *builder) wrapped() bool {
	s := b.asides[len(b.asides)-1]
	return b.startsBeside() && len(b.asides) == 1 && len(s.inside) == 0 && ownLabel(b.text) != "" && !besideText(b.text)
}

// unwrap takes back that the element around marker and note is the note.
func (b *builder) unwrap() {
	s := b.asides[0]
	for i := range b.stack {
		if o := &b.stack[i]; o.beside == s {
			o.beside = nil
		}
	}
	b.splice(s)
}

// besideClass says whether a class is one of notes that stand at their markers.
// Notes in the margin without a number, "marginnote", are text of the page, and
// what speaks of notes in the plural counts them or holds a list of them.
func besideClass(c string) bool {
	c = strings.ToLower(c)
	for _, part := range [...]string{"ref", "count", "link", "toggle", "icon", "button", "back", "close", "notes", "margin"} {
		if strings.Contains(c, part) && !strings.HasPrefix(c, "modern-footnotes") {
			return false
		}
	}
	if strings.HasSuffix(c, "number") || strings.HasSuffix(c, "label") || strings.HasSuffix(c, "mark") || strings.HasSuffix(c, "marker") || strings.HasSuffix(c, "anchor") {
		return false
	}
	for _, word := range [...]string{"footnote", "foot-note", "sidenote", "side-note", "endnote", "fussnote", "fußnote"} {
		if strings.Contains(c, word) {
			return true
		}
	}
	return c == "fn-text" || c == "fn-content" || c == "fn-body"
}

// looked is how many runs, and bytes of each, are looked at before a note.
const looked = 64

// hasWords says whether the open block has text that is more than a label.
func (b *builder) hasWords() bool {
	letters := 0
	for i := range b.text[:min(len(b.text), looked)] {
		s := b.text[i].text.Text().String
		for _, r := range s[:min(len(s), looked)] {
			if unicode.IsLetter(r) {
				if letters++; letters > 2 {
					return true
				}
			}
		}
	}
	return false
}

// beginBeside sets the open paragraph aside.
func (b *builder) beginBeside(o *open, id string, tag document.Span) {
	var own []string
	if n := len(b.anchors); id != "" && n > 0 {
		own, b.anchors = []string{id}, b.anchors[:n-1]
	}
	if len(b.asides) > 0 {
		b.unwrap()
	}
	s := &beside{
		block: b.block, extra: b.extra, text: b.text, anchors: b.anchors, started: b.started, after: b.after,
		raised: o.style & document.Superscript, tag: tag,
	}
	b.block, b.text, b.anchors, b.after, b.started = nil, nil, own, nil, tag.Start
	o.beside, o.note, o.noteRef, o.kind, o.inNotes = s, "", "", document.NoteBody, true
	o.style &^= document.Superscript
	b.asides = append(b.asides, s)
}

// startsBeside says whether a note at its marker has just begun: a number of its
// own is told from its words by the elements that they stand in.
func (b *builder) startsBeside() bool {
	const few = 4 // runs
	return len(b.asides) > 0 && len(b.text) < few
}

// closeBeside ends a note that was left open in a block that now ends.
func (b *builder) closeBeside(name string, at int) {
	if len(b.asides) == 0 || b.counts[name] == 0 {
		return
	}
	for i, o := range slices.Backward(b.stack) {
		if o.name == name {
			return
		}
		if o.beside != nil {
			b.popTo(i, at)
			return
		}
	}
}

// endBeside goes on with the paragraph. What holds no words was a marker or the
// like and is part of it.
func (b *builder) endBeside(s *beside) {
	if len(s.inside) > 0 || besideText(b.text) {
		number := ownLabel(b.text)
		if p := lastText(s.text); p >= 0 && s.text[p].run.NoteRef == "" {
			if shown := s.text[p].text.Text().String; isLabel(shown) {
				number = bareLabel(shown)
			}
		}
		b.text = dropLabel(b.text, number)
		b.flush()
		anchors := b.anchors
		b.restore(s)
		b.keepBeside(s, number, anchors)
		return
	}
	b.splice(s)
}

// splice gives what was read in an element back to the paragraph around it.
func (b *builder) splice(s *beside) {
	pieces, anchors, after := b.text, b.anchors, b.after
	if b.block != nil {
		anchors = append(b.block.Anchors.IDs(), anchors...)
	}
	b.restore(s)
	anchors = append(b.anchors, anchors...)
	b.anchors = nil
	for i := range pieces {
		pieces[i].run.Style |= s.raised
		if i == 0 {
			pieces[i].run.Anchors = document.AnchorsOf(anchors).And(pieces[i].run.Anchors)
			anchors = nil
		}
		b.block.Span = b.block.Span.Cover(pieces[i].text.Text().All())
	}
	b.anchors, b.after = anchors, append(b.after, after...)
	b.text = append(b.text, pieces...)
	b.apart = true
}

// restore makes the paragraph around a note the open block again.
func (b *builder) restore(s *beside) {
	b.asides = b.asides[:len(b.asides)-1]
	b.block, b.extra, b.text, b.anchors, b.started, b.after = s.block, s.extra, s.text, s.anchors, s.started, s.after
}

// keepBeside makes a note of what was read in an element, and finds its marker.
func (b *builder) keepBeside(s *beside, number string, anchors []string) {
	key := b.besideKey()
	number = b.besideMarker(key, number, s.tag)
	for i := range s.inside {
		n := &s.inside[i]
		if n.block.Beside {
			continue // a note of its own in this one
		}
		n.block.Kind, n.block.Note, n.block.Label, n.block.Beside, n.extra.note = document.NoteBody, key, number, true, ""
		if i == 0 {
			n.block.Anchors = n.block.Anchors.And(document.AnchorsOf(anchors))
		}
	}
	b.after = append(b.after, s.inside...)
}

func (b *builder) besideKey() string {
	b.notes++
	return besideKey + strconv.Itoa(b.notes)
}

// besideMarker gives the note just read its marker: the label that ends the text
// before it, or a number where the page's style sheet prints one. It returns
// the note's number.
func (b *builder) besideMarker(key, number string, tag document.Span) string {
	if i := lastText(b.text); i >= 0 {
		p := &b.text[i]
		if s := p.text.Text().String; p.run.NoteRef == "" && isLabel(s) {
			p.run.NoteRef = key
			return bareLabel(s)
		}
	}
	if number == "" {
		b.counted++
		number = strconv.Itoa(b.counted)
	}
	b.apart = true
	b.addPiece(document.Unit(number, tag), false)
	run := &b.text[len(b.text)-1].run
	run.NoteRef, run.Style = key, document.Superscript|document.Hidden
	return number
}

// lastText is the last piece that is not blank, or -1.
func lastText(pieces []piece) int {
	for i, p := range slices.Backward(pieces) {
		if i < len(pieces)-looked {
			break
		}
		if strings.TrimSpace(p.text.Text().String) != "" {
			return i
		}
	}
	return -1
}

// besideText says whether there are words that are not all links on the page.
func besideText(pieces []piece) bool {
	letters := 0
	for i := range pieces {
		if strings.HasPrefix(pieces[i].run.Href.String(), "#") || pieces[i].run.Backlink {
			continue
		}
		for _, r := range pieces[i].text.Text().String {
			if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	return letters > 1
}

// ownLabel is the number that a note starts with, where it is set apart.
func ownLabel(pieces []piece) string {
	for i := range pieces {
		if s := pieces[i].text.Text().String; strings.TrimSpace(s) != "" {
			if isLabel(s) {
				return bareLabel(s)
			}
			break
		}
	}
	return ""
}

// bareLabel is a label without what stands around it.
func bareLabel(s string) string { return strings.Trim(s, " \t\r\n\u00a0[]().:") }

// dropLabel takes a note's own number off its start, as often as it is there.
func dropLabel(pieces []piece, number string) []piece {
	for number != "" && len(pieces) > 0 {
		t := pieces[0].text.Text()
		rest := strings.TrimLeft(t.String, " \t\r\n\u00a0[(.:])")
		after, ok := strings.CutPrefix(rest, number)
		if ok && after != "" && (unicode.IsLetter(rune(after[0])) || unicode.IsDigit(rune(after[0]))) {
			ok = false // "1st", "12"
		}
		switch {
		case rest == "":
			pieces = pieces[1:]
		case !ok:
			if rest != t.String {
				pieces[0].text = document.Builder{}
				pieces[0].text.Append(t.Slice(len(t.String)-len(rest), len(t.String)))
			}
			return pieces
		default:
			pieces[0].text = document.Builder{}
			pieces[0].text.Append(t.Slice(len(t.String)-len(after), len(t.String)))
		}
	}
	return pieces
}
