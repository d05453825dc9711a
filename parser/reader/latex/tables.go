package latex

import "sync"

// ligatures are what TeX and babel make of signs that follow each other, the
// longest first.
func ligatures() [23]struct{ typed, shown string } {
	return [...]struct{ typed, shown string }{
		{"---", "—"},
		{"--", "–"},
		{"``", "“"},
		{"''", "”"},
		{"\"`", "„"},
		{"\"'", "“"},
		{"\"<", "«"},
		{"\">", "»"},
		{"\"=", "-"},
		{"\"-", ""},
		{"\"~", "-"},
		{"?`", "¿"},
		{"!`", "¡"},
		{"`", "‘"},
		{"'", "’"},
		{"~", "\u00a0"},
		{"\"a", "ä"},
		{"\"o", "ö"},
		{"\"u", "ü"},
		{"\"A", "Ä"},
		{"\"O", "Ö"},
		{"\"U", "Ü"},
		{"\"s", "ß"},
	}
}

// dropped are commands whose first arguments are no text, with their number.
var dropped = sync.OnceValue(func() map[string]int { //nolint:gochecknoglobals // constant table, made once
	return map[string]int{
		"hypertarget": 1, "hyperlink": 1, "hyperref": 0, "index": 1, "vspace": 1, "hspace": 1, "vskip": 0, "phantomsection": 0, "addcontentsline": 3, "bibliography": 1, "bibliographystyle": 1, "addbibresource": 1,
		"printbibliography": 0, "usepackage": 1, "newcommand": 2, "providecommand": 2, "def": 0, "newenvironment": 3, "renewenvironment": 3, "DeclareRobustCommand": 2, "setlength": 2, "addtolength": 2, "textcolor": 1, "color": 1,
		"definecolor": 3, "selectlanguage": 1, "pagestyle": 1, "thispagestyle": 1, "pagenumbering": 1, "fontsize": 2, "selectfont": 0, "markboth": 2, "markright": 1, "pageref": 1, "eqref": 1, "nameref": 1, "vref": 1,
		"noindent": 0, "centering": 0, "raggedright": 0, "footnotesize": 0, "small": 0, "large": 0, "Large": 0, "huge": 0, "tiny": 0, "normalsize": 0, "tableofcontents": 0, "theendnotes": 0, "printendnotes": 0,
		"hyphenation": 1, "geometry": 1, "hypersetup": 1, "linespread": 1, "multicolumn": 2, "cline": 1, "cmidrule": 1, "rule": 2, "raisebox": 1, "parbox": 1, "todo": 1, "pdfbookmark": 2,
		"newtheorem": 2, "theoremstyle": 1, "protect": 0, "relax": 0, "documentclass": 1, "IfFileExists": 1, "makeatletter": 0, "makeatother": 0, "ProvidesPackage": 1, "linenumbers": 0, "endinput": 0,
	}
})

// languages are babel's names by their tags (BCP 47).
func languages() map[string]string {
	return map[string]string{
		"english": "en", "american": "en-us", "usenglish": "en-us", "british": "en-gb", "ukenglish": "en-gb", "german": "de", "ngerman": "de", "austrian": "de-at", "naustrian": "de-at", "french": "fr", "francais": "fr",
		"spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-br", "dutch": "nl", "polish": "pl", "russian": "ru", "swedish": "sv", "danish": "da", "norsk": "no", "finnish": "fi", "czech": "cs", "latin": "la",
		"greek": "el", "hebrew": "he", "arabic": "ar", "persian": "fa", "farsi": "fa", "turkish": "tr", "hungarian": "hu", "magyar": "hu", "ukrainian": "uk", "bulgarian": "bg", "serbian": "sr",
		"croatian": "hr", "slovak": "sk", "slovene": "sl", "slovenian": "sl", "romanian": "ro", "catalan": "ca", "galician": "gl", "basque": "eu", "norwegian": "no", "nynorsk": "nn", "icelandic": "is",
		"estonian": "et", "latvian": "lv", "lithuanian": "lt", "irish": "ga", "welsh": "cy", "japanese": "ja", "korean": "ko", "chinese": "zh", "hindi": "hi", "vietnamese": "vi",
	}
}
