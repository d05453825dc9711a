// Package readertest shows Documents to the tests of readers.
package readertest

import (
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// Outline is a line for each block: what it is, its number, and its text, in which
// _italics_, *bold type*, ^raised type, [links](to), {markers>note} and ids#so are
// marked.
//
//	note ftn1 1: Mara Ellingsworth, _Tide Tables_, 12.
func Outline(d *document.Document) []string {
	kinds := [...]string{"paragraph", "heading", "item", "cell", "quote", "code", "note"}
	var out []string
	for i := range d.Blocks {
		b := &d.Blocks[i]
		head := []string{kinds[b.Kind]}
		if b.Region == document.Chrome {
			head = append(head, "chrome")
		}
		if b.Level > 0 {
			head = append(head, strconv.Itoa(b.Level))
		}
		for _, s := range []string{b.Note, b.Label, b.Scope} {
			if s != "" {
				head = append(head, s)
			}
		}
		var text strings.Builder
		for k := range b.Runs {
			text.WriteString(run(&b.Runs[k]))
		}
		out = append(out, strings.TrimSpace(strings.Join(head, " ")+": "+text.String()))
	}
	return out
}

func run(r *document.Run) string {
	s := r.Text.String
	for _, m := range []struct {
		style document.Style
		mark  string
	}{{document.Italic, "_"}, {document.Bold, "*"}, {document.Monospace, "`"}} {
		if r.Style.Has(m.style) {
			s = m.mark + s + m.mark
		}
	}
	if !r.Href.Empty() {
		s = "[" + s + "](" + r.Href.String() + ")"
	}
	switch {
	case r.NoteRef != "":
		s = "{" + s + ">" + r.NoteRef + "}"
	case r.Style.Has(document.Superscript):
		s = "^" + s
	}
	if r.Style.Has(document.Hidden) {
		s = "(" + s + ")"
	}
	if r.Backlink {
		s = "<" + s
	}
	if len(r.Anchors.IDs()) > 0 {
		s = strings.Join(r.Anchors.IDs(), ",") + "#" + s
	}
	return s
}

var places = pattern.New(`\b(at|(?:foot|end)note n\w+) \d+`)

// Places is an outline's line without the places that keys of notes are made of.
func Places(line string) string { return places.ReplaceAllString(line, "$1 0") }
