package fields_test

import "testing"

// TestGerman has what German journals print that a title or a list of names is
// easily taken for, and what looks like it and is something else.
func TestGerman(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"a title that ends with a quotation",
			"Bundesamt für Salz, Bericht zum Vorhaben „Wege aus der Sole für Dörfer“, Berlin 2019, S. 53.",
			"type=book; author=Bundesamt für Salz; title=Bericht zum Vorhaben „Wege aus der Sole für Dörfer“; place=Berlin; issued=2019; at=page 53",
		},
		{
			"a quotation with a comma in the title",
			"Anna Salter, Zur Kritik der Formel „Salz ist, was trocknet“, Köln 2004, S. 12.",
			"type=book; author=Salter, Anna; title=Zur Kritik der Formel „Salz ist, was trocknet“; place=Köln; issued=2004; at=page 12",
		},
		{
			"a lead-in before a quoted title is none of it",
			"Anna Salter, „Zur Kritik der Sole“, in: Salzblatt 12 (2004), S. 12–20.",
			"type=article-journal; author=Salter, Anna; title=Zur Kritik der Sole; in=Salzblatt; volume=12; page=12–20; issued=2004",
		},
		{
			"nouns that a title joins",
			"Salter, Wirtschaft und Gesellschaft: Grundriss einer Lehre, Köln 1972, S. 57.",
			"type=book; author=Salter; title=Wirtschaft und Gesellschaft: Grundriss einer Lehre; place=Köln; issued=1972; at=page 57",
		},
		{
			"family name, given name, and joined nouns",
			"Salter, Anna, Staat und Verwaltung: Eine Einführung, Köln 1972.",
			"type=book; author=Salter, Anna; title=Staat und Verwaltung: Eine Einführung; place=Köln; issued=1972",
		},
		{
			"surnames joined before a colon",
			"Salter, Grey und Black: Das Salz der Erde, Köln 1999.",
			"type=book; author=Salter + Grey + Black; title=Das Salz der Erde; place=Köln; issued=1999",
		},
		{
			"a title of article and genitive",
			"Salter, Das Recht der Gesellschaft, 1993.",
			"type=book; author=Salter; title=Das Recht der Gesellschaft; issued=1993",
		},
		{
			"a body with an article",
			"Die Deutsche Gesellschaft für Salz, Jahresbericht, Bonn 1993.",
			"type=book; author=Die Deutsche Gesellschaft für Salz; title=Jahresbericht; place=Bonn; issued=1993",
		},
		{
			"a question and what it goes on with",
			"Anna Salter/Tom Grey (Hrsg.), Wie wirkt Salz? Beiträge zum gemeinsamen Kongress der Sieder, Köln 2010.",
			"type=book; title=Wie wirkt Salz? Beiträge zum gemeinsamen Kongress der Sieder; editor=Salter, Anna + Grey, Tom; place=Köln; issued=2010",
		},
		{
			"volume, issue and year",
			"A. Salter, „Sole im Recht“, Zeitschrift für Salzrecht 1, 1 (1980): 33–64.",
			"type=article-journal; author=Salter, A.; title=Sole im Recht; in=Zeitschrift für Salzrecht; volume=1; issue=1; page=33–64; issued=1980",
		},
		{
			"volume, issue, year, pages with their sign",
			"A. Salter, „Sole im Recht“, Zeitschrift für Salzrecht, 39, 2, 2019, S. 189–214.",
			"type=article-journal; author=Salter, A.; title=Sole im Recht; in=Zeitschrift für Salzrecht; volume=39; issue=2; page=189–214; issued=2019",
		},
		{
			"year and issue in brackets",
			"A. Salter, Sole im Recht. Salzwissenschaft 3 (2012/4) 412–430.",
			"type=article-journal; author=Salter, A.; title=Sole im Recht; in=Salzwissenschaft; volume=3; page=412–430; issued=2012",
		},
		{
			"a volume before the imprint",
			"A. Salter, Deutsche Salzgeschichte, 2 (München: Brill, 1987), 44.",
			"type=book; author=Salter, A.; title=Deutsche Salzgeschichte; volume=2; place=München; publisher=Brill; issued=1987; at=page 44",
		},
		{
			"a page before the imprint",
			"A. Salter, Deutsche Salzgeschichte, 212 (München: Brill, 1987).",
			"type=book; author=Salter, A.; title=Deutsche Salzgeschichte; place=München; publisher=Brill; issued=1987; at=page 212",
		},
		{
			"a series before the imprint",
			"A. Salter, Was wirkt?, Salz und Gesellschaft 1 (Köln: Nomos, 2010), S. 51.",
			"type=book; author=Salter, A.; title=Was wirkt?; series=Salz und Gesellschaft no. 1; place=Köln; publisher=Nomos; issued=2010; at=page 51",
		},
		{
			"a year that the title names",
			"Bundesamt für Salz, Rechtspflege: Salzgerichte 2020, 31. August 2021.",
			"type=book; author=Bundesamt für Salz; title=Rechtspflege: Salzgerichte 2020; issued=2021-8-31",
		},
		{
			"initials with a dash between the authors",
			"A. Salter – T. Grey, Salz der Welt, in: Salz und Zeitgeschichte 34 (2010), 20–26.",
			"type=article-journal; author=Salter, A. + Grey, T.; title=Salz der Welt; in=Salz und Zeitgeschichte; volume=34; page=20–26; issued=2010",
		},
		{
			"a stroke with spaces between the authors",
			"Salter, Anna / Grey, Tom-Robert: Salz und Öffentlichkeit. In: Salz und Brot 25 (1999), S. 209–237.",
			"type=article-journal; author=Salter, Anna + Grey, Tom-Robert; title=Salz und Öffentlichkeit; in=Salz und Brot; volume=25; page=209–237; issued=1999",
		},
		{
			"a day behind the address",
			"Anna Salter, Salzgerichte, https://www.example.org/salz/index.html (14.2.2022).",
			"type=webpage; author=Salter, Anna; title=Salzgerichte",
		},
		{
			"a day before the address",
			"Anna Salter, Salzgerichte, 14.2.2022, https://www.example.org/salz/index.html.",
			"type=webpage; author=Salter, Anna; title=Salzgerichte; issued=2022-2-14",
		},
		{
			"a region in the title of a book",
			"A. Salter, Das Sieden, in: Handbuch zur Geschichte des Salzes in Europa (ed. T. Grey). Berlin 2020, 87–104.",
			"type=chapter; author=Salter, A.; title=Das Sieden; in=Handbuch zur Geschichte des Salzes in Europa; editor=Grey, T.; page=87–104; place=Berlin; issued=2020",
		},
		{
			"a family name in capitals first",
			"SALTER Anna, „Sole und Moral“, in Salz und Geltung, Suhrkamp, 1992, p. 541.",
			"type=chapter; author=SALTER, Anna; title=Sole und Moral; in=Salz und Geltung; publisher=Suhrkamp; issued=1992; at=page 541",
		},
		{
			"an author and a year",
			"SALTER 2012, S. 5.",
			"type=document; author=SALTER; issued=2012; at=page 5",
		},
		{
			"surnames and a year",
			"Salter/Grey 1999, S. 5.",
			"type=document; author=Salter + Grey; issued=1999; at=page 5",
		},
		{
			"surnames in capitals and a year",
			"SALTER, GREYER, BLACKER 1999.",
			"type=document; author=SALTER + GREYER + Blacker; issued=1999",
		},
		{
			"surnames and a year in brackets",
			"(Salter & Grey, 1999)",
			"type=document; author=Salter + Grey; issued=1999",
		},
		{
			"a body and a year",
			"Bundesministerium der Justiz, 2023, S. 53.",
			"type=document; author=Bundesministerium der Justiz; issued=2023; at=page 53",
		},
		{
			"an author, a short title and a year",
			"Salter, Salz und Brot (1990).",
			"type=book; author=Salter; title=Salz und Brot; issued=1990",
		},
		{
			"an author, a place and a year",
			"Grey, Pfannenlied, 1990.",
			"type=book; author=Grey; title=Pfannenlied; issued=1990",
		},
		{
			"names with the family name first, and a year",
			"Salter, Susanne und Grey, Lars (2010).",
			"type=document; author=Salter, Susanne + Grey, Lars; issued=2010",
		},
		{
			"surnames with dashes, and a year",
			"Salter – Grey – Black 2014, S. 61",
			"type=document; author=Salter + Grey + Black; issued=2014; at=page 61",
		},
		{
			"a family name in capitals before its initials",
			"KOHLER K.F., Das Salz: Ein Lehrbuch, 1987, S. 43.",
			"type=book; author=KOHLER, K.F.; title=Das Salz: Ein Lehrbuch; issued=1987; at=page 43",
		},
		{
			"a subtitle that could name a series",
			"Jürgen Salter, Sole und Moral, in: Salz und Geltung: Beiträge zur Lehre des Siedens und des Trocknens, Köln 1992, S. 541–599.",
			"type=chapter; author=Salter, Jürgen; title=Sole und Moral; in=Salz und Geltung: Beiträge zur Lehre des Siedens und des Trocknens; page=541–599; place=Köln; issued=1992",
		},
		{
			"a question and papers chosen",
			"Michelle Salter (Hg.), Wie wirkt Salz? Ausgewählte Beiträge zum ersten Kongress der Sieder-Vereinigungen, Baden-Baden 2010 (Salz und Gesellschaft, Bd. 1), S. 51.",
			"type=book; title=Wie wirkt Salz? Ausgewählte Beiträge zum ersten Kongress der Sieder-Vereinigungen; editor=Salter, Michelle; series=Salz und Gesellschaft no. 1; place=Baden-Baden; issued=2010; at=page 51",
		},
		{
			"a series before place and year",
			"A. Salter, Was wirkt?, Salz und Gesellschaft 1, Köln, Nomos, 2010, S. 51.",
			"type=book; author=Salter, A.; title=Was wirkt?; series=Salz und Gesellschaft no. 1; place=Köln; publisher=Nomos; issued=2010; at=page 51",
		},
		{
			"a volume before place and publisher",
			"A. Salter, Deutsche Salzgeschichte, 2, München, C. H. Beck, 1987.",
			"type=book; author=Salter, A.; title=Deutsche Salzgeschichte; volume=2; place=München; publisher=C. H. Beck; issued=1987",
		},
		{
			"the page pointed at behind the first one",
			"Anna Salter, “The Sociology of Salt” (2019) 39 Journal of Law and Salt 189 at 191.",
			"type=article-journal; author=Salter, Anna; title=The Sociology of Salt; in=Journal of Law and Salt; volume=39; page=189; issued=2019; at=at 191",
		},
		{
			"a title behind a colon that ends with a quotation",
			"Bundesamt für Salz: Bericht zum Vorhaben „Ursachen des Rückgangs der Sole“. Berlin 2023, S. 53.",
			"type=book; author=Bundesamt für Salz; title=Bericht zum Vorhaben „Ursachen des Rückgangs der Sole“; place=Berlin; issued=2023; at=page 53",
		},
		{
			"a newspaper's page, and the one pointed at",
			"Anna Salter, Der lange Weg, in: Süddeutsche Zeitung (2014), S. 4, hier S. 6.",
			"type=article-newspaper; author=Salter, Anna; title=Der lange Weg; in=Süddeutsche Zeitung; page=4; issued=2014; at=page 6",
		},
		{
			"pages, and the one pointed at in brackets",
			"A. Salter, „Das Sieden“, in: Zeitschrift für Salz, Bd. 1, 1980, 33–64 (S. 35).",
			"type=article-journal; author=Salter, A.; title=Das Sieden; in=Zeitschrift für Salz; volume=1; page=33–64; issued=1980; at=page 35",
		},
		{
			"an edition raised behind the title",
			"Salter, Grundlagen des Salzes⁶ (2013).",
			"type=book; author=Salter; title=Grundlagen des Salzes; issued=2013",
		},
		{
			"an edition raised before the year",
			"Salter, Grundlagen des Salzes, Tübingen ⁶2013.",
			"type=book; author=Salter; title=Grundlagen des Salzes; place=Tübingen; issued=2013",
		},
		{
			"edited by, shortened, behind a subtitle",
			"Das Salz der Erde. Vorträge vom Kongress. Hrsg. v. Michelle Salter/ Tom Grey. Baden-Baden 2010, S. 4.",
			"type=book; title=Das Salz der Erde. Vorträge vom Kongress; editor=Salter, Michelle + Grey, Tom; place=Baden-Baden; issued=2010; at=page 4",
		},
		{
			"a volume and an issue behind its sign",
			"A. Salter, „Das Sieden“, Zeitschrift für Salz, Bd. 3, 4, 2012, S. 412–430.",
			"type=article-journal; author=Salter, A.; title=Das Sieden; in=Zeitschrift für Salz; volume=3; issue=4; page=412–430; issued=2012",
		},
		{
			"an office's press release of another day",
			"Bundesamt für Salz, Statistik der Sieder 2019, Pressemitteilung Nr. 286 vom 30.7.2020, abrufbar unter: https://www.example.org/a.html (zuletzt abgerufen am 3.3.2021).",
			"type=report; author=Bundesamt für Salz; title=Statistik der Sieder 2019; issue=286; genre=Pressemitteilung; issued=2020-7-30",
		},
		{
			"the author among the editors",
			"Tom Grey, Salz, in: Anna Salter/ders. (Hrsg.), Solewissenschaft, Tübingen 2008, S. 1–49.",
			"type=chapter; author=Grey, Tom; title=Salz; in=Solewissenschaft; editor=Salter, Anna + Grey, Tom; page=1–49; place=Tübingen; issued=2008",
		},
		{
			"a volume with a title and its years",
			"Michael Salter, Geschichte des Salzrechts in Deutschland, Bd. 4: Staat und Sole in West und Ost 1945–1990, München 2012, S. 243.",
			"type=book; author=Salter, Michael; title=Geschichte des Salzrechts in Deutschland; volume=4; place=München; issued=2012; at=page 243",
		},
		{
			"a given name that few have",
			"Salter, Rebekka: Diebe vor Gericht. Die Entstehung der Saline, Köln 2008, S. 15.",
			"type=book; author=Salter, Rebekka; title=Diebe vor Gericht. Die Entstehung der Saline; place=Köln; issued=2008; at=page 15",
		},
		{
			"founders of a commentary",
			"Anna Salter, in: Tom Grey/Ute Black (Begr.), Salzgesetz. Kommentar, München 2019, Art. 34 Rn. 101.",
			"type=chapter; author=Salter, Anna; in=Salzgesetz. Kommentar; editor=Grey, Tom + Black, Ute; place=München; issued=2019; at=art 34",
		},
		{
			"parties of a German case",
			"Salter ./. Land Köln, Urt. v. 9.6.2009, Nr. 33401/02.",
			"type=legal_case; title=Salter ./. Land Köln; genre=Urt; issued=2009-6-9",
		},
		{
			"a long subtitle of a collection",
			"Alma Salter, Salz und Recht, in: Tom Grey (Hrsg.), Salzforschung. Eine Einführung in die geistes- und sozialwissenschaftliche Befassung mit dem Salz und seiner Praxis, Köln 2019, S. 39–56.",
			"type=chapter; author=Salter, Alma; title=Salz und Recht; in=Salzforschung. Eine Einführung in die geistes- und sozialwissenschaftliche Befassung mit dem Salz und seiner Praxis; editor=Grey, Tom; page=39–56; place=Köln; issued=2019",
		},
		{
			"a letter and its day behind whom it is written to",
			"Brief von Tom Grey an Anna Salter vom 3.5.1949, in: Nachlass Grey, Kapsel 12.",
			"type=personal_communication; author=Grey, Tom; genre=Brief von; issued=1949-5-3",
		},
		{
			"pages that go on, without a space",
			"Anna Salter, Grundlegung der Sole, Köln 1913, S. 39ff.",
			"type=book; author=Salter, Anna; title=Grundlegung der Sole; place=Köln; issued=1913; at=page 39ff",
		},
		{
			"the first page of an article, without a space",
			"Anna Salter, Grundlegung der Sole, in: JZ 1913, S. 39ff.",
			"type=article-journal; author=Salter, Anna; title=Grundlegung der Sole; in=JZ; page=39; issued=1913",
		},
	})
}
