// Package collection reads what lists articles: sitemaps (sitemaps.org 0.9, and
// indexes of them) and feeds (RSS 0.9x, 1.0 and 2.0, Atom). It says which
// addresses they name; fetching the pages is its caller's job.
//
//	switch collection.Sniff(head) {
//	case collection.Feed, collection.Sitemap, collection.Index:
//		list, err := collection.Read(ctx, data, "https://example.org/feed.xml")
//	case collection.Export, collection.Wiki:
//		… parser/reader/wordpress, parser/reader/wikiexport
//	}
//
// What is broken is read up to there, and List.Broken says so. A list names at
// most [MaxEntries] addresses.
package collection
