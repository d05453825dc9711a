package docx

import (
	"encoding/base64"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// field is one that has begun (ECMA-376 part 1, 17.16): its instruction comes
// first, what it shows after.
type field struct {
	code   document.Builder
	shows  bool          // its instruction has ended
	href   document.Text // where it leads, or the field around it
	result int           // where its result begins
	data   string        // what is stored with it
}

// fieldChar reads the begin, middle or end of a field, to the end of its element.
func (w *walker) fieldChar() {
	kind, from := w.s.attr("fldCharType"), w.s.From
	data := w.fieldData()
	switch n := len(w.fields); kind {
	case "begin":
		w.fields = append(w.fields, field{href: w.fieldTarget(), data: data})
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
		w.cited(&w.fields[n-1], document.Span{Start: w.fields[n-1].result, End: from, Part: w.s.Part})
		w.fields = w.fields[:n-1]
	}
}

// fieldData reads a fldChar to its end: what programs store there, in base64.
func (w *walker) fieldData() string {
	data := ""
	w.s.Children(func() {
		if !w.s.is("fldData") {
			w.s.Skip()
			return
		}
		plain, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(w.s.Text(2*maxRecord)), ""))
		if err == nil {
			data = strings.TrimRight(string(plain), "\x00")
		}
	})
	return data
}

// separate ends a field's instruction.
func (w *walker) separate(f *field) {
	if w.instructing--; w.instructing == 0 {
		w.held = nil
	}
	f.shows, f.result = true, w.s.To
	if t := hyperlinkField(f.code.Text()); !t.Empty() {
		f.href = t
	}
}

// instruction reads an instrText to its end.
func (w *walker) instruction() {
	s := w.s
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if n := len(w.fields); s.Next() == markup.Chars && n > 0 && !w.fields[n-1].shows {
			w.fields[n-1].code.Append(markup.Decode(s.Src[s.From:s.To], s.From, s.Part))
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
	for _, h := range w.held {
		w.add(h.text, h.flow, h.style, "")
	}
	w.held = nil
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

// simpleField reads a fldSimple: its instruction is an attribute.
func (w *walker) simpleField(f flow) {
	s := w.s
	tag := s.Src[s.From:s.To]
	code := markup.Attribute(tag, s.From, s.Part, prefixed(tag, "instr"))
	if t := hyperlinkField(code); !t.Empty() {
		f.href = t
	}
	from := s.To
	w.content(f)
	own := field{}
	own.code.Append(code)
	w.cited(&own, document.Span{Start: from, End: s.From, Part: s.Part})
}

// prefixed is the name under which a tag has an attribute of WordprocessingML.
func prefixed(tag, name string) string {
	tag = strings.TrimLeft(tag, "</")
	if i := strings.IndexAny(tag, ": \t\r\n/>"); i >= 0 && tag[i] == ':' {
		return tag[:i+1] + name
	}
	return name
}
