package pdf

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/pdf/object"
	"ibid/pattern"
)

var (
	junkTitle = pattern.New(`(?i)^(?:untitled|microsoft word|word|document\d*|layout \d|titel?|title)\b|\.(?:docx?|odt|rtf|indd|qxd|qxp|tex|dvi|pdf|wpd|fm)$|^\W*$|^[\w\-]+_[\w\-]+$|^\d[\d\-_. ]*$`)
	junkName  = pattern.New(`(?i)\d|[@\\/_]|\b(?:user|admin|owner|author|microsoft|office|windows|unknown|verlag|press)\b`)
	infoDate  = pattern.New(`^D:(\d{4})(\d\d)(\d\d)`)
)

// meta takes title, authors, date and language from the file's own record; a
// title that a program made up gives way to the largest words of page one.
func (d *draft) meta(f *object.File) document.Meta {
	info := f.Dict(f.Trailer["Info"])
	m := document.Meta{Title: strings.Join(strings.Fields(f.Text(info["Title"])), " ")}
	if len(m.Title) < 4 || junkTitle.MatchString(m.Title) {
		m.Title = d.largest()
	}
	if author := strings.TrimSpace(f.Text(info["Author"])); strings.Contains(author, " ") && !junkName.MatchString(author) {
		for name := range strings.SplitSeq(author, ";") {
			if name = strings.TrimSpace(name); name != "" {
				m.Authors = append(m.Authors, name)
			}
		}
	}
	if date := infoDate.FindStringSubmatch(f.Text(info["CreationDate"])); date != nil && date[2] >= "01" && date[2] <= "12" && date[3] >= "01" && date[3] <= "31" {
		m.Published = date[1] + "-" + date[2] + "-" + date[3]
	}
	return m
}

// largest are the words set in the largest type of the first page, "" if they
// are not larger than the text.
func (d *draft) largest() string {
	if len(d.pages) == 0 {
		return ""
	}
	var lines []*line
	size := 1.15 * d.body
	for _, r := range d.pages[0].regions {
		for _, l := range r {
			if l.letters() < 4 {
				continue
			}
			if l.size > 1.03*size {
				size, lines = l.size, nil
			}
			if n := len(lines); l.size >= 0.97*size && n < 5 && (n == 0 || lines[n-1].y-l.y < 2*l.size) {
				lines = append(lines, l)
			}
		}
	}
	var words []string
	for _, l := range lines {
		words = append(words, strings.Fields(l.text)...)
	}
	return strings.Join(words, " ")
}
