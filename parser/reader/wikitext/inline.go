package wikitext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/pattern"
)

// longestEntity is the length from which "&…;" is taken for none, in bytes.
const longestEntity = 34

// one reads one thing in a line: a construct, a sign or a stretch of letters.
func (r *reading) one(end int) {
	switch c := r.src[r.at]; c {
	case '\'':
		if strings.HasPrefix(r.src[r.at:end], "''") {
			r.apostrophes(end)
			return
		}
		r.plain(end)
	case '{':
		if c, ok := r.construct(r.at); ok && int(c.end) <= end {
			r.template(c)
			r.at = int(c.end)
			return
		}
		r.plain(end)
	case '[':
		r.bracket(end)
	case '<':
		r.angle(end)
	case '&':
		r.entity(end)
	case '_':
		if m := magicWord.FindString(r.src[r.at:min(end, r.at+40)]); m != "" {
			r.at += len(m)
			return
		}
		r.plain(end)
	default:
		r.plain(end)
	}
}

var magicWord = pattern.New(`^__[A-Z\p{Lu}]{3,30}__`)

// plain adds the text up to the next sign that may be more than itself.
func (r *reading) plain(end int) {
	stop := end
	if n := strings.IndexAny(r.src[r.at+1:end], "'{[<&_\n"); n >= 0 {
		stop = r.at + 1 + n
	}
	r.w.Add(document.NewText(r.src[r.at:stop], r.at, ""))
	r.at = stop
}

func (r *reading) entity(end int) {
	s := r.src[r.at:min(end, r.at+longestEntity)]
	if n := strings.IndexByte(s, ';'); n > 1 {
		if shown := html.UnescapeString(s[:n+1]); shown != s[:n+1] {
			r.w.Add(document.Unit(shown, document.Span{Start: r.at, End: r.at + n + 1}))
			r.at += n + 1
			return
		}
	}
	r.plain(end)
}

// inline reads a stretch of the source as part of the open paragraph.
func (r *reading) inline(start, end int) {
	if r.depth >= maxDepth {
		return
	}
	at, quotes, style := r.at, r.quotes, r.w.Style
	r.depth++
	r.at = start
	for r.at < end {
		r.quotes = r.findQuotes(r.at, end)
		for r.at < end && r.src[r.at] != '\n' {
			r.one(end)
		}
		r.w.Style = style
		if r.at < end {
			r.w.Add(document.Unit(" ", document.Span{Start: r.at, End: r.at + 1}))
			r.at++
		}
	}
	r.depth--
	r.at, r.quotes = at, quotes
}

// bracket reads [[a link]] or [address text].
func (r *reading) bracket(end int) {
	if c, ok := r.construct(r.at); ok && int(c.end) <= end {
		r.link(c)
		r.at = int(c.end)
		return
	}
	if r.external(end) {
		return
	}
	r.plain(end)
}

var scheme = pattern.New(`^(?i:(?:https?:|ftps?:|sftp:|gopher:)?//|mailto:|news:|doi:|urn:)[^\s\[\]<>"|]`)

// addressed says whether an address begins at a place; what begins with no
// letter and no slash is none, whatever the pattern would say.
func (r *reading) addressed(at, end int) bool {
	if at >= end || r.src[at] != '/' && (r.src[at]|0x20 < 'a' || r.src[at]|0x20 > 'z') {
		return false
	}
	return scheme.MatchString(r.src[at:min(end, at+16)])
}

