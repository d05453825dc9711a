package link

import (
	"fmt"
	"io/fs"
	"net/url"
	"strings"
)

// Remap has addresses that start with From looked for elsewhere: under another
// address, or among files.
type Remap struct {
	// From is the start of an address: https://example.org/. It ends where a
	// part of the address does.
	From string
	// To takes its place, if Files is nil. Its host may be private: the user
	// named it.
	To string
	// Files are the pages of a built site. They should not lead out of their
	// folder, as those of os.Root don't.
	Files fs.FS
}

func (m Remap) check() error {
	from, err := url.Parse(m.From)
	if err != nil || from.Scheme != "http" && from.Scheme != "https" || from.Host == "" {
		return fmt.Errorf("--remap %s: start with an address, as in 'https://example.org/ public/'", m.From)
	}
	if m.Files != nil {
		return nil
	}
	to, err := url.Parse(m.To)
	if err != nil || to.Scheme != "http" && to.Scheme != "https" || to.Host == "" {
		return fmt.Errorf("--remap %s %s: the second part has to be a folder or an address", m.From, m.To)
	}
	return nil
}

// rest is what follows From in an address.
func (m Remap) rest(address string) (string, bool) {
	from := m.From
	if u, err := url.Parse(from); err == nil {
		from = normalise(u)
		if u.Path == "" {
			from = strings.TrimSuffix(from, "/")
		}
	}
	rest, ok := strings.CutPrefix(address, from)
	if ok && rest != "" && !strings.HasSuffix(from, "/") && !strings.ContainsAny(rest[:1], "/?") {
		return "", false
	}
	return rest, ok
}

// remapped is where an address is to be looked for; files is not nil if that
// is among files, by the path of the result.
func (e *Engine) remapped(u *url.URL) (to *url.URL, files fs.FS) {
	if len(e.o.Remap) == 0 {
		return u, nil
	}
	address := normalise(u)
	for _, m := range e.o.Remap {
		rest, ok := m.rest(address)
		if !ok {
			continue
		}
		if m.Files != nil {
			if to, err := url.Parse("/" + strings.TrimPrefix(rest, "/")); err == nil {
				return to, m.Files
			}
			continue
		}
		if rest != "" && strings.HasPrefix(rest, "/") {
			rest = strings.TrimPrefix(rest, "/")
			if to, err := url.Parse(strings.TrimSuffix(m.To, "/") + "/" + rest); err == nil {
				return to, nil
			}
		}
		if to, err := url.Parse(m.To + rest); err == nil {
			return to, nil
		}
	}
	return u, nil
}
