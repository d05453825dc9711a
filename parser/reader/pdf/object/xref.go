package object

import (
	"bytes"
	"io"
)

// readTable follows startxref and the chain of tables before it (7.5.4,
// 7.5.8). What a later table says holds. It says whether all was in order.
func (f *File) readTable() bool {
	tail := max(0, len(f.data)-2048)
	i := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if i < 0 {
		return false
	}
	l := &Lexer{src: f.data, at: tail + i + len("startxref")}
	o, _ := l.Next()
	at, ok := o.(float64)
	if !ok {
		return false
	}
	seen := map[int]bool{}
	for queue := []int{int(at)}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if seen[at] {
			continue
		}
		seen[at] = true
		d, ok := f.section(at)
		if !ok {
			return false
		}
		for key, value := range d {
			if _, known := f.Trailer[key]; !known {
				f.Trailer[key] = value
			}
		}
		for _, key := range []Name{"XRefStm", "Prev"} {
			if n, is := d[key].(float64); is {
				queue = append(queue, int(n))
			}
		}
	}
	return true
}

// section reads one table or one stream of the chain.
func (f *File) section(at int) (Dict, bool) {
	if at < 0 || at >= len(f.data) {
		return nil, false
	}
	l := &Lexer{src: f.data, at: at, refs: true}
	l.space()
	if bytes.HasPrefix(l.src[l.at:], []byte("xref")) {
		l.at += len("xref")
		return f.table(l)
	}
	o, _ := f.at(at, -1)
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, false
	}
	s.key = nil // never encrypted
	return s.Dict, f.tableStream(s)
}

func (f *File) table(l *Lexer) (Dict, bool) {
	for {
		o, ok := l.Next()
		if !ok {
			return nil, false
		}
		if o == Operator("trailer") {
			d, _ := l.Next()
			dict, ok := d.(Dict)
			return dict, ok
		}
		start, ok1 := o.(float64)
		o, _ = l.Next()
		count, ok2 := o.(float64)
		if !ok1 || !ok2 {
			return nil, false
		}
		for n := int(start); n < int(start)+int(count); n++ {
			offset, _ := l.Next()
			generation, _ := l.Next()
			kind, more := l.Next()
			if !more {
				return nil, false
			}
			at, ok1 := offset.(float64)
			gen, ok2 := generation.(float64)
			if !ok1 || !ok2 {
				return nil, false
			}
			if kind == Operator("n") && at > 0 {
				f.add(n, entry{offset: int(at), generation: int(gen)})
			}
		}
	}
}

// tableStream reads a cross-reference stream.
func (f *File) tableStream(s *Stream) bool {
	data, err := f.Data(s)
	if err != nil && len(data) == 0 {
		return false
	}
	var w [3]int
	widths := f.Array(s.Dict["W"])
	for i := range min(3, len(widths)) {
		w[i] = f.Int(widths[i])
		if w[i] < 0 || w[i] > 8 {
			return false
		}
	}
	if w[1] == 0 {
		return false
	}
	index := f.Array(s.Dict["Index"])
	if index == nil {
		index = Array{0.0, f.Number(s.Dict["Size"])}
	}
	r := bytes.NewReader(data)
	row := make([]byte, w[0]+w[1]+w[2])
	for i := 0; i+1 < len(index); i += 2 {
		start := f.Int(index[i])
		for n := start; n < start+f.Int(index[i+1]); n++ {
			if _, err := io.ReadFull(r, row); err != nil {
				return true // what is there, is there
			}
			f.enter(n, w, row)
		}
	}
	return true
}

func (f *File) enter(n int, w [3]int, row []byte) {
	kind := 1
	if w[0] > 0 {
		kind = bigEndian(row[:w[0]])
	}
	second, third := bigEndian(row[w[0]:w[0]+w[1]]), bigEndian(row[w[0]+w[1]:])
	switch kind {
	case 1:
		f.add(n, entry{offset: second, generation: third})
	case 2:
		f.add(n, entry{pack: second, index: third})
	}
}

// add enters an object that no later table has.
func (f *File) add(n int, e entry) {
	if _, known := f.entries[n]; !known && len(f.entries) < mostObjects {
		f.entries[n] = e
	}
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// rebuild makes the table anew: it looks at every "12 0 obj" of the file, and
// takes what stands in object streams and trailers. Later ones hold.
func (f *File) rebuild() {
	packs := f.scan()
	f.trailers()
	clear(f.objects)
	if f.Trailer["Encrypt"] != nil {
		f.crypt, _ = newCrypt(f)
	}
	for _, number := range packs {
		if p := f.pack(number); p != nil {
			for i, n := range p.numbers {
				f.entries[n] = entry{pack: number, index: i}
			}
		}
	}
	clear(f.objects)
	f.findRoot()
}

const (
	// patience is how often the bytes of a broken file are read.
	patience = 8
	// mostTrailers is how many trailers of a broken file are read, from its end.
	mostTrailers = 64
)

// scan enters every "12 0 obj" and gives the numbers of the object streams.
func (f *File) scan() (packs []int) {
	spent := 0
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 {
			return packs
		}
		at += i + len("obj")
		start, ok := f.objectStart(at - len("obj"))
		if !ok {
			continue
		}
		l := &Lexer{src: f.data, at: start}
		ref, ok := l.header()
		if !ok || len(f.entries) >= mostObjects {
			continue
		}
		f.entries[ref.Number] = entry{offset: start, generation: ref.Generation}
		delete(f.objects, ref.Number)
		o, end := f.at(start, ref.Number)
		s, is := o.(*Stream)
		// What a broken object swallows is looked at again, but not for ever.
		if spent += end - start; is || spent > patience*len(f.data) {
			at = max(at, end)
		}
		if !is {
			continue
		}
		switch s.Dict["Type"] {
		case Name("ObjStm"):
			packs = append(packs, ref.Number)
		case Name("XRef"):
			f.inherit(s.Dict)
		}
	}
}

// objectStart is where "12 0 " begins before an "obj".
func (f *File) objectStart(at int) (int, bool) {
	i := at
	for range 2 {
		before := i
		for i > 0 && isSpace(f.data[i-1]) {
			i--
		}
		if i == before {
			return 0, false
		}
		digits := i
		for i > 0 && f.data[i-1] >= '0' && f.data[i-1] <= '9' && digits-i < 10 {
			i--
		}
		if i == digits {
			return 0, false
		}
	}
	return i, true
}

// trailers takes the trailers of old tables, the last first.
func (f *File) trailers() {
	end := len(f.data)
	for range mostTrailers {
		i := bytes.LastIndex(f.data[:end], []byte("trailer"))
		if i < 0 {
			return
		}
		l := &Lexer{src: f.data, at: i + len("trailer"), refs: true}
		l.space()
		if bytes.HasPrefix(l.src[l.at:], []byte("<<")) {
			o, _ := l.Next()
			if d, ok := o.(Dict); ok {
				f.inherit(d)
			}
		}
		end = i
	}
}

func (f *File) inherit(d Dict) {
	for _, key := range []Name{"Root", "Info", "Encrypt", "ID"} {
		if value, ok := d[key]; ok {
			f.Trailer[key] = value
		}
	}
}

// findRoot looks for a catalog where no trailer names one.
func (f *File) findRoot() {
	if f.Dict(f.Dict(f.Trailer["Root"])["Pages"]) != nil {
		return
	}
	best := -1
	for n := range f.entries {
		if n > best && f.Dict(Ref{Number: n})["Type"] == Name("Catalog") {
			best = n
		}
	}
	if best >= 0 {
		f.Trailer["Root"] = Ref{Number: best}
	}
}
