package tex

// signs are commands that stand for a character.
var signs = map[string]string{ //nolint:gochecknoglobals // a constant table
	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", "@": "", "/": "", "-": "", "|": "‖",
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "DH": "Ð", "TH": "Þ", "dj": "đ", "DJ": "Đ",
	"dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
	"quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "og": "« ", "fg": " »",
	"lq": "‘", "rq": "’", "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "textcopyright": "©", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
	"textasciitilde": "~", "textbackslash": "\\", "textunderscore": "_", "textasciicircum": "^", "textbar": "|", "textless": "<", "textgreater": ">", "slash": "/", "textdegree": "°", "textbullet": "•", "textperiodcentered": "·",
	"quad": " ", "qquad": " ", "enspace": " ", "thinspace": "\u2009", "space": " ", "nobreakspace": "\u00a0", "hyp": "-", "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
	"textnumero": "№", "textordmasculine": "º", "textordfeminine": "ª", "texttrademark": "™", "textregistered": "®", "ibid": "ibid",
}

// accents are commands that put a mark over the next letter.
var accents = map[string]string{ //nolint:gochecknoglobals // a constant table
	"'": "\u0301", "`": "\u0300", "^": "\u0302", "\"": "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
	"c": "\u0327", "v": "\u030c", "H": "\u030b", "u": "\u0306", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}
