package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ibid/checker"
	"ibid/checker/link/secret"
	"ibid/parser/article"
	"ibid/reports"
)

// output is one format and where it goes; path "-" is standard output.
type output struct {
	format reports.Format[*checker.Run]
	path   string
}

// planOutputs pairs the --format and -o flags. As many formats as files are
// paired in order. A file without a format of its own gets the one that its
// name ends like; a format without a file goes to standard output.
func planOutputs(formats, files []string) ([]output, error) {
	var named []reports.Format[*checker.Run]
	for _, name := range formats {
		f, err := formatNamed(name)
		if err != nil {
			return nil, err
		}
		named = append(named, f)
	}
	if len(named) > len(files)+1 {
		return nil, errors.New("only one report can go to standard output: give the others a file each with -o FILE")
	}
	var plan []output
	for i, path := range files {
		switch {
		case i < len(named):
			plan = append(plan, output{named[i], path})
		case path == "-":
			plan = append(plan, output{mustTable(), path})
		default:
			f, ok := reports.All().ByExtension(filepath.Ext(path))
			if !ok {
				return nil, fmt.Errorf("-o %s: no format is known by that ending; name it with --format (%s)", path, strings.Join(reports.All().Names(), ", "))
			}
			plan = append(plan, output{f, path})
		}
	}
	switch {
	case len(named) > len(files):
		plan = append(plan, output{named[len(files)], "-"})
	case len(plan) == 0:
		plan = append(plan, output{mustTable(), "-"})
	}
	return plan, nil
}

// mustTable is the default format.
func mustTable() reports.Format[*checker.Run] {
	f, _ := reports.All().ByName("table")
	return f
}

func formatNamed(name string) (reports.Format[*checker.Run], error) {
	f, ok := reports.All().ByName(name)
	if !ok {
		return f, fmt.Errorf("unknown format %q: use %s", name, strings.Join(reports.All().Names(), ", "))
	}
	return f, nil
}

// write draws a run in every format of the plan.
func write(s streams, plan []output, run *checker.Run, o reports.Options) error {
	for _, out := range plan {
		if out.path == "-" {
			if err := out.format.Write(s.out, run, o); err != nil {
				return fmt.Errorf("writing the %s report: %w", out.format.Name, err)
			}
			continue
		}
		plain := o
		plain.Color = false
		err := writeFile(out.path, func(w io.Writer) error { return out.format.Write(w, run, plain) })
		if err != nil {
			return fmt.Errorf("writing the %s report: %w", out.format.Name, err)
		}
	}
	return nil
}

// writeFile writes a file whole or not at all: to a temporary file beside it,
// then renamed.
func writeFile(path string, draw func(io.Writer) error) (err error) {
	if info, statErr := os.Stat(path); statErr == nil && !info.Mode().IsRegular() {
		return writeDevice(path, draw)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".ibid-*")
	if err != nil {
		return fmt.Errorf("cannot write to %s: does its folder exist, and may you write there? %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	if err := draw(tmp); err != nil {
		return errors.Join(err, tmp.Close())
	}
	if err := errors.Join(tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// writeDevice writes to what is no regular file, such as /dev/stdout.
func writeDevice(path string, draw func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0) //nolint:gosec // the user named it
	if err != nil {
		return err
	}
	return errors.Join(draw(f), f.Close())
}

// writeFolder writes one report for each article into dir, and an index.
func writeFolder(dir string, format reports.Format[*checker.Run], run *checker.Run, o reports.Options) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // reports are for others to read
		return fmt.Errorf("--output-dir: %w", err)
	}
	names := make([]string, len(run.Reports))
	taken := map[string]bool{"index": true}
	for i, r := range run.Reports {
		names[i] = fileName(r.Article, taken) + format.Extensions[0]
		one := &checker.Run{Reports: []*checker.Report{r}, Interrupted: run.Interrupted}
		err := writeFile(filepath.Join(dir, names[i]), func(w io.Writer) error { return format.Write(w, one, o) })
		if err != nil {
			return fmt.Errorf("--output-dir: %w", err)
		}
	}
	err := writeFile(filepath.Join(dir, "index.html"), func(w io.Writer) error { return reports.WriteIndex(w, run, names, o) })
	if err != nil {
		return fmt.Errorf("--output-dir: %w", err)
	}
	return nil
}

// fileName makes a file name without ending out of an article's source, distinct
// from those taken.
func fileName(a *article.Article, taken map[string]bool) string {
	file := cmp.Or(a.File, a.Source)
	source := secret.Mask(strings.TrimSuffix(file, filepath.Ext(file)) + strings.TrimPrefix(a.Source, file))
	if _, rest, ok := strings.Cut(source, "://"); ok {
		source = rest
	}
	base := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '.':
			return r
		case r > 0x7f:
			return r
		}
		return '-'
	}, source), "-.")
	if base == "" {
		base = "article"
	}
	if r := []rune(base); len(r) > 80 {
		base = string(r[len(r)-80:])
	}
	name := base
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	taken[strings.ToLower(name)] = true
	return name
}
