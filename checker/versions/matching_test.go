package versions_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/versions"
	"ibid/parser"
	"ibid/parser/article"
)

const (
	tables = "Mara Ellingsworth, Tide Tables (Harbor: Pier Press, 2009), 12."
	craft  = "Ivo Kern, Handwerk (Ulm: Stein, 1998), 40."
	salt   = "Lena Dahl, Salt and Iron (Bergen: Fjord, 2011), 7."
	jetty  = "Tomas Okafor, The Long Jetty (Lagos: Marina, 1987), 101."
)

// plain is an article whose body says nothing that a note could be known by.
func plain(t *testing.T, notes ...string) *article.Article {
	t.Helper()
	var body, list strings.Builder
	for i, n := range notes {
		fmt.Fprintf(&body, "So.[%d]\n\n", i+1)
		fmt.Fprintf(&list, "[%d] %s\n\n", i+1, n)
	}
	return parse(t, body.String()+"\n\nNotes\n\n"+list.String())
}

func parse(t *testing.T, source string) *article.Article {
	t.Helper()
	a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: "a.txt"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// origins are the notes of the earlier version that the notes of now come from.
func origins(m *versions.Matching) []int {
	out := make([]int, len(m.Now.Notes))
	for n := range out {
		out[n], _ = m.EarlierNote(n)
	}
	return out
}

func TestMatch(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name        string
		before, now []string
		want        []int
	}{
		{"nothing changed", []string{tables, "Ibid.", craft, "Ibid."}, []string{tables, "Ibid.", craft, "Ibid."}, []int{0, 1, 2, 3}},
		{"a note inserted before an Ibid.", []string{tables, "Ibid., 14.", salt}, []string{tables, craft, "Ibid., 14.", salt}, []int{0, -1, 1, 2}},
		{"an Ibid. inserted among many", []string{tables, "Ibid.", "Ibid.", craft}, []string{tables, "Ibid.", "Ibid.", "Ibid.", craft}, []int{0, 1, 2, -1, 3}},
		{"a note deleted", []string{tables, craft, "Ibid., 14.", salt}, []string{tables, "Ibid., 14.", salt}, []int{0, 2, 3}},
		{"an Ibid. deleted", []string{tables, "Ibid.", craft, "Ibid.", salt}, []string{tables, craft, "Ibid.", salt}, []int{0, 2, 3, 4}},
		{"blocks that changed places", []string{tables, "Ibid.", craft, "Ibid.", salt, "Ibid."}, []string{salt, "Ibid.", tables, "Ibid.", craft, "Ibid."}, []int{4, 5, 0, 1, 2, 3}},
		{"a typo and a new page", []string{tables, "Ibid., 14.", salt}, []string{strings.Replace(tables, "Tables", "Tabels", 1), "Ibid., 15.", salt}, []int{0, 1, 2}},
		{"reworded and moved", []string{tables, craft, salt}, []string{craft, salt, "For all this see " + tables}, []int{1, 2, 0}},
		{"renumbered", []string{tables, craft, "Kern, supra note 2, at 5."}, []string{jetty, tables, craft, "Kern, supra note 3, at 5."}, []int{-1, 0, 1, 2}},
		{"another article", []string{tables, "Ibid.", craft, "Ibid."}, []string{salt, "Ibid.", jetty, "Ibid."}, []int{-1, -1, -1, -1}},
		{"no notes before", nil, []string{tables, "Ibid."}, []int{-1, -1}},
		{"all notes gone", []string{tables, "Ibid."}, nil, []int{}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			m := versions.Match(plain(t, row.before...), plain(t, row.now...))
			if diff := cmp.Diff(row.want, origins(m)); diff != "" {
				t.Errorf("origins (-want +got)\n%s", diff)
			}
		})
	}
}

// TestMatchByTheSentence moves an Ibid. away from all its neighbours.
func TestMatchByTheSentence(t *testing.T) {
	t.Parallel()
	tail := "\n\nNotes\n\n"
	before := parse(t, "The tables were printed twice.[1] Sailors read them by lamplight.[2] The guild kept a ledger.[3] Salt was weighed here.[4]"+tail+
		"[1] "+tables+"\n\n[2] Ibid.\n\n[3] "+craft+"\n\n[4] "+salt+"\n")
	now := parse(t, "The tables were printed twice.[1] The guild kept a ledger.[2] Salt was weighed here.[3] Sailors read them by lamplight.[4]"+tail+
		"[1] "+tables+"\n\n[2] "+craft+"\n\n[3] "+salt+"\n\n[4] Ibid.\n")
	if diff := cmp.Diff([]int{0, 2, 3, 1}, origins(versions.Match(before, now))); diff != "" {
		t.Errorf("origins (-want +got)\n%s", diff)
	}
}

