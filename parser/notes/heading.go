package notes

import (
	"strings"
	"unicode"
)

// noteHeadings are the headings under which notes stand, in lower case.
const noteHeadings = `|notes|footnotes|endnotes|references|citations|sources|notes and references|references and notes|notes & references|
footnote|endnote|note|notes and sources|sources and notes|anmerkungen|fußnoten|fussnoten|endnoten|einzelnachweise|quellen|belege|nachweise|
anmerkungen und einzelnachweise|notes de bas de page|références|notes et références|notas|notas al pie|notas a pie de página|referencias|
referências|notas de rodapé|riferimenti|note a piè di pagina|noten|voetnoten|eindnoten|bronnen|referenties|noter|fotnoter|slutnoter|
referenser|przypisy|poznámky|reference|jegyzetek|lábjegyzetek|dipnotlar|notlar|kaynakça|kaynaklar|
σημειώσεις|παραπομπές|υποσημειώσεις|примечания|сноски|ссылки|примітки|бележки|הערות|הערות שוליים|الهوامش|هوامش|المراجع|الحواشي|
주|각주|미주|주석|참고|참고 문헌|참고문헌|注|注释|注釋|註|註釋|註解|脚注|腳註|尾注|参考文献|參考文獻|注記|脚註|後注|原注|参考|引用|`

// bibliographyHeadings are those of lists that no marker need point at.
const bibliographyHeadings = `|bibliography|works cited|further reading|literature|literatur|literaturverzeichnis|bibliographie|bibliografía|
bibliografia|selected bibliography|reading list|select bibliography|`

// sourceHeadings stand above notes and above bibliographies alike.
const sourceHeadings = `|references|sources|citations|quellen|referencias|références|`

func isNoteHeading(s string) bool { return oneOf(s, noteHeadings) }

func isBibliography(s string) bool { return oneOf(s, bibliographyHeadings) }

// oneOf says whether a heading, without numbering and punctuation at its
// ends, is an entry of a list.
func oneOf(s, list string) bool {
	s = strings.ToLower(strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsPunct(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) || unicode.IsSpace(r)
	}))
	if s == "" || len(s) > 80 {
		return false
	}
	return strings.Contains(list, "|"+strings.Join(strings.Fields(s), " ")+"|")
}
