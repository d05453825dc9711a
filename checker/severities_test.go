package checker_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
)

func TestParseSeverities(t *testing.T) {
	t.Parallel()
	all := []*checker.Rule{{ID: "dead-link"}, {ID: "ibid-first"}}
	for _, row := range []struct {
		settings []string
		given    checker.Severities
		off      []string
		fails    string
	}{
		{nil, checker.Severities{}, nil, ""},
		{[]string{"dead-link=warning", "ibid-first=off"}, checker.Severities{"dead-link": checker.Warning}, []string{"ibid-first"}, ""},
		{[]string{"dead-link=off", "dead-link=info"}, checker.Severities{"dead-link": checker.Info}, []string{}, ""},
		{[]string{"dead-link=info", "dead-link=off"}, checker.Severities{}, []string{"dead-link"}, ""},
		{[]string{"dead-link"}, nil, nil, `"dead-link": write RULE=error, RULE=warning, RULE=info or RULE=off`},
		{[]string{"dead-links=info"}, nil, nil, "unknown rule \"dead-links\" (did you mean dead-link?); `ibid rules` lists them all"},
		{[]string{"dead-link=fatal"}, nil, nil, `dead-link: unknown severity "fatal": use error, warning, info or off`},
	} {
		given, off, err := checker.ParseSeverities(all, row.settings)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if diff := cmp.Diff([]any{row.given, row.off, row.fails}, []any{given, off, said}); diff != "" {
			t.Errorf("%v (-want +got):\n%s", row.settings, diff)
		}
	}
}
