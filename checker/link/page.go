package link

import (
	"net/http"
	"time"
)

// Page is the evidence from fetching a link once. Judges look at nothing else
// of an answer.
type Page struct {
	// URL is where the answer came from.
	URL    string
	Status int
	Header http.Header
	// ContentType is the MIME type without parameters, in lower case; that of
	// the content itself where a file is sent as text/html or without a type.
	ContentType string
	// Length is the number of body bytes read, at most the limit.
	Length int
	// Truncated says that the body ended before its declared length, Late that
	// it had not ended when the time was up.
	Truncated, Late bool
	// Partial says that no more of the body was read than shows that the work
	// is there, because the time was up.
	Partial bool
	// Opaque says that the body is in a form that can't be read here and that
	// browsers read; Garbled that nobody can: text/html that is no text.
	Opaque, Garbled bool
	// Title, Heading and OGTitle are those of an HTML page, white space folded.
	Title, Heading, OGTitle string
	// Headings are those of levels 1 to 3 near the start, at most maxHeadings.
	Headings []string
	// OGType is og:type: "article", "website".
	OGType string
	// Lang is the language that the page declares, in lower case: "de-at".
	Lang string
	// Canonical is the address that the page calls its own, or "".
	Canonical string
	// Refresh is where a meta refresh or a Refresh header soon leads, or a script
	// that does nothing else; "" if none does.
	Refresh string
	// Text is the start of the visible text, and TextLength the length of all
	// of it, in bytes; menus and footers are left out where there is more.
	Text       string
	TextLength int
	// Core is the text of the page's main part where it says that it has one and
	// next to nothing is in it; "" else.
	Core string
	// Marks are the names of tell-tale strings in the page (data/marks.tsv).
	Marks []string
	// Password says that the page asks for one.
	Password bool
	// Scripted says that a script makes the page: its text is not in its HTML.
	Scripted bool
	// Sketch is a digest of the text by which two pages can be compared; nil
	// where there is no text, or nothing is compared any more.
	Sketch *Sketch
	// Words says which words the text holds; nil where it is not known.
	Words WordSet
	// Filler says that the host shows the same page at an address that can't
	// exist. The engine finds out where [doubtful] asks for it.
	Filler bool
	// Blank says that a page of HTML shows nothing at all.
	Blank bool
	// Anchors are the hashes of the ids of its elements, in order; nil where
	// they are not known.
	Anchors []uint32
	// Pages is the number of pages of a PDF, 0 where it is not known.
	Pages int
	// Fragments says of each text directive (#:~:text=…) that was asked for
	// whether the page has the text; where that can't be said it has. Without
	// the #, as it is escaped in the address.
	Fragments map[string]bool
	// Latency is the time to the first byte of the answer.
	Latency time.Duration
}

// maxHeadings is how many headings of a page are kept, and maxHeading their
// length in bytes.
const (
	maxHeadings = 6
	maxHeading  = 300
)
