package checker

import (
	"slices"
	"strings"
	"time"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// Suppression is a comment in the article that keeps rules quiet:
//
//	<!-- ibid-ignore dead-link: the page is behind a wall -->
//	<!-- ibid-ignore dead-link, tls-error until 2027-01-31: moving to the new server -->
//
// It holds for the note that it stands in, for its own line, and for the line
// after it with the note that begins there. HTML and Markdown have such
// comments; plain text has none.
type Suppression struct {
	// Rules are IDs or groups of rules, or "all".
	Rules []string
	// Until is the last day on which it holds; zero means for ever.
	Until time.Time
	// Reason is what the author says of it, or "".
	Reason string
	Span   document.Span
	// State says what became of it.
	State SuppressionState
}

// SuppressionState is what a suppression did in a check.
type SuppressionState uint8

// The states of a suppression.
const (
	SuppressionNotJudged SuppressionState = iota // a rule that it names did not run
	SuppressionUsed
	SuppressionUnused
	SuppressionExpired
	SuppressionUnknown // it names a rule that there is not
)

var ignoreComment = pattern.New(`<!--\s*ibid-ignore\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?\s*(?::([^<>]{0,500}?))?\s*-->`)

// suppressions reads the comments of an article.
func suppressions(a *article.Article) []Suppression {
	if a.Format != "html" && a.Format != "markdown" {
		return nil
	}
	source := a.Text.Text("")
	if !strings.Contains(source, "ibid-ignore") {
		return nil
	}
	var all []Suppression
	for _, m := range ignoreComment.FindAllStringSubmatchIndex(source, -1) {
		s := Suppression{Span: document.Span{Start: m[0], End: m[1]}}
		for name := range strings.SplitSeq(source[m[2]:m[3]], ",") {
			s.Rules = append(s.Rules, strings.TrimSpace(name))
		}
		if m[4] >= 0 {
			day, err := time.Parse(time.DateOnly, source[m[4]:m[5]])
			if err != nil {
				continue // no day of the calendar: no suppression, so that the finding stays
			}
			s.Until = day
		}
		if m[6] >= 0 {
			s.Reason = strings.TrimSpace(source[m[6]:m[7]])
		}
		all = append(all, s)
	}
	return all
}

// suppress leaves out the findings that a comment keeps quiet, and says of each
// comment whether it was of use. A finding with several places is left out
// where its first one is; else it loses the places that are. Rules that need
// the network have run only where online is set, those that compare only where there
// is an earlier version.
func suppress(r *Report, found []Finding, ran []*Rule, online bool) []Finding {
	r.Suppressions = suppressions(r.Article)
	for i := range r.Suppressions {
		s := &r.Suppressions[i]
		s.State = s.before(ran, online, r.Versions != nil)
		if !s.Until.IsZero() && r.Now.After(s.Until.AddDate(0, 0, 1)) {
			s.State = SuppressionExpired
			continue
		}
		reach := s.reach(r.Article)
		found = slices.DeleteFunc(found, func(f Finding) bool {
			if !s.names(f) {
				return false
			}
			if reach.holds(f.Note, f.Span) {
				s.State = SuppressionUsed
				return true
			}
			return false
		})
		for k := range found {
			if f := &found[k]; s.names(*f) {
				kept := slices.DeleteFunc(slices.Clone(f.Places), func(p Place) bool { return reach.holds(p.Note, p.Span) })
				if len(kept) < len(f.Places) {
					s.State = SuppressionUsed
					f.Places = kept
				}
			}
		}
	}
	return found
}

// before is the state of a suppression that has met no finding yet.
func (s *Suppression) before(ran []*Rule, online, compared bool) SuppressionState {
	state := SuppressionUnused
	for _, name := range s.Rules {
		known := false
		for _, rule := range ran {
			if rule.named(name) {
				known = true
				if rule.Network && !online || rule.Compares && !compared {
					state = SuppressionNotJudged
				}
			}
		}
		if !known {
			return SuppressionUnknown
		}
	}
	return state
}

// names says whether the suppression is for a finding's rule.
func (s *Suppression) names(f Finding) bool {
	return slices.ContainsFunc(s.Rules, func(name string) bool { return name == f.Rule || name == string(f.Group) || name == "all" })
}

// reach is where a suppression holds: a stretch of the source and some notes.
type reach struct {
	lines document.Span
	notes map[int]bool
}

func (s *Suppression) reach(a *article.Article) reach {
	source := a.Text.Text("")
	lines := document.Span{Start: strings.LastIndexByte(source[:s.Span.Start], '\n') + 1, End: lineEnd(source, s.Span.End)}
	if lines.End < len(source) {
		lines.End = lineEnd(source, lines.End+1)
	}
	at := reach{lines: lines, notes: map[int]bool{}}
	for n := range a.Notes {
		note := &a.Notes[n]
		start := note.Span.Start
		if !note.Label.Empty() {
			start = min(start, note.Label.Start)
		}
		inside := start <= s.Span.Start && s.Span.Start < lineEnd(source, note.Span.End)
		if inside || s.Span.End <= start && start < lines.End {
			at.notes[n] = true
		}
	}
	return at
}

// lineEnd is the offset at which the line of an offset ends.
func lineEnd(source string, at int) int {
	at = min(at, len(source))
	if i := strings.IndexByte(source[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(source)
}

func (r reach) holds(note int, span document.Span) bool {
	return r.notes[note] || r.lines.Start <= span.Start && span.Start < r.lines.End
}
