package bibliography_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/bibliography"
	"ibid/parser"
	"ibid/parser/article"
)

const (
	book    = "Mara Ellingsworth, *Tide Tables* (London: Harrow, 2004), 17."
	journal = "Seva Gantry, “The Cyber-Commons,” *Harbor Review* 13, no. 1 (2015): 40–63."
)

// read makes an article of notes in Markdown.
func read(tb testing.TB, name string, previous []*article.Article, notes ...string) *article.Article {
	tb.Helper()
	var b strings.Builder
	for i := range notes {
		fmt.Fprintf(&b, "Word.[^%d] ", i+1)
	}
	b.WriteString("\n\n")
	for i, n := range notes {
		fmt.Fprintf(&b, "[^%d]: %s\n", i+1, n)
	}
	a, err := parser.Parse(tb.Context(), strings.NewReader(b.String()), parser.Options{Name: name, Previous: previous})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// list is a bibliography in short: "key: 1 2".
func list(b *bibliography.Bibliography) []string {
	out := []string{}
	for _, e := range b.Entries {
		s := e.Key + ":"
		for _, p := range e.Cited {
			s += " " + b.Articles[p.Article].Notes[p.Note].Number
		}
		out = append(out, s)
	}
	return out
}

func TestOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		notes []string
		want  []string
		lost  int
	}{
		{"none", []string{"The clerks kept no copy."}, []string{}, 0},
		{"back-references add nothing", []string{book, "Ibid., 63.", journal, "Ellingsworth, *Tide Tables*, 9; Gantry, “Cyber-Commons,” 44."}, []string{"ellingsworth2004tide: 1 2 4", "gantry2015cyber: 3 4"}, 0},
		{"cited twice in a note", []string{book + " " + book}, []string{"ellingsworth2004tide: 1"}, 0},
		{"in full again", []string{book, journal, "M. Ellingsworth, *Tide Tables*, 2004, p. 3."}, []string{"ellingsworth2004tide: 1 3", "gantry2015cyber: 2"}, 0},
		{"another year is another work", []string{book, "Mara Ellingsworth, *Tide Tables* (London: Harrow, 2009), 17."}, []string{"ellingsworth2004tide: 1", "ellingsworth2009tide: 2"}, 0},
		{"another edition is another work", []string{"Ivo Kern, *Salt*, 2nd ed. (Ulm: Stein, 1998).", "Ivo Kern, *Salt*, 3rd ed. (Ulm: Stein, 1998)."}, []string{"kern1998salta: 1", "kern1998saltb: 2"}, 0},
		{"another subtitle is another work", []string{"Ivo Kern, *Salt: A Tax* (Ulm: Stein, 1998).", "Ivo Kern, *Salt: A Cure* (Ulm: Stein, 1998)."}, []string{"kern1998salta: 1", "kern1998saltb: 2"}, 0},
		{"another person of that name", []string{"Ivo Kern, *Salt Roads* (Ulm: Stein, 1998).", "Paula Kern, *Salt Roads* (Ulm: Stein, 1998)."}, []string{"kern1998salta: 1", "kern1998saltb: 2"}, 0},
		{"one DOI", []string{"Seva Gantry, “The Cyber-Commons,” *Harbor Review* 13 (2015), https://doi.org/10.5555/hr.13.", "Gantry S. Cyber commons. Harb Rev. 2015. doi:10.5555/HR.13"}, []string{"gantry2015cyber: 1 2"}, 0},
		{"one address, written in other ways", []string{"Ada Oster, “Wick and Oil,” Lamp Post, May 3, 2012, http://www.lamp.example/wick/.", "“Wick and Oil,” https://lamp.example/wick#top", "“Wick and Oil,” https://web.archive.org/web/2015/http://lamp.example/wick"}, []string{"oster2012wick: 1 2 3"}, 0},
		{"a front page is many works", []string{"“Wick and Oil,” http://lamp.example/.", "“Bell and Fog,” http://lamp.example/."}, []string{"wickoil: 1", "bellfog: 2"}, 0},
		{"chapters of one page", []string{"Ada Oster, “Wick,” in *Lamps* (2012), http://lamp.example/all.", "Ada Oster, “Bells,” in *Lamps* (2012), http://lamp.example/all."}, []string{"oster2012wick: 1", "oster2012bells: 2"}, 0},
		{"a day's paper", []string{"The Port Courier, July 21, 1840.", "Port Courier, July 21, 1840.", "The Port Courier, July 24, 1840."}, []string{"port1840couriera: 1 2", "port1840courierb: 3"}, 0},
		{"a full citation behind the short form", []string{"Ellingsworth, *Tide Tables*, 9.", journal, book}, []string{"ellingsworth2004tide: 1 3", "gantry2015cyber: 2"}, 0},
		{"what leads nowhere", []string{"Ibid., 3.", book, "Penhallow, *Kelp*, 3."}, []string{"ellingsworth2004tide: 2"}, 2},
		{"what is ambiguous cites nothing for certain", []string{book + " " + journal, "Ibid., 41."}, []string{"ellingsworth2004tide: 1", "gantry2015cyber: 1"}, 0},
		{"see note 1", []string{book, "See note 1."}, []string{"ellingsworth2004tide: 1 2"}, 0},
		{"see note 1, which has two works", []string{book + " " + journal, "See note 1."}, []string{"ellingsworth2004tide: 1", "gantry2015cyber: 1"}, 0},
		{"idem is a work of its own", []string{book, "Idem, *Salt Roads* (London: Harrow, 2007), 3."}, []string{"ellingsworth2004tide: 1", "ellingsworth2007salt: 2"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b := bibliography.Of(read(t, "draft.md", nil, tt.notes...))
			if diff := cmp.Diff(tt.want, list(b)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if len(b.Lost) != tt.lost {
				t.Errorf("lost %v, want %d", b.Lost, tt.lost)
			}
		})
	}
}

