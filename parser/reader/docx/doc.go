// Package docx reads Word documents (Office Open XML, ECMA-376 part 1, and its
// strict form ISO/IEC 29500).
//
//	doc, err := docx.Read(ctx, data, reader.Hint{Name: "draft.docx"})
//
// The format names its notes, so the Document does: a block of kind NoteBody
// for each paragraph of a footnote or endnote, behind the block that its
// reference is in (endnotes behind everything), and runs with NoteRef for the
// references, labelled with the number or sign that Word shows. Numbers follow
// the settings of the document and of its sections: format, start, and whether
// they begin anew; those that begin anew on each page run through, for a file
// knows no pages. Notes without a reference, which Word shows nowhere, are left
// out.
//
// What a reader of the document sees is read: insertions under revision as if
// accepted, no deletions, no comments, no hidden text, text boxes once. Spans
// name the part of the container ("word/footnotes.xml") and bytes in it; the
// target of a link stands in the part's relations file.
//
// A container that is no whole zip, is encrypted, unpacks to more than
// [pack.MaxTotal], or has a document type declaration is refused with an [pack.Error].
// A part that is broken in its middle is read up to there, and
// Document.Truncated says so. Of number formats those of other scripts are
// shown as decimal.
package docx
