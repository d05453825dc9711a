package rules

import (
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// MissingElement finds a full citation in which something is missing for certain.
var MissingElement = &checker.Rule{ID: "missing-element", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Citation lacks what readers need to find the source",
	Text: "Readers need certain things to find a source, and one of them is missing: the year of a book, article or judgment, the journal of an article, the first page of a " +
		"judgment, or everything but an address. Only gaps that are certain are named.",
	Do:    "Add what is missing.",
	Quiet: "Manuscripts, interviews, statutes, scripture, films, forthcoming works and old imprints. Where most notes of an article are bare addresses, that is mentioned once.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press), 12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "CMOS 17, 14.100, 14.168 and 14.207; MLA's core elements; ISO 690",
}, Supersedes: []string{"short-form-unresolved"}, Run: run(missingElements)}

var (
	imprint = pattern.New(`\(((?:\p{Lu}[\p{L}.’' ]{2,30}(?:, \p{Lu}[\p{L}.]{1,20})?): ([^():;\d]{3,60}))\)(?:,\s(?:pp?\.\s?)?[\dIVXivx]|,\squoted|,?\s?$|\.)`)
	// yeared is an imprint as it should be.
	yeared = pattern.New(`\(\p{Lu}[^():;]{2,30}: [^():;]{3,60}, (?:1[5-9]|20)\d\d\)`)
	// publisherWord tells a publisher from other words after a colon.
	publisherWord = pattern.New(`\b(?:Press|Books|Verlag|Publish\p{L}*|University|Editions?|Editorial|Editora|Presses|Sons|Universitätsverlag)\b|(?:^|[^\pL])Éditions?\b|\b(?:Routledge|Macmillan|Penguin|Springer|Brill|Elsevier|Wiley|Suhrkamp|Gallimard)\b`)
	undated       = pattern.New(`(?i)forthcoming|\bin press\b|n\.\s?d\.|s\.\s?a\.|s\.\s?d\.|o\.\s?J\.|undated|no date|to appear|im Erscheinen|à paraître|en prensa`)
	// pagesOnly matches an article's year and pages right behind its title.
	pagesOnly = pattern.New(`[”"’],?\s\((?:\p{L}+\s)?(?:1[6-9]|20)\d\d\)(?::\s(?:e?\d)|,\s(?:pp?\.\s)?\d+[–-]\d)`)
	// unyeared matches what stands before the page where an imprint without
	// brackets lacks its year: a title in italics, a place, a publisher.
	unyeared = pattern.New(`[\x00\p{L}.)],\s(\p{Lu}[\p{L}’'-]+(?:[ /-]\p{Lu}[\p{L}’'-]+){0,2}(?:,\s\p{Lu}[\p{L}’'. &-]{2,30})?),\s(?:pp?|S|págs?)\.\s\d`)
	// publishingPlaces are towns with presses enough that their name before a page
	// is that of the place of a book.
	publishingPlaces = pattern.New(`^(?:Berlin|München|Leipzig|Frankfurt(?: am Main| a\. ?M\.)?|Hamburg|Köln|Stuttgart|Tübingen|Göttingen|Heidelberg|Wiesbaden|Weimar|Bielefeld|Paderborn|Münster|Bonn|Freiburg|Baden-Baden|` +
		`Darmstadt|Hannover|Bremen|Wien|Graz|Innsbruck|Zürich|Basel|Bern|Paris|Lyon|Bruxelles|Genève|Rennes|Roma|Milano|Torino|Bologna|Firenze|Napoli|Venezia|Padova|Bari|Madrid|Barcelona|` +
		`Sevilla|Valencia|México|Buenos Aires|Lisboa|Porto|Coimbra|São Paulo|Rio de Janeiro|London|Oxford|Cambridge|New York|Amsterdam|Leiden)(?:[/,-].*)?$`)
	edited = pattern.New(`\b[Ii]n:\s.*\((?:Hrsg|Hg|Hgg)\.\)`)
	// lawJournal matches a German journal, called by its capitals, without its year.
	lawJournal      = pattern.New(`[\p{L}…]+\s[\p{L}…?!]+,\s(\p{Lu}[\p{L}&]*\p{Lu}\p{L}*),\sS\.\s\d`)
	placeBeforePage = pattern.New(`[,.:]\s(\p{Lu}[\p{L}-]+(?: am Main| a\. ?M\.)?(?:/\p{Lu}[\p{L}-]+)*),\s(?:S|pp?)\.\s\d`)
	// imprintAtEnd matches place and publisher behind a title in italics at the end of a
	// note: *La Correspondance*, Paris, Fayard.
	imprintAtEnd = pattern.New(`,\s(\p{Lu}[\p{L}-]+),\s(\p{Lu}[\p{L}.&’' -]{2,50})\.?$`)
	// editedBook matches a name with what says that it is an editor's.
	editedBook = pattern.New(`\p{L}\s\((?:dirs?\.?|a cura di|cur\.|eds?\.?|coords?\.?|Hrsg\.|Hgg?\.|orgs?\.)\)`)
	// lawReview matches volume, journal and page of an American law review at the end, or
	// with the page cited behind: 87 U. Chi. L. Rev. 145, 191.
	lawReview = pattern.New(`,\s(\d{1,3}\s(?:\p{Lu}[\p{L}.’&]*\.?\s){0,4}(?:L\.\s?(?:Rev|J|Q)\.|L\.J\.|Rev\.|J\.)(?:\s[\p{L}&’]+\.?){0,4}\s\d{1,4}(?:,\s\d{1,4}(?:[–-]\d{1,4})?)?)\.?$`)
	// spanOfYears matches years with a dash between, which a title names: 1871–1933.
	spanOfYears = pattern.New(`\b(?:1[4-9]|20)\d\d\s?[-–—]\s?(?:1[4-9]|20)?\d\d\b`)
	// germanJournal matches a journal and its volume between a title and the pages:
	// „Laubenkolonien“, in: Die alte Stadt 4, S. 201.
	germanJournal = pattern.New(`[“”»«"],?\s[Ii]n:\s(\p{Lu}[^,;:()\d]{3,70}\s\d{1,3}(?:,\s(?:H|Heft|Nr|No)\.?\s?\d{1,3})?),\sS\.\s\d`)
	// editionBeforePage matches an edition with a page right behind it, or that closes the
	// brackets of a book, which has no year then: 10. Aufl., S. 12; (7th edn) para 3.2.
	editionBeforePage = pattern.New(`[\pL\x00],?\s(\d{1,2}\.\s(?:Aufl\.|Auflage)),\sS\.\s?\d|\s\((\d{1,2}(?:st|nd|rd|th)\s(?:edn|ed\.))\)\s(?:\d|paras?\s\d|ch\s\d)`)
	lawPages          = pattern.New(`,\sS\.\s\d+(?:\s\(\d+\))?`)
	noJournal         = pattern.New(`,?[”"’],?\s(?:vol\.\s)?\d{1,3}(?:, no\. \d{1,3}|\(\d{1,3}\))?\s\((?:\p{L}+\s)?(?:1[6-9]|20)\d\d\): \d+`)
	// colonImprint matches place, publisher and page as German notes have them.
	colonImprint = pattern.New(`[,.]\s(\p{Lu}[\p{L}-]+(?:\sam Main|\sa\.\s?M\.|/\p{Lu}[\p{L}-]+)*):\s(\p{Lu}[\p{L}.&’ -]{1,40}),\s(?:S|pp?)\.\s\d`)
	// noSeries matches the number, year and pages of an article right behind its title.
	noSeries = pattern.New(`[”’»“"],?\s(?:(?:vol\.\s?\d{1,4},\s)?(?:n°|nº|no\.|vol\.|t\.|Nr\.|H\.|Heft|núm\.|n\.)\s?\d{1,4},\s(?:[\p{L}-]+\s)?(?:19|20)\d\d,\s(?:p|pp|S|págs?)\.\s\d|\d{1,3},\s(?:19|20)\d\d,\s(?:pp?|págs?)\.\s\d|\((?:19|20)\d\d\)\s\d{1,3},\s\d{1,4}(?:,\s\d|\.?$))`)
	// quotedJournal matches a journal that stands in quotation marks, as Italian has it.
	quotedJournal = pattern.New(`\b(?i:in|en|dans):?\s[«“"‘][^»”"’]*$`)
	// journalPages matches a journal, its volume and pages behind a title.
	journalPages = pattern.New(`[”’»"]\s(\p{Lu}[^“”«»"\d():;]{3,70}\s\d{1,3}(?:,\sno\.\s\d{1,3})?):\s\d{1,4}[–-]\d`)
	// undatedCase matches a judgment of the United States with its reporter and page at the end.
	undatedCase = pattern.New(`\sv\.\s[^;]{3,90},\s(\d{1,4}\s` + usReporter + `(?:\s\(\d+\s\p{L}+\.\))?\s\d{1,4}(?:,\s\d[\d–-]*)?)\.?$`)
	// noFirstPage matches a judgment whose reporter has a volume and no page: 112 F.3d (9th Cir. 1997).
	noFirstPage = pattern.New(`\sv\.?\s[^;]{3,90},\s(\d{1,4}\s` + usReporter + `)\s\((?:[^()]{2,40}\s)?(?:1[789]|20)\d\d\)`)
	// noLawJournal matches volume and pages of a law review behind the title: Who Should Insure?, 12, 201, 215 (2020).
	noLawJournal = pattern.New(`[\p{L}?!\x00],\s(\d{1,3},?\s\d{1,4},\s\d{1,4}(?:[–-]\d{1,4})?)\s\((?:19|20)\d\d\)\.?$`)
	// undatedReporter matches a judgment in any reporter, with its court in brackets and no year: 64 App. Div. 310 (N.Y. App. Div.).
	undatedReporter = pattern.New(`\sv\.\s[^;]{3,90},\s(\d{1,4}\s(?:\p{Lu}[\p{L}.’']*\.\s?(?:[23]d\s)?){1,4}\d{1,4}(?:,\s\d[\d–-]*)?\s\([^()\d;]{2,40}\))\.?$`)
	// bareReporter matches a judgment in any reporter of two abbreviations or with a series, with nothing behind: 12 N.Y.2d 379.
	bareReporter = pattern.New(`\sv\.\s[^;]{3,90},\s(\d{1,4}\s(?:(?:\p{Lu}[\p{L}’']*\.\s?){1,4}(?:[23]d|4th|5th)|(?:\p{Lu}[\p{L}’']*\.\s?){2,4}|[A-Z]\.(?:[A-Z]\.)+)\s?\d{1,4}(?:,\s\d[\d–-]*)?)\.?$`)
	// undatedVolume matches a journal by its capitals between volume and page, right behind
	// a title in single marks, as English law has it: ‘Title’ 127 LQR 260.
	undatedVolume = pattern.New(`[\p{L}?!]’\s(\d{1,3}\s\p{Lu}{2,8}\s\d{1,4})(?:[,.;]|\s\p{Ll}|$)`)
	// undatedJournal matches a German law journal, which is called by its year, without it: NJW, 3115.
	// A comma may part the year from it: GRUR, 1991, 529. No comma stands before a page: NJW 2183.
	undatedJournal = pattern.New(`,\s((?:` + lawJournals + `)(?:-[A-Z]\p{L}+)?)(?:,\s(?:(?:\d{1,3}|[3-9]\d{3}|1[0-8]\d\d|2[1-9]\d\d|\d{5,6})(?:[\s,;.)]|$)|(?:19|20)\d\d(?:[\s;.)]|,\s\D|$))|\s(?:\d{1,3}|[3-9]\d{3}|2[1-9]\d\d)(?:\s\(\d{1,5}\)|,\s\d)?(?:[\s,;.)]|$))`)
	// nameAndPlace matches a surname, a place and a page: Smith, Oxford, 12.
	nameAndPlace = pattern.New(`^\p{Lu}[\p{L}’-]+,\s(\p{Lu}[\p{L} .]+),\s(?:pp?\.\s|S\.\s)?\d{1,4}(?:[–-]\d{1,4})?\.?$`)
	noteSignal   = pattern.New(`(?i)^(?:see|see also|cf\.?|e\.g\.,?|at|from|available (?:at|from|online)(?: at)?|online|source|sources?|url|link|via|siehe|vgl\.?|voir|véase|quelle|verfügbar unter|access(?:ed)?|retrieved from|[\s:,.;<>()\[\]–—-])*$`)
)