// TestBridge joins two entries that a third citation shows to be one work.
func TestBridge(t *testing.T) {
	t.Parallel()
	b := bibliography.Of(read(t, "draft.md", nil,
		"Seva Gantry, “The Cyber-Commons,” *Harbor Review* 13, no. 1 (2015): 44.",
		"https://doi.org/10.5555/hr.13",
		"Seva Gantry, “The Cyber-Commons: Who Owns the Shore,” *Harbor Review* 13 (2015): 40–63, https://doi.org/10.5555/hr.13.",
	))
	if diff := cmp.Diff([]string{"gantry2015cyber: 1 2 3"}, list(b)); diff != "" {
		t.Fatalf("-want +got:\n%s", diff)
	}
	it := b.Entries[0].Item
	if it.Title != "The Cyber-Commons: Who Owns the Shore" || it.DOI != "10.5555/hr.13" || it.Issue != "1" || it.Page != "40–63" || it.Type != "article-journal" {
		t.Errorf("the fuller fields are lost: %+v", it)
	}
}

// TestYearbook tells the years of one title apart, however many there are.
func TestYearbook(t *testing.T) {
	t.Parallel()
	var list []article.Item
	for i := range 200 {
		list = append(list, article.Item{Type: "report", Author: []article.Name{{Literal: "Harbour Board"}}, Title: "Dredging Accounts", Issued: year(1900 + i%50)})
	}
	b := bibliography.Of(items(list...))
	if len(b.Entries) != 50 || len(b.Entries[0].Cited) != 4 {
		t.Errorf("%d entries, the first cited %d times; want 50 and 4", len(b.Entries), len(b.Entries[0].Cited))
	}
}

