package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// texCodeList says which characters TeX's encodings have where they differ from
// ASCII: "T1 150 Ń".
//
//go:embed texcodes.txt
var texCodeList string

// texCodes reads the list once, when the first such font needs it.
//
//nolint:gochecknoglobals // made once, never changed
var texCodes = sync.OnceValue(func() map[string]*codes {
	out := map[string]*codes{"T1": {}, "OT1": {}, "TS1": {}, "OMS": {}}
	for _, table := range []*codes{out["T1"], out["OT1"]} {
		for i := 32; i < 127; i++ {
			table[i] = string(rune(i))
		}
	}
	for line := range strings.Lines(texCodeList) {
		fields := strings.Fields(line)
		code, _ := strconv.Atoi(fields[1])
		out[fields[0]][code] = fields[2]
	}
	return out
})

// numbered says whether a font names its glyphs by their codes, "a97": the
// bitmap fonts that TeX's drivers make do.
func numbered(names map[int]string) bool {
	prefix, found := "", false
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		at := strings.TrimRight(name, "0123456789")
		number, err := strconv.Atoi(name[len(at):])
		if err != nil || number != code || found && at != prefix {
			return false
		}
		prefix, found = at, true
	}
	return found
}

// asTeX gives the glyphs of a font that knows them by their codes only the
// characters that TeX's fonts have there: those of signs hold nothing else.
func (f *font) asTeX(names map[int]string) {
	tables := texCodes()
	table := tables["T1"]
	switch {
	case holds(tables["OMS"], names):
		table = tables["OMS"]
	case holds(tables["TS1"], names):
		table = tables["TS1"]
	case f.isOld(names):
		table = tables["OT1"]
	}
	for code, name := range names {
		if name != ".notdef" {
			f.encoding[code] = table[code]
		}
	}
}

// holds says whether an encoding has a character at each code.
func holds(table *codes, names map[int]string) bool {
	for code, name := range names {
		if name != ".notdef" && table[code] == "" {
			return false
		}
	}
	return true
}

// isOld says whether a font has TeX's older encoding: ligatures, quotation marks
// and dashes stand where that has them, nothing stands where it has nothing.
// Typewriter faces have neither.
func (f *font) isOld(names map[int]string) bool {
	old := false
	widths := map[float64]bool{}
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		if code >= 128 {
			return false
		}
		widths[f.widths[code]] = true
		old = old || code >= 11 && code <= 15 || code == '\\' || code == '{' || code == '|'
	}
	return old && len(widths) > 1
}
