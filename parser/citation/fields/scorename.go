package fields

// nameFits scores lists of names.
func nameFits(ps []piece, i int, out []float64) []float64 {
	s := 0.0
	for j := i; j < len(ps) && j-i < longest(author); j++ {
		p := &ps[j]
		if p.kind != words {
			return out
		}
		if j == i {
			s = firstName(p)
			if i > 0 && i+1 < len(ps) && ps[i-1].marker.role == inRole && p.acronym && p.count == 1 && ps[i+1].opens && ps[i+1].closes && ps[i+1].acronym {
				s -= 4 // in: ZRG (GA) 103
			}
			if i == 1 && ps[0].kind == number && ps[0].counts == rest && ps[0].count > 6 {
				s -= 3 // Communication from the Commission to the Council, the Salt Package
			}
		} else {
			s += nextName(ps, i, j)
		}
		if s < -8 {
			return out
		}
		out = append(out, s)
	}
	return out
}

// firstName is how much a piece speaks for the first name of a list.
func firstName(p *piece) float64 {
	s := -4.0
	if p.caseName || p.toward || p.sort || p.opener != "" {
		return never
	}
	if p.named {
		return 6
	}
	switch p.name {
	case initialed:
		s = 3
	case person:
		s = 1
		if p.given {
			s = 2.6
		}
	case joined:
		s = 1.4
		if p.given {
			s = 2.6
		}
	case etAl:
		s = 3
	case body:
		s = 1.6
	case single:
		s = 0.7
	case initials:
		s = -1
	case noName, suffix:
		if p.acronym {
			s = 0.8
		} else if p.capital > 0 && p.count <= 6 && p.lower <= 1 {
			s = -1.2
			if p.class&smallWord != 0 && p.class&particleWord == 0 && !p.given {
				s = -3 // Transforming Our World
			}
		}
	}
	if p.first&joinWord != 0 && p.capital < p.count {
		s -= 3 // and Dahl
	}
	if nouns(p) {
		s -= 2
	}
	if p.doing && p.class&bodyWord == 0 {
		s -= 3
	}
	if p.gap == ':' && p.count == 2 && p.indefinite {
		s -= 4 // Salt: A History
	}
	if p.class&reviewWord != 0 {
		s -= 5 // Rezension zu Anna Dahl
	}
	if p.last&lawWord != 0 || p.first&(courtWord|reporterWord) != 0 {
		s -= 2.5
	}
	if p.medical && s < 2.6 && p.class&bodyWord == 0 {
		s = 1.6 // Dahl AB
	}
	if p.last&officeWord != 0 && p.class&bodyWord == 0 && p.count > 2 && !p.given {
		s -= 3 // U.S. Chief Info. Officer
	}
	if p.acronym && p.name == single {
		s += 0.3
	}
	if p.place && p.count <= 2 && !p.given {
		s--
	}
	if p.class&(journalWord|publisherWord) != 0 && !p.given && p.name != body {
		s -= 0.8
	}
	if p.inside {
		s--
	}
	return s
}

// nouns says whether a piece joins nouns and no names: "Wirtschaft und Gesellschaft".
func nouns(p *piece) bool { return p.name == joined && p.class&nounWord != 0 && !p.given }

// invertedName says whether the pieces i and i+1 are a family name and given ones
// that end a list, behind a semicolon.
func invertedName(ps []piece, i int) bool {
	if i+2 >= len(ps) || ps[i].name != single || ps[i+1].gap != ',' || ps[i+1].kind != words || ps[i+1].capital != ps[i+1].count || ps[i+1].count > 3 {
		return false
	}
	next := &ps[i+2]
	return next.gap == ';' || next.gap == ':' || next.kind == date && (next.opens || next.gap == '.') || next.kind == italic || next.kind == quoted || next.kind == markerPiece && next.marker.post
}

// inPairs says whether a list of names that began at i goes on at j as pairs of family
// and given names, all parted by commas: "Moor, Jan, Quist, Ulrich, Vorrede".
func inPairs(ps []piece, i, j int) bool {
	family := j - (j-i)%2
	if family == i || family+2 >= len(ps) {
		return false // the first pair needs no other
	}
	for k := i; k <= family; k += 2 {
		given := &ps[k+1]
		if ps[k].kind != words || ps[k].name != single || ps[k].given || k > i && ps[k].gap != ',' || given.kind != words || given.gap != ',' || !given.given || given.name != single && given.name != person || given.count > 2 {
			return false
		}
	}
	return ps[family+2].gap == ',' || ps[family+2].gap == ':' || ps[family+2].kind == markerPiece
}

