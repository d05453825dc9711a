package pdf

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Notes may follow each other within a paragraph: "1. Quill, Lamps, 3. 2. Ibid.".
// Numbers that are typed are told from all others by what is missing: the text
// calls them, and no line begins with them.

// apart takes apart the notes of a part that follow each other within a paragraph.
func (p *part) apart(style how, calls *calls) {
	if style == superior || style == sign {
		return // these are seen within lines
	}
	var out []*note
	for i, n := range p.notes {
		next := 0
		if i+1 < len(p.notes) && p.notes[i+1].set == n.set {
			next = p.notes[i+1].value
		}
		out = append(out, n.apart(style, calls, next)...)
	}
	p.notes = out
}

// apart is a note and those that stand in its text, the last before number next;
// next is 0 where no note follows.
func (n *note) apart(style how, calls *calls, next int) []*note {
	out := []*note{n}
	pieces, last := n.pieces, n
	for k := 0; k < len(pieces); k++ {
		want := last.value + 1
		if next > 0 && want >= next || style != bracket && calls.of(pieces[k].line.page, want) <= 0 {
			break
		}
		from, end := pieces[k].within(k, pieces, style, want)
		if from < 0 {
			continue
		}
		l, to := pieces[k].line, pieces[k].to
		last.pieces = nil
		for _, before := range pieces[:k] {
			last.goOn(before.line, before.from, before.to)
		}
		last.goOn(l, pieces[k].from, from)
		last = &note{number: strconv.Itoa(want), value: want, set: n.set, page: l.page, at: piece{l, from, end}}
		pieces = append([]piece{{l, end, to}}, pieces[k+1:]...)
		out, k = append(out, last), -1
	}
	if last != n {
		last.pieces = nil
		for _, rest := range pieces {
			last.goOn(rest.line, rest.from, rest.to)
		}
	}
	if next == 0 && style != bracket && len(out) == 2 {
		return []*note{n.with(out[1])} // one number more may be any number
	}
	return out
}

// with is a note with the one behind it put back.
func (n *note) with(more *note) *note {
	n.pieces = append(n.pieces, piece{more.at.line, more.at.from, more.at.to})
	n.pieces = append(n.pieces, more.pieces...)
	return n
}

// within is where a number stands in piece k as the label of a note, behind what
// ends the note before it; -1 if it does not.
func (p piece) within(k int, pieces []piece, style how, number int) (from, end int) {
	label := strconv.Itoa(number)
	switch style {
	case bracket:
		label = "[" + label + "]"
	case round:
		label = "(" + label + ")"
	case paren:
		label += ")"
	case dot:
		label += "."
	default:
		return -1, -1
	}
	text := p.line.text
	for at := p.from; ; at += len(label) {
		i := strings.Index(text[at:p.to], label)
		if i < 0 {
			return -1, -1
		}
		at += i
		before := strings.TrimRight(text[p.from:at], " ")
		if before == "" && k > 0 {
			q := pieces[k-1]
			before = strings.TrimRight(q.line.text[q.from:q.to], " ")
		}
		end = past(text[:p.to], at+len(label))
		first, _ := utf8.DecodeRuneInString(text[end:p.to])
		spaced := at == p.from || text[at-1] == ' '
		if spaced && closed(before) && (end == p.to || end > at+len(label) && (unicode.IsUpper(first) || strings.ContainsRune("“„«‘\"'‹(", first) || unicode.IsLetter(first) && !unicode.IsLower(first))) {
			return at, end
		}
	}
}
