package fields_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/citation/fields"
)

// TestManners has references as authors on law and society write them, each of
// which was once misread, with its neighbour that must be read otherwise.
func TestManners(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{
			"years that the work is on, and the year it appeared",
			"Mara Salter, Das Salzamt 1950–1985, Tübingen 2004, S. 33.",
			"type=book; author=Salter, Mara; title=Das Salzamt 1950–1985; place=Tübingen; issued=2004; at=page 33",
		},
		{
			"such years behind a comma",
			"J. A. Salter, Brine and Parish, 1790–1860 (Leeds: Aire Press, 1999).",
			"type=book; author=Salter, J. A.; title=Brine and Parish, 1790–1860; place=Leeds; publisher=Aire Press; issued=1999",
		},
		{
			"years in which a work appeared",
			"Mara Salter, Das Salzamt, Tübingen 1950–1955.",
			"type=book; author=Salter, Mara; title=Das Salzamt; place=Tübingen; issued=1950/1955",
		},
		{
			"years of an imprint, the last by one figure",
			"Mara Salter, Das Salzamt, 2 Bde., Tübingen 1802–9.",
			"type=book; author=Salter, Mara; title=Das Salzamt; place=Tübingen; issued=1802/1809",
		},
		{
			"pages that look like years, behind a volume",
			"Dana Salter, The Price of Brine, 88 U. Chi. L. Rev. 1467, 1470 (2021).",
			"type=article-journal; author=Salter, Dana; title=The Price of Brine; in=U. Chi. L. Rev.; volume=88; page=1467; issued=2021; at=page 1470",
		},
		{
			"a page that looks like a year, behind the year",
			"Salter, NJW 2017, 1474.",
			"type=article-journal; author=Salter; in=NJW; page=1474; issued=2017",
		},
		{
			"a journal by an abbreviation, year and page",
			"Th. Salter, Der stille Schuldner, DGVZ 1979, S. 33.",
			"type=article-journal; author=Salter, Th.; title=Der stille Schuldner; in=DGVZ; page=33; issued=1979",
		},
		{
			"a Festschrift by its short name",
			"Salter, FS Quandt, 2005, S. 13 (15).",
			"type=chapter; author=Salter; in=FS Quandt; page=13; issued=2005; at=page 15",
		},
		{
			"a volume of a series in brackets",
			"Mara Salter, Sole. Eine Rechtsgeschichte (= Schriften zur Rechtsgeschichte, Bd. 112), Berlin 2003.",
			"type=book; author=Salter, Mara; title=Sole. Eine Rechtsgeschichte; series=Schriften zur Rechtsgeschichte; place=Berlin; issued=2003",
		},
		{
			"a reprint in brackets",
			"Otto Salter, Der Salzstaat, Kassel 1864 (Neudruck Aalen 1961).",
			"type=book; author=Salter, Otto; title=Der Salzstaat; place=Kassel; issued=1864",
		},
		{
			"a publisher that calls itself an edition",
			"Mara Salter, Das Salz der Armen, Hamburg: Hamburger Edition 2011.",
			"type=book; author=Salter, Mara; title=Das Salz der Armen; place=Hamburg; publisher=Hamburger Edition; issued=2011",
		},
		{
			"the title of a collection that a full stop parts",
			"Ulrich Salter, Rechte ohne Salz, in: ders., Politik des Salzes. Aufsätze, Berlin 1994, S. 19–44.",
			"type=chapter; author=Salter, Ulrich; title=Rechte ohne Salz; in=Politik des Salzes. Aufsätze; editor=Salter, Ulrich; page=19–44; place=Berlin; issued=1994",
		},
		{
			"a list behind a full stop",
			"Mara Salter, Die Pfanne. Salz, Sole und das Amt, Berlin 2004.",
			"type=book; author=Salter, Mara; title=Die Pfanne. Salz, Sole und das Amt; place=Berlin; issued=2004",
		},
		{
			"a quotation that the title goes on behind",
			"Mara Salter, „Das Salz kommt morgens“. Sieden als Praxis, in: Zeitschrift für Salz 38 (2018), S. 201–229.",
			"type=article-journal; author=Salter, Mara; title=„Das Salz kommt morgens“. Sieden als Praxis; in=Zeitschrift für Salz; volume=38; page=201–229; issued=2018",
		},
		{
			"an American law report of a later series",
			"Salter v. Brine, 407 F.2d 25 (5th Cir. 1972).",
			"type=legal_case; title=Salter v. Brine; in=F.2d; volume=407; page=25; authority=5th Cir; issued=1972",
		},
		{
			"volume and pages with a colon and no space",
			"Salter, Mark. 1974. “Why the Brine Comes Ahead.” *Salt Review* 9:95–160.",
			"type=article-journal; author=Salter, Mark; title=Why the Brine Comes Ahead; in=Salt Review; volume=9; page=95–160; issued=1974",
		},
		{
			"an editor and the publisher in brackets",
			"R. Salter, *The Birth of Brine*, in *Salt and Crime: A Reader* 389–408 (B. Perry ed., Routledge 2003).",
			"type=chapter; author=Salter, R.; title=The Birth of Brine; in=Salt and Crime: A Reader; editor=Perry, B.; page=389–408; publisher=Routledge; issued=2003",
		},
		{
			"a title in capitals behind in",
			"Allan Salter, *Brine’s Dominion*, in THE HANDBOOK OF SALT 400, 412 (Keith Black ed., 2008).",
			"type=chapter; author=Salter, Allan; title=Brine’s Dominion; in=THE HANDBOOK OF SALT; editor=Black, Keith; page=400; issued=2008; at=page 412",
		},
		{
			"a possessive in a title that is no work",
			"Nicole Salter, Brine County: Courts in America’s Largest Saltworks (Harbor University Press, 2016).",
			"type=book; author=Salter, Nicole; title=Brine County: Courts in America’s Largest Saltworks; publisher=Harbor University Press; issued=2016",
		},
		{
			"a page of a report by an office, and its year in brackets",
			"Nat’l Ass’n of Salt Lawyers, Minor Brines: The Toll of Broken Pans 12 (2009).",
			"type=book; author=Nat’l Ass’n of Salt Lawyers; title=Minor Brines: The Toll of Broken Pans; issued=2009; at=page 12",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, show(fields.Read(source(row.in)))); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.in, diff)
			}
		})
	}
}
