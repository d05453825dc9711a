package main

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output of scripts and golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ibid": func() { os.Exit(run()) },
	})
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
			for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
				env.Setenv(name, filepath.Join(env.WorkDir, ".home")) // no story finds the user's cache
			}
			return nil
		},
	})
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
	case "/slow":
		<-r.Context().Done()
	default:
		w.WriteHeader(http.StatusGone)
		fmt.Fprint(w, "<html><title>Gone</title><body>Gone.</body></html>")
	}
}
