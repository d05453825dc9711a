package secret

import (
	"net/url"
	"strings"

	"ibid/pattern"
)

var (
	// likelyName are the names of parameters that may let somebody in. Names
	// that are caught by mistake cost another look at a link, no more.
	likelyName = pattern.New(`(?i)token|secret|passw|pwd|passphrase|api[-_.]?key|access[-_.]?key|authkey|oauth|signature|credential|session|jwt|otp|(?:^|[-_.])(?:auth|authorization|sig|sid|key|code|state|pass|pin|ticket|hmac|nonce)$`)
	// sessionPath are sessions in the path.
	sessionPath = pattern.New(`(?i);(?:jsessionid|phpsessid|sid|session\w*)=|` + cookielessSession)
)

// keyLength is the length from which a value of letters and digits without a
// break is taken for a key and not for a word or a number, in bytes.
const keyLength = 20

// Likely says whether an address may carry a secret: a user, or a parameter
// that looks like a key.
func Likely(u *url.URL) bool {
	if u.User != nil || sessionPath.MatchString(u.Path) || likelyQuery(u.RawQuery) || likelyQuery(u.Fragment) {
		return true
	}
	s := u.String()
	return Mask(s) != s
}

// LikelyIn is Likely for an address as a host wrote it; what can't be read is
// taken for one with a secret.
func LikelyIn(raw string) bool {
	u, err := url.Parse(strings.TrimSpace(raw))
	return err != nil || Likely(u)
}

// LikelyName says whether a parameter or a header field of that name may let
// somebody in.
func LikelyName(name string) bool { return likelyName.MatchString(name) }

func likelyQuery(q string) bool {
	for pair := range strings.FieldsFuncSeq(q, func(r rune) bool { return r == '&' || r == ';' }) {
		name, value, _ := strings.Cut(pair, "=")
		name, value = unescaped(name), unescaped(value)
		if value != "" && likelyName.MatchString(name) || keyLike(value) || value == "" && keyLike(name) {
			return true
		}
	}
	return false
}

// unescaped is a part of a query without its escapes, or as it is where they are none.
func unescaped(s string) string {
	if u, err := url.QueryUnescape(s); err == nil {
		return u
	}
	return s
}

// keyLike says whether a value looks like a key: long, letters and digits
// mixed, without a break.
func keyLike(s string) bool { return mixedRun(s, keyLength) }

// mixedRun says whether there are so many letters and digits without a break,
// two of each or more.
func mixedRun(s string, least int) bool {
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
		if letters+digits >= least && letters > 1 && digits > 1 {
			return true
		}
	}
	return false
}
