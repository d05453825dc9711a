package link

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ibid/pattern"
)

// A fragment is the part of an address behind the #: a place in a page. It is
// not sent to the host, so that all fragments of an address are judged by one
// page. What scripts make of a fragment cannot be seen here:
//
//	#sec-4              judged: an element's id, or the name of a link
//	#:~:text=a,-b       judged: the text is on the page
//	#page=12            judged in a PDF
//	#/route, #!state    left alone, as are key=value and the anchors of sites and
//	#L10                systems that make them by script
const textDirective = ":~:"

var (
	madeByScript = pattern.New(`(?i)^(?:[!/?]|L\d+(?:[-C]|$)|lines?-?\d|R\d+$|diff-|issuecomment|discussion|pullrequestreview|note_\d|comment|disqus|respond|reply|post-?\d|p\d{5,}|top$|_$|xywh|t=|svgview|epubcfi|xpointer|heading=|slide|tab|modal|gallery|lightbox|photo|zoom|map|search|nameddest|toolbar|view)|[=&{]`)
	scriptHost   = pattern.New(`(?i)(?:^|\.)(?:github\.com|gist\.github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|docs\.google\.com|drive\.google\.com|notion\.so|notion\.site|medium\.com|groups\.google\.com|figma\.com|twitter\.com|x\.com|facebook\.com|mail-archive\.com|reddit\.com|youtube\.com|matrix\.to|mastodon\.social|swagger\.io|readme\.io|stackblitz\.com|observablehq\.com|colab\.research\.google\.com|archive\.org)$`)
	pdfPage      = pattern.New(`(?i)(?:^|&)page=(\d{1,6})(?:&|$)`)
)

// wantsJudging says whether a fragment is one that a page can be asked for.
func wantsJudging(u *url.URL) bool {
	f := u.EscapedFragment()
	switch {
	case f == "" || len(f) > 1000:
		return false
	case strings.Contains(f, textDirective):
		return true
	case pdfPage.MatchString(f):
		return true
	}
	return !madeByScript.MatchString(f) && !scriptHost.MatchString(u.Hostname())
}

// anchors gathers the places in a page while it goes by.
type anchors struct {
	ids   []uint32
	texts []string        // fragments with a text directive
	text  strings.Builder // squeezed, only where a text is looked for
}

// maxAnchors is how many anchors of a page are kept; of a page with more
// nothing can be said.
const maxAnchors = 2048

func newAnchors(fragments []string) anchors {
	var a anchors
	for _, f := range fragments {
		if strings.Contains(f, textDirective) {
			a.texts = append(a.texts, f)
		}
	}
	return a
}

// see takes an element's id, or the name of a link.
func (a *anchors) see(id []byte) {
	if len(id) > 0 && len(a.ids) <= maxAnchors {
		a.ids = append(a.ids, anchorHash(id))
	}
}

func anchorHash(id []byte) uint32 { return uint32(hashWord(id) >> 16) } //nolint:gosec // a part of the hash is meant

// list is what is kept of the anchors, in order; nil where they are too many.
func (a *anchors) list() []uint32 {
	if len(a.ids) > maxAnchors {
		return nil
	}
	slices.Sort(a.ids)
	return append([]uint32{}, slices.Compact(a.ids)...)
}

// read takes visible text.
func (a *anchors) read(t []byte) {
	if len(a.texts) > 0 {
		a.text.WriteString(squeeze(string(t)))
	}
}

// verdicts says of each text directive whether the page has its text. Where
// that can't be said, it has.
func (a *anchors) verdicts(unsure bool) map[string]bool {
	if len(a.texts) == 0 {
		return nil
	}
	out := map[string]bool{}
	text := a.text.String()
	for _, f := range a.texts {
		out[f] = unsure || hasText(text, f)
	}
	return out
}

// fragmentsUnsure says whether a page does not show in its source what places
// it has: scripts make it, or it was not read to its end.
func fragmentsUnsure(p *Page) bool {
	return p.Scripted || p.Late || p.Partial || p.Truncated || p.Length >= maxBody || p.TextLength == 0
}

// squeeze is a text as it is compared: letters and digits only, in lower case
// and without accents, since neither spaces nor tags matter.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(s))
}

// hasText says whether the text of any directive of a fragment is on a page
// (WICG, URL Fragment Text Directives: text=[prefix-,]start[,end][,-suffix]).
func hasText(text, fragment string) bool {
	_, directives, _ := strings.Cut(fragment, textDirective)
	some := false
	for d := range strings.SplitSeq(directives, "&") {
		value, ok := strings.CutPrefix(d, "text=")
		if !ok {
			continue
		}
		some = true
		if hasRange(text, value) {
			return true
		}
	}
	return !some
}

func hasRange(text, directive string) bool {
	parts := strings.Split(directive, ",")
	prefix, suffix := "", ""
	if p, ok := strings.CutSuffix(parts[0], "-"); ok && len(parts) > 1 {
		prefix, parts = p, parts[1:]
	}
	if s, ok := strings.CutPrefix(parts[len(parts)-1], "-"); ok && len(parts) > 1 {
		suffix, parts = s, parts[:len(parts)-1]
	}
	if len(parts) > 2 {
		return true // no directive that is known
	}
	words := func(s string) string {
		if plain, err := url.PathUnescape(s); err == nil {
			s = plain
		}
		return squeeze(s)
	}
	if len(parts) == 1 {
		return strings.Contains(text, words(prefix)+words(parts[0])+words(suffix))
	}
	start := words(prefix) + words(parts[0])
	_, rest, ok := strings.Cut(text, start)
	return ok && strings.Contains(rest, words(parts[1])+words(suffix))
}

// fragmentFault is a sentence on a fragment that leads nowhere, "" if it leads
// somewhere or can't be judged.
func fragmentFault(address string, p *Page) string {
	if p == nil || !strings.Contains(address, "#") {
		return ""
	}
	u, reason := parse(address)
	if reason != "" || !wantsJudging(u) {
		return ""
	}
	f := u.EscapedFragment()
	switch m := pdfPage.FindStringSubmatch(f); {
	case strings.Contains(f, textDirective):
		if found, known := p.Fragments[f]; known && !found {
			return "The page is there, but the words that the address points at are not on it."
		}
	case p.ContentType == "application/pdf" && m != nil:
		if n, _ := strconv.Atoi(m[1]); p.Pages > 0 && n > p.Pages {
			return "The file is there, but has no page " + strconv.Itoa(n) + ": it ends with page " + strconv.Itoa(p.Pages) + "."
		}
	case m == nil && isHTML(p.ContentType) && p.Anchors != nil && !fragmentsUnsure(p) && !p.hasAnchor(u):
		return "The page is there, but has no place called “" + clip(u.Fragment, 60) + "”."
	}
	return ""
}

// hasAnchor says whether an element of a page has the id that a fragment names,
// as it stands, with its escapes undone, or as GitHub and MediaWiki write it.
func (p *Page) hasAnchor(u *url.URL) bool {
	for _, id := range []string{u.EscapedFragment(), u.Fragment, "user-content-" + u.Fragment, strings.ReplaceAll(u.Fragment, " ", "_")} {
		if _, ok := slices.BinarySearch(p.Anchors, anchorHash([]byte(id))); ok {
			return true
		}
	}
	return false
}