// TestSeveral makes one bibliography of articles, works of an earlier part included.
func TestSeveral(t *testing.T) {
	t.Parallel()
	part1 := read(t, "part1.md", nil, journal, book)
	part2 := read(t, "part2.md", []*article.Article{part1}, "Ibid., 63.", "Ivo Kern, *Salt Roads* (Ulm: Stein, 1998).")
	if diff := cmp.Diff([]string{"ellingsworth2004tide: 1", "kern1998salt: 2"}, list(bibliography.Of(part2))); diff != "" {
		t.Errorf("the later part alone (-want +got):\n%s", diff)
	}
	b := bibliography.Of(part1, part2)
	if diff := cmp.Diff([]string{"gantry2015cyber: 1", "ellingsworth2004tide: 2 1", "kern1998salt: 2"}, list(b)); diff != "" {
		t.Errorf("both (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]bibliography.Place{{Article: 0, Note: 1}, {Article: 1, Note: 0}}, b.Entries[1].Cited); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// items makes an article that cites one work in each note.
func items(list ...article.Item) *article.Article {
	a := &article.Article{Source: "items"}
	for i := range list {
		n := article.Note{Number: fmt.Sprint(i + 1), Citations: []article.Citation{{Kind: article.Full, Text: "See also a letter in the tin box.", Signal: "See also", Item: list[i]}}}
		a.Notes = append(a.Notes, n)
	}
	return a
}

func year(y int) *article.Date { return &article.Date{Parts: [][]int{{y}}} }

func TestKeys(t *testing.T) {
	t.Parallel()
	by := func(family string) []article.Name { return []article.Name{{Family: family}} }
	for _, tt := range []struct {
		name string
		item article.Item
		want string
	}{
		{"plain", article.Item{Author: by("Ellingsworth"), Title: "The Tide", Issued: year(2009)}, "ellingsworth2009tide"},
		{"marks", article.Item{Author: by("Łęcki-Ørsted"), Title: "Über Straßen", Issued: year(2009)}, "leckiorsted2009strassen"},
		{"apostrophe", article.Item{Author: by("O’Dell"), Title: "What’s Left", Issued: year(1999)}, "odell1999whats"},
		{"particle", article.Item{Author: []article.Name{{Family: "Gogh", Particle: "van"}}, Title: "Letters"}, "goghletters"},
		{"organisation", article.Item{Author: []article.Name{{Literal: "The Coastal Lamp Society"}}, Title: "On the Survey", Issued: year(2018)}, "coastal2018survey"},
		{"editor", article.Item{Editor: by("Kern"), Title: "Salt", Issued: year(1998)}, "kern1998salt"},
		{"no author", article.Item{Title: "The Storm Log, 1890", Issued: year(1911)}, "storm1911log"},
		{"container alone", article.Item{ContainerTitle: "Port Archives", Volume: "lxx"}, "portarchives"},
		{"Russian", article.Item{Author: by("Щербаков"), Title: "Наука и йод", Issued: year(1968)}, "shcherbakov1968nauka"},
		{"Greek", article.Item{Author: by("Θέμος"), Title: "Φάρος", Issued: year(1968)}, "themos1968faros"},
		{"Korean", article.Item{Author: by("김"), Title: "바다의 빛", Issued: year(2003)}, "gim2003badaui"},
		{"Chinese", article.Item{Author: by("王"), Title: "海灯", Issued: year(2003)}, "work2003"},
		{"address alone", article.Item{URL: "https://www.lamp-post.example/a/b"}, "lamppostexample"},
		{"nothing but its own words", article.Item{}, "lettertin"},
		{"long", article.Item{Author: by(strings.Repeat("long", 20)), Title: strings.Repeat("word", 20)}, strings.Repeat("long", 6) + strings.Repeat("word", 6)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b := bibliography.Of(items(tt.item))
			if got := b.Entries[0].Key; got != tt.want {
				t.Errorf("key %q, want %q", got, tt.want)
			}
		})
	}
}

// TestDistinctKeys counts on behind z and around a key that is taken.
func TestDistinctKeys(t *testing.T) {
	t.Parallel()
	var list []article.Item
	for i := range 28 {
		list = append(list, article.Item{Type: "book", Title: fmt.Sprintf("Tide: Part %d", i), Author: []article.Name{{Family: "Kern"}}})
	}
	list = append(list, article.Item{Type: "book", Title: "Tideb", Author: []article.Name{{Family: "Kern"}}})
	b := bibliography.Of(items(list...))
	for i, want := range map[int]string{0: "kerntidea", 1: "kerntidec", 24: "kerntidez", 25: "kerntideaa", 27: "kerntideac", 28: "kerntideb"} {
		if got := b.Entries[i].Key; got != want {
			t.Errorf("entry %d has key %q, want %q", i, got, want)
		}
	}
}

// TestMerge takes from each citation what it knows better.
func TestMerge(t *testing.T) {
	t.Parallel()
	date := func(parts ...int) *article.Date { return &article.Date{Parts: [][]int{parts}} }
	name := func(given string) []article.Name { return []article.Name{{Family: "Oster", Given: given}} }
	base := article.Item{Type: "article-journal", Title: "Wick and Oil", Author: name("A.")}
	for _, tt := range []struct {
		name       string
		x, y, want func(*article.Item)
	}{
		{"names", func(*article.Item) {}, func(i *article.Item) { i.Author = name("Ada") }, func(i *article.Item) { i.Author = name("Ada") }},
		{"dates", func(i *article.Item) { i.Issued = date(2012) }, func(i *article.Item) { i.Issued = date(2012, 5, 3) }, func(i *article.Item) { i.Issued = date(2012, 5, 3) }},
		{"types", func(i *article.Item) { i.Type = "webpage" }, func(*article.Item) {}, func(*article.Item) {}},
		{"a range beats a page", func(i *article.Item) { i.Page = "44" }, func(i *article.Item) { i.Page = "40–63" }, func(i *article.Item) { i.Page = "40–63" }},
		{"a wide range beats a narrow one", func(i *article.Item) { i.Page = "140-63" }, func(i *article.Item) { i.Page = "144–6" }, func(i *article.Item) { i.Page = "140-63" }},
		{"pages that differ are places", func(i *article.Item) { i.Page = "44" }, func(i *article.Item) { i.Page = "51" }, func(*article.Item) {}},
		{"volumes that differ are places", func(i *article.Item) { i.Type, i.Volume = "book", "I" }, func(i *article.Item) { i.Type, i.Volume = "book", "II" }, func(i *article.Item) { i.Type = "book" }},
		{"addresses that are no web", func(i *article.Item) { i.URL = "javascript:alert(1)" }, func(i *article.Item) { i.URL = "http://lamp.example/w" }, func(i *article.Item) { i.URL = "http://lamp.example/w" }},
		{"a DOI out of the address", func(i *article.Item) { i.URL = "https://doi.org/10.5555/w" }, func(*article.Item) {}, func(i *article.Item) { i.URL, i.DOI = "https://doi.org/10.5555/w", "10.5555/w" }},
		{"dates of no calendar", func(i *article.Item) { i.Issued = date(2012, 13, 1) }, func(i *article.Item) { i.Accessed = date(0) }, func(i *article.Item) { i.Issued = date(2012) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			x, y, want := base, base, base
			tt.x(&x)
			tt.y(&y)
			tt.want(&want)
			for _, order := range [][]article.Item{{x, y}, {y, x}} {
				b := bibliography.Of(items(order...))
				if len(b.Entries) != 1 {
					t.Fatalf("%d entries, want 1", len(b.Entries))
				}
				if diff := cmp.Diff(want, b.Entries[0].Item); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
			}
		})
	}
}
