package parser

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"ibid/parser/reader"
	"ibid/parser/reader/docx"
	"ibid/parser/reader/epub"
	"ibid/parser/reader/jats"
	"ibid/parser/reader/latex"
	"ibid/parser/reader/odt"
	"ibid/parser/reader/pandoc"
	"ibid/parser/reader/pdf"
	"ibid/parser/reader/tei"
	"ibid/parser/reader/wikitext"
	"ibid/pattern"
)

// ErrEmpty is a source without any text.
var ErrEmpty = errors.New("the file is empty: is it the right one, and was it saved?")

// extensions are the endings of names by format.
func extensions() map[string]string {
	return map[string]string{
		".txt": "text", ".text": "text", ".eml": "text",
		".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".qmd": "markdown", ".rmd": "markdown",
		".html": "html", ".htm": "html", ".xhtml": "html",
		".docx": "docx", ".docm": "docx",
		".odt": "odt", ".fodt": "odt", ".ott": "odt",
		".epub": "epub",
		".pdf":  "pdf",
		".tex":  "latex", ".latex": "latex", ".ltx": "latex",
		".wiki": "wikitext", ".mediawiki": "wikitext", ".wikitext": "wikitext",
		".nxml": "jats", ".jats": "jats", ".tei": "tei",
	}
}

// Known says whether a file's name is that of a format that Parse reads by itself.
func Known(name string) bool { return extensions()[ending(name)] != "" }

// Convertible says whether it is that of a format that Parse leaves to a converter.
func Convertible(name string) bool { return !Known(name) && byName(name) != "" }

func byName(name string) string {
	end := ending(name)
	if format := extensions()[end]; format != "" {
		return format
	}
	for _, f := range pandoc.Formats() {
		if slices.Contains(f.Endings, end) {
			return f.Name
		}
	}
	return ""
}

// ending is the ending of a file's name, or of an address without its query.
func ending(name string) string {
	if i := strings.IndexAny(name, "?#"); i >= 0 && strings.Contains(name, "://") {
		name = name[:i]
	}
	return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
}

var (
	htmlStart    = pattern.New(`(?i)^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]`)
	xmlStart     = pattern.New(`^\s*<(?:\?xml|!DOCTYPE|\w+:?(?:article|TEI|document)\b|article\b|TEI\b|FictionBook\b|book\b|chapter\b)`)
	htmlBlock    = pattern.New(`(?i)</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|article|section|blockquote|span|sup|br)\b[^>]*>`)
	anyTag       = pattern.New(`(?i)<(?:/?[a-z][a-z0-9]{0,19}[\s/>]|!)`)
	markdownNote = pattern.New(`(?m)^ {0,3}\[\^[^\]\s]+\]:`)
	markdownATX  = pattern.New(`(?m)^#{1,6} \S`)
	markdownLink = pattern.New(`\[[^\]\n]+\]\((?:https?:|/|\.|#)[^)\n]*\)`)
	docBook      = pattern.New(`docbook\.org/ns/docbook|DTD DocBook|oasis-open\.org/docbook`)
	frontMatter  = pattern.New(`^(?:---|\+\+\+)\r?\n`)
)

// xmlRoot is the first element of an XML file, behind declarations and comments.
var xmlRoot = pattern.New(`^\s*(?:(?:<\?[^>]*>|(?s:<!--.*?-->)|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)\s*)*<(?:[\w.-]+:)?([\w.-]+)`)

// root is the name of an XML file's first element, "" if it is none.
func root(head []byte) string {
	if m := xmlRoot.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	return ""
}

// otherXML says whether a source says that it is XML, and of no kind that is read:
// neither by its first element, nor as a piece of a web page.
func otherXML(head []byte, name string) bool {
	if ending(name) != ".xml" && !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml ")) {
		return false
	}
	first := root(head)
	return first != "" && !htmlBlock.MatchString("<"+first+">") && first != "body" && first != "main"
}

// ArticleXML says of the start of a file, of which its name says no more than that
// it is XML, whether it is an article: one that Parse reads by itself, or leaves to
// a converter.
func ArticleXML(data []byte) (known, convertible bool) {
	head := plainHead(data)
	switch root(head) {
	case "TEI", "TEI.2", "teiCorpus", "article", "document", "book", "chapter", "FictionBook":
	default:
		return false, false
	}
	switch sniffXML(head) {
	case "odt", "tei", "jats":
		return true, false
	case "docbook", "fb2":
		return false, true
	}
	return false, false
}

