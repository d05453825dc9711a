package fields

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// dateAt reads a date at offset i of s: "November 17, 2017", "17. November
// 2017", "17.11.2017", "2017-11-17", "2017年11月17日", "Spring 1998", "1998–99",
// "c. 1850", "[1998]", "n.d.". n is its length, or 0.
func dateAt(s string, i int) (d *article.Date, n int) {
	rest := s[i:]
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == '[':
		d, n = dateAt(s, i+1)
		if n == 0 || i+1+n >= len(s) || s[i+1+n] != ']' {
			return nil, 0
		}
		return d, n + 2
	case unicode.IsDigit(r):
		return numericDate(rest)
	case unicode.IsLetter(r):
		for _, on := range []string{"vom ", "v. "} {
			if day, ok := strings.CutPrefix(rest, on); ok && day != "" && unicode.IsDigit(rune(day[0])) {
				if d, n := numericDate(day); n > 0 && len(d.Parts[0]) > 1 {
					return d, len(on) + n
				}
				return nil, 0
			}
		}
		if d, n := namedMonth(rest); n > 0 {
			return d, n
		}
		if d, n := circa(s, i); n > 0 {
			return d, n
		}
		return undated(rest)
	}
	return nil, 0
}

// earlier is the year in which a work first appeared, at the start of the brackets
// around its imprint: "(first published 1949, Salt Press 1973)", "(1751; Leeds: Aire, 1988)".
var earlier = pattern.New(`^(?:(?:(?:first|originally) published|1st ed[n.]*,?|orig\. pub\.|orig\. ed\.,?)(?: in)? (?:1[4-9]|20)\d\d[,;]|(?:1[4-9]|20)\d\d;)(?: (?:repr(?:int(?:ed)?)?|rpt|rev\. ed)\.?,?)? `)

// firstPublished is the length of such a year at offset i, where the year of the
// edition comes behind in the same brackets, or 0.
func (c *cutter) firstPublished(i int) int {
	if c.start >= 0 || !c.opens || c.depth != 1 {
		return 0
	}
	inside, _, ok := strings.Cut(c.Text[i:], ")")
	m := earlier.FindString(inside)
	if !ok || m == "" || !dateIn(inside[len(m):]) {
		return 0
	}
	c.add(piece{Span: Span{i, i + len(strings.TrimRight(m, " "))}, kind: number, counts: rest})
	c.opens = true
	return len(m)
}

// dayPair is the first of two days: "14./15.3.2015".
var dayPair = pattern.New(`^\d{1,2}\.\s?[/–-]\s?`)

// OnlyDate says whether a text is a day or a month and nothing else.
func OnlyDate(s string) bool {
	d, n := dateAt(s, 0)
	return n > 0 && len(d.Parts) > 0 && (len(d.Parts[0]) > 1 || d.Season > 0) && strings.Trim(s[n:], " .") == ""
}

// numericDate reads a date that begins with a digit.
func numericDate(s string) (*article.Date, int) {
	if m := dayPair.FindStringIndex(s); m != nil {
		if d, n := numericDate(s[m[1]:]); n > 0 && len(d.Parts[0]) > 2 {
			d.Parts[0][2], _ = integer(s)
			return d, m[1] + n
		}
	}
	a, n := integer(s)
	switch {
	case n == 4 && yearLike(a):
		return yearFirst(s, a, n)
	case n <= 2 && a >= 1 && a <= 31:
		return dayFirst(s, a, n)
	}
	return nil, 0
}

