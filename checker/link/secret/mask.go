package secret

import (
	"cmp"
	"slices"
	"strings"

	"ibid/pattern"
)

// Blot stands in the place of a secret.
const Blot = "***"

// cookielessSession is a session in the path as ASP.NET writes it: /(S(24 letters and digits))/.
const cookielessSession = `/\([SAFXsafx]\(([A-Za-z0-9]{12,})\)\)`

const (
	// longestUser is how far from an address's start its user may reach, in bytes.
	longestUser = 512
	// enoughOfValue is how much of a value shows whether it looks like a key, in bytes.
	enoughOfValue = 512
)

var (
	// scheme matches the start of an address, of one escaped inside another too.
	scheme = pattern.New(`(?i)[a-z][a-z0-9+.-]*(?::/{2,}|%3a(?:%2f){2,}|%253a(?:%252f){2,})|(?:^|[\s"'(<>=])//`)
	// bareUser matches user:password@host/ without a scheme.
	bareUser = pattern.New(`(?:^|[\s"'(<>\[])([\w.~%+-]{1,64}:[^\s/@"'<>]{1,128})@[\w-]+(?:\.[\w-]+)+(?::\d+)?/`)
	// mailLike are schemes whose addresses hold an @ and no password.
	mailLike = pattern.New(`(?i)^(?:mailto|e-?mail|acct|sips?|xmpp|im|tel|mid|cid):`)
	// pair matches the start of a name and its sign of equality, escaped up to
	// twice inside another address.
	pair = pattern.New(`(?i)(?:[?&;#]|%3f|%26|%3b|%23|%253f|%2526|%2523)((?:[a-z0-9_.$~\[\]-]|%[2-7][0-9a-f])[a-z0-9_.$~\[\]%-]{0,63}?)(=|%3d|%253d)`)
	// bareQuery matches a query that is one word.
	bareQuery = pattern.New(`\w/?\?([A-Za-z0-9]{20,})(?:$|[\s"'<>#.,;:)\]}])`)
	// surely are names of parameters that let somebody in, whatever their value.
	surely = pattern.New(`(?i)token|secret(?:[^a]|$)|passw|pwd|passphrase|(?:api|access|auth|private|account|shared|subscription|function)[-_.]?key|oauth|signature|credential|jwt|sess(?:ion)?[-_.]?id|^cf(?:id|token)$|^(?:zenid|oscsid)$|(?:^|[-_.$])(?:auth|authorization|pass|pin|otp|hmac|sig)$`)
	// maybe are names of parameters that let somebody in where the value looks so.
	maybe = pattern.New(`(?i)session|(?:^|[-_.])(?:sid|key|code|state|ticket|nonce|sign|s|t)$`)
	// harmless are names whose values are long and no secrets: the numbers of
	// documents, words that are looked for, where a reader comes from.
	harmless = pattern.New(`(?i)(?:^|[-_.a-z])(?:id|ids|uuid|guid)$|^(?:v|vi|list|q|query|search|u|ur[il]|doi|isbn|pmid|h|hash|sha1?|commit|rev|file|filename|path|doc|docs|document|item|record|rec|article|page|p|title|name|ref|href|link|target|video|clip|playlist|text|(?:fb|g|ms|dc|tw|yc|li_fat_|_)?clid|[gw]braid|si|igsh|mc_[ce]id|mibextid|utm_\w+)$`)
	// keys match what its makers' marks show to be a key, wherever it stands.
	keys = pattern.New(`\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){1,2}|\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abeoprs]-[\w-]{10,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{35})`)
	// inPath matches names of parameters that stand in the path.
	inPath = pattern.New(`sess(?:ion)?[-_.]?id$`)
	// blotted matches what was blotted out before, numbered or not.
	blotted = pattern.New(`^\*\*\*\d*$`)
	// cookieless matches the secret of a session in the path.
	cookieless = pattern.New(cookielessSession)
)

// Mask blots out the secrets of all addresses in a text. What it gives back it
// leaves as it is when it sees it again.
func Mask(s string) string {
	spans := Spans(s)
	if len(spans) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, x := range spans {
		b.WriteString(s[at:x.Start])
		b.WriteString(Blot)
		at = x.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// Span is a stretch of a text in bytes.
type Span struct{ Start, End int }

// Spans are the stretches that Mask blots out, in order; they do not touch.
func Spans(s string) []Span {
	if !suspicious(s) {
		return nil
	}
	spans := append(users(s), values(s)...)
	for _, m := range keys.FindAllStringIndex(s, -1) {
		spans = append(spans, Span{m[0], m[1]})
	}
	for _, m := range cookieless.FindAllStringSubmatchIndex(s, -1) {
		spans = append(spans, Span{m[2], m[3]})
	}
	spans = slices.DeleteFunc(spans, func(x Span) bool { return x.Start == x.End || blotted.MatchString(s[x.Start:x.End]) })
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []Span
	for _, x := range spans {
		if n := len(out); n > 0 && x.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, x.End)
			continue
		}
		out = append(out, x)
	}
	return out
}

