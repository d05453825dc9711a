package html

import (
	"encoding/json"
	"slices"
	"strings"

	"ibid/parser/reader"
)

// ldData is what JSON-LD says of the article.
type ldData struct {
	headline, name, published, language string
	authors                             []string
	// people are the names that a script gives by the ids of their things.
	people map[string]string
}

// maxLD bounds the JSON-LD that is read from one script, in bytes, and
// maxLDDepth how deep an article may be in it.
const (
	maxLD      = 1 << 20
	maxLDDepth = 6
)

// parse reads one script; what is no JSON says nothing.
func (l *ldData) parse(script string) {
	script = strings.TrimSpace(script)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1]))
	}
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		l.people = map[string]string{}
		l.meet(v, 0)
		l.read(v, 0)
	}
}

// meet notes what things are called that others may refer to by their ids.
func (l *ldData) meet(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.meet(x, depth+1)
		}
	case map[string]any:
		id, _ := v["@id"].(string)
		if name, _ := v["name"].(string); id != "" && name != "" {
			l.people[id] = name
		}
		l.meet(v["@graph"], depth+1)
	}
}

// makers are the authors of an article, those that it names by their ids by name.
func (l *ldData) makers(v any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, 0, len(v))
		for _, x := range v {
			if _, nested := x.([]any); !nested {
				x = l.makers(x)
			}
			out = append(out, x)
		}
		return out
	case map[string]any:
		id, _ := v["@id"].(string)
		if name, ok := l.people[id]; ok && v["name"] == nil {
			return name
		}
	}
	return v
}

// read looks for an article.
func (l *ldData) read(v any, depth int) {
	if depth > maxLDDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.read(x, depth+1)
		}
	case map[string]any:
		if s := text(v["headline"]); s != "" && l.headline == "" {
			l.headline = s
			l.name = text(v["name"])
			l.published = text(v["datePublished"])
			l.language = text(v["inLanguage"])
			l.authors = named(l.makers(v["author"]))
		}
		l.read(v["@graph"], depth+1)
		l.read(v["mainEntity"], depth+1)
	}
}

// text is a string, the value of an object that wraps one, or "".
func text(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(v)
	case map[string]any:
		for _, key := range [...]string{"@value", "name"} {
			if s, ok := v[key].(string); ok {
				return squeeze(s)
			}
		}
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return squeeze(s)
			}
		}
	}
	return ""
}

// named are the names of the authors; an address is none.
func named(v any) []string {
	names := reader.Names(v)
	for i, n := range names {
		names[i] = squeeze(n)
	}
	names = slices.DeleteFunc(names, func(s string) bool { return s == "" || strings.Contains(s, "://") })
	return names[:min(len(names), maxValues)]
}
