package docx

import (
	"strings"
	"unicode"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// maxMark is the longest sign that an author may give a note, in bytes.
const maxMark = 16

// mark is the sign that follows a reference whose author chose it.
type mark struct {
	key  string
	tag  document.Span
	text document.Builder
}

// run reads an r.
func (w *walker) run(f flow) {
	s := w.s
	style, hidden := w.r.styles.look(runProps{}, w.style)
	var own *mark
	var child func()
	child = func() {
		switch {
		case s.space != word:
			w.foreign(f, child)
		case s.is("rPr"):
			style, hidden = w.r.styles.look(readRunProps(s), w.style)
		case s.is("footnoteReference"), s.is("endnoteReference"):
			own = w.reference(f, style, hidden, own)
		case w.control():
		case s.is("t") && !hidden && w.instructing > 0 && !w.fields[len(w.fields)-1].shows:
			w.held = append(w.held, heldText{w.text(), f, style})
		case hidden || w.instructing > 0:
			s.Skip()
		default:
			t, ok := w.piece()
			switch {
			case !ok:
				w.elementIn(f)
			case own != nil:
				own.text.Append(t)
			default:
				w.add(t, f, style, "")
			}
		}
	}
	s.Children(child)
	w.signed(f, style, own)
}

// control reads what steers fields. It counts even where it is hidden.
func (w *walker) control() bool {
	s := w.s
	switch s.Element.Name.Local {
	case "fldChar":
		w.fieldChar()
		return true
	case "instrText":
		w.instruction()
		return true
	case "footnoteRef", "endnoteRef":
		w.labelled = true
	case "delText", "delInstrText", "commentReference", "annotationRef", "separator", "continuationSeparator",
		"softHyphen", "lastRenderedPageBreak", "pgNum":
	default:
		return false
	}
	s.Skip()
	return true
}

// piece reads an element that stands for text; false leaves it unread.
func (w *walker) piece() (document.Text, bool) {
	s := w.s
	span := document.Span{Start: s.From, End: s.To, Part: s.Part}
	var out string
	switch s.Element.Name.Local {
	case "t":
		return w.text(), true
	case "tab", "ptab":
		out = "\t"
	case "br", "cr":
		out = "\n"
	case "noBreakHyphen":
		out = "-" // what it is once copied out of Word: in addresses and numbers the sign U+2011 would be wrong
	case "sym":
		out = symbol(s.attr("char"), s.attr("font"))
	default:
		return document.Text{}, false
	}
	s.Skip()
	return document.Unit(out, span), true
}

// text reads a t to its end. White space at its ends counts only where the
// element says so (ECMA-376 part 1, 17.3.3.31).
func (w *walker) text() document.Text {
	s := w.s
	keep := false
	for _, a := range s.Element.Attr {
		keep = keep || a.Name.Local == "space" && a.Value == "preserve"
	}
	var b document.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if s.Next() == markup.Chars {
			b.Append(markup.Decode(s.Src[s.From:s.To], s.From, s.Part))
		}
	}
	if !keep {
		return b.Text().Trim()
	}
	return b.Text()
}

// reference reads a reference to a note. Where the author chose its sign, the
// rest of the run is that sign.
func (w *walker) reference(f flow, style document.Style, hidden bool, before *mark) *mark {
	s := w.s
	kind := footnote
	if s.is("endnoteReference") {
		kind = endnote
	}
	key := kind.key(s.attr("id"))
	custom := s.attr("customMarkFollows") != "" && s.attr("customMarkFollows") != "0" && s.attr("customMarkFollows") != "false"
	span := document.Span{Start: s.From, End: s.To, Part: s.Part}
	s.Skip()
	if hidden || w.instructing > 0 {
		return before
	}
	w.signed(f, style, before)
	if w.r.calls[key] == nil {
		w.r.calls[key] = &call{kind: kind, section: w.sections, custom: custom}
	}
	if custom {
		return &mark{key: key, tag: span}
	}
	w.add(document.Unit("?", span), f, style, key) // numbered once all are known
	return nil
}

// signed adds a reference with the sign that its author chose. What follows
// the sign in its run is text.
func (w *walker) signed(f flow, style document.Style, own *mark) {
	if own == nil {
		return
	}
	text := own.text.Text()
	lead := len(text.String) - len(strings.TrimLeftFunc(text.String, unicode.IsSpace))
	stop := len(text.String)
	if i := strings.IndexFunc(text.String[lead:], unicode.IsSpace); i >= 0 {
		stop = lead + i
	}
	sign := text.Slice(lead, stop)
	if sign.Empty() || sign.Len() > maxMark {
		sign, stop = document.Unit("*", own.tag), lead
	}
	if c := w.r.calls[own.key]; c.custom && c.mark == "" {
		c.mark = sign.String
	}
	w.add(sign, f, style, own.key)
	w.add(text.Slice(stop, text.Len()), f, style, "")
}
