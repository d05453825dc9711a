package markdown

import (
	"regexp"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// maxFrontMatter bounds front matter, in bytes.
const maxFrontMatter = 64 << 10

// frontMatter reads a YAML or TOML block at the start of a file; n is its
// length, 0 if there is none.
func frontMatter(src string) (meta document.Meta, n int) {
	fence := ""
	switch {
	case strings.HasPrefix(src, "---\n"), strings.HasPrefix(src, "---\r\n"):
		fence = "---"
	case strings.HasPrefix(src, "+++\n"), strings.HasPrefix(src, "+++\r\n"):
		fence = "+++"
	default:
		return meta, 0
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
			stop := at + len(line)
			if fence == "---" {
				return readYAML(src[start:at]), stop
			}
			return readTOML(src[start:at]), stop
		}
		if end < 0 {
			break
		}
		at += end + 1
	}
	return meta, 0
}

func readYAML(s string) document.Meta {
	var v map[string]any
	if err := yaml.Unmarshal([]byte(s), &v); err != nil {
		return document.Meta{} // front matter that is broken says nothing
	}
	return document.Meta{
		Title: text1(v["title"]), Authors: append(reader.Names(v["author"]), reader.Names(v["authors"])...),
		Published: date(v["date"]), Language: strings.ToLower(text1(v["lang"]) + text1(v["language"])),
	}
}

func text1(v any) string {
	s, _ := v.(string)
	return s
}

var isoDate = regexp.MustCompile(`^\d{4}(?:-\d{2}(?:-\d{2})?)?`)

func date(v any) string {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case string:
		return isoDate.FindString(v)
	}
	return ""
}

var tomlLine = regexp.MustCompile(`(?m)^(title|author|authors|date|lang|language)\s*=\s*(.+?)\s*$`)

// readTOML reads the few keys that matter, one a line.
func readTOML(s string) document.Meta {
	var m document.Meta
	for _, g := range tomlLine.FindAllStringSubmatch(s, -1) {
		value := strings.Trim(g[2], `"'`)
		switch g[1] {
		case "title":
			m.Title = value
		case "date":
			m.Published = isoDate.FindString(value)
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
