package text_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/text"
)

// read reads a text that a test wrote, and verifies its places.
func read(t *testing.T, src string) *document.Document {
	t.Helper()
	doc, err := text.Read(t.Context(), []byte(src), reader.Hint{Name: "article.txt"})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if problem := verify(doc); problem != "" {
		t.Errorf("%s\nin %.400q", problem, src)
	}
	return doc
}

// outline is a line for each block: what it is and its text, italics in slashes.
func outline(doc *document.Document) []string {
	var out []string
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		line := "p"
		switch b.Kind {
		case document.Heading:
			line = fmt.Sprintf("h%d", b.Level)
		case document.ListItem:
			line = fmt.Sprintf("li%d", b.Level)
		case document.Quote:
			line = "quote"
		default:
		}
		if b.Region == document.Chrome {
			line += " chrome"
		}
		line += ": "
		for k := range b.Runs {
			s := strings.ReplaceAll(b.Runs[k].Text.String, "\n", "⏎")
			if b.Runs[k].Style.Has(document.Italic) {
				s = "/" + s + "/"
			}
			line += s
		}
		out = append(out, line)
	}
	return out
}

// long is a paragraph as only an article has it.
const long = "The road went over the hill and down to the old harbour, where the boats lay in the mud until the tide came back. " +
	"It was made for salt, and for as long as there was salt to carry it was mended every spring by those who lived beside it."

func TestBlocks(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"paragraphs", "Salt.\n\nBrine _is_ salt,\nand _the\nsea_.", []string{"p: Salt.", "p: Brine /is/ salt,⏎and /the⏎sea/."}},
		{"line ends", "a,\r\nb\r\n\r\nc,\rd", []string{"p: a,⏎b", "p: c,⏎d"}},
		{"kinds", "THE ROAD\n\n• Salt\n\n> Is it\n> old?\n", []string{"h2: THE ROAD", "li1: • Salt", "quote: Is it⏎old?"}},
		{"a byte order mark", "\xef\xbb\xbfSalt.", []string{"p: Salt."}},
		{"Windows-1252", "Gr\xf6\xdfe, \x93Ma\xdf\x94", []string{"p: Größe, “Maß”"}},
		{"a menu above the article", "• Home\n• About\n• Contact\n\nSalt\n\n" + long, []string{"li1 chrome: • Home", "li1 chrome: • About", "li1 chrome: • Contact", "p: Salt", "p: " + long}},
		{"a list of two is no menu", "• Home\n• About\n\n" + long, []string{"li1: • Home", "li1: • About", "p: " + long}},
		{"a list in the article", long + "\n\n• Salt\n• Sand\n• Mud\n", []string{"p: " + long, "li1: • Salt", "li1: • Sand", "li1: • Mud"}},
		{"a list without an article", "• Salt\n• Sand\n• Mud\n", []string{"li1: • Salt", "li1: • Sand", "li1: • Mud"}},
		{"comments", long + "\n\n2 Comments\n\nBen\n\nSee example.org.\n", []string{"p: " + long, "p chrome: 2 Comments", "p chrome: Ben", "p chrome: See example.org."}},
		{"comments above the notes", long + "\n\n2 Comments\n\nBen\n\n[1] Ada.\n", []string{"p: " + long, "p: 2 Comments", "p: Ben", "p: [1] Ada."}},
		{"comments with a starred note below", long + "\n\nLeave a Reply\n\n* Ada.\n", []string{"p: " + long, "p: Leave a Reply", "p: * Ada."}},
		{"comments above a chapter", long + "\n\n2 Comments\n\nChapter II\n\nBen\n", []string{"p: " + long, "p: 2 Comments", "h2: Chapter II", "p: Ben"}},
		{"a word about comments", long + "\n\nComments are few.\n\nBen\n", []string{"p: " + long, "p: Comments are few.", "p: Ben"}},
		{"comments before the article", "2 Comments\n\n" + long, []string{"p: 2 Comments", "p: " + long}},
		{"a zero byte", "Salt" + strings.Repeat(".", 200) + "\x00", []string{"p: Salt" + strings.Repeat(".", 200) + "\x00"}},
		{"nothing", "", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, outline(read(t, row.in))); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", row.in, diff)
			}
		})
	}
}

// TestPlaces cuts what a block says out of the stored file.
func TestPlaces(t *testing.T) {
	t.Parallel()
	const src = "Größe\r\n\r\n> 𝛼 _Salz_,\r\n> zwei"
	for _, endian := range []struct {
		name string
		e    unicode.Endianness
		mark unicode.BOMPolicy
	}{{"UTF-16LE", unicode.LittleEndian, unicode.UseBOM}, {"UTF-16BE", unicode.BigEndian, unicode.UseBOM}, {"no mark", unicode.LittleEndian, unicode.IgnoreBOM}} {
		t.Run(endian.name, func(t *testing.T) {
			t.Parallel()
			encoding := unicode.UTF16(endian.e, endian.mark)
			data, err := encoding.NewEncoder().Bytes([]byte(src))
			if err != nil {
				t.Fatal(err)
			}
			doc := read(t, string(data))
			if diff := cmp.Diff([]string{"p: Größe", "quote: 𝛼 /Salz/,⏎zwei"}, outline(doc)); diff != "" {
				t.Fatalf("blocks (-want +got):\n%s", diff)
			}
			p := doc.Source.Position(doc.Blocks[1].Runs[1].Text.All())
			got, err := unicode.UTF16(endian.e, unicode.IgnoreBOM).NewDecoder().Bytes(data[p.Offset:p.End])
			if err != nil || string(got) != "Salz" || p.Line != 3 || p.Column != 6 {
				t.Errorf("the italics are %q at %+v: %v", got, p, err)
			}
		})
	}
	doc := read(t, src)
	if got := doc.Source.Cut(doc.Blocks[1].Span); got != "> 𝛼 _Salz_,\r\n> zwei" {
		t.Errorf("the quotation covers %q", got)
	}
}

// TestBinary asks that data which is no text is refused.
func TestBinary(t *testing.T) {
	t.Parallel()
	if doc, err := text.Read(t.Context(), []byte("\x00\x01\x02\x03\x04\x05\x06\x07"), reader.Hint{}); err == nil {
		t.Errorf("binary data was read as %q", outline(doc))
	}
}
