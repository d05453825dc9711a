package link

import (
	"context"

	"ibid/checker/link/secret"
)

// OverHTTPS says of an http link what stands at its address with https.
type OverHTTPS uint8

// What may stand there.
const (
	NotAsked OverHTTPS = iota
	SamePage           // the same page
	NotSame            // another page, or none that can be opened
)

// pagesAlike is the similarity from which two pages are the same work, their
// dates and advertisements aside.
const pagesAlike = 0.8

// encrypt opens the https address of an http link whose page is there, where
// something says that there is one: the page itself, or a link to the same host.
// It is asked for in no other case: most sites without a redirect have none.
func (s *schedule) encrypt(ctx context.Context, t *task, o outcome, r Result, next func(Result)) {
	if !s.mayEncrypt(t, o, r) {
		next(r)
		return
	}
	u := *t.first
	u.Scheme = "https"
	page := o.page
	s.send(ctx, &u, errand{once: true, then: func(_ context.Context, o outcome) {
		r.OverHTTPS = NotSame
		if o.err == nil && o.task.at.Scheme == "https" && samePage(page, o.page) && s.e.judge(o.task, o).Verdict == OK {
			r.OverHTTPS = SamePage
		}
		next(r)
	}})
}

// mayEncrypt says whether encrypt has anything to open.
func (s *schedule) mayEncrypt(t *task, o outcome, r Result) bool {
	return r.Verdict == OK && !r.Accepted && r.VouchedBy == "" && o.err == nil && len(t.hops) == 0 && t.first.Scheme == "http" && t.first.Port() == "" &&
		!secret.Likely(t.first) && s.hasHTTPS(t, o.page)
}

// hasHTTPS says whether anything shows that the host of a link speaks https.
func (s *schedule) hasHTTPS(t *task, p *Page) bool {
	if c := canonicalOf(p); c != nil && c.Scheme == "https" && sameAddress(c, t.first) {
		return true
	}
	if s.encrypted == nil {
		s.encrypted = map[string]bool{}
		for _, r := range s.requests {
			if u, reason := parse(r.URL); reason == "" && u.Scheme == "https" && u.Port() == "" {
				s.encrypted[u.Hostname()] = true
			}
		}
	}
	return s.encrypted[t.first.Hostname()]
}

// samePage says whether two answers are the same page: as good as the same
// text under the same title, or a file of the same kind and length.
func samePage(a, b *Page) bool {
	switch {
	case a.Status != b.Status || a.ContentType != b.ContentType:
		return false
	case isHTML(a.ContentType):
		return a.Title == b.Title && a.Sketch != nil && similarity(a, b) >= pagesAlike
	}
	return a.Length == b.Length && a.Length < maxBody && a.Text == b.Text && a.Pages == b.Pages
}
