package reports

import (
	"reflect"
	"slices"
	"time"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// jsonArticleMaker turns the values of one report into their JSON form.
type jsonArticleMaker struct {
	r *checker.Report
	a *article.Article
	o Options
}

// start is what stands before the lists of an article.
func (m jsonArticleMaker) start() jsonArticle {
	return jsonArticle{
		Source: m.a.Source, File: m.a.File, Format: m.a.Format, Flavor: m.a.Flavor, Language: m.a.Meta.Language,
		Title: m.a.Meta.Title, Authors: list(m.a.Meta.Authors), Published: m.a.Meta.Published, Truncated: m.a.Truncated,
	}
}

// each maps a list; the result is never nil, so that it is written as [].
func each[T, U any](in []T, f func(*T) U) []U {
	out := make([]U, len(in))
	for i := range in {
		out[i] = f(&in[i])
	}
	return out
}

func list(in []string) []string { return append([]string{}, in...) }

// addresses are the distinct addresses of urls in order.
func addresses(urls []article.URL) []string {
	out := make([]string, 0, len(urls))
	for i := range urls {
		if !slices.Contains(out, urls[i].Address) {
			out = append(out, urls[i].Address)
		}
	}
	return out
}

func (m jsonArticleMaker) position(s document.Span) document.Position { return position(m.a, s) }

// position is where a span stands in the stored file.
func position(a *article.Article, s document.Span) document.Position {
	if a.Text == nil {
		return document.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 1, Part: s.Part}
	}
	return a.Text.Position(s)
}

// ref names a note and a citation by index; what is out of range is left out.
func (m jsonArticleMaker) ref(note, citation int) jsonRef {
	return m.target(article.Ref{Note: note, Citation: citation})
}

// target is as ref, in an earlier part too.
func (m jsonArticleMaker) target(ref article.Ref) jsonRef {
	note := m.a.NoteOf(ref)
	if note == nil {
		return jsonRef{}
	}
	out := jsonRef{Note: note.ID}
	if ref.Part > 0 {
		out.Previous = m.a.Previous[ref.Part-1].Source
	}
	if ref.Citation >= 0 && ref.Citation < len(note.Citations) {
		out.Citation = &ref.Citation
	}
	return out
}

func (m jsonArticleMaker) marker(k *article.Marker) jsonMarker {
	return jsonMarker{Label: k.Label, Note: m.ref(k.Note, -1).Note, Position: m.position(k.Span)}
}

func (m jsonArticleMaker) note(n *article.Note) jsonNote {
	out := jsonNote{
		ID: n.ID, Number: n.Number, Scope: n.Scope, Position: m.position(n.Span), Text: n.Text.String,
		URLs: addresses(n.URLs), Citations: each(n.Citations, m.citation),
	}
	for _, s := range n.Segments {
		out.Segments = append(out.Segments, m.position(s))
	}
	return out
}

func (m jsonArticleMaker) citation(c *article.Citation) jsonCitation {
	out := jsonCitation{Kind: c.Kind, Text: c.Text, Position: m.position(c.Span), Signal: c.Signal, URLs: addresses(c.URLs)}
	if l := c.Locator; l != nil {
		out.Locator = &jsonLocator{Label: l.Label, Value: l.Value, Inherited: l.Inherited}
	}
	if !reflect.ValueOf(&c.Item).Elem().IsZero() {
		out.Item = &c.Item
	}
	if len(c.Fields) > 0 {
		out.Fields = make(map[string]jsonField, len(c.Fields))
		for name, f := range c.Fields {
			out.Fields[name] = jsonField{Position: m.position(f.Span), Confidence: f.Confidence}
		}
	}
	if c.Antecedent != nil {
		ref := m.target(*c.Antecedent)
		out.Antecedent = &ref
	}
	if t := c.Target; t != nil {
		out.Target = &jsonTarget{
			jsonRef: m.target(t.Ref), Confidence: t.Confidence, Ambiguous: t.Ambiguous, Because: t.Because,
			Candidates: each(t.Candidates, func(k *article.Candidate) jsonCandidate {
				return jsonCandidate{jsonRef: m.target(k.Ref), Score: k.Score, Because: k.Because}
			}),
		}
	}
	return out
}

func (m jsonArticleMaker) link(l *checker.Link) jsonLink {
	out := jsonLink{
		URL: l.URL, Verdict: l.Verdict, Reason: l.Reason, Status: l.Status, Attempts: l.Attempts,
		Redirects: make([]jsonHop, len(l.Redirects)), CitedBy: each(l.CitedBy, m.citedBy),
	}
	for i, h := range l.Redirects {
		out.Redirects[i] = jsonHop{URL: h.URL, Status: h.Status}
	}
	if l.FinalURL != l.URL {
		out.FinalURL = l.FinalURL
	}
	out.VouchedBy, out.Readings, out.ReadAs = l.VouchedBy, l.OtherReadings(), l.ReadAs
	if l.Repair != nil {
		out.Repair = &jsonRepair{URL: l.Repair.URL, Change: l.Repair.Change}
	}
	if l.Archive != nil {
		out.Archive = &jsonArchive{URL: l.Archive.URL, CapturedAt: moment(l.Archive.CapturedAt)}
	}
	if m.o.Reproducible {
		return out
	}
	out.Cached = &l.Cached
	if out.CheckedAt = moment(l.CheckedAt); out.CheckedAt != nil {
		ms := l.Elapsed.Milliseconds()
		out.ElapsedMS = &ms
	}
	return out
}

// moment is a time in UTC to the second, or nil where it is not known.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC().Truncate(time.Second)
	return &t
}

func (m jsonArticleMaker) citedBy(by *checker.CitedBy) jsonCitedBy {
	if by.Note < 0 {
		p := m.position(by.Span)
		return jsonCitedBy{Position: &p}
	}
	return jsonCitedBy{jsonRef: m.ref(by.Note, by.Citation), Through: by.Through}
}

func (m jsonArticleMaker) finding(f *checker.Finding) jsonFinding {
	return jsonFinding{
		Rule: f.Rule, Group: f.Group, Severity: f.Severity.String(), Confidence: f.Confidence,
		jsonRef: m.ref(f.Note, f.Citation), URL: f.URL, Position: m.position(f.Span), Message: f.Message, Help: f.Help,
		Evidence: each(f.Evidence, func(e *checker.Evidence) jsonEvidence { return jsonEvidence(*e) }),
		Places: each(f.Places, func(p *checker.Place) jsonPlace {
			return jsonPlace{jsonRef: m.ref(p.Note, p.Citation), Position: m.position(p.Span), Through: p.Through}
		}),
		Fixes: each(f.Fixes, m.fix),
	}
}

func (m jsonArticleMaker) fix(f *checker.Fix) jsonFix {
	return jsonFix{Description: f.Description, Class: f.Class, Edits: each(f.Edits, func(e *checker.Edit) jsonEdit {
		p := m.position(e.Span)
		return jsonEdit{Offset: p.Offset, End: p.End, Part: p.Part, Text: e.Text}
	})}
}
