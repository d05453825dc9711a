package html

import (
	"strconv"
	"strings"

	"ibid/parser/document"
)

// list is the state of an open <ol>.
type list struct {
	kind string // "1", "a", "A", "i", "I", or "" for figures
	next int
	// reversed lists without a start know their first number when they end.
	reversed bool
	start    string
	items    []item
}

// item is an item of a reversed list.
type item struct {
	element, value int
	set            bool
}

// newList reads an <ol>.
func newList(a attributes) list {
	l := list{kind: strings.TrimSpace(a.typ), next: 1, reversed: a.reversed}
	if _, style, ok := strings.Cut(a.style, "list-style-type:"); ok {
		style, _, _ = strings.Cut(style, ";")
		switch style {
		case "lower-alpha", "lower-latin":
			l.kind = "a"
		case "upper-alpha", "upper-latin":
			l.kind = "A"
		case "lower-roman":
			l.kind = "i"
		case "upper-roman":
			l.kind = "I"
		case "decimal":
			l.kind = "1"
		}
	}
	if n, err := strconv.Atoi(strings.TrimSpace(a.start)); err == nil {
		l.next, l.start = n, a.start
	}
	return l
}

// itemLabel numbers the <li> that is about to open.
func (b *builder) itemLabel(value string, element int) {
	b.label = ""
	for i := len(b.stack) - 1; i >= 0; i-- {
		o := &b.stack[i]
		switch o.name {
		case "ul", "menu", "dir":
			return
		case "ol":
			n, err := strconv.Atoi(strings.TrimSpace(value))
			if err == nil {
				o.list.next = n
			}
			if o.list.reversed {
				o.list.items = append(o.list.items, item{element: element, value: n, set: err == nil})
			}
			b.label = ordinal(o.list.next, o.list.kind)
			o.list.next++
			return
		}
	}
}

// countDown numbers the items of a reversed list that ends.
func (b *builder) countDown(l *list) {
	n := len(l.items)
	if start, err := strconv.Atoi(strings.TrimSpace(l.start)); err == nil {
		n = start
	}
	for _, it := range l.items {
		if it.set {
			n = it.value
		}
		b.reversed[it.element] = ordinal(n, l.kind)
		n--
	}
}

// ordinal writes a list number in the list's type.
func ordinal(n int, kind string) string {
	switch {
	case (kind == "a" || kind == "A") && n >= 1 && n <= 26:
		return string(rune(kind[0]) + rune(n-1))
	case kind == "i" && n >= 1 && n < 400:
		return roman(n)
	case kind == "I" && n >= 1 && n < 400:
		return strings.ToUpper(roman(n))
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var s strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			s.WriteString(d.sign)
			n -= d.value
		}
	}
	return s.String()
}

// printsLabel says whether a list item's text starts with the item's number.
func printsLabel(block *document.Block) bool {
	rest := ""
	for i := range block.Runs {
		r := &block.Runs[i]
		s := strings.TrimSpace(r.Text.String)
		if rest == "" && s == block.Label && (r.Style.Has(document.Superscript) || !r.Href.Empty()) {
			return true
		}
		if rest += r.Text.String; len(strings.TrimSpace(rest)) > len(block.Label)+1 {
			break
		}
	}
	rest = strings.TrimLeft(rest, " \t\r\n\u00a0[(")
	after, ok := strings.CutPrefix(rest, block.Label)
	return ok && after != "" && strings.IndexByte(".)]:", after[0]) >= 0 && (len(after) == 1 || after[1] < '0' || after[1] > '9')
}
