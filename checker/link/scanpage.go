package link

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// pageScan gathers what judges need of a page as its tokens go by.
type pageScan struct {
	p *Page
	// raw is an element whose text is not read as text, heading the heading
	// that is open, or "".
	raw, heading string
	// aside is a part that is left out, such as a menu, and depth the number
	// of elements of its name that are open in it.
	aside  string
	depth  int
	hidden bool // nobody sees the part at all

	main, rest textStart
	core       textStart // of main alone
	// mains and articles are how many of them are open.
	mains, articles int
	digest          digest
	script          []byte // of the page's only scripts, if they are short
	scripts         int
	seen            bool // there is something to see that is no text
	wait            int  // before it leads on, in seconds
	onload          string
	anchors         anchors
	buf             []byte
}

// textStart is the start of a text and the length of all of it. Paragraphs and
// the like are lines of it.
type textStart struct {
	b      []byte
	length int
	line   bool // what comes next starts a line
}

func (s *textStart) write(t []byte) {
	s.length += len(t)
	if len(s.b) >= keptText {
		return
	}
	switch {
	case len(s.b) == 0:
	case s.line:
		s.b = append(s.b, '\n')
	default:
		s.b = append(s.b, ' ')
	}
	s.line = false
	if t = t[:min(len(t), keptText)]; !utf8.Valid(t) {
		t = bytes.ToValidUTF8(t, nil)
	}
	s.b = append(s.b, t...)
}

// text is what was kept of it.
func (s *textStart) text() string { return string(bytes.TrimSpace(s.b)) }

// scanOf is a scan of a page in a room.
func (m *room) scanOf(p *Page, fragments []string) *pageScan {
	s := &m.scan
	*s = pageScan{p: p, anchors: newAnchors(fragments), buf: m.word}
	s.main.b, s.rest.b, s.core.b = m.main[:0], m.rest[:0], m.core[:0]
	s.refresh(p.Header.Get("Refresh"))
	return s
}

// leave ends a scan, and keeps what it had of the room for the next.
func (m *room) leave() {
	s := &m.scan
	m.main, m.rest, m.core, m.word = s.main.b, s.rest.b, s.core.b, s.buf
	*s = pageScan{}
}

// How long a page may wait before it leads on to be there for that alone: any
// page, and one with next to no text. In seconds. Pages of news call
// themselves again after minutes.
const (
	briefWait = 5
	longWait  = 30
)

// refresh reads where a page leads by itself, and after how long.
func (s *pageScan) refresh(content string) {
	if content == "" {
		return
	}
	m := refreshURL.FindStringSubmatch(content)
	if m == nil {
		return
	}
	s.wait, _ = strconv.Atoi(m[1]) // none is 0
	s.p.Refresh = strings.TrimSpace(m[2])
}

func (s *pageScan) start(z *html.Tokenizer) {
	name := tagName(z)
	s.breakLine(name)
	a := readAttributes(z, name, &s.anchors)
	switch {
	case s.raw != "":
		return
	case s.aside != "":
		if !s.inAside(name) {
			return
		}
	}
	switch name {
	case "title", "style", "noscript", "template", "textarea", "select":
		s.raw = name
	case "svg", "iframe":
		s.raw, s.seen = name, true
	case "script":
		s.raw = name
		s.scripts++
		if a.src != "" || len(s.script) > maxMove {
			s.script = make([]byte, maxMove+1) // too much to do nothing else
		}
	case "h1", "h2", "h3":
		s.openHeading(name)
	case "img", "frame", "frameset", "embed", "object", "video", "audio", "canvas", "image":
		s.seen = true
	case "nav", "footer", "aside", "dialog":
		s.aside, s.depth = name, 1
	case "header":
		if s.mains == 0 && s.articles == 0 {
			s.aside, s.depth = name, 1 // of the site, not of a story
		}
	case "main":
		s.mains++
	case "article":
		s.articles++
	case "html":
		s.p.Lang = strings.ToLower(a.lang)
	case "body":
		s.class(a.class)
		s.onload = a.onload
	case "meta", "link":
		s.meta(name, a)
	case "input":
		s.p.Password = s.p.Password || strings.EqualFold(a.typ, "password")
	default:
		if a.hidden && !void(name) {
			s.aside, s.depth, s.hidden = name, 1, true
		}
	}
}

