package cache

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"ibid/checker/link"
)

// maxHops bounds the redirects of an entry.
const maxHops = 32

// maxTimeoutMS bounds the time that a host was given: a year.
const maxTimeoutMS = 365 * 24 * 3600 * 1000

// entry is an answer as it is stored.
type entry struct {
	Verdict       link.Verdict `json:"verdict"`
	Reason        string       `json:"reason,omitempty"`
	Status        int          `json:"status,omitempty"`
	FinalURL      string       `json:"final_url,omitempty"`
	Redirects     []hop        `json:"redirects,omitempty"`
	Attempts      int          `json:"attempts"`
	CheckedAt     time.Time    `json:"checked_at"`
	LoopOrTooMany bool         `json:"loop_or_too_many,omitempty"`
	OtherSite     bool         `json:"other_site,omitempty"`
	VouchedBy     string       `json:"vouched_by,omitempty"`
	OverHTTPS     uint8        `json:"over_https,omitempty"`
	Repair        *repair      `json:"repair,omitempty"`
	TimeoutMS     int64        `json:"timeout_ms"`
	Retries       int          `json:"retries"`
	Page          *page        `json:"page,omitempty"`
}

type hop struct {
	URL      string `json:"url,omitempty"`
	Status   int    `json:"status"`
	Location string `json:"location"`
}

type repair struct {
	URL    string `json:"url"`
	Change string `json:"change"`
}

type page struct {
	URL         string            `json:"url,omitempty"`
	Status      int               `json:"status"`
	Header      map[string]string `json:"header,omitempty"`
	ContentType string            `json:"content_type,omitempty"`
	Length      int               `json:"length"`
	Truncated   bool              `json:"truncated,omitempty"`
	Opaque      bool              `json:"opaque,omitempty"`
	Title       string            `json:"title,omitempty"`
	Heading     string            `json:"heading,omitempty"`
	OGTitle     string            `json:"og_title,omitempty"`
	OGType      string            `json:"og_type,omitempty"`
	Canonical   string            `json:"canonical,omitempty"`
	Refresh     string            `json:"refresh,omitempty"`
	Text        string            `json:"text,omitempty"`
	TextLength  int               `json:"text_length"`
	Core        string            `json:"core,omitempty"`
	Headings    []string          `json:"headings,omitempty"`
	Lang        string            `json:"lang,omitempty"`
	Marks       []string          `json:"marks,omitempty"`
	Password    bool              `json:"password,omitempty"`
	Scripted    bool              `json:"scripted,omitempty"`
	Words       []byte            `json:"words,omitempty"`
	Filler      bool              `json:"filler,omitempty"`
	Anchors     []uint32          `json:"anchors"`
	Pages       int               `json:"pages,omitempty"`
	Fragments   map[string]bool   `json:"fragments,omitempty"`
}

// encode writes an answer as the content of a record.
func encode(a link.Answer) ([]byte, error) {
	body, err := json.Marshal(toEntry(a))
	if err != nil {
		return nil, fmt.Errorf("writing an answer: %w", err)
	}
	return body, nil
}

// decode reads the content of a record. It fails with errEntry on anything that
// encode did not write.
func decode(body []byte) (entry, error) {
	var e entry
	if err := json.Unmarshal(body, &e); err != nil {
		return e, fmt.Errorf("%w: %w", errEntry, err)
	}
	return e, e.valid()
}

// valid says what is wrong with an entry that was read.
func (e *entry) valid() error {
	v := link.Lifetime(link.Result{Verdict: e.Verdict, Status: e.Status})
	switch {
	case v == 0:
		return fmt.Errorf("%w: no answer has the verdict %q", errEntry, e.Verdict)
	case e.CheckedAt.IsZero():
		return fmt.Errorf("%w: it has no time", errEntry)
	case e.Status != 0 && (e.Status < 100 || e.Status > 999), e.Attempts < 0, e.TimeoutMS < 0, e.TimeoutMS > maxTimeoutMS, len(e.Redirects) > maxHops, e.OverHTTPS > uint8(link.NotSame):
		return fmt.Errorf("%w: a number in it is out of range", errEntry)
	case e.VouchedBy != "" && (e.Verdict != link.OK || e.Page != nil):
		return fmt.Errorf("%w: it is vouched for and was opened", errEntry)
	case e.Repair != nil && e.Repair.URL == "":
		return fmt.Errorf("%w: its repair is empty", errEntry)
	case link.JudgedByPage(e.Verdict) && e.VouchedBy == "" && (e.Page == nil || e.Page.Status/100 != 2 || e.Page.Length < 1):
		return fmt.Errorf("%w: its verdict lacks the page", errEntry)
	}
	for _, h := range e.Redirects {
		if h.Status < 100 || h.Status > 999 {
			return fmt.Errorf("%w: a redirect has the status %d", errEntry, h.Status)
		}
	}
	return nil
}

