package link

import (
	"bytes"
	_ "embed"
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

// markIndex finds all marks in one pass: those that start with the same two
// bytes share a bucket; bucket 0 is empty.
type markIndex struct {
	list    []mark
	bucket  [1 << 16]uint8
	buckets [][]int // places in list
}

// marks are those of data/marks.tsv.
var marks = sync.OnceValue(func() *markIndex { //nolint:gochecknoglobals // constant table, read once
	x := &markIndex{buckets: [][]int{nil}}
	for i, f := range tableRows(markTable) {
		m := mark{name: f[0] + " " + f[1], find: []byte(f[2])}
		x.list = append(x.list, m)
		b := &x.bucket[pair(m.find)]
		if *b == 0 {
			x.buckets = append(x.buckets, nil)
			*b = uint8(len(x.buckets) - 1) // the table has fewer rows
		}
		x.buckets[*b] = append(x.buckets[*b], i)
	}
	return x
})

func pair(b []byte) uint16 { return uint16(b[0])<<8 | uint16(b[1]) }

// markedPart is how much of a page is searched for marks, in bytes.
const markedPart = 64 << 10

// findMarks looks for tell-tale strings in a page that shows little text.
func findMarks(p *Page, body []byte) {
	body = body[:min(len(body), markedPart)]
	x := marks()
	var seen []bool
	for i := 0; i+1 < len(body); i++ {
		b := x.bucket[pair(body[i:])]
		if b == 0 {
			continue
		}
		for _, m := range x.buckets[b] {
			if bytes.HasPrefix(body[i:], x.list[m].find) {
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
