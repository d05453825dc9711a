package rules

import (
	"net/netip"
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// URLLocal finds an address that only its author can open.
var URLLocal = &checker.Rule{ID: "url-local", Group: checker.Links, Severity: checker.Error, Doc: checker.Doc{
	Title: "Address that only its author can open",
	Text: "The address leads to a file on somebody's computer, into an internal network, to a preview of an unpublished page, or to a page for its editors. Readers cannot open " +
		"it.",
	Do:    "Give the public address.",
	Quiet: "Addresses that an article on networks gives as examples; with `--allow-private`, those of the network that readers are in.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/?p=12&preview=true.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.",
	Basis: "A reader can open public addresses only",
}, Supersedes: []string{"dead-link", "link-blocked", "link-redirects", "content-drift"}, Run: run(func(r *checker.Report) []checker.Finding {
	return append(eachAddress(localAddress)(r), filePaths(r)...)
})}

func localAddress(r *checker.Report, o occurrence) (checker.Finding, bool) {
	u := o.at
	if u == nil {
		return checker.Finding{}, false
	}
	why := privateTo(u)
	if why == "" && !r.Inside {
		why = insideNetwork(u)
	}
	if why == "" || isExample(r.Article, o) {
		return checker.Finding{}, false
	}
	f := o.finding("The address %s leads to %s, which readers cannot open.", o.where(r.Article), why)
	f.Help = "Use the public address."
	f.Confidence = 0.95
	f.Evidence = evidence("address", o.url.Address)
	return f, true
}

// filePath matches the address of a file on a computer, which no reader of formats
// takes for a link, or the beginning of one on Windows.
var filePath = pattern.New(`\bfile:/{2,3}[^\s<>"“”’)]+|(?:^|[\s(])([A-Z]:\\Users\\[^\s<>"“”’)]+)`)

// filePaths are the files of somebody's computer that stand in notes as plain text.
func filePaths(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		if aboutNetworks.MatchString(r.Article.Meta.Title) {
			return nil
		}
		for _, m := range filePath.FindAllStringSubmatchIndex(note.Text.String, -1) {
			if m[2] >= 0 {
				m = m[2:]
			}
			span := note.Text.Span(m[0], m[1])
			if inURL(note, span) || insideQuotes(note.Text.String, m[0], m[1]) {
				continue
			}
			f := atNote(n, span, "The address in note %s leads to a file on one computer, which readers cannot open.", note.Number)
			f.Citation = citationAt(note, m[0])
			f.Help, f.Confidence = "Use the public address.", 0.95
			f.Evidence = evidence("address", note.Text.String[m[0]:m[1]])
			found = append(found, f)
		}
	}
	return found
}

// privateTo says in words what private thing an address leads to, or nothing.
func privateTo(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	if u.Scheme == "file" {
		return "a file on one computer"
	}
	query := u.Query()
	switch {
	case strings.HasPrefix(u.Path, "/wp-admin") && !strings.HasSuffix(u.Path, "/admin-ajax.php") || strings.Contains(u.Path, "/wp-admin/post.php"):
		return "the editing pages of a site"
	case query.Get("preview") == "true" || query.Has("preview_id") || query.Has("preview_nonce"):
		return "a preview"
	case host == "docs.google.com" && strings.HasSuffix(u.Path, "/edit") && query.Get("usp") != "sharing":
		return "the editing page of a document"
	case (host == "www.dropbox.com" || host == "dropbox.com") && (strings.HasPrefix(u.Path, "/home") || strings.HasPrefix(u.Path, "/work")):
		return "a private folder"
	}
	return ""
}

// insideNetwork says in words which network's inside an address leads to, or nothing.
func insideNetwork(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	addr, err := netip.ParseAddr(host)
	switch {
	case err == nil && (addr.IsPrivate() || addr.IsLoopback() || addr.IsLinkLocalUnicast() || addr.IsUnspecified()):
		return "an internal network"
	case host == "localhost" || strings.HasSuffix(host, ".localhost"):
		return "the computer that it was written on"
	case strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") || strings.HasSuffix(host, ".lan"):
		return "an internal network"
	}
	return ""
}

// isExample says whether an address is set as code, only spoken of in the
// text, or given in an article on networks: nobody is sent there.
func isExample(a *article.Article, o occurrence) bool {
	if o.note < 0 {
		return o.url.Form != article.Href
	}
	return inCode(a, o) || o.url.Form != article.Href && aboutNetworks.MatchString(a.Meta.Title)
}

// aboutNetworks matches the title of an article that gives such addresses as examples.
var aboutNetworks = pattern.New(`\b(?i:networks?|networking|localhost|routers?|servers?|intranets?|firewalls?|docker|kubernetes|ip address(?:es)?|self-host(?:ed|ing)?)\b|\b(?:LAN|VPN|DNS|NAS)\b`)

// inCode says whether an address of a note is set as code.
func inCode(a *article.Article, o occurrence) bool {
	if o.note < 0 {
		return false
	}
	note := &a.Notes[o.note]
	if i := strings.Index(note.Text.String, o.url.Raw); i >= 0 && o.url.Form != article.Href && insideQuotes(note.Text.String, i, i+len(o.url.Raw)) {
		return true
	}
	for _, s := range note.Styles {
		at := note.Text.Span(s.Start, s.End)
		if s.Style.Has(document.Monospace) && at.Part == o.url.Span.Part && at.Start <= o.url.AddressSpan.Start && o.url.AddressSpan.End <= at.End {
			return true
		}
	}
	return false
}
