// Package pattern holds regular expressions that are compiled when they are
// first used. The program has some hundred of them, many for one language or
// one format only; to compile all of them at each start would take ten times as
// long as the rest of the start, and 20 MB. A text that lacks a word which every
// match has is not searched at all.
package pattern

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// Pattern is a regular expression in the syntax of package regexp. Its methods
// are those of [regexp.Regexp] of the same names. It may be used by several
// goroutines at once.
type Pattern struct {
	ready func() *compiled
}

type compiled struct {
	*regexp.Regexp
	filter
}

// New is the pattern of an expression, which must be right: one that is not
// panics when it is first used, in a test at once.
func New(expr string) *Pattern {
	p := &Pattern{sync.OnceValue(func() *compiled { return &compiled{regexp.MustCompile(expr), newFilter(expr)} })}
	if len(os.Args) > 0 && strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test") {
		p.ready()
	}
	return p
}

// MatchString is that of a regexp.
func (p *Pattern) MatchString(s string) bool {
	if c := p.ready(); c.may(s) {
		return c.MatchString(s)
	}
	return false
}

// FindString is that of a regexp.
func (p *Pattern) FindString(s string) string {
	if c := p.ready(); c.may(s) {
		return c.FindString(s)
	}
	return ""
}

// FindStringIndex is that of a regexp.
func (p *Pattern) FindStringIndex(s string) []int {
	if c := p.ready(); c.may(s) {
		return c.FindStringIndex(s)
	}
	return nil
}

// FindStringSubmatchIndex is that of a regexp.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if c := p.ready(); c.may(s) {
		return c.FindStringSubmatchIndex(s)
	}
	return nil
}

// FindStringSubmatch is that of a regexp.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if c := p.ready(); c.may(s) {
		return c.FindStringSubmatch(s)
	}
	return nil
}

// FindAllString is that of a regexp.
func (p *Pattern) FindAllString(s string, n int) []string {
	if c := p.ready(); c.may(s) {
		return c.FindAllString(s, n)
	}
	return nil
}

// FindAllStringIndex is that of a regexp.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if c := p.ready(); c.may(s) {
		return c.FindAllStringIndex(s, n)
	}
	return nil
}

// FindAllStringSubmatch is that of a regexp.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if c := p.ready(); c.may(s) {
		return c.FindAllStringSubmatch(s, n)
	}
	return nil
}

// FindAllStringSubmatchIndex is that of a regexp.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if c := p.ready(); c.may(s) {
		return c.FindAllStringSubmatchIndex(s, n)
	}
	return nil
}

// ReplaceAllString is that of a regexp.
func (p *Pattern) ReplaceAllString(s, repl string) string {
	if c := p.ready(); c.may(s) {
		return c.ReplaceAllString(s, repl)
	}
	return s
}

// ReplaceAllStringFunc is that of a regexp.
func (p *Pattern) ReplaceAllStringFunc(s string, repl func(string) string) string {
	if c := p.ready(); c.may(s) {
		return c.ReplaceAllStringFunc(s, repl)
	}
	return s
}

// Split is that of a regexp.
func (p *Pattern) Split(s string, n int) []string { return p.ready().Split(s, n) }

// Match is that of a regexp.
func (p *Pattern) Match(b []byte) bool { return p.ready().Match(b) }

// FindSubmatch is that of a regexp.
func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.ready().FindSubmatch(b) }

// FindSubmatchIndex is that of a regexp.
func (p *Pattern) FindSubmatchIndex(b []byte) []int { return p.ready().FindSubmatchIndex(b) }

// FindAllIndex is that of a regexp.
func (p *Pattern) FindAllIndex(b []byte, n int) [][]int { return p.ready().FindAllIndex(b, n) }

// FindAllSubmatch is that of a regexp.
func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.ready().FindAllSubmatch(b, n)
}
