package wordpress

import (
	"strings"

	"ibid/parser/reader/export"
	"ibid/pattern"
)

var (
	// blockMark says that the block editor wrote the post.
	blockMark = pattern.New(`<!--\s*/?wp:`)
	// blockTag are elements that stand on lines of their own, after WordPress's wpautop.
	blockTag = pattern.New(`(?i)^</?(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|br|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|script)[\s/>]`)
	// kept are elements whose line breaks are their own.
	kept = pattern.New(`(?i)^<(pre|script|style|textarea)[\s>]`)
	// noteStart is the start of a plug-in's note: Easy Footnotes, Modern Footnotes,
	// Footnotes, FD Footnotes, Simple Footnotes and their like.
	noteStart = pattern.New(`(?i)\[(efn_note|mfn|modern_footnote|footnote|footnotes|note|ref|fn|sidenote|simple_tooltip)(?:\s[^\]\n]{0,200})?\]`)
)

// shortNote is a note of a plug-in: from [mfn] to [/mfn].
type shortNote struct{ from, text, end, to int }

// shortNotes finds the notes of plug-ins, in order; they do not stand in each other.
func shortNotes(s string) []shortNote {
	var out []shortNote
	closing := map[string]bool{} // names that are closed nowhere in the rest
	for at := 0; at < len(s); {
		m := noteStart.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		name := strings.ToLower(s[at+m[2] : at+m[3]])
		text := at + m[1]
		end := -1
		if !closing[name] {
			end = indexFold(s[text:], "[/"+name+"]")
			closing[name] = end < 0
		}
		if end < 0 {
			at = text
			continue
		}
		n := shortNote{from: at + m[0], text: text, end: text + end, to: text + end + len(name) + 3}
		out = append(out, n)
		at = n.to
	}
	return out
}

// indexFold is strings.Index for a mark in lower case, whatever the case in s.
func indexFold(s, mark string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], "[/")
		if i < 0 {
			return -1
		}
		from += i
		if len(s)-from >= len(mark) && strings.EqualFold(s[from:from+len(mark)], mark) {
			return from
		}
		from += 2
	}
}

// copyText copies a part of the content; where the site makes paragraphs of
// lines, so does it.
func (g *writer) copyText(p export.Plain, from, to int, lines bool) {
	if !lines {
		g.Copy(p, from, to)
		return
	}
	s := p.Text
	last, done := "", from // the tag before, what was copied
	for at := from; at < to; {
		switch c := s[at]; c {
		case '<':
			end := tagEnd(s, at, to)
			last = s[at:end]
			at = end
		case '\n', '\r', ' ', '\t':
			end, breaks := space(s, at, to)
			if breaks > 0 && end < to {
				next := ""
				if s[end] == '<' {
					next = s[end:tagEnd(s, end, to)]
				}
				g.Copy(p, done, end)
				done = end
				switch {
				case blockTag.MatchString(next):
				case breaks > 1:
					g.Add("<p>")
				case !blockTag.MatchString(last):
					g.Add("<br>")
				}
			}
			at = end
		default:
			last = ""
			at++
		}
	}
	g.Copy(p, done, to)
}

// space is the end of the white space at an offset, and how many lines end in it.
func space(s string, at, to int) (end, breaks int) {
	for end = at; end < to && strings.IndexByte(" \t\r\n", s[end]) >= 0; end++ {
		if s[end] == '\n' || s[end] == '\r' && (end+1 == len(s) || s[end+1] != '\n') {
			breaks++
		}
	}
	return end, breaks
}

// tagEnd is the end of a tag or comment; of an element whose line breaks are its
// own, that of the element.
func tagEnd(s string, at, to int) int {
	mark, from := ">", at
	if strings.HasPrefix(s[at:to], "<!--") {
		mark = "-->"
	} else if m := kept.FindStringSubmatch(s[at:min(to, at+12)]); m != nil {
		mark = "</" + strings.ToLower(m[1])
	}
	i := strings.Index(s[from:to], mark)
	if i < 0 && mark != ">" {
		mark = ">"
		i = strings.Index(s[from:to], mark)
	}
	if i < 0 {
		return to
	}
	return from + i + len(mark)
}
