package reports

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// change is one fix of a finding as a person sees it: what stands there, and
// what to write instead.
type change struct{ Description, Old, New string }

// String is a change in one sentence.
func (c change) String() string {
	switch {
	case c.Old == "":
		return c.Description + ": add “" + c.New + "”"
	case c.New == "":
		return c.Description + ": take out “" + c.Old + "”"
	}
	return c.Description + ": “" + c.New + "” instead of “" + c.Old + "”"
}

// changes are the fixes of a finding; of one with several edits, the parts are
// joined by an ellipsis.
func changes(a *article.Article, f *checker.Finding) []change {
	var out []change
	for _, fix := range f.Fixes {
		if len(fix.Edits) == 0 {
			continue
		}
		var before, after []string
		for _, e := range fix.Edits {
			before = append(before, clean(sourceText(a, e.Span)))
			after = append(after, clean(e.Text))
		}
		out = append(out, change{Description: strings.TrimRight(clean(fix.Description), "."), Old: joined(before), New: joined(after)})
	}
	return out
}

// advice is a finding's help, unless one of its changes says the same.
func advice(f *checker.Finding, list []change) string {
	help := clean(f.Help)
	for _, c := range list {
		if c.Description == strings.TrimRight(help, ".") {
			return ""
		}
	}
	return help
}

func joined(parts []string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " … ")
}
