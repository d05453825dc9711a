package link

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// judgeError judges a request that got no whole answer.
func judgeError(t *task, err error) Result {
	host := t.at.Hostname()
	var body *bodyError
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return Result{Verdict: Skipped, Reason: host + " is an address inside a private network, which is not opened (--allow-private opens it)."}
	case errors.As(err, &dns):
		return judgeDNS(host, dns)
	case tlsReason(err) != "":
		return Result{Verdict: TLS, Reason: host + ": " + tlsReason(err) + "."}
	case isTimeout(err):
		return Result{Verdict: Timeout, Reason: host + " gave no answer in time. Try again later."}
	case errors.Is(err, syscall.ECONNREFUSED):
		return Result{Verdict: Dead, Reason: "Nothing answers at " + host + ": the connection was refused."}
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return Result{Verdict: Timeout, Reason: "There is no way to " + host + " from here. Try again later."}
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Result{Verdict: ServerError, Reason: host + " broke the connection off."}
	case errors.As(err, &body):
		return Result{Verdict: ServerError, Reason: host + " sent a page that can't be read."}
	}
	return Result{Verdict: ServerError, Reason: host + " gave an answer that makes no sense: " + clip(plain(err), 100) + "."}
}

func plain(err error) string {
	s := err.Error()
	if i := strings.Index(s, "\""); i >= 0 {
		s = s[:i]
	}
	return strings.TrimRight(strings.TrimSpace(s), ":.")
}

func judgeDNS(host string, dns *net.DNSError) Result {
	if dns.IsNotFound {
		return Result{Verdict: Dead, Reason: "There is no site called " + host + " any more, or the name is misspelt."}
	}
	return Result{Verdict: Timeout, Reason: "The name " + host + " could not be looked up just now. Try again later."}
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

// tlsReason says in words what is wrong with an encrypted connection, "" if
// the error is of another kind.
func tlsReason(err error) string {
	var invalid x509.CertificateInvalidError
	var hostname x509.HostnameError
	var authority x509.UnknownAuthorityError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	switch {
	case errors.As(err, &invalid):
		if invalid.Reason == x509.Expired {
			if invalid.Cert != nil {
				return "its certificate is valid from " + invalid.Cert.NotBefore.UTC().Format("2 January 2006") + " to " + invalid.Cert.NotAfter.UTC().Format("2 January 2006")
			}
			return "its certificate has expired"
		}
		return "its certificate is not valid"
	case errors.As(err, &hostname):
		return "its certificate is that of another site"
	case errors.As(err, &authority):
		if c := authority.Cert; c != nil && c.Issuer.String() == c.Subject.String() {
			return "its certificate is signed by itself"
		}
		return "its certificate is signed by an authority that is not known here"
	case errors.As(err, &record):
		return "it does not speak HTTPS on that port"
	case errors.As(err, &alert):
		return "no encrypted connection could be agreed on"
	}
	if s := err.Error(); strings.Contains(s, "tls: ") || strings.Contains(s, "x509: ") {
		return "no encrypted connection could be agreed on"
	}
	return ""
}
