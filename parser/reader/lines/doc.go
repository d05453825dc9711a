// Package lines groups the lines of plain text into paragraphs, for every
// reader that meets text which was laid out by hand: saved articles, e-mails,
// a web page that is one <pre>.
//
//	for _, p := range lines.Paragraphs(text) {
//		fmt.Println(p.Kind, text[p.Start:p.End])
//	}
//
// Paragraphs end at blank lines and form feeds, at a line that starts a note
// or a list item, and where the depth of an e-mail's "> " quotation changes.
// Text whose lines are not wrapped has one paragraph a line. It takes time
// linear in the text.
package lines
