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
		{
			"an author, a body and a title, all in capitals",
			"THOMAS QUILL ET AL., CTR. FOR SALT AND PUB. POL’Y RSCH., VALIDATION OF THE BRINE INSTRUMENT 15 (2010).",
			"type=book; author=QUILL, THOMAS et al.; title=VALIDATION OF THE BRINE INSTRUMENT; issued=2010; at=page 15",
		},
		{
			"authors, a body and a title with a subtitle, all in capitals",
			"SUSAN QUILL & CLAUDIA MOOR, NEW SALT PROJECT, THE BRINE RACKET IN SALTPORT: HOW THE INDUSTRY VIOLATES DUE PROCESS 14 (2013).",
			"type=book; author=QUILL, SUSAN + MOOR, CLAUDIA; title=THE BRINE RACKET IN SALTPORT: HOW THE INDUSTRY VIOLATES DUE PROCESS; issued=2013; at=page 14",
		},
		{
			"two bodies and a title, all in capitals",
			"PERMANENT COMM’N ON ACCESS TO SALT, STATE OF N.Y. UNIFIED SALT SYS., REPORT TO THE CHIEF SALTER OF THE STATE OF NEW YORK 3, 24 (2015).",
			"type=book; author=PERMANENT COMM’N ON ACCESS TO SALT; title=REPORT TO THE CHIEF SALTER OF THE STATE OF NEW YORK; issued=2015; at=page 3",
		},
		{
			"an abbreviation that no table has, behind the volume",
			"Judith Quill, Do We Have a Salt Crisis? Some Tales of Brine in Indiana, 24 LOY. SALTER L. REV. 355, 377 (2012) (3.6 percent).",
			"type=article-journal; author=Quill, Judith; title=Do We Have a Salt Crisis? Some Tales of Brine in Indiana; in=LOY. SALTER L. REV.; volume=24; page=355; issued=2012; at=page 377",
		},
		{
			"an abbreviation that no table has, behind the title",
			"Cynthia Quill, Carl Moor & Beau Dahl, The Age of Brine in Prediction, HARV. SALT SCI. REV., Winter 2020, at 5.",
			"type=article-journal; author=Quill, Cynthia + Moor, Carl + Dahl, Beau; title=The Age of Brine in Prediction; in=HARV. SALT SCI. REV.; page=5; issued=2020-S4; at=at 5",
		},
		{
			"what the writer adds in brackets",
			"Suzanne E. Quill & Carl D. Moor, The Iowa Salt Court: An Empirical Analysis, 75 IOWA L. REV. 433, 510 (1990) ($820 in small claims, CPI adjusted).",
			"type=article-journal; author=Quill, Suzanne E. + Moor, Carl D.; title=The Iowa Salt Court: An Empirical Analysis; in=IOWA L. REV.; volume=75; page=433; issued=1990; at=page 510",
		},
		{
			"a title without author, and a body in capitals",
			"Salt Deception: How Salters Prey on Poor Brewers, LEGAL SALT SOC’Y ET AL. 8 (May 2010), https://example.org/salt.pdf",
			"type=webpage; title=Salt Deception: How Salters Prey on Poor Brewers; issued=2010-5; at=page 8",
		},
		{
			"a title that begins with a preposition",
			"Jessica Quill, In Salt Collecting, Location Matters, WALL ST. J. (July 18, 2011), https://www.example.com/SB10",
			"type=article-journal; author=Quill, Jessica; title=In Salt Collecting, Location Matters; in=WALL ST. J.; issued=2011-7-18",
		},
		{
			"a family name that is a word",
			"Robert A. Werden & Anna Kann, *Salt and Law*, 12 SALT L. REV. 34 (2001).",
			"type=article-journal; author=Werden, Robert A. + Kann, Anna; title=Salt and Law; in=SALT L. REV.; volume=12; page=34; issued=2001",
		},
		{
			"years in a title",
			"RONALD L. QUILL, UNITED STATES SALT ATTORNEY FEE SURVEY REPORT 2013–2014, at 11 (2015), https://example.com/s.pdf",
			"type=webpage; author=QUILL, RONALD L.; title=UNITED STATES SALT ATTORNEY FEE SURVEY REPORT 2013–2014; issued=2015; at=at 11",
		},
		{
			"the site of a university",
			"Andrew Quill, How Salt Is Making Roads Safer, STANFORD UNIV. SALT-CENTERED INTELLIGENCE (Mar. 7, 2022), https://example.edu/news",
			"type=webpage; author=Quill, Andrew; title=How Salt Is Making Roads Safer; in=STANFORD UNIV. SALT-CENTERED INTELLIGENCE; issued=2022-3-7",
		},
		{
			"the name of one body with a sign in it",
			"MASS. SALT & FAMILY COURT DEP’T, PRO SE SALTERS: THE CHALLENGE OF THE FUTURE 12–16 (1997), https://example.org/p",
			"type=webpage; author=MASS. SALT & FAMILY COURT DEP’T; title=PRO SE SALTERS: THE CHALLENGE OF THE FUTURE; issued=1997; at=page 12–16",
		},
		{
			"rules of a court",
			"FED. R. CIV. P. 12(a)(1) (twenty-one days).",
			"type=legislation; title=FED. R. CIV. P; at=page 12",
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

// TestBibliographies has references as bibliographies of historians print them in German.
func TestBibliographies(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"a series in brackets before the imprint",
			"Moor, Anna: Trade and Salt in the Indian Ocean (Opere sparse di Anna Moor, Bd. 2), Florenz 1990.",
			"type=book; author=Moor, Anna; title=Trade and Salt in the Indian Ocean; series=Opere sparse di Anna Moor no. 2; place=Florenz; issued=1990",
		},
		{
			"a series of papers before the imprint, by a name that has no word for one",
			"Quist, Paul: Salz und die Expansion Portugals (Historia salis et aquae, Bd. 2), Köln 1999.",
			"type=book; author=Quist, Paul; title=Salz und die Expansion Portugals; series=Historia salis et aquae no. 2; place=Köln; issued=1999",
		},
		{
			"a king in the title",
			"Quist, Paul: Les Asientos de Philippe II (Marchands de sel, Bd. VI), Paris 1953.",
			"type=book; author=Quist, Paul; title=Les Asientos de Philippe II; series=Marchands de sel no. VI; place=Paris; issued=1953",
		},
		{
			"a word in quotation marks behind the article",
			"Quist, Paul: The ‘De Salto’ Manuscript, in: Studia Salina 9 (1975), S. 1-62.",
			"type=article-journal; author=Quist, Paul; title=The ‘De Salto’ Manuscript; in=Studia Salina; volume=9; page=1-62; issued=1975",
		},
		{
			"a quotation and a subtitle before an unknown place",
			"Dietrich Quist, „ich wollte salzen“. Zur Geschichte der Pfanne an der Jeetze, Salzwedel 2005, S. 10.",
			"type=book; author=Quist, Dietrich; title=„ich wollte salzen“. Zur Geschichte der Pfanne an der Jeetze; place=Salzwedel; issued=2005; at=page 10",
		},
		{
			"a year in the title of an article",
			"Quist, Stephan: German Participation in the Salt Fleet in 1505/06, in: Salzhandel 12 (2001), S. 86-98.",
			"type=article-journal; author=Quist, Stephan; title=German Participation in the Salt Fleet in 1505/06; in=Salzhandel; volume=12; page=86-98; issued=2001",
		},
		{
			"years with spaces around the dash",
			"Zunkel, Julia: Frischer Wind in alte Pfannen. Neue Perspektiven zur Salzfahrt (1590 - 1650), in: Salzchronik 3 (2003), S. 7-43.",
			"type=article-journal; author=Zunkel, Julia; title=Frischer Wind in alte Pfannen. Neue Perspektiven zur Salzfahrt (1590 - 1650); in=Salzchronik; volume=3; page=7-43; issued=2003",
		},
		{
			"years right behind a word",
			"Quist, Georg: Reisen (1588–1593) in das Salz, Frankfurt 1999.",
			"type=book; author=Quist, Georg; title=Reisen (1588–1593) in das Salz; place=Frankfurt; issued=1999",
		},
	})
}

