package object

import (
	"bytes"
	"errors"
	"fmt"
)

// Errors of files that cannot be read.
var (
	ErrNoPDF     = errors.New("this is no PDF file: it does not start with %PDF-")
	ErrEncrypted = errors.New("the PDF file is protected with a password: save a copy without one")
	ErrBroken    = errors.New("the PDF file is damaged or was cut off: no list of its pages was found; export or download it again")
	errTooLarge  = fmt.Errorf("the PDF file unpacks to more than %d MiB", unpacked>>20)
)

// Limits on what a file unpacks to, in bytes.
const (
	unpacked  = 512 << 20 // all streams of a file together
	perStream = 32 << 20  // one of them
)

// mostObjects is how many objects of a file are looked at.
const mostObjects = 1 << 20

// File is a PDF file in memory.
type File struct {
	// Trailer leads to everything else.
	Trailer Dict
	// Rebuilt says that the file's own table was broken.
	Rebuilt bool

	data    []byte
	entries map[int]entry
	objects map[int]Object
	packs   map[int]*pack
	open    map[int]bool // objects that are being read: they may name themselves
	crypt   *crypt
	left    int64 // bytes that streams may still unpack to
	lastEnd int   // no "endstream" comes behind it; 0 while that is not known
}

// entry says where an object is.
type entry struct {
	offset     int // in the file
	generation int
	pack       int // the number of the object stream that holds it, 0 for none
	index      int // in it
}

// pack is an object stream, unpacked.
type pack struct {
	data    []byte
	numbers []int
	offsets []int
}

// Open reads a file's table. The error is ErrNoPDF, ErrEncrypted or ErrBroken.
func Open(data []byte) (*File, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, ErrNoPDF
	}
	f := &File{data: data[start:], left: unpacked}
	f.reset()
	if !f.readTable() || !f.hasPages() {
		f.reset()
		f.rebuild()
		f.Rebuilt = true
	}
	if err := f.unlock(); err != nil {
		return nil, err
	}
	if !f.hasPages() {
		if f.Rebuilt {
			return nil, ErrBroken
		}
		f.reset()
		f.rebuild()
		f.Rebuilt = true
		if err := f.unlock(); err != nil {
			return nil, err
		}
		if !f.hasPages() {
			return nil, ErrBroken
		}
	}
	return f, nil
}

func (f *File) reset() {
	f.Trailer, f.crypt = Dict{}, nil
	f.entries, f.objects = map[int]entry{}, map[int]Object{}
	f.packs, f.open = map[int]*pack{}, map[int]bool{}
}

// hasPages says whether the way to the pages is there. In an encrypted file
// whose objects are packed it shows only once the file is unlocked.
func (f *File) hasPages() bool {
	if f.Trailer["Encrypt"] != nil && f.crypt == nil {
		return f.Trailer["Root"] != nil
	}
	pages := f.Dict(f.Dict(f.Trailer["Root"])["Pages"])
	return pages["Kids"] != nil || pages["Type"] == Name("Page")
}

// Resolve follows a reference to its object; anything else is itself.
func (f *File) Resolve(o Object) Object {
	for range 16 {
		ref, is := o.(Ref)
		if !is {
			return o
		}
		o = f.indirect(ref.Number)
	}
	return nil
}

// Dict is an object as a dictionary: a stream's is its own; nil if it has none.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is an object as a list, nil if it is none.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Number is an object as a number, 0 if it is none.
func (f *File) Number(o Object) float64 {
	n, _ := f.Resolve(o).(float64)
	return n
}

// Int is an object as a whole number, 0 if it is none that could be an index.
func (f *File) Int(o Object) int {
	n := f.Number(o)
	if n > 1<<31 || n < -(1<<31) {
		return 0
	}
	return int(n)
}

// Name is an object as a name, "" if it is none.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// Text is a string as the user reads it (7.9.2.2), "" if it is none.
func (f *File) Text(o Object) string {
	s, _ := f.Resolve(o).(String)
	return textString(string(s))
}

// Stream is an object as a stream, nil if it is none.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// indirect reads an object by its number, nil if there is none.
func (f *File) indirect(number int) Object {
	if o, ok := f.objects[number]; ok {
		return o
	}
	e, ok := f.entries[number]
	if !ok || f.open[number] {
		return nil
	}
	f.open[number] = true
	defer delete(f.open, number)
	var o Object
	if e.pack > 0 {
		o = f.packed(e, number)
	} else {
		o, _ = f.at(e.offset, number)
	}
	f.objects[number] = o
	return o
}

