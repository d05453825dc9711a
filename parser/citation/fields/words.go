package fields

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.tsv
var wordTable string

//go:embed data/numbers.tsv
var numberTable string

//go:embed data/roles.tsv
var roleTable string

//go:embed data/months.tsv
var monthTable string

//go:embed data/openers.tsv
var openerTable string

//go:embed data/codes.tsv
var codeTable string

//go:embed data/given.tsv
var givenTable string

// class is what a word tells about the piece it stands in.
type class uint32

const (
	publisherWord class = 1 << iota
	journalWord
	newsWord
	bodyWord // ministry, committee: an organisation
	placeWord
	seriesWord
	genreWord
	archiveWord
	smallWord // of, and, der: written small in titles and names
	particleWord
	joinWord // and, und, et
	givenName
	editionWord
	ordinalWord
	siteWord      // available at, online
	decisionWord  // judgment, Urteil: what a court gives
	lawWord       // act, Gesetz
	sameWord      // ders., idem: the author again
	referenceWord // dictionary, encyclopaedia
	collectedWord // collected, gesammelte: papers of one author
	houseWord     // library, archive: what keeps papers
	blogWord
	workWord     // report, history: what a title calls its work
	reviewWord   // Rezension
	courtWord    // BGH, OLG
	officeWord   // director, judge: what a person is
	reporterWord // BGHZ: the decisions of a court
	surnameWord  // García: the first of two surnames in Spanish
	nounWord     // Staat, society: what titles join, and no surname
	doingWord    // rethinking: what titles begin with, and no name
	clauseWord   // is, how, warum: what titles that are sentences have, and no name
)

// classNames are the names of the classes in data/words.tsv.
func classNames() map[string]class {
	return map[string]class{
		"publisher": publisherWord, "journal": journalWord, "news": newsWord, "body": bodyWord, "place": placeWord, "series": seriesWord, "genre": genreWord,
		"archive": archiveWord, "small": smallWord, "particle": particleWord, "join": joinWord, "edition": editionWord, "ordinal": ordinalWord, "site": siteWord, "decision": decisionWord, "law": lawWord, "same": sameWord, "house": houseWord, "collected": collectedWord, "reference": referenceWord, "court": courtWord, "blog": blogWord, "work": workWord, "review": reviewWord, "office": officeWord, "reporter": reporterWord, "surname": surnameWord, "noun": nounWord, "clause": clauseWord, "doing": doingWord,
	}
}

// role is what a marker between the fields announces.
type role uint8

const (
	noRole role = iota
	inRole
	editorRole
	translatorRole
	accessRole
	archiveRole // archived from the original on
	nestedRole  // quoted in, review of: what follows is another work
	otherRole   // with an introduction by
	reviewRole  // review of: the title of what is reviewed follows
	authorRole  // by: the author stands behind the title
)

// marker is a row of data/roles.tsv.
type marker struct {
	role role
	// pre says that names follow the marker, post that they come before it.
	pre, post bool
}

// lexicon are the tables, read once a process.
type lexicon struct {
	words   map[string]class
	places  map[string]bool  // the first words of places that have several
	numbers map[string]label // vol → volume
	roles   map[string]marker
	// roleWords is the longest marker, in words.
	roleWords int
	codes     map[string]string // of types, in square brackets: dataset, J
	openers   map[string]string // interview with → interview
	months    map[string]int    // month 1–12, season 21–24 as in EDTF
}

// tables reads the tables at their first use.
var tables = sync.OnceValue(readTables) //nolint:gochecknoglobals // constant tables, parsed once

func readTables() *lexicon {
	x := &lexicon{words: map[string]class{}, places: map[string]bool{}, numbers: map[string]label{}, roles: map[string]marker{}, openers: map[string]string{}, codes: map[string]string{}, months: map[string]int{}}
	classes := classNames()
	for _, f := range rows(wordTable) {
		for w := range strings.SplitSeq(f[1], " ") {
			x.words[strings.ReplaceAll(w, "_", " ")] |= classes[f[0]]
		}
	}
	for w, is := range x.words {
		if first, _, several := strings.Cut(w, " "); several && is&placeWord != 0 {
			x.places[first] = true
		}
	}
	for _, f := range rows(givenTable) {
		for w := range strings.SplitSeq(f[0], " ") {
			x.words[w] |= givenName
		}
	}
	numbers := map[string]label{"volume": volume, "issue": issue, "page": page, "locator": locator, "other": rest, "archive": archive}
	for _, f := range rows(numberTable) {
		for w := range strings.SplitSeq(f[1], " ") {
			x.numbers[w] = numbers[f[0]]
		}
	}
	roles := map[string]role{"in": inRole, "editor": editorRole, "translator": translatorRole, "accessed": accessRole, "archived": archiveRole, "nested": nestedRole, "other": otherRole, "author": authorRole, "review": reviewRole}
	for _, f := range rows(roleTable) {
		x.roles[f[1]] = marker{role: roles[f[0]], pre: strings.Contains(f[2], "pre"), post: strings.Contains(f[2], "post")}
		x.roleWords = max(x.roleWords, strings.Count(f[1], " ")+1)
	}
	for _, f := range rows(openerTable) {
		x.openers[f[1]] = f[0]
	}
	for _, f := range rows(codeTable) {
		for w := range strings.SplitSeq(f[1], "|") {
			x.codes[w] = f[0]
		}
	}
	for _, f := range rows(monthTable) {
		n := 0
		for _, c := range f[0] {
			n = n*10 + int(c-'0')
		}
		for w := range strings.SplitSeq(f[1], " ") {
			x.months[w] = n
		}
	}
	return x
}

// rows are the lines of a table, split at tabs.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
