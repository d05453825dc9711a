package rules

import (
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
	a := r.Article
	var found []checker.Finding
	seen := map[[2]string]bool{}
	for ref, c := range a.Citations() {
		title := firstWords(c.Item.Title)
		if c.Kind != article.Full || len(c.Item.Author) != 1 || c.Item.Author[0].Given == "" || !distinct(title) {
			continue
		}
		right := surname(c.Item.Author[0])
		if seen[[2]string{title, right}] {
			continue
		}
		seen[[2]string{title, right}] = true
		for _, n := range notePhrases(r).at(title) {
			if n == ref.Note {
				continue
			}
			from, to, ok := nameBefore(a.Notes[n].Text.String, title)
			if !ok {
				continue
			}
			wrong := a.Notes[n].Text.String[from:to]
			if !nearName(wrong, right) || sameInAnotherScript(wrong, right) || writes(a, wrong) {
				continue
			}
			note := &a.Notes[n]
			f := atNote(n, note.Text.Span(from, to), "Note %s spells the author “%s”; %s has “%s”.", note.Number, wrong, a.Where(ref), right)
			f.Citation = citationAt(note, from)
			f.Help, f.Confidence = "Find out which is right, and use it in both notes.", 0.85
			f.Evidence = evidence("name in the full citation", right)
			f.Fixes = []checker.Fix{{
				Description: "Write “" + right + "”, as the full citation has it", Class: checker.Suggest,
				Edits: []checker.Edit{{Span: f.Span, Text: escape(a, right)}},
			}}
			found = append(found, f)
		}
	}
	return found
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

// writes says whether a work of an article is by a person of that surname.
func writes(a *article.Article, name string) bool {
	for _, c := range a.Citations() {
		for _, n := range c.Item.Author {
			if c.Kind == article.Full && n.Given != "" && strings.EqualFold(surname(n), name) {
				return true
			}
		}
	}
	return false
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

// wordsAre says whether stretches of a text are words given in small letters.
func wordsAre(text string, tokens [][2]int, words []string) bool {
	for i, t := range tokens {
		if strings.ToLower(text[t[0]:t[1]]) != words[i] {
			return false
		}
	}
	return true
}