// TestSites has pages of sites that law reviews set in capitals.
func TestSites(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"rules of a site, and its name",
			"Salt Community Guidelines, SALTCORD (Mar. 15, 2024), https://example.com/guidelines",
			"type=webpage; title=Salt Community Guidelines; in=SALTCORD; issued=2024-3-15",
		},
		{
			"a page of an office",
			"Financially Motivated Salting, FED. BUREAU INVESTIGATIONS, https://example.gov/salting (last visited Aug. 1, 2025).",
			"type=webpage; title=Financially Motivated Salting; in=FED. BUREAU INVESTIGATIONS",
		},
		{
			"an entry of an encyclopaedia",
			"Michele Quill, Salt Pan Crew, ENCYC. BRINETANNICA, https://example.com/topic/salt (last visited Feb. 6, 2025).",
			"type=webpage; author=Quill, Michele; title=Salt Pan Crew; in=ENCYC. BRINETANNICA",
		},
		{
			"an office of a department",
			"OFF. OF GEN. COUNS., DEP’T OF SALT, DEPARTMENT OF SALT LAW MANUAL § 5.5.2 (2023), https://example.mil/law.pdf",
			"type=webpage; author=OFF. OF GEN. COUNS; title=DEPARTMENT OF SALT LAW MANUAL; issued=2023; at=§ 5.5.2",
		},
	})
}
