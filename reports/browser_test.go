package reports_test

import (
	"context"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/reports"
)

// inspection is what inspect.js finds wrong with a page.
type inspection struct {
	Width     int      // of the window, in CSS pixels
	Overflow  int      // how far the page is wider than that
	Requests  []string // addresses that were asked for
	Broken    []string // links to an anchor that is not there
	Faint     []string // text of too little contrast, with its ratio
	Unlabeled []string // controls without a name
	Headings  []int
	Findings  int // visible ones
	Notes     int
	Errors    []string // of scripts
}

// TestPageInBrowser reads the page as browsers do: on a wide and on a narrow
// screen, in the dark, on paper.
func TestPageInBrowser(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	run := fixture()
	run.Reports = append(run.Reports, overlong())
	page := draw(t, "html", run, reports.Options{})
	findings, notes := 0, 0
	for _, r := range run.Reports {
		findings += len(r.Findings)
		notes += len(r.Article.Notes)
	}
	for _, row := range []struct {
		name  string
		width string
		// show turns the page as drawn into what the medium sees.
		show func(string) string
	}{
		{"wide", "1200", func(s string) string { return s }},
		{"narrow", "500", func(s string) string { return s }},
		{"phone", "500", func(s string) string { return strings.Replace(s, "<body>", `<body style="width:360px">`, 1) }},
		{"dark", "1200", func(s string) string {
			return strings.Replace(s, "@media (prefers-color-scheme:dark)", "@media all", 1)
		}},
		{"paper", "800", func(s string) string { return strings.Replace(s, "@media print", "@media all", 1) }},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			shown := row.show(page)
			if row.name != "wide" && row.name != "narrow" && shown == page {
				t.Fatal("the page has no such style")
			}
			got := inspect(t, browser, shown, row.width)
			for what, list := range map[string][]string{
				"requests": got.Requests, "broken anchors": got.Broken, "faint text": got.Faint, "controls without a name": got.Unlabeled, "errors": got.Errors,
			} {
				if len(list) > 0 {
					t.Errorf("%d %s, such as %q", len(list), what, list[0])
				}
			}
			if got.Overflow > 0 {
				t.Errorf("the page is %d pixels wider than its %d", got.Overflow, got.Width)
			}
			if got.Findings != findings || got.Notes != notes {
				t.Errorf("%d findings and %d notes are seen, want %d and %d", got.Findings, got.Notes, findings, notes)
			}
			for i, h := range got.Headings {
				if i == 0 && h != 1 || i > 0 && h > got.Headings[i-1]+1 {
					t.Errorf("heading %d has level %d after %v", i, h, got.Headings[:i])
				}
			}
		})
	}
}

func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium or Chrome is on the PATH: the HTML report is not looked at in a browser")
	return ""
}

var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// inspect runs testdata/inspect.js in a page and returns what it found. The
// page's policy forbids all scripts, so the copy under test goes without it.
func inspect(t *testing.T, browser, page, width string) inspection {
	t.Helper()
	script, err := os.ReadFile("testdata/inspect.js")
	if err != nil {
		t.Fatal(err)
	}
	page = policy.ReplaceAllString(page, "")
	page = strings.Replace(page, "</body>", "<script>"+string(script)+"</script></body>", 1)
	dir := t.TempDir()
	path := filepath.Join(dir, "report.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--window-size="+width+",900", "--dump-dom", "file://"+path).Output()
	if err != nil {
		t.Fatalf("%s: %v", browser, err)
	}
	_, result, ok := strings.Cut(string(out), `<pre id="inspection">`)
	result, _, closed := strings.Cut(result, "</pre>")
	if !ok || !closed {
		t.Fatalf("the script left no result in %d bytes", len(out))
	}
	var got inspection
	if err := json.Unmarshal([]byte(html.UnescapeString(result)), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// overlong is an article whose words are too long for any line.
func overlong() *checker.Report {
	address := "https://long.example/" + strings.Repeat("a", 3000)
	src := document.NewSource("A tower.[1]\n\n1. See "+address+" and "+strings.Repeat("灯", 400)+".\n", document.Encoding{})
	text := src.Text("")[13:]
	span := document.Span{Start: 13, End: 13 + len(text)}
	a := &article.Article{Source: strings.Repeat("folder", 60) + ".txt", Format: "text", Text: src, Meta: document.Meta{Title: strings.Repeat("Marrow", 50)}}
	a.Notes = []article.Note{{ID: "fn1", Number: "1", Text: document.NewText(text, 13, ""), Span: span}}
	return &checker.Report{Article: a, Findings: []checker.Finding{{
		Rule: "url-wrapped", Group: checker.Links, Severity: checker.Info, Note: 0, Citation: -1, URL: address, Span: span,
		Message: "The address " + address + " leads by way of another site.", Help: hostile,
		Evidence: []checker.Evidence{{What: "address", Value: address}},
		Fixes:    []checker.Fix{{Description: "use the address inside", Class: checker.Safe, Edits: []checker.Edit{{Span: span, Text: address[:2000]}}}},
	}}}
}
