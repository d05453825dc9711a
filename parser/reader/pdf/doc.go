// Package pdf reads PDF files that were made from text, not scanned.
//
// A PDF file holds letters with their places, nothing of words, paragraphs and
// notes. They are found in steps, each a file: glyphs of a page in the order in
// which they are drawn (content, font, cmap, glyphs); chunks on one baseline
// (chunk); lines and columns (line, column); running heads and page numbers, which
// fall away (furniture); the small type at the feet of columns (zone), in it the
// notes, whose numbers follow each other and are called by the page (label,
// search, note), unless the structure tree of a tagged file names them (structure,
// tagged); paragraphs (paragraph); and lines joined to text, with hyphens undone
// and addresses put together (join, seam).
//
// Positions count bytes of the part "text": the lines of all pages as they were
// found, for the file itself holds no stretch that is a sentence. They name the
// page, and lines are counted on it.
package pdf