// maxMove is the length of the longest script that may be there only to lead
// elsewhere, in bytes.
const maxMove = 600

// inAside looks at a tag inside a part that is left out, and says whether the
// part ends with it: menus that nobody closed do.
func (s *pageScan) inAside(name string) bool {
	if !s.hidden && (name == "main" || name == "article" || name == "h1") {
		s.aside = ""
		return true // and it is looked at as any other
	}
	switch name {
	case s.aside:
		s.depth++
	case "script", "style", "noscript", "template", "svg", "textarea", "iframe", "select":
		s.raw = name
	}
	return false
}

func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}

func (s *pageScan) openHeading(name string) {
	if len(s.p.Headings) < maxHeadings && s.main.length < 2*shortPage {
		s.heading = name
		s.p.Headings = append(s.p.Headings, "")
	}
}

// breakLine starts a line of the text where a tag does so on the page.
func (s *pageScan) breakLine(name string) {
	switch name {
	case "p", "div", "br", "hr", "li", "ul", "ol", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "table", "section", "article", "main", "header", "blockquote", "pre", "form", "center", "button":
		s.main.line, s.core.line, s.rest.line = true, true, true
	}
}

func (s *pageScan) end(name string) {
	s.breakLine(name)
	switch name {
	case s.raw:
		s.raw = ""
	case s.heading:
		s.closeHeading(name)
	case "main":
		s.mains = max(0, s.mains-1)
	case "article":
		s.articles = max(0, s.articles-1)
	}
	if name == s.aside && s.raw == "" {
		if s.depth--; s.depth == 0 {
			s.aside, s.hidden = "", false
		}
	}
}

func (s *pageScan) closeHeading(name string) {
	s.heading = ""
	last := len(s.p.Headings) - 1
	text := fold(s.p.Headings[last])
	if text == "" {
		s.p.Headings = s.p.Headings[:last]
		return
	}
	s.p.Headings[last] = text
	if name == "h1" && s.p.Heading == "" {
		s.p.Heading = text
	}
}

func (s *pageScan) take(t []byte) {
	switch s.raw {
	case "":
	case "title":
		if len(s.p.Title) < 1<<10 {
			s.p.Title += string(t)
		}
		return
	case "script":
		if len(s.script)+len(t) <= maxMove {
			s.script = append(s.script, t...)
		} else {
			s.script = make([]byte, maxMove+1)
		}
		return
	default:
		return
	}
	if s.hidden {
		return
	}
	if s.heading != "" && s.aside == "" {
		if last := len(s.p.Headings) - 1; len(s.p.Headings[last]) < maxHeading {
			s.p.Headings[last] += string(t)
		}
	}
	s.anchors.read(t)
	if t = bytes.TrimSpace(t); len(t) == 0 {
		return
	}
	if s.aside != "" {
		s.rest.write(t)
		s.buf = eachWord(t, s.buf, s.digest.mention)
		return
	}
	s.main.write(t)
	if s.mains > 0 {
		s.core.write(t)
	}
	s.buf = eachWord(t, s.buf, s.digest.add)
}

// finish sums up when the whole page has gone by.
func (s *pageScan) finish(body []byte) {
	p := s.p
	if s.heading != "" {
		s.closeHeading(s.heading)
	}
	p.Title = norm.NFC.String(fold(p.Title))
	s.buf = eachWord([]byte(p.Title), s.buf, s.digest.mention)
	text := &s.main
	if text.length == 0 {
		text = &s.rest
	}
	p.Text, p.TextLength = text.text(), text.length
	if s.core.length < shortPage && s.core.length < text.length {
		p.Core = s.core.text()
	}
	p.Sketch, p.Words = s.digest.done(), s.digest.words
	if p.TextLength < longPage {
		findMarks(p, body)
	}
	p.Scripted = s.scripts > 0 && p.TextLength < shellPage || slices.ContainsFunc(p.Marks, func(m string) bool { return strings.HasPrefix(m, "scripted ") })
	if s.wait > longWait || s.wait > briefWait && p.TextLength >= shellPage {
		p.Refresh = ""
	}
	if p.Refresh == "" && p.TextLength < shellPage {
		if m := scriptMove.FindStringSubmatch(s.onload + "\n" + string(s.script)); m != nil {
			p.Refresh = html.UnescapeString(m[1])
		}
	}
	if p.Refresh != "" && (p.marked("parked") != "" || lacksIt(p)) {
		p.Refresh = "" // it says that there is nothing before it leads on
	}
	if !fragmentsUnsure(p) {
		p.Anchors = s.anchors.list()
	}
	p.Fragments = s.anchors.verdicts(fragmentsUnsure(p))
	p.Blank = p.TextLength == 0 && p.Title == "" && p.Refresh == "" && s.scripts == 0 && !s.seen && p.Length < maxBody
}

