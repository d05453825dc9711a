package latex

import (
	"path"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/bib"
	"ibid/parser/reader/charset"
	"ibid/pattern"
)

const (
	// maxInputs bounds how many times other files are read in, maxNested how
	// deep they are in each other, maxInput how long they may be together in bytes.
	maxInputs = 300
	maxNested = 10
	maxInput  = 64 << 20
)

// files are those that an article is made of, besides its own.
type files struct {
	hint reader.Hint
	// texts are those that were read, by name; one that is not there is "".
	texts   map[string]included
	library *bib.Library // nil before it is asked for
	inputs  int
	size    int
}

// included is a file that is read in.
type included struct {
	text string
	enc  document.Encoding
}

var (
	// lists names the files of works: \bibliography{a,b}, \addbibresource{a.bib}.
	lists = pattern.New(`\\(?:bibliography|addbibresource|addglobalbib|addsectionbib)(?:\[[^\]]*\])?\{([^{}\n]+)\}`)
	// inputs names files that are read in.
	inputs = pattern.New(`\\(?:input|include|subfile)\{([^{}\n]+)\}`)
	// own are works that stand in the article itself.
	own = pattern.New(`\\begin\{filecontents\*?\}(?:\[[^\]]*\])?\{[^{}\n]+\.bib\}`)

	bibStyle = pattern.New(`\\(?:usepackage|RequirePackage|ExecuteBibliographyOptions)(?:\[([^\]]*)\])?\{biblatex(?:-[a-z]+)?\}`)
	autocite = pattern.New(`\bautocite\s*=\s*(\w+)`)
	styleIs  = pattern.New(`\b(?:cite)?style\s*=\s*([\w-]+)`)
)

// beside are the names that a file may have that the article names: beside the
// article, or where the command was run.
func (f *files) beside(name, ext string) []string {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if path.Ext(name) == "" && ext != "" {
		name += ext
	}
	return f.hint.Beside(name)
}

// works are those that the article's lists hold.
func (r *reading) works() *bib.Citer {
	if r.citer == nil {
		if r.files.library == nil {
			r.files.library = r.files.load(r.doc.Source.Text(""))
		}
		r.citer = bib.NewCiter(r.files.library)
	}
	return r.citer
}

// load reads the lists that a source names, and those that what it reads in at
// its start names. A list that can't be read is none: its keys stay.
func (f *files) load(src string) *bib.Library {
	lib := bib.New()
	for _, m := range own.FindAllStringIndex(src, maxNested) {
		body, _, _ := strings.Cut(src[m[1]:], `\end{filecontents`)
		_ = lib.Add("own.bib", []byte(body)) // BibTeX is never broken
	}
	sources := []string{src}
	for _, name := range arguments(inputs, src) {
		if other, _ := f.text(name); other.text != "" {
			sources = append(sources, other.text)
		}
	}
	for _, s := range sources {
		for _, names := range arguments(lists, s) {
			for name := range strings.SplitSeq(names, ",") {
				_ = lib.AddFile(f.hint.Files, f.beside(name, ".bib")...) // as above
			}
		}
	}
	return lib
}

// arguments are those of the commands that a pattern finds outside of comments.
func arguments(command *pattern.Pattern, src string) []string {
	var out []string
	for _, m := range command.FindAllStringSubmatchIndex(src, maxInputs) {
		line := src[strings.LastIndexByte(src[:m[0]], '\n')+1 : m[0]]
		if !strings.Contains(strings.ReplaceAll(line, `\%`, ""), "%") {
			out = append(out, src[m[2]:m[3]])
		}
	}
	return out
}

// text is a file of LaTeX beside the article, and its name; without text if there is none.
func (f *files) text(name string) (file included, found string) {
	for _, try := range f.beside(name, ".tex") {
		file, known := f.texts[try]
		if !known {
			if data, err := bib.ReadFile(f.hint.Files, try); err == nil {
				if text, enc, _, err := charset.Decode(data, reader.Hint{Name: try}, false); err == nil {
					file = included{text, enc}
				}
			}
			f.texts[try] = file
		}
		if file.text != "" {
			return file, try
		}
	}
	return included{}, ""
}

// input reads another file in its place; what it holds stands in a part of the
// source that has its name.
func (r *reading) input(name string, chapter bool) {
	f := r.files
	file, found := f.text(name)
	text := file.text
	if text == "" || r.nested >= maxNested || f.inputs >= maxInputs || f.size+len(text) > maxInput {
		return
	}
	f.inputs++
	f.size += len(text)
	if r.doc.Source.Text(found) == "" {
		r.doc.Source.Include(found, text, file.enc)
	}
	if chapter {
		r.w.Break()
	}
	src, at, part, fixed, frame := r.src, r.at, r.part, r.fixed, r.frame
	r.src, r.at, r.part, r.fixed, r.frame = text, 0, found, nil, nil
	r.define(text)
	if start := strings.Index(text, `\begin{document}`); start >= 0 {
		r.at = start + len(`\begin{document}`) // a file that can also be set by itself
	}
	r.nested++
	r.text("")
	r.nested--
	r.src, r.at, r.part, r.fixed, r.frame = src, at, part, fixed, frame
	if chapter {
		r.w.Break()
	}
}

// span is a stretch of the file that is read.
func (r *reading) span(start, end int) document.Span {
	if r.fixed != nil {
		return *r.fixed
	}
	return document.Span{Start: start, End: end, Part: r.part}
}

// citesInNotes says whether \autocite makes a note: the style says so, or says nothing.
func (r *reading) citesInNotes() bool {
	if r.inline == 0 {
		r.inline = -1
		main := r.doc.Source.Text("")
		if m := bibStyle.FindStringSubmatch(main[:min(len(main), sniffed)]); m != nil && !notesStyle(m[0], m[1]) {
			r.inline = 1
		}
	}
	return r.inline < 0
}

// sniffed is how much of a source is its preamble at most, in bytes.
const sniffed = 64 << 10

// notesStyle says whether a style of biblatex cites in notes.
func notesStyle(command, options string) bool {
	if m := autocite.FindStringSubmatch(options); m != nil {
		return m[1] == "footnote"
	}
	if strings.Contains(command, "biblatex-chicago") {
		return !strings.Contains(options, "authordate")
	}
	m := styleIs.FindStringSubmatch(options)
	if m == nil {
		return false // numbers in brackets
	}
	for _, word := range []string{"verbose", "notes", "footnote", "mhra", "oscola", "turabian", "jura", "historian", "philosophy-verbose", "sbl", "dnb", "windycity", "archaeologie", "reading"} {
		if strings.Contains(m[1], word) {
			return true
		}
	}
	return false
}
