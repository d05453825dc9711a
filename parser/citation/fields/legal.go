package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// party is one side of a case: words with capitals, and what joins them.
const party = `\p{Lu}[\p{L}\d.'’&/-]*(?:,?\s(?:\p{Lu}[\p{L}\d.'’&/-]*|of|the|and|for|de|la|ex rel\.|d/b/a|&|\((?:on the application of\s)?(?:the\s)?\p{Lu}[^()\d]{0,60}\)))*?`

// caseTitle is the name of a case, and what shows behind it that it is one: the
// end of the reference, or a bracket, a number or a law report.
var caseTitle = pattern.New(`^((?:(?:In re|In the Matter of|Ex parte|Re)\s` + party + `|(` + party + `)\s(?:v\.?|\./\.)\s(?:the\s)?` + party + `)(?:,?\s[Ee]x p(?:arte|\.)?\s` + party + `)?)(\s?[,.;]?\s?(?:$|\[|\(|\d|No\.|EU:|ECLI|HC |HL |CA |UKSC)|;|,\s(?:App|Case|Nos?|Judgment|Urt|Slg|judgment)\b)`)

// caseAt is the length of the name of a case at the start of s, or 0. "A. v.
// Ihrlich, Pfannen" is a person.
func caseAt(s string) int {
	head := s[:min(len(s), 240)]
	if !strings.Contains(head, " v ") && !strings.Contains(head, " v. ") && !strings.Contains(head, " ./. ") && !strings.HasPrefix(head, "In ") && !strings.HasPrefix(head, "Ex ") && !strings.HasPrefix(head, "Re ") {
		return 0
	}
	m := caseTitle.FindStringSubmatchIndex(head)
	if m == nil {
		return 0
	}
	if m[4] >= 0 && m[7]-m[6] > 0 {
		side, behind := head[m[4]:m[5]], strings.Trim(head[m[6]:m[7]], " ,.;")
		if behind == "" && (isInitial(side) || !strings.Contains(side, " ") && knownGiven(side)) {
			return 0
		}
	}
	if at := strings.Index(head[:m[3]], ", Case No"); at > 0 {
		return at
	}
	if editedBy.MatchString(head[:m[3]]) {
		return 0
	}
	return m[3] + len(strings.TrimRight(aboutCase.FindString(head[m[3]:]), " [(0123456789"))
}

// aboutCase is what a bracket says in the name of a case, whose report comes behind
// it: " (Education: Religious Upbringing) [2012]".
var aboutCase = pattern.New(`^\s\(\p{Lu}[^()\d]{2,60}\)\s(?:\[|\()\d{4}`)

// editedBy is "edited by" in German, whose last word looks like "versus".
var editedBy = pattern.New(`(?:^|\s)(?:[Hh]rsg|[Hh]g|[Hh]erausg|[Hh]gg|[Üü]bers|bearb)\.\sv\.\s`)

// Case says whether a text begins with the name of a case and where it is reported.
func Case(s string) bool {
	n := caseAt(s)
	return n > 0 && reportBehind.MatchString(s[n:])
}

// reportBehind is what comes behind the name of a case: a year in brackets, a
// volume, an application's number.
var reportBehind = pattern.New(`^,?\s(?:\[\d{4}\]|\(\d{4}\)\s\d|\d{1,4}\s\p{Lu}|[Aa]pp|[Nn]os?\.\s\d)`)

// caseLaw adds the name of a case that begins at i; its length, or 0.
func (c *cutter) caseLaw(i int) int {
	if k := len(c.pieces); c.start >= 0 || c.depth > 0 || c.gap == ':' && k > 1 && c.pieces[k-1].kind == words {
		return 0 // or the subtitle of a work on it
	}
	n := caseAt(c.Text[i:])
	if n == 0 {
		return 0
	}
	if len(c.atoms) > 0 && c.atoms[0].Start < i+n {
		return 0
	}
	if court, parties, ok := strings.Cut(c.Text[i:i+n], ", "); ok && i == 0 && courtName.MatchString(court) && caseAt(parties) > 0 {
		return 0 // European Court of Human Rights, Salter v. Brineland
	}
	c.add(piece{Span: Span{i, i + n}, kind: words})
	p := &c.pieces[len(c.pieces)-1]
	p.features = features{count: p.count, capital: p.capital, small: p.small, caseName: true}
	return n
}

// courtName is an English name of a court.
var courtName = pattern.New(`^(?:\p{Lu}\p{L}+\s){0,4}(?:Court|Tribunal)(?:\s(?:of|for|on)\s[\p{L}\s]+)?$`)

// filing is a paper that a party or a court files, before the name of the case.
var filing = pattern.New(`^(?:(?:Amended|Reply|Joint|First|Second|Class Action|Final|Plaintiffs?[’']s?|Defendants?[’']s?|Respondents?[’']s?|Petitioners?[’']s?|Appellants?[’']s?|Appellees?[’']s?|Supplemental|Memorandum and)\s)*(?:Petition|Brief|Complaint|Motion|Memorandum of Law|Memorandum|Transcript|Declaration|Affidavit|Answer|Order|Opinion|Indictment|Appendix|Consent Decree|Verdict|Judgment|Stipulation)\b[^;()“”]{0,160}?(?:\sat\s\d[\d–-]*)?,\s`)