// suspicious says whether a text may hold a secret at all. Most hold none, and
// every string of a report is asked: one pass goes by the bytes with which what
// shows a secret begins.
func suspicious(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '@', '=', '?', '_':
			return len(s) >= 4
		case '/':
			if strings.HasPrefix(s[i:], "/(") {
				return true
			}
		case '%':
			if rest := s[i+1:]; strings.HasPrefix(rest, "40") || strings.HasPrefix(rest, "3d") || strings.HasPrefix(rest, "3D") {
				return true
			}
		case 'e', 'A', 'g', 'x':
			if strings.HasPrefix(s[i:], "eyJ") || strings.HasPrefix(s[i:], "AKIA") || strings.HasPrefix(s[i:], "ASIA") || strings.HasPrefix(s[i:], "AIza") ||
				strings.HasPrefix(s[i:], "glpat-") || strings.HasPrefix(s[i:], "xox") {
				return true
			}
		}
	}
	return false
}

// users are the names and passwords before the hosts of addresses.
func users(s string) (out []Span) {
	for _, m := range scheme.FindAllStringIndex(s, -1) {
		if n := userEnd(s[m[1]:min(len(s), m[1]+longestUser)], s[m[0]:m[1]]); n > 0 {
			out = append(out, Span{m[1], m[1] + n})
		}
	}
	for _, m := range bareUser.FindAllStringSubmatchIndex(s, -1) {
		if !mailLike.MatchString(s[m[2]:m[3]]) {
			out = append(out, Span{m[2], m[3]})
		}
	}
	return out
}

// userEnd is where the user ends in an address without its scheme, 0 if there is none.
func userEnd(s, scheme string) int {
	if end := strings.IndexFunc(s, endsAddress); end >= 0 {
		s = s[:end]
	}
	at, slash := "@", "/"
	switch { // an address inside another is escaped, its slashes too
	case strings.Contains(scheme, "%25"):
		at, slash = "%2540", "%252f"
	case strings.Contains(scheme, "%"):
		at, slash = "%40", "%2f"
	}
	authority := s
	if i := strings.IndexAny(authority, `/?#&\`); i >= 0 {
		authority = authority[:i]
	}
	if i := strings.Index(lower(authority), slash); i >= 0 {
		authority = authority[:i]
	}
	if i := strings.LastIndex(authority, at); i >= 0 {
		return i
	}
	// A password with a slash in it makes no valid address, and is one still.
	_, port, ok := strings.Cut(authority, ":")
	if !ok || at != "@" || strings.HasPrefix(authority, "[") || strings.Trim(port, "0123456789") == "" {
		return 0
	}
	return max(0, strings.LastIndex(s, at))
}

// values are those of parameters that let somebody in.
func values(s string) (out []Span) {
	ends := map[string]int{} // of the value looked at last, by the sign of equality
	for from := 0; ; {
		m := pair.FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		name, sign := lower(unescaped(s[from+m[2]:from+m[3]])), lower(s[from+m[4]:from+m[5]])
		from += m[5] // values hold addresses with parameters of their own
		if end, ok := ends[sign]; !ok || end < from {
			ends[sign] = from + parameterEnd(s[from:], sign)
		}
		value := s[from:ends[sign]]
		if inPath.MatchString(name) {
			value, _, _ = strings.Cut(strings.ReplaceAll(value[:min(len(value), enoughOfValue)], "?", "/"), "/")
		}
		value = strings.TrimRight(value, `.,:!?)]}*_’”»›`) // of the sentence
		if lets(name, unescaped(value[:min(len(value), enoughOfValue)])) {
			out = append(out, Span{from, from + len(value)})
		}
	}
	for _, m := range bareQuery.FindAllStringSubmatchIndex(s, -1) {
		if keyLike(s[m[2]:m[3]]) {
			out = append(out, Span{m[2], m[3]})
		}
	}
	return out
}

// lets says whether a parameter lets somebody in.
func lets(name, value string) bool {
	switch {
	case value == "":
		return false
	case surely.MatchString(name):
		return true
	case maybe.MatchString(name):
		return mixedRun(value, 12) || len(name) > 1 && mixedRun(value, 8)
	}
	return keyLike(value) && !harmless.MatchString(name)
}

// parameterEnd is where a parameter ends whose sign of equality was written so:
// at the next one, or where the address ends in the text around it.
func parameterEnd(s, sign string) int {
	var escaped []string // the next one's sign, of an address inside another
	switch sign {
	case "%3d":
		escaped = []string{"%26", "%23", "%3b"}
	case "%253d":
		escaped = []string{"%2526", "%2523", "%253b", "%26", "%23"}
	}
	for i, r := range s {
		if r == '&' || r == '#' || r == ';' || endsAddress(r) {
			return i
		}
		if r == '%' && slices.ContainsFunc(escaped, func(next string) bool { return len(s)-i >= len(next) && lower(s[i:i+len(next)]) == next }) {
			return i
		}
	}
	return len(s)
}

// endsAddress says whether a character ends an address in the text around it.
func endsAddress(r rune) bool {
	switch r {
	case '"', '\'', '<', '>', '`', '|', '«', '»', '“', '”', '„', '。', '，', '、', '；', '：', '！', '？', '」', '』', '】', '》', '）':
		return true
	}
	return r <= ' ' || r == '\u00a0' || r == '\u3000'
}

// lower is s with its ASCII capitals made small, byte for byte: what is no UTF-8
// keeps its length.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
