package fields

// titleFits scores titles.
func titleFits(ps []piece, i int, out []float64) []float64 {
	s, count := 0.0, 0
	small := false
	for j := i; j < len(ps) && j-i < longest(title); j++ {
		p := &ps[j]
		switch {
		case p.kind == address, p.kind == identifier, p.kind == markerPiece, neverTitle(p), p.caseName && j > i, j > i && (p.ended || endsTitle(&ps[i], p) && !quotedWord(ps, i, j)), j > i && ps[i].kind == quoted && p.gap == '.' && !heldNext(ps, j):
			return out
		case p.kind == quoted || p.kind == italic:
			s += markedTitle(p, j == i)
			out = append(out, s)
			continue
		case p.kind == date:
			s += yearInTitle(ps, i, j)
		case p.kind == number:
			s += numberInTitle(ps, i, j)
		}
		if j > i {
			s += titleGoesOn(&ps[i], p, j == i+1)
			if quotedWord(ps, i, j) {
				s += 1.2
			}
		}
		if p.kind == words {
			if j > i {
				s += titleWords(ps, j)
			}
			s += plainTitle(p, j == i)
			count += p.count
			small = small || p.small > 0 || p.lower > 0
		}
		if p.coded != "" {
			return append(out, s+3+lengthFits(count, small, ps[i].kind)) // nothing of a title comes behind its type
		}
		out = append(out, s+lengthFits(count, small, ps[i].kind))
	}
	return out
}

// heldNext says whether what holds the work comes right behind the piece j, or a
// place: "„Pfannen“. Salz als Praxis, in: …".
func heldNext(ps []piece, j int) bool {
	if ps[j].kind == words && ps[j].capital > 0 && ps[j].small > 0 && imprintBehind(ps, j) && !ps[j].place {
		return true
	}
	return ps[j].kind == words && ps[j].capital > 0 && j+1 < len(ps) && (ps[j+1].kind == markerPiece && ps[j+1].marker.role == inRole || ps[j+1].gap == ',' && ps[j+1].place || ps[j+1].class&genreWord != 0)
}

// neverTitle says whether a piece can't be in a title.
func neverTitle(p *piece) bool {
	return p.coded == letterCode || p.sort || p.named || p.toward || p.opener != ""
}

// endsTitle says whether a title that begins with a piece ends before p.
func endsTitle(first, p *piece) bool {
	switch {
	case p.kind == quoted, p.kind == italic && first.kind != italic:
		return true
	}
	return first.kind == quoted && (p.gap == ',' || p.gap == '.' && first.stopInside)
}

// quotedWord says whether the quotation i only begins a title, for behind its colon
// a list goes on, and a volume and a journal come behind that, as law reviews have
// them: "“I Know”: Power, Salt and Brine, 2 Salt L.J. 343".
func quotedWord(ps []piece, i, j int) bool {
	if ps[i].kind != quoted || j < i+2 || ps[i+1].gap != ':' || ps[i+1].kind != words || ps[j].kind != words || ps[j].gap != ',' {
		return false
	}
	for k := j + 1; k < len(ps); k++ {
		switch p := &ps[k]; {
		case p.kind == number:
			return p.gap == ',' && (p.counts == none || p.counts == volume) && k+1 < len(ps) && ps[k+1].kind == words && ps[k+1].gap == ' '
		case p.kind != words || p.gap != ',':
			return false
		}
	}
	return false
}

// markedTitle is how much quotation marks or italics speak for a title.
func markedTitle(p *piece, first bool) float64 {
	switch {
	case !first:
		return -0.3 - gapCost(p)
	case p.kind == italic && p.count > 40:
		return 0.6
	case p.kind == italic:
		return 4.6
	case p.count > 40:
		return 1.5
	}
	return 5.5
}

// yearInTitle is what it costs that the date j is in the title that begins at i.
func yearInTitle(ps []piece, i, j int) float64 {
	p := &ps[j]
	s := -3.2
	switch {
	case j > i && lifeSpan(ps, j):
		s += 4
	case j > i && p.gap == ':' && !p.inside && !precise(p) && yearRightBehind(ps, j):
		s += 7.5 // Income and Salt: 2019 (2020)
	case j > i && len(p.issued.Parts) == 2 && p.gap == ' ' && !p.opens && yearBehindPages(ps[j+1:]):
		s += 7 // SALT ATTORNEY SURVEY REPORT 2013–2014, at 11 (2015)
	case j > i && namesEdition(ps, j):
		s += 5.2
	case j > i && spanOfSubject(ps, j):
		s += 7
	case len(p.issued.Parts) == 2 && p.gap == ',' && i > 0 && ps[i-1].kind == date:
		s += 2.4 // "Smith (2017). Salt in Film, 1951–1967"
	case j > i && p.gap == ' ' && !p.opens && !precise(p) && ps[i].kind == words && laterYear(ps, j):
		s += 3.8 // World Report 1997: The State in Transition (1997)
		if j+1 < len(ps) && ps[j+1].gap == ':' && ps[j+1].kind == words {
			s += 2.5
		}
	}
	return s
}

