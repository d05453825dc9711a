package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// IbidMisspelled finds a misspelt "Ibid.", "Ibidem", "Ebd." or "op. cit.".
var IbidMisspelled = &checker.Rule{ID: "ibid-misspelled", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Ibid. or op. cit. is misspelt",
	Text:  "A citation starts with a word that is nearly “Ibid.”, “Ebd.”, “Idem” or “op. cit.”, but misspelt.",
	Do:    "Correct the spelling.",
	Quiet: "Names and real words that look alike (Ibis, Ibi, Item), and words that neither a page nor the end of the note follows.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Idib., 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 14.",
	Basis: "CMOS 17, 14.34",
}, Supersedes: []string{"short-form-unresolved", "hereinafter-undefined", "short-form-ambiguous"}, Run: eachCitation(misspelt)}

// misspellings of the devices, by the right form. Those two letters away are
// listed, not measured: there lie ibis, ibi, iris, item, idea and avid. One
// letter away any word will do that starts with an i, or does not (lbid), but
// for words and names there are.
var misspellings = pattern.New(`^(?:(?i:see|cf\.?|see also|vgl\.?|so|siehe|s\.)\s+)?(?:` +
	`((?i:idib|ibd|ibdi|idbi|iibd|ibis\.d|ibi\.d|ib id|i bid|` + near("ibid") + `|ibdí|iíbd|ibíid|ibiíd|íbd|ibdíd))` +
	`|((?i:idibem|ibidum|` + near("ibidem") + `))` +
	`|((?i:idme|idemn|iddem|idemm|iden|ídme|ídenm|ídemm|íden))` +
	`|((?i:edb|ebdd|ebbd|ebdb|ebed|ebds|ehd|ebnd|ebn|eb|ebs|eebd|eb d))` +
	`|((?i:` + near("ebenda") + `))` +
	`)(\.?)(?:,? ?$|[,;:]? (?:(?i:pp?|ss?|ch|chap|vol|no|nos|n|arts?|secs?|paras?|at|fols?|qq?|cols?|ll?|lines?|bl|sp|rn|rz|rdnr|nr|box)\.? ?|\[)?[0-9§¶]|[,;:]? (?i:p|pp|ch|chap|vol|sec|para|fol)\. |[,;:]? [IVXLCivxlc]+[,.:]? ?(?i:pp?\. ?)?[0-9])`)

// noWord matches an Ibid. with two letters changed or one doubled, which is no word
// nor name whatever follows: “Idib., letter of June 2”.
var noWord = pattern.New(`^((?i:idib|ibdi|idbi|ibbid|ibiid|ibidd|iibid|ibib))[.,]`)

// near is a pattern for the words that are one letter away from another: one
// too many, one missing, one wrong, or two that changed places. The first letter
// is only ever doubled or misread.
func near(word string) string {
	seen := map[string]bool{word: true, "ibis": true, "ibids": true, "ibidi": true, "ebendas": true}
	var forms []string
	add := func(form string) {
		if !seen[form] && len(form) >= 3 {
			seen[form] = true
			forms = append(forms, form)
		}
	}
	const letters = "abcdefghijklmnopqrstuvwxyz"
	for i := range word {
		add(word[:i] + word[i:i+1] + word[i:])
		if i == 0 {
			add("l" + word[1:])
			add("1" + word[1:])
			continue
		}
		if i+1 < len(word) {
			add(word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:])
		}
		if word[:i]+word[i+1:] != "ibi" { // a name
			add(word[:i] + word[i+1:])
		}
		for _, r := range letters {
			add(word[:i] + string(r) + word[i+1:])
			add(word[:i] + string(r) + word[i:])
		}
	}
	slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) }) // the longest first
	return strings.Join(forms, "|")
}

var opCitMisspelt = pattern.New(`(?:^|[ ,])((?i:op\.? ?cite\.?|op\. ?sit\.?|op\. ?cti\.?|op\. ?ict\.?|opp\. ?cit\.?|opt\. ?cit\.?|pp\. cit\.?|op\.,? cid\.?|o[pb]\.? ?(?:ct|cti|ict|tic|citt|ciit|ccit|cir|cif|sit)\.?|(?:po|oop|ip|0p)\. ?cit\.?|art\. ?(?:ct|cti|ict|tic|citt|ciit|ccit|sit)\.|(?:ar|atr|artt|arrt|rat)\. cit\.|loc\. ?(?:ct|cti|ict|citt|ccit)\.|(?:lco|lo)\. cit\.))(?:,? ?$|,? (?:(?:at|n\.|nn\.|notes?|nota|supra|Anm\.|Fn\.)\s)?(?:pp?\. ?|S\. ?|págs?\. ?)?[0-9])`)

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
	m := misspellings.FindStringSubmatchIndex(text)
	if m == nil {
		m = noWord.FindStringSubmatchIndex(text) // the word alone tells
	}
	if m == nil && c.Kind == article.Ibid {
		m = misspellings.FindStringSubmatchIndex(strings.TrimRight(c.Back.Word, " .,")) // the reader has told
	}
	if known := c.Kind == article.Short && c.Target != nil; m != nil && !known {
		for i, form := range []string{"ibid", "ibidem", "idem", "ebd", "ebenda"} {
			if 3+2*i >= len(m) {
				break
			}
			start, end = m[2+2*i], m[3+2*i]
			if start < 0 {
				continue
			}
			wrong := text[start:end]
			lower := wrong[0] == form[0]
			if wrong == strings.ToUpper(wrong) && len(wrong) < 4 {
				return 0, 0, "" // IBD is an initialism
			}
			if lower && c.Start > 0 || lower && start > 0 {
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
