package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// clean makes text safe for a terminal and for one line: white space becomes a
// space, other control characters their visible pictures, and characters that
// turn the direction of writing around are dropped, for they can make a line
// read as something else (https://www.trojansource.codes).
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r < 0x20:
			return '␀' + r
		case r == 0x7f:
			return '␡'
		case unicode.Is(unicode.Bidi_Control, r), r == '\ufeff', r == '\u200b':
			return -1
		case r != ' ' && !unicode.IsPrint(r) && !unicode.Is(unicode.Cf, r):
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func isClean(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// width is the number of terminal cells that s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += displaywidth.Rune(r)
	}
	return n
}

// fit cuts s to at most cells terminal cells, with an ellipsis where it was cut.
func fit(s string, cells int) string {
	if len(s) <= cells || width(s) <= cells {
		return s
	}
	if cells < 1 {
		return ""
	}
	head, _ := take(s, cells-width("…"))
	return strings.TrimRight(head, " ") + "…"
}

// take splits s after as many characters as fit in cells. Combining marks stay
// with the character before them.
func take(s string, cells int) (head, rest string) {
	used := 0
	for i, r := range s {
		used += width(string(r))
		if used > cells {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// shortURL cuts an address to at most cells in its middle: host and last part
// tell a person which one it is.
func shortURL(u string, cells int) string {
	if width(u) <= cells {
		return u
	}
	if _, rest, ok := strings.Cut(u, "://"); ok {
		u = rest
	}
	if width(u) <= cells {
		return u
	}
	room := max(cells-width("…"), 2)
	head, rest := take(u, room*3/5)
	tail := []rune(rest)
	for len(tail) > 0 && width(string(tail)) > room-width(head) {
		cut := max(1, (len(tail)-room)/2)
		tail = tail[cut:]
	}
	return head + "…" + string(tail)
}

// wrap breaks clean text into lines of at most cells. An address longer than a
// line is shortened, another long word is broken.
func wrap(s string, cells int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(s) {
		w := width(word)
		if w > cells && strings.Contains(word, "://") {
			word = shortURL(word, cells)
			w = width(word)
		}
		if used > 0 && used+1+w <= cells {
			line, used = line+" "+word, used+1+w
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for w > cells {
			head, rest := take(word, cells)
			if head == "" {
				break
			}
			lines = append(lines, head)
			word, w = rest, width(rest)
		}
		line, used = word, w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}

// pad fills s with spaces up to cells.
func pad(s string, cells int) string {
	return s + strings.Repeat(" ", max(0, cells-width(s)))
}
