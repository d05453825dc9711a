package markdown

import (
	"strings"

	"ibid/parser/reader"
	"ibid/parser/reader/bib"
	"ibid/pattern"
)

// works are those that front matter lists, and how the article cites them.
type works struct {
	citer *bib.Citer
	notes bool // in notes
	any   bool
}

// worksOf reads what front matter says of works: their lists ("bibliography"),
// themselves ("references") and the style ("csl"). A list that can't be read is
// none: its keys stay as they are.
func worksOf(v map[string]any, hint reader.Hint) works {
	lib := bib.New()
	if list, ok := v["references"].([]any); ok {
		lib.AddItems(list)
	}
	for _, name := range append(words(v["bibliography"]), words(v["bib"])...) {
		_ = lib.AddFile(hint.Files, hint.Beside(name)...) // said above
	}
	out := works{citer: bib.NewCiter(lib), any: lib.Len() > 0}
	for _, name := range append(words(v["csl"]), words(v["citation-style"])...) {
		out.notes = out.notes || citesInNotes(name, hint)
	}
	return out
}

// words are a word, or a list of them.
func words(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok && len(out) < maxCited {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

var (
	styleClass = pattern.New(`<style\b[^>]*\bclass="([a-z-]+)"`)
	noteStyle  = pattern.New(`(?i)note|oscola|mhra|bluebook|turabian|fu(?:ss|ß)|sbl|juridi|legal|zitierweise|histor`)
)

// citesInNotes says whether a style of CSL cites in notes: it says so itself,
// or where it is not there, its name does.
func citesInNotes(name string, hint reader.Hint) bool {
	names := hint.Beside(name)
	if !strings.HasSuffix(name, ".csl") {
		names = append(hint.Beside(name+".csl"), names...)
	}
	for _, try := range names {
		if data, err := bib.ReadFile(hint.Files, try); err == nil {
			m := styleClass.FindSubmatch(data)
			return m != nil && string(m[1]) == "note"
		}
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	return noteStyle.MatchString(name) && !strings.Contains(name, "author-date")
}
