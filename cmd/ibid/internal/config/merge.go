package config

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// The marks of flags, kept as their annotations.
const (
	flagOnly = "ibid_flag_only"
	ownOnly  = "ibid_own_only"
	folder   = "ibid_folder"
	opposite = "ibid_opposite"
)

// FlagOnly marks flags that belong to one call and are set by no file.
func FlagOnly(fs *pflag.FlagSet, names ...string) { mark(fs, flagOnly, names) }

// OwnOnly marks flags that could be turned against the user: only the user's
// own file and the environment set them.
func OwnOnly(fs *pflag.FlagSet, names ...string) { mark(fs, ownOnly, names) }

// Folders marks flags whose values end in the path of a folder. In a file
// the path counts from the file's own folder; a project's file may name no
// folder outside of that, and no address.
func Folders(fs *pflag.FlagSet, names ...string) { mark(fs, folder, names) }

// Opposites marks two lists that take back each other's entries: what a stronger
// layer puts into one is gone from what weaker layers put into the other.
func Opposites(fs *pflag.FlagSet, a, b string) {
	mark(fs, opposite, []string{a, b})
	fs.Lookup(a).Annotations[opposite] = []string{b}
	fs.Lookup(b).Annotations[opposite] = []string{a}
}

func mark(fs *pflag.FlagSet, key string, names []string) {
	for _, name := range names {
		f := fs.Lookup(name)
		if f.Annotations == nil {
			f.Annotations = map[string][]string{}
		}
		f.Annotations[key] = []string{"true"}
	}
}

func marked(f *pflag.Flag, key string) bool { return f.Annotations[key] != nil }

// Layer is where settings come from. The zero values of its fields mean that
// it has none.
type Layer struct {
	File *File
	// Getenv has the settings of the environment: IBID_PER_HOST for per-host;
	// a list has an entry a line.
	Getenv func(string) string
}

// Origins say for each flag where its values come from, "default" where no
// layer and no flag sets it; a list has one for each entry.
type Origins map[string][]string

// Merge puts what the layers say, weakest first, into flags that were parsed.
// known has every name that a file may use; names that flags don't have are
// those of other commands and are passed over. Errors name the place and what
// to give instead; all of them are told at once.
func Merge(flags, known *pflag.FlagSet, layers ...Layer) (Origins, error) {
	m := merger{flags: flags, known: known, from: Origins{}, given: map[string]bool{}, entries: map[string][]entry{}}
	flags.Visit(func(f *pflag.Flag) { m.given[f.Name] = true })
	lists := m.takeLists()
	for _, l := range layers {
		m.layer++
		if l.File != nil {
			m.file(l.File)
		}
		if l.Getenv != nil {
			m.environment(l.Getenv)
		}
	}
	m.layer++
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		for _, v := range lists[name] {
			m.set(flags.Lookup(name), v, commandLine, "--"+name)
		}
	}
	for name, entries := range m.entries {
		for _, e := range entries {
			m.from[name] = append(m.from[name], e.from)
		}
	}
	flags.VisitAll(func(f *pflag.Flag) {
		if m.from[f.Name] == nil {
			m.from[f.Name] = []string{"default"}
			if m.given[f.Name] {
				m.from[f.Name] = []string{commandLine}
			}
		}
	})
	return m.from, errors.Join(m.errs...)
}

// commandLine is the origin of what was given as a flag.
const commandLine = "the command line"

type merger struct {
	flags, known *pflag.FlagSet
	from         Origins
	given        map[string]bool    // single values on the command line
	entries      map[string][]entry // of lists, beside those of the flag's value
	layer        int                // the one being merged, from 1
	errs         []error
}

// entry is one of a list.
type entry struct {
	from  string
	layer int
}

// takeLists empties the lists that were given on the command line: their
// entries come behind those of the layers.
func (m *merger) takeLists() map[string][]string {
	lists := map[string][]string{}
	m.flags.Visit(func(f *pflag.Flag) {
		if v, ok := f.Value.(pflag.SliceValue); ok {
			lists[f.Name] = slices.Clone(v.GetSlice())
			_ = v.Replace(nil) // an empty list is good for any
			delete(m.given, f.Name)
		}
	})
	return lists
}