// yearRightBehind says whether the year of publication comes behind the year j with
// nothing but a page or an edition between.
func yearRightBehind(ps []piece, j int) bool {
	k := j + 1
	for k < len(ps) && (ps[k].kind == number || ps[k].class&editionWord != 0 || ps[k].kind == words && ps[k].lowers) {
		k++
	}
	return k < len(ps) && ps[k].kind == date && (ps[k].opens || ps[k].gap == ',') && ps[k-1].marker.role != accessRole
}

// spanOfSubject says whether the years at j are those that the work is on, for a
// place and the year of publication come behind them: "Das Salz in Köln 1870–1914,
// Göttingen 1992".
func spanOfSubject(ps []piece, j int) bool {
	p := &ps[j]
	return len(p.issued.Parts) == 2 && p.gap == ' ' && !p.inside && j+2 < len(ps) && ps[j+1].kind == words && ps[j+1].place && ps[j+1].gap == ',' &&
		ps[j+2].kind == date && !precise(&ps[j+2]) && p.issued.Parts[1][0] < ps[j+2].issued.Parts[0][0]
}

// lifeSpan says whether the years at i are those that the work is on, for editors
// or the year of publication come behind them: "The Travels of Thomas Hob,
// 1547-1564, ed. Powell", "Paupers and Parishes, 1790–1860 (Leeds 1999)".
func lifeSpan(ps []piece, i int) bool {
	const least = 8 // years that no work appears in
	p := &ps[i]
	if p.gap != ',' || p.inside || !longPeriod(p.issued) {
		return false
	}
	if i+1 < len(ps) && ps[i+1].kind == markerPiece && ps[i+1].marker.role == editorRole {
		return p.issued.Parts[1][0]-p.issued.Parts[0][0] >= least
	}
	for k := i + 1; k < len(ps); k++ {
		if ps[k].kind == date && ps[k].issued != nil && ps[k].issued.Literal != "" {
			return true // in press
		}
		if ps[k].kind == date && ps[k].issued != nil && len(ps[k].issued.Parts) == 1 && ps[k-1].marker.role != accessRole && ps[k-1].marker.role != archiveRole {
			return ps[k].issued.Parts[0][0] >= p.issued.Parts[1][0]
		}
	}
	return false
}

// namesEdition says whether the year i belongs to the name of what appears each
// year, for the year of publication stands elsewhere: "Salt Report 2020, Köln
// 2021", "(2017). World Report 2017: Salt and Law".
func namesEdition(ps []piece, i int) bool {
	const others = publisherWord | journalWord | newsWord | genreWord | seriesWord | courtWord
	p := &ps[i]
	if p.kind != date || precise(p) || p.inside || p.gap != ' ' || i == 0 || len(p.issued.Parts) != 1 {
		return false
	}
	before := &ps[i-1]
	if before.kind != words || before.place || before.class&others != 0 || before.acronym || before.camel || before.dotted >= 2 || before.inside {
		return false
	}
	for k := 1; k < i-1; k++ {
		if ps[k].kind == date && ps[k-1].kind == words && ps[k].issued != nil && len(ps[k].issued.Parts) == 1 && !precise(&ps[k]) && (ps[k].inside || ps[k+1].gap == '.') {
			return k+1 < i && i-k <= 3 // behind the names
		}
	}
	for k := i + 1; k < len(ps) && k <= i+5; k++ {
		switch q := &ps[k]; {
		case q.inside && k < len(ps)-1 && ps[k+1].inside || q.inside && q.closes && q.kind != date:
		case q.kind == number && q.counts == issue && ps[k-1].class&genreWord != 0:
		case q.kind == date && precise(q):
			return (k == i+1 || ps[k-1].counts == issue) && !q.inside && q.issued != nil && len(q.issued.Parts) == 1 && q.issued.Parts[0][0] >= p.issued.Parts[0][0]
		case q.kind == date && !precise(q):
			return q.inside && ps[k-1].inside || ps[k-1].kind == words && (ps[k-1].place || ps[k-1].class&publisherWord != 0 || ps[k-1].gap == ':' || ps[k-1].acronym && ps[k-2].place)
		case q.kind != words || q.class&journalWord != 0:
			return false
		}
	}
	return false
}

