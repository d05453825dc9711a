package citation

import (
	"strconv"
	"strings"
	"unicode"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/parser/document"
	"ibid/pattern"
)

// readFields reads a reference whatever digits it is written with: "٢٠١٩" is 2019.
func readFields(s fields.Source) fields.Reading {
	if strings.IndexFunc(s.Text, foreignDigit) < 0 {
		return fields.Read(s)
	}
	d := ascii(s.Text)
	for _, list := range [][]fields.Span{s.Quotes, s.Italics, s.Addresses, s.Authors} {
		for i := range list {
			list[i] = fields.Span{Start: d.in[list[i].Start], End: d.in[list[i].End]}
		}
	}
	written := s.Text
	s.Text = d.text
	got := fields.Read(s)
	got.Next = d.out[got.Next]
	for name, f := range got.Fields {
		f.Start, f.End = d.out[f.Start], d.out[f.End]
		got.Fields[name] = f
		asWritten(&got.Item, name, written[f.Start:f.End])
	}
	if l := got.Locator; l != nil {
		if i := strings.LastIndex(d.text, l.Value); i >= 0 {
			l.Value = written[d.out[i]:d.out[i+len(l.Value)]]
		}
	}
	if d.hijra && got.Item.Issued.Year() == someYear {
		got.Item.Issued = nil
		delete(got.Fields, "issued")
	}
	return got
}

// foreignDigit says whether a rune is a decimal digit of another script than Latin.
// Full-width ones are part of East Asian text, which has a way of its own.
func foreignDigit(r rune) bool {
	return r > unicode.MaxLatin1 && r < '\u3000' && unicode.Is(unicode.Nd, r)
}

// digits is a text with its digits in ASCII, and the way from one to the other.
type digits struct {
	text    string
	in, out []int // offsets: of the written text in this one, and back
	hijra   bool  // it has a year that counts from the Hijra
}

// hijraYear is a year of the last two centuries that counts from the Hijra, in lunar
// or in solar years. The reader of fields would take it for a page.
var hijraYear = pattern.New(`([(،,:]\s?)1[234]\d\d([)،,.؛;]|$)`)

func ascii(s string) digits {
	var b strings.Builder
	d := digits{in: make([]int, len(s)+1)}
	for i, r := range s {
		size := len(string(r))
		shown := s[i:min(len(s), i+size)]
		if foreignDigit(r) {
			shown = document.PlainNumbers(shown).String
		}
		for k := range size {
			d.in[min(len(s), i+k)] = b.Len()
		}
		for k := range len(shown) {
			d.out = append(d.out, i+k)
		}
		b.WriteString(shown)
	}
	d.in[len(s)] = b.Len()
	d.text, d.out = b.String(), append(d.out, len(s))
	if d.hijra = hijraYear.MatchString(d.text); d.hijra {
		d.text = hijraYear.ReplaceAllString(d.text, "${1}"+strconv.Itoa(someYear)+"${2}")
	}
	return d
}

// someYear stands for a year that counts from the Hijra: which of the two it may be
// in the common era its month would say.
const someYear = 2000

// asWritten gives a field that is words back its own digits.
func asWritten(it *article.Item, name, written string) {
	for field, value := range map[string]*string{"title": &it.Title, "container-title": &it.ContainerTitle, "publisher": &it.Publisher, "collection-title": &it.CollectionTitle} {
		if field != name {
			continue
		}
		if plain := ascii(written); plain.text != written {
			if i := strings.Index(plain.text, *value); i >= 0 {
				*value = written[plain.out[i]:plain.out[i+len(*value)]]
			}
		}
	}
}
