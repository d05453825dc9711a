package wikitext

import (
	"strconv"
	"strings"
)

// role is what a parameter says of a work.
type role uint8

// The roles.
const (
	title role = iota
	otherTitle
	subtitle
	chapter
	container
	publisher
	place
	date
	year
	volume
	issue
	pages
	edition
	address
	chapterAddress
	online
	accessed
	archived
	doi
	isbn
	issn
	pmid
	arxiv
	quotation
	remark
	roles // their number
)

// roleOf is the role of a parameter, as the templates of the larger Wikipedias
// name them in small letters (en, de, fr, es, it, pt, nl, pl, sv, no, ru).
//
//nolint:misspell // words of several languages
func roleOf(name string) (role, bool) {
	switch name {
	case "script-title", "trans-title":
		return otherTitle, true
	case "title", "titre", "titel", "titolo", "título", "titulo", "tytuł", "заглавие", "название", "tittel", "název", "cím", "タイトル":
		return title, true
	case "subtitle", "sous-titre", "titelerg", "subtítulo", "undertitel", "sottotitolo":
		return subtitle, true
	case "chapter", "chapitre", "titre chapitre", "contribution", "entry", "article", "section", "capítulo", "capitulo", "capitolo", "rozdział",
		"kapittel", "hoofdstuk", "часть":
		return chapter, true
	case "journal", "work", "website", "newspaper", "magazine", "periodical", "encyclopedia", "encyclopaedia", "dictionary", "périodique", "revue",
		"site", "site web", "titre ouvrage", "werk", "sammelwerk", "rivista", "opera", "sito", "pubblicazione", "obra", "publicación", "publicacion",
		"revista", "periódico", "periodico", "jornal", "sitioweb", "sitio web", "sitio", "tijdschrift", "krant", "czasopismo", "издание", "tidskrift",
		"tidning", "enciclopedia", "booktitle", "book-title", "conference", "mailing-list", "series-title", "avis", "verk", "雑誌":
		return container, true
	case "publisher", "éditeur", "editeur", "verlag", "editore", "editorial", "editora", "uitgever", "wydawca", "издательство", "forlag", "förlag",
		"institution", "agency", "utgivare", "utgiver", "yayıncı", "出版社":
		return publisher, true
	case "location", "place", "publication-place", "lieu", "ort", "ubicación", "ubicacion", "lugar", "local", "città", "plaats", "miejsce", "место",
		"sted", "utgivningsort", "utgivelsessted":
		return place, true
	case "date", "datum", "data", "fecha", "dato", "publication-date", "air-date", "publikasjonsdato":
		return date, true
	case "year", "année", "annee", "jahr", "anno", "año", "ano", "jaar", "rok", "год", "år":
		return year, true
	case "volume", "band", "tome", "volumen", "volym", "том", "bind", "tom", "jg", "jaargang", "vol":
		return volume, true
	case "issue", "number", "nummer", "numéro", "numero", "número", "num", "fascicule", "heft", "numer", "номер", "nr", "hefte":
		return issue, true
	case "page", "pages", "p", "pp", "at", "seiten", "passage", "página", "páginas", "pagina", "paginas", "pagine", "pagina's", "sid", "sidor", "side",
		"sider", "strony", "s", "страницы", "seite", "loc":
		return pages, true
	case "edition", "édition", "auflage", "edición", "edicion", "edição", "edizione", "druk", "wydanie", "upplaga", "utgave":
		return edition, true
	case "url", "lire en ligne", "url texte", "adres", "ссылка":
		return address, true
	case "chapter-url", "contribution-url", "article-url", "entry-url", "section-url", "capítulo-url", "chapterurl", "url-chapitre":
		return chapterAddress, true
	case "online":
		return online, true
	case "access-date", "accessdate", "consulté le", "consulte le", "abruf", "zugriff", "fechaacceso", "fecha-acceso", "accesso", "acessodata",
		"bezochtdatum", "data dostępu", "hämtdatum", "besøksdato", "дата обращения":
		return accessed, true
	case "archive-url", "archiveurl", "archiv-url", "archivurl", "urlarchivo", "url-archivo", "urlarchivio", "arquivourl", "archiwum", "arkivurl",
		"arkiv-url", "archiefurl", "url archive":
		return archived, true
	case "doi":
		return doi, true
	case "isbn", "isbn1", "isbn 1", "isbn13", "isbn10":
		return isbn, true
	case "issn", "eissn":
		return issn, true
	case "pmid":
		return pmid, true
	case "arxiv", "eprint":
		return arxiv, true
	case "quote", "citation", "zitat", "cita", "citação":
		return quotation, true
	case "postscript", "ps":
		return remark, true
	}
	return 0, false
}

// citationName says whether a template's name is that of one for sources.
func citationName(name string) bool {
	for _, prefix := range []string{"cite ", "vcite ", "cita ", "citar ", "citeer ", "citeweb", "cytuj", "kilde ", "cite-", "internetquelle", "lien web", "lien brisé", "lien vidéo", "lien arxiv"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	switch name {
	case "citation", "cite", "literatur", "ouvrage", "article", "chapitre", "cita", "citar", "bokref", "webbref", "tidskriftsref", "tidningsref", "книга", "статья", "публикация", "harvc", "citace monografie", "citace elektronické monografie", "citace periodika",
		"obra citada", "cnews", "cweb", "cbook", "cjournal", "tidsskriftsref", "citácia knihy", "ouvrage collectif", "kaynak", "web kaynağı", "kitap kaynağı", "cit book", "cit web", "libro", "referenz", "bibliographie":
		return true
	}
	return false
}

// part is the part of a name that a parameter gives.
type part uint8

// The parts of a name.
const (
	family part = iota
	given
	whole
)

// personOf says whose name a parameter gives: an author's or an editor's, the
// how manieth, and which part of it. ok is false where it gives none.
//
//nolint:misspell // words of several languages
func personOf(name string) (editor bool, n int, of part, ok bool) {
	n = 1
	if i := strings.IndexAny(name, "123456789"); i > 0 {
		end := i
		for end < len(name) && end < i+2 && name[end] >= '0' && name[end] <= '9' {
			end++
		}
		n, _ = strconv.Atoi(name[i:end]) // one or two figures
		name = strings.TrimRight(name[:i], " ") + name[end:]
	}
	switch name {
	case "last", "surname", "author-last", "nom", "apellidos", "apellido", "cognome", "sobrenome", "último", "ultimo", "achternaam", "efternamn", "etternavn", "nazwisko", "příjmení", "фамилия":
		return false, n, family, true
	case "first", "given", "author-first", "prénom", "prenom", "nombre", "nome", "primeiro", "voornaam", "förnamn", "fornavn", "imię", "jméno", "имя":
		return false, n, given, true
	case "author", "authors", "auteur", "auteurs", "autor", "autori", "autore", "autores", "verfasser", "vauthors", "people", "författare", "forfatter", "автор", "host", "director", "著者", "author-name":
		return false, n, whole, true
	case "editor-last", "editor-surname", "editor-apellido", "nom éditeur":
		return true, n, family, true
	case "editor-first", "editor-given", "editor-nombre", "prénom éditeur":
		return true, n, given, true
	case "editor", "editors", "veditors", "hrsg", "directeur", "direction", "curatore", "redacteur", "redaktör", "redaktor":
		return true, n, whole, true
	}
	return false, 0, 0, false
}
