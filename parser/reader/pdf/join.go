package pdf

import (
	"strings"

	"ibid/parser/document"
)

// joiner puts lines together to one text.
type joiner struct {
	words *vocabulary
	runs  []document.Run
	last  *line
	text  string // so far: the last lines of it
}

// mostTail is how much of the text is looked at where lines are joined, in bytes.
const mostTail = 500

// sourcePart is the name of the part that positions count in: the text of all
// pages as it was taken from the file, which holds it packed.
const sourcePart = "text"

// add adds a piece of a line; notes gives the keys of the notes that its
// numbers above the line call, nil in notes.
func (j *joiner) add(p piece, notes func(number int) string) {
	l := p.line
	if j.last != nil {
		j.between(l, l.text[p.from:p.to])
	}
	for i := range l.runs {
		r := l.runs[i]
		r.from, r.to = max(r.from, p.from), min(r.to, p.to)
		if r.from < r.to {
			j.run(l, r, notes)
		}
	}
	j.last, j.text = l, j.text+l.text[p.from:p.to]
	if len(j.text) > mostTail {
		j.text = j.text[len(j.text)-mostTail:]
	}
}

func (j *joiner) run(l *line, r run, notes func(int) string) {
	if notes != nil {
		text := l.text[r.from:r.to]
		var marks []markIn
		if r.style.Has(document.Superscript) {
			marks = marksIn(text)
		} else {
			marks = bracketMarks(text)
		}
		for _, m := range marks {
			key := notes(m.number)
			if key == "" {
				continue
			}
			j.put(l, r, r.from, r.from+m.from, "")
			j.put(l, r, r.from+m.from, r.from+m.to, key)
			r.from += m.to
			for k := range marks {
				marks[k].from -= m.to
				marks[k].to -= m.to
			}
		}
	}
	j.put(l, r, r.from, r.to, "")
}

// bracketMarks are the numbers in brackets.
func bracketMarks(s string) []markIn {
	var out []markIn
	for _, m := range bracketed.FindAllStringSubmatchIndex(s, -1) {
		n := 0
		for _, c := range s[m[2]:m[3]] {
			n = n*10 + int(c-'0')
		}
		out = append(out, markIn{n, m[0], m[1]})
	}
	return out
}

func (j *joiner) put(l *line, r run, from, to int, key string) {
	if from >= to {
		return
	}
	j.append(document.NewText(l.text[from:to], l.start+from, sourcePart), r.style, r.url, key)
}

// append adds text in a style; what is of one style becomes one run.
func (j *joiner) append(t document.Text, style document.Style, url, key string) {
	href := document.Text{}
	if url != "" {
		href = document.Unit(url, t.All())
	}
	if n := len(j.runs); n > 0 && key == "" {
		last := &j.runs[n-1]
		if last.NoteRef == "" && last.Style == style && last.Href.String() == url {
			last.Text = document.Concat(last.Text, t)
			return
		}
	}
	j.runs = append(j.runs, document.Run{Text: t, Style: style, Href: document.LinkTo(href), NoteRef: key})
}

// drop takes n bytes off the end of what was added.
func (j *joiner) drop(n int) {
	for n > 0 && len(j.runs) > 0 {
		last := &j.runs[len(j.runs)-1]
		if last.Text.Len() > n {
			last.Text = last.Text.Slice(0, last.Text.Len()-n)
			return
		}
		n -= last.Text.Len()
		j.runs = j.runs[:len(j.runs)-1]
	}
}

// between joins the next line: with a space, or without one where a word or an
// address goes on.
func (j *joiner) between(l *line, next string) {
	before := strings.TrimRight(j.text, " ")
	j.drop(len(j.text) - len(before))
	drop, space := j.words.seam(before, next, j.last, l)
	j.drop(drop)
	j.text = before[:len(before)-drop]
	if !space {
		return
	}
	j.text += " "
	end := j.last.start + len(j.last.text)
	style, url := document.Style(0), ""
	if n := len(j.runs); n > 0 && len(l.runs) > 0 && j.runs[n-1].Href.String() == l.runs[0].url {
		url = l.runs[0].url
		style = j.runs[n-1].Style & l.runs[0].style
	}
	j.append(document.Unit(" ", document.Span{Start: end, End: max(end, l.start), Part: sourcePart}), style, url, "")
}
