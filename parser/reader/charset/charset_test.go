package charset_test

import (
	"errors"
	"reflect"
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

// TestEncoding asks what is believed of a source whose signs contradict.
func TestEncoding(t *testing.T) {
	t.Parallel()
	const koi8 = "\xf3\xcf\xcc\xd8 \xc9 \xd7\xcf\xc4\xc1"
	for _, row := range []struct {
		name, data, contentType string
		html                    bool
		encoding, text          string
	}{
		{"ASCII", "Salt", "text/plain; charset=koi8-r", false, "utf-8", "Salt"},
		{"UTF-8 whatever is declared", "Größe", "text/plain; charset=iso-8859-1", false, "utf-8", "Größe"},
		{"UTF-8 with a few bytes of none", strings.Repeat("Größe ", 60) + "\xff", "", false, "utf-8", strings.Repeat("Größe ", 60) + "\ufffd"},
		{"a byte order mark", "\xef\xbb\xbfSalt", "text/plain; charset=koi8-r", false, "utf-8", "Salt"},
		{"UTF-16 by its mark", "\xfe\xff\x00S\x00a", "", false, "utf-16be", "Sa"},
		{"UTF-16 by its zeros", "S\x00a\x00l\x00t\x00", "", false, "utf-16le", "Salt"},
		{"UTF-16 with half a pair", "\xff\xfeS\x00\x00\xd8a\x00", "", false, "utf-16le", "S\ufffda"},
		{"what the server says", koi8, "text/plain; charset=koi8-r", false, "koi8-r", "Соль и вода"},
		{"what the page says", "<meta charset=koi8-r>" + koi8, "", true, "koi8-r", "<meta charset=koi8-r>Соль и вода"},
		{"what the page says in XML", `<?xml version="1.0" encoding="koi8-r"?>` + koi8, "", true, "koi8-r", `<?xml version="1.0" encoding="koi8-r"?>Соль и вода`},
		{"what the page says for a server", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">` + "\xbe", "text/html", true, "iso-8859-2", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">ž`},
		{"the server before the page", "<meta charset=koi8-r>\xbe", "text/html; charset=iso-8859-2", true, "iso-8859-2", "<meta charset=koi8-r>ž"},
		{"a page that only speaks of a charset", "<p>charset Gr\xf6\xdfe", "", true, "windows-1252", "<p>charset Größe"},
		{"a page's word in plain text", "<meta charset=koi8-r>Gr\xf6\xdfe", "", false, "windows-1252", "<meta charset=koi8-r>Größe"},
		{"UTF-8 declared and not true", "Gr\xf6\xdfe", "text/html; charset=utf-8", true, "windows-1252", "Größe"},
		{"an encoding that nobody knows", "Gr\xf6\xdfe", "text/html; charset=salt", true, "windows-1252", "Größe"},
		{"quotation marks of Windows", "\x93Salt\x94 \x96", "text/plain; charset=iso-8859-1", false, "windows-1252", "“Salt” –"},
		{"Japanese e-mail", "Salt \x1b$B1v\x1b(B, \x1b$B?e\x1b(B.", "", false, "iso-2022-jp", "Salt 塩, 水."},
		{"Japanese e-mail that is cut off", "\x1b$B1v?", "", false, "iso-2022-jp", "塩\ufffd"},
		{"colours of a terminal", "\x1b[1mSalt\x1b[0m", "", false, "utf-8", "\x1b[1mSalt\x1b[0m"},
	} {
		text, _, name, err := charset.Decode([]byte(row.data), reader.Hint{ContentType: row.contentType}, row.html)
		if err != nil || name != row.encoding || text != row.text {
			t.Errorf("%s: %q in %s, %v; want %q in %s", row.name, text, name, err, row.text, row.encoding)
		}
	}
	for _, data := range []string{"\x00\x01\x02\x03\x04\x05\x06\x07", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", strings.Repeat("\x01a", 100)} {
		if text, _, name, err := charset.Decode([]byte(data), reader.Hint{}, false); !errors.Is(err, charset.ErrBinary) {
			t.Errorf("%q is read as %q in %s: %v", data, text, name, err)
		}
	}
}

// TestShifting cuts the characters of ISO-2022-JP out of the file.
func TestShifting(t *testing.T) {
	t.Parallel()
	const data = "a\x1b$B1v?e\x1b(Bb"
	text, enc, _, err := charset.Decode([]byte(data), reader.Hint{}, false)
	if err != nil || text != "a塩水b" {
		t.Fatalf("%q, %v", text, err)
	}
	source := document.NewSource(text, enc)
	for _, row := range []struct{ of, stored string }{{"a", "a"}, {"塩", "1v"}, {"水", "?e"}, {"b", "b"}} {
		at := strings.Index(text, row.of)
		p := source.Position(document.Span{Start: at, End: at + len(row.of)})
		if got := data[p.Offset:]; !strings.HasPrefix(got, row.stored) || p.End < p.Offset+len(row.stored) {
			t.Errorf("%s is stored at %d to %d, %q", row.of, p.Offset, p.End, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "Salt.", "\xef\xbb\xbfSalt\xff", "\xff\xfeS\x00a\x00\x3d\xd8", "\xfe\xff\x00S\xd8", "S\x00a\x00l\x00t\x00",
		"Gr\xf6\xdfe", "\x89\x96\x82\xc6", "<meta charset=gb18030>\x81\x30\x81\x30\xd1\xce", strings.Repeat("\x80", 20), "caf\xc3\xa9 \xe9",
		"\x1b$B1v\x1b(Ba\x1b$@?", "\x1b(J~\x1b(I1\x1b$B",
	} {
		f.Add([]byte(s), "text/html; charset=shift_jis", true)
		f.Add([]byte(s), "", false)
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType string, html bool) {
		text, enc, name, err := charset.Decode(data, reader.Hint{ContentType: contentType}, html)
		held, heldEnc, heldName, heldErr := charset.DecodeString(string(data), reader.Hint{ContentType: contentType}, html)
		if held != text || heldName != name || (heldErr == nil) != (err == nil) || !reflect.DeepEqual(heldEnc, enc) {
			t.Fatalf("as a string %q in %s (%v), as bytes %q in %s (%v)", held, heldName, heldErr, text, name, err)
		}
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

// TestGuessAlike reads what two of the detector's experts are equally sure of.
func TestGuessAlike(t *testing.T) {
	t.Parallel()
	for range 200 {
		if _, _, name, _ := charset.Decode([]byte("a\xe4\x94\xe0\xbd"), reader.Hint{}, false); name != "windows-1252" {
			t.Fatalf("the same bytes are %s once", name)
		}
	}
}
