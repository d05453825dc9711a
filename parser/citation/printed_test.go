package citation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// TestPrinted has turns that printed articles and papers of students have, each in the
// last of some notes: how many references there are, and of whom, of what and when.
func TestPrinted(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		notes []string
		want  []string
	}{
		{
			"a book and a page on the web",
			[]string{"Wilde, Johannes: Salz, Oxford 1978, S. 44, sowie Anna Dahl, Die Schlacht um das Salz, https://example.org/salz (letzter Zugriff: 11.03.22)."},
			[]string{"full Wilde “Salz” 1978", "full Dahl “Die Schlacht um das Salz” "},
		},
		{
			"a book and a page that only a title names",
			[]string{"John Wilde, Salt (Oxford: Pier Press, 1978), 44, and “The Battle of Brine,” https://example.org/salt (accessed 11 March 2022)."},
			[]string{"full Wilde “Salt” 1978", "full  “The Battle of Brine” "},
		},
		{
			"two pages, each with its address",
			[]string{"Honouring Rose Quill, Salt Leader, SALT RESISTANCE (June 22, 2017), https://example.org/61; The Economy of Salt: Ruth Moor, SALT RESISTANCE (May 26, 2015), https://example.org/the-news."},
			[]string{"full  “Honouring Rose Quill, Salt Leader” 2017", "full  “The Economy of Salt: Ruth Moor” 2015"},
		},
		{
			"a quotation in the words that lead up to a work",
			[]string{"On the “vanishing toll” in civil litigation, see generally Marc Moor, The Vanishing Toll, 1 J. SALT LEGAL STUD. 459 (2004)."},
			[]string{"full Moor “The Vanishing Toll” 2004"},
		},
		{
			"family names first, and a book that the same author edits behind a question",
			[]string{"Vgl. zum ganzen Abschnitt Gould, Cecil, Salz. Schlacht um die Sole. Newcastle upon Tyne 1966, S. 6, sowie Moor, Georg, Warum Salz? In: Ders./Dahl, Anna (Hrsg.), Der Salzige. Hommage an die Pfanne, München 2015, S. 14-33, S. 17f."},
			[]string{"full Gould “Salz. Schlacht um die Sole” 1966", "full Moor “Warum Salz?” 2015"},
		},
		{
			"an author, a short title and the year",
			[]string{"Moor, Georg, Warum Salz? Eine Frage der Zeit, München 2015, S. 14.", "Dahl, Anna, Sole, Köln 1990.", "Vgl. Moor, Warum Salz? 2015, S. 17."},
			[]string{"short Moor “Warum Salz?” 2015"},
		},
		{
			"an author and a short title of another year",
			[]string{"Moor, Georg, Warum Salz? Eine Frage der Zeit, München 2015, S. 14.", "Dahl, Anna, Sole, Köln 1990.", "Vgl. Moor, Warum Salz? 2018, S. 17."},
			[]string{"full Moor “Warum Salz?” 2018"},
		},
		{
			"two surnames, a stroke with spaces around it",
			[]string{"Moor, Jan/Quist, Ulrich, Salzhandel, Berlin 2011, S. 22.", "Moor / Quist 2011, S. 3f."},
			[]string{"short Moor Quist “” 2011"},
		},
		{
			"years at the end of a title, and a subtitle",
			[]string{"Moor, Ada: The Salt Empire in Asia 1500-1700. A Political and Economic History, London/New York 1993."},
			[]string{"full Moor “The Salt Empire in Asia 1500-1700. A Political and Economic History” 1993"},
		},
		{
			"years in which a work appeared, and a sentence",
			[]string{"Georg Moor, Der Salzhandel, Köln 1976–1990. Für Österreich siehe Ada Quist, Salz, Wien 1999."},
			[]string{"full Moor “Der Salzhandel” 1976", "full Quist “Salz” 1999"},
		},
		{
			"given names that nobody knows, where the article writes authors so",
			[]string{"Moor, Anna: Salz, Köln 1990.", "Dahl, Peter: Sole, Köln 1991.", "Quist, Paul: Pfannen, Köln 1992.", "Mathewo, Kuzhi Skari: Salt and the Traders of Germany, New Delhi 1997."},
			[]string{"full Mathewo “Salt and the Traders of Germany” 1997"},
		},
		{
			"a short title written small",
			[]string{"Dietrich Banz, „ich wollte salzen und der Welt erzählen“. Zur Geschichte der Pfanne, Köln 2005, S. 10.", "Vgl. Banz, salzen, S. 31."},
			[]string{"short Banz “salzen” "},
		},
		{
			"a work that is quoted from a known one",
			[]string{"Dietrich Banz, „ich wollte salzen und der Welt erzählen“. Zur Geschichte der Pfanne, Köln 2005, S. 10.", "Kitty Moxon, „Wo das Salz erfriert“, Leipzig 2001, zit. nach: Banz, salzen, S. 77."},
			[]string{"full Moxon “Wo das Salz erfriert” 2001"},
		},
		{
			"a note's number, and a sentence that leads to another work",
			[]string{"See Moor, supra note 1, at 16 (“All were salted . . . .”). On abuse, see Jessica Quill, In Salt Collecting, Location Matters, SALT ST. J. (July 18, 2011)."},
			[]string{"short Moor “” ", "full Quill “In Salt Collecting, Location Matters” 2011"},
		},
		{
			"words of a sentence, and a work whose volume is no page of it",
			[]string{"For two notable exceptions, see Noam Quill, Algorithmic Black Salt, 101 SALT. U. L. REV. 1177 (2024)."},
			[]string{"full Quill “Algorithmic Black Salt” 2024"},
		},
		{
			"a sentence on a subject that sends the reader to a note",
			[]string{"Ann Moor, Salt (Pier Press 1990).", "On the magnitude of tolls, see supra note 1."},
			[]string{"crossref  “” "},
		},
		{
			"a section of a code, and such a sentence",
			[]string{"Ann Moor, Salt (Pier Press 1990).", "See 12 U.S.C. § 5565 (outlining the office’s powers). On the magnitude of tolls, see supra note 1."},
			[]string{"full  “” ", "crossref  “” "},
		},
		{
			"a subtitle written small that a place and a year end",
			[]string{"Otto Quirl, Politisches Salz. Verwendung salziger Möglichkeiten zu politischen Zwecken, Köln 1965."},
			[]string{"full Quirl “Politisches Salz. Verwendung salziger Möglichkeiten zu politischen Zwecken” 1965"},
		},
		{
			"such a subtitle that begins as a signal does",
			[]string{"Ulrich K. Moor, Die Salzung des Subjekts. Zur Kritik der Funktionsweise des subjektiven Salzes, Köln 1979."},
			[]string{"full Moor “Die Salzung des Subjekts. Zur Kritik der Funktionsweise des subjektiven Salzes” 1979"},
		},
		{
			"places that semicolons part",
			[]string{"Vgl. Rehber, Malte: Salz im digitalen Raum, in: Dahl, Anna (Hg.): Salz im Zeitalter, Köln; Weimar; Wien 2018, S. 41f."},
			[]string{"full Rehber “Salz im digitalen Raum” 2018"},
		},
		{
			"a year that ends a title, and a subtitle",
			[]string{"Weiss, Siegfried; Malik, Maja: Salzhandel in Deutschland 2005. Zentrale Befunde der Befragung, in: Salzblätter 7, 2006, S. 359."},
			[]string{"full Weiss Malik “Salzhandel in Deutschland 2005. Zentrale Befunde der Befragung” 2006"},
		},
		{
			"a year that ends a title, and the imprint",
			[]string{"Salzkunde und Soziologie. Verhandlungen des Ersten Salzertages 1910. Tübingen 1911, S. 275–309."},
			[]string{"full  “Salzkunde und Soziologie. Verhandlungen des Ersten Salzertages 1910” 1911"},
		},
		{
			"a repository and the identifier that it gave the work",
			[]string{"Florian Richter, Das offene Salz, 2023, S. 10. Salt Preprints, https://doi.org/10.1234/salt."},
			[]string{"full Richter “Das offene Salz” 2023"},
		},
		{
			"commentaries by the provision",
			[]string{"Däppen, Basler Kommentar, 3. Aufl., N. 5 zu Art. 129 OR; Amst/Vogt, Zürcher Kommentar, N. 11 zu Art. 116 IPRG mit Hinweisen."},
			[]string{"full Däppen “Basler Kommentar” ", "full Amst Vogt “Zürcher Kommentar” "},
		},
		{
			"a surname and a year behind words",
			[]string{"Gould, Cecil, Salz, Köln 1966, S. 6.", "Dahl, Anna, Sole, Köln 1990.", "Für Überlegungen zu weiteren geplanten Pfannen siehe Gould 1966, S. 5f."},
			[]string{"short Gould “” 1966"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := articleOf(row.notes...)
			citation.Parse(a)
			var got []string
			for _, c := range a.Notes[len(a.Notes)-1].Citations {
				got = append(got, printed(&c))
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// printed is the kind of a citation, the family names, the title and the year.
func printed(c *article.Citation) string {
	var names []string
	for _, n := range c.Item.Author {
		names = append(names, n.Family)
	}
	year := ""
	if d := c.Item.Issued; d != nil && len(d.Parts) > 0 {
		year = fmt.Sprint(d.Parts[0][0])
	}
	return fmt.Sprintf("%s %s “%s” %s", c.Kind, strings.Join(names, " "), c.Item.Title, year)
}
