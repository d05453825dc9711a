package pdf

import (
	"math"

	"ibid/parser/reader/pdf/object"
)

// Bounds on what a page may draw.
const (
	deepestForm = 8
	mostGlyphs  = 1 << 18 // of a page
	mostStates  = 256
	mostStrokes = 1 << 14
)

// glyph is a character on the page, in points from its lower left corner.
type glyph struct {
	text string
	// x and y are where its baseline starts, w is its advance, size its height in type.
	x, y, w, size float64
	font          *font
	note          int  // of the structure tree's, 0 for none
	bar           bool // no letter, but a short rule: fonts of old draw "_" so
}

// stroke is a horizontal rule.
type stroke struct{ x0, x1, y float64 }

// matrix is a transformation: [a b c d e f] as in 8.3.3.
type matrix [6]float64

func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

func abs(x float64) float64 { return math.Abs(x) }

// state is the part of the graphics state that text depends on (9.3).
type state struct {
	ctm                           matrix
	font                          *font
	size, char, word, scale, lead float64
	rise                          float64
}

// painter follows the operators of a page's content.
type painter struct {
	pages     *pages
	page      object.Ref
	glyphs    []glyph
	strokes   []stroke
	state     state
	saved     []state
	text      matrix // Tm
	line      matrix // Tlm
	at        [2]float64
	path      []stroke
	resources object.Dict
	depth     int
	marked    []mark
}

// mark is a stretch of marked content (14.6).
type mark struct {
	furniture bool    // it is a running head or the like, and says so
	actual    *string // replaces what is shown
	shown     bool
	note      int // of the structure tree's
}

// run follows one stream.
func (p *painter) run(data []byte) {
	l := object.NewLexer(data)
	var operands []object.Object
	for len(p.glyphs) < mostGlyphs {
		o, ok := l.Next()
		if !ok {
			return
		}
		word, is := o.(object.Operator)
		if !is {
			if len(operands) < 64 {
				operands = append(operands, o)
			}
			continue
		}
		if word == "BI" {
			l.SkipImage()
		} else {
			p.operator(string(word), operands)
		}
		operands = operands[:0]
	}
}

// numbers are the last n operands, as numbers; ok is false if there are fewer.
func numbers(operands []object.Object, n int) (out [6]float64, ok bool) {
	if len(operands) < n {
		return out, false
	}
	for i, o := range operands[len(operands)-n:] {
		f, is := o.(float64)
		if !is {
			return out, false
		}
		out[i] = f
	}
	return out, true
}

func (p *painter) operator(word string, operands []object.Object) {
	switch word {
	case "q":
		if len(p.saved) < mostStates {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		if n, ok := numbers(operands, 6); ok {
			p.state.ctm = matrix(n).mul(p.state.ctm)
		}
	case "Do":
		if len(operands) > 0 {
			p.form(operands[len(operands)-1])
		}
	case "BDC", "BMC":
		p.begin(operands)
	case "EMC":
		if n := len(p.marked); n > 0 {
			p.marked = p.marked[:n-1]
		}
	case "m", "l", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		p.draw(word, operands)
	default:
		p.textOperator(word, operands)
	}
}

func (p *painter) textOperator(word string, operands []object.Object) {
	s := &p.state
	n1, one := numbers(operands, 1)
	switch word {
	case "BT":
		p.text, p.line = identity(), identity()
	case "Tf":
		p.setFont(operands)
	case "Tc":
		s.char = n1[0]
	case "Tw":
		s.word = n1[0]
	case "Tz":
		if one {
			s.scale = n1[0] / 100
		}
	case "TL":
		s.lead = n1[0]
	case "Ts":
		s.rise = n1[0]
	case "Td", "TD":
		if n, ok := numbers(operands, 2); ok {
			if word == "TD" {
				s.lead = -n[1]
			}
			p.move(n[0], n[1])
		}
	case "Tm":
		if n, ok := numbers(operands, 6); ok {
			p.text, p.line = n, n
		}
	case "T*":
		p.move(0, -s.lead)
	case "Tj", "'", "\"", "TJ":
		p.showing(word, operands)
	}
}

func (p *painter) setFont(operands []object.Object) {
	if len(operands) < 2 {
		return
	}
	name, _ := operands[len(operands)-2].(object.Name)
	p.state.size, _ = operands[len(operands)-1].(float64)
	p.state.font = nil
	if o := p.pages.file.Dict(p.resources["Font"])[name]; o != nil {
		p.state.font = p.pages.font(o)
	}
}

func identity() matrix { return matrix{1, 0, 0, 1, 0, 0} }

func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.mul(p.line)
	p.text = p.line
}

func (p *painter) showing(word string, operands []object.Object) {
	if word == "\"" {
		if n, ok := numbers(operands[:max(0, len(operands)-1)], 2); ok {
			p.state.word, p.state.char = n[0], n[1]
		}
	}
	if word == "'" || word == "\"" {
		p.move(0, -p.state.lead)
	}
	if len(operands) == 0 {
		return
	}
	switch o := operands[len(operands)-1].(type) {
	case object.String:
		p.show(o)
	case object.Array:
		for _, x := range o {
			switch x := x.(type) {
			case object.String:
				p.show(x)
			case float64:
				p.text = matrix{1, 0, 0, 1, -x / 1000 * p.state.size * p.state.scale, 0}.mul(p.text)
			}
		}
	}
}

