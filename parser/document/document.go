package document

// Document is one article as its format describes it, before anybody looked
// for notes.
type Document struct {
	Source *Source
	// Format is the reader's name: "text", "html", "markdown", "docx".
	Format string
	// Flavor names the system that wrote the file ("weebly", "kramdown"), or "".
	Flavor string
	Meta   Meta
	// Elements are the containers that blocks stand in, parents before children.
	Elements []Element
	// Blocks come in source order.
	Blocks []Block
	// RenumbersByMarker says that the format shows its notes in the order of
	// their first markers, wherever they are defined (Markdown labels).
	RenumbersByMarker bool
	// Stored is what reference managers left in the document, in source order.
	Stored []Stored
	// Converted says that a converter read the source: what stands where was found
	// out afterwards, word by word.
	Converted bool
	// Truncated says what could not be read of a damaged source, in words for
	// the user; empty if all was.
	Truncated string
}

// Stored is a citation as a reference manager keeps it in a document, beside
// the words that it shows there.
type Stored struct {
	Manager string // "zotero", "mendeley"
	// JSON is its record, CSL-JSON with fields of its own around it, as it stands.
	JSON Text
	// Span covers what is shown.
	Span Span
}

// Meta is what the source says about itself. Empty fields are not known.
type Meta struct {
	Title     string
	Authors   []string
	Published string // ISO 8601 date, as precise as known: 2022, 2022-02, 2022-02-22
	Language  string // BCP 47 tag in lower case: en, de, zh-hant
	URL       string // the page's own address: relative links are joined to it
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	TableCell
	Quote
	Code // preformatted: markers in it are none
	NoteBody
)

// Region says which part of the page a block belongs to.
type Region uint8

// The regions of a page.
const (
	// Unknown is what a format without structure says; the finder decides.
	Unknown Region = iota
	// Body is the article proper.
	Body
	// Chrome is navigation, comments, share buttons, related posts: not the article.
	Chrome
)

// Block is a stretch of text that a reader sees as one paragraph.
type Block struct {
	Kind   BlockKind
	Region Region
	// Beside says that the note stands at its marker, as side-notes and pop-ups
	// do. A list of notes may hold it once more, so the finder has to choose;
	// until it does, the block is Chrome. Runs that are Hidden are in pop-ups.
	Beside bool
	// Embedded says that the block holds a picture, a video or other content without text.
	Embedded bool
	// Level is the depth of a heading (1–6) or of a list item (1 is outermost).
	Level int
	// Label is the number that the format itself prints before the block and
	// that is not in its text: an <ol>'s "3", a note's label in Markdown.
	Label string
	// Note is set on blocks of kind NoteBody: the key of the note it belongs
	// to. Runs with the same NoteRef are its markers. Blocks with an equal key
	// that follow each other make one note.
	Note string
	// Scope names, on blocks of kind NoteBody, the stretch within which Label
	// is unique, where the format itself numbers its notes anew; "" elsewhere.
	Scope string
	// Element is the index in Document.Elements of the innermost container,
	// or -1.
	Element int
	// Anchors are the ids that a link to this block may name, those of
	// containers that open with it included.
	Anchors Anchors
	Runs    []Run
	// Span covers the block in the source, markup included.
	Span Span
}

// Text is the decoded text of the block's runs, one after the other.
func (b *Block) Text() Text {
	texts := make([]Text, len(b.Runs))
	for i := range b.Runs {
		texts[i] = b.Runs[i].Text
	}
	return Concat(texts...)
}

// Len is the length of its text in bytes.
func (b *Block) Len() int {
	n := 0
	for i := range b.Runs {
		n += b.Runs[i].Text.Len()
	}
	return n
}

// Style is a set of the ways a run is set in type.
type Style uint8

// The styles that matter to notes and citations.
const (
	Superscript Style = 1 << iota
	Subscript
	Italic
	Bold
	Monospace // code inside a line
	Hidden    // in the source, not on the page
)

// Has says whether all of want is in s.
func (s Style) Has(want Style) bool { return s&want == want }

// Run is text in one style.
type Run struct {
	Text  Text
	Style Style
	// Backlink marks a run that leads from a note back to its marker, where
	// the format itself knows.
	Backlink bool
	// Href is where the run leads; the zero Link where it is no link.
	Href Link
	// Anchors are the ids of elements that open with this run.
	Anchors Anchors
	// NoteRef is the key of the note that this run is a marker of, where the
	// format itself knows (see Block.Note). Its Text is the label shown.
	NoteRef string
}

// Element is a container of blocks: a section, list, list item, table cell,
// quotation or division of the page.
type Element struct {
	// Name is the source's own name in lower case: "li", "section", "aside".
	Name string
	// ID and Class are the attributes of these names; Class is split at spaces.
	ID    string
	Class []string
	// Role holds role and epub:type values: "doc-endnotes", "footnote".
	Role []string
	// Parent is the index of the enclosing element, or -1.
	Parent int
	Span   Span
}

// Within says whether block b stands inside element e or one of its
// descendants.
func (d *Document) Within(b *Block, e int) bool {
	for i := b.Element; i >= 0; i = d.Elements[i].Parent {
		if i == e {
			return true
		}
	}
	return false
}
