package fields_test

import "testing"

// TestLawReviews has references as American law reviews print them, titles that
// speak in sentences above all, and with no quotation marks around them.
func TestLawReviews(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"a title that begins with a question word and quotes",
			"Mara Quill, How ‘Salt the Roads’ Failed, N.Y. TIMES (June 16, 2023), https://www.example.com/salt-roads.html",
			"type=article-newspaper; author=Quill, Mara; title=How ‘Salt the Roads’ Failed; in=N.Y. TIMES; issued=2023-6-16",
		},
		{
			"a title with a verb and a comma",
			"Matthew Moor, Salt Police Is a Bad Idea, Not a Bad Slogan, SLOW BRINE (Dec. 7, 2020), https://www.example.com/p/salt",
			"type=webpage; author=Moor, Matthew; title=Salt Police Is a Bad Idea, Not a Bad Slogan; in=SLOW BRINE; issued=2020-12-7",
		},
		{
			"a title that begins with a name",
			"Derrick Bryson Moor, Anna Wolski Strikes: A Timeline, N.Y. TIMES (Nov. 5, 2021), https://www.example.com/strikes.html",
			"type=article-newspaper; author=Moor, Derrick Bryson; title=Anna Wolski Strikes: A Timeline; in=N.Y. TIMES; issued=2021-11-5",
		},
		{
			"a question that quotes",
			"Jonas Quill, How Are Salters Managing Dissent Within the ‘Salt the Roads’ Movement?, TIME (Feb. 23, 2021), https://www.example.com/593",
			"type=webpage; author=Quill, Jonas; title=How Are Salters Managing Dissent Within the ‘Salt the Roads’ Movement?; in=TIME; issued=2021-2-23",
		},
		{
			"a title of two sentences",
			"Chandra Quill & Ryan Moor, You’ve Salted Your Road. Now Here’s Your Bill, SALTPORT POST (Sept. 16, 2018), https://www.example.com/bill",
			"type=article-newspaper; author=Quill, Chandra + Moor, Ryan; title=You’ve Salted Your Road. Now Here’s Your Bill; in=SALTPORT POST; issued=2018-9-16",
		},
		{
			"a page without author on a site in capitals",
			"History, SALT RESISTANCE, https://example.org/history",
			"type=webpage; title=History; in=SALT RESISTANCE",
		},
		{
			"a report by two bodies, and a page of it",
			"SALT WATCH & UNLOCK THE PAN, CALCULATING BRINE 4 (2023), https://example.org/brine.pdf",
			"type=webpage; author=SALT WATCH + UNLOCK THE PAN; title=CALCULATING BRINE; issued=2023; at=page 4",
		},
		{
			"a title that begins with a participle",
			"Honoring Rose Salter, SR Co-Founder and Salting Leader, SALT RESISTANCE (June 22, 2017), https://example.org/6125",
			"type=webpage; title=Honoring Rose Salter, SR Co-Founder and Salting Leader; in=SALT RESISTANCE; issued=2017-6-22",
		},
	})
}

// TestStudents has references as students of the humanities write them in German.
func TestStudents(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"family names first, all parted by commas",
			"Moor, Jan Dirk, Quist, Ulrich, Vorrede, in: Dies./Dahl, Anna (Hrsg.), Salzhandel. Kulturen der Sole in Text und Bild (=Salz & Amt, Bd. 27), Berlin/Boston 2011, S. 22.",
			"type=chapter; author=Moor, Jan Dirk + Quist, Ulrich; title=Vorrede; in=Salzhandel. Kulturen der Sole in Text und Bild; editor=Moor, Jan Dirk + Quist, Ulrich + Dahl, Anna; series=Salz & Amt no. 27; page=22; place=Berlin/Boston; issued=2011",
		},
		{
			"a catalogue of an exhibition",
			"Salter, Sebastian: Pfannen in großen Bildern, in: Quist, Georg (Hrsg.), Der Salzige. Hommage an Salter (Ausst.-Kat. Kunst- und Ausstellungshalle der Bundesrepublik Deutschland, Bonn 2015), München 2015, S. 152.",
			"type=chapter; author=Salter, Sebastian; title=Pfannen in großen Bildern; in=Der Salzige. Hommage an Salter; editor=Quist, Georg; page=152; place=München; issued=2015",
		},
		{
			"editors with family names first, parted by commas",
			"Moor, Jürgen, Die Welt als Salz. Überlegungen zur Malerei, in: Quist, Birgit Ulrike, Moor, Jürgen (Hrsg.): Salters Erben: die Entstehung der Pfanne (=Beiträge zum Salz, Bd. 14), Wiesbaden 2015, S. 40f.",
			"type=chapter; author=Moor, Jürgen; title=Die Welt als Salz. Überlegungen zur Malerei; in=Salters Erben: die Entstehung der Pfanne; editor=Quist, Birgit Ulrike + Moor, Jürgen; series=Beiträge zum Salz no. 14; page=40; place=Wiesbaden; issued=2015",
		},
	})
}
