package fields

import (
	"slices"
	"strings"

	"ibid/pattern"
)

// yearAndPage matches the year in brackets and the page behind the title of a book, as
// British sociology of law has it: (1998) 28–32.
var yearAndPage = pattern.New(`^\s\((?:1[4-9]|20)\d\d\)\s\d`)

// untitled takes the words in italics for the title of a book where nothing else is a
// title but its authors' names, and a year in brackets and a page follow: words such as
// "Law" and "Review" make it look like a journal, which would have a volume.
func (b *builder) untitled() {
	it := &b.r.Item
	at, ok := b.r.Fields["container-title"]
	if !ok || b.quoted || b.inBook || it.Volume != "" || it.Issue != "" || !slices.Contains(b.Italics, at.Span) || !strings.Contains(it.ContainerTitle, " ") || !yearAndPage.MatchString(b.Text[at.End:]) {
		return
	}
	switch {
	case it.Title == "" && len(it.Author) > 0:
	case it.Title != "" && len(it.Author) == 0 && OnlyNames(it.Title):
		it.Author, _ = Names(it.Title, b.FamilyFirst)
		b.r.Fields["author"] = b.r.Fields["title"]
	default:
		return
	}
	it.Title, it.ContainerTitle, b.journal = it.ContainerTitle, "", false
	b.r.Fields["title"] = at
	delete(b.r.Fields, "container-title")
}
