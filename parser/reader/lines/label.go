package lines

import "strings"

// Label is the number with which a line begins like a note, or 0: "[3] ",
// "(3) ", "3. ", "Footnote 3:".
func Label(s string) int {
	s = strings.TrimLeft(s, " \t")
	for _, prefix := range [...]string{"[Footnote ", "Footnote ", "[Note ", "Note "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			n, after := digits(rest)
			if n > 0 && strings.HasPrefix(after, ":") {
				return n
			}
			return 0
		}
	}
	open := strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(")
	if open {
		s = s[1:]
	}
	n, after := digits(s)
	if n == 0 {
		return 0
	}
	switch {
	case open && (strings.HasPrefix(after, "] ") || strings.HasPrefix(after, ") ") || strings.HasPrefix(after, "].")):
		return n
	case !open && (strings.HasPrefix(after, ". ") || strings.HasPrefix(after, ") ")):
		return n
	}
	return 0
}

// digits reads a number of at most four digits.
func digits(s string) (n int, after string) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i < len(s) && s[i] >= '0' && s[i] <= '9' {
		return 0, s
	}
	return n, s[i:]
}
