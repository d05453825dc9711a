package citation

import (
	"net/url"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

var (
	// schemeURL also takes the commonest misspellings, so that a rule can say so.
	schemeURL      = pattern.New(`(?i)(?:https?|ftp|\b(?:h{1,2}t{1,3}p{0,2}s{0,2}|t{1,2}ps?|hpt{1,2}p?s?|htt?sp))(?::{0,2}//|:/|[;.]//|:\\\\)[^\s<>"“”«»\x{3000}-\x{303f}\x{ff00}-\x{ff0f}]+|\bhttps?:(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>"“”«»\x{3000}-\x{303f}\x{ff00}-\x{ff0f}]*)?|mailto:[^\s<>",;]+@[^\s<>",;]+`)
	misspeltScheme = pattern.New(`^(?i:https?|h{1,2}t{1,3}p{1,2}s{0,2}|ttps?)[;.]?//[a-z0-9-]+\.`)
	bareURL        = pattern.New(`(?i)\bwww\.[a-z0-9-]+\.[a-z][^\s<>"“”«»\x{3000}-\x{303f}]*`)
	domainURL      = pattern.New(`(?i)\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|io|de|fr|es|it|uk|nl|eu|ch|at|be|pl|ru|jp|kr|cn|ca|au|br|ly|gl|gd|co|us|tv|se|dk|fi|pt|cz|ie|nz)/[^\s<>"“”«»\x{3000}-\x{303f}]+`)
	doiText        = pattern.New(`(?i)(?:doi:?\s*(?:https?://)?(?:dx\.)?(?:doi\.org/)?|\b)(10\.\d{4,9}(?:\.\d+)*/[^\s<>"“”«»]+)`)
)

// FindURLs lists the addresses in a folded text: targets of links, and those
// written out. src is the source that the text came from, base the page's own
// address, to which relative links are joined.
func FindURLs(t document.Text, styles []article.Styled, base string, src *document.Source) []article.URL {
	f := urlFinder{t: t, s: t.String, src: src, base: base}
	f.hrefs(styles)
	f.written()
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].at < f.found[j].at })
	out := make([]article.URL, 0, len(f.found))
	for _, u := range f.found {
		out = append(out, u.URL)
	}
	return out
}

// placed is an address with its place in the text.
type placed struct {
	article.URL
	at, end int
}

type urlFinder struct {
	t    document.Text
	s    string
	src  *document.Source
	base string
	// glosses says that links within the site explain words, as in a wiki,
	// and are not what a note cites.
	glosses bool
	found   []placed
	taken   []bool // which bytes of s an address stands over; nil before the first
}

// covered says whether an address stands over a stretch already.
func (f *urlFinder) covered(from, to int) bool {
	return f.taken != nil && slices.Contains(f.taken[from:to], true)
}

// take adds an address to those found.
func (f *urlFinder) take(p placed) {
	f.found = append(f.found, p)
	f.cover(p.at, p.end)
}

func (f *urlFinder) cover(from, to int) {
	if f.taken == nil {
		f.taken = make([]bool, len(f.s))
	}
	for i := from; i < min(to, len(f.taken)); i++ {
		f.taken[i] = true
	}
}

// hrefs takes the targets of links.
func (f *urlFinder) hrefs(styles []article.Styled) {
	var last document.Span
	for _, st := range styles {
		raw := st.Href.String
		span := st.Href.All()
		if strings.TrimSpace(raw) == "" {
			continue
		}
		if n := len(f.found); n > 0 && span == last && span != (document.Span{}) && f.found[n-1].Raw == raw {
			f.found[n-1].end = max(f.found[n-1].end, st.End)
			f.cover(st.Start, st.End)
			continue
		}
		last = span
		u, ok := f.target(raw, st.Href)
		if !ok || f.glosses && f.sameSite(u) {
			continue
		}
		visible := strings.TrimSpace(f.s[st.Start:st.End])
		if schemeURL.MatchString(visible) || bareURL.MatchString(visible) {
			u.Visible = visible
		}
		if u.Visible == u.Address {
			f.linkedHalf(&u, st.Start, st.End)
		}
		f.take(placed{u, st.Start, st.End})
	}
}