// numberInTitle is what it costs that the number j is in the title that begins at i.
func numberInTitle(ps []piece, i, j int) float64 {
	p := &ps[j]
	s := -1.4
	if p.counts == issue && j > i && p.gap == ' ' && j+1 < len(ps) && ps[j+1].gap == ':' && ps[j+1].kind == words {
		return 2.5 // General Comment No. 14: The Right to Salt
	}
	if p.counts != none {
		return s - 2.5
	}
	if j > i || p.roman || j+1 == len(ps) {
		return s
	}
	next := &ps[j+1]
	if next.kind == words && next.gap == ' ' && (next.count > 3 || next.count > 1 && next.dotted == 0 && next.class&journalWord == 0 && i > 0 && p.gap == ',') {
		s++ // 25 Point Plan to Reform the Management of Salt
	}
	return s
}

// titleGoesOn is what it costs that a title goes on with p; second says that it
// is the second piece.
func titleGoesOn(first, p *piece, second bool) float64 {
	s := -gapCost(p)
	switch {
	case first.kind == quoted && second && (p.gap == '-' || p.gap == ':' || p.gap == '.') && p.kind == words:
		s += 3.2 // “Welcome to Salt” – The Limits of Brine
	case first.kind != words:
		s -= 1.2
	case p.gap == ',' && p.kind == words && p.capital == 0:
		s += 1.1
	}
	return s
}

// titleWords is how much the words of the piece j speak for the title before
// them going on: a subtitle, the end of a list.
func titleWords(ps []piece, j int) float64 {
	p := &ps[j]
	switch {
	case subtitle(p), endsAtPlace(ps, j):
		return 1.9
	case p.opens && p.closes && j+1 < len(ps) && ps[j+1].gap == ',' && ps[j+1].kind == markerPiece && ps[j+1].marker.role == inRole:
		return 2.4 // Economy and Salt (Sociology of Salt), in: …
	case listAhead(ps, j), p.gap == '.' && listToHolder(ps, j):
		return 1.9
	case p.gap == ',' && listToHolder(ps, j):
		return 1
	case p.gap == ',' && listToImprint(ps, j):
		return 1.6
	case p.gap == ':' && !p.place:
		return 0.8
	case p.gap == ',' && p.indefinite && p.count > 1 && j > 1 && ps[j-1].dotted == 0 && ps[j-1].name != body:
		return 1.6 // Salzkunde, Ein Lehrbuch, 1987
	case p.gap == ',' && p.capitals && !inCapitals(&ps[j-1]) && j+1 < len(ps) && (ps[j+1].kind == address || precise(&ps[j+1])):
		return -2 // History, SALT RESISTANCE, https://
	case p.gap != ',' || p.given:
		return 0
	case p.first&joinWord != 0:
		return 1.6 // Text, Cases, and Materials
	case p.count <= 3 && j+1 < len(ps) && ps[j+1].kind == words && ps[j+1].gap == ',' && ps[j+1].first&joinWord != 0 && !p.place && ps[j+1].name != initialed:
		return 1 // Costs, Schedule, and Performance
	case p.listed && !volumeNext(ps, j) && p.class&(journalWord|publisherWord) == 0:
		return 1 // Law, Science and Politics in the Paradigmatic Transition
	}
	return 0
}

// listAhead says whether the piece j begins a subtitle that is a list: "Pfannen.
// Salz, Sole und das Amt".
func listAhead(ps []piece, j int) bool {
	p := &ps[j]
	return p.gap == '.' && !p.inside && p.kind == words && p.count == 1 && p.capital == 1 && !p.place && j+1 < len(ps) && ps[j+1].gap == ',' && ps[j+1].kind == words && ps[j+1].listed &&
		ps[j+1].small > 0 && !volumeNext(ps, j+1)
}

// listToHolder says whether the piece j begins, or goes on with, a list of single
// words that ends where "in" announces what holds the work: "Handwerk. Forschung,
// Probleme, Perspektiven, in: …".
func listToHolder(ps []piece, j int) bool {
	const most = 4 // words of such a list
	for k := j; k < len(ps) && k <= j+most; k++ {
		switch p := &ps[k]; {
		case p.kind == markerPiece:
			return p.marker.role == inRole && k > j && p.gap == ','
		case p.kind != words || p.count > 2 || p.given || p.inside || k > j && p.gap != ',':
			return false
		}
	}
	return false
}

// listToImprint says whether the piece j goes on with a list of single words that ends
// where the place of publication stands before its publisher and its year: "Salt: Pans,
// Power, Networks, Oxford, Pier Press, 2013".
func listToImprint(ps []piece, j int) bool {
	const most = 4 // words of such a list
	k := j
	for k < len(ps) && k < j+most && ps[k].kind == words && ps[k].gap == ',' && ps[k].count <= 2 && !ps[k].place && !ps[k].inside && ps[k].class&(publisherWord|journalWord|newsWord) == 0 && !ps[k].given {
		k++
	}
	listed := k - j
	if j > 0 && ps[j-1].kind == words && ps[j-1].gap == ',' {
		listed++
	}
	return listed > 1 && k > j && k+2 < len(ps) && ps[k].place && ps[k].gap == ',' && ps[k+1].kind == words && ps[k+1].gap == ',' && ps[k+2].kind == date && !precise(&ps[k+2])
}

