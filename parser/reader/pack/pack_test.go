package pack_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"ibid/parser/reader/pack"
)

// zipped is a container of parts: name, text, name, text; stored as they are, or
// packed.
func zipped(tb testing.TB, method uint16, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		part, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// TestCut asks that of a container that is cut off all is given that stands
// before the cut, wherever that is.
func TestCut(t *testing.T) {
	t.Parallel()
	first, second := strings.Repeat("<salt/>", 300), strings.Repeat("<brine/>", 300)
	for name, method := range map[string]uint16{"stored": zip.Store, "packed": zip.Deflate} {
		data := zipped(t, method, "a.xml", first, "b.xml", second)
		for cut := range data {
			c, err := pack.Open(data[:cut], "save it anew")
			if err != nil {
				var e *pack.Error
				if !errors.As(err, &e) || !strings.Contains(e.Reason, "cut off or damaged") || !strings.HasSuffix(e.Reason, "or save it anew") {
					t.Fatalf("%s, cut at %d: %v", name, cut, err)
				}
				if cut > 40 {
					t.Fatalf("%s, cut at %d of %d: nothing is read", name, cut, len(data))
				}
				continue
			}
			if c.Broken == "" {
				t.Fatalf("%s, cut at %d of %d: whole", name, cut, len(data))
			}
			text, broken, err := c.Text("a.xml")
			// Bytes of what stands behind a part that is not packed may follow it.
			if err != nil || !strings.HasPrefix(first, text) && !strings.HasPrefix(text, first) || text != first && broken == "" {
				t.Fatalf("%s, cut at %d: %q, %q, %v", name, cut, text, broken, err)
			}
			if c.Has("b.xml") {
				if text, _, err := c.Text("b.xml"); err != nil || !strings.HasPrefix(second, text) && !strings.HasPrefix(text, second) {
					t.Fatalf("%s, cut at %d: b.xml is %q, %v", name, cut, text, err)
				}
			}
		}
	}
}

func TestResolve(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ from, target, want string }{
		{"word/document.xml", "footnotes.xml", "word/footnotes.xml"},
		{"word/document.xml", "/custom/a.xml", "custom/a.xml"},
		{"word/document.xml", "../a.xml", "a.xml"},
		{"word/document.xml", "../../../etc/passwd", "../../etc/passwd"},
	} {
		if got := pack.Resolve(row.from, row.target); got != row.want {
			t.Errorf("%s from %s is %s, want %s", row.target, row.from, got, row.want)
		}
	}
}

// FuzzOpen unpacks whatever looks like a container; it must end, within its bounds.
func FuzzOpen(f *testing.F) {
	data := zipped(f, zip.Deflate, "a.xml", "<salt/>", "b/c.xml", strings.Repeat("<brine/>", 50))
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(zipped(f, zip.Store, "a.xml", "<salt/>")[:40])
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := pack.Open(data, pack.Again)
		if err != nil {
			return
		}
		for _, name := range pack.Names(data) {
			if text, _, err := c.Text(name); err == nil && c.Source.Text(name) != text {
				t.Errorf("%s is not in the source", name)
			}
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat("<w:p><w:r><w:t>The harbor was dredged in 1904.</w:t></w:r></w:p>", 20_000)
	data := zipped(b, zip.Deflate, "a.xml", text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c, err := pack.Open(data, pack.Again)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := c.Text("a.xml"); err != nil {
			b.Fatal(err)
		}
	}
}