// linkedHalf takes the rest of an address into which a space came before a program
// made a link of its first half.
func (f *urlFinder) linkedHalf(u *article.URL, from, to int) {
	raw, _, broken := f.join(from, to)
	if rest := trimEnd(raw); broken && len(rest) > to-from {
		u.Raw, u.Address, u.BrokenBySpace = raw, strings.Join(strings.Fields(rest), ""), true
	}
}

// sameSite says whether an address is one of the page's own site.
func (f *urlFinder) sameSite(u article.URL) bool {
	if u.Relative {
		return true
	}
	own, err := url.Parse(f.base)
	to, err2 := url.Parse(u.Address)
	if err != nil || err2 != nil {
		return false
	}
	return to.Host == own.Host || strings.HasSuffix(to.Host, ".wikipedia.org") && !strings.HasPrefix(u.Raw, "http://")
}

// target reads one href; false for links inside the page.
func (f *urlFinder) target(raw string, t document.Text) (article.URL, bool) {
	u := article.URL{Raw: raw, Form: article.Href, Span: t.All()}
	trimmed := strings.TrimSpace(raw)
	if strings.HasPrefix(trimmed, "#") || strings.HasPrefix(strings.ToLower(trimmed), "javascript:") {
		return u, false
	}
	address := trimmed
	if strings.ContainsFunc(address, unicode.IsSpace) {
		u.BrokenBySpace = true
		address = strings.Join(strings.Fields(address), "")
	}
	address = trimEnd(address)
	start := strings.Index(raw, trimmed)
	u.AddressSpan = t.Span(start, start+len(trimEnd(trimmed)))
	switch {
	case strings.HasPrefix(address, "//"):
		address = "https:" + address
	case hasScheme(address):
		if own := withoutFragment(f.base); own != "" && own != address && withoutFragment(address) == own {
			return u, false // a place on the page itself
		}
	case !hasScheme(address) && misspeltScheme.MatchString(address):
		// "http//example.org" is no file of this page's folder.
	case !hasScheme(address):
		base, err := url.Parse(f.base)
		ref, err2 := url.Parse(address)
		if err == nil && err2 == nil && base.IsAbs() {
			joined := base.ResolveReference(ref)
			if withoutFragment(joined.String()) == withoutFragment(f.base) && ref.Fragment != "" {
				return u, false
			}
			address = joined.String()
		} else {
			u.Relative = true
		}
	}
	u.Address = address
	return u, true
}

func withoutFragment(s string) string {
	s, _, _ = strings.Cut(s, "#")
	return s
}

// hasScheme says whether an address names a scheme.
func hasScheme(s string) bool {
	i := strings.IndexByte(s, ':')
	if i <= 1 {
		return false
	}
	for _, r := range s[:i] {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '+' && r != '-' && r != '.' {
			return false
		}
	}
	return !strings.Contains(s[:i], ".") || strings.HasPrefix(s[i:], "://")
}

// written takes the addresses that stand in the text itself.
func (f *urlFinder) written() {
	if strings.Contains(f.s, ":") || strings.Contains(f.s, "//") {
		for _, m := range schemeURL.FindAllStringIndex(f.s, -1) {
			f.add(m[0], m[1], article.Plain)
		}
	}
	for _, m := range bareURL.FindAllStringIndex(f.s, -1) {
		f.add(m[0], m[1], article.SchemeLess)
	}
	if strings.Contains(f.s, "10.") {
		for _, m := range doiText.FindAllStringSubmatchIndex(f.s, -1) {
			f.addDOI(m[0], m[2], m[3])
		}
	}
	if strings.Contains(f.s, "/") {
		for _, m := range domainURL.FindAllStringIndex(f.s, -1) {
			if m[0] == 0 || !strings.ContainsRune("@/:.-", rune(f.s[m[0]-1])) {
				f.add(m[0], m[1], article.SchemeLess)
			}
		}
	}
}

