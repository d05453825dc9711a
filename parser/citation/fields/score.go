package fields

// longest is the most pieces that a field may have.
func longest(l label) int {
	switch l {
	case author, editor, translator:
		return 14
	case title:
		return 9
	case container:
		return 5
	case archive:
		return 6
	case publisher, place, genre, series:
		return 3
	case accessed:
		return 2
	}
	return 1
}

// fits appends how well the pieces i to i+1, i+2 … of ps fit a label: never
// where they can't, else as in order. What a reader would not stumble over is
// above 0.
func fits(l label, ps []piece, i int, out []float64) []float64 {
	out = out[:0]
	switch l {
	case author, editor, translator:
		return nameFits(ps, i, out)
	case title:
		return titleFits(ps, i, out)
	case container:
		return containerFits(ps, i, out)
	case place, publisher, series, archive, genre:
		return partFits(l, ps, i, out)
	case accessed:
		if r := ps[i].marker.role; ps[i].kind == markerPiece && (r == accessRole || r == archiveRole) && i+1 < len(ps) && ps[i+1].kind == date {
			return append(out, never, 6)
		}
		return out
	}
	return append(out, oneFits(l, ps, i))
}

// oneFits is fits for the labels of one piece.
func oneFits(l label, ps []piece, i int) float64 {
	p := &ps[i]
	switch l {
	case mark:
		if p.kind == markerPiece && (p.marker.role == editorRole || p.marker.role == translatorRole || p.marker.role == otherRole || p.marker.role == authorRole || p.marker.role == reviewRole) {
			return 2.5
		}
	case inWord:
		if p.kind == markerPiece && p.marker.role == inRole {
			return 2.5
		}
	case link:
		if p.kind == address || p.kind == identifier {
			return 5
		}
	case issued:
		if namesEdition(ps, i) || p.kind == date && lifeSpan(ps, i) {
			return -1.5
		}
		return dateFits(p)
	case volume, issue, page, locator:
		return numberFits(l, ps, i)
	case edition:
		if houseEdition(ps, i) {
			return -1
		}
		if p.kind == words && p.class&editionWord != 0 && (p.class&ordinalWord != 0 || p.count <= 4) && p.count <= 5 {
			return 4
		}
	case authority:
		switch {
		case p.kind == words && p.first&courtWord != 0 && p.count <= 3:
			return 3 // OLG Köln
		case p.kind == words && p.inside && p.opens && p.bench && i+1 < len(ps) && ps[i+1].kind == date && i > 0 && ps[i-1].kind == number:
			return 5 // 407 F.2d 25 (5th Cir. 1972)
		case p.kind == words && p.inside && p.dotted > 0 && p.count <= 4:
			return 1
		case p.kind == words && p.count <= 4 && i+1 < len(ps) && decision(&ps[i+1]):
			return 3 // BGH, Urt. v. 13.11.2012
		}
	case rest:
		return restFits(p)
	}
	return never
}

// houseEdition says whether the piece i is a publisher that calls itself an
// edition, for it stands behind the place: "Hamburg: Edition Salz".
func houseEdition(ps []piece, i int) bool {
	p := &ps[i]
	return i > 0 && p.gap == ':' && (ps[i-1].place || ps[i-1].opens && ps[i-1].count == 1) && p.kind == words && p.class&editionWord != 0 && p.class&ordinalWord == 0 && p.capital == p.count && p.count > 1
}

// decision says whether a piece names a court's decision: "Urt.", "Beschluss".
func decision(p *piece) bool { return p.kind == words && p.class&decisionWord != 0 && p.count <= 2 }

// restFits is what it costs to leave a piece without a field.
func restFits(p *piece) float64 {
	switch p.kind {
	case quoted:
		if p.count > 25 {
			return -0.5 // a passage
		}
		return -4.5
	case italic:
		return -3
	case date:
		return -2.5
	case number:
		if p.counts == rest {
			return 0.5
		}
		return -2
	case address, identifier:
		return -8
	case markerPiece:
		return -1
	}
	if p.class&siteWord != 0 && p.count <= 4 || p.toward {
		return 1
	}
	if p.gap == '-' && p.count <= 4 {
		return -0.3 // BVerfGE 65, 1 – Volkszählung
	}
	if (p.acronym || p.camel) && p.inside {
		return 0.5
	}
	switch {
	case p.name == suffix:
		return 0
	case p.lower >= 4:
		return -0.2 // prose
	case p.capital == 0:
		return -0.1 // passim, et seq.
	}
	return -0.7
}

