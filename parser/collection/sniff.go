package collection

import (
	"bytes"

	"ibid/pattern"
)

// Kind says what a file lists.
type Kind uint8

// The kinds of collection.
const (
	None    Kind = iota
	Sitemap      // addresses of pages
	Index        // addresses of sitemaps
	Feed         // the newest articles of a site
	Export       // the articles themselves: see parser/reader/wordpress
	Wiki         // the pages of a wiki themselves: see parser/reader/wikiexport
)

// String is what people call it.
func (k Kind) String() string {
	return [...]string{"article", "sitemap", "index of sitemaps", "feed", "WordPress export", "MediaWiki export"}[k]
}

// HoldsArticles says whether the articles themselves are in the file.
func (k Kind) HoldsArticles() bool { return k == Export || k == Wiki }

// root is the first element of an XML file, behind declarations and comments.
var root = pattern.New(`^\s*(?:(?:<\?[^>]*>|(?s:<!--.*?-->)|<![A-Z][^>]*>)\s*)*<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex|mediawiki)([\s>][^>]*)`)

// Sniff says what a file is that starts like head.
func Sniff(head []byte) Kind {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	m := root.FindSubmatch(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	if m == nil {
		return None
	}
	switch tag := m[2]; string(m[1]) {
	case "urlset":
		return Sitemap
	case "sitemapindex":
		return Index
	case "mediawiki":
		if bytes.Contains(tag, []byte("mediawiki.org/xml/export-")) {
			return Wiki
		}
	case "rss":
		if bytes.Contains(tag, []byte("wordpress.org/export/")) {
			return Export
		}
		return Feed
	case "RDF":
		if bytes.Contains(tag, []byte("purl.org/rss/1.0")) || bytes.Contains(tag, []byte("netscape.com/rdf")) {
			return Feed
		}
	case "feed":
		if bytes.Contains(tag, []byte("w3.org/2005/Atom")) || bytes.Contains(tag, []byte("purl.org/atom")) {
			return Feed
		}
	}
	return None
}