// volumeNext says whether behind the piece j a volume, a year and a page come,
// so that it is rather a journal: "Law & Policy 35:3 (2012) 141".
func volumeNext(ps []piece, j int) bool {
	seen := false
	for k := j + 1; k < len(ps) && k <= j+4; k++ {
		switch {
		case k == j+1 && (ps[k].kind != number || ps[k].gap != ' '):
			return false
		case ps[k].kind == date:
			seen = true
		case ps[k].kind == number && seen, ps[k].kind == number && ps[k].counts == page:
			return true
		}
	}
	return false
}

// laterYear says whether a year of publication comes behind the piece j.
func laterYear(ps []piece, j int) bool {
	for k := j + 1; k < len(ps); k++ {
		if ps[k].kind == date && (k == 0 || ps[k-1].marker.role != accessRole) {
			return true
		}
	}
	return false
}

// subtitle says whether a piece behind a full stop reads as the second half of
// a title: "Faktizität und Geltung. Beiträge zur Diskurstheorie des Rechts".
func subtitle(p *piece) bool {
	others := journalWord | publisherWord | editionWord | genreWord | archiveWord
	if p.count <= 4 || (p.first|p.last)&newsWord != 0 { // but "Eine Kritik der Zeit in Ämtern"
		others |= newsWord
	}
	bare := p.small+p.lower == 0 && (p.first&smallWord == 0 || p.count < 2)
	return p.gap == '.' && !p.inside && !bare && p.capital > 0 && p.class&others == 0 && !p.place && !namesBody(p)
}

// namesBody says whether a piece is rather the name of a body than words with one in
// them: "Studie über die Organisation der Salzgesellschaften".
func namesBody(p *piece) bool {
	return p.class&bodyWord != 0 && (p.count <= 4 || (p.first|p.last)&bodyWord != 0)
}

// endsAtPlace says whether the piece j is what a full stop parts from a title and
// a place of publication follows behind a comma, or a list goes on: "Pfannen. Zwei
// Essays, Weinheim", "Pfannen. Origini, ricerche, problemi".
func endsAtPlace(ps []piece, j int) bool {
	const others = journalWord | newsWord | publisherWord | bodyWord | editionWord | genreWord | archiveWord | seriesWord
	p := &ps[j]
	return p.gap == '.' && !p.inside && p.kind == words && p.capital > 0 && p.class&others == 0 && !p.place && p.name != initialed && p.name != initials &&
		j+1 < len(ps) && ps[j+1].gap == ',' && !ps[j+1].inside && ps[j+1].kind == words &&
		(ps[j+1].capital == 0 && ps[j+1].count == 1 || ps[j+1].place && (j+2 >= len(ps) || ps[j+2].counts != volume && ps[j+2].counts != issue))
}

// plainTitle is how much a piece of words speaks for a title.
func plainTitle(p *piece, first bool) float64 {
	s := 0.0
	if p.caseName {
		s += 6
	}
	switch p.name {
	case initialed:
		if p.gap != ':' || !p.indefinite { // Salt: A History
			s -= 2
		}
	case initials, etAl, suffix:
		s -= 2.5
	case person:
		if p.given {
			s -= 1
		}
	case joined:
		if p.given {
			s -= 1
		}
	}
	if p.last&lawWord != 0 && p.count > 1 {
		s++
	}
	if p.dotted >= 3 {
		s -= 2.5 // Trans. and Proc. Roy. Soc. of Victoria
	}
	if p.place && p.count <= 3 {
		s -= 2
	}
	if p.class&publisherWord != 0 && p.count <= 5 && p.small == 0 {
		s -= 1
	}
	if p.last&journalWord != 0 || p.first&journalWord != 0 && p.count > 1 {
		s -= 1.2
	}
	if p.class&editionWord != 0 && p.count <= 4 {
		s -= 2.5
	}
	if p.class&genreWord != 0 && p.count <= 3 {
		s--
	}
	if p.class&siteWord != 0 && p.count <= 2 {
		s -= 3
	}
	if p.inside && first {
		s -= 2
	}
	if p.capital == 0 && first {
		s -= 4 // words, and no title
	}
	return s
}

// lengthFits is how much the number of words speaks for a title.
func lengthFits(count int, small bool, k kind) float64 {
	if k != words {
		return 0
	}
	s := 0.6
	switch {
	case count == 0:
		s = -3
	case count == 1:
		s = 0
	case count == 2:
		s = 0.5
	case count >= 4 && count <= 25:
		s = 1
	case count > 40:
		s = -2
	}
	if small {
		s += 0.9
	}
	return s
}
