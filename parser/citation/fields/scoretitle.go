package fields

// titleFits scores titles.
func titleFits(ps []piece, i int, out []float64) []float64 {
	s, count := 0.0, 0
	small := false
	for j := i; j < len(ps) && j-i < longest(title); j++ {
		p := &ps[j]
		switch p.kind {
		case quoted, italic:
			if j > i && (ps[i].kind != p.kind || p.kind == quoted) {
				return out
			}
			if j == i {
				s = 5.5
				if p.kind == italic {
					s = 4.6
				}
				if p.count > 40 {
					s -= 4
				}
			} else {
				s -= 0.3 + gapCost(p)
			}
			out = append(out, s)
			continue
		case address, identifier, markerPiece:
			return out
		case date:
			s -= 3.2
			if len(p.issued.Parts) == 2 && p.gap == ',' && i > 0 && ps[i-1].kind == date {
				s += 2.4 // "Smith (2017). Salt in Film, 1951–1967"
			}
		case number:
			s -= 1.4
			if p.counts != none {
				s -= 2.5
			}
		}
		if j > i {
			s -= gapCost(p)
			if ps[i].kind != words {
				s -= 1.2
			} else if p.gap == ',' && p.kind == words && p.capital == 0 {
				s += 0.8
			}
		}
		if p.kind == words {
			switch {
			case j > i && subtitle(p):
				s += 1.8
			case j > i && p.gap == ':' && !p.place:
				s += 0.8
			case j > i && p.gap == ',' && p.first&joinWord != 0 && !p.given:
				s += 1.6 // Text, Cases, and Materials
			}
			s += plainTitle(p, j == i)
			count += p.count
			small = small || p.small > 0 || p.lower > 0
		}
		out = append(out, s+lengthFits(count, small, ps[i].kind))
	}
	return out
}

// subtitle says whether a piece behind a full stop reads as the second half of
// a title: "Faktizität und Geltung. Beiträge zur Diskurstheorie des Rechts".
func subtitle(p *piece) bool {
	const others = journalWord | newsWord | publisherWord | bodyWord | editionWord | genreWord | archiveWord
	return p.gap == '.' && !p.inside && p.small+p.lower > 0 && p.capital > 0 && p.class&others == 0 && !p.place
}

// plainTitle is how much a piece of words speaks for a title.
func plainTitle(p *piece, first bool) float64 {
	s := 0.0
	switch p.name {
	case initialed:
		s -= 2
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
