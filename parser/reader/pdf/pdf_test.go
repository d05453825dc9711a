package pdf_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/pdf"
	"ibid/parser/reader/pdf/object"
)

// text are lines of a page's text, which say nothing of notes; they begin with
// a word, for what is the same on two pages is taken for a running head.
func text(s *sheet, from float64, n int, word string) *sheet {
	for i := range n {
		s.at(50, from-14*float64(i), 11, word+" were drawn up on the shingle, and piles stood in the mud")
	}
	return s
}

// textOf is what [text] says.
func textOf(n int, word string) string {
	return strings.Repeat(word+" were drawn up on the shingle, and piles stood in the mud ", n)
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		sheets []*sheet
		want   []string
	}{
		{"notes at the foot of a page", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay was old.^1^ It stood for a winter.^2^").
				lines(50, 120, 9, "^1^ Ivo Kernow, Piles (Ulm: Stein, 1998), 40, with a title so long", "that it runs on.", "^2^ Ibid., 44."),
		}, []string{
			textOf(2, "Boats") + "The quay was old.{1} It stood for a winter.{2}",
			"1| Ivo Kernow, Piles (Ulm: Stein, 1998), 40, with a title so long that it runs on.",
			"2| Ibid., 44.",
		}},
		{"a note that goes on on the next page", []*sheet{
			text(new(sheet), 550, 3, "Boats").lines(50, 508, 11, "The quay was old.^1^").
				rule(50, 130, 100).lines(50, 120, 9, "^1^ Kernow says of it that the council had bought the timber and that"),
			text(new(sheet), 550, 3, "Ferries").lines(50, 508, 11, "It stood for a winter.^2^").
				rule(50, 130, 100).lines(50, 120, 9, "nobody paid.", "^2^ Ibid., 44."),
		}, []string{
			textOf(3, "Boats") + "The quay was old.{1}",
			"1| Kernow says of it that the council had bought the timber and that nobody paid.",
			textOf(3, "Ferries") + "It stood for a winter.{2}",
			"2| Ibid., 44.",
		}},
		{"a small quotation above the notes is none", []*sheet{
			text(new(sheet), 550, 3, "Boats").lines(50, 480, 9, "Oil came in barrels from the north.^1^").
				lines(50, 120, 9, "^1^ Kernow, Piles, 44."),
		}, []string{
			strings.TrimSpace(textOf(3, "Boats")),
			"Oil came in barrels from the north.{1}",
			"1| Kernow, Piles, 44.",
		}},
		{"two columns", []*sheet{columns()}, []string{
			strings.Repeat("The harbour was older than ", 12) + "the town.{1}",
			strings.Repeat("A light was asked for, and ", 12) + "it came.{2}",
			"1| Kernow, Piles, 44.",
			"2| Quill, Names, 7.",
		}},
		{"hyphens and addresses at the ends of lines", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay.^1^ It stood for a well-known winter.^2^").
				lines(50, 120, 9, "^1^ A note on the hardware of the light-", "house and its keepers at https://example.org/lights/of-", "the-coast.html, accessed 3 May 2021.",
					"^2^ See the accounts at https://example.org/accounts/widow-arne/", "(accessed 3 May 2021) and the well-", "known table, pp. 12-", "14."),
		}, []string{
			textOf(2, "Boats") + "The quay.{1} It stood for a well-known winter.{2}",
			"1| A note on the hardware of the lighthouse and its keepers at https://example.org/lights/of-the-coast.html, accessed 3 May 2021.",
			"2| See the accounts at https://example.org/accounts/widow-arne/ (accessed 3 May 2021) and the well-known table, pp. 12-14.",
		}},
		{"hyphens in addresses that the article shows whole elsewhere", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay.^1^ It stood.^2^ The tide-tables.^3^").
				lines(50, 120, 9, "^1^ See https://example.org/general-principles/ and the fees at https://example.org/general-prin-", "ciples/fees.html.",
					"^2^ See https://example.org/tide-tables, and those of 1902 at https://example.org/tide-", "tables/1902.html.",
					"^3^ See the accounts of the Möwe, also at https://example.org/die-moe-", "we-und-ihre-fahrten.html."),
		}, []string{
			textOf(2, "Boats") + "The quay.{1} It stood.{2} The tide-tables.{3}",
			"1| See https://example.org/general-principles/ and the fees at https://example.org/general-principles/fees.html.",
			"2| See https://example.org/tide-tables, and those of 1902 at https://example.org/tide-tables/1902.html.",
			"3| See the accounts of the Möwe, also at https://example.org/die-moewe-und-ihre-fahrten.html.",
		}},
		{"links", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay.^1^").
				lines(50, 120, 9, "^1^ See the table.").link(93, 118, 116, 130, "https://example.org/table"),
		}, []string{
			textOf(2, "Boats") + "The quay.{1}",
			"1| See the [table](https://example.org/table).",
		}},
		{"a link over two lines, whose box has other words and another address in it", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay.^1^").
				lines(50, 120, 9, "^1^ See https://example.org/fees; Kernow, Piles, at", "https://example.org/table?id=2 (accessed 3 May 2021).").
				link(50, 105, 300, 130, "https://example.org/table?id=2"),
		}, []string{
			textOf(2, "Boats") + "The quay.{1}",
			"1| See https://example.org/fees; Kernow, Piles, at https://example.org/table?id=2 (accessed 3 May 2021).",
		}},
		{"underscores that are drawn as rules", []*sheet{
			text(new(sheet), 550, 2, "Boats").lines(50, 522, 11, "The quay.^1^").
				at(50, 123, 5.85, "1").at(54, 120, 9, "See https://example.org/tide").rule(180.5, 120, 3).at(184, 120, 9, "tables, and").rule(238, 120, 60).at(240, 120, 9, "below."),
		}, []string{
			textOf(2, "Boats") + "The quay.{1}",
			"1| See https://example.org/tide_tables, and below.",
		}},
		{"notes in the size of the text, without a rule", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^ It stood for a winter.^2^").
				lines(50, 130, 11, "1. Ivo Kernow, Piles (Ulm: Stein, 1998), 40, with a title so long", "that it runs on.", "2. Ibid., 44."),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1} It stood for a winter.{2}",
			"1| Ivo Kernow, Piles (Ulm: Stein, 1998), 40, with a title so long that it runs on.",
			"2| Ibid., 44.",
		}},
		{"numbers without white behind them", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^ It stood for a winter.^2^").
				lines(50, 120, 9, "1Ivo Kernow, Piles (Ulm: Stein, 1998), 40.", "2Ibid., 44."),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1} It stood for a winter.{2}",
			"1| Ivo Kernow, Piles (Ulm: Stein, 1998), 40.",
			"2| Ibid., 44.",
		}},
		{"several notes in one line", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^ It stood for a winter.^2^").
				rule(50, 130, 100).lines(50, 120, 9, "^1^ Kernow, Piles, 40. ^2^ Ibid., 44, where more is said of it and of"),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1} It stood for a winter.{2}",
			"1| Kernow, Piles, 40.",
			"2| Ibid., 44, where more is said of it and of",
		}},
		{"a list of works is no note", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^").rule(50, 130, 100).lines(50, 120, 9, "^1^ Kernow, Piles, 40."),
			text(new(sheet), 550, 4, "Ferries").at(50, 470, 14, "Works").lines(50, 440, 9, "Kernow, Ivo, Piles, Ulm 1998.", "Quill, Ada, Names, Ulm 1999."),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1}",
			"1| Kernow, Piles, 40.",
			strings.TrimSpace(textOf(4, "Ferries")), "Works", "Kernow, Ivo, Piles, Ulm 1998.", "Quill, Ada, Names, Ulm 1999.",
		}},
		{"a list in the text is no notes", []*sheet{
			text(new(sheet), 550, 3, "Boats").lines(50, 500, 11, "1. Oil came in barrels from the north.", "2. Wood came from the south.", "It was paid for.^1^ It stood.^2^").
				lines(50, 120, 9, "1. Kernow, Piles, 40.", "2. Ibid., 44."),
		}, []string{
			strings.TrimSpace(textOf(3, "Boats")),
			"1. Oil came in barrels from the north.", "2. Wood came from the south.", "It was paid for.{1} It stood.{2}",
			"1| Kernow, Piles, 40.",
			"2| Ibid., 44.",
		}},
		{"an imprint below the notes", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^").
				lines(50, 120, 9, "^1^ Kernow, Piles, 40.").at(50, 104, 6, "Harbours 12 (2019), 1-31, licensed to all"),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1}",
			"Harbours 12 (2019), 1-31, licensed to all",
			"1| Kernow, Piles, 40.",
		}},
		{"numbers that begin anew on the next page", []*sheet{
			text(new(sheet), 550, 4, "Boats").lines(50, 494, 11, "The quay was old.^1^ It stood.^2^").lines(50, 120, 9, "^1^ Kernow, Piles, 40.", "^2^ Ibid., 44."),
			text(new(sheet), 550, 4, "Ferries").lines(50, 494, 11, "It was cold.^1^").lines(50, 120, 9, "^1^ Quill, Names, 7."),
		}, []string{
			textOf(4, "Boats") + "The quay was old.{1} It stood.{2}",
			"1| Kernow, Piles, 40.",
			"2| Ibid., 44.",
			textOf(4, "Ferries") + "It was cold.{1}",
			"1| Quill, Names, 7.",
		}},
		{"notes across two columns", []*sheet{acrossColumns()}, []string{
			strings.Repeat("The harbour was older than ", 12) + "the town.{1}",
			strings.Repeat("A light was asked for, and ", 12) + "it came.{2}",
			"1| Kernow, Piles, 44, where the whole of the story of the quay and its piles is told.",
			"2| Quill, 7.",
		}},
		{"line numbers", []*sheet{lineNumbers()}, []string{
			strings.TrimSpace(strings.Repeat("Boats were drawn up on the shingle and painted ", 10)) + ".{1}",
			"1| Kernow, Piles, 44.",
		}},
		{"no notes", []*sheet{text(new(sheet), 550, 1, "Boats")}, []string{strings.TrimSpace(textOf(1, "Boats"))}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, said(parsed(t, file(row.sheets...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// columns is a page of two columns, each with a note.
func columns() *sheet {
	s := new(sheet)
	for i := range 12 {
		y := 550 - 14*float64(i)
		s.at(40, y, 10, "The harbour was older than").at(215, y, 10, "A light was asked for, and")
	}
	s.line(40, 382, 10, "the town.^1^").line(215, 382, 10, "it came.^2^")
	return s.line(40, 100, 8, "^1^ Kernow, Piles, 44.").line(215, 100, 8, "^2^ Quill, Names, 7.")
}

// acrossColumns is a page of two columns with notes below both.
func acrossColumns() *sheet {
	s := new(sheet)
	for i := range 12 {
		y := 550 - 14*float64(i)
		s.at(40, y, 10, "The harbour was older than").at(215, y, 10, "A light was asked for, and")
	}
	s.line(40, 382, 10, "the town.^1^").line(215, 382, 10, "it came.^2^")
	return s.lines(40, 100, 8, "^1^ Kernow, Piles, 44, where the whole of the story of the quay and its piles is told.", "^2^ Quill, 7.")
}

// lineNumbers is a page whose lines are counted in the margin.
func lineNumbers() *sheet {
	s := new(sheet)
	for i := range 10 {
		y := 550 - 14*float64(i)
		s.at(30, y, 6, strconv.Itoa(i+1))
		words := "Boats were drawn up on the shingle and painted"
		if i == 9 {
			words += ".^1^"
		}
		s.line(60, y, 11, words)
	}
	return s.line(60, 100, 9, "^1^ Kernow, Piles, 44.")
}

// TestFurniture leaves running heads and page numbers out.
func TestFurniture(t *testing.T) {
	t.Parallel()
	var sheets []*sheet
	for i, head := range []string{"12 Journal of Harbour Studies", "Names of Lights 13", "14 Journal of Harbour Studies", "Names of Lights 15"} {
		s := new(sheet).at(50, 580, 8, head)
		text(s, 550, 3, string(rune('A'+i))+"ll boats").line(50, 508, 11, "It was cold.^"+string(rune('1'+i))+"^")
		sheets = append(sheets, s.line(50, 60, 9, "^"+string(rune('1'+i))+"^ Ibid., "+string(rune('4'+i))+".").at(190, 20, 10, "- "+string(rune('2'+i))+" -"))
	}
	d := parsed(t, file(sheets...))
	all := strings.Join(said(d), "\n")
	for _, gone := range []string{"Journal", "Names of", "- 2"} {
		if strings.Contains(all, gone) {
			t.Errorf("%q is still there:\n%s", gone, all)
		}
	}
	if n := strings.Count(all, "| Ibid."); n != 4 {
		t.Errorf("%d notes, want 4:\n%s", n, all)
	}
}

func TestPositions(t *testing.T) {
	t.Parallel()
	d := parsed(t, file(text(new(sheet), 550, 3, "Boats"), text(new(sheet), 550, 2, "Ferries").line(50, 508, 11, "It was cold.^1^").line(50, 60, 9, "^1^ Ivo Kernow, Piles, 4.")))
	note := d.Blocks[len(d.Blocks)-1]
	p := d.Source.Position(note.Runs[0].Text.All())
	want := document.Position{Line: 4, EndLine: 4, Column: 3, EndColumn: 24, Part: "text", Page: 2, Offset: p.Offset, End: p.Offset + 21}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
	if got := d.Source.Cut(note.Runs[0].Text.All()); got != "Ivo Kernow, Piles, 4." {
		t.Errorf("the position holds %q", got)
	}
}

func TestMeta(t *testing.T) {
	t.Parallel()
	d := parsed(t, file(text(new(sheet), 550, 12, "Boats")))
	want := document.Meta{Title: "The Second Lamp", Authors: []string{"Ada Quill"}, Published: "2024-05-06", Language: "en"}
	if diff := cmp.Diff(want, d.Meta); diff != "" {
		t.Error(diff)
	}
}

// TestRefused asks what is said of files that cannot be read.
func TestRefused(t *testing.T) {
	t.Parallel()
	whole := file(text(new(sheet), 550, 3, "Boats"))
	for _, row := range []struct {
		name string
		data []byte
		want error
	}{
		{"no PDF", []byte("Salt."), object.ErrNoPDF},
		{"a picture of a page", file(new(sheet).rule(0, 0, 400)), pdf.ErrScanned},
		{"cut off before its pages", whole[:len("%PDF-1.4\n1 0 obj\n<<")], object.ErrBroken},
		{"a password", fixture(t, "password.pdf"), object.ErrEncrypted},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if _, err := pdf.Read(t.Context(), row.data, reader.Hint{}); !errors.Is(err, row.want) {
				t.Errorf("%v, want %v", err, row.want)
			}
		})
	}
}

// TestDamaged reads what is left of files whose table is gone.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := file(text(new(sheet), 550, 2, "Boats"), text(new(sheet), 550, 2, "Ferries"))
	for _, row := range []struct {
		name string
		data []byte
	}{
		{"no table", whole[:strings.LastIndex(string(whole), "xref\n0")]},
		{"a table that points elsewhere", []byte(strings.Replace(string(whole), "%PDF-1.4\n", "%PDF-1.4\n%%%%%%%%\n", 1))},
		{"rubbish in front", append([]byte("\r\n\r\n"), whole...)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d := parsed(t, row.data)
			if got := strings.Count(strings.Join(said(d), " "), "shingle"); got != 4 {
				t.Errorf("%d lines, want 4: %v", got, said(d))
			}
		})
	}
}

// TestUnlocked reads files that anybody may open, each locked in another way.
func TestUnlocked(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"rc4-40.pdf", "rc4-128.pdf", "aes-128.pdf", "aes-256.pdf"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := parsed(t, fixture(t, name))
			if got := strings.Join(said(d), "\n"); !strings.Contains(got, "1| Ivo Kernow, Piles, 4.") || d.Meta.Title != "The Second Lamp" {
				t.Errorf("%q of %q", got, d.Meta.Title)
			}
		})
	}
}

func fixture(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}
