package rules_test

import (
	"regexp"
	"strings"
)

// Mistakes with markers and notes.

var (
	// Where labels are numbers that somebody typed.
	typed = []string{"article.txt", "article.html"}
	// Where a marker may name a note that is not there.
	written = []string{"article.txt", "article.html", "article.md"}
	pages   = []string{"article.html"}
)

func structureMistakes() []mutation {
	return []mutation{
		{"a note is deleted", []string{"marker-without-note"}, eachRemark(deleteNote), written},
		{"the number of a marker is mistyped", []string{"marker-without-note"}, eachRemark(func(p paper, i int) []planted {
			wrong := "6" + p.notes[i].label
			return remarked(p, i, "[^"+wrong+"]", wrong)
		}), written},
		{"a marker is deleted", []string{"note-without-marker"}, eachRemark(func(p paper, i int) []planted {
			return remarked(p, i, "", p.notes[i].label)
		}), written},
		{"two notes get one number", []string{"duplicate-note"}, eachRemark(func(p paper, i int) []planted {
			if i == 0 {
				return nil
			}
			q := p.clone()
			q.notes[i].label = q.notes[i-1].label
			return []planted{{q, []string{q.notes[i].label}}}
		}), written},
		{"two markers change places", []string{"out-of-order"}, eachRemark(func(p paper, i int) []planted {
			if i == 0 {
				return nil
			}
			x, y := p.notes[i-1].label, p.notes[i].label
			q := p.clone()
			for j, para := range q.body {
				para = strings.ReplaceAll(para, "[^"+x+"]", "[^~]")
				para = strings.ReplaceAll(para, "[^"+y+"]", "[^"+x+"]")
				q.body[j] = strings.ReplaceAll(para, "[^~]", "[^"+y+"]")
			}
			return []planted{{q, []string{x, y}}}
		}), typed},
		{"two notes change places in the list", []string{"out-of-order"}, eachRemark(func(p paper, i int) []planted {
			if i == 0 {
				return nil
			}
			q := p.clone()
			q.notes[i-1], q.notes[i] = q.notes[i], q.notes[i-1]
			return []planted{{q, []string{q.notes[i-1].label, q.notes[i].label}}}
		}), typed},
		{"a paragraph is moved to the front", []string{"out-of-order"}, func(p paper) []planted {
			var all []planted
			for j := 1; j < len(p.body); j++ {
				if moved := strings.Count(p.body[j], "[^"); moved*3 > len(p.notes) || moved < 1 {
					continue // then it is the others that stand out of order
				}
				q := p.clone()
				q.body = append([]string{p.body[j]}, append(append([]string{}, p.body[:j]...), p.body[j+1:]...)...)
				all = append(all, planted{q, nil})
			}
			return all
		}, typed},
		{"a note and its marker are deleted", []string{"note-number-gap"}, eachRemark(func(p paper, i int) []planted {
			if i == 0 || i == len(p.notes)-1 {
				return nil
			}
			q := remarked(p, i, "", "")[0].paper
			q.notes = append(q.notes[:i:i], q.notes[i+1:]...)
			return []planted{{q, []string{p.notes[i-1].label, p.notes[i+1].label}}}
		}), typed},
		{"a note is emptied", []string{"empty-note"}, eachRemark(func(p paper, i int) []planted {
			return []planted{{p.with(i, ""), []string{p.notes[i].label}}}
		}), nil},
		{"a note is put off", []string{"placeholder-note"}, eachRemark(func(p paper, i int) []planted {
			var all []planted
			for _, words := range []string{"TK", "TK add source.", "[citation needed]", "XXX", "TODO: find the source", "[source?]", "CHECK THIS", "[add reference]", "???", "[TK]", "Source to come.", "Lorem ipsum dolor sit amet.", "xxx", "citation needed", "Insert citation here.", "[Quelle fehlt]"} {
				all = append(all, planted{p.with(i, words), []string{p.notes[i].label}})
			}
			return all
		}), nil},
		{"a page is put off", []string{"placeholder-note"}, variants(`(?:pp?\. |S\. )(\d+(?:[–-]\d+)?)\.$`, "00", "TK", "??", "[page?]", "000", "xx–xx"), nil},
		{"a page without a word before it is put off", []string{"placeholder-note"}, variants(`, (\d+(?:[–-]\d+)?)\.$`, "TK", "??", "[page?]", "000"), nil},
		{"a marker slips before the stop", []string{"marker-before-punctuation"}, eachRemark(func(p paper, i int) []planted {
			if p.lang != "en" && p.lang != "de" || len(p.notes) < 12 {
				return nil // no custom, or no habit
			}
			marker := "[^" + p.notes[i].label + "]"
			q := p.clone()
			for j, para := range q.body {
				q.body[j] = strings.Replace(para, "."+marker, marker+".", 1)
			}
			return []planted{{q, []string{p.notes[i].label}}}
		}), nil},
		{"a marker of a page links to another note", []string{"backlink-broken"}, eachRemark(func(p paper, i int) []planted {
			q := p.clone()
			q.back = map[string]string{p.notes[i].label: "fn" + p.notes[(i+2)%len(p.notes)].label}
			return []planted{{q, []string{p.notes[i].label}}}
		}), pages},
		{"a marker of a page links to nothing", []string{"backlink-broken"}, eachRemark(func(p paper, i int) []planted {
			q := p.clone()
			q.back = map[string]string{p.notes[i].label: "fnote-" + p.notes[i].label}
			return []planted{{q, []string{p.notes[i].label}}}
		}), pages},
		{"a note is copied over another", []string{"repeated-full-citation", "note-text-repeated"}, eachRemark(func(p paper, i int) []planted {
			if !regexp.MustCompile(`\b(?:1[5-9]|20)\d\d\b`).MatchString(p.notes[i].text) || len(p.notes[i].text) < 70 || shortInside.MatchString(p.notes[i].text) || i+4 >= len(p.notes) {
				return nil
			}
			return []planted{{p.with(i+4, p.notes[i].text), []string{p.notes[i].label, p.notes[i+4].label}}}
		}), nil},
		{"a note is called again", []string{"marker-reused"}, eachRemark(func(p paper, i int) []planted {
			q := p.clone()
			last := len(q.body) - 1
			if strings.Contains(q.body[last], "[^"+p.notes[i].label+"]") || p.lang == "en" && strings.HasPrefix(p.title, "What Sleep") {
				return nil
			}
			q.body[last] += " So it was said before.[^" + p.notes[i].label + "]"
			return []planted{{q, []string{p.notes[i].label}}}
		}), written},
	}
}

