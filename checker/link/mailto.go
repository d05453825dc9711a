package link

import (
	"net/mail"
	"net/url"
	"strings"
)

// mailable says whether what follows mailto: names somebody to write to: a list
// of addresses, with fields for the mail behind a question mark (RFC 6068 §2).
// The addresses may stand in a field "to" instead.
func mailable(rest string) bool {
	to, fields, _ := strings.Cut(rest, "?")
	to, err := url.PathUnescape(to)
	if err != nil {
		return false
	}
	if to == "" {
		q, err := url.ParseQuery(strings.ReplaceAll(fields, "+", "%2B")) // a plus is itself here
		if err != nil {
			return false
		}
		if to = q.Get("to"); to == "" {
			return len(q) > 0 // a form to fill in: "mailto:?subject=…"
		}
	}
	list, err := mail.ParseAddressList(strings.ReplaceAll(to, ";", ",")) // Outlook writes semicolons
	if err != nil {
		return false
	}
	for _, a := range list {
		if _, host, _ := strings.Cut(a.Address, "@"); !strings.Contains(strings.Trim(host, "."), ".") && !strings.HasPrefix(host, "[") {
			return false
		}
	}
	return true
}
