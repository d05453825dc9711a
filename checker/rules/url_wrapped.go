package rules

import (
	"encoding/base64"
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/pattern"
)

// URLWrapped finds an address inside another one.
var URLWrapped = &checker.Rule{ID: "url-wrapped", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Address leads by way of another site",
	Text: "The address does not lead to the source itself, but takes a detour by a search engine, a mail filter, a library's log-in or a translator. Other readers may not be " +
		"let through.",
	Do:    "Write the source's own address, which stands inside the long one.",
	Quiet: "Notes that are about such a service.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://www.google.com/url?q=https%3A%2F%2Fcourier.example%2Ffire&sa=D.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.",
	Basis: "CMOS 17, 14.11",
}, Supersedes: []string{"url-tracking-params", "link-redirects"}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	inner, by, sure := unwrap(o.at)
	if by == "" {
		return checker.Finding{}, false
	}
	f := o.finding("The address %s leads by way of %s.", o.where(r.Article), by)
	f.Help = "Use the source's own address."
	if inner == "" {
		return f, true
	}
	f.Help = "Use the source's own address: " + inner
	f.Evidence = evidence("inside it", inner)
	class := checker.Suggest
	if sure {
		class = checker.Safe
	}
	f.Fixes = mend(r.Article, o.url, inner, "Use "+inner, class)
	return f, true
}))}

// wrapper is a site that leads on to an address given in a parameter.
type wrapper struct{ host, path, parameter, name string }

// wrappers lists the sites by host; a path is the beginning of one.
var wrappers = []wrapper{ //nolint:gochecknoglobals // constant table
	{"google.com", "/url", "q", "Google's redirect"},
	{"google.com", "/url", "url", "Google's redirect"},
	{"facebook.com", "/l.php", "u", "Facebook's redirect"},
	{"l.instagram.com", "/", "u", "Instagram's redirect"},
	{"safelinks.protection.outlook.com", "/", "url", "Outlook's mail filter"},
	{"linkprotect.cudasvc.com", "/url", "a", "a mail filter"},
	{"duckduckgo.com", "/l/", "uddg", "DuckDuckGo's redirect"},
	{"youtube.com", "/redirect", "q", "YouTube's redirect"},
	{"linkedin.com", "/redir/redirect", "url", "LinkedIn's redirect"},
	{"linkedin.com", "/safety/go", "url", "LinkedIn's redirect"},
	{"slack-redir.net", "/link", "url", "Slack's redirect"},
	{"t.umblr.com", "/redirect", "z", "Tumblr's redirect"},
	{"out.reddit.com", "/", "url", "Reddit's redirect"},
	{"exit.sc", "/", "url", "SoundCloud's redirect"},
	{"vk.com", "/away.php", "to", "VK's redirect"},
	{"translate.google.com", "/translate", "u", "Google Translate"},
	{"steamcommunity.com", "/linkfilter/", "url", "Steam's redirect"},
	{"bing.com", "/ck/a", "u", "Bing's redirect"},
}

var (
	proxied     = pattern.New(`(?i)^(.+)\.(?:[a-z0-9-]*\.)?(?:ezproxy|ezp|eproxy|libproxy|idm\.oclc|proxy1?\.(?:lib|library|univ|uni)[a-z0-9-]*)\b`)
	libraryHost = pattern.New(`(?i)(?:^|\.)(?:ezproxy|ezp|eproxy|libproxy|login\.proxy|proxy\.lib)[.-]`)
	zeroHost    = pattern.New(`(?i)^0-([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.[a-z0-9-]+\.(?:edu|ac\.[a-z]{2}|edu\.[a-z]{2})$`)
)

// unwrap is the address inside a wrapper, the wrapper's name ("" if it is
// none), and whether decoding it is certain.
func unwrap(u *url.URL) (inner, by string, sure bool) {
	if u == nil || u.Host == "" {
		return "", "", false
	}
	host := hostOf(u)
	for _, w := range wrappers {
		if !onHost(host, w.host) || !strings.HasPrefix(u.Path, w.path) {
			continue
		}
		to := u.Query().Get(w.parameter)
		if w.host == "bing.com" && strings.HasPrefix(to, "a1") {
			if b, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(to[2:], "=")); err == nil {
				to = string(b)
			}
		}
		if web(to) {
			return to, w.name, true
		}
	}
	if inner, by = unwrapPath(u, host); by != "" {
		return inner, by, false
	}
	return unwrapLibrary(u, host)
}

// unwrapPath knows the wrappers that keep the address in their path or host.
func unwrapPath(u *url.URL, host string) (inner, by string) {
	switch {
	case onHost(host, "google.com") && strings.HasPrefix(u.Path, "/amp/s/"):
		return "https://" + strings.TrimPrefix(u.Path, "/amp/s/"), "Google's copy for telephones (AMP)"
	case onHost(host, "cdn.ampproject.org") && strings.Contains(u.Path, "/s/"):
		_, rest, _ := strings.Cut(u.Path, "/s/")
		return "https://" + rest, "a copy for telephones (AMP)"
	case host == "webcache.googleusercontent.com":
		q := strings.TrimPrefix(u.Query().Get("q"), "cache:")
		if _, rest, ok := strings.Cut(q, ":"); ok && !strings.HasPrefix(q, "http") {
			q = rest
		}
		q, _, _ = strings.Cut(q, " ")
		if q != "" && !web(q) {
			q = "https://" + q
		}
		return q, "Google's cache, which is closed"
	case strings.HasSuffix(host, ".translate.goog"):
		name := strings.TrimSuffix(host, ".translate.goog")
		name = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(name, "--", "\x00"), "-", "."), "\x00", "-")
		return "https://" + name + u.EscapedPath(), "Google Translate"
	case onHost(host, "urldefense.com") && strings.HasPrefix(u.Path, "/v3/__"):
		rest, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/v3/__"), "__;")
		if web(rest) && !strings.Contains(rest, "*") {
			return rest, "a mail filter"
		}
		return "", "a mail filter"
	case onHost(host, "urldefense.proofpoint.com"):
		to := u.Query().Get("u")
		plain, err := url.QueryUnescape(strings.NewReplacer("-", "%", "_", "/").Replace(to))
		if err == nil && web(plain) {
			return plain, "a mail filter"
		}
		if to != "" || strings.Trim(u.Path, "/") != "" {
			return "", "a mail filter"
		}
	}
	return "", ""
}

// unwrapLibrary knows the log-ins of libraries.
func unwrapLibrary(u *url.URL, host string) (inner, by string, sure bool) {
	const name = "a library's log-in"
	for _, p := range []string{"url", "qurl"} {
		if to := u.Query().Get(p); web(to) && (libraryHost.MatchString(u.Hostname()+".") || strings.HasSuffix(u.Path, "/login")) && strings.Contains(host, "proxy") {
			return to, name, true
		}
	}
	if m := zeroHost.FindStringSubmatch(u.Hostname()); m != nil {
		return "https://" + m[1] + u.RequestURI(), name, false
	}
	if m := proxied.FindStringSubmatch(u.Hostname()); m != nil {
		target := m[1]
		if !strings.Contains(target, ".") {
			target = strings.ReplaceAll(target, "-", ".")
		}
		if strings.Contains(target, ".") {
			return "https://" + target + u.RequestURI(), name, false
		}
	}
	return "", "", false
}

func web(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }
