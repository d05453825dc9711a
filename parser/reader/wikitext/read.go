package wikitext

import (
	"context"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/flow"
	"ibid/pattern"
)

var (
	signRef     = pattern.New(`(?i)<ref(?:\s+(?:name|group)\s*=[^<>\n]{1,200})?\s*/?>|<references\s*/?>|\{\{\s*(?:reflist|references|sfn|efn|einzelnachweise|références|ref-list|listaref|примечания)\s*[|}]`)
	signHeading = pattern.New(`(?m)^(={2,6})[^=\n][^\n]*={2,6}[ \t\r]*$`)
	signMarkup  = pattern.New(`'''|\[\[[^\[\]\n]{1,200}\]\]|\{\{[^{}\n]{1,200}`)
)

// Is says whether the start of a file that no name tells is wikitext.
func Is(head []byte) bool {
	if !signMarkup.Match(head) {
		return false
	}
	return signRef.Match(head) || signHeading.Match(head)
}

// reading is one source being read.
type reading struct {
	ctx        context.Context //nolint:containedctx // lives as long as one call of Read
	src        string
	at         int
	doc        *document.Document
	w          *flow.Writer
	constructs []construct
	depth      int
	steps      int
	// notes are those with a name, by key, and named the same in source order;
	// groups count the notes.
	notes   map[string]*note
	named   []*note
	groups  map[string]int
	unnamed int
	waiting []*note // are called in a note, and read behind it
	// noting are the places of all that calls a note, in order.
	noting []int
	works  map[string]*work // that the article lists, by surnames and year

	quotes   []quote // of the line that is read
	counters []int   // of numbered lists
	inCite   bool    // a template of a source is read
	silent   bool    // notes that are called now are not noted
}

// Read makes a Document of wikitext. An error means that data is binary or
// that ctx ended; no source is too broken to be read.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	return ReadText(ctx, src, document.NewSource(src, enc), hint)
}

// ReadText is Read for text that another reader decoded; source leads from its
// offsets to the file. An error means that ctx ended.
func ReadText(ctx context.Context, src string, source *document.Source, hint reader.Hint) (*document.Document, error) {
	doc := &document.Document{Format: "wikitext", Source: source, Blocks: reader.Room(src, "\n\n", "</ref>", "{{sfn")}
	r := &reading{ctx: ctx, src: src, doc: doc, w: flow.NewWriter(doc), constructs: scan(src), notes: map[string]*note{}, groups: map[string]int{}, works: map[string]*work{}}
	r.survey()
	r.content(len(src))
	r.w.Break()
	r.uncalled()
	r.w.Close()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	m := &doc.Meta
	m.URL = hint.URL
	if m.Title == "" {
		m.Title = reader.OnlyHeading(doc)
	}
	if m.Language == "" {
		m.Language = reader.Language(doc)
	}
	return doc, nil
}

// content reads blocks from where the reading is up to an offset.
func (r *reading) content(end int) {
	for r.at < end {
		if r.steps++; r.steps%1024 == 0 && r.ctx.Err() != nil {
			r.at = end
			return
		}
		r.block(end)
	}
}

// part reads a stretch of the source as blocks, and comes back.
func (r *reading) part(start, end int) {
	if r.depth >= maxDepth {
		return
	}
	at, quotes := r.at, r.quotes
	r.at, r.quotes = start, nil
	r.depth++
	r.content(end)
	r.depth--
	r.at, r.quotes = at, quotes
}

// block reads what begins with a line.
func (r *reading) block(end int) {
	line := r.src[r.at:end]
	blank := strings.TrimLeft(line, " \t\r")
	if strings.HasPrefix(blank, "\n") {
		r.w.Break()
		r.counters = nil
		r.at = end - len(blank) + 1
		return
	}
	switch {
	case line[0] == '=' && r.heading(end):
	case strings.IndexByte("*#;:", line[0]) >= 0:
		r.item(end)
	case strings.HasPrefix(blank, "{|"):
		r.at = end - len(blank) + 2
		r.table(end)
	case strings.HasPrefix(line, "----"):
		r.w.Break()
		r.at += len(line) - len(strings.TrimLeft(line, "-"))
	default:
		r.counters = nil
		r.line(end)
	}
}

// line reads up to the end of a line, which it takes, or of what opens in it.
func (r *reading) line(end int) {
	r.quotes = r.findQuotes(r.at, end)
	style := r.w.Style
	for r.at < end && r.src[r.at] != '\n' {
		r.one(end)
	}
	r.w.Style, r.quotes = style, nil
	if r.at < end {
		r.w.Add(document.NewText("\n", r.at, ""))
		r.at++
	}
}

// lineEnd is the end of the line that an offset is in, constructs that go on
// over it passed.
func (r *reading) lineEnd(at, end int) int {
	for at < end {
		n := strings.IndexAny(r.src[at:end], "\n{[<")
		if n < 0 {
			return end
		}
		if at += n; r.src[at] == '\n' {
			return at
		}
		at = r.behind(at, end)
	}
	return end
}

// heading reads "== Title =="; false if the line is none.
func (r *reading) heading(end int) bool {
	stop := r.lineEnd(r.at, end)
	text := strings.TrimRight(r.src[r.at:stop], " \t\r")
	for strings.HasSuffix(text, "-->") && strings.LastIndex(text, "<!--") > 0 {
		text = strings.TrimRight(text[:strings.LastIndex(text, "<!--")], " \t\r")
	}
	level := min(len(text)-len(strings.TrimLeft(text, "=")), len(text)-len(strings.TrimRight(text, "=")), 6)
	if level == 0 || len(text) <= 2*level {
		return false
	}
	w := r.w
	w.Break()
	outside := w.State
	w.Kind, w.Level = document.Heading, level
	shut := r.at + len(text) - level
	r.at += level
	for r.quotes = r.findQuotes(r.at, shut); r.at < shut; {
		r.one(shut)
	}
	w.Break()
	w.State, r.quotes, r.counters = outside, nil, nil
	r.at = min(end, stop+1)
	return true
}

// item reads an item of a list, or an indented line.
func (r *reading) item(end int) {
	w := r.w
	w.Break()
	outside := w.State
	start := r.at
	for r.at < end && strings.IndexByte("*#;:", r.src[r.at]) >= 0 {
		r.at++
	}
	signs := r.src[start:r.at]
	if rest := strings.TrimLeft(r.src[r.at:end], " \t"); strings.HasPrefix(rest, "{|") {
		r.at = end - len(rest) + 2
		r.table(end)
		return
	}
	if strings.Trim(signs, ":") != "" {
		w.Kind, w.Level = document.ListItem, min(len(signs), maxDepth)
		r.number(signs)
	}
	for r.at < end && (r.src[r.at] == ' ' || r.src[r.at] == '\t') {
		r.at++
	}
	stop := r.lineEnd(r.at, end)
	r.line(stop)
	w.Break()
	w.State = outside
	r.at = max(r.at, min(end, stop+1))
}

// number gives an item of a numbered list its number.
func (r *reading) number(signs string) {
	level := min(len(signs), maxDepth)
	for len(r.counters) < level {
		r.counters = append(r.counters, 0)
	}
	r.counters = r.counters[:level]
	if signs[len(signs)-1] != '#' {
		r.counters[level-1] = 0
		return
	}
	r.counters[level-1]++
	r.w.Label(document.Unit(decimal(r.counters[level-1]), document.Span{Start: r.at, End: r.at}))
}