// add takes one written address, joined over line breaks.
func (f *urlFinder) add(from, to int, form article.URLForm) {
	if f.covered(from, to) {
		return
	}
	if i := nested(f.s[from:to]); i > 0 {
		to = from + i
	}
	raw, end, broken := f.join(from, to)
	trimmed := trimEnd(raw)
	if len(trimmed) < 8 {
		return
	}
	u := article.URL{Raw: raw, Form: form, Span: f.t.Span(from, end), BrokenBySpace: broken}
	u.AddressSpan = f.t.Span(from, end-(len(raw)-len(trimmed)))
	u.Address = trimmed
	if broken || end != to {
		u.Address = strings.Join(strings.Fields(trimmed), "")
	}
	prefix := ""
	if form == article.SchemeLess {
		prefix = "https://"
	}
	u.Address = prefix + u.Address
	u.Alternatives = f.readings(from, end-(len(raw)-len(trimmed)), prefix)
	f.take(placed{u, from, end - (len(raw) - len(trimmed))})
}

// nested is where a second address starts inside the first without a gap
// ("http://a.example/x;http://b.example/y"), or 0. An address in the path or
// query of another, as archives have it, is part of it.
func nested(s string) int {
	for _, scheme := range []string{"http://", "https://"} {
		if i := strings.Index(s[min(8, len(s)):], scheme); i >= 0 {
			i += 8
			if before := s[i-1]; before == ';' || before == ',' || before == ')' || before == ']' || before == '|' {
				return i
			}
		}
	}
	return 0
}

// addDOI takes a DOI that is not part of an address.
func (f *urlFinder) addDOI(from, start, to int) {
	if f.covered(from, to) {
		return
	}
	doi := trimEnd(f.s[start:to])
	if start > 0 && (f.s[start-1] == '/' || f.s[start-1] == '=') && from == start {
		return
	}
	const resolver = "https://doi.org/"
	f.take(placed{article.URL{
		Address: resolver + doi, Alternatives: f.readings(start, start+len(doi), resolver), Raw: f.s[from:to], Form: article.DOI,
		Span: f.t.Span(from, to), AddressSpan: f.t.Span(start, start+len(doi)),
	}, from, to})
}

// join adds to an address what a line break or a stray space cut off.
func (f *urlFinder) join(from, to int) (raw string, end int, broken bool) {
	for to < len(f.s) && f.s[to] == ' ' {
		next := f.s[to+1:]
		word := next
		if before, _, ok := strings.Cut(next, " "); ok {
			word = before
		}
		if word == "" {
			break
		}
		atLine := strings.ContainsAny(f.src.Cut(f.t.Span(to, to+1)), "\n\r")
		parted := softHyphen.MatchString(f.between(to-1, to+1))
		bracketed := from > 0 && f.s[from-1] == '<' && strings.Contains(word, ">") && plausible(word)
		if !parted && !bracketed && !continues(f.s[from:to], word, atLine) && !endsAddress(f.s[from:to], word, next[len(word):]) {
			break
		}
		broken = broken || !atLine && !parted
		if i := strings.IndexAny(word, "<>\"“”«»"); i >= 0 {
			word = word[:i]
		}
		to += 1 + len(word)
	}
	return f.s[from:to], to, broken
}

