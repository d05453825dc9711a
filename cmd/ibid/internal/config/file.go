package config

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibid/pattern"
)

// Name is what a project's file of settings is called.
const Name = ".ibid.yaml"

// maxFile is the most that is read of a file of settings, in bytes.
const maxFile = 1 << 20

// Scope says whose file it is.
type Scope uint8

// The scopes.
const (
	// Project is a file that was found beside or above an article.
	Project Scope = iota
	// User is the user's own file, or one that the user named.
	User
)

// File is a file of settings as it stands.
type File struct {
	Path     string // as errors name it
	Scope    Scope
	Settings []Setting
	// Hosts are the settings of single hosts, in their order.
	Hosts []Host
}

// Setting is one name with its values: one for a scalar, several for a list.
type Setting struct {
	Name   string
	Values []Value
	At     Value // the name itself, for errors
}

// Value is one value and where it stands, line and column from 1.
type Value struct {
	Text         string
	Line, Column int
}

// Host are the settings of one host.
type Host struct {
	Name     Value
	Settings []Setting
}

// hostsKey holds the settings of single hosts.
const hostsKey = "hosts"

// Read reads the settings of a file. Its error names the file, the line and the
// column of everything that is wrong with its form.
func Read(path string, content []byte, scope Scope) (*File, error) {
	f := &File{Path: path, Scope: scope}
	if len(content) > maxFile {
		return nil, fmt.Errorf("%s: a file of settings may have %d MiB at most", path, maxFile>>20)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(content, &root); err != nil {
		return nil, fmt.Errorf("%s%s", path, located(err))
	}
	if len(root.Content) == 0 || root.Content[0].Tag == "!!null" {
		return f, nil
	}
	r := reader{path: path}
	top := root.Content[0]
	for key, value := range r.pairs(top, "settings") {
		if key.Value == hostsKey {
			f.Hosts = r.hosts(value)
			continue
		}
		f.Settings = append(f.Settings, r.setting(key, value))
	}
	return f, errors.Join(r.errs...)
}

// yamlLine is how the YAML reader says where.
var yamlLine = pattern.New(`^yaml: (?:line (\d+): )?`)

// located is an error of the YAML reader, its line in front.
func located(err error) string {
	text := err.Error()
	m := yamlLine.FindStringSubmatch(text)
	if m == nil {
		return ": " + text
	}
	text = strings.TrimPrefix(text, m[0])
	if m[1] == "" {
		return ": this is not YAML: " + text
	}
	return ":" + m[1] + ": this is not YAML: " + text
}

// reader walks the tree and collects what is wrong with it.
type reader struct {
	path string
	errs []error
}

func (r *reader) wrong(n *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d:%d: %s", r.path, n.Line, n.Column, fmt.Sprintf(format, args...)))
}

// pairs walks a mapping; what is none, and a name that comes twice, is wrong.
func (r *reader) pairs(n *yaml.Node, what string) func(yield func(key, value *yaml.Node) bool) {
	return func(yield func(key, value *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			r.wrong(n, "%s are lines of the form NAME: VALUE", what)
			return
		}
		seen := map[string]int{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			switch line, twice := seen[key.Value]; {
			case key.Kind != yaml.ScalarNode:
				r.wrong(key, "a name is one word")
				continue
			case twice:
				r.wrong(key, "%s was set in line %d already", key.Value, line)
				continue
			}
			seen[key.Value] = key.Line
			if !yield(key, value) {
				return
			}
		}
	}
}

func (r *reader) hosts(n *yaml.Node) []Host {
	var hosts []Host
	for key, value := range r.pairs(n, "hosts") {
		h := Host{Name: at(key)}
		for name, v := range r.pairs(value, "the settings of a host") {
			h.Settings = append(h.Settings, r.setting(name, v))
		}
		hosts = append(hosts, h)
	}
	return hosts
}

// setting reads a scalar, a list of scalars, or a mapping, which is a list of
// entries NAME=VALUE.
func (r *reader) setting(key, value *yaml.Node) Setting {
	s := Setting{Name: key.Value, At: at(key)}
	switch value.Kind {
	case yaml.ScalarNode:
		if value.Tag == "!!null" {
			r.wrong(value, "%s has no value", key.Value)
			break
		}
		s.Values = []Value{at(value)}
	case yaml.SequenceNode:
		for _, n := range value.Content {
			if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
				r.wrong(n, "%s is a list of single values", key.Value)
				continue
			}
			s.Values = append(s.Values, at(n))
		}
	case yaml.MappingNode:
		for name, n := range r.pairs(value, key.Value) {
			if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
				r.wrong(n, "%s: %s has a single value", key.Value, name.Value)
				continue
			}
			s.Values = append(s.Values, Value{Text: name.Value + "=" + n.Value, Line: n.Line, Column: n.Column})
		}
	default:
		r.wrong(value, "%s: write the value out; references to other values are not read", key.Value)
	}
	return s
}

func at(n *yaml.Node) Value { return Value{Text: n.Value, Line: n.Line, Column: n.Column} }
