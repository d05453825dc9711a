package fields_test

import "testing"

// TestLaw has what lawyers and those who write on law cite: acts, cases, journals
// by their year, chapters by their first page.
func TestLaw(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{"a volume before an italic journal", "Ann Salter, ‘Brine’ (2013) 35(3) *Journal of Salt Law* 305, 311.", "type=article-journal; author=Salter, Ann; title=Brine; in=Journal of Salt Law; volume=35; issue=3; page=305; issued=2013; at=page 311"},
		{"a year for a volume", "Ann Salter, *Brine*, 2013 Harb. L. Rev. 101, 105 (2013).", "type=article-journal; author=Salter, Ann; title=Brine; in=Harb. L. Rev.; page=101; issued=2013; at=page 105"},
		{"pages that could be years", "Salter, A. B. (1992). Brine and law. Harbour Review of Salt, 97(6), 1531–1576.", "type=article-journal; author=Salter, A. B.; title=Brine and law; in=Harbour Review of Salt; volume=97; issue=6; page=1531–1576; issued=1992"},
		{"a title that begins like a chapter's book", "Salter, A. (2007). In the salt room: Brine and law. *Law & Brine*, 32(2), 309–332.", "type=article-journal; author=Salter, A.; title=In the salt room: Brine and law; in=Law & Brine; volume=32; issue=2; page=309–332; issued=2007"},
		{"a yearly report with its own date", "Harbour Council, Salt Report 2020, Oslo 2021, p. 16.", "type=book; author=Harbour Council; title=Salt Report 2020; place=Oslo; issued=2021; at=page 16"},
		{"a yearly report behind its date", "Salt Bank. (2017). World salt report 2017: Brine and law. Oslo: Salt Bank.", "type=book; author=Salt Bank; title=World salt report 2017: Brine and law; place=Oslo; publisher=Salt Bank; issued=2017"},
		{"an act by its name", "Salt Works, Brine and Punishment of Smugglers Act 2012, sch 1.", "type=legislation; title=Salt Works, Brine and Punishment of Smugglers Act 2012; issued=2012; at=sch 1"},
		{"an act of the EU", "Council Directive 2000/43/EC of 29 June 2000 on the equal treatment of salts [2000] OJ L180/22.", "type=legislation; title=Council Directive 2000/43/EC of 29 June 2000 on the equal treatment of salts; in=OJ L; volume=180; page=22; issued=2000-6-29"},
		{"a convention", "Convention on the Rights of Salters, opened for signature 30 March 2007, 2515 UNTS 3.", "type=legislation; title=Convention on the Rights of Salters; in=UNTS; volume=2515; page=3; issued=2007-3-30"},
		{"a German act with its short name", "Gesetz über das Salz (Salzgesetz – SalzG) v. 18.6.1980, BGBl. I, S. 689.", "type=legislation; title=Gesetz über das Salz (Salzgesetz – SalzG); in=BGBl; volume=I; page=689; issued=1980-6-18"},
		{"a court, and the journal that prints it", "OLG Köln, NJW-RR 1998, 1376.", "type=legal_case; in=NJW-RR; page=1376; authority=OLG Köln; issued=1998"},
		{"a court's collection by year", "EuGH, Rs. C-54/07 (Salz), Slg. 2008, I-5187, Rn. 25.", "type=legal_case; title=Salz; in=Slg.; page=I-5187; authority=EuGH; issued=2008; at=rn 25"},
		{"a docket with a full stop", "BVerwG, Urt. v. 29.4.1993 – 7 A 3.92, BVerwGE 92, 263 (265 f.).", "type=legal_case; in=BVerwGE; volume=92; page=263; genre=Urt; authority=BVerwG; issued=1993-4-29; at=page 265 f"},
		{"a judgment with two numbers", "Salter v Brine [2017] UKSC 5, [2018] AC 61 [43].", "type=legal_case; title=Salter v Brine; in=AC; page=61; issued=2017"},
		{"a page before a dash", "BVerfGE 157, 30 – Salzschutz.", "type=legal_case; in=BVerfGE; volume=157; page=30"},
		{"an issue of a year", "Anna Salz, Die Sole, in: SalzR 3/2012, S. 43 ff.", "type=article-journal; author=Salz, Anna; title=Die Sole; in=SalzR; issue=3; page=43; issued=2012"},
		{"the first page of a chapter", "Anna Salz, Die Sole, in: FS Salter, 1998, S. 931 ff.", "type=chapter; author=Salz, Anna; title=Die Sole; in=FS Salter; page=931; issued=1998"},
		{"a part of a chapter", "Anna Salz, Die Sole, in: Grau (Hrsg.), Handbuch der Salze, Köln 2015, S. 911–926, S. 920.", "type=chapter; author=Salz, Anna; title=Die Sole; in=Handbuch der Salze; editor=Grau; page=911–926; place=Köln; issued=2015; at=page 920"},
		{"a subtitle of nouns alone", "Anna Salz, Sole und Grund. Zwei Essays, Köln: Salzverlag 1994.", "type=book; author=Salz, Anna; title=Sole und Grund. Zwei Essays; place=Köln; publisher=Salzverlag; issued=1994"},
		{"a century in a title", "Anna Salz, Die Sole, in: Horst Grau (Hg.), Die Lehre vom Salz am Ende des 20. Jahrhunderts, Köln 2000, S. 4-9.", "type=chapter; author=Salz, Anna; title=Die Sole; in=Die Lehre vom Salz am Ende des 20. Jahrhunderts; editor=Grau, Horst; page=4-9; place=Köln; issued=2000"},
		{"a quotation in a title", "Anna Salz, Sole als Lehre – eine „Wende auf dem Papier“?, in: KJ 2007, S. 328–346.", "type=article-journal; author=Salz, Anna; title=Sole als Lehre – eine „Wende auf dem Papier“?; in=KJ; page=328–346; issued=2007"},
		{"a word in quotation marks", "Ann Salter, Exploring the ‘Salt’ in Salt Studies, Oslo 2016.", "type=book; author=Salter, Ann; title=Exploring the ‘Salt’ in Salt Studies; place=Oslo; issued=2016"},
		{"a number in a title", "Salt Bank (2019) Review of Part 1 of the Brine Rules. Oslo: Salt Bank.", "type=book; author=Salt Bank; title=Review of Part 1 of the Brine Rules; place=Oslo; publisher=Salt Bank; issued=2019"},
		{"a publisher by its initials", "Ann Salter, *How People Salt* (PPSR, 2015) 23.", "type=book; author=Salter, Ann; title=How People Salt; publisher=PPSR; issued=2015; at=page 23"},
		{"a provision in a title", "Anna Salz, Die Auslegung des Art. 3 Abs. 1 GG, JZ 2010, 123.", "type=article-journal; author=Salz, Anna; title=Die Auslegung des Art. 3 Abs. 1 GG; in=JZ; page=123; issued=2010"},
		{"provisions and what comes behind them", "Anna Salz, Der Anspruch aus §§ 812 ff. BGB und seine Grenzen, AcP 201 (2001), 123.", "type=article-journal; author=Salz, Anna; title=Der Anspruch aus §§ 812 ff. BGB und seine Grenzen; in=AcP; volume=201; page=123; issued=2001"},
		{"a circuit that is no page", "Salter v. Brine, 300 F.2d 12 (2d Cir. 1962).", "type=legal_case; title=Salter v. Brine; in=F.2d; volume=300; page=12; authority=2d Cir; issued=1962"},
		{"a report for a year", "Salt Board, Annual Report for 1868 (Oslo: Pike, 1869), 14.", "type=book; author=Salt Board; title=Annual Report for 1868; place=Oslo; publisher=Pike; issued=1869; at=page 14"},
		{"a court of human rights", "ECtHR 09.04.2024, Salter / Brine, application no 7189/21 (“case of the Salt Mayor”, declared inadmissible).", "type=legal_case; title=Salter / Brine; authority=ECtHR; issued=2024-4-9"},
		{"a case in a subtitle", "Ann Salter, The networks of salt: The State of Brine v Brineland (19/00135), Salt Law Review 22:3 (2020) 227 ff.", "type=article-journal; author=Salter, Ann; title=The networks of salt: The State of Brine v Brineland; in=Salt Law Review; volume=22; issue=3; page=227; issued=2020"},
		{"a communication of the Commission", "Communication from the Commission to the European Parliament, the Council and the Committee of the Regions, A Union of Salt (COM(2020) 152 final).", "type=report; title=A Union of Salt; issued=2020"},
		{"a treaty with its article", "the Treaty amending the Treaty on Salt, signed at Oslo on 13 December 2007 (OJ EU C No. 306, p. 1).", "type=legislation; title=Treaty amending the Treaty on Salt; in=OJ EU C; volume=306; page=1; issued=2007-12-13"},
		{"a journal that says what it is", "Ann Salter, Salting at Windmills, Salt & Brine: A Journal of Theory and Practice 24:1 (2006) 31 ff", "type=article-journal; author=Salter, Ann; title=Salting at Windmills; in=Salt & Brine: A Journal of Theory and Practice; volume=24; issue=1; page=31; issued=2006"},
		{"a list at the end of a title", "Salt Accountability Office, Salt Technology: Changes to Salt Costs, Schedule, and Brine Goals 2, 13 (2008).", "type=book; author=Salt Accountability Office; title=Salt Technology: Changes to Salt Costs, Schedule, and Brine Goals; issued=2008; at=page 2"},
		{"a translation", "B. Kraus, Die Lehre vom Salz. Aus dem Kroatischen übersetzt von Siegmund Posa. Vukovar 1915.", "type=book; author=Kraus, B.; title=Die Lehre vom Salz; translator=Posa, Siegmund; place=Vukovar; issued=1915"},
		{"a paragraph with its letters", "Brine Act 2010, s 149(1).", "type=legislation; title=Brine Act 2010; issued=2010; at=§ 149(1)"},
		{"ex parte without its stop", "R v Secretary of State for Salt, ex p Simmons [2000] 2 AC 115 (HL) 131.", "type=legal_case; title=R v Secretary of State for Salt, ex p Simmons; in=AC; volume=2; page=115; issued=2000; at=page 131"},
		{"an application's number", "Al-Salter and Others v. the United Kingdom [GC], no. 55721/07, ECHR 2011.", "type=legal_case; title=Al-Salter and Others v. the United Kingdom; place=ECHR; issued=2011"},
		{"an act of Congress", "Salt Rights Act of 1964, Pub. L. No. 88-352, 78 Stat. 241.", "type=legislation; title=Salt Rights Act of 1964; in=Stat.; volume=78; page=241; issued=1964"},
		{"a comment on a decision", "Salz, Anmerkung zum Urteil „Salter and Others v. Brine“, Klimarecht 2024, 147 ff", "type=article-journal; author=Salz; title=Anmerkung zum Urteil „Salter and Others v. Brine“; in=Klimarecht; page=147; issued=2024"},
		{"a docket of a social court", "LSG NRW, Beschl. v. 6.10.2017 – L 19 AS 1761/17 B ER.", "type=legal_case; genre=Beschl; authority=LSG NRW; issued=2017-10-6"},
		{"a handbook by its number", "C. Salz, Steuerung durch Salz, in: Grau/Weiß (Hrsg.), GVwR I, 2. Aufl. 2012, § 4 Rn. 12.", "type=chapter; author=Salz, C.; title=Steuerung durch Salz; in=GVwR; editor=Grau + Weiß; edition=2. Aufl.; volume=I; issued=2012; at=§ 4"},
		{"a page before an edition", "ANN SALTER, SALT TRANSACTIONS: PROBLEMS, CASES AND MATERIALS 400 (4th ed. 2013).", "type=book; author=SALTER, ANN; title=SALT TRANSACTIONS: PROBLEMS, CASES AND MATERIALS; edition=4th ed.; issued=2013; at=page 400"},
		{"a place that isn't known", "Ann Salter, *Brine* (Sandhaven: Office of Salt, 2011), 27.", "type=book; author=Salter, Ann; title=Brine; place=Sandhaven; publisher=Office of Salt; issued=2011; at=page 27"},
	})
}