// continues says whether word goes on with an address that white space cut.
func continues(address, word string, atLine bool) bool {
	last := address[len(address)-1]
	first, _ := utf8.DecodeRuneInString(word)
	if schemeURL.MatchString(word) || first == '(' || first == '[' || !plausible(word) {
		return false
	}
	slashes := strings.ContainsAny(strings.TrimRight(word, ".,;:)"), "/=&%_?#") || strings.Count(word, "-") >= 1 && !strings.HasPrefix(word, "-")
	extension := fileName.MatchString(word)
	switch last {
	case '/':
		if atLine {
			return slashes || extension || unicode.IsLower(first) || unicode.IsDigit(first) && len(word) > 4
		}
		return extension || slashes && (unicode.IsLower(first) || unicode.IsDigit(first))
	case '-', '_', '=', '&', '?', '%', '#', '~':
		if atLine {
			return true
		}
		return (unicode.IsLower(first) || unicode.IsDigit(first)) && (slashes || last != '-' || len(word) < 30)
	case '.':
		return atLine && (strings.HasPrefix(word, "html") || strings.HasPrefix(word, "pdf") || strings.HasPrefix(word, "htm") || unicode.IsLower(first) && slashes)
	case ',', ';', ':', ')', ']', '"':
		return false
	}
	if !strings.Contains(strings.TrimPrefix(address[strings.Index(address, "//")+1:], "/"), "/") && hostEnd.MatchString(word) {
		return true
	}
	if first == '/' || first == '?' || first == '&' || first == '=' || first == '#' || first == '%' {
		return len(word) > 1
	}
	if atLine {
		return first == '-' && len(word) > 2 || first == '.' && len(word) > 2 && unicode.IsLower(rune(word[1])) || slashes && extension ||
			slashes && (unicode.IsLower(first) || unicode.IsDigit(first)) && strings.ContainsAny(word, "/=&%")
	}
	return false
}

// hostEnd matches the end of a host's name and a path.
var hostEnd = pattern.New(`^\.(?:com|org|net|edu|gov|int|info|[a-z]{2})/[a-z0-9]`)

// endsAddress says whether a word in small letters behind a slash ends the note, or
// the brackets of the address: a sentence does not begin and end so.
func endsAddress(address, word, rest string) bool {
	rest = strings.TrimSpace(rest)
	if strings.Contains(address, "doi.org/10.") && strings.HasSuffix(address, "/") && suffix.MatchString(word) && rest == "" {
		return true
	}
	if !strings.HasSuffix(address, "/") || !slug.MatchString(word) || aside.MatchString(word) {
		return false
	}
	host := address[strings.Index(address, "//")+2:]
	if !strings.Contains(word, ">") && strings.Count(host, "/") < 2 && !accessBehind.MatchString(rest) && (rest != "" || !strings.Contains(host, ".")) {
		return false // "http://localhost:8080/ first (…)"
	}
	return rest == "" || strings.Contains(word, ">") || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "[")
}

var (
	accessBehind = pattern.New(`^[(\[](?i:accessed|last accessed|retrieved|visited|abgerufen|zuletzt|zugriff|stand:|consulté|consulta[dt][oa]|acesso|acedido|geraadpleegd)\b`)
	suffix       = pattern.New(`^[a-z0-9][a-z0-9.()-]*\d[.,;>]*$`) // of a DOI
	slug         = pattern.New(`^[a-z0-9-]{4,}[.,;>]*$`)
	aside        = pattern.New(`^(?:here|today|again|below|above|instead|accessed|retrieved|archived|visited|viewed|consulted|online|website|site|page|pages|passim|abgerufen|aufgerufen|zugriff|seite|consulté|consult[ai]t.|consultado|acesso|acedido|visitado)`)
)

// fileName matches a word that ends as the name of a page's file does.
var fileName = pattern.New(`(?i)^[\w.%~+-]+\.?(?:html?|pdf|php|aspx?)[.,;)>]*$`)

// plausible says whether a word holds only what addresses hold.
func plausible(word string) bool {
	for _, r := range word {
		if r > 0x7f && !unicode.IsLetter(r) || strings.ContainsRune("“”«»‘’…", r) {
			return false
		}
	}
	return true
}

// trimEnd takes off what belongs to the sentence: final punctuation, quotes
// and brackets that nothing in the address opens.
func trimEnd(s string) string {
	surplus := map[rune]int{}
	for _, pair := range []string{"()", "[]", "{}"} {
		surplus[rune(pair[1])] = strings.Count(s, pair[1:]) - strings.Count(s, pair[:1])
	}
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		head := s[:len(s)-size]
		switch {
		case strings.ContainsRune(".,;:!?'\"`*|\\“”‘’«»…>¶†‡、。，；", r):
		case r == '_' && strings.HasSuffix(head, "."):
		case surplus[r] > 0:
			surplus[r]--
		default:
			return s
		}
		s = head
	}
	return s
}
