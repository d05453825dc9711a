package rules

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
)

// URLTextMismatch finds a link that shows one address and leads to another.
var URLTextMismatch = &checker.Rule{ID: "url-text-mismatch", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Link shows one address and leads to another",
	Text:  "The address that readers see and the one that the link opens are two different ones. One was changed and the other was not.",
	Do:    "Find out which is right, and use it for both.",
	Quiet: "Shortened display, archived copies, DOIs, short addresses, and links that a mail program or website has wrapped.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” [https://courier.example/news/1](https://courier.example/news/2).",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” [courier.example/news/1](https://courier.example/news/1).",
	Basis: "A reader opens what he sees",
}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	if o.url.Form != article.Href || o.url.Visible == "" || !otherAddress(o.url.Visible, o.url.Address) {
		return checker.Finding{}, false
	}
	f := o.finding("The link %s shows “%s” and leads to “%s”.", o.where(r.Article), ellipsis(o.url.Visible), ellipsis(o.url.Address))
	f.Help, f.Confidence = "Open both and keep the one that is meant.", 0.9
	f.Evidence = []checker.Evidence{{What: "shown", Value: o.url.Visible}, {What: "opened", Value: o.url.Address, URL: o.url.Address}}
	return f, true
}))}

// otherAddress says whether a visible address is certainly another than the one
// that its link opens.
func otherAddress(visible, address string) bool {
	shown := strings.Join(strings.Fields(strings.ReplaceAll(visible, "\u00ad", "")), "")
	shown = strings.Trim(shown, "<>()[]“”\"'.,;:")
	if at := strings.Index(strings.ToLower(shown), "http"); at > 0 {
		shown = shown[at:] // "URL:https://…"
	}
	shown, cut := cutShort(shown)
	if !web(strings.ToLower(shown)) {
		shown = "https://" + shown
	}
	x, y := parsed(shown), parsed(address)
	if x == nil || y == nil || !web(strings.ToLower(address)) || !strings.Contains(x.Host, ".") {
		return false
	}
	// Sites whose work it is to lead on to others.
	for _, u := range []*url.URL{x, y} {
		if host := hostOf(u); leadsOn(host) || archiveHost(host) || shortener(host) {
			return false
		}
	}
	if otherRecord(x, y) && !cut {
		return true
	}
	if _, by, _ := unwrap(y); by != "" || strings.Contains(plainAddress(y), hostOf(x)+strings.TrimSuffix(x.Path, "/")) {
		return false
	}
	if hostOf(x) != hostOf(y) {
		// m.courier.example, and a host whose end is cut off, are the same.
		return !onHost(hostOf(x), hostOf(y)) && !onHost(hostOf(y), hostOf(x)) && !cut && !sameName(hostOf(x), hostOf(y))
	}
	from, to := strings.Trim(plainPath(x.Path), "/"), strings.Trim(plainPath(y.Path), "/")
	return from != "" && from != to && !strings.HasPrefix(to, from) && !strings.HasPrefix(from, to) && !cut
}

// otherRecord says whether two addresses ask one page for two things, as in watch?v=1
// and watch?v=2.
func otherRecord(x, y *url.URL) bool {
	if hostOf(x) != hostOf(y) || x.Path != y.Path {
		return false
	}
	from, to := x.Query(), y.Query()
	return slices.ContainsFunc([]string{"v", "id", "p", "article", "page_id", "doc", "list"}, func(key string) bool {
		return from.Get(key) != "" && to.Get(key) != "" && from.Get(key) != to.Get(key)
	})
}

// cutShort takes the ellipsis off a shortened address.
func cutShort(s string) (string, bool) {
	for _, dots := range []string{"…", "..."} {
		if head, _, found := strings.Cut(s, dots); found {
			return head, true
		}
	}
	return s, false
}

// plainAddress is an address decoded, in lower case.
func plainAddress(u *url.URL) string {
	s, err := url.QueryUnescape(u.String())
	if err != nil {
		return strings.ToLower(u.String())
	}
	return strings.ToLower(s)
}

// plainPath is a path without what people and programs change in writing: case,
// hyphens, soft breaks.
func plainPath(path string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '‐' || r == '–' || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, path)
}

// sameName says whether two hosts have one name in two top domains
// (courier.example and courier.co.test).
func sameName(x, y string) bool {
	name := ownLabel(x)
	return len(name) > 2 && name == ownLabel(y)
}

// ownLabel is the label of a host that its owner chose: bbc of news.bbc.co.uk.
func ownLabel(host string) string {
	labels := strings.Split(host, ".")
	last := len(labels) - 2
	if last > 0 && len(labels[last+1]) == 2 && slices.Contains([]string{"co", "com", "org", "net", "ac", "edu", "gov", "or", "go", "ne"}, labels[last]) {
		last--
	}
	if last < 0 {
		return ""
	}
	return labels[last]
}
