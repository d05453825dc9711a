package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// corpus is a folder of real articles, kept outside the project.
const corpus = "../../../shared/corpus/files"

// position is P of the JSON report.
type position struct {
	Offset    int `json:"offset"`
	End       int `json:"end"`
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

// located is the part of a JSON report that has positions.
type located struct {
	Articles []struct {
		Format  string `json:"format"`
		Markers []struct {
			Label    string   `json:"label"`
			Position position `json:"position"`
		} `json:"markers"`
		Notes []struct {
			ID        string     `json:"id"`
			Text      string     `json:"text"`
			Position  position   `json:"position"`
			Segments  []position `json:"segments"`
			Citations []struct {
				Text     string   `json:"text"`
				Position position `json:"position"`
			} `json:"citations"`
		} `json:"notes"`
		Findings []struct {
			Rule     string   `json:"rule"`
			Position position `json:"position"`
		} `json:"findings"`
	} `json:"articles"`
}

// TestPositionsCutTheText checks, over the project's own articles and the
// corpus, that every position of the JSON report cuts its text out of the file.
func TestPositionsCutTheText(t *testing.T) {
	t.Parallel()
	files := articlesBelow(t, "../../testdata")
	if _, err := os.Stat(corpus); err != nil {
		t.Log("no corpus beside the project: only its own articles are read")
	} else {
		files = append(files, articlesBelow(t, corpus)...)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkPositions(t, data, jsonReport(t, file))
		})
	}
}

func articlesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		switch filepath.Ext(path) {
		case ".txt", ".md", ".html", ".htm":
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// jsonReport checks a file offline, in process.
func jsonReport(t *testing.T, file string) located {
	t.Helper()
	var out, errs bytes.Buffer
	s := streams{in: strings.NewReader(""), out: &out, err: &errs, getenv: func(string) string { return "" }}
	status := execute(t.Context(), s, []string{"check", "--offline", "--format", "json", file})
	if status > exitFindings {
		t.Fatalf("exit status %d: %s", status, errs.String())
	}
	var r located
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func checkPositions(t *testing.T, data []byte, r located) {
	t.Helper()
	for _, a := range r.Articles {
		for _, n := range a.Notes {
			spans := n.Segments
			if len(spans) == 0 {
				spans = []position{n.Position}
			}
			compare(t, data, a.Format, "note "+n.ID, n.Text, spans...)
			for _, c := range n.Citations {
				if len(n.Segments) == 0 {
					compare(t, data, a.Format, "citation of "+n.ID, c.Text, c.Position)
				}
			}
		}
		for _, m := range a.Markers {
			if got := visible(t, data, a.Format, m.Position); !strings.Contains(got, m.Label) && !strings.ContainsAny(got, "-–—,¹²³⁴⁵⁶⁷⁸⁹⁰") {
				t.Errorf("marker %s cuts out %q", m.Label, got)
			}
		}
		for _, f := range a.Findings {
			if p := f.Position; p.Offset < 0 || p.End < p.Offset || p.End > len(data) || p.Line < 1 || p.Column < 1 {
				t.Errorf("finding %s stands at %+v of %d bytes", f.Rule, p, len(data))
			}
		}
	}
}

// compare says whether the positions together cut out the text.
func compare(t *testing.T, data []byte, format, what, want string, spans ...position) {
	t.Helper()
	var cuts []string
	for _, p := range spans {
		cuts = append(cuts, visible(t, data, format, p))
	}
	got := strings.Join(cuts, " ")
	if format != "html" { // marks of emphasis and links are no text
		if !inOrder(want, got) || !sameEnds(want, got) {
			t.Errorf("%s at line %d: text %q, cut %q", what, spans[0].Line, want, got)
		}
		return
	}
	if squeeze(got) != squeeze(want) {
		t.Errorf("%s at line %d:\n text %q\n  cut %q", what, spans[0].Line, want, got)
	}
}

// visible is what a position cuts out of the stored bytes, decoded, without tags.
func visible(t *testing.T, data []byte, format string, p position) string {
	t.Helper()
	if p.Offset < 0 || p.End < p.Offset || p.End > len(data) {
		t.Fatalf("position %+v in a file of %d bytes", p, len(data))
	}
	enc, _, _ := charset.DetermineEncoding(data[:min(1024, len(data))], "text/"+format)
	if utf8Valid := bytes.Equal(bytes.ToValidUTF8(data, nil), data); utf8Valid {
		enc, _ = charset.Lookup("utf-8")
	}
	cut, err := enc.NewDecoder().Bytes(data[p.Offset:p.End])
	if err != nil {
		t.Fatal(err)
	}
	if format != "html" {
		return strings.Join(strings.Fields(string(cut)), " ")
	}
	var text strings.Builder
	for z := html.NewTokenizer(bytes.NewReader(cut)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return strings.Join(strings.Fields(text.String()), " ")
			}
			t.Fatal(z.Err())
		case html.TextToken:
			text.WriteString(html.UnescapeString(string(z.Raw())))
		default:
			text.WriteByte(' ')
		}
	}
}

// squeeze drops white space: a tag may or may not stand for a space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// inOrder says whether the letters and digits of want occur in got in order.
func inOrder(want, got string) bool {
	rest := []rune(got)
	for _, r := range want {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		i := 0
		for i < len(rest) && rest[i] != r {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

// sameEnds says whether both begin and end with the same letter or digit, so
// that a cut holds the text and not more; links and HTML may end with markup.
func sameEnds(want, got string) bool {
	if strings.ContainsAny(got, "[<&{") {
		return true
	}
	w, g := letters(want), letters(got)
	return len(w) == 0 && len(g) == 0 || len(w) > 0 && len(g) > 0 && w[0] == g[0] && w[len(w)-1] == g[len(g)-1]
}

func letters(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}
