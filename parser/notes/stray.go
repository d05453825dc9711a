package notes

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/pattern"
)

// parenSpot is a number in round brackets.
var parenSpot = pattern.New(`\((\d{1,3}[a-z]?)\)`)

// parenMarkers takes numbers in round brackets behind words, "mill (12). Then",
// where nothing better is there: they must rise and find nearly all notes.
func (f *finder) parenMarkers(sc *scoper) {
	var got []marker
	next := 0
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if f.owner[i] >= 0 || b.Kind == document.Code || b.Region == document.Chrome || f.last >= 0 && i > f.last {
			continue
		}
		p := &f.plain[i]
		style := f.styleOf(i)
		for _, m := range parenSpot.FindAllStringSubmatchIndex(p.String, -1) {
			label, from, to := p.String[m[2]:m[3]], p.Offset(m[0]), p.Offset(m[1])
			n := leading(label)
			if blankLabel(p.String[:m[0]]) || style(from)&(document.Hidden|document.Monospace) != 0 {
				continue
			}
			note := sc.find(place{i, from}, label)
			if note < 0 || next > 0 && (n < next || n > next+3) && n != sc.lowest() || next == 0 && n > sc.lowest()+2 {
				continue
			}
			next = n
			got = append(got, marker{label: label, at: place{i, from}, note: note, span: f.texts[i].Slice(from, to).All()})
		}
	}
	if len(got) >= 2 && len(got)*10 >= len(f.drafts)*8 && len(got)*10 <= len(f.drafts)*15 {
		f.markers = got
	}
}

// strayMarkers takes the links to notes that lead nowhere any more, since the
// page was made into another format, or is linked by its old address.
func (f *finder) strayMarkers(sc *scoper) {
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if f.owner[i] >= 0 || b.Region == document.Chrome {
			continue
		}
		at := 0
		for k := range b.Runs {
			r := &b.Runs[k]
			from := at
			at += r.Text.Len()
			_, fragment, ok := strings.Cut(r.Href.String(), "#")
			label := labelText(r.Text.String)
			if !ok || label == "" || r.Style.Has(document.Hidden) || !noteID.MatchString(fragment) {
				continue
			}
			if note := sc.find(place{i, from}, label); note >= 0 {
				f.inside[r.Href.String()] = true
				f.markers = append(f.markers, marker{label: label, at: place{i, from}, note: note, span: r.Text.Trim().All(), href: fragment})
			}
		}
	}
}

// gluedMarkers takes plain digits at the end of words, "mill.12 Then", where
// nothing better is there: they must rise and find their notes.
func (f *finder) gluedMarkers(sc *scoper) {
	var got []marker
	next := 0
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if f.owner[i] >= 0 || b.Kind == document.Code || b.Region == document.Chrome || f.last >= 0 && i > f.last {
			continue
		}
		s, style := f.texts[i].String, f.styleOf(i)
		for k := 1; k < len(s); k++ {
			if s[k] < '0' || s[k] > '9' || s[k-1] >= '0' && s[k-1] <= '9' {
				continue
			}
			n, rest := 0, k
			for rest < len(s) && rest-k < 4 && s[rest] >= '0' && s[rest] <= '9' {
				n = n*10 + int(s[rest]-'0')
				rest++
			}
			before, _ := utf8.DecodeLastRuneInString(s[:k])
			after, _ := utf8.DecodeRuneInString(s[rest:])
			if (!unicode.IsLetter(before) && !strings.ContainsRune(".,;:!?”’\"')", before)) || rest < len(s) && !unicode.IsSpace(after) && !strings.ContainsRune(".,;:!?)”", after) || style(k).Has(document.Hidden) {
				continue
			}
			note := sc.find(place{i, k}, strconv.Itoa(n))
			if note < 0 || next > 0 && (n <= next || n > next+3) || next == 0 && n > sc.lowest()+2 {
				continue
			}
			next = n
			got = append(got, marker{label: strconv.Itoa(n), at: place{i, k}, note: note, span: f.texts[i].Slice(k, rest).All()})
		}
	}
	if len(got) >= 2 && len(got)*2 >= len(f.drafts) {
		f.markers = got
	}
}
