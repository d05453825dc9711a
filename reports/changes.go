package reports

import (
	"fmt"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// change is one fix of a finding as a person sees it: in each place what
// stands there, and what to write instead.
type change struct {
	Description string
	Edits       []edit
	More        int // places that are not shown
}

// edit is one place of a change; Old or New may be "".
type edit struct{ Old, New string }

// mostEdits is how many places of one change are shown: enough to see what it does.
const mostEdits = 8

// String is a change in one sentence.
func (c change) String() string {
	places := make([]string, 0, len(c.Edits))
	for _, e := range c.Edits {
		places = append(places, e.String())
	}
	text := c.Description + ": " + strings.Join(places, ", ")
	if c.More > 0 {
		text += fmt.Sprintf(" and %d more", c.More)
	}
	return text
}

// brief is a change for a reader who has the place before him: of one place
// only what to write there, once.
func (c change) brief() string {
	if len(c.Edits) != 1 || c.Edits[0].Old == "" || c.Edits[0].New == "" {
		return c.String()
	}
	written := "“" + c.Edits[0].New + "”"
	if strings.Contains(c.Description, written) {
		return c.Description
	}
	return c.Description + ": " + written
}

func (e edit) String() string {
	switch {
	case e.Old == "":
		return "add “" + e.New + "”"
	case e.New == "":
		return "take out “" + e.Old + "”"
	}
	return "“" + e.New + "” instead of “" + e.Old + "”"
}

// changes are the fixes of a finding. What one of them does in several places
// alike is shown once.
func changes(a *article.Article, f *checker.Finding) []change {
	var out []change
	for _, fix := range f.Fixes {
		c := change{Description: strings.TrimRight(clean(fix.Description), ".")}
		for _, e := range fix.Edits {
			one := edit{Old: clean(sourceText(a, e.Span)), New: clean(e.Text)}
			switch {
			case one == edit{} || slices.Contains(c.Edits, one):
			case len(c.Edits) == mostEdits:
				c.More++
			default:
				c.Edits = append(c.Edits, one)
			}
		}
		if len(c.Edits) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// advice is a finding's help, unless one of its changes says the same, be it
// with the address to write.
func advice(f *checker.Finding, list []change) string {
	help := clean(f.Help)
	for _, c := range list {
		if c.Description == strings.TrimRight(help, ".") || len(c.Edits) == 1 && c.Edits[0].New != "" && strings.HasSuffix(help, ": "+c.Edits[0].New) {
			return ""
		}
	}
	return help
}

// beside leaves out the changes that only write an address which is shown
// beside them anyway.
func beside(list []change, address string) []change {
	return slices.DeleteFunc(list, func(c change) bool {
		return address != "" && slices.ContainsFunc(c.Edits, func(e edit) bool { return strings.Contains(e.New, address) })
	})
}
