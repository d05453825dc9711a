package text

import (
	"net/mail"
	"strings"
	"time"

	"ibid/parser/document"
)

// mailHead takes the header lines of a saved e-mail (RFC 5322) for what they
// are: subject, sender and date, and no part of the article.
func mailHead(d *document.Document) {
	if len(d.Blocks) == 0 {
		return
	}
	head := &d.Blocks[0]
	text := head.Text().String
	if !strings.Contains(text, "\n") || !strings.Contains(text, "From:") {
		return
	}
	m, err := mail.ReadMessage(strings.NewReader(text + "\n\n"))
	if err != nil || m.Header.Get("From") == "" || m.Header.Get("Subject") == "" && m.Header.Get("Date") == "" {
		return
	}
	head.Region, head.Kind = document.Chrome, document.Paragraph
	d.Meta.Title = m.Header.Get("Subject")
	if from, err := mail.ParseAddress(m.Header.Get("From")); err == nil && from.Name != "" {
		d.Meta.Authors = []string{from.Name}
	}
	if date, err := m.Header.Date(); err == nil {
		d.Meta.Published = date.Format(time.DateOnly)
	}
}
