package fields

import "strings"

// context is what a field's neighbours say of it beyond the order of fields:
// where a number stands decides what it counts.
func context(s state, contained bool, l label, ps []piece, i, j int) float64 {
	p := &ps[i]
	switch l {
	case author:
		if i > 0 && ps[i-1].opener != "" {
			return 3
		}
		return authorContext(ps, i, j)
	case title:
		if p.kind == quoted && p.inside && s != atStart {
			return -8 // application no 7189/21 (“case of the mayor”)
		}
		if s == afterAuthority && j == i+1 && printed(ps, i) {
			return -3
		}
		if s == afterAuthority {
			return 2.8 // the parties
		}
		return titleContext(s, p, &ps[0])
	case volume:
		return volumeContext(s, contained, ps, i)
	case page:
		return pageContext(s, contained, ps, i)
	case locator:
		switch {
		case p.counts == none && (s == afterContainer || s == afterReporter || s == afterNumber && ps[i-1].kind == date):
			return -1.5
		case p.counts == none && contained && s == afterNumber && p.gap == ':' && p.span:
			return -0.5
		case p.counts == page && p.span && contained:
			return -0.4
		}
	case container:
		return containerContext(s, ps, i, j)
	case editor, translator:
		if s == afterMark && (ps[i-1].marker.role == translatorRole) != (l == translator) {
			return -5
		}
		if s == afterMark && namedBefore(ps, i) {
			return -3 // B. Perry ed., Routledge
		}
		if s == atStart || s == afterIn || s == afterMark {
			return 0
		}
		// Names behind the title are editors if a marker follows them.
		if j < len(ps) && ps[j].kind == markerPiece && ps[j].marker.post {
			if p.opens {
				return 3
			}
			return 1.5
		}
		return -4
	case mark:
		return markContext(s, p)
	case archive:
		if j < len(ps) && (ps[j].counts == volume || ps[j].roman) {
			return -2.5 // archives have boxes
		}
	case genre:
		switch {
		case p.opener != "":
			return 2
		case s == afterAuthor && p.lowers:
			return 4 // Ann Dahl, interview by Piotr Wolski
		}
	case series:
		if numberedSeries(ps, i, j) || (s == afterPlain || s == afterItalic) && seriesBeforeImprint(ps, i, j) {
			return 4
		}
	case place:
		if (s == afterAuthor || s == afterHeadDate) && untitled(ps) {
			return 4
		}
	case rest:
		if (s == afterAuthor || s == afterHeadDate) && untitled(ps) {
			return 2.5 // Interview with Ann Dahl, judge
		}
		if s == afterVolume && p.kind == italic && p.gap == ':' {
			return 4 // Access to Salt, vol. I: A World Survey
		}
		if s == atStart && p.kind == words {
			return 0.5
		}
		if s == afterAuthor && p.kind == words && p.gap == ',' && p.count <= 6 && (p.class&officeWord != 0 || p.company || p.class&(bodyWord|publisherWord) != 0 && p.dotted > 0) {
			return 3 // Ann Dahl, Chief Officer, Salt Techs., Inc., Tides
		}
	case issued:
		if s == afterAuthor && !p.inside && p.gap == ' ' {
			return 0.3
		}
	}
	return 0
}

// namedBefore says whether the marker before the piece i belongs to the names
// right before it, so that none follow.
func namedBefore(ps []piece, i int) bool {
	if i < 2 || !ps[i-1].marker.post || ps[i-1].gap != ' ' || ps[i].gap != ',' {
		return false
	}
	p := &ps[i-2]
	return p.kind == words && (p.name == initialed || p.name == etAl || (p.given || p.inside && p.class&publisherWord == 0) && (p.name == person || p.name == joined))
}

// numberedSeries says whether the pieces i to j are all that stands in brackets
// behind the imprint but for a number: "München 1996 (Enzyklopädie des Salzes, Bd. 38)".
func numberedSeries(ps []piece, i, j int) bool {
	if i == 0 || j >= len(ps) || !ps[i].opens || ps[i].kind != words || ps[i].capital == 0 || ps[i].place {
		return false
	}
	n := &ps[j]
	return n.kind == number && n.inside && n.closes && (n.counts == volume || n.counts == none || n.counts == issue) && (ps[i-1].kind == date && !ps[i-1].inside || ps[i].class&seriesWord != 0 || n.counts == volume && imprintBehind(ps, j))
}

// imprintBehind says whether the place and the year of a book come behind the piece j:
// "(Salz und Amt, Bd. 2), Florenz 1990".
func imprintBehind(ps []piece, j int) bool {
	return j+2 < len(ps) && ps[j+1].kind == words && ps[j+1].gap == ',' && !ps[j+1].opens && ps[j+1].count <= 4 && ps[j+2].kind == date && ps[j+2].gap == ' ' && !precise(&ps[j+2])
}

// seriesBeforeImprint says whether the pieces i to j name the series of a book, for
// its number and the place and publisher come behind: "Salz und Amt 1 (Köln: Salz, 2010)".
func seriesBeforeImprint(ps []piece, i, j int) bool {
	if j+2 >= len(ps) || ps[i].kind != words || ps[i].gap == ' ' || ps[i].class&(journalWord|newsWord) != 0 || ps[i].acronym || ps[i].camel || ps[j].kind != number || ps[j].counts != none || ps[j].gap != ' ' || ps[j].span {
		return false
	}
	town, next := &ps[j+1], &ps[j+2]
	if town.kind != words || !town.place || !town.opens && town.gap != ',' {
		return false
	}
	return town.opens && next.gap == ':' && next.inside || next.kind == words && (next.gap == ',' || next.gap == ':') && j+3 < len(ps) && ps[j+3].kind == date || next.kind == date && !precise(next) && town.opens
}

// printed says whether the piece i is the journal or the collection that prints
// a court's decision: "OLG Köln, NJW-RR 1998, 1376".
func printed(ps []piece, i int) bool {
	p := &ps[i]
	return p.kind == words && (p.acronym || p.camel || p.class&(journalWord|reporterWord) != 0 || p.first&reporterWord != 0) && (yearThenPage(ps, i+1) || i+1 < len(ps) && ps[i+1].kind == number)
}

// authorContext looks at what follows a list of names: the gap before a title.
func authorContext(ps []piece, i, j int) float64 {
	if j == len(ps) {
		return 0
	}
	next := &ps[j]
	switch {
	case ps[j-1].owner:
		return 0
	case pageOnSite(ps, i, j):
		return -3.5 // History, SALT RESISTANCE, https://
	case next.gap == '-' && next.kind == words && !spelt(&ps[j-1]):
		return -2.5 // "Time Loops – A Definitive List"
	case next.kind == quoted || next.kind == italic:
		return 0.8
	case next.kind == number && next.gap == ' ' && next.counts == none && !next.opens && j == i+1:
		return -4 // LEGAL SALT 69
	case next.gap == '.' && next.kind == words && ps[j-1].gap == ',' && (j-i != 2 || ps[i].name != single) && !spelt(&ps[j-1]):
		return -2.5 // "Jürgen Habermas, Faktizität und Geltung. Beiträge …"
	case next.gap == '.' && next.kind == words && j == i+1 && !spelt(&ps[i]) && (ps[i].name == joined || ps[i].name == person):
		return -2 // "Trauer und Melancholie. Zeitschrift für Pfannen, IV"
	case next.gap == ':' && next.indefinite && next.kind == words && ps[j-1].name == person && (ps[j-1].gap == ',' || j-i == 1 && ps[i].count == 3 && ps[i].gap == ','):
		return -4 // Mara Quill, Anna Wolski Strikes: A Timeline
	case next.gap == ':' && siteInCapitals(ps, j):
		return -4 // Salt Deception: How Salters Prey on Brewers, LEGAL SALT SOC’Y
	case next.gap == ':' && j-i <= 8:
		return colonFits(&ps[i], &ps[j-1], j-i)
	case next.gap == ' ' && next.kind == words && !next.opens:
		return -3
	case next.kind == markerPiece && next.marker.post && next.marker.role == editorRole:
		return -2
	}
	return 0
}

// pageOnSite says whether the pieces i to j are rather the title of a page than names,
// for what comes behind them is in capitals, as law reviews have the names of sites,
// and its address behind that.
func pageOnSite(ps []piece, i, j int) bool {
	p := &ps[i]
	if j != i+1 || p.upper || p.name == initialed || p.name == joined || p.name == etAl || ps[j].kind != words || ps[j].gap != ',' || !ps[j].upper || j+1 >= len(ps) {
		return false
	}
	next := &ps[j+1]
	return next.kind == address || next.opens && next.closes && precise(next) && j+2 < len(ps) && ps[j+2].kind == address
}

// siteInCapitals says whether what stands behind the title that begins at j is in
// capitals, and the title is not, as law reviews have it: they set a comma between
// author and title, so that a colon before it parts a subtitle.
func siteInCapitals(ps []piece, j int) bool {
	if ps[j].kind != words || inCapitals(&ps[j]) {
		return false
	}
	for k := j + 1; k < len(ps) && ps[k].kind == words; k++ {
		if ps[k].gap == ',' && !ps[k].opens {
			return ps[k].upper && ps[k].count > 1 && ps[k].name != initials && ps[k].name != initialed && !ps[k].place
		}
	}
	return false
}

// spelt says whether a piece that goes on with a list of names shows that it is one.
func spelt(p *piece) bool {
	if p.medical {
		return true
	}
	switch p.name {
	case initials, initialed, suffix, etAl, body:
		return true
	}
	return p.given
}

// colonFits is how much a colon behind a list of names speaks for a title
// after it, as German has it, and not for a subtitle.
func colonFits(first, last *piece, count int) float64 {
	switch {
	case nouns(last):
		return -2.5 // Weber, Wirtschaft und Gesellschaft: Grundriss
	case count == 1, last.name == initials, last.name == initialed, last.given, last.name == joined && first.name == single, last.name == suffix, last.name == etAl:
		return 1.2
	case count == 2 && first.name == single && last.name == single:
		return 0.6
	}
	if last.name == joined && last.gap == ',' {
		return -2.5 // "Michel Foucault, Discipline and Punish: The Birth of the Prison"
	}
	return -0.8
}

func titleContext(s state, p, first *piece) float64 {
	v := 0.0
	if first.bare {
		return -9
	}
	if (first.opener != "" || first.coded == letterCode) && p.kind != quoted && p.kind != italic {
		return -9
	}
	if s == atStart && p.kind == words {
		v -= 0.4
	}
	if s == afterHeadDate && p.kind == words {
		v += 0.4
	}
	return v
}

func volumeContext(s state, contained bool, ps []piece, i int) float64 {
	p := &ps[i]
	if p.counts != none {
		return 0
	}
	next := i + 1
	switch {
	case p.ahead && s != atStart && s != afterAuthor:
		return -9
	case p.title || p.ahead:
		return 8
	case s == inTail && i > 0 && seriesBeforeImprint(ps, i-1, i):
		return 4
	case contained && next+1 < len(ps) && ps[next].kind == number && ps[next].opens && ps[next].closes && ps[i-1].kind == date && ps[next+1].gap == ':' && ps[next+1].kind == number:
		return 3 // 1998, 12(3): 34-40
	}
	if next < len(ps) && ps[next].kind == number && ps[next].opens && ps[next].closes {
		next++ // 29(4) Journal of Salt
	}
	switch {
	case p.roman && contained && s == afterContainer:
		return 2
	case p.roman && next < len(ps) && ps[next].kind == number && !ps[next].opens && ps[next].counts != volume:
		return 1.8 // xxvi, 246
	case s == afterContainer && i > 1 && (bracketed(&ps[i-2]) || yearVolume(ps, i-2)):
		return -2 // [1932] AC 562: the year is the volume
	case s == afterContainer && p.gap == ' ' && inBook(ps, i):
		return -1.5
	case s == afterContainer && p.gap == ' ' && pageOfPaper(ps, i):
		return -2.5
	case s == afterContainer:
		return 1.4
	case contained:
		return -1.5
	case (s == afterPlain || s == afterAuthor || s == atStart) && next < len(ps) && ps[next].kind == words && ps[next].count > 6 && ps[next].class&journalWord == 0 && ps[next].dotted == 0:
		return -4 // 25 Point Plan to Reform the Management of Salt
	case (s == afterQuoted || s == afterDate || s == afterPlain || s == afterItalic || s == inTail && ps[i-1].counts == rest) && next < len(ps) && (ps[next].kind == words || ps[next].kind == italic) && ps[next].gap == ' ' && ps[next].capital > 0 && !ps[next].opens:
		return 1.6 // 36 Harv. L. Rev.
	case (s == afterItalic || s == afterPlain) && volumeOfWork(ps, i):
		return 2.4
	case s == afterItalic || s == afterPlain:
		return -1.8
	}
	return -2.5
}

// volumeOfWork says whether the bare number i counts the volumes of a book, for
// the imprint comes behind it and a page behind that: "Geschichte, 2 (München: Salz, 1987), 44".
func volumeOfWork(ps []piece, i int) bool {
	const most = 12 // volumes
	p := &ps[i]
	if p.gap != ',' || p.roman || p.span || p.value == 0 || p.value > most || i+1 >= len(ps) || !ps[i+1].place && ps[i+1].class&publisherWord == 0 {
		return false
	}
	if !ps[i+1].opens {
		return ps[i+1].gap == ','
	}
	for k := i + 2; k < len(ps); k++ {
		if ps[k-1].closes {
			return ps[k].kind == number && !ps[k].inside
		}
	}
	return false
}

func pageContext(s state, contained bool, ps []piece, i int) float64 {
	p := &ps[i]
	if !contained {
		if p.counts == none {
			return -2.5
		}
		return -2.2 // a place in a book
	}
	switch {
	case p.here:
		return -1.5
	case p.counts == page && pointedInto(ps[i+1:]):
		return 1.5
	case p.counts == page && (p.span || p.gap == ':'):
		return 0.8
	case p.counts == page && s == afterNumber && precise(&ps[i-1]):
		return 1.5 // of a newspaper
	case p.counts == page && (p.openEnded && ps[i-1].kind == date || (p.openEnded || p.pageSign) && inChapter(ps, i)) && lastPages(ps, i):
		return 0.6
	case p.counts == page && p.pageSign && (yearBehindJournal(ps[:i]) || volumeAndYear(ps[:i]) && lastPages(ps, i)):
		return 0.8 // DGVZ 1979, S. 33; AöR 12 (1897), S. 1
	case p.counts == page:
		return -0.8
	case s == afterContainer && i > 1 && (bracketed(&ps[i-2]) || yearVolume(ps, i-2)):
		return 1.5
	case s == afterContainer && p.gap == ' ' && inBook(ps, i):
		return 1
	case s == afterContainer && p.gap == ' ' && pageOfPaper(ps, i):
		return 1.5
	case s == afterContainer && !p.span:
		return -0.3
	}
	return 0.4
}

// pointedInto says whether the pieces behind a page begin with the one pointed at:
// "hier S. 6", "(S. 6)".
func pointedInto(behind []piece) bool {
	return len(behind) > 0 && behind[0].here || len(behind) > 1 && behind[1].here && behind[0].kind == words && behind[0].capital == 0
}

// volumeAndYear says whether pieces end with the volume of a journal and its year
// in brackets: "AöR 12 (1897)".
func volumeAndYear(ps []piece) bool {
	k := len(ps)
	if k < 2 || ps[k-1].kind != date || !ps[k-1].opens || !ps[k-1].closes || precise(&ps[k-1]) {
		return false
	}
	before := &ps[k-2]
	return before.kind == number && before.counts == none || k > 2 && before.class&journalWord != 0 && before.gap == ' ' && ps[k-3].kind == number // 7 Salt Law Journal (2006)
}

// inChapter says whether "in" stands before the number i, and editors or the year
// of a book between them.
func inChapter(ps []piece, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if ps[k].kind == markerPiece && ps[k].marker.role == inRole {
			return true
		}
	}
	return false
}

// lastPages says whether no other pages come behind the number i.
func lastPages(ps []piece, i int) bool {
	for k := i + 1; k < len(ps); k++ {
		if ps[k].kind == number && (ps[k].counts == page || ps[k].counts == none) {
			return false
		}
	}
	return true
}

// containerContext looks at what follows: a number, a date.
func containerContext(s state, ps []piece, i, j int) float64 {
	v := 0.0
	if untitled(ps) && ps[i].kind == words && s != afterIn {
		v -= 6
	}
	if s == afterAuthor && ps[i].dotted >= 3 {
		v += 3.5
	}
	if s == afterAuthor && (ps[i].acronym || ps[i].camel || ps[i].class&journalWord != 0) && j == i+1 && yearThenPage(ps, j) {
		v += 5 // Zimmer, NJW 2019, 1234
	}
	if (s == afterPlain || s == afterAuthor) && j == i+1 && abbreviatedThenPage(ps, i) {
		v += 5
	}
	if s == afterPlain && j == i+1 && ps[i].opens && (ps[i].acronym || ps[i].camel || ps[i].first&reporterWord != 0) && pageInBrackets(ps, j) {
		v += 6 // … vom 14. August 1952 (BGBl. I S. 446)
	}
	if s == afterAuthor && j == i+1 && dedicated(ps, i) {
		v += 6
	}
	if i > 0 && ps[i].inside && ps[i-1].inside && ps[i-1].class&genreWord != 0 && ps[i].kind == words {
		v -= 4 // (PhD thesis, School of Salt and Society 2017)
	}
	if s == afterPlain && (seriesBeforeImprint(ps, i, j) || ps[i].gap == '?' && ps[i].first&collectedWord != 0) {
		v -= 5 // Wie wirkt Salz? Ausgewählte Beiträge
	}
	if s == afterVolume {
		v += 0.6
		if ps[i].gap == ':' {
			v -= 5 // Access to Salt, Vol. I: A World Survey
			if ps[i].kind == italic {
				v -= 4
			}
		}
	}
	if ps[i].first&reporterWord != 0 && s != atStart {
		v += 2
	}
	if s == atStart && j == i+1 && ps[i].kind != quoted && ps[i].lower == 0 && ps[i].count <= 10 {
		v += periodicalFits(ps, i)
	}
	if j < len(ps) {
		next := &ps[j]
		switch {
		case s == afterPlain && bookPage(ps, j):
			v -= 3
		case s == atStart && next.kind == number && j+2 < len(ps) && ps[j+1].opens && ps[j+1].kind == words && markedBehind(ps, j+1):
			v -= 6 // LEGAL SALT 69 (Ann Dahl & Tor Aune eds., 2015)
		case (s == afterPlain || s == inTail || s == afterDate) && ps[i].kind == words && pageThenYear(ps, i, j):
			v -= 1.5
		case next.kind == number && next.counts != locator && next.counts != rest:
			v += 0.8
		case next.place && next.gap == ',' && j+1 < len(ps) && (ps[j+1].counts == volume || ps[j+1].counts == issue):
			v += 1.8 // Estudos Salinos, Rio de Janeiro, v. 9
		case next.kind == date && precise(next):
			v += 1.6 // a magazine, a newspaper, a site
		case next.kind == date:
			v += 0.3
		case next.gap == ':' && next.kind == words:
			v -= 1.2
		}
	}
	if (s == afterPlain || s == inTail || s == afterDate) && !supported(ps, i, j) {
		v -= 2
	}
	if (s == afterPlain || s == inTail) && yearThenPage(ps, j) {
		v += 2.2
		if ps[i].count == 1 && ps[i].capital == 0 {
			v += 4 // ecolex (2024) 449
		}
	}
	if (s == afterPlain || s == inTail) && j == i+1 && yearThenIssue(ps, j) {
		v += 4 // Sozialer Salzbau 2012, Heft 5
	}
	if s == afterQuoted && j == i+1 && ps[i].kind == words && ps[i].class&bodyWord != 0 && ps[i].class&(newsWord|journalWord) == 0 && ps[i].count > 2 && j < len(ps) && ps[j].kind == date && !precise(&ps[j]) {
		v -= 2 // "Salt." Salt Accounting Office, 2004
	}
	if s == afterPlain && i > 0 && strings.HasPrefix(ps[i-1].coded, "article") {
		v += 5
	}
	if s == afterItalic && ps[i].kind == italic {
		v++
	}
	if s == atStart && j < len(ps) && ps[j].kind == number && ps[i].last&archiveWord != 0 && ps[i].kind == words && ps[i].count <= 5 {
		v -= 3 // records: "Harbour Archives, xxxvi, p. 150"
	}
	if s == atStart && ps[i].first&reporterWord != 0 && j == i+1 && j < len(ps) && ps[j].counts == volume {
		return v + 6 // BGE 139 I 16
	}
	if s == atStart && j < len(ps) && ps[j].kind == number && !dated(ps) && (ps[j].counts == volume || ps[i].class&journalWord == 0 || ps[i].class&archiveWord != 0) {
		v -= 2.5 // a work in volumes: "Letters and Papers, vol. iv."
	}
	if s == afterPlain && ps[i].gap == ':' {
		v -= 3.5 // it is the subtitle
	}
	return v
}

// markedBehind says whether the pieces from i in brackets are names and a marker
// behind them.
func markedBehind(ps []piece, i int) bool {
	for ; i < len(ps) && ps[i].inside; i++ {
		if ps[i].kind == markerPiece {
			return ps[i].marker.post
		}
		if ps[i].kind != words {
			return false
		}
	}
	return false
}

// inBook says whether the container before the number i is a book that "in"
// announces, so that the number is a page, with the one pointed at or the
// editors behind it: "in SALT 50, 61 (1992)".
func inBook(ps []piece, i int) bool {
	most, names := longest(container)+1, false
	for k := i - 1; k >= 0 && i-k <= most; k-- {
		if ps[k].kind == markerPiece && ps[k].marker.role == editorRole && ps[k].marker.post && ps[k].closes {
			most, names = most+longest(editor), true // in Ann Dahl (ed.), Salt and Society 1–84
			continue
		}
		if ps[k].class&journalWord != 0 && !names && !inCapitals(&ps[k]) {
			return false
		}
		if ps[k].kind == markerPiece {
			return ps[k].marker.role == inRole && i+1 < len(ps) && (pointsInto(&ps[i], &ps[i+1]) || ps[i+1].opens && (ps[i+1].kind == words || ps[i+1].kind == date && ps[i-1].capitals))
		}
	}
	return false
}

// pageOfPaper says whether the number i behind the name of a newspaper or a magazine
// is a page, for its day stands in brackets before it: "(20 April 2015) The Salter 80".
func pageOfPaper(ps []piece, i int) bool {
	k := i - 1
	for k > 0 && i-k < 3 && (ps[k].kind == words || ps[k].kind == italic) {
		k--
	}
	return k > 0 && k < i-1 && ps[k].kind == date && ps[k].closes && (precise(&ps[k]) || ps[i-1].class&newsWord != 0 && ps[i-1].class&journalWord == 0)
}

// pointsInto says whether next can be a page pointed at in a work that begins on page first.
func pointsInto(first, next *piece) bool {
	const most = 60 // pages of a chapter
	return next.kind == number && next.gap == ',' && next.counts == none && !next.roman && next.value >= first.value && next.value < first.value+most
}

// supported says whether something shows that the pieces i to j, which follow a
// plain title, name a periodical: their words, or a number or day behind them.
func supported(ps []piece, i, j int) bool {
	for k := i; k < j; k++ {
		if p := &ps[k]; p.class&(journalWord|newsWord) != 0 || p.first&(collectedWord|reporterWord) != 0 || p.domain || p.camel || p.acronym || p.dotted >= 2 || p.kind != words {
			return true
		}
	}
	if yearThenPage(ps, j) {
		return true
	}
	return j < len(ps) && (ps[j].kind == number && ps[j].counts != locator && ps[j].counts != page && ps[j].counts != rest || ps[j].kind == date && precise(&ps[j]))
}

// pageThenYear says whether a bare number and a date in brackets at j end the
// reference behind what no word shows to be a journal, so that it is rather a page
// of a book: "Minor Crimes 12 (2009)".
func pageThenYear(ps []piece, i, j int) bool {
	for k := i; k < j; k++ {
		if p := &ps[k]; p.class&(journalWord|newsWord) != 0 || p.dotted >= 2 || p.acronym || p.camel {
			return false
		}
	}
	return j+1 < len(ps) && ps[j].kind == number && ps[j].counts == none && ps[j].gap == ' ' && ps[j+1].kind == date && ps[j+1].opens && (j+2 == len(ps) || ps[j+2].kind == address)
}

// pageInBrackets says whether a volume and a page, or a page, are at j and end the brackets.
func pageInBrackets(ps []piece, j int) bool {
	if j < len(ps) && ps[j].roman && ps[j].inside {
		j++
	}
	return j < len(ps) && ps[j].kind == number && ps[j].counts == page && ps[j].inside && ps[j].closes
}

// yearThenIssue says whether a year and an issue come behind the piece before j.
func yearThenIssue(ps []piece, j int) bool {
	return j+1 < len(ps) && ps[j].kind == date && ps[j].gap == ' ' && !ps[j].inside && !precise(&ps[j]) && ps[j+1].kind == number && ps[j+1].counts == issue
}

// yearThenPage says whether a year in brackets and a bare number are at j, or a
// year, a comma and a number: "Recht der Pfannen (2024) 136", "Pfannenrecht
// 2024, 136 ff".
func yearThenPage(ps []piece, j int) bool {
	if j+1 >= len(ps) || ps[j].kind != date || precise(&ps[j]) || ps[j+1].kind != number || ps[j+1].counts != none {
		return false
	}
	return ps[j].opens && ps[j].closes && ps[j+1].gap == ' ' || !ps[j].inside && ps[j].gap == ' ' && ps[j+1].gap == ','
}

// dated says whether a date is among the pieces: no journal is cited without.
func dated(ps []piece) bool {
	for i := range ps {
		if ps[i].kind == date {
			return true
		}
	}
	return false
}

// periodicalFits is how much speaks for a newspaper or journal that is cited
// without an article: "The Lamp, July 9, 1835", "Salt Review, XXVI, 246".
func periodicalFits(ps []piece, i int) float64 {
	if i+1 >= len(ps) {
		return 0
	}
	journal := ps[i].class&(journalWord|newsWord) != 0 && ps[i].class&archiveWord == 0
	switch next := &ps[i+1]; {
	case next.kind == date && precise(next) && !next.opens:
		return 2 + emphasised(&ps[i])
	case journal && next.kind == number && next.counts != page:
		return 1.5 + emphasised(&ps[i])
	case ps[i].the && ps[i].count <= 4 && next.roman && i+2 < len(ps) && ps[i+2].kind == number && ps[i+2].counts == none:
		return 6 // The Southern Lamp, XXXVII, 169
	case ps[i].the && ps[i].count <= 4 && ps[i].last&newsWord != 0 && next.kind == date && i+2 == len(ps):
		return 4.5 // The North Star, 1853
	case next.kind == date && i+2 == len(ps) && ps[i].class&newsWord == 0:
		return -2
	}
	return 0
}

// emphasised makes up for what italics speak for a title.
func emphasised(p *piece) float64 {
	if p.kind == italic {
		return 1.4
	}
	return 0
}

// bracketed says whether a piece is a year in square brackets, as law reports have it.
func bracketed(p *piece) bool {
	return p.kind == date && !precise(p) && p.End-p.Start == len("[1932]")
}

// yearVolume says whether the year i stands in the place of the volume, right
// before the journal: "2013 Wis. L. Rev. 101".
func yearVolume(ps []piece, i int) bool {
	p, next := &ps[i], &ps[i+1]
	return p.kind == date && !precise(p) && !p.inside && next.kind == words && next.gap == ' ' && !next.opens && (next.dotted >= 2 || next.class&journalWord != 0)
}

// precise says whether a date has more than a year.
func precise(p *piece) bool {
	return p.issued != nil && (p.issued.Season > 0 || len(p.issued.Parts) > 0 && len(p.issued.Parts[0]) > 1)
}

func markContext(s state, p *piece) float64 {
	if p.marker.role == reviewRole || s == afterAuthor {
		if p.marker.role == reviewRole && s == afterAuthor {
			return 3
		}
		return -6
	}
	post := s == afterEditors || s == afterInEditors
	switch {
	case post && !p.marker.post, !post && !p.marker.pre && !p.closes:
		return -4
	case post && p.marker.role == translatorRole:
		return -0.5
	}
	return 0
}

// letterCode marks who wrote a letter.
const letterCode = "personal_communication"

// untitled says whether the pieces are a letter or an interview, which have no titles.
func untitled(ps []piece) bool { return ps[0].opener != "" || ps[0].coded == letterCode }
