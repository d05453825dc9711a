package reports_test

import (
	"errors"
	"strings"
	"time"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
	"ibid/parser/document"
)

// hostile is what no report may let through: a terminal escape, markup, a
// formula, a workflow command and a mark that turns the writing around.
const hostile = "\x1b[31mred\x07 <script>alert(1)</script> =HYPERLINK(\"http://x.example\") ::error::no\u202Egnp"

// essaySource is the text of the first article; spans are looked up in it.
const essaySource = `The Lamps of Marrow Point

Oil was dear.[1] Keepers knew.[2] So did the clerks.[3] The ledger says it too.[4]
海の灯台 is older.[5] شعلة too.[6] See http://body.example/tower for more.

Notes
1. Ada Quillfeather, "Oil and Wick," Harbour Review 3 (2011): 20, http://gone.example/oil.
2. Ibid., 22; see also Bram Oster, The Keepers (Wick: Tern, 1998).
3. Quillfeather, "Oil."
4. Nobody, "Lost."
5. 山田花子『灯台の歴史』東京、二〇〇三年、一二三頁。これはとても長い題名を持つ注であり表の幅を越えてしまう。
6. The clerks kept no copy.
7. https://moved.example/a/very/long/path/that/goes/on/and/on/until/it/cannot/fit/in/any/terminal/at/all/index.html?session=0123456789
`

type builder struct{ src *document.Source }

func (b builder) span(s string) document.Span {
	i := strings.Index(b.src.Text(""), s)
	if i < 0 {
		panic("fixture: " + s + " is not in the source")
	}
	return document.Span{Start: i, End: i + len(s)}
}

func (b builder) text(s string) document.Text { return document.NewText(s, b.span(s).Start, "") }

func (b builder) url(s string) article.URL {
	return article.URL{Address: s, Raw: s, Form: article.Plain, Span: b.span(s), AddressSpan: b.span(s)}
}

func (b builder) note(n int, text string, urls []article.URL, cs ...article.Citation) article.Note {
	number := string(rune('0' + n))
	for i := range cs {
		cs[i].Start = strings.Index(text, cs[i].Text)
		cs[i].End = cs[i].Start + len(cs[i].Text)
		cs[i].Span = b.span(cs[i].Text)
	}
	return article.Note{ID: "fn" + number, Number: number, Text: b.text(text), Span: b.span(text), Citations: cs, URLs: urls}
}

