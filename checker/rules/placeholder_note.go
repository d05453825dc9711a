package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// PlaceholderNote finds a note that still waits for its text.
var PlaceholderNote = &checker.Rule{ID: "placeholder-note", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Placeholder in a note",
	Text:  "A note still holds a sign that somebody left for later: TK, XXX, CHECK, TODO, [citation needed], ?? or 00 for a page.",
	Do:    "Put in what is missing, or delete the sign if nothing is.",
	Quiet: "Such words where they belong to a title, a name or a quotation (TK Maxx, vol. XXX), or are what the note is about.",
	Bad:   "A.[^1]\n\n[^1]: TK add source.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "Newsroom practice: TK marks copy to come",
}, Run: eachNote(placeholder)}

// waiting are phrases that say in other languages that the source is still to come; they
// are the whole note, or stand in brackets.
const waiting = `(?i:` +
	`(?:literatur|quelle|beleg|nachweis|fundstelle|seite|seitenzahl)(?: noch)? (?:nachtragen|ergänzen|prüfen|fehlt|folgt)|fundstelle` +
	`|(?:référence|source|citation|note) (?:nécessaire|manquante|requise|à (?:ajouter|compléter|vérifier))|(?:réf|cit)\. (?:à (?:vérifier|compléter|ajouter)|nécessaire|manquante)|à (?:compléter|vérifier)` +
	`|(?:cita|fuente|referencia) (?:requerida|pendiente)|(?:falta|añadir|insertar|completar|buscar) (?:la )?(?:cita|fuente|referencia|página)|(?:pendiente de |por )?completar` +
	`|(?:citazione|fonte|riferimento) (?:necessari[ao]|mancante|da (?:aggiungere|inserire|completare|verificare))|(?:manca|inserire|aggiungere) (?:la |il )?(?:fonte|citazione|riferimento)|da (?:completare|verificare)` +
	`|carece de fontes?|(?:referência|fonte|citação) (?:em falta|necessária|a (?:completar|inserir))|(?:falta|inserir|acrescentar) (?:a )?(?:referência|fonte|citação)|a completar)`

