package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/pattern"
)

// URLSessionID finds an address that holds for one visit.
var URLSessionID = &checker.Rule{ID: "url-session-id", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Address that holds for one visit",
	Text:  "The address holds the number of somebody's visit (jsessionid, PHPSESSID) or a permission that expires. It opens for the author today, and soon for nobody.",
	Do:    "Look on the page for a permanent link, and give that.",
	Quiet: "“sid” where it is the number of a story.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire;jsessionid=8F3A22C0D1E2.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.",
	Basis: "CMOS 17, 14.9: give permanent addresses",
}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	clean, signed := visitless(o.url.Address)
	if !signed && clean == o.url.Address || isExample(r.Article, o) {
		return checker.Finding{}, false
	}
	if signed {
		f := o.finding("The address %s opens until a certain hour only: it is signed.", o.where(r.Article))
		f.Help, f.Confidence = "Give the address of the page on which the file is offered.", 0.95
		f.Evidence = evidence("address", ellipsis(o.url.Address))
		return f, true
	}
	f := o.finding("The address %s has the number of one visit in it.", o.where(r.Article))
	f.Help, f.Confidence = "Try the address without it: "+clean, 0.95
	f.Evidence = evidence("without it", clean)
	f.Fixes = mend(r.Article, o.url, clean, "Take the number of the visit out", checker.Suggest)
	return f, true
}))}

var (
	pathSession   = pattern.New(`(?i);(?:jsessionid|phpsessid|sid|session_?id)=[^/?#;&]*`)
	cookieless    = pattern.New(`/\([SAFXsafx]\([a-zA-Z0-9]{12,}\)\)`)
	sessionKey    = pattern.New(`(?i)^(?:jsessionid|phpsessid|php_sessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id|sess_id|zenid|oscsid)$`)
	sessionNumber = pattern.New(`^(?:[0-9a-f]{24,}|[0-9A-Fa-f-]{32,}|[0-9a-zA-Z]{32,})$`)
)

// visitless takes the number of a visit out of an address, and says whether the
// address is signed: such a one cannot be mended.
func visitless(address string) (clean string, signed bool) {
	head, fragment, hasFragment := strings.Cut(address, "#")
	path, query, hasQuery := strings.Cut(head, "?")
	path = cookieless.ReplaceAllString(pathSession.ReplaceAllString(path, ""), "")
	var kept, keys []string
	if hasQuery {
		for pair := range strings.SplitSeq(query, "&") {
			key, value, _ := strings.Cut(pair, "=")
			keys = append(keys, strings.ToLower(key))
			// A sid may be a story's: only long random ones are visits.
			if sessionKey.MatchString(key) && value != "" || strings.EqualFold(key, "sid") && sessionNumber.MatchString(value) {
				continue
			}
			kept = append(kept, pair)
		}
	}
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(keys, name) })
	}
	signed = has("x-amz-signature") || has("x-amz-expires") || has("x-goog-signature") || has("awsaccesskeyid", "expires") ||
		has("signature", "expires", "key-pair-id") || has("policy", "signature", "key-pair-id") || has("sig", "se", "sv")
	clean = path
	if len(kept) > 0 {
		clean += "?" + strings.Join(kept, "&")
	}
	if hasFragment {
		clean += "#" + fragment
	}
	if !signed && clean == address {
		return address, false
	}
	if u := parsed(address); u == nil || u.Host == "" {
		return address, false
	}
	return clean, signed
}
