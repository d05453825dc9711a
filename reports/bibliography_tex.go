package reports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
)

// texNames joins names by "and", as "von Last, Jr, First".
func texNames(names []article.Name) string {
	var out []string
	for _, n := range names {
		if s := texName(n); s != "" {
			out = append(out, s)
		}
		if n.EtAl {
			out = append(out, "others")
		}
	}
	return strings.Join(out, " and ")
}

func texName(n article.Name) string {
	family := texPart(n.Family)
	if family == "" {
		if whole := line(n.Literal + " " + n.Given); whole != "" {
			return "{" + texText(whole) + "}"
		}
		return ""
	}
	if p := line(n.Particle); p != "" {
		family = texPart(p) + " " + family
	}
	parts := []string{family}
	for _, s := range []string{n.Suffix, n.Given} {
		if s := texPart(s); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 2 && line(n.Given) == "" {
		parts = append(parts, "") // "Last, Jr," would make a given name of Jr
	}
	return strings.Join(parts, ", ")
}

// texPart is a part of a name, braced where BibTeX would take it apart.
func texPart(s string) string {
	t := texText(s)
	lower := " " + strings.ToLower(t) + " "
	if strings.Contains(t, ",") || strings.Contains(lower, " and ") || lower == " others " {
		return "{" + t + "}"
	}
	return t
}

// texList is the one value of a field that is a list, whose values "and" parts.
func texList(s string) string {
	t := texText(s)
	if strings.Contains(" "+strings.ToLower(t)+" ", " and ") {
		return "{" + t + "}"
	}
	return t
}

// verbatim is an address or a DOI for a field that is not read as TeX: only
// what would end the field is encoded.
func verbatim(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(line(s))
}

// texText escapes what has a meaning in TeX. Braces are written by name:
// BibTeX counts them even behind a backslash.
func texText(s string) string {
	return strings.NewReplacer(
		"&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`, "$", `\$`,
		"{", `\textbraceleft{}`, "}", `\textbraceright{}`, `\`, `\textbackslash{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	).Replace(curly(line(s)))
}

// curly turns straight quotation marks round: TeX reads each as a closing one.
func curly(s string) string {
	if !strings.ContainsAny(s, "'\"`") {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([{-–—/“‘", before)
		switch {
		case r == '`', r == '\'' && opens:
			b.WriteRune('‘')
		case r == '\'':
			b.WriteRune('’')
		case r == '"' && opens:
			b.WriteRune('“')
		case r == '"':
			b.WriteRune('”')
		default:
			b.WriteRune(r)
		}
		before = r
		if r == '\'' || r == '"' {
			before, _ = utf8.DecodeLastRuneInString(b.String())
		}
	}
	return b.String()
}

// texTitle is a title whose capitals survive a style that lowers them: words
// with a capital inside always, and all but the first where the title is not
// capitalised throughout, for there a capital marks a name.
func texTitle(s string) string {
	words := strings.Fields(curly(clean(s)))
	names := !headline(words)
	first := true
	for i, w := range words {
		if !inner(w) && (first || !names || !capital(w)) {
			words[i] = texText(w)
		} else {
			core := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			before, after, _ := strings.Cut(w, core)
			words[i] = texText(before) + "{" + texText(core) + "}" + texText(after)
		}
		first = strings.HasSuffix(w, ":") || strings.HasSuffix(w, ".") || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "!")
	}
	return strings.Join(words, " ")
}

// smallInHeadlines are the words of five letters or more that headlines write small.
const smallInHeadlines = "|about|above|across|after|against|along|among|around|because|before|behind|below|beneath|beside|between|beyond|despite|during|except|inside|outside|since|their|there|these|through|throughout|toward|towards|under|underneath|until|versus|where|which|while|within|without|"

// headline says whether a title has capitals throughout, as English titles
// have: no long word but a preposition is small.
func headline(words []string) bool {
	for _, w := range words {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if len(w) >= 5 && w == strings.ToLower(w) && w != strings.ToUpper(w) && !strings.Contains(smallInHeadlines, "|"+w+"|") {
			return false
		}
	}
	return true
}

// inner says whether a word has a capital behind its first letter ("NASA",
// "iPhone"), or is a capital that stands for itself ("Vitamin C").
func inner(w string) bool {
	letters := strings.FieldsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' })
	for _, l := range letters {
		rs := []rune(l)
		if slices.ContainsFunc(rs[1:], unicode.IsUpper) || len(rs) == 1 && unicode.IsUpper(rs[0]) && l != "A" {
			return true
		}
	}
	return false
}

// capital says whether a word's first letter is a capital.
func capital(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}
