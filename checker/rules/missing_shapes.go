package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// Shapes of citations from which something was taken out, told by what stands side by
// side although something belongs between. Titles in italics or quotation marks are
// hidden in the words that they are matched against.

// shape is one such way of looking.
type shape struct {
	re *pattern.Pattern
	// lacks and help say what is missing and what to do.
	lacks, help string
	// undated says that no year may stand anywhere in the words.
	undated bool
	// fits judges what the words alone do not say; nil where they say all.
	fits func(s shaped) bool
}

// shaped is a citation that has a shape.
type shaped struct {
	c      *article.Citation
	words  string // of the citation, titles hidden
	m      []int  // the match
	note   int
	cited  mentions
	habits shapeHabits
}

// shapeHabits count how often an article gives what a shape lacks.
type shapeHabits struct{ bracketed, dated, reports int }

const (
	// theses are words for what a university's degree was given for.
	theses = `(?:[Pp][Hh]\.?\s?D\.?,?\s(?:[Dd]iss|[Tt]hesis)|D\.?\s?Phil\.?\s[Tt]hesis|M\.?A\.?\s[Tt]hesis|[Mm]aster['’]?s\s[Tt]hesis|Diss\.|Dissertation|thèse\s|mémoire\sde\s|tesis\s(?:doctoral|de)|tesi\sdi\s(?:laurea|dottorato)|dissertação\sde|tese\sde)`
	// personName is a name with one to three words before the surname.
	personName = `(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}’'-]+`
	// editorMark is what says behind names that they are those of editors.
	editorMark = `\((?:Hg|Hrsg|Hgg|dirs?|[Ee]ds?|coords?|coord|orgs?|a cura di)\.?\)`
	// leadsIn is what may stand before the first name.
	leadsIn = `^(?:\x00+,?\s|(?:\p{L}+\.?\s){0,3}(?:[Ss]ee|[Vv]gl\.|[Vv]oir|[Vv]éase|[Cc]fr?\.|[Vv]er|dazu|auch|also|notamment|por ejemplo)\s)?`
)

