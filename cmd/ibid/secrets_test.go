package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"ibid/reports"
)

// hidden is in every secret of this file's articles, sites and settings.
const hidden = "S3CR3T"

// secretNotes cite addresses with secrets of all sorts.
var secretNotes = []string{
	"Mara Ellingsworth, “Fire at the Mill,” http://keeper:S3CR3Tpw@site.example/alive?page=2, accessed 3 May 2019.",
	"Ibid., 5; and see http://site.example/alive?access_token=S3CR3Ta1, http://site.example/alive?access_token=S3CR3Tb2.",
	"Ivo Kern, “Salt Roads,” http://site.example/moved?api_key=S3CR3Tkey&amp;page=1.",
	"Ivo Kern, “Dams,” http://site.example/gone?session_id=S3CR3Tgone#top.",
	"Kern, “Dams,” 7. Signed: <http://site.example/file?X-Amz-Signature=S3CR3Tsig&X-Amz-Expires=60>.",
	"[A drawing](http://site.example/fire;jsessionid=S3CR3Tj?x=1 \"Fire\") and [another](http://keeper:S3CR3Tpw@site.example/).",
	"Ana Roe, “Locks,” www.site.example/x?password=S3CR3Tw.",
	"Ana Roe, “Weirs,” http://site.example/open?x=S3CR3Tabcdefghij1234567890&id=12.",
	"Ana Roe, “Mills,” http://site.example/to?url=http%3A%2F%2Fk%3AS3CR3Tn%40site.example%2F%3Ftoken%3DS3CR3Tm.",
	"Ana Roe, “Sluices,” https://web.archive.org/web/2019/http://keeper:S3CR3Tin@site.example/.",
	"Ana Roe, “Gates,” http://keeper:S3CR/3T@site.example/; http://http://site.example/?token=S3CR3Tmal; ftp://keeper:S3CR3Tftp@site.example/a.",
	"Ana Roe, “Ponds,” http://site.example/leads?to=1; http://site.example/alive#access_token=S3CR3Tfrag.",
	"Ana Roe, “Leats,” http://site.example/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJTM0NSM1QifQ.UzNDUjNU/x; http://localhost:1/?token=S3CR3Tlocal.",
	"Ana Roe, “Races,” http://site.example/drift?token=S3CR3Tdrift&utm_source=chatgpt.com; http://site.example/(S(S3CR3Tcookieless1))/a.",
}

// secretSite answers as addresses with secrets are answered: it leads on to more
// of them. It notes what it was asked for.
type secretSite struct {
	mu    sync.Mutex
	asked []string
}

func (s *secretSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.RequestURI())
	s.mu.Unlock()
	switch r.URL.Path {
	case "/leads":
		http.Redirect(w, r, "http://keeper:S3CR3Thop@site.example/alive?token=S3CR3Thop", http.StatusMovedPermanently)
	case "/moved":
		http.Redirect(w, r, "/alive?token=S3CR3Tmoved", http.StatusMovedPermanently)
	case "/open":
		w.Header().Set("Location", "mailto:a?token=S3CR3Tlocation")
		w.WriteHeader(http.StatusFound)
	case "/drift":
		http.Redirect(w, r, "/?token=S3CR3Thome", http.StatusFound)
	case "/feed":
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, `<rss version="2.0"><channel><item><link>http://site.example/article?token=S3CR3Titem</link></item><item><link>http://keeper:S3CR3Tfeed@site.example/gone</link></item></channel></rss>`)
	default:
		site(w, r)
	}
}

