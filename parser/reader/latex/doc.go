// Package latex reads LaTeX sources: a scanner that knows braces and places, and
// tables of the commands that articles use. It expands no macros; of a command
// that it does not know it reads what stands in its braces.
//
// Notes are declared: \\footnote, \\endnote and their kin are a marker and a note
// behind the paragraph, \\footnotemark and \\footnotetext the two apart, numbered
// as LaTeX numbers them (anew in each chapter of a book). \\footcite and its kin
// are notes that hold the keys of the works. A \\ref to a label in a note says the
// note's number.
package latex
