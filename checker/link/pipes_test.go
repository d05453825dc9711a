package link_test

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"ibid/checker/link"
)

// pipes is a network without a machine below it. In a bubble of
// testing/synctest nothing on it takes time but what waits on purpose, however
// busy the machine is. Hosts are told apart by their port alone.
type pipes struct {
	mu        sync.Mutex
	listeners map[string]*pipeListener // by port
	lookup    func(context.Context, string) ([]netip.Addr, error)
	resolve   map[string]string // HOST:PORT to HOST:PORT, as the options' Resolve has it
}

// inMemory is an engine on a network in memory; the options say how names are
// looked up.
func inMemory(t *testing.T, o link.Options) (*link.Engine, *pipes) {
	t.Helper()
	m := &pipes{listeners: map[string]*pipeListener{}, lookup: o.Lookup, resolve: map[string]string{}}
	for _, r := range o.Resolve {
		parts := strings.SplitN(r, ":", 3)
		m.resolve[parts[0]+":"+parts[1]] = parts[2]
	}
	e := newEngine(t, o)
	e.DialWith(m.dial)
	return e, m
}

// listen opens the next free port.
func (m *pipes) listen() *pipeListener {
	m.mu.Lock()
	defer m.mu.Unlock()
	l := &pipeListener{port: 1024 + len(m.listeners), conns: make(chan net.Conn), closed: make(chan struct{})}
	m.listeners[strconv.Itoa(l.port)] = l
	return l
}

// serve has a handler answer at a port of its own, until the test ends.
func (m *pipes) serve(t *testing.T, h http.Handler) (address string) {
	t.Helper()
	l := m.listen()
	server := &http.Server{Handler: h, ErrorLog: quiet(), ReadHeaderTimeout: time.Hour}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	return "http://" + l.Addr().String()
}

// dial connects as a network does: a port that nobody listens on refuses.
func (m *pipes) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if to := m.resolve[addr]; to != "" {
		_, port, _ = net.SplitHostPort(to)
	} else if _, err := m.lookup(ctx, host); err != nil {
		return nil, err
	}
	m.mu.Lock()
	l := m.listeners[port]
	m.mu.Unlock()
	refused := &net.OpError{Op: "dial", Net: network, Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	if l == nil {
		return nil, refused
	}
	here, there := net.Pipe()
	select {
	case l.conns <- there:
		return here, nil
	case <-l.closed:
		return nil, refused
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

type pipeListener struct {
	port   int
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: l.port} }
