package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"ibid/checker/link/secret"
	"ibid/cmd/ibid/internal/config"
	"ibid/pattern"
)

func newConfig(s streams) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:   "config [flags] [SOURCE…]",
		Short: "Print the settings in force, and where each comes from",
		Long: `Config prints the settings that ` + "`ibid check`" + ` would go by with the same flags and
sources: its own defaults, the user's file of settings, ` + config.Name + ` above the
sources, IBID_… in the environment, flags; the later ones win, and lists add up.
What it prints can be used as a file of settings; secrets are left out.`,
		Example: `  ibid config
  ibid config content/
  ibid config --per-host 2 draft.md > ` + config.Name,
		RunE: func(cmd *cobra.Command, args []string) error {
			from, err := s.settle(cmd, args, &o.network)
			if err != nil {
				return err
			}
			return printSettings(s, cmd.Flags(), from, o.network.hosts)
		},
	}
	o.add(cmd.Flags())
	return cmd
}

// printSettings writes the settings as YAML, the origin of each behind it; what
// nobody set and has no value of its own is a comment.
func printSettings(s streams, flags *pflag.FlagSet, from config.Origins, hosts []host) error {
	var b strings.Builder
	var err error
	flags.VisitAll(func(f *pflag.Flag) {
		if err != nil || !config.Settable(f) {
			return
		}
		if !f.Changed && isZero(f) {
			fmt.Fprintf(&b, "# %s: %s\n", f.Name, unset(f))
			return
		}
		key := &yaml.Node{Kind: yaml.ScalarNode, Value: f.Name}
		var out []byte
		out, err = yaml.Marshal(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{key, settingNode(f, from[f.Name])}})
		b.Write(out)
	})
	if len(hosts) > 0 && err == nil {
		key := &yaml.Node{Kind: yaml.ScalarNode, Value: "hosts"}
		var out []byte
		out, err = yaml.Marshal(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{key, hostsNode(hosts)}})
		b.Write(out)
	}
	if err != nil {
		return fmt.Errorf("printing the settings: %w", err)
	}
	_, err = fmt.Fprint(s.out, b.String())
	return err
}

// hostsNode are the settings of single hosts, a host that two files name once:
// of a setting that both have, the stronger one's is shown.
func hostsNode(hosts []host) *yaml.Node {
	all := &yaml.Node{Kind: yaml.MappingNode}
	one := map[string]*yaml.Node{}
	for _, h := range hosts {
		name := h.options.Host
		if one[name] == nil {
			one[name] = &yaml.Node{Kind: yaml.MappingNode}
			all.Content = append(all.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: name}, one[name])
		}
		h.flags.VisitAll(func(f *pflag.Flag) {
			if !f.Changed {
				return
			}
			n := one[name]
			n.Content = slices.Concat(without(n.Content, f.Name), []*yaml.Node{{Kind: yaml.ScalarNode, Value: f.Name}, settingNode(f, h.from[f.Name])})
		})
	}
	return all
}

// without are the pairs of a mapping but that of one key.
func without(pairs []*yaml.Node, key string) []*yaml.Node {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Value == key {
			return slices.Delete(slices.Clone(pairs), i, i+2)
		}
	}
	return pairs
}

// isZero says whether a flag has the value that stands for none.
func isZero(f *pflag.Flag) bool {
	if list, ok := f.Value.(pflag.SliceValue); ok {
		return len(list.GetSlice()) == 0
	}
	switch f.Value.String() {
	case "", "0", "0s":
		return true
	}
	return false
}

// ownDefault is what a flag's help says of its default.
var ownDefault = pattern.New(`\(default (.+)\)$`)

func unset(f *pflag.Flag) string {
	if m := ownDefault.FindStringSubmatch(f.Usage); m != nil {
		return m[1] + " (default)"
	}
	return "not set"
}

// settingNode is the value of a flag, its origins as comments.
func settingNode(f *pflag.Flag, from []string) *yaml.Node {
	list, ok := f.Value.(pflag.SliceValue)
	if !ok {
		n := scalar(f, f.Value.String())
		n.LineComment = from[0]
		return n
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for i, text := range list.GetSlice() {
		entry := scalar(f, text)
		entry.LineComment = from[i]
		n.Content = append(n.Content, entry)
	}
	return n
}

func scalar(f *pflag.Flag, text string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(masked(f.Name, text))
	if t := f.Value.Type(); t == "bool" || t == "int" {
		n.Tag = ""
	}
	return n
}

// masked is a value without its secrets: what a header says, and the password
// in the address of a proxy; in any other, what addresses carry.
func masked(name, text string) string {
	switch name {
	case "header":
		if field, _, ok := strings.Cut(text, ":"); ok {
			return field + ": …"
		}
	case "proxy", "archive-url", "memento-url":
		if u, err := url.Parse(text); err == nil && u.User != nil {
			return strings.Replace(text, u.User.String()+"@", "…@", 1)
		}
	}
	return secret.Mask(text)
}
