// Package wikitext reads the markup of MediaWiki, as Wikipedia's articles are
// written in.
//
// Notes are declared: <ref>, {{efn}}, {{sfn}}, {{r}} and their kin are markers,
// what stands in them is the note. A named one that is called again is one note
// with several markers, wherever it is defined. Groups number their notes apart.
//
// Templates that give a source ({{cite book}}, {{Literatur}}, {{Ouvrage}} …) are
// read as the citation that they show; each parameter's words keep their place in
// the source, and the parameters stay with the Document as CSL-JSON. The first
// short note ({{sfn}}, {{harvnb}}) to a work that the article lists is read as
// that work in full, so that later ones have what they point at.
//
// Pages are not expanded: of a template that is not known only the notes in it
// are read, and what looks like a source.
package wikitext
