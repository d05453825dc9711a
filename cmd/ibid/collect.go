package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser"
	"ibid/parser/article"
	"ibid/parser/collection"
	"ibid/parser/document"
	"ibid/parser/reader/export"
	"ibid/parser/reader/feed"
	"ibid/parser/reader/wikiexport"
	"ibid/parser/reader/wordpress"
)

const (
	// defaultPages is how many pages of a feed or sitemap are fetched unless
	// --limit says more: an hour's work at the usual pace is nothing to begin unasked.
	defaultPages = 500
	// maxSitemaps is how many sitemaps of an index are read.
	maxSitemaps = 1000
	// maxIndexes is how deep indexes may name indexes; the protocol allows one level.
	maxIndexes = 3
	// peeked is how much of a source is looked at to say what it is, in bytes.
	peeked = 64 << 10
)

// errSeveral is a collection where one article is wanted.
var errSeveral = errors.New("it holds or lists several articles: name one of them")

// collectFlags say which articles of a collection are read.
type collectFlags struct {
	limit int
	newer newerThan
	pause time.Duration
}

func (c *collectFlags) add(f *pflag.FlagSet) {
	f.IntVar(&c.limit, "limit", -1, "read at most `N` articles of each feed, sitemap or WordPress export, 0 for all (default 500 pages of a feed or sitemap, all of an export)")
	f.Lookup("limit").DefValue = "-1"
	f.DurationVar(&c.pause, "pause", time.Second, "wait between two pages of one host that a feed or sitemap lists")
	config.OwnOnly(f, "pause")
}

func (c *collectFlags) addNewer(f *pflag.FlagSet) {
	f.Var(&c.newer, "newer-than", "of feeds, sitemaps and WordPress exports leave out articles that were last changed before `DATE`, as in 2019-06-30, 2019 or 30d")
}

// newerThan is a date flag: a day, a month, a year, or an age.
type newerThan struct{ time.Time }

// Set reads a date, or an age counted from now.
func (n *newerThan) Set(s string) error {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			n.Time = t
			return nil
		}
	}
	var a age
	if err := a.Set(s); err != nil || a == 0 {
		return errors.New("use a date, as in 2019-06-30, 2019-06 or 2019, or an age, as in 30d")
	}
	n.Time = time.Now().Add(-time.Duration(a))
	return nil
}

func (n *newerThan) String() string {
	if n.IsZero() {
		return ""
	}
	return n.Format(time.DateOnly)
}

// Type is the name of the value in the help.
func (n *newerThan) Type() string { return "date" }

// takes says whether an article is new enough; one whose date is not known is.
func (c *collectFlags) takes(changed time.Time) bool {
	return c.newer.IsZero() || changed.IsZero() || !changed.Before(c.newer.Time)
}

// gathered is what came of a source.
type gathered struct {
	articles []*article.Article
	failures []checker.Failure
	remarks  []string
	// several says that the source is a collection.
	several bool
	// found says of an article by its source whether a folder or a collection named
	// it, and not the user.
	found map[string]bool
}

func (g *gathered) fail(name string, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		g.failures = append(g.failures, checker.Failure{Source: name, Err: err})
	}
}

func (g *gathered) remark(format string, args ...any) {
	g.remarks = append(g.remarks, fmt.Sprintf(format, args...))
}

// stream looks at the start of a source that is read as it comes, unpacked where
// it is packed, and says what kind of collection it is.
func stream(r io.Reader) (io.Reader, collection.Kind, error) {
	b := bufio.NewReaderSize(r, peeked)
	head, _ := b.Peek(2) // a shorter one is no collection
	if string(head) != "\x1f\x8b" {
		head, _ = b.Peek(peeked)
		return b, collection.Sniff(head), nil
	}
	head, _ = b.Peek(peeked)
	start, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return b, collection.None, nil //nolint:nilerr // the parser says what it is
	}
	first := make([]byte, peeked)
	n, _ := io.ReadFull(start, first) // it may be shorter
	kind := collection.Sniff(first[:n])
	if kind == collection.None {
		return b, kind, nil
	}
	z, err := gzip.NewReader(b)
	return z, kind, err
}

