package checker

import (
	"fmt"
	"slices"
	"strings"

	"ibid/checker/style"
)

// Selection says which rules run. The zero value takes those that are on
// where no guide is chosen.
type Selection struct {
	// Style is the guide under which rules of taste are on or off.
	Style style.Guide
	// Enable and Disable are IDs of rules, groups, or "all". What is enabled
	// runs under any guide; Disable wins.
	Enable, Disable []string
}

// Select picks the rules to run, in the order of all. It returns an error that
// lists the known names for one that is no rule and no group.
func Select(all []*Rule, s Selection) ([]*Rule, error) {
	for _, name := range slices.Concat(s.Enable, s.Disable) {
		if !slices.ContainsFunc(all, func(r *Rule) bool { return r.named(name) }) {
			return nil, fmt.Errorf("unknown rule %q%s; `ibid rules` lists them all", name, suggest(all, name))
		}
	}
	var picked []*Rule
	for _, r := range all {
		on := r.OnIn(s.Style) || slices.ContainsFunc(s.Enable, r.named)
		if on && !slices.ContainsFunc(s.Disable, r.named) {
			picked = append(picked, r)
		}
	}
	return picked, nil
}

// OnIn says whether the rule runs under a guide without being enabled.
func (r *Rule) OnIn(g style.Guide) bool { return !r.Off && (r.In == nil || r.In(g)) }

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
