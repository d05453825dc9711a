package citation

import "strings"

// What a byte of a note is part of.
const (
	titleFlag = 1 << iota // a quotation or italics
	urlFlag               // an address that is written out
)

// flag marks which bytes of the note stand in titles and in addresses, so that
// asking takes no search.
func (p *noteParser) flag() {
	p.flags = make([]uint8, len(p.s))
	mark := func(start, end int, f uint8) {
		for i := max(start, 0); i < min(end, len(p.flags)); i++ {
			p.flags[i] |= f
		}
	}
	for _, q := range p.mask.quotes {
		mark(q.start, q.end, titleFlag)
	}
	for _, q := range p.italics {
		mark(q.start, q.end, titleFlag)
	}
	for _, u := range p.urls {
		if u.Visible != "" || u.Form != "href" {
			mark(u.at, u.end, urlFlag)
		}
	}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// nextYear is the offset, at or after from, of four digits that can be a year
// (1400–2049) and are no part of a longer number, date or range; -1 if there
// are none. What stands before first is not looked at.
func nextYear(s string, first, from int) int {
	for i := from; i+4 <= len(s); i++ {
		if !digit(s[i]) {
			continue
		}
		end := i
		for end < len(s) && digit(s[end]) {
			end++
		}
		if end-i == 4 && yearDigits(s[i:end]) && !numberGoesOn(s[first:i]) {
			return i
		}
		i = end - 1
	}
	return -1
}

func yearDigits(s string) bool {
	return s[0] == '1' && s[1] >= '4' || s[0] == '2' && s[1] == '0' && s[2] <= '4'
}

// numberGoesOn says whether digits after s belong to what s ends with: "3/",
// "12,", "1998–".
func numberGoesOn(s string) bool {
	if s == "" {
		return false
	}
	return strings.IndexByte(".,/-", s[len(s)-1]) >= 0 || strings.HasSuffix(s, "–")
}

// noteWords are the last words that a pattern of noteWord can end with.
const noteWords = "|note|notes|footnote|footnotes|n|nn|fn|fns|anm|anmerkung|anmerkungen|fu|fußn|fußnote|nota|notas|noot|not|noter|przyp|pozn|jegyzet|dipnot|bilj|viite|alaviite|no|ftn|nt|fotnot|fodnote|voetnoot|przypis|przypisy|pie|"

// namesNote says whether some number follows what may be a word for a note;
// words that are not ASCII all count.
func namesNote(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) || i > 0 && digit(s[i-1]) {
			continue
		}
		head := strings.TrimRight(s[:i], " .(\u00a0")
		if head == "" {
			continue
		}
		if head[len(head)-1] >= 0x80 {
			return true
		}
		start := len(head)
		for start > 0 && len(head)-start < 12 && (head[start-1]|0x20 >= 'a' && head[start-1]|0x20 <= 'z') {
			start--
		}
		if start > 0 && head[start-1] >= 0x80 || strings.Contains(noteWords, "|"+strings.ToLower(head[start:])+"|") && start < len(head) {
			return true
		}
	}
	return false
}
