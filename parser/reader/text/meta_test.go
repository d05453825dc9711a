package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
)

func TestMeta(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     document.Meta
	}{
		{"title, byline, date", "The Salt Road\n\nBy Ada Roads\n\n3 May 1921\n\n" + long, document.Meta{Title: "The Salt Road", Authors: []string{"Ada Roads"}, Published: "1921-05-03"}},
		{"a marker behind the title", "The Salt Road[1]\n\n" + long, document.Meta{Title: "The Salt Road"}},
		{"the site's name first", "Roads Weekly\n\nThe Salt Road\n\nMay 3, 1921\n\n" + long, document.Meta{Title: "The Salt Road", Published: "1921-05-03"}},
		{"two authors", "The Salt Road\n\nby Ada Roads and Ben Salt | Roads Weekly\n\n" + long, document.Meta{Title: "The Salt Road", Authors: []string{"Ada Roads", "Ben Salt"}}},
		{"a menu", "• Home\n• About\n• Contact us\n\nThe Salt Road\n\n" + long, document.Meta{Title: "The Salt Road"}},
		{"an underlined title", "The Salt Road\n=============\n\n" + long, document.Meta{Title: "The Salt Road"}},
		{"a chapter's number is no title", "CHAPTER IV\n\nThe Salt Road\n\n" + long, document.Meta{Title: "The Salt Road"}},
		{"an ISO date", "The Salt Road\n\nPosted 1921-05-03\n\n" + long, document.Meta{Title: "The Salt Road", Published: "1921-05-03"}},
		{"an American date", "The Salt Road\n\n5/23/1921\n\n" + long, document.Meta{Title: "The Salt Road", Published: "1921-05-23"}},
		{"a British date", "The Salt Road\n\n23/5/1921\n\n" + long, document.Meta{Title: "The Salt Road", Published: "1921-05-23"}},
		{"either", "The Salt Road\n\n5/6/1921\n\n" + long, document.Meta{Title: "The Salt Road", Published: "1921"}},
		{"a day that was not", "The Salt Road\n\n1921-13-40\n\n" + long, document.Meta{Title: "The Salt Road"}},
		{"no text at all", "", document.Meta{}},
		{
			"an e-mail", "From: Ada Roads <ada@example.org>\nSubject: The salt\n road\nDate: Tue, 3 May 1921 10:00:00 +0000\n\nDear Ben,\n\n" + long,
			document.Meta{Title: "The salt road", Authors: []string{"Ada Roads"}, Published: "1921-05-03"},
		},
		{
			"an e-mail in encoded words", "From ada@example.org Tue May  3 10:00:00 1921\r\nSubject: =?iso-8859-1?q?Gr=F6=DFe?=\r\nFrom: =?utf-8?b?w4RkYQ==?= <ada@example.org>\r\n\r\nDear Ben,\r\n\r\n" + long,
			document.Meta{Title: "Größe", Authors: []string{"Äda"}},
		},
		{"a sender alone is no e-mail", "From: the sea\n\n" + long, document.Meta{Title: "From: the sea"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := read(t, row.in).Meta
			got.Language = ""
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("metadata of %q (-want +got):\n%s", row.in, diff)
			}
		})
	}
}

// TestMailHead asks that the header of an e-mail is no part of the article,
// however its lines are wrapped, and that nothing else is taken for one.
func TestMailHead(t *testing.T) {
	t.Parallel()
	const head = "From: Ada Roads <ada@example.org>\nTO: BEN\nSubject: Salt\n"
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"one line a paragraph", head + "\n" + long + "\nFrom: is a word.", []string{"p chrome: From: Ada Roads <ada@example.org>", "p chrome: TO: BEN", "p chrome: Subject: Salt", "p: " + long, "p: From: is a word."}},
		{"wrapped", head + "\nIt was made for salt and mended by those who lived\nbeside it.", []string{"p chrome: From: Ada Roads <ada@example.org>⏎TO: BEN⏎Subject: Salt", "p: It was made for salt and mended by those who lived⏎beside it."}},
		{"a note about a sender", "Salt\nFrom: the sea.\n\nMore.", []string{"p: Salt", "p: From: the sea.", "p: More."}},
		{"no body", head, []string{"p: From: Ada Roads <ada@example.org>", "h2: TO: BEN", "p: Subject: Salt"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, outline(read(t, row.in))); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", row.in, diff)
			}
		})
	}
}
