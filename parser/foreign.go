package parser

import (
	"bytes"
	"path"
	"strings"

	"ibid/parser/reader/charset"
)

// UnknownFormatError is a source of a format that ibid does not read.
type UnknownFormatError struct {
	// Is is what the source looks like: "a picture (PNG)".
	Is string
	// Do is what its user can do; "" for advice that fits all.
	Do string
}

// Error says what the source is, what can be done, and what is read.
func (e *UnknownFormatError) Error() string {
	do := e.Do
	if do == "" {
		do = "export the article in a format that it reads"
	}
	return "this is " + e.Is + ", which ibid does not read: " + do + " (" + charset.Known + ")"
}

// foreign is a format that is not read, by its first bytes or the ending of its
// name. Signs of text come last: they are short.
type foreign struct{ magic, ending, is, do string }

const (
	scan    = "recognise its text first (OCR), and check the file that comes of it"
	office  = "open it in Word or LibreOffice and save it as .docx"
	unpack  = "unpack it and check the files in it"
	pages   = "open it in Pages and export it as Word (File, Export To)"
	keynote = "a presentation has no notes of this kind; export its text, if need be"
)

func foreigners() []foreign {
	return []foreign{
		{magic: "\x89PNG", is: "a picture (PNG)", do: scan},
		{magic: "\xff\xd8\xff", is: "a picture (JPEG)", do: scan},
		{magic: "GIF8", is: "a picture (GIF)", do: scan},
		{magic: "II*\x00", is: "a picture (TIFF)", do: scan},
		{magic: "MM\x00*", is: "a picture (TIFF)", do: scan},
		{magic: "AT&TFORM", is: "a DjVu file", do: scan},
		{magic: "\xd0\xcf\x11\xe0", ending: ".xls", is: "an old Excel file (.xls)", do: "export the article in a format that it reads"},
		{magic: "\xd0\xcf\x11\xe0", ending: ".ppt", is: "an old PowerPoint file (.ppt)", do: keynote},
		{magic: "\xd0\xcf\x11\xe0", ending: ".msg", is: "an e-mail of Outlook (.msg)", do: "save it as text"},
		{magic: "\xd0\xcf\x11\xe0", is: "an old Word document (.doc)", do: office},
		{magic: "\xdb\xa5-", is: "a very old Word document (.doc)", do: office},
		{magic: "\xffWPC", is: "a WordPerfect document", do: "open it in LibreOffice and save it as .docx"},
		{magic: "\x1f\x8b", is: "a packed file (gzip)", do: unpack},
		{magic: "7z\xbc\xaf", is: "a packed file (7z)", do: unpack},
		{magic: "Rar!", is: "a packed file (RAR)", do: unpack},
		{magic: "BZh", is: "a packed file (bzip2)", do: unpack},
		{magic: "\xfd7zXZ", is: "a packed file (xz)", do: unpack},
		{magic: "\x7fELF", is: "a program", do: "name the article"},
		{magic: "%!PS", is: "a PostScript file", do: "make a PDF of it (ps2pdf)"},
		{magic: "SQLite format 3", is: "a database (SQLite)", do: "export the articles in it"},
		{magic: "PK", ending: ".pages", is: "a Pages document", do: pages},
		{magic: "PK", ending: ".key", is: "a Keynote presentation", do: keynote},
		{magic: "PK", ending: ".pptx", is: "a PowerPoint presentation", do: keynote},
		{magic: "PK", ending: ".xlsx", is: "an Excel workbook", do: "export the article in a format that it reads"},
		{magic: "PK", ending: ".ods", is: "a spreadsheet", do: "export the article in a format that it reads"},
		{magic: "PK", ending: ".zip", is: "a packed folder (zip)", do: unpack},
	}
}

// stranger says what a source is that is not read, nil if it is not known to be one.
func stranger(data []byte, name string) error {
	ending := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	if len(data) > 68 && bytes.Equal(data[60:68], []byte("BOOKMOBI")) {
		return &UnknownFormatError{Is: "an e-book for Kindle (Mobipocket)", Do: "make an EPUB of it (Calibre)"}
	}
	for _, f := range foreigners() {
		if bytes.HasPrefix(data, []byte(f.magic)) && (f.ending == "" || f.ending == ending) {
			return &UnknownFormatError{Is: f.is, Do: f.do}
		}
	}
	return nil
}
