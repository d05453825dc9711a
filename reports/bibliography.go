package reports

import (
	"fmt"
	"strconv"
	"strings"

	"ibid/bibliography"
	"ibid/parser/article"
)

// Bibliographies lists the formats of a bibliography, the default one first.
func Bibliographies() Formats[*bibliography.Bibliography] {
	return Formats[*bibliography.Bibliography]{
		{Name: "csl-json", Extensions: []string{".json"}, Write: sealedOnly(writeCSLJSON)},
		{Name: "bibtex", Extensions: []string{".bib"}, Write: sealedOnly(writeBibTeX)},
		{Name: "ris", Extensions: []string{".ris"}, Write: sealedOnly(writeRIS)},
		{Name: "csv", Extensions: []string{".csv"}, Write: sealedOnly(writeBibliographyCSV)},
	}
}

// citing are the notes of one article that cite a work.
type citing struct {
	Source string   `json:"source"`
	Notes  []string `json:"notes"`
}

// citedIn names the notes that cite an entry, article by article.
func citedIn(b *bibliography.Bibliography, e *bibliography.Entry) []citing {
	var out []citing
	last := -1
	for _, p := range e.Cited {
		a := b.Articles[p.Article]
		label := noteNumber(a, p.Note)
		if scope := line(a.Notes[p.Note].Scope); scope != "" {
			label += " (" + scope + ")"
		}
		if p.Article != last {
			out = append(out, citing{Source: line(a.Source)})
			last = p.Article
		}
		c := &out[len(out)-1]
		c.Notes = append(c.Notes, label)
	}
	return out
}

// citedSentence says which notes cite an entry: "Cited in notes 2, 5", or
// "Cited in a.md, notes 2, 5; b.md, note 1".
func citedSentence(b *bibliography.Bibliography, e *bibliography.Entry) string {
	var parts []string
	for _, c := range citedIn(b, e) {
		s := "note " + c.Notes[0]
		if len(c.Notes) > 1 {
			s = "notes " + strings.Join(c.Notes, ", ")
		}
		if len(b.Articles) > 1 {
			s = c.Source + ", " + s
		}
		parts = append(parts, s)
	}
	return "Cited in " + strings.Join(parts, "; ")
}

// citedCell is the same for a column that is called notes: "2, 5", or
// "a.md: 2, 5; b.md: 1".
func citedCell(b *bibliography.Bibliography, e *bibliography.Entry) string {
	var parts []string
	for _, c := range citedIn(b, e) {
		s := strings.Join(c.Notes, ", ")
		if len(b.Articles) > 1 {
			s = c.Source + ": " + s
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

// invertedName is a name as lists are sorted: "van Gogh, Vincent, Jr.".
func invertedName(n article.Name) string {
	family := line(n.Particle + " " + n.Family)
	if family == "" {
		return line(n.Literal + " " + n.Given)
	}
	parts := []string{family}
	for _, s := range []string{line(n.Given), line(n.Suffix)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// line is text made safe and put on one line, single spaces between its words.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// edtf is a date in the Extended Date/Time Format (ISO 8601-2): "2009-05-12",
// "2009-05/2009-07", "2009-21" for the spring of 2009, "1850~" for about 1850.
// It is empty for a date of words.
func edtf(d *article.Date) string {
	if d == nil {
		return ""
	}
	var parts []string
	for _, p := range d.Parts {
		parts = append(parts, edtfDay(d, p))
	}
	return strings.Join(parts, "/")
}

func edtfDay(d *article.Date, p []int) string {
	s := fmt.Sprintf("%04d", p[0])
	if p[0] < 0 {
		s = fmt.Sprintf("%05d", p[0])
	}
	if len(p) == 1 && d.Season > 0 {
		s += "-" + strconv.Itoa(20+d.Season)
	}
	for _, n := range p[1:] {
		s += fmt.Sprintf("-%02d", n)
	}
	if d.Circa {
		s += "~"
	}
	return s
}

// pageRange is pages with a plain hyphen in their ranges.
func pageRange(s string) string {
	return strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-").Replace(line(s))
}

// maxLost is how many notes LostLines names of an article.
const maxLost = 10

// LostLines say of each article which of its Ibid.s and short forms lead to no
// work, a sentence each, for whoever would miss that work in the bibliography.
func LostLines(b *bibliography.Bibliography) []string {
	var out []string
	for i, a := range b.Articles {
		var notes []string
		n := 0
		for _, p := range b.Lost {
			if p.Article != i {
				continue
			}
			if n++; n <= maxLost {
				notes = append(notes, noteNumber(a, p.Note))
			}
		}
		if n == 0 {
			continue
		}
		s := "leads to no work and gives no entry"
		if n > 1 {
			s = "lead to no work and give no entry"
		}
		where := "note "
		if len(notes) > 1 {
			where = "notes "
		}
		where += strings.Join(notes, ", ")
		if n > maxLost {
			where += " and others"
		}
		out = append(out, fmt.Sprintf("%s: %s %s (%s); `ibid check` says why", clean(a.Source), count(n, "back-reference"), s, where))
	}
	return out
}
