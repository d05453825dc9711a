package notes

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/pattern"
)

// form is the way in which a note's label is written.
type form uint8

const (
	noForm    form = iota
	bracketed      // [12] or 〔12〕
	worded         // Footnote 12: or [Footnote 12:
	dotted         // 12.
	closed         // 12) or (12)
	raised         // ¹², or digits set as superscript
	caret          // ^12 or ↑12
	bare           // 12 and a space
	listed         // an ordered list's number, outside the text
	signed         // * † ‡
	lettered       // [a]
)

// label is a note's label at the start of a paragraph.
type label struct {
	form   form
	number string // "12", "12a"
	value  int    // the leading number, 0 for signs
	end    int    // offset in the text at which the note's text starts
	start  int    // offset of the number itself
	stop   int    // end of the number
	bar    bool   // "[Footnote 12: …]": a closing bracket ends the note
	shown  string // the number in the source's own digits, where they are others
}

// noteWords are what labels have before their numbers: [n 1], [fn1], [注1].
const noteWords = `n|nb|note|Note|N|fn|FN|Fn|[Ff]n\.|n\.|nt\.|nota|en|EN|注|註|주|Anm\.`

// longWords are those that are no part of the number that is shown: [Footnote 1].
const longWords = `(?:[Ff]ootnote\s|[Ff]ußnote\s|[Ee]ndnote\s)?`

var (
	wordedLabel    = pattern.New(`^\s*(\[?)(?:Footnote|FOOTNOTE|Endnote|Note|Fußnote|Fn\.|FN|Anmerkung|Anm\.|Nota|Nt\.|Прим\.|注|註)\s*(\d{1,4}[a-zA-Z]?)\s*[:.]\s*`)
	bracketLabel   = pattern.New(`^\s*(?:\[return\]\s*)?\[\s*\^?` + longWords + `((?:` + noteWords + `)?\s?\d{1,4}[a-zA-Z]?(?::\d{1,3})?)\s*\](?:[.:)]|\s:)?\s*`)
	romanLabel     = pattern.New(`^\s*\[([ivx]{1,7}|[IVX]{1,7})\][.:)]?\s+`)
	letterLabel    = pattern.New(`^\s*\[([a-z])\][.:)]?\s+`)
	dotLabel       = pattern.New(`^\s*(?:\[return\]\s*|↑\s*|\^\s*)?(\d{1,4}[a-zA-Z]?)\s?[.．](?:\s+|$|[^\d\s])`)
	parenLabel     = pattern.New(`^\s*\(?(?:(?:` + noteWords + `)\s?)?(\d{1,4}[a-zA-Z]?)\)[.:]?(?:\s+|(\p{Han}|\p{Hangul}|\p{Hiragana}|\p{Katakana}))`)
	raisedLabel    = pattern.New(`^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[.):]?\s*`)
	caretLabel     = pattern.New(`^\s*[\^↑]\s*(\d{1,4}[a-z]?)[.:]?(?:\s+|$)`)
	bareLabel      = pattern.New(`^\s*(\d{1,4}[a-z]?)[\s\x{00a0}\x{3000}]+\S`)
	signLabel      = pattern.New(`^\s*\(?(\*{1,6}|†{1,3}|‡{1,3}|§{1,2}|¶{1,2}|‖{1,2})\)?\s?`)
	numberInBracks = pattern.New(`^[\[(]?\s*[←↑^]?\s*((?:` + noteWords + `)?\s?\d{1,4}[a-zA-Z]?(?::\d{1,3})?|\*{1,4}|[†‡§¶]{1,3}|[ivxl]{1,7}|[IVX]{1,7}|[a-z])\s*[\])]?[.:]?$`)
)

// readLabel reads the label at the start of a block, whose first raisedTo bytes
// are set as superscript. Its number is written in plain digits.
func (f *finder) readLabel(block, raisedTo int) label {
	p, s := &f.plain[block], f.texts[block].String
	l := readLabel(p.String, p.Index(raisedTo))
	if l.form == noForm {
		return l
	}
	l.start, l.stop, l.end = p.Offset(l.start), p.Offset(l.stop), p.Offset(l.end)
	l.shown = shown(s[l.start:l.stop], l.number)
	return l
}

// shown is a label as the source has it, "" where that is its number in plain
// digits, or raised ones.
func shown(s, number string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s))
	if s == number || plainDigits(s) == number {
		return ""
	}
	return s
}

