package versions

import (
	"slices"
	"strings"
	"unicode"

	"ibid/parser/article"
	"ibid/pattern"
)

// note is what a note is known by.
type note struct {
	// key is its text in lower case words, with the numbers of notes that it
	// names left out: renumbering leaves it as it was.
	key string
	// words are the numbers of its distinct words, sorted; maxWords at most.
	words []int
	// context are the last words before its marker, or "".
	context string
	// telling says that the text alone can tell it from others: it names a
	// work or says something, and is no bare Ibid.
	telling bool
}

const (
	// maxWords bounds what is compared of one note.
	maxWords = 200
	// contextWords and contextBytes bound what is read before a marker.
	contextWords, contextBytes = 6, 300
	// fewestContext is how many words it takes to know a sentence by.
	fewestContext = 3
	// fewestProse is how many words it takes to know a comment by.
	fewestProse = 4
)

// reader numbers words as it meets them.
type reader struct{ ids map[string]int }

func (r reader) notes(a *article.Article) []note {
	out := make([]note, len(a.Notes))
	for n := range a.Notes {
		out[n] = r.note(&a.Notes[n])
	}
	for _, m := range a.Markers {
		if m.Note >= 0 && m.Note < len(out) && out[m.Note].context == "" {
			out[m.Note].context = context(a, m)
		}
	}
	return out
}

func (r reader) note(n *article.Note) note {
	words := fold(withoutNumbers(n))
	out := note{key: strings.Join(words, " "), telling: telling(n, len(words))}
	for _, w := range words[:min(len(words), maxWords)] {
		id, ok := r.ids[w]
		if !ok {
			id = len(r.ids)
			r.ids[w] = id
		}
		out.words = append(out.words, id)
	}
	slices.Sort(out.words)
	out.words = slices.Compact(out.words)
	return out
}

// telling says whether a note names a work in its own words, or is prose.
func telling(n *article.Note, words int) bool {
	for i := range n.Citations {
		switch c := &n.Citations[i]; c.Kind {
		case article.Full:
			return true
		case article.Short:
			if len(c.Item.Author) > 0 || c.Item.Title != "" {
				return true
			}
		case article.Commentary:
			if len(fold(c.Text)) >= fewestProse {
				return true
			}
		case article.Ibid, article.Crossref:
		}
	}
	return len(n.Citations) == 0 && words >= fewestProse
}

// withoutNumbers is a note's text without the words that name other notes:
// "supra note 5" reads the same when it has become "supra note 6".
func withoutNumbers(n *article.Note) string {
	text := n.Text.String
	var b strings.Builder
	at := 0
	for i := range n.Citations {
		c := &n.Citations[i]
		if len(c.Back.Notes) == 0 || c.Back.Word == "" || c.Start < at || c.End > len(text) || c.Start > c.End {
			continue
		}
		k := strings.Index(text[c.Start:c.End], c.Back.Word)
		if k < 0 {
			continue
		}
		b.WriteString(text[at : c.Start+k])
		b.WriteString(digits.ReplaceAllString(c.Back.Word, " "))
		at = c.Start + k + len(c.Back.Word)
	}
	b.WriteString(text[at:])
	return b.String()
}

var (
	digits = pattern.New(`\p{Nd}+`)
	// stops matches the end of a sentence that is not the last.
	stops = pattern.New(`[.?!][”"’)]*\s`)
	// markup matches tags and bracketed numbers in the source before a marker.
	markup = pattern.New(`<[^<>]*>|\[[^\[\]]*\]`)
)

// context is what stands before a marker in the source: the last words of its
// sentence, or of its paragraph where the sentence is short; "" where that is, too.
func context(a *article.Article, m article.Marker) string {
	source := a.Text.Text(m.Span.Part)
	end := max(0, min(m.Span.Start, len(source)))
	before := source[max(0, end-contextBytes):end]
	if i := strings.LastIndex(before, "<"); i > strings.LastIndex(before, ">") {
		before = before[:i] // the marker's own tag is open
	}
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before = before[i:]
	}
	before = markup.ReplaceAllString(before, " ")
	at := stops.FindAllStringIndex(strings.TrimRight(before, " .?!”\"’"), -1)
	for _, s := range [...]string{before[last(at):], before} {
		words := slices.DeleteFunc(fold(s), digits.MatchString)
		if len(words) >= fewestContext {
			return strings.Join(words[max(0, len(words)-contextWords):], " ")
		}
	}
	return ""
}

// last is where the last of some matches ends.
func last(at [][]int) int {
	if len(at) == 0 {
		return 0
	}
	return at[len(at)-1][1]
}

// fold cuts a text into words in lower case, without punctuation.
func fold(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

func foldText(s string) string { return strings.Join(fold(s), " ") }

// likeness is the share (0–1) of words that two sorted lists have in common.
func likeness(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common++
			i++
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
