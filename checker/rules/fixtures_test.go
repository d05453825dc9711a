package rules_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/rules"
	"ibid/checker/style"
	"ibid/parser"
	"ibid/parser/article"
)

// Every rule has a folder in testdata with files in which it fires (fires.txt,
// fires-once.html …) and files in which it keeps quiet (quiet.txt, quiet-captions.html
// …); a second one is named after the traps that it holds. "<!-- want rule -->" at
// the end of a line says that the rule speaks of that line; such comments are cut
// out before the file is read.
//
// A file may have its earlier version beside it: fires-moved.before.txt is that of
// fires-moved.txt, for the rules that compare the two.
//
// "<!-- style oscola -->" on the first line chooses a style guide.
//
// links.json gives links of the folder's files their verdicts; others are ok. Where
// a file has a web of its own beside it (quiet-walls.txt, quiet-walls.json), the
// engine opens its links there: see web_test.go.

var (
	wantComment  = regexp.MustCompile(` ?<!-- want ([a-z0-9 -]+) -->`)
	styleComment = regexp.MustCompile(`^<!-- style ([a-z0-9]+) -->\n`)
)

// expectation is a rule on a line.
type expectation struct {
	rule string
	line int
}

func TestFixtures(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.All() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			for _, name := range []string{"fires", "quiet"} {
				files := fixtures(t, rule.ID, name)
				if len(files) == 0 {
					t.Errorf("%s has no testdata/%s/%s.*", rule.ID, rule.ID, name)
				}
				for _, file := range files {
					t.Run(filepath.Base(file), func(t *testing.T) {
						t.Parallel()
						checkFixture(t, rule, file, name == "fires")
					})
				}
			}
		})
	}
}

// fixtures lists a rule's articles of one kind: "fires" or "quiet".
func fixtures(t *testing.T, rule, kind string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", rule, kind+"*.*"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(file string) bool {
		return filepath.Ext(file) == ".json" || file == beforeName(strings.Replace(file, ".before.", ".", 1))
	})
}

// beforeName is the name of an article's earlier version.
func beforeName(file string) string {
	ext := filepath.Ext(file)
	return strings.TrimSuffix(file, ext) + ".before" + ext
}

// beforeBeside is the earlier version of an article, or "" where there is none.
func beforeBeside(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(beforeName(file))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(data)
}

func checkFixture(t *testing.T, rule *checker.Rule, file string, fires bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	source, want := expectations(string(data))
	g, source := guideOf(t, source)
	links := linksOf(t, file)
	before := beforeBeside(t, file)
	report := checkWith(t, version{file, source, before, g}, links(t))
	got := map[expectation]bool{}
	for _, f := range report.Findings {
		at := expectation{f.Rule, report.Article.Text.Position(f.Span).Line}
		if f.Rule == rule.ID || !fires && f.Severity >= checker.Warning {
			got[at] = true
			if !want[at] {
				t.Errorf("%s:%d: unwanted [%s] %s", file, at.line, f.Rule, f.Message)
			}
		}
		if fires && f.Rule == rule.ID {
			checkFixes(t, version{file, source, before, g}, f, report, links)
		}
	}
	mine := 0
	for at := range want {
		if at.rule == rule.ID {
			mine++
		}
		if !got[at] && (at.rule == rule.ID || !fires) {
			t.Errorf("%s:%d: %s does not fire", file, at.line, at.rule)
		}
	}
	if fires && mine == 0 && rule.ID != "could-not-check" {
		t.Errorf("%s wants nothing of %s", file, rule.ID)
	}
	if !fires && mine > 0 {
		t.Errorf("%s wants %s", file, rule.ID)
	}
}

