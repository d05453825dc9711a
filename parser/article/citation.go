package article

import "ibid/parser/document"

// Kind says what a citation is.
type Kind string

// The kinds of citation (DESIGN.md section 1 of the project's design).
const (
	Full       Kind = "full"
	Ibid       Kind = "ibid"
	Short      Kind = "short"
	Crossref   Kind = "crossref"
	Commentary Kind = "commentary"
)

// IsBackReference says whether a citation of this kind points at another one.
func (k Kind) IsBackReference() bool { return k == Ibid || k == Short || k == Crossref }

// Citation is one reference inside a note.
type Citation struct {
	Kind Kind
	// Start and End are the byte range in Note.Text.String.
	Start, End int
	// Text is that range, and Span where it stands in the source.
	Text string
	Span document.Span
	// Signal introduces the citation: "see also", "cf."; "" if none.
	Signal string
	// Locator is the effective one: the citation's own, or one that
	// parser/backref took over from the antecedent; nil if there is none.
	Locator *Locator
	// URLs are the addresses inside this citation.
	URLs []URL
	// Item holds the fields. For a short form these are the words it gives:
	// author names, short title.
	Item Item
	// Fields tells where each field stands.
	Fields Fields
	// Tags are names that this citation defines for its work: "[hereinafter
	// Fisheries Report]", "(PSCORE)".
	Tags []string
	// Work is the source's own key of the work, where it says by a link to an entry
	// of its list of works which one is meant; "" elsewhere.
	Work string
	// Back is what a back-reference says in its own words; zero otherwise.
	Back Back
	// IfFull is how a short form without a back-reference word reads if it is
	// a full citation after all; nil for all others, and for all once parser/backref
	// has decided.
	IfFull *Reading

	// Antecedent and Target are set by parser/backref.
	Antecedent *Ref
	Target     *Target
	// Unresolved says in plain words why a back-reference has no target.
	Unresolved string
}

// Reading is what the words of a citation say of its work.
type Reading struct {
	Item    Item
	Fields  Fields
	Locator *Locator
	Tags    []string // names that the citation defines for the work
}

// BecomeFull makes a full citation of a short form. Names and title that only
// the short form knew are kept.
func (c *Citation) BecomeFull() {
	c.Kind, c.Back, c.Unresolved = Full, Back{}, ""
	if c.IfFull == nil {
		return
	}
	full := c.IfFull
	if full.Item.Title == "" && full.Item.ContainerTitle == "" {
		full.Item.Title = c.Item.Title
	}
	if len(full.Item.Author) == 0 && len(full.Item.Editor) == 0 && full.Item.ContainerTitle == "" {
		full.Item.Author = c.Item.Author
	}
	c.Item, c.Fields, c.Locator, c.IfFull = full.Item, full.Fields, full.Locator, nil
	c.Tags = append(c.Tags, full.Tags...)
}

// Locator is the part pointed at. Label is a CSL locator term (page, chapter,
// paragraph, section, volume, note, line, verse, folio …).
type Locator struct {
	Label     string
	Value     string // as written: "42–54"
	Inherited bool   // taken over from the antecedent
}

// Back is what the words of a back-reference say.
type Back struct {
	// Device is the kind of word used.
	Device Device
	// Word is that word as written: "Ibid.", "op. cit.", "위의 책".
	Word string
	// Type is what the word says of the work: Book for 위의 책, ArticleWork
	// for art. cit.; AnyWork for most.
	Type WorkType
	// Notes are the note numbers named, as written, ranges spread out.
	Notes []string
	// Chapter is the chapter named with them, or "".
	Chapter string
	// Direction is what supra, above, infra, below say.
	Direction Direction
	// Editors says that who is meant edited this work: "dies. (Hrsg.)".
	Editors bool
	// SameLocator says that the word means the very same place (loc. cit., Italian ibidem).
	SameLocator bool
	// AccompanyingText says that the reference is to the text at a note
	// ("supra note 2 and accompanying text").
	AccompanyingText bool
}

// Device is the means by which a back-reference refers.
type Device uint8

// The devices.
const (
	NoDevice   Device = iota
	IbidDevice        // ibid., id., ebd., 同上: the work just cited
	IdemDevice        // idem, ders., 同氏: the author just cited
	OpCit             // op. cit., a.a.O., 前掲書: the author's work cited before
	LocCit            // loc. cit.: that, at the same place
	Supra             // supra note 5, (n 5), wie Anm. 5, with a name
	NameOnly          // author and/or short title or a tag alone
)

// WorkType is what a back-reference's word says of the work's type.
type WorkType uint8

// The work types that words tell apart.
const (
	AnyWork WorkType = iota
	BookWork
	ArticleWork
	CaseWork
	WebWork
)

// Direction is where a cross-reference says its note stands.
type Direction uint8

// The directions.
const (
	NoDirection Direction = iota
	Above
	Below
)

// Target is the end of a back-reference's chain.
type Target struct {
	// Ref is a full citation; for a cross-reference to a note without any,
	// Citation is -1.
	Ref        Ref
	Confidence float64
	Ambiguous  bool
	// Because says in plain words why: "only citation of note 4".
	Because string
	// Candidates are the other works that came close, best first, five at most.
	Candidates []Candidate
	// Scores of evidence that rules ask for.
	Evidence Evidence
}

// Candidate is a work that a back-reference may have meant.
type Candidate struct {
	Ref     Ref
	Score   float64
	Because string
}

// Evidence is what rules need to know of how a target was found.
type Evidence struct {
	// SkippedCommentary counts notes of commentary between an Ibid. and its antecedent.
	SkippedCommentary int
	// Choices is the number of distinct works in the note that an Ibid. follows.
	Choices int
	// Late says that the full citation stands after the short form.
	Late bool
	// TitleScore is the share (0–1) of the short title's words found in the
	// target's title; -1 where the short form has no title.
	TitleScore float64
	// NameDistance is the edit distance of the matching surnames; 0 if equal.
	NameDistance int
	// Swapped says that those surnames differ in two letters that changed places.
	Swapped bool
	// Stranger is a person's surname in a short form that its target has
	// nowhere; "" where there is none.
	Stranger string
	// WrongNumber is set where the note number named is not that of the work: the right one.
	WrongNumber string
	// GapBefore says that a printed number is missing before this note.
	GapBefore bool
	// ByNumber is the number of the note that would precede this one if the
	// notes stood in the order of their numbers; "" where it does precede it.
	ByNumber string
	// OtherURL says that an Ibid. carries a URL that is not its antecedent's.
	OtherURL bool
	// CrossrefOnly says that the antecedent is only a cross-reference.
	CrossrefOnly bool
}
