package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// ShortFormUnresolved finds a short form whose full citation is nowhere.
var ShortFormUnresolved = &checker.Rule{ID: "short-form-unresolved", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Short form without a full citation",
	Text: "A note names a work in short, by author or title, as if it had been cited in full before. It has not been, neither before nor after, so the reader cannot find it. " +
		"Perhaps the note with the full citation was deleted, or the name is misspelt.",
	Do: "Cite the work in full here, or correct the name or title.",
	Quiet: "What is complete as it stands: scripture, classics, statutes, cases by their reports, entries of dictionaries, interviews, newspapers with their day; and works that " +
		"a bibliography or the text itself names.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Penhallow, *Kelp Kings*, 9.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 9.",
	Basis: "CMOS 17, 14.29–14.31; Turabian 16.4",
}, Supersedes: []string{"short-title-mismatch"}, Run: run(unresolvedShorts)}

func unresolvedShorts(r *checker.Report) []checker.Finding {
	a := r.Article
	cited, labels := mentionsIn(r), labelsOf(r)
	var found []checker.Finding
	index := map[string]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target != nil || !namesWork(c) || completeAsItStands(c) || abbreviation(c) != "" || labels.missing(c) != "" || inNamedNote(r, ref, c) || knownWithin(cited, ref.Note, c) || inBody(r, &c.Item) || cited.hasWork(ref.Note, &c.Item) {
			continue
		}
		key := folded(authors(&c.Item) + " " + c.Item.Title)
		if i, ok := index[key]; ok && key != "" {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			continue
		}
		index[key] = len(found)
		f := checker.At(a, ref, "Note %s cites “%s” in short, and no note cites it in full.", a.Notes[ref.Note].Number, ellipsis(c.Text))
		f.Help = "Cite the work in full at its first mention, or correct the name or title if it is one that is cited."
		f.Confidence = 0.85
		if c.Unresolved != "" {
			f.Evidence = evidence("why", c.Unresolved)
		}
		found = append(found, f)
	}
	return found
}

// inNamedNote says whether the note to which a short form leads by its number has the
// name right before that number, whatever words lead up to it: “The proposal builds on
// Summers, supra note 26”.
func inNamedNote(r *checker.Report, ref article.Ref, c *article.Citation) bool {
	m, n := beforeNumber.FindStringSubmatch(c.Text), namedNote(r, ref, c)
	return m != nil && n >= 0 && strings.Contains(foldedNote(r, n), " "+folded(m[1])+" ")
}

// knownWithin says whether a surname and the title behind it in a short form are those of
// a work that another note has, whatever words lead up to them: “So auch, in anderem
// Zusammenhang, Koschorke, Körperströme, S. 203”.
func knownWithin(cited mentions, note int, c *article.Citation) bool {
	parts := strings.Split(c.Text, ", ")
	for i := 1; i+1 < len(parts); i++ {
		first, _ := utf8.DecodeRuneInString(parts[i])
		if strings.Contains(parts[i], " ") || !unicode.IsUpper(first) {
			continue
		}
		item := article.Item{Author: []article.Name{{Family: parts[i]}}, Title: strings.Trim(parts[i+1], "“”„«»\"* ")}
		if len(item.Title) > len(parts[i]) && cited.hasWork(note, &item) {
			return true
		}
	}
	return false
}

// nameAlone matches a name with its given name last.
var nameAlone = pattern.New(`^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.]+$`)

// namesWork says whether a short form names a work, and not half a name or a
// sentence: it has a title or a page, and few words.
func namesWork(c *article.Citation) bool {
	const most = 16 // words; a longer one is prose or a citation of another form
	if c.Locator == nil && nameAlone.MatchString(c.Text) {
		return false
	}
	if len(c.Item.Author) == 0 && !strings.Contains(c.Item.Title, " ") && !strings.ContainsAny(c.Text, "“”„«»‘’\"") {
		return false // one word and a number: an act, a part, a sign
	}
	if c.Back.Device == article.OpCit && len(c.Item.Author) == 0 && smallWords(c.Text) > 4 {
		return false // a sentence about it
	}
	if r, _ := utf8.DecodeRuneInString(c.Item.Title); unicode.IsLower(r) && c.Locator == nil && strings.ContainsAny(c.Text, "“\"‘«„") {
		return false // somebody's words: Cotton, “letters of ceremony”
	}
	return (c.Item.Title != "" || c.Locator != nil || (c.Back.Device == article.OpCit || len(c.Back.Notes) > 0) && len(c.Item.Author) > 0) && len(strings.Fields(c.Text)) <= most
}

// smallWords counts the words that start with a small letter.
func smallWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
			n++
		}
	}
	return n
}

