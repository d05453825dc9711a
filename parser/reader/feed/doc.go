// Package feed reads the text that a feed itself holds of an article, where the
// article's own page can't be had: content:encoded, xhtml:body or a description in
// HTML of RSS, the content of Atom.
//
//	entry := feed.New(item)
//	if entry.HasText() {
//		doc, err := entry.Read(ctx, reader.Hint{URL: address})
//	}
//
// What a feed holds may be the whole article, or its beginning; it can't be told
// which. Spans lead to the bytes of the feed.
package feed
