package link

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// pageOf is a page of HTML as the engine reads it.
func pageOf(body string) *Page {
	p := &Page{URL: "https://harbor.example/x", Status: http.StatusOK, Length: len(body)}
	readPage(p, []byte(body), http.Header{"Content-Type": {"text/html; charset=utf-8"}}, nil)
	return p
}

func TestSimilarity(t *testing.T) {
	t.Parallel()
	var story, other strings.Builder
	for i := range 300 {
		fmt.Fprintf(&story, "word%d ", i)
		fmt.Fprintf(&other, "thing%d ", i)
	}
	base := pageOf("<p>" + story.String())
	for _, row := range []struct {
		name, body string
		low, high  float64
	}{
		{"itself", "<p>" + story.String(), 1, 1},
		{"one word more", "<p>" + story.String() + "4711", 0.9, 1},
		{"half of it another", "<p>" + story.String() + other.String(), 0.3, 0.7},
		{"another", "<p>" + other.String(), 0, 0.1},
		{"nothing", "", 0, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if s := similarity(base, pageOf(row.body)); s < row.low || s > row.high {
				t.Errorf("similarity %.2f, want %.2f to %.2f", s, row.low, row.high)
			}
		})
	}
	if s := similarity(pageOf("<p>Sorry"), pageOf("<p>Sorry")); s != 1 {
		t.Errorf("two pages of one word: similarity %.2f, want 1", s)
	}
}

func TestWordSet(t *testing.T) {
	t.Parallel()
	p := pageOf("<title>Tide Tables</title><nav>Menu</nav><p>High water at the Küste: café, お探し")
	for word, want := range map[string]bool{"high": true, "küste": true, "café": true, "menu": true, "探": true, "casino": false, "High": false} {
		if p.Words.Has(word) != want {
			t.Errorf("Has(%q) = %v, want %v", word, !want, want)
		}
	}
	if !WordSet(nil).Has("casino") {
		t.Error("a set that is not known must not say no")
	}
}

func TestDoubtful(t *testing.T) {
	t.Parallel()
	text := "<p>" + strings.Repeat("The lamp at the point was lit at dusk. ", 20)
	for _, row := range []struct {
		name, url string
		titles    []string
		body      string
		want      bool
	}{
		{"the title cited", "https://h.example/2016/fire", []string{"Fire at the Mill"}, "<title>Fire at the Mill | Harbor</title>" + text, false},
		{"another title", "https://h.example/2016/fire", []string{"Fire at the Mill"}, "<title>Harbor</title>" + text, true},
		{"the title's words in the text", "https://h.example/2016/x", []string{"The Lamp at the Point"}, "<title>Harbor</title>" + text, false},
		{"nothing of the address", "https://h.example/fire-mill-looms.html", nil, "<title>Harbor</title>" + text, true},
		{"the words of the address", "https://h.example/lamp-point", nil, "<title>Harbor</title>" + text, false},
		{"an address that says nothing", "https://h.example/x", nil, "<title>Harbor</title>" + text, false},
		{"a front page", "https://h.example/", []string{"Fire at the Mill"}, "<title>Harbor</title>" + text, false},
		{"a shell of scripts", "https://h.example/fire-mill-looms", nil, "<div id=app></div><script src=a.js></script>", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			u, reason := parse(row.url)
			if reason != "" {
				t.Fatal(reason)
			}
			if got := doubtful(u, row.titles, pageOf(row.body)); got != row.want {
				t.Errorf("doubtful = %v, want %v", got, row.want)
			}
		})
	}
}

func TestIsFiller(t *testing.T) {
	t.Parallel()
	filler := "<title>Harbor</title><p>" + strings.Repeat("The lamp at the point was lit at dusk. ", 20)
	if !isFiller(pageOf(filler), pageOf(filler)) {
		t.Error("the same page for any address is a filler")
	}
	gone := pageOf(filler)
	gone.Status = http.StatusNotFound
	if isFiller(pageOf(filler), gone) {
		t.Error("a sibling that is not found shows that the page is there")
	}
	if wall := "<title>Are you a robot?</title><p>Click the box.</p>"; isFiller(pageOf(wall), pageOf(wall)) {
		t.Error("a wall before every page says nothing of the page")
	}
	if isFiller(pageOf(filler), pageOf("<title>Harbor</title><p>Something else altogether is said here today.")) {
		t.Error("another page under the same title is not the same")
	}
}
