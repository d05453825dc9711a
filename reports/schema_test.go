package reports_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"ibid/checker"
	"ibid/reports"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("report.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("report.schema.json")
}

func TestSchemaTakesReports(t *testing.T) {
	t.Parallel()
	s := schema(t)
	for name, run := range map[string]*checker.Run{"fixture": fixture(), "empty": {}, "many": many(50)} {
		for _, o := range []reports.Options{{}, {Reproducible: true}, {Version: "1.0"}} {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(draw(t, "json", run, o)))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// broken are changes after which a report must be refused: the value at a path,
// steps being names or 0 for the first element; nil takes the field away.
var broken = []struct {
	path  string
	value any
}{
	{"version", 2.0},
	{"version", nil},
	{"extra", 1.0},
	{"interrupted", "no"},
	{"articles", nil},
	{"failures", nil},
	{"generator/name", "other"},
	{"summary/articles", nil},
	{"summary/findings/error", -1.0},
	{"articles/0/markers", nil},
	{"articles/0/authors", "one"},
	{"articles/0/notes/0/id", ""},
	{"articles/0/notes/0/position/line", 0.0},
	{"articles/0/notes/0/position/offset", -1.0},
	{"articles/0/notes/0/extra", true},
	{"articles/0/notes/0/citations/0/kind", "book"},
	{"articles/0/notes/0/citations/0/item/Title", "x"},
	{"articles/0/notes/0/citations/0/urls", nil},
	{"articles/0/links/0/verdict", "broken"},
	{"articles/0/links/0/checked_at", "yesterday"},
	{"articles/0/links/0/cited_by/0/through", "rumour"},
	{"articles/0/findings/0/severity", "fatal"},
	{"articles/0/findings/0/confidence", 1.5},
	{"articles/0/findings/0/note", nil},
	{"articles/0/findings/0/fixes/0/class", "wild"},
}

func TestSchemaRefusesBrokenReports(t *testing.T) {
	t.Parallel()
	s := schema(t)
	good := draw(t, "json", fixture(), reports.Options{})
	for _, tc := range broken {
		var v map[string]any
		if err := json.Unmarshal([]byte(good), &v); err != nil {
			t.Fatal(err)
		}
		steps := strings.Split(tc.path, "/")
		at := any(v)
		for _, step := range steps[:len(steps)-1] {
			if step == "0" {
				at = at.([]any)[0]
			} else {
				at = at.(map[string]any)[step]
			}
		}
		last := steps[len(steps)-1]
		if tc.value == nil {
			delete(at.(map[string]any), last)
		} else {
			at.(map[string]any)[last] = tc.value
		}
		if s.Validate(v) == nil {
			t.Errorf("%s = %v is taken", tc.path, tc.value)
		}
	}
}