// at reads "12 0 obj …" at an offset; end is where the object ends. A number
// below zero takes any.
func (f *File) at(offset, number int) (o Object, end int) {
	if offset < 0 || offset >= len(f.data) {
		return nil, offset
	}
	l := &Lexer{src: f.data, at: offset, refs: true}
	n, ok := l.header()
	if !ok || number >= 0 && n.Number != number {
		return nil, offset
	}
	o, ok = l.object(0)
	if !ok {
		return nil, l.at
	}
	if _, is := o.(Operator); is {
		return nil, l.at
	}
	key := f.crypt.key(n)
	o = key.strings(o, 0)
	if d, is := o.(Dict); is {
		if raw, ok := f.streamData(l, d); ok {
			return &Stream{Dict: d, raw: raw, key: key}, l.at
		}
	}
	return o, l.at
}

// header reads "12 0 obj".
func (l *Lexer) header() (Ref, bool) {
	l.space()
	n, ok1 := number(l.regular())
	l.space()
	g, ok2 := number(l.regular())
	l.space()
	if !ok1 || !ok2 || !bytes.HasPrefix(l.src[l.at:], []byte("obj")) || n < 0 || n >= 1<<31 || g < 0 || g >= 1<<31 {
		return Ref{}, false
	}
	l.at += len("obj")
	return Ref{int(n), int(g)}, true
}

// streamData is what stands between "stream" and "endstream" behind a
// dictionary. The stated length counts only if "endstream" follows it.
func (f *File) streamData(l *Lexer, d Dict) ([]byte, bool) {
	l.space()
	if !bytes.HasPrefix(l.src[l.at:], []byte("stream")) {
		return nil, false
	}
	start := l.at + len("stream")
	if bytes.HasPrefix(l.src[start:], []byte("\r\n")) {
		start += 2
	} else if start < len(l.src) && (l.src[start] == '\n' || l.src[start] == '\r') {
		start++
	}
	if n := f.Int(d["Length"]); n >= 0 && start+n <= len(l.src) {
		after := &Lexer{src: l.src, at: start + n}
		after.space()
		if bytes.HasPrefix(after.src[after.at:], []byte("endstream")) {
			l.at = after.at
			return l.src[start : start+n], true
		}
	}
	n := -1
	if f.lastEnd == 0 || start < f.lastEnd {
		n = bytes.Index(l.src[start:], []byte("endstream"))
	}
	if n < 0 {
		f.lastEnd = start
		l.at = len(l.src)
		return l.src[start:], true
	}
	l.at = start + n
	return bytes.TrimRight(l.src[start:start+n], "\r\n"), true
}

// packed reads an object out of an object stream (7.5.7).
func (f *File) packed(e entry, number int) Object {
	p := f.pack(e.pack)
	if p == nil {
		return nil
	}
	i := e.index
	if i < 0 || i >= len(p.numbers) || p.numbers[i] != number {
		for i = 0; i < len(p.numbers) && p.numbers[i] != number; i++ {
			continue
		}
		if i == len(p.numbers) {
			return nil
		}
	}
	l := &Lexer{src: p.data, at: p.offsets[i], refs: true}
	o, _ := l.object(0)
	if _, is := o.(Operator); is {
		return nil
	}
	return o
}

// pack unpacks an object stream once.
func (f *File) pack(number int) *pack {
	if p, ok := f.packs[number]; ok {
		return p
	}
	f.packs[number] = nil
	s := f.Stream(Ref{Number: number})
	if s == nil {
		return nil
	}
	data, err := f.Data(s)
	if err != nil && len(data) == 0 {
		return nil
	}
	p := &pack{data: data}
	first := f.Int(s.Dict["First"])
	l := &Lexer{src: data}
	for range min(f.Int(s.Dict["N"]), len(data)) {
		n, _ := l.object(0)
		at, _ := l.object(0)
		number, ok1 := n.(float64)
		offset, ok2 := at.(float64)
		if !ok1 || !ok2 || offset < 0 || first+int(offset) > len(data) {
			break
		}
		p.numbers = append(p.numbers, int(number))
		p.offsets = append(p.offsets, max(0, first+int(offset)))
	}
	f.packs[number] = p
	return p
}
