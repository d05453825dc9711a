package cache

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"
	"strconv"
	"strings"
)

// magic starts every record, on a line of its own; no answer has a line break in
// it. Behind it stand the key (64 hexadecimal digits), the length of the answer
// in bytes, the check sum of both (CRC-32, IEEE, eight hexadecimal digits), and on
// the next line the answer: JSON.
const magic = "\nibid answer 2 "

// maxEntry is the size of the largest answer that is kept, in bytes.
const maxEntry = 128 << 10

// maxHead bounds the first line of a record, magic left out.
const maxHead = 64 + 1 + 6 + 1 + 8

// errEntry is what can't be read as an answer.
var errEntry = errors.New("not an answer of this cache")

// digest is a key in bytes.
type digest [32]byte

// digestOf reads a key; it fails on one that is none.
func digestOf(key string) (d digest, ok bool) {
	if len(key) != hex.EncodedLen(len(d)) || strings.ToLower(key) != key {
		return d, false
	}
	_, err := hex.Decode(d[:], []byte(key))
	return d, err == nil
}

func (d digest) String() string { return hex.EncodeToString(d[:]) }

// record is an answer in a shard.
type record struct {
	key  digest
	at   int // where its answer starts
	body []byte
}

// newRecord is an answer as it is added to a shard.
func newRecord(key digest, body []byte) ([]byte, error) {
	if len(body) > maxEntry {
		return nil, fmt.Errorf("an answer of %d bytes is too large", len(body))
	}
	head := fmt.Sprintf("%s %d", key, len(body))
	return fmt.Appendf(nil, "%s%s %08x\n%s", magic, head, sumOf(head, body), body), nil
}

func sumOf(head string, body []byte) uint32 {
	return crc32.Update(crc32.ChecksumIEEE([]byte(head)), crc32.IEEETable, body)
}

// records are those of a shard, or of its end from some offset on. torn, if it
// is not nil, counts the stretches in which something else stands: what a run that
// was killed had begun to write, or damage.
func records(data []byte, torn *int) iter.Seq[record] {
	return func(yield func(record) bool) {
		skipping := false
		for at := 0; at < len(data); {
			i := bytes.Index(data[at:], []byte(magic))
			var r record
			n, ok := 0, false
			if i >= 0 {
				at += i + len(magic)
				r, n, ok = readRecord(data[at:])
			}
			if (i != 0 || !ok) && !skipping && torn != nil {
				*torn++
			}
			if skipping = !ok; i < 0 {
				return
			}
			at += n
			if r.at = at - len(r.body); ok && !yield(r) {
				return
			}
		}
	}
}

// readRecord reads a record behind its magic, and says how long that is.
func readRecord(data []byte) (r record, n int, ok bool) {
	end := bytes.IndexByte(data[:min(len(data), maxHead+1)], '\n')
	if end < 0 {
		return r, 0, false
	}
	sumAt := bytes.LastIndexByte(data[:end], ' ')
	head := string(data[:max(sumAt, 0)])
	key, size, _ := strings.Cut(head, " ")
	length, err := strconv.Atoi(size)
	if err != nil || length < 0 || length > maxEntry || end+1+length > len(data) {
		return r, 0, false
	}
	sum, err := strconv.ParseUint(string(data[sumAt+1:end]), 16, 32)
	r.body = data[end+1 : end+1+length]
	if err != nil || uint32(sum) != sumOf(head, r.body) {
		return r, 0, false
	}
	r.key, ok = digestOf(key)
	return r, end + 1 + length, ok
}
