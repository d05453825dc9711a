package fields

import "slices"

// containerFits scores journals, newspapers, sites and books of chapters.
func containerFits(ps []piece, i int, out []float64) []float64 {
	s := 0.0
	for j := i; j < len(ps) && j-i < longest(container); j++ {
		p := &ps[j]
		switch p.kind {
		case quoted:
			if j > i || p.count > 25 || p.inside && !p.book && i > 0 && ps[i-1].kind != markerPiece {
				return out // (calling for “increased salting”)
			}
			s = 0.5
			if p.book {
				s = 4
			}
		case italic:
			if j > i && ps[j-1].kind != italic {
				return out
			}
			s += 3.6
			if j > i {
				s -= 3.6 + gapCost(p)
			}
		case words:
			if p.named || p.act || p.caseName || p.toward || j > i && ps[i].kind == italic && p.gap == ',' {
				return out
			}
			s += plainContainer(p, j == i)
			if j == i && p.slashed && j+1 < len(ps) && ps[j+1].kind == words && ps[j+1].gap == ',' && !ps[j+1].place {
				s -= 2 // in: dies./Moor, Das Salz
			}
			switch {
			case j == i && i > 0 && ps[i-1].first&courtWord != 0 && (p.acronym || p.camel) && i+1 < len(ps) && ps[i+1].kind == date && !precise(&ps[i+1]):
				s += 2 // BGH, GRUR, 1991, 529
			case j == i && i > 0 && siteOfPage(ps, i):
				s += 3.5 // History, SALT RESISTANCE, https://
			case j == i && placeOfBook(ps, i):
				s -= 4 // (Salz und Amt, Bd. 2), Florenz 1990
			case j > i && inCapitals(&ps[i]) && inCapitals(p) && (p.gap == ',' || p.gap == ':') && !p.place && i > 0 && announced(ps, i):
				s += 2.4 // in SALT, CULTURE AND SOCIETY: IDEAS OF BRINE 45 (2006)
			case j > i && p.gap == '?' && i > 0 && announced(ps, i) && !p.place:
				s += 1.2 // in: Salz oder Brot? Eine Bestandsaufnahme
			case j > i && p.gap == '-':
				s += 0.4 // Recht – Gesellschaft – Kommunikation
				if p.lowers && i > 0 && announced(ps, i) {
					s += 1.2 // It's a jungle out there - the animals of organization
				}
			case j == i+1 && p.gap == ':' && p.class&journalWord != 0 && p.small > 0:
				s += 1.6 // Law & Inequality: A Journal of Theory and Practice
			case j == i+1 && p.gap == '.' && ps[i].kind == words && ps[i].count <= 2 && p.first&journalWord != 0 && p.count > 2:
				s -= gapCost(p) - 1.2 // Doxa. Cuadernos de Filosofía del Derecho
			case j > i && !p.acronym && endsAtPlace(ps, j) && i > 0 && announced(ps, i):
				s += 1.7 - gapCost(p) // Politik der Rechte. Aufsätze, Berlin
				if p.count > 7 {
					s += 2 // however long it is
				}
			case j > i && p.gap == ':' && p.small+p.lower > 0 && i > 0 && announced(ps, i):
				s += 0.6 // Forum on Salt: Overview and Next Steps
			case j > i && subtitle(p):
				s -= gapCost(p) - 1.2
				if i > 0 && announced(ps, i) {
					s += 0.5
					if j+1 < len(ps) && ps[j+1].place {
						s++ // Das Salz. Eine kritische Bilanz, Berlin
					}
				}
			case j > i && p.gap == ',' && p.listed && p.class&(bodyWord|publisherWord|journalWord) == 0 && p.name != initialed && i > 0 && announced(ps, i):
				s += 0.8 // Versalzung von Wirtschaft, Arbeit und Solidarität
			case j > i && p.gap == ',' && p.place:
				s -= 3 // Estudos Salinos, Rio de Janeiro
			case j > i && p.gap == ',' && i > 0 && announced(ps, i) && !p.place && inList(ps, i, j):
				s += 0.6 // (eds), Law, Salt, and the Constitution of Brine
			case j > i && p.gap == ',' && p.first&joinWord != 0 && p.class&(journalWord|newsWord) == 0:
				s -= 3 // Costs, Schedule, and Performance
			case j > i && p.gap == ',' && p.class&(bodyWord|publisherWord) != 0 && p.class&(journalWord|newsWord) == 0:
				s -= 2.5
			case j > i:
				s -= gapCost(p) + 0.4
			}
		case number:
			if j == i || p.counts != none {
				return out
			}
			s -= 2.5
		default:
			return out
		}
		out = append(out, s)
	}
	return out
}

// placeOfBook says whether the word i is rather the place where a book came out, for
// its year stands right behind, and before it a series in brackets ends, or the subtitle
// of a title that begins with a quotation.
func placeOfBook(ps []piece, i int) bool {
	p := &ps[i]
	if i < 2 || p.gap != ',' || p.count > 2 || p.acronym || p.camel || p.dotted > 0 || i+1 == len(ps) || ps[i+1].kind != date || ps[i+1].gap != ' ' || precise(&ps[i+1]) {
		return false
	}
	before := &ps[i-1]
	return before.kind == number && before.counts == volume && before.inside && before.closes || before.kind == words && before.gap == '.' && before.small > 0 && ps[i-2].kind == quoted
}

