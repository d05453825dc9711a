package fields_test

import "testing"

// TestEnglish has references as journals in English print them, with neighbours
// that must be read otherwise.
func TestEnglish(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"volume and issue with a full stop",
			"M. Salter, ‘The Price of Brine’, Salt and Society 22.5 (1988) 869–96, at 871.",
			"type=article-journal; author=Salter, M.; title=The Price of Brine; in=Salt and Society; volume=22; issue=5; page=869–96; issued=1988; at=at 871",
		},
		{
			"volume and issue with a colon, and the year without brackets",
			"Mara Salter, ‘The Price of Brine’, *Salt and Society*, 29: 1, 1995, 27–64, 29.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Society; volume=29; issue=1; page=27–64; issued=1995; at=page 29",
		},
		{
			"a double issue behind a stroke",
			"Mara Salter, ‘The Price of Brine’, *Salt and Contemporary Problems*, 76/3–4 (2013), 1–83.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Contemporary Problems; volume=76; issue=3–4; page=1–83; issued=2013",
		},
		{
			"volume and issue by a comma, in Roman numerals",
			"Mara Salter, ‘The Price of Brine’, *Salt and Change*, xxiii, 2 (2008), 267–307.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Change; volume=xxiii; issue=2; page=267–307; issued=2008",
		},
		{
			"a page of a chapter and the one pointed at",
			"Dana Salter, *Brine*, in SALT 50, 61 (1992).",
			"type=chapter; author=Salter, Dana; title=Brine; in=SALT; page=50; issued=1992; at=page 61",
		},
		{
			"the year before volume, issue and pages",
			"Mara SALTER, “The Price of Brine,” *Salt Law Journal*, 1987, 38, 5, pp. 814–853, p. 816.",
			"type=article-journal; author=SALTER, Mara; title=The Price of Brine; in=Salt Law Journal; volume=38; issue=5; page=814–853; issued=1987; at=page 816",
		},
		{
			"the year in brackets before volume and pages",
			"Mara Salter, “The Price of Brine,” *Annual Review of Salt* (2008), 34, 339–358.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Annual Review of Salt; volume=34; page=339–358; issued=2008",
		},
		{
			"a page behind the year, and those pointed at",
			"Mara Salter, „Sole“, Archiv für Salzrecht 2008, 34, 36–38.",
			"type=article-journal; author=Salter, Mara; title=Sole; in=Archiv für Salzrecht; page=34; issued=2008; at=page 36–38",
		},
		{
			"dashes between authors",
			"R. H. SALTER – L. KORN, *Salting in the Shadow of the Law*, Tiber Press, Roma 1999, p. 12.",
			"type=book; author=SALTER, R. H. + KORN, L.; title=Salting in the Shadow of the Law; place=Roma; publisher=Tiber Press; issued=1999; at=page 12",
		},
		{
			"a title that asks, and the journal",
			"Mara Salter, Who Pays for Brine?, Salt Law Journal 12 (1999), 33–48.",
			"type=article-journal; author=Salter, Mara; title=Who Pays for Brine?; in=Salt Law Journal; volume=12; page=33–48; issued=1999",
		},
		{
			"a note by a student",
			"Dana B. Salter, Note, *Salt and Unsalted*, 99 B.U. L. Rev. 211 (2019).",
			"type=article-journal; author=Salter, Dana B.; title=Salt and Unsalted; in=B.U. L. Rev.; volume=99; page=211; genre=Note; issued=2019",
		},
		{
			"a note without its author",
			"Note, *Salt and Unsalted*, 130 Harv. L. Rev. 1123, 1130 (2017).",
			"type=article-journal; title=Salt and Unsalted; in=Harv. L. Rev.; volume=130; page=1123; genre=Note; issued=2017; at=page 1130",
		},
		{
			"a title that begins with a quotation and ends in a list",
			"Aust Salter, “...The Brine Is All Over”: Power, Resistance and the Salt of the Poor, 2 Yale J.L. & Human. 343 (1990).",
			"type=article-journal; author=Salter, Aust; title=“...The Brine Is All Over”: Power, Resistance and the Salt of the Poor; in=Yale J.L. & Human.; volume=2; page=343; issued=1990",
		},
		{
			"a restatement",
			"RESTATEMENT (SECOND) OF CONTRACTS § 90 cmt. b (AM. L. INST. 1981).",
			"type=legislation; title=RESTATEMENT (SECOND) OF CONTRACTS; publisher=AM. L. INST.; issued=1981; at=§ 90",
		},
		{
			"a code of a state",
			"N.Y. REAL PROP. ACTS. LAW § 711(2) (McKinney 2020).",
			"type=legislation; title=N.Y. REAL PROP. ACTS. LAW; publisher=McKinney; issued=2020; at=§ 711(2)",
		},
		{
			"a statute by the years of a reign",
			"4 & 5 Will. IV, c. 76, s. 52.",
			"type=legislation; title=4 & 5 Will. IV, c. 76; at=§ 52",
		},
		{
			"a volume between the author and a title in capitals",
			"MANUEL CASTOR, 1 THE RISE OF SALT: BRINE 19–20 (1991).",
			"type=book; author=CASTOR, MANUEL; title=THE RISE OF SALT: BRINE; volume=1; issued=1991; at=page 19–20",
		},
		{
			"a chapter of a book in capitals",
			"Dana Salter, *Brine*, in LAW, SALT AND SOCIETY: IDEAS OF BRINE 45 (2006).",
			"type=chapter; author=Salter, Dana; title=Brine; in=LAW, SALT AND SOCIETY: IDEAS OF BRINE; page=45; issued=2006",
		},
		{
			"a collection in capitals by its title, and a page",
			"OVERSEAS LEGAL PANS 69 (Dana B. Salter & Tor Aune eds., 2015).",
			"type=book; title=OVERSEAS LEGAL PANS; editor=Salter, Dana B. + Aune, Tor; issued=2015; at=page 69",
		},
		{
			"a law report whose page looks like a year",
			"*R (Salter) v Attorney General* [2015] UKSC 21, [2015] AC 1787.",
			"type=legal_case; title=R (Salter) v Attorney General; in=AC; page=1787; issued=2015",
		},
		{
			"a thesis of a school",
			"Dana Salter, ‘Fifteen Pans’ (PhD thesis, Salt School of Economics and Political Science 2017) 112.",
			"type=thesis; author=Salter, Dana; title=Fifteen Pans; publisher=Salt School of Economics and Political Science; genre=PhD thesis; issued=2017; at=page 112",
		},
		{
			"editors without a stop in the brackets of a book",
			"Max Salter, *Salt and Society*, vol 2 (Guent Roth and Klaus Witt eds, Salt University Press 1978) 656–8.",
			"type=book; author=Salter, Max; title=Salt and Society; editor=Roth, Guent + Witt, Klaus; volume=2; publisher=Salt University Press; issued=1978; at=page 656–8",
		},
		{
			"the year of the first edition",
			"Dana Salter, *Pans on Trial* (first published 1949, Brine Press 1973) 14.",
			"type=book; author=Salter, Dana; title=Pans on Trial; publisher=Brine Press; issued=1973; at=page 14",
		},
		{
			"the year of the first edition and that of a place abroad",
			"Dana Salter, *Pans on Trial*, ed. Tor Aune (1751; Middletown, Conn.: Brine University Press, 1988), 77.",
			"type=book; author=Salter, Dana; title=Pans on Trial; editor=Aune, Tor; place=Middletown, Conn.; publisher=Brine University Press; issued=1988; at=page 77",
		},
		{
			"a book in press, on the years in its title",
			"S. Salter, The Law of Brine at Court: Judges, Scholars and Salters, 1899–1920, Harbour Historical Monographs (Leeds, in press).",
			"type=book; author=Salter, S.; title=The Law of Brine at Court: Judges, Scholars and Salters, 1899–1920; series=Harbour Historical Monographs; place=Leeds; issued=in press",
		},
		{
			"a book whose title begins with an owner",
			"Dana Salter, “Salt and Authority,” in *Albion’s Salt Tree: Brine and Society* (Leeds: Aire Press, 1975), 17–63.",
			"type=chapter; author=Salter, Dana; title=Salt and Authority; in=Albion’s Salt Tree: Brine and Society; page=17–63; place=Leeds; publisher=Aire Press; issued=1975",
		},
		{
			"names and a year, for a list of works has the rest",
			"Salter, Aune, and Korn 1980, 633.",
			"type=document; author=Salter + Aune + Korn; issued=1980; at=page 633",
		},
		{
			"a title of one word and a year",
			"Dana Salter, Brine 1980.",
			"type=book; author=Salter, Dana; title=Brine; issued=1980",
		},
		{
			"two authors with two names each, and the title of a textbook",
			"DANA SALTER & TOR AUNE, LAW & ECONOMICS (2000).",
			"type=book; author=SALTER, DANA + AUNE, TOR; title=LAW & ECONOMICS; issued=2000",
		},
		{
			"a year in a title, and that of publication",
			"U.S. SALT BUREAU, SALT AND POVERTY IN THE UNITED STATES: 2019, at 12 (2020).",
			"type=book; author=U.S. SALT BUREAU; title=SALT AND POVERTY IN THE UNITED STATES: 2019; issued=2020; at=at 12",
		},
		{
			"the year of publication behind a subtitle",
			"Dana Salter, Brine: 2019, at 12.",
			"type=book; author=Salter, Dana; title=Brine; issued=2019; at=at 12",
		},
		{
			"a page and the one pointed at, without a comma",
			"Tor H Aune & Mara Salter, “Bargaining for Brine” (1979) 88:5 *Salt Law Journal* 950 at 952.",
			"type=article-journal; author=Aune, Tor H + Salter, Mara; title=Bargaining for Brine; in=Salt Law Journal; volume=88; issue=5; page=950; issued=1979; at=at 952",
		},
		{
			"the year in brackets before volume, issue and pages",
			"Mara Salter, “The Price of Brine,” *Salt Law Review* (1974) 9 (1), pp. 95–160.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt Law Review; volume=9; issue=1; page=95–160; issued=1974",
		},
		{
			"initials in capitals that look like a marker",
			"Salter TR, *Why Salters Obey* (Brine University Press, Leeds, 2006) p 45.",
			"type=book; author=Salter, TR; title=Why Salters Obey; place=Leeds; publisher=Brine University Press; issued=2006; at=page 45",
		},
		{
			"a particle with a capital before initials",
			"Van Dahl B and Salter A, “Toxic Brine” (2018) 8 *Salt Sciences* 23 at 25.",
			"type=article-journal; author=Van Dahl, B + Salter, A; title=Toxic Brine; in=Salt Sciences; volume=8; page=23; issued=2018; at=at 25",
		},
		{
			"a sum of money in a title",
			"O Salter, Sale of 126 Pans Raised Just £34m, The Guardian, 8 March 2018.",
			"type=article-newspaper; author=Salter, O; title=Sale of 126 Pans Raised Just £34m; in=The Guardian; issued=2018-3-8",
		},
		{
			"a page of a magazine behind its day",
			"Jill Salter, “The Rule of Salt” (20 April 2015) *The New Salter* 80, 82.",
			"type=article-newspaper; author=Salter, Jill; title=The Rule of Salt; in=The New Salter; page=80; issued=2015-4-20; at=page 82",
		},
		{
			"a post on a blog",
			"Ann Salter, ‘What Brine Is’ on Salt Law Blog (14 May 2016).",
			"type=post-weblog; author=Salter, Ann; title=What Brine Is; in=Salt Law Blog; issued=2016-5-14",
		},
		{
			"a volume behind the year and a semicolon",
			"Salter RL, Access to Brine, Annual Review of Salt 2008;34:339–58.",
			"type=article-journal; author=Salter, RL; title=Access to Brine; in=Annual Review of Salt; volume=34; page=339–58; issued=2008",
		},
		{
			"the end of a title in brackets before what holds it",
			"Salter, Economy and Brine (A Sociology of Salt), in Roth/Witt (eds), Salt and Society (1978) 641–700.",
			"type=chapter; author=Salter; title=Economy and Brine (A Sociology of Salt); in=Salt and Society; editor=Roth + Witt; page=641–700; issued=1978",
		},
		{
			"a surname with its particle and a year",
			"Van Dahl and Salter 2018, 25.",
			"type=document; author=Van Dahl + Salter; issued=2018; at=page 25",
		},
		{
			"pages of a chapter before its imprint",
			"Susan Salter, “Legal Brine,” in J. R. Hall, L. Grind (eds.), Handbook of Salt 470–9 (Brine Press, London, 2010), at p. 472.",
			"type=chapter; author=Salter, Susan; title=Legal Brine; in=Handbook of Salt; editor=Hall, J. R. + Grind, L.; page=470–9; place=London; publisher=Brine Press; issued=2010; at=page 472",
		},
		{
			"a collection whose title is a list",
			"B. Salter, Legal Brine, in: A. Pott and M. Mundy (eds.), Law, Salt, and the Constitution of Brine, 2004, p. 73–114, at p. 75.",
			"type=chapter; author=Salter, B.; title=Legal Brine; in=Law, Salt, and the Constitution of Brine; editor=Pott, A. + Mundy, M.; page=73–114; issued=2004; at=page 75",
		},
		{
			"strokes between the names of persons",
			"Lynn J. SALTER / David M. ANGEL: Legal Brine Reconsidered, in: Annual Review of Salt 15 (2019) 335–353.",
			"type=article-journal; author=SALTER, Lynn J. + ANGEL, David M.; title=Legal Brine Reconsidered; in=Annual Review of Salt; volume=15; page=335–353; issued=2019",
		},
		{
			"a day of a newspaper whose year stands behind the author",
			"Salter, Owen (2018), “Pans Closed,” The Guardian, 8 March, page 12.",
			"type=article-newspaper; author=Salter, Owen; title=Pans Closed; in=The Guardian; issued=2018; at=page 12",
		},
		{
			"pages right behind the volume, before the year",
			"Gerald Salter, “Positive Brine,” *Law and Salt Inquiry* 21:435–56 (1996).",
			"type=article-journal; author=Salter, Gerald; title=Positive Brine; in=Law and Salt Inquiry; volume=21; page=435–56; issued=1996",
		},
		{
			"a given name that looks like a court",
			"Cass R. Salter, *Brine After the New Deal*, 101 Harv. L. Rev. 421, 447 (1987).",
			"type=article-journal; author=Salter, Cass R.; title=Brine After the New Deal; in=Harv. L. Rev.; volume=101; page=421; issued=1987; at=page 447",
		},
		{
			"the title of a volume",
			"Jürgen Salter, *The Theory of Brine*, vol. II: *Pans and System*, trans. Thomas Karthy (Leeds: Aire Press, 1987), pp. 356–73.",
			"type=book; author=Salter, Jürgen; title=The Theory of Brine; translator=Karthy, Thomas; volume=II; place=Leeds; publisher=Aire Press; issued=1987; at=page 356–73",
		},
	})
}
