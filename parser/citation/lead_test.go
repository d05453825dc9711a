package citation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/parser/document"
)

// marked is an article with these notes, in which *stars* mark italics.
func marked(language string, notes ...string) *article.Article {
	plain := make([]string, len(notes))
	for i, n := range notes {
		plain[i] = strings.ReplaceAll(n, "*", "")
	}
	a := articleOf(plain...)
	a.Meta.Language = language
	for i, n := range notes {
		at, open := 0, -1
		for _, r := range n {
			switch {
			case r == '*' && open < 0:
				open = at
			case r == '*':
				a.Notes[i].Styles = append(a.Notes[i].Styles, article.Styled{Start: open, End: at, Style: document.Italic})
				open = -1
			default:
				at += len(string(r))
			}
		}
	}
	return a
}

// told is what a note's citations are: signal, authors' family names, title and container.
func told(n article.Note) []string {
	var out []string
	for _, c := range n.Citations {
		var names []string
		for _, a := range c.Item.Author {
			names = append(names, a.Family+a.Literal)
		}
		out = append(out, strings.Join([]string{c.Signal, strings.Join(names, "+"), c.Item.Title, c.Item.ContainerTitle}, "|"))
	}
	return out
}

// TestParts says where references begin and end, and what leads up to them.
func TestParts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, language, note string
		want                 []string
	}{
		{"signals in a chain", "de", "Vgl. hierzu ausführlich Peter Nolde, Pfannenlehre, Kiel 1973, S. 72.", []string{"Vgl. hierzu ausführlich|Nolde|Pfannenlehre|"}},
		{"so etwa", "de", "So etwa Ihrlich, E., Das lebende Salz, Berlin 1913, S. 394.", []string{"So etwa|Ihrlich|Das lebende Salz|"}},
		{"a work and its translation, by the same", "de", "Michael Salter, Street-Level Brine, New York 1980; dt. zuletzt ders., Die Macht der Pfanne, in: Zeitschrift für Salzreform 55 (2009), Nr. 2, S. 101 ff.", []string{"|Salter|Street-Level Brine|", "dt. zuletzt||Die Macht der Pfanne|Zeitschrift für Salzreform"}},
		{"two works that und joins behind an imprint", "de", "Ausführlicher Ada Moor (2018): Sole im Alltag. Eine Ethnographie. Bielefeld: Wehrverlag, und Quist, Christian/Dahl, Ute (2005): „Die Pfanne“. In: Zeitschrift für Salz, Jg. 34, S. 190–208.", []string{"|Moor|Sole im Alltag. Eine Ethnographie|", "|Quist+Dahl|Die Pfanne|Zeitschrift für Salz"}},
		{"references with, family name first", "de", "Vgl. die Nachweise bei Stoll, Michael: Geschichte des öffentlichen Salzes, München: Weir 1992, S. 330–337.", []string{"Vgl.|Stoll|Geschichte des öffentlichen Salzes|"}},
		{"the same author, a colon and a subtitle", "de", "Dies.: Dachböden. Eine kleine Geschichte des Salzes, Köln 2014, S. 40.", []string{"||Dachböden. Eine kleine Geschichte des Salzes|"}},
		{"the same author, a subtitle and a journal", "de", "Dies.: Salz und Brot. Zur Geschichte der Küste. In: Zeitschrift für Salz 3 (2014), S. 40–60.", []string{"||Salz und Brot. Zur Geschichte der Küste|Zeitschrift für Salz"}},
		{"the whole and also", "de", "Zum Ganzen s. auch K. Gunter, Sinn für Salz, Frankfurt 1988.", []string{"Zum Ganzen s. auch|Gunter|Sinn für Salz|"}},
		{"quoted from, at the start", "de", "Zitiert nach Franz Neu, Salziger Staat, Frankfurt 1967, S. 31.", []string{"Zitiert nach|Neu|Salziger Staat|"}},
		{"French", "fr", "Voir notamment Jean Sel, *Le sel*, Paris, Seuil, 1998.", []string{"Voir notamment|Sel|Le sel|"}},
		{"Spanish", "es", "Véase también Juan Sal, *La sal*, Madrid, Tecnos, 1998.", []string{"Véase también|Sal|La sal|"}},
		{"Chinese", "zh", "参见王小明：《盐的历史》，北京：商务印书馆，1998年版，第12页。", []string{"参见|王小明|盐的历史|"}},
		{"Korean", "ko", "참조: 이서연, 「소금과 국가」, 『바다연구』 12권 3호, 2005, 45-67쪽.", []string{"참조|이서연|소금과 국가|바다연구"}},
		{"a title that begins as a signal does", "en", "See Further Details on Brine, 39 Salt Contractor 161 (1997).", []string{"See||Further Details on Brine|Salt Contractor"}},
		{"prose and see", "en", "For a discussion of these points see M. Kinger and C. Thorn, Lohner’s Theory of Salt (2003).", []string{"|Kinger+Thorn|Lohner’s Theory of Salt|"}},
		{"prose and an overview", "de", "Vgl. den Überblick bei Hof, H., Pfannenkunde, Heidelberg 1996.", []string{"Vgl.|Hof|Pfannenkunde|"}},
		{"prose and papers", "de", "Vgl. etwa die Beiträge in: J. Brandt/D. Strempe (Hrsg.), Soziologie des Salzes, Baden-Baden 1998.", []string{"Vgl. etwa||Soziologie des Salzes|"}},
		{"a sentence that quotes, and the source", "en", "As Thal put it, the law of salt is ‘an unqualified good’: EP Thal, *Whigs and Pans* (Aire Press 1975) 266.", []string{"|Thal|Whigs and Pans|"}},
		{"a subtitle behind a quotation", "en", "Ann Thal, ‘Going Under’: A History of Pans, Salt Review 12 (1999), 30–45.", []string{"|Thal|‘Going Under’: A History of Pans|Salt Review"}},
		{"a title in italics that quotes", "en", "See C. W. Thal, *Pettyfoggers of the Pan: The “Lower Branch” of the Brine Bar* (Leeds, 1986), 48–74.", []string{"See|Thal|Pettyfoggers of the Pan: The “Lower Branch” of the Brine Bar|"}},
		{"a quotation that opens a title between single marks", "en", "Ann Thal, ‘“Out to Brine”: Practical, Ethical and Legal Salt’ (2014) 27 Salt Law Journal 227.", []string{"|Thal|“Out to Brine”: Practical, Ethical and Legal Salt|Salt Law Journal"}},
		{"also, behind prose", "en", "On judges’ training see also Penny Dahl, *Sitting in Brine* (Hart 2011) 100.", []string{"|Dahl|Sitting in Brine|"}},
		{"editors by family name first, with semicolons", "en", "Griff, John, “The Working of Salt,” in: Ban, Reza; Trav, Max (eds.): Theory and Brine, Oxford: Hart, 2003, p. 3; Dahl, Ann, Pans (Leeds, 1999).", []string{"|Griff|The Working of Salt|Theory and Brine", "|Dahl|Pans|"}},
		{"an initial and the Spanish word for and", "es", "Salter, A. y T. R. Korn (2002), «Más allá de la sal», Revista de la Sal, 12, 33-48.", []string{"|Salter+Korn|Más allá de la sal|Revista de la Sal"}},
		{"a book in French without italics", "fr", "Léon Sel, Les transformations du sel public (Paris 1913), 33.", []string{"|Sel|Les transformations du sel public|"}},
		{"a body in French", "fr", "Cour des comptes, Approche méthodologique des coûts du sel, Paris: La Documentation française, 2018, p. 55.", []string{"|Cour des comptes|Approche méthodologique des coûts du sel|"}},
		{"a year in square brackets behind a title in Italian", "it", "Carlo Sale, «Magistratura e sistema politico nella storia d’Italia» [2003] Rivista trimestrale di diritto del sale 89.", []string{"|Sale|Magistratura e sistema politico nella storia d’Italia|Rivista trimestrale di diritto del sale"}},
		{"a year behind initials without stops", "en", "Burd P. 1987. The Force of Salt: Toward a Theory. Salt Law Journal 38(5): 814–853.", []string{"|Burd|The Force of Salt: Toward a Theory|Salt Law Journal"}},
		{"editors in brackets and no comma behind", "en", "Burd, P. (1986) ‘The Forms of Salt’, in Rich, J. G. (ed.) Handbook of Brine and Salt (New York: Pan Press), pp. 241–258.", []string{"|Burd|The Forms of Salt|Handbook of Brine and Salt"}},
		{"a publisher and its place behind a full stop", "en", "Hall, Terence C., and Gregory Shaw (editors). 2015. *Legal Salt*. Brine University Press, New York.", []string{"||Legal Salt|"}},
		{"a journal behind the stop of an unmarked title", "en", "Chua, Lynette J., and David M. Angel (2019) Legal Brine Reconsidered. Annual Review of Salt and Law 15, pp. 335–53.", []string{"|Chua+Angel|Legal Brine Reconsidered|Annual Review of Salt and Law"}},
		{"authors in italics before the year", "en", "*Galan, Marc* 1974: Why Salters Come Out Ahead. In: Salt & Society Review 9,1: 95–160.", []string{"|Galan|Why Salters Come Out Ahead|Salt & Society Review"}},
		{"a volume in italics with its journal", "en", "Merrow, S.E. (1988). Legal Brine. *Salt & Society Review 22*(5): 869–896.", []string{"|Merrow|Legal Brine|Salt & Society Review"}},
		{"inspired by", "en", "This division of modes of exchange is inspired by Kojin Karat, *The Structure of Brine* (Durham, NC: Duke University Press, 2014).", []string{"|Karat|The Structure of Brine|"}},
		{"authors in italics", "de", "*Keller/Born*, Neues Salz: Eine Analyse, Politik der Pfannen 9 (2021) 124 ff; *Grosz*, Salzschutz vor Gerichten, Salzrechtsblatt 33 (2023) 351.", []string{"|Keller+Born|Neues Salz: Eine Analyse|Politik der Pfannen", "|Grosz|Salzschutz vor Gerichten|Salzrechtsblatt"}},
		{"authors in italics behind prose", "en", "For the concept of salt: *Zeman*, Legal brine: The neglected role of the law, American Brine Review 77:3 (1983) 690.", []string{"|Zeman|Legal brine: The neglected role of the law|American Brine Review"}},
		{"a title in italics is no author", "en", "*Leviathan*, London: Harrow Press, 1998.", []string{"||Leviathan|"}},
		{"italics that hold all", "de", "*Richter, Der Salzmann, Zeitschrift für Lake III, 1915*.", []string{"|Richter|Der Salzmann|Zeitschrift für Lake"}},
		{"a sentence behind pages that go on", "en", "A. Vanha, Brine Litigation, Law & Policy 35:3 (2012) 141 ff. For Austria see B. Ennock, Klimasalz, Recht der Umwelt 12 (2022) 184.", []string{"|Vanha|Brine Litigation|Law & Policy", "|Ennock|Klimasalz|Recht der Umwelt"}},
		{"two joined by a word", "en", "Z. Baum, *Liquid Brine* (2000) and Z. Baum, *Brine Under Siege* (2002).", []string{"|Baum|Liquid Brine|", "|Baum|Brine Under Siege|"}},
		{"two of one author", "en", "Z. Baum, *Liquid Brine* (2000) and *Brine Under Siege* (2002).", []string{"|Baum|Liquid Brine|", "|Baum|Brine Under Siege|"}},
		{"a full stop between two", "en", "Ann Nious, “Self-Salting,” Public Choice 78, no. 1: 103–114. Ben Chang, “Takings of Salt,” Journal of Brine 28, no. 2 (2012): 265–285.", []string{"|Nious|Self-Salting|Public Choice", "|Chang|Takings of Salt|Journal of Brine"}},
		{"the year behind the names", "de", "Luhner, Niklas 1981: Ausdifferenzierung des Salzes. Beiträge zur Salzsoziologie. Frankfurt/M.", []string{"|Luhner|Ausdifferenzierung des Salzes. Beiträge zur Salzsoziologie|"}},
		{"the year between full stops", "en", "Cotter, Roger. 1998. “Why Brine?” Journal of Salt and Society 25 (2): 171–92.", []string{"|Cotter|Why Brine?|Journal of Salt and Society"}},
		{"a title that asks", "en", "*Hilster/Geden*, Climate or salt neutrality? Which one must states aim for?, Salt Talk, 29.04.2024, https://example.org/a.", []string{"|Hilster+Geden|Climate or salt neutrality? Which one must states aim for?|Salt Talk"}},
		{"the editor is the author", "de", "Rüdiger Vogt, „Salz im Staat“, in: ders. (Hrsg.), Versalzung, Königstein 1980, S. 15–37.", []string{"|Vogt|Salz im Staat|Versalzung"}},
		{"a quotation inside a title", "en", "\"'Mondays: See You \"This\" Week!': A comedy of salt.\" *The Harbor Times*, May 3, 2012.", []string{"||'Mondays: See You \"This\" Week!': A comedy of salt|The Harbor Times"}},
		{"a verb before the name", "de", "Einen anderen Akzent setzt Doris Salz, Pfannen und Leute, Berlin 2002.", []string{"|Salz|Pfannen und Leute|"}},
		{"a noun before the name", "de", "Ausführlich zu diesem Fall Friederike Salz, Der Siederstreik von 1726. Eine Mikrogeschichte, Augsburg 2011.", []string{"Ausführlich|Salz|Der Siederstreik von 1726. Eine Mikrogeschichte|"}},
		{"a title about someone", "de", "Der Fall der Friederike Salz, Berlin 2002.", []string{"||Der Fall der Friederike Salz|"}},
		{"an adjective and a colon", "de", "Wichtig: Hubertus Salz/Maren Sole, Pfannen im Wandel, Kiel 2018.", []string{"Wichtig|Salz+Sole|Pfannen im Wandel|"}},
		{"for another country", "de", "Für die Schweiz BGE 139 I 16; für Österreich Anna Salz, Pfannen, Wien 2012.", []string{"Für die Schweiz|||BGE", "für Österreich|Salz|Pfannen|"}},
		{"a year in the title, and the day behind a stop", "de", "Bundesamt für Salz, Rechtspflege: Salzgerichte 2020. 31. August 2021. Verfügbar unter https://www.example.org/a.html.", []string{"|Bundesamt für Salz|Rechtspflege: Salzgerichte 2020|"}},
		{"a page and the one pointed at, behind a stop", "de", "Salz, Jan: Sole. In: Zeitschrift für Salzrecht 27/2 (2006). S. 289–312, hier S. 291.", []string{"|Salz|Sole|Zeitschrift für Salzrecht"}},
		{"a family name first behind a sentence", "de", "Für die Vorzeit vgl. die klassische Studie von Salz, Gotthard: Der Schutz der Sole, Köln 1963.", []string{"|Salz|Der Schutz der Sole|"}},
		{"a name behind what it says", "de", "So die Formulierung bei Salz, Lutz: Die Macht der Sole, in: Salzrecht 22 (1996), S. 165–193.", []string{"|Salz|Die Macht der Sole|Salzrecht"}},
		{"a verb and a word behind it", "de", "Zu diesem Befund kommt auch Armin Salz, Pfannenpraxis, Köln 2007, S. 103.", []string{"|Salz|Pfannenpraxis|"}},
		{"the same author and a colon", "de", "Gerd Salz: Stadt und Sole. Berlin 1998. Vgl. auch ders.: Zungen im Salz, Bonn 1999.", []string{"|Salz|Stadt und Sole|", "Vgl. auch||Zungen im Salz|"}},
		{"printed in", "de", "Verordnung über die Pfannen vom 16. August 1731, abgedruckt in: Hans Salz, Das Reichssalz, Jena 1909, S. 212.", []string{"||Verordnung über die Pfannen|", "abgedruckt in|Salz|Das Reichssalz|"}},
		{"the year behind given names", "de", "Lena Salz (2014): Ordnung als Sole. Zur Soziologie der Sieder. Wiesbaden: Springer.", []string{"|Salz|Ordnung als Sole. Zur Soziologie der Sieder|"}},
		{"names with a semicolon", "de", "Kluth, Arno; Perl, Simone: Salz vor Recht? Pfannen im Reich, Kiel 2004.", []string{"|Kluth+Perl|Salz vor Recht? Pfannen im Reich|"}},
		{"compare one with another", "en", "Compare Kate Salter, ‘Bingo and Brine’, (2019) 28 Brine Studies 3, with Davina Pan, *Everyday Salt* (Durham: Brine Press, 2014).", []string{"Compare|Salter|Bingo and Brine|Brine Studies", "|Pan|Everyday Salt|"}},
		{"compare a case with another", "en", "Compare Salter v. Brine, 410 U.S. 113, 120 (1973) (holding otherwise), and Lamb v. Pan, 300 F.2d 12 (2d Cir. 1962), with Pike v. Weir, 505 U.S. 833 (1992).", []string{"Compare||Salter v. Brine|U.S.", "||Lamb v. Pan|F.2d", "||Pike v. Weir|U.S."}},
		{"compare by numbers of notes", "en", "Compare Salter, supra note 4, at 4 (saying so), with Pan, supra note 5, at 9.", []string{"Compare|Salter||", "|Pan||"}},
		{"compare cases in short", "en", "Compare Salter, 410 U.S. at 121, with Pike, 505 U.S. at 840.", []string{"Compare||Salter|U.S.", "||Pike|U.S."}},
		{"compare statutes", "en", "Compare 42 U.S.C. § 1983 (2018), with 42 U.S.C. § 1985 (2018).", []string{"Compare|||U.S.C.", "|||U.S.C."}},
		{"with in a title", "en", "Compare Peter Olm, Work, with Salt, and Other Essays (London: Pike, 1990), 4.", []string{"Compare|Olm|Work, with Salt, and Other Essays|"}},
		{"but see another", "en", "Ann Salter, Brine (Bath: Avon, 1964), 10, but see Tom Pan, Tides (London: Pike, 1960), 44.", []string{"|Salter|Brine|", "but see|Pan|Tides|"}},
		{"ibid. and compare another", "en", "Ibid., 11, but compare Tom Pan, Tides (London: Pike, 1960), 44.", []string{"|||", "but compare|Pan|Tides|"}},
		{"and see also in short", "en", "Ann Salter, Brine (Bath: Avon, 1964), 5, and see also Salter, Brine, 90.", []string{"|Salter|Brine|", "and see also|Salter|Brine|"}},
		{"vgl. aber", "de", "Anna Salz, Sole, Kiel 1998, S. 12, vgl. aber Tom Grau, Pfannen, Bonn 2004, S. 3.", []string{"|Salz|Sole|", "vgl. aber|Grau|Pfannen|"}},
		{"see a table of the same work", "en", "Ann Salter, Brine (Bath: Avon, 1964), 10, see also Table 3 and Chapter 4.", []string{"|Salter|Brine|"}},
		{"a title that sends on", "en", "Ann Salter, Come, See Naples, and Die (Bath: Avon, 1964), 10.", []string{"|Salter|Come, See Naples, and Die|"}},
		{"an author whom another quotes", "pt", "FREITAS, 1988, p. 4 apud ALENCAR, Salinas do Norte, p. 31.", []string{"|Alencar|Salinas do Norte|"}},
		{"initials behind capitals", "cs", "HRADIL, V. Voraři, s. 25.", []string{"|HRADIL|Voraři|"}},
		{"a page and what stands there", "en", "Salter, 169–70, on the pans of the north.", []string{"|Salter||"}},
		{"the same author in another year", "de", "Ders. (2004): Die Pfanne im Recht. Bremen: Edition Salz, S. 40.", []string{"||Die Pfanne im Recht|"}},
		{"cited there", "fr", "Cité ibid., p. 14.", []string{"Cité|||"}},
		{"cited by", "fr", "Cité par Saulnier, op. cit., p. 20.", []string{"Cité par|Saulnier||"}},
		{"a sentence before a title", "en", "The debate began with an anonymous pamphlet, The Case of the Salters Stated (London, 1711), which I discuss below.", []string{"||The Case of the Salters Stated|"}},
		{"the first printed work is", "en", "The first printed work is The Mystery of Brine (London, 1712).", []string{"||The Mystery of Brine|"}},
		{"on trouvera", "fr", "On trouvera une synthèse dans Octave Saulnier, Bacs et ponts, Lyon, PUL, 1992, p. 3-30.", []string{"|Saulnier|Bacs et ponts|"}},
		{"a title that has dans", "fr", "La vie quotidienne dans Basse Normandie, Caen, PUC, 1992.", []string{"||La vie quotidienne dans Basse Normandie|"}},
		{"an introduction to", "en", "Lyth, introduction to Salter, Herring Kings, xii.", []string{"|Salter|Herring Kings|"}},
		{"an old work cut short", "en", "Vitruvius, De arch. 10.6.", []string{"|Vitruvius|De arch|"}},
		{"a note of the page", "it", "Salini, I barcaroli, p. 25, nota 4.", []string{"|Salini|I barcaroli|"}},
		{"a gloss that names another work", "en", "See Salter, Brine Roads, 12 (arguing, against Percy Gale, The Saltways [London: Dent, 1922], 30, that the road is Roman).", []string{"See|Salter|Brine Roads|"}},
		{"y behind a semicolon", "es", "Rosaura Salinas, «Aguas», Studia, 15 (1997), pp. 101-124; y Olmedo, Molinos y sales, pp. 40-44.", []string{"|Salinas|Aguas|Studia", "|Olmedo|Molinos y sales|"}},
		{"anders behind a semicolon", "de", "Ebenso Salz, NuR 2010, 611 (614); anders Sole (Fn. 1), S. 62.", []string{"Ebenso|Salz||NuR", "anders|Sole||"}},
		{"a leaf by its signature", "en", "Thomas Salter, A Hundred Points (London, 1557), sig. B2r, quoted in Pan, Grafted, 52.", []string{"|Salter|A Hundred Points|"}},
		{"a sentence about someone", "en", "Salter was a Fenman himself, born at March in 1901.", []string{"|||"}},
		{"a title that tells", "en", "Salt was their Gold, Oslo: Pike, 1999.", []string{"||Salt was their Gold|"}},
		{"a sentence behind a page", "en", "Salter, “Brine Tax,” 482. The yield fell after 1823.", []string{"|Salter|Brine Tax|"}},
		{"on one and on another", "en", "On evasion, Salter, “Brine Tax,” 485; on enforcement, Pan, Crown and Broad, 70.", []string{"|Salter|Brine Tax|", "on enforcement|Pan|Crown and Broad|"}},
		{"a title that is on something", "en", "On Brine, Oslo: Pike, 1859.", []string{"||On Brine|"}},
		{"a comma before the verb", "en", "Among recent work, the most useful is Honor Salter, Crown and Brine (Leeds: Fold, 2010).", []string{"|Salter|Crown and Brine|"}},
		{"editors in short", "en", "Salter and Pan, eds., Brine Fisheries, 12.", []string{"|Salter+Pan|Brine Fisheries|"}},
		{"what a short form quotes", "en", "Salter, Metre, 9, quoting Isaac Pan, Hymns for Plain People (London, 1741), preface.", []string{"|Salter|Metre|"}},
		{"against this, see", "en", "Against this, see Salter, Winter Brine, 20.", []string{"|Salter|Winter Brine|"}},
		{"two surnames behind small words", "en", "cf. the editors’ remarks in Salter and Pan, Brine Fisheries, 14.", []string{"|Salter+Pan|Brine Fisheries|"}},
		{"a case reported twice, with a semicolon", "en", "Salter v Brine [2004] UKHL 30; [2004] 2 AC 557, 562; Moor v Quill [1986] AC 112.", []string{"||Salter v Brine|AC", "||Moor v Quill|AC"}},
		{"a chapter of a work", "en", "Cf. the discussion in Chapter 3 of Jerold S. Moor, Salt Without Law? (Oxford: Pier Press, 1983).", []string{"Cf.|Moor|Salt Without Law?|"}},
		{"dagegen behind a semicolon", "de", "Ebd., S. 15; dagegen Salz, Winterpost, S. 20.", []string{"|||", "dagegen|Salz|Winterpost|"}},
		{"names with strokes and a year", "de", "Dobbelstein/Kranz 2003: 305.", []string{"|Dobbelstein+Kranz||"}},
		{"前掲 and a title", "ja", "前掲岡田『渡船の社会史』、30頁。", []string{"|岡田|渡船の社会史|"}},
		{"Hungarian with the whole name", "hu", "Somlai Ágnes: Hajósok és révészek. 30. o.", []string{"|Somlai|Hajósok és révészek|"}},
		{"two op. cit. in French", "fr", "Voir B. Saulnier, op. cit., p. 30, et J. Lorber, art. cit., p. 85.", []string{"Voir|Saulnier||", "|Lorber||"}},
		{"two cit. in Italian", "it", "M. Salini, Traghetti, cit., p. 14 e C. Bianchi, Il ponte, cit., p. 46.", []string{"|Salini|Traghetti|", "|Bianchi|Il ponte|"}},
		{"one cit. by two", "it", "M. Salini e C. Bianchi, Il ponte, cit., p. 46.", []string{"|Salini+Bianchi|Il ponte|"}},
		{"the discussion in", "en", "See also the discussion in Salter, “Ringers’ Jars,” 74–75.", []string{"See also|Salter|Ringers’ Jars|"}},
		{"a case that begins with in", "en", "In re Salter, 19 Cal. App. 5th 1006 (2018).", []string{"||In re Salter|Cal. App. 5th"}},
		{"an exception is", "en", "An exception is Tjorven Salter, *Bridges and Brine* (London: Pike, 1931), 12.", []string{"|Salter|Bridges and Brine|"}},
		{"an exception in short", "en", "A notable exception is Salter, Bridges and Brine, 19.", []string{"|Salter|Bridges and Brine|"}},
		{"an exception in short, in quotation marks", "en", "An exception is Salter, “Bridges of Brine,” 47.", []string{"|Salter|Bridges of Brine|"}},
		{"is still that of", "en", "The classic view is still that of J. P. Salter, “Brine Again,” Past and Pan 12 (1960): 4.", []string{"|Salter|Brine Again|Past and Pan"}},
		{"a title that says what is", "en", "What Brine is, Oslo: Pike, 1999.", []string{"||What Brine is|"}},
		{"a sentence about a person", "en", "The only other man of whom this can be said is Salter, who left for the coast in the following year.", []string{"|||"}},
		{"la excepción es", "es", "La excepción es Salinas, «Los salineros», p. 13.", []string{"|Salinas|Los salineros|"}},
		{"sigue siendo", "es", "La obra clásica sigue siendo Ramón Salinas, La sal y el rey, Madrid, Siglo, 1990.", []string{"|Salinas|La sal y el rey|"}},
		{"une exception", "fr", "Exception notable : Saulnier, Le sel et la loi, p. 33.", []string{"|Saulnier|Le sel et la loi|"}},
		{"une exception, op. cit.", "fr", "Une exception : Saulnier, « Les sauniers », art. cit., p. 15.", []string{"|Saulnier|Les sauniers|"}},
		{"fa eccezione", "it", "Fa eccezione C. Salini, Il sale, cit., p. 14.", []string{"|Salini|Il sale|"}},
		{"so", "de", "So Salzer: Das Recht der Pfannen, S. 14.", []string{"So|Salzer|Das Recht der Pfannen|"}},
		{"anders", "de", "Anders Salzer/Sole, Pfannen, S. 14.", []string{"Anders|Salzer+Sole|Pfannen|"}},
		{"Anders by name", "de", "Anders Salzer, Das Recht der Pfannen, Berlin 1980, S. 3.", []string{"|Salzer|Das Recht der Pfannen|"}},
		{"so in a title", "de", "So Salz so Brot. Ein Lesebuch, Berlin 1980.", []string{"||So Salz so Brot. Ein Lesebuch|"}},
		{"the overview of a surname", "de", "Vgl. den Überblick von Salzer: Die Pfanne im Mittelalter, Leipzig 1999.", []string{"Vgl.|Salzer|Die Pfanne im Mittelalter|"}},
		{"quoted in", "en", "Ann Black, *Brine* (Oslo, 1998), quoted in Tom Grey, *Tides* (London, 2004), 12.", []string{"|Black|Brine|"}},
		{"zitiert nach, behind", "de", "Anna Salz, Lake, Kiel 1998, zitiert nach Tom Grau, Pfannen, Bonn 2004, S. 12.", []string{"|Salz|Lake|"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := marked(row.language, row.note)
			citation.Parse(a)
			if diff := cmp.Diff(row.want, told(a.Notes[0])); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.note, diff)
			}
		})
	}
}