// collection reads the articles of a collection.
func (r reading) collection(ctx context.Context, src inputs.Source, base string, kind collection.Kind, in io.Reader) *gathered {
	name := src.Name
	g := &gathered{several: true}
	r.many = true
	if kind == collection.Export {
		r.export(ctx, name, posts(wordpress.Posts(ctx, in)), "posts and pages", g)
		return g
	}
	if kind == collection.Wiki {
		r.export(ctx, name, posts(wikiexport.Pages(ctx, in)), "pages", g)
		return g
	}
	data, err := io.ReadAll(io.LimitReader(in, parser.DefaultMaxSize+1))
	if err == nil && len(data) > parser.DefaultMaxSize {
		err = &parser.TooLargeError{Limit: parser.DefaultMaxSize}
	}
	if err != nil {
		g.fail(name, fmt.Errorf("reading the %s: %w", kind, err))
		return g
	}
	l := &lister{reading: r, out: g, sitemaps: map[string]bool{}, walking: src.Walked}
	l.list(ctx, name, base, data, 1)
	if src.Walked {
		l.inFeed(ctx, name)
	} else {
		l.pages(ctx, name, kind)
	}
	return g
}

// posts are those of an export, whatever wrote it.
func posts[P interface {
	comparable
	export.Post
}](list iter.Seq2[P, error],
) iter.Seq2[export.Post, error] {
	return func(yield func(export.Post, error) bool) {
		var none P
		for p, err := range list {
			if p == none && !yield(nil, err) || p != none && !yield(p, err) {
				return
			}
		}
	}
}

// export reads the posts of an export, several at once, as they come.
func (r reading) export(ctx context.Context, name string, list iter.Seq2[export.Post, error], what string, g *gathered) {
	sweepAt(gcPercentMany)
	type post struct {
		article *article.Article
		err     error
	}
	var posts []*post
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	left, old := 0, 0
	for p, err := range list {
		var info export.Info
		if p != nil {
			info = p.Info()
		}
		switch {
		case p == nil:
			g.fail(name, err)
		case err != nil:
			g.fail(name+"#"+info.Name, err)
		case !info.Article:
		case !r.collect.takes(info.Changed):
			old++
		case r.collect.limit > 0 && len(posts) >= r.collect.limit:
			left++
		default:
			to := &post{}
			posts = append(posts, to)
			work.Go(func() error {
				to.article, to.err = parser.ParsePart(ctx, p, name, parser.Options{Name: name + "#" + info.Name})
				r.tell(to.article)
				r.progress("posts", 1, 0)
				return nil
			})
		}
	}
	_ = work.Wait() // the functions return nil: every post has an error of its own
	taken := map[string]int{}
	for _, p := range posts {
		if p.article == nil {
			g.fail(name, p.err)
			continue
		}
		if taken[p.article.Source]++; taken[p.article.Source] > 1 {
			p.article.Source += fmt.Sprintf("-%d", taken[p.article.Source])
		}
		g.articles = append(g.articles, p.article)
	}
	g.selection(name, len(posts), left, old, what)
	if len(posts)+left+old == 0 && len(g.failures) == 0 && ctx.Err() == nil {
		g.fail(name, fmt.Errorf("the export holds no %s with text: export all content of the site", what))
	}
}

// selection says what of a collection was left out, and why.
func (g *gathered) selection(name string, read, left, old int, what string) {
	var why []string
	if old > 0 {
		why = append(why, fmt.Sprintf("%d are older than --newer-than says", old))
	}
	if left > 0 {
		why = append(why, fmt.Sprintf("%d are behind the limit (--limit N, 0 for all)", left))
	}
	if len(why) > 0 {
		g.remark("%s: %d of %d %s read: %s", name, read, read+left+old, what, strings.Join(why, ", "))
	}
}

