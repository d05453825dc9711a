package text

import (
	"mime"
	"net/mail"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"ibid/parser/document"
)

// maxHead is the longest header of an e-mail that is read, in bytes. Mail
// servers refuse longer ones.
const maxHead = 64 << 10

// head is what the header of an e-mail says.
type head struct{ title, author, date string }

// mailHead takes the header of a saved e-mail (RFC 5322) for what it is:
// subject, sender and date, and no part of the article.
func mailHead(text string, blocks []document.Block) head {
	start, end := header(text)
	if end < 0 {
		return head{}
	}
	m, err := mail.ReadMessage(strings.NewReader(text[start:end] + "\n\n"))
	if err != nil || m.Header.Get("From") == "" || m.Header.Get("Subject") == "" && m.Header.Get("Date") == "" {
		return head{}
	}
	for i := 0; i < len(blocks) && blocks[i].Span.End <= end; i++ {
		blocks[i].Region, blocks[i].Kind, blocks[i].Level = document.Chrome, document.Paragraph, 0
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	var h head
	if h.title = m.Header.Get("Subject"); h.title != "" {
		if s, err := words.DecodeHeader(h.title); err == nil {
			h.title = s
		}
	}
	parser := mail.AddressParser{WordDecoder: &words}
	if from, err := parser.Parse(m.Header.Get("From")); err == nil {
		h.author = from.Name
	}
	if date, err := m.Header.Date(); err == nil {
		h.date = date.Format(time.DateOnly)
	}
	return h
}

// header is where the lines before the first empty one stand, without the
// line "From ada@example.org Mon …" that mailboxes put first; -1 if they can't
// be an e-mail's.
func header(text string) (start, end int) {
	blank := len(text) - len(strings.TrimLeft(text, "\r\n"))
	text = text[blank:min(len(text), blank+maxHead)]
	end = -1
	for _, lineBreak := range [...]string{"\n\n", "\r\n\r\n", "\r\r"} {
		if i := strings.Index(text, lineBreak); i >= 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 {
		return 0, -1
	}
	if strings.HasPrefix(text, "From ") {
		for start = max(0, strings.IndexAny(text[:end], "\r\n")); start < end && (text[start] == '\r' || text[start] == '\n'); {
			start++
		}
	}
	if name, _, ok := strings.Cut(text[start:end], ":"); !ok || strings.ContainsAny(name, " \t\r\n") {
		return 0, -1
	}
	return blank + start, blank + end
}

// fill sets what the header says.
func (h *head) fill(m *document.Meta) {
	if h.title != "" {
		m.Title = h.title
	}
	if h.author != "" {
		m.Authors = []string{h.author}
	}
	if h.date != "" {
		m.Published = h.date
	}
}
