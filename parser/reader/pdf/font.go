package pdf

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"

	"ibid/parser/reader/pdf/object"
	"ibid/pattern"
)

// font is what text needs of a font: characters, widths and style.
type font struct {
	bold, italic bool
	// composite says that codes are longer than a byte (9.7).
	composite bool
	toUnicode *cmap
	encoding  *codes            // of a simple font
	byName    encoding.Encoding // of a predefined CMap
	wide      bool              // codes are UTF-16
	codes     *cmap             // an embedded CMap
	widths    map[int]float64   // in thousandths of the size, by code or by glyph
	otherwise float64           // the width of what has none
	scale     float64           // Type 3: the font matrix's own unit, in thousandths
}

// letter is one character as a font shows it.
type letter struct {
	text  string
	width float64 // of the size
	space bool    // word spacing applies to it
}

// Styles by a font's name; the last words are TeX's.
var (
	boldName   = pattern.New(`bold|black|heavy|^(?:cmb|sfb|ecb)`)
	italicName = pattern.New(`italic|oblique|-it$|^(?:cmti|sfti|ecti|cmsl|sfsl)`)
)

func (p *pages) font(o object.Object) *font {
	ref, is := o.(object.Ref)
	if f, ok := p.fonts[ref]; is && ok {
		return f
	}
	f := p.newFont(p.file.Dict(o))
	if is {
		p.fonts[ref] = f
	}
	return f
}

func (p *pages) newFont(d object.Dict) *font {
	f := &font{widths: map[int]float64{}, otherwise: 500, scale: 1}
	name := trimSubset(strings.ToLower(string(p.file.Name(d["BaseFont"]))))
	f.bold, f.italic = boldName.MatchString(name), italicName.MatchString(name)
	if s := p.file.Stream(d["ToUnicode"]); s != nil {
		if data, err := p.file.Data(s); err == nil || len(data) > 0 {
			f.toUnicode = readCMap(data)
		}
	}
	if p.file.Name(d["Subtype"]) == "Type0" {
		p.composite(f, d)
	} else {
		p.simple(f, d)
	}
	f.findSuperiors()
	return f
}

// findSuperiors finds the digits above the line that call themselves plain
// ones: a font that has two kinds of the same digit has them narrower, all of
// them alike.
func (f *font) findSuperiors() {
	if f.toUnicode == nil {
		return
	}
	widest := map[string]float64{}
	for c, text := range f.toUnicode.text {
		if isNumber(text) && len(text) == 1 {
			widest[text] = max(widest[text], f.width(f.glyphOf(c)))
		}
	}
	full := 0.0
	for _, w := range widest {
		full = max(full, w)
	}
	narrow := map[uint32]string{}
	twice := false
	for c, text := range f.toUnicode.text {
		w := f.width(f.glyphOf(c))
		if len(text) != 1 || !isNumber(text) || w <= 0 || w > 0.82*full {
			continue
		}
		narrow[c] = text
		twice = twice || w < 0.82*widest[text]
	}
	if !twice {
		return
	}
	for c, text := range narrow {
		f.toUnicode.text[c] = raisedDigit(text[0])
	}
}

// raisedDigit is ⁰ to ⁹.
func raisedDigit(digit byte) string { return string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[digit-'0']) }

// glyphOf is what a code's width is listed under.
func (f *font) glyphOf(c uint32) int {
	if f.codes != nil {
		if g, ok := f.codes.glyphs[c]; ok {
			return g
		}
	}
	return int(c)
}

// trimSubset drops the tag of a subset, "abcdef+".
func trimSubset(name string) string {
	if i := strings.IndexByte(name, '+'); i == 6 {
		return name[i+1:]
	}
	return name
}

