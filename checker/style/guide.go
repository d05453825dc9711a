package style

import (
	"fmt"
	"strings"
)

// Answer is what a guide says of a matter.
type Answer uint8

// What a guide can say.
const (
	Silent Answer = iota
	Yes
	No
)

// Guide is a style guide: what it says of notes. The zero Guide is silent.
type Guide struct {
	// Name is the value of --style, Title the guide's own name.
	Name, Title string
	// Ibid says whether "Ibid." may be used; under No a short form is wanted.
	Ibid Answer
	// Word is how the guide writes "Ibid." at the start of a note, stop
	// included: "Ibid.", "ibid", "Id."; "" where it does not say.
	Word string
	// OpCit says whether "op. cit." and "loc. cit." may be used.
	OpCit Answer
	// FullAgain says whether a work may be cited in full a second time.
	FullAgain Answer
	// MarkerAfter says whether a marker follows the punctuation it meets.
	MarkerAfter Answer
	// CalledAgain says whether a note may be called from several places.
	CalledAgain Answer
	// FinalStop says whether a note ends with a full stop.
	FinalStop Answer
	// RangeDash says whether ranges of numbers take an en dash.
	RangeDash Answer
	// Accessed says whether an undated page needs the day on which it was read.
	Accessed Answer
	// Facts tell a person what the guide says, and where.
	Facts []Fact
}

// Fact is one thing that a guide says. Source has a section's number only
// where it was checked.
type Fact struct {
	Says, Source string
}

// Named is the guide with a name. Its error lists the names.
func Named(name string) (Guide, error) {
	for _, g := range All() {
		if g.Name == name {
			return g, nil
		}
	}
	return Guide{}, fmt.Errorf("unknown style %q: use %s", name, strings.Join(Names(), ", "))
}

// Names are the names of all guides, in their order.
func Names() []string {
	var names []string
	for _, g := range All() {
		names = append(names, g.Name)
	}
	return names
}
