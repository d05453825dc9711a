// Package markdown reads Markdown as pandoc, kramdown, GitHub and Hugo know it:
// CommonMark with tables, footnotes [^label] and inline notes ^[text].
//
// Of goldmark's footnote extension only the parsers are used: the extension
// itself drops notes that nothing points at and second definitions of a label,
// which are what a checker of notes looks for. A marker without a definition
// stays a marker.
package markdown
