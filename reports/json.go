package reports

import (
	"bufio"
	"bytes"
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

// jsonArticle is the start of an article; its lists and its summary follow.
type jsonArticle struct {
	Source    string   `json:"source"`
	File      string   `json:"file,omitempty"`
	Format    string   `json:"format,omitempty"`
	Flavor    string   `json:"flavor,omitempty"`
	Language  string   `json:"language,omitempty"`
	Title     string   `json:"title,omitempty"`
	Authors   []string `json:"authors"`
	Published string   `json:"published,omitempty"`
	Truncated string   `json:"truncated,omitempty"`
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
	Readings  []string      `json:"other_readings,omitempty"`
	ReadAs    string        `json:"read_as,omitempty"`
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

// writeJSON writes one note, link and finding after the other, so that neither
// a run over a whole archive nor a long article stands in memory twice.
func writeJSON(w io.Writer, run *checker.Run, o Options) error {
	j := newJSONWriter(w)
	generator := jsonGenerator{Name: "ibid", Version: o.Version}
	if o.Reproducible {
		generator.Version = ""
	}
	j.raw("{\n  \"version\": 1")
	j.field("generator", "  ", generator)
	j.field("interrupted", "  ", run.Interrupted)
	j.list("articles", "  ", len(run.Reports), func(i int) { j.article(run.Reports[i], o) })
	j.list("failures", "  ", len(run.Failures), func(i int) {
		j.value(jsonFailure{Source: run.Failures[i].Source, Error: errorText(run.Failures[i].Err)}, "    ")
	})
	j.field("summary", "  ", run.Summary())
	j.raw("\n}\n")
	return errors.Join(j.err, j.w.Flush())
}

// article writes one element of articles.
func (j *jsonWriter) article(r *checker.Report, o Options) {
	const in, deeper = "      ", "        "
	m := jsonArticleMaker{r: r, a: r.Article, o: o}
	j.start(m.start(), "    ")
	j.list("markers", in, len(m.a.Markers), func(i int) { j.value(m.marker(&m.a.Markers[i]), deeper) })
	j.list("notes", in, len(m.a.Notes), func(i int) { j.value(m.note(&m.a.Notes[i]), deeper) })
	j.list("links", in, len(r.Links), func(i int) { j.value(m.link(&r.Links[i]), deeper) })
	j.list("findings", in, len(r.Findings), func(i int) { j.value(m.finding(&r.Findings[i]), deeper) })
	j.field("summary", in, r.Summary())
	j.raw("\n    }")
}

// jsonWriter writes indented JSON and keeps the first error. Angle brackets come
// out as escapes: a report may be pasted into a page.
type jsonWriter struct {
	w    *bufio.Writer
	made bytes.Buffer
	enc  *json.Encoder
	err  error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{w: bufio.NewWriter(w)}
	j.enc = json.NewEncoder(&j.made)
	return j
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

// field writes a further field of an object; indent is that of its name.
func (j *jsonWriter) field(name, indent string, v any) {
	j.raw(",\n" + indent + "\"" + name + "\": ")
	j.value(v, indent)
}

// list writes a further field that holds n values, of which element writes each.
func (j *jsonWriter) list(name, indent string, n int, element func(i int)) {
	j.raw(",\n" + indent + "\"" + name + "\": ")
	j.array(indent, n, element)
}

// array writes a list of n values; indent is that of its end.
func (j *jsonWriter) array(indent string, n int, element func(i int)) {
	j.raw("[")
	for i := range n {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n" + indent + "  ")
		element(i)
	}
	if n > 0 {
		j.raw("\n" + indent)
	}
	j.raw("]")
}

// value writes v, whose lines after the first begin with indent.
func (j *jsonWriter) value(v any, indent string) { j.write(j.encoded(v, indent)) }

// start writes an object without its end, so that more fields can follow.
func (j *jsonWriter) start(v any, indent string) {
	j.write(bytes.TrimSuffix(j.encoded(v, indent), []byte("\n"+indent+"}")))
}

// encoded is v as JSON, until the next call.
func (j *jsonWriter) encoded(v any, indent string) []byte {
	if j.err != nil {
		return nil
	}
	j.made.Reset()
	j.enc.SetIndent(indent, "  ")
	j.err = j.enc.Encode(v)
	return bytes.TrimSuffix(j.made.Bytes(), []byte("\n"))
}

func (j *jsonWriter) write(b []byte) {
	if j.err == nil {
		_, j.err = j.w.Write(b)
	}
}

func errorText(err error) string {
	if err == nil {
		return "unknown error"
	}
	return err.Error()
}