func dateFits(p *piece) float64 {
	if p.kind != date {
		return never
	}
	s := 3.0
	if p.inside {
		s += 0.5
	}
	if len(p.issued.Parts) > 0 && len(p.issued.Parts[0]) > 1 {
		s += 0.5
	}
	return s
}

// numberFits is how well a piece counts volumes, issues or pages.
func numberFits(l label, ps []piece, i int) float64 {
	p := &ps[i]
	if p.kind != number {
		return never
	}
	if l == issue && p.counts == locator && p.issueSign && i > 0 && i+1 < len(ps) && ps[i+1].counts == page && (ps[i-1].kind == number || ps[i-1].kind == date) {
		return 4.5 // XII (1998), n. 3, pp. 34-40
	}
	if l == issue && p.counts == none && !p.span && i > 1 && ps[i-1].kind == date && p.gap == ',' && ps[i-1].gap == ',' && ps[i-2].kind == number && i+1 < len(ps) && ps[i+1].counts == page {
		return 5 // XXX, 2003, 3, pp. 95-125
	}
	if l == issue && p.counts == none && !p.span && i > 0 && ps[i-1].kind == date && ps[i-1].closes && p.gap == ' ' && i+1 < len(ps) && ps[i+1].counts == page {
		return 5 // KJ 45 (2012) 3, S. 241
	}
	if p.counts != none {
		switch {
		case p.counts == l:
			return 4
		case p.counts == page && l == locator:
			return 3.6
		}
		return never
	}
	// 12 (3): but a page may stand before the bracket too, behind the year.
	colonNext := i+1 < len(ps) && ps[i+1].kind == number && ps[i+1].gap == ':' // 1998, 12(3): 34-40
	closedBehind := i > 0 && ps[i-1].kind == number && p.opens && (i < 2 || colonNext || ahead(ps, i) || ps[i-2].kind != date && (ps[i-2].kind != number || ps[i-1].gap != ','))
	switch l {
	case volume:
		s := 1.2
		if p.gap == ':' || p.inside && !p.closes {
			s -= 1.5
		}
		if closedBehind {
			s -= 2
		}
		if p.span && inBook(ps, i) {
			s -= 2 // in Salt and Society 1–84 (Hart, Oxford, 2003)
		}
		return s
	case issue:
		switch {
		case closedBehind:
			return 4
		case p.ofYear:
			return 3
		case i > 0 && ps[i-1].kind == number && (p.gap == ':' || p.gap == ','):
			return 0.3
		}
		return -1.5
	case page:
		s := 0.8
		if p.span {
			s += 1.2
		}
		if p.gap == ':' {
			s += 0.8
		}
		return s
	}
	s := 1.0 // locator
	if i+1 == len(ps) || ps[i+1].gap == ';' {
		s += 0.4
	}
	return s
}

// ahead says whether the number i, in brackets, is the issue of a volume that stands
// before its journal, behind the title and the year: "‘Salt’ (2019) 39(4) Legal Salt 636".
func ahead(ps []piece, i int) bool {
	return i > 2 && i+1 < len(ps) && ps[i-2].kind == date && ps[i-2].opens && (ps[i-3].kind == quoted || ps[i-3].kind == italic) && (ps[i+1].kind == words || ps[i+1].kind == italic)
}

// gapCost is what it costs that a field goes on over a gap.
func gapCost(p *piece) float64 {
	if p.opens {
		return 1.2
	}
	switch p.gap {
	case ' ':
		return 0
	case ':', '-':
		return 0.2
	case '?':
		return 0.1
	case ',':
		return 0.9
	case '.':
		return 1.2
	}
	return 2
}
