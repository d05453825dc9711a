package fields

// turnedName marks the family name and the given names that a reference begins with
// where a colon ends them, for the article writes authors so: "Mathew, Kuzhippalli
// Skaria: Salt and Trade".
func turnedName(ps []piece) {
	const most = 3 // given names
	if len(ps) < 3 || ps[0].kind != words || ps[1].kind != words || ps[2].gap != ':' || ps[1].gap != ',' || ps[1].opens {
		return
	}
	family, given := &ps[0], &ps[1]
	if family.count > 2 || family.lower > 0 || family.acronym || family.name == body || given.count > most || given.capital != given.count || given.dotted > 0 || given.class&^(givenName|placeWord|particleWord) != 0 || given.acronym {
		return
	}
	family.named, given.named = true, true
}
