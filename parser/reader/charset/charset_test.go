package charset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// TestStoredOffsets encodes a text, decodes it again, and asks that every
// character is found where the encoder put it.
func TestStoredOffsets(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ encoding, text string }{
		{"utf-8", "Größe und Maß.\r\nZwei"},
		{"windows-1252", "Gr\u00f6\u00dfe \u201cund\u201d Ma\u00df \u2013 zwei"},
		{"iso-8859-2", "žluťoučký kůň"},
		{"koi8-r", "Соль и вода, 1. Сноска"},
		{"windows-1251", "Соль и вода, 2. Сноска"},
		{"shift_jis", "塩と水 abc カタカナ 脚注"},
		{"euc-jp", "塩と水 abc カタカナ 脚注"},
		{"euc-kr", "소금과 물 abc 각주"},
		{"gb18030", "盐和水 abc 脚注 € 㐂"},
		{"big5", "鹽和水 abc 註腳"},
	} {
		t.Run(row.encoding, func(t *testing.T) {
			t.Parallel()
			e, err := htmlindex.Get(row.encoding)
			if err != nil {
				t.Fatal(err)
			}
			data, err := e.NewEncoder().String(row.text)
			if err != nil {
				t.Fatal(err)
			}
			text, enc, _, err := charset.Decode([]byte(data), reader.Hint{ContentType: "text/plain; charset=" + row.encoding}, false)
			if err != nil || text != row.text {
				t.Fatalf("got %q, %v; want %q", text, err, row.text)
			}
			source := document.NewSource(text, enc)
			for at := range text {
				before, err := e.NewEncoder().String(text[:at])
				if err != nil {
					t.Fatal(err)
				}
				if got := source.Position(document.Span{Start: at, End: len(text)}); got.Offset != len(before) || got.End != len(data) {
					t.Errorf("byte %d of the text: stored at %d to %d, want %d to %d", at, got.Offset, got.End, len(before), len(data))
				}
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "Salt.", "\xef\xbb\xbfSalt\xff", "\xff\xfeS\x00a\x00\x3d\xd8", "\xfe\xff\x00S\xd8", "S\x00a\x00l\x00t\x00",
		"Gr\xf6\xdfe", "\x89\x96\x82\xc6", "<meta charset=gb18030>\x81\x30\x81\x30\xd1\xce", strings.Repeat("\x80", 20), "caf\xc3\xa9 \xe9",
	} {
		f.Add([]byte(s), "text/html; charset=shift_jis", true)
		f.Add([]byte(s), "", false)
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType string, html bool) {
		text, enc, _, err := charset.Decode(data, reader.Hint{ContentType: contentType}, html)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("not UTF-8: %q", text)
		}
		source, last := document.NewSource(text, enc), 0
		for at := range text {
			p := source.Position(document.Span{Start: at, End: at})
			if p.Offset < last || p.Offset > len(data) {
				t.Fatalf("byte %d of %q is stored at %d, after %d, in a file of %d bytes", at, text, p.Offset, last, len(data))
			}
			last = p.Offset
		}
	})
}