// placeholders are signs that mean nothing else in a note. Roman numerals
// ("vol. XXX", "XXX Corps"), names ("TK Maxx") and the bare word "check" are
// kept out by asking for brackets, a colon, the start of the note, or more.
var placeholders = pattern.New(`(?:` +
	`\[(?:(?i:citation|source|reference|page|date|link|url) (?i:needed|missing|tk|to come)|(?i:add|insert|find|check|verify)\b[^\]]{0,60}|TK\b[^\]]{0,40}|TB[ACD]|tb[acd]|XXX+|CHECK|TODO\b[^\]]{0,60}|(?i:source|cite|citation|ref|page|date|year|title|author|name|publisher|place|quote|spelling|vol|volume|number|no\.?|nr\.?|box|folder|folio|fols?\.?|pp?\.|bl\.|datum|jahr|titel|ort|date|année|año|fecha|anno|data)\s?\?{1,3}|\?{1,3})\]` +
	`|\[(?:pages?|pp?|page no\.|year|title|author|publisher|source|citation|reference|ref|[Ss]eiten?|[Ss]eitenzahl|[Jj]ahr|titel|verlag|[Qq]uelle|página|pág|año|título|fuente|pagina|pag|fonte|titolo|auteur|titre|année|PAGES?|YEAR|TITLE|AUTHOR|SOURCE|CITATION|REFERENCE|REF|CITE|SEITE|QUELLE)\.?\]` +
	`|\[x{2,3}\]|\b(?:at|paras?|pages?|chapters?|chs?|ss|arts?|pt|notes?|vol|no|box|folder|art|s|n|Rn) (?:TK|\?{2,3}|X{4,}|0{3,}|_{2,})(?:[.,;)]|$)` +
	`|\bTKTK\w*` +
	`|^TK(?:[.:,;]|$| \p{Ll})` +
	`|^(?i:ibid|id|ebd)\.?,? (?:TK|XX+|\?{2,3})\.?$` +
	`|(?:[,;:(]|\bpp?\.) ?TK(?:[.,;)]|$)` +
	`|^X{3,}(?:[.:;?!]|$)|\bX{4,}(?:[.,;:]|$)` +
	`|\bxx[–-]xx\b|\b(?:TODO|FIXME)(?:[:;,(.!]|$)|^(?:TODO|FIXME)\b` +
	`|^CHECK(?:[.:!]|$| (?i:this|source|page|date|quote|ref|reference|with)\b)|\bCHECK(?:[:!]| (?i:THIS|SOURCE|PAGE|DATE|YEAR|QUOTE)\b)` +
	`|\b(?:pp?|ss?|S|Sp|fols?|c|cc|págs?|pág)\. ?(?:TK|0{2,}|\?{1,3}|__+|XX+(?:[–-]XX+)?|xx[–-]xx|xxx[–-]xxx)(?:[–-](?:00+|\?+))?(?:[.,;)]|$)` +
	`|\b(?:ch|chaps?|cap|Kap|paras?|vol|Bd|no|nr|n|nn|Rn|Rz|Rdnr|Bl|Sp|Nr|Art|exp|leg|lib|inv|sig|Sig|ff?)\. ?(?:TK|0{2,}|\?{1,3}|__+|xx)(?:[.,;)]|$)` +
	`|\b(?i:accessed|retrieved|visited|viewed|abgerufen|zugriff|consulté le|consultado) (?:on |am |el |em )?(?:TK|XX+|\?{2,3})(?:[.,;)]|$)` +
	`|\b(?:` + monthWords + `) (?:TK|XX+|\?{2,3})(?:[.,;)]|$)` +
	`|(?:^|[\s(])(?:TK|\?{2,3})\.? (?:` + monthWords + `)\b` +
	`|\b\d{1,4} \p{Lu}[\p{L}.&’ ]{1,60} \d{1,4}, XX+(?:[.;]|$)` +
	`|\b(?:Rn|Rz|Rdnr)\. ?XX+(?:[.,;)]|$)` +
	`|[,:] (?:0{2,}|\?{2,}|XXXX+|_{2,})(?:[.;]|$)` +
	`|^(?i:source|reference|citation|page|quelle|beleg|nachweis|fundstelle|référence|fuente|cita|fonte|riferimento) ?\?+$` +
	`|^(?i:(?:citation|source|reference|footnote)s? (?:needed|required|missing|to come|to follow|tbd|tk)|(?:add|insert|needs?) (?:an? |the )?(?:citation|source|reference|footnote|note)(?: here)?|` +
	`(?:quelle|beleg|nachweis|fundstelle) (?:fehlt|folgt|ergänzen|einfügen|nachtragen)|référence (?:manquante|à (?:ajouter|compléter))|(?:source|réf\.) à (?:ajouter|compléter)|` +
	`(?:falta|añadir|completar) (?:la )?(?:fuente|referencia|cita)|(?:fonte|riferimento) (?:mancante|da aggiungere)|to be (?:added|completed|supplied)|tba|tbd|xxx+|n/a)[.!…]?$` +
	`|\[(?i:quelle|beleg|nachweis|seite|fundstelle)(?:\?| (?i:fehlt|folgt|ergänzen|einfügen|nachtragen))\]` +
	`|\[(?:[^\[\]]{0,40} )?(?i:(?:zu |noch )?(?:prüfen|ergänzen|nachtragen)|à (?:vérifier|compléter|préciser|confirmer)|(?:por|a) (?:verificar|comprobar|confirmar|completar)|da (?:verificare|controllare|completare))[?!.]?\]` +
	`|(?i:^|\[)(?:` + waiting + `)[.!…?]?(?:\]|$)` +
	`|^¿(?i:fuente|referencia|cita|página)\??$` +
	`|^(?i:cite|ref|cit|source) ?\?$|\[(?i:page|year|source|date) (?:number|reference)\?\]|^(?i:cite|ref|citation) (?i:needed|missing|tbd)$|^(?i:citation|reference|source|note) to be (?i:added|supplied|completed|confirmed)\.?$` +
	`|(?:\bat|\bpp?\.|\bS\.|\bRn\.|\bfol\.) NN(?:[.,;)]|$)|[,)”] NN(?:[.;]|$)|\b(?:Anm|Fn|fl|nn?)\. (?:0{3,}|_{2,}|XX+|NN)(?:[.,;)]|$)` +
	`|[)”"] (?:0{3,}|TK|\?{2,3}|_{2,})(?:[.;]|$)` +
	`|^\?{2,}$` +
	`|(?i:\blorem ipsum dolor\b)` +
	`|_{4,}` +
	`)`)

