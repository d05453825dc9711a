package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/parser/document"
	"ibid/pattern"
)

// namesInItalics says whether the italics of an article mark authors, as German law
// journals have them: many of its notes begin with such a name, and hardly any
// title stands in italics.
func namesInItalics(notes []article.Note) bool {
	const (
		least = 3 // names
		share = 3 // names for each title
	)
	names, titles := 0, 0
	for i := range notes {
		s := notes[i].Text.String
		for _, st := range notes[i].Styles {
			if !st.Style.Has(document.Italic) || st.End > len(s) || st.Start >= st.End {
				continue
			}
			text := strings.Trim(s[st.Start:st.End], " ,:")
			switch {
			case fields.NamesOnly(text):
				if namePlace.MatchString(s[max(0, st.Start-maxNameLead):st.Start]) && nameBehind.MatchString(s[st.End:]) {
					names++
				}
			case strings.Count(text, " ") > 1:
				titles++
			}
		}
	}
	return names >= least && names >= share*titles
}

// nameBehind is what follows a name and no short title, which a page would.
var nameBehind = pattern.New(`^(?:[,:]?\s(?:in:\s)?|\s?/\s?)[\p{Lu}„“"»«]`)

// nameEnds is what follows an author's name: no word of a sentence, as behind "Moor’s
// view", "Moor argues".
var nameEnds = pattern.New(`^(?:[,:;.]|\s?(?:[/(]|u\.\s?a\.|et\sal|in:?\s|(?:und|and|&)\s\p{Lu}|$))`)

// surnameAlone is a surname that may be a word of another kind too: "Springer".
var surnameAlone = pattern.New(`^\p{Lu}\p{Ll}[\p{L}'’-]+,?$`)

// maxNameLead is how much before a name is looked at, in bytes.
const maxNameLead = 80

// italicName says whether italics mark an author, as German law journals have
// them, and not a title: names at the start of a reference, and words behind
// their comma that are a title.
func (p *noteParser) italicName(q span) bool {
	text := q.text(p.s)
	names := fields.NamesOnly(text) || p.italicNames && surnameAlone.MatchString(text)
	before := p.s[max(0, q.start-maxNameLead):q.start]
	if !names || !namePlace.MatchString(before) && (!p.italicNames || !adverbLead.MatchString(before)) {
		return false
	}
	parted := strings.HasSuffix(text, ",") || strings.HasSuffix(text, ":")
	if p.italicNames {
		return parted || nameEnds.MatchString(p.s[q.end:])
	}
	rest := strings.TrimLeft(p.s[q.end:], " ")
	if parted {
		rest = p.s[q.end-1:]
	}
	if editorBehind.MatchString(rest) {
		return true
	}
	rest = strings.TrimLeft(rest[len(othersBehind.FindString(rest)):], " ")
	if strings.ContainsAny(text, ",/") && yearColon.MatchString(rest) {
		return true // "*Quist, Anna* 1998: Das Salz"
	}
	if rest == "" || rest[0] != ',' && rest[0] != ':' {
		return false
	}
	behind := strings.TrimLeft(rest[1:], " ")
	if strings.HasPrefix(behind, "“") || strings.HasPrefix(behind, "„") || strings.HasPrefix(behind, "\"") {
		return true
	}
	end := strings.IndexAny(behind, ",;(")
	if end < 0 {
		end = len(behind)
	}
	r, _ := utf8.DecodeRuneInString(behind)
	run := behind[:end]
	head, _, _ := strings.Cut(run, ":")
	return unicode.IsUpper(r) && len(strings.Fields(run)) >= 2 && !fields.Place(head) && !fields.Publisher(head) && !endsWithNumber.MatchString(head)
}

// namePlace is where a reference may begin: at the start, behind punctuation
// other than a comma, or behind a word of prose.
var namePlace = pattern.New(`(?:^|[;:.(/–]\s?|(?:^|\s)\p{Ll}+\s|(?:^|[;.(]\s?)(?:Cf|See|Vgl|Siehe|Zu[rm]?|Compare|Contra|Accord|But see|Also|Auch)\s|(?:^|[;.]\s)(?:For|Zu[rm]?|Aus)\s[^,;:.]{2,60}\s)$`)

// adverbLead is a word that leads up to a name where names are in italics: “Näher”, “Ebenso”.
var adverbLead = pattern.New(`(?:^|[;.(]\s)\p{Lu}\p{Ll}+\s$`)

var endsWithNumber = pattern.New(`\d\s*$`)

// yearColon is the year behind names, and the title.
var yearColon = pattern.New(`^\(?(?:1[5-9]|20)\d\d[a-z]?\)?:\s["“„]?\p{Lu}`)

// othersBehind is what says behind a name that there are more.
var othersBehind = pattern.New(`^(?:u\.\s?a\.|et\sal\.?)`)

var editorBehind = pattern.New(`^\((?:Hg|Hrsg|Hrsgg|eds?)\b`)

// italicAuthor says whether a name in italics stands at offset i.
func (p *noteParser) italicAuthor(i int) bool {
	return slices.ContainsFunc(p.authors, func(q span) bool { return q.start == i })
}