// lawJournals are German ones, which are called by their year.
const lawJournals = `NJW|JZ|JuS|JA|Jura|JURA|NVwZ|NStZ|NZA|NZG|NZM|NZI|NZS|NZV|NZKart|GRUR|ZIP|WM|BB|DB|DStR|MDR|MMR|CR|ZUM|AfP|EuZW|EuR|EuGRZ|DÖV|DVBl|FamRZ|VersR|BKR|ZD|DuD|StV|RdA|AuR|VuR|WRP|ZUR|NuR|BayVBl|` +
	`ZMR|ZWE|NZInsO|ZInsO|ZEV|DNotZ|RNotZ|MittBayNot|WuM|ZfIR|BauR|NZBau|ZfBR|NZFam|FuR|JAmt|ZKJ|RIW|IPRax|EWS|ZEuP|GmbHR|ZGR|NZWiSt|wistra|StraFo|DAR|SVR|VBlBW|NWVBl|LKV|ZAR|InfAuslR|RDV|NJOZ|BeckRS|FD-MietR|JurBüro|Rpfleger`

// usReporter matches the usual reporters of judgments of the United States.
const usReporter = `(?:U\.S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?[23]d|\s?4th)?|F\.\s?Supp\.(?:\s?[23]d)?|[A-Z]\.(?:[EW]\.)?\s?[23]d)`

