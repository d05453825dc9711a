package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/pattern"
)

// joiner puts lines together to one text.
type joiner struct {
	words *vocabulary
	runs  []document.Run
	last  *line
	text  string // so far: the last lines of it
}

// mostTail is how much of the text is looked at where lines are joined, in bytes.
const mostTail = 500

// sourcePart is the name of the part that positions count in: the text of all
// pages as it was taken from the file, which holds it packed.
const sourcePart = "text"

// add adds a piece of a line; notes gives the keys of the notes that its
// numbers above the line call, nil in notes.
func (j *joiner) add(p piece, notes func(number int) string) {
	l := p.line
	if j.last != nil {
		j.between(l, l.text[p.from:p.to])
	}
	for i := range l.runs {
		r := l.runs[i]
		r.from, r.to = max(r.from, p.from), min(r.to, p.to)
		if r.from < r.to {
			j.run(l, r, notes)
		}
	}
	j.last, j.text = l, j.text+l.text[p.from:p.to]
	if len(j.text) > mostTail {
		j.text = j.text[len(j.text)-mostTail:]
	}
}

func (j *joiner) run(l *line, r run, notes func(int) string) {
	if notes != nil {
		text := l.text[r.from:r.to]
		var marks []markIn
		if r.style.Has(document.Superscript) {
			marks = marksIn(text)
		} else {
			marks = bracketMarks(text)
		}
		for _, m := range marks {
			key := notes(m.number)
			if key == "" {
				continue
			}
			j.put(l, r, r.from, r.from+m.from, "")
			j.put(l, r, r.from+m.from, r.from+m.to, key)
			r.from += m.to
			for k := range marks {
				marks[k].from -= m.to
				marks[k].to -= m.to
			}
		}
	}
	j.put(l, r, r.from, r.to, "")
}

// bracketMarks are the numbers in brackets.
func bracketMarks(s string) []markIn {
	var out []markIn
	for _, m := range bracketed.FindAllStringSubmatchIndex(s, -1) {
		n := 0
		for _, c := range s[m[2]:m[3]] {
			n = n*10 + int(c-'0')
		}
		out = append(out, markIn{n, m[0], m[1]})
	}
	return out
}

func (j *joiner) put(l *line, r run, from, to int, key string) {
	if from >= to {
		return
	}
	j.append(document.NewText(l.text[from:to], l.start+from, sourcePart), r.style, r.url, key)
}

// append adds text in a style; what is of one style becomes one run.
func (j *joiner) append(t document.Text, style document.Style, url, key string) {
	href := document.Text{}
	if url != "" {
		href = document.Unit(url, t.All())
	}
	if n := len(j.runs); n > 0 && key == "" {
		last := &j.runs[n-1]
		if last.NoteRef == "" && last.Style == style && last.Href.String == url {
			last.Text = document.Concat(last.Text, t)
			return
		}
	}
	j.runs = append(j.runs, document.Run{Text: t, Style: style, Href: href, NoteRef: key})
}

// drop takes n bytes off the end of what was added.
func (j *joiner) drop(n int) {
	for n > 0 && len(j.runs) > 0 {
		last := &j.runs[len(j.runs)-1]
		if last.Text.Len() > n {
			last.Text = last.Text.Slice(0, last.Text.Len()-n)
			return
		}
		n -= last.Text.Len()
		j.runs = j.runs[:len(j.runs)-1]
	}
}

// between joins the next line: with a space, or without one where a word or an
// address goes on.
func (j *joiner) between(l *line, next string) {
	before := strings.TrimRight(j.text, " ")
	j.drop(len(j.text) - len(before))
	drop, space := j.words.seam(before, next, j.last, l)
	j.drop(drop)
	j.text = before[:len(before)-drop]
	if !space {
		return
	}
	j.text += " "
	end := j.last.start + len(j.last.text)
	style, url := document.Style(0), ""
	if n := len(j.runs); n > 0 && len(l.runs) > 0 && j.runs[n-1].Href.String == l.runs[0].url {
		url = l.runs[0].url
		style = j.runs[n-1].Style & l.runs[0].style
	}
	j.append(document.Unit(" ", document.Span{Start: end, End: max(end, l.start), Part: sourcePart}), style, url, "")
}

// vocabulary are the words of the article, for hyphens at the ends of lines.
type vocabulary struct{ words map[string]bool }

// mostWords bounds the vocabulary.
const mostWords = 1 << 17

func newVocabulary(pages []*laidOut) *vocabulary {
	v := &vocabulary{words: map[string]bool{}}
	parted := false
	for _, p := range pages {
		for _, r := range p.regions {
			for _, l := range r {
				words := strings.FieldsFunc(strings.ToLower(l.text), func(r rune) bool {
					return r != '-' && !unicode.IsLetter(r)
				})
				from, to := 0, len(words)
				if parted { // what a hyphen parts is no word
					from++
				}
				if parted = strings.HasSuffix(l.text, "-"); parted {
					to--
				}
				for i := from; i < to && len(v.words) < mostWords; i++ {
					v.words[words[i]] = true
				}
			}
		}
	}
	return v
}

