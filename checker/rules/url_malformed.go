package rules

import (
	"strings"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/pattern"
)

// URLMalformed finds an address that no browser can open.
var URLMalformed = &checker.Rule{ID: "url-malformed", Group: checker.Links, Severity: checker.Error, Results: true, Doc: checker.Doc{
	Title: "Address is not written right",
	Text:  "The address cannot be opened as it is written: its beginning stands there twice, a slash or a colon is missing, or it has signs that no address can have.",
	Do:    "Correct the address. The usual slips (http://https://, htp://, a missing slash) ibid can mend.",
	Quiet: "Addresses with letters of any script.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” http://https://courier.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.",
	Basis: "RFC 3986; WHATWG URL",
}, Supersedes: []string{
	"dead-link", "soft-404", "content-drift", "redirect-to-other-domain", "link-redirects", "server-error", "redirect-loop", "link-timeout", "tls-error", "link-blocked",
	"url-no-scheme", "url-trailing-punctuation", "url-broken-by-space", "url-wrapped", "url-tracking-params", "ai-tracking-parameter", "url-local",
	"bare-domain", "url-text-mismatch", "url-shortener", "url-session-id", "archive-link-broken", "archive-untrusted",
}, Run: run(malformed)}

func malformed(r *checker.Report) []checker.Finding {
	bad := map[string]string{}
	for i := range r.Links {
		if r.Links[i].Verdict == link.Malformed {
			bad[r.Links[i].URL] = r.Links[i].Reason
		}
	}
	return eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
		reason, known := bad[o.url.Address]
		right, mendable := unbroken(o.url.Address)
		if !known && !mendable || o.url.Relative || o.url.BrokenBySpace {
			return checker.Finding{}, false
		}
		f := o.finding("The address “%s” %s is not written right.", ellipsis(o.url.Address), o.where(r.Article))
		f.Help = "Copy the address from the browser again."
		if reason != "" {
			f.Evidence = evidence("why", reason)
		}
		if mendable {
			f.Help = "Write “" + right + "”."
			f.Fixes = mend(r.Article, o.url, right, "Write “"+right+"”", checker.Safe)
		}
		return f, true
	})(r)
}

var (
	doubleScheme = pattern.New(`^(?i:https?)(?::/*|//)(?i:(https?)(?::/*|//))([^/])`)
	brokenScheme = pattern.New(`^(?i:h{0,2}t{1,3}p{0,2}s{0,2}|hpt{1,2}p?s?|htt?sp)(:://|:/?|://|[;.]//|//|:///+|:\\\\|: //)([^/\\].*)$`)
)

// unbroken mends the breakages that have one reading only: "http://https://x",
// "htp://x", "http:/x", "http//x".
func unbroken(address string) (string, bool) {
	if m := doubleScheme.FindStringSubmatchIndex(address); m != nil {
		return strings.ToLower(address[m[2]:m[3]]) + "://" + address[m[4]:], true
	}
	m := brokenScheme.FindStringSubmatchIndex(address)
	if m == nil {
		return "", false
	}
	scheme, slashes, rest := strings.ToLower(address[:m[2]]), address[m[2]:m[3]], address[m[4]:]
	if slashes == "://" && (scheme == "http" || scheme == "https") || !strings.Contains(rest, ".") {
		return "", false
	}
	if strings.Contains(scheme, "s") {
		return "https://" + rest, true
	}
	return "http://" + rest, true
}
