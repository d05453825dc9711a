// Package odt reads OpenDocument texts (ISO/IEC 26300, ODF 1.3 part 3), packed
// (.odt) or as one flat XML file (.fodt).
//
// The format names its notes, so the Document does: a text:note is a marker
// with the label that the document shows, and its body a note behind the
// paragraph. What a reader of the document sees is read: insertions under
// revision as if accepted, no deletions, no comments, no hidden text; tables of
// contents are no part of the article. Spans name the part of the container
// ("content.xml") and bytes in it. Citations that Zotero keeps in reference
// marks are stored as they are.
//
// A container that is no whole zip, is encrypted or unpacks to too much is
// refused with a pack.Error. A part that is broken in its middle is read up to
// there, and Document.Truncated says so.
package odt