// external reads [address text]; false if it is none.
func (r *reading) external(end int) bool {
	start := r.at + 1
	if !r.addressed(start, end) {
		return false
	}
	stop := start
	for stop < end && strings.IndexByte(" \t\n[]<>\"", r.src[stop]) < 0 && !strings.HasPrefix(r.src[stop:end], "''") {
		stop++
	}
	shut := stop
	for shut < end && r.src[shut] != ']' && r.src[shut] != '\n' {
		next := r.behind(shut, end)
		if next == shut+1 && r.src[shut] == '[' && r.addressed(next, end) {
			return false // the bracket was never closed
		}
		shut = next
	}
	if shut >= end || r.src[shut] != ']' {
		return false
	}
	w := r.w
	outside := w.Href
	w.Href = r.address(start, stop)
	text := stop
	for text < shut && (r.src[text] == ' ' || r.src[text] == '\t') {
		text++
	}
	if text < shut {
		r.at = text
		for r.at < shut {
			r.one(shut)
		}
	} else {
		w.Add(w.Href)
	}
	w.Href = outside
	r.at = shut + 1
	return true
}

// address is one as it is typed, entities resolved.
func (r *reading) address(start, end int) document.Text {
	s := r.src[start:end]
	if strings.IndexByte(s, '&') < 0 {
		return document.NewText(s, start, "")
	}
	var b document.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '&' {
			continue
		}
		n := strings.IndexByte(s[i:min(len(s), i+longestEntity)], ';')
		if n < 2 {
			continue
		}
		shown := html.UnescapeString(s[i : i+n+1])
		if shown == s[i:i+n+1] {
			continue
		}
		b.Append(document.NewText(s[from:i], start+from, ""))
		b.Append(document.Unit(shown, document.Span{Start: start + i, End: start + i + n + 1}))
		i += n
		from = i + 1
	}
	b.Append(document.NewText(s[from:], start+from, ""))
	return b.Text()
}

// languageLink is the prefix of a link to the same article in another language.
var languageLink = pattern.New(`^[a-z]{2,3}(?:-[a-z]{2,8})?$`)

// link reads [[target|text]].
func (r *reading) link(c construct) {
	parts := r.split(int(c.inner), int(c.shut))
	first := parts[0]
	target := strings.TrimSpace(r.src[first.start:first.end])
	prefix, _, prefixed := strings.Cut(target, ":")
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	switch {
	case prefixed && isCategory(prefix):
	case prefixed && isFile(prefix):
		r.file(c, parts)
	case prefixed && len(parts) == 1 && languageLink.MatchString(prefix) && !slices.Contains([]string{"doi", "rfc", "hdl"}, prefix):
	case len(parts) > 1:
		r.inline(parts[1].start, int(c.shut))
	default:
		if target != "" && target[0] == ':' {
			first.start += strings.IndexByte(r.src[first.start:first.end], ':') + 1
		}
		r.inline(first.start, first.end)
	}
}

// file reads the caption of a picture: what its last parameter says.
func (r *reading) file(c construct, parts []piece) {
	w := r.w
	at := document.Span{Start: int(c.open), End: int(c.end)}
	if len(parts) < 2 || r.inCite || w.InNote() {
		w.Embedded(at)
		return
	}
	caption := parts[len(parts)-1]
	words := strings.TrimSpace(r.src[caption.start:caption.end])
	if !strings.ContainsAny(words, " .[{<") {
		w.Embedded(at)
		return
	}
	outer := w.Begin("figure", "", nil, at)
	outside := w.State
	w.Kind = document.Paragraph
	r.part(caption.start, caption.end)
	w.Break()
	w.State = outside
	w.End(outer, int(c.end))
}

func isCategory(prefix string) bool {
	return slices.Contains([]string{
		"category", "kategorie", "catégorie", "categoría", "categoria", "categorie", "kategori", "kategoria", "luokka", "категория", "категорія", "تصنيف", "קטגוריה", "分类", "分類", "カテゴリ", "분류", "kategória", "κατηγορία",
	}, prefix)
}

func isFile(prefix string) bool {
	return slices.Contains([]string{
		"file", "image", "datei", "bild", "fichier", "archivo", "imagen", "immagine", "ficheiro", "imagem", "arquivo", "bestand", "afbeelding", "fil", "plik", "tiedosto", "kuva", "файл", "изображение", "ملف", "קובץ", "文件", "ファイル", "파일", "media", "αρχείο", "soubor",
	}, prefix)
}
