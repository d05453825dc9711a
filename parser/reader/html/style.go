package html

import (
	"net/url"
	"slices"
	"strings"

	"ibid/parser/document"
)

// hasClass says whether one of the classes is one of names, which are in lower case.
func hasClass(classes []string, names ...string) bool {
	for _, c := range classes {
		if slices.Contains(names, strings.ToLower(c)) {
			return true
		}
	}
	return false
}

// styleOf is the style that an element adds.
func styleOf(name string, a attributes, classes []string) document.Style {
	var s document.Style
	switch name {
	case "sup":
		s |= document.Superscript
	case "sub":
		s |= document.Subscript
	case "i", "em", "var", "dfn":
		s |= document.Italic
	case "cite":
		// In MediaWiki it holds a whole reference and is upright.
		if !slices.Contains(classes, "citation") {
			s |= document.Italic
		}
	case "b", "strong":
		s |= document.Bold
	case "code", "kbd", "samp", "tt":
		s |= document.Monospace
	case "dialog":
		if !a.open {
			s |= document.Hidden
		}
	}
	if a.hidden {
		s |= document.Hidden
	}
	if a.style != "" {
		s |= cssStyle(a.style)
	}
	if len(classes) > 0 && !isBlock(name) {
		s |= classStyle(classes)
	}
	return s
}

// wholeNote says whether a <cite> that opens at an offset holds all of a list
// item's text, as an editor's plug-in for notes has it: such a one names no title.
func (b *builder) wholeNote(at int) bool {
	const longest = 4096 // bytes of a note that are looked at
	text, after, ok := strings.Cut(b.src[at:min(len(b.src), at+longest)], "</cite>")
	return ok && strings.Contains(text, ", ") && strings.HasPrefix(strings.TrimSpace(after), "</li>")
}

// cssStyle reads a style attribute that is in lower case and without spaces.
func cssStyle(css string) document.Style {
	var s document.Style
	for declaration := range strings.SplitSeq(css, ";") {
		key, value, _ := strings.Cut(declaration, ":")
		value = strings.TrimSuffix(value, "!important")
		switch {
		case key == "vertical-align" && (value == "super" || value == "text-top"):
			s |= document.Superscript
		case key == "vertical-align" && value == "sub":
			s |= document.Subscript
		case key == "font-style" && (value == "italic" || value == "oblique"):
			s |= document.Italic
		case (key == "font-weight" || key == "mso-bidi-font-weight") && (value == "bold" || value == "bolder" || value == "700" || value == "800" || value == "900"):
			s |= document.Bold
		case key == "display" && value == "none", key == "visibility" && value == "hidden":
			s |= document.Hidden
		}
	}
	return s
}

// classStyle reads what writing systems and style sheets call their classes.
func classStyle(classes []string) document.Style {
	var s document.Style
	if hasClass(classes, "superscript", "sup", "fnanchor", "footnote-ref", "footnoteref", "footnote-anchor", "footnote-reference",
		"footnote_reference", "msofootnotereference", "msoendnotereference", "noteref", "fnref", "super", "sdfootnoteanc", "sdendnoteanc") {
		s |= document.Superscript
	}
	if hasClass(classes, "subscript") {
		s |= document.Subscript
	}
	if hasClass(classes, "italic", "italics", "emphasis") {
		s |= document.Italic
	}
	if hasClass(classes, "bold") {
		s |= document.Bold
	}
	return s
}

// isBacklink says whether an element declares itself a way back to a marker.
func isBacklink(a attributes, classes []string) bool {
	if strings.Contains(a.role, "backlink") || a.rev == "footnote" {
		return true
	}
	return len(classes) > 0 && hasClass(classes, "mw-cite-backlink", "footnote-back", "footnote-backref", "footnote-backlink", "reversefootnote",
		"footnote-return", "backlink", "fn-backref", "easy-footnote-to-top", "footnote_backlink", "footnote-return-link", "fn-back", "footnotereverse", "footnoteback")
}

// leadsBack says whether a link's text is that of a way back and nothing else.
func leadsBack(text, href string) bool {
	_, fragment, ok := strings.Cut(href, "#")
	if !ok || fragment == "" || len(text) > 64 {
		return false
	}
	switch strings.ToLower(fragment) {
	case "top", "page-top", "page", "header", "content", "wrapper", "masthead":
		return false
	}
	text = strings.ToLower(strings.Join(strings.Fields(strings.Trim(text, " \t\r\n\u00a0[]().:\ufe0e\ufe0f")), " "))
	switch text {
	case "↑", "^", "↩", "↵", "⏎", "⤴", "⬆", "⇑", "↖", "↰", "▲", "«", "‹", "return", "back", "jump up", "jump up ↑", "jump up ^", "jump up to",
		"return to text", "back to text", "return to main text", "back to article", "return to article", "go back to text", "back to content",
		"zurück", "zurück zum text", "hochspringen", "hochspringen nach", "nach oben", "retour", "retour au texte", "revenir plus haut", "volver", "volver al texto",
		"volver arriba", "saltar a", "torna su", "torna al testo", "voltar", "voltar ao texto", "ir para cima", "назад", "вверх", "к тексту", "перейти обратно", "返回", "回到正文", "跳转", "跳转到":
		return true
	}
	return false
}

// unescape is a fragment as ids have it.
func unescape(fragment string) string {
	if s, err := url.PathUnescape(fragment); err == nil {
		return s
	}
	return fragment
}
