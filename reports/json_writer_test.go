package reports

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"ibid/parser/article"
)

// jsonOf is what the writer makes of fields.
func jsonOf(t *testing.T, fields func(j *jsonWriter)) string {
	t.Helper()
	var b bytes.Buffer
	j := newJSONWriter(&b)
	j.open('{')
	fields(j)
	j.close('}')
	if err := j.flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJSONWriter holds the writer to what encoding/json makes of the same.
func TestJSONWriter(t *testing.T) {
	t.Parallel()
	type inner struct {
		Name string   `json:"name"`
		Of   []string `json:"of"`
	}
	want := struct {
		Text   string   `json:"text"`
		Known  string   `json:"known,omitempty"`
		Count  int      `json:"count"`
		Yes    bool     `json:"yes"`
		Empty  struct{} `json:"empty"`
		None   []inner  `json:"none"`
		Some   []inner  `json:"some"`
		Single inner    `json:"single"`
	}{Text: "a", Count: -3, Yes: true, None: []inner{}, Some: []inner{{"x", []string{}}, {"y", []string{"1", "2"}}}, Single: inner{"z", []string{"ü"}}}
	expected, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got := jsonOf(t, func(j *jsonWriter) {
		j.text("text", want.Text)
		j.known("known", want.Known)
		j.count("count", int64(want.Count))
		j.truth("yes", want.Yes)
		j.object("empty", func() {})
		j.list("none", 0, nil)
		j.list("some", len(want.Some), func(i int) {
			j.text("name", want.Some[i].Name)
			j.texts("of", want.Some[i].Of)
		})
		j.value("single", want.Single)
	})
	if got != string(expected) {
		t.Errorf("got\n%s\nwant\n%s", got, expected)
	}
}

// TestJSONItem writes every field of a citation as encoding/json does, each alone
// and all together.
func TestJSONItem(t *testing.T) {
	t.Parallel()
	names := []article.Name{{Family: "Ellingsworth", Given: "Mara", Particle: "van", Suffix: "jr."}, {Literal: "Harbor Press"}, {}}
	date := &article.Date{Parts: [][]int{{2016, 3, 14}, {2017}, {}}, Season: 2, Circa: true, Literal: "spring"}
	fill := func(v reflect.Value, name string) {
		switch v.Interface().(type) {
		case string:
			v.SetString("a " + name)
		case []article.Name:
			v.Set(reflect.ValueOf(names))
		case *article.Date:
			v.Set(reflect.ValueOf(date))
		default:
			t.Fatalf("nothing is known of the field %s", name)
		}
	}
	var all article.Item
	items := []article.Item{{}, {Issued: &article.Date{}}}
	for i := range reflect.TypeFor[article.Item]().NumField() {
		var one article.Item
		name := reflect.TypeFor[article.Item]().Field(i).Name
		fill(reflect.ValueOf(&one).Elem().Field(i), name)
		fill(reflect.ValueOf(&all).Elem().Field(i), name)
		items = append(items, one)
	}
	for _, it := range append(items, all) {
		want, err := json.MarshalIndent(it, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if got := jsonOf(t, func(j *jsonWriter) { j.item(&it) }); got != string(want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// TestJSONNumbers writes numbers as encoding/json does, and fails on those that
// it refuses.
func TestJSONNumbers(t *testing.T) {
	t.Parallel()
	for _, x := range []float64{0, math.Copysign(0, -1), 1, 0.5, 0.98, 1.0 / 3, -2.25, 1e-6, 9e-7, 1e20, 1e21, 123456789.125, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		want, err := json.MarshalIndent(map[string]float64{"x": x}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if got := jsonOf(t, func(j *jsonWriter) { j.number("x", x) }); got != string(want) {
			t.Errorf("%g is written %s, want %s", x, got, want)
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		j := newJSONWriter(&bytes.Buffer{})
		j.open('{')
		if j.number("x", x); j.flush() == nil {
			t.Errorf("%g was written", x)
		}
	}
}

// TestJSONWriterFails keeps the first error of what it writes to.
func TestJSONWriterFails(t *testing.T) {
	t.Parallel()
	w := &failing{}
	j := newJSONWriter(w)
	j.open('{')
	j.list("many", 3*jsonBuffer, func(int) {})
	j.close('}')
	if err := j.flush(); err == nil || w.writes != 1 {
		t.Errorf("%v after %d writes, want an error after 1", err, w.writes)
	}
}

type failing struct{ writes int }

func (f *failing) Write([]byte) (int, error) {
	f.writes++
	return 0, bytes.ErrTooLarge
}

// FuzzJSONText writes any text as encoding/json does.
func FuzzJSONText(f *testing.F) {
	for _, s := range []string{"", "plain", "„quoted“", `"\`, "<b>&", "\x00\t\n\x7f", "\u2028\u2029", "\xff\xe2\x80", "日本語", strings.Repeat("ü", 99)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := json.MarshalIndent(map[string]string{"s": s}, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if got := jsonOf(t, func(j *jsonWriter) { j.text("s", s) }); got != string(want) {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	})
}
