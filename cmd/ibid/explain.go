package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ibid/checker"
	"ibid/checker/rules"
	"ibid/checker/style"
	"ibid/pattern"
)

func newExplain(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE…",
		Short: "Explain a rule",
		Long:  "Print what a rule is about, a bad and a good example, and what it rests on.",
		Args:  cobra.MinimumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, r := range rules.All() {
				ids = append(ids, r.ID)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for i, id := range args {
				picked, err := find(rules.All(), id)
				if err != nil {
					return err
				}
				if i > 0 {
					fmt.Fprintln(s.out)
				}
				explain(s.out, picked)
			}
			return nil
		},
	}
}

// find is the rule with an ID.
func find(all []*checker.Rule, id string) (*checker.Rule, error) {
	for _, r := range all {
		if r.ID == id {
			return r, nil
		}
	}
	_, err := checker.Select(all, checker.Selection{Enable: []string{id}})
	if err == nil { // a group's name
		err = fmt.Errorf("%q is a group of rules; `ibid rules` lists the rules in it", id)
	}
	return nil, err
}

func explain(w io.Writer, r *checker.Rule) {
	fmt.Fprintf(w, "%s — %s\n%s (%s), %s", r.ID, r.Doc.Title, r.Severity, weight(r.Severity), r.Group)
	if r.Network {
		fmt.Fprint(w, ", needs the network")
	}
	if r.Compares {
		fmt.Fprint(w, ", needs an earlier version (--compare-to)")
	}
	if r.Off {
		fmt.Fprintf(w, ", off unless asked for (--enable %s)", r.ID)
	}
	if under := styles(r); under != "" {
		fmt.Fprintf(w, ", %s", under)
	}
	fmt.Fprintf(w, "\n\n%s\n\n%s\n", wrap(r.Doc.Text, 78), wrap("What to do: "+r.Doc.Do, 78))
	if r.Doc.Quiet != "" {
		fmt.Fprintf(w, "\n%s\n", wrap("Left alone: "+r.Doc.Quiet, 78))
	}
	example(w, "The earlier version:", r.Doc.Before)
	if r.Doc.Style != "" {
		fmt.Fprintf(w, "\nUnder --style %s:\n", r.Doc.Style)
	}
	example(w, "Not like this:", r.Doc.Bad)
	example(w, "But like this:", r.Doc.Good)
	if r.Doc.Basis != "" {
		fmt.Fprintf(w, "\n%s\n", wrap("Based on: "+r.Doc.Basis, 78))
	}
}

// weight says what a severity means.
func weight(s checker.Severity) string {
	switch s {
	case checker.Error:
		return "readers cannot get to the source, or are misled"
	case checker.Warning:
		return "probably wrong: a person should look"
	default:
		return "advice"
	}
}

// styles says under which guides a rule runs without being enabled, or "" where
// it runs under all.
func styles(r *checker.Rule) string {
	var on, off []string
	for _, g := range style.All() {
		if r.OnIn(g) {
			on = append(on, g.Name)
		} else {
			off = append(off, g.Name)
		}
	}
	switch {
	case r.Off || len(off) == 0:
		return ""
	case len(on) < len(off):
		return "only under --style " + strings.Join(on, ", ")
	}
	return "not under --style " + strings.Join(off, ", ")
}

func example(w io.Writer, head, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	fmt.Fprintf(w, "\n%s\n\n", head)
	for line := range strings.Lines(strings.Trim(asPrinted(text), "\n")) {
		fmt.Fprintln(w, strings.TrimRight("    "+strings.TrimRight(line, "\n"), " "))
	}
}

var (
	noteLabel  = pattern.New(`(?m)^\[\^(\d+)\]: `)
	noteMarker = pattern.New(`\[\^(\d+)\]`)
)

// asPrinted shows an example in Markdown as a reader of the article sees it, with
// raised numbers: A.¹ for A.[^1]. Examples in other formats stay as they are.
func asPrinted(text string) string {
	raised := strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	text = noteLabel.ReplaceAllString(text, "$1. ")
	return noteMarker.ReplaceAllStringFunc(text, func(m string) string { return raised.Replace(strings.Trim(m, "[^]")) })
}

// wrap breaks a paragraph at spaces so that no line is longer than width code
// points where that can be helped.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
