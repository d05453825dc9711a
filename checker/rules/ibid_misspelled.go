package rules

import (
	"regexp"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// IbidMisspelled finds a misspelt "Ibid.", "Ibidem" or "op. cit.".
var IbidMisspelled = &checker.Rule{ID: "ibid-misspelled", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Ibid. or op. cit. is misspelt",
	Text: "A citation starts with a word that is a letter or two away from “Ibid.” or “op. cit.”, and a page or the end of the note follows. Names and real words " +
		"that look alike (Ibis, Ibi, Item) are left alone.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Idib., 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 14.",
	Basis: "CMOS 17, 14.34",
}, Supersedes: []string{"short-form-unresolved", "hereinafter-undefined", "short-form-ambiguous"}, Run: eachCitation(misspelt)}

// misspellings of the devices, by the right form. They are listed, not
// measured: within two letters of "ibid" and "idem" lie ibis, ibi, iris,
// item, idea and avid.
var misspellings = regexp.MustCompile(`^(?:(?i:see|cf\.?|see also)\s+)?(?:` +
	`((?i:idib|ibd|ibdi|idbi|iibd|ibidd|iibid|ibbid|ibiid|ibib|idid|ibed|ibod|ibud|ibit|ibif|ibis\.d|ibi\.d|lbid|1bid|lbidem|ib id|i bid))` +
	`|((?i:ibdem|ibidm|ibidim|idibem|ibiden|ibedem|ibidiem|ibiddem))` +
	`|((?i:idme|idemn|iddem))` +
	`)(\.?)(?:,? ?$|[,;:]? (?:(?i:pp?|s|ch|chap|vol|no|nos|n|art|sec|para|at|fol)\.? ?)?[0-9§¶]|[,;:]? (?i:p|pp|ch|chap|vol|sec|para|fol)\. )`)

var opCitMisspelt = regexp.MustCompile(`(?:^|[ ,])((?i:op\.? ?cite\.?|op\. ?sit\.?|op\. ?cti\.?|op\. ?ict\.?|opp\. ?cit\.?|opt\. ?cit\.?|pp\. cit\.?|op\.,? cid\.?))(?:,? ?$|,? (?:pp?\. ?)?[0-9])`)

func misspelt(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	note := &r.Article.Notes[ref.Note]
	// The rest of the note says whether a locator follows: the citation itself
	// may have been cut short, the word being unknown.
	if c.Start < 0 || c.Start > c.End || c.End > note.Text.Len() || len(c.Text) > 200 {
		return checker.Finding{}, false
	}
	text := strings.TrimRight(note.Text.String[c.Start:c.End], " .;")
	start, end, right := wrongWord(text, c)
	if right == "" {
		return checker.Finding{}, false
	}
	wrong := text[start:end]
	span := note.Text.Span(c.Start+start, c.Start+end)
	f := checker.At(r.Article, ref, "“%s” in note %s is probably “%s”.", wrong, note.Number, right)
	f.Span = span
	f.Help = "Write “" + right + "”."
	f.Confidence = 0.9
	f.Fixes = []checker.Fix{{
		Description: "Write “" + right + "”", Class: checker.Safe,
		Edits: []checker.Edit{{Span: span, Text: right}},
	}}
	return f, true
}

// wrongWord is the range of a misspelt device in a citation and its right form.
func wrongWord(text string, c *article.Citation) (start, end int, right string) {
	if m := misspellings.FindStringSubmatchIndex(text); m != nil {
		for i, form := range []string{"ibid", "ibidem", "idem"} {
			start, end = m[2+2*i], m[3+2*i]
			if start < 0 {
				continue
			}
			wrong := text[start:end]
			if wrong == strings.ToUpper(wrong) && len(wrong) < 4 {
				return 0, 0, "" // IBD is an initialism
			}
			if wrong[0] == 'i' && c.Start > 0 || wrong[0] == 'i' && start > 0 {
				return start, end, form
			}
			return start, end, strings.ToUpper(form[:1]) + form[1:]
		}
	}
	if m := opCitMisspelt.FindStringSubmatchIndex(text); m != nil {
		start, end = m[2], m[3]
		if !strings.HasSuffix(text[start:end], ".") && end == len(text) {
			return start, end, "op. cit"
		}
		return start, end, "op. cit."
	}
	return 0, 0, ""
}