var (
	addressStart = pattern.New(`(?i)(?:https?://|ftp://|www\.|doi\.org/|\bdoi:\s?10\.|\b10\.\d{4,9}/)\S*$`)
	begun        = pattern.New(`(?i)(?:^|[\s(<\[])((?:h|ht|htt|http|https)(?::/?)?)$`)
	schemeStart  = pattern.New(`(?i)^https?://`)
	afterAddress = pattern.New(`^(?:(?:access|last|visit|retriev|view|zuletzt|letzt|abge|aufge|besuch|consult|derni|ultim|últim|acess|acced|geraadpl|dost)|(?:stand|am|and|und|et|y|e|see|for|in|at|on|le|el|il|der|die|das|the|a|o|i|z|w|s)(?:$|[^\pL]))`)
	fileName     = pattern.New(`(?i)^[\w\-]*\.(?:html?|pdf|php|aspx?|docx?|jsp|xml)\b`)
	wordAtEnd    = pattern.New(`\p{L}+$`)
	wordAtStart  = pattern.New(`^\p{L}+`)
	trailingWord = pattern.New(`[\p{L}\-]+$`)
	leadingWord  = pattern.New(`^[\p{L}\-]+`)
)

// seam says how two lines are joined: how many bytes at the end of the first
// fall away, and whether a space comes between.
func (v *vocabulary) seam(before, next string, a, b *line) (drop int, space bool) {
	if before == "" || next == "" {
		return 0, false
	}
	if m := begun.FindStringSubmatch(before); m != nil && schemeStart.MatchString(m[1]+next) {
		return 0, false
	}
	if m := addressStart.FindString(before); m != "" {
		if !v.continues(m, next, a, b) {
			return 0, true
		}
		if strings.HasSuffix(m, "-") && v.added(m, next) {
			return len("-"), false
		}
		return 0, false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case last == '-':
		return v.hyphen(before, next, first)
	case (last == '–' || last == '—') && unicode.IsDigit(first) && strings.ContainsFunc(before[max(0, len(before)-5):], unicode.IsDigit):
		return 0, false
	case last == '/' && !strings.HasSuffix(before, " /") && unicode.IsLetter(first):
		return 0, false
	case unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, first):
		return 0, false
	}
	return 0, true
}

// hyphen says what becomes of a hyphen at the end of a line.
func (v *vocabulary) hyphen(before, next string, first rune) (drop int, space bool) {
	head := trailingWord.FindString(before)
	word := leadingWord.FindString(next)
	const size = len("-")
	switch strings.ToLower(word) {
	case "und", "oder", "and", "or", "bzw", "sowie", "et", "ou", "y", "o", "e", "en", "of":
		if len(head) > size+1 {
			return 0, true
		}
	}
	if !unicode.IsLower(first) || len(head) <= size {
		return 0, len(head) <= size && strings.HasSuffix(before, " -")
	}
	whole := strings.ToLower(head[:len(head)-size] + word)
	parted := strings.ToLower(head[:len(head)-size] + "-" + word)
	if v.words[parted] && !v.words[whole] {
		return 0, false
	}
	return size, false
}

// added says whether the hyphen at the end of an address is not its own: it
// parts a word that the article knows, into what it does not know.
func (v *vocabulary) added(address, next string) bool {
	head := strings.ToLower(wordAtEnd.FindString(strings.TrimRight(address, "-")))
	tail := strings.ToLower(wordAtStart.FindString(next))
	return v.words[head+tail] && !v.words[head+"-"+tail] && (!v.words[head] || !v.words[tail])
}

// continues says whether an address at the end of a line goes on in the next.
func (v *vocabulary) continues(address, next string, a, b *line) bool {
	word, _, _ := strings.Cut(next, " ")
	if n, m := len(a.runs), len(b.runs); n > 0 && m > 0 && a.runs[n-1].url != "" {
		if a.runs[n-1].url == b.runs[0].url {
			return true
		}
		if strings.HasSuffix(strings.TrimRight(a.runs[n-1].url, "/"), strings.TrimRight(lastOf(address, 12), "/.,;)")) && b.runs[0].url == "" && !partOf(word) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	known := unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("/?=&%#_~-.", first)
	if !known || first >= utf8.RuneSelf || strings.Contains(word, "://") {
		return false
	}
	switch address[len(address)-1] {
	case '-', '_', '=', '&', '?', '%', '#', '~', '+':
		return true
	case '/':
		return partOf(word) || strings.ContainsAny(strings.TrimRight(word, ".,;:)"), "0123456789")
	case '.', ':':
		return partOf(word) && !unicode.IsUpper(first)
	case ',', ';', ')', ']', '>', '"', '\'':
		return false
	}
	if first == '.' {
		return len(word) > 1 && unicode.IsLetter(rune(word[1])) || len(word) > 1 && unicode.IsDigit(rune(word[1]))
	}
	if unicode.IsDigit(first) && unicode.IsDigit(rune(address[len(address)-1])) && full(a) {
		return true
	}
	return full(a) && !unicode.IsUpper(first) && (first == '/' || partOf(word) || !v.speaks(word))
}

// speaks says whether a word is one of the article's own, or one of those that
// follow addresses: where a line ends in the middle of an address, what comes
// next is none.
func (v *vocabulary) speaks(word string) bool {
	word = strings.ToLower(strings.TrimRight(word, ".,;:)]"))
	return v.words[word] || afterAddress.MatchString(word) || len(word) > 0 && strings.Trim(word, "0123456789") == ""
}

// partOf says whether a word looks like a part of an address more than like
// one of a sentence.
func partOf(word string) bool {
	word = strings.TrimRight(word, ".,;:)]")
	return strings.ContainsAny(word, "/_=?&%#~") || fileName.MatchString(word) ||
		len(word) > 2 && strings.ContainsAny(word[1:len(word)-1], "-.")
}

func lastOf(s string, n int) string { return s[max(0, len(s)-n):] }

// full says whether a line reaches the right margin.
func full(l *line) bool { return l.x1 > l.right-0.12*(l.right-l.left) }
