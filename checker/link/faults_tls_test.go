package link_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"ibid/checker/link"
)

// ca is an authority of the tests' own, made at run time.
type ca struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pool *x509.CertPool
}

var theCA = sync.OnceValues(newCA)

func authority(t *testing.T) *ca {
	t.Helper()
	a, err := theCA()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func newCA() (*ca, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	tmpl := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Harbor Authority"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return &ca{cert, key, pool}, nil
}

// certified is a configuration with a certificate for all of the rows' hosts,
// changed by change. self has it signed by itself.
func certified(t *testing.T, a *ca, self bool, change func(*x509.Certificate)) *tls.Config {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tmpl := &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "harbor"}, DNSNames: []string{"*.example"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, KeyUsage: x509.KeyUsageDigitalSignature,
	}
	if change != nil {
		change(tmpl)
	}
	parent, signer := a.cert, a.key
	if self {
		parent, signer = tmpl, key
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
}

// TestFaultsOfEncryption: certificates and handshakes of every bad sort.
func TestFaultsOfEncryption(t *testing.T) {
	t.Parallel()
	a := authority(t)
	stranger, err := newCA()
	if err != nil {
		t.Fatal(err)
	}
	tides := page("Tide Tables", essay)
	with := func(c *tls.Config, change func(*tls.Config)) *tls.Config { change(c); return c }
	good := certified(t, a, false, nil)
	runFaults(t, []fault{
		{name: "in order", serve: tides, secure: good, want: link.OK},
		{name: "expired", serve: tides, want: link.TLS, reason: "expired on 3 May 2024", secure: certified(t, a, false, func(c *x509.Certificate) {
			c.NotBefore, c.NotAfter = time.Date(2023, 5, 3, 0, 0, 0, 0, time.UTC), time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)
		})},
		{name: "not yet valid", serve: tides, want: link.TLS, reason: "not valid before 3 May 2090", secure: certified(t, a, false, func(c *x509.Certificate) {
			c.NotBefore, c.NotAfter = time.Date(2090, 5, 3, 0, 0, 0, 0, time.UTC), time.Date(2091, 5, 3, 0, 0, 0, 0, time.UTC)
		})},
		{name: "of another site", serve: tides, want: link.TLS, reason: "is for shop.example, www.shop.example and others", secure: certified(t, a, false, func(c *x509.Certificate) {
			c.DNSNames = []string{"shop.example", "www.shop.example", "m.shop.example"}
		})},
		{name: "without names", serve: tides, want: link.TLS, secure: certified(t, a, false, func(c *x509.Certificate) { c.DNSNames = nil })},
		{name: "signed by itself", serve: tides, want: link.TLS, reason: "by itself", secure: certified(t, a, true, nil)},
		{name: "signed by a stranger", serve: tides, want: link.TLS, reason: "not known here", secure: certified(t, stranger, false, nil)},
		{name: "not one for sites", serve: tides, want: link.TLS, secure: certified(t, a, false, func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection} })},
		{name: "TLS 1.1 at most", serve: tides, want: link.TLS, reason: "no longer safe", secure: with(certified(t, a, false, nil), func(c *tls.Config) { c.MinVersion, c.MaxVersion = tls.VersionTLS10, tls.VersionTLS11 })},
		{name: "TLS 1.2", serve: tides, want: link.OK, secure: with(certified(t, a, false, nil), func(c *tls.Config) { c.MaxVersion = tls.VersionTLS12 })},
		{name: "no cipher in common", serve: tides, want: link.TLS, secure: with(certified(t, a, false, nil), func(c *tls.Config) {
			c.MaxVersion, c.CipherSuites = tls.VersionTLS12, []uint16{tls.TLS_RSA_WITH_RC4_128_SHA}
		})},
		{name: "wants a certificate of the reader", serve: tides, want: link.TLS, secure: with(certified(t, a, false, nil), func(c *tls.Config) { c.ClientAuth = tls.RequireAndVerifyClientCert })},
		{name: "does not know the name", serve: tides, want: link.TLS, secure: &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return nil, nil }}},
		{name: "plain http on the port", conn: func(c net.Conn) {
			_, _ = io.ReadFull(c, make([]byte, 5))
			_, _ = io.WriteString(c, "HTTP/1.1 400 Bad Request\r\n\r\n")
			silence(c)
		}, path: "https://r.example:PORT/x", want: link.TLS, reason: "does not speak HTTPS"},
		{name: "a page in plain http on the port", conn: func(c net.Conn) { _, _ = io.WriteString(c, head+"\r\n"+tide); silence(c) }, path: "https://r.example:PORT/x", want: link.TLS, reason: "does not speak HTTPS"},
		{name: "rubbish in the handshake", conn: func(c net.Conn) { _, _ = io.WriteString(c, "\x00\x01rubbish and more of it"); silence(c) }, path: "https://r.example:PORT/x", want: link.TLS},
		{name: "an SSH banner in the handshake", conn: func(c net.Conn) { _, _ = io.WriteString(c, "SSH-2.0-OpenSSH_9.6\r\n"); silence(c) }, path: "https://r.example:PORT/x", want: link.TLS},
		{name: "closes in the handshake", conn: func(c net.Conn) { _, _ = io.ReadFull(c, make([]byte, 5)) }, path: "https://r.example:PORT/x", want: link.TLS, reason: "before it was encrypted"},
		{name: "resets in the handshake", conn: func(c net.Conn) { _, _ = io.ReadFull(c, make([]byte, 5)); reset(c) }, path: "https://r.example:PORT/x", want: link.TLS, reason: "before it was encrypted"},
		{name: "refuses the handshake", conn: func(c net.Conn) {
			_, _ = io.ReadFull(c, make([]byte, 5))
			_, _ = io.WriteString(c, "\x15\x03\x03\x00\x02\x02\x28")
			silence(c)
		}, path: "https://r.example:PORT/x", want: link.TLS, reason: "agreed on"},
		{name: "hangs in the handshake", conn: silence, path: "https://r.example:PORT/x", want: link.Timeout},
		{name: "not found, in order otherwise", serve: status(404), secure: good, want: link.Dead},
		{name: "HTTP/2 broken off", serve: raw(""), secure: with(certified(t, a, false, nil), func(c *tls.Config) { c.NextProtos = []string{"http/1.1"} }), want: link.ServerError},
	})
}
