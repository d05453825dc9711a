package wikiexport

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/export"
	"ibid/parser/reader/wikitext"
)

// Page is a page of a wiki.
type Page struct {
	// Title is its name, with that of its namespace.
	Title string
	// Changed is when its last revision was made; zero if that is not said.
	Changed time.Time

	item      export.Item
	language  string
	namespace string
	redirect  bool
	model     string // of its content: "wikitext", "css", …; "" in old exports
	text      area
}

// area is a stretch of the item.
type area struct{ from, to int }

// maxField bounds the fields that are kept, in bytes.
const maxField = 4096

// Pages reads the pages of an export, in its order. An error beside a page is
// that page's, one without ends the reading: export.ErrCut, or that of r or ctx.
func Pages(ctx context.Context, r io.Reader) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		language := ""
		for item, err := range export.Items(ctx, r, "page", func(head string) { language = languageOf(head) }) {
			more := false
			switch {
			case err != nil:
				more = yield(nil, err)
			case item.TooLarge:
				more = yield(&Page{Title: fmt.Sprintf("line %d", item.At.Line)}, fmt.Errorf("the page that starts in line %d is larger than %d MiB, the most that ibid reads", item.At.Line, export.MaxItem>>20))
			default:
				more = yield(newPage(item, language), nil)
			}
			if !more {
				return
			}
		}
	}
}

// languageOf is what an export says of its wiki: xml:lang of its first element.
func languageOf(head string) string {
	_, tag, _ := strings.Cut(head, "<mediawiki")
	tag, _, _ = strings.Cut(tag, ">")
	_, lang, ok := strings.Cut(tag, `xml:lang="`)
	if lang, _, ok2 := strings.Cut(lang, `"`); ok && ok2 {
		return strings.ToLower(lang)
	}
	return ""
}

func newPage(item export.Item, language string) *Page {
	p := &Page{item: item, language: language}
	s := item.Text
	field := func(from, to int) string {
		return strings.Clone(strings.TrimSpace(export.Value(s, from, min(to, from+maxField)).Text))
	}
	export.Children(s, strings.IndexByte(s, '>')+1, len(s), func(name string, from, to int) {
		switch name {
		case "title":
			p.Title = field(from, to)
		case "ns":
			p.namespace = field(from, to)
		case "revision":
			p.revision(from, to, field)
		}
	})
	p.redirect = strings.Contains(s[:min(len(s), maxField)], "<redirect ")
	return p
}

// revision takes a revision that is not older than the one before.
func (p *Page) revision(from, to int, field func(int, int) string) {
	var made time.Time
	var text area
	model := ""
	export.Children(p.item.Text, from, to, func(name string, from, to int) {
		switch name {
		case "timestamp":
			made, _ = time.Parse(time.RFC3339, field(from, to)) // zero if it is no date
		case "model":
			model = field(from, to)
		case "text":
			text = area{from, to}
		}
	})
	if made.Before(p.Changed) {
		return
	}
	p.Changed, p.text, p.model = made, text, model
}

// Info is what the export says of the page.
func (p *Page) Info() export.Info {
	return export.Info{Name: cmp.Or(strings.ReplaceAll(p.Title, " ", "_"), "page"), Changed: p.Changed, Article: p.article()}
}

// article says whether the page is one to read: no file, template, category, help
// or script, no talk about another, no redirect, and not empty.
func (p *Page) article() bool {
	switch n, _ := strconv.Atoi(p.namespace); n { // Manual:Namespace constants of MediaWiki
	case 6, 8, 10, 12, 14, 710, 828, 2300, 2302: // files, messages, templates, help, categories, subtitles, modules, gadgets
		return false
	default:
		if n%2 != 0 { // talk
			return false
		}
	}
	return !p.redirect && (p.model == "" || p.model == "wikitext") && strings.TrimSpace(p.item.Text[p.text.from:p.text.to]) != ""
}

// Read makes a Document of the page. Positions count in the export. An error means
// that ctx ended.
func (p *Page) Read(ctx context.Context, hint reader.Hint) (*document.Document, error) {
	content := export.Value(p.item.Text, p.text.from, p.text.to)
	g := &export.Page{}
	g.From, g.To = content.Span(0, len(content.Text))
	g.Copy(content, 0, len(content.Text))
	text, source := g.Source(p.item)
	doc, err := wikitext.ReadText(ctx, text, source, hint)
	if err != nil {
		return nil, err
	}
	doc.Meta.Title = cmp.Or(p.Title, doc.Meta.Title)
	doc.Meta.Language = cmp.Or(p.language, doc.Meta.Language)
	doc.Flavor = "mediawiki"
	if p.item.Cut && doc.Truncated == "" {
		doc.Truncated = "the export is cut off in this page"
	}
	return doc, nil
}
