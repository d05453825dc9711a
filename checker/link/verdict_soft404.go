package link

import (
	_ "embed"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/notfound.tsv
var notFoundTable string

// notFound are the words with which pages say that there is nothing.
var notFound = sync.OnceValue(func() *lexicon { //nolint:gochecknoglobals // constant table, read once
	return newLexicon(tableRows(notFoundTable))
})

const (
	// shortPage is the length below which a page's text may be taken at its
	// first words, in bytes.
	shortPage = 700
	// longPage is the length from which a page is an article whatever its
	// title says, in bytes.
	longPage = 3000
	// firstWords is how much of a short page's text is taken at its word, in bytes.
	firstWords = 400
	// longSentence is the length from which a sentence is prose, in characters.
	longSentence = 110
	// longTitle is the length from which a title is a sentence about something, in bytes.
	longTitle = 160
)

// judgeSoft404 recognises a page that is said to be there and says itself that
// it is not, in words or in its source.
//
//	<title>Page not found | Harbor News</title>            soft-404
//	<body class="error404 no-sidebar">                     soft-404
//	<h1>Changes</h1> … the old page has been removed …     not
//	<title>404 Not Found: A History</title> and 5,000 words not
//
// A page that the host shows at any address is one, too, whatever it says.
func judgeSoft404(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: Soft404, Status: p.Status}
	host := t.at.Hostname()
	if why := notFoundInWords(t, p); why != "" {
		r.Reason = host + " answers as if all were well, but the page says " + why + "."
		return r, true
	}
	if why := notFoundInSource(t, p); why != "" {
		r.Reason = host + " answers as if all were well, but by " + why + " it is the page for what is not found."
		return r, true
	}
	if p.Filler {
		r.Reason = host + " shows this page, “" + clip(nameOf(p), 80) + "”, at any address, even one that was made up. The work is not there."
		return r, true
	}
	return r, false
}

// nameOf is how a page calls itself.
func nameOf(p *Page) string {
	for _, s := range []string{p.Title, p.Heading, p.OGTitle, p.Text} {
		if s != "" {
			return fold(s)
		}
	}
	return "without a title"
}

// notFoundInWords is what a page says if it says that there is nothing, "" if
// it doesn't.
func notFoundInWords(t *task, p *Page) string {
	words, inText := pageSaysNothing(p)
	if words == "" || aboutIt(t, p, words) || inText && (headedAsCited(t.titles, p) || len(t.hops) == 0 && namesIt(t.first.Path)) {
		return ""
	}
	return "“" + clip(words, 80) + "”"
}

// pageSaysNothing is what a page says if it says that there is nothing: a title
// or a heading, or (inText) the first words of a page that holds little else.
func pageSaysNothing(p *Page) (words string, inText bool) {
	l := notFound()
	names := [...]string{p.Title, p.Heading, p.OGTitle}
	for i, s := range names {
		if s == "" || len(s) >= longTitle || slices.Contains(names[:i], s) {
			continue
		}
		if _, ok := l.find(s, true); ok {
			return s, false
		}
	}
	if p.TextLength < longPage {
		for _, s := range p.Headings {
			if slices.Contains(names[:], s) || len(s) >= longTitle {
				continue
			}
			if _, ok := l.find(s, true); ok {
				return s, false
			}
		}
	}
	if p.TextLength >= shortPage && p.Core == "" {
		return "", false
	}
	if words := textSaysNothing(p); words != "" {
		return words, true
	}
	return notFoundInData(p), false
}

// textSaysNothing is what the first words of a page say if they say that there
// is nothing, here and elsewhere.
func textSaysNothing(p *Page) string {
	text := p.Text
	if p.Core != "" {
		text = p.Core
	}
	head := strings.ToValidUTF8(text[:min(len(text), firstWords)], "")
	for _, kind := range []string{"abroad", "sold"} {
		if _, says := otherPages()[kind].find(head, false); says {
			return ""
		}
	}
	if words, ok := notFound().find(head, false); ok {
		return fold(words)
	}
	if sentence := sentenceOn(p, head, "thing", "gone"); sentence != "" {
		return sentence
	}
	return regrets(head)
}

// sentenceOn is the sentence at the start of a page's text that names a thing
// and says its fate, in words of these kinds; "" where there is none,
// or where the page is called by a name of its own: on a page on section 3 of an
// act, "this section has been deleted" is said of the section.
func sentenceOn(p *Page, head, thing, fate string) string {
	if p.Title == "" || hasName(p) {
		return ""
	}
	for sentence := range strings.FieldsFuncSeq(head, func(r rune) bool { return strings.ContainsRune(".!?\n。！？", r) }) {
		if utf8.RuneCountInString(sentence) > longSentence {
			continue
		}
		if named, ok := otherPages()[thing].find(sentence, false); !ok || countsOne(sentence, named) {
			continue
		}
		if _, stale := otherPages()["stale"].find(sentence, false); stale {
			continue
		}
		if _, says := otherPages()[fate].find(sentence, false); says {
			return fold(sentence)
		}
	}
	return ""
}

