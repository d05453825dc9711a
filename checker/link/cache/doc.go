// Package cache keeps answers of links in a folder, for later runs.
//
//	store := cache.New(dir, time.Now)
//	engine, err := link.New(link.Options{Cache: store})
//	…
//	for _, remark := range store.Remarks() { … }
//
// Answers stand in 256 files, by the first byte of the digest of their address:
//
//	DIR/CACHEDIR.TAG            tells backup programs to leave the folder out
//	DIR/links-2/ab.answers      answers of format 2; see record.go
//	DIR/links-2/pruned          its time is that of the last pruning
//	DIR/pages-1/ab….page        pages that feeds and sitemaps list; see Pages
//
// An answer is added behind those that are there, in one write, and the last one
// under a key counts. No lock is needed: several runs may share a folder, the last one to
// open a link is right, and what a run that is killed leaves half done is passed
// over until the next pruning takes it away.
// No error of the store fails a run; Remarks says what went wrong.
package cache