func (m *merger) file(file *File) {
	for _, s := range file.Settings {
		if err := m.allowed(file, s); err != nil {
			m.errs = append(m.errs, fmt.Errorf("%s:%d:%d: %w", file.Path, s.At.Line, s.At.Column, err))
			continue
		}
		f := m.flags.Lookup(s.Name)
		if !Settable(f) {
			continue // another command's, or one that means something else here
		}
		for _, v := range s.Values {
			where := fmt.Sprintf("%s:%d:%d: %s", file.Path, v.Line, v.Column, s.Name)
			text, err := v.Text, error(nil)
			if marked(f, folder) {
				text, err = inFolder(file, text)
			}
			if err != nil {
				m.errs = append(m.errs, fmt.Errorf("%s: %w", where, err))
				continue
			}
			m.set(f, text, fmt.Sprintf("%s:%d", file.Path, v.Line), where)
		}
	}
}

// allowed says why a file may not have a setting.
func (m *merger) allowed(file *File, s Setting) error {
	f := m.known.Lookup(s.Name)
	switch {
	case f == nil:
		return m.unknown(s.Name)
	case !Settable(f):
		return fmt.Errorf("%s belongs to one call: give it as --%[1]s", s.Name)
	case file.Scope == Project && marked(f, ownOnly):
		return fmt.Errorf("%s is not taken from a file beside the article, which may come from somebody else: "+
			"give it as --%[1]s, in %s, or in your own file of settings", s.Name, variable(s.Name))
	case len(s.Values) > 1:
		if _, list := f.Value.(pflag.SliceValue); !list {
			return fmt.Errorf("%s has one value, not a list", s.Name)
		}
	}
	return nil
}

// Settable says whether a file may set a flag.
func Settable(f *pflag.Flag) bool { return f != nil && !marked(f, flagOnly) && f.Name != "help" }

func (m *merger) unknown(name string) error {
	var names []string
	m.known.VisitAll(func(f *pflag.Flag) {
		if Settable(f) {
			names = append(names, f.Name)
		}
	})
	return fmt.Errorf("there is no setting %q; there are %s and %s", name, strings.Join(names, ", "), hostsKey)
}

func (m *merger) environment(getenv func(string) string) {
	m.flags.VisitAll(func(f *pflag.Flag) {
		name := variable(f.Name)
		text := getenv(name)
		if text == "" || !Settable(f) || !Settable(m.known.Lookup(f.Name)) {
			return
		}
		if _, list := f.Value.(pflag.SliceValue); !list {
			m.set(f, text, name, name)
			return
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				m.set(f, line, name, name)
			}
		}
	})
}

// set gives a flag one value, unless the command line gave it another.
func (m *merger) set(f *pflag.Flag, text, from, where string) {
	if m.given[f.Name] {
		return
	}
	if err := f.Value.Set(text); err != nil {
		m.errs = append(m.errs, fmt.Errorf("%s: %q: %w", where, text, err))
		return
	}
	f.Changed = true
	list, ok := f.Value.(pflag.SliceValue)
	if !ok {
		m.from[f.Name] = []string{from}
		return
	}
	values := list.GetSlice() // one text may hold several
	added := values[len(m.entries[f.Name]):]
	for range added {
		m.entries[f.Name] = append(m.entries[f.Name], entry{from, m.layer})
	}
	if other := f.Annotations[opposite]; other != nil {
		m.takeBack(other[0], added)
	}
}

// takeBack removes what weaker layers put into a list.
func (m *merger) takeBack(name string, texts []string) {
	list, ok := m.flags.Lookup(name).Value.(pflag.SliceValue)
	if !ok {
		return
	}
	var values []string
	var entries []entry
	for i, text := range list.GetSlice() {
		if e := m.entries[name][i]; e.layer == m.layer || !slices.Contains(texts, text) {
			values, entries = append(values, text), append(entries, e)
		}
	}
	_ = list.Replace(values) // each was good before
	m.entries[name] = entries
}

// inFolder is a setting whose value ends in a path, the path counted from the
// folder of its file. In "https://example.org/ public" the path comes last.
func inFolder(file *File, text string) (string, error) {
	head, path := "", text
	if i := strings.LastIndexAny(text, " \t"); i >= 0 {
		head, path = text[:i+1], text[i+1:]
	}
	if strings.Contains(path, "://") {
		if file.Scope == Project {
			return "", errors.New("a file beside the article names folders only; another address may be given as a flag, or in your own file of settings")
		}
		return text, nil
	}
	if file.Scope == Project && !filepath.IsLocal(filepath.FromSlash(path)) {
		return "", fmt.Errorf("%s leads out of the folder of %s; in a file beside the article only folders below it can be named", path, Name)
	}
	if filepath.IsAbs(path) {
		return text, nil
	}
	return head + filepath.Join(filepath.Dir(file.Path), filepath.FromSlash(path)), nil
}

// variable is the environment's name of a setting.
func variable(name string) string {
	return "IBID_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}
