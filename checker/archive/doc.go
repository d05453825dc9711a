// Package archive finds copies of lost pages in web archives, and has new
// copies made. It knows URLs, archives and the judges of checker/link; nothing
// of notes.
//
//	finder := archive.New(archive.Options{Transport: engine.Transport(), UserAgent: engine.UserAgent()})
//	answers := finder.Find(ctx, []archive.Query{{URL: "https://example.org/2014/flood", Before: published}}, nil)
//
// For each distinct URL the Wayback Machine is asked, by its availability
// service first (cheap, but an empty answer proves nothing) and its index
// (CDX) second, then an aggregator of other archives (Memento, RFC 7089). The
// best copy is the newest one up to Before; where there is none, the first one
// after it. A copy counts only if it was opened and the judges of checker/link
// find it good: status 200, no "not found" in words, no way to the home page.
//
// Services are asked at the pace that they allow, never faster; Retry-After is
// obeyed for the whole host. A service that refuses or fails is left alone for
// the rest of the run. No trouble with an archive fails a run: an answer then
// says what is not known. All of it ends with the context or when the time for
// look-ups is up.
//
// Saver asks Save Page Now for new copies.
package archive