// essay has every kind of citation, most verdicts, CJK and Arabic.
func essay() *checker.Report {
	b := builder{document.NewSource(essaySource, document.Encoding{})}
	oil, moved, tower := b.url("http://gone.example/oil"), b.url("https://moved.example/a/very/long/path/that/goes/on/and/on/until/it/cannot/fit/in/any/terminal/at/all/index.html?session=0123456789"), b.url("http://body.example/tower")
	first := article.Ref{Note: 0, Citation: 0}
	a := &article.Article{
		Source: "posts/marrow-point.txt", Format: "text", Text: b.src, URLs: []article.URL{tower},
		Meta: document.Meta{Title: "The Lamps of Marrow Point", Authors: []string{"Wren Abelard"}, Published: "2022-02", Language: "en"},
	}
	a.Notes = []article.Note{
		b.note(1, `Ada Quillfeather, "Oil and Wick," Harbour Review 3 (2011): 20, http://gone.example/oil.`, []article.URL{oil}, article.Citation{
			Kind: article.Full, Text: `Ada Quillfeather, "Oil and Wick," Harbour Review 3 (2011): 20, http://gone.example/oil`, URLs: []article.URL{oil},
			Locator: &article.Locator{Label: "page", Value: "20"},
			Item: article.Item{
				Type: "article-journal", Title: "Oil and Wick", ContainerTitle: "Harbour Review", Volume: "3", URL: oil.Address,
				Author: []article.Name{{Family: "Quillfeather", Given: "Ada"}}, Issued: &article.Date{Parts: [][]int{{2011}}},
			},
			Fields: article.Fields{{Name: "title", Span: b.span("Oil and Wick"), Confidence: 0.9}},
		}),
		b.note(2, "Ibid., 22; see also Bram Oster, The Keepers (Wick: Tern, 1998).", nil, article.Citation{
			Kind: article.Ibid, Text: "Ibid., 22", Antecedent: &first, Locator: &article.Locator{Label: "page", Value: "22"},
			Target: &article.Target{Ref: first, Confidence: 0.98, Because: "only citation of note 1"},
		}, article.Citation{
			Kind: article.Full, Signal: "see also", Text: "Bram Oster, The Keepers (Wick: Tern, 1998)",
			Item: article.Item{Type: "book", Title: "The Keepers", Author: []article.Name{{Family: "Oster", Given: "Bram"}}, Issued: &article.Date{Parts: [][]int{{1998}}}},
		}),
		b.note(3, `Quillfeather, "Oil."`, nil, article.Citation{
			Kind: article.Short, Text: `Quillfeather, "Oil."`, Antecedent: &first,
			Target: &article.Target{
				Ref: first, Confidence: 0.6, Ambiguous: true, Because: "surname Quillfeather matches note 1",
				Candidates: []article.Candidate{{Ref: article.Ref{Note: 1, Citation: 1}, Score: 0.41, Because: "close"}},
			},
		}),
		b.note(4, `Nobody, "Lost."`, nil, article.Citation{Kind: article.Short, Text: `Nobody, "Lost."`, Unresolved: "no work of Nobody is cited before"}),
		b.note(5, "山田花子『灯台の歴史』東京、二〇〇三年、一二三頁。これはとても長い題名を持つ注であり表の幅を越えてしまう。", nil, article.Citation{
			Kind: article.Full, Text: "山田花子『灯台の歴史』東京、二〇〇三年、一二三頁。これはとても長い題名を持つ注であり表の幅を越えてしまう。",
			Item: article.Item{Title: "灯台の歴史", Author: []article.Name{{Literal: "山田花子"}}},
		}),
		b.note(6, "The clerks kept no copy.", nil, article.Citation{Kind: article.Commentary, Text: "The clerks kept no copy."}),
		b.note(7, moved.Address, []article.URL{moved}, article.Citation{Kind: article.Full, Text: moved.Address, URLs: []article.URL{moved}, Item: article.Item{URL: moved.Address}}),
	}
	for i := range 6 {
		label := string(rune('1' + i))
		a.Markers = append(a.Markers, article.Marker{Label: label, Note: i, Span: b.span("[" + label + "]")})
	}
	return &checker.Report{
		Article: a, Links: essayLinks(oil, moved, tower, b), Findings: essayFindings(oil, moved, b),
		Now: time.Date(2026, 3, 4, 8, 30, 0, 0, time.UTC),
	}
}

func essayLinks(oil, moved, tower article.URL, b builder) []checker.Link {
	checked := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	return []checker.Link{
		{
			Result:  link.Result{URL: tower.Address, Verdict: link.OK, Status: 200, Attempts: 1, CheckedAt: checked, Elapsed: 120 * time.Millisecond},
			CitedBy: []checker.CitedBy{{Note: -1, Citation: -1, URL: &tower, Span: tower.Span}},
		},
		{
			Result: link.Result{URL: oil.Address, Verdict: link.Dead, Status: 404, Attempts: 2, CheckedAt: checked, Reason: "gone.example answers 404 Not Found, twice."},
			Archive: &checker.Archive{
				URL:        "https://web.archive.org/web/20171118000000/http://gone.example/oil",
				CapturedAt: time.Date(2017, 11, 18, 0, 0, 0, 0, time.UTC),
			},
			CitedBy: []checker.CitedBy{
				{Note: 0, Citation: 0, URL: &oil, Span: oil.Span},
				{Note: 1, Citation: 0, Through: "ibid", Span: b.span("Ibid., 22")},
			},
		},
		{
			Result: link.Result{
				URL: moved.Address, Verdict: link.Redirected, Status: 200, FinalURL: "https://new.example/", Attempts: 1, CheckedAt: checked, Cached: true,
				Redirects: []link.Hop{{URL: moved.Address, Status: 301, Location: "https://new.example/"}},
			},
			CitedBy: []checker.CitedBy{{Note: 6, Citation: 0, URL: &moved, Span: moved.Span}},
		},
	}
}