// nextName is how much the piece j speaks for the list that begins at i going on.
func nextName(ps []piece, i, j int) float64 {
	p, before := &ps[j], &ps[j-1]
	if p.caseName || p.toward || p.sort || p.opener != "" || before.owner {
		return never
	}
	if p.named && before.named {
		return 3
	}
	s := -gapCost(p) * 0.4
	if ps[0].opener != "" && p.gap == ',' && p.name == single {
		return -4 // Interview with Ann Dahl, Judge
	}
	switch {
	case p.opens && p.acronym && p.closes:
		return 0.8 // Salt Watch (SW)
	case p.opens && p.closes && p.count == 1 && p.capital == 1 && ps[i].name == body && j == i+1:
		return 0.8 // Amt für Salz (Salzamt)
	case p.gap == '-' && p.given && p.name == person && before.given && before.name == person && j+1 < len(ps) && (ps[j+1].gap == ',' || ps[j+1].gap == ':'):
		return 1.5 // Lena Dahl – Piotr Wolski, Pfannen
	case p.gap == '-' && ps[0].bare:
		return 2 // Dahl – Wolski 1998
	case p.gap == '-' && p.name == initialed && before.name == initialed:
		return 2 // L. Dahl – P. Wolski
	case p.gap == ':' || p.gap == '-' || p.gap == '?' || p.opens:
		return -3.5
	case p.gap == '.':
		s -= 1.5
	}
	if ps[i].name == body && p.gap == ',' && p.count <= 3 && !p.given && j+1 < len(ps) && ps[j+1].kind == words && ps[j+1].gap == ',' && ps[j+1].first&joinWord != 0 && ps[j+1].count <= 3 {
		return s + 2 // Office for Salt, Brine, and Tides
	}
	if ps[i].name == body && p.gap == ',' && p.listed && p.small <= 1 && ps[i].small > 0 && j == i+1 {
		return s + 3 // Committee on Economic, Social and Cultural Salt
	}
	if p.last&workWord != 0 && p.name == person && !p.given {
		return s - 2.5 // World Bank, World Salt Report
	}
	if p.company || p.class&reviewWord != 0 {
		return s - 5
	}
	if nouns(p) {
		return s - 3 // Weber, Wirtschaft und Gesellschaft
	}
	if p.last&officeWord != 0 || p.class&officeWord != 0 && p.class&bodyWord == 0 {
		return s - 3
	}
	if p.medical && before.medical {
		return s + 2
	}
	switch p.name {
	case initials:
		if before.name == single || before.name == person {
			return s + 2.6
		}
		return s - 1
	case initialed:
		return s + 2
	case person:
		switch {
		case p.gap == ',' && inPairs(ps, i, j):
			return s + 2.6
		case p.given:
			return s + 1.5
		case ps[i].name == body, ps[i].name == initialed:
			return s - 1.4 // a name like the first one would not be spelt out
		}
		return s + 0.1
	case joined:
		switch {
		case p.slashed && before.slashed && p.gap == ',':
			return s + 1.7 // Salter, J./Quist, J./Moor, S.
		case p.given || before.name == single || before.name == initialed || before.name == person && j > i+1:
			return s + 1.7
		case before.name == person:
			return s + 0.9
		}
		return s
	case single:
		switch {
		case p.gap == ',' && inPairs(ps, i, j):
			return s + 2.6 // Moor, Jan, Quist, Ulrich, Vorrede
		case before.name == joined && p.gap == ',' && ps[i].name == single && j+1 < len(ps) && ps[j+1].kind == markerPiece && ps[j+1].marker.post:
			return s + 2.4
		case j == i+1 && before.name == single && j+1 < len(ps) && ps[j+1].gap == ';' && invertedName(ps, j+1):
			return s + 2.4 // Banck, Reza; Travis, Max (eds.)
		case p.gap == ';' && invertedName(ps, j), before.gap == ';' && invertedName(ps, j-1):
			return s + 2.4 // Kluth, Arno; Perl, Simone
		case before.name == single && p.given && j == i+1, before.name == joined && p.given && p.gap == ',' && ps[i].name == single:
			return s + 2.4 // Ellingsworth, Mara; Ellingsworth, Mara/Quist, Ann
		case before.name == initials && j > i+1:
			return s + 0.8 // the next family name
		case before.name == single && j == i+1:
			return s - 0.3
		}
		return s - 0.8
	case etAl:
		return s + 2
	case suffix:
		return s + 1.5
	case body:
		return s - 0.2
	case noName:
		if p.class&joinWord != 0 && p.first&joinWord != 0 && p.lower == 0 {
			return s + 1
		}
	}
	return s - 2.5
}