// TestOldPrints has what old prints cite: possessives before titles, manuscripts by
// number, records by volume.
func TestOldPrints(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{"a possessive", "Davitt's Poetical Rhapsody, vol. ii. p. 4.", "type=book; author=Davitt; title=Poetical Rhapsody; volume=ii; at=page 4"},
		{"two of them", "Flint's Letters in Thwait's “Early Western Travels,” IX, 239.", "type=chapter; author=Flint; title=Letters; in=Early Western Travels; editor=Thwait; volume=IX; page=239"},
		{"a part of a work", "Kirchen in Coryat's Crudities, vol. i. 131.", "type=chapter; author=Kirchen; in=Crudities; editor=Coryat; volume=i; page=131"},
		{"no author", "Women's Rights in Salt Towns, vol. ii. p. 4.", "type=book; title=Women's Rights in Salt Towns; volume=ii; at=page 4"},
		{"a body", "Queen's University Records, vol. ii. p. 4.", "type=book; title=Queen's University Records; volume=ii; at=page 4"},
		{"a manuscript", "Sloane MS. 1813.", "type=manuscript"},
		{"records", "Harbour Archives, xxxvi, p. 150.", "type=book; title=Harbour Archives; volume=xxxvi; at=page 150"},
		{"letters of a society", "Salt Society Letters, 1832.", "type=book; title=Salt Society Letters; issued=1832"},
		{"a letter in a collection", "Letter of T. H. Gallet in the Salt Society Letters, 1831.", "type=personal_communication; author=Gallet, T. H.; in=Salt Society Letters; genre=Letter of; issued=1831"},
	})
}