func essayFindings(oil, moved article.URL, b builder) []checker.Finding {
	return []checker.Finding{
		{
			Rule: "dead-link", Group: checker.Links, Severity: checker.Error, Confidence: 0.99, Note: 0, Citation: 0, URL: oil.Address, Span: oil.Span,
			Message: "gone.example answers 404 Not Found, twice.", Help: "Cite the archived copy, or find where the page went.",
			Evidence: []checker.Evidence{{What: "status", Value: "404", URL: oil.Address}},
			Places:   []checker.Place{{Note: 1, Citation: 0, Span: b.span("Ibid., 22"), Through: "ibid"}},
			Fixes:    []checker.Fix{{Description: "cite the archived copy", Class: checker.Suggest, Edits: []checker.Edit{{Span: oil.Span, Text: "https://web.archive.org/x"}}}},
		},
		{
			Rule: "short-form-unresolved", Group: checker.Backref, Severity: checker.Error, Confidence: 0.9, Note: 3, Citation: 0, Span: b.span(`Nobody, "Lost."`),
			Message: `"Nobody" is cited short, and no note before it gives the work in full.`, Help: "Give the full citation here.",
		},
		{
			Rule: "marker-without-note", Group: checker.Structure, Severity: checker.Warning, Confidence: 0.8, Note: -1, Citation: -1, Span: b.span("[6]"),
			Message: "50%, a: b\nsecond line " + hostile,
		},
		{
			Rule: "link-redirects", Group: checker.Links, Severity: checker.Info, Confidence: 1, Note: 6, Citation: 0, URL: moved.Address, Span: moved.Span,
			Message: moved.Address + " has moved for good.", Help: "Cite the new address.",
		},
	}
}

// trap is an article made of attacks.
func trap() *checker.Report {
	src := document.NewSource("see[1]\n\n1. "+hostile+" and javascript:alert(1)\n", document.Encoding{})
	text := hostile + " and javascript:alert(1)"
	b := builder{src}
	bad := article.URL{Address: "javascript:alert(1)", Raw: "javascript:alert(1)", Span: b.span("javascript:alert(1)"), AddressSpan: b.span("javascript:alert(1)")}
	a := &article.Article{Source: "=trap,\"%\x1b.txt", Format: "text", Text: src, Meta: document.Meta{Title: "</title>" + hostile, Language: `en"><script>`}}
	a.Notes = []article.Note{b.note(1, text, []article.URL{bad}, article.Citation{Kind: article.Full, Text: text, URLs: []article.URL{bad}})}
	a.Markers = []article.Marker{{Label: "1", Note: 0, Span: b.span("[1]")}}
	return &checker.Report{
		Article: a,
		Links: []checker.Link{{
			Result:  link.Result{URL: bad.Address, Verdict: link.Skipped, Reason: hostile},
			Archive: &checker.Archive{URL: "javascript:alert(2)"},
			CitedBy: []checker.CitedBy{{Note: 0, Citation: 0, URL: &bad, Span: bad.Span}},
		}},
		Findings: []checker.Finding{{
			Rule: "url-local", Group: checker.Form, Severity: checker.Warning, Confidence: 1, Note: 0, Citation: 0, URL: bad.Address, Span: bad.Span,
			Message: "@SUM(1) " + hostile, Help: "-2+3 " + strings.Repeat("very long ", 200),
		}},
	}
}

// bare is an article without notes.
func bare() *checker.Report {
	return &checker.Report{Article: &article.Article{Source: "empty.md", Format: "markdown", Text: document.NewSource("Nothing.\n", document.Encoding{})}}
}

// fixture is a run with everything in it.
func fixture() *checker.Run {
	return &checker.Run{
		Reports:     []*checker.Report{essay(), trap(), bare()},
		Failures:    []checker.Failure{{Source: "missing.txt", Err: errors.New("missing.txt: no such file")}, {Source: "b\x1b[2Jad.bin", Err: errors.New("this is no text")}},
		Interrupted: true,
	}
}
