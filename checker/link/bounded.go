package link

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync"
)

// A server that speaks HTTP/2 may send what is no answer as long as it likes:
// pings, settings, windows. net/http reads it all, so that only bytes tell.
const (
	// freeBytes may come over a connection beside what is asked for: settings,
	// and what was on its way when enough of a page had been read.
	freeBytes = 1 << 20
	// linkBytes may come for a link: the page, its headers, and the wrapping.
	linkBytes = 2 * maxBody
	// sourceBytes may come for an article, or for an answer of a service.
	sourceBytes = 96 << 20
)

// errFlood is a connection over which more came than was asked for.
var errFlood = errors.New("the host sends without end")

// countedConn is a connection that breaks when more comes over it than the
// requests that are under way may bring.
type countedConn struct {
	net.Conn

	mu    sync.Mutex
	read  int64
	limit int64 // 0 before the first request is counted
	owed  int64 // what the requests under way may bring
}

func counted(c net.Conn, err error) (net.Conn, error) {
	if err != nil {
		return nil, err
	}
	return &countedConn{Conn: c}, nil
}

// Read is net.Conn's.
func (c *countedConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.read += int64(n); c.limit > 0 && c.read > c.limit {
		return n, errFlood
	}
	return n, err
}

// begin counts a request that may bring so many bytes, end one that is over.
func (c *countedConn) begin(most int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.limit == 0 {
		c.limit = c.read + freeBytes
	}
	c.owed += most
	c.limit += most
}

func (c *countedConn) end(most int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.owed -= most
	c.limit = min(c.limit, c.read+c.owed+freeBytes)
}

// bounded is a way to the network over which no answer may bring more than most
// bytes, whatever they are.
type bounded struct {
	next http.RoundTripper
	most int64
}

// RoundTrip is http.RoundTripper's. What HTTP/1 may bring is bounded without it.
func (b bounded) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != "https" {
		return b.next.RoundTrip(req)
	}
	used := &usedConns{most: b.most}
	req = req.WithContext(httptrace.WithClientTrace(req.Context(), &httptrace.ClientTrace{GotConn: used.begin}))
	resp, err := b.next.RoundTrip(req)
	if err != nil {
		used.end()
		return nil, err
	}
	resp.Body = &boundedBody{resp.Body, used}
	return resp, nil
}

// boundedBody ends the count of its request when it is closed.
type boundedBody struct {
	io.ReadCloser

	used *usedConns
}

// Close is io.Closer's.
func (b *boundedBody) Close() error {
	b.used.end()
	return b.ReadCloser.Close()
}

// usedConns are the connections that a request went over: one, unless it was
// sent again.
type usedConns struct {
	most  int64
	mu    sync.Mutex
	conns []*countedConn
}

func (u *usedConns) begin(got httptrace.GotConnInfo) {
	c := got.Conn
	if secure, ok := c.(*tls.Conn); ok {
		c = secure.NetConn()
	}
	if c, ok := c.(*countedConn); ok {
		u.mu.Lock()
		u.conns = append(u.conns, c)
		u.mu.Unlock()
		c.begin(u.most)
	}
}

// end may be called again.
func (u *usedConns) end() {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, c := range u.conns {
		c.end(u.most)
	}
	u.conns = nil
}
