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
		return byLetters(sample.String())
	}
	if info.Lang == whatlanggo.Pes {
		return "fa" // the guesser has no short code for it
	}
	return info.Lang.Iso6391()
}

// telling are letters that tell a language from its neighbours, of which the guesser
// is rarely sure: a text in it has some of the one, and none of the others.
func telling() []struct{ language, some, none string } {
	return []struct{ language, some, none string }{
		{"ru", "ыэ", "іїєґўәғқңөүһ"}, // Belarusian, Ukrainian, and those of Central Asia; Bulgarian and Serbian have neither
		{"cs", "řěů", "ľĺŕôäćńłśźż"},
	}
}

// byLetters is a language by its letters, "" if there are too few of them.
func byLetters(s string) string {
	const enough = 4
	s = strings.ToLower(s)
	for _, t := range telling() {
		n := 0
		for _, r := range s {
			if strings.ContainsRune(t.some, r) {
				n++
			}
		}
		if n >= enough && !strings.ContainsAny(s, t.none) {
			return t.language
		}
	}
	return ""
}
