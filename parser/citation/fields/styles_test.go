package fields_test

import "testing"

// TestStyles has one reference for each manner of citing and kind of work that
// the grammar knows something special of.
func TestStyles(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"an interview, by who was asked",
			"Anna Salter, interview by Tom Grey, Oslo, 12 March 2010.",
			"type=interview; author=Salter, Anna; place=Oslo; genre=interview by Tom Grey; issued=2010-3-12",
		},
		{
			"an interview, opened so",
			"Interview with Anna Salter, judge, Oslo, 12 March 2010.",
			"type=interview; author=Salter, Anna; place=Oslo; genre=Interview with; issued=2010-3-12",
		},
		{
			"an interview, in German",
			"Interview mit Anna Salter, Richterin, 12. März 2010.",
			"type=interview; author=Salter, Anna; genre=Interview mit; issued=2010-3-12",
		},
		{
			"an e-mail",
			"Tom Grey, email message to author, May 3, 2012.",
			"type=personal_communication; author=Grey, Tom; genre=email message to author; issued=2012-5-3",
		},
		{
			"a letter and where it lies",
			"Tom Grey to Ann Black, 3 May 1931, Box 4, Folder 2, Grey Papers, Harbor Library.",
			"type=personal_communication; author=Grey, Tom; issued=1931-5-3",
		},
		{
			"a letter, opened so",
			"Letter from Tom Grey to Ann Black, 3 May 1931.",
			"type=personal_communication; author=Grey, Tom; genre=Letter from; issued=1931-5-3",
		},
		{
			"a speech",
			"Barack Salt, “Remarks on Brine” (speech, Harbor Hall, Oslo, May 3, 2012).",
			"type=speech; author=Salt, Barack; title=Remarks on Brine; place=Oslo; publisher=Harbor Hall; genre=speech; issued=2012-5-3",
		},
		{
			"a paper that was read",
			"Ann Black, “Salt and the State” (paper presented at the Brine Conference, Oslo, May 3, 2012).",
			"type=speech; author=Black, Ann; title=Salt and the State; place=Oslo; genre=paper presented at the Brine Conference; issued=2012-5-3",
		},
		{
			"a film",
			"*Salt and Light*, directed by Mara Lind (Oslo: Harbor Films, 2004), DVD.",
			"type=motion_picture; title=Salt and Light; place=Oslo; publisher=Harbor Films; genre=DVD; issued=2004",
		},
		{
			"a podcast",
			"Tom Grey, “Salt Flats,” October 3, 2014, in *The Brine Show*, podcast.",
			"type=broadcast; author=Grey, Tom; title=Salt Flats; in=The Brine Show; genre=podcast; issued=2014-10-3",
		},
		{
			"a dataset",
			"National Salt Office, *Brine Temperatures* [dataset], 2004, https://doi.org/10.1234/abcd.",
			"type=dataset; author=National Salt Office; title=Brine Temperatures; issued=2004",
		},
		{
			"a manuscript",
			"Ann Black, “Salt and the State” (unpublished manuscript, May 3, 2012).",
			"type=manuscript; author=Black, Ann; title=Salt and the State; genre=unpublished manuscript; issued=2012-5-3",
		},
		{
			"a blog",
			"Ann Black, “Why Brine?,” *Salt Blog* (blog), May 3, 2012, https://saltblog.example.org/why.",
			"type=post-weblog; author=Black, Ann; title=Why Brine?; in=Salt Blog; issued=2012-5-3",
		},
		{
			"a report with its number",
			"Ann Black, *Salt Report*, Report No. 34 (Oslo: Salt Institute, 2012).",
			"type=report; author=Black, Ann; title=Salt Report; place=Oslo; publisher=Salt Institute; issued=2012",
		},
		{
			"a working paper",
			"Ann Black, “Salt,” Working Paper 12, Salt Institute, 2012.",
			"type=report; author=Black, Ann; title=Salt; publisher=Salt Institute; genre=Working Paper; issued=2012",
		},
		{
			"a preprint",
			"Ann Black, “Deep Brine,” arXiv:2101.00001 (2021).",
			"type=article; author=Black, Ann; title=Deep Brine; issued=2021",
		},
		{
			"PubMed and DOI",
			"Ann Black, “Deep Brine,” *Nature* 12 (2021): 34–40, PMID 12345678.",
			"type=article-journal; author=Black, Ann; title=Deep Brine; in=Nature; volume=12; page=34–40; issued=2021",
		},
		{
			"forthcoming",
			"Ann Black, *Deep Brine* (forthcoming).",
			"type=book; author=Black, Ann; title=Deep Brine; issued=forthcoming",
		},
		{
			"no date",
			"Ann Black, *Deep Brine* (Oslo: Harbor Press, n.d.), 12.",
			"type=book; author=Black, Ann; title=Deep Brine; place=Oslo; publisher=Harbor Press; issued=n.d.; at=page 12",
		},
		{
			"a range of years",
			"Ann Black, *Deep Brine*, 3 vols. (Oslo: Harbor Press, 1998–2003).",
			"type=book; author=Black, Ann; title=Deep Brine; place=Oslo; publisher=Harbor Press; issued=1998/2003",
		},
		{
			"a suffix",
			"Martin L. Salter Jr., *Brine* (Oslo, 1998).",
			"type=book; author=Salter, Martin L.; title=Brine; place=Oslo; issued=1998",
		},
		{
			"a particle",
			"Ludwig van der Salz, *Brine* (Leiden: Brill, 1998).",
			"type=book; author=van der Salz, Ludwig; title=Brine; place=Leiden; publisher=Brill; issued=1998",
		},
		{
			"an organisation and its acronym",
			"World Salt Organization (WSO), *Brine Report* (Geneva: WSO, 2004).",
			"type=book; author=World Salt Organization; title=Brine Report; place=Geneva; publisher=WSO; issued=2004",
		},
		{
			"a review",
			"Tom Grey, review of *Deep Brine*, by Ann Black, *Salt Quarterly* 3 (1998): 34.",
			"type=review-book; author=Grey, Tom; title=Deep Brine; in=Salt Quarterly; volume=3; page=34; issued=1998",
		},
		{
			"reprinted in",
			"Ann Black, “Salt,” in *The Brine Book*, reprinted in *Essays* (London, 2004), 12.",
			"type=chapter; author=Black, Ann; title=Salt; in=The Brine Book",
		},
		{
			"MLA, journal",
			"Black, Ann. “Deep Brine.” *Salt Quarterly* 3.2 (1998): 34–40.",
			"type=article-journal; author=Black, Ann; title=Deep Brine; in=Salt Quarterly; volume=3; issue=2; page=34–40; issued=1998",
		},
		{
			"APA, web page",
			"Black, A. (2012, May 3). Why brine? Retrieved from https://saltblog.example.org/why",
			"type=webpage; author=Black, A.; title=Why brine?; issued=2012-5-3",
		},
		{
			"Chinese, a journal",
			"王小明：《盐的历史》，载《历史研究》1998年第3期，第12页。",
			"type=article-journal; author=王小明; title=盐的历史; in=历史研究; issue=3; issued=1998; at=page 12",
		},
		{
			"GB/T 7714, book",
			"王小明. 盐的历史[M]. 北京: 商务印书馆, 1998: 12.",
			"type=book; author=王小明; title=盐的历史; place=北京; publisher=商务印书馆; issued=1998; at=page 12",
		},
		{
			"GB/T 7714, journal",
			"李华. 盐与国家[J]. 历史研究, 1998, 12(3): 34-40.",
			"type=article-journal; author=李华; title=盐与国家; in=历史研究; volume=12; issue=3; page=34-40; issued=1998",
		},
		{
			"GB/T 7714, thesis",
			"张三. 盐法研究[D]. 北京: 北京大学, 2005.",
			"type=thesis; author=张三; title=盐法研究; place=北京; publisher=北京大学; issued=2005",
		},
		{
			"Korean, book",
			"김민준, 『소금의 역사』(서울: 바다출판사, 2005), 45쪽.",
			"type=book; author=김민준; title=소금의 역사; place=서울; publisher=바다출판사; issued=2005; at=page 45",
		},
		{
			"Korean, journal by volume and issue",
			"이서연, 「소금과 국가」, 『바다연구』 제12권 제3호, 2005, 45-67쪽.",
			"type=article-journal; author=이서연; title=소금과 국가; in=바다연구; volume=12; issue=3; page=45-67; issued=2005",
		},
		{
			"Japanese, book",
			"田中一郎『塩の歴史』（岩波書店、1998年）12頁。",
			"type=book; author=田中一郎; title=塩の歴史; publisher=岩波書店; issued=1998; at=page 12",
		},
		{
			"Japanese, journal",
			"佐藤花子「塩と国家」『海研究』12巻3号（1998年）45–67頁。",
			"type=article-journal; author=佐藤花子; title=塩と国家; in=海研究; volume=12; issue=3; page=45–67; issued=1998",
		},
		{
			"French, chapter",
			"Jean Sel, « Le sel », dans Marie Mer (dir.), *La mer*, Paris, PUF, 1998, p. 34.",
			"type=chapter; author=Sel, Jean; title=Le sel; in=La mer; editor=Mer, Marie; place=Paris; publisher=PUF; issued=1998; at=page 34",
		},
		{
			"Spanish, chapter",
			"Juan Sal, “La sal”, en Ana Mar (coord.), *El mar*, Madrid, Tecnos, 1998, pp. 34-40.",
			"type=chapter; author=Sal, Juan; title=La sal; in=El mar; editor=Mar, Ana; page=34-40; place=Madrid; publisher=Tecnos; issued=1998",
		},
		{
			"Italian, journal",
			"G. Sale, *Il sale*, in «Rivista del sale», XII (1998), n. 3, pp. 34-40.",
			"type=article-journal; author=Sale, G.; title=Il sale; in=Rivista del sale; volume=XII; issue=3; page=34-40; issued=1998",
		},
		{
			"Italian, chapter",
			"G. Sale, Il sale, in A. Mare (a cura di), Il mare, Milano, Giuffrè, 1998, p. 34 ss.",
			"type=chapter; author=Sale, G.; title=Il sale; in=Il mare; editor=Mare, A.; page=34; place=Milano; publisher=Giuffrè; issued=1998",
		},
		{
			"Brazilian, book",
			"SAL, João. *O sal e o Estado*. São Paulo: Atlas, 1998. p. 12.",
			"type=book; author=SAL, João; title=O sal e o Estado; place=São Paulo; publisher=Atlas; issued=1998; at=page 12",
		},
		{
			"Brazilian, journal",
			"SAL, João. O sal. Revista do Sal, São Paulo, v. 12, n. 3, p. 34-40, 1998.",
			"type=article-journal; author=SAL, João; title=O sal; in=Revista do Sal; volume=12; issue=3; page=34-40; place=São Paulo; issued=1998",
		},
		{
			"Brazilian, initials",
			"SALVAT, M. The Problem of the Tide: An Experiment. In: SALVAT, M. Tide Genres. Translated by Vern W. Mays. Austin: University of Texas Press, 1986, p. 113.",
			"type=chapter; author=SALVAT, M.; title=The Problem of the Tide: An Experiment; in=Tide Genres; editor=SALVAT, M.; translator=Mays, Vern W.; place=Austin; publisher=University of Texas Press; issued=1986; at=page 113",
		},
		{
			"German, names with strokes",
			"Salz, Anna/Grau, Tom (Hrsg.): Das Salz, 3., überarb. Aufl., Berlin u.a. 1998.",
			"type=book; title=Das Salz; editor=Salz, Anna + Grau, Tom; edition=3., überarb. Aufl.; place=Berlin u.a.; issued=1998",
		},
		{
			"German, the editor is the author",
			"Rüdiger Vogt, „Salz in Staat und Gesellschaft“, in: ders. (Hrsg.), Versalzung, Königstein 1980, S. 15–37.",
			"type=chapter; author=Vogt, Rüdiger; title=Salz in Staat und Gesellschaft; in=Versalzung; editor=Vogt, Rüdiger; page=15–37; place=Königstein; issued=1980",
		},
		{
			"German, a journal by its year",
			"Gustav Rahm, Unrecht und Salz, SJZ 1946, S. 105–108.",
			"type=article-journal; author=Rahm, Gustav; title=Unrecht und Salz; in=SJZ; page=105–108; issued=1946",
		},
		{
			"German, a journal by year and page",
			"Hofer, Klimaschutz als Grundrecht, Recht der Pfannen (2024) 136 ff.",
			"type=article-journal; author=Hofer; title=Klimaschutz als Grundrecht; in=Recht der Pfannen; page=136; issued=2024",
		},
		{
			"German, collected papers",
			"Weber, M., Zur Lage der Salinen, Gesammelte Aufsätze zur Salzpolitik, 2. Aufl., Tübingen 1968, S. 4.",
			"type=chapter; author=Weber, M.; title=Zur Lage der Salinen; in=Gesammelte Aufsätze zur Salzpolitik; edition=2. Aufl.; place=Tübingen; issued=1968; at=page 4",
		},
		{
			"German, a court in a journal",
			"BGH, NJW 1994, 1278.",
			"type=legal_case; in=NJW; page=1278; authority=BGH; issued=1994",
		},
		{
			"German, an initial that is a numeral",
			"Foucher, M., Kochen und Sieden. Die Geburt der Pfanne, übers. von W. Seider, Frankfurt 1977, S. 251.",
			"type=book; author=Foucher, M.; title=Kochen und Sieden. Die Geburt der Pfanne; translator=Seider, W.; place=Frankfurt; issued=1977; at=page 251",
		},
		{
			"UK, a command paper",
			"Department of Salt, *Fairness at Sea* (1998; Cm. 3968) para. 12.",
			"type=report; author=Department of Salt; title=Fairness at Sea; issued=1998; at=para 12",
		},
		{
			"UK, editors behind the book",
			"A. Hunter, ‘The Role of Salt’ in *Salt and Society in Europe*, eds. T. Smith and G. Jones (1995) 33–60.",
			"type=chapter; author=Hunter, A.; title=The Role of Salt; in=Salt and Society in Europe; editor=Smith, T. + Jones, G.; page=33–60; issued=1995",
		},
		{
			"OSCOLA, publisher and year",
			"Rosemary Hunt, ‘Consent in Salt’ in Ann Black and Tom Grey (eds), *Salt Judgments* (Hart 2010) 123.",
			"type=chapter; author=Hunt, Rosemary; title=Consent in Salt; in=Salt Judgments; editor=Black, Ann + Grey, Tom; page=123; publisher=Hart; issued=2010",
		},
		{
			"OSCOLA, issue before the journal",
			"Cotter R, “Subverting Brine” (2002) 29(4) Journal of Salt and Society 632.",
			"type=article-journal; author=Cotter, R; title=Subverting Brine; in=Journal of Salt and Society; volume=29; issue=4; page=632; issued=2002",
		},
		{
			"an English case",
			"R. v. Secretary of State for Salt, ex parte Brine [1994] Q.B. 198.",
			"type=legal_case; title=R. v. Secretary of State for Salt, ex parte Brine; in=Q.B.; page=198; issued=1994",
		},
		{
			"Bluebook, book in capitals",
			"MAX WEBER, ECONOMY AND BRINE 880 (Gunther Roth & Claus Witter eds., 1978).",
			"type=book; author=WEBER, MAX; title=ECONOMY AND BRINE; editor=Roth, Gunther + Witter, Claus; issued=1978; at=page 880",
		},
		{
			"Bluebook, chapter",
			"Marc Gallan, Lawyers in the Mist, in SALT IDEALS 50, 61 (Robert Nelson et al. eds., 1992).",
			"type=chapter; author=Gallan, Marc; title=Lawyers in the Mist; in=SALT IDEALS; editor=Nelson, Robert et al.; page=50; issued=1992; at=page 61",
		},
		{
			"Bluebook, a page that could be a year",
			"Duncan Kennel, Form and Salt, 89 HARV. L. REV. 1685 (1976).",
			"type=article-journal; author=Kennel, Duncan; title=Form and Salt; in=HARV. L. REV.; volume=89; page=1685; issued=1976",
		},
		{
			"Bluebook, a code",
			"40 U.S.C. § 1103(d) (2006).",
			"type=legislation; in=U.S.C.; volume=40; issued=2006; at=§ 1103(d)",
		},
		{
			"Bluebook, a volume first",
			"1 MANUEL CASTEL, THE RISE OF BRINE (2d ed. 2010).",
			"type=book; author=CASTEL, MANUEL; title=THE RISE OF BRINE; edition=2d ed.; volume=1; issued=2010",
		},
		{
			"Bluebook, a list in the title",
			"Ann Black, Agencies Need Policies for Salt Costs, Schedules, and Performance Goals 2 (2008).",
			"type=book; author=Black, Ann; title=Agencies Need Policies for Salt Costs, Schedules, and Performance Goals; issued=2008; at=page 2",
		},
		{
			"an act of the European Union",
			"Directive 2009/72/EC of the European Parliament and of the Council of 13 July 2009 concerning common rules for the market in salt, OJ L 211, p. 55.",
			"type=legislation; title=Directive 2009/72/EC of the European Parliament and of the Council of 13 July 2009 concerning common rules for the market in salt; in=OJ L; volume=211; page=55; issued=2009-7-13",
		},
		{
			"a treaty",
			"Convention on the Use of Brine, done at Oslo on 9 May 1992, OJ L 33, p. 11.",
			"type=legislation; title=Convention on the Use of Brine; in=OJ L; volume=33; page=11; issued=1992-5-9",
		},
		{
			"a paper of the Commission",
			"Communication from the Commission to the Council: The Salt Deal, COM(2019) 640 final.",
			"type=report; title=The Salt Deal; issued=2019",
		},
		{
			"a statute in German",
			"Gesetz zur Reform des Salzes vom 12. Mai 1978, BGBl. I, S. 1234.",
			"type=legislation; title=Gesetz zur Reform des Salzes; in=BGBl; volume=I; page=1234; issued=1978-5-12",
		},
		{
			"a year in the title",
			"World Bank, World Salt Report 1997: The State in a Changing Sea (1997).",
			"type=book; author=World Bank; title=World Salt Report 1997: The State in a Changing Sea; issued=1997",
		},
		{
			"days in the date",
			"The Harbor Sun, July 27, 28 and 29, 1852.",
			"type=article-newspaper; in=The Harbor Sun; issued=1852-7-27",
		},
		{
			"a newspaper by volume and page",
			"The Southern Lamp, XXXVII, 169.",
			"type=article-journal; in=The Southern Lamp; volume=XXXVII; page=169",
		},
		{
			"a dictionary",
			"Hubert, Magia in the Dictionnaire du Sel, VI, p. 1509.",
			"type=entry-encyclopedia; author=Hubert; title=Magia; in=Dictionnaire du Sel; volume=VI; at=page 1509",
		},
		{
			"place run into publisher",
			"Joseph Henders, *The Saltiest People* (New York Macmillan, 2010).",
			"type=book; author=Henders, Joseph; title=The Saltiest People; place=New York; publisher=Macmillan; issued=2010",
		},
	})
}
