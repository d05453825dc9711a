package fields

import (
	"slices"
	"strings"
)

// person takes a list of names.
func (b *builder) person(g segment, s Span) {
	if last := b.pieces[g.to-1]; g.to-g.from > 1 && last.opens && last.name != initials && (last.acronym || last.closes && last.count == 1) {
		s.End = b.pieces[g.to-2].End
	}
	if s.End < len(b.Text) && b.Text[s.End] == '.' && isInitial(lastWord(b.text(s))) {
		s.End++
	}
	p := people{Field: Field{s, g.confidence}}
	switch {
	case g.label == author:
	case g.state == afterMark:
		p.role = b.marker.role
	default:
		p.role = editorRole
	}
	b.people = append(b.people, p)
}

// mark takes a marker: it names the role of the names before it, or behind it.
func (b *builder) mark(g segment) {
	if b.pieces[g.from].marker.role == reviewRole {
		b.review = true
		return
	}
	b.marker = b.pieces[g.from].marker
	if n := len(b.people); n > 0 && (g.state == afterEditors || g.state == afterInEditors || b.marker.post && !b.marker.pre || b.marker.post && b.before.label == editor && b.before.state != afterMark) {
		b.people[n-1].role = b.marker.role
	}
}

// names reads the lists of names.
func (b *builder) names() {
	it := &b.r.Item
	for _, p := range b.people {
		list, _ := Names(b.text(p.Span), b.FamilyFirst)
		if head, others, ok := strings.Cut(b.text(p.Span), "/"); ok && same(head) {
			more, _ := Names(others, b.FamilyFirst)
			list = append(slices.Clone(it.Author), more...)
		}
		if same(b.text(p.Span)) {
			list = it.Author
		} else if n := len(list) - 1; n > 0 && list[n].Incomplete && same(list[n].Family) && len(it.Author) > 0 {
			list = append(list[:n:n], it.Author...) // in: Anna Moor/ders. (Hrsg.)
		}
		if len(list) == 0 {
			continue
		}
		switch p.role {
		case noRole, authorRole:
			if len(it.Author) == 0 && b.set("author", p.Span, p.Confidence) {
				it.Author = list
			}
		case editorRole:
			if len(it.Editor) == 0 && b.set("editor", p.Span, p.Confidence) {
				it.Editor = list
			}
		case translatorRole:
			if len(it.Translator) == 0 && b.set("translator", p.Span, p.Confidence) {
				it.Translator = list
			}
		}
	}
}

// same says whether a text stands for the author named before, as "ders." does.
func same(s string) bool {
	return tables().words[strings.ToLower(strings.Trim(s, " ."))]&sameWord != 0
}
