package rules_test

import (
	"fmt"
	"regexp"
	"strings"

	"ibid/parser/article"
)

// Mistakes with Ibid., short forms and references to notes.

func backrefMistakes() []mutation {
	return []mutation{
		{"the first note is an Ibid.", []string{"ibid-first"}, func(p paper) []planted {
			return []planted{{p.with(0, ibidIn(p)+" 3."), []string{p.notes[0].label}}}
		}, nil},
		{"the first note is lost, and the next one is an Ibid.", []string{"ibid-first"}, func(p paper) []planted {
			if c, ok := onlyCitation(p, 1); !ok || c.Kind != article.Ibid {
				return nil
			}
			q := p.clone()
			for i := range q.body {
				q.body[i] = strings.ReplaceAll(q.body[i], "[^"+p.notes[0].label+"]", "")
			}
			q.notes = q.notes[1:]
			return []planted{{q, []string{p.notes[1].label, p.notes[0].label}}}
		}, nil},
		{"a second work is added to the note before an Ibid.", []string{"ibid-after-multiple"}, eachIbid(func(p paper, i int) []planted {
			before, ok := onlyCitation(p, i-1)
			if !ok || before.Kind == article.Crossref {
				return nil
			}
			var all []planted
			for _, c := range p.citations {
				if c.Kind == article.Full && c.note != before.note && c.note != before.target && c.note < i && len(c.URLs) == 0 && !strings.Contains(c.raw, "; ") {
					q := p.with(i-1, strings.TrimSuffix(p.notes[i-1].text, ".")+"; "+strings.TrimSuffix(c.raw, ".")+".")
					all = append(all, planted{q, []string{p.notes[i].label}})
				}
			}
			return all
		}), nil},
		{"a remark takes the place of a note before an Ibid.", []string{"ibid-after-commentary"}, eachIbid(func(p paper, i int) []planted {
			if c, ok := onlyCitation(p, i-1); !ok || c.Kind != article.Ibid {
				return nil
			}
			words := map[string]string{"de": "Ich danke den Herausgebern für diesen Hinweis.", "fr": "Je remercie Paul pour cette remarque.", "it": "Ringrazio Paolo per questo suggerimento.", "es": "Agradezco a Pablo esta indicación."}[p.lang]
			if words == "" {
				words = "I am grateful to the keeper for this hint."
			}
			return []planted{{p.with(i-1, words), []string{p.notes[i].label}}}
		}), nil},
		{"an Ibid. comes after a reference to a note", []string{"ibid-ambiguous"}, eachIbid(func(p paper, i int) []planted {
			if i < 3 {
				return nil
			}
			words := map[string]string{"de": "Vgl. Anm. 1.", "fr": "Voir note 1.", "it": "Si veda nota 1.", "es": "Véase nota 1."}[p.lang]
			if words == "" {
				words = "See note 1."
			}
			return []planted{{p.with(i-1, words), []string{p.notes[i].label}}}
		}), nil},
		{"an Ibid. is misspelt", []string{"ibid-misspelled"}, eachIbid(func(p paper, i int) []planted {
			var all []planted
			for _, w := range []string{"Idib", "Ibd", "Ibdi", "Ibib", "Ibbid", "Iibd", "Ibdid"} {
				if strings.HasPrefix(p.notes[i].text, "Ibid.") {
					all = append(all, planted{p.with(i, w+strings.TrimPrefix(p.notes[i].text, "Ibid")), []string{p.notes[i].label}})
				}
				if strings.HasPrefix(p.notes[i].text, "ibid ") {
					all = append(all, planted{p.with(i, strings.ToLower(w)+strings.TrimPrefix(p.notes[i].text, "ibid")), []string{p.notes[i].label}})
				}
			}
			return all
		}), nil},
		{"an Ibid. is written in another way", []string{"ibid-style-varies"}, eachIbid(func(p paper, i int) []planted {
			var all []planted
			rest, ok := strings.CutPrefix(p.notes[i].text, "Ibid.,")
			for _, w := range []string{"Ibid,", "Ib.,"} {
				if ok && strings.Contains(p.title, "Ledger") {
					all = append(all, planted{p.with(i, w+rest), []string{p.notes[i].label}})
				}
			}
			return all
		}), nil},
		{"an Ibid. gives the page once more", []string{"ibid-same-locator"}, eachIbid(func(p paper, i int) []planted {
			m := regexp.MustCompile(`[,)] ((?:pp?\. |S\. )?\d{1,3}(?:[–-]\d+)?\.)$`).FindStringSubmatch(p.notes[i-1].text)
			if _, ok := onlyCitation(p, i-1); m == nil || !ok {
				return nil
			}
			word := strings.TrimSuffix(strings.TrimSuffix(ibidIn(p), " p."), " S.")
			return []planted{{p.with(i, word+" "+m[1]), []string{p.notes[i].label}}}
		}), nil},
		{"op. cit. takes the place of a short title", []string{"op-cit"}, eachShort(func(p paper, c reference) []string {
			if p.lang != "en" || c.Item.Title == "" || len(c.Item.Author) != 1 || c.note-c.target < 2 {
				return nil
			}
			return []string{c.Item.Author[0].Family + ", op. cit., 44."}
		}), nil},
		{"a short form of a work that is not cited", []string{"short-form-unresolved"}, eachShort(func(p paper, _ reference) []string {
			switch p.lang {
			case "de":
				if ibidIn(p) == "Ebd., S." && strings.Contains(p.title, "Moore") {
					return []string{"Pennhallow: Tangkönige, S. 9."}
				}
				return []string{"Pennhallow, a.a.O., S. 9."}
			case "fr":
				return []string{"P. Penhallow, *Rois du varech*, *op. cit.*, p. 9."}
			case "it":
				return []string{"P. Penhallow, *I re delle alghe*, cit., p. 9."}
			}
			return []string{"Penhallow, *Kelp Kings*, 9.", "Penhallow, “Kings of the Kelp,” 61."}
		}), nil},
		{"the full citation of a work is lost", []string{"short-form-unresolved"}, func(p paper) []planted {
			words := map[string]string{"de": "Darauf ist zurückzukommen.", "fr": "On y reviendra.", "it": "Se ne parlerà oltre.", "es": "Volveremos sobre ello."}[p.lang]
			if words == "" {
				words = "More on this below."
			}
			var all []planted
			for _, c := range p.citations {
				if c.Kind != article.Short || len(c.Back.Notes) > 0 || c.target < 0 || c.Item.Title == "" && c.Back.Device != article.OpCit || strings.Contains(p.body[0], "Ten Years") {
					continue
				}
				// The work must be named in full there only.
				if _, alone := onlyCitation(p, c.target); alone && strings.Count(string(p.markdown()), surnameOf(c)) == 1+shortsOf(p, c) {
					all = append(all, planted{p.with(c.target, words), shortNotes(p, c)})
				}
			}
			return all
		}, nil},
		{"an author is misspelt in a short form", []string{"author-spelling-varies", "short-form-unresolved", "crossref-mismatch"}, eachShort(func(_ paper, c reference) []string {
			name := surnameOf(c)
			if len(name) < 5 || c.Item.Title == "" || strings.Contains(name, " ") || strings.Contains(c.raw, " v ") || strings.Contains(c.raw, " v. ") || regexp.MustCompile(`\d U\.S\.|F\.3d`).MatchString(c.raw) {
				return nil
			}
			r := []rune(name)
			var all []string
			for i := 2; i < len(r)-1; i++ {
				all = append(all, strings.Replace(c.raw, name, string(r[:i])+string(r[i+1:]), 1)) // left out
				if r[i] != r[i+1] {
					all = append(all, strings.Replace(c.raw, name, string(r[:i])+string(r[i+1])+string(r[i])+string(r[i+2:]), 1)) // turned round
				}
				all = append(all, strings.Replace(c.raw, name, string(r[:i])+string(r[i])+string(r[i:]), 1)) // doubled
			}
			return all
		}), nil},
		{"a word of a short title is another one", []string{"short-title-mismatch", "short-form-unresolved"}, eachShort(func(_ paper, c reference) []string {
			words := strings.Fields(c.Item.Title)
			var all []string
			for _, w := range words {
				if len(words) >= 2 && len(w) >= 5 && len(c.Item.Author) > 0 && strings.Count(c.raw, w) == 1 {
					all = append(all, strings.Replace(c.raw, w, "Harbor", 1))
				}
			}
			return all
		}), nil},
		{"a letter of a short title is another one", []string{"short-title-mismatch"}, eachShort(func(_ paper, c reference) []string {
			var all []string
			words := strings.Fields(c.Item.Title)
			for _, w := range words {
				if len(w) >= 6 && len(c.Item.Author) > 0 && strings.Count(c.raw, w) == 1 && len(words) > 1 && regexp.MustCompile(`^[a-zA-Z]+$`).MatchString(w) {
					all = append(all, strings.Replace(c.raw, w, w[:3]+w[4:], 1), strings.Replace(c.raw, w, w[:2]+w[3:4]+w[2:3]+w[4:], 1))
				}
			}
			return all
		}), nil},
		{"a short form leaves out which work of the author it is", []string{"short-form-ambiguous"}, eachShort(func(p paper, c reference) []string {
			page := regexp.MustCompile(`(?:S\. |p\. )?\d+(?:[–-]\d+)?\.?$`).FindString(c.raw)
			works := map[string]bool{}
			for _, o := range p.citations {
				if o.Kind == article.Full && o.note < c.note && surnameOf(o) != "" && surnameOf(o) == surnameOf(c) && len(o.Item.Author) == 1 {
					works[o.Item.Title] = true
				}
			}
			if page == "" || len(works) < 2 || c.Item.Title == "" {
				return nil
			}
			return []string{surnameOf(c) + ", " + page}
		}), nil},
		{"the full citation and its short form change places", []string{"late-full-citation"}, func(p paper) []planted {
			var all []planted
			seen := map[int]bool{}
			for _, c := range p.citations {
				_, alone := onlyCitation(p, c.target)
				_, too := onlyCitation(p, c.note)
				if c.Kind != article.Short || !alone || !too || seen[c.target] || c.Item.Title == "" || len(c.Back.Notes) > 0 || leanedOn(p, c.target) || leanedOn(p, c.note) {
					continue
				}
				seen[c.target] = true
				q := p.with(c.target, p.notes[c.note].text)
				q.notes[c.note].text = p.notes[c.target].text
				all = append(all, planted{q, []string{p.notes[c.target].label, p.notes[c.note].label}})
			}
			return all
		}, nil},
		{"a reference to a note that is not there", []string{"crossref-out-of-range"}, renumber(func(_, _, _ int) int { return 94 }), nil},
		{"a reference to a note that was renumbered", []string{"crossref-mismatch"}, func(p paper) []planted {
			var all []planted
			for _, c := range p.citations {
				if c.Kind != article.Short || len(c.Back.Notes) == 0 || c.target < 0 {
					continue
				}
				for _, by := range []int{1, 2, -1} {
					to := c.target + by
					if to < 0 || to >= c.note || names(p, to, surnameOf(c)) {
						continue
					}
					if text, ok := renumbered(p.notes[c.note].text, c.target+1, to+1); ok {
						all = append(all, planted{p.with(c.note, text), []string{p.notes[c.note].label}})
					}
				}
			}
			return all
		}, nil},
		{"a note refers to itself", []string{"crossref-self", "crossref-mismatch"}, renumber(func(note, _, _ int) int { return note + 1 }), nil},
		{"above takes the place of below", []string{"crossref-stale"}, func(p paper) []planted {
			return append(variants(`[Ss]ee note \d+( above)`, " below")(p), append(variants(`(?:[Vv]oir|[Ss]ee) \*(supra)\*`, "infra")(p), variants(`\*(supra)\* notes? \d`, "infra")(p)...)...)
		}, nil},
		{"idem stands for two authors", []string{"idem-author-mismatch"}, func(p paper) []planted {
			return append(changes(`(\p{Lu}\p{L}+ \p{Lu}\p{L}+), [^;]*; ders\.`, func(was string) []string { return []string{was + "/Peter Weil"} })(p),
				variants(`(?:[^;]|^)[^;]*(Paul Hartwell and Lena Dahl, \*Salt\*; idem)`, "")(p)...)
		}, nil},
		{"a short name is introduced for nothing", []string{"hereinafter-unused"}, eachFull(func(p paper, c reference) []string {
			if p.lang != "en" || len(c.URLs) > 0 {
				return nil
			}
			return []string{strings.TrimSuffix(c.raw, ".") + " [hereinafter Quince Papers]."}
		}), nil},
		{"an abbreviation is never explained", []string{"hereinafter-undefined"}, eachShort(func(p paper, _ reference) []string {
			if p.lang != "en" {
				return nil
			}
			return []string{"TTS, 44.", "QVK, 12–14."}
		}), nil},
		{"a work is cited in full again", []string{"repeated-full-citation", "note-text-repeated"}, func(p paper) []planted {
			var all []planted
			for _, c := range p.citations {
				if _, alone := onlyCitation(p, c.note); c.Kind != article.Short || c.target < 0 || !alone {
					continue
				}
				if full, ok := onlyCitation(p, c.target); ok && full.Kind == article.Full && len(full.URLs) == 0 && !strings.Contains(full.raw, "; ") {
					again := regexp.MustCompile(`\), \d+(?:[–-]\d+)?\.$`).ReplaceAllString(p.notes[c.target].text, "), 77.")
					all = append(all, planted{p.with(c.note, again), []string{p.notes[c.note].label, p.notes[c.target].label}})
				}
			}
			return all
		}, nil},
	}
}

