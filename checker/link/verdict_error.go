package link

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// judgeError judges a request that got no whole answer.
//
//	no such name, connection refused               dead
//	a name server that fails, no route, silence    timeout
//	a certificate or a handshake                   tls
//	a connection broken off, an answer that is
//	no HTTP, a body that can't be unpacked         server-error
//	an address inside a network                    skipped
func judgeError(t *task, err error) Result {
	host := t.at.Hostname()
	var body *bodyError
	var dns *net.DNSError
	switch {
	case errors.Is(err, errCloud):
		return Result{Verdict: Skipped, Reason: host + " is where a cloud tells its own machines about themselves, keys included. That is never opened."}
	case errors.Is(err, errPrivate):
		return Result{Verdict: Skipped, Reason: host + " is an address inside a private network, which is not opened (--allow-private opens it)."}
	case errors.Is(err, errFlood):
		return Result{Verdict: ServerError, Reason: host + " sends without end, and no page. Try again later."}
	case errors.Is(err, errRefuses):
		return Result{Verdict: ServerError, Reason: host + " takes connections and answers nothing over them. Try again later."}
	case errors.As(err, &dns):
		return judgeDNS(host, dns)
	case tlsReason(err) != "":
		return Result{Verdict: TLS, Reason: host + ": " + tlsReason(err) + "."}
	case isTimeout(err) && errors.As(err, &body):
		return Result{Verdict: Timeout, Reason: host + " began to send the page and did not finish in time. Try again later."}
	case isTimeout(err):
		return Result{Verdict: Timeout, Reason: host + " gave no answer in time. Try again later."}
	case errors.Is(err, syscall.ECONNREFUSED):
		return Result{Verdict: Dead, Reason: "Nothing answers at " + host + ": the connection was refused."}
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return Result{Verdict: Timeout, Reason: "There is no way to " + host + " from here. Try again later."}
	case errors.As(err, &body):
		return Result{Verdict: ServerError, Reason: host + " sent a page that can't be read: it breaks off or is damaged on the way. Try again later."}
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Result{Verdict: ServerError, Reason: host + " broke the connection off. Try again later."}
	}
	return Result{Verdict: ServerError, Reason: host + " " + noHTTP(err) + "."}
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

// noHTTP says in words what is wrong with an answer that is no HTTP. What it
// looks for are the words of net/http, which has no types for these errors.
func noHTTP(err error) string {
	s := err.Error()
	switch {
	case strings.Contains(s, "headers exceeded"), strings.Contains(s, "header list larger"), strings.Contains(s, "header too long"), strings.Contains(s, "too many headers"):
		return "sends more before the page than any program takes"
	case strings.Contains(s, "malformed HTTP"), strings.Contains(s, "malformed MIME"), strings.Contains(s, "invalid header"), strings.Contains(s, "bad Content-Length"), strings.Contains(s, "transfer encoding"), strings.Contains(s, "transfer-encoding"):
		return "does not answer as a web site does" + quoted(s) + "; something else may be running there"
	case strings.Contains(s, "readLoopPeekFailLocked"): // it came before the request had gone out
		return "speaks before it is asked, as no web site does; something else may be running there"
	case strings.Contains(s, "connection broken"), strings.Contains(s, "server closed"), strings.Contains(s, "connection lost"), strings.Contains(s, "stream error"), strings.Contains(s, "connection error"):
		return "broke the connection off. Try again later"
	}
	return "gave an answer that makes no sense: " + clip(plain(err), 100)
}

// quoted is what an error quotes of an answer, for those who know the program
// that says it: ` (“SSH-2.0-OpenSSH_9.6”)`.
func quoted(s string) string {
	_, rest, ok := strings.Cut(s, `"`)
	words, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed || words == "" || strings.Contains(words, `\x`) {
		return ""
	}
	return " (“" + clip(words, 40) + "”)"
}

func plain(err error) string {
	s := err.Error()
	if i := strings.Index(s, "\""); i >= 0 {
		s = s[:i]
	}
	return strings.TrimRight(strings.TrimSpace(s), ":.")
}
