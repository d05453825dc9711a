package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"ibid/parser/document"
)

func itoa(n int) string { return strconv.Itoa(n) }

// inline is the style and link that inline nodes inherit.
type inline struct {
	style document.Style
	href  document.Text
	ref   string
}

// add appends text to the open block.
func (w *walker) add(t document.Text, in inline) {
	if t.Empty() {
		return
	}
	if n := len(w.text); n > 0 && in.ref == "" {
		r := &w.text[n-1]
		if r.run.Style == in.style && r.run.NoteRef == "" && r.run.Href.String == in.href.String && r.run.Href.All() == in.href.All() && r.run.Anchors == nil {
			r.b.Append(t)
			return
		}
	}
	r := runText{run: document.Run{Style: in.style, Href: in.href, NoteRef: in.ref}, b: &document.Builder{}}
	r.b.Append(t)
	w.text = append(w.text, r)
}

// inlines walks inline nodes.
func (w *walker) inlines(n ast.Node, in inline) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Text:
			w.add(w.decoded(k.Segment.Start, k.Segment.Stop), in)
			if k.SoftLineBreak() || k.HardLineBreak() {
				end := k.Segment.Stop
				next := end
				for next < len(w.src) && (w.src[next] == ' ' || w.src[next] == '\r' || w.src[next] == '\\') {
					next++
				}
				if next < len(w.src) && w.src[next] == '\n' {
					next++
				}
				w.add(document.Unit("\n", document.Span{Start: end, End: max(end+1, next)}), in)
			}
			w.at = max(w.at, k.Segment.Stop)
		case *ast.String:
			w.add(document.Unit(string(k.Value), document.Span{Start: w.at, End: w.at}), in)
		case *ast.Emphasis:
			x := in
			if k.Level == 1 {
				x.style |= document.Italic
			} else {
				x.style |= document.Bold
			}
			w.inlines(k, x)
		case *ast.CodeSpan:
			x := in
			x.style |= document.Monospace
			w.inlines(k, x)
		case *ast.Link:
			w.link(k, in)
		case *ast.AutoLink:
			w.autoLink(k, in)
		case *ast.Image:
			if w.block != nil {
				w.block.Embedded = true
			}
			w.at = max(w.at, w.destination(string(k.Destination)).All().End)
		case *ast.RawHTML:
			w.raw(k, &in)
		case *noteMarker:
			w.marker(k.key, k.start, k.end)
		case *inlineNote:
			w.marker(k.key, k.start-2, k.end+1)
			w.notes = append(w.notes, k)
			w.at = max(w.at, k.end)
		default:
			w.inlines(k, in)
		}
	}
}

// decoded is source text with entities and escapes resolved.
func (w *walker) decoded(start, end int) document.Text {
	s := w.src[start:end]
	if !strings.ContainsAny(s, "&\\") {
		return document.NewText(s, start, "")
	}
	var b document.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		n, decoded := 0, ""
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0:
			n, decoded = 2, s[i+1:i+2]
		case s[i] == '&':
			if j := strings.IndexByte(s[i:min(len(s), i+34)], ';'); j > 1 {
				if d := html.UnescapeString(s[i : i+j+1]); d != s[i:i+j+1] {
					n, decoded = j+1, d
				}
			}
		}
		if n == 0 {
			continue
		}
		b.Append(document.NewText(s[from:i], start+from, ""))
		b.Append(document.Unit(decoded, document.Span{Start: start + i, End: start + i + n}))
		i += n - 1
		from = i + 1
	}
	b.Append(document.NewText(s[from:], start+from, ""))
	return b.Text()
}

// link walks a link's text; its destination is looked for behind it.
func (w *walker) link(k *ast.Link, in inline) {
	x := in
	end := w.lastStop(k)
	at := w.at
	w.at = max(w.at, end)
	x.href = w.destination(string(k.Destination))
	w.at = at
	w.inlines(k, x)
	if all := x.href.All(); all.Start >= end {
		w.at = max(w.at, all.End)
	}
}

// lastStop is where the text inside a node ends.
func (w *walker) lastStop(n ast.Node) int {
	stop := 0
	_ = ast.Walk(n, func(k ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := k.(*ast.Text); ok && entering {
			stop = max(stop, t.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	return stop
}

// destination is a link target with its place in the source: behind the
// current place, else where a reference definition has it.
func (w *walker) destination(dest string) document.Text {
	if dest == "" {
		return document.Text{}
	}
	const near = 4096
	rest := w.src[min(w.at, len(w.src)):]
	raw := html.EscapeString(dest)
	for _, form := range []string{dest, raw} {
		if i := strings.Index(rest[:min(len(rest), near+len(form))], form); i >= 0 && strings.HasPrefix(strings.TrimLeft(rest[:i], "]"), "(") || i == 0 {
			return w.decodedAs(dest, w.at+i, w.at+i+len(form))
		}
	}
	if i := strings.Index(rest[:min(len(rest), near)], "]("); i >= 0 && i <= 2 {
		from := w.at + i + 2
		for from < len(w.src) && (w.src[from] == ' ' || w.src[from] == '<') {
			from++
		}
		if to := strings.IndexAny(w.src[from:], ") \n>\""); to > 0 {
			if t := w.decoded(from, from+to); t.String == dest {
				return t
			}
		}
	}
	t, ok := w.hrefAt[dest]
	if !ok {
		t = document.Unit(dest, document.Span{Start: w.at, End: w.at})
		if i := strings.Index(w.src, "]: "+dest); i >= 0 {
			t = document.NewText(w.src[i+3:i+3+len(dest)], i+3, "")
		} else if i := strings.Index(w.src, "]: <"+dest); i >= 0 {
			t = document.NewText(w.src[i+4:i+4+len(dest)], i+4, "")
		}
		if len(w.hrefAt) < 1000 {
			w.hrefAt[dest] = t
		}
	}
	return t
}

// decodedAs is the target dest as it stands in the source.
func (w *walker) decodedAs(dest string, start, end int) document.Text {
	if w.src[start:end] == dest {
		return document.NewText(dest, start, "")
	}
	if t := w.decoded(start, end); t.String == dest {
		return t
	}
	return document.Unit(dest, document.Span{Start: start, End: end})
}

// autoLink is <http://…>; the text is the target.
func (w *walker) autoLink(k *ast.AutoLink, in inline) {
	label := string(k.Label(w.source))
	i := strings.Index(w.src[min(w.at, len(w.src)):], label)
	if i < 0 {
		return
	}
	start := w.at + i
	x := in
	if k.AutoLinkType == ast.AutoLinkURL {
		x.href = document.NewText(label, start, "")
	} else {
		x.href = document.Unit("mailto:"+label, document.Span{Start: start, End: start + len(label)})
	}
	w.add(document.NewText(label, start, ""), x)
	w.at = start + len(label)
}

// marker adds a marker's run.
func (w *walker) marker(key string, start, end int) {
	w.add(document.NewText(w.src[start:end], start, ""), inline{style: document.Superscript, ref: key})
	w.at = max(w.at, end)
}
