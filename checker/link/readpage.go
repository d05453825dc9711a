package link

import (
	"bytes"
	"net/http"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ibid/pattern"
)

// keptText is how much of a page's visible text is kept, in bytes.
const keptText = 2 << 10

var (
	refreshURL = pattern.New(`(?i)^\s*(\d{0,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['"]?\s*([^'"]+)`)
	// scriptMove matches a script that does nothing but lead elsewhere.
	scriptMove = pattern.New(`(?:^|[^\w.$])(?:(?:window|document|self|top|parent)\.)*location(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*["']([^"'\\\s]+)["']`)
)

// readPage reads what judges need off the body of an answer. It is also told
// the fragments that lead into the page.
func readPage(p *Page, body []byte, h http.Header, fragments []string) {
	(&room{}).readPage(p, body, h, fragments)
}

func (m *room) readPage(p *Page, body []byte, h http.Header, fragments []string) {
	contentType := h.Get("Content-Type")
	kind, _, _ := strings.Cut(contentType, ";")
	p.ContentType = strings.ToLower(strings.TrimSpace(kind))
	body, p.Opaque = decoded(body, h.Get("Content-Encoding"))
	if p.Opaque {
		return
	}
	sniff(p, body)
	switch {
	case p.Garbled:
		return
	case isHTML(p.ContentType):
		m.readHTML(p, toUTF8(body, contentType, true), fragments)
	case p.ContentType == "application/pdf":
		p.Pages = pdfPages(body, p.Length < maxBody && !p.Truncated && !p.Late && !p.Partial)
	case isText(p.ContentType):
		text := toUTF8(body, contentType, false)
		p.TextLength = len(text)
		p.Text = string(bytes.ToValidUTF8(text[:min(len(text), keptText)], nil))
	}
}

func isHTML(contentType string) bool { return strings.Contains(contentType, "html") }

func isText(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasSuffix(contentType, "json") || strings.HasSuffix(contentType, "xml")
}

// sniff corrects the type of a body that is not what it is said to be: a file
// sent as a page, a page sent without a type (after the WHATWG's MIME Sniffing).
func sniff(p *Page, body []byte) {
	if len(body) == 0 || p.ContentType != "" && !isHTML(p.ContentType) && p.ContentType != "text/plain" && !isFile(p.ContentType) {
		return
	}
	seen, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch {
	case isFile(p.ContentType):
		if seen == "text/html" { // a page of the site in the place of the file
			p.ContentType = seen
		}
	case p.ContentType == "" && seen == "text/plain" && bytes.ContainsRune(body[:min(len(body), 512)], '<'):
		p.ContentType = "text/html"
	case p.ContentType == "":
		p.ContentType = seen
	case seen == "application/octet-stream" && isHTML(p.ContentType):
		if _, wide := wideText(body); !wide && isBinary(body) {
			p.ContentType = seen
			// Under the name of a file it is one with the wrong label.
			ext := strings.ToLower(path.Ext(strings.TrimSuffix(pathOf(p.URL), "/")))
			p.Garbled = len(body) < maxBody && (ext == "" || slices.Contains([]string{".html", ".htm", ".php", ".asp", ".aspx", ".jsp"}, ext))
		}
	case isHTML(p.ContentType) && !isText(seen) && seen != "application/octet-stream":
		p.ContentType = seen
	}
}

// isFile says whether a type is that of a file in whose place sites send a page
// without saying so.
func isFile(contentType string) bool {
	return contentType == "application/octet-stream" || contentType == "application/pdf"
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// readHTML reads a page of HTML in UTF-8.
func (m *room) readHTML(p *Page, body []byte, fragments []string) {
	scan := m.scanOf(p, fragments)
	z := m.tokens(body)
	for {
		switch z.Next() {
		case html.ErrorToken:
			scan.finish(body)
			m.leave()
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			scan.start(z)
		case html.EndTagToken:
			scan.end(tagName(z))
		case html.TextToken:
			scan.take(textOf(z))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// tokens is a tokenizer of a page. It is a copy of one that has read nothing yet, as
// each of its own would take another 4 KB.
func (m *room) tokens(body []byte) *html.Tokenizer {
	if m.unused == nil {
		m.unused = html.NewTokenizer(&m.in)
	}
	m.in.Reset(body)
	m.tokenizer = *m.unused
	return &m.tokenizer
}

// tagName is the name of a tag. The tokenizer copies each to replace what few have.
func tagName(z *html.Tokenizer) string {
	name := bytes.TrimPrefix(z.Raw()[1:], []byte{'/'})
	for i, c := range name {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == '/' || c == '>':
			return atom.String(name[:i])
		case isCapital(c) || c == 0:
			lower, _ := z.TagName()
			return atom.String(lower)
		}
	}
	return atom.String(name)
}

// textOf is the text of a token. The tokenizer copies each to replace what few have.
func textOf(z *html.Tokenizer) []byte {
	raw := z.Raw()
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 && bytes.IndexByte(raw, 0) < 0 {
		return raw
	}
	return z.Text()
}
