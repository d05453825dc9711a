package wordpress

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
)

const (
	// MaxPost is the largest post that is read, with all that the export says of
	// it, in bytes.
	MaxPost = 64 << 20
	// maxChannel is how much is read of what stands before the first post.
	maxChannel = 16 << 20
)

// ErrCut is an export that ends in the middle; it comes last, behind what could
// be read.
var ErrCut = errors.New("the export is cut off: it ends before its last post does; export the site again, and see that the download is complete")

// TooLargeError is a post over the limit.
type TooLargeError struct{ Line int }

// Error says where the post is and what to do.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the post that starts in line %d is larger than %d MiB, the most that ibid reads", e.Line, MaxPost>>20)
}

// Posts reads the posts of an export, in its order. An error beside a post is
// that post's, one without a post ends the reading: ErrCut, or that of r or ctx.
func Posts(ctx context.Context, r io.Reader) iter.Seq2[*Post, error] {
	return func(yield func(*Post, error) bool) {
		s := &splitter{r: bufio.NewReaderSize(r, 256<<10), at: document.Place{Line: 1, Column: 1}, limit: maxChannel, keep: true}
		if err := s.posts(ctx, yield); err != nil {
			yield(nil, err)
		}
	}
}

// splitter cuts an export into its posts.
type splitter struct {
	r     *bufio.Reader
	at    document.Place // of the next byte
	cr    bool           // the last byte was a carriage return
	keep  bool           // what is read
	over  bool           // more than limit was read
	limit int
	buf   []byte
	site  site
}

func (s *splitter) posts(ctx context.Context, yield func(*Post, error) bool) error {
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
		if name == "item" && !inside {
			if first {
				s.site, first = channel(string(s.buf)), false
			}
			inside, start = true, s.at
			start.Offset--
			start.Column--
			s.buf, s.keep, s.over, s.limit = append(s.buf[:0], '<'), true, false, MaxPost
		}
		if err := s.rest(name); err != nil {
			return s.end(err, inside, start, yield)
		}
		if name == "/item" && inside {
			inside, s.keep = false, false
			if !s.yield(start, "", yield) {
				return nil
			}
		}
	}
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

// end is the end of the export; a post that is cut off is a post.
func (s *splitter) end(err error, inside bool, start document.Place, yield func(*Post, error) bool) error {
	if !errors.Is(err, io.EOF) {
		return err
	}
	if inside && s.yield(start, "the export is cut off in this post", yield) {
		return ErrCut
	}
	return nil
}

func (s *splitter) yield(start document.Place, damage string, yield func(*Post, error) bool) bool {
	if s.over {
		return yield(&Post{Name: fmt.Sprintf("line-%d", start.Line)}, &TooLargeError{Line: start.Line})
	}
	p := newPost(string(s.buf), start, s.site)
	p.damage = damage
	return yield(p, nil)
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