// spokenOf matches what stands before a sign that is itself the subject: "the
// tag [citation needed] was first used in 2005".
var spokenOf = pattern.New(`(?i)\b(?:the|a|its|their|this|of) (?:[\pL-]+ )?(?:tags?|templates?|phrases?|words?|labels?|notices?|expressions?|superscripts?|signs?|abbreviations?|placeholders?) $`)

// onlyTens matches a page that may be the twentieth or thirtieth of a preface; numbers
// in the margin (Rn., Rz., Rdnr.) are never Roman.
var onlyTens = pattern.New(`^[^R\PL]\pL*\. ?X+[.,;)]?$`)

// tensForPage matches Roman tens where the page stands at the end of a reference, behind
// its word, a title in quotation marks, or a year.
var tensForPage = pattern.New(`(?:\bat |\bp\. |\bS\. |[,.][”"’] |[”"’»], |\d\) |\b\d{4}, )(XX+)(?:[.;)]|$)`)

// tensAfterShort matches them behind a comma: where that is the page of a short form is
// told by the citation.
var tensAfterShort = pattern.New(`, (XX+)(?:[.;)]|$)`)

// romanPage matches a page in Roman capitals that are not all tens.
var romanPage = pattern.New(`(?:\bat |\bpp?\. |\bS\. )[XLC]*[IVLCDM][IVXLC]*\b|[”"’)], [XLC]*[IVLCDM][IVXLC]*(?:[–-][IVXLC]+)?(?:[.;)]|$)`)

// romanPages says whether an article counts pages in Roman capitals anywhere: page XX may
// then be one.
var romanPages = checker.Share(func(r *checker.Report) bool {
	return slices.ContainsFunc(r.Article.Notes, func(n article.Note) bool { return romanPage.MatchString(n.Text.String) })
})

func placeholder(r *checker.Report, n int, note *article.Note) (checker.Finding, bool) {
	english := r.Article.Meta.Language == "" || strings.HasPrefix(r.Article.Meta.Language, "en")
	for _, m := range placeholders.FindAllStringIndex(note.Text.String, -1) {
		if !english && onlyTens.MatchString(note.Text.String[m[0]:m[1]]) || spokenOf.MatchString(note.Text.String[:m[0]]) {
			continue
		}
		if f, ok := placeholderAt(note, n, m[0], m[1]); ok {
			return f, true
		}
	}
	if !strings.Contains(note.Text.String, "XX") || romanPages(r) {
		return checker.Finding{}, false
	}
	for _, re := range [...]*pattern.Pattern{tensForPage, tensAfterShort} {
		for _, m := range re.FindAllStringSubmatchIndex(note.Text.String, -1) {
			if re == tensAfterShort && !pageOfShort(note, m[2]) {
				continue
			}
			if f, ok := placeholderAt(note, n, m[2], m[3]); ok {
				return f, true
			}
		}
	}
	return checker.Finding{}, false
}

// placeholderAt is the finding about a sign at a place of a note, unless it belongs to
// a quotation or an address.
func placeholderAt(note *article.Note, n, start, end int) (checker.Finding, bool) {
	span := note.Text.Span(start, end)
	if quoted(note, start, end) || inURL(note, span) {
		return checker.Finding{}, false
	}
	f := atNote(n, span, "Note %s still has a placeholder: “%s”.", note.Number, note.Text.String[start:end])
	f.Help = "Put in the source that it stands for, or delete the note and its marker."
	f.Confidence = 0.95
	return f, true
}

// inURL says whether a stretch of the source belongs to an address.
func inURL(note *article.Note, span document.Span) bool {
	for _, u := range note.URLs {
		if u.Span.Part == span.Part && span.Start < u.Span.End && u.Span.Start < span.End {
			return true
		}
	}
	return false
}
