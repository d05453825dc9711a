package markdown

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/pattern"
)

// maxFrontMatter bounds front matter, in bytes: it may hold the works that the
// article cites.
const maxFrontMatter = 512 << 10

// head is front matter.
type head struct {
	meta   document.Meta
	values map[string]any // of YAML
}

// frontMatter reads a YAML or TOML block at the start of a file; n is its
// length, 0 if there is none.
func frontMatter(src string) (meta head, n int) {
	fence := ""
	switch {
	case strings.HasPrefix(src, "---\n"), strings.HasPrefix(src, "---\r\n"):
		fence = "---"
	case strings.HasPrefix(src, "+++\n"), strings.HasPrefix(src, "+++\r\n"):
		fence = "+++"
	default:
		return multiMarkdown(src)
	}
	start := strings.IndexByte(src, '\n') + 1
	limit := min(len(src), maxFrontMatter)
	for at := start; at < limit; {
		end := strings.IndexByte(src[at:limit], '\n')
		line := src[at:limit]
		if end >= 0 {
			line = src[at : at+end]
		}
		if l := strings.TrimRight(line, "\r \t"); l == fence || l == "..." && fence == "---" {
			return readFrontMatter(src[start:at], fence, at+len(line))
		}
		if end < 0 {
			break
		}
		at += end + 1
	}
	return meta, 0
}

// yamlKey and tomlKey are the first line of what is front matter, and not
// prose below a rule.
var (
	yamlKey = pattern.New(`^["']?[\pL_][\pL\pN _.-]*["']?\s*:(?:\s|$)`)
	tomlKey = pattern.New(`^(?:["']?[A-Za-z0-9_.-]+["']?\s*=|\[)`)
)

// readFrontMatter reads what stands between the fences; n is the length that
// front matter has, if it is some.
func readFrontMatter(s, fence string, n int) (head, int) {
	first := ""
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			first = line
			break
		}
	}
	switch {
	case first == "":
		return head{}, n
	case fence == "+++" && tomlKey.MatchString(first):
		return head{meta: readTOML(s)}, n
	case fence == "---" && yamlKey.MatchString(first):
		return readYAML(s), n
	}
	return head{}, 0
}

func readYAML(s string) head {
	var v map[string]any
	if err := yaml.Unmarshal([]byte(s), &v); err != nil {
		// A colon in an unquoted title is the usual reason: each line for itself.
		v = map[string]any{}
		for line := range strings.SplitSeq(s, "\n") {
			if key, value, ok := strings.Cut(line, ":"); ok {
				v[key] = strings.Trim(strings.TrimSpace(value), `"'`)
			}
		}
	}
	return head{values: v, meta: document.Meta{
		Title:     scalar(v["title"]),
		Authors:   append(reader.Names(v["author"]), reader.Names(v["authors"])...),
		Published: cmp.Or(date(v["date"]), date(v["pubDate"]), date(v["publishDate"]), date(v["published"]), date(v["datePublished"])),
		Language:  strings.ToLower(cmp.Or(scalar(v["lang"]), scalar(v["language"]))),
	}}
}

// scalar is a value that is written on one line.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case int:
		return strconv.Itoa(v) // a title such as 1984
	}
	return ""
}

func date(v any) string {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case string:
		return reader.Date(v)
	}
	return ""
}

var tomlLine = pattern.New(`(?m)^(title|author|authors|date|lang|language)\s*=\s*(.+?)\s*$`)

// readTOML reads the few keys that matter, one a line.
func readTOML(s string) document.Meta {
	var m document.Meta
	for _, g := range tomlLine.FindAllStringSubmatch(s, -1) {
		value := strings.Trim(g[2], `"'`)
		switch g[1] {
		case "title":
			m.Title = value
		case "date":
			m.Published = reader.Date(value)
		case "lang", "language":
			m.Language = strings.ToLower(value)
		default:
			for a := range strings.SplitSeq(strings.Trim(g[2], "[]"), ",") {
				if a = strings.Trim(strings.TrimSpace(a), `"'`); a != "" {
					m.Authors = append(m.Authors, a)
				}
			}
		}
	}
	return m
}
