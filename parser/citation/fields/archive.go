package fields

import "strings"

// archive takes a library or an archive, and where in it a thing lies: "Box 4,
// Folder 2, Quist Papers, Harbor Library".
func (b *builder) archive(g segment, confidence float64) {
	it := &b.r.Item
	place := Span{-1, -1}
	for k := g.from; k < g.to; k++ {
		p := b.pieces[k]
		if p.kind == words && p.class&houseWord != 0 && !b.housed {
			b.house(p.Span, confidence)
			continue
		}
		if place.Start < 0 {
			place.Start = p.Start
		}
		place.End = p.End
	}
	if place.Start < 0 {
		return
	}
	text := strings.Trim(strings.Join(strings.Fields(b.text(place)), " "), " ,;.")
	switch {
	case it.Archive == "" && g.from+1 == g.to && b.pieces[g.from].kind == words && b.set("archive", place, confidence):
		it.Archive = text
	case it.ArchiveLocation == "" && b.set("archive_location", place, confidence):
		it.ArchiveLocation = text
	case it.ArchiveLocation != "" && it.Archive != "arXiv":
		it.ArchiveLocation += ", " + text
	}
}

// house takes the name of a library or an archive; papers that were taken for
// one are then where it keeps the thing.
func (b *builder) house(s Span, confidence float64) {
	it := &b.r.Item
	if it.Archive != "" && it.ArchiveLocation == "" {
		it.ArchiveLocation = it.Archive
		b.r.Fields["archive_location"] = b.r.Fields["archive"]
	}
	b.housed = true
	it.Archive = strings.Trim(b.text(s), " ,;.(")
	b.r.Fields["archive"] = Field{s, confidence}
}
