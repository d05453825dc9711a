package reader

import (
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"ibid/parser/document"
)

const (
	// sampleSize is how much text the language is guessed from, in bytes: more
	// makes the guesser less sure, not more.
	sampleSize = 1500
	// sampleLine is the length from which a block is taken for prose, in code points.
	sampleLine = 60
)

// Language guesses the language of a document's body, "" if it is not sure.
// Use it where the source declares none.
func Language(d *document.Document) string {
	var sample strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Region == document.Chrome || b.Kind == document.Code || b.Kind == document.NoteBody {
			continue
		}
		if s := b.Text().String; utf8.RuneCountInString(s) >= sampleLine {
			sample.WriteString(strings.ToValidUTF8(s[:min(len(s), 2*sampleSize)], ""))
			sample.WriteByte(' ')
		}
		if sample.Len() > sampleSize {
			break
		}
	}
	if sample.Len() < 100 {
		return ""
	}
	info := whatlanggo.Detect(sample.String())
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
