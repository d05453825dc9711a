package rules

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
)

// A short form whose author is misspelt may be no short form to a reader of
// citations: “Compare Hernden, Unwelcome Americans, 23”. Its title is still that of a
// work that is cited in full, word for word.

// namesBeforeTitles are names a letter or two away from that of a work's author, which
// stand right before the work's title in another note.
func namesBeforeTitles(r *checker.Report) []checker.Finding {
	// A title that many works have, or many notes hold, tells nothing; and time is to
	// grow with the article only.
	const works, notes = 8, 256
	byTitle, authors := worksByTitle(r.Article)
	var found []checker.Finding
	for _, title := range slices.Sorted(maps.Keys(byTitle)) {
		places := notePhrases(r).at(title)
		if refs := byTitle[title]; len(refs) <= works && len(places) <= notes {
			for _, n := range places {
				found = append(found, nameSlip(r.Article, n, title, refs, authors)...)
			}
		}
	}
	return found
}

// worksByTitle are the works of one author that are cited in full, by the first words
// of their titles, each surname once; authors are the surnames of all, in small letters.
func worksByTitle(a *article.Article) (works map[string][]article.Ref, authors map[string]bool) {
	works, authors = map[string][]article.Ref{}, map[string]bool{}
	seen := map[[2]string]bool{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Full {
			continue
		}
		for _, n := range c.Item.Author {
			if n.Given != "" {
				authors[strings.ToLower(surname(n))] = true
			}
		}
		if len(c.Item.Author) != 1 || c.Item.Author[0].Given == "" {
			continue
		}
		key := [2]string{firstWords(c.Item.Title), surname(c.Item.Author[0])}
		if distinct(key[0]) && !seen[key] {
			seen[key] = true
			works[key[0]] = append(works[key[0]], ref)
		}
	}
	return works, authors
}

// nameSlip finds the name before a title in a note that is nearly that of the author of
// one of the works with that title, and nobody else's.
func nameSlip(a *article.Article, n int, title string, works []article.Ref, authors map[string]bool) []checker.Finding {
	note := &a.Notes[n]
	from, to, ok := nameBefore(note.Text.String, title)
	if !ok {
		return nil
	}
	for _, ref := range works {
		right := surname(a.Cited(ref).Item.Author[0])
		from := withNamesBefore(note.Text.String, from, strings.Count(right, " "))
		wrong := note.Text.String[from:to]
		if n == ref.Note || !nearName(wrong, right) || sameInAnotherScript(wrong, right) || capitalsOf(wrong, right) || authors[strings.ToLower(wrong)] || timeless.MatchString(wrong) {
			continue
		}
		f := atNote(n, note.Text.Span(from, to), "Note %s spells the author “%s”; %s has “%s”.", note.Number, wrong, a.Where(ref), right)
		f.Citation = citationAt(note, from)
		f.Help, f.Confidence = "Find out which is right, and use it in both notes.", 0.85
		f.Evidence = evidence("name in the full citation", right)
		f.Fixes = []checker.Fix{{
			Description: "Write “" + right + "”, as the full citation has it", Class: checker.Suggest,
			Edits: []checker.Edit{{Span: f.Span, Text: escape(a, right)}},
		}}
		return []checker.Finding{f}
	}
	return nil
}

// firstWords are the first two words of a title, folded, without an article: short
// titles begin so.
func firstWords(title string) string {
	words := titleWords(mainTitle(title))
	return strings.Join(words[:min(2, len(words))], " ")
}

// distinct says whether the words of a title, folded, are that of one work only by
// all chance: two words, or a long one.
func distinct(title string) bool {
	const long = 7
	return strings.Contains(title, " ") || len(title) >= long
}

// nameBefore is where a word with a capital stands in a text, with a comma or colon
// behind it, right before a folded title.
func nameBefore(text, title string) (from, to int, ok bool) {
	words := strings.Fields(title)
	var tokens [][2]int
	start := -1
	for i, r := range text + " " {
		switch inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r); {
		case inWord && start < 0:
			start = i
		case !inWord && start >= 0:
			tokens = append(tokens, [2]int{start, i})
			start = -1
		}
	}
	for i := 1; i+len(words) <= len(tokens); i++ {
		if !wordsAre(text, tokens[i:i+len(words)], words) {
			continue
		}
		before := tokens[i-1]
		if articles := strings.ToLower(text[before[0]:before[1]]); i > 1 && isArticle(articles) {
			before = tokens[i-2]
		}
		first, _ := utf8.DecodeRuneInString(text[before[0]:])
		behind := text[before[1]:min(len(text), before[1]+1)]
		if unicode.IsUpper(first) && (behind == "," || behind == ":") {
			return before[0], before[1], true
		}
	}
	return 0, 0, false
}

// withNamesBefore is where as many more words with capitals begin before a place in a
// text: surnames may be two, as in “Castillo Gómez”.
func withNamesBefore(text string, from, more int) int {
	for ; more > 0 && from > 0 && text[from-1] == ' '; more-- {
		at := strings.LastIndexAny(text[:from-1], " (,;:") + 1
		if first, _ := utf8.DecodeRuneInString(text[at:]); !unicode.IsUpper(first) {
			break
		}
		from = at
	}
	return from
}

// wordsAre says whether stretches of a text are words given in small letters.
func wordsAre(text string, tokens [][2]int, words []string) bool {
	for i, t := range tokens {
		if strings.ToLower(text[t[0]:t[1]]) != words[i] {
			return false
		}
	}
	return true
}
