// Package wordpress reads exports of WordPress (WXR, the file that "Tools,
// Export" makes): one RSS channel with all posts and pages of a site, each of
// which is an article.
//
//	for post, err := range wordpress.Posts(ctx, file) {
//		if err == nil && post.IsArticle() {
//			doc, err := post.Read(ctx, reader.Hint{})
//		}
//	}
//
// The export is read as it comes: one post at a time is held, of at most
// [export.MaxItem] bytes. What a post holds is HTML as the editor stored it, before
// the site made a page of it; the package does what the site would do: paragraphs
// at blank lines, the footnotes of the block editor (which stand beside the
// post), those of plug-ins ([efn_note], [mfn], [ref] …). Spans lead to the bytes
// of the export.
//
// Control characters and unclosed elements, which exports have, do no harm; one
// that is cut off gives what stands before the cut.
package wordpress
