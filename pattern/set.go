package pattern

import (
	"iter"
	"math/bits"
	"unicode/utf8"
)

// set is a set of bytes.
type set [4]uint64

func everything() set { return set{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)} }

// add adds the bytes from one to another.
func (s *set) add(from, to byte) {
	for i := from >> 6; i <= to>>6; i++ {
		word := ^uint64(0)
		if i == from>>6 {
			word <<= from & 63
		}
		if i == to>>6 {
			word &= ^uint64(0) >> (63 - to&63)
		}
		s[i] |= word
	}
}

func (s *set) join(other *set) {
	for i := range s {
		s[i] |= other[i]
	}
}

func (s *set) empty() bool { return *s == set{} }

// all are the bytes of a set.
func (s *set) all() iter.Seq[byte] {
	return func(yield func(byte) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(byte(i<<6 + bits.TrailingZeros64(word))) { //nolint:gosec // 255 is the last
					return
				}
			}
		}
	}
}

// share is how much of an ordinary text a set's bytes are.
func (s *set) share() float64 {
	p := 0.0
	for b := range s.all() {
		p += frequency(b)
	}
	return p
}

// frequency is roughly how often a byte stands in notes: references in
// languages of Latin letters. Filters are right whatever it says.
func frequency(b byte) float64 {
	switch {
	case b == ' ':
		return 0.15
	case b == 'e', b == 'n', b == 'i', b == 'a', b == 'r', b == 't', b == 's', b == 'o':
		return 0.055
	case b >= 'a' && b <= 'z':
		return 0.015
	case b == '.', b == ',':
		return 0.025
	case b >= '0' && b <= '9':
		return 0.012
	case b >= 'A' && b <= 'Z':
		return 0.006
	case b == 0xe2: // of dashes and quotation marks
		return 0.02
	case b >= utf8.RuneSelf:
		return 0.001
	}
	return 0.003
}

// class is a set of characters, by the bytes of their UTF-8: width[w-1][k] holds
// the bytes at place k of characters of w bytes. A byte that is no UTF-8 counts
// as one character, U+FFFD, as in package regexp.
type class struct {
	width [utf8.UTFMax][utf8.UTFMax]set
	share float64 // of an ordinary text
}

// common makes the share of a byte after the first that of one that stands where
// such a byte must: few of the 64 are the usual ones.
const common = 1000 / 8.

// newClass is the class of characters in ranges, given in pairs.
func newClass(ranges []rune) *class {
	c := &class{}
	for i := 0; i+1 < len(ranges); i += 2 {
		c.add(ranges[i], ranges[i+1])
	}
	for w := range c.width {
		share := c.width[w][0].share()
		for k := 1; k <= w; k++ {
			share *= min(1, c.width[w][k].share()*common)
		}
		c.share += share
	}
	return c
}

// lowest is the first byte that a character of a class may begin with; 256 where
// it has none.
func (c *class) lowest() int {
	least := 256
	for w := range c.width {
		for b := range c.width[w][0].all() {
			least = min(least, int(b))
			break
		}
	}
	return least
}

// add adds the characters from lo to hi.
func (c *class) add(lo, hi rune) {
	if lo <= utf8.RuneError && hi >= utf8.RuneError {
		c.width[0][0].add(0x80, 0xff)
	}
	first := rune(0)
	for w, last := range [...]rune{0x7f, 0x7ff, 0xffff, 0x10ffff} { // the last of one byte, two …
		if from, to := max(lo, first), min(hi, last); from <= to {
			c.addWide(w+1, from, to)
		}
		first = last + 1
	}
}

// addWide adds characters that all have w bytes.
func (c *class) addWide(w int, lo, hi rune) {
	const more = 0x3f // the bits of a byte after the first
	same := true      // the bytes before are those of both
	for k := range w {
		shift := 6 * (w - 1 - k)
		from, to := byte(lo>>shift&more)|0x80, byte(hi>>shift&more)|0x80
		if k == 0 {
			lead := [...]byte{0, 0xc0, 0xe0, 0xf0}[w-1]
			from, to = lead|byte(lo>>shift), lead|byte(hi>>shift) //nolint:gosec // of characters of w bytes, a few bits are left
		}
		if !same {
			from, to = 0x80, 0x80|more
		}
		c.width[w-1][k].add(from, to)
		same = same && from == to
	}
}
