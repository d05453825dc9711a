package fields

import (
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// act is an act with its number: "Council Directive 93/13/EEC of 5 April 1993 on
// unfair terms", "Verordnung (EU) 2016/679 des Europäischen Parlaments".
var act = pattern.New(`^(?:[Tt]he\s)?(?:(?:Council|Commission|Framework|Delegated|Implementing|European Parliament|Joint)\s){0,3}(?:Directives?|Regulations?|Decision|Recommendation|Resolution|Richtlinie|Verordnung|Beschluss|Entscheidung|Rahmenbeschluss|Rahmenrichtlinie|Directiva|Règlement|Décision|Reglamento|Decisión|Regolamento|Direttiva|Decisione|Diretiva|Regulamento|Dyrektywa|Rozporządzenie|Decyzja)\s(?:\((?:EC|EU|EEC|Euratom|EG|EWG|CE|UE|CEE|WE)(?:,\s\p{L}+)?\)\s)?(?:[Nn]o\.?\s|Nr\.?\s|n°\s|n\.\s|nr\s)?\d{1,4}/\d{1,4}(?:/\p{Lu}{2,})?`)

// congress is the number of a law or a paper of a congress, or of an order of a president:
// "Pub. L. No. 104-106", "H.R. Rep. No. 92-1188", "Exec. Order No. 13,990".
var congress = pattern.New(`^(?:(?:E(?:xec|XEC)\.|E(?:xecutive|XECUTIVE))\sO(?:rder|RDER)\sN(?:o|O)\.\s\d{1,2},?\d{3}\b|(?:Pub\. ?L\.|(?:H\.R\.|H\.|S\.)\s?(?:Rep|Res|Doc|Con\. Res|J\. Res|Exec\. Doc|Conf\. Rep)\.|H\.R\.|S\.)\s(?:No\.\s)?\d+(?:[–-]\d+)?)`)

// numberedLaw is a law by its number, in Romance languages and Dutch.
var numberedLaw = pattern.New(`^(?:Loi(?:\sorganique)?|Décret|Ordonnance|Ley(?:\sOrgánica)?|Real\sDecreto(?:-[Ll]ey)?|Lei(?:\sComplementar)?|Decreto(?:-[Ll]ei|\s[Ll]egislativo)?|Legge|D\.\s?[Ll]gs\.|Wet)\s(?:n[.°º]\s?|n\.º\s?|núm\.\s)?\d[\d./-]*(?:,?\s(?:du|de|del|di)\s\d{1,2}\.?º?(?:er)?\s(?:de\s)?\p{L}+(?:\s(?:de\s)?\d{4})?)?`)

// numberOfYear is the number of such a law and its year: "Lei n.º 34/2004".
var numberOfYear = pattern.New(`^(?:Loi|Décret|Ley|Real|Lei|Decreto)[\p{L}\s.º°n-]*\s?\d+/(\d{4})\b`)

// Act says whether a text begins with an act of the EU by its number and its day or
// the place where it is printed.
func Act(s string) bool {
	n := actAt(s)
	return n > 0 && act.MatchString(s) && (firstDate(s[:n]) != nil || gazetteBehind.MatchString(s[n:]))
}

// gazetteBehind is the official journal behind the title of an act.
var gazetteBehind = pattern.New(`^[,(]?\s\(?(?:\[\d{4}\]\s)?(?:OJ|O\.J\.|ABl)`)

// Law says whether a text begins with a law and its day.
func Law(s string) bool {
	m := numberedLaw.FindString(s)
	return m != "" && strings.Contains(m, " d") || regnal.MatchString(s) || stateCode.MatchString(s) || constitution.MatchString(s) || courtRules.MatchString(s) || federalCode.MatchString(s) || national.MatchString(s) || Act(s)
}

// treaty is the name of a treaty, as references begin with it.
var treaty = pattern.New(`^(?:[Tt]he\s)?(?:\d{4}\s)?(?:\p{Lu}[\p{L}-]*\s|of\s|the\s|and\s|on\s|for\s){0,8}?(?:Treaty|Convention|Protocol|Covenant|Charter|Agreement|Abkommen|Übereinkommen|Konvention)\s(?:on|of|to|establishing|amending|for|concerning|[Rr]elating|[Cc]oncerning|against|between|über|zur|zum|zwischen|gegen)\s`)

// meeting is a paper of a meeting that is called a convention.
var meeting = pattern.New(`^(?:[Tt]he\s)?(?:Minutes|Proceedings|Reports?|Journals?|Debates|History|Records?|Transactions)\b`)

// named is an act of parliament by its name and year: "Legal Aid, Sentencing and
// Punishment of Offenders Act 2012". What may follow it is in namedEnd.
var (
	named    = pattern.New(`^(?:[Tt]he\s)?(?:\p{Lu}[\p{L}’'-]*,?\s|\(\p{Lu}[\p{L}\s’',-]{2,60}\)\s|(?:and|of|the|for|on|in|to|etc\.?)\s){1,16}?(?:Act|Regulations|Order|Rules|Ordinance|Measure)\s(?:\(\p{Lu}[\p{L}\s]{1,30}\)\s)?(?:of\s)?(?:1[5-9]|20)\d\d\b`)
	namedEnd = pattern.New(`^(?:\s?$|[.;]|,?\s(?:ss?|sch|pt|arts?|regs?|rr?|para|paras|c|ch|cap)\.?\s|,\s\d|,\s(?:Sch|Part|Section|Chapter)|\s\((?:UK|US|Cth|NSW|Vic|Qld|SA|WA|Ont|NZ|SI|[Cc]\.?\s?\d)|,\s(?:SI|SSI|c\.)\s|,\s(?:Pub|\d+\sStat)\.|\s\((?:the\s)?[“"‘']?\p{Lu}[\p{L}’'&\s]*(?:\s\d{4})?[”"’']?\))`)
)

// national is a law by its name and day: "Gesetz zur Reform des Salzes vom 12.
// Mai 1978".
var national = pattern.New(`^(?:\p{Lu}\p{L}+\s)?(?:Gesetz|Verordnung|Bekanntmachung|Verfassung|Satzung|Erlass|Erlaß|Staatsvertrag|Edikt|Konkordat|Loi|Ley|Legge|Lei|Décret|Decreto|Ustawa)\s(?:[^,;(]{3,200}?\s(?:\([^()]{2,60}\)\s)?)?(?:vom|v\.|du|de|del|do|z dnia|n[°º.o]\s?\d[\d./-]*,? (?:de|du|del))\s(?:\d{1,2}\.?(?:er)?\s(?:de\s)?\p{L}+\s(?:de\s|del\s)?\d{4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})`)

// amended is a provision, and the law that gave it its words.
var amended = pattern.New(`^((?:§§?|Art\.|Artikel)\s\d[^,;()]{0,40}?\s\p{Lu}\p{L}+)\s(?:i\.\s?d\.\s?F\.|in\sder\sFassung)\sde[rs]\s[^,;()]{3,200}?\s(?:vom|v\.)\s(?:\d{1,2}\.\s?\p{L}+\s\d{4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})`)

var (
	// stateCode is a code of an American state, up to its section: "N.Y. Real Prop. Law
	// §", "Cal. Civ. Code §", "735 Ill. Comp. Stat.".
	stateCode = pattern.New(`^((?:\d{1,4}\s)?\p{Lu}[\p{L}]*\.(?:\p{Lu}\.)?(?:\s(?:\p{Lu}[\p{L}]*\.?|&)){0,7}?\s(?:L(?:aws?|AWS?)|C(?:ode|ODE)|S(?:tat|TAT)\.)(?:\sA(?:nn|NN)\.)?),?\s(?:§|ch\.\s\d|tit\.\s\d|\d+/)`)
	// restatement is a restatement of American law.
	restatement = pattern.New(`^R(?:estatement|ESTATEMENT)(?:\s\((?:First|Second|Third|Fourth|FIRST|SECOND|THIRD|FOURTH)\))?\s(?:of|OF)\s(?:(?:the|of|and|for)\s|\p{Lu}[\p{L}]*\s|&\s)*\p{Lu}[\p{L}]+`)
	// constitution is one of the United States or of a state (Bluebook, rule 11).
	constitution = pattern.New(`^(?:U\.\s?S\.|\p{Lu}\p{L}*\.(?:\s?\p{Lu}\p{L}*\.){0,2})\sC(?:onst|ONST)\.`)
	// courtRules are the rules of a court: "FED. R. CIV. P.", "Fed. R. Evid.".
	courtRules = pattern.New(`^\p{Lu}\p{L}*\.(?:\s?\p{Lu}\p{L}*\.)?\sR\.\s(?:C(?:iv|IV|rim|RIM)|A(?:pp|PP)|E(?:vid|VID)|B(?:ankr|ANKR))\.(?:\sP\.)?`)
	// federalCode is a section of the code of the United States or of its regulations:
	// "18 U.S.C. § 875".
	federalCode = pattern.New(`^\d{1,2}\s(?:U\.\s?S\.\s?C|C\.\s?F\.\s?R)\.(?:\s?A\.)?\s§`)
	// regnal is a statute by the years of a reign: "4 & 5 Will. IV, c. 76".
	regnal = pattern.New(`^\d{1,2}(?:\s(?:&|and)\s\d{1,2})?\s(?:Geo|Will|Wm|Vict?|Eliz|Edw|Hen|Car|Chas|Jac|Jas|Anne?|Ric|Phil)\.?(?:\s?(?:[IVX]+|\d{1,2})\b\.?)?,?\s(?:sess?\.\s\d,\s|st\.\s\d,?\s)?c(?:ap?|h|hap)?\.?\s?\d{1,3}\b`)
)

// actEnd is what comes behind the title of an act: where it is printed, or the
// end of the sentence.
var actEnd = pattern.New(`,?\s(?:OJ|O\.J\.|OG|ABl|AB1|BGBl|RGBl|GVBl|DOUE|DO L|JO|JOUE|Dz\.|GUUE|GU|G\.U\.|JORF|BOE|D\.?O\.?U|DR|Diário|Stat\.|COM|KOM|\d+ U\.?N\.?T\.?S)\b|\s\((?:adopted|signed|opened|BOE|DOU|G\.U\.|Dz|OJ|O\.J\.|ABl|BGBl|RGBl|GVBl|DO|JO|Dz|GU|hereinafter|\d{4}\))|\s\[\d{4}\]|;|,\s(?:pp?\.|S\.|art\.|Art\.|Articles?|para\.?|paras\.?|recital|Rn\.|done|signed|opened|adopted on|\d)|,\s(?:and\s|which\s|that\s)?(?:was|were|is|are|has|have|had)\b|,\s(?:as\s)?amended\b|[.]\s*$`)

// actAt is the length of the title of an act or a treaty at the start of s, or 0.
func actAt(s string) int {
	const most = 600
	head := s[:min(len(s), most)]
	if m := congress.FindString(head); m != "" {
		return len(m)
	}
	if m := stateCode.FindStringSubmatchIndex(head); m != nil {
		return m[3]
	}
	for _, x := range []*pattern.Pattern{restatement, constitution, courtRules, regnal} {
		if m := x.FindString(head); m != "" {
			return len(m)
		}
	}
	m := act.FindStringIndex(head)
	if m == nil {
		m = numberedLaw.FindStringIndex(head)
	}
	if m == nil {
		if m = named.FindStringIndex(head); m != nil && namedEnd.MatchString(head[m[1]:]) {
			return m[1]
		}
		if m = national.FindStringIndex(head); m != nil {
			return m[1]
		}
		if m := amended.FindStringSubmatchIndex(head); m != nil {
			return m[3]
		}
		if m = treaty.FindStringIndex(head); m == nil || meeting.MatchString(head) {
			return 0
		}
		if end := actEnd.FindStringIndex(head[m[1]:]); end == nil || head[m[1]:][end[0]] == '.' && !strings.HasPrefix(strings.TrimPrefix(head, "The "), "United Nations") {
			return 0 // rather a book on it
		}
	}
	if end := actEnd.FindStringIndex(head[m[1]:]); end != nil {
		return m[1] + end[0]
	}
	return len(strings.TrimRight(head, " ."))
}

// doneAt is the length of the words at the start of s that say where and when a
// treaty was made, or 0.
func doneAt(s string) int { return len(done.FindString(s[:min(len(s), 200)])) }

var done = pattern.New(`^(?:i\.\s?d\.\s?F\.|in\sder\sFassung)\sde[rs]\s[^,;()]{3,200}?\d{4}\b|^(?:done|signed|opened for signature|concluded|adopted|approved)\s(?:(?:at|in|by|on)\s)?[^,;()]*?\b\d{4}\b|^(?:approved|adopted)\s[^,;()]{0,160}?\sof\s\d{1,2}\s\p{L}+\s\d{4}\b`)

// message is what stands before the title of a paper of the European Commission.
var message = pattern.New(messageStart + `(?:(?:,?\s(?:to|and)|,)\sthe\s` + addressee + `)+[,:.]?\s(?:[–-]\s)?|` + messageStart + `[^:“"„‘;]{0,320}?(?::\s|\sentitled\s|\s[“"„‘])`)

// Message says whether a text begins with what stands before the title of such a
// paper, and has its number.
func Message(s string) bool {
	return message.MatchString(s[:min(len(s), 500)]) && paperOf.MatchString(s)
}

// paperOf is the number of a paper of the Commission.
var paperOf = pattern.New(`\b(?:COM|KOM|SEC|SWD|JOIN)\s?[(/]\d{2,4}[)/]\s?\d+`)

// addressee is whom such a paper is sent to.
const (
	addressee    = `(?:European\sParliament|European\sCouncil|Council|European\sEconomic\sand\sSocial\sCommittee|(?:European\s)?Committee\sof\sthe\sRegions|European\sInvestment\sBank|Eurogroup)`
	messageStart = `^(?:Communication|Report|Mitteilung|Bericht|Proposal)\s(?:from|of|by|der)\s(?:the\s)?(?:European\s)?(?:Commission|Kommission)\b`
)

// gazette is an official journal, its series and number.
var gazette = pattern.New(`^((?:OJ|ABl|AB1)\.?(?:\s(?:EU|EC|EG|der EU))?(?:[\s.](?:Nr\.\s)?[LC])?)\.?\s?(?:No\.?\s|Nr\.?\s)?(\d+)(?:/(\d+))?(?:,?\s(?:of|vom)\b)?`)

// swissReport is a decision of the Swiss federal court: "BGE 139 I 16".
var swissReport = pattern.New(`^(BGE|ATF|DTF)\s(\d{2,3})\s([IV]{1,3}[ab]?)\s(\d{1,4})\b`)

// swiss adds such a decision that the reference begins with; its length, or 0.
func (c *cutter) swiss(i int) int {
	if c.start >= 0 || len(c.pieces) > 0 {
		return 0
	}
	m := swissReport.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+32)])
	if m == nil {
		return 0
	}
	c.add(piece{Span: Span{i + m[2], i + m[3]}, kind: words})
	for k, counts := range []label{volume, issue, page} {
		c.add(piece{Span: Span{i + m[4+2*k], i + m[5+2*k]}, kind: number, counts: counts})
	}
	return m[1]
}

