package link

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func TestFragments(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("<p>The lamp at the point was lit at dusk and put out at dawn.</p>", 8)
	body := `<title>Tides</title><h2 id="sec-4">Tables</h2><a name="old">x</a><h2 id="h%C3%B6he">y</h2><h3 id="höhe">z</h3><h3 id="user-content-uses">u</h3>
		<p>High <b>water</b> at the point&nbsp;— says the <i>Café</i> keeper — is at noon. Low water is at six.</p>` + text
	for _, row := range []struct {
		name, fragment string
		fault          bool
	}{
		{"an id", "sec-4", false},
		{"the name of a link", "old", false},
		{"in letters of its own", "höhe", false},
		{"in letters that are escaped", "h%C3%B6he", false},
		{"as GitHub writes it", "uses", false},
		{"missing", "sec-9", true},
		{"in another case", "Sec-4", true},
		{"the top", "top", false},
		{"empty", "", false},
		{"a route", "/tides/4", false},
		{"a state", "!tides", false},
		{"a key and a value", "t=30", false},
		{"a line", "L10", false},
		{"lines", "L10-L20", false},
		{"a comment", "comment-4711", false},
		{"a text", ":~:text=high%20water", false},
		{"a text over tags and accents", ":~:text=the%20cafe%20keeper", false},
		{"a text with what is around it", ":~:text=High-,water,-at%20the%20point", false},
		{"a text from here to there", ":~:text=High%20water,at%20noon", false},
		{"a text that is not there", ":~:text=high%20tide", true},
		{"a text with something else around it", ":~:text=Low-,water,-at%20the%20point", true},
		{"a text from there to here", ":~:text=at%20noon,High%20water", true},
		{"one text of two", ":~:text=high%20tide&text=low%20water", false},
		{"a place and a text", "sec-4:~:text=high%20tide", true},
		{"another directive", ":~:selector(type=x)", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			p := &Page{Status: http.StatusOK, Length: len(body)}
			var fragments []string
			if strings.Contains(row.fragment, textDirective) {
				fragments = []string{row.fragment}
			}
			readPage(p, []byte(body), http.Header{"Content-Type": {"text/html; charset=utf-8"}}, fragments)
			if got := fragmentFault("https://harbor.example/x#"+row.fragment, p); (got != "") != row.fault {
				t.Errorf("fault %q, want one: %v", got, row.fault)
			}
		})
	}
}

func TestFragmentsLeftAlone(t *testing.T) {
	t.Parallel()
	shell := pageOf(`<div id="app"></div><script src=app.js></script>`)
	if got := fragmentFault("https://harbor.example/x#sec-9", shell); got != "" {
		t.Errorf("a page that scripts make: %q", got)
	}
	plain := pageOf(`<h2 id="a">Tides</h2><p>` + strings.Repeat("High water. ", 40))
	if got := fragmentFault("https://github.com/keeper/tides#readme", plain); got != "" {
		t.Errorf("a site that makes its anchors by script: %q", got)
	}
	many := pageOf(strings.Repeat(`<p id="a">High water.</p>`, maxAnchors+2))
	if got := fragmentFault("https://harbor.example/x#sec-9", many); got != "" {
		t.Errorf("a page with too many anchors: %q", got)
	}
	if got := fragmentFault("https://harbor.example/x#sec-9", pageOf("<p>"+strings.Repeat("High water. ", 40))); got == "" {
		t.Error("a page without any anchor has none of that name")
	}
}

func TestPDFPages(t *testing.T) {
	t.Parallel()
	tree := func(n int) string {
		return fmt.Sprintf("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count %d >>\nendobj\n", n)
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write([]byte("2 0 << /Count 12 /Kids [3 0 R] /Type /Pages >>"))
	_ = z.Close()
	inStream := "%PDF-1.5\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nstream\n" + packed.String() + "\nendstream\n"
	for _, row := range []struct {
		name, body string
		whole      bool
		want       int
	}{
		{"a tree", "%PDF-1.4\n" + tree(12), true, 12},
		{"a tree in parts", "%PDF-1.4\n" + tree(5) + tree(12) + tree(7), true, 12},
		{"packed", inStream, true, 12},
		{"made for the web, cut off", "%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L 900 /H [ 5 6 ] /O 9 /E 8 /N 12 /T 7 >>\nendobj\n", false, 12},
		{"cut off", "%PDF-1.4\n" + tree(12), false, 0},
		{"damaged", "%PDF-1.4\n/ObjStm stream\nrubbish", true, 0},
		{"not one", "", true, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if got := pdfPages([]byte(row.body), row.whole); got != row.want {
				t.Errorf("%d pages, want %d", got, row.want)
			}
		})
	}
	p := &Page{Status: http.StatusOK}
	body := []byte("%PDF-1.4\n" + tree(12))
	p.Length = len(body)
	readPage(p, body, http.Header{"Content-Type": {"application/pdf"}}, nil)
	if got := fragmentFault("https://harbor.example/x.pdf#page=13", p); !strings.Contains(got, "no page 13") {
		t.Errorf("page 13 of 12: %q", got)
	}
	if got := fragmentFault("https://harbor.example/x.pdf#page=12", p); got != "" {
		t.Errorf("page 12 of 12: %q", got)
	}
}

// FuzzReadPage: whatever a host sends, it is read in bounds.
func FuzzReadPage(f *testing.F) {
	for _, s := range []string{"<title>x</title><h1>y", "<nav><p>", "%PDF-1.4 /ObjStm stream", "\xff\xfe<\x00p\x00", "<meta http-equiv=refresh content='0;url='>", "<script>location='/x'</script>", `{"status":404}`, "<h1><h2></h1>"} {
		f.Add(s, "text/html", "", "")
	}
	f.Add("x", "application/json; charset=utf-16", "deflate", ":~:text=a,b,c,d")
	f.Fuzz(func(t *testing.T, body, contentType, coding, fragment string) {
		p := &Page{URL: "https://harbor.example/x", Status: http.StatusOK, Length: len(body)}
		readPage(p, []byte(body), http.Header{"Content-Type": {contentType}, "Content-Encoding": {coding}}, []string{fragment})
		if len(p.Text) > 4*keptText || len(p.Headings) > maxHeadings || len(p.Anchors) > maxAnchors {
			t.Errorf("too much is kept: %d bytes of text, %d headings, %d anchors", len(p.Text), len(p.Headings), len(p.Anchors))
		}
		u, _ := parse("https://harbor.example/x")
		if r := judgeAnswer(&task{first: u, at: u, titles: []string{"Tide Tables of the Point"}}, p); r.Verdict == "" {
			t.Error("no verdict")
		}
	})
}
