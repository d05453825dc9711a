package checker

import (
	"sync"

	"ibid/checker/versions"
	"ibid/parser/article"
)

// Early is what rules find in the articles of a collection as each is read: all
// articles are held until their links were opened, and of thousands the text, which
// no other rules look at, is most.
type Early struct {
	options Options
	mu      sync.Mutex
	begun   map[*article.Article]begun
}

// begun is a report without what links tell.
type begun struct {
	report *Report
	found  [][]Finding // by rule
}

// NewEarly finds what o asks for. [CheckAll] must be given the same rules, style,
// severities and links then. Earlier versions of articles are not known as early.
func NewEarly(o Options) *Early {
	return &Early{options: o, begun: map[*article.Article]begun{}}
}

// Look runs the rules over an article that need not wait for its links, and takes
// Body and Anchors from it. It may be called for several articles at once.
func (e *Early) Look(a *article.Article) {
	b := begun{newReport(a, e.options), make([][]Finding, len(e.options.Rules))}
	runRules(b.report, e.options, 1, b.found, (*Rule).early)
	b.report.shared.values.Clear()
	a.Body, a.Anchors = nil, nil
	e.mu.Lock()
	defer e.mu.Unlock()
	e.begun[a] = b
}

// of is what was found in an article; false if nobody looked.
func (e *Early) of(a *article.Article) (begun, bool) {
	if e == nil {
		return begun{}, false
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	b, ok := e.begun[a]
	return b, ok
}

// newReport is the report of an article before anybody looked.
func newReport(a *article.Article, o Options) *Report {
	return &Report{Article: a, Links: collectLinks(a, o.NotesOnly), Style: o.Style, Now: o.now(), Inside: o.Inside}
}

// begin makes the report of the article at a place among all, with what was found
// in it before.
func begin(a *article.Article, i int, o Options) begun {
	if b, ok := o.Early.of(a); ok {
		return b
	}
	b := begun{report: newReport(a, o)}
	if i < len(o.Before) && o.Before[i] != nil {
		b.report.Versions = versions.Match(o.Before[i], a)
	}
	return b
}
