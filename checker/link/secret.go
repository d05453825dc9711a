package link

import (
	"net/url"
	"strings"

	"ibid/pattern"
)

var (
	// secretName are the names of query parameters that let somebody in. Names
	// that are caught by mistake cost another look at the link, no more.
	secretName = pattern.New(`(?i)token|secret|passw|pwd|passphrase|api[-_.]?key|access[-_.]?key|authkey|oauth|signature|credential|session|jwt|otp|(?:^|[-_.])(?:auth|authorization|sig|sid|key|code|state|pass|pin|ticket|hmac|nonce)$`)
	// secretPath are sessions in the path.
	secretPath = pattern.New(`(?i);(?:jsessionid|phpsessid|sid|session\w*)=`)
	// webToken is how a JSON web token starts.
	webToken = pattern.New(`^eyJ[A-Za-z0-9_-]{8,}`)
)

// tokenLength is the length from which a value of letters and digits without a
// break is taken for a key and not for a word or a number, in bytes.
const tokenLength = 20

// secretive says whether an address carries a secret: a user, or a parameter
// that looks like a key. The answer of such a link is never kept.
func secretive(u *url.URL) bool {
	return u.User != nil || secretPath.MatchString(u.Path) || secretQuery(u.RawQuery) || secretQuery(u.Fragment)
}

func secretQuery(q string) bool {
	for pair := range strings.FieldsFuncSeq(q, func(r rune) bool { return r == '&' || r == ';' }) {
		name, value, _ := strings.Cut(pair, "=")
		if n, err := url.QueryUnescape(name); err == nil {
			name = n
		}
		if v, err := url.QueryUnescape(value); err == nil {
			value = v
		}
		if value != "" && secretName.MatchString(name) || tokenLike(value) {
			return true
		}
		if value == "" && tokenLike(name) {
			return true
		}
	}
	return false
}

// tokenLike says whether a value looks like a key: long, letters and digits
// mixed, without a break.
func tokenLike(s string) bool {
	if webToken.MatchString(s) {
		return true
	}
	letters, digits := 0, 0
	for _, c := range []byte(s) {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			letters++
		default:
			letters, digits = 0, 0
		}
		if letters+digits >= tokenLength && letters > 1 && digits > 1 {
			return true
		}
	}
	return false
}

// tellsSecret says whether anything that is kept of a result holds a secret.
func tellsSecret(t *task, r Result) bool {
	if secretive(t.first) || secretText(r.FinalURL) {
		return true
	}
	for _, h := range r.Redirects {
		if secretText(h.URL) || secretText(h.Location) {
			return true
		}
	}
	if r.Repair != nil && secretText(r.Repair.URL) {
		return true
	}
	p := r.Page
	return p != nil && (secretText(p.URL) || secretText(p.Canonical) || secretText(p.Refresh) || secretText(p.Header.Get("Location")))
}

// secretText is secretive for an address as a host wrote it; one that can't be
// read is not kept either.
func secretText(raw string) bool {
	u, err := url.Parse(strings.TrimSpace(raw))
	return err != nil || secretive(u)
}

// Masked is an address as it may be shown and logged: a user and the values of
// parameters that look like keys are blotted out.
func Masked(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || !secretive(u) {
		return raw
	}
	c := *u
	if c.User != nil {
		c.User = url.User("***")
	}
	c.Path = secretPath.ReplaceAllStringFunc(c.Path, func(s string) string { return s + "***" })
	c.RawPath = ""
	c.RawQuery, c.Fragment, c.RawFragment = masked(c.RawQuery), masked(c.Fragment), ""
	return c.String()
}

// masked blots out the values of a query that are secret.
func masked(q string) string {
	pairs := strings.Split(q, "&")
	for i, pair := range pairs {
		if !secretQuery(pair) {
			continue
		}
		name, _, ok := strings.Cut(pair, "=")
		if !ok {
			name = ""
		}
		pairs[i] = name + "=***"
	}
	return strings.Join(pairs, "&")
}
