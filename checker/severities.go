package checker

import (
	"fmt"
	"slices"
	"strings"
)

// Severities are severities that users gave to rules, by ID. A rule that is off
// unless asked for is asked for by a severity.
type Severities map[string]Severity

// ParseSeverities reads settings such as "dead-link=warning" and
// "ibid-first=off"; off holds the rules that are to be left out. Of two
// settings of one rule the later wins.
func ParseSeverities(all []*Rule, settings []string) (given Severities, off []string, err error) {
	given = Severities{}
	for _, setting := range settings {
		id, value, ok := strings.Cut(setting, "=")
		if !ok {
			return nil, nil, fmt.Errorf("%q: write RULE=error, RULE=warning, RULE=info or RULE=off", setting)
		}
		if !slices.ContainsFunc(all, func(r *Rule) bool { return r.ID == id }) {
			return nil, nil, fmt.Errorf("unknown rule %q%s; `ibid rules` lists them all", id, suggest(all, id))
		}
		delete(given, id)
		off = slices.DeleteFunc(off, func(s string) bool { return s == id })
		if value == "off" {
			off = append(off, id)
			continue
		}
		if given[id], err = ParseSeverity(value); err != nil {
			return nil, nil, fmt.Errorf("%s: unknown severity %q: use error, warning, info or off", id, value)
		}
	}
	return given, off, nil
}

// of is the severity of a finding: what the user gave its rule, or what the
// finding has, or what its rule has.
func (s Severities) of(f Finding, rule *Rule) Severity {
	switch given, ok := s[rule.ID]; {
	case ok:
		return given
	case f.Severity != 0:
		return f.Severity
	}
	return rule.Severity
}