// shortInside matches notes that are no full citations although they have a year.
var shortInside = regexp.MustCompile(`(?i)^(?:ibid|ebd|ivi|siehe|see note|id\.|ders)|\bop\. cit|\(n \d|\bsupra\b|a\.a\.O|\(Fn\.|personal communication|interview|gespräch|entrevista|\bMS\b|Papers|Archiv|lettre de|geraadpleegd`)

// eachRemark plants in one note after the other.
func eachRemark(plant func(p paper, i int) []planted) func(paper) []planted {
	return func(p paper) []planted {
		var all []planted
		for i := range p.notes {
			all = append(all, plant(p, i)...)
		}
		return all
	}
}

func deleteNote(p paper, i int) []planted {
	q := p.clone()
	q.notes = append(q.notes[:i], q.notes[i+1:]...)
	return []planted{{q, []string{p.notes[i].label}}}
}

// remarked gives the place of note i's marker in the body another text.
func remarked(p paper, i int, marker string, at ...string) []planted {
	q := p.clone()
	for j, para := range q.body {
		q.body[j] = strings.ReplaceAll(para, "[^"+p.notes[i].label+"]", marker)
	}
	return []planted{{q, at}}
}

// variants puts words in the place of the group of a pattern, in each note, at
// each place that it matches, one at a time.
func variants(pattern string, words ...string) func(paper) []planted {
	return changes(pattern, func(string) []string { return words })
}

// changes is as variants, for words that depend on those in the group.
func changes(pattern string, change func(was string) []string) func(paper) []planted {
	re := regexp.MustCompile(pattern)
	return eachRemark(func(p paper, i int) []planted {
		var all []planted
		text := p.notes[i].text
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			if m[2] < 0 {
				continue
			}
			for _, word := range change(text[m[2]:m[3]]) {
				all = append(all, planted{p.with(i, text[:m[2]]+word+text[m[3]:]), []string{p.notes[i].label}})
			}
		}
		return all
	})
}
