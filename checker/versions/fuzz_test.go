package versions_test

import (
	"strings"
	"testing"

	"ibid/checker/versions"
	"ibid/parser"
	"ibid/parser/article"
	"ibid/parser/document"
)

// written is a note of one citation.
func written(kind article.Kind, text string) article.Note {
	return article.Note{Text: document.NewText(text, 0, ""), Citations: []article.Citation{{Kind: kind, Text: text, End: len(text)}}}
}

// FuzzMatch holds a matching of any two articles to what it promises: pairs go
// both ways, and an article is itself.
func FuzzMatch(f *testing.F) {
	f.Add("A.[1] B.[2]\n\nNotes\n\n[1] "+tables+"\n\n[2] Ibid., 14.\n", "A.[1] C.[2] B.[3]\n\nNotes\n\n[1] "+tables+"\n\n[2] "+craft+"\n\n[3] Ibid., 14.\n")
	f.Add("A.[^1] B.[^2]\n\n[^1]: "+salt+"\n[^2]: See notes 1–3 above.\n", "A.[^b] B.[^1]\n\n[^1]: Dahl, supra note 1.\n[^b]: \xff\xfe\n")
	f.Add("<p>A.<sup><a href=#n1 id=r1>1</a></sup></p><p id=n1><a href=#r1>1</a>. See https://x.example/.</p>", "")
	f.Fuzz(func(t *testing.T, one, two string) {
		before, err := parser.Parse(t.Context(), strings.NewReader(one), parser.Options{})
		if err != nil {
			return
		}
		now, err := parser.Parse(t.Context(), strings.NewReader(two), parser.Options{})
		if err != nil {
			return
		}
		m := versions.Match(before, now)
		for n := range now.Notes {
			if i, ok := m.EarlierNote(n); ok {
				if back, ok := m.NowNote(i); !ok || back != n {
					t.Errorf("note %d comes from %d, which became %d", n, i, back)
				}
			}
		}
		for ref := range now.Citations() {
			if was, ok := m.Earlier(ref); ok && before.Cited(was) == nil {
				t.Errorf("%v comes from %v, which is none", ref, was)
			}
		}
		for ref := range before.Citations() {
			if at, ok := m.Work(ref); ok && now.Cited(at) == nil {
				t.Errorf("the work of %v is at %v, which is none", ref, at)
			}
		}
		same := versions.Match(now, now)
		for n := range now.Notes {
			if i, ok := same.EarlierNote(n); ok && i != n && same.Related() && now.Notes[i].Text.String != now.Notes[n].Text.String {
				t.Errorf("note %d of one article is note %d of the same", n, i)
			}
		}
	})
}
