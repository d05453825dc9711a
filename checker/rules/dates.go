package rules

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"ibid/pattern"
)

// writtenDate is a day, or a month, as it stands in a text.
type writtenDate struct {
	start, end       int // bytes in the text, the weekday included
	year, month, day int // day is 0 where a month alone is given
	weekday          string
}

const (
	monthWords = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec` +
		`|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember` +
		`|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre` +
		`|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre` +
		`|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre` +
		`|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro`
	weekdayWords = `Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag` +
		`|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica`
)

// The patterns end in the year that they are asked about.
var (
	monthFirst = pattern.New(`(?i)(?:\b(` + weekdayWords + `),?\s+)?\b(` + monthWords + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\s)(\d{4})$`)
	dayFirst   = pattern.New(`(?i)(?:(` + weekdayWords + `),?\s+(?:den\s+|le\s+|the\s+)?)?\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(` + monthWords + `)\.?,?\s+(?:de\s+|del\s+)?(\d{4})$`)
	// dotted has the day first wherever it is in use: 31.06.2016.
	dotted    = pattern.New(`\b()(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$`)
	monthOnly = pattern.New(`\b()()(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{4})$`)
)

// longestDate is the most bytes that a date takes, weekday and blanks included.
const longestDate = 64

// datesIn lists the dates of a text, in order. Months are words: figures alone
// leave the order of day and month open.
func datesIn(text string) []writtenDate {
	var all []writtenDate
	for _, year := range yearsIn(text) {
		from := max(0, year-longestDate)
		window := text[from : year+4]
		if !dateBefore(text[from:year]) {
			continue
		}
		for i, re := range [...]*pattern.Pattern{monthFirst, dayFirst, monthOnly, dotted} {
			m := re.FindStringSubmatchIndex(window)
			if m == nil {
				continue
			}
			month, day := 3, 2
			if i == 0 {
				month, day = 2, 3
			}
			d := writtenDate{start: from + m[0], end: from + m[1], month: monthNumber(window[m[2*month]:m[2*month+1]])}
			if re == dotted {
				d.month, _ = strconv.Atoi(window[m[2*month]:m[2*month+1]])
				if d.month < 1 || d.month > 12 {
					break // the month first, or no date
				}
			}
			d.year, _ = strconv.Atoi(text[year : year+4])
			d.day, _ = strconv.Atoi(window[m[2*day]:m[2*day+1]])
			if m[2] >= 0 {
				d.weekday = window[m[2]:m[3]]
			}
			all = append(all, d)
			break
		}
	}
	return all
}

// dateBefore says whether a day or a month may end a text: it spares most years
// the patterns, which take long.
func dateBefore(text string) bool {
	word := strings.TrimRight(text, " ,.\u00a0")
	if word == text {
		return false
	}
	rest := strings.TrimRightFunc(word, unicode.IsLetter)
	switch last := strings.ToLower(word[len(rest):]); last {
	case "", "st", "nd", "rd", "th", "de", "del":
		return last != "" || word != "" && isDigit(word[len(word)-1])
	default:
		return monthNumber(last) > 0
	}
}

// yearsIn are the places of numbers of four figures from 1000 to 2999.
func yearsIn(text string) []int {
	var all []int
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		from := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		if i-from == 4 && (text[from] == '1' || text[from] == '2') {
			all = append(all, from)
		}
	}
	return all
}

// monthNumber is 1 to 12, or 0 for a word that names no month.
func monthNumber(word string) int {
	word = strings.ToLower(word)
	for i, names := range [...]string{
		"jan january januar jänner janvier enero gennaio janeiro",
		"feb february februar février febrero febbraio fevereiro",
		"mar march märz mars marzo março",
		"apr april avril abril aprile",
		"may mai mayo maggio maio",
		"jun june juni juin junio giugno junho",
		"jul july juli juillet julio luglio julho",
		"aug august août agosto",
		"sep sept september septembre septiembre setiembre settembre setembro",
		"oct october oktober octobre octubre ottobre outubro",
		"nov november novembre noviembre novembro",
		"dec december dezember décembre diciembre dicembre dezembro",
	} {
		for name := range strings.FieldsSeq(names) {
			if word == name {
				return i + 1
			}
		}
	}
	return 0
}

// weekdayNumber is a day of the week; ok is false for another word.
func weekdayNumber(word string) (day time.Weekday, ok bool) {
	word = strings.ToLower(word)
	for i, names := range [...]string{
		"sunday sundays sonntag dimanche domingo domenica", "monday mondays montag lundi lunes lunedì segunda-feira", "tuesday tuesdays dienstag mardi martes martedì terça-feira",
		"wednesday wednesdays mittwoch mercredi miércoles mercoledì quarta-feira", "thursday thursdays donnerstag jeudi jueves giovedì quinta-feira",
		"friday fridays freitag vendredi viernes venerdì sexta-feira", "saturday saturdays samstag sonnabend samedi sábado sabato",
	} {
		for name := range strings.FieldsSeq(names) {
			if word == name {
				return time.Weekday(i), true
			}
		}
	}
	return 0, false
}

// time is the day, or the first of the month.
func (d writtenDate) time() time.Time {
	return time.Date(d.year, time.Month(d.month), max(1, d.day), 0, 0, 0, 0, time.UTC)
}

// words is the date in English: "March 3, 2016".
func (d writtenDate) words() string {
	if d.day == 0 {
		return d.time().Format("January 2006")
	}
	return time.Month(d.month).String() + " " + strconv.Itoa(d.day) + ", " + strconv.Itoa(d.year)
}

// accessWords introduce the date on which a page was looked at.
const accessWords = `(?i)\b(?:accessed|retrieved|last (?:visited|viewed|checked|consulted|access)|date of access|visited|viewed|abgerufen|aufgerufen|abruf|abrufdatum|zugriff|zugegriffen|eingesehen|` +
	`besucht|consultée?s?|consulta(?:[dt][oa])?|accesso|acceso|acesso|acessado|acedido|visto|visitado|geraadpleegd|bezocht)(?:[^\pL]|$)`

var accessWord = pattern.New(accessWords + `[^.;()\d]{0,24}$`)

// isAccess says whether the date at start tells when a page was looked at.
func isAccess(text string, start int) bool {
	from := max(0, start-60)
	return accessWord.MatchString(text[from:start])
}
