package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxQuote is the longest stretch that is taken for a quoted title or passage,
// in bytes; a mark that is not closed within it opens nothing.
const maxQuote = 1200

// span is a stretch of a text: quoted, in brackets, in italics.
type span struct{ start, end int }

func (s span) text(of string) string { return of[s.start:s.end] }

// mask says for every byte of a note what it is inside of.
type mask struct {
	depth  []uint8 // > 0: inside quotes, brackets or an address
	quotes []span  // what stands between quotation marks, without them
	rounds []span  // what stands between round or square brackets, without them
}

// closers pairs opening quotation marks with the marks that may close them.
func closers(r rune) string {
	switch r {
	case '“', '„', '‟':
		return "”“\""
	case '"':
		return "\"”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‹':
		return "›"
	case '「':
		return "」"
	case '『':
		return "』"
	case '《':
		return "》"
	case '〈':
		return "〉"
	case '”':
		return "”"
	case '‘', '\'', '‚':
		return "’‘'"
	}
	return ""
}

// readMask finds quotes and brackets of s; urls are its addresses.
func readMask(s string, urls []span) mask {
	m := mask{depth: make([]uint8, len(s)+1)}
	for _, u := range urls {
		for i := u.start; i < u.end; i++ {
			m.depth[i] = 1
		}
	}
	var rounds []int
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if m.depth[i] > 0 {
			i += size
			continue
		}
		if c := closers(r); c != "" && opensQuote(s, i, r) {
			end, width := 0, 0
			if strings.ContainsRune(c, '\'') {
				end, width = singleClosing(s, i+size)
			} else {
				end, width = m.closing(s, i+size, c)
			}
			if end > 0 {
				m.quotes = append(m.quotes, span{i + size, end})
				for k := i; k < end+width; k++ {
					m.depth[k] = 1
				}
				i = end + width
				continue
			}
		}
		switch r {
		case '(', '[', '（', '［':
			rounds = append(rounds, i+size)
		case ')', ']', '）', '］':
			if n := len(rounds); n > 0 {
				m.rounds = append(m.rounds, span{rounds[n-1], i})
				if n == 1 {
					for k := rounds[0] - 1; k < i; k++ {
						m.depth[k]++
					}
				}
				rounds = rounds[:n-1]
			}
		}
		i += size
	}
	return m
}

// opensQuote tells a straight or right-hand mark that opens a quotation from
// one that closes one or stands for inches.
func opensQuote(s string, i int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if strings.ContainsRune("‘'‚", r) {
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		return (i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–“\"", before)) && (unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("“„«\"…", after))
	}
	if r != '"' && r != '”' && r != '»' {
		return true
	}
	return i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-,:'‘", before)
}

// closing is where a quotation that opens before from ends, and the width of
// its mark; 0 if it does not end.
func (m mask) closing(s string, from int, c string) (end, width int) {
	limit := min(len(s), from+maxQuote)
	nested := false
	first, wide := 0, 0 // where it ends if what opens inside does not close
	for i := from; i < limit; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune(c, r) && i > from {
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			switch {
			case r == '"' && unicode.IsSpace(before):
				after, _ := utf8.DecodeRuneInString(s[i+size:])
				nested = nested || unicode.IsLetter(after) && quoteGoesOn(s[i+size:limit])
			case r == '“' && unicode.IsSpace(before):
			case nested && r == '"':
				nested, first, wide = false, i, size
			default:
				return i, size
			}
		}
		i += size
	}
	return first, wide
}

// quoteGoesOn says whether a quotation in straight marks inside another one is
// a word or two, and the outer one goes on behind it: `You "This" Week!"`.
func quoteGoesOn(s string) bool {
	inner, rest, ok := strings.Cut(s, "\"")
	next, _, closed := strings.Cut(rest, "\"")
	return ok && closed && len(inner) < 40 && strings.HasPrefix(rest, " ") && !strings.HasSuffix(next, " ") && len(next) < 120 && !strings.ContainsAny(next, ";()")
}

// maxSingle is the longest stretch between single quotation marks that is
// taken for a title, in bytes.
const maxSingle = 300

// singleClosing is where a quotation between single marks ends that begins at
// from, and the width of its mark; 0 if it does not end. The mark is also an
// apostrophe: one that punctuation follows closes, one that a word follows
// does so only if no better one comes before the next opening mark.
func singleClosing(s string, from int) (end, width int) {
	limit := min(len(s), from+maxSingle)
	prev := ' '
	for i := from; i < limit; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if (r == '’' || r == '\'' || r == '‘') && i > from {
			if unicode.IsSpace(prev) {
				return end, width // the next quotation opens
			}
			rest := s[i+size:]
			after, _ := utf8.DecodeRuneInString(rest)
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
			switch {
			case rest == "" || strings.ContainsRune(",.;:)]?!", after) || after == ' ' && (next == '(' || next == '[' || strings.HasPrefix(rest, " in ")):
				return i, size
			case after == ' ' && !unicode.IsLower(next) && end == 0:
				end, width = i, size
			}
		}
		prev = r
		i += size
	}
	return end, width
}

// free says whether offset i stands outside quotes, brackets and addresses.
func (m mask) free(i int) bool { return m.depth[i] == 0 }