// official adds an official journal that is named at i, and its number; their length, or 0.
func (c *cutter) official(i int) int {
	if c.start >= 0 || len(c.pieces) == 0 {
		return 0
	}
	m := gazette.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+60)])
	if m == nil {
		return 0
	}
	c.add(piece{Span: Span{i, i + m[3]}, kind: words})
	c.pieces[len(c.pieces)-1].class |= journalWord
	c.add(piece{Span: Span{i + m[4], i + m[5]}, kind: number, counts: volume})
	if m[6] >= 0 {
		c.add(piece{Span: Span{i + m[6], i + m[7]}, kind: number, counts: page})
	}
	return m[1]
}

// enacted adds an act that begins at i, or where it was made; its length, or 0.
func (c *cutter) enacted(i int) int {
	if c.start >= 0 || c.depth > 0 {
		return 0
	}
	n, counts := 0, none
	switch {
	case len(c.pieces) == 0 && message.MatchString(c.Text[i:min(len(c.Text), i+400)]):
		n, counts = len(strings.TrimRight(message.FindString(c.Text[i:min(len(c.Text), i+400)]), "“\"„‘: ")), rest
	case len(c.pieces) == 0:
		n = actAt(c.Text[i:])
	case c.pieces[0].act:
		n, counts = doneAt(c.Text[i:]), rest
	}
	if n == 0 || len(c.atoms) > 0 && c.atoms[0].Start < i+n {
		return 0
	}
	p := piece{Span: Span{i, i + n}, kind: words, act: counts == none, issued: firstDate(c.Text[i : i+n])}
	if counts == rest {
		p.kind, p.counts = number, rest
		p.count = strings.Count(c.Text[i:i+n], " ")
	}
	if m := numberOfYear.FindStringSubmatch(c.Text[i : i+n]); p.issued == nil && counts == none && m != nil {
		y, _ := integer(m[1])
		p.issued = &article.Date{Parts: [][]int{{y}}}
	}
	if p.issued == nil && counts == none && named.MatchString(c.Text[i:i+n]) {
		y, _ := integer(c.Text[i+n-4 : i+n])
		p.issued = &article.Date{Parts: [][]int{{y}}}
	}
	c.add(p)
	if counts == none {
		p := &c.pieces[len(c.pieces)-1]
		p.features = features{count: p.count, capital: p.capital, small: p.small, caseName: true}
	}
	return n
}

// firstDate is the first day that a text names, or nil.
func firstDate(s string) *article.Date {
	for i := 0; i < len(s); i++ {
		if i > 0 && (s[i-1] != ' ' || !digit(s[i])) {
			continue
		}
		if d, n := dateAt(s, i); n > 0 && len(d.Parts) > 0 && len(d.Parts[0]) > 2 {
			return d
		}
	}
	return nil
}