func missingElements(r *checker.Report) []checker.Finding {
	imprints, yearless := 0, lacking(r.Article, mentionsIn(r))
	for n := range r.Article.Notes {
		if yeared.MatchString(r.Article.Notes[n].Text.String) {
			imprints++
		}
	}
	found := eachWorded(func(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
		// Without its year a book may have been taken for a short form or a remark.
		if c.Kind != article.Full && c.Kind != article.Commentary && (c.Kind != article.Short || c.Target != nil) {
			return checker.Finding{}, false
		}
		g := gap(c, words, imprints >= 3)
		if g.lacks == "" {
			g = yearless[ref]
		}
		if g.lacks == "" {
			g = shapeGap(r, ref, c, words)
		}
		if g.lacks == "" {
			return checker.Finding{}, false
		}
		f := checker.At(r.Article, ref, "The citation in note %s has no %s.", r.Article.Notes[ref.Note].Number, g.lacks)
		f.Span = inCitation(r.Article, ref, g.from, g.to)
		f.Help, f.Confidence = g.help, 0.9
		f.Evidence = evidence("where it belongs", c.Text[g.from:g.to])
		return f, true
	})(r)
	return append(found, bareAddresses(r)...)
}

// gap is what a citation lacks by the look of it alone.
// habit says that the article gives books their place, publisher and year.
func gap(c *article.Citation, words string, habit bool) gapAt {
	text := c.Text
	if m := imprint.FindStringSubmatchIndex(words); m != nil && habit && !anyYear.MatchString(words[m[0]:]) && !undated.MatchString(text) && publisherWord.MatchString(text[m[4]:m[5]]) {
		return gapAt{"year", "Add the year behind the publisher.", m[2], m[3]} // years before the bracket are the title's
	}
	if !anyYear.MatchString(words) && !undated.MatchString(text) {
		if m := colonImprint.FindStringSubmatchIndex(words); m != nil && (publishingPlaces.MatchString(words[m[2]:m[3]]) || publisherWord.MatchString(words[m[4]:m[5]])) {
			return gapAt{"year", "Add the year behind the publisher.", m[2], m[5]}
		}
		m := imprint.FindStringSubmatchIndex(words)
		// A title in italics before the bracket says as much as the publisher's name.
		if m != nil && (habit || publisherWord.MatchString(text[m[4]:m[5]]) || hiddenBefore(words, m[0])) {
			return gapAt{"year", "Add the year behind the publisher.", m[2], m[3]}
		}
		if m := unyeared.FindStringSubmatchIndex(words); m != nil && publishingPlaces.MatchString(words[m[2]:m[3]]) {
			return gapAt{"year", "Add the year behind place and publisher.", m[2], m[3]}
		}
	}
	if !anyYear.MatchString(words) && !undated.MatchString(text) && (c.Kind == article.Full || c.Target == nil && editedBook.MatchString(words)) && len(c.Item.Author)+len(c.Item.Editor) > 0 && c.Item.Title != "" {
		if m := imprintAtEnd.FindStringSubmatchIndex(words); m != nil && publishingPlaces.MatchString(words[m[2]:m[3]]) && !timeless.MatchString(text) {
			return gapAt{"year", "Add the year behind the publisher.", m[2], m[5]}
		}
		if m := lawReview.FindStringSubmatchIndex(words); m != nil {
			return gapAt{"year", "Add the year in brackets behind the page.", m[2], m[3]}
		}
	}
	// Years with a dash between are the title's.
	if !anyYear.MatchString(spanOfYears.ReplaceAllString(words, "")) && !undated.MatchString(text) {
		if m := placeBeforePage.FindStringSubmatchIndex(words); m != nil && (c.Kind != article.Short && (publishingPlaces.MatchString(words[m[2]:m[3]]) || fields.Place(words[m[2]:m[3]]) && !timeless.MatchString(words)) || edited.MatchString(words[:m[0]])) {
			return gapAt{"year", "Add the year behind place and publisher.", m[2], m[3]}
		}
		if m := editionBeforePage.FindStringSubmatchIndex(words); m != nil {
			return gapAt{"year", "Add the year behind the edition.", max(m[2], m[4]), max(m[3], m[5])}
		}
		if m := germanJournal.FindStringSubmatchIndex(words); m != nil {
			return gapAt{"year", "Add the year behind the volume of the journal.", m[2], m[3]}
		}
	}
	if m := lawJournal.FindStringSubmatchIndex(words); m != nil && c.Kind != article.Short && !anyYear.MatchString(lawPages.ReplaceAllString(words, "")) {
		return gapAt{"year", "Add the year behind the journal.", m[2], m[3]}
	}
	if m := journalPages.FindStringSubmatchIndex(text); m != nil && !anyYear.MatchString(words) && !undated.MatchString(text) {
		return gapAt{"year", "Add the year of the journal.", m[2], m[3]}
	}
	if m := undatedCase.FindStringSubmatchIndex(text); m != nil && c.Target == nil && !anyYear.MatchString(text[:m[2]]) {
		return gapAt{"year", "Add the court, where the reporter does not tell it, and the year of the decision.", m[2], m[3]}
	}
	if c.Target == nil && (c.Kind == article.Short || c.Kind == article.Commentary) {
		if m := nameAndPlace.FindStringSubmatchIndex(words); m != nil && publishingPlaces.MatchString(words[m[2]:m[3]]) {
			return gapAt{"title", "Add the title and the year.", m[2], m[3]}
		}
	}
	if m := undatedReporter.FindStringSubmatchIndex(text); m != nil && c.Target == nil && !anyYear.MatchString(text[:m[2]]) {
		return gapAt{"year", "Add the year of the decision behind the court.", m[2], m[3]}
	}
	if m := bareReporter.FindStringSubmatchIndex(text); m != nil && c.Target == nil && !anyYear.MatchString(text[:m[2]]) {
		return gapAt{"year", "Add the court, where the reporter does not tell it, and the year of the decision.", m[2], m[3]}
	}
	if m := undatedVolume.FindStringSubmatchIndex(text); m != nil {
		return gapAt{"year", "Add the year of the journal in brackets before the volume.", m[2], m[3]}
	}
	if m := undatedJournal.FindStringSubmatchIndex(text); m != nil {
		return gapAt{"year", "Add the year of the journal.", m[2], m[3]}
	}
	if m := noFirstPage.FindStringSubmatchIndex(text); m != nil {
		return gapAt{"page", "Add the page on which the judgment begins in the reporter.", m[2], m[3]}
	}
	if m := noLawJournal.FindStringSubmatchIndex(words); m != nil && c.Kind == article.Full && len(c.Item.Author) > 0 && c.Item.ContainerTitle == "" {
		return gapAt{"journal", "Add the journal between the volume and the page.", m[2], m[3]}
	}
	if m := pagesOnly.FindStringIndex(text); m != nil && c.Kind == article.Full && c.Item.ContainerTitle == "" {
		return gapAt{"journal", "Add the journal before the year.", m[0], m[1]}
	}
	if m := noJournal.FindStringIndex(text); m != nil {
		return gapAt{"journal", "Add the journal before the volume.", m[0], m[1]}
	}
	if m := noSeries.FindStringIndex(text); m != nil && !quotedJournal.MatchString(text[:m[0]]) {
		return gapAt{"journal", "Add the journal behind the title.", m[0], m[1]}
	}
	return gapAt{}
}

