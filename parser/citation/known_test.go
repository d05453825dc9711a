package citation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
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

// TestSeveralShortForms reads sentences that hold more than one short form, or one
// beside other words.
func TestSeveralShortForms(t *testing.T) {
	t.Parallel()
	cited := []string{
		"Edith Marrow, The Weir and the Mill (Oxford: Tarn, 1954), 3.",
		"Tobias Renn, “Bridges and Bailiffs,” Pike Review 12 (1931): 12–40.",
		"Edith Marrow, “Eel Traps,” Pike Review 20 (1939): 1–9.",
		"Ida Voss, Letters from Exile (Leeds: Aire, 1962), 4 (hereafter LAH).",
	}
	for _, row := range []struct {
		name, note string
		want       []string
	}{
		{"a verb between", "Marrow, Weir, 12, follows Renn, “Bridges,” 30, on the date.", []string{"|Marrow|Weir|12", "|Renn|Bridges|30"}},
		{"brackets", "Where Renn (“Bridges,” 30) sees a mob, Marrow (Weir, 14) sees a fair.", []string{"|Renn|Bridges|30", "|Marrow|Weir|14"}},
		{"pages in brackets", "I side here with Renn (p. 31) and not with Voss (p. 9).", []string{"|Renn||31", "|Voss||9"}},
		{"Ibid. behind a word", "Contrast Marrow, Weir, 12 (“no eels”), with ibid., 90.", []string{"Contrast|Marrow|Weir|12", "|||90"}},
		{"Ibid. in a sentence", "See the map ibid., 60.", []string{"|||60"}},
		{"numbers of notes", "On this view Marrow (n 1) 60 cannot be squared with Renn (n 2) 31.", []string{"|Marrow||60", "|Renn||31"}},
		{"words for a work", "Here Marrow, op. cit., p. 60, departs from Renn, art. cit., p. 31.", []string{"|Marrow||60", "|Renn||31"}},
		{"another work of hers", "Marrow, “Eel Traps,” 6, and the earlier remarks in her Weir and Mill, 33.", []string{"|Marrow|Eel Traps|6", "|Marrow|Weir and Mill|33"}},
		{"a name that is defined", "As Voss admits (Letters, 41), LAH, 90 is a forgery.", []string{"|Voss|Letters|41", "|LAH||90"}},
		{"a full reference before it", "Noel Finch, Reeds (London: Sedge, 1979), 4, is answered by Marrow, Weir, 66.", []string{"|Finch|Reeds|4", "|Marrow|Weir|66"}},
		{"the year of something else", "Marrow, Weir, 15, prints a letter of 12 June 1849 in full.", []string{"|Marrow|Weir|15"}},
		{"what leads up to it", "Quoted by Renn, “Bridges,” 19, from a lost manuscript.", []string{"|Renn|Bridges|19"}},
		{"two sentences", "Renn, “Bridges,” 32. Marrow et al., Weir, 20, is more cautious.", []string{"|Renn|Bridges|32", "|Marrow|Weir|20"}},
		{"a bracket of its own", "Renn, “Bridges,” 14, dates this fair (Marrow, Weir, 25) to 1745.", []string{"|Renn|Bridges|14", "|Marrow|Weir|25"}},
		{"a work that is cited nowhere else", "Marrow, Weir, 15, takes issue with Nagel, Desert Commerce, 44.", []string{"|Marrow|Weir|15", "|Nagel|Desert Commerce|44"}},
		{"a title alone", "Renn, “Bridges,” 14, gives The Weir and the Mill, 9, to his aunt.", []string{"|Renn|Bridges|14", "||The Weir and the Mill|9"}},
		{"a title that a sentence gives to its author", "As Renn notes, “Bridges and Bailiffs,” the toll was never paid.", []string{"|Renn|Bridges and Bailiffs|"}},
		{"no author of the title", "The phrase “bridges and bailiffs” was Voss’s own.", []string{"|||"}},
		{"what discusses a work", "Marrow (n 1) 20, discussing Renn (n 2) 31.", []string{"|Marrow||20"}},
		{"a translation of the passage", "Marrow, Weir, 22, trans. in Ivy Moule, Horses (York: Ouse, 1961), 90.", []string{"|Marrow|Weir|22"}},
		{"what it says", "Marrow, Weir, 18: “to mill is to wait.” But see Renn, “Bridges,” 35: “nobody waits.”", []string{"|Marrow|Weir|18", "But see|Renn|Bridges|35"}},
		{"years that a sentence tells of", "The toll rose in 1798, 1801 and 1805.", []string{"|||"}},
		{"a case that another one cites", "Marsh v. Piedmont Lines, 512 F.2d 40, 44 (4th Cir. 1975) (citing Tolland, 388 U.S. at 110).", []string{"||Marsh v. Piedmont Lines|44"}},
		{"a later edition", "Marrow, The Weir, 2 edit., I, pp. 81 ff.", []string{"|Marrow|The Weir, 2 edit|81 ff"}},
		{"a work that another quotes", "Marrow, Weir, 15, quoting Renn, “Bridges,” 19.", []string{"|Marrow|Weir|15"}},
		{"what holds a chapter", "Ada Renn, “Locks,” in Voss, Letters from Exile, 71–90.", []string{"|Renn|Locks|"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := articleOf(append(cited[:4:4], row.note)...)
			a.Meta.Language = "en"
			citation.Parse(a)
			if diff := cmp.Diff(row.want, placed(a.Notes[4])); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.note, diff)
			}
		})
	}
}

// placed is told with the place in the work in place of what holds it.
func placed(n article.Note) []string {
	out := told(n)
	for i, c := range n.Citations {
		out[i] = strings.Join(strings.Split(out[i], "|")[:3], "|") + "|"
		if c.Locator != nil {
			out[i] += c.Locator.Value
		}
	}
	return out
}
