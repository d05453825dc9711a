package checker

import (
	"fmt"
	"slices"
	"strings"
)

// Select picks the rules to run: all that are on by default and those enabled
// by name, without those disabled. A name is a rule's ID, a group, or "all";
// disable wins. It returns an error that lists the known names for one that
// is neither.
func Select(all []*Rule, enable, disable []string) ([]*Rule, error) {
	for _, name := range slices.Concat(enable, disable) {
		if !slices.ContainsFunc(all, func(r *Rule) bool { return r.named(name) }) {
			return nil, fmt.Errorf("unknown rule %q%s; `ibid rules` lists them all", name, suggest(all, name))
		}
	}
	var picked []*Rule
	for _, r := range all {
		named := func(name string) bool { return r.named(name) }
		on := !r.Off || slices.ContainsFunc(enable, named)
		if on && !slices.ContainsFunc(disable, named) {
			picked = append(picked, r)
		}
	}
	return picked, nil
}

// named says whether name is the rule's ID, its group or "all".
func (r *Rule) named(name string) bool {
	return name == r.ID || name == string(r.Group) || name == "all"
}

// suggest names the rules that share a word with a mistyped name.
func suggest(all []*Rule, name string) string {
	var like []string
	for _, r := range all {
		for word := range strings.SplitSeq(name, "-") {
			if len(word) > 3 && strings.Contains(r.ID, word) {
				like = append(like, r.ID)
				break
			}
		}
	}
	if len(like) == 0 {
		return ""
	}
	return " (did you mean " + strings.Join(like, ", ") + "?)"
}
