package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are what tells prose from code.
type signs struct {
	letters, marks int // letters; other characters but space
	words          int
	sentences      int // ends of sentences behind a word
	code           int // signs that prose has no use for
	calls          int // name(argument
	lines, ended   int // lines; those that end as statements do
	columns        int // lines of a table
}

// Code has signs and calls in every line and tables have columns; the figures
// are far from what articles with notes and addresses have, and from what
// listings with long comments have.
const (
	// leastLetters is the least share of letters among all but space, in percent.
	leastLetters = 65
	// mostSigns is the largest share of signs of code, in percent.
	mostSigns = 3
	// wordsPerCall is how many words there are for each call at least.
	wordsPerCall = 100
	// mostStatements is the largest share of lines that end as statements do
	// or stand in columns, in percent.
	mostStatements = 12
	// labelColumns is how much of a line may be a note's label and the space behind it.
	labelColumns = 8
	// leastWords and lettersPerSentence are for what has to be prose by itself.
	leastWords         = 30
	lettersPerSentence = 400
)

// isPlain says whether nothing in preformatted text looks like code or a table.
func isPlain(s string) bool {
	c := readSigns(s)
	return c.plain()
}

// isProse says whether preformatted text is made of sentences.
func isProse(s string) bool {
	c := readSigns(s)
	return c.plain() && c.sentences >= 2 && c.sentences*lettersPerSentence >= c.letters && (c.words >= leastWords || c.letters >= 5*leastWords)
}

func (c *signs) plain() bool {
	all := c.letters + c.marks
	return c.letters*100 >= all*leastLetters && c.code*100 <= all*mostSigns && c.calls*wordsPerCall <= c.words &&
		c.ended*100 <= c.lines*mostStatements && c.columns*100 <= c.lines*mostStatements
}

// readSigns counts.
func readSigns(s string) signs {
	var c signs
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(strings.TrimLeft(line, "> \t")) // "> " quotes an e-mail
		if line == "" {
			continue
		}
		c.lines++
		switch line[len(line)-1] {
		case ';', '{', '}', '\\', '=':
			c.ended++
		}
		if text := line[min(len(line), labelColumns):]; strings.Contains(text, "   ") || strings.Contains(text, "\t") {
			c.columns++
		}
		c.readLine(line)
	}
	return c
}

// readLine counts the characters of a line.
func (c *signs) readLine(line string) {
	before := ' '
	for i, r := range line {
		switch {
		case unicode.IsSpace(r):
			before = r
			continue
		case unicode.IsLetter(r) || unicode.IsMark(r):
			c.letters++
			if unicode.IsSpace(before) {
				c.words++
			}
		default:
			c.marks++
			c.readMark(r, before, line[i+utf8.RuneLen(r):])
		}
		before = r
	}
}

// readMark counts a sign that stands between a character and the rest of its line.
func (c *signs) readMark(r, before rune, rest string) {
	after, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '。', '！', '？':
		c.sentences++
	case '.', '!', '?':
		if (unicode.IsLetter(before) || strings.ContainsRune(`)]"”'’_`, before)) && (rest == "" || unicode.IsSpace(after) || strings.ContainsRune(`)["”'’_`, after)) {
			c.sentences++
		}
	case '(':
		if (unicode.IsLetter(before) || before == '_') && rest != "" && !strings.HasPrefix(rest, "s)") && !unicode.IsSpace(after) {
			c.calls++
		}
	case '{', '}', '<', '>', '=', ';', '|', '\\', '$', '#', '@', '`', '^', '~', '%', '+':
		c.code++
	}
}
