package bib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/reader/tex"
)

// maxNames is the largest number of names of one field that are read.
const maxNames = 200

// namesOf reads names as BibTeX has them: "First von Last", "von Last, First"
// or "von Last, Jr, First", with "and" between them; those in braces are whole.
func namesOf(s string) []article.Name {
	var out []article.Name
	for _, one := range outside(s, splitAnd) {
		one = strings.TrimSpace(one)
		switch {
		case len(out) >= maxNames || one == "":
		case strings.EqualFold(one, "others") || strings.EqualFold(one, "et al.") || strings.EqualFold(one, "et al"):
			if len(out) > 0 {
				out[len(out)-1].EtAl = true
			}
		default:
			out = append(out, nameOf(one))
		}
	}
	return out
}

func nameOf(s string) article.Name {
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && len(outside(s, splitComma)) == 1 && len(outside(s, splitSpace)) == 1 {
		return article.Name{Literal: tex.Plain(s)}
	}
	if strings.Contains(s, "family=") || strings.Contains(s, "family =") {
		return keyed(s)
	}
	parts := outside(s, splitComma)
	var n article.Name
	switch {
	case len(parts) == 1:
		words := outside(parts[0], splitSpace)
		first, last := bounds(words)
		n.Given = tex.Plain(strings.Join(words[:first], " "))
		n.Particle = tex.Plain(strings.Join(words[first:last], " "))
		n.Family = tex.Plain(strings.Join(words[last:], " "))
	default:
		words := outside(parts[0], splitSpace)
		last := 0
		for last < len(words)-1 && small(words[last]) {
			last++
		}
		n.Particle = tex.Plain(strings.Join(words[:last], " "))
		n.Family = tex.Plain(strings.Join(words[last:], " "))
		n.Given = tex.Plain(parts[len(parts)-1])
		if len(parts) > 2 {
			n.Suffix = tex.Plain(parts[1])
		}
	}
	if n.Given == "" && n.Particle == "" && n.Suffix == "" {
		return article.Name{Literal: n.Family}
	}
	return n
}

// keyed reads a name of BibLaTeX's extended form: "family=Last, given=First".
func keyed(s string) article.Name {
	var n article.Name
	for _, p := range outside(s, splitComma) {
		key, value, _ := strings.Cut(p, "=")
		value = tex.Plain(strings.Trim(strings.TrimSpace(value), `"`))
		switch strings.TrimSpace(key) {
		case "family":
			n.Family = value
		case "given":
			n.Given = value
		case "prefix":
			n.Particle = value
		case "suffix":
			n.Suffix = value
		}
	}
	return n
}

// bounds are where the particle and the family name begin among the words of
// "First von Last". The last word always is of the family name.
func bounds(words []string) (first, last int) {
	first, last = len(words)-1, len(words)-1
	for i := range max(0, len(words)-1) {
		if small(words[i]) {
			first = min(first, i)
			last = i + 1
		}
	}
	return max(first, 0), max(last, 0)
}

// small says whether a word begins with a small letter: outside of braces.
func small(w string) bool {
	if strings.HasPrefix(w, "{") && !strings.HasPrefix(w, `{\`) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tex.Plain(w))
	return unicode.IsLower(r)
}

// The ways of splitting: the length of the divider at the start of s, 0 if
// there is none.
func splitComma(s string) int {
	if s[0] == ',' {
		return 1
	}
	return 0
}

func splitSpace(s string) int {
	return len(s) - len(strings.TrimLeft(s, " \t\r\n~"))
}

func splitAnd(s string) int {
	if strings.IndexByte(" \t\r\n", s[0]) < 0 {
		return 0
	}
	rest := strings.TrimLeft(s, " \t\r\n")
	if len(rest) > 4 && strings.EqualFold(rest[:3], "and") && strings.IndexByte(" \t\r\n", rest[3]) >= 0 {
		return len(s) - len(rest) + 4
	}
	return 0
}

// outside splits at dividers that do not stand in braces; no part is empty.
func outside(s string, divider func(string) int) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i < len(s); {
		n := 0
		switch c := s[i]; {
		case c == '\\':
			i += min(2, len(s)-i)
			continue
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth <= 0:
			n = divider(s[i:min(len(s), i+200)])
		}
		if n == 0 {
			i++
			continue
		}
		if part := strings.TrimSpace(s[from:i]); part != "" {
			out = append(out, part)
		}
		i += n
		from = i
	}
	if part := strings.TrimSpace(s[from:]); part != "" || len(out) == 0 {
		out = append(out, part)
	}
	return out
}
