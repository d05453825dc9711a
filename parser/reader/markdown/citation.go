package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"ibid/parser/reader/bib"
	"ibid/pattern"
)

const (
	// maxCitation is the longest bracket that is read for citations, maxKey the
	// longest key, in bytes; maxCited is how many works one bracket may cite.
	maxCitation, maxKey = 4 << 10, 300
	maxCited            = 100
)

var (
	kindCitation = ast.NewNodeKind("Citation") //nolint:gochecknoglobals // goldmark numbers the kinds of node as they are made
	citeKey      = pattern.New(`^-?@(?:\{([^{}\s]+)\}|([\pL\pN_](?:[\pL\pN_]|[:.#$%&+?<>~/-]+[\pL\pN_])*))`)
)

// citation is [see @key, 23; @other] or @key [23], where a key is one that the
// article's list of works has.
type citation struct {
	ast.BaseInline

	cites      []cite
	start, end int
	bracketed  bool
}

// cite is one work in it.
type cite struct {
	key, before, behind string
	noAuthor            bool // -@key
	start, end          int
}

// Kind implements ast.Node.
func (*citation) Kind() ast.NodeKind { return kindCitation }

// Dump implements ast.Node.
func (n *citation) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type citationParser struct{ works *bib.Citer }

// Trigger implements parser.InlineParser.
func (*citationParser) Trigger() []byte { return []byte{'[', '@', '-'} }

// Parse reads a citation of works that are known; all else is text.
func (p *citationParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 {
		return nil
	}
	if line[0] == '[' {
		return p.bracket(parent, block, pc, segment)
	}
	if before := block.PrecendingCharacter(); unicode.IsLetter(before) || unicode.IsDigit(before) || before == '.' {
		return nil // an address of mail
	}
	c, n := p.one(line)
	if n == 0 {
		return nil
	}
	c.start = segment.Start
	if rest := line[n:]; bytes.HasPrefix(rest, []byte(" [")) {
		if end := bytes.IndexAny(rest[2:min(len(rest), maxKey)], "[]@\n"); end > 0 && rest[2+end] == ']' {
			c.behind = string(rest[2 : 2+end])
			n += 3 + end
		}
	}
	c.end = segment.Start + n
	block.Advance(n)
	return &citation{cites: []cite{c}, start: c.start, end: c.end}
}

// one reads a key at the start of s; n is its length with the sign, 0 if it is
// none that is known.
func (p *citationParser) one(s []byte) (c cite, n int) {
	m := citeKey.FindSubmatchIndex(s[:min(len(s), maxKey)])
	if m == nil {
		return cite{}, 0
	}
	for _, g := range []int{2, 4} {
		if m[g] >= 0 {
			c.key = string(s[m[g]:m[g+1]])
		}
	}
	if !p.works.Known(c.key) {
		return cite{}, 0
	}
	c.noAuthor = s[0] == '-'
	return c, m[1]
}

// bracket reads [see @key, 23; @other], over line breaks too.
func (p *citationParser) bracket(parent ast.Node, block text.Reader, pc parser.Context, segment text.Segment) ast.Node {
	source := block.Source()
	start := segment.Start
	stop, ok := brackets(parent, source, pc).ends[start]
	if !ok || stop-start > maxCitation || bytes.IndexByte(source[start:stop], '@') < 0 {
		return nil
	}
	if stop+1 < len(source) && (source[stop+1] == '(' || source[stop+1] == '[') {
		return nil // a link
	}
	n := &citation{start: start, end: stop + 1, bracketed: true}
	from := start + 1
	for from < stop && len(n.cites) < maxCited {
		end := stop
		if i := bytes.IndexByte(source[from:stop], ';'); i >= 0 {
			end = from + i
		}
		if c, ok := p.part(source, from, end); ok {
			n.cites = append(n.cites, c)
		} else if len(n.cites) == 0 {
			return nil
		} else {
			last := &n.cites[len(n.cites)-1] // "[@key, 3; and elsewhere]"
			last.behind += "; " + strings.TrimSpace(string(source[from:end]))
			last.end = end
		}
		from = end + 1
	}
	if len(n.cites) == 0 {
		return nil
	}
	n.cites[0].start, n.cites[len(n.cites)-1].end = n.start, n.end
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return nil
		}
		if stop < segment.Stop {
			block.Advance(stop + 1 - segment.Start)
			return n
		}
		block.AdvanceLine()
	}
}

// part reads one work of a bracket: what stands before its key, and behind it.
func (p *citationParser) part(source []byte, from, end int) (cite, bool) {
	for at := from; at < end; at++ {
		i := bytes.IndexByte(source[at:end], '@')
		if i < 0 {
			break
		}
		at += i
		sign := at
		if sign > from && source[sign-1] == '-' {
			sign--
		}
		if sign > from && (unicode.IsLetter(rune(source[sign-1])) || unicode.IsDigit(rune(source[sign-1]))) {
			continue
		}
		c, n := p.one(source[sign:end])
		if n == 0 {
			continue
		}
		c.before = strings.Join(strings.Fields(string(source[from:sign])), " ")
		c.behind = string(source[sign+n : end])
		c.start = from + len(source[from:sign]) - len(bytes.TrimLeft(source[from:sign], " \t\n"))
		c.end = end
		return c, true
	}
	return cite{}, false
}