// ibidIn is the word of a paper.
func ibidIn(p paper) string {
	for _, n := range p.notes {
		for _, w := range []string{"Ibid.,", "ibid ", "Ebd., S.", "*Ibid.*, p.", "*Ivi*, p.", "Ibíd.,", "*Id.* at"} {
			if strings.HasPrefix(n.text, w) {
				return strings.TrimSpace(w)
			}
		}
	}
	return "Ibid.,"
}

// eachIbid plants at notes that are an Ibid. and nothing else.
func eachIbid(plant func(p paper, i int) []planted) func(paper) []planted {
	return eachRemark(func(p paper, i int) []planted {
		if c, ok := onlyCitation(p, i); i == 0 || !ok || c.Kind != article.Ibid {
			return nil
		}
		return plant(p, i)
	})
}

// onlyCitation is the citation of a note that has one.
func onlyCitation(p paper, note int) (c reference, ok bool) {
	n := 0
	for _, o := range p.citations {
		if o.note == note {
			c = o
			n++
		}
	}
	return c, n == 1 && c.Kind != article.Commentary
}

func eachOf(kind article.Kind, change func(p paper, c reference) []string) func(paper) []planted {
	return func(p paper) []planted {
		var all []planted
		for _, c := range p.citations {
			if c.Kind != kind || kind == article.Short && c.target < 0 || !strings.Contains(p.notes[c.note].text, c.raw) {
				continue
			}
			for _, to := range change(p, c) {
				if to == c.raw {
					continue
				}
				if end := strings.HasSuffix(p.notes[c.note].text, c.raw); !end || !strings.HasSuffix(c.raw, ".") {
					to = strings.TrimSuffix(to, ".")
				}
				all = append(all, planted{p.with(c.note, strings.Replace(p.notes[c.note].text, c.raw, to, 1)), []string{p.notes[c.note].label}})
			}
		}
		return all
	}
}

