package link_test

import (
	"bufio"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"ibid/checker/link"
)

func quiet() *log.Logger { return log.New(io.Discard, "", 0) }

// reset has the connection end with a reset and not as TCP connections do.
func reset(c net.Conn) {
	if counting, ok := c.(*countingConn); ok {
		c = counting.Conn
	}
	if t, ok := c.(*net.TCPConn); ok {
		_ = t.SetLinger(0)
	}
}

// asked reads a request, so that what follows is an answer to it.
func asked(c net.Conn) bool {
	_, err := http.ReadRequest(bufio.NewReader(c))
	return err == nil
}

// says answers a request with bytes of one's own making.
func says(answer string) func(net.Conn) {
	return func(c net.Conn) {
		if asked(c) {
			_, _ = io.WriteString(c, answer)
		}
	}
}

// silence keeps the connection open until the other end gives up.
func silence(c net.Conn) { _, _ = io.Copy(io.Discard, c) }

// thenSilence answers in part.
func thenSilence(answer string) func(net.Conn) {
	return func(c net.Conn) {
		if asked(c) {
			_, _ = io.WriteString(c, answer)
			silence(c)
		}
	}
}

// thenReset answers in part and breaks off.
func thenReset(answer string) func(net.Conn) {
	return func(c net.Conn) {
		if asked(c) {
			_, _ = io.WriteString(c, answer)
			reset(c)
		}
	}
}

// drips sends a byte now and then, for as long as anybody listens.
func drips(answer, drop string) func(net.Conn) {
	return func(c net.Conn) {
		if !asked(c) {
			return
		}
		tick := time.NewTicker(patience / 10)
		defer tick.Stop()
		for _, err := io.WriteString(c, answer); err == nil; _, err = io.WriteString(c, drop) {
			<-tick.C
		}
	}
}

const (
	head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
	tide = "<html><head><title>Tide Tables</title></head><body><p>High water at the point is at noon.</p></body></html>"
)