// checkFixes applies each fix: the finding must be gone, and nothing new may come
// of it.
func checkFixes(t *testing.T, v version, f checker.Finding, before *checker.Report, links opener) {
	t.Helper()
	for _, fix := range f.Fixes {
		edits := slices.Clone(fix.Edits)
		slices.SortFunc(edits, func(x, y checker.Edit) int { return y.Span.Start - x.Span.Start })
		fixed := v
		for _, e := range edits {
			fixed.source = fixed.source[:e.Span.Start] + e.Text + fixed.source[e.Span.End:]
		}
		after := checkWith(t, fixed, links(t))
		if n, m := count(after, f.Rule), count(before, f.Rule); n >= m {
			t.Errorf("%s: fix %q leaves %d of %d findings of %s", v.name, fix.Description, n, m, f.Rule)
		}
		for _, g := range after.Findings {
			if n, m := count(after, g.Rule), count(before, g.Rule); n > m {
				t.Errorf("%s: fix %q of %s brings [%s] %s", v.name, fix.Description, f.Rule, g.Rule, g.Message)
			}
		}
	}
}

func count(r *checker.Report, rule string) int {
	n := 0
	for _, f := range r.Findings {
		if f.Rule == rule {
			n++
		}
	}
	return n
}

// expectations cuts the comments out of a file.
func expectations(data string) (source string, want map[expectation]bool) {
	want = map[expectation]bool{}
	lines := strings.Split(data, "\n")
	for i, line := range lines {
		for _, m := range wantComment.FindAllStringSubmatch(line, -1) {
			for rule := range strings.FieldsSeq(m[1]) {
				want[expectation{rule, i + 1}] = true
			}
		}
		lines[i] = wantComment.ReplaceAllString(line, "")
	}
	return strings.Join(lines, "\n"), want
}

// opener makes a LinkChecker for one check.
type opener func(t *testing.T) checker.LinkChecker

// linksOf opens the links of a file: in the web beside it, or by the verdicts
// of its folder.
func linksOf(t *testing.T, file string) opener {
	t.Helper()
	if w := webBeside(t, file); w != nil {
		return w.open
	}
	verdicts := verdictsBeside(t, file)
	return func(*testing.T) checker.LinkChecker { return answers(verdicts) }
}

func verdictsBeside(t *testing.T, file string) map[string]link.Result {
	t.Helper()
	verdicts := map[string]link.Result{}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(file), "links.json"))
	if err != nil {
		return verdicts
	}
	if err := json.Unmarshal(data, &verdicts); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return verdicts
}

// answers is a LinkChecker that knows its answers; it refuses what the engine
// would not even ask for.
type answers map[string]link.Result

func (a answers) Check(_ context.Context, requests []link.Request, progress func(link.Result)) []link.Result {
	out := make([]link.Result, len(requests))
	for i, q := range requests {
		out[i] = link.Result{Verdict: link.OK, Status: 200}
		if rest, ok := strings.CutPrefix(q.URL, "http://"); ok && encrypted(requests, rest) {
			out[i].OverHTTPS = link.SamePage
		}
		if plan, known := link.Plan(q.URL); known && plan.Verdict == link.Malformed {
			out[i] = plan
		}
		if r, ok := a[q.URL]; ok {
			out[i] = r
		}
		out[i].URL = q.URL
		progress(out[i])
	}
	return out
}

// encrypted says whether another link leads to the host of an address by https.
func encrypted(requests []link.Request, address string) bool {
	host, _, _ := strings.Cut(address, "/")
	return slices.ContainsFunc(requests, func(q link.Request) bool { return strings.HasPrefix(q.URL, "https://"+host+"/") })
}

// today is the day on which the fixtures and examples are checked.
var today = time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)

// version is an article to be checked, with its earlier version ("" for none)
// and the style guide that it is held to.
type version struct {
	name, source, before string
	guide                style.Guide
}

// guideOf is the guide that an article's first line chooses, and the rest.
func guideOf(t *testing.T, source string) (g style.Guide, rest string) {
	t.Helper()
	m := styleComment.FindStringSubmatch(source)
	if m == nil {
		return style.Guide{}, source
	}
	return named(t, m[1]), "\n" + source[len(m[0]):]
}

