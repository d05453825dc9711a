// Package pattern holds regular expressions that are compiled when they are
// first used, and that look for a match only where there may be one. The program
// has some hundred of them, many for one language or one format only; to compile
// all of them at each start would take ten times as long as the rest of the start,
// and 20 MB. Most of them are tried on every note of an article and match few, so
// that those much used get a filter that tells texts without a match.
package pattern

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
)

// Pattern is a regular expression in the syntax of package regexp. Its methods
// are those of [regexp.Regexp] of the same names. It may be used by several
// goroutines at once.
type Pattern struct {
	expr     string
	compiled func() *regexp.Regexp
	// searched is how many bytes were searched by package regexp.
	searched  atomic.Int64
	filter    atomic.Pointer[filter]    // nil as long as there is none
	automaton atomic.Pointer[automaton] // likewise
}

// worthwhile is how many bytes package regexp searches before a filter is made: it
// costs as much as searching some thousand. An automaton costs more, as do its
// states, and is made when the filter has let so many through.
const (
	worthwhile       = 32 << 10
	worthAnAutomaton = 256 << 10
)

// New is the pattern of an expression, which must be right: one that is not
// panics when it is first used, in a test at once.
func New(expr string) *Pattern {
	p := &Pattern{expr: expr, compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
	if len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test") {
		p.compiled()
	}
	return p
}

// none says whether a text has no match for certain. If it may have one, f is the
// filter, or nil.
func (p *Pattern) none(s string) (f *filter, none bool) {
	f = p.filter.Load()
	if f != nil && f.rulesOut(s) {
		return f, true
	}
	if a := p.automaton.Load(); a != nil {
		matched, known := a.match(s)
		return f, known && !matched
	}
	p.used(s)
	return f, false
}

// used counts what is searched, and makes what spares more of that. An expression costs
// something for each text, by its length.
func (p *Pattern) used(s string) {
	size := int64(len(s) + len(p.expr)/4)
	switch sum := p.searched.Add(size); {
	case sum >= worthwhile && sum-size < worthwhile: // the one search that comes over the limit
		p.filter.Store(newFilter(p.expr))
	case sum >= worthAnAutomaton && sum-size < worthAnAutomaton:
		p.automaton.Store(newAutomaton(p.expr))
	}
}

// one is the first match, nil where there is none. The result is that of f where
// the filter knows where matches begin, and else that of find.
func (p *Pattern) one(s string, parts bool, find func(*regexp.Regexp, string) []int) []int {
	switch f, none := p.none(s); {
	case none:
		return nil
	case f != nil && f.searcher.fits(s):
		return f.match(s, parts)
	}
	return find(p.compiled(), s)
}

// all is one for the first n matches, all of them where n is negative.
func (p *Pattern) all(s string, n int, parts bool, find func(*regexp.Regexp, string, int) [][]int) [][]int {
	switch f, none := p.none(s); {
	case none:
		return nil
	case f != nil && f.searcher.fits(s):
		return f.matches(s, n, parts)
	}
	return find(p.compiled(), s, n)
}

// MatchString is that of a regexp.
func (p *Pattern) MatchString(s string) bool {
	f := p.filter.Load()
	if f != nil && f.rulesOut(s) {
		return false
	}
	if a := p.automaton.Load(); a != nil {
		if matched, known := a.match(s); known {
			return matched
		}
	}
	p.used(s)
	if f != nil && f.searcher.fits(s) {
		return f.match(s, false) != nil
	}
	return p.compiled().MatchString(s)
}

// FindString is that of a regexp.
func (p *Pattern) FindString(s string) string {
	if m := p.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

// FindStringIndex is that of a regexp.
func (p *Pattern) FindStringIndex(s string) []int {
	return p.one(s, false, (*regexp.Regexp).FindStringIndex)
}

// FindStringSubmatch is that of a regexp.
func (p *Pattern) FindStringSubmatch(s string) []string {
	return cut(s, p.FindStringSubmatchIndex(s))
}

// FindStringSubmatchIndex is that of a regexp.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.one(s, true, (*regexp.Regexp).FindStringSubmatchIndex)
}

// FindAllString is that of a regexp.
func (p *Pattern) FindAllString(s string, n int) []string {
	var list []string
	for _, m := range p.FindAllStringIndex(s, n) {
		list = append(list, s[m[0]:m[1]])
	}
	return list
}

// FindAllStringIndex is that of a regexp.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.all(s, n, false, (*regexp.Regexp).FindAllStringIndex)
}

// FindAllStringSubmatch is that of a regexp.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	var list [][]string
	for _, m := range p.FindAllStringSubmatchIndex(s, n) {
		list = append(list, cut(s, m))
	}
	return list
}

// FindAllStringSubmatchIndex is that of a regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.all(s, n, true, (*regexp.Regexp).FindAllStringSubmatchIndex)
}

// ReplaceAllString is that of a regexp.
func (p *Pattern) ReplaceAllString(s, repl string) string {
	if _, none := p.none(s); none {
		return s
	}
	return p.compiled().ReplaceAllString(s, repl)
}

// ReplaceAllStringFunc is that of a regexp.
func (p *Pattern) ReplaceAllStringFunc(s string, repl func(string) string) string {
	if _, none := p.none(s); none {
		return s
	}
	return p.compiled().ReplaceAllStringFunc(s, repl)
}

// Split is that of a regexp.
func (p *Pattern) Split(s string, n int) []string {
	if _, none := p.none(s); none && n != 0 {
		return []string{s}
	}
	return p.compiled().Split(s, n)
}

// Match is that of a regexp.
func (p *Pattern) Match(b []byte) bool { return p.compiled().Match(b) }

// FindSubmatch is that of a regexp.
func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.compiled().FindSubmatch(b) }

// FindSubmatchIndex is that of a regexp.
func (p *Pattern) FindSubmatchIndex(b []byte) []int { return p.compiled().FindSubmatchIndex(b) }

// FindAllSubmatch is that of a regexp.
func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.compiled().FindAllSubmatch(b, n)
}

// FindAllIndex is that of a regexp.
func (p *Pattern) FindAllIndex(b []byte, n int) [][]int { return p.compiled().FindAllIndex(b, n) }

// cut is what stands at the places of a match and its parts, nil without one.
func cut(s string, places []int) []string {
	if places == nil {
		return nil
	}
	parts := make([]string, len(places)/2)
	for i := range parts {
		if places[2*i] >= 0 {
			parts[i] = s[places[2*i]:places[2*i+1]]
		}
	}
	return parts
}
