package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// standardWidths are the widths of the fonts that files need not bring along
// (ISO 32000-1, 9.6.2.2), one glyph a line: Helvetica, its bold, Times, its
// bold, italic and bold italic, in thousandths of the size.
//
//go:embed widths.txt
var standardWidths string

// widthsByText reads the table once, when the first such font needs it.
//
//nolint:gochecknoglobals // made once, never changed
var widthsByText = sync.OnceValue(func() map[string][6]float64 {
	out := map[string][6]float64{}
	for line := range strings.Lines(standardWidths) {
		fields := strings.Fields(line)
		var widths [6]float64
		for i := range widths {
			widths[i], _ = strconv.ParseFloat(fields[i+1], 64)
		}
		out[glyphText(fields[0])] = widths
	}
	return out
})

// standard gives a font without widths those of the standard font that it is,
// or is most like.
func (f *font) standard(name string) {
	column := 0
	switch {
	case strings.HasPrefix(name, "courier"):
		f.otherwise = 600
		return
	case strings.HasPrefix(name, "times"):
		column = 2
		if f.italic {
			column += 2
		}
	case !strings.HasPrefix(name, "helvetica") && !strings.HasPrefix(name, "arial"):
		return
	}
	if f.bold {
		column++
	}
	table := widthsByText()
	for code, text := range f.encoding {
		if w, ok := table[text]; ok {
			f.widths[code] = w[column]
		}
	}
}
