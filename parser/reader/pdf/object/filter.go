package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// Data is what a stream unpacks to. Of one that is broken in its middle it is
// what comes before, with the error.
func (f *File) Data(s *Stream) ([]byte, error) {
	data, err := s.key.bytes(s.raw)
	if err != nil {
		return nil, err
	}
	filters, params := f.filters(s.Dict)
	for i, name := range filters {
		var p Dict
		if i < len(params) {
			p = params[i]
		}
		limit := min(f.left, perStream)
		if data, err = unpack(name, data, limit); err == nil || len(data) > 0 {
			f.left -= int64(len(data))
			if f.left <= 0 || int64(len(data)) >= limit {
				return nil, errTooLarge
			}
			data = f.predicted(data, p)
		}
		if err != nil {
			return data, err
		}
	}
	return data, nil
}

// filters are the names of a stream's filters with their parameters.
func (f *File) filters(d Dict) ([]Name, []Dict) {
	list := func(long, short Name) Array {
		o := f.Resolve(d[long])
		if o == nil {
			o = f.Resolve(d[short])
		}
		if a, is := o.(Array); is {
			return a
		}
		if o == nil {
			return nil
		}
		return Array{o}
	}
	var names []Name
	for _, o := range list("Filter", "F") {
		if len(names) < 8 {
			names = append(names, f.Name(o))
		}
	}
	var params []Dict
	for _, o := range list("DecodeParms", "DP") {
		params = append(params, f.Dict(o))
	}
	return names, params
}

// unpack undoes one filter; it stops at limit bytes.
func unpack(name Name, data []byte, limit int64) ([]byte, error) {
	switch name {
	case "FlateDecode", "Fl":
		return inflate(data, limit)
	case "LZWDecode", "LZW":
		r := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
		return io.ReadAll(io.LimitReader(r, limit))
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if i := bytes.Index(data, []byte("~")); i >= 0 {
			data = data[:i]
		}
		return io.ReadAll(io.LimitReader(ascii85.NewDecoder(bytes.NewReader(data)), limit))
	case "ASCIIHexDecode", "AHx":
		l := &Lexer{src: append([]byte("<"), data...)}
		return []byte(l.hex()), nil
	case "RunLengthDecode", "RL":
		return runLength(data, limit), nil
	case "Crypt":
		return data, nil
	}
	return nil, fmt.Errorf("a stream is packed with %s, which holds no text", name)
}

// inflate unpacks zlib data; a wrong checksum or a missing end is forgiven.
func inflate(data []byte, limit int64) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("a stream of the PDF file is damaged: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil && len(out) == 0 {
		return nil, fmt.Errorf("a stream of the PDF file is damaged: %w", err)
	}
	return out, nil
}

func runLength(data []byte, limit int64) []byte {
	var out []byte
	for i := 0; i < len(data) && int64(len(out)) < limit; {
		n := int(data[i])
		i++
		switch {
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case n > 128 && i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		case n == 128:
			return out
		}
	}
	return out
}

// predicted undoes the predictor of a filter (7.4.4.4): PNG's rows, and TIFF's
// for bytes.
func (f *File) predicted(data []byte, p Dict) []byte {
	predictor := f.Int(p["Predictor"])
	if predictor < 2 {
		return data
	}
	one := func(key Name, otherwise int) int {
		if n := f.Int(p[key]); n > 0 && n < 1<<16 {
			return n
		}
		return otherwise
	}
	colors, bits := one("Colors", 1), one("BitsPerComponent", 8)
	pixel := max(1, colors*bits/8)
	row := (colors*bits*one("Columns", 1) + 7) / 8
	if predictor == 2 {
		if bits == 8 {
			for i := range data {
				if i%row >= pixel {
					data[i] += data[i-pixel]
				}
			}
		}
		return data
	}
	return png(data, row, pixel)
}

// png undoes the filters of PNG's rows (RFC 2083, section 6).
func png(data []byte, row, pixel int) []byte {
	out := make([]byte, 0, len(data))
	before := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		n := min(row, len(data)-1)
		line := make([]byte, row)
		copy(line, data[1:1+n])
		data = data[1+n:]
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], before[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += before[i]
			case 3:
				line[i] += byte((int(left) + int(before[i])) / 2)
			case 4:
				line[i] += paeth(left, before[i], corner)
			}
		}
		out = append(out, line[:n]...)
		before = line
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	distance := func(x byte) int { return max(p-int(x), int(x)-p) }
	switch {
	case distance(a) <= distance(b) && distance(a) <= distance(c):
		return a
	case distance(b) <= distance(c):
		return b
	}
	return c
}
