package link

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"

	"ibid/pattern"
)

var (
	linearized = pattern.New(`/Linearized\s[^>]*?/N\s+(\d{1,6})\b`)
	pageTree   = pattern.New(`/Type\s*/Pages\b[^>]*?/Count\s+(\d{1,6})\b|/Count\s+(\d{1,6})\b[^>]*?/Type\s*/Pages\b`)
)

// unpacked bounds what is unpacked of a file's object streams, in bytes.
const unpacked = 8 << 20

// pdfPages is the number of pages of a PDF, 0 where it can't be seen: a file
// made for the web says it at its start, another one in its page tree. Older
// versions of the tree are in the file, too; the largest number counts.
func pdfPages(body []byte, whole bool) int {
	if m := linearized.FindSubmatch(body[:min(len(body), 2<<10)]); m != nil {
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	if !whole {
		return 0
	}
	pages, left := mostPages(body), int64(unpacked)
	for rest := body; left > 0; {
		i := bytes.Index(rest, []byte("/ObjStm"))
		if i < 0 {
			break
		}
		rest = rest[i+len("/ObjStm"):]
		j := bytes.Index(rest[:min(len(rest), 2<<10)], []byte("stream"))
		if j < 0 {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(rest[j+len("stream"):], "\r\n")))
		if err != nil {
			continue
		}
		objects, _ := io.ReadAll(io.LimitReader(z, left)) // what can be read counts
		left -= int64(len(objects))
		pages = max(pages, mostPages(objects))
	}
	return pages
}

func mostPages(b []byte) int {
	most := 0
	for _, m := range pageTree.FindAllSubmatch(b, -1) {
		n, _ := strconv.Atoi(string(m[1]) + string(m[2]))
		most = max(most, n)
	}
	return most
}
