// Package notes finds the markers and notes of a Document, whatever format it
// was read from.
//
//	a := notes.Find(doc)
//
// Three kinds of evidence are looked for, the best first: notes that the format
// itself declares (Markdown labels, EPUB noterefs); notes that markers link to,
// or that link back to their markers; and numbered paragraphs to which numbers
// in the text correspond. A numbered list to which nothing points is a list of
// notes only under a heading that says so.
//
// Find sets markers, notes with their text, and the body. It reads no
// citations and no addresses.
package notes
