package wikitext

import (
	"strings"

	"ibid/parser/document"
)

// angle reads a comment or a tag.
func (r *reading) angle(end int) {
	if c, ok := r.construct(r.at); ok && int(c.end) <= end {
		r.enclosed(c)
		r.at = int(c.end)
		return
	}
	t := readTag(r.src, r.at)
	if t.name == "" || t.end > end || !r.tagged(t) {
		r.plain(end)
	}
}

// enclosed reads a <ref>, or what holds no markup.
func (r *reading) enclosed(c construct) {
	if c.kind == comment || c.kind == listing {
		return // what a list holds is read where it is called
	}
	t := readTag(r.src, int(c.open))
	w := r.w
	switch {
	case c.kind == ref:
		r.ref(c, t)
	case t.name == "nowiki":
		w.Add(r.address(int(c.inner), int(c.shut)))
	case t.name == "math" || t.name == "chem" || t.name == "ce":
		outside := w.Style
		w.Style |= document.Monospace
		w.Add(document.NewText(r.src[c.inner:c.shut], int(c.inner), ""))
		w.Style = outside
	case t.name == "pre" || t.name == "syntaxhighlight" || t.name == "source":
		if w.InNote() {
			w.Add(document.NewText(r.src[c.inner:c.shut], int(c.inner), ""))
			return
		}
		w.Break()
		outside := w.State
		w.Kind = document.Code
		w.Add(document.NewText(r.src[c.inner:c.shut], int(c.inner), ""))
		w.Break()
		w.State = outside
	case t.name == "timeline" || t.name == "graph" || t.name == "score" || t.name == "mapframe" || t.name == "maplink":
		w.Embedded(document.Span{Start: int(c.open), End: int(c.end)})
	}
}

// tagged takes a tag of HTML or of an extension; false where it is none.
func (r *reading) tagged(t tag) bool {
	w := r.w
	start := r.at
	if id := t.attribute("id"); id != "" && !t.closing {
		w.Anchor(id)
	}
	switch t.name {
	case "ref": // a closing one too many
	case "references":
		r.at = t.end
		return true
	case "br":
		w.Add(document.Unit("\n", document.Span{Start: start, End: t.end}))
	case "p", "div", "center", "blockquote", "ul", "ol", "li", "dl", "dd", "dt", "table", "tr", "td", "th", "tbody", "thead", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "gallery", "poem", "section", "figure", "figcaption", "aside":
		w.Break()
		r.kindOf(t)
	case "sup":
		r.set(document.Superscript, t)
	case "sub":
		r.set(document.Subscript, t)
	case "i", "em", "cite", "var", "dfn":
		r.set(document.Italic, t)
	case "b", "strong":
		r.set(document.Bold, t)
	case "code", "tt", "kbd", "samp":
		r.set(document.Monospace, t)
	case "span", "small", "big", "u", "s", "del", "ins", "q", "abbr", "font", "bdi", "bdo", "wbr", "noinclude", "includeonly", "onlyinclude", "nowiki", "templatestyles", "time", "data", "mark", "ruby", "rt", "rp", "rb",
		"indicator", "pre", "strike", "translate", "languages", "tvar", "inputbox", "imagemap", "categorytree", "phonos", "labelledsectiontransclusion":
	default:
		return false
	}
	r.at = t.end
	return true
}

// set switches a style on or off.
func (r *reading) set(s document.Style, t tag) {
	switch {
	case t.empty:
	case t.closing:
		r.w.Style &^= s
	default:
		r.w.Style |= s
	}
}

// kindOf sets what the blocks in an element are.
func (r *reading) kindOf(t tag) {
	w := r.w
	if w.InNote() || t.empty {
		return
	}
	var kind document.BlockKind
	switch t.name {
	case "blockquote":
		kind = document.Quote
	case "li", "dd", "dt":
		kind = document.ListItem
	case "h1", "h2", "h3", "h4", "h5", "h6":
		kind = document.Heading
	case "td", "th":
		kind = document.TableCell
	default:
		return
	}
	if w.Kind, w.Level = kind, 0; t.closing {
		w.Kind = document.Paragraph
		return
	}
	switch kind {
	case document.Heading:
		w.Level = int(t.name[1] - '0')
	case document.ListItem:
		w.Level = 1
	default:
	}
}

// table reads the lines of "{|" up to "|}".
func (r *reading) table(end int) {
	w := r.w
	if r.depth >= maxDepth {
		return
	}
	outer := w.Begin("table", "", nil, document.Span{Start: r.at, End: r.at})
	outside := w.State
	if !w.InNote() {
		w.Kind = document.TableCell
	}
	r.depth++
	r.at = r.lineEnd(r.at, end)
	for r.at < end {
		line := strings.TrimLeft(r.src[r.at:end], " \t\r\n")
		at := end - len(line)
		if strings.HasPrefix(line, "|}") {
			r.at = at + 2
			break
		}
		if r.steps++; r.steps%1024 == 0 && r.ctx.Err() != nil {
			r.at = end
			break
		}
		r.row(at, end)
	}
	w.Break()
	r.depth--
	element := w.Element
	w.State = outside
	w.Element = element
	w.End(outer, r.at)
}

// row reads a line of a table: cells, or more of the last one.
func (r *reading) row(at, end int) {
	r.at = at
	if at >= end {
		return
	}
	switch c := r.src[at]; {
	case strings.HasPrefix(r.src[at:end], "|-"):
		r.w.Break()
		r.at = r.lineEnd(at, end)
	case strings.HasPrefix(r.src[at:end], "|+"):
		r.cells(at+2, r.lineEnd(at+2, end), "||")
	case c == '|':
		r.cells(at+1, r.lineEnd(at+1, end), "||")
	case c == '!':
		r.cells(at+1, r.lineEnd(at+1, end), "!!")
	default:
		if r.w.Open() {
			r.gap("\n", at)
		}
		r.block(end)
	}
}

// cells reads a line of cells; attributes before a bar are no text.
func (r *reading) cells(start, end int, divider string) {
	w := r.w
	for start <= end {
		w.Break()
		stop, text, linked := end, start, false
		for at := start; at < end; {
			n := strings.IndexAny(r.src[at:end], "|!{[<")
			if n < 0 {
				break
			}
			at += n
			if two := r.src[at:min(end, at+2)]; two == "||" || two == divider {
				stop = at
				break
			}
			linked = linked || strings.HasPrefix(r.src[at:end], "[[")
			if r.src[at] == '|' && text == start && !linked {
				text = at + 1
			}
			at = r.behind(at, end)
		}
		r.at = text
		for r.quotes = r.findQuotes(text, stop); r.at < stop; {
			r.one(stop)
		}
		w.Style, r.quotes = 0, nil
		start = stop + 2
	}
	r.at = end
}
