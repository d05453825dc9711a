package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/pattern"
)

// tip is a note in an attribute of an element that may be its marker.
type tip struct {
	note document.Text
	// from is how many runs the open block had before the element.
	from int
	// sure: the attribute speaks of notes, so the element need not show a number.
	sure   bool
	number string
	tag    document.Span
}

// tipWords are words in the names of data attributes that hold what pops up.
var tipWords = pattern.New(`^data-(?:.*-)?(?:footnote|fn|note|sidenote|tooltip|tippy|tip|title|content|popover|text|html|desc|description|reference|citation|cite)(?:-(?:content|text|html|body|note|title|footnote|tip))*$`)

// tipOrder is what a page says of a control itself: "See footnote 3".
var tipOrder = pattern.New(`(?i)^\W*(?:(?:jump|go|see|view|read|open|show|click|scroll|skip|back|return|toggle|link|tap|expand|display)\b.{0,40})?\b(?:foot|end|side)?(?:note|reference|citation|ref)s?\b[\s#:]*(?:\d+|[ivx]+)?\W*$`)

// tipOf reads a note out of a tag's attributes; nil if there is none.
func (b *builder) tipOf(name string, a attributes, start, end int) *tip {
	switch name {
	case "a", "sup", "span", "button", "label", "abbr", "mark", "i", "em", "b", "small", "cite":
	default:
		return nil
	}
	if b.top().skip || b.top().inNotes && name != "button" && (len(b.asides) == 0 || lastText(b.text) >= 0) || a.href != "" && a.href[0] != '#' && !strings.HasPrefix(a.href, "javascript:") {
		return nil
	}
	for _, key := range a.tips {
		text, ok := b.attributeText(key, start, end)
		if !ok || !tipText(text.String) {
			continue
		}
		t := &tip{note: text, from: len(b.text), number: a.number, tag: b.span(start, end)}
		t.sure = strings.Contains(key, "footnote") || strings.Contains(key, "sidenote") || key != "title" && noteWord(a.class)
		return t
	}
	return nil
}

// pops says of a control whether a note pops up at it: it stands where markers do,
// or says that it is one.
func (b *builder) pops(a attributes) bool {
	return len(a.tips) > 0 && (b.top().style.Has(document.Superscript) || noteWord(a.class))
}

// tipText says whether what an attribute holds may be a note: words, or an
// address, and not the name of a control.
func tipText(s string) bool {
	if tipOrder.MatchString(s) {
		return false
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1 && (strings.ContainsAny(s, " .,:") || letters > 12)
}

// sentence says whether a text is more than words: it has a capital or a stop.
func sentence(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\n<\"“„«‘'(["))
	return unicode.IsUpper(first) || !unicode.IsLower(first) || strings.ContainsAny(s, ".,:;/")
}

// endTip makes a note of an attribute if its element shows a label.
func (b *builder) endTip(t *tip) {
	from := min(t.from, len(b.text))
	shown, raised := "", false
	for i := from; i < len(b.text); i++ {
		if b.text[i].run.NoteRef != "" && strings.HasPrefix(b.text[i].run.NoteRef, besideKey) {
			return // an element inside it has the note
		}
		raised = raised || b.text[i].run.Style.Has(document.Superscript)
		if shown += b.text[i].text.Text().String; len(shown) > looked {
			return // no label is so long
		}
	}
	shown = strings.TrimSpace(shown)
	label := shown != "" && isLabel(shown)
	if label && !t.sure && (!raised && !strings.ContainsAny(shown, "[(") || !b.hasWords() && len(b.asides) == 0 || !sentence(t.note.String)) {
		return // a page's number, a day of a calendar, "cubic metres"
	}
	if !label && (!t.sure || shown != "") {
		return
	}
	key := b.besideKey()
	number := bareLabel(shown)
	switch {
	case label:
		for i := from; i < len(b.text); i++ {
			b.text[i].run.NoteRef = key
		}
	default:
		b.ensureBlock(t.tag)
		number = b.besideMarker(key, t.number, t.tag)
	}
	block := document.Block{Kind: document.NoteBody, Region: document.Body, Element: b.top().element, Note: key, Label: number, Beside: true, Span: t.note.All()}
	block.Runs = tipRuns(t.note)
	b.after = append(b.after, noted{block, extra{}})
	b.apart = true
}

// tipRuns reads the markup that an attribute may hold.
func tipRuns(t document.Text) []document.Run {
	if !strings.ContainsAny(t.String, "<&") {
		return []document.Run{{Text: t, Style: document.Hidden}}
	}
	var runs []document.Run
	var styles []document.Style
	style := document.Hidden
	href := document.Text{}
	z := html.NewTokenizer(strings.NewReader(t.String))
	for at := 0; ; {
		kind := z.Next()
		start := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return runs
		case html.TextToken:
			runs = append(runs, document.Run{Text: unescaped(t.Slice(start, at)), Style: style, Href: document.LinkTo(href)})
		case html.StartTagToken:
			name := tagName(t.String[start:at])
			a := readAttributes(z)
			switch {
			case name == "a":
				href = document.Text{}
				if from, to, ok := attributeValue(t.String[start:at], "href"); ok {
					href = unescaped(t.Slice(start+from, start+to))
				}
			case isVoid(name) || isBlock(name):
			case len(styles) < maxDepth:
				styles = append(styles, style)
				style |= styleOf(name, a, strings.Fields(a.class))
			}
			if (isBlock(name) || name == "br") && len(runs) > 0 {
				runs = append(runs, document.Run{Text: document.Unit("\n", t.Span(start, at)), Style: document.Hidden})
			}
		case html.EndTagToken:
			switch name := tagName(t.String[start:at]); {
			case name == "a":
				href = document.Text{}
			case !isVoid(name) && !isBlock(name) && len(styles) > 0:
				style, styles = styles[len(styles)-1], styles[:len(styles)-1]
			}
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// unescaped resolves the entities of text that was decoded once already: an
// attribute that holds markup.
func unescaped(t document.Text) document.Text {
	if !strings.Contains(t.String, "&") {
		return t
	}
	var out document.Builder
	from := 0
	for i := 0; i < len(t.String); i++ {
		end := entityEnd(t.String, i)
		if end == 0 {
			continue
		}
		if decoded := html.UnescapeString(t.String[i:end]); decoded != t.String[i:end] {
			out.Append(t.Slice(from, i))
			appendEntity(&out, decoded, t.Span(i, end))
			from = end
			i = end - 1
		}
	}
	out.Append(t.Slice(from, t.Len()))
	return out.Text()
}

// marksNote says whether a class may be that of a marker: its text then is a run
// of its own.
func marksNote(class string) bool {
	if class == "" {
		return false
	}
	class = strings.ToLower(class)
	for _, word := range [...]string{"note", "fn", "ref", "tooltip", "cite"} {
		if strings.Contains(class, word) {
			return true
		}
	}
	return false
}

// leads makes a link of a control that a script takes to a place on the page.
func (o *open) leads(a attributes, tag document.Span) {
	own := a.href == "#" || strings.HasPrefix(a.href, "javascript:")
	if a.leads != "" && (own || a.href == "" && o.href.Empty()) {
		o.href = document.Unit("#"+a.leads, tag)
	}
}
