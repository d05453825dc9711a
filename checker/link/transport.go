package link

import (
	"crypto/tls"
	"net/http"
	"time"
)

// transports are two ways to the network: warm keeps connections and DNS
// answers, fresh makes a new connection for each request and asks DNS again.
type transports struct{ warm, fresh *http.Transport }

func (t transports) close() {
	t.warm.CloseIdleConnections()
	t.fresh.CloseIdleConnections()
}

func (e *Engine) transports(insecure bool) transports {
	t := transports{e.transport(insecure), e.transport(insecure)}
	t.warm.DialContext = e.guard.dial
	t.fresh.DialContext = e.guard.dialAnew
	t.fresh.DisableKeepAlives = true
	return t
}

// transport is an HTTP transport with timeouts for each phase.
func (e *Engine) transport(insecure bool) *http.Transport {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if e.o.TLS != nil {
		config = e.o.TLS.Clone()
	}
	if config.ClientSessionCache == nil {
		config.ClientSessionCache = tls.NewLRUClientSessionCache(2 * e.o.Concurrency)
	}
	if insecure {
		config.InsecureSkipVerify = true // the user asked for it, with --insecure
	}
	return &http.Transport{
		Proxy:                 e.guard.proxied(e.o.Proxy),
		TLSClientConfig:       config,
		TLSHandshakeTimeout:   min(10*time.Second, e.o.Timeout),
		ResponseHeaderTimeout: e.o.Timeout,
		ExpectContinueTimeout: time.Second,
		IdleConnTimeout:       30 * time.Second,
		// Connections are open files: twice what can be under way are kept.
		MaxIdleConns:        2 * e.o.Concurrency,
		MaxIdleConnsPerHost: e.o.PerHost,
		// A header block larger than this is an attack or a mistake.
		MaxResponseHeaderBytes: 256 << 10,
		ForceAttemptHTTP2:      true,
		// Of a page that is longer than what is read, little comes in vain.
		HTTP2:           &http.HTTP2Config{MaxReceiveBufferPerStream: 512 << 10},
		ReadBufferSize:  4 << 10,
		WriteBufferSize: 1 << 10,
	}
}

// way picks the transport of a request.
func (e *Engine) way(h hopRequest) *http.Transport {
	t := e.strict
	if e.settings(h.url).Insecure {
		t = e.lax
	}
	if h.fresh {
		return t.fresh
	}
	return t.warm
}