// composite reads a font of long codes.
func (p *pages) composite(f *font, d object.Dict) {
	f.composite, f.otherwise = true, 1000
	if s := p.file.Stream(d["Encoding"]); s != nil {
		if data, err := p.file.Data(s); err == nil {
			f.codes = readCMap(data)
		}
	} else {
		f.byName, f.wide = predefined(string(p.file.Name(d["Encoding"])))
	}
	list := p.file.Array(d["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	below := p.file.Dict(list[0])
	p.descriptor(f, p.file.Dict(below["FontDescriptor"]))
	if below["DW"] != nil {
		f.otherwise = p.file.Number(below["DW"])
	}
	w := p.file.Array(below["W"])
	for i := 0; i+1 < len(w); {
		first := p.file.Int(w[i])
		if each := p.file.Array(w[i+1]); each != nil {
			for k, o := range each {
				f.widths[first+k] = p.file.Number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		width := p.file.Number(w[i+2])
		for c := first; c <= p.file.Int(w[i+1]) && c-first < longestRange && len(f.widths) < mostMapped; c++ {
			f.widths[c] = width
		}
		i += 3
	}
}

// simple reads a font of codes of one byte.
func (p *pages) simple(f *font, d object.Dict) {
	descriptor := p.file.Dict(d["FontDescriptor"])
	p.descriptor(f, descriptor)
	base := ""
	var differences object.Array
	switch e := p.file.Resolve(d["Encoding"]).(type) {
	case object.Name:
		base = string(e)
	case object.Dict:
		base = string(p.file.Name(e["BaseEncoding"]))
		differences = p.file.Array(e["Differences"])
	}
	if base == "" && p.file.Name(d["Subtype"]) == "TrueType" {
		base = "WinAnsiEncoding"
	}
	f.encoding = baseEncoding(base)
	if base == "" {
		p.builtIn(f.encoding, descriptor)
	}
	names := map[int]string{}
	at := 0
	for _, o := range differences {
		switch o := p.file.Resolve(o).(type) {
		case float64:
			at = int(o)
		case object.Name:
			if at >= 0 && at < 256 {
				f.encoding[at] = glyphText(string(o))
				names[at] = string(o)
			}
			at++
		}
	}
	if p.file.Name(d["Subtype"]) == "Type3" {
		if m := p.file.Array(d["FontMatrix"]); len(m) == 6 {
			f.scale = max(1e-6, abs(p.file.Number(m[0]))*1000)
		}
	}
	if d["Widths"] == nil {
		f.standard(trimSubset(strings.ToLower(string(p.file.Name(d["BaseFont"])))))
	}
	first := p.file.Int(d["FirstChar"])
	for i, o := range p.file.Array(d["Widths"]) {
		if i < 256 {
			f.widths[first+i] = p.file.Number(o)
		}
	}
	if numbered(names) {
		f.asTeX(names)
	}
}

// descriptor reads the style and the width of what has none (9.8).
func (p *pages) descriptor(f *font, d object.Dict) {
	flags := p.file.Int(d["Flags"])
	f.italic = f.italic || flags&(1<<6) != 0 || p.file.Number(d["ItalicAngle"]) != 0
	f.bold = f.bold || flags&(1<<18) != 0 || p.file.Number(d["StemV"]) >= 140
	if n := p.file.Number(d["MissingWidth"]); n > 0 {
		f.otherwise = n
	}
}

// builtInCode is an entry of a Type 1 font's own encoding: "dup 65 /A put".
var builtInCode = pattern.New(`dup\s+(\d+)\s*/(\S+)\s+put`)

// builtIn reads the encoding that an embedded Type 1 font brings along.
func (p *pages) builtIn(out *codes, descriptor object.Dict) {
	s := p.file.Stream(descriptor["FontFile"])
	if s == nil {
		return
	}
	data, err := p.file.Data(s)
	if err != nil {
		return
	}
	if i := bytes.Index(data, []byte("eexec")); i >= 0 {
		data = data[:i]
	}
	for _, m := range builtInCode.FindAllSubmatch(data, 256) {
		if n, err := strconv.Atoi(string(m[1])); err == nil && n < 256 {
			out[n] = glyphText(string(m[2]))
		}
	}
}

// letters decodes a string that is shown.
func (f *font) letters(s object.String, yield func(letter)) {
	for len(s) > 0 {
		var l letter
		var n int
		if f.composite {
			l, n = f.long(s)
		} else {
			l, n = f.short(s[0]), 1
		}
		yield(l)
		s = s[max(1, n):]
	}
}

func (f *font) short(c byte) letter {
	l := letter{space: c == ' ', width: f.width(int(c)) * f.scale}
	if f.toUnicode != nil {
		if s, ok := f.toUnicode.text[uint32(c)]; ok && readable(s) {
			l.text = s
			return l
		}
	}
	l.text = f.encoding[c]
	return l
}

// long decodes one code of a composite font.
func (f *font) long(s object.String) (l letter, n int) {
	table := f.codes
	if table == nil && f.byName == nil && !f.wide && f.toUnicode != nil && f.toUnicode.lengths[1] && !f.toUnicode.lengths[2] {
		table = f.toUnicode
	}
	c, n := table.next(s, 2)
	if f.byName != nil && s[0] < 0x80 {
		c, n = uint32(s[0]), 1
	}
	l = letter{width: f.width(f.glyphOf(c)), space: n == 1 && c == ' '}
	if f.toUnicode != nil {
		if t, ok := f.toUnicode.text[c]; ok {
			l.text = t
			return l, n
		}
	}
	switch {
	case f.wide:
		l.text = object.UTF16(string(s[:n]))
	case f.byName != nil:
		if t, err := f.byName.NewDecoder().String(string(s[:n])); err == nil {
			l.text = t
		}
		if n == 1 {
			l.width = 0.5
		}
	}
	return l, n
}

// readable says whether a table's text is one: some map codes to nothing.
func readable(s string) bool {
	return s != "" && s != "\x00" && s != string(utf8.RuneError)
}

func (f *font) width(c int) float64 {
	if w, ok := f.widths[c]; ok {
		return w / 1000
	}
	return f.otherwise / 1000
}
