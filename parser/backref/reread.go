package backref

import (
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/pattern"
)

// provision matches a numbered provision of a code or regulation under its
// acronym: "FAR 39.103(b)". It is complete as it stands, however often the
// code is cited.
var provision = pattern.New(`^(?:\p{Lu}{2,}\.?|(?:\p{Lu}\.){2,})(?:\s§§?)?\s\d+\.\d[\d.\-–]*(?:\([\p{L}\d]+\))*\.?$`)

// idAt matches "Id. at 12", which is never the author alone.
var idAt = pattern.New(`^(?i:id)\.,?\s(?:at\s|¶|§)`)

// authorYear matches a surname, or several, and a year: "Müllner 1987, S. 9".
var authorYear = pattern.New(`^(\p{Lu}[\p{L}\p{M}'’\-]+(?:(?:,| and| und| et| y| &| u\.)? \p{Lu}[\p{L}\p{M}'’\-]+){0,3}),? \(?(\d{4})[a-z]?\)?(?:[,:.;]|$)`)

// reread mends the kind of a citation that its words alone leave open.
func (r *resolver) reread(c *article.Citation) {
	if c.Kind == article.Full {
		r.yearOf(c)
	}
	if c.Kind != article.Short {
		return
	}
	text := c.Text[min(len(c.Signal), len(c.Text)):]
	switch {
	case c.Back.Device == article.NameOnly && provision.MatchString(text):
		c.Kind, c.Back = article.Full, article.Back{}
		c.Item.Author, c.Item.Title = nil, text
	case c.Back.Device == article.IdemDevice && idAt.MatchString(c.Text):
		c.Kind, c.Back.Device, c.Item = article.Ibid, article.IbidDevice, article.Item{}
	}
}

// yearOf takes an author and a year for a short form, if a work of the two was
// cited before.
func (r *resolver) yearOf(c *article.Citation) {
	if c.Item.Title != "" || c.Item.ContainerTitle != "" || c.Item.Publisher != "" || len(c.URLs) > 0 {
		return
	}
	m := authorYear.FindStringSubmatch(strings.TrimSpace(c.Text[min(len(c.Signal), len(c.Text)):]))
	if m == nil {
		return
	}
	year, _ := strconv.Atoi(m[2]) // four digits, as matched
	var names []article.Name
	for _, w := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ' ' || r == ',' || r == '&' || r == '.' }) {
		if strings.ToLower(w) != w {
			names = append(names, article.Name{Family: w, Incomplete: true})
		}
	}
	ids := r.past.byName[surnames(names[0])[0]]
	for _, id := range ids[max(0, len(ids)-maxCandidates):] {
		if r.past.works[id].item.Issued.Year() == year {
			c.Kind, c.Back = article.Short, article.Back{Device: article.NameOnly}
			c.Item = article.Item{Author: names, Issued: &article.Date{Parts: [][]int{{year}}}}
			return
		}
	}
}
