// Package document is the one form that every reader produces: blocks of runs
// of text that know where in the source they came from.
//
//	text := block.Text()                     // decoded text of a paragraph
//	span := text.Span(4, 9)                  // where those bytes stand in the source
//	pos := doc.Source.Position(span)         // file offsets, line and column
//
// Offsets inside a [Text] count bytes of decoded UTF-8 text; a [Span] counts
// bytes of the source after it was decoded to UTF-8; a [Position] counts bytes
// of the file as it is stored. Only [Source] turns one into the other, so that
// nothing between the readers and the reports has to think of encodings.
//
// The package knows nothing of notes beyond what a format itself declares.
package document