func eachShort(change func(p paper, c reference) []string) func(paper) []planted {
	return eachOf(article.Short, change)
}

func eachFull(change func(p paper, c reference) []string) func(paper) []planted {
	return eachOf(article.Full, change)
}

func surnameOf(c reference) string {
	if len(c.Item.Author) == 0 {
		return ""
	}
	return c.Item.Author[0].Family
}

// shortNotes are the labels of notes that name the work of c in short.
func shortNotes(p paper, c reference) []string {
	var labels []string
	for _, o := range p.citations {
		if o.target == c.target && o.Kind == article.Short {
			labels = append(labels, p.notes[o.note].label)
		}
	}
	return labels
}

func shortsOf(p paper, c reference) int {
	n := 0
	for _, o := range p.citations {
		if o.target == c.target && o.Kind == article.Short {
			n += strings.Count(o.raw, surnameOf(c))
		}
	}
	return n
}

// leanedOn says whether the note after one is an Ibid.
func leanedOn(p paper, note int) bool {
	for _, c := range p.citations {
		if c.note == note+1 && c.Kind == article.Ibid {
			return true
		}
	}
	return false
}

// names says whether a note, or what it points at, has a name in it.
func names(p paper, note int, name string) bool {
	if name != "" && strings.Contains(p.notes[note].text, name) {
		return true
	}
	for _, c := range p.citations {
		if c.note == note && c.target >= 0 && c.target != note && strings.Contains(p.notes[c.target].text, name) {
			return true
		}
	}
	return false
}

// renumber changes the number of a reference to a note.
func renumber(change func(note, target, of int) int) func(paper) []planted {
	return func(p paper) []planted {
		var all []planted
		for _, c := range p.citations {
			if len(c.Back.Notes) == 0 || c.target < 0 {
				continue
			}
			if text, ok := renumbered(p.notes[c.note].text, c.target+1, change(c.note, c.target, len(p.notes))); ok {
				all = append(all, planted{p.with(c.note, text), []string{p.notes[c.note].label}})
			}
		}
		return all
	}
}

func renumbered(text string, was, now int) (string, bool) {
	re := regexp.MustCompile(fmt.Sprintf(`((?:\(n|note\*?|Fn\.|Anm\.|nota|note|ref\.) )%d\b`, was))
	if !re.MatchString(text) {
		return text, false
	}
	done := false
	return re.ReplaceAllStringFunc(text, func(m string) string {
		if done {
			return m
		}
		done = true
		return re.ReplaceAllString(m, fmt.Sprintf("${1}%d", now))
	}), true
}