// yearFirst reads "2017-11-17", "2017年11月17日", "1998/99", "1998–2003", "1998a".
func yearFirst(s string, year, n int) (*article.Date, int) {
	rest := s[n:]
	if t, ok := strings.CutPrefix(rest, "年"); ok {
		d := &article.Date{Parts: [][]int{{year}}}
		at := n + len("年")
		if m, k := integer(t); k > 0 && strings.HasPrefix(t[k:], "月") {
			d.Parts[0] = append(d.Parts[0], m)
			at += k + len("月")
			t = t[k+len("月"):]
			if day, k := integer(t); k > 0 && strings.HasPrefix(t[k:], "日") {
				d.Parts[0] = append(d.Parts[0], day)
				at += k + len("日")
			}
		} else if strings.HasPrefix(t, "版") {
			at += len("版")
		}
		return d, at
	}
	for _, sep := range []string{"-", "/", ".", ". "} {
		t, ok := strings.CutPrefix(rest, sep)
		if !ok {
			continue
		}
		m, k := integer(t)
		if k == 0 || k > 2 || m < 1 || m > 12 || len(t) <= k || !strings.HasPrefix(t[k:], sep) {
			continue
		}
		if day, j := integer(t[k+len(sep):]); j > 0 && j <= 2 && day >= 1 && day <= 31 {
			return &article.Date{Parts: [][]int{{year, m, day}}}, n + len(sep) + k + len(sep) + j
		}
	}
	for _, sep := range []string{" – ", " - ", "–", "-", "/"} {
		t, ok := strings.CutPrefix(rest, sep)
		if !ok {
			continue
		}
		last, k := integer(t)
		switch {
		case sep[0] == ' ' && (k != 4 || last < year+3): // 1590 - 1650 only
			continue
		case k == 2 && last == (year+1)%100 || k == 2 && last > year%100 && (sep != "/" || last-year%100 <= 5):
			last += year / 100 * 100
			if last < year {
				last += 100
			}
		case k == 1 && sep == "/" && last > 0 && (len(t) == k || !digit(t[k]) && !letterAt(t, k)):
			return &article.Date{Parts: [][]int{{year}}}, n + len(sep) + k // 2000/1: the first issue of the year
		case k == 1 && sep != "/" && last > year%10: // 1802–9
			last += year / 10 * 10
		case k != 4 || !yearLike(last) || last < year:
			return nil, 0
		}
		if k < len(t) && letterAt(t, k) {
			return nil, 0
		}
		return &article.Date{Parts: [][]int{{year}, {last}}}, n + len(sep) + k
	}
	for _, form := range []struct{ sep, end string }{{", ", ")"}, {", ", "."}, {" ", ";"}} {
		if d, k := yearMonth(rest, year, form.sep, form.end); k > 0 {
			return d, n + k
		}
	}
	if rest != "" && rest[0] >= 'a' && rest[0] <= 'k' && (len(rest) == 1 || !letterAt(rest, 1)) {
		n++
	} else if rest != "" && (letterAt(rest, 0) && !wideAt(rest, 0) || digit(rest[0])) {
		return nil, 0
	}
	if len(rest) > 1 && strings.IndexByte(".,/-", rest[0]) >= 0 && digit(rest[1]) && rest[0] != ',' {
		return nil, 0
	}
	return &article.Date{Parts: [][]int{{year}}}, n
}

// yearMonth reads the rest of a date whose year comes first: "(2012, May 3)" or
// "2012, May 3.", as APA has it, "2012 May 3;", as Vancouver does; its length, or 0. sep stands
// behind the year, end behind the date.
func yearMonth(rest string, year int, sep, end string) (*article.Date, int) {
	t, ok := strings.CutPrefix(rest, sep)
	if !ok {
		return nil, 0
	}
	m, k := month(t)
	if k == 0 || m > 12 {
		return nil, 0
	}
	d := &article.Date{Parts: [][]int{{year, m}}}
	n := len(sep) + k
	if spaced, ok := strings.CutPrefix(rest[n:], " "); ok {
		if day, j := integer(spaced); j > 0 && j <= 2 && day <= 31 {
			d.Parts[0] = append(d.Parts[0], day)
			n += len(" ") + j
		}
	}
	if !strings.HasPrefix(rest[n:], end) {
		return nil, 0
	}
	return d, n
}

// dayFirst reads "17 November 2017", "17. 11. 2017", "17/11/2017", "3rd of May 1998".
func dayFirst(s string, day, n int) (*article.Date, int) {
	rest := s[n:]
	for _, sep := range []string{".", ". ", "/"} {
		t, ok := strings.CutPrefix(rest, sep)
		if !ok {
			continue
		}
		m, k := integer(t)
		if k == 0 || k > 2 || m < 1 || m > 31 || !strings.HasPrefix(t[k:], sep) {
			continue
		}
		y, j := integer(t[k+len(sep):])
		if sep == "." && n == 2 && k == 2 && j == 2 && m <= 12 {
			return &article.Date{Parts: [][]int{{2000 + y, m, day}}}, len("11.03.22") // a day in which a page was opened
		}
		if j != 4 || !yearLike(y) {
			continue
		}
		if m > 12 || sep == "/" && day <= 12 && m <= 12 && day != m { // 11/17/2017; which comes first is not known in 4/5/2017
			if m <= 12 {
				return &article.Date{Parts: [][]int{{y}}}, n + len(sep) + k + len(sep) + j
			}
			day, m = m, day
		}
		if m > 12 {
			continue
		}
		return &article.Date{Parts: [][]int{{y, m, day}}}, n + len(sep) + k + len(sep) + j
	}
	t := rest
	for _, suffix := range []string{"st", "nd", "rd", "th", "er", "º", "."} {
		if u, ok := strings.CutPrefix(t, suffix); ok {
			t = u
			break
		}
	}
	if t == "" || t[0] != ' ' && !strings.HasPrefix(t, "\u00a0") {
		return nil, 0
	}
	t = strings.TrimLeft(t, " \u00a0")
	for _, of := range []string{"of ", "de ", "di "} {
		t = strings.TrimPrefix(t, of)
	}
	m, k := month(t)
	if k == 0 || m > 12 {
		return nil, 0
	}
	t = strings.TrimLeft(t[k:], "., \u00a0")
	for _, of := range []string{"de ", "del "} {
		t = strings.TrimPrefix(t, of)
	}
	y, j := integer(t)
	if j != 4 || !yearLike(y) {
		return nil, 0
	}
	return &article.Date{Parts: [][]int{{y, m, day}}}, len(s) - len(t) + j
}