// filed adds such a paper that the reference begins with, and the name of the case
// behind it, which is no field; their length, or 0.
func (c *cutter) filed(i int) int {
	if c.start >= 0 || len(c.pieces) > 0 {
		return 0
	}
	m := filing.FindString(c.Text[i:min(len(c.Text), i+260)])
	if m == "" {
		return 0
	}
	at := i + len(m)
	n := caseAt(c.Text[at:])
	if n == 0 || len(c.atoms) > 0 && c.atoms[0].Start < at {
		return 0
	}
	title := strings.TrimRight(m, ", ")
	page := pageFiled.FindString(title)
	c.add(piece{Span: Span{i, i + len(title) - len(page)}, kind: words})
	c.pieces[0].features = features{count: 3, capital: 3, caseName: true}
	if page != "" {
		end := i + len(title)
		c.add(piece{Span: Span{end - len(page) + 1, end}, kind: number, counts: locator})
	}
	if len(c.atoms) > 0 && c.atoms[0].Start < at+n {
		n = max(n, c.atoms[0].End-at)
		c.atoms = c.atoms[1:]
	}
	c.gap = ','
	c.add(piece{Span: Span{at, at + n}, kind: number, counts: rest})
	return len(m) + n
}

// pageFiled is the page of such a paper.
var pageFiled = pattern.New(`\sat\s\d[\d–-]*$`)

// heard is a hearing of a committee of the American congress.
var heard = pattern.New(`^((?:[^;()“”]{3,200}?:\s)?(?:Oversight\s)?Hearings?\s(?:on\s[^;()]{3,200}?\s)?[Bb]efore\s[^;()]{3,240}?),\s(\d{1,3}(?:st|d|nd|rd|th)\sCong\.)`)

// heardAt adds such a hearing that the reference begins with; its length, or 0.
func (c *cutter) heardAt(i int) int {
	if c.start >= 0 || len(c.pieces) > 0 {
		return 0
	}
	m := heard.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+600)])
	if m == nil || len(c.atoms) > 0 && c.atoms[0].Start < i+m[1] {
		return 0
	}
	c.add(piece{Span: Span{i, i + m[3]}, kind: words})
	c.pieces[0].features = features{count: 3, capital: 3, caseName: true}
	c.gap = ','
	c.add(piece{Span: Span{i + m[4], i + m[5]}, kind: number, counts: rest})
	return m[1]
}

// congressOf is the number of an American congress, which counts no volumes: "111th Cong.".
var congressOf = pattern.New(`^\d{1,3}(?:st|d|nd|rd|th)\sCong\.`)

// publicDomain is a case by its year, state and number: "2014-Ohio-1209".
var publicDomain = pattern.New(`^(\d{4})[\s-](Ohio|[A-Z]{2}(?:\sApp)?|[A-Z][a-z]+\.?(?:\sApp)?)[\s-](\d{1,5})\b`)

// numberedCase adds such a number behind the name of a case; its length, or 0.
func (c *cutter) numberedCase(i int) int {
	k := len(c.pieces)
	if c.start >= 0 || k == 0 || !c.pieces[k-1].caseName && c.pieces[k-1].kind != italic || c.gap != ',' {
		return 0
	}
	m := publicDomain.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+40)])
	if m == nil {
		return 0
	}
	d, n := dateAt(c.Text[:i+m[3]], i)
	if n != m[3] {
		return 0
	}
	c.add(piece{Span: Span{i, i + m[3]}, kind: date, issued: d})
	c.add(piece{Span: Span{i + m[4], i + m[5]}, kind: words})
	c.pieces[k+1].first |= reporterWord
	c.add(piece{Span: Span{i + m[6], i + m[7]}, kind: number, counts: page})
	return m[1]
}

// code is the number of a title and the code that it belongs to: "40 U.S.C. §".
var code = pattern.New(`^\d{1,3}\s(?:\p{Lu}\.\s?){2,4}(?:App\.\s)?(?:§|pt\.|[Pp]art|art\.)`)

// codeAt says whether the number at the start of s is that of a title of a code.
func codeAt(s string) bool { return code.MatchString(s[:min(len(s), 40)]) }

