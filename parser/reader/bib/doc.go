// Package bib reads the lists of works that articles cite by key: BibTeX and
// BibLaTeX files, CSL-JSON, and CSL in YAML.
//
//	lib := bib.New()
//	err := lib.Add("refs.bib", data)
//	c := bib.NewCiter(lib)
//	runs, stored, ok := c.Cite("kern1998", "4")
//
// A [Citer] writes citations the way an article's notes do: a work in full where
// it is cited first, by name and short title after that. Styles are not followed;
// what it writes is for people and for the rules of ibid to read.
package bib
