package link

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"strings"
)

// probes are what hosts show at addresses that can't exist, by folder.
type probes map[string]*probe

// probe is one of them.
type probe struct {
	done    bool
	page    *Page // nil where it could not be seen
	waiting []func(context.Context, *Page)
}

// doubt looks whether a page of which nothing shows that it is the work is
// what its host shows at any address.
func (s *schedule) doubt(ctx context.Context, t *task, o outcome, r Result, next func(context.Context, Result)) {
	p := o.page
	if !o.unsure || r.Verdict != o.result.Verdict || o.err != nil {
		next(ctx, r)
		return
	}
	s.sibling(ctx, t.at, func(ctx context.Context, other *Page) {
		if other == nil || !isFiller(p, other) {
			next(ctx, r)
			return
		}
		p.Filler = true
		next(ctx, s.e.judge(t, o))
	})
}

// sibling shows what a host answers for an address beside another that can't
// exist; nil where that can't be found out. It is asked once for each folder
// and kind of name, and only where the host's robots.txt lets us.
func (s *schedule) sibling(ctx context.Context, u *url.URL, then func(context.Context, *Page)) {
	at := madeUp(u)
	key := at.String()
	pr := s.probes[key]
	if pr == nil {
		pr = &probe{}
		s.probes[key] = pr
		s.allowed(ctx, at, func(ctx context.Context, ok bool) {
			if !ok {
				pr.end(ctx, nil)
				return
			}
			s.send(ctx, at, errand{then: func(ctx context.Context, o outcome) {
				if o.err != nil {
					o.page = nil
				}
				pr.end(ctx, o.page)
			}})
		})
	}
	if pr.done {
		then(ctx, pr.page)
		return
	}
	pr.waiting = append(pr.waiting, then)
}

func (pr *probe) end(ctx context.Context, p *Page) {
	pr.done, pr.page = true, p
	waiting := pr.waiting
	pr.waiting = nil
	for _, then := range waiting {
		then(ctx, p)
	}
}

// madeUp is an address in the same folder and with the same ending as another,
// under a name that nobody gives a page. It is always the same for a folder,
// so that two runs ask for the same.
func madeUp(u *url.URL) *url.URL {
	folder, name := path.Split(strings.TrimSuffix(u.EscapedPath(), "/"))
	if folder == "" {
		folder = "/"
	}
	ext := path.Ext(name)
	if len(ext) > 6 || strings.ContainsAny(ext, "%") {
		ext = ""
	}
	sum := sha256.Sum256([]byte(u.Scheme + "://" + u.Host + folder))
	letters := strings.NewReplacer("0", "g", "1", "h", "2", "k", "3", "m", "4", "p", "5", "q", "6", "v", "7", "w", "8", "x", "9", "z").Replace(hex.EncodeToString(sum[:9]))
	out := &url.URL{Scheme: u.Scheme, Host: u.Host}
	if p, err := url.PathUnescape(folder + letters + ext); err == nil {
		out.Path, out.RawPath = p, folder+letters+ext
	}
	if strings.HasSuffix(u.Path, "/") && ext == "" && len(u.Path) > 1 {
		out.Path += "/"
		out.RawPath += "/"
	}
	return out
}
