package parser_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ibid/parser"
	"ibid/parser/article"
)

// goldFile is one file of testdata/fields or testdata/styles; the README.md of
// the folder says what is in it.
type goldFile struct {
	SHA256    string         `json:"sha256"`    // of an article of the corpus
	Article   string         `json:"article"`   // or the name of one beside the gold
	Style     string         `json:"style"`     // format, language and manner of citing
	Tradition string         `json:"tradition"` // whose manner of citing it is, for the table by groups
	Citations []goldCitation `json:"citations"`
}

// goldCitation is one full citation as a person read it. Note is its note's
// number. Its range is Offset to End in the stored file, in bytes, or the words
// From to To in the note: the Nth of its number, from 1, where numbers start anew.
type goldCitation struct {
	Note      string         `json:"note"`
	Offset    int            `json:"offset"`
	End       int            `json:"end"`
	Nth       int            `json:"nth"`
	From      string         `json:"from"`
	To        string         `json:"to"`
	Type      oneOf          `json:"type"`
	Author    []article.Name `json:"author"`
	Title     oneOf          `json:"title"`
	Container oneOf          `json:"container-title"`
	Year      oneOf          `json:"year"`
	Volume    oneOf          `json:"volume"`
	Issue     oneOf          `json:"issue"`
	Page      oneOf          `json:"page"`
	Publisher oneOf          `json:"publisher"`
	Place     oneOf          `json:"publisher-place"`
	Unscored  []string       `json:"unscored"`
}

// oneOf are the readings of a field that pass, the first one best; an empty
// one among them lets the field be left out. In JSON a single one is a string.
type oneOf []string

func (o *oneOf) UnmarshalJSON(data []byte) error {
	if data[0] != '"' {
		return json.Unmarshal(data, (*[]string)(o))
	}
	*o = oneOf{""}
	return json.Unmarshal(data, &(*o)[0])
}

// values are the readings of a field by its name in the table.
func (g *goldCitation) values(field string) oneOf {
	switch field {
	case "type":
		return g.Type
	case "title":
		return g.Title
	case "container-title":
		return g.Container
	case "year":
		return g.Year
	case "volume":
		return g.Volume
	case "issue":
		return g.Issue
	case "page":
		return g.Page
	case "publisher":
		return g.Publisher
	case "publisher-place":
		return g.Place
	}
	return nil
}

// itemValues are the fields that ibid read, by their names in the table.
func itemValues(it *article.Item) map[string]string {
	out := map[string]string{
		"type": it.Type, "title": it.Title, "container-title": it.ContainerTitle, "volume": it.Volume, "issue": it.Issue,
		"page": it.Page, "publisher": it.Publisher, "publisher-place": it.PublisherPlace,
	}
	if y := it.Issued.Year(); y != 0 {
		out["year"] = strconv.Itoa(y)
	}
	return out
}

// compareValue counts one value of a field, and gives both readings for the list of misses.
func compareValue(want oneOf, got string) (one tally, wanted, have string) {
	wanted = strings.Join(want, " or ")
	free := len(want) == 0 || slices.Contains(want, "")
	switch {
	case got == "" && free:
	case got == "":
		one.missing = 1
	case slices.ContainsFunc(want, func(w string) bool { return w != "" && plain(w) == plain(got) }):
		one.right = 1
	default:
		one.wrong = 1
		if !free {
			one.missing = 1
		}
	}
	return one, wanted, got
}

// compareNames counts names by their family names, or literal names, as sets.
func compareNames(want, got []article.Name) (all tally, wanted, have string) {
	w, g := familySet(want), familySet(got)
	for _, name := range g {
		if slices.Contains(w, name) {
			all.right++
		} else {
			all.wrong++
		}
	}
	all.missing = len(w) - all.right
	return all, strings.Join(w, ", "), strings.Join(g, ", ")
}

func familySet(names []article.Name) []string {
	out := []string{}
	for _, n := range names {
		family := plain(strings.TrimSpace(n.Particle + " " + n.Family))
		if family == "" {
			family = plain(n.Literal)
		}
		if family != "" && !slices.Contains(out, family) {
			out = append(out, family)
		}
	}
	return out
}

func first(names []article.Name) []article.Name { return names[:min(1, len(names))] }

// plain is a value without what is no difference: case, quotes and
// apostrophes, kinds of dashes, white space, and punctuation at the end.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\"'“”„‟‘’‚‛«»‹›`´「」《》", r):
			return -1
		case unicode.Is(unicode.Pd, r) || r == '−':
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(strings.ReplaceAll(s, " - ", "-"), " .,;:!?。，")
}

// readGold reads the gold in a folder of testdata, by file name.
func readGold(t *testing.T, folder string) map[string]*goldFile {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no gold in testdata/%s: %v", folder, err)
	}
	out := map[string]*goldFile{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		gold := &goldFile{}
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.DisallowUnknownFields()
		if err := dec.Decode(gold); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[filepath.Base(name)] = gold
	}
	return out
}

// TestGold says what is wrong with the gold itself.
func TestGold(t *testing.T) {
	t.Parallel()
	for name, gold := range readGold(t, "fields") {
		for _, fault := range gold.faults() {
			t.Errorf("%s: %s", name, fault)
		}
		if gold.SHA256 == "" {
			t.Errorf("%s: no sum says which article this is", name)
		}
	}
}

// faults are what is wrong with the form of the gold, in words.
func (g *goldFile) faults() (out []string) {
	if !slices.Contains(traditions, g.Tradition) {
		out = append(out, "there is no tradition "+strconv.Quote(g.Tradition))
	}
	last := 0
	for i := range g.Citations {
		c := &g.Citations[i]
		byWords := c.From != "" && c.To != "" && c.Offset == 0 && c.End == 0
		if !byWords && (c.From+c.To != "" || c.Nth != 0 || c.Offset < last || c.End <= c.Offset) {
			out = append(out, fmt.Sprintf("note %s has no range, two, or one before the last: %d–%d, %q–%q", c.Note, c.Offset, c.End, c.From, c.To))
		}
		last = max(last, c.End)
		if len(c.Type) == 0 || len(c.Title) == 0 && len(c.Container) == 0 && len(c.Author) == 0 && len(c.Volume) == 0 {
			out = append(out, fmt.Sprintf("note %s at %d %s has no type, or nothing that names a work", c.Note, c.Offset, c.From))
		}
		for _, field := range c.Unscored {
			if !slices.Contains(fieldNames, field) {
				out = append(out, fmt.Sprintf("note %s: there is no field %s", c.Note, field))
			}
		}
	}
	return out
}

// corpusBySum reads the folder shared/corpus/files beside the repository, by
// the SHA-256 of each file, so that no article is named here.
func corpusBySum(t *testing.T) map[string]corpusFile {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		files := filepath.Join(dir, "shared", "corpus", "files")
		if info, err := os.Stat(files); err == nil && info.IsDir() {
			return readSums(t, files)
		}
	}
	t.Skip("there is no folder shared/corpus/files beside the repository: the fields of its citations are not measured")
	return nil
}

func readSums(t *testing.T, dir string) map[string]corpusFile {
	t.Helper()
	out := map[string]corpusFile{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		out[hex.EncodeToString(sum[:])] = corpusFile{path, data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// corpusFile is an article of the corpus.
type corpusFile struct {
	path string
	data []byte
}

func (f corpusFile) parse(t *testing.T) *article.Article {
	t.Helper()
	a, err := parser.Parse(t.Context(), bytes.NewReader(f.data), parser.Options{Name: f.path})
	if err != nil {
		t.Fatal(err)
	}
	return a
}
