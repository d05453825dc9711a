package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// mentions holds the words of full citations and of remarks. A short form that
// the resolver could not place may still have its work there: under an author
// who was read otherwise, as the second of two works in one breath, or in a
// sentence.
type mentions struct {
	texts  []mention
	byWord map[string][]int // indices of texts
}

type mention struct {
	note int
	text string // folded, between spaces
}

// mostMentions is how many of the texts that have a name are looked at: names
// such as "institute" stand in thousands.
const mostMentions = 64

var yearInText = pattern.New(`\b(?:1[4-9]|20)\d\d\b`)

// mentionsIn are those of a report.
var mentionsIn = checker.Share(func(r *checker.Report) mentions { return newMentions(r.Article) })

func newMentions(a *article.Article) mentions {
	m := mentions{byWord: map[string][]int{}}
	note, end := -1, 0 // what comes before a citation in its note belongs to it: a name that was not read
	for ref, c := range a.Citations() {
		if ref.Note != note {
			note, end = ref.Note, 0
		}
		whole := c.Text
		if text := a.Notes[ref.Note].Text.String; end <= c.Start && c.Start <= c.End && c.End <= len(text) {
			whole = text[end:c.End]
		}
		end = max(end, c.End)
		// A remark without a year names no source; a book without one may have been
		// taken for a short form.
		switch {
		case c.Kind == article.Full, imprint.MatchString(c.Text), wholeWithoutYear(c), c.Kind == article.Commentary && (yearInText.MatchString(c.Text) || placeBeforePage.MatchString(c.Text)):
		default:
			continue
		}
		text := folded(whole)
		seen := map[string]bool{}
		for word := range strings.FieldsSeq(text) {
			if !seen[word] && len(m.byWord[word]) < mostMentions {
				seen[word] = true
				m.byWord[word] = append(m.byWord[word], len(m.texts))
			}
		}
		m.texts = append(m.texts, mention{ref.Note, " " + text + " "})
	}
	return m
}

// wholeWithoutYear says whether a citation that was taken for a short form gives its
// author's whole name and its title, and is complete as it stands (a typescript that
// has no date, in a library) or with its volume, which may stand there in short.
func wholeWithoutYear(c *article.Citation) bool {
	if c.Kind != article.Short || c.Target != nil || c.Item.Title == "" || len(c.Item.Author) == 0 {
		return false
	}
	given := strings.TrimRight(c.Item.Author[0].Given, ".")
	return given != "" && (completeAsItStands(c) || utf8.RuneCountInString(given) > 1 && inVolume.MatchString(c.Text))
}

// inVolume matches the end of a chapter's title and the word before its volume.
var inVolume = pattern.New(`[»”"’],?\s(?i:in|dans|en|nel|nella|em):?\s`)

// hasWork says whether another note's full citation or remark has the name and
// two words in three of the title of a short form.
func (m mentions) hasWork(note int, item *article.Item) bool {
	name, title := "", folded(mainTitle(item.Title))
	if len(item.Author) > 0 {
		name = folded(surname(item.Author[0]))
	}
	if name == "" && !strings.Contains(title, " ") {
		return false
	}
	first, _, _ := strings.Cut(name, " ")
	if first == "" {
		first, _, _ = strings.Cut(title, " ")
	}
	for _, i := range m.byWord[first] {
		if t := m.texts[i]; t.note != note && (name == "" && strings.Contains(t.text, " "+title+" ") || name != "" && strings.Contains(t.text, " "+name+" ") && mostOf(title, t.text)) {
			return true
		}
	}
	return false
}

// elsewhere says whether a full citation or remark of another note has a title of
// two words or more, word for word.
func (m mentions) elsewhere(note int, title string) bool {
	title = folded(mainTitle(title))
	first, _, more := strings.Cut(title, " ")
	return more && slices.ContainsFunc(m.byWord[first], func(i int) bool {
		return m.texts[i].note != note && strings.Contains(m.texts[i].text, " "+title+" ")
	})
}

// mostOf says whether two words in three of a title stand in a text; those of
// three letters do not count, and a title of none is there.
func mostOf(title, text string) bool {
	all, there := 0, 0
	for word := range strings.FieldsSeq(title) {
		if len(word) <= 3 {
			continue
		}
		all++
		if strings.Contains(text, " "+word+" ") {
			there++
		}
	}
	return there*3 >= all*2
}
