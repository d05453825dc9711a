package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// awkward has in it whatever may stand over blank lines.
const awkward = `---
title: Salt
---

# One

Salt[^a] and [brine][far], ^[A note in the text.] and [^far and wide].

[^a]: First.

    Second of the same.

    ` + "```" + `
    code

Plain
    ` + "```" + `

Text again.

` + "```" + `
fence

Letter in the fence[^a].

[far]: https://wrong.example/

# No heading
` + "```" + `

<!-- comment

Letter in the comment.

[^c]: No note.

-->

<table>
<tr><td>

Cell[^a]

</td></tr>
</table>

- item

  more of it

1. one

Letter behind a list<span class="sidenote">Beside [far].</span> with a note.

> quoted

Setext
======

| a | b |
|---|---|
| ` + "`x\\|y`" + ` | [^b] |

[^b]: In a table.
Lazy line.

[^far and wide]: Words for a label.
[far]: https://example.org/far "Far"
`

func TestStretches(t *testing.T) {
	t.Parallel()
	sources := map[string]string{"awkward": awkward, "three times": awkward + awkward + awkward, "unclosed": awkward + "\n```\n\na\n\nb\n"}
	files, err := filepath.Glob("../../testdata/conversions/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources[f] = string(data)
	}
	for name, source := range sources {
		whole := mustRead(t, source, len(source))
		for _, size := range []int{1, 100, 777} {
			if diff := cmp.Diff(whole, mustRead(t, source, size)); diff != "" {
				t.Errorf("%s, read %d bytes at once:\n%s", name, size, diff)
			}
		}
	}
	if blocks := mustRead(t, awkward, 1); !strings.Contains(strings.Join(blocks, "\n"), "https://example.org/far") {
		t.Error("the definition at the end was not read")
	}
}

// mustRead is what was read, in words.
func mustRead(t *testing.T, source string, stretch int) (out []string) {
	t.Helper()
	d, err := read(t.Context(), []byte(source), reader.Hint{}, stretch)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Blocks {
		out = append(out, told(&d.Blocks[i]))
	}
	return append(out, d.Meta.Title, d.Flavor)
}

func told(b *document.Block) string {
	var s strings.Builder
	say := func(words ...string) { s.WriteString(strings.Join(words, "|") + " ") }
	say(b.Label, b.Note, strings.Join(b.Anchors.IDs(), ","))
	say(position(b.Span), string(rune('0'+b.Kind)), string(rune('0'+b.Level)))
	for i := range b.Runs {
		r := &b.Runs[i]
		say(r.Text.String, position(r.Text.All()), r.Href.String(), position(r.Href.All()), r.NoteRef, string(rune('0'+r.Style)))
	}
	return s.String()
}

func position(s document.Span) string { return fmt.Sprint(s.Start, "-", s.End) }
