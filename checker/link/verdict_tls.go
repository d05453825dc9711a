package link

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"strings"
)

// handshakeError is a connection that was made, and broke before it was encrypted.
type handshakeError struct{ err error }

func (e *handshakeError) Error() string { return "in the handshake: " + e.err.Error() }
func (e *handshakeError) Unwrap() error { return e.err }

const day = "2 January 2006"

// tlsReason says in words what is wrong with an encrypted connection, "" if
// the error is of another kind.
//
//	its certificate expired on 3 May 2024
//	its certificate is for shop.example and 2 other names, not for this one
//	its certificate is signed by itself
//	it speaks only a form of encryption that is no longer safe (TLS 1.1 or older)
func tlsReason(err error) string {
	var invalid x509.CertificateInvalidError
	var hostname x509.HostnameError
	var authority x509.UnknownAuthorityError
	var record tls.RecordHeaderError
	var roots x509.SystemRootsError
	switch {
	case errors.As(err, &invalid):
		return invalidReason(invalid)
	case errors.As(err, &hostname):
		return namesReason(hostname)
	case errors.As(err, &authority):
		if c := authority.Cert; c != nil && c.Issuer.String() == c.Subject.String() {
			return "its certificate is signed by itself, so that nobody vouches for it"
		}
		return "its certificate is signed by an authority that is not known here (an intermediate one may be missing)"
	case errors.As(err, &roots):
		return "this machine has no list of authorities to check certificates by"
	case errors.As(err, &record):
		return "it does not speak HTTPS on that port; http: may work"
	}
	return handshakeReason(err)
}

func invalidReason(invalid x509.CertificateInvalidError) string {
	c := invalid.Cert
	switch {
	case invalid.Reason == x509.Expired && c != nil && strings.Contains(invalid.Detail, "is before"):
		return "its certificate is not valid before " + c.NotBefore.UTC().Format(day)
	case invalid.Reason == x509.Expired && c != nil:
		return "its certificate expired on " + c.NotAfter.UTC().Format(day)
	case invalid.Reason == x509.Expired:
		return "its certificate has expired"
	case invalid.Reason == x509.NotAuthorizedToSign:
		return "its certificate is signed by one that may sign none"
	case invalid.Reason == x509.IncompatibleUsage:
		return "its certificate is not one for web sites"
	case invalid.Reason == x509.CANotAuthorizedForThisName:
		return "its certificate is signed by an authority that may not sign for this name"
	}
	return "its certificate is not valid"
}

// namesReason names the names that a certificate is for.
func namesReason(e x509.HostnameError) string {
	if e.Certificate == nil || len(e.Certificate.DNSNames) == 0 {
		return "its certificate is that of another site"
	}
	names := e.Certificate.DNSNames
	said := clip(names[0], 60)
	switch {
	case len(names) == 2:
		said += " and " + clip(names[1], 60)
	case len(names) > 2:
		said += ", " + clip(names[1], 60) + " and others"
	}
	return "its certificate is for " + said + ", not for this name"
}

// handshakeReason knows the errors for which crypto/tls and net/http have no
// types by their words.
func handshakeReason(err error) string {
	var alert tls.AlertError
	var handshake *handshakeError
	s := err.Error()
	switch {
	case strings.Contains(s, "server gave HTTP response to HTTPS client"):
		return "it does not speak HTTPS on that port; http: may work"
	case strings.Contains(s, "protocol version"), strings.Contains(s, "unsupported versions"):
		return "it speaks only a form of encryption that is no longer safe (TLS 1.1 or older)"
	case strings.Contains(s, "certificate required"), strings.Contains(s, "bad certificate"):
		return "it wants a certificate of the reader"
	case strings.Contains(s, "unrecognized name"):
		return "it does not know the name under which it was asked"
	case errors.As(err, &alert), strings.Contains(s, "tls: "), strings.Contains(s, "x509: "):
		return "no encrypted connection could be agreed on"
	case errors.As(err, &handshake) && !isTimeout(err):
		return "it broke the connection off before it was encrypted"
	}
	return ""
}
