package rules

import (
	"regexp"
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
)

// MissingElement finds a full citation in which something is missing for certain.
var MissingElement = &checker.Rule{ID: "missing-element", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Citation lacks what readers need to find the source",
	Text: "Three gaps are certain enough to name: a book with place and publisher but no year; an article with volume, year and pages but no journal; and an address alone, without author, " +
		"title or site. An article whose notes are mostly addresses alone has that as its style, and gets one remark. Manuscripts, old prints, law, scripture and the like are left alone.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press), 12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "CMOS 17, 14.100, 14.168 and 14.207; MLA's core elements; ISO 690",
}, Run: run(missingElements)}

var (
	imprint = regexp.MustCompile(`\(((?:\p{Lu}[\p{L}.’' ]{2,30}(?:, \p{Lu}[\p{L}.]{1,20})?): ([^():;\d]{3,60}))\)(?:,\s(?:pp?\.\s?)?\d|,?\s?$|\.)`)
	// publisherWord tells a publisher from other words after a colon.
	publisherWord = regexp.MustCompile(`\b(?:Press|Books|Verlag|Publish\p{L}*|University|Éditions?|Editions?|Editorial|Editora|Presses|Sons|Universitätsverlag)\b|\b(?:Routledge|Macmillan|Penguin|Springer|Brill|Elsevier|Wiley|Suhrkamp|Gallimard)\b`)
	undated       = regexp.MustCompile(`(?i)forthcoming|in press|n\.\s?d\.|s\.\s?a\.|s\.\s?d\.|o\.\s?J\.|undated|no date|to appear|im Erscheinen|à paraître|en prensa`)
	noJournal     = regexp.MustCompile(`,?[”"’],?\s(?:vol\.\s)?\d{1,3}(?:, no\. \d{1,3}|\(\d{1,3}\))?\s\((?:\p{L}+\s)?(?:19|20)\d\d\): \d+`)
	noteSignal    = regexp.MustCompile(`(?i)^(?:see|see also|cf\.?|e\.g\.,?|at|from|available (?:at|from|online)(?: at)?|online|source|sources?|url|link|via|siehe|vgl\.?|voir|véase|quelle|verfügbar unter|access(?:ed)?|retrieved from|[\s:,.;<>()\[\]–—-])*$`)
)

func missingElements(r *checker.Report) []checker.Finding {
	found := eachWorded(func(r *checker.Report, ref article.Ref, c *article.Citation, _ string) (checker.Finding, bool) {
		if c.Kind != article.Full {
			return checker.Finding{}, false
		}
		lacks, help, at, end := gap(c.Text)
		if lacks == "" {
			return checker.Finding{}, false
		}
		f := checker.At(r.Article, ref, "The citation in note %s has no %s.", r.Article.Notes[ref.Note].Number, lacks)
		f.Span = inCitation(r.Article, ref, at, end)
		f.Help, f.Confidence = help, 0.9
		f.Evidence = evidence("where it belongs", c.Text[at:end])
		return f, true
	})(r)
	return append(found, bareAddresses(r)...)
}

// gap says what a citation lacks, what to do, and where in it that belongs.
func gap(text string) (lacks, help string, from, to int) {
	if m := imprint.FindStringSubmatchIndex(text); m != nil && publisherWord.MatchString(text[m[4]:m[5]]) && !anyYear.MatchString(text) && !undated.MatchString(text) {
		return "year", "Add the year behind the publisher.", m[2], m[3]
	}
	if m := noJournal.FindStringIndex(text); m != nil {
		return "journal", "Add the journal before the volume.", m[0], m[1]
	}
	return "", "", 0, 0
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
		if note.Embedded || note.Segments != nil || !onlyAddress(note) {
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

// onlyAddress says whether a note shows an address and nothing that names it.
func onlyAddress(note *article.Note) bool {
	for i := range note.URLs {
		u := &note.URLs[i]
		if u.Form == article.Href && u.Visible == "" || u.Form == article.DOI || u.Relative {
			return false // the words of the link name it
		}
		if p := parsed(u.Address); p == nil || p.Scheme != "http" && p.Scheme != "https" || onHost(hostOf(p), "doi.org") {
			return false
		}
	}
	rest := strings.ReplaceAll(veiled(note), string(veil), "")
	return noteSignal.MatchString(strings.TrimFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) }))
}
