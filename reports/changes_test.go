package reports

import "testing"

// TestBrief says what to write in one place, once.
func TestBrief(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   change
		want string
	}{
		{change{Description: "Write “Salt”", Edits: []edit{{Old: "Salts", New: "Salt"}}}, "Write “Salt”"},
		{change{Description: "Write “Salt”, as note 1 has it", Edits: []edit{{Old: "Salts", New: "Salt"}}}, "Write “Salt”, as note 1 has it"},
		{change{Description: "Join it", Edits: []edit{{Old: "a b", New: "ab"}}}, "Join it: “ab”"},
		{change{Description: "Take it out", Edits: []edit{{Old: "a"}}}, "Take it out: take out “a”"},
		{change{Description: "Renumber", Edits: []edit{{Old: "3", New: "2"}, {Old: "4", New: "3"}}, More: 1}, "Renumber: “2” instead of “3”, “3” instead of “4” and 1 more"},
	} {
		if got := row.in.brief(); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}
