package reports

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/link/secret"
	"ibid/parser/article"
)

// count is a number with its noun: "1 note", "2 notes".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// title is what an article is called: its title, else its source.
func title(r *checker.Report) string {
	if t := clean(r.Article.Meta.Title); strings.TrimSpace(t) != "" {
		return t
	}
	return clean(r.Article.Source)
}

// counts is an article in one sentence:
// "14 notes, 15 citations (11 full, 1 Ibid., 3 short), all resolved · 5 links: 4 ok, 1 dead".
func counts(s checker.Summary) string {
	var b strings.Builder
	b.WriteString(count(s.Notes, "note") + ", " + count(s.Citations, "citation"))
	if kinds := kindCounts(s); kinds != "" {
		b.WriteString(" (" + kinds + ")")
	}
	switch {
	case s.Unresolved > 0:
		fmt.Fprintf(&b, ", %d not resolved", s.Unresolved)
	case s.Resolved > 0:
		b.WriteString(", all resolved")
	}
	if s.Ambiguous > 0 {
		fmt.Fprintf(&b, ", %d ambiguous", s.Ambiguous)
	}
	b.WriteString(" · " + count(s.Links, "link"))
	if v := verdictCounts(s); v != "" {
		b.WriteString(": " + v)
	}
	return b.String()
}

func kindCounts(s checker.Summary) string {
	var parts []string
	for _, k := range []struct {
		n    int
		noun string
	}{{s.Full, "full"}, {s.Ibid, "Ibid."}, {s.Short, "short"}, {s.Crossref, "cross-reference"}, {s.Commentary, "commentary"}} {
		switch {
		case k.n == 0:
		case k.noun == "cross-reference":
			parts = append(parts, count(k.n, k.noun))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", k.n, k.noun))
		}
	}
	return strings.Join(parts, ", ")
}

// verdictCounts names ok first, then what hurts most.
func verdictCounts(s checker.Summary) string {
	var parts []string
	for _, v := range append([]link.Verdict{link.OK}, checker.VerdictOrder()...) {
		if n := s.Verdicts[v]; n > 0 && (v != link.OK || len(parts) == 0) {
			parts = append(parts, fmt.Sprintf("%d %s", n, v))
		}
	}
	return strings.Join(parts, ", ")
}

// findingCounts is "1 error, 2 warnings", or "nothing to mend".
func findingCounts(c checker.FindingCounts) string {
	var parts []string
	if c.Error > 0 {
		parts = append(parts, count(c.Error, "error"))
	}
	if c.Warning > 0 {
		parts = append(parts, count(c.Warning, "warning"))
	}
	if c.Info > 0 {
		parts = append(parts, fmt.Sprintf("%d info", c.Info))
	}
	if len(parts) == 0 {
		return "nothing to mend"
	}
	return strings.Join(parts, ", ")
}

// noteNumber is the label of a note, or its place where it has none.
func noteNumber(a *article.Article, note int) string {
	if note < 0 || note >= len(a.Notes) {
		return ""
	}
	if n := strings.TrimSpace(clean(a.Notes[note].Number)); n != "" {
		return n
	}
	return strconv.Itoa(note + 1)
}

// where is the place of a finding: "line 73, note 2".
func where(a *article.Article, f *checker.Finding) string {
	s := place(a, f.Span, f.Note)
	n := noteNumber(a, f.Note)
	switch {
	case s == "" && n == "":
		return "whole article"
	case n == "":
		return s
	case s == "":
		return "note " + n
	}
	return s + ", note " + n
}

// pointsAt names the work that a back-reference leads to: "4 Gunitsky 2015",
// or "part1.html, note 4 Gunitsky 2015" where it is in an earlier part.
func pointsAt(a *article.Article, c *article.Citation) string {
	if !c.Kind.IsBackReference() {
		return ""
	}
	t := c.Target
	if t == nil {
		return "nothing found"
	}
	s := noteNumber(a, t.Ref.Note)
	if n := a.NoteOf(t.Ref); t.Ref.Part > 0 && n != nil {
		s = clean(a.Previous[t.Ref.Part-1].Source) + ", note " + clean(n.Number)
	}
	if t.Ambiguous {
		s += "?"
	}
	if full := a.Cited(t.Ref); full != nil {
		s += " " + workName(full)
	}
	return strings.TrimSpace(s)
}

// workName is author and year, or the title.
func workName(c *article.Citation) string {
	var parts []string
	if len(c.Item.Author) > 0 {
		n := c.Item.Author[0]
		parts = append(parts, clean(strings.TrimSpace(n.Particle+" "+n.Family+n.Literal)))
	} else if c.Item.Title != "" {
		parts = append(parts, clean(c.Item.Title))
	}
	if y := c.Item.Issued.Year(); y > 0 {
		parts = append(parts, strconv.Itoa(y))
	}
	if len(parts) == 0 {
		return fit(clean(c.Text), 24)
	}
	return strings.Join(parts, " ")
}

// verdict is "dead (404)", or the bare verdict.
func verdict(l *checker.Link) string {
	if l == nil {
		return ""
	}
	if l.Status > 0 && l.Verdict != link.OK && l.Status != 200 {
		return fmt.Sprintf("%s (%d)", l.Verdict, l.Status)
	}
	return string(l.Verdict)
}

// archived offers the snapshot of the link that a finding is about, or "".
func archived(links map[string]*checker.Link, f *checker.Finding) (when, address string) {
	l := links[f.URL]
	if f.URL == "" || l == nil || l.Archive == nil || !isWeb(l.Archive.URL) {
		return "", ""
	}
	when = "archived"
	if t := l.Archive.CapturedAt; !t.IsZero() {
		when += " " + t.UTC().Format("2 January 2006")
	}
	return when, l.Archive.URL
}

// isWeb says whether an address may be made into a link: one whose secrets are
// blotted out leads nowhere.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.Contains(address, secret.Blot)
}

// linksByURL finds an article's links by address.
func linksByURL(r *checker.Report) map[string]*checker.Link {
	links := make(map[string]*checker.Link, len(r.Links))
	for i := range r.Links {
		links[r.Links[i].URL] = &r.Links[i]
	}
	return links
}

// alsoAt lists the places that share a finding's cause and that its message
// does not name.
func alsoAt(a *article.Article, f *checker.Finding) string {
	var parts []string
	for _, p := range f.Places {
		n := noteNumber(a, p.Note)
		switch {
		case n == "":
			if s := place(a, p.Span, -1); s != "" {
				parts = append(parts, s)
			}
		case names(f.Message, n):
		case p.Through != "":
			parts = append(parts, fmt.Sprintf("note %s (%s)", n, p.Through))
		default:
			parts = append(parts, "note "+n)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "also at " + strings.Join(parts, ", ")
}

// names says whether a message names a note by its number: "note 1" is not in
// "note 12".
func names(message, number string) bool {
	for rest := message; ; {
		_, after, ok := strings.Cut(rest, "ote "+number)
		if !ok {
			return false
		}
		r, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsDigit(r) && !unicode.IsLetter(r) {
			return true
		}
		rest = after
	}
}

// citingNotes lists the numbers of the notes that cite or lean on a link.
func citingNotes(a *article.Article, l *checker.Link) string {
	var numbers []string
	for _, by := range l.CitedBy {
		if n := noteNumber(a, by.Note); n != "" && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return strings.Join(numbers, ", ")
}
