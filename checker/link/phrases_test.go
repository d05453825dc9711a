package link

import (
	"strings"
	"testing"
)

func TestLexicon(t *testing.T) {
	t.Parallel()
	l := newLexicon([][]string{{"page {,was }not found"}, {"=gone"}, {"^this page is {missing,=x}"}, {"znalezion*"}, {"ページが見つかりません"}, {"can't find"}, {"@error 404"}, {"{^no,=empty} shel{f,ves} here{ ,today, right now}"}, {"that page ~ has vanished"}, {"=missing"}})
	for _, row := range []struct {
		name, text string
		title      bool
		want       string // "" where nothing is to be found
	}{
		{"as it stands", "The Page Not Found!", false, "Page Not Found"},
		{"an empty choice filled", "page was not found", false, "page was not found"},
		{"over the end of a sentence", "See the page. Not found here", false, ""},
		{"over a stop in a name", "page.not found", false, "page.not found"},
		{"a whole title", "Gone", true, "Gone"},
		{"a part of a title", "Harbor | Gone | News", true, "Gone"},
		{"not the whole of a part", "Gone Fishing | Harbor", true, ""},
		{"a compound", "long-gone", true, ""},
		{"a whole title, in a text", "Gone", false, ""},
		{"the start of a sentence", "Sorry. This page is missing.", false, "This page is missing"},
		{"not the start of a sentence", "I think this page is missing.", false, ""},
		{"a whole sentence of a title", "Oops! Error 404. Sorry", true, "Error 404"},
		{"not the whole of a sentence", "How to mend an error 404 in a day", true, ""},
		{"at the start, in a title", "Error 404 explained", true, ""},
		{"at the start, in a text", "Error 404 The page is gone", false, "Error 404"},
		{"any ending", "Strona znalezionа", false, "znalezionа"},
		{"without spaces", "お探しのページが見つかりませんでした", false, "ページが見つかりません"},
		{"typographic apostrophe", "we can’t find it", false, "can’t find"},
		{"a joiner inside", "page not fo\u00adund", false, "page not fo\u00adund"},
		{"wide letters", "ｐａｇｅ ｎｏｔ ｆｏｕｎｄ", false, "ｐａｇｅ ｎｏｔ ｆｏｕｎｄ"},
		{"a choice in a word, the end left out", "No shelves here.", false, "No shelves here"},
		{"a choice of several words, the longest", "No shelf here right now", false, "No shelf here right now"},
		{"no choice", "No shel here", false, ""},
		{"the kind of the first choice", "There is no shelf here", false, ""},
		{"the kind of the second choice", "Empty shelves heretoday", true, "Empty shelves heretoday"},
		{"a gap", "That page you were looking for has vanished", false, "That page you were looking for has vanished"},
		{"a gap of nothing", "that page has vanished", false, "that page has vanished"},
		{"a gap that is too wide", "that page of the old book on the ships of the north has vanished", false, ""},
		{"a gap over a sentence", "See that page. My hat has vanished", false, ""},
		{"a gap over a dash", "See that page – my hat has vanished", false, ""},
		{"spoken of", "The word is “page not found”, and it is wrong.", false, ""},
		{"a sentence in quotation marks", "“Page not found”", true, "Page not found"},
		{"a title and a subtitle", "Missing: A Novel", true, ""},
		{"an error and a subtitle", "Error 404: Oh dear", true, "Error 404"},
		{"behind a colon", "Harbor: Missing", true, "Missing"},
		{"the start of a line", "Harbor\nThis page is missing", false, "This page is missing"},
		{"a whole line without spaces", "港\nページが見つかりません", false, "ページが見つかりません"},
		{"over two lines", "page\nnot found", false, "page\nnot found"},
		{"nothing", "", true, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, ok := l.find(row.text, row.title)
			if got != row.want || ok != (row.want != "") {
				t.Errorf("find(%q) = %q, %v; want %q", row.text, got, ok, row.want)
			}
		})
	}
}

// TestTables reads every row of the tables: a pattern that says nothing would
// match everything, a kind that nobody knows nothing.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, row := range append(tableRows(notFoundTable), tableRows(otherTable)...) {
		if len(row) != 2 || strings.Count(row[1], "{") != strings.Count(row[1], "}") || strings.ToLower(row[1]) != row[1] {
			t.Errorf("%q: want a kind, a tab and a pattern in lower case", row)
			continue
		}
		for _, phrase := range alternatives(row[1]) {
			if len(strings.Trim(fold(phrase), "=^@* ")) < 3 {
				t.Errorf("%q makes the phrase %q", row[1], phrase)
			}
		}
	}
	for _, row := range tableRows(otherTable) {
		switch row[0] {
		case "parked", "suspended", "betting", "sorry", "lacks", "thing", "gone", "stale", "site", "shut", "abroad", "sold", "withheld", "trouble", "login", "human", "refused":
		default:
			t.Errorf("the kind %q is none", row[0])
		}
	}
	for _, row := range tableRows(markTable) {
		if len(row) != 3 || len(row[2]) < 6 {
			t.Errorf("%q: want a kind, a maker and a string of some length", row)
		}
	}
}

func FuzzLexicon(f *testing.F) {
	for _, s := range []string{"Page not found", "404 | Harbor", "ページが見つかりません。", "\xff\xfe", "can’t’’ find", strings.Repeat("page ", 100), "й", "a-b/c:d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words, ok := notFound().find(s, true)
		if ok && words == "" {
			t.Errorf("find(%q) found nothing", s)
		}
		for _, w := range spoken(s, nil) {
			if w.start >= w.end || w.end > len(s) {
				t.Errorf("%q: a word from %d to %d", s, w.start, w.end)
			}
		}
	})
}
