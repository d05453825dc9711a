package collection

import (
	"context"
	"net/mail"
	"net/url"
	"strings"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/export"
	"ibid/parser/reader/markup"
)

const (
	// MaxEntries is how many addresses a list may name: what a sitemap may hold.
	MaxEntries = 50_000
	// maxText bounds an address, a title, a date, in bytes.
	maxText = 4096
)

// Entry is an article, or a sitemap, that a list names.
type Entry struct {
	// URL is absolute, http or https.
	URL string
	// Changed is when the list says that it was changed or published; zero if it
	// does not say.
	Changed time.Time
	// Item is the entry's element, of a feed: it may hold the article's text (see
	// parser/reader/feed). Its place counts bytes of the feed in UTF-8.
	Item export.Item
}

// List is what a sitemap or a feed names, each address once, in its order.
type List struct {
	Kind    Kind
	Entries []Entry
	// Broken says where the list is no XML any more, and whether entries were left
	// out; "" if all was read.
	Broken string
}

// Read reads a sitemap, an index of sitemaps or a feed. base is its own address,
// to which relative ones are joined, or "". An error is one of decoding, of a
// structure that is refused, or ctx's.
func Read(ctx context.Context, data []byte, base string) (*List, error) {
	src, enc, _, err := charset.Decode(data, reader.Hint{}, true)
	if err != nil {
		return nil, err
	}
	r := &listing{source: document.NewSource(src, enc), s: markup.NewScanner(ctx, "", src, markup.Options{Doctype: true}), seen: map[string]bool{}, list: &List{Kind: Sniff(data)}}
	if u, err := url.Parse(base); err == nil {
		r.base = u
	}
	for !r.s.Done {
		if r.s.Next() == markup.Start {
			r.element()
		}
	}
	if r.s.Refused != nil {
		return nil, r.s.Refused
	}
	if r.s.Broken != "" {
		r.list.Broken = "the XML " + r.s.Broken
	}
	return r.list, nil
}

// listing is one list being read.
type listing struct {
	s      *markup.Scanner
	source *document.Source
	list   *List
	base   *url.URL
	seen   map[string]bool
}

// element takes an element at any depth.
func (r *listing) element() {
	switch r.s.Name() {
	case "url", "sitemap", "item", "entry":
		r.entry()
	case "link":
		r.home()
	}
}

// home takes the channel's own address, for links that are relative to it.
func (r *listing) home() {
	to, self := r.s.Attr("href"), r.s.Attr("rel") == "self"
	if to == "" {
		to = r.s.Text(maxText)
	}
	if u, err := url.Parse(strings.TrimSpace(to)); err == nil && u.IsAbs() && !self && (r.base == nil || !r.base.IsAbs()) {
		r.base = u
	}
}

// entry reads one entry to its end.
func (r *listing) entry() {
	fields := map[string]string{}
	alternate, start := "", r.s.From
	r.s.Children(func() {
		name := r.s.Name()
		href, rel := r.s.Attr("href"), r.s.Attr("rel")
		permanent := r.s.Attr("isPermaLink") != "false"
		text := strings.TrimSpace(r.s.Text(maxText))
		switch {
		case name == "link" && href != "" && (rel == "" || rel == "alternate") && alternate == "":
			alternate = href
		case name == "guid" && (!permanent || !isWeb(text)):
		case fields[name] == "":
			fields[name] = text
		}
	})
	address := r.absolute(first(fields["loc"], alternate, fields["link"], fields["guid"]))
	switch {
	case address == "" || r.seen[address] || r.s.Broken != "": // half an address is none
	case len(r.list.Entries) >= MaxEntries:
		r.s.Done, r.list.Broken = true, "it names more than 50,000 addresses: those behind were left out"
	default:
		r.seen[address] = true
		changed := date(first(fields["lastmod"], fields["updated"], fields["modified"], fields["pubDate"], fields["published"], fields["issued"], fields["date"]))
		e := Entry{URL: address, Changed: changed}
		if r.list.Kind == Feed {
			at := r.source.Position(document.Span{Start: start, End: start})
			e.Item = export.Item{Text: r.s.Src[start:r.s.To], At: document.Place{Offset: at.Offset, Line: at.Line, Column: at.Column}}
		}
		r.list.Entries = append(r.list.Entries, e)
	}
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

func isWeb(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }

// absolute is an address joined to the list's own, "" if it is none of the web.
func (r *listing) absolute(raw string) string {
	u, err := url.Parse(raw)
	if raw == "" || err != nil {
		return ""
	}
	if r.base != nil {
		u = r.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// date reads a date of a sitemap (W3C date and time), of Atom (RFC 3339) or of
// RSS (RFC 822); zero if it is none.
func date(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateTime, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t
	}
	return time.Time{}
}