// TestFaultsOfConnections: what goes wrong before there is a page.
func TestFaultsOfConnections(t *testing.T) {
	t.Parallel()
	runFaults(t, []fault{
		{name: "accepts and says nothing", conn: silence, want: link.Timeout},
		{name: "reads the request and says nothing", conn: thenSilence(""), want: link.Timeout},
		{name: "hangs in the status line", conn: thenSilence("HTTP/1.1 2"), want: link.Timeout},
		{name: "hangs in the headers", conn: thenSilence(head), want: link.Timeout},
		{name: "hangs before the body", conn: thenSilence(head + "Content-Length: 100\r\n\r\n"), want: link.Timeout, reason: "in time"},
		{name: "hangs in the body", conn: thenSilence(head + "Content-Length: 5000\r\n\r\n" + tide), want: link.Timeout, reason: "did not finish"},
		{name: "hangs in a chunk", conn: thenSilence(head + "Transfer-Encoding: chunked\r\n\r\n40\r\n<title>Tide"), want: link.Timeout},
		{name: "drips headers", conn: drips(head, "X-Drop: 1\r\n"), want: link.Timeout},
		{name: "drips the status line", conn: drips("", "H"), want: link.Timeout},
		{name: "drips the body", conn: drips(head+"\r\n", "."), want: link.Timeout},
		{name: "closes at once", conn: func(net.Conn) {}, want: link.ServerError},
		{name: "closes after the request", conn: says(""), want: link.ServerError},
		{name: "resets at once", conn: reset, want: link.ServerError},
		{name: "resets after the request", conn: thenReset(""), want: link.ServerError},
		{name: "resets in the status line", conn: thenReset("HTTP/1.1 20"), want: link.ServerError},
		{name: "resets in the headers", conn: thenReset(head), want: link.ServerError},
		{name: "resets in the body", conn: thenReset(head + "Content-Length: 5000\r\n\r\n" + tide), want: link.ServerError},
		{name: "closes in the headers", conn: says(head), want: link.ServerError},
		{name: "closes in the body", conn: says(head + "Content-Length: 5000\r\n\r\n" + tide), want: link.ServerError, reason: "middle"},
		{name: "closes in a chunk", conn: says(head + "Transfer-Encoding: chunked\r\n\r\n400\r\n<title>Tide"), want: link.ServerError},
		{name: "an SSH banner", conn: func(c net.Conn) { _, _ = io.WriteString(c, "SSH-2.0-OpenSSH_9.6\r\n"); asked(c) }, want: link.ServerError, reason: "something else"},
		{name: "an SMTP banner", conn: func(c net.Conn) { _, _ = io.WriteString(c, "220 mail.example ESMTP\r\n"); asked(c) }, want: link.ServerError},
		{name: "an FTP banner", conn: says("220 FTP ready\r\n530 no\r\n"), want: link.ServerError},
		{name: "rubbish", conn: says("\x00\x01\x02\x03\x04\x05\x06\x07\r\n\r\n"), want: link.ServerError},
		{name: "a page without headers (HTTP/0.9)", conn: says(tide), want: link.ServerError},
		{name: "HTTP/1.0", conn: says("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + tide), want: link.OK},
		{name: "HTTP/1.0 without a type", conn: says("HTTP/1.0 200 OK\r\n\r\n" + tide), want: link.OK},
		{name: "HTTP/3.7", conn: says("HTTP/3.7 200 OK\r\nContent-Length: 0\r\n\r\n"), want: link.ServerError},
		{name: "a version that is none", conn: says("HTTP/x.y 200 OK\r\n\r\n" + tide), want: link.ServerError},
		{name: "a status that is none", conn: says("HTTP/1.1 abc OK\r\n\r\n" + tide), want: link.ServerError},
		{name: "a status of two digits", conn: says("HTTP/1.1 20 OK\r\n\r\n" + tide), want: link.ServerError},
		{name: "the status 600", conn: says("HTTP/1.1 600 What\r\nContent-Length: 1\r\n\r\nx"), want: link.ServerError},
		{name: "the status 999", conn: says("HTTP/1.1 999 Request denied\r\nContent-Length: 1\r\n\r\nx"), want: link.Blocked},
		{name: "no phrase behind the status", conn: says("HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + tide), want: link.OK},
		{name: "lines that end with LF alone", conn: says("HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + tide), want: link.OK},
		{name: "a header without a colon", conn: says("HTTP/1.1 200 OK\r\nContent-Type text/html\r\n\r\n" + tide), want: link.ServerError},
		{name: "a header of 400 KiB", conn: says(head + "X-Big: " + strings.Repeat("x", 400<<10) + "\r\n\r\n" + tide), want: link.ServerError, bytes: 2 << 20},
		{name: "headers without end", conn: func(c net.Conn) {
			if asked(c) {
				for _, err := io.WriteString(c, head); err == nil; {
					_, err = io.WriteString(c, strings.Repeat("X-More: and more\r\n", 500))
				}
			}
		}, want: link.ServerError, bytes: 12 << 20},
		{name: "many headers", conn: says(head + strings.Repeat("X-Many: 1\r\n", 900) + "\r\n" + tide), want: link.OK},
		{name: "two lengths that agree not", conn: says(head + "Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + tide), want: link.ServerError},
		{name: "a negative length", conn: says(head + "Content-Length: -1\r\n\r\n" + tide), want: link.ServerError},
		{name: "early hints", conn: says("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + head + "\r\n" + tide), want: link.OK},
		{name: "continue unasked", conn: says("HTTP/1.1 100 Continue\r\n\r\n" + head + "\r\n" + tide), want: link.OK},
		{name: "processing", conn: says("HTTP/1.1 102 Processing\r\n\r\n" + head + "\r\n" + tide), want: link.OK},
		{name: "hints without end", conn: says(strings.Repeat("HTTP/1.1 103 Early Hints\r\n\r\n", 100)), want: link.ServerError},
		{name: "switching protocols", conn: says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n"), want: link.ServerError},
		{name: "TLS on the port of http", conn: func(c net.Conn) { asked(c); _, _ = io.WriteString(c, "\x15\x03\x01\x00\x02\x02\x16") }, want: link.ServerError},
		{name: "no such name", path: "http://gone.example/x", conn: silence, want: link.Dead, reason: "no site called"},
		{name: "a name server that fails", path: "http://nameless.example/x", conn: silence, want: link.Timeout, reason: "looked up"},
		{name: "connection refused", path: "http://r.example:1/x", conn: silence, want: link.Dead, reason: "refused"},
		{name: "an IPv6 name without a server", path: "http://six.example:1/x", conn: silence, want: link.Dead},
	})
}
