package link

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// keptTextBelow is the length of visible text from which a page's text is not
// kept: judges read it on short pages only. In bytes.
const keptTextBelow = 1500

// keptHeaders are the only ones that are kept: cookies are secrets.
func keptHeaders() []string { return []string{"Etag", "Last-Modified", "Retry-After"} }

// realmOf names what else than the address decides on an answer: whom we say
// we are, and which machine is asked.
func realmOf(o Options, resolve map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %t", o.UserAgent, o.AllowPrivate)
	for _, from := range slices.Sorted(maps.Keys(resolve)) {
		fmt.Fprintf(&b, " %q=%q", from, resolve[from])
	}
	return b.String()
}

// key is the name under which the answer of an address is kept: a digest, so
// that the cache tells nobody what an author reads.
func (e *Engine) key(u *url.URL) string {
	sum := sha256.Sum256([]byte(e.realm + "\n" + normalise(u)))
	return hex.EncodeToString(sum[:])
}

// recall finishes a task whose answer is kept and still good. One that is too
// old is left with the task, so that the host is asked whether it changed.
func (s *schedule) recall(t *task) bool {
	if s.e.o.Cache == nil || secretive(t.first) {
		return false
	}
	a, ok := s.e.o.Cache.Load(s.e.key(t.first))
	if !ok {
		return false
	}
	r, ok := recalled(t, a.Result)
	if !ok {
		return false
	}
	if !s.e.stillGood(a, r) {
		if JudgedByPage(r.Verdict) {
			t.kept = r.Page
		}
		return false
	}
	r.Cached = true
	for _, i := range t.indices {
		s.finish(i, r)
	}
	return true
}

// recalled is a kept result in the light of today's titles; it fails on one
// whose addresses make no sense.
func recalled(t *task, r Result) (Result, bool) {
	first := t.first.String()
	r.Redirects = slices.Clone(r.Redirects)
	for i := range r.Redirects {
		if r.Redirects[i].URL == "" {
			r.Redirects[i].URL = first
		}
	}
	r.Elapsed = 0
	if r.Page == nil {
		return r, !JudgedByPage(r.Verdict)
	}
	p := *r.Page
	if p.URL == "" {
		p.URL = first
	}
	r.Page = &p
	if !JudgedByPage(r.Verdict) {
		return r, true
	}
	at, err := url.Parse(p.URL)
	if err != nil {
		return r, false
	}
	judged := judgePage(&task{first: t.first, at: at, hops: r.Redirects, titles: t.titles}, &p)
	r.Verdict, r.Reason, r.OtherSite = judged.Verdict, judged.Reason, judged.OtherSite
	return r, true
}

// remember keeps the result of a task.
func (s *schedule) remember(t *task, r Result) {
	if s.e.o.Cache == nil || Lifetime(r) == 0 || tellsSecret(t, r) {
		return
	}
	first := t.first.String()
	r.URL = ""
	r.Redirects = slices.Clone(r.Redirects)
	for i := range r.Redirects {
		if r.Redirects[i].URL == first {
			r.Redirects[i].URL = ""
		}
	}
	if r.Page != nil {
		r.Page = trimmed(r.Page, first)
	}
	s.e.o.Cache.Save(s.e.key(t.first), Answer{Result: r, Timeout: s.e.o.Timeout, Retries: s.e.o.Retries})
}

// trimmed is what judges and rules need of a page.
func trimmed(p *Page, first string) *Page {
	c := *p
	c.Header = http.Header{}
	for _, name := range keptHeaders() {
		if v := p.Header.Get(name); v != "" {
			c.Header.Set(name, v)
		}
	}
	if c.URL == first {
		c.URL = ""
	}
	if c.TextLength >= keptTextBelow {
		c.Text = ""
	}
	return &c
}

// condition is the kept page that a task's next request may be told of: that
// of the very address, on the first look.
func (t *task) condition() *Page {
	if t.kept == nil || t.browser || t.kept.URL != t.at.String() {
		return nil
	}
	if t.kept.Header.Get("Etag") == "" && t.kept.Header.Get("Last-Modified") == "" {
		return nil
	}
	return t.kept
}

// conditions asks for a page only if it is not the one that is kept
// (RFC 9110, 13.1).
func conditions(h http.Header, kept *Page) {
	if v := kept.Header.Get("Etag"); v != "" {
		h.Set("If-None-Match", v)
	}
	if v := kept.Header.Get("Last-Modified"); v != "" {
		h.Set("If-Modified-Since", v)
	}
}

// renewed is a kept page after its host said that it did not change.
func renewed(kept *Page, h http.Header, latency time.Duration) *Page {
	p := *kept
	p.Latency = latency
	p.Header = kept.Header.Clone()
	for _, name := range keptHeaders() {
		if v := h.Get(name); v != "" {
			p.Header.Set(name, v)
		}
	}
	return &p
}
