package export

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
)

const (
	// MaxItem is the largest item that is read, in bytes.
	MaxItem = 64 << 20
	// maxHead is how much is kept of what stands before the first item.
	maxHead = 16 << 20
)

// Item is an element of an export, as it stands.
type Item struct {
	// Text runs from the "<" that opens the element to behind the one that closes it.
	Text string
	// At is where it starts in the export.
	At document.Place
	// Cut says that the export ends in it.
	Cut bool
	// TooLarge says that it is larger than MaxItem: Text is empty.
	TooLarge bool
}

// ErrCut is an export that ends in the middle; it comes last, behind what could
// be read.
var ErrCut = errors.New("the export is cut off: it ends before its last article does; export the site again, and see that the download is complete")

// Items are the elements of a name, in their order; those that stand in each other
// are one. head is told, before the first, what stands before it. An error comes
// last, with an item that is to be passed over: ErrCut, or that of r or ctx.
func Items(ctx context.Context, r io.Reader, name string, head func(string)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		s := &splitter{name: name, head: head, r: bufio.NewReaderSize(r, 256<<10), at: document.Place{Line: 1, Column: 1}, limit: maxHead, keep: true}
		if err := s.items(ctx, yield); err != nil {
			yield(Item{}, err)
		}
	}
}

// splitter cuts an export into its items.
type splitter struct {
	name  string
	head  func(string)
	r     *bufio.Reader
	at    document.Place // of the next byte
	cr    bool           // the last byte was a carriage return
	keep  bool           // what is read
	over  bool           // more than limit was read
	limit int
	buf   []byte
}

func (s *splitter) items(ctx context.Context, yield func(Item, error) bool) error {
	first, inside := true, false
	var start document.Place
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := s.to("<"); err != nil {
			return s.end(err, inside, start, yield)
		}
		name := s.tag()
		if name == s.name && !inside {
			if first {
				s.head(string(s.buf))
				first = false
			}
			inside, start = true, s.at
			start.Offset--
			start.Column--
			s.buf, s.keep, s.over, s.limit = append(s.buf[:0], '<'), true, false, MaxItem
		}
		if err := s.rest(name); err != nil {
			return s.end(err, inside, start, yield)
		}
		if inside && strings.HasPrefix(name, "/") && name[1:] == s.name {
			inside, s.keep = false, false
			if !yield(s.item(start, false), nil) {
				return nil
			}
		}
	}
}

func (s *splitter) item(start document.Place, cut bool) Item {
	if s.over {
		return Item{At: start, TooLarge: true}
	}
	return Item{Text: string(s.buf), At: start, Cut: cut}
}

// tag looks at what follows a "<": the name of a tag, or the mark that starts
// something else.
func (s *splitter) tag() string {
	head, _ := s.r.Peek(len("![CDATA[")) // at the end there is less, and rest fails
	if len(head) > 0 && (head[0] == '!' || head[0] == '?') {
		return string(head)
	}
	return tagName(string(head))
}

// rest reads to the end of a token whose "<" was read.
func (s *splitter) rest(head string) error {
	for _, m := range marks() {
		if strings.HasPrefix(head, m.start[1:]) {
			return s.to(m.end)
		}
	}
	return s.to(">")
}

// end is the end of the export; an item that is cut off is one.
func (s *splitter) end(err error, inside bool, start document.Place, yield func(Item, error) bool) error {
	if !errors.Is(err, io.EOF) {
		return err
	}
	if inside && yield(s.item(start, true), nil) {
		return ErrCut
	}
	return nil
}

// to reads up to a mark, and the mark.
func (s *splitter) to(mark string) error {
	var tail [4]byte // what stands before the chunk
	seen := 0
	for {
		chunk, err := s.r.ReadSlice(mark[len(mark)-1])
		s.take(chunk)
		if err == nil && ends(tail[:seen], chunk, mark) {
			return nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		last := append(tail[:seen:seen], chunk...)
		if len(chunk) >= len(tail) {
			last = chunk
		}
		seen = copy(tail[:], last[max(0, len(last)-len(tail)):])
	}
}

// ends says whether tail and chunk together end with a mark.
func ends(tail, chunk []byte, mark string) bool {
	if len(chunk) >= len(mark) {
		return string(chunk[len(chunk)-len(mark):]) == mark
	}
	return strings.HasSuffix(string(tail)+string(chunk), mark)
}

// take counts what was read, and keeps it where it is wanted.
func (s *splitter) take(chunk []byte) {
	if len(chunk) == 0 {
		return
	}
	if s.keep && !s.over {
		if len(s.buf)+len(chunk) > s.limit {
			s.over, s.buf = true, nil
		} else {
			s.buf = append(s.buf, chunk...)
		}
	}
	s.at.Offset += len(chunk)
	line := chunk
	for {
		i := bytes.IndexAny(line, "\r\n")
		if i < 0 {
			break
		}
		if line[i] == '\r' || i > 0 || !s.cr {
			s.at.Line++
		}
		s.cr = line[i] == '\r'
		s.at.Column = 1
		line = line[i+1:]
		if s.cr && len(line) > 0 && line[0] != '\n' {
			s.cr = false
		}
	}
	if len(line) > 0 {
		s.cr = false
		s.at.Column += utf8.RuneCount(line)
	}
}