// TestMedical has what medicine cites: names without stops, the year before a semicolon.
func TestMedical(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{"three authors", "Smith J, Jones AB, Doe C. The salt of the earth: a review of uses. J Salt Med. 2010;12(3):45-52.", "type=article-journal; author=Smith, J + Jones, AB + Doe, C.; title=The salt of the earth: a review of uses; in=J Salt Med.; volume=12; issue=3; page=45-52; issued=2010"},
		{"others", "Smith J, Jones AB, et al. Salt intake in adults. Lancet. 2018;392(10146):496-506.", "type=article-journal; author=Smith, J + Jones, AB et al.; title=Salt intake in adults; in=Lancet; volume=392; issue=10146; page=496-506; issued=2018"},
		{"a book", "Smith J, Jones AB. The salt of the earth. 2nd ed. London: Salt Press; 2010.", "type=book; author=Smith, J + Jones, AB; title=The salt of the earth; edition=2nd ed.; place=London; publisher=Salt Press; issued=2010"},
	})
}

// TestRomance has what law journals in Romance languages cite.
func TestRomance(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{"a journal whose abbreviation looks like a numeral", "V. Denti, Il sale, in Riv. trim. dir. proc. civ., 1982, p. 618 ss.", "type=article-journal; author=Denti, V.; title=Il sale; in=Riv. trim. dir. proc. civ.; page=618; issued=1982"},
		{"an issue behind the year", "L. Comi, Il sale, in “Teoria del sale”, XXX, 2003, 3, pp. 95-125.", "type=article-journal; author=Comi, L.; title=Il sale; in=Teoria del sale; volume=XXX; issue=3; page=95-125; issued=2003"},
		{"a new edition", "G. Zagri, Il sale mite. Legge diritti giustizia, nuova ed., Torino 1997", "type=book; author=Zagri, G.; title=Il sale mite. Legge diritti giustizia; edition=nuova ed.; place=Torino; issued=1997"},
		{"a list behind a full stop", "R. Trevi, Teoria del sale. Origini, ricerche, problemi, Einaudi, Torino 1987.", "type=book; author=Trevi, R.; title=Teoria del sale. Origini, ricerche, problemi; place=Torino; publisher=Einaudi; issued=1987"},
		{"two surnames before an initial", "Morondo Tarri D. (2004). Il dilemma del sale nella teoria. Pesaro: Salina.", "type=book; author=Morondo Tarri, D.; title=Il dilemma del sale nella teoria; place=Pesaro; publisher=Salina; issued=2004"},
		{"an issue with its ordinal", "Ana Salina, «La sal», Revista de la Sal, vol. 50, n.º 3 (1988), pp. 27-44.", "type=article-journal; author=Salina, Ana; title=La sal; in=Revista de la Sal; volume=50; issue=3; page=27-44; issued=1988"},
		{"a volume of a book", "Ana Salina, “La sal”, en Juan Mar (ed.), El caleidoscopio de la sal, t. I, Bogotá, Uniandes, 2001, pp. 261-315.", "type=chapter; author=Salina, Ana; title=La sal; in=El caleidoscopio de la sal; editor=Mar, Juan; volume=I; page=261-315; place=Bogotá; publisher=Uniandes; issued=2001"},
		{"a plural in brackets", "Ana Salina, Por caminhos da(s) salina(s), Coimbra: Almedina, 2003", "type=book; author=Salina, Ana; title=Por caminhos da(s) salina(s); place=Coimbra; publisher=Almedina; issued=2003"},
		{"a journal and its place", "SALINA, Ana Maria. O sal: um olhar. Estudos Salinos, Rio de Janeiro, v. 9, n. 18, p. 389-402, 1996.", "type=article-journal; author=SALINA, Ana Maria; title=O sal: um olhar; in=Estudos Salinos; volume=9; issue=18; page=389-402; place=Rio de Janeiro; issued=1996"},
		{"editors parted by semicolons", "SALINA, Ana. O sal. In: MAR, Pedro; COSTA, Rita (org.). Teoria do sal. Coimbra: Almedina, 2010, p. 99-120.", "type=chapter; author=SALINA, Ana; title=O sal; in=Teoria do sal; editor=MAR, Pedro + COSTA, Rita; page=99-120; place=Coimbra; publisher=Almedina; issued=2010"},
		{"a law by its number", "Lei n.º 34/2004, de 29 de julho.", "type=legislation; title=Lei n.º 34/2004, de 29 de julho; issued=2004"},
		{
			"an applicant in brackets",
			"R (on the application of Salters) v Lord Brine [2017] UKSC 5, [2020] AC 861 [66]–[71].",
			"type=legal_case; title=R (on the application of Salters) v Lord Brine; in=AC; page=861; issued=2017",
		},
		{
			"what a case is about, in brackets",
			"Re S (Brine: Religious Baths) [2012] EWCA Civ 123, [2013] 1 FLR 67.",
			"type=legal_case; title=Re S (Brine: Religious Baths); in=FLR; volume=1; page=67; issued=2012",
		},
		{
			"a paragraph with two numbers",
			"Salt Commission, *Brine and Family* (Salt Press, 2011) para 2.15.",
			"type=book; author=Salt Commission; title=Brine and Family; publisher=Salt Press; issued=2011; at=para 2.15",
		},
		{
			"the months that a report covers",
			"Ministry of Salt, *Brine Statistics Quarterly: January to March 2019* (Oslo: Ministry of Salt, 2020), 14.",
			"type=book; author=Ministry of Salt; title=Brine Statistics Quarterly: January to March 2019; place=Oslo; publisher=Ministry of Salt; issued=2020; at=page 14",
		},
		{
			"months in a title that nothing marks",
			"Ministry of Salt, Brine Statistics Quarterly: January to March 2019 (Oslo: Ministry of Salt, 2020), 14.",
			"type=book; author=Ministry of Salt; title=Brine Statistics Quarterly: January to March 2019; place=Oslo; publisher=Ministry of Salt; issued=2020; at=page 14",
		},
		{
			"the year that a report covers, of two lands",
			"Office for Salt, Brine in England and Wales: Year Ending March 2020 (Oslo: Salt Board, 2021), 3.",
			"type=book; author=Office for Salt; title=Brine in England and Wales: Year Ending March 2020; place=Oslo; publisher=Salt Board; issued=2021; at=page 3",
		},
		{
			"the year in which a chapter first appeared",
			"Ann Salter, ‘Brine and Custom’ (1917) in Tom Grey (ed), The Works of Ann Salter, vol 14 (Aire Press 1957) 243.",
			"type=chapter; author=Salter, Ann; title=Brine and Custom; in=The Works of Ann Salter; editor=Grey, Tom; volume=14; page=243; publisher=Aire Press; issued=1957",
		},
		{
			"that year in square brackets, in German",
			"Anna Salter, Sole als Beruf [1919], in: dies., Gesammelte Schriften zur Sole, Tübingen 1988, S. 505–560.",
			"type=chapter; author=Salter, Anna; title=Sole als Beruf; in=Gesammelte Schriften zur Sole; editor=Salter, Anna; page=505–560; place=Tübingen; issued=1988",
		},
		{
			"a book that begins like the name of a person",
			"Max Salter, “Brine as a Vocation,” in From Max Salter: Essays in Brine, ed. H. H. Grey (Oslo: Pier Press, 1946), 77–128.",
			"type=chapter; author=Salter, Max; title=Brine as a Vocation; in=From Max Salter: Essays in Brine; editor=Grey, H. H.; page=77–128; place=Oslo; publisher=Pier Press; issued=1946",
		},
		{
			"a page and the note on it behind one that could be a year",
			"Robert M. Salter, *Brine and the Word*, 95 HARB. L.J. 1601, 1609 n.20 (1986).",
			"type=article-journal; author=Salter, Robert M.; title=Brine and the Word; in=HARB. L.J.; volume=95; page=1601; issued=1986; at=n 20",
		},
		{
			"a list in the subtitle of a collection",
			"Martha Salter, “Brine Engendered,” in Making All the Salt: Inclusion, Exclusion, and American Brine (Oslo: Pier University Press, 1990), chap. 3.",
			"type=chapter; author=Salter, Martha; title=Brine Engendered; in=Making All the Salt: Inclusion, Exclusion, and American Brine; place=Oslo; publisher=Pier University Press; issued=1990; at=chap 3",
		},
		{
			"a numeral before a subtitle",
			"Harbour Council, After the Flood III: Third Results from a Study (Oslo: Pier Press, 2014).",
			"type=book; author=Harbour Council; title=After the Flood III: Third Results from a Study; place=Oslo; publisher=Pier Press; issued=2014",
		},
		{
			"a court before the parties",
			"European Court of Salters, Salter v. Brineland, App. No. 6289/73, Judgment of 9 October 1979.",
			"type=legal_case; author=European Court of Salters; title=Salter v. Brineland; genre=Judgment of; issued=1979-10-9",
		},
		{
			"years in brackets that a title is on",
			"Mark Salter, Rechtsgeschichte des Salzes (1945–1990), in: Dieter Grau (Hg.), Die Lehre von der Sole, Köln 1994, S. 12 ff.",
			"type=chapter; author=Salter, Mark; title=Rechtsgeschichte des Salzes (1945–1990); in=Die Lehre von der Sole; editor=Grau, Dieter; page=12; place=Köln; issued=1994",
		},
		{
			"a part of a volume",
			"Walter Salter, Zur Kritik der Sole, in: ders., Gesammelte Schriften II.1, hrsg. v. Rolf Grau, Köln: Salzverlag 1991, S. 179–203.",
			"type=chapter; author=Salter, Walter; title=Zur Kritik der Sole; in=Gesammelte Schriften; editor=Salter, Walter; volume=II.1; page=179–203; place=Köln; publisher=Salzverlag; issued=1991",
		},
		{
			"a subtitle of many small words before a place",
			"Steffen Salter, Die Sole, in: Winfried Grau (Hrsg.), Salzgebung. Setzung durch Räte und Verwaltungen sowie ihre gerichtliche Kontrolle, Köln 2014, S. 5–9.",
			"type=chapter; author=Salter, Steffen; title=Die Sole; in=Salzgebung. Setzung durch Räte und Verwaltungen sowie ihre gerichtliche Kontrolle; editor=Grau, Winfried; page=5–9; place=Köln; issued=2014",
		},
		{
			"a file number with a letter behind",
			"OVG Köln, Beschluss vom 5. Juli 2006 – 8 B 78/06.A –, juris, Rn. 12.",
			"type=legal_case; genre=Beschluss; authority=OVG Köln; issued=2006-7-5; at=rn 12",
		},
	})
}
