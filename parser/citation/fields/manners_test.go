package fields_test

import "testing"

// TestManners has references as authors on law and society write them, each of
// which was once misread, with its neighbour that must be read otherwise.
func TestManners(t *testing.T) {
	t.Parallel()
	compare(t, []example{
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
			"type=book; author=Salter, Mara; title=Sole. Eine Rechtsgeschichte; series=Schriften zur Rechtsgeschichte no. 112; place=Berlin; issued=2003",
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
		{
			"names in a list with semicolons",
			"Kluth, Arno; Perl, Simone: Gewohnheit vor Salz. Pfannen im Alten Reich, Salzige Zeitschrift 121 (2004), S. 210–244.",
			"type=article-journal; author=Kluth, Arno + Perl, Simone; title=Gewohnheit vor Salz. Pfannen im Alten Reich; in=Salzige Zeitschrift; volume=121; page=210–244; issued=2004",
		},
		{
			"such names and a year",
			"Reyes, Tomás; Oke, Tom (2011). *The Queue and the Brine*. Manchester: Irwell.",
			"type=book; author=Reyes, Tomás + Oke, Tom; title=The Queue and the Brine; place=Manchester; publisher=Irwell; issued=2011",
		},
		{
			"two names with a dash",
			"Thomas Ruhl – Sigrid Ebert, Salz und Obrigkeit, in: Blätter für Salz 140, 2004, S. 87–121.",
			"type=article-journal; author=Ruhl, Thomas + Ebert, Sigrid; title=Salz und Obrigkeit; in=Blätter für Salz; volume=140; page=87–121; issued=2004",
		},
		{
			"single words behind a full stop, before in",
			"Thomas Ruhl, Salz und Obrigkeit. Forschung, Probleme, Perspektiven, in: Blätter für Salz 140, 2004, S. 87–121.",
			"type=article-journal; author=Ruhl, Thomas; title=Salz und Obrigkeit. Forschung, Probleme, Perspektiven; in=Blätter für Salz; volume=140; page=87–121; issued=2004",
		},
		{
			"an editor of sources",
			"Rudolf Asmus (Bearb.): Quellen zur Geschichte des Salzes, Bd. 2, Hamburg 1934.",
			"type=book; title=Quellen zur Geschichte des Salzes; editor=Asmus, Rudolf; volume=2; place=Hamburg; issued=1934",
		},
		{
			"a thesis behind a quotation and its subtitle",
			"Gisela Salter: „Unsalzig“. Studien zum Dorf. Phil. Diss. Universität Münster 1979.",
			"type=thesis; author=Salter, Gisela; title=„Unsalzig“. Studien zum Dorf; publisher=Universität Münster; genre=Phil. Diss.; issued=1979",
		},
		{
			"a series in brackets behind the imprint",
			"Xaver Salter, Das Salz im Reich, München 1996 (Enzyklopädie deutscher Salze, Bd. 38), S. 12.",
			"type=book; author=Salter, Xaver; title=Das Salz im Reich; series=Enzyklopädie deutscher Salze no. 38; place=München; issued=1996; at=page 12",
		},
		{
			"a supplement of a journal",
			"Peter Salter, Das Salz der Bürger, in: Der Staat, Beiheft 8, Berlin 1988, S. 31 ff.",
			"type=article-journal; author=Salter, Peter; title=Das Salz der Bürger; in=Der Staat; volume=8; page=31; place=Berlin; issued=1988",
		},
		{
			"a marginal number of Swiss law",
			"Gerlind Salter, Salz in Bewegung, Zürich 2016, N 144.",
			"type=book; author=Salter, Gerlind; title=Salz in Bewegung; place=Zürich; issued=2016; at=n 144",
		},
		{
			"the day whose state a page shows",
			"Edgar Salter, Wie Sieder streiken, Stand: 17.03.2022 (letzter Zugriff: 20.03.2022).",
			"type=book; author=Salter, Edgar; title=Wie Sieder streiken; issued=2022-3-17; accessed=2022-3-20",
		},
		{
			"a first page behind volume and year",
			"Ferdinand Salter, Beiträge zum Salzrecht, AöR 12 (1897), S. 1.",
			"type=article-journal; author=Salter, Ferdinand; title=Beiträge zum Salzrecht; in=AöR; volume=12; page=1; issued=1897",
		},
		{
			"a journal with its abbreviation in brackets",
			"Bernd Salter, Das Salz im Kontext, in: Jahrbuch des Salzrechts (JSR) 61 (2013), S. 1–28.",
			"type=article-journal; author=Salter, Bernd; title=Das Salz im Kontext; in=Jahrbuch des Salzrechts; volume=61; page=1–28; issued=2013",
		},
		{
			"a name that an abbreviated particle begins",
			"v. Salter, Gesetz und Salz, in: Maunz-Festschrift, München 1971, S. 285 ff.",
			"type=chapter; author=v. Salter; title=Gesetz und Salz; in=Maunz-Festschrift; page=285; place=München; issued=1971",
		},
		{
			"a name right before its journal",
			"Salter ZRP 2019, 77.",
			"type=article-journal; author=Salter; in=ZRP; page=77; issued=2019",
		},
		{
			"a decision of the Swiss federal court",
			"BGE 139 I 16.",
			"type=legal_case; in=BGE; volume=139; issue=I; page=16",
		},
		{
			"a constitution in an old gazette",
			"Verfassung des Salzlandes vom 30. November 1920 (Preußische Gesetzsammlung 1920, S. 543).",
			"type=legislation; title=Verfassung des Salzlandes; in=Preußische Gesetzsammlung; page=543; issued=1920-11-30",
		},
		{
			"a law in the words of another one",
			"Art. 93 Abs. 1 Nr. 4a GG i. d. F. des Gesetzes zur Änderung des Salzes v. 29. Januar 1969, BGBl. I S. 97.",
			"type=legislation; title=Art. 93 Abs. 1 Nr. 4a GG; in=BGBl; volume=I; page=97; issued=1969-1-29",
		},
		{
			"a subtitle before a publisher without place",
			"Tim Salter, Courts and Brine: A Comparative View, Harbor University Press, 2003, 63.",
			"type=book; author=Salter, Tim; title=Courts and Brine: A Comparative View; publisher=Harbor University Press; issued=2003; at=page 63",
		},
		{
			"a body with two fields",
			"Work and Brine Committee, *Salt Sanctions* (2017).",
			"type=book; author=Work and Brine Committee; title=Salt Sanctions; issued=2017",
		},
		{
			"the first part of a word in brackets",
			"D. Salter, Law, Brine and the (Non-) Emergence of Salt (2003).",
			"type=book; author=Salter, D.; title=Law, Brine and the (Non-) Emergence of Salt; issued=2003",
		},
		{
			"volume and issue before the journal",
			"D. Salter, ‘Brine and Machines’ (2019) 39(4) Legal Studies 636, 640–44.",
			"type=article-journal; author=Salter, D.; title=Brine and Machines; in=Legal Studies; volume=39; issue=4; page=636; issued=2019; at=page 640–44",
		},
		{
			"an article's number in the place of pages",
			"N. Salter, “Poor brine”, BMJ 2010;340:c221.",
			"type=article-journal; author=Salter, N.; title=Poor brine; in=BMJ; volume=340; page=c221; issued=2010",
		},
		{
			"two surnames in Spanish",
			"Mauricio García Salinas, *La eficacia de la sal*, Bogotá, 1993.",
			"type=book; author=García Salinas, Mauricio; title=La eficacia de la sal; place=Bogotá; issued=1993",
		},
		{
			"a paper filed in a case",
			"Petition for Writ of Certiorari at 9, Salter v. City of Brine, 139 S. Ct. 1446 (2019).",
			"type=legal_case; title=Petition for Writ of Certiorari; in=S. Ct.; volume=139; page=1446; issued=2019; at=at 9",
		},
		{
			"a hearing and who spoke",
			"Reforming Brine: Hearing Before the Subcomm. on Salt of the H. Comm. on the Sea, 111th Cong. 14 (2009) (statement of Marta Salter, Public Defender).",
			"type=hearing; title=Reforming Brine: Hearing Before the Subcomm. on Salt of the H. Comm. on the Sea; issued=2009; at=page 14",
		},
		{
			"a court of appeals and the year",
			"Salter v. State, 773 So. 2d 1180, 1184 (Fla. Dist. Ct. App. 2000).",
			"type=legal_case; title=Salter v. State; in=So. 2d; volume=773; page=1180; authority=Fla. Dist. Ct. App.; issued=2000; at=page 1184",
		},
		{
			"a case by the number that its state gives",
			"State v. Salter, 2014-Ohio-1209, ¶ 14.",
			"type=legal_case; title=State v. Salter; in=Ohio; page=1209; issued=2014; at=¶ 14",
		},
		{
			"a numbered comment and its subtitle",
			"Committee on Economic, Social and Salty Rights, General Comment No. 14: The Right to the Highest Standard of Brine (2000).",
			"type=book; author=Committee on Economic, Social and Salty Rights; title=General Comment No. 14: The Right to the Highest Standard of Brine; issued=2000",
		},
		{
			"a subtitle of a volume",
			"Mauro Salter, Access to Salt, Vol. I: A World Survey, Milan: Giuffrè, 1978.",
			"type=book; author=Salter, Mauro; title=Access to Salt; volume=I; place=Milan; publisher=Giuffrè; issued=1978",
		},
		{
			"a year that ends the name of a yearly report",
			"Salt Project, Rule of Brine Index 2020, Washington, DC 2020, p. 16.",
			"type=book; author=Salt Project; title=Rule of Brine Index 2020; place=Washington, DC; issued=2020; at=page 16",
		},
		{
			"a report by number, place and publisher",
			"Bureau of Salt Statistics. 2019. *Brine in Large Counties*. NCJ 228944. Washington, DC: Harbor Department.",
			"type=report; author=Bureau of Salt Statistics; title=Brine in Large Counties; place=Washington, DC; publisher=Harbor Department; issued=2019",
		},
		{
			"a subtitle that names a newspaper by chance",
			"Mara Salter, Beschleunigtes Salz. Eine Kritik der Zeit in Salinen, Berlin: Weir 2016, S. 41.",
			"type=book; author=Salter, Mara; title=Beschleunigtes Salz. Eine Kritik der Zeit in Salinen; place=Berlin; publisher=Weir; issued=2016; at=page 41",
		},
		{
			"a collection that names a person",
			"Quist, Peter (2019): Die Kraft des Salzes. In: Moor, Andrea (Hg.): Das Salzdenken Pierre Quists. Weilerswist: Wehr, S. 35–75.",
			"type=chapter; author=Quist, Peter; title=Die Kraft des Salzes; in=Das Salzdenken Pierre Quists; editor=Moor, Andrea; page=35–75; place=Weilerswist; publisher=Wehr; issued=2019",
		},
		{
			"a journal that no word marks, its year and issue",
			"Uwe Salter, Das Existenzminimum am Meer, Sozialer Salzbau 2012, Heft 5, S. 93–99.",
			"type=article-journal; author=Salter, Uwe; title=Das Existenzminimum am Meer; in=Sozialer Salzbau; issue=5; page=93–99; issued=2012",
		},
		{
			"an issue of a year behind the volume",
			"Katja Salter, Wer versteht die Sole?, Merkur, 45. Jg., 1/2017, S. 60–84.",
			"type=article-journal; author=Salter, Katja; title=Wer versteht die Sole?; in=Merkur; volume=45; issue=1; page=60–84; issued=2017",
		},
		{
			"the years of a subject in the subtitle, and a series behind the imprint",
			"Bea Salter, Pfanne und Akte. Die Salzpflege in Köln 1870–1914, Göttingen 1992 (Kritische Studien zur Salzgeschichte, 98), S. 201–203.",
			"type=book; author=Salter, Bea; title=Pfanne und Akte. Die Salzpflege in Köln 1870–1914; series=Kritische Studien zur Salzgeschichte no. 98; place=Göttingen; issued=1992; at=page 201–203",
		},
		{
			"a collection whose title asks",
			"Anne Salter: Recht haben, in: Karl Dahl (Hrsg.), Salinen als Garanten? Eine Bestandsaufnahme, Baden-Baden 2019, S. 77–104.",
			"type=chapter; author=Salter, Anne; title=Recht haben; in=Salinen als Garanten? Eine Bestandsaufnahme; editor=Dahl, Karl; page=77–104; place=Baden-Baden; issued=2019",
		},
		{
			"a law and its gazette in brackets",
			"Gesetz über den Salzausgleich vom 14. August 1952 (BGBl. I S. 446).",
			"type=legislation; title=Gesetz über den Salzausgleich; in=BGBl; volume=I; page=446; issued=1952-8-14",
		},
	})
}