// show draws a string's characters.
func (p *painter) show(text object.String) {
	s := &p.state
	if s.font == nil {
		return
	}
	s.font.letters(text, func(l letter) {
		m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.mul(p.text).mul(s.ctm)
		advance := l.width*s.size + s.char
		if l.space {
			advance += s.word
		}
		p.put(l, m)
		p.text = matrix{1, 0, 0, 1, advance * s.scale, 0}.mul(p.text)
	})
}

// put adds a glyph, unless it is turned: those are stamps beside the text.
func (p *painter) put(l letter, m matrix) {
	g := glyph{text: l.text, x: m[4], y: m[5], w: l.width * m[0], size: math.Hypot(m[2], m[3]), font: p.state.font}
	if m[0] <= 0 || abs(m[1]) > 0.2*m[0] || !(g.size > 0.5 && g.size < 400) || len(p.glyphs) >= mostGlyphs {
		return
	}
	for i := range p.marked {
		k := &p.marked[i]
		if k.furniture {
			return
		}
		if k.note > 0 {
			g.note = k.note
		}
		if k.actual != nil {
			g.text = ""
			if !k.shown {
				g.text, k.shown = *k.actual, true
			}
		}
	}
	p.glyphs = append(p.glyphs, g)
}

// begin opens marked content.
func (p *painter) begin(operands []object.Object) {
	var k mark
	if len(operands) >= 2 && len(p.marked) < mostStates {
		properties := operands[len(operands)-1]
		if name, is := properties.(object.Name); is {
			properties = p.pages.file.Dict(p.resources["Properties"])[name]
		}
		d := p.pages.file.Dict(properties)
		tag, _ := operands[len(operands)-2].(object.Name)
		k.furniture = tag == "Artifact" && p.pages.file.Name(d["Type"]) == "Pagination"
		if d["MCID"] != nil {
			k.note = p.pages.tags.of(p.page, p.pages.file.Int(d["MCID"]))
		}
		if d["ActualText"] != nil {
			s := p.pages.file.Text(d["ActualText"])
			k.actual = &s
		}
	}
	p.marked = append(p.marked, k)
}

// form draws a form XObject (8.10).
func (p *painter) form(o object.Object) {
	name, _ := o.(object.Name)
	s := p.pages.file.Stream(p.pages.file.Dict(p.resources["XObject"])[name])
	if s == nil || p.pages.file.Name(s.Dict["Subtype"]) != "Form" || p.depth >= deepestForm {
		return
	}
	if p.pages.forms++; p.pages.forms > mostForms {
		return
	}
	data, err := p.pages.file.Data(s)
	if err != nil && len(data) == 0 {
		return
	}
	outer := *p
	p.depth++
	p.saved = nil
	if m := p.pages.file.Array(s.Dict["Matrix"]); len(m) == 6 {
		var n matrix
		for i := range n {
			n[i] = p.pages.file.Number(m[i])
		}
		p.state.ctm = n.mul(p.state.ctm)
	}
	if r := p.pages.file.Dict(s.Dict["Resources"]); r != nil {
		p.resources = r
	}
	p.run(data)
	outer.glyphs, outer.strokes = p.glyphs, p.strokes
	*p = outer
}

// draw notes horizontal rules: thin rectangles that are filled, and lines.
func (p *painter) draw(word string, operands []object.Object) {
	ctm := p.state.ctm
	switch word {
	case "m":
		if n, ok := numbers(operands, 2); ok {
			p.at[0], p.at[1] = ctm.apply(n[0], n[1])
		}
	case "l":
		if n, ok := numbers(operands, 2); ok {
			x, y := ctm.apply(n[0], n[1])
			p.rule(p.at[0], p.at[1], x, y)
			p.at = [2]float64{x, y}
		}
	case "re":
		if n, ok := numbers(operands, 4); ok {
			x0, y0 := ctm.apply(n[0], n[1])
			x1, y1 := ctm.apply(n[0]+n[2], n[1]+n[3])
			p.rule(x0, y0, x1, y1)
		}
	case "n":
		p.path = p.path[:0]
	default:
		if len(p.strokes)+len(p.path) < mostStrokes {
			p.painted()
		}
		p.path = p.path[:0]
	}
}

// thinnest is how high a rectangle may be that is a rule, in points; shortest how
// long one that stands between text and notes is at the least.
const (
	thinnest = 2.5
	shortest = 20
)

// painted takes the rules of a path: short ones between letters are bars.
func (p *painter) painted() {
	for _, s := range p.path {
		if s.x1-s.x0 >= shortest {
			p.strokes = append(p.strokes, s)
		} else if n := len(p.glyphs); n > 0 && len(p.path) == 1 && !p.glyphs[n-1].bar {
			last := p.glyphs[n-1]
			p.glyphs = append(p.glyphs, glyph{text: "_", x: s.x0, y: s.y, w: s.x1 - s.x0, size: last.size, font: last.font, note: last.note, bar: true})
		}
	}
}

func (p *painter) rule(x0, y0, x1, y1 float64) {
	if abs(y1-y0) <= thinnest && abs(x1-x0) >= 1 && len(p.path) < mostStrokes {
		p.path = append(p.path, stroke{min(x0, x1), max(x0, x1), (y0 + y1) / 2})
	}
}
