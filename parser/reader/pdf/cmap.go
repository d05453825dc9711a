package pdf

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"ibid/parser/reader/pdf/object"
)

// Bounds on what one table of characters may hold.
const (
	longestRange = 1 << 16
	mostMapped   = 1 << 18
)

// cmap maps the codes of a font: to text (9.10.3), or to glyphs (9.7.5).
type cmap struct {
	lengths [5]bool // the lengths in bytes that codes have
	spaces  []codeSpace
	text    map[uint32]string // by code
	glyphs  map[uint32]int    // by code
}

type codeSpace struct {
	bytes     int
	low, high uint32
}

// readCMap reads a table of characters.
func readCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}, glyphs: map[uint32]int{}}
	l := object.NewLexer(data)
	var operands []object.Object
	for {
		o, ok := l.Next()
		if !ok {
			return m
		}
		word, is := o.(object.Operator)
		if !is {
			if len(operands) < mostMapped {
				operands = append(operands, o)
			}
			continue
		}
		m.operator(string(word), operands)
		operands = operands[:0]
	}
}

func (m *cmap) operator(word string, operands []object.Object) {
	size := 3
	if word == "endcodespacerange" || word == "endbfchar" || word == "endcidchar" {
		size = 2
	}
	for ; len(operands) >= size; operands = operands[size:] {
		low, ok := operands[0].(object.String)
		if !ok || len(low) == 0 || len(low) > 4 {
			continue
		}
		high, _ := operands[1].(object.String)
		switch word {
		case "endcodespacerange":
			m.lengths[len(low)] = true
			m.spaces = append(m.spaces, codeSpace{len(low), code(low), code(high)})
		case "endbfchar":
			m.lengths[len(low)] = m.lengths[len(low)] || len(m.spaces) == 0
			m.put(code(low), object.UTF16(string(high)))
		case "endbfrange":
			m.textRange(code(low), code(high), operands[2])
		case "endcidrange", "endcidchar":
			first, _ := operands[size-1].(float64)
			if word == "endcidchar" {
				high = low
			}
			for c := code(low); c <= code(high) && c-code(low) < longestRange && len(m.glyphs) < mostMapped; c++ {
				m.glyphs[c] = int(first) + int(c-code(low))
			}
		}
	}
}

func (m *cmap) put(c uint32, s string) {
	if len(m.text) < mostMapped {
		m.text[c] = s
	}
}

func (m *cmap) textRange(low, high uint32, to object.Object) {
	switch to := to.(type) {
	case object.String:
		runes := []rune(object.UTF16(string(to)))
		if len(runes) == 0 {
			return
		}
		last := runes[len(runes)-1]
		for c := low; c <= high && c-low < longestRange; c++ {
			runes[len(runes)-1] = last + rune(c-low)
			m.put(c, string(runes))
		}
	case object.Array:
		for i, o := range to {
			if s, is := o.(object.String); is && low+uint32(i) <= high {
				m.put(low+uint32(i), object.UTF16(string(s)))
			}
		}
	}
}

func code(s object.String) uint32 {
	n := uint32(0)
	for i := range min(4, len(s)) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// next is the code at the start of s and its length in bytes; otherwise is the
// length where the table says none.
func (m *cmap) next(s object.String, otherwise int) (c uint32, n int) {
	if m != nil {
		for _, space := range m.spaces {
			if len(s) >= space.bytes {
				if c := code(s[:space.bytes]); space.low <= c && c <= space.high {
					return c, space.bytes
				}
			}
		}
	}
	n = min(otherwise, len(s))
	return code(s[:n]), n
}

// predefined is the encoding of a predefined CMap (table 118), nil for
// Identity and those that are not known; wide says UTF-16.
func predefined(name string) (e encoding.Encoding, wide bool) {
	switch {
	case strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16"):
		return nil, true
	case strings.HasPrefix(name, "GBK"), strings.HasPrefix(name, "GB-EUC"):
		return simplifiedchinese.GBK, false
	case strings.Contains(name, "RKSJ"):
		return japanese.ShiftJIS, false
	case strings.HasPrefix(name, "KSC"):
		return korean.EUCKR, false
	case strings.HasPrefix(name, "B5"), strings.HasPrefix(name, "ETen"):
		return traditionalchinese.Big5, false
	}
	return nil, false
}