// shapes are tried in this order.
var shapes = [...]shape{ //nolint:gochecknoglobals // constant table
	{pattern.New(leadsIn + personName + `,\s\(?` + theses), "title", "Add the title behind the name.", false, nil},
	{pattern.New(`\b(` + theses + `[^;]{3,90})`), "year", "Add the year behind the university.", true, func(s shaped) bool {
		return s.c.Target == nil && !anyYear.MatchString(s.words) && universityWord.MatchString(s.words[s.m[2]:s.m[3]])
	}},
	{pattern.New(`\b[Ii]n:\s(\d{1,4}\s\((?:1[5-9]|20)\d\d\))`), "journal", "Add the journal before the volume.", false, nil},
	{pattern.New(`[\pL.],?\s\x00+,\s((?:[IVXLC]{2,8}|\d{1,3})\s\((?:1[89]|20)\d\d\),\s(?:n\.|fasc\.|pp?\.)\s\d)`), "journal", "Add the journal before the volume.", false, func(s shaped) bool {
		return strings.Count(s.words[:s.m[2]], "\x00 ")+strings.Count(s.words[:s.m[2]], "\x00,") == 1 && !strings.Contains(s.words[:s.m[2]], "«")
	}},
	{pattern.New(`[”»“],?\s(?:vol\.\s)?((?:[IVXLC]{1,8}|\d{1,3}),\s(?:n°|nº|n\.º|no\.|núm\.|n\.|Nr\.|H\.)\s?\d{1,4},\s(?:1[89]|20)\d\d,\s(?:pp?|S|págs?)\.\s\d)`), "journal", "Add the journal before the volume.", false, nil},
	{pattern.New(`[”»“],?\s((?:n°|nº|n\.º|núm\.)\s?\d{1,4},\s(?:1[89]|20)\d\d,\s(?:pp?|S|págs?)\.\s\d)`), "journal", "Add the journal before the number.", false, nil},
	{pattern.New(`\p{Ll}{2,}[?!]?,\s((?:19|20)\d\d,\s\d{1,5}\s\(\d{1,5}(?:\sff?\.)?\))`), "journal", "Add the journal before its year.", false, nil},
	{pattern.New(`\d/\d\d,\s(\d{2,5}(?:\s\(\d{1,5}\))?)\.?$`), "reporter", "Add where the decision is printed, before the page.", false, nil},
	{pattern.New(`[»“”]?,?\s((?:vol\.\s?[\dIVXLC]+,\s)?(?:n°|nº|n\.º|núm\.|no\.|n\.)\s?\d{1,4},\spp?\.\s\d+[–-]\d)`), "year", "Add the year of the journal.", true, serial},
	{pattern.New(`\x00[»”“]?,\s((?:t\.|vol\.|[IVXLC]{2,8})(?:\s?[\dIVXLC]+)?,\spp?\.\s\d+[–-]\d)`), "year", "Add the year of the journal.", true, func(s shaped) bool {
		return serial(s) && strings.ContainsAny(s.c.Text, "«“„") && strings.Count(s.words, "\x00,")+strings.Count(s.words, "»,") > 1
	}},
	{pattern.New(`,\s[Ii]n:\s(\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}\s\d{1,3}(?:,\s(?:H|Heft|Nr)\.?\s?\d+)?),\sS\.\s\d+[–-]\d`), "year", "Add the year behind the volume of the journal.", true, func(s shaped) bool {
		return (serial(s) || s.c.Kind == article.Commentary) && !collected.MatchString(s.words[s.m[2]:s.m[3]])
	}},
	{pattern.New(`(?:\b[Ii]n:?|\bdans|\ben|\bem)\s\p{Lu}[^;:(]{3,80}\s` + editorMark + `[:,]\s((?:\x00+|[^;\d]{5,120})[^;\d]{0,40}),\s(?:S|pp?)\.\s\d+[–-]\d`), "year", "Add place and year behind the title of the volume.", true, unknownVolume},
	{pattern.New(`\b[Ii]n:\s((?:Festschrift|FS)\s(?:für\s)?[^;\d]{3,60}),\sS\.\s\d+[–-]\d`), "year", "Add place and year behind the title of the volume.", true, unknownVolume},
	{pattern.New(`\bin\s\x00+,\sa cura di\s([^;\d]{3,80}),\spp?\.\s\d+[–-]\d`), "year", "Add place and year behind the editors.", true, unknownVolume},
	{pattern.New(`\s(\(\d{1,2}(?:st|nd|rd|th)\s(?:ed\.|edn)\))\.?$`), "year", "Add the year behind the edition.", true, unresolved},
	{pattern.New(`\s(\(\p{Lu}[\p{L}.& -]{3,60}\seds?\.\))\.?$`), "year", "Add the year behind the editor.", true, unresolved},
	{pattern.New(`,\s(\d{1,2}(?:st|nd|rd|th)\sed\.),\s(?:[ivxlc]+|\d+)[–-]?`), "year", "Add the year behind the edition.", true, unresolved},
	{pattern.New(`\x00(?:,\svol\s\d+)?\s(\((?:\p{Lu}[^()\d]*|[^()]*\b(?:No|CP|Cm|Cmnd|HC|HL)\s\d+)\))\s(?:\d|paras?\s|chs?\s|pt\s|s\s)`), "year", "Add the year in the brackets.", true, func(s shaped) bool {
		return unresolved(s) && !anyYear.MatchString(s.words[s.m[2]:s.m[3]]) && s.habits.bracketed >= enoughShapes && len(s.c.Item.Author) > 0 && !strings.Contains(s.c.Text, " v ")
	}},
	{pattern.New(`^[^\x00]*[“«„]\x00+[”»“],?\s(\x00+(?:,\spp?\.\s\d+|,\sS\.\s\d+)?)\.?$`), "date", "Add the day on which the paper came out.", true, func(s shaped) bool {
		return unresolved(s) && s.habits.dated >= enoughShapes && len(s.c.URLs) == 0 && !s.cited.elsewhere(s.note, s.c.Item.Title)
	}},
	{pattern.New(`,\s[Ii]n:\s(\p{Lu}[\p{L}\s-]*(?:blatt|zeitung|anzeiger|kurier|bote|post|nachrichten|rundschau|presse|Blatt|Zeitung|Anzeiger|Kurier|Bote|Post|Nachrichten|Rundschau|Presse)),\sS\.\s\d+\.?$`), "date", "Add the day on which the paper came out.", true, unresolved},
	{pattern.New(`^(?:\x00+\s)?[A-Z][A-Z.’' -]+,\s([A-Z][A-Z,:’' -]{8,}\s\d{1,4})\.?$`), "year", "Add the edition and the year behind the page.", true, unresolved},
	{pattern.New(`\x00,\s(\d{1,3}\s(?:\p{Lu}[\p{L}.]*\s){1,3}\d{1,4}(?:,\s\d+)?)\.?$`), "year", "Add the court, where the reporter does not tell it, and the year of the decision.", true, func(s shaped) bool {
		return unresolved(s) && caseName.MatchString(s.c.Text)
	}},
	{pattern.New(`\x00(,\s)\((?:1[789]|20)\d\d\)\.?$`), "report", "Add where the decision is printed, before the year.", false, func(s shaped) bool { return strings.Contains(s.c.Text, " v") }},
	{pattern.New(leadsIn + personName + `,\s(\d{1,3}\s(?:[\p{L}.’&]+\s){1,5}?(?:L\.\s?R[Ee][Vv]\.|L\.\s?J\.|L\.Q\.|R[Ee][Vv]\.)\s\d{1,4})`), "title", "Add the title before the volume.", false, nil},
	{pattern.New(`\x00,\s(\d{2,4},\s\d{1,4}(?:[–-]\d{1,4})?(?:\sn\.\d+)?\s\((?:1[89]|20)\d\d\))\.?$`), "journal", "Add the journal and its volume before the page.", false, authored},
	{pattern.New(`\x00,\s(\d{1,3}\s\d{2,4},\s\d{1,4}(?:[–-]\d{1,4})?\s\((?:1[89]|20)\d\d\))\.?$`), "journal", "Add the journal between the volume and the page.", false, authored},
	{pattern.New(`[”’]\s(\((?:19|20)\d\d\)\s\d{1,3}\s\d{1,4}(?:,\s\d+(?:[–-]\d+)?)?)\.?$`), "journal", "Add the journal behind the volume.", false, nil},
	{pattern.New(`\sv\s?[^;,]*?\s((?:\d\s)?(?:AC|Ch|QB|KB|WLR|All\sER|EWCA\s(?:Civ|Crim)|EWHC|UKSC|UKHL|UKPC|Lloyd['’]s\sRep)\s\d+(?:\s\(\p{L}+\))?)`), "year", "Add the year in brackets before the volume.", true, unresolved},
	{pattern.New(`\x00\s((?:\d\s)?(?:AC|Ch|QB|KB|WLR|All\sER|EWCA\s(?:Civ|Crim)|EWHC|UKSC|UKHL|UKPC|Lloyd['’]s\sRep)\s\d+(?:\s\(\p{L}+\))?)`), "year", "Add the year in brackets before the volume.", true, unresolved},
	{pattern.New(`^(?:See\s|\x00+\s)?\x00+(\s\[\d+\](?:\s\(\p{Lu}[^()]*\))?|\s\d{1,4}|)\.?$`), "report", "Add where the decision is printed.", true, func(s shaped) bool {
		return unresolved(s) && s.habits.reports >= enoughShapes && caseName.MatchString(s.c.Text) && !s.cited.elsewhere(s.note, s.c.Item.Title)
	}},
	{pattern.New(leadsIn + personName + `,\s(\p{Lu}[\p{L}-]+),\s\p{Lu}[^,;\x00]{2,50},\s(?:1[5-9]|20)\d\d`), "title", "Add the title behind the name.", false, func(s shaped) bool {
		return publishingPlaces.MatchString(s.words[s.m[2]:s.m[3]]) && !strings.ContainsRune(s.words, veil)
	}},
	{pattern.New(`[»”“],?\s((?:pp?|S|págs?)\.\s\d+[–-]\d+)`), "journal", "Add the journal behind the title.", true, func(s shaped) bool {
		return unresolved(s) && authored(s) && s.c.Item.Author[0].Given != "" && s.c.Item.ContainerTitle == "" && !s.cited.elsewhere(s.note, s.c.Item.Title)
	}},
}

