package link

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"ibid/checker/link/secret"
)

// Services are the addresses of registries that know whether a work exists
// whose own site lets no program in. "" means the public one, NoService none.
type Services struct {
	// DOI and Handle answer /api/handles/NAME (Handle.Net's HTTP JSON API).
	DOI, Handle string
	// Arxiv answers /api/query?id_list=ID (arXiv API user's manual).
	Arxiv string
	// PubMed answers /entrez/eutils/esummary.fcgi (NCBI E-utilities).
	PubMed string
	// Wayback answers /wayback/available?url=URL (Wayback Availability API).
	Wayback string
	// Perma answers /v1/public/archives/GUID (Perma.cc API).
	Perma string
}

// NoService stands for a registry that is not asked.
const NoService = "off"

// ServiceNames are the names by which Set knows the registries.
func ServiceNames() []string { return []string{"doi", "handle", "arxiv", "pubmed", "wayback", "perma"} }

// Set gives a registry another address, or has it not asked ([NoService]). Its
// errors say what is wrong and what to give instead.
func (o *Services) Set(name, base string) error {
	i := slices.Index(ServiceNames(), name)
	if i < 0 {
		return fmt.Errorf("there is no service %q; there are %s", name, strings.Join(ServiceNames(), ", "))
	}
	base = strings.TrimRight(base, "/")
	if err := checkService(base); err != nil {
		return err
	}
	*o.all()[i] = base
	return nil
}

func (o *Services) all() []*string {
	return []*string{&o.DOI, &o.Handle, &o.Arxiv, &o.PubMed, &o.Wayback, &o.Perma}
}

func (o *Services) defaults() {
	public := []string{"https://doi.org", "https://hdl.handle.net", "https://export.arxiv.org", "https://eutils.ncbi.nlm.nih.gov", "https://archive.org", "https://api.perma.cc"}
	for i, s := range o.all() {
		if *s == "" {
			*s = public[i]
		}
		*s = strings.TrimRight(*s, "/")
	}
}

func (o *Services) check() error {
	for _, s := range o.all() {
		if err := checkService(*s); err != nil {
			return err
		}
	}
	return nil
}

// checkService says what is wrong with the address of a service.
func checkService(base string) error {
	if base == NoService {
		return nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%s is not the address of a service: use one as https://doi.org, or off", secret.Mask(base))
	}
	return nil
}

// every is the time between two requests that a service asks for, 0 for none;
// as of autumn 2026: arXiv one in three seconds and one at a time, PubMed three
// a second without a key.
func (o *Services) every(u *url.URL) time.Duration {
	for base, every := range map[string]time.Duration{o.Arxiv: 3 * time.Second, o.PubMed: 350 * time.Millisecond, o.Wayback: time.Second} {
		if b, err := url.Parse(base); err == nil && b.Host != "" && b.Scheme == u.Scheme && hostPort(b) == hostPort(u) {
			return every
		}
	}
	return 0
}
