package citation

import (
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// Papers of parliaments, acts and judgments that stand by their number, without
// a title: each with the CSL type of what it is.
var officials = []struct { //nolint:gochecknoglobals // a table
	form *pattern.Pattern
	typ  string
}{
	{pattern.New(`^(?:(?:BT|BR|LT|Bundestags|Bundesrats|Landtags)[\s-]?)?(?:Drs|Drucks|Drucksachen?)\.?\s\d+/\d+`), "report"},
	{pattern.New(`^(?:(?:BT|BR)-)?(?:Plenarprotokoll|PlPr\.?|Plenarprot\.)\s\d+/\d+`), "report"},
	{pattern.New(`^Kamerstukken\s[^,]{0,12}\d{4}(?:/\d+)?`), "report"},
	{pattern.New(`^(?:Loi|Ordonnance|Décret|Arrêté)\sn[°o]\s?\d[\d.-]*`), "legislation"},
	{pattern.New(`^(?:Ley(?:\sOrgánica)?|Real Decreto(?:-ley)?|Decreto(?:-lei)?|Lei(?:\sComplementar)?)\s(?:n\.?\s?º?\s?)?\d[\d./]*\d`), "legislation"},
	{pattern.New(`^(?:D\.\s?lgs\.|D\.P\.R\.|Legge|L\.)\s\d{1,2}\s\p{L}+\s\d{4}(?:,\sn\.\s\d+)?`), "legislation"},
	{pattern.New(`^(?:(?:Experten|Gruppen)?[Ii]nterview|Entretien|Entrevista|Intervista)\s(?:[Nn]o\.\s|Nr\.\s|n[°º]\s)?[A-Z]{0,3}-?\d{1,3}[a-z]?\b`), "interview"},
	{pattern.New(`^(?:Sentencia|Auto|Acórdão)\s(?:d[eao]l?\s|do\s|n\.º\s|nº\s)[^,;()]{0,80}?\d+[/-]\d{2,4}`), "legal_case"},
	{pattern.New(`^(?:Corte|Tribunal|Supremo|Superior)\s\p{L}[\p{L}\s]{2,60},\s(?:[Ss]entencia|[Aa]córdão|[Aa]uto|[Dd]ecisión)\s[^,;]{1,40}?\d{4}`), "legal_case"},
	{pattern.New(`^(?:\p{Lu}[\p{L}.]*\s){1,3}R\.\s(?:(?:Civ|Crim|App|Bankr|Jud|Gen)\.\s(?:P|Prac|Proc|Admin)\.|Evid\.)\s\d[\d.]*\w?(?:\(\w{1,3}\))*`), "legislation"},
	{pattern.New(`^S(?:TC|TS|AN|AP)\s(?:\(?\p{L}*\)?\s)?\d+/\d{4}`), "legal_case"},
	{pattern.New(`^(?:Corte\s(?:cost|costituzionale)|Cass|Cons\.\s(?:Stato|const)|C\.\s?cass|CE|CJUE|CEDH|TJUE|TEDH)[.,]+\s.{0,60}?\d{4}`), "legal_case"},
}

// official is the CSL type of such a thing, if s begins with one, or "".
func official(s string) string {
	for _, o := range officials {
		if o.form.MatchString(s) {
			return o.typ
		}
	}
	return ""
}

// asOfficial mends the fields of an act or a judgment without a title, which
// the grammar of references takes for a book or an article.
func asOfficial(it *article.Item, text string) {
	if it.Type == "legislation" || it.Type == "legal_case" || it.Type == "interview" {
		return
	}
	for _, o := range officials {
		m := o.form.FindString(text)
		if m == "" {
			continue
		}
		year, dated := it.Issued, text
		if strings.Contains(m, "Dr") { // 16/1780 is the 1,780th paper of the 16th term
			dated = text[len(m):]
			if strings.HasSuffix(m, "/"+strconv.Itoa(year.Year())) {
				year = nil
			}
		}
		if y := nextYear(dated, 0, 0); year.Year() == 0 && y >= 0 {
			n, _ := strconv.Atoi(dated[y : y+4]) // four digits
			year = &article.Date{Parts: [][]int{{n}}}
		} else if tail := m[max(0, len(m)-4):]; year.Year() == 0 && dated == text && len(tail) == 4 && strings.Contains(m, "/"+tail) && yearish(tail) {
			n, _ := strconv.Atoi(tail)
			year = &article.Date{Parts: [][]int{{n}}}
		}
		*it = article.Item{Type: o.typ, Title: m, Issued: year, URL: it.URL, Page: it.Page}
		if o.typ == "legal_case" && !strings.HasPrefix(m, "S") {
			it.Title = ""
			reported(it, text[len(m):])
		}
		return
	}
}

// reportedIn is the collection or journal that prints a judgment, and the
// first page: "in Giur. cost., 1989, p. 62", "Rec. p. 372".
var reportedIn = pattern.New(`,\s(?:in\s)?((?:\p{Lu}\p{L}*\.?\s?)(?:\p{L}+\.?\s?){0,4}?)(?:,\s\d{4})?,?\s(?:pp?|S)\.\s(\d+)`)

// partiesOf is the name of a case before that.
var partiesOf = pattern.New(`,\s(\p{Lu}[\p{L}’'-]+(?:\s[\p{L}.’'/-]+){0,8})$`)

// reported reads where a judgment is printed, and its name, from what follows its date.
func reported(it *article.Item, rest string) {
	m := reportedIn.FindStringSubmatchIndex(rest)
	if m == nil {
		return
	}
	it.ContainerTitle, it.Page = strings.TrimSpace(rest[m[2]:m[3]]), rest[m[4]:m[5]]
	if name := partiesOf.FindStringSubmatch(rest[:m[0]]); name != nil {
		it.Title = name[1]
	}
}