// lister gathers the pages that a sitemap or feed names, those of the sitemaps
// in an index included.
type lister struct {
	reading

	out      *gathered
	entries  []collection.Entry
	sitemaps map[string]bool // those that were read
	walking  bool            // nobody asked for the list by its name
	old      int
}

// full says whether more pages are known than may be read.
func (l *lister) full() bool { n := l.most(); return n > 0 && len(l.entries) > n }

func (l *lister) most() int {
	if l.collect.limit < 0 {
		return defaultPages
	}
	return l.collect.limit
}

// list takes the entries of a list.
func (l *lister) list(ctx context.Context, name, base string, data []byte, depth int) {
	list, err := collection.Read(ctx, data, base)
	if err != nil {
		l.out.fail(name, err)
		return
	}
	if list.Broken != "" {
		l.out.fail(name, fmt.Errorf("not all of the %s could be read: %s", list.Kind, list.Broken))
	}
	if len(list.Entries) == 0 && list.Broken == "" && !l.walking {
		l.out.fail(name, fmt.Errorf("the %s names no page", list.Kind))
	}
	for _, e := range list.Entries {
		switch {
		case !l.collect.takes(e.Changed):
			l.old++
		case list.Kind == collection.Index:
			l.sitemap(ctx, e.URL, depth)
		default:
			l.entries = append(l.entries, e)
		}
	}
}

// sitemap reads a sitemap that an index names.
func (l *lister) sitemap(ctx context.Context, address string, depth int) {
	if l.sitemaps[address] || l.full() || ctx.Err() != nil {
		return
	}
	l.sitemaps[address] = true
	switch {
	case depth > maxIndexes:
		l.out.fail(address, errors.New("indexes of sitemaps name each other without end"))
		return
	case len(l.sitemaps) > maxSitemaps:
		return
	}
	data, err := l.fetchList(ctx, address)
	if err != nil {
		l.out.fail(address, err)
		return
	}
	l.list(ctx, address, address, data, depth+1)
}

// fetchList fetches a sitemap, and unpacks it.
func (l *lister) fetchList(ctx context.Context, address string) ([]byte, error) {
	if l.offline {
		return nil, errOffline
	}
	page, err := l.visitor.Fetch(ctx, address, parser.DefaultMaxSize)
	if err != nil {
		return nil, err
	}
	in, kind, err := stream(bytes.NewReader(page.Body))
	if err != nil {
		return nil, err
	}
	if kind == collection.None || kind.HoldsArticles() {
		return nil, errors.New("the index calls this a sitemap, but it is none")
	}
	data, err := io.ReadAll(io.LimitReader(in, parser.DefaultMaxSize+1))
	if err == nil && len(data) > parser.DefaultMaxSize {
		err = &parser.TooLargeError{Limit: parser.DefaultMaxSize}
	}
	return data, err
}

// pages reads the pages, one after the other. The text in the feed is read of a
// page that can't be had.
func (l *lister) pages(ctx context.Context, name string, kind collection.Kind) {
	left := 0
	if n := l.most(); n > 0 && len(l.entries) > n {
		left = len(l.entries) - n
		l.entries = l.entries[:n]
	}
	what := "pages"
	if kind == collection.Feed {
		what = "entries"
	}
	l.out.selection(name, len(l.entries), left, l.old, what)
	l.progress("pages", 0, len(l.entries))
	closed, instead := 0, 0
	for _, e := range l.entries {
		if ctx.Err() != nil {
			return
		}
		a, err := l.page(ctx, e.URL)
		if err != nil {
			var fed bool
			if a, fed = l.fed(ctx, name, e, err); fed {
				instead++
			} else if errors.Is(err, errOffline) {
				closed++
				err = nil
			}
		}
		if a != nil {
			if kind == collection.Feed {
				listedAs(&a.Meta, feed.New(e.Item).Meta)
			}
			l.tell(a)
			l.out.articles = append(l.out.articles, a)
		} else {
			l.out.fail(e.URL, err)
		}
		l.progress("pages", 1, 0)
	}
	if instead > 0 {
		l.out.remark("%s: of %d %s the text in the feed was read, as the page could not be", name, instead, what)
	}
	if closed > 0 {
		l.out.fail(name, fmt.Errorf("it lists %d pages, and --offline opens none: leave --offline out", closed))
	}
}