// siteOfPage says whether the piece i is in capitals, what is before it is not, and
// the address comes behind it, or a day in brackets and then the address: a site, as
// law reviews set it.
func siteOfPage(ps []piece, i int) bool {
	p := &ps[i]
	if !p.upper || p.count < 2 && !p.acronym || p.gap != ',' || ps[i-1].upper || i+1 == len(ps) {
		return false
	}
	next := &ps[i+1]
	return next.kind == address || next.opens && next.closes && (precise(next) || p.class&journalWord != 0) && i+2 < len(ps) && ps[i+2].kind == address
}

// inCapitals says whether a piece of words is in capitals, as law reviews have the
// titles of books.
func inCapitals(p *piece) bool { return p.capitals || p.count == 1 && p.acronym }

// inList says whether the piece j goes on with a list in the container that begins at
// i, or ends it, and is not the imprint: "Law, Salt, and the Constitution of Brine",
// "Pans: Inclusion, Exclusion, and American Salt".
func inList(ps []piece, i, j int) bool {
	const mostWords = 3 // of all but the last
	first := j - 1
	for first > i && ps[first].gap == ',' {
		first--
	}
	last := j
	for last < len(ps) && ps[last].kind == words && ps[last].gap == ',' && ps[last].first&joinWord == 0 {
		last++
	}
	if last-first < 2 || last == len(ps) || slices.ContainsFunc(ps[first:last], func(p piece) bool { return p.count > mostWords }) {
		return false
	}
	p := &ps[last]
	return p.kind == words && p.gap == ',' && p.first&joinWord != 0 && p.class&publisherWord == 0
}

// plainContainer is how much a piece of words speaks for a container.
func plainContainer(p *piece, first bool) float64 {
	s := -0.4
	if first {
		s = 0.3
		switch {
		case p.class&journalWord != 0:
			s += 1.8
		case p.class&newsWord != 0 && (p.count <= 5 || (p.first|p.last)&newsWord != 0):
			s += 1.5
		case p.first&collectedWord != 0:
			s += 2.6 // "Salz, Gesammelte Aufsätze, Bd. 2"
		case p.domain:
			s += 1.8
		case p.dotted >= 2, p.camel:
			s += 1.2
		case p.acronym && !p.inside:
			s += 0.3
		}
		if p.class&placeWord != 0 && p.place {
			s -= 1.2
		}
	}
	if p.name == initialed || p.name == initials || p.name == etAl {
		s -= 2
	}
	if p.name == person && p.given && p.first&givenName != 0 { // but "Das Rechtsdenken Pierre Quists"
		s--
	}
	if p.last&publisherWord != 0 && p.class&journalWord == 0 {
		s--
		if p.gap == ':' {
			s -= 2 // Why Salters Obey: Brine University Press
		}
	}
	switch {
	case p.inside && p.class&journalWord != 0:
		s -= 0.3
	case p.inside:
		s -= 2.5
	}
	if p.lower > p.capital+1 && p.lower > 3 {
		s -= 0.8
	}
	if p.class&editionWord != 0 && p.count <= 4 || p.class&siteWord != 0 && p.count <= 2 || p.class&genreWord != 0 && p.count <= 2 {
		s -= 4
	}
	if p.capital == 0 && !p.domain && (first || p.gap != '-') {
		s -= 3
	}
	if p.class&seriesWord != 0 && p.count <= 2 && (p.first&ordinalWord != 0 || p.ordinal) {
		s -= 3 // 2nd Series
	}
	if first && p.first&joinWord != 0 {
		s -= 6 // the end of a list
	}
	if p.count > 7 && p.class&(journalWord|newsWord) == 0 {
		s -= 0.7
	}
	if p.count > longTitle {
		s--
	}
	return s
}

// longTitle is how many words the name of a journal hardly has.
const longTitle = 12

// abbreviatedThenPage says whether the piece i is the abbreviation of a journal with
// its year and a page behind it, as German has it: "DGVZ 1979, S. 33".
func abbreviatedThenPage(ps []piece, i int) bool {
	p := &ps[i]
	return (p.acronym && p.count == 1 || p.camel) && !p.place && !p.inside && i+2 < len(ps) && ps[i+1].kind == date && ps[i+1].gap == ' ' && !ps[i+1].inside && !precise(&ps[i+1]) &&
		ps[i+2].gap == ',' && ps[i+2].kind == number && ps[i+2].pageSign
}

// dedicated says whether the piece i is the short name of a book in honour of
// someone, with its date behind: "FS Moor, 2005, S. 13".
func dedicated(ps []piece, i int) bool {
	return ps[i].honours && i+1 < len(ps) && (ps[i+1].kind == date || ps[i+1].counts == volume)
}

// bookPage says whether the number j is a page of a book, whose edition stands in
// brackets behind it: "TITLE 400 (4th ed. 2013)".
func bookPage(ps []piece, j int) bool {
	return j+1 < len(ps) && ps[j].kind == number && ps[j].counts == none && ps[j+1].opens && ps[j+1].class&editionWord != 0
}

// announced says whether the piece i stands behind "in", or behind the editors
// whom it announces.
func announced(ps []piece, i int) bool {
	for k := i - 1; k >= 0 && i-k < 12; k-- {
		if ps[k].kind == markerPiece {
			return ps[k].marker.role == inRole || ps[k].marker.role == editorRole
		}
		if ps[k].kind != words {
			return false
		}
	}
	return false
}
