package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ibid/parser/document"
	"ibid/pattern"
)

// how a label is set.
type how uint8

const (
	none     how = iota
	superior     // above the line
	bracket      // [12]
	round        // (12)
	paren        // 12)
	dot          // 12.
	bare         // 12
	tight        // 12, and no white before the text
	sign         // * † ‡
)

// label is the number or sign that a line begins with, as a note does.
type label struct {
	how    how
	number int    // 0 of signs
	suffix string // "a" of 12a
	// from and end are the bytes of the line where it begins and where the
	// text begins behind it.
	from, end int
	line      int // in its column
}

var (
	typedLabel = pattern.New(`^(?:\[(\d{1,4})([a-z]?)\]\s*|\((\d{1,4})([a-z]?)\)\s*|(\d{1,4})([a-z]?)(\.?\)|\.|\s)\s*)`)
	tightLabel = pattern.New(`^([1-9]\d{0,3})[\p{L}„“”"«‘’(\[<§]`)
	signLabel  = pattern.New(`^(?:(?:[*∗]{1,4}|†{1,2}|‡{1,2})[.)]?|[§¶‖]{1,2}[.)])\s*`)
	// raisedSign is one above the line, where "§" begins no paragraph of a law.
	raisedSign = pattern.New(`^(?:[*∗]{1,4}|†{1,2}|‡{1,2}|§{1,2}|¶{1,2}|[‖∥]{1,2}|\|\|)\s*$`)
	numberList = pattern.New(`^\s*\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*\s*[,.;]?\s*$`)
	superiors  = pattern.New(`^(\d{1,4})([a-z]?)[.)\]]?$`)
	bracketed  = pattern.New(`\[(\d{1,4})\]`)
	// runIn is one that begins a note behind the end of another.
	runIn = pattern.New(`[.;)”»]\s+\[(\d{1,4})\](?:\s+[\p{Lu}“„«‘"']|\s*$)`)
	// glued is a number behind a word: fonts have superior digits that call
	// themselves plain ones.
	glued = pattern.New(`\p{L}[.,;:!?”“’»"')\]]{0,2}(\d{1,3})(?:[\s.,;:)]|$)`)
)

// label is what a line begins with; its how is none if that is no label.
func (l *line) label() label {
	if len(l.runs) == 0 {
		return label{}
	}
	if at := l.superior(0); at.how != none {
		return at
	}
	if m := typedLabel.FindStringSubmatch(l.text); m != nil && len(m[0]) < len(l.text) {
		at := label{end: len(m[0])}
		number := ""
		switch {
		case m[1] != "":
			at.how, number, at.suffix = bracket, m[1], m[2]
		case m[3] != "":
			at.how, number, at.suffix = round, m[3], m[4]
		case strings.HasSuffix(m[7], ")"):
			at.how, number, at.suffix = paren, m[5], m[6]
		case m[7] == ".":
			at.how, number, at.suffix = dot, m[5], m[6]
		default:
			at.how, number, at.suffix = bare, m[5], m[6]
		}
		at.number, _ = strconv.Atoi(number)
		date := at.how == dot && !strings.HasSuffix(m[0], " ") && l.text[len(m[0])] >= '0' && l.text[len(m[0])] <= '9' // 14.05.2024
		if at.number > 0 && !date && (at.suffix == "" || strings.HasSuffix(m[0], " ") || at.how == bracket) {
			return at
		}
	}
	if m := tightLabel.FindStringSubmatch(l.text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return label{how: tight, number: n, end: len(m[1])}
	}
	if m := signLabel.FindString(l.text); m != "" && len(m) < len(l.text) {
		return label{how: sign, end: len(m)}
	}
	return label{}
}

// superior is the label that run i is, above the line.
func (l *line) superior(i int) label {
	r := l.runs[i]
	if !r.style.Has(document.Superscript) || i == 0 && len(l.runs) == 1 {
		return label{}
	}
	at := label{from: r.from, end: past(l.text, r.to)}
	text := strings.Trim(norm.NFKC.String(l.text[r.from:r.to]), " \t([")
	if m := superiors.FindStringSubmatch(text); m != nil {
		at.how, at.suffix = superior, m[2]
		at.number, _ = strconv.Atoi(m[1])
		if rest := l.text[at.end:]; strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, ". ") { // on the line itself
			at.end = past(l.text, at.end+1)
		}
		if at.number > 0 {
			return at
		}
	}
	if i == 0 && raisedSign.MatchString(text) {
		at.how = sign
		return at
	}
	return label{}
}

// past is the first place from i on that is not white space.
func past(s string, i int) int {
	return i + len(s[i:]) - len(strings.TrimLeft(s[i:], " \t"))
}

// marks adds the numbers that a line refers to: above the line, or in brackets.
// A number that it begins with is a label and none of them.
func (l *line) marks(yield func(int)) {
	for i, r := range l.runs {
		if i > 0 && r.style.Has(document.Superscript) {
			for _, m := range marksIn(l.text[r.from:r.to]) {
				yield(m.number)
			}
		}
	}
	for _, m := range bracketed.FindAllStringSubmatchIndex(l.text, -1) {
		if m[0] > 0 {
			n, _ := strconv.Atoi(l.text[m[2]:m[3]])
			yield(n)
		}
	}
}

// markIn is a number in a run of markers, bytes from to to.
type markIn struct{ number, from, to int }

// marksIn reads "12", "12,13", "12)" above the line; nothing if other signs are there.
func marksIn(s string) []markIn {
	plain := strings.TrimRight(superiorDigits(s), ") ")
	if !numberList.MatchString(plain) {
		return nil
	}
	var out []markIn
	start := -1
	if !strings.HasPrefix(s, plain) { // superior characters: one number, whole
		n, _ := strconv.Atoi(strings.TrimSpace(plain))
		return []markIn{{n, 0, len(s)}}
	}
	for i := 0; i <= len(plain); i++ {
		digit := i < len(plain) && plain[i] >= '0' && plain[i] <= '9'
		switch {
		case digit && start < 0:
			start = i
		case !digit && start >= 0:
			n, _ := strconv.Atoi(plain[start:i])
			out = append(out, markIn{n, start, i})
			start = -1
		}
	}
	return out
}

// superiorDigits turns ¹² into 12.
func superiorDigits(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹' }) < 0 {
		return s
	}
	return norm.NFKC.String(s)
}
