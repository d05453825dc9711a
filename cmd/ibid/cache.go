package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/checker/link/cache"
	"ibid/reports"
)

// noCache is what --cache says for none.
const noCache = "off"

// age is a duration flag that knows days too: "7d".
type age time.Duration

// Set reads a duration of zero or more.
func (a *age) Set(s string) error {
	d, err := time.ParseDuration(s)
	if days, ok := strings.CutSuffix(s, "d"); ok {
		var n int
		if n, err = strconv.Atoi(days); n > 100*365 {
			n = 100 * 365
		}
		d = time.Duration(n) * 24 * time.Hour
	}
	if err != nil || d < 0 {
		return errors.New("use a time of zero or more, as in 90m, 12h or 7d")
	}
	*a = age(d)
	return nil
}

func (a *age) String() string { return time.Duration(*a).String() }

// Type is the name of the value in the help.
func (a *age) Type() string { return "duration" }

// folder is where answers are kept: the folder named by --cache, or ibid's own
// among the user's caches. It is "" for none.
func (s streams) folder(flag string) (string, error) {
	switch {
	case flag == noCache:
		return "", nil
	case flag != "":
		return flag, nil
	case s.cacheDir == nil:
		return "", nil
	}
	dir, err := s.cacheDir()
	if err != nil {
		return "", fmt.Errorf("this system names no folder for caches (%w): name one with --cache", err)
	}
	return filepath.Join(dir, "ibid"), nil
}

// store is the cache of a check, nil for none. A cache that can't be had is
// worth a remark, not a failed check.
func (o checkOptions) store(s streams) *cache.Store {
	if o.offline {
		return nil
	}
	dir, err := s.folder(o.cache)
	if err != nil && !o.quiet {
		fmt.Fprintf(s.err, "ibid: no answers are kept: %v\n", err)
	}
	if dir == "" {
		return nil
	}
	return cache.New(dir, time.Now)
}

// forEngine is the age in the words of link.Options: negative for none.
func (a *age) forEngine(given bool) time.Duration {
	if given && *a == 0 {
		return -1
	}
	return time.Duration(*a)
}

// remarkCache says on standard error how many links the cache answered, and
// what is wrong with it.
func remarkCache(s streams, run *checker.Run, store *cache.Store) {
	links, oldest := 0, time.Time{}
	var now time.Time
	seen := map[string]bool{}
	for _, r := range run.Reports {
		now = r.Now
		for i := range r.Links {
			l := &r.Links[i]
			if !l.Cached || seen[l.URL] {
				continue
			}
			seen[l.URL] = true
			links++
			if oldest.IsZero() || l.CheckedAt.Before(oldest) {
				oldest = l.CheckedAt
			}
		}
	}
	if links > 0 {
		fmt.Fprintf(s.err, "ibid: %s answered from the cache, the oldest answer %s old; --max-age 0 asks again\n", count(links, "link"), reports.Age(now.Sub(oldest)))
	}
	if store != nil {
		for _, remark := range store.Remarks() {
			fmt.Fprintf(s.err, "ibid: %s\n", remark)
		}
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func newCache(s streams) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "cache stats|prune|clear",
		Short: "Show or empty the cache of links' answers",
		Long: `Cache looks after the answers that ` + "`ibid check`" + ` keeps, so that a link is not
opened again on the same day. The address of a link is kept as a digest only,
and answers of links with a secret in them are not kept at all.`,
		Example: `  ibid cache stats
  ibid cache prune
  ibid cache clear --cache .ibid-cache`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("what about the cache? `ibid cache stats`, `ibid cache prune` or `ibid cache clear`")
		},
	}
	cmd.PersistentFlags().StringVar(&dir, "cache", "", "the `DIR` of the cache (default ibid's among the user's caches)")
	sub := func(name, short string, job func(streams, *cache.Store) error) {
		cmd.AddCommand(&cobra.Command{Use: name, Short: short, Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
			at, err := s.folder(dir)
			if err != nil {
				return err
			}
			if at == "" {
				return errors.New("--cache off names no folder")
			}
			return job(s, cache.New(at, time.Now))
		}})
	}
	sub("stats", "Say how many answers are kept, how old and how large", cacheStats)
	sub("prune", "Remove answers that are too old to be of use", cachePrune)
	sub("clear", "Remove all that is kept", cacheClear)
	return cmd
}

func cacheStats(s streams, store *cache.Store) error {
	st, err := store.Stats()
	if err != nil {
		return fmt.Errorf("reading the cache: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s\n", store.Dir(), count(st.Entries, "answer"), size(st.Bytes))
	verdicts := slices.Collect(maps.Keys(st.ByVerdict))
	slices.SortFunc(verdicts, func(x, y link.Verdict) int {
		return cmp.Or(st.ByVerdict[y]-st.ByVerdict[x], cmp.Compare(x, y))
	})
	for _, v := range verdicts {
		fmt.Fprintf(&b, "  %-14s%d\n", v, st.ByVerdict[v])
	}
	if st.Entries > 0 {
		now := time.Now()
		fmt.Fprintf(&b, "  the oldest answer is %s old, the newest %s\n", reports.Age(now.Sub(st.Oldest)), reports.Age(now.Sub(st.Newest)))
	}
	if st.Broken > 0 {
		fmt.Fprintf(&b, "  %s can't be read, as runs that were killed leave them; `ibid cache prune` removes them\n", count(st.Broken, "piece"))
	}
	copies, bytes, err := archive.In(store.Dir(), time.Now).Count()
	if err != nil {
		return fmt.Errorf("reading the cache: %w", err)
	}
	if copies > 0 {
		fmt.Fprintf(&b, "  and %s of archives, %s\n", count(copies, "answer"), size(bytes))
	}
	pages, bytes, err := cache.PagesIn(store.Dir(), time.Now).Count()
	if err != nil {
		return fmt.Errorf("reading the cache: %w", err)
	}
	if pages > 0 {
		fmt.Fprintf(&b, "  and %s of feeds and sitemaps whose check was interrupted, %s\n", count(pages, "page"), size(bytes))
	}
	_, err = fmt.Fprint(s.out, b.String())
	return err
}

func cachePrune(s streams, store *cache.Store) error {
	gone, err := store.Prune()
	copies, bytes, copiesErr := archive.In(store.Dir(), time.Now).Prune()
	pages, pageBytes, pagesErr := cache.PagesIn(store.Dir(), time.Now).Prune()
	gone.Entries, gone.Bytes = gone.Entries+copies+pages, gone.Bytes+bytes+pageBytes
	return removed(s, gone, errors.Join(err, copiesErr, pagesErr))
}

func cacheClear(s streams, store *cache.Store) error {
	copies, bytes, copiesErr := archive.In(store.Dir(), time.Now).Clear()
	pages, pageBytes, pagesErr := cache.PagesIn(store.Dir(), time.Now).Clear()
	gone, err := store.Clear() // last: it removes the folder where it is empty
	gone.Entries, gone.Bytes = gone.Entries+copies+pages, gone.Bytes+bytes+pageBytes
	return removed(s, gone, errors.Join(err, copiesErr, pagesErr))
}

func removed(s streams, gone cache.Removed, err error) error {
	if _, outErr := fmt.Fprintf(s.out, "removed %s, %s\n", count(gone.Entries, "answer"), size(gone.Bytes)); outErr != nil {
		return outErr
	}
	if err != nil {
		return fmt.Errorf("emptying the cache: %w", err)
	}
	return nil
}

// size is a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	}
	return strconv.FormatInt(n, 10) + " B"
}
