package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markerAt reads the longest marker of data/roles.tsv at the start of a word.
// n is its length, its full stop and colon included, or 0.
func (c *cutter) markerAt(i int) (m marker, n int) {
	s := c.Text
	var key strings.Builder
	at := i
	for k := 0; k < tables().roleWords; k++ {
		end := at
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) {
				break
			}
			end += size
		}
		if end == at || end-i > 48 {
			break
		}
		if k > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(strings.ToLower(s[at:end]))
		if strings.HasPrefix(s[end:], ".") {
			end++
		}
		if found, ok := tables().roles[key.String()]; ok && c.marks(found, i, end, k+1) {
			m, n = found, end-i
		}
		if strings.HasPrefix(s[end:], ":") {
			if found, ok := tables().roles[key.String()+":"]; ok {
				m, n = found, end+1-i
			}
		}
		if strings.HasPrefix(s[end:], " ") {
			end++
		}
		at = end
	}
	return m, n
}

// marks says whether the words from i to end stand where a marker does; count
// is their number.
func (c *cutter) marks(m marker, i, end, count int) bool {
	s := c.Text
	upper, _ := utf8.DecodeRuneInString(s[i:])
	after := strings.TrimLeft(s[end:], " \u00a0\n\t")
	next, _ := utf8.DecodeRuneInString(after)
	dotted := s[end-1] == '.'
	closed := after == "" || strings.ContainsRune(",;:)]，）", next)
	if c.start >= 0 && !wide(upper) { // inside a run of words
		switch m.role {
		case editorRole, translatorRole:
			return m.pre && count > 1 || m.post && closed && (dotted || unicode.IsUpper(upper))
		case accessRole:
			return c.dateFollows(end)
		case nestedRole:
			return count > 1 && unicode.IsLower(upper)
		}
		return false
	}
	switch m.role {
	case inRole:
		return len(c.pieces) > 0 && !unicode.IsDigit(next) && (after != s[end:] || strings.HasPrefix(s[end:], ":")) && !c.dateFollows(end)
	case accessRole:
		return c.dateFollows(end)
	case archiveRole:
		return closed || c.dateFollows(end)
	case nestedRole:
		switch first, _, _ := strings.Cut(strings.ToLower(s[i:end]), " "); strings.TrimSuffix(first, ".") {
		case "quoted", "cited", "reprinted", "zit", "zitiert", "apud", "repr", "rpt", "reproduced":
			return len(c.pieces) > 0
		}
		return len(c.pieces) > 0 && unicode.IsLower(upper)
	}
	if wide(upper) {
		return closed || m.post
	}
	// One word such as org or red is a marker only where it is marked as one.
	return count > 1 || dotted || closed || c.depth > 0 || m.pre && unicode.IsUpper(next) && unicode.IsLower(upper) && len(s[i:end]) <= 4
}

// dateFollows says whether a date comes right behind offset i.
func (c *cutter) dateFollows(i int) bool {
	rest := strings.TrimLeft(c.Text[i:], " :,")
	_, n := dateAt(c.Text, len(c.Text)-len(rest))
	return n > 0
}
