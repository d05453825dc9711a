package pandoc

// Format is one that pandoc reads.
type Format struct {
	// Name is pandoc's, Title what people call it.
	Name, Title string
	// Endings are those of file names.
	Endings []string
}

// Formats are those that are left to pandoc.
func Formats() []Format {
	return []Format{
		{"rst", "reStructuredText", []string{".rst", ".rest"}},
		{"org", "Org", []string{".org"}},
		{"asciidoc", "AsciiDoc", []string{".adoc", ".asciidoc", ".asc"}},
		{"rtf", "RTF", []string{".rtf"}},
		{"textile", "Textile", []string{".textile"}},
		{"docbook", "DocBook", []string{".dbk", ".docbook"}},
		{"fb2", "FictionBook", []string{".fb2"}},
		{"ipynb", "a Jupyter notebook", []string{".ipynb"}},
		{"muse", "Muse", []string{".muse"}},
		{"t2t", "txt2tags", []string{".t2t"}},
		{"creole", "Creole", []string{".creole"}},
		{"dokuwiki", "DokuWiki", []string{".dokuwiki"}},
		{"twiki", "TWiki", []string{".twiki"}},
		{"tikiwiki", "Tiki Wiki", []string{".tikiwiki"}},
		{"vimwiki", "Vimwiki", []string{".vimwiki"}},
		{"jira", "Jira markup", []string{".jira"}},
		{"opml", "OPML", []string{".opml"}},
		{"typst", "Typst", []string{".typ"}},
	}
}

// Named is the format of a name.
func Named(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
