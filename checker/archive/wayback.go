package archive

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibid/pattern"
)

// stampLayout is a time in the addresses of copies.
const stampLayout = "20060102150405"

// capture is a copy that an archive says it has.
type capture struct {
	at     time.Time
	page   string // the address that was captured
	digest string // of its content, "" if not known
	memory string // the copy's address in another archive than the Wayback Machine, "" there
}

// copyPath is the address of a copy in the Wayback Machine and in the archives
// built like it: a time, a modifier, and the page's address.
var copyPath = pattern.New(`(?i)^(https?://[^/?#]+(?:/[^?#]*?)?)/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}[^/].*|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/:?].*)?)$`)

// schemePart parts an address that names its scheme, with its slashes or folded.
var schemePart = pattern.New(`(?is)^(https?):/{1,2}(.*)$`)

// firstYear is the year of the first web page: no copy is older.
const firstYear = 1991

// SplitCopy takes the address of a copy apart: when it was made, and of what.
// ok is false for an address that is of no such form.
func SplitCopy(address string) (page string, at time.Time, ok bool) {
	m := copyPath.FindStringSubmatch(address)
	if m == nil {
		return "", time.Time{}, false
	}
	stamp := m[2]
	if len(stamp)%2 == 1 {
		return "", time.Time{}, false
	}
	at, err := time.Parse(stampLayout[:len(stamp)], stamp)
	if err != nil || at.Year() < firstYear {
		return "", time.Time{}, false
	}
	// Some servers fold slashes, and an archive takes a host without a scheme.
	parts := schemePart.FindStringSubmatch(m[3])
	if parts == nil {
		return "http://" + m[3], at, true
	}
	return parts[1] + "://" + parts[2], at, true
}

// copyAddress is the address of a capture under a base; modifier "id_" is for
// its bytes as they were.
func copyAddress(base string, c capture, modifier string) string {
	return base + "/web/" + c.at.UTC().Format(stampLayout) + modifier + "/" + c.page
}

// SamePage says whether two addresses are one to an archive: scheme, www.,
// default ports, a slash at the end and the order of the query don't matter.
func SamePage(a, b string) bool { return foldAddress(a) == foldAddress(b) }

func foldAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return s
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	query := strings.Split(u.RawQuery, "&")
	slices.Sort(query)
	return host + strings.TrimSuffix(strings.ToLower(u.EscapedPath()), "/") + "?" + strings.Join(query, "&")
}

// closest asks the availability service for the capture nearest to a time.
// That it has none proves nothing.
func (c *client) closest(ctx context.Context, page string, at time.Time) (capture, bool, error) {
	q := url.Values{"url": {page}, "timestamp": {at.UTC().Format(stampLayout)}}
	a, err := c.call(ctx, c.availability, request{address: c.availability.base + "/wayback/available?" + q.Encode()})
	if err != nil {
		return capture{}, false, err
	}
	if a.status != http.StatusOK {
		return capture{}, false, c.refused(c.availability, a)
	}
	var said struct {
		Snapshots struct {
			Closest struct {
				Available bool   `json:"available"`
				URL       string `json:"url"`
				Timestamp string `json:"timestamp"`
				Status    string `json:"status"`
			} `json:"closest"`
		} `json:"archived_snapshots"`
	}
	if err := json.Unmarshal(a.body, &said); err != nil {
		return capture{}, false, fmt.Errorf("%s gave an answer that makes no sense", c.availability.name)
	}
	s := said.Snapshots.Closest
	original, _, ok := SplitCopy(s.URL)
	made, err := time.Parse(stampLayout, s.Timestamp)
	if !ok || err != nil || !s.Available || s.Status != "200" {
		return capture{}, false, nil
	}
	return capture{at: made, page: original}, true, nil
}

// index asks the index for captures with status 200, oldest first: the last n
// up to a time, or the first n from one.
func (c *client) index(ctx context.Context, page string, upTo, from time.Time, n int) ([]capture, error) {
	q := url.Values{"url": {page}, "output": {"json"}, "fl": {"timestamp,original,statuscode,digest"}, "filter": {"statuscode:200"}}
	if !upTo.IsZero() {
		q.Set("to", upTo.UTC().Format(stampLayout))
		n = -n
	}
	if !from.IsZero() {
		q.Set("from", from.UTC().Format(stampLayout))
	}
	q.Set("limit", strconv.Itoa(n))
	a, err := c.call(ctx, c.cdx, request{address: c.cdx.base + "/cdx/search/cdx?" + q.Encode()})
	if err != nil {
		return nil, err
	}
	switch {
	case a.status == http.StatusForbidden && shutOut(a):
		return nil, nil // the site keeps archives out: there is nothing to be had
	case a.status == http.StatusNotFound:
		return nil, nil
	case a.status != http.StatusOK:
		return nil, c.refused(c.cdx, a)
	}
	all, err := readIndex(a.body)
	if err != nil {
		return nil, fmt.Errorf("%s %w", c.cdx.name, err)
	}
	return slices.DeleteFunc(all, func(x capture) bool {
		return !upTo.IsZero() && x.at.After(upTo) || !from.IsZero() && x.at.Before(from)
	}), nil
}

// readIndex reads rows of strings under a header; no hits are an empty body or
// an empty list.
func readIndex(body []byte) ([]capture, error) {
	if len(strings.TrimSpace(string(body))) == 0 {
		return nil, nil
	}
	var rows [][]string
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, fmt.Errorf("gave an answer that makes no sense")
	}
	if len(rows) < 2 {
		return nil, nil
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	cell := func(row []string, name string) string {
		if i, ok := column[name]; ok && i < len(row) {
			return row[i]
		}
		return ""
	}
	var all []capture
	for _, row := range rows[1:] {
		at, err := time.Parse(stampLayout, cell(row, "timestamp"))
		if err != nil || cell(row, "statuscode") != "200" || cell(row, "original") == "" {
			continue
		}
		all = append(all, capture{at: at, page: cell(row, "original"), digest: cell(row, "digest")})
	}
	slices.SortStableFunc(all, func(x, y capture) int { return cmp.Compare(x.at.Unix(), y.at.Unix()) })
	return all, nil
}

// shutOut says whether an answer tells of a site that wants not to be archived.
func shutOut(a answer) bool {
	said := string(a.body[:min(len(a.body), 4096)]) + a.header.Get("X-Archive-Wayback-Runtime-Error")
	return strings.Contains(said, "AccessControlException")
}

// refused is the error of an answer that is of no use. A service that forbids
// is not asked again.
func (c *client) refused(s *service, a answer) error {
	err := fmt.Errorf("%s answers %d %s", s.name, a.status, http.StatusText(a.status))
	if a.status == http.StatusForbidden || a.status == http.StatusUnauthorized {
		s.close("it lets us not in")
	}
	return err
}
