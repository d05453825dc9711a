package pdf

import (
	"ibid/parser/reader/pdf/object"
)

// Bounds on the pages of a file.
const (
	mostPages   = 5000
	deepestTree = 32
	mostForms   = 20000 // drawn in the whole file
	mostLinks   = 4000  // of a page
)

// pages reads the pages of a file.
type pages struct {
	file  *object.File
	fonts map[object.Ref]*font
	forms int
	list  []object.Dict
	refs  []object.Ref // of the pages; zero where a page is no object of its own
	tags  *structure   // nil where it is not used
	// inherited are a page's attributes that its parents give (7.7.3.4).
	inherited []object.Dict
	cut       bool // there are more pages than are read
}

func newPages(f *object.File, tags *structure) *pages {
	p := &pages{file: f, fonts: map[object.Ref]*font{}, tags: tags}
	p.walk(f.Dict(f.Trailer["Root"])["Pages"], object.Dict{}, map[object.Ref]bool{}, 0)
	return p
}

// walk lists the pages below a node of their tree.
func (p *pages) walk(o object.Object, from object.Dict, seen map[object.Ref]bool, depth int) {
	if ref, is := o.(object.Ref); is {
		if seen[ref] {
			return
		}
		seen[ref] = true
	}
	d := p.file.Dict(o)
	if d == nil || depth > deepestTree || p.cut {
		return
	}
	attributes := object.Dict{}
	for _, key := range []object.Name{"Resources", "MediaBox", "CropBox", "Rotate"} {
		if v, ok := d[key]; ok {
			attributes[key] = v
		} else if v, ok := from[key]; ok {
			attributes[key] = v
		}
	}
	if kids := p.file.Array(d["Kids"]); kids != nil {
		for _, kid := range kids {
			p.walk(kid, attributes, seen, depth+1)
		}
		return
	}
	if len(p.list) >= mostPages {
		p.cut = true
		return
	}
	ref, _ := o.(object.Ref)
	p.list, p.refs = append(p.list, d), append(p.refs, ref)
	p.inherited = append(p.inherited, attributes)
}

// link is a place on a page that leads to an address.
type link struct {
	x0, y0, x1, y1 float64
	url            string
}

// page is what one page shows.
type page struct {
	width, height float64
	glyphs        []glyph
	strokes       []stroke
	links         []link
}

// page reads page i.
func (p *pages) page(i int) (*page, error) {
	d, attributes := p.list[i], p.inherited[i]
	var box [4]float64
	corners := p.file.Array(attributes["CropBox"])
	if len(corners) != 4 {
		corners = p.file.Array(attributes["MediaBox"])
	}
	if len(corners) == 4 {
		for k := range box {
			box[k] = p.file.Number(corners[k])
		}
	} else {
		box = [4]float64{0, 0, 612, 792}
	}
	x0, y0, x1, y1 := min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
	out := &page{width: x1 - x0, height: y1 - y0}
	base := matrix{1, 0, 0, 1, -x0, -y0}
	switch ((p.file.Int(attributes["Rotate"])%360 + 360) % 360) / 90 {
	case 1:
		base = base.mul(matrix{0, -1, 1, 0, 0, out.width})
		out.width, out.height = out.height, out.width
	case 2:
		base = base.mul(matrix{-1, 0, 0, -1, out.width, out.height})
	case 3:
		base = base.mul(matrix{0, 1, -1, 0, out.height, 0})
		out.width, out.height = out.height, out.width
	}
	data, err := p.content(d["Contents"])
	painter := &painter{pages: p, page: p.refs[i], resources: p.file.Dict(attributes["Resources"])}
	painter.state = state{ctm: base, scale: 1}
	painter.text, painter.line = identity(), identity()
	painter.run(data)
	out.glyphs, out.strokes = painter.glyphs, painter.strokes
	out.links = p.links(d, base)
	return out, err
}

// content is a page's streams, one after the other.
func (p *pages) content(o object.Object) ([]byte, error) {
	list := p.file.Array(o)
	if list == nil {
		list = object.Array{o}
	}
	var out []byte
	var first error
	for _, o := range list {
		s := p.file.Stream(o)
		if s == nil {
			continue
		}
		data, err := p.file.Data(s)
		if err != nil && first == nil {
			first = err
		}
		if len(out)+len(data) > longestPage {
			break
		}
		out = append(append(out, data...), '\n')
	}
	return out, first
}

// longestPage is how much drawing of a page is followed, in bytes.
const longestPage = 32 << 20

// links are the page's annotations that lead to addresses (12.5.6.5).
func (p *pages) links(d object.Dict, base matrix) []link {
	var out []link
	annotations := p.file.Array(d["Annots"])
	for _, o := range annotations[:min(len(annotations), mostLinks)] {
		a := p.file.Dict(o)
		action := p.file.Dict(a["A"])
		if p.file.Name(a["Subtype"]) != "Link" || p.file.Name(action["S"]) != "URI" {
			continue
		}
		url := p.file.Text(action["URI"])
		quads := p.file.Array(a["QuadPoints"])
		for i := 0; i+8 <= len(quads); i += 8 {
			out = append(out, p.rect(quads[i:i+8], base, url))
		}
		if rect := p.file.Array(a["Rect"]); len(quads) < 8 && len(rect) == 4 {
			out = append(out, p.rect(rect, base, url))
		}
	}
	return out
}

// rect is the box around points.
func (p *pages) rect(points object.Array, base matrix, url string) link {
	l := link{x0: 1e9, y0: 1e9, x1: -1e9, y1: -1e9, url: url}
	for i := 0; i+1 < len(points); i += 2 {
		x, y := base.apply(p.file.Number(points[i]), p.file.Number(points[i+1]))
		l.x0, l.x1 = min(l.x0, x), max(l.x1, x)
		l.y0, l.y1 = min(l.y0, y), max(l.y1, y)
	}
	return l
}
