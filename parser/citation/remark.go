package citation

import (
	"strings"

	"ibid/pattern"
)

// What stands in notes and is no reference, though it has the build of one.
var (
	// ownPart is a part of the article itself: "Tabelle 2", "Part II".
	ownPart = pattern.New(`^(?:(?:the|die|den|das|der|la|le|el|il)\s)?(?i:tabellen?|tab\.|abbildung(?:en)?|abb\.|abschnitt|kapitel|kap\.|teil|anhang|anlage|schaubild|übersicht|grafik|parts?|sections?|sec\.|chapters?|tables?|figures?|figs?\.|appendix|annex|box|tableaux?|annexe|partie|section|chapitre|cuadro|tabla|figura|gráfico|sección|apartado|capítulo|tabella|sezione|paragrafo|capitolo|quadro|tabela|secção|seção|hoofdstuk|paragraaf|bijlage)\s(?:[\dIVXLC]+(?:[.:]?[\dA-Za-z]{1,3})*|[A-Z])(?:[.)]|\s(?:oben|unten|above|below|supra|infra|ci-dessus|ci-dessous|in diesem (?:Band|Heft|Beitrag)|of this (?:article|chapter|paper|volume)))*\W*$`)
	// provisionOf is an article or paragraph of a law without its place of
	// publication: "Art. 3 Abs. 1 GG", "§ 138 BGB", "Article 6(1) ECHR".
	provisionOf = pattern.New(`^(?:§§?|Artt?\.|[Aa]rtikel|[Aa]rticles?|[Aa]rts?\.|[Aa]rt[íi]culos?|[Aa]rticol[oi]|[Aa]rtigos?)\s?\d+[a-z]?(?:[\s,.()/–-]|\d+[a-z]?|Abs\.|Absatz|S\.|Satz|Nrn?\.|lit\.|Alt\.|Var\.|Hs\.|ff?\b\.?|par(?:as?)?\b\.?|al\.|apdo\.|co\.|comma|und|sowie|and|et|y|e|i\.\s?V\.\s?m\.|iVm|bis|to|of|the|du|de|del|della|dell[’']|la|le|der|des|§§?|Artt?\.|Art\.|\b[A-Za-z]\)|\b\p{Lu}\p{Ll}{0,3}\p{Lu}\p{L}*\b)*(?:(?:\p{Lu}[\p{L}.-]*|civile?|p[ée]nale?|de|du|des|del|della|la|of|the|procédure|travail|commerce)(?:[\s.]|$)){0,7}\W*$`)
	// ofTreaty is such a provision behind the name of its law: "ECHR, art 6(1)".
	ofTreaty = pattern.New(`^(?:ECHR|TEU|TFEU|CFR(?:EU)?|EUV|AEUV|EMRK|GG|B-VG|ICCPR|ICESCR|CEDAW|CRC|CRPD|UDHR|GDPR|DSGVO|BGB|StGB|ZPO|StPO|VwGO|SGB\s[IVX]+|CEDH|TUE|TFUE|DUDH|CE),?\s(?:arts?|articles?|Art|ss?|paras?|§§?)\.?\s?\d[\w().,\s–-]*$`)
	// editorial is what an author says of a quotation or a figure.
	editorial = pattern.New(`(?i)^(?:(?:freundliche[rn]?\s)?(?:hinweis|mitteilung|auskunft)(?:e|en)?\s(?:von|des|der|vom)\s|(?:eigene|meine|unsere)\s(?:übersetzung|übers\.|darstellung|berechnung|hervorhebung|herv\.|erhebung|zusammenstellung|zählung)|(?:alle\s)?(?:übersetzung(?:en)?|übers\.|hervorhebung(?:en)?|herv\.|kursivierung|kursiv|auslassung(?:en)?|einfügung|anmerkung|anm\.)\s(?:der|des|d\.|im|i\.|von|vom|durch|nicht|hinzugefügt|ebd\.|orig)|(?:emphasis|italics|translation|brackets)\s(?:added|mine|in|by|omitted|original|supplied)|(?:my|our|author[’']?s|own)\s(?:translation|emphasis|calculation|italics)|(?:nous soulignons|je souligne|c[’']est moi|c[’']est nous|traduction\s(?:de|par|personnelle))|(?:traducción|énfasis|cursiva|elaboración)\s(?:propia|nuestr|de[l ]|añadid|mí)|(?:corsivo|traduzione)\s(?:mi[oa]|nostr[oa]|dell)|(?:tradução|grifo|destaque)s?\s(?:noss|d[oa]|minh|livre))`)
	// speaker is a person whom the author asked: "Respondent 14".
	speaker = pattern.New(`(?i)^(?:respondent|informant|interviewee|participant|befragter?|proband(?:in)?|teilnehmer(?:in)?|gesprächspartner(?:in)?|focus group|gruppendiskussion|enquêtée?|entrevistad[oa]|intervistat[oa])\s(?:no\.?\s|nr\.?\s)?[a-z]?\d{1,3}[a-z]?\b[^,]{0,30}\W*$`)
	// original is a passage in the words of its own language, which the article
	// translates: "In Portuguese: “…”".
	original = pattern.New(`^(?i:in\s(?:the\s)?(?:original\s)?(?:portuguese|spanish|french|german|italian|english|dutch|polish|russian|latin|greek|arabic|hebrew|chinese|japanese|korean|czech|swedish|danish|norwegian|turkish|hungarian)(?:\soriginal)?|(?:in\sthe\s|im\s|en\sel\s|no\s|nell[’']\s?)?original\p{L}*(?:\s(?:text|quotation|german|french|english))?|(?:texte?|texto|testo|zitat)\soriginal\p{L}*):\s["“„«‘].*["”“»’][.)]?$`)
	// prevailing is the prevailing opinion, or the cases: "So die h. M.", "St. Rspr.".
	prevailing = pattern.New(`(?i)^(?:so\s)?(?:die\s|ganz\s)*(?:h\.\s?m\.|h\.\s?l\.|(?:st\.|std\.|ständige|ganz)\s(?:rspr\.|rechtsprechung)|allg\.\s?m\.)\W*$`)
)

// remark says whether a stretch is a remark, a part of the article itself or
// a provision of a law: nothing that stands for a work.
func (p *noteParser) remark(x span) bool {
	text := strings.TrimSpace(p.s[x.start:x.end])
	if len(text) > 200 || p.hasURL(x) {
		return false
	}
	if provisionOf.MatchString(text) || ofTreaty.MatchString(text) || prevailing.MatchString(text) || speaker.MatchString(text) || ownPart.MatchString(text) {
		return true
	}
	return editorial.MatchString(text) && !p.hasYear(x)
}

// translated says whether a stretch gives a passage in the words of its own language.
func (p *noteParser) translated(x span) bool {
	return original.MatchString(strings.TrimSpace(p.s[x.start:x.end])) && !p.hasURL(x)
}

// loneNouns says whether a German stretch is but nouns, which are written like
// names: "Sog. Steinbeck-Formel", "Angaben des Amtes".
func (p *noteParser) loneNouns(text string) bool {
	return p.language == "de" && !strings.ContainsAny(text, ",:;/0123456789„“»«\"&") && !bareNames.MatchString(strings.TrimSuffix(text, ".")) && len(strings.Fields(text)) >= 2
}
