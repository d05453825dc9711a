package rules_test

import "testing"

// Mistakes as tired editors make them, written by hand in articles that no rule was
// made by: American history from archives and newspapers, German law, French history
// of law; after that English law, an American essay with links, and social history in
// America and Germany.

// floorOfTired is the share of them that has to be found: what is found now.
// docs/precision.md has the figure of first sight.
const floorOfTired = 0.975

func tired() []blunder {
	var all blunders
	add := all.in("icehouse") // English history
	const tour = "https://www.castletonhistory.example.org/tour/stop-9"
	add("1", "double-punctuation", note("1", "1900, 1.", "1900, 1.."))
	add("5", "double-punctuation", note("5", "Press, 1985", "Press,, 1985"))
	add("6", "ibid-after-multiple", note("6", "", "Ibid., 291."))
	add("9", "page-range-reversed", note("9", "42–47", "47–42"))
	add("10", "year-in-future", note("10", "1888", "2188"))
	add("9", "author-spelling-varies short-form-unresolved", note("9", "Rees,", "Reese,"))
	add("11", "short-title-mismatch", note("11", "“Ice Industry,”", "“Ice Industries,”"))
	add("13", "quote-unbalanced", note("13", "Bed,’”", "Bed,”"))
	add("8", "bracket-unbalanced", note("8", "2013)", "2013"))
	add("16", "author-spelling-varies short-form-unresolved", note("16", "Hinckley", "Hinkley"))
	add("18", "short-title-mismatch", note("18", "Piecework Winters", "Piecework Winter"))
	add("17", "empty-note", note("17", "", ""))
	add("19", "date-impossible", note("19", "January 20", "January 32"))
	add("12", "date-impossible", note("12", "February 27", "February 30"))
	add("34", "year-in-future", note("34", "2023", "2032"))
	add("34", "url-broken-by-space url-malformed", note("34", "org/tour", "org/ tour"))
	add("34", "ai-tracking-parameter", note("34", "stop-9.", "stop-9?utm_source=chatgpt.com."))
	add("34", "url-malformed", note("34", "https://", "https:/"))
	add("34", "url-no-scheme", note("34", "https://www", "www"))
	add("34", "url-trailing-punctuation", links(tour, tour+".")).in = pages
	add("25", "page-range-implausible", note("25", "301–3", "401–3"))
	add("27 28", "duplicate-note", relabel("28", "27")).in = written
	add("20", "marker-without-note", drop("20")).in = written
	add("22", "note-without-marker", body("[^22]", ""))
	add("", "out-of-order", body("[^22]", "[^X]"), body("[^23]", "[^22]"), body("[^X]", "[^23]")).in = typed
	add("29", "placeholder-note", note("29", "102–11.", "102–11 [check]."))
	add("32", "repeated-full-citation", note("32", "", "Jonathan Rees, *Refrigeration Nation: A History of Ice, Appliances, and Enterprise in America* (Baltimore: Johns Hopkins University Press, 2013), 119–40."))
	add("8 9", "late-full-citation", note("8", "", "Rees, *Refrigeration Nation*, 42–47."), note("9", "", "Jonathan Rees, *Refrigeration Nation: A History of Ice, Appliances, and Enterprise in America* (Baltimore: Johns Hopkins University Press, 2013)."))
	add("9 32", "short-form-unresolved", note("8", "", "See the essay by Kate Stowe in this issue."))
	add("11", "ibid-misspelled", note("11", "", "Ibib., 19."))
	add("24", "hyphen-in-range", note("24", "235–54", "235-54"))
	add("2", "mixed-straight-curly", note("2", "“Who Owns the River?,”", "\"Who Owns the River?,\""))
	add("3", "note-no-final-stop", note("3", "1021–24.", "1021–24"))
	add("5", "doi-form", note("5", "290–312.", "290–312, doi:10.2307/3112195."))
	add("5", "doi-syntax", note("5", "290–312.", "290–312, https://doi.org/10.23073112195."))
	add("8", "isbn-checksum", note("8", "2013).", "2013), ISBN 978-1-4214-1106-9."))
	add("26", "missing-element", note("26", " 1901)", ")"))
	add("16", "missing-element", note("16", ", 2006)", ")"))
	add("5", "missing-element", note("5", "*Business History Review* 41", "41"))
	add("15", "author-spelling-varies short-form-unresolved short-title-mismatch", note("15", "Van Alen", "Van Allen"))
	add("31", "crossref-out-of-range", note("31", "", "See note 44 above."))
	add("29", "crossref-stale", note("29", "See Ostrander", "See note 16 below; Ostrander"))
	add("33", "placeholder-note", note("33", "August 2, 1934", "TK"))
	add("27 28", "note-without-marker marker-reused", body("[^28]", "[^27]"))
	add("31", "crossref-self", note("31", "", "See note 31 above."))
	add("4", "year-implausible year-in-future", note("4", "1900", "1090"))
	add("23 24", "note-number-gap note-without-marker marker-without-note", body("[^23]", "[^25]"))

	add = all.in("begruendung") // German law
	const report = "https://www.loeschbescheide.example.de/bericht4.pdf"
	add("16", "crossref-mismatch", note("16", "Fn. 10", "Fn. 11"))
	add("29", "crossref-out-of-range", note("29", "Fn. 5", "Fn. 55"))
	add("29", "author-spelling-varies crossref-mismatch short-form-unresolved", note("29", "Hellgardt", "Helgardt"))
	add("11", "bracket-unbalanced", note("11", "283 f.)", "283 f."))
	add("30", "double-punctuation", note("30", "Rn. 3.", "Rn. 3.."))
	add("2", "date-impossible", note("2", "29.7.2021", "31.6.2021"))
	add("13", "date-impossible", note("13", "22.5.2019", "22.15.2019"))
	add("26", "year-in-future", note("26", "14.11.2022", "14.11.2202"))
	add("10", "year-in-future", note("10", "2016", "2061"))
	add("7", "page-range-implausible", note("7", "(1698)", "(1689)"))
	add("3", "ibid-after-multiple", note("3", "", "Ebd., Rn. 83 ff."))
	add("7", "missing-element", note("7", "NJW 2018,", "NJW,"))
	add("20", "crossref-stale", note("20", "unten", "oben"))
	add("20", "crossref-out-of-range", note("20", "29", "39"))
	add("20", "crossref-self", note("20", "29", "20"))
	add("26", "url-tracking-params", note("26", ".pdf", ".pdf?utm_campaign=nl-november"))
	add("26", "url-malformed", note("26", "https://", "https//"))
	add("26", "url-text-mismatch", links(report, "https://www.loeschbescheide.example.de/bericht3.pdf")).in = pages
	add("6", "marker-without-note", drop("6")).in = written
	add("8", "placeholder-note", note("8", "Rn. 5", "Rn. ??"))
	add("28 29", "duplicate-note", relabel("29", "28")).in = written
	add("10", "page-range-reversed", note("10", "300–340", "340–300"))
	add("9", "ai-artifact", note("9", "f.).", "f.). citeturn0search0"))
	add("30", "author-spelling-varies crossref-mismatch short-form-unresolved", note("30", "Stelkens", "Stelken"))
	add("24", "date-impossible", note("24", "15.12.2020", "15.21.2020"))
	add("21", "year-in-future", note("21", "vom 19.10.2022", "vom 19.10.2202"))
	add("23", "ibid-same-locator ibid-after-commentary", note("22", "", "Dazu Kumkar, Online-Plattformen als Entscheider, Tübingen 2021, S. 8."), note("23", "", "Ebd., S. 8."))
	add("5", "missing-element", note("5", "Baden-Baden 2018,", "Baden-Baden,"))
	add("18", "quote-unbalanced", note("18", "Der Ausschluß aus dem Verein", "„Der Ausschluß aus dem Verein"))
	add("13", "note-no-final-stop", note("13", "Rn. 15.", "Rn. 15"))
	add("26", "url-local", note("26", report, "file:///C:/Users/sollmann/bericht4.pdf"))
	add("29", "crossref-mismatch", note("29", "(Fn. 10)", "(Fn. 16)"))

	add = all.in("moulins") // French history of law
	const blog = "https://eauxvives.example.fr/2019/03/04/ecrire-la-coutume"
	add("15", "ibid-misspelled", note("15", "*Ibid.*", "*Idib.*"))
	add("17", "author-spelling-varies short-form-unresolved", note("17", "Lehmann", "Lehman"))
	add("11", "short-title-mismatch", note("11", "courantes", "coulantes"))
	add("4", "quote-unbalanced", note("4", "« Chants", "Chants"))
	add("6", "page-range-reversed", note("6", "538-563", "563-538"))
	add("29", "access-date-before-publication", note("29", "2 mai 2020", "2 mai 2002"))
	add("15", "date-impossible", note("15", "11 juin", "31 juin"))
	add("9", "bracket-unbalanced", note("9", "(dir.)", "(dir."))
	add("3", "year-implausible", note("3", "1911", "1191"))
	add("7", "missing-element", note("7", ", 1983", ""))
	add("18", "ibid-after-multiple", note("17", "p. 70.", "p. 70 ; A. Ingold, « Gouverner les eaux courantes », art. cité, p. 80."))
	add("29", "date-disagrees-with-url", note("29", "4 mars 2019", "4 mars 2018"))
	add("13", "marker-without-note", drop("13")).in = written
	add("26", "short-title-mismatch", note("26", "de la Vire", "de la Vie"))
	add("10", "page-range-implausible", note("10", "550", "590"))
	add("25", "page-range-implausible", note("25", "ici p. 29", "ici p. 92"))
	add("20", "double-punctuation", note("20", "Intérieur, 9", "Intérieur,, 9"))
	add("6", "issn-checksum", note("6", "538-563.", "538-563, ISSN 0395-2648."))
	add("29", "url-trailing-punctuation", links(blog, blog+")")).in = pages
	add("14", "placeholder-note", note("14", "2 juin 1806", "[date à vérifier]"))
	add("28", "year-in-future", note("28", "1990", "2990"))
	add("7", "repeated-full-citation note-text-repeated", note("7", "", "Antoine Picon, *L’invention de l’ingénieur moderne. L’École des ponts et chaussées, 1747-1851*, Paris, Presses de l’École nationale des ponts et chaussées, 1992."))
	add("23", "ibid-misspelled", note("23", "*op. cit.*", "*op. cite.*"))
	add("18", "ibid-style-varies", note("18", "*Ibid.*, p. 72", "*Ibid*, p. 72"))
	add("27", "author-spelling-varies short-form-unresolved", note("27", "Vire-Lenoir", "Vire-Lenior"))
	add("1", "ibid-first", note("1", "", "*Ibid.*, p. 12."))
	add("3", "page-range-reversed", note("3", "44-61", "61-44"))
	add("22", "empty-note", note("22", "", ""))

	add = all.in("turnpike") // English law, OSCOLA
	const whatTheMap = "https://roadsandlaw.example.org/2019/11/12/what-the-map-knows"
	add("16", "crossref-mismatch", note("16", "n 13", "n 14"))
	add("27", "crossref-mismatch", note("27", "(n 14)", "(n 15)"))
	add("26", "crossref-mismatch crossref-out-of-range", note("26", "n 24", "n 34"))
	add("26", "crossref-self", note("26", "n 24", "n 26"))
	add("17", "author-spelling-varies crossref-mismatch short-form-unresolved", note("17", "Nolan", "Nolen"))
	add("16", "author-spelling-varies crossref-mismatch short-form-unresolved", note("16", "Squires", "Squire"))
	add("21", "author-spelling-varies crossref-mismatch short-form-unresolved", note("21", "Sauvain", "Sauvin"))
	add("7", "ibid-after-multiple", note("6", "1057.", "1057; *Stovin v Wise* [1996] AC 923 (HL)."))
	add("8", "ibid-misspelled", note("8", "ibid", "idib"))
	add("9", "ibid-style-varies", note("9", "ibid", "ibid."))
	add("14", "quote-unbalanced", note("14", "Framework’", "Framework"))
	add("14", "bracket-unbalanced", note("14", "(1997)", "(1997"))
	add("23", "bracket-unbalanced", note("23", "[63]", "63]"))
	add("2", "page-range-reversed", note("2", "299–332", "332–299"))
	add("15", "year-in-future", note("15", "2000", "2200"))
	add("24", "year-in-future", note("24", "3 February 2021", "3 February 2121"))
	add("24", "date-disagrees-with-url", note("24", "12 November 2019", "21 November 2019"))
	add("24", "access-date-before-publication", note("24", "3 February 2021", "3 February 2012"))
	add("4", "date-impossible", note("4", "22 March 1961", "32 March 1961"))
	add("24", "url-malformed", note("24", "<https://", "<https:"))
	add("24", "url-broken-by-space url-malformed", note("24", "what-the-map", "what- the-map"))
	add("25", "ai-tracking-parameter", note("25", "potholes>", "potholes?utm_source=openai>"))
	add("24", "url-shortener", note("24", whatTheMap, "https://bit.ly/3mapKn0"))
	add("13", "missing-element", note("13", "(2011) 127 LQR 260", "127 LQR 260"))
	add("14", "missing-element", note("14", "60 MLR 559", "60, 559"))
	add("1", "missing-element", note("1", "Sweet & Maxwell 2018", "Sweet & Maxwell"))
	add("10", "placeholder-note", note("10", "[10]", "[xx]"))
	add("22", "placeholder-note", note("22", "para 9", "para TK"))
	add("9 10", "duplicate-note", relabel("10", "9")).in = written
	add("19", "marker-without-note", drop("19")).in = written
	add("11", "note-without-marker", body("[^11]", ""))
	add("12", "note-no-final-stop", note("12", "AC 46.", "AC 46"))
	add("5", "double-punctuation", note("5", "(HL);", "(HL);;"))
	add("21", "note-text-repeated", note("21", "", "*Wilkinson v City of York Council* [2011] EWCA Civ 207."))
	add("17", "crossref-out-of-range", note("17", "", "See text to n 40."))
	add("3", "bracket-unbalanced missing-element", note("3", "[1892] AC", "1892] AC"))
	add("1", "ibid-first", note("1", "", "ibid ch 10."))
	add("26", "op-cit", note("26", "(n 24)", "op cit"))

	add = all.in("wireless") // an American essay with links
	const block = "https://www.downtownlantern.example.com/1994/08/03/a-block-of-blinking-lights"
	const video = "https://www.youtube.com/watch?v=aB3dE5gH7jK"
	add("8", "author-spelling-varies short-form-unresolved", note("8", "Darton", "Dalton"))
	add("12", "author-spelling-varies short-form-unresolved", note("12", "Penson", "Pensen"))
	add("19", "author-spelling-varies short-form-unresolved", note("19", "Stoll", "Stohl"))
	add("19", "short-title-mismatch", note("19", "“Rent and Retail,”", "“Retail and Rent,”"))
	add("8", "short-title-mismatch", note("8", "*Divided We Stand*", "*Divided They Stand*"))
	add("20", "short-title-mismatch", note("20", "“Block of Blinking Lights,”", "“Block of Blinking Light,”"))
	add("19", "page-range-implausible", note("19", "51", "151"))
	add("14", "ibid-after-multiple", note("14", "", "Ibid., 20."))
	add("16", "date-disagrees-with-url", note("16", "August 3, 1994", "August 30, 1994"))
	add("6", "date-impossible", note("6", "July 14", "July 41"))
	add("16", "date-impossible", note("16", "August 3,", "August 33,"))
	add("23", "year-in-future", note("23", "2024", "2042"))
	add("3", "year-in-future", note("3", "2019)", "2109)"))
	add("14", "url-local", note("14", "https://archive.computerhistory.example.org/resources/text/Oral_History", "file:///Users/benny/Downloads"))
	add("2", "url-broken-by-space url-malformed", note("2", "example.com/row", "example.com /row"))
	add("2", "url-tracking-params", note("2", ".html", ".html?fbclid=IwAR0abcDEF"))
	add("23", "url-no-scheme", note("23", "https://", ""))
	add("23", "url-session-id", note("23", "/hours", "/hours;jsessionid=5D3A9C21D4E5B677"))
	add("18", "doi-syntax", note("18", "10.5555/juc", "10.5555juc"))
	add("18", "doi-form", note("18", "https://doi.org/", "http://dx.doi.org/"))
	add("18", "missing-element", note("18", " (2017)", ""))
	add("5", "missing-element", note("5", ", 1999)", ")"))
	add("13", "missing-element", note("13", "Anchor Press, 1984", "Anchor Press"))
	add("11", "quote-unbalanced", note("11", "Shack,”", "Shack,"))
	add("13", "double-punctuation", note("13", "17;", "17 ;"))
	add("5", "hyphen-in-range", note("5", "60–61", "60-61"))
	add("2", "mixed-straight-curly", note("2", "“Radio Row: Fond Memories of Radio, TV and a Street,”", "\"Radio Row: Fond Memories of Radio, TV and a Street,\""))
	add("10", "empty-note", note("10", "", ""))
	add("21", "url-text-mismatch", links(video, "https://www.youtube.com/watch?v=zZ9yY8xX7wW")).in = pages
	add("13", "short-form-unresolved author-spelling-varies", note("11", "", "He kept the manuals too."))
	add("8", "short-form-unresolved author-spelling-varies", note("5", "", "I have walked it."))
	add("16", "url-malformed", note("16", "(https://www", "(http:/www"))
	add("16", "url-wrapped", note("16", block, "https://www.google.com/url?q="+block))
	add("24", "placeholder-note", note("24", "4471", "XXXX"))
	add("20", "note-without-marker", body("[^20]", "")).in = written
	add("", "marker-without-note", body("[^15]", "[^55]"))
	add("21", "url-trailing-punctuation", links(video, video+".")).in = pages
	add("16", "bare-domain", note("16", "/1994/08/03/a-block-of-blinking-lights", ""))
	add("7", "missing-element", note("7", " (1963)", ""))
	add("21", "date-impossible", note("21", "May 21, 2020", "May 21, 20200"))

	add = all.in("almshouse") // American social and legal history
	add("7", "ibid-after-multiple", note("6", "(New York: Cambridge University Press, 2015).", "(New York: Cambridge University Press, 2015); Katz, *Shadow of the Poorhouse*, 40."))
	add("6", "ibid-after-multiple", note("6", "", "Ibid., 20."))
	add("24", "ibid-misspelled", note("24", "Ibid.", "Ibdi."))
	add("7", "ibid-style-varies", note("7", "Ibid.", "Ibid"))
	add("11", "ibid-misspelled", note("11", "Ibid.", "Ibib."))
	add("10", "ibid-same-locator", note("10", "1:31", "1:14"))
	add("8", "author-spelling-varies short-form-unresolved", note("8", "Herndon", "Hernden"))
	add("18", "author-spelling-varies short-form-unresolved", note("18", "Leiby", "Lieby"))
	add("20", "author-spelling-varies short-form-unresolved", note("20", "Riesenfeld", "Reisenfeld"))
	add("5", "author-spelling-varies short-form-unresolved", note("5", "Katz", "Kats"))
	add("5", "short-title-mismatch", note("5", "*Shadow of the Poorhouse*", "*Shadows of the Poorhouse*"))
	add("20", "short-title-mismatch", note("20", "“Formative Era,”", "“Formative Years,”"))
	add("18", "short-title-mismatch", note("18", "“Settlement Laws,”", "“Settlement Law,”"))
	add("8", "short-title-mismatch", note("8", "*Unwelcome Americans*", "*Unwanted Americans*"))
	add("20", "page-range-implausible", note("20", "224n181", "422"))
	add("1", "page-range-reversed", note("1", "3–35", "35–3"))
	add("23", "page-range-reversed", note("23", "235–67", "267–35"))
	add("13", "page-range-reversed", note("13", "403–17", "417–03"))
	add("6", "year-in-future", note("6", "2015", "2105"))
	add("3", "year-in-future", note("3", "2001", "2100"))
	add("23", "year-in-future", note("23", "2003", "2030"))
	add("17", "date-impossible", note("17", "June 4", "June 31"))
	add("13", "date-impossible", note("13", "March 11", "March 111"))
	add("16", "year-implausible", note("16", "1967", "1067"))
	add("1", "missing-element", note("1", ", 1986)", ")"))
	add("5", "missing-element", note("5", "*California Law Review* 43, no. 2", "43, no. 2"))
	add("22", "missing-element", note("22", " (1976)", ""))
	add("19", "missing-element", note("19", " (Sup. Ct. 1851)", ""))
	add("5", "quote-unbalanced", note("5", "Law,”", "Law,"))
	add("22", "quote-unbalanced", note("22", "“The Public", "The Public"))
	add("2", "bracket-unbalanced", note("2", "Examinations).", "Examinations."))
	add("13", "bracket-unbalanced", note("13", "(Burlington", "Burlington"))
	add("9", "short-form-unresolved short-title-mismatch", note("2", "Examinations of Paupers, 1790–1840, 3 vols., Salem County Historical Society, Salem, NJ (hereafter cited as Examinations).", "I thank the staff of the Salem County Historical Society."))
	add("22", "doi-syntax", note("22", "10.2307/844932", "10.2307"))
	add("22", "doi-form", note("22", "https://doi.org/", "doi: "))
	add("22", "url-malformed", note("22", "https://", "https//"))
	add("16", "double-punctuation", note("16", "1967), 55.", "1967),, 55."))
	add("12", "double-punctuation", note("12", "Ibid.", "Ibid.."))
	add("18", "placeholder-note", note("18", "118", "TK"))
	add("17", "placeholder-note", note("17", "entry for June 4, 1816", "[date?]"))
	add("23", "repeated-full-citation", note("24", "", "Monique Bourque, “Populating the Poorhouse: A Reassessment of Poor Relief in the Antebellum Delaware Valley,” *Pennsylvania History* 70, no. 3 (Summer 2003): 240.")).at = "24"
	add("8", "crossref-out-of-range", note("8", "which prints forty such voices", "and note 88 below"))
	add("20", "crossref-stale", note("20", "224n181.", "224n181. See also note 4 below."))
	add("15", "empty-note", note("15", "", ""))
	add("13", "marker-without-note", drop("13")).in = written
	add("4 5", "duplicate-note", relabel("5", "4")).in = written
	add("21", "note-without-marker", body("[^21]", "")).in = written
	add("5", "ai-artifact", note("5", "13–22.", "13–22. 【12†source】"))
	add("22", "ai-tracking-parameter", note("22", "https://doi.org/10.2307/844932", "https://www.jstor.example.org/stable/844932?utm_source=perplexity.ai"))
	add("1", "mixed-straight-curly", note("5", "“The Formative Era of American Public Assistance Law,”", "\"The Formative Era of American Public Assistance Law,\"")).at = "5"
	add("3", "note-no-final-stop", note("3", "4–10.", "4–10"))
	add("18", "hyphen-in-range", note("8", "23–26", "23-26")).at = "8"
	add("16 18", "late-full-citation", note("16", "", "Leiby, “Settlement Laws,” 55."), note("18", "Leiby, “Settlement Laws,” 61", "James Leiby, “Settlement Laws and Their Costs,” in *Poverty and the Law in New Jersey*, ed. Paul Tobin (Trenton: State Library Press, 1967), 61"))
	add("5", "isbn-checksum", note("6", "2015).", "2015), ISBN 978-1-107-69851-3.")).at = "6"

	add = all.in("lumpen") // German social history
	add("20", "crossref-mismatch", note("20", "Anm. 5", "Anm. 6"))
	add("24", "crossref-out-of-range", note("24", "Anm. 5", "Anm. 55"))
	add("20", "crossref-self", note("20", "wie Anm. 5", "wie Anm. 20"))
	add("7", "author-spelling-varies short-form-unresolved", note("7", "Farge", "Frage"))
	add("13", "author-spelling-varies short-form-unresolved", note("13", "Stöger", "Störger"))
	add("11", "author-spelling-varies short-form-unresolved", note("11", "Lüdtke", "Lüdke"))
	add("24", "author-spelling-varies short-form-unresolved", note("24", "Köster,", "Kostner,"))
	add("7", "short-title-mismatch", note("7", "Geschmack des Archivs", "Geschmack der Archive"))
	add("13", "short-title-mismatch", note("13", "Sekundäre Märkte", "Sekundäre Markte"))
	add("22", "short-title-mismatch", note("22", "Eigen-Sinn", "Eigensinn"))
	add("15", "ibid-misspelled", note("15", "Ebd.", "Edb."))
	add("16", "ibid-style-varies", note("16", "Ebd.", "ebda."))
	add("16", "ibid-same-locator", note("16", "80", "78"))
	add("15", "ibid-after-multiple", note("14", "S. 77.", "S. 77; Köster, Hausmüll, S. 30."))
	add("5", "quote-unbalanced", note("5", "„Der Müll", "Der Müll"))
	add("20", "bracket-unbalanced", note("20", "Anm. 5)", "Anm. 5"))
	add("10", "bracket-unbalanced", note("10", "(Hg.)", "Hg.)"))
	add("2", "page-range-reversed", note("2", "25–49", "49–25"))
	add("18", "page-range-reversed", note("18", "361–410", "410–361"))
	add("12", "year-in-future", note("12", "2011", "2111"))
	add("2", "year-in-future", note("2", "2017", "2071"))
	add("6", "year-implausible year-in-future", note("6", "2011", "1011"))
	add("19", "date-impossible", note("19", "2. September", "31. September"))
	add("23", "date-impossible", note("23", "3. Februar", "30. Februar"))
	add("25", "year-in-future", note("25", "30.4.2019", "30.4.2091"))
	add("25", "date-impossible", note("25", "30.4.2019", "31.4.2019"))
	add("9", "missing-element", note("9", "Hamburg 1993", "Hamburg"))
	add("5", "missing-element", note("5", " (1992)", ""))
	add("12", "missing-element", note("12", "Wien/München 2011", "Wien/München"))
	add("1", "placeholder-note", note("1", "S. 3", "S. ??"))
	add("3", "placeholder-note", note("3", "Nr. 1203", "Nr. XXXX"))
	add("14", "double-punctuation", note("14", "1891, S.", "1891,, S."))
	add("17", "note-no-final-stop", note("17", "402.", "402"))
	add("25", "url-broken-by-space url-malformed", note("25", "wb/dwb", "wb/ dwb"))
	add("25", "url-tracking-params", note("25", "/lumpen", "/lumpen?utm_source=newsletter"))
	add("13", "short-form-unresolved", note("12", "", "Das gilt auch für Wien."))
	add("8", "empty-note", note("8", "", ""))
	add("18", "note-without-marker", body("[^18]", "")).in = written
	add("9 10", "duplicate-note", relabel("10", "9")).in = written
	add("11", "repeated-full-citation", note("22", "", "Alf Lüdtke, Eigen-Sinn. Fabrikalltag, Arbeitererfahrungen und Politik vom Kaiserreich bis in den Faschismus, Hamburg 1993, S. 141.")).at = "22"
	add("7", "late-full-citation", note("6", "", "Vgl. Farge, Geschmack des Archivs, S. 22."), note("7", "", "Arlette Farge, Der Geschmack des Archivs, aus dem Französischen von Jörn Etzold, Göttingen 2011, S. 12–18.")).at = "6 7"
	add("20", "page-range-implausible", note("20", "S. 50", "S. 150"))
	return all.list
}

// TestTired plants each mistake in one of the formats that can have it.
func TestTired(t *testing.T) {
	t.Parallel()
	plantAll(t, tired(), floorOfTired)
}
