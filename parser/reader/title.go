package reader

import "ibid/parser/document"

// OnlyHeading is the text of the one heading of the first level, without the
// markers in it: the article's title where nothing else gives one. It is ""
// where there is none, or several, which are chapters.
func OnlyHeading(d *document.Document) string {
	found := ""
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.Heading && b.Level == 1 && b.Region != document.Chrome {
			if found != "" {
				return ""
			}
			found = Plain(b.Runs)
		}
	}
	return found
}

// Plain is the text of runs without the markers of notes.
func Plain(runs []document.Run) string {
	var t document.Builder
	for i := range runs {
		if runs[i].NoteRef == "" {
			t.Append(runs[i].Text)
		}
	}
	return t.Text().Fold().String
}