// report is the number of a paper that a parliament, an office or a court
// gives: "Cm. 5666", "HC 279", "Law Com. no. 284", "KOM (2003) 123 endg.",
// "GAO-08-925", "EU:C:2014:317".
var report = pattern.New(`^(?:(?:Technical |Research |Special )?(?:Report|Rept\.|Bericht|Rapport|Informe)\s(?:No\.?|Nr\.?|n°|núm\.)\s?[\p{L}\d/–-]*\d|(?:Cm|Cmd|Cmnd|Cd)\.?\s?\d{1,4}\b|H\.?\s?[CL]\.?\s(?:Paper\s)?\d{1,4}(?:-[IVX]+)?\b|Law Com\.?\s(?:[Nn]o\.?\s)?\d+|(?:KOM|COM|SEC|SWD|JOIN)\s?\(\d{2,4}\)\s?\d+(?:\s(?:endg|final)\b\.?)?|(?:KOM|COM|SEC)/\d{4}/\d+(?:\s(?:endg|final)\b\.?)?|\p{Lu}{2,5}\s\d{5,8}\b|GAO[-/][\p{Lu}\d/–-]*\d|(?:ECLI:)?EU:[CTF]:\d{4}:\d+|ECLI:[\p{Lu}\d:.]+|(?:BT|BR)-(?:Drs|Drucks)\.? \d+/\d+|A/RES/\d+/\d+|(?:Nr|[Nn]o)\.?\s\d{3,6}/\d{2}\b|Pub\. ?L\. (?:No\. )?\d+[–-]\d+|\p{Lu}{3} \d{2}/\d{2,4}/\d{4}|(?:[Aa]ppl?\.|[Aa]pplication|Beschwerde) (?:[Nn]os?|Nr)\.? \d+/\d+)`)

// reportAt is the length of such a number at the start of s, or 0.
func reportAt(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("aAn", r) && !unicode.IsUpper(r) {
		return 0
	}
	return len(report.FindString(s[:min(len(s), 48)]))
}

// Reporter says whether a text begins with an official collection of a court's
// decisions and a volume of it: "BVerfGE 7, 198".
func Reporter(s string) bool {
	word, rest, ok := strings.Cut(s, " ")
	return ok && tables().words[strings.ToLower(word)]&reporterWord != 0 && rest != "" && digit(rest[0])
}

// numberedYear is the year in the number of a paper: "COM(2019) 640".
var numberedYear = pattern.New(`^(?:KOM|COM|SEC|SWD|JOIN)\s?[(/](\d{4})[)/]|^(?:ECLI:)?EU:[CTF]:(\d{4}):`)

// numbered takes the year from the number of a paper where nothing else tells it.
func (b *builder) numbered() {
	if b.r.Item.Issued != nil {
		return
	}
	for _, p := range b.pieces {
		if p.kind != number || p.counts != rest {
			continue
		}
		if m := numberedYear.FindStringSubmatch(b.text(p.Span)); m != nil {
			y, _ := integer(m[1] + m[2])
			b.r.Item.Issued = &article.Date{Parts: [][]int{{y}}}
			b.set("issued", p.Span, 0.9)
			return
		}
	}
}

// section is the number of a section of a regulation: "36.602-1(a)".
var section = pattern.New(`^\d+\.\d+(?:[.–-]\d+)*(?:\([a-z\d]{1,3}\))*`)

// volumeOfAuthor is a volume before the author, as law reviews have it.
var volumeOfAuthor = pattern.New(`^\d{1,2}\s(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)(?:\s(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)){1,3}(?:,| & | et al\.)`)

// volumeBeforeAuthor says whether a text begins with a volume and the name of a
// person: "1 MANUEL CASTEL, THE RISE OF SALT".
func volumeBeforeAuthor(s string) bool {
	m := volumeOfAuthor.FindString(s)
	_, name, _ := strings.Cut(m, " ")
	return m != "" && (knownGiven(name) || strings.Contains(name, ". ") || strings.ToUpper(name) == name)
}

// titleInCapitals is a title in capitals, the page and the year, behind a volume.
var titleInCapitals = pattern.New(`^\s\p{Lu}{2,}[\p{Lu}\s:,’'&-]*\s\p{Lu}[\p{Lu}\s:,’'&-]{2,}\s(?:[§\d–-]+,?\s){0,3}\((?:[^()]*\s)?(?:1[89]|20)\d\d\)`)

// volumeBehindAuthor says whether the number of n bytes at offset i is the volume of
// a work by the author before it: "MANUEL CASTEL, 1 THE RISE OF SALT 19 (1991)".
func (c *cutter) volumeBehindAuthor(i, n int) bool {
	k := len(c.pieces)
	if k == 0 || k > 4 || c.gap != ',' || c.depth > 0 || n > 2 || !titleInCapitals.MatchString(c.Text[i+n:]) {
		return false
	}
	for _, p := range c.pieces {
		if p.kind != words || p.name == noName || p.name == body {
			return false
		}
	}
	return true
}

// Court says whether a text begins with the name of a court.
func Court(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return tables().words[strings.ToLower(strings.Trim(word, ".,;:"))]&courtWord != 0
}

// Paper says whether a text begins with the number of a paper of a parliament
// or a court: "BT-Drs. 19/27425, S. 12".
func Paper(s string) bool { return reportAt(s) > 0 || docketAt(s) > 0 }

// entryWord is what stands before the title of an entry: "Art. „Salz“, in: …".
var entryWord = pattern.New(`^(?:Art\.|Artikel|Stichwort|s\. ?v\.|Lemma|voce|Eintrag)(?:\s[„“"«])`)