// complete matches what needs no fuller citation: entries, interviews,
// classics and scripture by book and verse, statutes by section, letters.
var complete = pattern.New(`\bs\.v+\.|(?i:\binterview|\bconversation with|\bpersonal communication|\be-?mail (?:to|from)|\bletter (?:to|from)|\bentretien|\bin discussion with)|` +
	`\b(?:[1-3] )?\p{Lu}[\p{L}’']+\.? \d{1,3}[:.]\d{1,3}(?:[–-]\d+)?\b|[§¶]|\bAct(?:,| of)? \d{4}|\b[Aa]rt(?:icle|\.) \d|\bU\.S\.C\.|\bC\.F\.R\.|\b\d+ U\.S\. \d+| v\.? \p{Lu}|https?://|` +
	// Gazettes and papers of parliaments; a volume of a journal by its year.
	`\bBGBl\b|\bRGBl\b|\bABl\.|\b(?:BT|BR)-Dr(?:s|ucks)\.|\bOJ [LC] ?\d|\bCO(?:M|D) ?\(\d|\bC(?:m|md|mnd)\.? \d|\b\d+ Stat\. \d|\b(?:1[6-9]|20)\d\d; ?\d|` +
	// Files of archives and libraries, pieces of a collection.
	`^(?i:items?|nos?\.|doc(?:ument)?s?\.?|entry|entries|fig(?:ure)?s?\.?|tables?|maps?|plates?|letters?|files?) ?\d|` +
	`\b(?i:\p{L}*ar[cq][hu]i[vf](?:o|io|es?|s|um)?|record office|papers|collections?|biblioth?[eè](?:ca|que|k)|library|nachlass|bestand|fonds|fondo|legajo|caixa|box \d|folder \d|fol\. ?\d|mss?\. ?\p{L}*\.? ?\d)\b|` +
	// The parts of Roman and canon law, by book and title.
	`^(?:Dig(?:est[oae]?|esta|esten|\.)|Cod(?:ex|\.)(?: [IJ]ust\p{L}*\.?)?|Codice|Código|Inst(?:itut\p{L}*|\.)|Nov(?:ellae?|ellen|\.)|(?:Siete )?Partidas?|Decretum|Liber Extra),? [\dIVXLC]+[,.]|` +
	// A law report by its year, a classic by the pages of the first edition, scripture by roman chapters.
	`\[?\b\d{4}\] (?:\d+ )?\p{Lu}|[\p{L},] \d{1,4}[a-e]\d{0,2}\b|\b(?:bks?\.|[Bb]ook|lib\.|liv\.|canto|Canto) ?[\dIVXLCivxlc]+\b|` +
	`\b(?:Ps(?:alms?|s?\.)?|Gen(?:esis|\.)|Ex(?:odus|od\.)|Lev(?:iticus|\.)|Deut(?:eronomy|\.)|Isa(?:iah|\.)|Jer(?:emiah|\.)|Ezek(?:iel|\.)|Matt(?:hew|\.)|Mark|Luke|John|Acts|Rom(?:ans|\.)|` +
	`Cor(?:inthians|\.)|Rev(?:elation|\.)|Sura|Qur[’']?an|Koran) [IVXLC]+\b|\b(?i:retrieved|accessed|archived)\b|\bdoi:`)

// completeAsItStands says whether a citation that looks short is a whole one.
func completeAsItStands(c *article.Citation) bool {
	if complete.MatchString(c.Text) || undated.MatchString(c.Text) || len(c.URLs) > 0 || c.Item.DOI != "" || c.Back.Device == article.IdemDevice {
		return true
	}
	d := c.Item.Issued
	// A newspaper or a speech by its day.
	return d != nil && len(d.Parts) > 0 && len(d.Parts[0]) == 3
}

// inBody says whether a paragraph of the body holds the work's title, and the
// author's name where the short form gives one: a bibliography or list of further
// reading, or a sentence that introduces the work.
func inBody(r *checker.Report, item *article.Item) bool {
	title := folded(mainTitle(item.Title))
	name := ""
	if len(item.Author) > 0 {
		name = folded(surname(item.Author[0]))
	}
	if title == "" && name == "" {
		return false
	}
	return slices.ContainsFunc(bodyPhrases(r).near(title+" "+name), func(p string) bool {
		switch {
		case title == "":
			// By name alone: only an entry of a bibliography starts with it.
			return strings.HasPrefix(p, " "+name+" ")
		case name == "":
			return strings.Contains(title, " ") && strings.Contains(p, " "+title+" ")
		}
		return strings.Contains(p, " "+title+" ") && strings.Contains(p, " "+name+" ")
	})
}
