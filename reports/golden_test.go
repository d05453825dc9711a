package reports_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/reports"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func draw(tb testing.TB, name string, run *checker.Run, o reports.Options) string {
	tb.Helper()
	f, ok := reports.All().ByName(name)
	if !ok {
		tb.Fatalf("no format %q", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, run, o); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; go test ./reports -update rewrites it (-want +got):\n%s", path, diff)
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		file, format string
		o            reports.Options
	}{
		{"report.json", "json", reports.Options{Reproducible: true, Version: "9"}},
		{"timed.json", "json", reports.Options{Version: "1.2.3"}},
		{"report.md", "markdown", reports.Options{}},
		{"github.log", "github", reports.Options{}},
		{"report.html", "html", reports.Options{}},
		{"todo.csv", "csv", reports.Options{}},
		{"table-80.txt", "table", reports.Options{}},
		{"table-120.txt", "table", reports.Options{Width: 120}},
		{"table-color.txt", "table", reports.Options{Color: true}},
	} {
		t.Run(tc.file, func(t *testing.T) {
			t.Parallel()
			golden(t, tc.file, draw(t, tc.format, fixture(), tc.o))
		})
	}
}