var (
	// backWord matches the devices that say of a volume that it is cited elsewhere.
	backWord       = pattern.New(`\b(?:op|art|ob|loc)\.\s?cit|\bcité?\.?|a\.\s?a\.\s?O|\b(?:Fn|Anm)\.|\bsupra\b`)
	universityWord = pattern.New(`(?i)universi|école|univ\.|\bcollege\b|hochschule`)
	caseName       = pattern.New(`\p{L}\sv\.?\s\p{Lu}`)
	// bracketedYear and datedDay match what most citations of an article have where some
	// lack it: a year in brackets behind a title, the day of a newspaper.
	bracketedYear = pattern.New(`\x00(?:,\svol\s\d+)?\s\([^()]*\b(?:1[5-9]|20)\d\d\)`)
	datedDay      = pattern.New(`[”»“],?\s\x00+,\s(?:\p{Lu}\p{L}+\.?\s\d{1,2},\s|\d{1,2}\.?\s(?:de\s)?\p{L}+\s(?:de\s)?)(?:1[5-9]|20)\d\d`)
	caseInPrint   = pattern.New(`\x00(?:,\s|\s)(?:[\[(](?:1[5-9]|20)\d\d[\])]\s)?(?:\d{1,4}\s)?[A-Z][\p{L}.]*(?:\s[\p{L}.]+){0,2}\s\d`)
)

