package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// opener adds the words of data/openers.tsv that the reference opens with, and
// the names behind them; their length in bytes, or 0.
func (c *cutter) opener(i int) int {
	if c.start >= 0 || len(c.pieces) > 0 {
		return 0
	}
	head := c.Text[i:]
	end, typ := 0, ""
	for n, words := 0, 0; n < len(head) && words < 6; words++ { // the longest entry
		next := strings.IndexByte(head[n:], ' ')
		if next < 0 {
			break
		}
		n += next
		if t, ok := tables().openers[strings.ToLower(head[:n])]; ok {
			end, typ = n, t
		}
		n++
	}
	if end == 0 {
		return c.letter(i)
	}
	first, _ := utf8.DecodeRuneInString(head[min(end+1, len(head)):])
	if !unicode.IsUpper(first) {
		return 0
	}
	c.add(piece{Span: Span{i, i + end}, kind: words, opener: typ})
	c.pieces[len(c.pieces)-1].features = features{class: genreWord, count: 2}
	if typ != "personal_communication" {
		return end
	}
	// "Letter from A. Dahl to B. Wolski, 3 May 1931"
	names := head[end+1:]
	stop := strings.IndexAny(names, ",;(")
	if stop < 0 {
		stop = len(names)
	}
	if in := strings.Index(names[:stop], " in "); in > 0 {
		return end
	}
	if day := letterDay.FindStringIndex(names[:stop]); day != nil {
		stop = day[0]
	}
	for _, to := range []string{" to ", " an ", " à ", " a ", " for "} {
		at := strings.Index(names[:stop], to)
		if at < 1 || len(strings.Fields(names[:at])) > 5 {
			continue
		}
		c.add(piece{Span: Span{i + end + 1, i + end + 1 + at}, kind: words})
		c.add(piece{Span: Span{i + end + 1 + at + 1, i + end + 1 + stop}, kind: words, toward: true})
		c.pieces[len(c.pieces)-1].features = features{count: 2}
		return end + 1 + stop
	}
	return end
}

// letterDay is the day of a letter right behind those whom it is written to: "an
// Anna Dahl vom 3.5.1949".
var letterDay = pattern.New(`\s(?:vom|v\.|of|dated|du|del|dal|de)\s\d`)

// sortOf adds what a law review calls a work, at the start of a reference or behind
// the author; its length, or 0.
func (c *cutter) sortOf(i int) int {
	if c.start >= 0 || c.depth > 0 || len(c.pieces) > 0 && c.gap != ',' {
		return 0
	}
	m := sortWord.FindString(c.Text[i:min(len(c.Text), i+48)])
	if m == "" || !lawReview.MatchString(c.Text) && (len(c.pieces) > 0 || !strings.HasSuffix(m, " Release, ")) {
		return 0
	}
	n := len(m) - len(", ")
	c.add(piece{Span: Span{i, i + n}, kind: words, sort: true})
	c.pieces[len(c.pieces)-1].features = features{class: genreWord, count: 1, capital: 1}
	return n
}

var (
	// sortWord is such a word, before the title (Bluebook, rules 16.7.1 and 16.7.3).
	sortWord = pattern.New(`^(?:(?:Student )?(?:Note|Comment|Essay|Article|Commentary|Foreword|Introduction|Lecture|Recent Case|Recent Development|Case Comment|Case Note|Book Note|Book Review|Review Essay|Symposium|Colloquium|Special Project|Survey)|(?:Press|News|Media) Release), `)
	// lawReview is the volume, the journal and the page of a work in a law review.
	lawReview = pattern.New(`,["”]?\s\d{1,4}\s\p{Lu}[\p{L}.&’'\s]{1,60}\s\d{1,5}(?:,\s[\d–-]+(?:\sn\.\d+)?)*\s\((?:\p{L}+\.?\s)?(?:1[89]|20)\d\d\)|,\s(?:1[89]|20)\d\d\s\p{Lu}[\p{L}.&’'\s]{1,60}\s\d`)
)

// oneToOther is a letter by who wrote it to whom: "A. Dahl to B. Wolski, 3 May 1931".
var oneToOther = pattern.New(`^(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3})\s(?:to|an|à)\s(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}),\s`)

// letter adds who wrote a letter to whom at i, where the day follows; the length, or 0.
func (c *cutter) letter(i int) int {
	m := oneToOther.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+160)])
	if m == nil {
		return 0
	}
	d, n := dateAt(c.Text, i+m[1])
	name := look(c.Text[i+m[2] : i+m[3]])
	if n == 0 || len(d.Parts) == 0 || len(d.Parts[0]) < 2 || name.name != initialed && (name.name != person || !name.given) {
		return 0
	}
	c.add(piece{Span: Span{i + m[2], i + m[3]}, kind: words, coded: letterCode, named: true})
	c.add(piece{Span: Span{i + m[3] + 1, i + m[5]}, kind: words, toward: true})
	c.pieces[len(c.pieces)-1].features = features{count: 2}
	return m[5]
}
