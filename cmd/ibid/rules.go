package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"ibid/checker/rules"
	"ibid/checker/style"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Long:  "List every rule with its group, its severity and what it is about.\n`ibid explain RULE` says more of one.",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "RULE\tGROUP\tSEVERITY\tABOUT")
			for _, r := range rules.All() {
				about := r.Doc.Title
				switch {
				case r.Off:
					about += " (off unless enabled)"
				case !r.OnIn(style.Auto()):
					about += " (" + styles(r) + ")"
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.ID, r.Group, r.Severity, about)
			}
			return w.Flush()
		},
	}
}
