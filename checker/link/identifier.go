package link

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"

	"ibid/pattern"
)

// identifier is a link that is a name in a registry.
type identifier struct {
	registry string // as people know it: "doi.org"
	name     string
	ask      string // the address of the registry's answer
	accept   string
	read     func(status int, body []byte) answerOf
}

// answerOf is what a registry says of a name.
type answerOf uint8

const (
	saysNothing answerOf = iota // it could not be asked, or makes no sense
	saysThere
	saysNotThere
)

var (
	doiPath     = pattern.New(`^/(10\.\d{4,9}(?:\.\d+)*/.+)$`)
	shortDOI    = pattern.New(`^/(10/[a-z0-9]+)$`)
	handlePath  = pattern.New(`^/(\d[\d.A-Za-z]*/.+)$`)
	arxivPath   = pattern.New(`^/(?:abs|pdf|html)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?:\.pdf)?/?$`)
	pubmedPath  = pattern.New(`^/(?:pubmed/)?(\d{1,9})/?$`)
	waybackPath = pattern.New(`^/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)$`)
	permaPath   = pattern.New(`^/([A-Z0-9]{2,4}-[A-Z0-9]{2,4})/?$`)
)

// identifierOf recognises a link that is a name in a registry that can be asked.
func (e *Engine) identifierOf(u *url.URL) (identifier, bool) {
	o := &e.o.Services
	match := func(re *pattern.Pattern) string {
		if m := re.FindStringSubmatch(u.Path); m != nil {
			return m[1]
		}
		return ""
	}
	id := identifier{accept: "application/json"}
	base := ""
	switch strings.TrimPrefix(u.Hostname(), "www.") {
	case "doi.org", "dx.doi.org":
		id.registry, base = "doi.org", o.DOI
		if id.name = match(doiPath); id.name == "" {
			id.name = match(shortDOI)
		}
		id.ask, id.read = base+"/api/handles/"+escapeName(id.name)+"?type=URL", readHandle
	case "hdl.handle.net":
		id.registry, base, id.name = "hdl.handle.net", o.Handle, match(handlePath)
		id.ask, id.read = base+"/api/handles/"+escapeName(id.name)+"?type=URL", readHandle
	case "arxiv.org", "export.arxiv.org":
		id.registry, base, id.name = "arXiv", o.Arxiv, match(arxivPath)
		id.ask, id.read, id.accept = base+"/api/query?id_list="+url.QueryEscape(id.name)+"&max_results=1", readArxiv, "application/atom+xml"
	case "pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov":
		id.registry, base, id.name = "PubMed", o.PubMed, match(pubmedPath)
		id.ask = base + "/entrez/eutils/esummary.fcgi?db=pubmed&retmode=json&tool=ibid&id=" + id.name
		id.read = func(status int, body []byte) answerOf { return readPubMed(status, body, id.name) }
	case "web.archive.org":
		id.registry, base, id.name = "the Wayback Machine", o.Wayback, match(waybackPath)
		m := waybackPath.FindStringSubmatch(u.Path)
		if m != nil {
			if u.RawQuery != "" {
				m[2] += "?" + u.RawQuery
			}
			id.ask = base + "/wayback/available?timestamp=" + m[1] + "&url=" + url.QueryEscape(m[2])
		}
		id.read = readAvailable
	case "perma.cc":
		id.registry, base, id.name = "Perma.cc", o.Perma, match(permaPath)
		id.ask, id.read = base+"/v1/public/archives/"+id.name+"/", readPerma
	}
	return id, id.name != "" && base != NoService
}

// escapeName escapes a name for a path; its slashes stay.
func escapeName(s string) string { return (&url.URL{Path: s}).EscapedPath() }

// readHandle reads the answer of Handle.Net's API: response code 1 is a handle
// that is there, 100 one that is not (doi.org, "REST API").
func readHandle(status int, body []byte) answerOf {
	var a struct {
		ResponseCode int `json:"responseCode"`
		Values       []json.RawMessage
	}
	if json.Unmarshal(body, &a) != nil {
		return saysNothing
	}
	switch {
	case status == http.StatusOK && a.ResponseCode == 1:
		return saysThere
	case status == http.StatusNotFound && a.ResponseCode == 100:
		return saysNotThere
	}
	return saysNothing
}

// readArxiv reads an Atom feed: one entry with a title is the paper, one whose
// id leads to api/errors is none. An empty feed is not taken for proof.
func readArxiv(status int, body []byte) answerOf {
	var feed struct {
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	if status != http.StatusOK || d.Decode(&feed) != nil {
		return saysNothing
	}
	for _, e := range feed.Entries {
		if strings.Contains(e.ID, "/abs/") && strings.TrimSpace(e.Title) != "" {
			return saysThere
		}
	}
	return saysNothing
}

// readPubMed reads a summary in JSON; an id that is none has an error in its place.
func readPubMed(status int, body []byte, id string) answerOf {
	var a struct {
		Result map[string]json.RawMessage `json:"result"`
	}
	if status != http.StatusOK || json.Unmarshal(body, &a) != nil {
		return saysNothing
	}
	var entry struct {
		UID   string `json:"uid"`
		Title string `json:"title"`
		Error string `json:"error"`
	}
	if json.Unmarshal(a.Result[id], &entry) != nil {
		return saysNothing
	}
	switch {
	case entry.Error != "":
		return saysNotThere
	case entry.UID != "" && entry.Title != "":
		return saysThere
	}
	return saysNothing
}

// readAvailable reads the Wayback Machine's answer. That there is no capture
// is no proof: empty answers come under load, too.
func readAvailable(status int, body []byte) answerOf {
	var a struct {
		Snapshots struct {
			Closest struct {
				Available bool   `json:"available"`
				Status    string `json:"status"`
			} `json:"closest"`
		} `json:"archived_snapshots"`
	}
	if status == http.StatusOK && json.Unmarshal(body, &a) == nil && a.Snapshots.Closest.Available && a.Snapshots.Closest.Status == "200" {
		return saysThere
	}
	return saysNothing
}

// readPerma reads a public archive of Perma.cc.
func readPerma(status int, body []byte) answerOf {
	var a struct {
		GUID string `json:"guid"`
	}
	switch {
	case status == http.StatusOK && json.Unmarshal(body, &a) == nil && a.GUID != "":
		return saysThere
	case status == http.StatusNotFound:
		return saysNotThere
	}
	return saysNothing
}
