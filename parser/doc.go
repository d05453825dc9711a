// Package parser reads an article: bytes in, [article.Article] out.
//
//	f, err := os.Open("draft.md")
//	a, err := parser.Parse(ctx, f, parser.Options{Name: "draft.md"})
//
// Parse recognises the format from the content first and the name second, has
// the reader of that format make a Document of it, finds markers and notes,
// splits the notes into citations and resolves what points back. It reads
// nothing but the bytes it is given and never dials.
//
// What it cannot understand stays as text; an error means that there is no
// article to speak of: an empty or binary file, a format it does not know, a
// file over the limit.
package parser