// shellPage is the length of text below which a page with scripts may be an
// empty shell that they fill, in bytes.
const shellPage = 250

// class reads the classes of the page's body, with which systems say what page it is.
func (s *pageScan) class(class string) {
	for c := range strings.FieldsSeq(strings.ToLower(class)) {
		switch c {
		case "error404", "error-404", "error_404", "page-404", "page404", "page--404", "is-404", "http-404", "status-404", "page-not-found", "pagenotfound", "notfound-page", "not-found-page", "path-system-404", "template-404", "cms-noroute", "cms-no-route":
			s.p.Marks = append(s.p.Marks, "not-found the page's class "+c)
		}
	}
}

func (s *pageScan) meta(name string, a attributes) {
	p := s.p
	switch {
	case name == "link" && strings.EqualFold(a.rel, "canonical"):
		if p.Canonical == "" {
			p.Canonical = strings.TrimSpace(a.href)
		}
	case strings.EqualFold(a.property, "og:title"), strings.EqualFold(a.name, "og:title"):
		p.OGTitle = fold(a.content)
	case strings.EqualFold(a.property, "og:type"), strings.EqualFold(a.name, "og:type"):
		p.OGType = strings.ToLower(a.content)
	case strings.EqualFold(a.httpEquiv, "refresh"):
		s.refresh(a.content)
	case strings.EqualFold(a.name, "prerender-status-code"), strings.EqualFold(a.httpEquiv, "status"):
		if c := strings.TrimSpace(a.content); strings.HasPrefix(c, "404") || strings.HasPrefix(c, "410") {
			p.Marks = append(p.Marks, "not-found the status "+c[:3]+" in its own words to search engines")
		}
	}
}

// attributes are those of a tag that somebody looks at.
type attributes struct {
	class, src, lang, href, rel, typ   string
	onload                             string
	name, property, content, httpEquiv string
	hidden                             bool
}

// readAttributes reads the attributes of a tag; those of which there are many
// are not made strings.
func readAttributes(z *html.Tokenizer, tag string, ids *anchors) attributes {
	var a attributes
	head := tag == "meta" || tag == "link" || tag == "input" || tag == "script" || tag == "html" || tag == "body"
	for more := true; more; {
		var k, v []byte
		k, v, more = z.TagAttr()
		switch string(k) {
		case "": // it has none
			return a
		case "id":
			ids.see(v)
		case "name":
			if tag == "a" {
				ids.see(v)
			}
		case "hidden":
			a.hidden = true
		case "style":
			a.hidden = a.hidden || hiddenStyle(v)
		}
		if head {
			a.keep(string(k), v)
		}
	}
	return a
}

func (a *attributes) keep(name string, v []byte) {
	switch name {
	case "name":
		a.name = string(v)
	case "class":
		a.class = string(v)
	case "src":
		a.src = string(v)
	case "onload":
		a.onload = string(v[:min(len(v), maxMove)])
	case "lang", "xml:lang":
		a.lang = string(v)
	case "href":
		a.href = string(v)
	case "rel":
		a.rel = string(v)
	case "type":
		a.typ = string(v)
	case "property":
		a.property = string(v)
	case "content":
		a.content = string(v)
	case "http-equiv":
		a.httpEquiv = string(v)
	}
}

func hiddenStyle(style []byte) bool {
	if !bytes.Contains(style, []byte("none")) && !bytes.Contains(style, []byte("hidden")) {
		return false
	}
	s := bytes.ToLower(bytes.ReplaceAll(style, []byte(" "), nil))
	return bytes.Contains(s, []byte("display:none")) || bytes.Contains(s, []byte("visibility:hidden"))
}
