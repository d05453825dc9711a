package link

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"

	"ibid/checker/link/secret"
	"ibid/pattern"
)

// mostRepairs is how many addresses are tried in place of a dead one.
const mostRepairs = 5

// mend looks for an address like a dead one that works, the most likely first,
// and has it judged as a link of its own would be.
func (s *schedule) mend(ctx context.Context, t *task, o outcome, r Result, next func(Result)) {
	if r.Verdict != Dead || r.VouchedBy != "" || secret.Likely(t.first) {
		next(r)
		return
	}
	var dns *net.DNSError
	list := repairs(t.first.String(), errors.As(o.err, &dns))
	var try func(ctx context.Context, i int)
	try = func(ctx context.Context, i int) {
		if i == len(list) {
			next(r)
			return
		}
		s.tryRepair(ctx, list[i], t.titles, func(ctx context.Context, ok bool) {
			if !ok {
				try(ctx, i+1)
				return
			}
			r.Repair = &list[i]
			next(r)
		})
	}
	try(ctx, 0)
}

// tryRepair opens an address and says whether the work may be there.
func (s *schedule) tryRepair(ctx context.Context, c Repair, titles []string, then func(context.Context, bool)) {
	u, err := url.Parse(c.URL)
	if _, _, known := s.e.known(Request{URL: c.URL}); err != nil || known {
		then(ctx, false)
		return
	}
	s.send(ctx, u, errand{once: true, then: func(ctx context.Context, o outcome) {
		t := *o.task
		t.titles = titles
		if o.err != nil || s.e.settings(t.at).Accept.Has(o.page.Status) {
			then(ctx, false)
			return
		}
		r := s.e.judge(&t, o)
		if r.Verdict != OK && r.Verdict != Redirected {
			then(ctx, false)
			return
		}
		// A host that shows something at any address shows nothing with it.
		s.sibling(ctx, t.at, func(ctx context.Context, other *Page) {
			filler := other != nil && isFiller(o.page, other)
			then(ctx, !filler && (other != nil || !doubtful(u, titles, o.page)))
		})
	}})
}

// strayEnd are characters at the end of an address that are the sentence's.
var strayEnd = pattern.New(`(?i)(?:[)\]}>"'’”»“„*_.,;:!]|%20|%22|%3e|%e2%80%9[89cd]|%c2%a0|%c2%bb|%e3%80%82|%ef%bc%8c|%ef%bc%89|&(?:quot|gt|nbsp|amp);?)$`)

// repairs are the addresses that may have been meant, the nearest first. Where
// there is no host of that name, only others are.
func repairs(address string, noHost bool) []Repair {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	list := repairList{from: address}
	if !noHost {
		list.path(u)
	}
	other := *u
	if u.Scheme == "http" {
		other.Scheme = "https"
	} else {
		other.Scheme = "http"
	}
	if !noHost {
		list.add(other.String(), other.Scheme+" in place of "+u.Scheme)
	}
	if u.Port() != "" {
		return list.first(mostRepairs) // another port's scheme or name is a guess too many
	}
	for _, v := range []url.URL{*u, other} {
		if bare, ok := strings.CutPrefix(v.Host, "www."); ok {
			v.Host = bare
			list.add(v.String(), "without www.")
		} else if site(v.Host) == v.Host {
			v.Host = "www." + v.Host
			list.add(v.String(), "with www.")
		}
	}
	return list.first(mostRepairs)
}

// path adds repairs of the path and the query.
func (l *repairList) path(u *url.URL) {
	base, rest, _ := strings.Cut(strings.TrimPrefix(u.String(), u.Scheme+"://"), "/")
	base = u.Scheme + "://" + base + "/"
	l.add(base+withoutStray(rest), "without what follows it in the sentence")
	mended := rest
	for _, m := range []struct{ from, to string }{
		{"%2520", "%20"},
		{"%25", "%"},
		{"&amp;", "&"},
		{"%26amp%3B", "&"},
		{`%5C`, ""},
		{`\`, ""},
		{"%E2%80%8B", ""},
		{"%C2%AD", ""},
		{"%E2%80%93", "-"},
		{"%E2%80%90", "-"},
		{"%E2%80%91", "-"},
	} {
		mended = strings.ReplaceAll(mended, m.from, m.to)
	}
	l.add(base+mended, "with its escapes mended")
	if !strings.Contains(rest, "?") {
		l.add(base+strings.NewReplacer("%3F", "?", "%3f", "?", "%3D", "=", "%3d", "=", "%26", "&").Replace(rest), "with its escapes mended")
	}
	l.add(base+strings.NewReplacer("%23", "#").Replace(rest), "with its escapes mended")
}

var (
	twice      = pattern.New(`(?i)^(?:https?:/*)+?(https?):?/+`)
	misspelt   = pattern.New(`(?i)^(?:hxxp|htpp|htp|http|ttp|hhtp|httpp|htttp|hptt)(s?)[:;.]{0,2}/{0,3}`)
	otherSlash = pattern.New(`(?i)^(https?):(?:\\\\|/\\|\\/)`)
)

// unmangled is the address that was meant by one that is none: written twice,
// with a misspelt start, or with white space in it.
func unmangled(raw string) (Repair, bool) {
	s := strings.TrimSpace(raw)
	c := Repair{}
	switch {
	case strings.ContainsAny(s, " \t\n"):
		c = Repair{strings.Join(strings.Fields(s), ""), "without the white space"}
	case twice.MatchString(s):
		c = Repair{twice.ReplaceAllString(s, "$1://"), "its start once"}
	case otherSlash.MatchString(s):
		c = Repair{otherSlash.ReplaceAllString(s, "$1://"), "with slashes"}
	case misspelt.MatchString(s):
		c = Repair{misspelt.ReplaceAllString(s, "http$1://"), "with the right start"}
	}
	if res, known := Plan(c.URL); known || res.Verdict != "" || c.URL == s {
		return Repair{}, false
	}
	return c, true
}

// remake looks whether a malformed link works as it was meant.
func (s *schedule) remake(ctx context.Context, i int, r Result) {
	c, ok := unmangled(s.requests[i].URL)
	if !ok {
		s.finish(i, r)
		return
	}
	s.open++
	s.tryRepair(ctx, c, s.requests[i].Titles, func(_ context.Context, works bool) {
		s.open--
		if works {
			r.Repair = &c
		}
		s.finish(i, r)
	})
}

// withoutStray is an address without the sentence's characters at its end; a
// parenthesis that closes one of its own stays.
func withoutStray(s string) string {
	for {
		end := strayEnd.FindString(s)
		if end == "" || end == ")" && strings.Count(s, "(") >= strings.Count(s, ")") {
			return s
		}
		s = strings.TrimSuffix(s, end)
	}
}

// repairList collects addresses, each once.
type repairList struct {
	from string
	list []Repair
}

func (l *repairList) add(address, change string) {
	u, err := url.Parse(address)
	if err != nil || normalise(u) == l.from || u.Host == "" {
		return
	}
	for _, c := range l.list {
		if c.URL == address {
			return
		}
	}
	l.list = append(l.list, Repair{URL: address, Change: change})
}

func (l *repairList) first(n int) []Repair { return l.list[:min(n, len(l.list))] }
