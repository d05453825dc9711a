package rules_test

import "testing"

// Mistakes as tired editors make them, written by hand in three articles that no
// rule was made by: American history from archives and newspapers, German law,
// French history of law.

// floorOfTired is the share of them that has to be found: what is found now.
// docs/precision.md has the figure of first sight.
const floorOfTired = 0.97

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
	return all.list
}

// TestTired plants each mistake in one of the formats that can have it.
func TestTired(t *testing.T) {
	t.Parallel()
	plantAll(t, tired(), floorOfTired)
}
