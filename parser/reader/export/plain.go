package export

import (
	"html"
	"sort"
	"strings"
	"unicode/utf8"
)

// Plain is text taken out of an export: without CDATA marks, entities and
// escapes, each piece with its place.
type Plain struct {
	Text   string
	pieces []piece
}

// piece says that the n bytes of the text from at on stand at src, in m bytes:
// one for one where whole is not set.
type piece struct {
	at, n, src, m int
	whole         bool
}

// Writer puts a Plain together. The zero value is ready.
type Writer struct {
	b      strings.Builder
	pieces []piece
}

// Plain is what was written.
func (w *Writer) Plain() Plain { return Plain{w.b.String(), w.pieces} }

// Verbatim adds text that stands at src as it is; bytes that are no UTF-8 are
// replaced one by one.
func (w *Writer) Verbatim(s string, src int) {
	for !utf8.ValidString(s) {
		n := invalid(s)
		w.Add(s[:n], src, n, false)
		w.Add("\uFFFD", src+n, 1, true)
		s, src = s[n+1:], src+n+1
	}
	w.Add(s, src, len(s), false)
}

// invalid is where the first byte of s stands that is no UTF-8.
func invalid(s string) int {
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			return i
		}
	}
	return len(s)
}

// Add adds text that stands at src in m bytes: one for one, or as a whole.
func (w *Writer) Add(s string, src, m int, whole bool) {
	if s != "" {
		w.pieces = append(w.pieces, piece{at: w.b.Len(), n: len(s), src: src, m: m, whole: whole})
		w.b.WriteString(s)
	}
}

// Each calls f for the pieces of the text between two offsets, cut to them.
func (p Plain) Each(from, to int, f func(s string, src, m int, whole bool)) {
	first := max(0, sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at > from })-1)
	for _, x := range p.pieces[min(first, len(p.pieces)):] {
		lo, hi := max(x.at, from), min(x.at+x.n, to)
		switch {
		case x.at >= to:
			return
		case lo >= hi:
		case x.whole:
			f(p.Text[lo:hi], x.src, x.m, true)
		default:
			f(p.Text[lo:hi], x.src+lo-x.at, hi-lo, false)
		}
	}
}

// Span is where the text between two offsets stands.
func (p Plain) Span(from, to int) (start, end int) {
	start = -1
	p.Each(from, to, func(_ string, src, m int, _ bool) {
		if start < 0 {
			start = src
		}
		end = src + m
	})
	return max(start, 0), end
}

// Value is the text of an element whose content is s[from:to].
func Value(s string, from, to int) Plain {
	var w Writer
	s = s[:to]
	for at := from; at < to; {
		t := tokenAt(s, at)
		at = t.next
		switch t.kind {
		case cdata:
			w.Verbatim(s[t.from:t.to], t.from)
		case chars:
			entities(&w, s[t.from:t.to], t.from)
		case open, closing, other:
		}
	}
	return w.Plain()
}

// entities adds text outside CDATA.
func entities(w *Writer, s string, src int) {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			w.Verbatim(s, src)
			return
		}
		w.Verbatim(s[:i], src)
		n := strings.IndexByte(s[i:min(len(s), i+12)], ';') + 1
		if decoded := html.UnescapeString(s[i : i+n]); n > 0 && decoded != s[i:i+n] {
			w.Add(decoded, src+i, n, true)
		} else {
			n = 1
			w.Verbatim("&", src+i)
		}
		s, src = s[i+n:], src+i+n
	}
}
