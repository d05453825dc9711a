package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// DuplicateNote finds two notes of one number.
var DuplicateNote = &checker.Rule{ID: "duplicate-note", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Two notes with one number",
	Text:  "Two notes carry the same number, so a reader cannot know which one the text means. Some programs drop the second one without a word.",
	Do:    "Give one of them another number, and correct its number in the text too.",
	Quiet: "Numbering that starts over in another chapter.",
	Bad:   "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[2] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n\n[3] Ida Moss, *Reeds* (Bath: Weir, 2001), 8.",
	Good:  "A.[1] B.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Basis: "CMOS 17, 14.25; CommonMark footnote extensions keep the first definition only",
}, Supersedes: []string{"note-without-marker"}, Run: run(duplicateNotes)}

func duplicateNotes(r *checker.Report) []checker.Finding {
	type key struct {
		scope int
		label string
	}
	var found []checker.Finding
	first := map[key]int{}
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		if note.Unnumbered || note.Counted || !strings.ContainsAny(note.Number, "0123456789") {
			continue
		}
		k := key{note.ScopeIndex, note.Number}
		i, again := first[k]
		if !again {
			first[k] = n
			continue
		}
		f := atNote(n, labelSpan(note), "There are two notes with the number %s.", note.Number)
		f.Help = "Give one of them another number, and its marker too."
		f.Places = []checker.Place{{Note: i, Citation: -1, Span: labelSpan(&r.Article.Notes[i])}}
		f.Evidence = evidence("text of the first one", r.Article.Notes[i].Text.String)
		if r.Article.Notes[i].Text.String == note.Text.String {
			// A theme that prints the list twice: the reader loses nothing.
			f.Severity = checker.Info
			f.Message += " They say the same."
			f.Help = "Delete one of them."
		}
		found = append(found, f)
	}
	return found
}

// labelSpan is where a note's number stands, or its text where none does.
func labelSpan(n *article.Note) document.Span {
	if n.Label.Empty() {
		return n.Span
	}
	return n.Label
}
