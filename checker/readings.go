package checker

import (
	"context"
	"slices"

	"ibid/checker/link"
)

// readAgain opens the other readings of addresses that a line's end broke at a
// hyphen, where the likeliest one fails. The first that works is the address:
// what printing did to it is no mistake of the author's.
func readAgain(ctx context.Context, reports []*Report, checker LinkChecker) {
	var requests []link.Request
	index := map[string]int{}
	for _, r := range reports {
		for i := range r.Links {
			if !failed(r.Links[i].Verdict) {
				continue
			}
			for _, address := range r.Links[i].OtherReadings() {
				k, ok := index[address]
				if !ok {
					k = len(requests)
					index[address] = k
					requests = append(requests, link.Request{URL: address})
				}
				requests[k].Titles = append(requests[k].Titles, citedTitles(r.Article, &r.Links[i])...)
			}
		}
	}
	if len(requests) == 0 || ctx.Err() != nil {
		return
	}
	results := checker.Check(ctx, requests, func(link.Result) {})
	for _, r := range reports {
		for i := range r.Links {
			l := &r.Links[i]
			if !failed(l.Verdict) {
				continue
			}
			for _, address := range l.OtherReadings() {
				if again := results[index[address]]; again.Verdict == link.OK || again.Verdict == link.Redirected {
					again.URL = l.URL
					l.Result, l.ReadAs = again, address
					break
				}
			}
		}
	}
}

// failed says whether a link may fail for being read in the wrong way.
func failed(v link.Verdict) bool {
	return v == link.Dead || v == link.Soft404 || v == link.ContentDrift || v == link.Malformed
}

// OtherReadings are those of the address, of all places that cite the link.
func (l *Link) OtherReadings() []string {
	var out []string
	for _, p := range l.CitedBy {
		if p.URL == nil {
			continue
		}
		for _, address := range p.URL.Alternatives {
			if !slices.Contains(out, address) {
				out = append(out, address)
			}
		}
	}
	return out
}
