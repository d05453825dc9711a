package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// web are servers that answer every request alike, after a while, and a page
// that links to all of them.
type web struct {
	listeners []net.Listener
	asked     atomic.Int64
	index     atomic.Pointer[[]byte]
}

// serve starts so many servers.
func serve(ctx context.Context, hosts int, wait time.Duration) (*web, error) {
	w := &web{}
	text := strings.Repeat("<p>The lamp at the point was lit at dusk and put out at dawn, and somebody wrote down both, night by night, with the oil used and the ships seen.</p>\n", 12)
	page := []byte("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Lamps of the point</title></head>\n<body><h1>Lamps of the point</h1>\n" + text + "</body></html>\n")
	answer := func(body []byte) []byte {
		return append(fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", len(body)), body...)
	}
	var config net.ListenConfig
	for i := range hosts + 1 {
		l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		w.listeners = append(w.listeners, l)
		if i == 0 {
			go w.accept(l, func(path string) []byte {
				if path == "/asked" {
					return answer(strconv.AppendInt(nil, w.asked.Swap(0), 10))
				}
				return answer(*w.index.Load())
			}, 0)
			continue
		}
		go w.accept(l, func(string) []byte { w.asked.Add(1); return answer(page) }, wait)
	}
	return w, nil
}

func (w *web) accept(l net.Listener, answer func(path string) []byte, wait time.Duration) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer func() { _ = c.Close() }() // nothing more is sent
			in := bufio.NewReader(c)
			for {
				head, path := false, ""
				for {
					line, err := in.ReadSlice('\n')
					if err != nil {
						return
					}
					head = head || bytes.HasPrefix(line, []byte("HEAD "))
					if f := bytes.Fields(line); path == "" && len(f) == 3 {
						path = string(f[1])
					}
					if len(bytes.TrimSpace(line)) == 0 {
						break
					}
				}
				time.Sleep(wait)
				out := answer(path)
				if head {
					out = out[:bytes.Index(out, []byte("\r\n\r\n"))+4]
				}
				if _, err := io.Copy(c, bytes.NewReader(out)); err != nil {
					return
				}
			}
		}()
	}
}

// address is that of the i-th link: hosts take turns.
func (w *web) address(i int) string {
	return fmt.Sprintf("http://%s/lamps/%d.html", w.listeners[1+i%(len(w.listeners)-1)].Addr(), i)
}

// list makes the page with all links and returns its address.
func (w *web) list(n int) string {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><meta charset=\"utf-8\"><title>Lamps of the point</title>")
	for i := range n {
		fmt.Fprintf(&b, "<p>The keeper wrote <a href=%q>part %d</a> of it.</p>\n", w.address(i), i)
	}
	page := b.Bytes()
	w.index.Store(&page)
	return "http://" + w.listeners[0].Addr().String() + "/"
}
