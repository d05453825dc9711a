package checker_test

import (
	"context"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/style"
	"ibid/parser"
	"ibid/parser/article"
)

const salt = `Salt.[^1] Then tax.[^2] And loss.[^3] See [the map](http://a.example/map).

[^1]: Mara Ellingsworth, “Tide Tables,” 2004, http://a.example/tides.
[^2]: Ibid.
[^3]: Ellingsworth, “Tide Tables.”
`

func parsed(t *testing.T, text string) *article.Article {
	t.Helper()
	a, err := parser.Parse(t.Context(), strings.NewReader(text), parser.Options{Name: "salt.md"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// answers is a LinkChecker that knows every answer.
type answers map[string]link.Verdict

func (a answers) Check(_ context.Context, requests []link.Request, progress func(link.Result)) []link.Result {
	var out []link.Result
	for _, r := range requests {
		out = append(out, link.Result{URL: r.URL, Verdict: a[r.URL]})
		progress(out[len(out)-1])
	}
	return out
}

func TestCheckCountsWhatLeansOnALink(t *testing.T) {
	t.Parallel()
	steps := 0
	r, err := checker.Check(t.Context(), parsed(t, salt), checker.Options{
		Links:    answers{"http://a.example/tides": link.Dead, "http://a.example/map": link.OK},
		Now:      func() time.Time { return time.Unix(0, 0) },
		Progress: func(done, total int, _ link.Result) { steps = done*10 + total },
	})
	if err != nil {
		t.Fatal(err)
	}
	if steps != 22 {
		t.Errorf("last step %d, want 2 of 2", steps)
	}
	type place struct {
		URL, Through   string
		Note, Citation int
	}
	var got []place
	for _, l := range r.Links {
		for _, p := range l.CitedBy {
			got = append(got, place{l.URL, p.Through, p.Note, p.Citation})
		}
	}
	want := []place{
		{"http://a.example/map", "", -1, -1},
		{"http://a.example/tides", "", 0, 0},
		{"http://a.example/tides", "ibid", 1, 0},
		{"http://a.example/tides", "short", 2, 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if r.Links[1].Verdict != link.Dead {
		t.Errorf("the verdict of %s is %q", r.Links[1].URL, r.Links[1].Verdict)
	}
}

func TestCheckLeavesOutTheBody(t *testing.T) {
	t.Parallel()
	r, err := checker.Check(t.Context(), parsed(t, salt), checker.Options{NotesOnly: true})
	if err != nil || len(r.Links) != 1 || r.Links[0].Verdict != link.Unchecked {
		t.Errorf("links %+v, %v", r.Links, err)
	}
}

// says is a rule that finds one thing in every citation of a note.
func says(id string, supersedes ...string) *checker.Rule {
	return &checker.Rule{ID: id, Group: checker.Form, Severity: checker.Warning, Supersedes: supersedes, Run: func(r *checker.Report) iter.Seq[checker.Finding] {
		return func(yield func(checker.Finding) bool) {
			for ref, c := range r.Article.Citations() {
				if (id != "strong" || c.Kind == article.Ibid) && !yield(checker.At(r.Article, ref, "%s", id)) {
					return
				}
			}
		}
	}}
}

func TestCheckPutsFindingsInOrder(t *testing.T) {
	t.Parallel()
	r, err := checker.Check(t.Context(), parsed(t, salt), checker.Options{Rules: []*checker.Rule{says("weak"), says("strong", "weak")}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.Rule+" "+f.Severity.String())
	}
	if want := []string{"weak warning", "strong warning", "weak warning"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestCheckAllSaysOnce(t *testing.T) {
	t.Parallel()
	once := says("once")
	once.OncePerRun = true
	run := checker.CheckAll(t.Context(), []*article.Article{parsed(t, salt), parsed(t, salt)}, checker.Options{Rules: []*checker.Rule{once}})
	if a, b := len(run.Reports[0].Findings), len(run.Reports[1].Findings); a != 1 || b != 0 {
		t.Errorf("%d and %d findings, want 1 and none", a, b)
	}
}

// TestEarly looks at one of two articles as it is read: the run is the same, and
// the article is rid of its body.
func TestEarly(t *testing.T) {
	t.Parallel()
	body := says("body")
	body.Run = func(r *checker.Report) iter.Seq[checker.Finding] {
		return func(yield func(checker.Finding) bool) {
			if len(r.Article.Body) > 0 {
				yield(checker.At(r.Article, article.Ref{}, "%s", r.Article.Body[0].Text.String))
			}
		}
	}
	dead := says("dead")
	dead.Network = true
	o := checker.Options{Rules: []*checker.Rule{body, dead}, Links: answers{"http://a.example/tides": link.Dead}, Now: func() time.Time { return time.Unix(0, 0) }}
	check := func(articles []*article.Article) (findings [][]checker.Finding, links [][]checker.Link) {
		for _, r := range checker.CheckAll(t.Context(), articles, o).Reports {
			findings, links = append(findings, r.Findings), append(links, r.Links)
		}
		return findings, links
	}
	findings, links := check([]*article.Article{parsed(t, salt), parsed(t, salt)})
	articles := []*article.Article{parsed(t, salt), parsed(t, salt)}
	o.Early = checker.NewEarly(o)
	o.Early.Look(articles[1])
	if articles[0].Body == nil || articles[1].Body != nil || articles[1].Anchors != nil {
		t.Error("the body of another article is let go of")
	}
	early, earlyLinks := check(articles)
	if len(findings[1]) != 4 || !reflect.DeepEqual(findings, early) || !reflect.DeepEqual(links, earlyLinks) {
		t.Errorf("found early %v, want %v", early, findings)
	}
}

func TestCheckAllInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if run := checker.CheckAll(ctx, []*article.Article{parsed(t, salt)}, checker.Options{}); !run.Interrupted || len(run.Reports) != 1 {
		t.Errorf("interrupted %v with %d reports", run.Interrupted, len(run.Reports))
	}
}

func TestSelect(t *testing.T) {
	t.Parallel()
	quiet := says("quiet")
	quiet.Off = true
	strict := says("strict")
	strict.In = func(g style.Guide) bool { return g.Ibid == style.No }
	all := []*checker.Rule{says("loud-rule"), quiet, strict}
	noIbid := style.Guide{Ibid: style.No}
	for _, row := range []struct {
		name string
		s    checker.Selection
		want []string
	}{
		{"as they are", checker.Selection{}, []string{"loud-rule"}},
		{"one more", checker.Selection{Enable: []string{"quiet"}}, []string{"loud-rule", "quiet"}},
		{"a group", checker.Selection{Enable: []string{"form"}}, []string{"loud-rule", "quiet", "strict"}},
		{"disable wins", checker.Selection{Enable: []string{"all"}, Disable: []string{"loud-rule"}}, []string{"quiet", "strict"}},
		{"a guide that asks for it", checker.Selection{Style: noIbid}, []string{"loud-rule", "strict"}},
		{"no guide, but by name", checker.Selection{Enable: []string{"strict"}}, []string{"loud-rule", "strict"}},
		{"disable wins over a guide", checker.Selection{Style: noIbid, Disable: []string{"strict"}}, []string{"loud-rule"}},
	} {
		picked, err := checker.Select(all, row.s)
		var got []string
		for _, r := range picked {
			got = append(got, r.ID)
		}
		if err != nil || !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, %v; want %q", row.name, got, err, row.want)
		}
	}
	if _, err := checker.Select(all, checker.Selection{Enable: []string{"loud-ruel"}}); err == nil || !strings.Contains(err.Error(), "did you mean loud-rule") {
		t.Errorf("a misspelt rule: %v", err)
	}
}