// sniffed is how much of a source Sniff looks at, in bytes.
const sniffed = 64 << 10

// Sniff says which reader a source is for: one that readers knows. The
// content speaks first, the name second.
func Sniff(data []byte, hint reader.Hint) (format string, err error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", ErrEmpty
	}
	if docx.Encrypted(data) {
		return "", docx.ErrEncrypted
	}
	if pdf.Is(data) {
		return "pdf", nil
	}
	if bytes.HasPrefix(data, []byte("{\\rtf")) {
		return "rtf", nil
	}
	named := byName(hint.Name)
	if err := stranger(data, hint.Name); err != nil && packed(data) == "" {
		return "", err
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || inZip(named) && bytes.HasPrefix(data, []byte("PK")) {
		return sniffZip(data, named)
	}
	head := plainHead(data)
	if !mayBe(named, head) {
		named = "" // it is none, whatever its name says
	}
	mime, _, _ := strings.Cut(strings.ToLower(hint.ContentType), ";")
	switch mime = strings.TrimSpace(mime); {
	case htmlStart.Match(head):
		return "html", nil
	case xmlStart.Match(head) && sniffXML(head) != "":
		return sniffXML(head), nil
	case latex.Is(head) && (named == "" || named == "text" || named == "markdown" && latex.Whole(head)):
		return "latex", nil
	case (named == "" || named == "text") && mime != "text/html" && !markdownNote.Match(head) && !mostlyTags(head) && wikitext.Is(head):
		return "wikitext", nil
	case named != "":
		if named == "text" && mostlyTags(head) {
			return "html", nil
		}
		return named, nil
	case mime == "" && otherXML(head, hint.Name):
		return "", &UnknownFormatError{Is: "XML of a kind (<" + root(head) + ">)"}
	case mime == "text/html" || mime == "application/xhtml+xml" || mostlyTags(head):
		return "html", nil
	case mime == "text/markdown":
		return "markdown", nil
	case markdownNote.Match(head) || frontMatter.Match(head) || markdownATX.Match(head) && markdownLink.Match(head):
		return "markdown", nil
	}
	return "text", nil
}

// mayBe says whether a source that is no container may be of the format that its
// name says.
func mayBe(named string, head []byte) bool {
	switch {
	case inZip(named):
		return odt.Flat(head)
	case inXML(named):
		return bytes.HasPrefix(bytes.TrimSpace(head), []byte("<"))
	case named == "html":
		return anyTag.Match(head) || bytes.IndexByte(bytes.TrimSpace(head), '\n') < 0
	case named == "pdf":
		return !utf8.Valid(head) || bytes.IndexByte(head, 0) >= 0 // else it is a text
	}
	return true
}

// inZip says whether files of a format are zip containers.
func inZip(format string) bool { return format == "docx" || format == "odt" || format == "epub" }

// inXML says whether files of a format are XML and nothing else.
func inXML(format string) bool {
	return format == "jats" || format == "tei" || format == "docbook" || format == "fb2" || format == "opml"
}

// packed is the format of a document that is a zip container, "" for all else.
func packed(data []byte) string {
	switch {
	case !bytes.HasPrefix(data, []byte("PK")):
	case docx.Is(data):
		return "docx"
	case epub.Is(data):
		return "epub"
	case odt.Is(data):
		return "odt"
	}
	return ""
}

// sniffZip says what a zip container holds.
func sniffZip(data []byte, named string) (string, error) {
	if format := packed(data); format != "" {
		return format, nil
	}
	if inZip(named) {
		return named, nil // its reader says what is wrong with it
	}
	return "", &UnknownFormatError{Is: "a zip container, but no Word document, OpenDocument text or e-book", Do: unpack}
}

// sniffXML says what an XML file is, "" if nothing that is known.
func sniffXML(head []byte) string {
	switch {
	case odt.Flat(head):
		return "odt"
	case tei.Is(head):
		return "tei"
	case jats.Is(head):
		return "jats"
	case bytes.Contains(head, []byte("<FictionBook")):
		return "fb2"
	case docBook.Match(head):
		return "docbook"
	}
	return ""
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