// enoughShapes is how many citations make a habit.
const enoughShapes = 2

func unresolved(s shaped) bool { return s.c.Target == nil }

func authored(s shaped) bool { return len(s.c.Item.Author) > 0 && s.c.Target == nil }

// serial says whether a citation without a year can be that of an article.
func serial(s shaped) bool {
	return authored(s) && s.c.Item.Title != "" && !s.cited.elsewhere(s.note, s.c.Item.ContainerTitle)
}

// unknownVolume says whether what holds a chapter is cited nowhere else.
func unknownVolume(s shaped) bool {
	return s.c.Target == nil && !backWord.MatchString(s.c.Text) && !s.cited.elsewhere(s.note, strings.Trim(s.c.Text[s.m[2]:s.m[3]], "„“”«»\"* "))
}

// shapeHabitsIn counts over an article.
var shapeHabitsIn = checker.Share(func(r *checker.Report) shapeHabits {
	var h shapeHabits
	for n := range r.Article.Notes {
		words := ownWords(r, n)
		h.bracketed += len(bracketedYear.FindAllStringIndex(words, -1))
		h.dated += len(datedDay.FindAllStringIndex(words, -1))
		if caseName.MatchString(r.Article.Notes[n].Text.String) {
			h.reports += len(caseInPrint.FindAllStringIndex(words, -1))
		}
	}
	return h
})

// shapeGap is what a citation lacks by its shape.
func shapeGap(r *checker.Report, ref article.Ref, c *article.Citation, words string) gapAt {
	if timeless.MatchString(c.Text) && !strings.Contains(c.Text, " v") || undated.MatchString(c.Text) {
		return gapAt{}
	}
	dated := anyYear.MatchString(spanOfYears.ReplaceAllString(words, ""))
	s := shaped{c: c, words: words, note: ref.Note, cited: mentionsIn(r), habits: shapeHabitsIn(r)}
	for i := range shapes {
		sh := &shapes[i]
		if sh.undated && dated {
			continue
		}
		if s.m = sh.re.FindStringSubmatchIndex(words); s.m == nil || sh.fits != nil && !sh.fits(s) {
			continue
		}
		from, to := s.m[0], s.m[1]
		if len(s.m) > 2 && s.m[2] >= 0 && s.m[3] > s.m[2] {
			from, to = s.m[2], s.m[3]
		}
		return gapAt{sh.lacks, sh.help, from, to}
	}
	return gapAt{}
}
