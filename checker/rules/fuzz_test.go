package rules_test

import (
	"strings"
	"testing"

	"ibid/checker"
	"ibid/checker/rules"
	"ibid/checker/versions"
	"ibid/parser"
)

// FuzzRules runs every rule over a note of any text: none may panic, and what
// they point at and change must lie inside the source.
func FuzzRules(f *testing.F) {
	for _, s := range []string{
		"(2051) (1999) ", "(1914–1908), pp. 12–4, 145–32", "“a “b” c” „d“", "a) (b [c … [d :)", ",, .. ; . . .", "accessed Monday, March 3, 2016, February 30, 2019",
		"https://web.archive.org/web/2016/https:/x.example http://archive.ph/a", "doi:10.1234/a ISSN 1234-5678 arXiv:1513.01234", "\"a's\" ‘b’ ’c", "10:30–9 Isaiah 40:22–18",
		"(Ulm: Stein Press, 12", "Ibid., 14", "see notes 1–2 above; Ellingsworth, supra note 2", "Ellingsworth, 5; id.", "https://x.example/a;jsessionid=1?sid=2", "\xff\xfe(\x00“", "３–２ ﹙a）",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		source := "The lamp.[1]\n\nNotes\n\n[1] Mara Ellingsworth, “Tides,” " + s + "\n\n[2] " + s + "\n"
		a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: "a.txt"})
		if err != nil {
			t.Skip(err)
		}
		before, err := parser.Parse(t.Context(), strings.NewReader("The lamp.[1] So.[2]\n\nNotes\n\n[1] "+s+"\n\n[2] Mara Ellingsworth, “Tides,” "+s+"\n"), parser.Options{Name: "a.txt"})
		if err != nil {
			t.Skip(err)
		}
		matched := versions.Match(before, a)
		text := a.Text.Text("")
		for _, rule := range rules.All() {
			for found := range rule.Run(&checker.Report{Article: a, Now: today, Versions: matched}) {
				spans := []checker.Edit{{Span: found.Span}}
				for _, fix := range found.Fixes {
					spans = append(spans, fix.Edits...)
				}
				for _, e := range spans {
					if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(text) {
						t.Errorf("%s: %+v lies outside the source of %d bytes", rule.ID, e, len(text))
					}
				}
			}
		}
	})
}
