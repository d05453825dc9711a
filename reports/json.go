package reports

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"time"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
	"ibid/parser/document"
)

// The JSON report, version 1. docs/report.schema.json describes it; fields are
// only ever added.

type jsonGenerator struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

type jsonArticle struct {
	Source    string          `json:"source"`
	File      string          `json:"file,omitempty"`
	Format    string          `json:"format,omitempty"`
	Flavor    string          `json:"flavor,omitempty"`
	Language  string          `json:"language,omitempty"`
	Title     string          `json:"title,omitempty"`
	Authors   []string        `json:"authors"`
	Published string          `json:"published,omitempty"`
	Truncated string          `json:"truncated,omitempty"`
	Markers   []jsonMarker    `json:"markers"`
	Notes     []jsonNote      `json:"notes"`
	Links     []jsonLink      `json:"links"`
	Findings  []jsonFinding   `json:"findings"`
	Summary   checker.Summary `json:"summary"`
}

type jsonMarker struct {
	Label    string            `json:"label"`
	Note     string            `json:"note,omitempty"`
	Position document.Position `json:"position"`
}

type jsonNote struct {
	ID        string              `json:"id"`
	Number    string              `json:"number"`
	Scope     string              `json:"scope,omitempty"`
	Position  document.Position   `json:"position"`
	Segments  []document.Position `json:"segments,omitempty"`
	Text      string              `json:"text"`
	URLs      []string            `json:"urls"`
	Citations []jsonCitation      `json:"citations"`
}

type jsonCitation struct {
	Kind       article.Kind         `json:"kind"`
	Text       string               `json:"text"`
	Position   document.Position    `json:"position"`
	Signal     string               `json:"signal,omitempty"`
	Locator    *jsonLocator         `json:"locator,omitempty"`
	URLs       []string             `json:"urls"`
	Item       *article.Item        `json:"item,omitempty"`
	Fields     map[string]jsonField `json:"fields,omitempty"`
	Antecedent *jsonRef             `json:"antecedent,omitempty"`
	Target     *jsonTarget          `json:"target,omitempty"`
}

type jsonLocator struct {
	Label     string `json:"label"`
	Value     string `json:"value"`
	Inherited bool   `json:"inherited"`
}

type jsonField struct {
	Position   document.Position `json:"position"`
	Confidence float64           `json:"confidence"`
}

// jsonRef names a note and, unless the note as a whole is meant, one of its
// citations. Previous is the source of the earlier part that the note is in.
type jsonRef struct {
	Previous string `json:"previous,omitempty"`
	Note     string `json:"note,omitempty"`
	Citation *int   `json:"citation,omitempty"`
}

type jsonTarget struct {
	jsonRef
	Confidence float64         `json:"confidence"`
	Ambiguous  bool            `json:"ambiguous"`
	Because    string          `json:"because"`
	Candidates []jsonCandidate `json:"candidates"`
}

type jsonCandidate struct {
	jsonRef
	Score   float64 `json:"score"`
	Because string  `json:"because"`
}

type jsonLink struct {
	URL       string        `json:"url"`
	Verdict   link.Verdict  `json:"verdict"`
	Reason    string        `json:"reason,omitempty"`
	Status    int           `json:"status,omitempty"`
	FinalURL  string        `json:"final_url,omitempty"`
	Redirects []jsonHop     `json:"redirects"`
	Attempts  int           `json:"attempts"`
	ElapsedMS *int64        `json:"elapsed_ms,omitempty"`
	CheckedAt *time.Time    `json:"checked_at,omitempty"`
	Cached    *bool         `json:"cached,omitempty"`
	VouchedBy string        `json:"vouched_by,omitempty"`
	Repair    *jsonRepair   `json:"repair,omitempty"`
	Archive   *jsonArchive  `json:"archive,omitempty"`
	CitedBy   []jsonCitedBy `json:"cited_by"`
}

type jsonHop struct {
	URL    string `json:"url"`
	Status int    `json:"status"`
}

type jsonRepair struct {
	URL    string `json:"url"`
	Change string `json:"change"`
}

type jsonArchive struct {
	URL        string     `json:"url"`
	CapturedAt *time.Time `json:"captured_at,omitempty"`
}

type jsonCitedBy struct {
	jsonRef
	Through  string             `json:"through,omitempty"`
	Position *document.Position `json:"position,omitempty"`
}

type jsonFinding struct {
	Rule       string        `json:"rule"`
	Group      checker.Group `json:"group"`
	Severity   string        `json:"severity"`
	Confidence float64       `json:"confidence"`
	jsonRef
	URL      string            `json:"url,omitempty"`
	Position document.Position `json:"position"`
	Message  string            `json:"message"`
	Help     string            `json:"help,omitempty"`
	Evidence []jsonEvidence    `json:"evidence"`
	Places   []jsonPlace       `json:"places"`
	Fixes    []jsonFix         `json:"fixes"`
}

type jsonEvidence struct {
	What  string `json:"what"`
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type jsonPlace struct {
	jsonRef
	Position document.Position `json:"position"`
	Through  string            `json:"through,omitempty"`
}

type jsonFix struct {
	Description string           `json:"description"`
	Class       checker.FixClass `json:"class"`
	Edits       []jsonEdit       `json:"edits"`
}

type jsonEdit struct {
	Offset int    `json:"offset"`
	End    int    `json:"end"`
	Part   string `json:"part,omitempty"`
	Text   string `json:"text"`
}

type jsonFailure struct {
	Source string `json:"source"`
	Error  string `json:"error"`
}

// writeJSON writes one article after the other, so that a run over a whole
// archive never stands in memory twice.
func writeJSON(w io.Writer, run *checker.Run, o Options) error {
	j := &jsonWriter{w: bufio.NewWriter(w)}
	generator := jsonGenerator{Name: "ibid", Version: o.Version}
	if o.Reproducible {
		generator.Version = ""
	}
	j.raw("{\n  \"version\": 1,\n  \"generator\": ")
	j.value(generator, "  ")
	j.raw(",\n  \"interrupted\": ")
	j.value(run.Interrupted, "  ")
	j.raw(",\n  \"articles\": [")
	for i, r := range run.Reports {
		j.element(i, articleJSON(r, o))
	}
	j.end(len(run.Reports))
	j.raw(",\n  \"failures\": [")
	for i, f := range run.Failures {
		j.element(i, jsonFailure{Source: f.Source, Error: errorText(f.Err)})
	}
	j.end(len(run.Failures))
	j.raw(",\n  \"summary\": ")
	j.value(run.Summary(), "  ")
	j.raw("\n}\n")
	return errors.Join(j.err, j.w.Flush())
}

// jsonWriter writes indented JSON and keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	err error
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

// element writes the i-th value of a list of the outermost object.
func (j *jsonWriter) element(i int, v any) {
	if i > 0 {
		j.raw(",")
	}
	j.raw("\n    ")
	j.value(v, "    ")
}

// end closes such a list of n values.
func (j *jsonWriter) end(n int) {
	if n > 0 {
		j.raw("\n  ")
	}
	j.raw("]")
}

// value writes v. Angle brackets come out as escapes: a report may be pasted
// into a page.
func (j *jsonWriter) value(v any, prefix string) {
	if j.err != nil {
		return
	}
	var b []byte
	if b, j.err = json.MarshalIndent(v, prefix, "  "); j.err == nil {
		_, j.err = j.w.Write(b)
	}
}

func errorText(err error) string {
	if err == nil {
		return "unknown error"
	}
	return err.Error()
}
