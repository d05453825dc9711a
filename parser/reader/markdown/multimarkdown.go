package markdown

import (
	"strings"

	"ibid/parser/reader"
	"ibid/pattern"
)

// multiStart is the first line of MultiMarkdown's metadata, of which there has to
// be one that no prose begins with.
var multiStart = pattern.New(`^(?i)(?:title|author|subtitle|base header level|format|css|keywords|affiliation|copyright|quotes language|latex (?:input|mode|footer)):[ \t]*\S`)

// multiMarkdown reads MultiMarkdown's metadata: lines "Key: value" up to the
// first blank line, each followed by lines that go on with it, indented.
func multiMarkdown(src string) (meta head, n int) {
	if !multiStart.MatchString(src) {
		return meta, 0
	}
	block, _, found := strings.Cut(strings.ReplaceAll(src[:min(len(src), maxFrontMatter)], "\r\n", " \n"), "\n\n")
	if i := strings.Index(block, "\n \n"); i >= 0 {
		block, found = block[:i], true
	}
	if !found {
		return meta, 0
	}
	key := ""
	for line := range strings.SplitSeq(block, "\n") {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case ok && line[0] != ' ' && line[0] != '\t':
			key = strings.ToLower(strings.TrimSpace(name))
		case key != "":
			value = line
		}
		value = strings.TrimSpace(value)
		switch key {
		case "title":
			meta.meta.Title = strings.TrimSpace(meta.meta.Title + " " + value)
		case "author":
			for name := range strings.SplitSeq(value, " and ") {
				if name = strings.Trim(name, " ,;"); name != "" {
					meta.meta.Authors = append(meta.meta.Authors, name)
				}
			}
		case "date":
			meta.meta.Published = reader.Date(value)
		case "language":
			meta.meta.Language = strings.ToLower(value)
		}
	}
	return meta, len(block)
}
