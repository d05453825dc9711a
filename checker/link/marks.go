package link

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

//go:embed data/marks.tsv
var markTable string

// mark is a tell-tale string in a page.
type mark struct {
	name string // kind and who: "wall Cloudflare"
	find []byte
}

// markIndex finds all marks in one pass, by the four bytes that each starts with.
type markIndex struct {
	list   []mark
	starts [1 << 16 / 64]uint64 // a bit for the hash of each such four bytes
	with   map[uint32][]int     // places in list
}

// start is where in starts the bit of four bytes is.
func start(four uint32) (word int, bit uint64) {
	h := four * 0x9E3779B1 >> 16
	return int(h / 64), 1 << (h % 64)
}

// marks are those of data/marks.tsv.
var marks = sync.OnceValue(func() *markIndex { //nolint:gochecknoglobals // constant table, read once
	x := &markIndex{with: map[uint32][]int{}}
	for i, f := range tableRows(markTable) {
		m := mark{name: f[0] + " " + f[1], find: []byte(f[2])}
		x.list = append(x.list, m)
		four := binary.BigEndian.Uint32(m.find)
		word, bit := start(four)
		x.starts[word] |= bit
		x.with[four] = append(x.with[four], i)
	}
	return x
})

// markedPart is how much of a page is searched for marks, in bytes.
const markedPart = 64 << 10

// findMarks looks for tell-tale strings in a page that shows little text.
func findMarks(p *Page, body []byte) {
	body = body[:min(len(body), markedPart)]
	x := marks()
	var seen []bool
	four := uint32(0)
	for i, c := range body {
		four = four<<8 | uint32(c)
		if word, bit := start(four); x.starts[word]&bit == 0 || i < 3 {
			continue
		}
		for _, m := range x.with[four] {
			if bytes.HasPrefix(body[i-3:], x.list[m].find) {
				if seen == nil {
					seen = make([]bool, len(x.list))
				}
				seen[m] = true
			}
		}
	}
	for m, found := range seen {
		if found && !slices.Contains(p.Marks, x.list[m].name) {
			p.Marks = append(p.Marks, x.list[m].name)
		}
	}
}

// marked is who left a mark of a kind on a page, "" if nobody did.
func (p *Page) marked(kind string) string {
	for _, m := range p.Marks {
		if who, ok := strings.CutPrefix(m, kind+" "); ok {
			return who
		}
	}
	return ""
}

// tableRows are the lines of a table, split at tabs; those that start with # are
// remarks.
func tableRows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
