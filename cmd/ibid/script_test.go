package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ibid/checker/archive/archivetest"
)

var update = flag.Bool("update", false, "rewrite the expected output of scripts and golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ibid":   func() { os.Exit(run()) },
		"pandoc": func() { os.Exit(fakePandoc()) },
	})
}

// fakePandoc is the pandoc of the stories: it makes of everything the model in
// the file $MODEL.
func fakePandoc() int {
	if !slices.Contains(os.Args, "--sandbox") {
		fmt.Fprintln(os.Stderr, "fake pandoc: not in the sandbox")
		return 1
	}
	model, err := os.ReadFile(os.Getenv("MODEL"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "fake pandoc: I can't read this\nand never will")
		return 64
	}
	_, _ = os.Stdout.Write(model)
	return 0
}

// TestScript runs the stories of testdata/script. $SITE is the host of a web
// server on loopback and $RESOLVE the --resolve flag that leads to it; no
// story reaches the internet.
func TestScript(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(site))
	t.Cleanup(server.Close)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SITE", "http://site.example")
			env.Setenv("ADDRESS", strings.TrimPrefix(server.URL, "http://"))
			env.Setenv("RESOLVE", "--resolve=site.example:80:"+strings.TrimPrefix(server.URL, "http://"))
			env.Setenv("NO_PROXY", "*")
			archive := httptest.NewServer(webArchive())
			env.Defer(archive.Close)
			env.Setenv("ARCHIVE", archive.URL)
			home := filepath.Join(env.WorkDir, ".home")
			for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
				env.Setenv(name, home) // no story finds the user's cache
			}
			for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "CONFIG"} {
				env.Setenv(name, filepath.Join(home, "settings"))
			}
			return os.MkdirAll(filepath.Join(home, "settings", "ibid"), 0o755)
		},
	})
}

// webArchive is the web archive at $ARCHIVE, one for each story.
func webArchive() *archivetest.Server {
	const story = "<html><title>Gone Tide</title><body><h1>Gone Tide</h1><p>The tide of that year took the pier and both of its lamps.</p></body></html>"
	a := &archivetest.Server{
		Keys: "ana:s3cr3t", Pending: 1, Now: func() time.Time { return time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC) },
		Captures: []archivetest.Capture{
			{Stamp: "20120304050607", URL: "http://site.example/gone", Body: story},
			{Stamp: "20140304050607", URL: "http://site.example/gone", Body: "<html><title>Page not found</title><body>Page not found</body></html>"},
			{Stamp: "20150304050607", URL: "http://site.example/alive", Body: story},
			{Stamp: time.Now().UTC().AddDate(0, 0, -3).Format("20060102150405"), URL: "http://site.example/tide-tables", Body: story},
		},
		RefuseErrors: map[string]string{"http://site.example/": "error:blocked-url"},
		SaveErrors:   map[string]string{"http://site.example/alive?busy": "error:no-browsers-available"},
	}
	a.Fail("/wayback/", archivetest.Fault{Status: 429, Header: map[string]string{"Retry-After": "1"}})
	return a
}

// site is a small web site: what a story's links lead to.
func site(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	switch r.URL.Path {
	case "/", "/alive", "/tide-tables":
		fmt.Fprint(w, "<html><head><title>Tide Tables</title></head><body><h1>Tide Tables</h1><p>High water at noon, low water at six, and so on through the year.</p></body></html>")
	case "/moved":
		http.Redirect(w, r, "/tide-tables", http.StatusMovedPermanently)
	case "/article":
		fmt.Fprintf(w, "<html><head><title>Salt</title></head><body><article><h1>Salt</h1><p>Salt was weighed.<sup><a id=r1 href=#n1>1</a></sup> Then taxed.<sup><a id=r2 href=#n2>2</a></sup></p><ol><li id=n1>Mara Ellingsworth, <i>Tide Tables</i> (London: Harrow, 2004), 17. <a href=#r1>↩</a></li><li id=n2>Ibid., 20. <a href=#r2>↩</a></li></ol></article></body></html>")
	case "/api/handles/10.5555/known":
		fmt.Fprint(w, `{"responseCode":1,"handle":"10.5555/known","values":[{"type":"URL","data":{"format":"string","value":"http://site.example/alive"}}]}`)
	case "/api/handles/10.5555/unknown":
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"responseCode":100,"handle":"10.5555/unknown"}`)
	case "/robots.txt":
		fmt.Fprint(w, "User-agent: *\nDisallow: /private\n")
	case "/feed.xml":
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, `<rss version="2.0"><channel><link>http://site.example/</link><item><link>/article</link><pubDate>Tue, 06 May 2014 10:00:00 GMT</pubDate></item>`+
			`<item><link>/private/diary</link></item><item><link>/old</link><pubDate>Mon, 06 May 2002 10:00:00 GMT</pubDate></item></channel></rss>`)
	case "/sitemap.xml":
		fmt.Fprint(w, `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://site.example/posts.xml.gz</loc></sitemap></sitemapindex>`)
	case "/posts.xml.gz":
		w.Header().Set("Content-Type", "application/gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://site.example/article</loc></url><url><loc>http://site.example/alive</loc></url></urlset>`)
		_ = z.Close()
	case "/slow":
		<-r.Context().Done()
	default:
		w.WriteHeader(http.StatusGone)
		fmt.Fprint(w, "<html><title>Gone</title><body>Gone.</body></html>")
	}
}
