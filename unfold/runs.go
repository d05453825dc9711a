package unfold

import (
	"sort"
	"unicode/utf8"

	"ibid/parser/article"
)

// cut is the stretch of a note's text with its styles. These come in order
// and don't overlap.
func cut(note *article.Note, from, to int) []Run {
	text := note.Text.String
	from, to = max(0, min(from, len(text))), max(0, min(to, len(text)))
	var out []Run
	plain := func(end int) {
		if end > from {
			out = append(out, Run{Text: text[from:end]})
			from = end
		}
	}
	styles := note.Styles
	for i := sort.Search(len(styles), func(i int) bool { return styles[i].End > from }); i < len(styles) && styles[i].Start < to; i++ {
		s := styles[i]
		plain(min(s.Start, to))
		if end := min(s.End, to); end > from {
			out = append(out, Run{Text: text[from:end], Style: s.Style, Href: s.Href.String})
			from = end
		}
	}
	plain(to)
	return out
}

// clip cuts runs to at most size bytes, with an ellipsis where they were longer.
func clip(runs []Run, size int) []Run {
	for i, r := range runs {
		if len(r.Text) <= size {
			size -= len(r.Text)
			continue
		}
		for size > 0 && !utf8.RuneStart(r.Text[size]) {
			size--
		}
		out := append([]Run(nil), runs[:i+1]...)
		out[i].Text = r.Text[:size] + "…"
		return out
	}
	return runs
}

// splice puts a text in the place of the bytes from to to of runs, in the
// style of what it replaces. Where the range is empty, text is put there plain.
func splice(runs []Run, from, to int, text string) []Run {
	var out []Run
	at, done := 0, false
	put := func(r Run, s string) {
		if s != "" {
			r.Text = s
			out = append(out, r)
		}
	}
	for _, r := range runs {
		start, end := at, at+len(r.Text)
		at = end
		put(r, r.Text[:max(0, min(from, end)-start)])
		if !done && from < end {
			done = true
			if from == to {
				put(Run{}, text)
			} else {
				put(r, text)
			}
		}
		if to < end {
			put(r, r.Text[max(0, to-start):])
		}
	}
	if !done {
		put(Run{}, text)
	}
	return out
}
