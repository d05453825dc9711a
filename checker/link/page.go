package link

import (
	"net/http"
	"time"
)

// Page is the evidence from fetching a link once.
type Page struct {
	// URL is where the answer came from.
	URL    string
	Status int
	Header http.Header
	// ContentType is the MIME type without parameters, in lower case.
	ContentType string
	// Length is the number of body bytes read, at most the limit.
	Length int
	// Truncated says that the body ended before its declared length.
	Truncated bool
	// Title, Heading and OGTitle are those of an HTML page, white space folded.
	Title, Heading, OGTitle string
	// OGType is og:type: "article", "website".
	OGType string
	// Canonical is the address that the page calls its own, or "".
	Canonical string
	// Refresh is where a meta refresh within five seconds leads, or "".
	Refresh string
	// Text is the start of the visible text, and TextLength the length of all
	// of it, in bytes.
	Text       string
	TextLength int
	// Latency is the time to the first byte of the answer.
	Latency time.Duration
}
