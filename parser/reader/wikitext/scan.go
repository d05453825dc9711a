package wikitext

import (
	"slices"
	"sort"
	"strings"
)

// kind says what a construct is.
type kind uint8

const (
	template kind = iota // {{ … }}
	link                 // [[ … ]]
	ref                  // <ref …> … </ref>
	raw                  // <nowiki>, <pre>, <math> …: no markup in it
	comment              // <!-- … -->
	listing              // <references> … </references>, which holds notes that are called elsewhere
)

// construct is a stretch of the source that has an end of its own.
type construct struct {
	open int32 // of its first byte
	// inner and shut are where what it holds begins and ends, end is behind it;
	// end is 0 where nothing closes it.
	inner, shut, end int32
	kind             kind
}

// maxDepth bounds how deep constructs are followed into each other.
const maxDepth = 40

// scanner finds the ends of all constructs in one walk.
type scanner struct {
	src   string
	found []construct
	stack []int // indices in found of those that are open
	// closers remember where each closing tag is next, so that looking for
	// one takes time in all, not each time.
	closers map[string]int
	// ref is the depth of the stack below the <ref> that is open, -1 if none is;
	// until is where it is closed, 0 if nowhere, blank its first empty line.
	ref, until, blank int
}

// scan lists the constructs of a source in the order in which they open.
func scan(src string) []construct {
	s := &scanner{src: src, closers: map[string]int{}, ref: -1}
	for at := 0; at < len(src); {
		n := strings.IndexAny(src[at:], "{}[]<\n")
		if n < 0 {
			break
		}
		at = s.one(at + n)
	}
	s.endRef(len(src), len(src))
	return s.found
}

// one takes the sign at an offset and says where to go on.
func (s *scanner) one(at int) int {
	if s.ref >= 0 && s.until > 0 && at >= s.until {
		s.endRef(s.until, at)
	}
	switch two := s.src[at:min(len(s.src), at+2)]; {
	case two == "{{":
		return s.push(at, template)
	case two == "}}":
		return s.pop(at, template)
	case two == "[[":
		return s.push(at, link)
	case two == "]]":
		return s.pop(at, link)
	case two[0] == '<':
		return s.tag(at)
	case two[0] == '\n':
		s.line(at)
	}
	return at + 1
}

func (s *scanner) push(at int, k kind) int {
	if len(s.stack) < maxDepth {
		s.stack = append(s.stack, len(s.found))
		s.found = append(s.found, construct{open: int32(at), inner: int32(at + 2), kind: k}) //nolint:gosec // a source has 64 MiB at most
	}
	return at + 2
}

// pop closes the innermost construct of a kind; links in a template that are
// open yet are none, but a template is not closed by what ends a link.
func (s *scanner) pop(at int, k kind) int {
	for n := len(s.stack); n > s.ref+1; n-- {
		c := &s.found[s.stack[n-1]]
		if c.kind == k {
			c.shut, c.end = int32(at), int32(at+2) //nolint:gosec // as above
			s.stack = s.stack[:n-1]
			return at + 2
		}
		if k == link {
			break
		}
	}
	return at + 1
}

// line gives up links at an empty line, and a <ref> that nothing closes.
func (s *scanner) line(at int) {
	rest := strings.TrimLeft(s.src[at+1:min(len(s.src), at+64)], " \t\r")
	if !strings.HasPrefix(rest, "\n") {
		return
	}
	for n := len(s.stack); n > 0 && s.found[s.stack[n-1]].kind == link; n-- {
		s.stack = s.stack[:n-1]
	}
	if s.ref >= 0 && s.blank == 0 {
		s.blank = at
	}
	if s.ref >= 0 && s.until == 0 {
		s.endRef(at, at)
	}
}