func TestSameWork(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, a, b string
		want       bool
	}{
		{"one text", tables, tables, true},
		{"a slip in the title", tables, strings.Replace(tables, "Tables", "Tabels", 1), true},
		{"another page and printing", tables, "M. Ellingsworth, Tide Tables, 2nd ed. (Harbor: Pier Press, 2012), 90.", true},
		{"with its subtitle", tables, strings.Replace(tables, "Tide Tables", "Tide Tables: Four Winters", 1), true},
		{"another work of the author", tables, "Mara Ellingsworth, A Winter of Lamps (Harbor: Pier Press, 2009), 12.", false},
		{"another work", tables, craft, false},
		{"one title, two authors", "Ruth Amsel, Introduction (York: Gate, 2001), 8.", "Per Lund, Introduction (Oslo: Nordlys, 1990), 77.", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a, b := plain(t, row.a), plain(t, row.b)
			if got := versions.SameWork(&a.Notes[0].Citations[0], &b.Notes[0].Citations[0]); got != row.want {
				t.Errorf("%v, want %v", got, row.want)
			}
		})
	}
}

func TestWork(t *testing.T) {
	t.Parallel()
	m := versions.Match(plain(t, tables, craft, salt), plain(t, craft, salt, jetty))
	if _, ok := m.Work(article.Ref{}); ok {
		t.Error("a work that was deleted was found")
	}
	if at, ok := m.Work(article.Ref{Note: 2}); !ok || at != (article.Ref{Note: 1}) {
		t.Errorf("at %v, %v", at, ok)
	}
	if _, ok := m.Work(article.Ref{Note: 9}); ok {
		t.Error("a work of no note was found")
	}
	// Deleted with its note, and cited in full behind another one.
	m = versions.Match(plain(t, tables, craft, salt), plain(t, craft, salt, strings.TrimSuffix(jetty, ".")+"; "+strings.Replace(tables, "12", "99", 1)))
	if at, ok := m.Work(article.Ref{}); !ok || at != (article.Ref{Note: 2, Citation: 1}) {
		t.Errorf("at %v, %v", at, ok)
	}
}

// edited is an article of n notes and a version of it in which some were
// deleted, inserted, reworded and swapped; few of its texts are unique.
func edited(n int) (before, now *article.Article) {
	random := rand.New(rand.NewPCG(1, 2))
	note := func(i int) article.Note {
		text := "Ibid., " + fmt.Sprint(i%90) + "."
		kind := article.Ibid
		if i%3 == 0 {
			kind = article.Full
			text = fmt.Sprintf("Ida Author%d, Annals of the Estuary %d (Harbor: Pier Press, %d), %d.", i%500, i, 1900+i%100, i%300)
		}
		return written(kind, text)
	}
	before, now = &article.Article{}, &article.Article{}
	for i := range n {
		was := note(i)
		before.Notes = append(before.Notes, was)
		switch random.IntN(20) {
		case 0:
			continue
		case 1:
			now.Notes = append(now.Notes, note(n+i))
		case 2:
			was = written(was.Citations[0].Kind, "See "+was.Text.String)
		}
		now.Notes = append(now.Notes, was)
	}
	for i := 0; i+100 < len(now.Notes); i += 1000 {
		now.Notes[i], now.Notes[i+99] = now.Notes[i+99], now.Notes[i]
	}
	return before, now
}

// BenchmarkMatch grows the article; time per note must not grow with it.
func BenchmarkMatch(b *testing.B) {
	for _, n := range []int{2500, 5000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			before, now := edited(n)
			for b.Loop() {
				versions.Match(before, now)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/note")
		})
	}
}

// TestMatchIsLinear matches what is hardest to tell apart: nothing but Ibid.s,
// and notes that all have the same words.
func TestMatchIsLinear(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]func(i int) string{
		"ibid":       func(int) string { return "Ibid." },
		"same words": func(i int) string { return fmt.Sprintf("Ida Author, Annals (Harbor: Pier Press, 1990), %d.", i) },
		"rotated":    func(i int) string { return fmt.Sprintf("w%d w%d w%d w%d Annals.", i%997, i%991, i%983, i%977) },
	} {
		before, now := &article.Article{}, &article.Article{}
		for i := range 20000 {
			before.Notes = append(before.Notes, written(article.Full, text(i)))
			now.Notes = append(now.Notes, written(article.Full, text(i*7+3)))
		}
		start := time.Now()
		versions.Match(before, now)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: 20,000 notes took %v", name, took)
		}
	}
}
