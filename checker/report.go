package checker

import (
	"time"

	"ibid/checker/link"
	"ibid/checker/style"
	"ibid/checker/versions"
	"ibid/parser/article"
	"ibid/parser/document"
)

// Run is the outcome of checking several sources.
type Run struct {
	// Reports come in the order of the sources.
	Reports []*Report
	// Failures are the sources that could not be read.
	Failures []Failure
	// Interrupted says that the run was stopped before its end.
	Interrupted bool
	// Archives says what came of looking for copies of lost links.
	Archives ArchiveSummary
}

// Failure is a source that could not be read, with a message for people.
type Failure struct {
	Source string
	Err    error
}

// Report is an article, its links and its findings.
type Report struct {
	Article *article.Article
	// Links are the distinct addresses, in the order of their first citing.
	Links []Link
	// Findings come by position, then rule.
	Findings []Finding
	// Suppressions are the comments of the article that keep rules quiet.
	Suppressions []Suppression
	// Versions compares the article with an earlier version of it; nil where
	// none is known.
	Versions *versions.Matching
	// Style is the guide that rules of taste hold the article to.
	Style style.Guide
	// CopyForm is how the article gives copies of pages.
	CopyForm CopyForm
	// Now is the time of the check, for rules that compare dates.
	Now time.Time
	// Inside says that readers are inside a private network: its addresses are
	// for them, too.
	Inside bool

	shared shared
}

// Link is one distinct address that the article cites.
type Link struct {
	link.Result
	// ReadAs is the other reading of the address that was opened in its place
	// and works, "" where the address was opened as it is.
	ReadAs string
	// Archive is the best snapshot of a link that is lost, if one is known.
	Archive *Archive
	CitedBy []CitedBy
}

// Archive is a snapshot of a page.
type Archive struct {
	URL string
	// CapturedAt is zero where it isn't known.
	CapturedAt time.Time
	// Cited says that the article gives it itself, beside the link.
	Cited bool
}

// CitedBy is one place that cites a link.
type CitedBy struct {
	// Note is an index in Article.Notes, -1 for the body.
	Note int
	// Citation is an index in the note's Citations, -1 for prose or the body.
	Citation int
	// Through is "ibid", "short" or "crossref" where the note leans on the
	// link by way of a back-reference; "" where the address stands there.
	Through string
	// URL is the address's occurrence in the article; nil where Through is set.
	URL  *article.URL
	Span document.Span
}

// Finding is one breach of a Rule.
type Finding struct {
	Rule       string
	Group      Group
	Severity   Severity
	Confidence float64 // 0–1
	// Note and Citation are indices, -1 where the finding is about neither.
	Note, Citation int
	// URL is the address that the finding is about, or "".
	URL  string
	Span document.Span
	// Message says what was seen and where; Help says what to do.
	Message, Help string
	Evidence      []Evidence
	// Places are the other places that the same cause breaks.
	Places []Place
	Fixes  []Fix
}

// Evidence is a value that a finding rests on.
type Evidence struct {
	What, Value, URL string
}

// Place is one more place that a finding concerns.
type Place struct {
	Note, Citation int // indices, -1 where neither
	Span           document.Span
	Through        string // "ibid", "short", "crossref" or ""
}

// FixClass says how far a fix may be trusted.
type FixClass string

// The classes of fix.
const (
	Safe    FixClass = "safe"    // cannot alter meaning
	Suggest FixClass = "suggest" // a person decides
)

// Fix is a change that mends a finding.
type Fix struct {
	Description string
	Class       FixClass
	Edits       []Edit
}

// Edit replaces a stretch of the source.
type Edit struct {
	Span document.Span
	Text string
}
