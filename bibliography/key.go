package bibliography

import (
	"net/url"
	"strconv"
	"strings"

	"ibid/parser/article"
)

// maxPart is the longest part of a key, in bytes.
const maxPart = 24

// assignKeys gives every entry a key of its own. Entries that would share one
// get a, b, c … behind it, in their order.
func assignKeys(entries []Entry) {
	count := map[string]int{}
	for i := range entries {
		entries[i].Key = baseKey(&entries[i].Item)
		count[entries[i].Key]++
	}
	taken := map[string]bool{}
	for key := range count {
		taken[key] = true
	}
	next := map[string]int{}
	for i := range entries {
		base := entries[i].Key
		if count[base] == 1 {
			continue
		}
		for {
			key := base + letters(next[base])
			next[base]++
			if !taken[key] {
				taken[key] = true
				entries[i].Key = key
				break
			}
		}
	}
}

// letters counts a … z, aa, ab ….
func letters(n int) string {
	const alphabet = "abcdefghijklmnopqrstuvwxyz"
	if n < len(alphabet) {
		return alphabet[n : n+1]
	}
	return letters(n/len(alphabet)-1) + letters(n%len(alphabet))
}

// baseKey is author, year and the first telling word of the title. Without an
// author the word comes first and the next one last.
func baseKey(it *article.Item) string {
	said := keyWords(it.Title)
	if len(said) == 0 {
		said = keyWords(it.ContainerTitle)
	}
	name := keyName(it)
	if name == "" && len(said) > 0 {
		name, said = said[0], said[1:]
	}
	if name == "" {
		if u, err := url.Parse(it.URL); err == nil {
			name = ascii(strings.TrimPrefix(u.Hostname(), "www."))
		}
	}
	if name == "" {
		name = "work"
	}
	key := short(name)
	if y := it.Issued.Year(); y > 0 {
		key += strconv.Itoa(y)
	}
	if len(said) > 0 {
		key += short(said[0])
	}
	return key
}

// keyName is the surname of the first author, editor or translator, or the
// first telling word of an organisation.
func keyName(it *article.Item) string {
	for _, list := range [][]article.Name{it.Author, it.Editor, it.Translator} {
		if len(list) == 0 {
			continue
		}
		n := list[0]
		if name := ascii(n.Family); name != "" {
			return name
		}
		if w := keyWords(n.Literal); len(w) > 0 {
			return w[0]
		}
		if name := ascii(n.Given); name != "" {
			return name
		}
	}
	return ""
}

// keyWords are the telling words of a title in the letters of a key: neither
// articles nor prepositions, and none that has no such letters.
func keyWords(s string) []string {
	var out []string
	for _, w := range words(s) {
		if k := ascii(w); len(k) > 1 && !strings.Contains(small, "|"+k+"|") {
			out = append(out, k)
			if len(out) == 2 {
				break
			}
		}
	}
	return out
}

// small words tell nothing of a title.
const small = `|the|an|of|and|in|on|to|for|at|by|from|with|as|or|is|how|what|why|der|die|das|des|dem|den|und|im|am|zu|zur|zum|von|vom|fur|ein|eine|uber|le|la|les|du|de|et|en|au|aux|un|une|el|los|las|del|il|lo|gli|di|da|dei|della|os|um|uma|do|dos|van|het|een|na|`

func short(s string) string { return s[:min(len(s), maxPart)] }