func toEntry(a link.Answer) entry {
	r := a.Result
	e := entry{
		Verdict: r.Verdict, Reason: r.Reason, Status: r.Status, FinalURL: r.FinalURL, Attempts: r.Attempts,
		CheckedAt: r.CheckedAt.UTC(), LoopOrTooMany: r.LoopOrTooMany, OtherSite: r.OtherSite, VouchedBy: r.VouchedBy, OverHTTPS: uint8(r.OverHTTPS), TimeoutMS: a.Timeout.Milliseconds(), Retries: a.Retries,
	}
	if r.Repair != nil {
		e.Repair = &repair{URL: r.Repair.URL, Change: r.Repair.Change}
	}
	for _, h := range r.Redirects {
		e.Redirects = append(e.Redirects, hop(h))
	}
	if p := r.Page; p != nil {
		e.Page = &page{
			URL: p.URL, Status: p.Status, ContentType: p.ContentType, Length: p.Length, Truncated: p.Truncated,
			Title: p.Title, Heading: p.Heading, OGTitle: p.OGTitle, OGType: p.OGType,
			Canonical: p.Canonical, Refresh: p.Refresh, Text: p.Text, TextLength: p.TextLength, Opaque: p.Opaque, Headings: p.Headings, Lang: p.Lang,
			Core: p.Core, Marks: p.Marks, Password: p.Password, Scripted: p.Scripted, Words: p.Words, Filler: p.Filler,
			Anchors: p.Anchors, Pages: p.Pages, Fragments: p.Fragments,
		}
		for name := range p.Header {
			if e.Page.Header == nil {
				e.Page.Header = map[string]string{}
			}
			e.Page.Header[name] = p.Header.Get(name)
		}
	}
	return e
}

func (e *entry) answer() link.Answer {
	r := link.Result{
		Verdict: e.Verdict, Reason: e.Reason, Status: e.Status, FinalURL: e.FinalURL, Attempts: e.Attempts,
		CheckedAt: e.CheckedAt, LoopOrTooMany: e.LoopOrTooMany, OtherSite: e.OtherSite, VouchedBy: e.VouchedBy, OverHTTPS: link.OverHTTPS(e.OverHTTPS),
	}
	if e.Repair != nil {
		r.Repair = &link.Repair{URL: e.Repair.URL, Change: e.Repair.Change}
	}
	for _, h := range e.Redirects {
		r.Redirects = append(r.Redirects, link.Hop(h))
	}
	if p := e.Page; p != nil {
		r.Page = &link.Page{
			URL: p.URL, Status: p.Status, Header: http.Header{}, ContentType: p.ContentType, Length: p.Length, Truncated: p.Truncated,
			Title: p.Title, Heading: p.Heading, OGTitle: p.OGTitle, OGType: p.OGType,
			Canonical: p.Canonical, Refresh: p.Refresh, Text: p.Text, TextLength: p.TextLength, Opaque: p.Opaque, Headings: p.Headings, Lang: p.Lang,
			Core: p.Core, Marks: p.Marks, Password: p.Password, Scripted: p.Scripted, Words: p.Words, Filler: p.Filler,
			Anchors: p.Anchors, Pages: p.Pages, Fragments: p.Fragments,
		}
		for name, value := range p.Header {
			r.Page.Header.Set(name, value)
		}
	}
	return link.Answer{Result: r, Timeout: time.Duration(e.TimeoutMS) * time.Millisecond, Retries: e.Retries}
}
