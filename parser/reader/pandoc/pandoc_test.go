package pandoc_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/pandoc"
)

var update = flag.Bool("update", false, "write the golden Documents anew")

// made is a converter that makes what it is told to.
func made(model string) reader.Hint {
	return reader.Hint{Convert: func(_ context.Context, _, _ string, read func(io.Reader) error) error {
		return read(strings.NewReader(model))
	}}
}

// dump is a line for each block, and one for each of its runs: where it stands,
// its text, and behind @ the source's own words where they are others.
func dump(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %+v\n", d.Format, d.Meta)
	for i := range d.Blocks {
		k := &d.Blocks[i]
		fmt.Fprintf(&b, "kind %d level %d label %q note %q anchors %q\n", k.Kind, k.Level, k.Label, k.Note, k.Anchors.IDs())
		for _, r := range k.Runs {
			p := d.Source.Position(r.Text.All())
			fmt.Fprintf(&b, "  %d:%d style %d %q", p.Line, p.Column, r.Style, r.Text.String)
			if cut := d.Source.Cut(r.Text.All()); cut != r.Text.String {
				fmt.Fprintf(&b, " @ %q", cut)
			}
			if !r.Href.Empty() {
				fmt.Fprintf(&b, " -> %s @ %q", r.Href.String(), d.Source.Cut(r.Href.All()))
			}
			if r.NoteRef != "" {
				fmt.Fprintf(&b, " calls %s", r.NoteRef)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestDocuments reads fixtures by the models that pandoc made of them.
func TestDocuments(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"rst", "org", "rtf", "fb2"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join("testdata", "notes."+format)
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			model, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			doc, err := pandoc.Read(t.Context(), format, src, made(string(model)))
			if err != nil {
				t.Fatal(err)
			}
			got := dump(doc)
			if *update {
				if err := os.WriteFile(name+".golden", []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// para is a model of one paragraph of words.
func para(words string) string {
	var b strings.Builder
	for i, w := range strings.Fields(words) {
		if i > 0 {
			b.WriteString(`,{"t":"Space"},`)
		}
		fmt.Fprintf(&b, `{"t":"Str","c":%q}`, w)
	}
	return `{"t":"Para","c":[` + b.String() + `]}`
}

func model(blocks ...string) string {
	return `{"pandoc-api-version":[1,22],"meta":{},"blocks":[` + strings.Join(blocks, ",") + `]}`
}

// TestPlaces says where words are found, and where they are not looked for.
func TestPlaces(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, src, model string
		want             []string // of each run: text, and the source's at its place if it is another
	}{
		{"signs of the source in another form", `He said ''it -- "here"...''`, model(para("He said “it – “here”…”")), []string{`He said “it – “here”…”@He said ''it -- "here"...''`}},
		{"a word that the source writes in another way", `Salt {x} brine`, model(para("Salt tax brine")), []string{"Salt tax brine@Salt {x} brine"}},
		{"a paragraph that is not there", "Salt and brine.", model(para("Salt and brine."), para("Made up.")), []string{"Salt and brine.", "Made up.@"}},
		{"equal paragraphs come one after the other", "Ibid.\n\nIbid.", model(para("Ibid."), para("Ibid.")), []string{"Ibid.", "Ibid."}},
		{"letters without spaces", "潮汐表。港口", model(`{"t":"Para","c":[{"t":"Str","c":"潮汐表。港口"}]}`), []string{"潮汐表。港口"}},
		{"no letters at all", "***", model(`{"t":"Para","c":[{"t":"Str","c":"***"}]}`), []string{"***"}},
		{"unknown constructors are passed over", "Salt", model(`{"t":"New","c":[1,{"a":null}]}`, para("Salt")), []string{"Salt"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := pandoc.Read(t.Context(), "rst", []byte(row.src), made(row.model))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range doc.Blocks {
				for _, r := range doc.Blocks[i].Runs {
					line := r.Text.String
					if cut := doc.Source.Cut(r.Text.All()); cut != line {
						line += "@" + cut
					}
					got = append(got, line)
				}
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestStream reads a model that comes in the smallest of pieces, before and behind
// words that are longer than what is read at once: it is never all held, and still
// its metadata are.
func TestStream(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("salt", 50_000)
	src := "A title\n\nBrine " + long + " and more.\n"
	made := `{"pandoc-api-version":[1,22],"meta":{"title":{"t":"MetaInlines","c":[{"t":"Str","c":"A"},{"t":"Space"},{"t":"Str","c":"title"}]}},"blocks":[` +
		strings.Repeat(para("Brine "+long+" and more.")+",", 3) + para("The \\u0065nd.") + "]} \n"
	hint := reader.Hint{Convert: func(_ context.Context, _, _ string, read func(io.Reader) error) error {
		return read(iotest.OneByteReader(strings.NewReader(made)))
	}}
	doc, err := pandoc.Read(t.Context(), "rst", []byte(src), hint)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Meta.Title != "A title" || len(doc.Blocks) != 4 {
		t.Fatalf("title %q, %d blocks", doc.Meta.Title, len(doc.Blocks))
	}
	for i, want := range []string{"Brine " + long + " and more.", "Brine " + long + " and more.", "Brine " + long + " and more.", `The \u0065nd.`} {
		if got := doc.Blocks[i].Text().String; got != want {
			t.Errorf("block %d: %d bytes, want %d", i, len(got), len(want))
		}
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	fails := func(context.Context, string, string, func(io.Reader) error) error { return errors.New("it says: no") }
	for _, row := range []struct {
		name, src string
		hint      reader.Hint
		want      string
	}{
		{"no converter", "Salt", reader.Hint{}, "this is reStructuredText: ibid reads this through pandoc, and pandoc is not installed: install it"},
		{"a converter that fails", "Salt", reader.Hint{Convert: fails}, "this is reStructuredText, and pandoc could not read it: it says: no"},
		{"no model", "Salt", made("{"), "no document of pandoc's"},
		{"a model that is followed by another", "Salt", made("{} {}"), "no document of pandoc's"},
		{"a list without commas", "Salt", made(`{"blocks":[1 2]}`), "no document of pandoc's"},
		{"a text without end", "Salt", made(`{"blocks":["a]}`), "no document of pandoc's"},
		{"a word that is none of JSON", "Salt", made(`{"meta":nil}`), "no document of pandoc's"},
		{"an escape that is none", "Salt", made(`{"blocks":[{"t":"\x"}]}`), "no document of pandoc's"},
		{"a model without end", "Salt", made(strings.Repeat(`{"t":"Div","c":[`, 20_000)), "no document of pandoc's"},
		{"binary data", "Salt\x00\x01\x02\x03", made("{}"), "binary data"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if _, err := pandoc.Read(t.Context(), "rst", []byte(row.src), row.hint); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, want %q", err, row.want)
			}
		})
	}
}

// TestLinear asks that words which come again and again, in the source or in the
// model, cost no more each than others.
func TestLinear(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, src, model string }{
		{"the same word", "a ", para(strings.Repeat("a ", 20_000))},
		{"words that are not there", "a ", para(strings.Repeat("b ", 20_000))},
		{"nearly the same", "a b c d ", para(strings.Repeat("a b c e ", 5_000))},
		{"notes that are nowhere", "a ", strings.Repeat(`{"t":"Para","c":[{"t":"Note","c":[`+para("Ibid. 3")+`]}]},`, 5_000) + para("a")},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			if _, err := pandoc.Read(t.Context(), "rst", []byte(strings.Repeat(row.src, 20_000)), made(model(row.model))); err != nil {
				t.Fatal(err)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("%v", d)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("rst", "Salt [1]_ *x*\n\n.. [1] Brine.", model(`{"t":"Para","c":[{"t":"Str","c":"Salt"},{"t":"Note","c":[`+para("Brine.")+`]},{"t":"Emph","c":[{"t":"Str","c":"x"}]}]}`))
	f.Add("rtf", `{\rtf1 Gr\u246\'f6\'dfe {\*\footnote a}`, model(para("Größe a")))
	f.Add("fb2", "<p>a<b", model(`{"t":"OrderedList","c":[[3,{"t":"Decimal"},{"t":"Period"}],[[`+para("a")+`]]]}`))
	f.Add("org", "\xff\xfe[\x00[", model(`{"t":"Table","c":[[[[`+para("a b")+`]]]]}`, `{"t":"Para","c":[{"t":"Link","c":[["i",[],[]],[{"t":"Str","c":"\"–\""}],["http://a/",""]]}]}`))
	f.Fuzz(func(t *testing.T, format, src, model string) {
		doc, err := pandoc.Read(t.Context(), format, []byte(src), made(model))
		if err != nil {
			return
		}
		text := doc.Source.Text("")
		for i := range doc.Blocks {
			for _, r := range doc.Blocks[i].Runs {
				if s := r.Text.All(); s.Start < 0 || s.End < s.Start || s.End > len(text) {
					t.Fatalf("block %d: %q at %v of %d bytes", i, r.Text.String, s, len(text))
				}
				for k := range r.Text.Len() {
					c := r.Text.String[k]
					letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
					if s := r.Text.Span(k, k+1); letter && s.End-s.Start == 1 && text[s.Start] != r.Text.String[k] && r.NoteRef == "" {
						t.Fatalf("block %d: %q of %q stands where the source has %q", i, r.Text.String[k], r.Text.String, text[s.Start])
					}
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	words := "The harbor was dredged in 1904 and it was dredged again in 1911 by the crew of the second boat."
	src := []byte(strings.Repeat(words+"\n\n", 10_000))
	hint := made(model(strings.TrimSuffix(strings.Repeat(para(words)+",", 10_000), ",")))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pandoc.Read(b.Context(), "rst", src, hint); err != nil {
			b.Fatal(err)
		}
	}
}
