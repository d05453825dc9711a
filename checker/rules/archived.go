package rules

import (
	"html"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// What the rules of lost links share: the copy of a page in a web archive.

// copyCited says whether the article gives a copy of a lost page itself, so
// that its readers get to the source.
func copyCited(l *checker.Link) bool { return l.Archive != nil && l.Archive.Cited }

// archived is a fix that gives the copy of a lost page wherever its address
// stands: beside it, in the form in which the article gives copies, or in its
// place where the address cannot be seen.
func archived(r *checker.Report, l *checker.Link) []checker.Fix {
	if l.Archive == nil || l.Archive.URL == "" {
		return nil
	}
	fix := checker.Fix{Description: "Use " + copyInWords(l), Class: checker.Suggest}
	for i := range l.CitedBy {
		by := &l.CitedBy[i]
		if by.URL == nil {
			continue
		}
		edit, ok := checker.Edit{}, false
		if by.Note >= 0 && !r.CopyForm.Instead {
			if edit, ok = addCopy(r.Article, by.URL, r.CopyForm, l.Archive.URL); ok {
				fix.Description = "Add " + copyInWords(l)
			}
		}
		if !ok {
			edit, ok = readdress(r.Article, by.URL, l.Archive.URL)
		}
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, edit)
	}
	if len(fix.Edits) == 0 {
		return nil
	}
	return []checker.Fix{fix}
}

// copyInWords names a copy by its day.
func copyInWords(l *checker.Link) string {
	if l.Archive.CapturedAt.IsZero() {
		return "the archived copy"
	}
	return "the copy of " + l.Archive.CapturedAt.UTC().Format("2 January 2006")
}

// addCopy is the edit that gives a copy behind an address that readers see; ok
// is false where they see none, or what follows it is not plain.
func addCopy(a *article.Article, u *article.URL, form checker.CopyForm, to string) (checker.Edit, bool) {
	source := a.Text.Text(u.Span.Part)
	if u.AddressSpan.Empty() || u.AddressSpan.End > len(source) || strings.ContainsAny(to, " <>\"'\n\t") || u.BrokenBySpace {
		return checker.Edit{}, false
	}
	at := func(end int, text string) (checker.Edit, bool) {
		return checker.Edit{Span: document.Span{Start: end, End: end, Part: u.Span.Part}, Text: text}, true
	}
	end := u.AddressSpan.End
	switch {
	case a.Format == "html" && u.Form == article.Href:
		closing := closingTag(source, u.Span.End)
		if u.Visible == "" || closing < 0 {
			return checker.Edit{}, false
		}
		to = html.EscapeString(to)
		return at(closing, html.EscapeString(form.Glue)+`<a href="`+to+`">`+to+"</a>"+html.EscapeString(form.Tail))
	case a.Format == "html" && u.Form == article.Plain:
		return at(end, html.EscapeString(form.Glue+to+form.Tail))
	case (a.Format == "markdown" || a.Format == "text") && u.Form != article.Href:
		if u.AddressSpan.Start > 0 && source[u.AddressSpan.Start-1] == '<' && strings.HasPrefix(source[end:], ">") {
			return at(end+1, form.Glue+"<"+to+">"+form.Tail)
		}
		return at(end, form.Glue+to+form.Tail)
	}
	return checker.Edit{}, false
}

// longestLink is how far behind an address its link may end, in bytes.
const longestLink = 4096

// closingTag is where the link around an address ends, or -1.
func closingTag(source string, from int) int {
	if from < 0 || from > len(source) {
		return -1
	}
	rest := source[from:min(len(source), from+longestLink)]
	i := strings.Index(strings.ToLower(rest), "</a>")
	if i < 0 {
		return -1
	}
	return from + i + len("</a>")
}