// tag takes a comment, a tag whose content is no markup, and <ref>.
func (s *scanner) tag(at int) int {
	if strings.HasPrefix(s.src[at:], "<!--") {
		if end := s.next("-->", at+4); end >= 0 {
			s.add(at, at+4, end, end+3, comment)
			return end + 3
		}
		return at + 4
	}
	t := readTag(s.src, at)
	switch {
	case t.name == "" || t.closing:
		return at + 1
	case t.name == "ref":
		return s.openRef(at, t)
	case t.name == "references" && !t.empty:
		if end := s.next("</references", t.end); end >= 0 && s.ref < 0 {
			s.add(at, t.end, end, s.tagEnd(end), listing)
		}
		return t.end
	case t.empty || !isRaw(t.name):
		return t.end
	}
	end := s.next("</"+t.name, t.end)
	if end < 0 {
		return t.end
	}
	behind := s.tagEnd(end)
	s.add(at, t.end, end, behind, raw)
	return behind
}

// tagEnd is behind the closing tag at an offset.
func (s *scanner) tagEnd(at int) int {
	if n := strings.IndexByte(s.src[at:min(len(s.src), at+longestTag)], '>'); n >= 0 {
		return at + n + 1
	}
	return len(s.src)
}

func (s *scanner) add(open, inner, shut, end int, k kind) {
	s.found = append(s.found, construct{int32(open), int32(inner), int32(shut), int32(end), k}) //nolint:gosec // as above
}

// openRef takes a <ref>. Where one is open yet, that one was never closed.
func (s *scanner) openRef(at int, t tag) int {
	if t.empty {
		s.add(at, t.end, t.end, t.end, ref)
		return t.end
	}
	s.endRef(at, at)
	s.until, s.blank = max(0, s.next("</ref", t.end)), 0
	s.ref = len(s.stack)
	s.stack = append(s.stack, len(s.found))
	s.add(at, t.end, 0, 0, ref)
	return t.end
}

// endRef ends the <ref> that is open, at its closing tag, or before that at a
// place where an author who forgot the tag must have meant it to end.
func (s *scanner) endRef(shut, at int) {
	if s.ref < 0 {
		return
	}
	c := &s.found[s.stack[s.ref]]
	inside := s.stack[s.ref+1:]
	end := shut
	switch {
	case s.until > 0 && at >= s.until:
		shut, end = s.until, s.tagEnd(s.until)
	case s.blank > 0:
		shut, end = s.blank, s.blank
	}
	c.shut, c.end = int32(shut), int32(end) //nolint:gosec // as above
	s.stack = s.stack[:s.ref]
	for _, i := range inside {
		if int(s.found[i].open) >= end {
			s.stack = append(s.stack, i) // is behind the note, as it turns out
		}
	}
	s.ref = -1
}

// next is where a closing sign or tag stands next, -1 if nowhere. It is asked
// with offsets that grow.
func (s *scanner) next(what string, from int) int {
	at, known := s.closers[what]
	if known && (at < 0 || at >= from) {
		return at
	}
	at = indexFold(s.src, what, from)
	s.closers[what] = at
	return at
}

// indexFold is the first place of an ASCII string in small letters, -1 if there is none.
func indexFold(src, what string, from int) int {
	for from < len(src) {
		n := strings.IndexByte(src[from:], what[0])
		if n < 0 {
			return -1
		}
		if from += n; from+len(what) <= len(src) && strings.EqualFold(src[from:from+len(what)], what) {
			return from
		}
		from++
	}
	return -1
}

// isRaw says whether there is no markup in a tag's content.
func isRaw(name string) bool {
	return slices.Contains([]string{"nowiki", "pre", "math", "chem", "ce", "score", "syntaxhighlight", "source", "timeline", "graph", "mapframe", "maplink", "templatedata", "hiero", "includeonly", "script", "style"}, name)
}

// at is the construct that opens at an offset; ok is false where none does, or
// none that is closed.
func (r *reading) construct(at int) (construct, bool) {
	i := sort.Search(len(r.constructs), func(i int) bool { return int(r.constructs[i].open) >= at })
	if i < len(r.constructs) && int(r.constructs[i].open) == at && r.constructs[i].end > 0 {
		return r.constructs[i], true
	}
	return construct{}, false
}

// behind is where to go on after the sign at an offset: behind the construct
// that opens there, else behind the sign.
func (r *reading) behind(at, end int) int {
	if c, ok := r.construct(at); ok && int(c.end) <= end {
		return int(c.end)
	}
	return at + 1
}
