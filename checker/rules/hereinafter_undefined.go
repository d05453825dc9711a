package rules

import (
	"slices"
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// HereinafterUndefined finds an abbreviation of a source that is explained nowhere.
var HereinafterUndefined = &checker.Rule{ID: "hereinafter-undefined", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Abbreviation of a source is explained nowhere",
	Text:  "A note cites a source by an abbreviation in capitals, and nothing in the article says what it stands for.",
	Do:    "Write the name out at its first mention, with the abbreviation in brackets behind it.",
	Quiet: "Abbreviations that everybody in a field knows (PL, OED, BBC, UN), those of law reports, and those that a list in the article explains.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: TTS, 44.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Tide Table Society (TTS), *Yearbook* (Harbor: Pier Press, 2009), 12.\n[^2]: TTS, *Yearbook*, 44.",
	Basis: "CMOS 17, 14.59–14.60",
}, Supersedes: []string{"short-form-unresolved"}, Run: run(undefined)}

func undefined(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	index := map[string]int{}
	for ref, c := range a.Citations() {
		// Without names about, an article's short forms may have been taken for full ones.
		full := c.Kind == article.Full && c.Item.Issued == nil && len(c.URLs) == 0 && c.Locator != nil
		if c.Kind != article.Short && !full || c.Target != nil {
			continue
		}
		short := abbreviation(c)
		if completeAsItStands(c) && (short == "" || !boxed.MatchString(c.Text)) {
			continue
		}
		if short == "" || wellKnown(short) || volume.MatchString(strings.ToLower(short)) {
			continue
		}
		if i, ok := index[short]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			continue
		}
		if explained(r, short) {
			continue
		}
		index[short] = len(found)
		f := checker.At(a, ref, "Note %s cites “%s”, and nothing says what it stands for.", a.Notes[ref.Note].Number, short)
		if span, ok := within(a, ref, c, short); ok {
			f.Span = span
		}
		f.Help = "Write it out at its first mention, with the abbreviation in parentheses."
		f.Confidence = 0.8
		f.Evidence = evidence("citation", ellipsis(c.Text))
		found = append(found, f)
	}
	return found
}

// boxed matches a box of an archive: of which one, the reader has to be told.
var boxed = pattern.New(`^\p{Lu}+, (?:box|folder|reel) \d`)

var abbreviated = pattern.New(`^((?:\p{Lu}[\p{Lu}&.]{1,7}))(?:,? |,|\.?$)(?:(?:pp?|vol|no|ch|fol|col)\. ?|box |folder |reel )?[\d:,–. -]*$`)

// abbreviation is the capitals that a short form consists of but for its page, or "".
func abbreviation(c *article.Citation) string {
	m := abbreviated.FindStringSubmatch(strings.TrimSpace(strings.TrimPrefix(c.Text, c.Signal)))
	if m == nil {
		return ""
	}
	return strings.TrimRight(m[1], ".")
}

// wellKnown says whether everybody in a field knows an abbreviation. The list
// is of reference works, reports of law, agencies and newspapers.
func wellKnown(short string) bool {
	known := strings.Fields(`AAS ACW ADB AE AHR ANB ANF ANRW AP AV BBC BGH BL BMJ BVerfG CAH CCSL CCCM CFR CIA CIL CIS CNN CSEL CSPD DK DNB EB ECHR EEC EI EU
		AGI AGN AHN BNF BNE GARF LAC LBJ LMA NARA NAI NLI NLS NRS PRO PRONI RGASPI RGIA SHD
		EuGH FAO FAZ FBI FDA FGH FIRA FRUS GCS HMSO HMC IAEA ICJ IG ILO ILS IMF JSTOR JTS KJV LCL LSJ LXX MEW MGH MGG NASA NATO NB NDB NIV NPNF NRSV NYT NZZ OCD ODNB
		OECD OED OJ OLD PG PL PLRE PW RAC RE RG RGG RIB RSV SEG SC SVF TLG TLL TLS TNA TRE SBN ISBN ISSN EAN OCLC LCCN UN UNESCO UNHCR UNICEF USA USC VOA VD AC AIR ALR BAGE BB BFHE BGHZ BSGE CLR CMLR DB DLR ECR EHRR ER EWCA EWHC FLR
		GRUR ILR IR JW JZ KB LR MDR NICA NJW NZLR OGHZ QB RGZ RIW SCC SCR SLT TLR UKHL UKPC UKSC WLR WM ZIP WA WHO WP WSJ WTO`)
	return slices.Contains(known, short) || strings.Contains(short, ".")
}

// explained says whether the text or a note gives the abbreviation in
// parentheses or brackets, after "=", or before a colon in a list.
func explained(r *checker.Report, short string) bool {
	forms := []string{"(" + short + ")", "[" + short + "]", "“" + short + "”", short + " =", short + ": ", "(hereafter " + short, "hereinafter " + short, short + " (", short + " – ", short + " — "}
	has := func(text string) bool {
		return strings.Contains(text, short) && slices.ContainsFunc(forms, func(form string) bool { return strings.Contains(text, form) })
	}
	where := inCapitals(r)
	if where.tags[short] {
		return true
	}
	body := r.Article.Body
	return slices.ContainsFunc(where.near(short), func(i int) bool {
		if i >= len(body) {
			return has(r.Article.Notes[i-len(body)].Text.String)
		}
		text := body[i].Text.String
		return has(text) || text == short || strings.HasPrefix(text, short+" ") // a cell, or an entry of a list
	})
}

// capitals finds the paragraphs of the body and the notes, numbered in this order,
// by the capitals that stand in them side by side.
type capitals struct {
	all    []int
	byPair map[[2]rune][]int
	tags   map[string]bool // the names that citations define
}

// inCapitals are those of a report.
var inCapitals = checker.Share(func(r *checker.Report) *capitals {
	c := &capitals{byPair: map[[2]rune][]int{}, tags: map[string]bool{}}
	for i := range r.Article.Body {
		c.add(r.Article.Body[i].Text.String)
	}
	for i := range r.Article.Notes {
		c.add(r.Article.Notes[i].Text.String)
		for k := range r.Article.Notes[i].Citations {
			for _, tag := range r.Article.Notes[i].Citations[k].Tags {
				c.tags[tag] = true
			}
		}
	}
	return c
})

func (c *capitals) add(text string) {
	n := len(c.all)
	c.all = append(c.all, n)
	prev := rune(0)
	for _, r := range text {
		if !unicode.IsUpper(r) && r != '&' {
			r = 0
		}
		if prev != 0 && r != 0 {
			pair := [2]rune{prev, r}
			if list := c.byPair[pair]; len(list) == 0 || list[len(list)-1] != n {
				c.byPair[pair] = append(list, n)
			}
		}
		prev = r
	}
}

// near are the texts in which an abbreviation may stand: those that have the rarest
// of its pairs of capitals.
func (c *capitals) near(short string) []int {
	best, prev := c.all, rune(0)
	for _, r := range short {
		if prev != 0 {
			if list := c.byPair[[2]rune{prev, r}]; len(list) < len(best) {
				best = list
			}
		}
		prev = r
	}
	return best
}
