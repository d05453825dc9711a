package fields

// context is what a field's neighbours say of it beyond the order of fields:
// where a number stands decides what it counts.
func context(s state, contained bool, l label, ps []piece, i, j int) float64 {
	p := &ps[i]
	switch l {
	case author:
		return authorContext(ps, i, j)
	case title:
		return titleContext(s, p)
	case volume:
		return volumeContext(s, contained, ps, i)
	case page:
		return pageContext(s, contained, p)
	case locator:
		switch {
		case p.counts == none && (s == afterContainer || s == afterReporter):
			return -1.5
		case p.counts == none && contained && s == afterNumber && p.gap == ':' && p.span:
			return -0.5
		case p.counts == page && p.span && contained:
			return -0.4
		}
	case container:
		return containerContext(s, ps, i, j)
	case editor:
		if s == atStart || s == afterIn || s == afterMark {
			return 0
		}
		// Names behind the title are editors if a marker follows them.
		if j < len(ps) && ps[j].kind == markerPiece && ps[j].marker.post {
			return 1.5
		}
		return -4
	case mark:
		return markContext(s, p)
	case rest:
		if s == atStart && p.kind == words {
			return 0.5
		}
	case issued:
		if s == afterAuthor && !p.inside && p.gap == ' ' {
			return 0.3
		}
	}
	return 0
}

// authorContext looks at what follows a list of names: the gap before a title.
func authorContext(ps []piece, i, j int) float64 {
	if j == len(ps) {
		return 0
	}
	next := &ps[j]
	switch {
	case next.kind == quoted || next.kind == italic:
		return 0.8
	case next.gap == ':' && j-i <= 8:
		return 1.2
	case next.gap == ' ' && next.kind == words && !next.opens:
		return -3
	case next.kind == markerPiece && next.marker.post && next.marker.role == editorRole:
		return -2
	}
	return 0
}

func titleContext(s state, p *piece) float64 {
	v := 0.0
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
	case s == afterContainer:
		return 1.4
	case contained:
		return -1.5
	case (s == afterQuoted || s == afterDate || s == afterPlain || s == afterItalic) && next < len(ps) && ps[next].kind == words && ps[next].gap == ' ' && ps[next].capital > 0 && !ps[next].opens:
		return 1.6 // 36 Harv. L. Rev.
	case s == afterItalic || s == afterPlain:
		return -1.8
	}
	return -2.5
}

func pageContext(s state, contained bool, p *piece) float64 {
	if !contained {
		if p.counts == none {
			return -2.5
		}
		return -2.2 // a place in a book
	}
	switch {
	case p.counts == page && p.span:
		return 0.8
	case p.counts == page:
		return -0.8
	case s == afterContainer && !p.span:
		return -0.3
	}
	return 0.4
}

// containerContext looks at what follows: a number, a date.
func containerContext(s state, ps []piece, i, j int) float64 {
	v := 0.0
	if s == afterVolume {
		v += 0.6
	}
	if j < len(ps) {
		next := &ps[j]
		switch {
		case next.kind == number && next.counts != locator:
			v += 0.8
		case next.kind == date && precise(next):
			v += 1.6 // a magazine, a newspaper, a site
		case next.kind == date:
			v += 0.3
		case next.gap == ':' && next.kind == words:
			v -= 1.2
		}
	}
	if s == afterItalic && ps[i].kind == italic {
		v++
	}
	if s == afterPlain && ps[i].gap == ':' {
		v -= 2 // it is the subtitle
	}
	return v
}

// precise says whether a date has more than a year.
func precise(p *piece) bool {
	return p.issued.Season > 0 || len(p.issued.Parts) > 0 && len(p.issued.Parts[0]) > 1
}

func markContext(s state, p *piece) float64 {
	post := s == afterEditors || s == afterInEditors
	switch {
	case post && !p.marker.post, !post && !p.marker.pre && !p.closes:
		return -4
	case post && p.marker.role == translatorRole:
		return -0.5
	}
	return 0
}
