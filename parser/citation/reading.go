package citation

import (
	"slices"
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// mostReadings bounds the other readings of one address.
const mostReadings = 3

var (
	// endsLine is what the source has between two letters of an address where a
	// line ends, with or without a hyphen that the text lacks.
	endsLine = pattern.New(`^(-?)[ \t]*[\r\n]`)
	// softHyphen is a hyphen that shows at the end of a line only.
	softHyphen = pattern.New(`(?i)^[ \t]*(?:\x{ad}|&shy;|&#173;|&#xad;)\s*$`)
)

// hyphenBreak is a hyphen at the end of a line inside an address: the address's
// own, or the typesetter's.
type hyphenBreak struct {
	at   int // in the address, of the hyphen or of the letter before which one may stand
	kept bool
}

// readings are the other ways to read the address that stands at from to to of
// the text, each with prefix before it: where a line ends at a hyphen between
// letters, nothing on the page says whether the hyphen is the address's own.
func (f *urlFinder) readings(from, to int, prefix string) []string {
	var address strings.Builder
	var breaks []hyphenBreak
	for i := from; i < to; i++ {
		if f.s[i] == ' ' {
			continue
		}
		address.WriteByte(f.s[i])
		next := i + 1
		for next < to && f.s[next] == ' ' {
			next++
		}
		if next >= to || !isASCIILetter(f.s[next]) {
			continue
		}
		gap := f.between(i, next)
		if gap == "" {
			continue
		}
		m := endsLine.FindStringSubmatch(gap[:min(len(gap), 32)])
		switch {
		case f.s[i] == '-' && i > from && isASCIILetter(f.s[i-1]) && m != nil && m[1] == "":
			breaks = append(breaks, hyphenBreak{address.Len() - 1, true})
		case isASCIILetter(f.s[i]) && (m != nil && m[1] != "" || len(gap) < 32 && softHyphen.MatchString(gap)):
			breaks = append(breaks, hyphenBreak{address.Len(), false})
		}
	}
	if len(breaks) == 0 {
		return nil
	}
	var out []string
	add := func(turned []hyphenBreak) {
		if s := prefix + turn(address.String(), turned); len(out) < mostReadings && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for i := range breaks {
		add(breaks[i : i+1])
	}
	add(breaks)
	return out
}

// turn takes the hyphens at breaks out of an address, or puts them in.
func turn(address string, breaks []hyphenBreak) string {
	for _, b := range slices.Backward(breaks) {
		if b.kept {
			address = address[:b.at] + address[b.at+1:]
		} else {
			address = address[:b.at] + "-" + address[b.at:]
		}
	}
	return address
}

// between is what the source has between two bytes of the text.
func (f *urlFinder) between(i, j int) string {
	a, b := f.t.Span(i, i+1), f.t.Span(j, j+1)
	if a.Part != b.Part || a.End >= b.Start {
		return ""
	}
	return f.src.Cut(document.Span{Start: a.End, End: b.Start, Part: a.Part})
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
