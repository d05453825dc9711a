package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// maxItalic is the longest stretch between two underscores that is taken for
// emphasis, in bytes.
const maxItalic = 600

// maxEmphasis is how many are read in one run: a run of nothing but them
// would take a hundred times its size.
const maxEmphasis = 2000

// Emphasis cuts a run at its _emphasis_: what stands between a pair of
// underscores is italic, the underscores themselves are left out. An
// underscore counts only at a word's edge, so that names and addresses keep
// theirs. Everything else of the run holds for each part, its anchors for the first.
func Emphasis(run document.Run) []document.Run {
	s := run.Text.String
	if strings.IndexByte(s, '_') < 0 {
		return []document.Run{run}
	}
	var runs []document.Run
	add := func(start, end int, style document.Style) {
		if start < end {
			part := run
			part.Text, part.Style = run.Text.Slice(start, end), run.Style|style
			runs = append(runs, part)
			run.Anchors = document.Anchors{}
		}
	}
	from := 0
	for i := 0; i < len(s) && len(runs) < 2*maxEmphasis; i++ {
		if s[i] != '_' || !opens(s, i) {
			continue
		}
		j := closing(s, i)
		if j < 0 {
			continue
		}
		add(from, i, 0)
		add(i+1, j, document.Italic)
		from, i = j+1, j
	}
	add(from, len(s), 0)
	return runs
}

// opens says whether the underscore at i may open emphasis.
func opens(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return (i == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != '/' && before != '_' && before != '=') &&
		i+1 < len(s) && !unicode.IsSpace(after) && after != '_'
}

// closing is the offset of the underscore that closes the one at i, or -1.
func closing(s string, i int) int {
	limit := min(len(s), i+maxItalic)
	for j := i + 2; j < limit; j++ {
		if s[j] != '_' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:j])
		after, _ := utf8.DecodeRuneInString(s[j+1:])
		if !unicode.IsSpace(before) && (j+1 == len(s) || !unicode.IsLetter(after) && !unicode.IsDigit(after)) {
			return j
		}
	}
	return -1
}
