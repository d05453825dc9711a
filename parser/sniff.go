package parser

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"ibid/parser/reader"
	"ibid/parser/reader/docx"
)

// ErrEmpty is a source without any text.
var ErrEmpty = errors.New("the file is empty: is it the right one, and was it saved?")

// UnknownFormatError is a source of a format that ibid does not read.
type UnknownFormatError struct {
	// Is is what the source looks like: "a PDF file", "a Word document".
	Is string
}

// Error says what the source is, and what can be done.
func (e *UnknownFormatError) Error() string {
	return fmt.Sprintf("this is %s, which ibid does not read yet: export it as text, HTML or Markdown", e.Is)
}

// extensions are the endings of names by format.
func extensions() map[string]string {
	return map[string]string{
		".txt": "text", ".text": "text", ".eml": "text",
		".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".qmd": "markdown", ".rmd": "markdown",
		".html": "html", ".htm": "html", ".xhtml": "html",
		".docx": "docx", ".docm": "docx",
	}
}

// Known says whether a file's name is that of a format that Parse reads.
func Known(name string) bool { return byName(name) != "" }

func byName(name string) string {
	if i := strings.IndexAny(name, "?#"); i >= 0 && strings.Contains(name, "://") {
		name = name[:i]
	}
	return extensions()[strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))]
}

// foreign are the first bytes of formats that are no text.
func foreign() []struct{ magic, is string } {
	return []struct{ magic, is string }{
		{"%PDF-", "a PDF file"},
		{"\x89PNG", "a picture (PNG)"},
		{"\xff\xd8\xff", "a picture (JPEG)"},
		{"GIF8", "a picture (GIF)"},
		{"\xd0\xcf\x11\xe0", "an old Word or Office file"},
		{"{\\rtf", "an RTF file"},
		{"\x1f\x8b", "a compressed file (gzip)"},
		{"7z\xbc\xaf", "a compressed file (7z)"},
		{"\x7fELF", "a program"},
	}
}

// zipped names what a zip container holds, by its file's ending.
func zipped(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".odt":
		return "an OpenDocument text (ODT)"
	case ".epub":
		return "an e-book (EPUB)"
	}
	return "a zip container (a Word, OpenDocument or EPUB file is one)"
}

var (
	htmlStart    = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]`)
	htmlBlock    = regexp.MustCompile(`(?i)</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|article|section|blockquote|span|sup|br)\b[^>]*>`)
	markdownNote = regexp.MustCompile(`(?m)^ {0,3}\[\^[^\]\s]+\]:`)
	markdownATX  = regexp.MustCompile(`(?m)^#{1,6} \S`)
	markdownLink = regexp.MustCompile(`\[[^\]\n]+\]\((?:https?:|/|\.|#)[^)\n]*\)`)
	frontMatter  = regexp.MustCompile(`^(?:---|\+\+\+)\r?\n`)
)

// sniffed is how much of a source Sniff looks at, in bytes.
const sniffed = 64 << 10

// Sniff says which reader a source is for: "docx", "html", "markdown" or "text". The
// content speaks first, the name second.
func Sniff(data []byte, hint reader.Hint) (format string, err error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", ErrEmpty
	}
	if docx.Encrypted(data) {
		return "", docx.ErrEncrypted
	}
	for _, f := range foreign() {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return "", &UnknownFormatError{Is: f.is}
		}
	}
	named := byName(hint.Name)
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || zippedName(hint.Name) && bytes.HasPrefix(data, []byte("PK")) {
		if docx.Is(data) || named == "docx" {
			return "docx", nil
		}
		return "", &UnknownFormatError{Is: zipped(hint.Name)}
	}
	head := plainHead(data)
	if named == "docx" {
		named = "" // it is none, whatever its name says
	}
	mime, _, _ := strings.Cut(strings.ToLower(hint.ContentType), ";")
	switch mime = strings.TrimSpace(mime); {
	case htmlStart.Match(head):
		return "html", nil
	case named != "":
		if named == "text" && mostlyTags(head) {
			return "html", nil
		}
		return named, nil
	case mime == "text/html" || mime == "application/xhtml+xml" || mostlyTags(head):
		return "html", nil
	case mime == "text/markdown":
		return "markdown", nil
	case markdownNote.Match(head) || frontMatter.Match(head) || markdownATX.Match(head) && markdownLink.Match(head):
		return "markdown", nil
	}
	return "text", nil
}

func zippedName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm", ".odt", ".epub":
		return true
	}
	return false
}

// plainHead is the start of a source in one-byte characters.
func plainHead(data []byte) []byte {
	head := data[:min(len(data), sniffed)]
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

// mostlyTags says whether a source without a proper start is HTML all the
// same: it begins with a tag and has more of them.
func mostlyTags(head []byte) bool {
	trimmed := bytes.TrimSpace(head)
	return bytes.HasPrefix(trimmed, []byte("<")) && len(htmlBlock.FindAllIndex(head, 3)) >= 2
}
