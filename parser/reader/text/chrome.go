package text

import (
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/parser/reader/lines"
	"ibid/pattern"
)

// longParagraph is the length from which a paragraph is taken for the
// article's own text, in code points.
const longParagraph = 200

// shortItem is the longest entry of a menu, in bytes.
const shortItem = 80

// firstLong is the index of the first paragraph of the article proper, or the
// number of blocks.
func firstLong(blocks []document.Block) int {
	for i := range blocks {
		if blocks[i].Kind == document.Paragraph && blocks[i].Region != document.Chrome && utf8.RuneCountInString(blocks[i].Text().String) >= longParagraph {
			return i
		}
	}
	return len(blocks)
}

// markMenus marks menus: runs of at least three short list items before the
// article.
func markMenus(blocks []document.Block) {
	first := firstLong(blocks)
	if first == len(blocks) {
		return
	}
	for i := 0; i < first; {
		j := i
		for j < first && blocks[j].Kind == document.ListItem && blocks[j].Span.End-blocks[j].Span.Start < shortItem {
			j++
		}
		if j-i >= 3 {
			for k := i; k < j; k++ {
				blocks[k].Region = document.Chrome
			}
		}
		i = max(j, i+1)
	}
}

// commentsHeading is the line above the comments of a page copied as text:
// "3 Comments", "Leave a Reply".
var commentsHeading = pattern.New(`^(?i)(?:\d{1,5} (?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?)|` +
	`\d{1,5} thoughts on [“"].*|(?:leave|post|add) a (?:reply|comment)|schreibe einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta))[.:]?$`)

// markComments marks what readers said: all behind the heading of the
// comments, if neither a note nor another chapter stands there.
func markComments(blocks []document.Block) {
	from, first := len(blocks), firstLong(blocks)
	for i := len(blocks) - 1; i > first; i-- {
		b := &blocks[i]
		size := b.Span.End - b.Span.Start
		if b.Kind == document.Heading && size <= shortItem && lines.Chapter(b.Text().String) || startsNote(b) {
			break
		}
		if size <= shortItem && commentsHeading.MatchString(b.Text().Trim().String) {
			from = i
		}
	}
	for i := from; i < len(blocks); i++ {
		blocks[i].Region = document.Chrome
	}
}

// startsNote says whether a block starts like a note.
func startsNote(b *document.Block) bool {
	if len(b.Runs) == 0 {
		return false
	}
	s := strings.TrimSpace(b.Runs[0].Text.String)
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("*†‡§¹²³⁴⁵⁶⁷⁸⁹^↑", r) && s != "" || lines.Label(s) > 0
}
