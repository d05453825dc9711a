package checker

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// CopyForm is how an article gives the archived copy of a page.
type CopyForm struct {
	// Glue stands between the page's address and the copy's, Tail behind it:
	// ", archived at " and "", or " [" and "]".
	Glue, Tail string
	// Instead says that the copy's address takes the place of the page's own.
	Instead bool
}

const (
	// longestGlue is the length of the words between two addresses, in bytes.
	longestGlue = 60
	// longestTags is the same with the tags between them.
	longestTags = 600
)

var (
	tags   = pattern.New(`<[^<>]*>`)
	spaces = pattern.New(`\s+`)
	// archiveWord is in what stands before a copy, in the languages that say so.
	archiveWord = pattern.New(`(?i)archiv|arquiv|arkiv|arşiv|perma|wayback|snapshot|cop(?:y|ie|ia)|kopi|saved|captur|gesichert|архив|αρχει|أرشيف|ארכי|アーカイブ|保存|存档|存檔|보관|아카이브`)
	figure      = pattern.New(`\d`)
)

// copyFormOf is the form in which most of an article's copies are given; where
// it gives none, that of its language: words where they are known, brackets
// elsewhere. Time is linear in the number of addresses.
func copyFormOf(a *article.Article) CopyForm {
	count := map[CopyForm]int{}
	var best CopyForm
	add := func(f CopyForm) {
		if count[f]++; count[f] > count[best] {
			best = f
		}
	}
	for _, c := range a.Citations() {
		if len(c.URLs) > mostURLs {
			continue
		}
		for i := range c.URLs {
			switch {
			case !isCopy(c.URLs[i].Address):
			case i > 0 && !isCopy(c.URLs[i-1].Address):
				if f, ok := formBetween(a, &c.URLs[i-1], &c.URLs[i]); ok {
					add(f)
				}
			case len(c.URLs) == 1:
				add(CopyForm{Instead: true})
			}
		}
	}
	if len(count) == 0 {
		return usualForm(a.Meta.Language)
	}
	return best
}

// formBetween is the form of a copy behind the address of its page.
func formBetween(a *article.Article, page, kept *article.URL) (CopyForm, bool) {
	between := document.Span{Start: page.Span.End, End: kept.Span.Start, Part: page.Span.Part}
	if kept.Span.Part != between.Part || between.End <= between.Start || between.End-between.Start > longestTags {
		return CopyForm{}, false
	}
	source := a.Text.Cut(between)
	if a.Format == "html" || a.Format == "docx" {
		// An address in an attribute leaves the rest of its tag at either end.
		if i := strings.IndexByte(source, '>'); i >= 0 && i < strings.IndexByte(source+"<", '<') {
			_, source, _ = strings.Cut(source[i+1:], ">")
		}
		if i := strings.LastIndexByte(source, '<'); i > strings.LastIndexByte(source, '>') {
			source = source[:i]
		}
		source = tags.ReplaceAllString(source, "")
	}
	glue := spaces.ReplaceAllString(strings.Trim(source, "<>"), " ")
	if glue == "" || len(glue) > longestGlue || figure.MatchString(glue) || strings.ContainsAny(glue, "<>&") {
		return CopyForm{}, false
	}
	if strings.ContainsFunc(glue, func(r rune) bool { return r > 127 || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }) && !archiveWord.MatchString(glue) {
		return CopyForm{}, false
	}
	f := CopyForm{Glue: glue}
	for _, pair := range []string{"[]", "()", "（）", "【】"} {
		left, right := string([]rune(pair)[:1]), string([]rune(pair)[1:])
		switch strings.Count(glue, left) - strings.Count(glue, right) {
		case 0:
		case 1:
			f.Tail = right + f.Tail
		default:
			return CopyForm{}, false // the page's own address stood in brackets
		}
	}
	return f, true
}

// usualForm is the form of a language.
func usualForm(language string) CopyForm {
	language, _, _ = strings.Cut(language, "-")
	words, ok := map[string]string{
		"": "archived at", "en": "archived at", "de": "archiviert unter", "fr": "archivé à l’adresse", "es": "archivado en", "it": "archiviato in",
		"pt": "arquivado em", "nl": "gearchiveerd op", "sv": "arkiverad på", "da": "arkiveret på", "no": "arkivert på", "nb": "arkivert på", "pl": "zarchiwizowane pod adresem",
	}[language]
	if !ok {
		return CopyForm{Glue: " [", Tail: "]"}
	}
	return CopyForm{Glue: ", " + words + " "}
}
