// Package link opens links and says what became of them. It knows URLs and
// HTTP, and nothing of notes.
//
//	engine, err := link.New(link.Options{Concurrency: 64, PerHost: 4})
//	results := engine.Check(ctx, []link.Request{{URL: "https://example.org/"}}, nil)
//
// Every distinct URL is asked for once. A queue for each host (scheme, name,
// port) keeps hosts apart; every redirect is a request of its own that waits in
// the queue of the host it leads to. Waiting, for a second look at a dead link
// or for a host that wants a pause, takes no worker's place. Pure judges turn the
// evidence into a verdict: one file each, verdict_*.go.
//
// A host is asked one page at first, then more at once with every good answer,
// less when it says that it is too much; a host that is down is asked for one
// of its links only. Registries are asked for identifiers whose pages let no
// program in, a made-up address where a page could be anything, and likely
// repairs of a dead address.
//
// With a Cache, an answer that is still good stands for the link; of an older
// page the host is asked whether it changed. What is kept is the evidence, so
// it is judged anew, by today's judges and titles. Answers of links with a
// secret in them are not kept.
//
// Addresses are checked when they are dialled, after every redirect and for
// every address of a name; private ones are refused. Bodies, redirects and
// times are bounded. Credentials are never sent.
package link