func named(t *testing.T, guide string) style.Guide {
	t.Helper()
	g, err := style.Named(guide)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// checkWith checks an article under all rules that its guide has, those that
// are off by default too.
func checkWith(t *testing.T, v version, links checker.LinkChecker) *checker.Report {
	t.Helper()
	a := parse(t, v.name, v.source)
	all := slices.DeleteFunc(rules.All(), func(r *checker.Rule) bool { return r.In != nil && !r.In(v.guide) })
	o := checker.Options{Rules: all, Style: v.guide, Links: links, Now: func() time.Time { return today }}
	if v.before != "" {
		o.Before = []*article.Article{parse(t, v.name, v.before)}
	}
	r, err := checker.Check(t.Context(), a, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func parse(t *testing.T, name, source string) *article.Article {
	t.Helper()
	a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestEarly holds that a rule that does not ask for results looks at none, as it
// runs while links are opened, and that one that does looks at no text of the body,
// which may be gone by then.
func TestEarly(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if filepath.Ext(file) == ".json" || strings.Contains(filepath.Base(file), ".before.") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		guide, source := guideOf(t, string(data))
		r := checkWith(t, version{name: filepath.Base(file), source: source, guide: guide}, nil)
		var before [][]checker.Finding
		for _, rule := range rules.All() {
			before = append(before, slices.Collect(rule.Run(r)))
		}
		for _, verdict := range []link.Verdict{link.Dead, link.OK, link.Malformed} {
			for i := range r.Links {
				l := &r.Links[i]
				l.Result = link.Result{
					URL: l.URL, Verdict: verdict, Status: 410, FinalURL: "https://elsewhere.example/", OtherSite: true,
					Repair: &link.Repair{URL: "https://mended.example/", Change: "all of it"}, FragmentFault: "It is not there.",
				}
				l.Archive = &checker.Archive{URL: "https://web.archive.org/web/2015/" + l.URL, CapturedAt: today}
			}
			a := *r.Article
			a.Body, a.Anchors = nil, nil
			late := &checker.Report{Article: &a, Links: r.Links, Findings: r.Findings, Suppressions: r.Suppressions, Style: r.Style, CopyForm: r.CopyForm, Now: r.Now}
			for i, rule := range rules.All() {
				if rule.Network || rule.Results || rule.Last {
					if diff := cmp.Diff(slices.Collect(rule.Run(r)), slices.Collect(rule.Run(late))); diff != "" {
						t.Errorf("%s finds something else in %s without its body:\n%s", rule.ID, file, diff)
					}
					continue
				}
				if diff := cmp.Diff(before[i], slices.Collect(rule.Run(r))); diff != "" {
					t.Errorf("%s finds something else in %s when its links are %s:\n%s", rule.ID, file, verdict, diff)
				}
			}
		}
	}
}

// TestExamples runs the examples of the docs: a rule fires on its bad one and
// not on its good one.
func TestExamples(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.All() {
		if rule.Network {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			name := "example.md"
			if strings.HasPrefix(rule.Doc.Bad, "<") {
				name = "example.html"
			}
			var g style.Guide
			if rule.Doc.Style != "" {
				g = named(t, rule.Doc.Style)
			}
			if count(checkWith(t, version{name, rule.Doc.Bad, rule.Doc.Before, g}, answers(nil)), rule.ID) == 0 {
				t.Errorf("the bad example is silent:\n%s", rule.Doc.Bad)
			}
			for _, f := range checkWith(t, version{name, rule.Doc.Good, rule.Doc.Before, g}, answers(nil)).Findings {
				if f.Rule == rule.ID || f.Severity >= checker.Warning {
					t.Errorf("the good example has [%s] %s\n%s", f.Rule, f.Message, rule.Doc.Good)
				}
			}
		})
	}
}
