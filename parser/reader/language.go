package reader

import (
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"ibid/parser/document"
)

const (
	// sampleSize is how much text the language is guessed from, in bytes, and
	// largeSample how much where that leaves the guesser unsure: more takes longer,
	// and makes it less sure, not more.
	sampleSize, largeSample = 700, 1500
	// sampleLine is the length from which a block is taken for prose, in code points.
	sampleLine = 60
)

// Language guesses the language of a document's body, "" if it is not sure.
// Use it where the source declares none.
func Language(d *document.Document) string {
	text := sample(d)
	if len(text) < 100 {
		return ""
	}
	for _, size := range [...]int{sampleSize, largeSample} {
		info := whatlanggo.Detect(strings.ToValidUTF8(text[:min(len(text), size)], ""))
		switch {
		case !info.IsReliable():
		case info.Lang == whatlanggo.Pes:
			return "fa" // the guesser has no short code for it
		default:
			return info.Lang.Iso6391()
		}
		if len(text) <= size {
			break
		}
	}
	return byLetters(text)
}

// sample is prose of a document's body, from a third of it on: the first blocks
// are often a summary in another language, or what a site says of itself.
func sample(d *document.Document) string {
	var text strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[(len(d.Blocks)/3+i)%len(d.Blocks)]
		if b.Region == document.Chrome || b.Kind == document.Code || b.Kind == document.NoteBody {
			continue
		}
		if b.Len() < sampleLine {
			continue // as most are where it counts: in long lists
		}
		if s := b.Text().String; utf8.RuneCountInString(s) >= sampleLine {
			text.WriteString(strings.ToValidUTF8(s[:min(len(s), largeSample-text.Len())], ""))
			text.WriteByte(' ')
		}
		if text.Len() >= largeSample {
			break
		}
	}
	return text.String()
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
