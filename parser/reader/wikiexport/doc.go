// Package wikiexport reads exports of MediaWiki (the XML that "Special:Export" and
// its dumps make): the pages of a wiki, each of which is an article in wikitext.
//
//	for page, err := range wikiexport.Pages(ctx, file) {
//		if err == nil && page.Info().Article {
//			doc, err := page.Read(ctx, reader.Hint{})
//		}
//	}
//
// The export is read as it comes, page by page. Of a page with its history the last
// revision is read. Spans lead to the bytes of the export.
package wikiexport
