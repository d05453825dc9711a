// Package cache keeps answers of links in a folder, for later runs.
//
//	store := cache.New(dir, time.Now)
//	engine, err := link.New(link.Options{Cache: store})
//	…
//	for _, remark := range store.Remarks() { … }
//
// One file holds one answer, under the digest of its address:
//
//	DIR/CACHEDIR.TAG            tells backup programs to leave the folder out
//	DIR/links-1/ab/ab….entry    the answers of format 1; see codec.go
//	DIR/links-1/pruned          its time is that of the last pruning
//	DIR/set-aside/ab….entry     files that could not be read
//	DIR/pages-1/ab….page        pages that feeds and sitemaps list; see Pages
//
// Files are written beside their place and renamed into it, so that a reader
// sees an old answer or a new one and never half of one. No lock is needed:
// several runs may share a folder, the last one to open a link is right, and a
// run that is killed leaves at most a file that the next pruning takes away.
// No error of the store fails a run; Remarks says what went wrong.
package cache
