package checker

import (
	"fmt"
	"iter"

	"ibid/checker/style"
)

// Group is what a rule is about.
type Group string

// The groups of rules.
const (
	Structure Group = "structure"
	Backref   Group = "back-reference"
	Form      Group = "form"
	Links     Group = "link"
	Source    Group = "source"
)

// Severity says how much a finding weighs.
type Severity uint8

// The severities, lightest first.
const (
	Info    Severity = iota + 1 // style or advice
	Warning                     // probably wrong, a person must look
	Error                       // the reader cannot get to the source, or is misled
)

// String is the severity's name in reports: "info", "warning", "error".
func (s Severity) String() string {
	switch s {
	case Info:
		return "info"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// ParseSeverity reads a severity's name.
func ParseSeverity(name string) (Severity, error) {
	for s := Info; s <= Error; s++ {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: use error, warning or info", name)
}

// Rule is one thing that can be wrong with an article. A rule is a value: it
// documents itself, and Run is a pure function of the report.
type Rule struct {
	// ID is stable and never reused: "ibid-first".
	ID       string
	Group    Group
	Severity Severity
	// Network says that the rule needs links to have been checked; Results that
	// it looks at what came of that where it is known. Other rules may run while
	// links are opened.
	Network, Results bool
	// Compares says that the rule needs an earlier version of the article.
	Compares bool
	// Off says that the rule runs only where it is enabled by name.
	Off bool
	// In says whether the rule runs under a style guide without being enabled
	// by name; nil means under all.
	In func(style.Guide) bool
	// OncePerRun says that the finding concerns the whole run and not one
	// article: the first report that has it keeps it.
	OncePerRun bool
	// Last says that the rule looks at what the check itself did: it runs
	// when the findings of the others are known and suppressed.
	Last bool
	// Supersedes names rules whose findings fall away where this one fires
	// on the same citation or the same address: one cause, one finding.
	Supersedes []string
	Doc        Doc
	// Run yields the findings; it sets what differs from the rule's own ID,
	// group and severity only (see [At]).
	Run func(*Report) iter.Seq[Finding]
}

// Doc is what a rule tells its users; explain, docs/rules.md and the SARIF
// help all print it.
type Doc struct {
	// Title is a few words: "Ibid. with nothing before it".
	Title string
	// Text says what is wrong and why it matters, to someone who knows notes and no
	// programming.
	Text string
	// Do says what to do about it, in a sentence or two.
	Do string
	// Quiet names what looks like it and is left alone; "" where nothing does.
	Quiet string
	// Bad and Good are short examples in Markdown. The tests run those of
	// rules that need no network.
	Bad, Good string
	// Style is the name of the guide under which the examples hold; "" for auto.
	Style string
	// Before is the earlier version of both, where the rule compares two.
	Before string
	// Basis names the style guide or standard: "CMOS 17, 14.34".
	Basis string
}