// namedMonth reads a date that begins with a month or a season.
func namedMonth(s string) (*article.Date, int) {
	m, n := month(s)
	if n == 0 {
		return nil, 0
	}
	t := strings.TrimPrefix(s[n:], ".")
	// "May/June 1998", "November–December 1998": the first counts.
	for _, sep := range []string{"/", "–", "-"} {
		if u, ok := strings.CutPrefix(t, sep); ok {
			if _, k := month(u); k > 0 {
				t = u[k:]
				break
			}
		}
	}
	t = strings.TrimLeft(t, "., \u00a0")
	t = strings.TrimPrefix(t, "de ")
	a, k := integer(t)
	if k == 4 && yearLike(a) {
		if k < len(t) && letterAt(t, k) && !wideAt(t, k) {
			return nil, 0
		}
		if m > 20 {
			return &article.Date{Parts: [][]int{{a}}, Season: m - 20}, len(s) - len(t) + k
		}
		return &article.Date{Parts: [][]int{{a, m}}}, len(s) - len(t) + k
	}
	if k == 0 || k > 2 || a < 1 || a > 31 || m > 12 {
		return nil, 0
	}
	t = t[k:]
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		t = strings.TrimPrefix(t, suffix)
	}
	t = t[len(moreDays.FindString(t)):]
	t = strings.TrimLeft(t, "., \u00a0")
	y, j := integer(t)
	if j != 4 || !yearLike(y) {
		return nil, 0
	}
	return &article.Date{Parts: [][]int{{y, m, a}}}, len(s) - len(t) + j
}

// moreDays are further days of a month: "July 14 and 21, 1840".
var moreDays = pattern.New(`^(?:(?:,|,? and| &|–|-| to)\s?\d{1,2}(?:st|nd|rd|th)?)+(?:,? )`)

// month reads the name of a month or season; n is its length, or 0.
func month(s string) (m, n int) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	if end < 3 || end > 24 {
		return 0, 0
	}
	if m = tables().months[strings.ToLower(s[:end])]; m == 0 {
		return 0, 0
	}
	return m, end
}

// circa reads "c. 1850", "ca. 1850", "um 1850".
func circa(s string, i int) (*article.Date, int) {
	for _, word := range []string{"circa ", "ca. ", "c. ", "c.", "um "} {
		t, ok := strings.CutPrefix(s[i:], word)
		if !ok {
			continue
		}
		if y, k := integer(t); k == 4 && yearLike(y) {
			return &article.Date{Parts: [][]int{{y}}, Circa: true}, len(word) + k
		}
	}
	return nil, 0
}

// undated reads what stands where a date is not known.
func undated(s string) (*article.Date, int) {
	for _, word := range []string{"n.d.", "n. d.", "o.J.", "o. J.", "s.d.", "s. d.", "s.a.", "б.г.", "forthcoming", "in press", "im Erscheinen", "im Druck", "i. E.", "i.E.", "à paraître", "en prensa", "in corso di stampa"} {
		if strings.HasPrefix(s, word) {
			return &article.Date{Literal: word}, len(word)
		}
	}
	return nil, 0
}

func integer(s string) (v, n int) {
	for n < len(s) && n < 5 && digit(s[n]) {
		n++
	}
	v, _ = strconv.Atoi(s[:n]) // at most five digits
	return v, n
}

// yearLike says whether a number can be the year of a publication.
func yearLike(y int) bool { return y >= 1400 && y < 2050 }
