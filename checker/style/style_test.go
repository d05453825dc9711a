package style_test

import (
	"strings"
	"testing"

	"ibid/checker/style"
)

func TestGuides(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, g := range style.All() {
		if seen[g.Name] || g.Name != strings.ToLower(g.Name) || g.Title == "" || len(g.Facts) == 0 {
			t.Errorf("%q: a name of its own, a title and facts are wanted", g.Name)
		}
		seen[g.Name] = true
		for _, f := range g.Facts {
			if !strings.HasSuffix(f.Says, ".") && !strings.HasSuffix(f.Says, "`.") {
				t.Errorf("%s: %q is no sentence", g.Name, f.Says)
			}
		}
		if named, err := style.Named(g.Name); err != nil || named.Title != g.Title {
			t.Errorf("%s: %q, %v", g.Name, named.Title, err)
		}
	}
	for _, name := range []string{"chicago18", "turabian", "mhra", "bluebook", "oscola", "mla", "iso690", "ap", "house", "auto"} {
		if !seen[name] {
			t.Errorf("no guide %s", name)
		}
	}
}

func TestAutoIsSilent(t *testing.T) {
	t.Parallel()
	g := style.Auto()
	for i, a := range []style.Answer{g.Ibid, g.OpCit, g.FullAgain, g.MarkerAfter, g.CalledAgain, g.FinalStop, g.RangeDash, g.Accessed} {
		if a != style.Silent {
			t.Errorf("answer %d is %v", i, a)
		}
	}
	if g.Word != "" {
		t.Errorf("it writes %q", g.Word)
	}
}

func TestNamedUnknown(t *testing.T) {
	t.Parallel()
	_, err := style.Named("chicagoo")
	if err == nil || !strings.Contains(err.Error(), "chicago18, ") {
		t.Errorf("%v; want the names that are known", err)
	}
}
