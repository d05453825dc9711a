package markup_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

// tokens are those of a part: "<name", ">" for an end, else the text.
func tokens(s *markup.Scanner) []string {
	var out []string
	for !s.Done {
		switch s.Next() {
		case markup.Start:
			out = append(out, "<"+s.Name())
		case markup.End:
			if !s.Done {
				out = append(out, ">")
			}
		case markup.Chars:
			out = append(out, s.Chars().String)
		}
	}
	return out
}

func TestNext(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, src string
		doctype   bool
		want      []string
		broken    string
		refused   string
	}{
		{"elements and text", `<a x="1">b<c/>d</a>`, false, []string{"<a", "b", "<c", ">", "d", ">"}, "", ""},
		{"comments and instructions say nothing", `<?xml version="1.0" encoding="KOI8-R"?><!-- a --><a><?b c?></a>`, false, []string{"<a", ">"}, "", ""},
		{"entities and CDATA", `<a>b &amp; c &#x41; &eacute; <![CDATA[<d> &amp;]]></a>`, false, []string{"<a", "b & c A é ", "<d> &amp;", ">"}, "", ""},
		{"a document type where there may be one", `<!DOCTYPE a SYSTEM "a.dtd"><a>b</a>`, true, []string{"<a", "b", ">"}, "", ""},
		{"a document type where there may be none", `<!DOCTYPE a><a>b</a>`, false, nil, "", "document type declaration"},
		{"entities of its own stand for nothing", `<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>x&b;y&d;z</a>`, true, []string{"<a", "xyz", ">"}, "", ""},
		{"one that known names have is the known one", `<!DOCTYPE a [<!ENTITY eacute "no">]><a>&eacute;</a>`, true, []string{"<a", "é", ">"}, "", ""},
		{"entities that nobody declared", `<a>x&b;y</a>`, true, []string{"<a"}, "is broken at byte", ""},
		{"elements that close each other", `<a><b></a>`, false, []string{"<a", "<b"}, "is broken at byte", ""},
		{"cut off", `<a><b>c`, false, []string{"<a", "<b", "c"}, "is broken at byte 7", ""},
		{"depth without end", strings.Repeat("<a>", 600), false, nil, "", "more than 512 deep"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := markup.NewScanner(t.Context(), "p.xml", row.src, markup.Options{Doctype: row.doctype})
			got := tokens(s)
			if row.refused != "" {
				var refused *pack.Error
				if !errors.As(s.Refused, &refused) || refused.Part != "p.xml" || !strings.Contains(refused.Error(), row.refused) {
					t.Errorf("%v, want %q", s.Refused, row.refused)
				}
				return
			}
			if diff := cmp.Diff(row.want, got); diff != "" || s.Refused != nil {
				t.Errorf("%v (-want +got):\n%s", s.Refused, diff)
			}
			if !strings.Contains(s.Broken, row.broken) || row.broken == "" && s.Broken != "" {
				t.Errorf("broken: %q, want %q", s.Broken, row.broken)
			}
		})
	}
}

// TestPlaces asks that decoded text and attributes stand where the source has them.
func TestPlaces(t *testing.T) {
	t.Parallel()
	const src = `<a href = 'x?a=1&amp;b=2' title="é"><b/>Salt &amp; tax</a>`
	s := markup.NewScanner(t.Context(), "p.xml", src, markup.Options{})
	s.Next()
	href := s.AttrText("href")
	if at := href.All(); href.String != "x?a=1&b=2" || src[at.Start:at.End] != "x?a=1&amp;b=2" || at.Part != "p.xml" || s.Attr("title") != "é" {
		t.Errorf("%q at %+v, %q", href.String, at, s.Attr("title"))
	}
	if !s.AttrText("ref").Empty() {
		t.Error("the end of a name is no name")
	}
	s.Children(func() { s.Skip() })
	s = markup.NewScanner(t.Context(), "p.xml", src, markup.Options{})
	var text string
	for !s.Done {
		if s.Next() == markup.Chars {
			c := s.Chars()
			text = c.String
			at := c.Span(strings.Index(text, "&"), strings.Index(text, "&")+1)
			if src[at.Start:at.End] != "&amp;" {
				t.Errorf("& stands at %q", src[at.Start:at.End])
			}
		}
	}
	if text != "Salt & tax" {
		t.Errorf("%q", text)
	}
}

// TestText asks that a text is bounded, and the element read to its end.
func TestText(t *testing.T) {
	t.Parallel()
	s := markup.NewScanner(t.Context(), "", "<a><b>"+strings.Repeat("x<i>y</i>", 100)+"</b><c/></a>", markup.Options{})
	s.Next()
	s.Next()
	if got := s.Text(10); len(got) > 12 || !strings.HasPrefix(got, "xyxy") {
		t.Errorf("%q", got)
	}
	if s.Next() != markup.Start || s.Name() != "c" {
		t.Errorf("then %s", s.Name())
	}
}

func TestInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := markup.NewScanner(ctx, "", "<a>"+strings.Repeat("<b/>", 10_000)+"</a>", markup.Options{})
	tokens(s)
	if !errors.Is(s.Refused, context.Canceled) {
		t.Errorf("%v", s.Refused)
	}
}
