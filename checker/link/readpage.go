package link

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// keptText is how much of a page's visible text is kept, in bytes.
const keptText = 2 << 10

var refreshURL = regexp.MustCompile(`(?i)^\s*[0-5](?:\.\d*)?\s*[;,]\s*url\s*=\s*['"]?\s*([^'"\s]+)`)

// readPage reads what judges need off the body of an answer.
func readPage(p *Page, body []byte, contentType string) {
	looksHTML := p.ContentType == "" && bytes.Contains(body[:min(len(body), 512)], []byte("<"))
	if !strings.Contains(p.ContentType, "html") && !looksHTML {
		if strings.HasPrefix(p.ContentType, "text/") {
			p.TextLength = len(body)
			p.Text = string(body[:min(len(body), keptText)])
		}
		return
	}
	if !isUTF8(contentType, body) {
		if r, err := charset.NewReader(bytes.NewReader(body), contentType); err == nil {
			var b bytes.Buffer
			if _, err := b.ReadFrom(r); err == nil {
				body = b.Bytes()
			}
		}
	}
	scan := pageScan{p: p}
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.Text = strings.TrimSpace(scan.text.String())
			p.Title, p.Heading = fold(p.Title), fold(p.Heading)
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			scan.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			scan.end(string(name))
		case html.TextToken:
			scan.take(z.Text())
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func isUTF8(contentType string, body []byte) bool {
	_, name, _ := charset.DetermineEncoding(body[:min(len(body), 1024)], contentType)
	return name == "utf-8"
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// pageScan gathers a page's title, first heading and visible text.
type pageScan struct {
	p      *Page
	inside string // title, h1, or an element whose text is not seen
	text   strings.Builder
	hadH1  bool
}

func (s *pageScan) start(z *html.Tokenizer) {
	nameBytes, more := z.TagName()
	name := string(nameBytes)
	switch name {
	case "title", "script", "style", "noscript", "template", "svg", "textarea":
		if s.inside == "" || s.inside == "h1" {
			s.inside = name
		}
	case "h1":
		if !s.hadH1 {
			s.inside, s.hadH1 = name, true
		}
	case "meta", "link":
		s.meta(z, name, more)
	}
}

func (s *pageScan) meta(z *html.Tokenizer, name string, more bool) {
	a := map[string]string{}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		a[string(k)] = string(v)
	}
	switch {
	case name == "link" && strings.EqualFold(a["rel"], "canonical"):
		s.p.Canonical = a["href"]
	case strings.EqualFold(a["property"], "og:title"):
		s.p.OGTitle = fold(a["content"])
	case strings.EqualFold(a["property"], "og:type"):
		s.p.OGType = strings.ToLower(a["content"])
	case strings.EqualFold(a["http-equiv"], "refresh"):
		if m := refreshURL.FindStringSubmatch(a["content"]); m != nil {
			s.p.Refresh = m[1]
		}
	}
}

func (s *pageScan) end(name string) {
	if name == s.inside {
		s.inside = ""
	}
}

func (s *pageScan) take(t []byte) {
	switch s.inside {
	case "title":
		s.p.Title += string(t)
		return
	case "h1":
		s.p.Heading += string(t)
	case "":
	default:
		return
	}
	t = bytes.TrimSpace(t)
	s.p.TextLength += len(t)
	if s.text.Len() < keptText && len(t) > 0 {
		s.text.Write(t[:min(len(t), keptText)])
		s.text.WriteByte(' ')
	}
}
