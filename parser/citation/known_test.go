package citation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/citation"
)

// TestKnownWorks reads short forms that only the article's own full citations
// tell from prose, and leaves prose alone that has the build of one.
func TestKnownWorks(t *testing.T) {
	t.Parallel()
	cited := []string{
		"Edith Marrow, The Weir and the Mill (Oxford: Tarn, 1954), 3.",
		"Tobias Renn and Ada House, Bridges and Bailiffs (London: Pike, 1931), 12.",
	}
	for _, row := range []struct {
		name, note string
		want       []string
	}{
		{"a sentence leads up to it", "On the wages of the millers one may still turn with profit to Marrow, The Weir and the Mill, 80–95.", []string{"|Marrow|The Weir and the Mill|"}},
		{"a sentence goes on behind it", "On this view, which Marrow, The Weir, 12, does not share, nothing was paid.", []string{"|Marrow|The Weir|"}},
		{"a marked title", "Nobody has answered the case that was made in Marrow, “Weir and Mill,” 14, so far.", []string{"|Marrow|Weir and Mill|"}},
		{"the author owns it", "The standard account of all this is to be found in Renn’s Bridges and Bailiffs.", []string{"|Renn|Bridges and Bailiffs|"}},
		{"a page alone", "The figures that are printed there differ from what is given in Marrow, 45–50.", []string{"|Marrow||"}},
		{"two authors", "The point was already made with some force by Renn and House, Bridges, 19.", []string{"|Renn+House|Bridges|"}},
		{"initials", "The point was already made with some force, as usual, in E. Marrow, The Weir, 19, which see.", []string{"|Marrow|The Weir|"}},
		{"two works", "The point, made in Marrow, The Weir, 19, was taken up again by Renn, Bridges, 4, and then forgotten.", []string{"|Marrow|The Weir|", "|Renn|Bridges|"}},
		{"a title in brackets", "The millers seldom came in person, as Marrow notes (Weir and Mill, 40), and sent their wives.", []string{"|Marrow|Weir and Mill|"}},
		{"a work that a sentence gives to its author", "As Marrow argues, the magistrates were themselves millers; see her Weir and Mill, 15–19.", []string{"|Marrow|Weir and Mill|"}},
		{"another's work", "As Marrow argues, the magistrates were themselves millers; see her Lady Day, 15–19.", []string{"|||"}},
		{"a colon before the work", "Marrow makes the same point about the millers of the river: Weir and Mill, 71.", []string{"|Marrow|Weir and Mill|"}},
		{"at a place in a work", "Marrow offers a fuller account of the millers at Weir and Mill, 20–29.", []string{"|Marrow|Weir and Mill|"}},
		{"brackets that hold no title", "The millers seldom came in person, as Marrow notes (Lady Day, 44), and sent their wives.", []string{"|||"}},
		{"an appendix", "The petition of the millers is printed in full in Marrow, Weir and Mill, appendix 2.", []string{"|Marrow|Weir and Mill|"}},
		{"a name alone", "As Marrow saw very well, the millers had every reason to keep silent about it.", []string{"|||"}},
		{"a figure that is no page", "In the time of which Marrow writes, 45 mills stood on the river, and in the House, 12 members owned one.", []string{"|||"}},
		{"a year that is no page", "The letter that the millers sent was written from the House, 1844.", []string{"|||"}},
		{"another title", "Of what was said by Marrow, Lord Mayor of the town in those days, nothing has come down to us.", []string{"|||"}},
		{"another author", "On the wages of the millers one may still turn with profit to Tarn, The Weir and the Mill, 80–95.", []string{"|||"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := articleOf(append(cited[:2:2], row.note)...)
			a.Meta.Language = "en"
			citation.Parse(a)
			if diff := cmp.Diff(row.want, told(a.Notes[2])); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.note, diff)
			}
		})
	}
}
