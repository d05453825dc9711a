package latex

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/tex"
)

// command reads a command.
func (r *reading) command() {
	start := r.at
	r.at++
	name := r.name()
	if shown, ok := tex.Sign(name); ok {
		if name != "" && letter(name[0]) {
			r.space()
			if strings.HasPrefix(r.src[r.at:], "{}") {
				r.at += 2
			}
		}
		r.w.Add(document.Unit(shown, r.span(start, r.at)))
		return
	}
	if mark, ok := tex.Accent(name); ok {
		r.accent(start, mark)
		return
	}
	starred := name != "" && letter(name[0]) && r.at < len(r.src) && r.src[r.at] == '*'
	if starred {
		r.at++
	}
	if r.styled(name) || r.noted(start, name) || r.linked(name) || r.structured(start, name) || r.expand(start, name) {
		return
	}
	r.passed(name)
}

// accent puts a mark over the letter that follows.
func (r *reading) accent(start int, mark string) {
	r.space()
	var base string
	var end int
	if s, e, ok := r.raw(); ok {
		base, end = strings.TrimSpace(r.src[s:e]), r.at
	} else if r.at < len(r.src) && r.src[r.at] == '\\' {
		r.at++
		base = "\\" + r.name()
		end = r.at
	} else {
		for _, c := range r.src[r.at:] {
			base = string(c)
			break
		}
		end = r.at + len(base)
	}
	switch base {
	case `\i`:
		base = "i"
	case `\j`:
		base = "j"
	}
	r.at = end
	if base == "" || strings.HasPrefix(base, `\`) {
		return
	}
	r.w.Add(document.Unit(tex.Accented(base, mark), r.span(start, end)))
}

// styled reads commands that set text, and declarations, which hold to the end
// of their group.
func (r *reading) styled(name string) bool {
	w := r.w
	set := func(s document.Style) bool {
		outside := w.State
		w.Style |= s
		r.argument()
		w.State = outside
		return true
	}
	switch name {
	case "emph", "textit", "textsl", "mkbibemph":
		return set(document.Italic)
	case "textbf":
		return set(document.Bold)
	case "texttt":
		return set(document.Monospace)
	case "textsuperscript", "up", "ts":
		return set(document.Superscript)
	case "textsubscript":
		return set(document.Subscript)
	case "textsc", "textrm", "textsf", "textup", "textnormal", "text", "mbox", "uline", "underline", "textmd", "foreignlanguage":
		if name == "foreignlanguage" {
			r.raw()
		}
		return set(0)
	case "it", "itshape", "em", "sl", "slshape":
		w.Style |= document.Italic
	case "bf", "bfseries":
		w.Style |= document.Bold
	case "tt", "ttfamily":
		w.Style |= document.Monospace
	case "rm", "upshape", "normalfont":
		w.Style &^= document.Italic | document.Bold
	case "enquote", "textquote", "blockquote", "mkbibquote":
		r.enquote()
		return true
	default:
		return false
	}
	r.space()
	return true
}

// enquote puts quotation marks around an argument, single ones within others.
func (r *reading) enquote() {
	open, closing := "“", "”"
	if r.quotes%2 == 1 {
		open, closing = "‘", "’"
	}
	for { // \textquote[source][…]{…}
		if _, ok := r.option(); !ok {
			break
		}
	}
	r.w.Add(document.Unit(open, r.span(r.at, r.at)))
	r.quotes++
	r.argument()
	r.quotes--
	r.w.Add(document.Unit(closing, r.span(r.at, r.at)))
}

// linked reads commands for addresses.
func (r *reading) linked(name string) bool {
	w := r.w
	outside := w.State
	switch name {
	case "url", "nolinkurl", "path":
		if start, end, ok := r.raw(); ok {
			address := r.address(start, end)
			if name != "path" {
				w.Href = address
			}
			w.Add(address)
		}
	case "href":
		start, end, ok := r.raw()
		if !ok {
			return true
		}
		w.Href = r.address(start, end)
		r.argument()
	case "doi":
		if start, end, ok := r.raw(); ok {
			w.Add(document.Unit("doi:", r.span(start, start)))
			w.Add(r.address(start, end))
		}
	default:
		return false
	}
	w.State = outside
	return true
}

// address is one as it is typed: a backslash before a sign and a comment's
// percent sign at the end of a line are no part of it.
func (r *reading) address(start, end int) document.Text {
	for start < end && strings.IndexByte(" \t\r\n", r.src[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" \t\r\n", r.src[end-1]) >= 0 {
		end--
	}
	var b document.Builder
	from := start
	for i := start; i < end; i++ {
		skip := 0
		switch {
		case r.src[i] == '\\' && i+1 < end && strings.IndexByte(`_%#&~{}$`, r.src[i+1]) >= 0:
			skip = 1
		case strings.HasPrefix(r.src[i:end], "%\n"):
			skip = 2
		}
		if skip > 0 {
			b.Append(r.asTyped(from, i))
			from = i + skip
			i = from - 1
			if skip == 1 {
				i++
			}
		}
	}
	b.Append(r.asTyped(from, end))
	return b.Text()
}

// passed reads a command that is not known: what it takes in brackets, and of
// some the first arguments, is nothing to read.
func (r *reading) passed(name string) {
	if name == "" || !letter(name[0]) {
		return
	}
	drop, known := dropped()[name]
	for range 8 {
		before := r.at
		if _, ok := r.option(); !ok || before == r.at {
			break
		}
	}
	if !known {
		return // what stands in braces is read as text
	}
	for range drop {
		if _, _, ok := r.raw(); !ok {
			break
		}
		for {
			if _, ok := r.option(); !ok {
				break
			}
		}
	}
}