// listedAs takes from a feed what a page does not say of itself.
func listedAs(page *document.Meta, listed document.Meta) {
	page.Title = cmp.Or(page.Title, listed.Title)
	page.Published = cmp.Or(page.Published, listed.Published)
	if len(page.Authors) == 0 {
		page.Authors = listed.Authors
	}
}

// page fetches a page and parses it.
func (l *lister) page(ctx context.Context, address string) (*article.Article, error) {
	if l.offline {
		return nil, errOffline
	}
	page, err := l.visitor.Fetch(ctx, address, parser.DefaultMaxSize)
	if err != nil {
		return nil, err
	}
	return parsePage(ctx, page, parser.Options{Name: address, Previous: l.previous, Convert: l.convert})
}

// fed reads the text that a feed itself holds of an article whose page can't be
// had, if it holds one. Its positions count in the feed.
func (l *lister) fed(ctx context.Context, name string, e collection.Entry, why error) (*article.Article, bool) {
	entry := feed.New(e.Item)
	if !entry.HasText() || ctx.Err() != nil {
		return nil, false
	}
	a, err := parser.ParsePart(ctx, entry, name, parser.Options{Name: e.URL, URL: e.URL, Previous: l.previous})
	if err != nil {
		return nil, false
	}
	if why != nil {
		a.Truncated = fmt.Sprintf("this is the text in the feed, which may be shorter, as the page could not be had (%s)", strings.TrimSuffix(why.Error(), "."))
	}
	return a, true
}

// inFeed reads the articles that a feed holds which a folder walk found: nobody
// asked for its pages. Those that are among the files of the walk are left to these.
func (l *lister) inFeed(ctx context.Context, name string) {
	read, elsewhere := 0, 0
	for _, e := range l.entries {
		if among(l.walked, e.URL) || l.collect.limit > 0 && read >= l.collect.limit {
			continue
		}
		if a, fed := l.fed(ctx, name, e, nil); fed {
			read++
			l.tell(a)
			l.out.articles = append(l.out.articles, a)
		} else {
			elsewhere++
		}
	}
	if elsewhere > 0 {
		l.out.remark("%s: %d of the pages that it lists were not fetched: name the feed itself to have them read", name, elsewhere)
	}
}

// among says whether a page is one of the files of its site: harbor.example/2019/salt/
// is public/2019/salt/index.html, or public/2019/salt.html.
func among(files []string, address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	page := bare(u.Path)
	for _, f := range files {
		if page != "" && strings.HasSuffix("/"+bare(f), "/"+page) {
			return true
		}
	}
	return false
}

// bare is a path without what it ends with on one site and not on another.
func bare(name string) string {
	name = strings.Trim(name, "/")
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.Trim(strings.TrimSuffix("/"+name, "/index"), "/")
}

// parsePage parses a page as its host gave it.
func parsePage(ctx context.Context, page *link.Source, o parser.Options) (*article.Article, error) {
	o.ContentType, o.URL = page.ContentType, page.FinalURL
	return parser.Parse(ctx, bytes.NewReader(page.Body), o)
}

// one is the only article of a source that is no collection.
func (g *gathered) one() (*article.Article, error) {
	switch {
	case g.several:
		return nil, errSeveral
	case len(g.failures) > 0:
		return nil, g.failures[0].Err
	case len(g.articles) == 0:
		return nil, context.Canceled
	}
	return g.articles[0], nil
}

// remarkSources says on standard error what was left out of collections.
func remarkSources(s streams, g *gathered) {
	for _, remark := range g.remarks {
		fmt.Fprintf(s.err, "ibid: %s\n", remark)
	}
}