// TestSecrets runs every command on an article with secrets of all sorts and
// looks for them in all that it writes: reports of every format, lists, remarks,
// logs, the names and contents of files, the cache.
func TestSecrets(t *testing.T) {
	t.Parallel()
	asked := &secretSite{}
	server := httptest.NewServer(asked)
	t.Cleanup(server.Close)
	archive := httptest.NewServer(webArchive())
	t.Cleanup(archive.Close)
	dir := t.TempDir()
	var text strings.Builder
	text.WriteString("# Water\n\n")
	for i, note := range secretNotes {
		fmt.Fprintf(&text, "A claim.[^%d] The body: <http://site.example/body?token=S3CR3Tbody%d>.\n\n[^%d]: %s\n\n", i+1, i, i+1, note)
	}
	article := filepath.Join(dir, "water.md")
	if err := os.WriteFile(article, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	cached := filepath.Join(dir, "cache")
	network := []string{"--config", "off", "--resolve", "site.example:80:" + server.Listener.Addr().String(), "--resolve", "www.site.example:443:127.0.0.1:1", "--timeout", "5s", "--retries", "0"}
	check := slices.Concat([]string{"check", "--verbose", "--enable", "link,form,source,structure", "--cache", cached, "--archives", "on", "--archive-url", archive.URL}, network)

	runs := map[string][]string{}
	for _, f := range reports.All() {
		runs["check "+f.Name] = slices.Concat(check, []string{"--format", f.Name, article})
	}
	for _, f := range reports.Notes() {
		runs["notes "+f.Name] = []string{"notes", "--config", "off", "--format", f.Name, article}
	}
	for _, f := range reports.Bibliographies() {
		runs["export "+f.Name] = []string{"export", "--config", "off", "--to", f.Name, article}
	}
	for _, f := range reports.SavedFormats() {
		runs["archive "+f.Name] = slices.Concat([]string{"archive", "--archive-url", archive.URL, "--format", f.Name}, network, []string{article})
	}
	out := filepath.Join(dir, "out")
	runs["a folder of reports"] = slices.Concat(check, []string{"--output-dir", out, "http://keeper:S3CR3Tsrc@site.example/article?token=S3CR3Tsrc", article})
	runs["a feed"] = slices.Concat(check, []string{"http://site.example/feed?token=S3CR3Tfeed"})
	runs["a source that is gone"] = slices.Concat(check, []string{"http://keeper:S3CR3Tgone@site.example/gone?token=S3CR3Tgone"})
	runs["a bad flag"] = []string{"check", "--config", "off", "--proxy", "htp://keeper:S3CR3Tproxy@site.example", article}
	runs["config"] = []string{"config", "--config", "off", "--proxy", "http://keeper:S3CR3Tproxy@site.example", "--remap", "http://site.example/ http://keeper:S3CR3Tmap@h.example/?token=S3CR3Tmap", "--archive-url", "https://keeper:S3CR3Tarc@a.example/", article}
	runs["cache stats"] = []string{"cache", "stats", "--cache", cached}

	for name, args := range runs {
		var stdout, stderr bytes.Buffer
		execute(t.Context(), streams{in: strings.NewReader(""), out: &stdout, err: &stderr, getenv: func(string) string { return "" }}, args)
		if stdout.Len()+stderr.Len() == 0 {
			t.Errorf("%s: nothing was written", name)
		}
		told(t, name+": standard output", stdout.String())
		told(t, name+": standard error", stderr.String())
		if strings.HasPrefix(name, "check") && !strings.Contains(strings.ReplaceAll(stdout.String(), `\*`, "*"), "***") {
			t.Errorf("%s: no secret was blotted out: %s", name, stdout.String())
		}
	}
	files := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == article {
			return err
		}
		told(t, "the name of a file", path)
		if d.IsDir() {
			return nil
		}
		files++
		content, err := os.ReadFile(path)
		told(t, path, plain(content))
		return err
	})
	if err != nil || files == 0 {
		t.Errorf("%d files, %v", files, err)
	}
	for _, want := range []string{"/alive?access_token=S3CR3Ta1", "/alive?access_token=S3CR3Tb2", "/gone?session_id=S3CR3Tgone", "/fire;jsessionid=S3CR3Tj?x=1"} {
		if !slices.Contains(asked.asked, want) {
			t.Errorf("the site was not asked for %s, as it is cited", want)
		}
	}
}

// told fails where a text tells a secret, in whatever way it is escaped.
func told(t *testing.T, where, text string) {
	t.Helper()
	for _, s := range []string{text, unescapedText(text)} {
		for _, secret := range []string{hidden, "S3CR/3T", "eyJzdWIi"} {
			if i := strings.Index(s, secret); i >= 0 {
				t.Errorf("%s tells %s", where, s[max(0, i-120):min(len(s), i+30)])
				return
			}
		}
	}
}

func unescapedText(s string) string {
	if u, err := url.PathUnescape(strings.NewReplacer("% ", "", "%\n", "").Replace(s)); err == nil {
		return u
	}
	return s
}

// plain is what a file holds, unpacked if it is packed.
func plain(content []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return string(content)
	}
	unpacked, err := io.ReadAll(z)
	if err != nil {
		return string(content)
	}
	return string(unpacked)
}