// hiddenBefore says whether a hidden title ends right before a place, or a comma
// or a name of an editor after it.
func hiddenBefore(words string, at int) bool {
	before := strings.TrimRight(words[:at], " ,")
	return strings.HasSuffix(before, string(veil)) || strings.Contains(before, string(veil)) && !strings.ContainsAny(before[strings.LastIndexByte(before, veil):], "“”\"")
}

// bareAddresses is one finding for the notes that are an address and nothing
// else, as they have one cause. It weighs little where most notes with
// addresses are so.
func bareAddresses(r *checker.Report) []checker.Finding {
	var spots []spot
	addresses := 0
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		if len(note.URLs) == 0 {
			continue
		}
		addresses++
		if note.Embedded || note.Segments != nil || !onlyAddress(r, n) {
			continue
		}
		spots = append(spots, spot{note: n, span: note.URLs[0].Span})
	}
	found := grouped(spots, "An address stands alone "+atSpots(r.Article, spots)+", without author, title or site.", "Say what the page is and who wrote it: a dead address alone is nothing.")
	if len(found) == 1 && len(spots)*2 > addresses {
		found[0].Severity = checker.Info
	}
	return found
}

// accessTail matches the day on which a page was read, which names nothing.
var accessTail = pattern.New(`(?:zuletzt\s|last\s)?` + accessWords + `[^.;()\d]{0,24}\d[^;()]{0,30}(?:19|20)\d\d`)

// onlyAddress says whether a note shows an address and nothing that names it.
func onlyAddress(r *checker.Report, n int) bool {
	note := &r.Article.Notes[n]
	for i := range note.URLs {
		u := &note.URLs[i]
		if u.Form == article.Href && u.Visible == "" || u.Form == article.DOI || u.Relative {
			return false // the words of the link name it
		}
		if p := parsed(u.Address); p == nil || p.Scheme != "http" && p.Scheme != "https" || onHost(hostOf(p), "doi.org") {
			return false
		}
	}
	rest := accessTail.ReplaceAllString(strings.ReplaceAll(veiled(r, n), string(veil), ""), "")
	return noteSignal.MatchString(strings.TrimFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) }))
}
