package fields

import "maps"

// label is what a stretch of pieces is read as.
type label uint8

const (
	none label = iota
	author
	editor // names before or behind a marker
	translator
	mark   // "ed.", "trans."
	inWord // "in"
	title
	container
	series
	edition
	volume
	issue
	page
	locator
	place
	publisher
	issued
	accessed
	link
	genre
	authority
	archive
	rest // prose, and what has no field
	labels
)

// state is what the grammar remembers of what came before. What is behind the
// container differs from what is before it: only one follows.
type state int

const (
	atStart state = iota
	afterAuthor
	afterAuthority // a court
	afterEditors   // names that a marker must follow: "Dahl and Wolski (eds.)"
	afterHeadMark  // that marker
	afterHeadDate  // author, date
	afterQuoted    // a title between quotation marks: an article, a chapter, a page
	afterItalic    // a title in italics: a book
	afterPlain     // a title that nothing marks
	afterIn        // "in"
	afterInEditors // "in Dahl and Wolski"
	afterInMark    // "in Dahl and Wolski (eds.)"
	afterMark      // "edited by" behind title or container: names follow
	afterVolume    // before the container: "36 Harv. L. Rev."
	afterDate      // before the container: "(1992) 19 J. of Law"
	inTail         // behind a title that has no container so far
	afterContainer
	afterReporter // a container behind its volume: the page follows
	afterNumber   // volume, issue or date behind the container
	afterPage
	afterPlace // with or without a container
	inContainerTail
	states
)

// never is the score of what cannot follow.
const never = -100

// order says how well a field follows a state; what is not listed is never.
// The figures are logarithms in spirit: 1 is "clearly more likely", 3 "hardly
// ever otherwise".
func order() [states][labels]float64 {
	tail := func(extra map[label]float64) map[label]float64 {
		m := map[label]float64{
			mark: 0, series: -0.5, edition: 0, volume: -0.5, issue: -1, page: 0, locator: 0, place: 0, publisher: -0.3, issued: 0,
			accessed: 0, link: 0, genre: 0, authority: -1.5, archive: 0, rest: 0, editor: -2.5,
		}
		maps.Copy(m, extra)
		return m
	}
	rules := map[state]map[label]float64{
		atStart:         {accessed: -0.5, author: 0, editor: -0.5, title: -0.6, container: -3.2, link: -1, genre: -2.5, rest: -2, issued: -4, volume: -5, archive: -1.5, authority: -0.5},
		afterAuthor:     {mark: -1, title: 0, issued: -0.2, inWord: -1, rest: -3, genre: -2, container: -4.5, link: -2.5, page: -4, locator: -4, place: -5, archive: -3, volume: -6},
		afterAuthority:  tail(map[label]float64{title: 0.3, container: 0.3, issued: 0.3, genre: 0.3}),
		afterEditors:    {mark: 1.5},
		afterHeadMark:   {title: 0, issued: -0.2, rest: -3},
		afterHeadDate:   {archive: -1, place: -5, title: 0, rest: -3, link: -3, container: -3.5, volume: -3, genre: -2, locator: -1, page: -3},
		afterQuoted:     tail(map[label]float64{inWord: 1, container: 0.8, volume: -0.5, publisher: -1, place: -1}),
		afterItalic:     tail(map[label]float64{inWord: 0, container: -2, volume: 0}),
		afterPlain:      tail(map[label]float64{inWord: 0.5, container: -1.2, volume: -0.3, publisher: -0.6}),
		afterIn:         {volume: -2.5, container: 1, editor: 0.3, place: -3, archive: -2, link: -1, issued: -3, rest: -3},
		afterInEditors:  {mark: 1.2, container: -0.8},
		afterInMark:     {container: 0.8, issued: -0.5},
		afterMark:       {editor: 0.5, translator: 0.5, rest: -3, place: -2, issued: -2},
		afterVolume:     {container: 0.6, issue: 0, issued: 0, page: 0, locator: 0, rest: -1, place: -0.5, publisher: -0.5, mark: -0.5, edition: -1, series: -1, editor: -2.5},
		afterDate:       tail(map[label]float64{container: -1.2, volume: -0.3, page: -0.5, locator: 0.4, inWord: -1.5, issued: -2, edition: -1}),
		inTail:          tail(map[label]float64{container: -2.6, inWord: -1, issued: -0.3}),
		afterContainer:  tail(map[label]float64{volume: 0.8, issue: 0, page: 0.3, mark: 0, publisher: -1, place: -0.3}),
		afterReporter:   tail(map[label]float64{volume: never, issue: -2, page: 1, locator: 0, publisher: -2, place: -2}),
		afterNumber:     tail(map[label]float64{volume: 0, issue: 0.3, page: 0.5, locator: 0.2, publisher: -1.5, place: -1, issued: -0.2}),
		afterPage:       tail(map[label]float64{locator: 0.8, page: -3.5, place: -0.5, publisher: -1.5, issue: never, volume: -4}),
		afterPlace:      {publisher: 0.8, issued: 0.5, place: -1, rest: -1, locator: -0.5, page: -0.5, link: -0.5, series: -1, accessed: -0.5, edition: -1, volume: -2, mark: -1.5},
		inContainerTail: tail(map[label]float64{volume: -0.2, issued: 0}),
	}
	var t [states][labels]float64
	for s := range t {
		for l := range t[s] {
			t[s][l] = never
		}
		for l, v := range rules[state(s)] {
			t[s][l] = v
		}
	}
	return t
}

// after is the state behind a field. contained says whether the container has
// been read.
func after(s state, l label, first *piece, contained bool) state {
	switch l {
	case author:
		return afterAuthor
	case authority:
		if s == atStart {
			return afterAuthority
		}
	case title:
		switch first.kind {
		case quoted:
			if first.book {
				return afterItalic
			}
			return afterQuoted
		case italic:
			return afterItalic
		}
		return afterPlain
	case container:
		if s == afterVolume {
			return afterReporter
		}
		return afterContainer
	case inWord:
		return afterIn
	case editor:
		switch s {
		case atStart:
			return afterEditors
		case afterIn:
			return afterInEditors
		}
	case mark:
		switch s {
		case afterEditors:
			return afterHeadMark
		case afterInEditors:
			return afterInMark
		case afterAuthor:
			return s // review of
		}
		return afterMark
	case issued:
		switch s {
		case afterAuthority:
			return s
		case afterAuthor, afterHeadMark:
			return afterHeadDate
		case afterInMark:
			return afterInMark
		}
		if contained {
			return afterNumber
		}
		return afterDate
	case volume, issue:
		if first.ahead {
			return s
		}
		if contained {
			return afterNumber
		}
		return afterVolume
	case page:
		return afterPage
	case place:
		return afterPlace
	case rest, link, genre:
		if l == genre && s == afterAuthor && first.lowers {
			break // Ann Dahl, interview by Piotr Wolski
		}
		if s == atStart || s == afterAuthor || s == afterAuthority {
			return s // a word before the title
		}
		if l == rest && s == afterContainer && first.opens && first.closes && (first.acronym || first.camel) {
			return s // Jahrbuch des Salzrechts (JöS) 61
		}
	}
	if contained {
		return inContainerTail
	}
	return inTail
}
