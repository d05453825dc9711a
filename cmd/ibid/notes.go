package main

import (
	"github.com/spf13/cobra"

	"ibid/reports"
	"ibid/unfold"
)

func newNotes(s streams) *cobra.Command {
	return derivation[[]reports.UnfoldedNotes]{
		what: "the notes", flag: "format", formats: reports.Notes(),
		of: func(got *gathered) ([]reports.UnfoldedNotes, []string) {
			all := make([]reports.UnfoldedNotes, len(got.articles))
			for i, a := range got.articles {
				all[i] = reports.UnfoldedNotes{Article: a, Notes: unfold.Notes(a)}
			}
			return all, nil
		},
	}.equip(s, &cobra.Command{
		Use:   "notes [flags] SOURCE…",
		Short: "Print the notes with every Ibid. and short form written out",
		Long: `Notes prints an article's notes with every Ibid., short form and idem replaced
by the full citation that it stands for, with its own page: what an editor needs
before a paragraph is moved. What is ambiguous or not resolved is kept as it
stands and marked, with the best guess behind it. Cross-references are kept,
with what they point at behind them. Nothing is checked and no link is opened.

Exit status: 0, 2 wrong usage, 3 some source could not be read, 130 interrupted.`,
		Example: `  ibid notes draft.md
  ibid notes -o notes.html draft.md
  ibid notes --format markdown draft.md`,
	})
}
