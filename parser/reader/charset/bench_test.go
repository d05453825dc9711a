package charset_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// BenchmarkDecode decodes text in one encoding of each kind, in MB of stored bytes.
func BenchmarkDecode(b *testing.B) {
	for _, row := range []struct{ encoding, text string }{
		{"utf-8", "Der Weg führte über den Hügel hinab zum Hafen. "},
		{"utf-16le", "Der Weg führte über den Hügel hinab zum Hafen. "},
		{"windows-1252", "Der Weg führte über den Hügel hinab zum Hafen. "},
		{"windows-1251", "Дорога шла через холм к старой гавани. "},
		{"shift_jis", "道は丘を越えて古い港へ続いていた。"},
		{"gb18030", "路翻过山丘通向旧港口。"},
	} {
		b.Run(row.encoding, func(b *testing.B) {
			e, err := htmlindex.Get(row.encoding)
			if err != nil {
				b.Fatal(err)
			}
			s, err := e.NewEncoder().String(strings.Repeat(row.text, 10_000))
			if err != nil {
				b.Fatal(err)
			}
			data := []byte(s)
			if row.encoding == "utf-16le" {
				data = append([]byte("\xff\xfe"), data...)
			}
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, _, err := charset.Decode(data, reader.Hint{ContentType: "text/plain; charset=" + row.encoding}, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
