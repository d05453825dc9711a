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
	// searched is how many bytes were searched without a filter.
	searched atomic.Int64
	filter   atomic.Pointer[filter] // nil as long as there is none
}

// worthwhile is how many bytes are searched before a filter is made: it costs as
// much as searching some thousand.
const worthwhile = 32 << 10

// New is the pattern of an expression, which must be right: one that is not
// panics when it is first used, in a test at once.
func New(expr string) *Pattern {
	p := &Pattern{expr: expr, compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
	if len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test") {
		p.compiled()
	}
	return p
}

// filtered is the filter for a text; nil as long as there is none.
func (p *Pattern) filtered(s string) *filter {
	f := p.filter.Load()
	if f == nil {
		size := int64(len(s))
		if sum := p.searched.Add(size); sum >= worthwhile && sum-size < worthwhile { // the one search that comes over the limit
			f = newFilter(p.expr)
			p.filter.Store(f)
		}
	}
	return f
}

// one is the first match, nil where there is none. The result is that of f where
// the filter knows where matches begin, and else that of find.
func (p *Pattern) one(s string, parts bool, find func(*regexp.Regexp, string) []int) []int {
	f := p.filtered(s)
	switch {
	case f == nil:
	case f.rulesOut(s):
		return nil
	case f.first != nil:
		if all := f.matches(s, 1, parts); all != nil {
			return all[0]
		}
		return nil
	}
	return find(p.compiled(), s)
}

// all is one for the first n matches, all of them where n is negative.
func (p *Pattern) all(s string, n int, parts bool, find func(*regexp.Regexp, string, int) [][]int) [][]int {
	f := p.filtered(s)
	switch {
	case f == nil:
	case f.rulesOut(s):
		return nil
	case f.first != nil:
		return f.matches(s, n, parts)
	}
	return find(p.compiled(), s, n)
}

// MatchString is that of a regexp.
func (p *Pattern) MatchString(s string) bool {
	f := p.filtered(s)
	switch {
	case f == nil:
	case f.rulesOut(s):
		return false
	case f.first != nil:
		return f.matches(s, 1, false) != nil
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
	if f := p.filtered(s); f != nil && (f.rulesOut(s) || f.first != nil && f.first.next(s, 0) < 0) {
		return s
	}
	return p.compiled().ReplaceAllString(s, repl)
}

// ReplaceAllStringFunc is that of a regexp.
func (p *Pattern) ReplaceAllStringFunc(s string, repl func(string) string) string {
	if f := p.filtered(s); f != nil && (f.rulesOut(s) || f.first != nil && f.first.next(s, 0) < 0) {
		return s
	}
	return p.compiled().ReplaceAllStringFunc(s, repl)
}

// Split is that of a regexp.
func (p *Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }

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
