package archive

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// mostMementos is how many of an aggregator's copies are looked at.
const mostMementos = 3

// mementos asks the aggregator for copies around a time, nearest first.
func (c *client) mementos(ctx context.Context, page string, at time.Time) ([]capture, error) {
	a, err := c.call(ctx, c.memento, request{address: c.memento.base + "/api/json/" + at.UTC().Format("20060102") + "/" + page})
	switch {
	case err != nil:
		return nil, err
	case a.status == http.StatusNotFound:
		return nil, nil
	case a.status != http.StatusOK:
		return nil, c.refused(c.memento, a)
	}
	all, err := readMementos(a.body, page)
	if err != nil {
		return nil, fmt.Errorf("%s %w", c.memento.name, err)
	}
	all = slices.DeleteFunc(all, func(x capture) bool { return strings.HasPrefix(x.memory, c.replay.base+"/") })
	slices.SortStableFunc(all, func(x, y capture) int { return cmp.Compare(x.at.Sub(at).Abs(), y.at.Sub(at).Abs()) })
	return all, nil
}

// readMementos reads the aggregator's JSON: the closest copies, those around
// them, the first and the last. Copies that can't be relied on are left out.
func readMementos(body []byte, page string) ([]capture, error) {
	var said struct {
		Mementos map[string]json.RawMessage `json:"mementos"`
	}
	if err := json.Unmarshal(body, &said); err != nil {
		return nil, fmt.Errorf("gave an answer that makes no sense")
	}
	var all []capture
	seen := map[string]bool{}
	for _, name := range []string{"closest", "prev", "next", "first", "last"} {
		var m struct {
			Datetime time.Time       `json:"datetime"`
			URI      json.RawMessage `json:"uri"`
		}
		if said.Mementos[name] == nil || json.Unmarshal(said.Mementos[name], &m) != nil {
			continue
		}
		for _, uri := range oneOrMany(m.URI) {
			if u, err := url.Parse(uri); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || Untrusted(u.Hostname()) || seen[uri] {
				continue
			}
			seen[uri] = true
			all = append(all, capture{at: m.Datetime, page: page, memory: uri})
		}
	}
	return all, nil
}

// oneOrMany reads a string or a list of them.
func oneOrMany(raw json.RawMessage) []string {
	var many []string
	if json.Unmarshal(raw, &many) == nil {
		return many
	}
	var one string
	if json.Unmarshal(raw, &one) == nil && one != "" {
		return []string{one}
	}
	return nil
}

// Untrusted says whether a host is an archive known to alter or lose copies, or
// to attack its visitors: copies there are neither fetched nor offered.
func Untrusted(host string) bool {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	return slices.Contains([]string{
		"archive.today", "archive.ph", "archive.is", "archive.li", "archive.md", "archive.vn", "archive.fo", "webcitation.org", "freezepage.com",
	}, host)
}

// Host says whether a host keeps copies of other sites' pages, trusted or not.
func Host(host string) bool {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	return Untrusted(host) || slices.Contains([]string{
		"web.archive.org", "wayback.archive.org", "perma.cc", "arquivo.pt", "webarchive.nationalarchives.gov.uk", "webarchive.loc.gov",
		"vefsafn.is", "wayback.vefsafn.is", "webarchive.org.uk", "web.archive.org.au", "web.archive.bibalex.org", "wayback.archive-it.org", "ghostarchive.org",
		"megalodon.jp", "webrecorder.net", "swap.stanford.edu", "webarchiv.onb.ac.at", "webharvest.gov", "conifer.rhizome.org",
	}, host)
}

// IsCopy says whether an address is that of a copy in some archive.
func IsCopy(address string) bool { return Host(hostname(address)) }
