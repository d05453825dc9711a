package link

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibid/checker/link/secret"
)

// keptTextBelow is the length of visible text from which a page's text is not
// kept: judges read it on short pages only. In bytes.
const keptTextBelow = 1500

// keptHeaders are the only ones that are kept: cookies are secrets.
func keptHeaders() []string {
	return []string{"Etag", "Last-Modified", "Retry-After", "Status", "Content-Length", "Content-Disposition"}
}

// realmOf names what else than the address decides on an answer: whom we say
// we are, and which machine is asked.
func realmOf(o Options, resolve map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %t", o.UserAgent, o.AllowPrivate)
	for _, from := range slices.Sorted(maps.Keys(resolve)) {
		fmt.Fprintf(&b, " %q=%q", from, resolve[from])
	}
	if len(o.Header) > 0 || len(o.Hosts) > 0 || len(o.Remap) > 0 || o.Insecure || o.IPVersion != 0 || o.MaxRedirects != 0 {
		fmt.Fprintf(&b, " %v %t %d %d", sortedHeader(o.Header), o.Insecure, o.IPVersion, o.MaxRedirects)
	}
	if o.Services != (Services{}) {
		fmt.Fprintf(&b, " %+v", o.Services)
	}
	for _, h := range o.Hosts {
		fmt.Fprintf(&b, " %q %v %t", h.Host, sortedHeader(h.Header), h.Insecure)
	}
	for _, m := range o.Remap {
		fmt.Fprintf(&b, " %q>%q", m.From, m.To)
	}
	return b.String()
}

// sortedHeader is a header in an order that is always the same.
func sortedHeader(h http.Header) (out []string) {
	for _, name := range slices.Sorted(maps.Keys(h)) {
		out = append(out, fmt.Sprintf("%q:%q", name, h[name]))
	}
	return out
}

// key is the name under which the answer of an address is kept: a digest, so
// that the cache tells nobody what an author reads.
func (e *Engine) key(u *url.URL) string {
	sum := sha256.Sum256([]byte(e.realm + "\n" + normalise(u)))
	return hex.EncodeToString(sum[:])
}

// recall finishes the tasks whose answers are kept and still good, and returns
// the rest, in their order.
func (s *schedule) recall(ctx context.Context, tasks []*task) (rest []*task) {
	if s.e.o.Cache == nil {
		return tasks
	}
	// Reading files and judging what they hold takes all of a machine, and a
	// thousand pages some memory.
	found := make([]*Result, min(len(tasks), 1024))
	for some := range slices.Chunk(tasks, max(1, len(found))) {
		clear(found)
		inBatches(ctx, len(some), func(i int) { found[i] = s.e.recall(some[i]) })
		for i, t := range some {
			if found[i] == nil {
				rest = append(rest, t)
				continue
			}
			for _, at := range t.indices {
				s.finish(at, *found[i])
			}
		}
	}
	return rest
}

// recall is the kept answer of a task, nil if none is still good. One that is
// too old is left with the task, so that the host is asked whether it changed.
func (e *Engine) recall(t *task) *Result {
	if secret.Likely(t.first) {
		return nil
	}
	if _, files := e.remapped(t.first); files != nil {
		return nil
	}
	a, ok := e.o.Cache.Load(e.key(t.first))
	if !ok {
		return nil
	}
	r, ok := recalled(t, a.Result)
	if !ok || JudgedByPage(r.Verdict) && !answersFragments(r.Page, t.fragments) {
		return nil
	}
	if !JudgedByPage(r.Verdict) && e.settings(t.first).Accept.Has(r.Status) {
		return nil
	}
	if !e.stillGood(a, r) {
		if JudgedByPage(r.Verdict) {
			t.kept = r.Page
		}
		return nil
	}
	r.Cached = true
	return &r
}

// answersFragments says whether a kept page was asked for all the texts in it
// that are cited (#:~:text=…).
func answersFragments(p *Page, fragments []string) bool {
	for _, f := range fragments {
		if _, ok := p.Fragments[f]; !ok && isHTML(p.ContentType) {
			return false
		}
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
		return r, !JudgedByPage(r.Verdict) || r.VouchedBy != ""
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

// answer is what is kept of the result of a task, if it is worth keeping.
func (s *schedule) answer(t *task, r Result) (a Answer, ok bool) {
	if s.e.o.Cache == nil || Lifetime(r) == 0 || r.Accepted || t.secret {
		return Answer{}, false
	}
	first := t.first.String()
	r.URL = ""
	r.Redirects = slices.Clone(r.Redirects)
	for i := range r.Redirects {
		if r.Redirects[i].URL == first {
			r.Redirects[i].URL = ""
		}
	}
	if r.Page != nil && r.Page.URL == first {
		p := *r.Page
		p.URL = ""
		r.Page = &p
	}
	return Answer{Result: r, Timeout: s.e.o.Timeout, Retries: s.e.o.Retries}, true
}

// trimmed is what rules need of a page, and the judges that look at it again.
func trimmed(p *Page) *Page {
	c := *p
	c.Header = http.Header{}
	for _, name := range keptHeaders() {
		if v := p.Header.Get(name); v != "" {
			c.Header.Set(name, v)
		}
	}
	if c.TextLength >= keptTextBelow {
		c.Text = ""
	}
	c.Sketch = nil
	return &c
}

// toldFrom is the length, in bytes, from which that of a web page is news.
const toldFrom = 1 << 20

// told is what rules need of a page: nothing of a plain web page, and of others
// the kind, the length and the headers that speak of them. It is a tenth of the
// page that judges need, so that a hundred thousand of them fit into memory.
func told(p *Page) *Page {
	if p == nil {
		return nil
	}
	var header http.Header
	for _, name := range []string{"Retry-After", "Content-Length", "Content-Disposition"} {
		v := p.Header.Get(name)
		if n, err := strconv.Atoi(v); v == "" || name == "Content-Length" && err == nil && n < toldFrom {
			continue
		}
		if header == nil {
			header = http.Header{}
		}
		header.Set(name, v)
	}
	if header == nil && isHTML(p.ContentType) {
		return nil
	}
	return &Page{URL: p.URL, Status: p.Status, ContentType: p.ContentType, Length: p.Length, Header: header}
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
