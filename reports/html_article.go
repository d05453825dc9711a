package reports

import (
	"fmt"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
)

type htmlArticle struct {
	ID, Title, Source, Counts string
	Findings                  []htmlFinding
	Notes                     []htmlNote
	Links                     []htmlLink
}

type htmlFinding struct {
	ID, Severity, Rule, Where, NoteHref, Message, Help, Also string
	Archive                                                  htmlLink
	Fixes                                                    []change
	Evidence                                                 []htmlEvidence
}

// htmlEvidence is a value that a finding rests on.
type htmlEvidence struct{ What, Value string }

type htmlNote struct {
	ID, Number string
	Pieces     []htmlPiece
	Refs       []htmlRef
	Links      []htmlLink
	Findings   []htmlFinding
}

// htmlPiece is a stretch of a note's text, within a citation or between two.
type htmlPiece struct {
	Text  string
	Cited bool
}

// htmlRef is a back-reference and where it leads.
type htmlRef struct{ Kind, Points, Href, Because string }

// htmlLink has an Href only if its address is one of the web.
type htmlLink struct{ URL, Href, Verdict, Class, Reason, Kept, Notes string }

func newHTMLLink(a *article.Article, l *checker.Link) htmlLink {
	out := htmlLink{URL: clean(l.URL), Verdict: verdict(l), Class: verdictClass(l.Verdict), Reason: clean(l.Reason), Notes: citingNotes(a, l)}
	if isWeb(l.URL) {
		out.Href = l.URL
	}
	return out
}

func verdictClass(v link.Verdict) string {
	switch v {
	case link.OK:
		return "ok"
	case link.Dead, link.Malformed:
		return "error"
	case link.Soft404, link.ContentDrift, link.ServerError, link.Timeout, link.TLS:
		return "warning"
	case link.Redirected, link.Blocked:
		return "info"
	default:
		return "none"
	}
}

// newHTMLArticle draws an article; id is what its anchors begin with.
func newHTMLArticle(r *checker.Report, id string, o Options) htmlArticle {
	a := r.Article
	out := htmlArticle{ID: id, Title: title(r), Source: clean(a.Source), Counts: counts(r.Summary())}
	for n := range a.Notes {
		out.Notes = append(out.Notes, newHTMLNote(a, n, id))
	}
	for i := range r.Links {
		l := &r.Links[i]
		drawn := newHTMLLink(a, l)
		drawn.Kept = kept(r, l, o)
		out.Links = append(out.Links, drawn)
		last := -1
		for _, by := range l.CitedBy {
			if by.Note >= 0 && by.Note < len(out.Notes) && by.Note != last {
				out.Notes[by.Note].Links = append(out.Notes[by.Note].Links, drawn)
				last = by.Note
			}
		}
	}
	links := linksByURL(r)
	for i := range r.Findings {
		f := newHTMLFinding(a, links, &r.Findings[i])
		f.ID = fmt.Sprintf("%s-f%d", id, i+1)
		if n := r.Findings[i].Note; n >= 0 && n < len(out.Notes) {
			f.NoteHref = "#" + out.Notes[n].ID
			out.Notes[n].Findings = append(out.Notes[n].Findings, f)
		}
		out.Findings = append(out.Findings, f)
	}
	return out
}

func newHTMLFinding(a *article.Article, links map[string]*checker.Link, f *checker.Finding) htmlFinding {
	out := htmlFinding{
		Severity: f.Severity.String(), Rule: f.Rule, Where: where(a, f),
		Message: clean(f.Message), Also: alsoAt(a, f),
	}
	out.Fixes = changes(a, f)
	out.Help = advice(f, out.Fixes)
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, htmlEvidence{clean(e.What), clean(e.Value)})
	}
	if when, address := archived(links, f); address != "" {
		out.Archive = htmlLink{URL: clean(address), Verdict: when}
		if isWeb(address) {
			out.Archive.Href = address
		}
	}
	return out
}

func newHTMLNote(a *article.Article, n int, id string) htmlNote {
	note := &a.Notes[n]
	text := note.Text.String
	out := htmlNote{ID: noteAnchor(id, n), Number: noteNumber(a, n)}
	at := 0
	for i := range note.Citations {
		c := &note.Citations[i]
		if c.Kind.IsBackReference() {
			out.Refs = append(out.Refs, newHTMLRef(a, c, id))
		}
		if c.Kind == article.Commentary || c.Start < at || c.End < c.Start || c.End > len(text) {
			continue
		}
		out.Pieces = append(out.Pieces, htmlPiece{Text: clean(text[at:c.Start])}, htmlPiece{Text: clean(text[c.Start:c.End]), Cited: true})
		at = c.End
	}
	out.Pieces = append(out.Pieces, htmlPiece{Text: clean(text[at:])})
	return out
}

func newHTMLRef(a *article.Article, c *article.Citation, id string) htmlRef {
	out := htmlRef{Kind: string(c.Kind), Points: pointsAt(a, c), Because: clean(c.Unresolved)}
	if t := c.Target; t != nil {
		out.Because = clean(t.Because)
		if t.Ref.Part == 0 && t.Ref.Note >= 0 && t.Ref.Note < len(a.Notes) {
			out.Href = "#" + noteAnchor(id, t.Ref.Note)
		}
	}
	return out
}

func noteAnchor(id string, note int) string { return fmt.Sprintf("%s-fn%d", id, note+1) }
