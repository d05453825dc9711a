package pack

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
)

// maxEntries bounds how many parts a container may have.
const maxEntries = 65_536

// entry is a part of a container that can be unpacked.
type entry struct {
	name      string
	encrypted bool
	size      uint64 // unpacked, as the container says; 0 if it does not say
	packed    uint64 // the same as it is stored
	open      func() (io.ReadCloser, error)
}

// entries lists the parts of a container. One without its directory, which stands
// at the end, was cut off; its parts are looked for one behind the other, then,
// and cut is true.
func entries(data []byte) (list []entry, cut bool, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		list = salvage(data)
		if len(list) == 0 {
			return nil, false, err
		}
		return list, true, nil
	}
	for _, f := range z.File[:min(len(z.File), maxEntries)] {
		list = append(list, entry{name: f.Name, encrypted: f.Flags&1 != 0, size: f.UncompressedSize64, packed: f.CompressedSize64, open: f.Open})
	}
	return list, false, nil
}

// The head of a part in a zip container (APPNOTE.TXT, 4.3.7).
const (
	headMark   = "PK\x03\x04"
	headSize   = 30
	dataMark   = "PK\x07\x08" // of the descriptor behind a part whose size was not known before
	dataSize   = 16
	hasDataTag = 1 << 3
)

// salvage lists the parts of a container that is cut off, the last of which may
// be cut off itself.
func salvage(data []byte) (list []entry) {
	for at := 0; len(list) < maxEntries && len(data)-at >= headSize && string(data[at:at+4]) == headMark; {
		h := data[at : at+headSize]
		flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
		packed := uint64(binary.LittleEndian.Uint32(h[18:]))
		from := at + headSize + int(binary.LittleEndian.Uint16(h[26:])) + int(binary.LittleEndian.Uint16(h[28:]))
		if from > len(data) {
			break
		}
		name := string(data[at+headSize : at+headSize+int(binary.LittleEndian.Uint16(h[26:]))])
		body, next := data[from:], len(data)
		whole := true
		if flags&hasDataTag == 0 {
			whole = packed <= uint64(len(body))
			body = body[:min(packed, uint64(len(body)))]
			next = from + len(body)
		} else if i := bytes.Index(body, []byte(dataMark)); i >= 0 {
			body = body[:i]
			next = from + i + dataSize
		} else {
			whole = false
		}
		list = append(list, entry{name: name, encrypted: flags&1 != 0, open: opener(method, body, !whole)})
		at = next
	}
	return list
}

// opener unpacks the body of a part; cut says that it is not whole.
func opener(method uint16, body []byte, cut bool) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		switch method {
		case zip.Deflate:
			return flate.NewReader(bytes.NewReader(body)), nil
		case zip.Store:
			if cut {
				return io.NopCloser(io.MultiReader(bytes.NewReader(body), broken{io.ErrUnexpectedEOF})), nil
			}
			return io.NopCloser(bytes.NewReader(body)), nil
		}
		return nil, errors.New("it is packed in a way that is not known")
	}
}

// broken is a reader that fails.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }
