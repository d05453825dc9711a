package link

import (
	"net/url"
	"strings"
)

// canonicalOf is the address that a page calls its own, nil where it names none
// on the web. A page's word on itself decides nothing alone: whole sites name
// their front page everywhere by mistake.
//
//	/story?id=9, reached from /2016/fire, calls itself /2016/fire   the same work
//	/2016/fire calls itself /404                                    soft-404
//	/2016/fire calls itself /                                       a reason for a probe
//	/2016/fire?print=1 calls itself /2016/fire                      nothing
func canonicalOf(p *Page) *url.URL {
	if p.Canonical == "" {
		return nil
	}
	at, err := url.Parse(p.URL)
	if err != nil {
		return nil
	}
	u, err := at.Parse(p.Canonical)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// callsItself says whether a page calls an address below the front page its own.
func callsItself(p *Page, address *url.URL) bool {
	c := canonicalOf(p)
	return c != nil && deep(address) && sameAddress(c, address)
}

// callsItselfHome says whether a page below its site's front page calls that its own.
func callsItselfHome(p *Page) bool {
	c := canonicalOf(p)
	at, err := url.Parse(p.URL)
	return err == nil && c != nil && deep(at) && !deep(c) && site(c.Hostname()) == site(at.Hostname())
}

// sameAddress says whether two addresses are one but for http and https, www.
// and the slash at the end.
func sameAddress(a, b *url.URL) bool {
	plain := func(u *url.URL) string {
		c := *u
		c.Scheme, c.Host = "http", strings.TrimPrefix(strings.ToLower(c.Hostname()), "www.")
		c.Path, c.RawPath = strings.TrimSuffix(c.Path, "/"), strings.TrimSuffix(c.RawPath, "/")
		return normalise(&c)
	}
	return plain(a) == plain(b)
}
