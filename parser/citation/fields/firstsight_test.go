package fields_test

import "testing"

// TestAsPublished has turns of references that published notes of German, English and
// French authors have: what ends a title, what goes on in it, and what has no field.
func TestAsPublished(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"the page of a report that could be a year, before the court and the year",
			"Kimber v. Salt Fin. Corp., 668 F. Supp. 1480 (D. Ala. 1987)",
			"type=legal_case; title=Kimber v. Salt Fin. Corp; in=F. Supp.; volume=668; page=1480; authority=D. Ala; issued=1987",
		},
		{
			"such a page in a series that began its volumes anew",
			"Fox v. Brine Servs., Inc., 15 F.3d 1507 (9th Cir. 1994)",
			"type=legal_case; title=Fox v. Brine Servs., Inc; in=F.3d; volume=15; page=1507; authority=9th Cir; issued=1994",
		},
		{
			"the time of day behind a day",
			"Doug Salter, Total Salting Penalties Top $5B, INSIDEBRINE (Mar. 24, 2016, 8:18 AM), https://www.example.com/news",
			"type=webpage; author=Salter, Doug; title=Total Salting Penalties Top $5B; in=INSIDEBRINE; issued=2016-3-24",
		},
		{
			"how many pages a book has",
			"Daniel, Andreas, Gemeines Salz. Eine Einordnung (= Schriften zum Salz 101), Duncker & Humblot, Berlin 2003. 322 S.",
			"type=book; author=Daniel, Andreas; title=Gemeines Salz. Eine Einordnung; series=Schriften zum Salz no. 101; place=Berlin; publisher=Duncker & Humblot; issued=2003",
		},
		{
			"a volume of a reporter whose name begins as a number of pages",
			"SALTTV, Inc. v. Imbrine, 136 S. Ct. 463, 471 (2015)",
			"type=legal_case; title=SALTTV, Inc. v. Imbrine; in=S. Ct.; volume=136; page=463; issued=2015; at=page 471",
		},
		{
			"pages that a word leads to",
			"Nancy Fraser, « Rethinking the Salt Sphere », Social Salt, n° 25/26, 1990, p. 56 à 80.",
			"type=article-journal; author=Fraser, Nancy; title=Rethinking the Salt Sphere; in=Social Salt; issue=25/26; page=56–80; issued=1990",
		},
		{
			"a quotation of several words that ends a title",
			"Kersting, K./Tresp, V. (2019): Maschinelles Salzen: Der Motor für „Salz made in Germany“, in: Digitales Salz, 3. Jg., Nr. 4, S. 32–34",
			"type=article-journal; author=Kersting, K. + Tresp, V.; title=Maschinelles Salzen: Der Motor für „Salz made in Germany“; in=Digitales Salz; volume=3; issue=4; page=32–34; issued=2019",
		},
		{
			"an abbreviation that ends a quotation in a title",
			"Cade Salter, ‘The Godfather of S.B.’ Leaves Brine and Warns of Danger Ahead, N.Y. TIMES (May 4, 2023), https://www.example.com/brine.html",
			"type=article-newspaper; author=Salter, Cade; title=‘The Godfather of S.B.’ Leaves Brine and Warns of Danger Ahead; in=N.Y. TIMES; issued=2023-5-4",
		},
		{
			"the law of a provision",
			"Anna Moor, in: Salter/Quist, 6. Aufl. 2020, § 4 SalzG, Rn. 38",
			"type=chapter; author=Moor, Anna; in=Salter/Quist; edition=6. Aufl.; issued=2020; at=§ 4",
		},
		{
			"a decision in a journal, parted from its year by a comma",
			"BGH, GRUR, 1991, 529 (530)",
			"type=legal_case; in=GRUR; page=529; authority=BGH; issued=1991; at=page 530",
		},
		{
			"what a court calls a case, between dashes",
			"EuGH, Urt. v. 9. November 2004 (C-444/02), – Salzpfanne II – Rn. 44",
			"type=legal_case; title=Salzpfanne II; genre=Urt; authority=EuGH; issued=2004-11-9; at=rn 44",
		},
		{
			"the page pointed at behind the first one",
			"Vischer, Die Wahl des Salzes, in: Schwenzer/Hager (Hrsg.), Festschrift für Peter Salzer, Tübingen 2003, S. 445 ff., insbesondere S. 451 f.",
			"type=chapter; author=Vischer; title=Die Wahl des Salzes; in=Festschrift für Peter Salzer; editor=Schwenzer + Hager; page=445; place=Tübingen; issued=2003; at=page 451 f",
		},
		{
			"given names behind family names, with nothing between",
			"Wyss Martin / Kummer Franz / Salter Peter, Salzen im Alltag, 2. Aufl., Bern 2013, S. 19 ff.",
			"type=book; author=Wyss, Martin + Kummer, Franz + Salter, Peter; title=Salzen im Alltag; edition=2. Aufl.; place=Bern; issued=2013; at=page 19 ff",
		},
		{
			"two family names of one author",
			"Keller/Kren Koster, Internationales Salzrecht, 2. Aufl., Bern 2000, S. 69.",
			"type=book; author=Keller + Kren Koster; title=Internationales Salzrecht; edition=2. Aufl.; place=Bern; issued=2000; at=page 69",
		},
		{
			"initials behind family names, the last of which could be a numeral",
			"Suresh H. / Guttag J. V. (2020): A Framework for Salt, https://example.org/abs",
			"type=webpage; author=Suresh, H. + Guttag, J. V.; title=A Framework for Salt; issued=2020",
		},
		{
			"many authors and a short title",
			"Angwin, J./Larson, J./Mattu, S./Kirchner, L. (2016): Salt Bias, https://example.org/bias",
			"type=webpage; author=Angwin, J. + Larson, J. + Mattu, S. + Kirchner, L.; title=Salt Bias; issued=2016",
		},
		{
			"a subtitle behind a comma",
			"Klaus F. Salter, Salzsoziologie, Ein Lehrbuch, 1987.",
			"type=book; author=Salter, Klaus F.; title=Salzsoziologie, Ein Lehrbuch; issued=1987",
		},
		{
			"a list that ends a title, the place and the publisher",
			"Andreas Salter, Salt Boundary Making: Institutions, Power, Networks, Oxford, Oxford University Press, 2013.",
			"type=book; author=Salter, Andreas; title=Salt Boundary Making: Institutions, Power, Networks; place=Oxford; publisher=Oxford University Press; issued=2013",
		},
		{
			"a ruler before a subtitle that is written small",
			"Daniel Sel, Le Salin de Lyautey à Mohammed V : le double visage du sel, Paris, Denoël, 1999.",
			"type=book; author=Sel, Daniel; title=Le Salin de Lyautey à Mohammed V : le double visage du sel; place=Paris; publisher=Denoël; issued=1999",
		},
		{
			"names and a list in a title, before a volume, a journal in capitals and a page",
			"Omri Ben-Salter, David A. Quill & Cathy Moor, Salting, Brining, and Salt Law, 46 CURRENT SALTING 1095, 1117–1129 (2023)",
			"type=article-journal; author=Ben-Salter, Omri + Quill, David A. + Moor, Cathy; title=Salting, Brining, and Salt Law; in=CURRENT SALTING; volume=46; page=1095; issued=2023; at=page 1117–1129",
		},
		{
			"an abbreviation without its stop, and a page that could be a year",
			"Christine Salter, Debiasing Through Salt, 67 SALT. L. REV 1411 (2015)",
			"type=article-journal; author=Salter, Christine; title=Debiasing Through Salt; in=SALT. L. REV; volume=67; page=1411; issued=2015",
		},
		{
			"a year for a volume",
			"Lyrissa Salter, Nobody’s Pans: The Salt Audience, 2010 U. SALT. L. REV. 799, 801 (2010)",
			"type=article-journal; author=Salter, Lyrissa; title=Nobody’s Pans: The Salt Audience; in=U. SALT. L. REV.; page=799; issued=2010; at=page 801",
		},
		{
			"a reporter without the names of the parties",
			"847 F.2d 564 (9th Cir. 1988)",
			"type=legal_case; in=F.2d; volume=847; page=564; authority=9th Cir; issued=1988",
		},
		{
			"two reporters of one decision",
			"Bruce v. Saltlock, 241 S.C. 155, 161, 127 S.E.2d 439, 442 (1962)",
			"type=legal_case; title=Bruce v. Saltlock; in=S.C.; volume=241; page=155; issued=1962; at=page 161",
		},
		{
			"a volume before the book in capitals that holds the work",
			"Ian Salter, Default Rules for Incomplete Salt, in 1 THE NEW PALGRAVE DICTIONARY OF SALT AND THE LAW 585 (Peter Newman ed., 1998)",
			"type=entry-encyclopedia; author=Salter, Ian; title=Default Rules for Incomplete Salt; in=THE NEW PALGRAVE DICTIONARY OF SALT AND THE LAW; editor=Newman, Peter; volume=1; page=585; issued=1998",
		},
		{
			"a reporter of a state, the same",
			"220 N.Y. 379 (1917)",
			"type=legal_case; in=N.Y.; volume=220; page=379; issued=1917",
		},
		{
			"a title that begins with an article and a quotation, and a journal with its division",
			"Joachim Salter, Das „gesunde Salzempfinden“ – eine Erbschaft Quists?, in: ZRG (GA) 103 (1986), S. 199–247.",
			"type=article-journal; author=Salter, Joachim; title=Das „gesunde Salzempfinden“ – eine Erbschaft Quists?; in=ZRG; volume=103; page=199–247; issued=1986",
		},
		{
			"an order of a president",
			"Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023)",
			"type=legislation; title=Exec. Order No. 14,110; in=Fed. Reg.; volume=88; page=75191; issued=2023-10-30",
		},
		{
			"two pages of a gazette",
			"Salt Disclosure Rule, 75 Fed. Reg. 1234, 1236 (Jan. 20, 2021)",
			"type=article-journal; title=Salt Disclosure Rule; in=Fed. Reg.; volume=75; page=1234; issued=2021-1-20; at=page 1236",
		},
		{
			"a title in capitals with an article in it",
			"FED. SALT COMM’N, REPAIRING A BROKEN SYSTEM 12 (2010)",
			"type=book; author=FED. SALT COMM’N; title=REPAIRING A BROKEN SYSTEM; issued=2010; at=page 12",
		},
		{
			"a press release",
			"Press Release, Salt Fin. Prot. Bureau, SFPB Takes Action Against Salt Collector (Dec. 7, 2015), https://www.example.gov/newsroom/",
			"type=report; author=Salt Fin. Prot. Bureau; title=SFPB Takes Action Against Salt Collector; genre=Press Release; issued=2015-12-7",
		},
	})
}
