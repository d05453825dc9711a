package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if before, _ := utf8.DecodeRuneInString(words[last-1]); unicode.IsLower(before) {
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
	if small := hasPlainWord(said); small || !comma && !strings.Contains(said, ",") {
		c.Item.Author, c.Item.Title = nil, ""
	}
}

// initialName is an initial before a name.
var initialName = pattern.New(`\p{Lu}\.\s?\p{Lu}`)

// hasPlainWord says whether a word is written small that titles and names do not have
// between others.
func hasPlainWord(s string) bool {
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(w)
		if w = strings.Trim(w, ".,:;"); unicode.IsLower(first) && !tables().small[w] {
			return true
		}
	}
	return false
}

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
