package link

import (
	"net/url"

	"ibid/checker/link/secret"
)

// tellsSecret says whether anything that is kept of a result may hold a secret.
func tellsSecret(first *url.URL, r Result) bool {
	if secret.Likely(first) || secret.LikelyIn(r.FinalURL) {
		return true
	}
	for _, h := range r.Redirects {
		if secret.LikelyIn(h.URL) || secret.LikelyIn(h.Location) {
			return true
		}
	}
	if r.Repair != nil && secret.LikelyIn(r.Repair.URL) {
		return true
	}
	p := r.Page
	return p != nil && (secret.LikelyIn(p.URL) || secret.LikelyIn(p.Canonical) || secret.LikelyIn(p.Refresh) || secret.LikelyIn(p.Header.Get("Location")))
}
