package export_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader/export"
)

// TestItems cuts exports into items, whatever the size of the pieces in which they come.
func TestItems(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, src string
		want      []string // where each starts, and its text
		head, err string
	}{
		{"two", "<rss>\n<item>a</item><x/>\n <item b='c'>d</item></rss>", []string{"6 2:1 <item>a</item>", "26 3:2 <item b='c'>d</item>"}, "<rss>\n<item", ""},
		{"names that only begin so, and those in comments and CDATA", "<items/><!-- <item>a</item> --><item><![CDATA[</item>]]></item>", []string{"31 1:32 <item><![CDATA[</item>]]></item>"}, "<items/><!-- <item>a</item> --><item", ""},
		{"letters of two bytes are one column", "<a>é</a><item>ü</item>", []string{"9 1:9 <item>ü</item>"}, "<a>é</a><item", ""},
		{"cut off", "<item>a</item><item>b", []string{"0 1:1 <item>a</item>", "14 1:15 <item>b cut"}, "<item", export.ErrCut.Error()},
		{"none", "<rss></rss>", nil, "", ""},
		{"nothing", "", nil, "", ""},
	} {
		for _, reader := range []func(io.Reader) io.Reader{func(r io.Reader) io.Reader { return r }, iotest.OneByteReader, iotest.DataErrReader} {
			t.Run(row.name, func(t *testing.T) {
				t.Parallel()
				var got []string
				var last error
				head := ""
				for item, err := range export.Items(t.Context(), reader(strings.NewReader(row.src)), "item", func(s string) { head = s }) {
					if err != nil {
						last = err
						continue
					}
					line := fmt.Sprintf("%d %d:%d %s", item.At.Offset, item.At.Line, item.At.Column, item.Text)
					if item.Cut {
						line += " cut"
					}
					got = append(got, line)
				}
				if diff := cmp.Diff(row.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				if !strings.HasPrefix(row.head, head) || len(row.head)-len(head) > len("item") || fmt.Sprint(last) != fmt.Sprint(errOf(row.err)) {
					t.Errorf("head %q, %v", head, last)
				}
			})
		}
	}
}

func errOf(s string) error {
	if s == "" {
		return nil
	}
	return errors.New(s)
}

// TestPage asks that each byte of a page leads to where it stands in the export.
func TestPage(t *testing.T) {
	t.Parallel()
	item := export.Item{Text: "<item><c>Salt &amp; tax<![CDATA[ <b>]]></c></item>", At: document.Place{Offset: 50, Line: 3, Column: 7}}
	var content export.Plain
	export.Children(item.Text, len("<item>"), len(item.Text), func(name string, from, to int) {
		if name == "c" {
			content = export.Value(item.Text, from, to)
		}
	})
	if content.Text != "Salt & tax <b>" {
		t.Fatalf("%q", content.Text)
	}
	g := &export.Page{}
	g.From, g.To = content.Span(0, len(content.Text))
	g.Add("<p>")
	g.Copy(content, 0, 11)
	g.Instead("(b)", content, 11, len(content.Text))
	text, source := g.Source(item)
	if text != "<p>Salt & tax (b)" {
		t.Fatalf("%q", text)
	}
	for part, want := range map[string]string{"Salt": "Salt", "&": "&amp;", "tax": "tax", "(b)": "<b>"} {
		from := strings.Index(text, part)
		p := source.Position(document.Span{Start: from, End: from + len(part)})
		if got := item.Text[p.Offset-50 : p.End-50]; got != want || p.Column != 7+p.Offset-50 || p.Line != 3 {
			t.Errorf("%q stands at %+v: %q, want %q", part, p, got, want)
		}
	}
}
