package latex

import (
	"context"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/bib"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/flow"
	"ibid/pattern"
)

// maxDepth bounds how deep groups are followed; what stands deeper is read as
// if its braces were not there.
const maxDepth = 200

// Is says whether the start of a file is that of a LaTeX source.
func Is(head []byte) bool {
	s := string(head)
	return strings.Contains(s, `\documentclass`) || strings.Contains(s, `\begin{document}`)
}

// whole is how a source starts that is LaTeX and nothing else, comments aside.
var whole = pattern.New(`^(?:[ \t]*(?:%[^\n]*)?\r?\n)*[ \t]*\\(?:documentclass|PassOptionsToPackage|RequirePackage)[\[{]`)

// Whole says whether a file, whatever its name, starts as nothing but LaTeX does.
func Whole(head []byte) bool { return whole.Match(head) }

// reading is one source being read.
type reading struct {
	ctx   context.Context //nolint:containedctx // lives as long as one call of Read
	src   string
	at    int
	depth int
	doc   *document.Document
	w     *flow.Writer
	envs  []env
	// foot and end count the notes; numbers are those that labels in notes stand for.
	foot, end counter
	numbers   map[string]string
	note      string          // number of the note that is read
	marks     map[string]mark // by label: calls without text that wait for it
	book      bool
	chapter   int
	quotes    int  // \enquote in \enquote
	plain     bool // a quotation mark is itself, and begins none of babel's shorthands
	notes     int  // so far
	files     *files
	part      string // name of the file that is read, "" for the article's own
	nested    int    // how many files the reading is in
	citer     *bib.Citer
	macros    map[string]macro
	active    map[string]bool // macros that are read
	frame     *frame          // of the macro that is read
	fixed     *document.Span  // where what it makes stands
	calls     int             // of macros, in each other
	expanded  int             // what they made so far, in bytes
	inline    int             // 1 if \autocite cites in the text, -1 if in notes, 0 before that is known
}

// counter is one of LaTeX's, and how it is shown.
type counter struct {
	n     int
	style string // arabic, roman, Roman, alph, Alph, fnsymbol
}

// mark is a note whose \footnotemark came and whose text comes later, and how many
// times that is so.
type mark struct {
	key  string
	open int
}

// env is an environment that is open.
type env struct {
	name    string
	outside flow.State
	item    int
	element int
}

// Read makes a Document of a LaTeX source. An error means that data is binary
// or that ctx ended; no source is too broken to be read.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	source, numbers := document.NewSource(src, enc), map[string]string{}
	all := &files{hint: hint, texts: map[string]included{}}
	if strings.Contains(src, `\ref{`) || inputs.MatchString(src) {
		first := newReading(ctx, src, source, numbers)
		first.w = flow.NewDryWriter(first.doc)
		first.files = all
		first.read() // to know the numbers of notes that come later
		all.inputs, all.size = 0, 0
	}
	r := newReading(ctx, src, source, numbers)
	r.doc.Blocks = reader.Room(src, "\n\n", `\footnote`)
	r.files = all
	r.read()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	m := &r.doc.Meta
	m.URL = hint.URL
	if m.Title == "" {
		m.Title = reader.OnlyHeading(r.doc)
	}
	if m.Language == "" {
		m.Language = reader.Language(r.doc)
	}
	return r.doc, nil
}

func newReading(ctx context.Context, src string, source *document.Source, numbers map[string]string) *reading {
	r := &reading{
		ctx: ctx, src: src, numbers: numbers, marks: map[string]mark{}, macros: map[string]macro{}, active: map[string]bool{}, files: &files{texts: map[string]included{}},
		doc: &document.Document{Format: "latex", Source: source},
	}
	r.w = flow.NewWriter(r.doc)
	return r
}

func (r *reading) read() {
	start := strings.Index(r.src, `\begin{document}`)
	if start >= 0 {
		r.preamble(r.src[:start])
		r.at = start + len(`\begin{document}`)
	}
	r.text("")
	r.w.Close()
}

// text reads until the closing delimiter, which is taken, or the end of the
// source. "" reads to the end.
func (r *reading) text(closing string) {
	for n := 0; r.at < len(r.src); n++ {
		if n%4096 == 0 && r.ctx.Err() != nil {
			r.at = len(r.src)
			return
		}
		if closing != "" && strings.HasPrefix(r.src[r.at:], closing) {
			r.at += len(closing)
			return
		}
		r.one()
	}
}

// one reads one thing: a command, a group, a sign or a stretch of letters.
func (r *reading) one() {
	switch c := r.src[r.at]; c {
	case '\\':
		r.command()
	case '%':
		r.comment()
	case '{':
		r.at++
		r.group("}")
	case '}':
		r.at++ // one too many
	case '$':
		r.math()
	case '"':
		if r.plain {
			r.unit(`"`, 1)
			return
		}
		r.letters()
	case '&':
		if r.inTable() {
			r.w.Break()
			r.at++
			return
		}
		r.unit("&", 1)
	case '\n':
		r.lines()
	case '#':
		if !r.parameter() {
			r.letters()
		}
	default:
		r.letters()
	}
}

// group reads to a closing delimiter; declarations in it end there.
func (r *reading) group(closing string) {
	if r.depth++; r.depth > maxDepth {
		r.depth--
		return
	}
	outside := r.w.State
	r.text(closing)
	outside.Element = r.w.Element
	r.w.State = outside
	r.depth--
}

// comment leaves out the rest of a line, and the white space that the next
// begins with.
func (r *reading) comment() {
	end := strings.IndexByte(r.src[r.at:], '\n')
	if end < 0 {
		r.at = len(r.src)
		return
	}
	r.at += end + 1
	for r.at < len(r.src) && (r.src[r.at] == ' ' || r.src[r.at] == '\t') {
		r.at++
	}
}

