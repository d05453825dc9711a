package article

import "ibid/parser/document"

// URLForm says how an address stands in the source.
type URLForm string

// The forms of an address.
const (
	Href       URLForm = "href" // the target of a link; the visible text may differ
	Plain      URLForm = "text" // written out with its scheme
	SchemeLess URLForm = "bare" // www.example.org/x
	DOI        URLForm = "doi"  // doi:10.1000/182, made into https://doi.org/…
)

// URL is one occurrence of an address.
type URL struct {
	// Address is what a person would say is cited: absolute, sentence
	// punctuation left off, broken lines rejoined, protocol-relative ones
	// made https, a bare domain given https://, a relative one joined to the page's own.
	Address string
	// Alternatives are other readings of Address, the likelier first: inside it
	// a line ends at a hyphen that may be its own or the typesetter's.
	Alternatives []string
	// Raw is the address as the source has it, entities decoded: the whole
	// href, or the whole stretch that an author would see as the address,
	// stray spaces and swallowed punctuation included.
	Raw  string
	Form URLForm
	// Span covers Raw in the source.
	Span document.Span
	// AddressSpan covers, within Span, what Address was made of (without
	// trailing punctuation).
	AddressSpan document.Span
	// Visible is the text of the link where Form is Href and the text looks like an address.
	Visible string
	// BrokenBySpace says that white space inside a line broke the address
	// (not a line break that hard wrapping made).
	BrokenBySpace bool
	// Relative says that the source has a relative address that no base
	// could make absolute; Address is then the address as it stands.
	Relative bool
}
