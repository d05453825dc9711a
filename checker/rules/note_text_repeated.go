package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// NoteTextRepeated finds notes that say the same, word for word.
var NoteTextRepeated = &checker.Rule{ID: "note-text-repeated", Group: checker.Structure, Severity: checker.Info, Doc: checker.Doc{
	Title: "Two notes say the same",
	Text:  "Two notes say the same, word for word. A reader wonders what the difference is, and often one of the two was pasted by mistake.",
	Do:    "Refer to the first one (“See note 3”), use a short form, or write what was meant.",
	Quiet: "Short standing remarks (“Emphasis added.”), Ibid. and short forms, which repeat by nature. A newspaper of one day, cited in a few words, counts only in two notes " +
		"that follow each other.",
	Bad: "A.[^1] B.[^2] C.[^3]\n\n[^1]: The ledgers of the harbor office are kept in the tower, where readers are let in on Tuesdays.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: The ledgers of the harbor office are kept in the tower, where readers are let in on Tuesdays.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: The ledgers of the harbor office are kept in the tower, where readers are let in on Tuesdays.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n" +
		"[^3]: See note 1.",
	Basis: "CMOS 17, 14.29",
}, Run: run(repeatedNotes)}

func repeatedNotes(r *checker.Report) []checker.Finding {
	const (
		least  = 8 // words; fewer are a standing remark
		fewest = 5 // words of a newspaper with its day, in two notes one after the other
	)
	a := r.Article
	first, index := map[string]int{}, map[string]int{}
	var found []checker.Finding
	for n := range a.Notes {
		note := &a.Notes[n]
		text := strings.TrimSpace(note.Text.String)
		words := len(strings.Fields(text))
		if words < fewest || pointsBack(note) || words < least && !ofOneDay(note) {
			continue
		}
		i, again := first[text]
		switch at, said := index[text]; {
		case !again || a.Notes[i].ScopeIndex != note.ScopeIndex || words < least && i != n-1:
			first[text] = n
			delete(index, text)
		case a.Notes[i].Number == note.Number: // duplicate-note says so
		case said:
			found[at].Places = append(found[at].Places, checker.Place{Note: n, Citation: -1, Span: note.Span})
		default:
			f := atNote(n, note.Span, "Note %s says the same as note %s, word for word.", note.Number, a.Notes[i].Number)
			f.Citation = firstWork(note)
			f.Help, f.Confidence = "Refer to note "+a.Notes[i].Number+", or use a short form.", 0.9
			index[text] = len(found)
			found = append(found, f)
		}
	}
	return found
}

// pointsBack says whether everything in a note refers to what was cited before.
func pointsBack(note *article.Note) bool {
	for i := range note.Citations {
		if ofOneDay(note) {
			return false // a newspaper is cited by its day each time
		}
		if !note.Citations[i].Kind.IsBackReference() && note.Citations[i].Kind != article.Crossref {
			return false
		}
	}
	return len(note.Citations) > 0
}

// ofOneDay says whether a note is one citation of a newspaper by its day.
func ofOneDay(note *article.Note) bool {
	if len(note.Citations) != 1 {
		return false
	}
	item := &note.Citations[0].Item
	return len(item.Author) == 0 && item.ContainerTitle != "" && item.Issued != nil && len(item.Issued.Parts) > 0 && len(item.Issued.Parts[0]) == 3
}

// firstWork is the index of a note's first full citation, or -1.
func firstWork(note *article.Note) int {
	for i := range note.Citations {
		if note.Citations[i].Kind == article.Full {
			return i
		}
	}
	return -1
}
