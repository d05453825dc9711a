package link_test

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"ibid/checker/link"
)

// stream is one request over HTTP/2, to be answered frame by frame.
type stream struct {
	*http2.Framer
	conn net.Conn
	id   uint32
}

// head sends headers, names and values in turn.
func (s stream) head(pairs ...string) { s.block(fields(pairs...), false) }

func (s stream) block(block []byte, last bool) {
	_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: s.id, BlockFragment: block, EndHeaders: true, EndStream: last})
}

// body sends all of a page, or a part with more to come.
func (s stream) body(text string, last bool) {
	for len(text) > 0 {
		n := min(len(text), 16<<10)
		_ = s.WriteData(s.id, last && n == len(text), []byte(text[:n]))
		text = text[n:]
	}
}

// fields are headers as HTTP/2 packs them.
func fields(pairs ...string) []byte {
	var b bytes.Buffer
	e := hpack.NewEncoder(&b)
	for i := 0; i < len(pairs); i += 2 {
		_ = e.WriteField(hpack.HeaderField{Name: pairs[i], Value: pairs[i+1]})
	}
	return b.Bytes()
}

// http2Raw answers every request over HTTP/2 with frames of one's own making.
func http2Raw(t *testing.T, serve func(stream)) func(net.Conn) {
	t.Helper()
	config := certified(t, authority(t), false, nil)
	config.NextProtos = []string{"h2"}
	return func(raw net.Conn) {
		c := tls.Server(raw, config)
		defer func() { _ = c.Close() }()
		if _, err := io.ReadFull(c, make([]byte, len(http2.ClientPreface))); err != nil {
			return
		}
		fr := http2.NewFramer(c, c)
		_ = fr.WriteSettings()
		for {
			f, err := fr.ReadFrame()
			if err != nil {
				return
			}
			switch f := f.(type) {
			case *http2.SettingsFrame:
				if !f.IsAck() {
					_ = fr.WriteSettingsAck()
				}
			case *http2.HeadersFrame:
				serve(stream{fr, c, f.StreamID})
			}
		}
	}
}

