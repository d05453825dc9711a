package main

import (
	"github.com/spf13/cobra"

	"ibid/bibliography"
	"ibid/reports"
)

func newExport(s streams) *cobra.Command {
	return derivation[*bibliography.Bibliography]{
		what: "the bibliography", flag: "to", formats: reports.Bibliographies(),
		of: func(got *gathered) (*bibliography.Bibliography, []string) {
			b := bibliography.Of(got.articles...)
			return b, reports.LostLines(b)
		},
	}.equip(s, &cobra.Command{
		Use:   "export [flags] SOURCE…",
		Short: "Write the bibliography: one entry for each work that the notes cite",
		Long: `Export writes the works that an article's notes cite as a bibliography for
Zotero, pandoc, LaTeX or a spreadsheet: one entry for each work, however often it
is cited. An Ibid. and a short form add no entry; the notes that cite a work are
named in its entry. Several sources give one bibliography. Nothing is checked
and no link is opened.

Exit status: 0, 2 wrong usage, 3 some source could not be read, 130 interrupted.`,
		Example: `  ibid export draft.md > works.json
  ibid export -o works.bib draft.md
  ibid export --to ris -o works.txt chapters/`,
	})
}
