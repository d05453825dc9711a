package article

// Item is a work's fields in CSL-JSON terms
// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
// Empty fields are not known.
type Item struct {
	Type           string `json:"type,omitempty"` // "book", "article-journal", "webpage" …
	Author         []Name `json:"author,omitempty"`
	Editor         []Name `json:"editor,omitempty"`
	Translator     []Name `json:"translator,omitempty"`
	Title          string `json:"title,omitempty"`
	ContainerTitle string `json:"container-title,omitempty"`
	// CollectionTitle and CollectionNumber are the series and the number in it.
	CollectionTitle  string `json:"collection-title,omitempty"`
	CollectionNumber string `json:"collection-number,omitempty"`
	Volume           string `json:"volume,omitempty"`
	Issue            string `json:"issue,omitempty"`
	Number           string `json:"number,omitempty"`
	Page             string `json:"page,omitempty"`
	Edition          string `json:"edition,omitempty"`
	Publisher        string `json:"publisher,omitempty"`
	PublisherPlace   string `json:"publisher-place,omitempty"`
	Authority        string `json:"authority,omitempty"` // the court of a legal_case
	Genre            string `json:"genre,omitempty"`     // "PhD thesis", "press release"
	// Archive is the library, archive or server that holds the work ("arXiv"),
	// ArchiveLocation the shelf mark, or the identifier there.
	Archive         string `json:"archive,omitempty"`
	ArchiveLocation string `json:"archive_location,omitempty"`
	Issued          *Date  `json:"issued,omitempty"`
	Accessed        *Date  `json:"accessed,omitempty"`
	DOI             string `json:"DOI,omitempty"`
	ISBN            string `json:"ISBN,omitempty"`
	ISSN            string `json:"ISSN,omitempty"`
	PMID            string `json:"PMID,omitempty"`
	URL             string `json:"URL,omitempty"`
	Language        string `json:"language,omitempty"`
}

// Name is a person or, with Literal alone, an organisation.
type Name struct {
	Family     string `json:"family,omitempty"`
	Given      string `json:"given,omitempty"`
	Particle   string `json:"non-dropping-particle,omitempty"`
	Suffix     string `json:"suffix,omitempty"`
	Literal    string `json:"literal,omitempty"`
	EtAl       bool   `json:"-"` // "et al." follows this name
	Incomplete bool   `json:"-"` // surname alone, as short forms give it
}

// Date is a CSL date.
type Date struct {
	// Parts is [[year, month, day]] as precise as known, two entries for a range.
	Parts  [][]int `json:"date-parts,omitempty"`
	Season int     `json:"season,omitempty"` // 1 spring … 4 winter
	Circa  bool    `json:"circa,omitempty"`
	// Literal holds what is no date: "n.d.", "forthcoming".
	Literal string `json:"literal,omitempty"`
}

// Year is the first year, or 0.
func (d *Date) Year() int {
	if d == nil || len(d.Parts) == 0 || len(d.Parts[0]) == 0 {
		return 0
	}
	return d.Parts[0][0]
}
