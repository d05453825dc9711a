package rules_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/checker/rules"
)

// copies is an archive that has one copy of everything, and counts who asks.
type copies struct{ asked []archive.Query }

const copied = "https://web.archive.org/web/20160304010203/https://courier.example/gone"

func (c *copies) Find(_ context.Context, queries []archive.Query, _ func(done, total int)) []archive.Answer {
	c.asked = append(c.asked, queries...)
	out := make([]archive.Answer, len(queries))
	for i := range queries {
		out[i].Snapshot = &archive.Snapshot{URL: copied, CapturedAt: time.Date(2016, 3, 4, 1, 2, 3, 0, time.UTC)}
	}
	return out
}

// TestArchivedFix applies the fix of a dead link, and looks for the finding again.
func TestArchivedFix(t *testing.T) {
	t.Parallel()
	const page = "https://courier.example/gone"
	perma := "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” " + page + ".\n[^2]: Tom Hale, “The River,” https://courier.example/river"
	rows := []struct{ name, file, source, want string }{
		{
			"words of the language", "a.md", "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, " + page + ".\n",
			"A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, " + page + ", archived at " + copied + ".\n",
		},
		{
			"the article's brackets", "a.md", perma + " [https://perma.cc/AB12-CD34].\n",
			"A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” " + page + " [" + copied + "].\n[^2]: Tom Hale, “The River,” https://courier.example/river [https://perma.cc/AB12-CD34].\n",
		},
		{
			"the article's words", "a.md", perma + " (archiviert unter https://perma.cc/AB12-CD34).\n",
			"A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” " + page + " (archiviert unter " + copied + ").\n[^2]: Tom Hale, “The River,” https://courier.example/river (archiviert unter https://perma.cc/AB12-CD34).\n",
		},
		{
			"copies instead of pages", "a.md", "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” " + page + ".\n[^2]: Tom Hale, “The River,” https://web.archive.org/web/20160101000000/https://courier.example/river.\n",
			"A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” " + copied + ".\n[^2]: Tom Hale, “The River,” https://web.archive.org/web/20160101000000/https://courier.example/river.\n",
		},
		{
			"angle brackets", "a.txt", "A.[1]\n\nNotes\n\n1. Mara Ellingsworth, “Fire at the Mill,” Harbor Courier, 2016, <" + page + ">.\n",
			"A.[1]\n\nNotes\n\n1. Mara Ellingsworth, “Fire at the Mill,” Harbor Courier, 2016, <" + page + ">, archived at <" + copied + ">.\n",
		},
		{
			"behind a title", "a.md", "A.[^1]\n\n[^1]: Mara Ellingsworth, [“Fire at the Mill”](" + page + "), 2016.\n",
			"A.[^1]\n\n[^1]: Mara Ellingsworth, [“Fire at the Mill”](" + copied + "), 2016.\n",
		},
		{
			"in the body", "a.md", "See [the story](" + page + ").[^1]\n\n[^1]: Mara Ellingsworth, *Tides* (London: Harrow, 2004), 3.\n",
			"See [the story](" + copied + ").[^1]\n\n[^1]: Mara Ellingsworth, *Tides* (London: Harrow, 2004), 3.\n",
		},
		{
			"HTML", "a.html", `<p>A.<sup><a id=r1 href=#n1>1</a></sup></p><ol><li id=n1>Mara Ellingsworth, “Fire at the Mill,” 2016, <a href="` + page + `">` + page + `</a>. <a href=#r1>↩</a></li></ol>`,
			`<p>A.<sup><a id=r1 href=#n1>1</a></sup></p><ol><li id=n1>Mara Ellingsworth, “Fire at the Mill,” 2016, <a href="` + page + `">` + page + `</a>, archived at <a href="` + copied + `">` + copied + `</a>. <a href=#r1>↩</a></li></ol>`,
		},
		{
			"HTML, behind a title", "a.html", `<p>A.<sup><a id=r1 href=#n1>1</a></sup></p><ol><li id=n1>Mara Ellingsworth, <a href="` + page + `">“Fire at the Mill”</a>, 2016. <a href=#r1>↩</a></li></ol>`,
			`<p>A.<sup><a id=r1 href=#n1>1</a></sup></p><ol><li id=n1>Mara Ellingsworth, <a href="` + copied + `">“Fire at the Mill”</a>, 2016. <a href=#r1>↩</a></li></ol>`,
		},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			for _, v := range []link.Result{{Verdict: link.Dead, Status: 404}, {Verdict: link.Soft404, Status: 200}, {Verdict: link.ContentDrift, Status: 200}, {Verdict: link.ContentDrift, Status: 200, OtherSite: true}} {
				archives := &copies{}
				f := lostLink(t, row.file, row.source, v, archives)
				if len(f) != 1 || len(f[0].Fixes) != 1 || f[0].Fixes[0].Class != checker.Suggest {
					t.Fatalf("%s: %+v", v.Verdict, f)
				}
				fixed := row.source
				edits := slices.Clone(f[0].Fixes[0].Edits)
				slices.SortFunc(edits, func(x, y checker.Edit) int { return y.Span.Start - x.Span.Start })
				for _, e := range edits {
					fixed = fixed[:e.Span.Start] + e.Text + fixed[e.Span.End:]
				}
				if diff := cmp.Diff(row.want, fixed); diff != "" {
					t.Errorf("%s (-want +got):\n%s", v.Verdict, diff)
				}
				if again := lostLink(t, row.file, fixed, v, archives); len(again) != 0 || len(archives.asked) != 1 {
					t.Errorf("%s: after the fix %+v; asked %d times", v.Verdict, again, len(archives.asked))
				}
			}
		})
	}
}

// lostLink are the findings of the rules of verdicts on an article.
func lostLink(t *testing.T, name, source string, v link.Result, archives checker.ArchiveFinder) []checker.Finding {
	t.Helper()
	all := []*checker.Rule{rules.DeadLink, rules.SoftNotFound, rules.ContentDrift, rules.RedirectToOtherDomain}
	o := checker.Options{Rules: all, Links: answers{"https://courier.example/gone": v}, Archives: archives, Now: func() time.Time { return today }}
	r, err := checker.Check(t.Context(), parse(t, name, source), o)
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

// TestRepairFix offers the address that works first, and the copy after it.
func TestRepairFix(t *testing.T) {
	t.Parallel()
	const source = "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/gone.\n"
	v := link.Result{Verdict: link.Dead, Status: 404, Repair: &link.Repair{URL: "http://courier.example/gone", Change: "http in place of https"}}
	f := lostLink(t, "a.md", source, v, &copies{})
	if len(f) != 1 || len(f[0].Fixes) != 2 || f[0].Fixes[0].Class != checker.Suggest || len(f[0].Fixes[0].Edits) != 1 {
		t.Fatalf("%+v, want one finding with two fixes", f)
	}
	e := f[0].Fixes[0].Edits[0]
	if got := source[:e.Span.Start] + e.Text + source[e.Span.End:]; got != strings.ReplaceAll(source, "https://", "http://") {
		t.Errorf("with the fix: %q", got)
	}
	if !strings.Contains(f[0].Help, "http in place of https") {
		t.Errorf("help %q does not say what changes", f[0].Help)
	}
}
