package backref

import (
	"regexp"

	"ibid/parser/article"
)

// provision matches a numbered provision of a code or regulation under its
// acronym: "FAR 39.103(b)". It is complete as it stands, however often the
// code is cited.
var provision = regexp.MustCompile(`^(?:\p{Lu}{2,}\.?|(?:\p{Lu}\.){2,})(?:\s§§?)?\s\d+\.\d[\d.\-–]*(?:\([\p{L}\d]+\))*\.?$`)

// idAt matches "Id. at 12", which is never the author alone.
var idAt = regexp.MustCompile(`^(?i:id)\.,?\s(?:at\s|¶|§)`)

// reread mends the kind of a citation that its words alone leave open.
func reread(c *article.Citation) {
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
