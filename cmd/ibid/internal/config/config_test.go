package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"ibid/cmd/ibid/internal/config"
)

// flags are those of a command: one of each kind.
func flags() *pflag.FlagSet {
	f := pflag.NewFlagSet("check", pflag.ContinueOnError)
	f.Int("per-host", 4, "")
	f.String("style", "auto", "")
	f.StringArray("exclude", nil, "")
	f.StringSlice("enable", nil, "")
	f.StringSlice("disable", nil, "")
	f.StringSlice("severity", nil, "")
	f.String("root", "", "")
	f.StringArray("remap", nil, "")
	f.Bool("allow-private", false, "")
	f.String("previous", "", "")
	f.BoolP("help", "h", false, "")
	config.OwnOnly(f, "allow-private")
	config.FlagOnly(f, "previous")
	config.Folders(f, "root", "remap")
	config.Opposites(f, "enable", "disable")
	return f
}

func read(t *testing.T, path, content string, scope config.Scope) *config.File {
	t.Helper()
	f, err := config.Read(path, []byte(content), scope)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMerge(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name          string
		user, project string
		env           map[string]string
		args          []string
		want          map[string]string
		from          map[string][]string
	}{
		{
			name: "nothing", want: map[string]string{"per-host": "4", "style": "auto", "exclude": "[]"},
			from: map[string][]string{"per-host": {"default"}, "exclude": {"default"}},
		},
		{
			name: "the project's file is stronger than the user's", user: "per-host: 1\nstyle: mla\n", project: "per-host: 2\n",
			want: map[string]string{"per-host": "2", "style": "mla"},
			from: map[string][]string{"per-host": {"docs/.ibid.yaml:1"}, "style": {"own.yaml:2"}},
		},
		{
			name: "the environment is stronger than files", project: "per-host: 2\n", env: map[string]string{"IBID_PER_HOST": "3"},
			want: map[string]string{"per-host": "3"}, from: map[string][]string{"per-host": {"IBID_PER_HOST"}},
		},
		{
			name: "a flag is stronger than all", user: "per-host: 1\n", project: "per-host: 2\n", env: map[string]string{"IBID_PER_HOST": "3"}, args: []string{"--per-host=9"},
			want: map[string]string{"per-host": "9"}, from: map[string][]string{"per-host": {"the command line"}},
		},
		{
			name: "lists add up", user: "exclude: ^a\n", project: "exclude:\n  - ^b\n  - ^c\n", env: map[string]string{"IBID_EXCLUDE": "^d\n\n^e\n"}, args: []string{"--exclude=^f"},
			want: map[string]string{"exclude": "[^a,^b,^c,^d,^e,^f]"},
			from: map[string][]string{"exclude": {"own.yaml:1", "docs/.ibid.yaml:2", "docs/.ibid.yaml:3", "IBID_EXCLUDE", "IBID_EXCLUDE", "the command line"}},
		},
		{
			name: "a mapping is a list of NAME=VALUE", project: "severity:\n  op-cit: off\n  dead-link: warning\n",
			want: map[string]string{"severity": "[op-cit=off,dead-link=warning]"},
		},
		{
			name: "a stronger layer takes a weaker one's entry back", user: "disable: [a, b]\n", project: "enable: b\n", args: []string{"--enable=a"},
			want: map[string]string{"disable": "[]", "enable": "[b,a]"},
			from: map[string][]string{"enable": {"docs/.ibid.yaml:1", "the command line"}, "disable": {"default"}},
		},
		{
			name: "one layer may hold both", project: "disable: [link]\nenable: [link]\n", want: map[string]string{"disable": "[link]", "enable": "[link]"},
		},
		{
			name: "a text with several entries", args: []string{"--enable=a,b"}, user: "enable: c\n", want: map[string]string{"enable": "[c,a,b]"},
			from: map[string][]string{"enable": {"own.yaml:1", "the command line", "the command line"}},
		},
		{
			name: "what is the user's own is taken from there", user: "allow-private: true\n", want: map[string]string{"allow-private": "true"},
		},
		{
			name: "folders count from the file", project: "root: public\nremap: https://example.org/ public/en\n",
			want: map[string]string{"root": "docs/public", "remap": "[https://example.org/ docs/public/en]"},
		},
		{
			name: "an address is no folder", user: "remap: https://example.org/ https://staging.example.org/\n",
			want: map[string]string{"remap": "[https://example.org/ https://staging.example.org/]"},
		},
		{name: "an empty file", project: "# nothing yet\n", want: map[string]string{"per-host": "4"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := flags()
			if err := f.Parse(tt.args); err != nil {
				t.Fatal(err)
			}
			from, err := config.Merge(f, flags(),
				config.Layer{File: read(t, "own.yaml", tt.user, config.User)},
				config.Layer{File: read(t, "docs/.ibid.yaml", tt.project, config.Project)},
				config.Layer{Getenv: func(name string) string { return tt.env[name] }})
			if err != nil {
				t.Fatal(err)
			}
			for name, want := range tt.want {
				if got := filepath.ToSlash(f.Lookup(name).Value.String()); got != want {
					t.Errorf("%s is %s, want %s", name, got, want)
				}
			}
			for name, want := range tt.from {
				if diff := cmp.Diff(want, from[name]); diff != "" {
					t.Errorf("origins of %s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, content string
		scope         config.Scope
		want          []string
	}{
		{"no YAML", "style: [", config.Project, []string{".ibid.yaml:1: this is not YAML"}},
		{"no mapping", "- style\n", config.Project, []string{".ibid.yaml:1:1: settings are lines of the form NAME: VALUE"}},
		{"an unknown name", "style: mla\nper_host: 2\n", config.Project, []string{`.ibid.yaml:2:1: there is no setting "per_host"; there are allow-private, `}},
		{"a name twice", "style: mla\nstyle: ap\n", config.Project, []string{".ibid.yaml:2:1: style was set in line 1 already"}},
		{"no value", "style:\n", config.Project, []string{".ibid.yaml:1:7: style has no value"}},
		{"a value that the flag refuses", "per-host: many\n", config.Project, []string{`.ibid.yaml:1:11: per-host: "many": `}},
		{"a list where one value is wanted", "style: [mla, ap]\n", config.Project, []string{".ibid.yaml:1:1: style has one value, not a list"}},
		{"a list in a list", "exclude: [[a]]\n", config.Project, []string{".ibid.yaml:1:11: exclude is a list of single values"}},
		{"a reference", "style: &s mla\nexclude: *s\n", config.Project, []string{".ibid.yaml:2:10: exclude: write the value out"}},
		{"what is the user's own", "allow-private: true\n", config.Project, []string{
			".ibid.yaml:1:1: allow-private is not taken from a file beside the article", "give it as --allow-private, in IBID_ALLOW_PRIVATE, or",
		}},
		{"what belongs to a call", "previous: a.md\n", config.User, []string{".ibid.yaml:1:1: previous belongs to one call: give it as --previous"}},
		{"a folder outside", "root: ../public\n", config.Project, []string{".ibid.yaml:1:7: root: ../public leads out of the folder"}},
		{"an absolute folder", "remap: https://example.org/ /etc\n", config.Project, []string{".ibid.yaml:1:8: remap: /etc leads out of the folder"}},
		{"another address", "remap: https://example.org/ http://127.0.0.1/\n", config.Project, []string{".ibid.yaml:1:8: remap: a file beside the article names folders only"}},
		{"all at once", "per-host: x\nnothing: y\n", config.Project, []string{"1:11: per-host", "2:1: there is no setting"}},
		{"hosts of no form", "hosts: [a]\n", config.User, []string{".ibid.yaml:1:8: hosts are lines of the form NAME: VALUE"}},
		{"too large", strings.Repeat("# and so on\n", 100_000), config.Project, []string{".ibid.yaml: a file of settings may have 1 MiB at most"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, err := config.Read(".ibid.yaml", []byte(tt.content), tt.scope)
			if err == nil {
				_, err = config.Merge(flags(), flags(), config.Layer{File: f})
			}
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
		})
	}
}

// Names of other commands are passed over, those that no command has are not.
func TestOtherCommands(t *testing.T) {
	t.Parallel()
	notes := pflag.NewFlagSet("notes", pflag.ContinueOnError)
	notes.Int("per-host", 4, "")
	notes.String("style", "text", "") // of another meaning here
	config.FlagOnly(notes, "style")
	_, err := config.Merge(notes, flags(), config.Layer{File: read(t, ".ibid.yaml", "exclude: ^a\nper-host: 2\nstyle: mla\n", config.Project)})
	if err != nil {
		t.Fatal(err)
	}
	if got := notes.Lookup("per-host").Value.String(); got != "2" {
		t.Errorf("per-host is %s", got)
	}
	if got := notes.Lookup("style").Value.String(); got != "text" {
		t.Errorf("style is %s", got)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	make := func(path, content string) {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	make(".ibid.yaml", "")
	make("a/b/post.md", "")
	make("site/.ibid.yaml", "")
	make("repo/.git", "gitdir: elsewhere")
	make("repo/post.md", "")
	tests := []struct{ name, folder, want string }{
		{"in the folder", "site", "site/.ibid.yaml"},
		{"above", "a/b", ".ibid.yaml"},
		{"not above a repository", "repo", ""},
		{"a folder that isn't there", "site/none/at/all", "site/.ibid.yaml"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := config.Find(filepath.Join(dir, filepath.FromSlash(tt.folder)))
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if want != "" {
				want = filepath.Join(dir, filepath.FromSlash(want))
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	t.Run("through a link", func(t *testing.T) {
		t.Parallel()
		linked := filepath.Join(t.TempDir(), config.Name)
		if err := os.Symlink(filepath.Join(dir, config.Name), linked); err != nil {
			t.Skip("this system makes no symbolic links:", err)
		}
		if _, err := config.Find(filepath.Dir(linked)); err == nil || !strings.Contains(err.Error(), "no plain file") {
			t.Errorf("a link is no plain file: %v", err)
		}
	})
}

// FuzzRead holds that a file of any bytes is read or refused, and that every
// value is where it is said to be.
func FuzzRead(f *testing.F) {
	f.Add("style: mla\nexclude: [a, b]\nhosts:\n  example.org: {per-host: 1}\n")
	f.Add("a: &x b\nc: *x\n")
	f.Add("? [a]\n: b\n")
	f.Fuzz(func(t *testing.T, content string) {
		file, err := config.Read("f", []byte(content), config.Project)
		if err != nil {
			return
		}
		lines := strings.Count(content, "\n") + strings.Count(content, "\r") + strings.Count(content, "\u2028") + strings.Count(content, "\u2029") + strings.Count(content, "\u0085") + 1
		for _, s := range file.Settings {
			for _, v := range append(s.Values, s.At) {
				if v.Line < 1 || v.Line > lines || v.Column < 1 {
					t.Errorf("%q stands in line %d, column %d of %d lines", v.Text, v.Line, v.Column, lines)
				}
			}
		}
	})
}
