package citation

import (
	"strings"

	"ibid/pattern"
)

// A reference inside a sentence of prose: names, a marked title right behind
// them, and a page or an imprint: "On frontiers see Alvar and Bidwell, “First
// Explorations,” pp. 23-34, for the details".
var (
	namesBefore  = pattern.New(`(?:^|[\s(])((?:(?:\p{Lu}\.\s?){1,3})?\p{Lu}[\p{L}'’-]+(?:(?:\s(?:and|und|et|&)\s|,\s(?:and\s)?)(?:(?:\p{Lu}\.\s?){1,3})?\p{Lu}[\p{L}'’-]+){0,3}),\s["“„«‘]?$`)
	placedBehind = pattern.New(`^[,.]?["”“»’]?,?(?:\s\([^()]{0,80}\d{4}[^()]{0,12}\))?(?:,\s\d(?:st|nd|rd|th)?\.?\sed(?:it|n)?\.)?(?:,?\s(?:[Vv]ols?\.\s)?[ivxlcIVXLC\d]+,)?,?\s(?:pp?|S)\.\s?[\divxlc]+(?:\s?[–-]\s?\d+)?(?:,\s\d+(?:\s?[–-]\s?\d+)?)*(?:\s?ff?\.)?|^[,.]?["”“»’]?\s\([^()]{0,80}\d{4}[^()]{0,12}\)`)
)

// embedded reads the references inside a sentence of prose.
func (p *noteParser) embedded(x span) []reading {
	var out []reading
	from := x.start
	for {
		t, ok := p.title(span{from, x.end})
		if !ok {
			return out
		}
		from = t.end
		head := p.s[x.start:t.start]
		const most = 120 // bytes of names
		cut := max(0, len(head)-most)
		for cut > 0 && p.s[x.start+cut]&0xC0 == 0x80 {
			cut++
		}
		m := namesBefore.FindStringSubmatchIndex(head[cut:])
		behind := placedBehind.FindString(p.s[t.end:x.end])
		if m == nil || behind == "" || notNames(head[cut+m[2]:cut+m[3]]) {
			continue
		}
		one := span{x.start + cut + m[2], t.end + len(behind)}
		out = append(out, p.read(one)...)
		from = one.end
	}
}

// notNames says whether what stands where names do are words of the sentence.
func notNames(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	first = strings.Trim(first, ",.")
	return signal(s+" x") > 0 || len(first) > 1 && strings.Contains(small, "|"+strings.ToLower(first)+"|")
}