// TestFaultsOfHTTP2: what HTTP/2 adds to what may go wrong.
func TestFaultsOfHTTP2(t *testing.T) {
	t.Parallel()
	html := []string{":status", "200", "content-type", "text/html; charset=utf-8"}
	work := "<html><head><title>Tide Tables</title></head><body>" + essay + "</body></html>"
	var rows []fault
	add := func(name string, want link.Verdict, requests int32, serve func(stream)) {
		rows = append(rows, fault{name: name, conn: http2Raw(t, serve), path: "https://r.example:PORT/x", want: want, requests: requests, bytes: 6 << 20})
	}
	add("in order", link.OK, 1, func(s stream) { s.head(html...); s.body(work, true) })
	add("with trailers", link.OK, 1, func(s stream) { s.head(html...); s.body(work, false); s.block(fields("x-sum", "1"), true) })
	add("with early hints", link.OK, 1, func(s stream) {
		s.head(":status", "103", "link", "</a.css>; rel=preload")
		s.head(html...)
		s.body(work, true)
	})
	add("reset without need after the page", link.OK, 1, func(s stream) {
		s.head(html...)
		s.body(work, true)
		_ = s.WriteRSTStream(s.id, http2.ErrCodeNo)
	})
	add("going away after the page", link.OK, 1, func(s stream) {
		s.head(html...)
		s.body(work, true)
		_ = s.WriteGoAway(s.id, http2.ErrCodeNo, nil)
	})
	add("not found", link.Dead, 4, func(s stream) { s.head(":status", "404", "content-type", "text/html"); s.body(work, true) })
	// A request that was not looked at may be sent again at once, and is so by
	// net/http without end.
	add("going away at once", link.ServerError, 4, func(s stream) { _ = s.WriteGoAway(0, http2.ErrCodeNo, nil); _ = s.conn.Close() })
	add("every request refused", link.ServerError, 4, func(s stream) { _ = s.WriteRSTStream(s.id, http2.ErrCodeRefusedStream) })
	add("going away, too much", link.ServerError, 2, func(s stream) { _ = s.WriteGoAway(s.id, http2.ErrCodeEnhanceYourCalm, nil); _ = s.conn.Close() })
	add("reset", link.ServerError, 2, func(s stream) { _ = s.WriteRSTStream(s.id, http2.ErrCodeInternal) })
	add("reset in the body", link.ServerError, 2, func(s stream) {
		s.head(html...)
		s.body(work[:100], false)
		_ = s.WriteRSTStream(s.id, http2.ErrCodeInternal)
	})
	add("HTTP/1.1 demanded", link.ServerError, 2, func(s stream) { _ = s.WriteRSTStream(s.id, http2.ErrCodeHTTP11Required) })
	add("shorter than said", link.ServerError, 2, func(s stream) {
		s.head(append(html, "content-length", fmt.Sprint(len(work)+1))...)
		s.body(work, true)
	})
	add("longer than said", link.ServerError, 2, func(s stream) { s.head(append(html, "content-length", "10")...); s.body(work, true) })
	add("without a status", link.ServerError, 2, func(s stream) { s.head("content-type", "text/html"); s.body(work, true) })
	add("a status that is none", link.ServerError, 2, func(s stream) { s.head(":status", "fine"); s.body(work, true) })
	add("capitals in a header", link.ServerError, 2, func(s stream) { s.head(":status", "200", "Content-Type", "text/html"); s.body(work, true) })
	add("headers that can't be unpacked", link.ServerError, 2, func(s stream) { s.block(bytes.Repeat([]byte{0xff}, 8), false) })
	add("a body without headers", link.ServerError, 2, func(s stream) { s.body(work, true) })
	add("a page that nobody asked for", link.ServerError, 2, func(s stream) {
		_ = s.WritePushPromise(http2.PushPromiseParam{StreamID: s.id, PromiseID: 2, BlockFragment: fields(":method", "GET"), EndHeaders: true})
		s.head(html...)
		s.body(work, true)
	})
	add("hints without end", link.ServerError, 2, func(s stream) {
		for range 200 {
			s.head(":status", "103")
		}
		_ = s.conn.Close()
	})
	add("headers without end", link.ServerError, 2, func(s stream) {
		_ = s.WriteHeaders(http2.HeadersFrameParam{StreamID: s.id, BlockFragment: fields(html...)})
		for range 200 {
			if s.WriteContinuation(s.id, false, fields("x-junk", strings.Repeat("~", 8000))) != nil {
				break
			}
		}
		_ = s.conn.Close()
	})
	add("settings without end", link.ServerError, 2, func(s stream) {
		for range 2000 {
			_ = s.WriteSettings()
		}
		_ = s.conn.Close()
	})
	for name, send := range floods() {
		add(name+" without end, before the page", link.ServerError, 2, func(s stream) { flood(s, send) })
		add(name+" without end, in the page", link.ServerError, 2, func(s stream) { s.head(html...); s.body(work[:100], false); flood(s, send) })
		for i := range 2 { // three megabytes an attempt, and what the system's buffers take
			rows[len(rows)-1-i].bytes, rows[len(rows)-1-i].reason = 20<<20, "sends without end"
		}
	}
	add("some pings and settings, and then the page", link.OK, 1, func(s stream) {
		for range 1000 {
			_ = s.WritePing(false, [8]byte{})
			_ = s.WriteWindowUpdate(0, 1)
		}
		s.head(html...)
		s.body(work, true)
	})
	add("silence", link.Timeout, 2, func(stream) {})
	add("silence in the body", link.Timeout, 2, func(s stream) { s.head(html...); s.body(work[:100], false) })
	add("nothing, again and again", link.Timeout, 2, func(s stream) {
		s.head(html...)
		for s.WriteData(s.id, false, nil) == nil {
			time.Sleep(patience / 10)
		}
	})
	runFaults(t, rows)
}

// floods are frames that a server may send as often as it likes.
func floods() map[string]func(stream) error {
	return map[string]func(stream) error{
		"pings":          func(s stream) error { return s.WritePing(true, [8]byte{}) }, // acknowledged: no answer is due
		"windows":        func(s stream) error { return s.WriteWindowUpdate(0, 1) },
		"unknown frames": func(s stream) error { return s.WriteRawFrame(0xfe, 0, 0, make([]byte, 1000)) },
	}
}

// flood sends frames until the connection breaks: many to a record, as one each
// takes longer on a busy machine than an attempt may.
func flood(s stream, send func(stream) error) {
	s.Framer = http2.NewFramer(bufio.NewWriterSize(s.conn, 16<<10), nil)
	for send(s) == nil {
	}
}
