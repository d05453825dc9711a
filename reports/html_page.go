package reports

import (
	"bufio"
	_ "embed" // the page's style
	"io"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

//go:embed templates/report.css
var reportStyle string

// writePage draws a page.
func writePage(w io.Writer, page g.Node) error {
	b := bufio.NewWriter(w)
	if err := page.Render(b); err != nil {
		return err
	}
	return b.Flush()
}

// htmlDocument is a page that asks for nothing, neither when it is opened nor later.
func htmlDocument(title, style string, body ...g.Node) g.Node {
	return h.Doctype(h.HTML(h.Lang("en"),
		h.Head(
			h.Meta(h.Charset("utf-8")),
			h.Meta(g.Attr("http-equiv", "Content-Security-Policy"), h.Content("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")),
			h.Meta(h.Name("viewport"), h.Content("width=device-width, initial-scale=1")),
			h.Meta(h.Name("referrer"), h.Content("no-referrer")),
			h.TitleEl(g.Text(title)),
			h.StyleEl(g.Raw(style)),
		),
		h.Body(body...),
	))
}

// each draws the members of a list, each on a line, one after the other, so that
// a long report is never held as nodes.
func each[T any](list []T, draw func(*T) g.Node) g.Node { return drawn(list, draw, "\n") }

// inline draws them with nothing between.
func inline[T any](list []T, draw func(*T) g.Node) g.Node { return drawn(list, draw, "") }

func drawn[T any](list []T, draw func(*T) g.Node, end string) g.Node {
	return g.NodeFunc(func(w io.Writer) error {
		for i := range list {
			if err := draw(&list[i]).Render(w); err != nil {
				return err
			}
			if _, err := io.WriteString(w, end); err != nil {
				return err
			}
		}
		return nil
	})
}

func meta(children ...g.Node) g.Node { return h.P(h.Class("meta"), g.Group(children)) }

func badge(class, text string) g.Node { return h.Span(h.Class("badge "+class), g.Text(text)) }

// linked is text that leads somewhere, if it is known where to.
func linked(href, text string) g.Node {
	if href == "" {
		return g.Text(text)
	}
	return h.A(h.Href(href), g.Text(text))
}

// headRow is the head of a table.
func headRow(names ...string) g.Node {
	return h.THead(h.Tr(inline(names, func(name *string) g.Node { return h.Th(h.Scope("col"), g.Text(*name)) })))
}

func (p *htmlPage) draw() g.Node {
	version := ""
	if p.Version != "" {
		version = " " + p.Version
	}
	return htmlDocument(
		p.Title, reportStyle,
		h.Header(
			h.H1(g.Text(p.Heading)),
			meta(g.Text(p.Total)),
			g.If(p.Interrupted, h.P(h.Strong(g.Text("Interrupted:")), g.Text(" this is what was known by then; links that were not opened are unchecked."))),
		),
		h.Main(
			g.If(p.HasFindings, p.drawChoice()),
			g.If(len(p.Index) > 0, p.drawIndex()),
			each(p.Articles, (*htmlArticle).draw),
			g.If(len(p.Failures) > 0, h.Section(g.Attr("aria-labelledby", "failures"),
				h.H2(h.ID("failures"), g.Text("Could not be read")),
				h.Ul(each(p.Failures, func(f *string) g.Node { return h.Li(g.Text(*f)) })),
			)),
		),
		h.Footer(g.Text("Written by ibid"+version+". To explain a rule: "), h.Code(g.Text("ibid explain RULE"))),
	)
}

// drawChoice draws the boxes with which a reader hides findings; the style does it.
func (p *htmlPage) drawChoice() g.Node {
	box := func(id, label string, n int) g.Node {
		return h.Label(h.Input(h.Type("checkbox"), h.ID(id), h.Checked()), g.Text(" "+label+" ("+strconv.Itoa(n)+")"))
	}
	return h.FieldSet(
		h.Legend(g.Text("Show findings")),
		box("show-error", "errors", p.Counts.Error), g.Text(" "),
		box("show-warning", "warnings", p.Counts.Warning), g.Text(" "),
		box("show-info", "info", p.Counts.Info),
	)
}

func (p *htmlPage) drawIndex() g.Node {
	return h.Nav(h.Aria("label", "Articles"), h.Table(
		headRow("article", "notes", "findings"),
		h.TBody(each(p.Index, func(e *htmlEntry) g.Node {
			return h.Tr(h.Td(linked(e.Href, e.Title)), h.Td(g.Text(strconv.Itoa(e.Notes))), h.Td(g.Text(e.Findings)))
		})),
	))
}

func (a *htmlArticle) draw() g.Node {
	return h.Section(
		h.ID(a.ID), g.Attr("aria-labelledby", a.ID+"-title"),
		h.H2(h.ID(a.ID+"-title"), h.Dir("auto"), g.Text(a.Title)),
		meta(g.Text(a.Source)),
		meta(g.Text(a.Counts)),
		g.If(len(a.Findings) > 0, g.Group{
			h.H3(g.Text("Findings")),
			h.Ul(h.Class("findings"), each(a.Findings, (*htmlFinding).draw)),
		}),
		g.If(len(a.Notes) > 0, g.Group{
			h.H3(g.Text("Notes")),
			h.Ol(h.Class("notes"), each(a.Notes, (*htmlNote).draw)),
		}),
		g.If(len(a.Links) > 0, g.Group{
			h.H3(g.Text("Links")),
			h.Table(headRow("verdict", "link", "notes"), h.TBody(each(a.Links, (*htmlLink).drawRow))),
		}),
	)
}

func (f *htmlFinding) draw() g.Node {
	hint := func(shown bool, nodes ...g.Node) g.Node {
		return g.If(shown, h.P(g.Text("→ "), g.Group(nodes)))
	}
	return h.Li(
		h.Class("finding "+f.Severity), h.ID(f.ID),
		h.P(
			badge(f.Severity, f.Severity), g.Text(" "), linked(f.NoteHref, f.Where), g.Text(": "+f.Message+" "),
			h.Span(h.Class("rule"), g.Text("["+f.Rule+"]")),
		),
		hint(f.Help != "", g.Text(f.Help)),
		inline(f.Fixes, (*change).draw),
		hint(f.Archive.URL != "", g.Text(f.Archive.Verdict+": "), f.Archive.address()),
		hint(f.Also != "", g.Text(f.Also)),
		g.If(len(f.Evidence) > 0, h.Details(
			h.Summary(g.Text("What was seen")),
			h.Dl(inline(f.Evidence, func(e *htmlEvidence) g.Node {
				return g.Group{h.Dt(g.Text(e.What)), h.Dd(g.Text(e.Value))}
			})),
		)),
	)
}

func (c *change) draw() g.Node {
	edits := make(g.Group, 0, 2*len(c.Edits))
	for i, e := range c.Edits {
		edits = append(
			edits,
			g.If(i > 0, g.Text(", ")),
			g.If(e.Old != "", h.Del(g.Text(e.Old))),
			g.If(e.New != "", g.Group{g.Text(" "), h.Ins(g.Text(e.New))}),
		)
	}
	return h.P(
		h.Class("fix"), g.Text("→ "+c.Description+": "), edits,
		g.If(c.More > 0, g.Text(" and "+strconv.Itoa(c.More)+" more")),
	)
}

func (n *htmlNote) draw() g.Node {
	return h.Li(
		h.Class("note"), h.ID(n.ID),
		h.Span(h.Class("number"), g.Text(n.Number)),
		h.P(h.Dir("auto"), inline(n.Pieces, func(p *htmlPiece) g.Node {
			if p.Cited {
				return h.Span(h.Class("cite"), g.Text(p.Text))
			}
			return g.Text(p.Text)
		})),
		g.If(len(n.Refs) > 0, h.Ul(h.Class("refs"), inline(n.Refs, (*htmlRef).draw))),
		inline(n.Links, func(l *htmlLink) g.Node { return meta(badge(l.Class, l.Verdict), g.Text(" "), l.address()) }),
		inline(n.Findings, func(f *htmlFinding) g.Node {
			return meta(badge(f.Severity, f.Severity), g.Text(" "), linked("#"+f.ID, f.Message))
		}),
	)
}

func (r *htmlRef) draw() g.Node {
	points := r.Points
	if r.Href != "" {
		points = "note " + points
	}
	return h.Li(
		g.Text(r.Kind),
		g.If(r.Points != "", g.Group{g.Text(" → "), linked(r.Href, points)}),
		g.If(r.Because != "", g.Text(" ("+r.Because+")")),
	)
}

// address is that of a link, which can be followed if it is one of the web.
func (l *htmlLink) address() g.Node {
	if l.Href == "" {
		return g.Text(l.URL)
	}
	return h.A(h.Href(l.Href), h.Rel("nofollow noopener noreferrer"), g.Text(l.URL))
}

func (l *htmlLink) drawRow() g.Node {
	return h.Tr(
		h.Td(badge(l.Class, l.Verdict)),
		h.Td(
			l.address(),
			g.If(l.Reason != "", g.Group{h.Br(), g.Text(l.Reason)}),
			g.If(l.Kept != "", g.Group{h.Br(), g.Text(l.Kept)}),
		),
		h.Td(g.Text(l.Notes)),
	)
}