// readLabel reads the label at the start of a paragraph. raisedTo is the
// length of superscript digits that the text starts with, 0 if it doesn't.
func readLabel(s string, raisedTo int) label {
	if len(s) > 200 {
		s = s[:200]
	}
	if m := wordedLabel.FindStringSubmatchIndex(s); m != nil {
		return made(worded, s, m[4], m[5], m[1], m[3] > m[2])
	}
	if m := bracketLabel.FindStringSubmatchIndex(s); m != nil {
		return made(bracketed, s, m[2], m[3], m[1], false)
	}
	if m := romanLabel.FindStringSubmatchIndex(s); m != nil {
		if l := made(bracketed, s, m[2], m[3], m[1], false); roman(l.number) > 0 {
			l.value = roman(l.number)
			return l
		}
	}
	if m := letterLabel.FindStringSubmatchIndex(s); m != nil {
		l := made(lettered, s, m[2], m[3], m[1], false)
		l.value = int(l.number[0]-'a') + 1
		return l
	}
	if raisedTo > 0 {
		digits := strings.TrimSpace(s[:raisedTo])
		if _, err := strconv.Atoi(digits); err == nil {
			start := strings.Index(s, digits)
			end := raisedTo + len(s[raisedTo:]) - len(strings.TrimLeft(s[raisedTo:], " .\u00a0\t\n)"))
			return made(raised, s, start, start+len(digits), end, false)
		}
	}
	if m := raisedLabel.FindStringSubmatchIndex(s); m != nil {
		l := made(raised, s, m[2], m[3], m[1], false)
		l.number = plainDigits(l.number)
		l.value, _ = strconv.Atoi(l.number)
		return l
	}
	if m := dotLabel.FindStringSubmatchIndex(s); m != nil {
		end := m[3]
		end += strings.IndexAny(s[end:], ".．")
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
		for end < len(s) && (s[end] == ' ' || s[end] == '\t' || s[end] == '\n') {
			end++
		}
		return made(dotted, s, m[2], m[3], end, false)
	}
	if m := parenLabel.FindStringSubmatchIndex(s); m != nil {
		end := m[1]
		if m[4] >= 0 {
			end = m[4] // no space before the note
		}
		return made(closed, s, m[2], m[3], end, false)
	}
	if m := caretLabel.FindStringSubmatchIndex(s); m != nil {
		return made(caret, s, m[2], m[3], m[1], false)
	}
	if m := bareLabel.FindStringSubmatchIndex(s); m != nil {
		_, size := utf8.DecodeLastRuneInString(s[:m[1]])
		return made(bare, s, m[2], m[3], m[1]-size, false)
	}
	if m := signLabel.FindStringSubmatchIndex(s); m != nil {
		return made(signed, s, m[2], m[3], m[1], false)
	}
	return label{}
}

func made(f form, s string, from, to, end int, bar bool) label {
	number := strings.TrimSpace(s[from:to])
	return label{form: f, number: number, value: leading(number), start: from, stop: to, end: end, bar: bar}
}

// roman is the value of a numeral made of i, v and x, or 0.
func roman(s string) int {
	s = strings.ToLower(s)
	n, before := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10}[s[i]]
		switch {
		case v == 0:
			return 0
		case v < before:
			n -= v
		default:
			n, before = n+v, v
		}
	}
	return n
}

// leading is the first number in a label, or 0.
func leading(number string) int {
	i := strings.IndexFunc(number, unicode.IsDigit)
	if i < 0 {
		return 0
	}
	j := i
	for j < len(number) && j-i < 6 && number[j] >= '0' && number[j] <= '9' {
		j++
	}
	n, err := strconv.Atoi(number[i:j])
	if err != nil {
		return 0
	}
	return n
}

// plainDigits turns superscript digits into plain ones.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '¹':
			return '1'
		case '²':
			return '2'
		case '³':
			return '3'
		case '⁰':
			return '0'
		}
		if r >= '⁴' && r <= '⁹' {
			return '4' + r - '⁴'
		}
		return r
	}, s)
}

// labelText is the label that a short text holds, without brackets and dots:
// "12" for "[12]"; "" if it is none.
func labelText(s string) string {
	s = strings.TrimSpace(document.PlainNumbers(s).String)
	if s == "" || len(s) > 16 {
		return ""
	}
	if m := numberInBracks.FindStringSubmatch(plainDigits(s)); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

// spokenLabel is a word that pages for screen readers put before a raised number.
var spokenLabel = pattern.New(`^(?i:footnote|endnote|note|fußnote|reference|citation|nota|note de bas de page)\s+`)

// backText says whether a short text is that of a link back to a marker.
func backText(s string) bool {
	s = strings.Trim(strings.ToLower(strings.TrimSpace(s)), "[]() \u00a0.")
	switch s {
	case "↩", "↩︎", "↩️", "↑", "^", "⤴", "⏎", "⬑", "←", "↲", "⇑", "▲", "⤶", "return", "back", "return to text", "back to text", "zurück", "retour", "up", "jump up", "jump up to:", "jump up to", "↵", "&#8617;", "top", "jump back":
		return true
	}
	return false
}
