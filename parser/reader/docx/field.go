package docx

import (
	"strings"

	"ibid/parser/document"
)

// field is one that has begun (ECMA-376 part 1, 17.16): its instruction comes
// first, what it shows after.
type field struct {
	code   document.Builder
	shows  bool          // its instruction has ended
	href   document.Text // where it leads, or the field around it
	result int           // where its result begins
}

// fieldChar reads the begin, middle or end of a field.
func (w *walker) fieldChar() {
	switch n := len(w.fields); w.s.attr("fldCharType") {
	case "begin":
		w.fields = append(w.fields, field{href: w.fieldTarget()})
		w.instructing++
	case "separate":
		if n > 0 && !w.fields[n-1].shows {
			w.separate(&w.fields[n-1])
		}
	case "end":
		if n == 0 {
			return
		}
		if !w.fields[n-1].shows {
			w.separate(&w.fields[n-1])
		}
		w.cited(w.fields[n-1].code.Text(), document.Span{Start: w.fields[n-1].result, End: w.s.from, Part: w.s.part})
		w.fields = w.fields[:n-1]
	}
}

// separate ends a field's instruction.
func (w *walker) separate(f *field) {
	w.instructing--
	f.shows, f.result = true, w.s.to
	if t := hyperlinkField(f.code.Text()); !t.Empty() {
		f.href = t
	}
}

// instruction reads an instrText to its end.
func (w *walker) instruction() {
	s := w.s
	for depth := s.depth; !s.done && s.depth >= depth; {
		if n := len(w.fields); s.next() == chars && n > 0 && !w.fields[n-1].shows {
			w.fields[n-1].code.Append(decode(s.src[s.from:s.to], s.from, s.part))
		}
	}
}

// fieldTarget is where the innermost field leads, the zero Text if nowhere.
func (w *walker) fieldTarget() document.Text {
	if n := len(w.fields); n > 0 {
		return w.fields[n-1].href
	}
	return document.Text{}
}

// endInstructions gives up fields whose instruction does not end with its
// paragraph: its end was lost, and the text behind it must not be.
func (w *walker) endInstructions() {
	for n := len(w.fields); w.instructing > 0 && n > 0; n-- {
		if !w.fields[n-1].shows {
			w.instructing--
		}
		w.fields = w.fields[:n-1]
	}
}

// hyperlinkField is where a HYPERLINK field leads: to an address, to a place
// in the document (\l), or to a place behind an address.
func hyperlinkField(code document.Text) document.Text {
	args := arguments(code)
	if len(args) == 0 || !strings.EqualFold(args[0].String, "HYPERLINK") {
		return document.Text{}
	}
	var address, place document.Text
	for i := 1; i < len(args); i++ {
		switch arg := args[i]; strings.ToLower(arg.String) {
		case `\l`:
			if i++; i < len(args) {
				place = document.Concat(document.Unit("#", document.Span{Start: args[i].All().Start, End: args[i].All().Start, Part: args[i].All().Part}), args[i])
			}
		case `\o`, `\t`, `\s`:
			i++ // a tip, a frame
		default:
			if address.Empty() && !strings.HasPrefix(arg.String, `\`) {
				address = arg
			}
		}
	}
	return document.Concat(address, place)
}

// arguments splits an instruction at white space; quoted ones hold some.
func arguments(code document.Text) []document.Text {
	var out []document.Text
	s := code.String
	for i := 0; i < len(s); {
		switch s[i] {
		case ' ', '\t', '\r', '\n':
			i++
		case '"':
			n := strings.IndexByte(s[i+1:], '"')
			if n < 0 {
				n = len(s) - i - 1
			}
			out = append(out, code.Slice(i+1, i+1+n))
			i += n + 2
		default:
			n := strings.IndexAny(s[i:], " \t\r\n\"")
			if n < 0 {
				n = len(s) - i
			}
			out = append(out, code.Slice(i, i+n))
			i += n
		}
	}
	return out
}

// cited keeps what a reference manager stored in a field beside the citation
// that it shows: Zotero and Mendeley store CSL-JSON.
func (w *walker) cited(code document.Text, shown document.Span) {
	s := strings.TrimSpace(code.String)
	rest, ok := strings.CutPrefix(s, "ADDIN ")
	if !ok {
		return
	}
	manager := ""
	switch rest = strings.TrimSpace(rest); {
	case strings.HasPrefix(rest, "ZOTERO_ITEM"):
		manager = "zotero"
	case strings.HasPrefix(rest, "CSL_CITATION"):
		manager = "mendeley"
	}
	if at := strings.IndexByte(code.String, '{'); manager != "" && at >= 0 {
		w.r.doc.Stored = append(w.r.doc.Stored, document.Stored{Manager: manager, JSON: code.Slice(at, code.Len()).Trim(), Span: shown})
	}
}

// simpleField reads a fldSimple: its instruction is an attribute.
func (w *walker) simpleField(f flow) {
	s := w.s
	tag := s.src[s.from:s.to]
	code := attribute(tag, s.from, s.part, prefixed(tag, "instr"))
	if t := hyperlinkField(code); !t.Empty() {
		f.href = t
	}
	from := s.to
	w.content(f)
	w.cited(code, document.Span{Start: from, End: s.from, Part: s.part})
}

// prefixed is the name under which a tag has an attribute of WordprocessingML.
func prefixed(tag, name string) string {
	tag = strings.TrimLeft(tag, "</")
	if i := strings.IndexAny(tag, ": \t\r\n/>"); i >= 0 && tag[i] == ':' {
		return tag[:i+1] + name
	}
	return name
}