// lines reads a line break; an empty line ends the paragraph.
func (r *reading) lines() {
	start, breaks := r.at, 0
	for r.at < len(r.src) && strings.IndexByte(" \t\r\n", r.src[r.at]) >= 0 {
		if r.src[r.at] == '\n' {
			breaks++
		}
		r.at++
	}
	if breaks > 1 {
		r.w.Break()
		return
	}
	r.w.Add(document.Unit(" ", r.span(start, r.at)))
}

// unit adds what n bytes of the source stand for.
func (r *reading) unit(s string, n int) {
	r.w.Add(document.Unit(s, r.span(r.at, min(len(r.src), r.at+n))))
	r.at = min(len(r.src), r.at+n)
}

// letters reads text to the next sign that means something.
func (r *reading) letters() {
	if strings.IndexByte("-`'\"?!~", r.src[r.at]) >= 0 {
		for _, l := range ligatures() {
			if strings.HasPrefix(r.src[r.at:], l.typed) {
				r.unit(l.shown, len(l.typed))
				return
			}
		}
	}
	start := r.at
	r.at++
	for r.at < len(r.src) && strings.IndexByte("\\%{}$&\n~`'\"-?!#", r.src[r.at]) < 0 {
		r.at++
	}
	if r.src[start] == '"' && r.at == start+1 {
		r.w.Add(document.Unit("”", r.span(start, r.at)))
		return
	}
	r.w.Add(r.asTyped(start, r.at))
}

// math reads a formula. A raised number is a marker typed by hand, the rest is
// kept as it is typed.
func (r *reading) math() {
	open := "$"
	if strings.HasPrefix(r.src[r.at:], "$$") {
		open = "$$"
	}
	start := r.at + len(open)
	end := strings.Index(r.src[start:min(len(r.src), start+longestFormula)], open)
	if end < 0 {
		r.unit("$", 1)
		return
	}
	r.formula(start, start+end, start+end+len(open))
}

// longestFormula is how far the end of a formula is looked for, in bytes.
const longestFormula = 4 << 10

// formula adds a formula that stands between two offsets, and goes on behind it.
func (r *reading) formula(start, end, behind int) {
	inner := strings.TrimSpace(r.src[start:end])
	raised := strings.Trim(strings.TrimPrefix(strings.TrimPrefix(inner, "{}"), "^"), "{} ")
	outside := r.w.State
	if strings.Contains(inner, "^") && raised != "" && strings.Trim(raised, "0123456789,* ") == "" {
		at := start + strings.Index(r.src[start:end], raised)
		r.w.Style |= document.Superscript
		r.w.Add(r.asTyped(at, at+len(raised)))
	} else {
		r.w.Add(r.asTyped(start, end))
	}
	r.w.State = outside
	r.at = behind
}

// name reads the name of a command behind its backslash: letters, or one sign.
func (r *reading) name() string {
	start := r.at
	for r.at < len(r.src) && (letter(r.src[r.at]) || r.src[r.at] == '@' && r.at > start) {
		r.at++
	}
	if r.at == start && r.at < len(r.src) {
		r.at++
	}
	return r.src[start:r.at]
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// space passes over white space that a command takes, no empty line.
func (r *reading) space() {
	for at, breaks := r.at, 0; at < len(r.src); at++ {
		switch r.src[at] {
		case '\n':
			if breaks++; breaks > 1 {
				return
			}
		case ' ', '\t', '\r':
		case '%':
			return
		default:
			r.at = at
			return
		}
	}
}

// longestArgument bounds arguments that are read as they are typed, in bytes.
const longestArgument = 8 << 10

// raw reads an argument in braces as it is typed; ok is false if there is none.
func (r *reading) raw() (start, end int, ok bool) { return r.delimited('{', '}') }

// option reads an argument in brackets as it is typed.
func (r *reading) option() (value string, ok bool) {
	start, end, ok := r.delimited('[', ']')
	if !ok {
		return "", false
	}
	return r.src[start:end], true
}

func (r *reading) delimited(open, closing byte) (start, end int, ok bool) {
	before := r.at
	r.space()
	if r.at >= len(r.src) || r.src[r.at] != open {
		r.at = before
		return 0, 0, false
	}
	depth := 0
	for i := r.at; i < min(len(r.src), r.at+longestArgument); i++ {
		switch c := r.src[i]; c {
		case '\\':
			i++
		case open, '{':
			depth++
		case closing, '}':
			if depth--; depth <= 0 {
				start, end = r.at+1, i
				r.at = i + 1
				return start, end, true
			}
		}
	}
	r.at = before
	return 0, 0, false
}

// argument reads an argument into the text: a group, or one thing.
func (r *reading) argument() {
	r.space()
	switch {
	case r.at >= len(r.src):
	case r.src[r.at] == '{':
		r.at++
		r.group("}")
	case r.src[r.at] != '}':
		r.one()
	}
}

// text of a number.
func (c counter) show(n int) string {
	switch c.style {
	case "roman":
		return strings.ToLower(roman(n))
	case "Roman":
		return roman(n)
	case "alph":
		return alphabetic(n, 'a')
	case "Alph":
		return alphabetic(n, 'A')
	case "fnsymbol":
		signs := []string{"*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡"}
		if n >= 1 && n <= len(signs) {
			return signs[n-1]
		}
	}
	return strconv.Itoa(n)
}

func alphabetic(n int, first rune) string {
	if n < 1 || n > 26 {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}
