package document_test

import (
	"strings"
	"testing"

	"ibid/parser/document"
)

func TestText(t *testing.T) {
	t.Parallel()
	// The source is "salt &amp;\n brine" from offset 10 on.
	whole := document.Concat(
		document.NewText("salt ", 10, ""),
		document.Unit("&", document.Span{Start: 15, End: 20}),
		document.NewText("\n brine", 20, ""),
	)
	for _, row := range []struct {
		name       string
		text       document.Text
		want       string
		start, end int // of the whole in the source
	}{
		{"joined", whole, "salt &\n brine", 10, 27},
		{"folded", whole.Fold(), "salt & brine", 10, 27},
		{"a slice of plain text", whole.Slice(1, 3), "al", 11, 13},
		{"a slice that is an entity", whole.Slice(5, 6), "&", 15, 20},
		{"the folded space", whole.Fold().Slice(6, 7), " ", 20, 22},
		{"behind the folded space", whole.Fold().Slice(7, 12), "brine", 22, 27},
		{"a slice out of range", whole.Slice(-3, 99), "salt &\n brine", 10, 27},
		{"an empty slice", whole.Slice(4, 4), "", 0, 0},
		{"pieces in another order", document.Concat(whole.Slice(7, 13), whole.Slice(0, 2)), " brinesa", 10, 27},
		{"shifted", whole.Slice(0, 4).Shift(5), "salt", 15, 19},
		{"nothing", document.Concat(), "", 0, 0},
	} {
		want := document.Span{Start: row.start, End: row.end}
		if got := row.text.All(); row.text.String != row.want || got != want {
			t.Errorf("%s: %q at %v, want %q at %v", row.name, row.text.String, got, row.want, want)
		}
	}
}

func TestPosition(t *testing.T) {
	t.Parallel()
	var bom document.Encoding
	bom.Skip(3)
	bom.Run(9)
	for _, row := range []struct {
		name, text   string
		enc          document.Encoding
		at           int
		offset       int
		line, column int
	}{
		{"the start", "salt\nbrine", document.Encoding{}, 0, 0, 1, 1},
		{"after LF", "salt\nbrine", document.Encoding{}, 5, 5, 2, 1},
		{"after CRLF", "salt\r\nbrine", document.Encoding{}, 7, 7, 2, 2},
		{"after a lone CR", "salt\rbrine", document.Encoding{}, 5, 5, 2, 1},
		{"columns are code points", "größe", document.Encoding{}, 6, 6, 1, 5},
		{"the end", "salt\n", document.Encoding{}, 5, 5, 2, 1},
		{"behind the end", "salt", document.Encoding{}, 99, 4, 1, 5},
		{"a byte order mark", "salt\nwave", bom, 5, 8, 2, 1},
	} {
		got := document.NewSource(row.text, row.enc).Position(document.Span{Start: row.at, End: row.at})
		if got.Offset != row.offset || got.Line != row.line || got.Column != row.column {
			t.Errorf("%s: offset %d, %d:%d; want %d, %d:%d", row.name, got.Offset, got.Line, got.Column, row.offset, row.line, row.column)
		}
	}
}

// TestExcerpt asks that places of a text which was made of a stretch of a file
// count in that file.
func TestExcerpt(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, stored string
		column       int // of "brine", in the file
	}{
		{"all ASCII", "salt\n&amp; brine", 7},
		{"other letters", "größe\n&amp; brine", 7},
		{"on the excerpt's first line", "&amp; brine", 16},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(row.stored, "&amp;", "&", 1)
			var enc document.Encoding
			enc.Run(strings.Index(text, "&"))
			enc.Append(1, 5)
			enc.Run(len(" brine"))
			src := document.NewExcerpt(text, enc, row.stored, document.Place{Offset: 100, Line: 7, Column: 10})
			start := strings.Index(text, "brine")
			got := src.Position(document.Span{Start: start, End: start + 5})
			at := 100 + strings.Index(row.stored, "brine")
			line := 7 + strings.Count(row.stored, "\n")
			if got.Offset != at || got.End != at+5 || got.Line != line || got.Column != row.column || got.EndColumn != row.column+5 {
				t.Errorf("%+v, want %d, %d:%d", got, at, line, row.column)
			}
		})
	}
}
