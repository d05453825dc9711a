package citation

import (
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// leadOff takes what a sentence says before the author of a short form out of his
// name, or out of a title that is nothing else, where the article knows his surname:
// "Zuletzt Sievers/Tornow, a.a.O.", "Nachweise bei Sievers, a.a.O.".
func (k knownWorks) leadOff(c *article.Citation) {
	switch c.Kind {
	case article.Ibid:
		k.leadOffIbid(c)
		return
	case article.Short:
	default:
		return
	}
	if len(c.Item.Author) > 0 {
		n := &c.Item.Author[0]
		if names := k.lastNames(n.Literal); names != nil {
			c.Item.Author = names
			return
		}
		if n.Given != "" && k.authors[n.Family] != nil && !strings.HasSuffix(n.Given, ".") && !fields.GivenName(n.Given) {
			n.Given = ""
		}
		return
	}
	words := strings.Fields(c.Item.Title)
	last := len(words) - 1
	if c.Back.Device == article.NameOnly || last < 1 || k.authors[words[last]] == nil || k.words[strings.ToLower(words[last])] {
		return
	}
	if startsLower(words[last-1]) {
		c.Item.Author, c.Item.Title = []article.Name{{Family: words[last]}}, ""
	}
}

// leadOffIbid drops the author and the title that were made of words of a sentence
// before an Ibid.: "Erstmals ebd., S. 12", "As argued in ibid., 12".
func (k knownWorks) leadOffIbid(c *article.Citation) {
	head, _, ok := strings.Cut(c.Text[min(len(c.Signal), len(c.Text)):], c.Back.Word)
	said := strings.Trim(head, " ,:;([")
	if !ok || said == "" || c.Item.Title == "" && c.Item.Author == nil || strings.ContainsAny(said, "\"“”„«»‘0123456789") || k.named(said) || initialName.MatchString(said) {
		return
	}
	comma := strings.HasSuffix(strings.TrimRight(head, " "), ",")
	if !comma && !strings.Contains(said, ",") || slices.ContainsFunc(strings.FieldsFunc(said, notInName), plain) {
		c.Item.Author, c.Item.Title = nil, ""
	}
}

// initialName is an initial before a name.
var initialName = pattern.New(`\p{Lu}\.\s?\p{Lu}`)

// lastNames are the known surnames, with strokes between them, that a text of several
// words ends with; nil where there are none.
func (k knownWorks) lastNames(s string) []article.Name {
	at := strings.LastIndexByte(s, ' ')
	if at < 0 {
		return nil
	}
	var names []article.Name
	for family := range strings.SplitSeq(s[at+1:], "/") {
		if k.authors[family] == nil {
			return nil
		}
		names = append(names, article.Name{Family: family})
	}
	return names
}

// namesAtEnd are names behind a verb or a colon at the end of a stretch, or behind
// a word written small and an initial: "An exception is Moor", "Fa eccezione C. Moor".
var namesAtEnd = pattern.New(`(?:^|\s)(\p{Ll}\p{L}*\s?:|\p{Ll}\p{L}*)\s((?:(?:\p{Lu}\.[\s-]?){1,3})?\p{Lu}[\p{L}'’-]+(?:(?:\s?/\s?|,?\s(?:and|und|et|y|e|&)\s|\s)(?:\p{Lu}\.[\s-]?){0,3}\p{Lu}[\p{L}'’-]+){0,3}(?:\set\sal\.?)?)$`)

// leadsIn are words written small that end with one that leads to a name: "the
// discussion in".
var leadsIn = pattern.New(`^(?:\p{Ll}[\p{Ll}\s’']*|\p{L}[\p{Ll}’']*(?:\s\p{Ll}[\p{Ll}’']*){3,})\s(?:in|by|from|bei|von|dans|chez|par|en|em|de)$`)

// authorOnly is what of a stretch before a title is the names of authors, where a
// sentence leads up to them; else all of it.
func authorOnly(s string) string {
	m := namesAtEnd.FindStringSubmatchIndex(s)
	if m == nil || m[2] == 0 {
		return s
	}
	word, names := s[m[2]:m[3]], s[m[4]:m[5]]
	switch {
	case tables().leads[word] == "verb" && !tables().small[word]:
		return names
	case strings.HasSuffix(word, ":"):
		return names
	case leadsIn.MatchString(s[:m[3]]):
		return names
	case len(names) > 2 && names[1] == '.' && !tables().small[word] && len(word) > 3:
		return names
	}
	return s
}