// hasName says whether a heading of a page is in its title, too.
func hasName(p *Page) bool {
	title := words(p.Title)
	return slices.ContainsFunc(p.Headings, func(heading string) bool {
		name := words(heading)
		return len(name) > 0 && !slices.ContainsFunc(name, func(w string) bool { return !slices.Contains(title, w) })
	})
}

// countsOne says whether a number stands behind words in a sentence: "the article
// 12" is one of a law.
func countsOne(sentence, words string) bool {
	_, rest, _ := strings.Cut(sentence, words)
	rest = strings.TrimLeft(rest, " \u00a0")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// regrets is what the first words of a page lack if they are sorry for it:
// "Whoops! This petition isn't available". It is "" where they say that others
// may see it.
func regrets(head string) string {
	if _, sorry := otherPages()["sorry"].find(head, false); !sorry {
		return ""
	}
	if _, withheld := otherPages()["withheld"].find(head, false); withheld {
		return ""
	}
	words, _ := otherPages()["lacks"].find(head, false)
	return fold(words)
}

// lacksIt says whether a page says that there is nothing.
func lacksIt(p *Page) bool {
	words, _ := pageSaysNothing(p)
	return words != ""
}

// notFoundInData is what an answer for programs says: {"status":404}.
func notFoundInData(p *Page) string {
	if !strings.HasSuffix(p.ContentType, "json") && !strings.HasSuffix(p.ContentType, "xml") {
		return ""
	}
	squeezed := strings.ToLower(strings.Join(strings.Fields(p.Text), ""))
	for _, s := range []string{`"status":404`, `"status":"404"`, `"code":404`, `"code":"404"`, `"statuscode":404`, `"error":404`, `"error":"notfound"`, `"error":"not_found"`, `"message":"notfound"`, "<code>nosuchkey</code>", "<code>nosuchbucket</code>", "<code>404</code>", "<status>404</status>"} {
		if strings.Contains(squeezed, s) {
			return s
		}
	}
	return ""
}

// notFoundInSource is where a page says that it is the one for what is not
// found without showing it to readers, "" if it doesn't.
func notFoundInSource(t *task, p *Page) string {
	if s := strings.TrimSpace(p.Header.Get("Status")); strings.HasPrefix(s, "404") || strings.HasPrefix(s, "410") {
		return "its own status, " + clip(s, 40) + ","
	}
	if c := canonicalOf(p); c != nil && p.TextLength < longPage && leadsToError(t.at, c) && !citedAs(t, p, 0.75) {
		return "the address that it calls its own, " + clip(c.Path, 40) + ","
	}
	if why := p.marked("not-found"); why != "" && !citedAs(t, p, 0.75) {
		return why
	}
	return ""
}

// citedAs says whether a title of the page is one under which it is cited.
func citedAs(t *task, p *Page, alike float64) bool {
	for _, cited := range t.titles {
		for _, seen := range append([]string{p.Title, p.OGTitle}, p.Headings...) {
			if seen != "" && Alike(cited, seen) >= alike {
				return true
			}
		}
	}
	return false
}

// headedAsCited says whether a title or a heading of a page holds nearly all of
// a title cited: what the page lacks then is something of the work, not the work.
func headedAsCited(titles []string, p *Page) bool {
	for _, cited := range titles {
		want := words(cited)
		for _, seen := range append([]string{p.Title, p.OGTitle}, p.Headings...) {
			have, n := words(seen), 0
			for _, w := range want {
				if slices.Contains(have, w) {
					n++
				}
			}
			if n >= 2 && n*4 >= 3*len(want) {
				return true
			}
		}
	}
	return false
}

// aboutIt says whether the words are the work's own: an article on "404 Not
// Found" has a title that was cited, an address that names it, or real text.
func aboutIt(t *task, p *Page, s string) bool {
	for _, cited := range t.titles {
		if _, alsoCited := notFound().find(cited, true); alsoCited && Alike(cited, s) >= 0.75 {
			return true
		}
	}
	if len(t.hops) == 0 && ((namesIt(t.first.Path) || errorPath.MatchString(t.first.Path)) && p.TextLength > shortPage || saidInAddress(t.first, s)) {
		return true
	}
	if p.TextLength <= longPage || p.Core != "" || wholly(p.Title) && wholly(p.Heading) {
		return false
	}
	_, inHeading := notFound().find(p.Heading, true)
	return p.OGType == "article" || p.Heading != "" && !inHeading || p.TextLength > 3*longPage
}

// namesIt says whether an address is that of a page on missing pages.
func namesIt(address string) bool {
	last := strings.ToLower(path.Base(address))
	for _, s := range []string{"404", "410", "not-found", "not_found", "notfound", "missing-page"} {
		if strings.Contains(last, s) {
			return true
		}
	}
	return false
}

// wholly says whether a title says that there is nothing, and nothing else.
func wholly(title string) bool {
	words, ok := notFound().find(title, true)
	return ok && len(words)+len("!?.") >= len(title)
}

// saidInAddress says whether an address names its page by words that the page
// says, and is not one of those under which sites keep their page for errors:
// /poems/nothing-found, whose title is "Nothing Found". One long word is enough
// where there are no short ones, which may be a number or a form. A page for
// errors does not say in which folder it is: "Nicht gefunden – Gedichte".
func saidInAddress(u *url.URL, s string) bool {
	slug, said, long := words(last(u)), words(s), 0
	if errorPath.MatchString(u.Path) {
		slug = append(slug, words(path.Base(path.Dir(u.Path)))...)
		if len(slug) < 3 {
			return false
		}
	}
	for _, w := range slug {
		if !slices.Contains(said, w) {
			return false
		}
		if len(w) >= 4 {
			long++
		}
	}
	return long > 0 && long == len(slug) || long > 1
}

// judgeTrouble recognises a page of errors that is sent as if all were well.
func judgeTrouble(t *task, p *Page) (Result, bool) {
	if p.TextLength < shortPage {
		if r, ok := saysTrouble(t, p); ok {
			return r, true
		}
	}
	if s := p.Header.Get("Status"); strings.HasPrefix(s, "5") && len(s) >= 3 {
		return Result{Verdict: ServerError, Status: p.Status, Reason: t.at.Hostname() + " answers as if all were well, but calls its own answer " + clip(s, 40) + ". Try again later."}, true
	}
	return Result{}, false
}

// saysTrouble is what a short page says of a host's trouble, or that it refuses us.
func saysTrouble(t *task, p *Page) (Result, bool) {
	if citedAs(t, p, 0.75) {
		return Result{}, false
	}
	for _, s := range []string{p.Title, p.Heading} {
		if _, ok := otherPages()["trouble"].find(s, true); ok && len(s) < longTitle {
			return Result{
				Verdict: ServerError, Status: p.Status,
				Reason: t.at.Hostname() + " answers as if all were well, but the page says “" + clip(s, 80) + "”. Try again later.",
			}, true
		}
	}
	for _, s := range []string{p.Title, p.Heading} {
		if _, ok := otherPages()["refused"].find(s, true); ok {
			return Result{Verdict: Blocked, Status: p.Status, Reason: t.at.Hostname() + " answers as if all were well, but the page says “" + clip(s, 80) + "”. Open it yourself."}, true
		}
	}
	if p.Title == "" && p.Heading == "" || p.TextLength < shellPage {
		head := fold(strings.ToValidUTF8(p.Text[:min(len(p.Text), firstWords)], "")) // an error comes first
		if words, ok := otherPages()["trouble"].find(head, false); ok {
			return Result{Verdict: ServerError, Status: p.Status, Reason: t.at.Hostname() + " answers as if all were well, but shows an error of its own, “" + clip(fold(words), 80) + "”. Try again later."}, true
		}
	}
	return Result{}, false
}

// doubtful says whether nothing shows that a page is the work: it answers and
// is neither that of a title cited nor speaks of what its address names. The
// engine then compares it with what the host shows at an address that can't
// exist (Bar-Yossef et al. 2004), see [isFiller].
func doubtful(u *url.URL, titles []string, p *Page) bool {
	if p.Status != http.StatusOK || !isHTML(p.ContentType) || p.Scripted || p.TextLength == 0 || !deep(u) {
		return false
	}
	if len(titles) > 0 {
		t := &task{first: u, titles: titles}
		return tells(titles, p) && !citedAs(t, p, 0.5) && !titleInText(titles, p)
	}
	named, seen := 0, 0
	for _, w := range words(u.Path) {
		if len(w) < 4 || strings.ContainsAny(w, "0123456789") || plainSegment(w) {
			continue
		}
		named++
		if p.Words.Has(w) {
			seen++
		}
	}
	return named >= 2 && seen*3 < named || callsItselfHome(p) && seen == 0
}

// tells says whether the titles cited say enough to be looked for in a text.
func tells(titles []string, p *Page) bool {
	for _, title := range titles {
		if telling, _ := tellingWords(title, p); telling < 2 {
			return false
		}
	}
	return true
}

// plainSegment says whether a part of an address says nothing of a work.
func plainSegment(w string) bool {
	switch w {
	case "html", "index", "aspx", "page", "pages", "article", "articles", "news", "blog", "story", "stories", "view", "content", "item", "post", "posts", "node", "default", "archive", "archives", "files", "public", "document", "documents":
		return true
	}
	return false
}

// fillerLike is the similarity from which two pages are the same one.
const fillerLike = 0.95

// isFiller says whether a page is what its host shows at any address: as good
// as the same as its answer for a sibling that can't exist. A page without text
// of its own, a wall or a consent page in front of every page says nothing.
func isFiller(p, sibling *Page) bool {
	return sibling.Status == http.StatusOK && p.Title == sibling.Title && !p.Scripted && p.TextLength > 0 &&
		wallName(p) == "" && !asksConsent(p) && similarity(p, sibling) >= fillerLike
}
