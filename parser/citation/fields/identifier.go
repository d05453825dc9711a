package fields

import (
	"strings"

	"ibid/pattern"
)

// identifierAt is the length of an identifier with its name at offset i of s:
// "ISBN 978-0-306-40615-7", "arXiv:2101.00001", "PMID 123456", or 0.
func identifierAt(s string, i int) int {
	rest := s[i:]
	if len(rest) < 6 || strings.IndexByte("IeaPdDOSJB", rest[0]) < 0 {
		return 0
	}
	for _, name := range []string{"ISBN-13", "ISBN-10", "ISBN", "ISSN", "eISSN", "arXiv", "PMID", "PMCID", "doi", "DOI", "Doi", "OCLC", "S2CID", "JSTOR", "Bibcode"} {
		after, ok := strings.CutPrefix(rest, name)
		if !ok {
			continue
		}
		value := strings.TrimLeft(after, ":. \u00a0")
		n := strings.IndexAny(value, " ,;)]")
		if n < 0 {
			n = len(value)
		}
		n = len(strings.TrimRight(value[:n], "."))
		if after == value || n < 4 || !strings.ContainsAny(value[:n], "0123456789") {
			return 0
		}
		if name[0] == 'I' { // digits may stand in groups with spaces
			for n+1 < len(value) && value[n] == ' ' && digit(value[n+1]) && countDigits(value[:n]) < 10 {
				n++
				for n < len(value) && (digit(value[n]) || value[n] == '-' || value[n] == 'X') {
					n++
				}
			}
		}
		return len(rest) - len(value) + n
	}
	return 0
}

// docket is the file number of a case: "VI ZR 217/08", "1 BvR 370/07", "Rs. C-131/12",
// or the number of a parliament's or an assembly's paper: "UN Doc. A/HRC/31/64".
var docket = pattern.New(`^(?:(?:Rs|Az|Rechtssache|Aktenzeichen|Case|Cases|affaire)\.?:?\s)?(?:(?:[IVX]{1,5}|\d{1,3}|[BLS]\s\d{1,2}[a-z]?)\s\p{Lu}[\p{L}]{0,4}\s|[CTF][-‑–])\d{1,5}[/.]\d{2}\b(?:[\s.](?:P|R|B|ER|KR|NZB|KL|A)\b)*|^(?:Rs|Rechtssache|Case|affaire)\.?\s\d{1,4}/\d{2}\b|^(?:U\.?N\.? ?(?:Doc|Dok)\.? ?)?[AESC]/(?:[\p{Lu}\d.-]+/)+[\p{Lu}\d.-]*\d|^\d{2,4}\s?[A-Z]?\s\([IVXLC]+\)|^\d{2}/0\d{4}\b|^BT-Dr(?:uck)?s\.? \d+/\d+|^(?:n° ?|pourvoi n° ?)\d{2}-\d{2}\.\d{3}|^(?:STC|STS|ATC|SAP) \d+/\d{4}|^COM ?\(\d{4}\) ?\d+`)

// neutral is the number that a court gives its judgment, where a law report comes
// behind it: "UKSC 51, [2017] 3 WLR 409".
var neutral = pattern.New(`^((?:UKSC|UKHL|UKPC|EWCA\s(?:Civ|Crim)|EWHC|CSIH|CSOH|NICA|NIQB|IESC|IEHC|HCA|FCA|NZSC|NZCA|SCC|ZACC)\s\d+(?:\s\(\p{Lu}\p{L}+\))?),\s[\[(]`)

// docketDot is such a number of the Bundesverwaltungsgericht: "7 A 3.92".
var docketDot = pattern.New(`^\d{1,2}\s\p{Lu}\p{L}{0,2}\s\d{1,3}\.\d{2}\b`)

// federal is the file number of an American court behind "No.": "No. 14 C 3221",
// "No. 1:19-cv-02203-ABC", "Case No. IT-94-1-A".
var federal = pattern.New(`^(?:Case\s|Civ\.\s(?:A\.\s)?)?No\.\s(?:(?:\d:)?\d{2}[\s-](?:[Cc][Vv]|[Cc][Rr]|C|Cv|Cr|CV|CR|Civ\.?|Crim\.?|CIV\.)[\s.-]{0,2}\d{2,5}(?:[-\s]?\(?\p{Lu}{1,4}\)?)*|\p{Lu}{2,4}(?:-[\dA-Z/]+){2,5})`)

// docketAt is the length of a file number at the start of s, or 0.
func docketAt(s string) int {
	if n := reportAt(s); n > 0 {
		return n
	}
	head := s[:min(len(s), 48)]
	if m := neutral.FindStringSubmatchIndex(head); m != nil {
		return m[3]
	}
	if m := federal.FindString(head); m != "" {
		return len(m)
	}
	if !strings.Contains(head, "/") && !strings.Contains(head, "(") && !docketDot.MatchString(head) && !strings.HasPrefix(head, "COM") && !strings.HasPrefix(head, "n°") && !strings.HasPrefix(head, "pourvoi") {
		return 0
	}
	return len(docket.FindString(head))
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if digit(s[i]) {
			n++
		}
	}
	return n
}

// identify gives the item an identifier as it is written.
func (b *builder) identify(s Span, confidence float64) {
	name, value, _ := strings.Cut(strings.NewReplacer(":", " ", "\u00a0", " ").Replace(b.text(s)), " ")
	value = strings.TrimSpace(value)
	it := &b.r.Item
	for _, f := range []struct {
		name, field string
		value       *string
	}{{"ISBN", "ISBN", &it.ISBN}, {"ISSN", "ISSN", &it.ISSN}, {"EISSN", "ISSN", &it.ISSN}, {"PMID", "PMID", &it.PMID}, {"DOI", "DOI", &it.DOI}} {
		if head, _, _ := strings.Cut(strings.ToUpper(name), "-"); head == f.name && *f.value == "" && b.set(f.field, s, confidence) {
			*f.value = strings.ReplaceAll(value, " ", "")
		}
	}
	if strings.EqualFold(name, "arXiv") && b.set("archive_location", s, confidence) {
		it.Archive, it.ArchiveLocation = "arXiv", value
	}
}
