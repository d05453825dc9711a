package fields

// partFits scores places, publishers, series, archives and genres.
func partFits(l label, ps []piece, i int, out []float64) []float64 {
	s := 0.0
	for j := i; j < len(ps) && j-i < longest(l); j++ {
		p := &ps[j]
		if p.kind != words && (l != series || p.kind != number || j == i) && (l != archive || p.kind != number || j == i && p.counts != archive) {
			return out
		}
		if j > i && ps[j-1].closes && !p.inside && ps[i].inside {
			return out // "(diss. Groningen), Groningen"
		}
		if j > i {
			s -= gapCost(p)
			if l == place && p.gap == ':' {
				return out
			}
			if l == place && ps[i].opens && j == i+1 && p.gap == ',' && p.place && j+1 < len(ps) && ps[j+1].gap == ':' {
				s += 1.8 // (Middletown, Conn.: Wesleyan University Press, 1988)
			}
		}
		s += partOf(l, p, j == i)
		if (l == publisher || l == place) && j == i && p.gap == ':' && i > 0 && ps[i-1].kind == number {
			s -= 2 // Vol. I: A World Survey
		}
		if l == publisher && houseEdition(ps, j) {
			s += 1.8
		}
		if j+1 < len(ps) {
			out = append(out, s+beforeNext(l, p, &ps[j+1]))
			continue
		}
		if l == publisher && i > 0 && ps[i].opens && p.closes && ps[i-1].kind == number && p.class&publisherWord == 0 {
			s -= 2 // S. 177 (Interviews mit Richtern)
		}
		out = append(out, s)
	}
	return out
}

// beforeNext is what the piece behind a place or publisher says of it.
func beforeNext(l label, p, next *piece) float64 {
	switch {
	case l == place && next.kind == date && next.gap == ',' && longPeriod(next.issued):
		return -3 // Pfannen in Köln, Bonn und Trier, 1919–1933, Stuttgart 2007
	case (l == place || l == publisher) && next.kind == markerPiece && next.marker.role == inRole && !p.inside:
		return -2.5 // Das Salz. Probleme, Perspektiven, in: …
	case l == publisher && next.kind == markerPiece && next.marker.post:
		return -3 // (Ann Dahl & Piotr Wolski eds., 1978)
	case l == place && !p.place && next.opens && next.kind == date:
		return -1.5
	case l == place && p.acronym && !p.place && p.opens && next.kind == date:
		return -1 // (HRW, 2015)
	case l == publisher && p.acronym && !p.place && p.opens && next.kind == date && next.closes:
		return 1.6
	case l == place && p.opens && p.inside && next.inside && next.gap == ':' && next.kind == words && p.count <= 3 && p.capital == p.count:
		return 2.2 // (Sandhaven: Salt Books, 1990)
	case p.opens && p.inside && !p.place && next.kind == date && next.gap == ' ' && !precise(next) && l == publisher:
		return 1.6 // (Hart 2010)
	case l == place && next.gap == ':' && next.kind == words && !p.place && (next.lower > 0 || next.small > 0 || next.count > 4):
		return -1
	case l == place && next.gap == ':' && next.kind == words:
		return 1.2
	case l == place && next.kind == date && next.gap == ' ' && !precise(next):
		return 1
	case l == publisher && next.kind == date && precise(next) && p.class&(bodyWord|publisherWord) != 0:
		return 0.2 // Wikipedia, Wikimedia Foundation, January 12, 2020
	case (l == place || l == publisher) && next.kind == date && precise(next):
		return -0.8
	case (l == place || l == publisher) && next.kind == date:
		return 0.6
	}
	return 0
}

// partOf is how much one piece speaks for a label of partFits.
func partOf(l label, p *piece, first bool) float64 {
	switch {
	case p.toward, p.named, p.act:
		return never
	case l == series && p.equals:
		return 5
	case p.kind == number && p.counts == archive:
		return 3
	case p.kind == number:
		return -0.3
	case l == place:
		return placeFits(p, first)
	case l == publisher:
		return publisherFits(p)
	case l == series && (p.gap == '?' || p.gap == ':' && p.small+p.lower > 0):
		return -1.5 // Was wirkt? Beiträge zum Kongress
	case l == series && subtitle(p) && p.small+p.lower > 0:
		return -0.8 // Ebbe und Flut. Beiträge zur Lehre von den Gezeiten
	case l == series && p.class&seriesWord != 0 && p.count <= 2 && p.ordinal:
		return 3
	case l == series && p.class&seriesWord != 0 && p.count <= 10:
		return 1.4
	case l == series && p.inside:
		return -0.6
	case l == series:
		return -1.6
	case l == archive && p.class&archiveWord != 0:
		return 1.6
	case l == archive:
		return -1.5
	case decision(p):
		return 3
	case p.opener != "", p.sort:
		return 8
	case p.class&genreWord != 0 && p.count <= 7 && p.name != initialed:
		return 2 // genre
	}
	return -2.5
}

func placeFits(p *piece, first bool) float64 {
	switch {
	case p.gap == '-':
		return -3 // Recht – Gesellschaft
	case p.place:
		return 2.2
	case p.gap == ',' && p.indefinite:
		return -3 // Salzkunde, Ein Lehrbuch, 1987
	case p.gap == ':' && !p.inside:
		return -2.5 // Salt and Brine: A Comparative View
	case !first && p.dotted > 0 && p.count == 1 && p.inside:
		return 2 // Middletown, Conn.
	case p.name == initialed || p.lower > 1 || p.count > 3 || p.capital == 0 || p.class&(publisherWord|bodyWord|journalWord|newsWord) != 0:
		return -3
	case !first && p.acronym && p.count == 1:
		return 2 // Cambridge, MA
	}
	return -0.7
}

func publisherFits(p *piece) float64 {
	s := -0.4
	switch {
	case p.class&publisherWord != 0:
		s = 1.8
	case p.class&bodyWord != 0:
		s = 0.6
	case p.place && p.gap == ':':
		s = 0.2 // Aldershot: Dartmouth
	case p.place:
		s = -2
	case p.capital == 0 || p.lower > 2:
		s = -1.5
	}
	if p.inside {
		s += 0.5
	}
	if p.gap == '-' {
		s -= 3.5
	}
	if p.gap == ',' && p.first&joinWord != 0 {
		s -= 3 // Pans: Inclusion, Exclusion, and Salt Law (Oslo: Pier, 1990)
	}
	if p.count > 7 {
		s--
	}
	if p.class&journalWord != 0 || p.name == initials {
		s--
	}
	return s
}
