package rules

import (
	"html"
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// occurrence is one place at which an address stands.
type occurrence struct {
	note, citation int // indices, -1 where neither
	url            *article.URL
	at             *url.URL // its address; nil where that can't be read
}

// occurrences lists every address of the body and of the notes, in order.
var occurrences = checker.Share(func(r *checker.Report) []occurrence {
	a := r.Article
	n := len(a.URLs)
	for i := range a.Notes {
		n += len(a.Notes[i].URLs)
	}
	all := make([]occurrence, 0, n)
	for i := range a.URLs {
		all = append(all, occurrence{-1, -1, &a.URLs[i], parsed(a.URLs[i].Address)})
	}
	for n := range a.Notes {
		note := &a.Notes[n]
		cited := map[document.Span]int{} // place in the source → citation
		for c := range note.Citations {
			for _, u := range note.Citations[c].URLs {
				cited[u.Span] = c
			}
		}
		for i := range note.URLs {
			c, ok := cited[note.URLs[i].Span]
			if !ok || note.Citations[c].Kind == article.Commentary {
				c = -1
			}
			all = append(all, occurrence{n, c, &note.URLs[i], parsed(note.URLs[i].Address)})
		}
	}
	return all
})

// where says in words where an address stands.
func (o occurrence) where(a *article.Article) string {
	if o.note < 0 {
		return "in the text"
	}
	return "in note " + a.Notes[o.note].Number
}

// finding starts a finding about an address.
func (o occurrence) finding(message string, args ...any) checker.Finding {
	f := checker.AtSpan(o.url.Span, message, args...)
	f.Note, f.Citation, f.URL = o.note, o.citation, o.url.Address
	return f
}

// eachAddress runs judge over the addresses. Places that hold the same address
// with the same fault are one finding, and one fix mends them all.
func eachAddress(judge func(r *checker.Report, o occurrence) (checker.Finding, bool)) func(*checker.Report) []checker.Finding {
	return func(r *checker.Report) []checker.Finding {
		var found []checker.Finding
		index := map[string]int{}
		for _, o := range occurrences(r) {
			f, ok := judge(r, o)
			if !ok {
				continue
			}
			i, again := index[o.url.Raw]
			if !again {
				index[o.url.Raw] = len(found)
				found = append(found, f)
				continue
			}
			found[i].Places = append(found[i].Places, checker.Place{Note: o.note, Citation: o.citation, Span: f.Span})
			found[i].Fixes = joinFix(found[i].Fixes, f.Fixes)
		}
		return found
	}
}

// readdress is the edit that puts another address in the place of one, or ok
// false where the source cannot be changed exactly: it is spelt with escapes.
func readdress(a *article.Article, u *article.URL, to string) (checker.Edit, bool) {
	source := a.Text.Cut(u.AddressSpan)
	plain := source
	if a.Format != "text" {
		plain = html.UnescapeString(source)
	}
	if u.AddressSpan.Empty() || strings.ContainsAny(to, " <>\"'\n\t") {
		return checker.Edit{}, false
	}
	switch plain {
	case u.Address:
	case strings.TrimPrefix(u.Address, "https://"):
		to = strings.TrimPrefix(to, "https://")
	default:
		return checker.Edit{}, false
	}
	if a.Format == "html" || a.Format == "docx" || strings.Contains(source, "&amp;") {
		to = strings.ReplaceAll(to, "&", "&amp;")
	}
	return checker.Edit{Span: u.AddressSpan, Text: to}, true
}

// mend is a fix that puts another address in the place of one, or none.
func mend(a *article.Article, u *article.URL, to, description string, class checker.FixClass) []checker.Fix {
	edit, ok := readdress(a, u, to)
	if !ok {
		return nil
	}
	return []checker.Fix{{Description: description, Class: class, Edits: []checker.Edit{edit}}}
}

// parsed is an address taken apart; nil where it cannot be.
func parsed(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	return u
}

// hostOf is an address's host in lower case, without port and "www.".
func hostOf(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// onHost says whether host is domain or one of its subdomains.
func onHost(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}
