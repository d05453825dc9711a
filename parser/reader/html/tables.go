package html

// isBlock says whether a tag starts and ends a block of text.
func isBlock(name string) bool {
	switch name {
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "table", "tbody", "thead", "tfoot", "caption",
		"blockquote", "pre", "section", "article", "aside", "nav", "header", "footer", "main", "ul", "ol", "dl", "dt", "dd",
		"figure", "figcaption", "form", "hr", "body", "html", "center", "address", "details", "summary", "fieldset", "legend",
		"menu", "dir", "hgroup", "search", "dialog", "listing":
		return true
	}
	return false
}

// isContainer says whether a tag becomes an Element.
func isContainer(name string) bool {
	switch name {
	case "div", "section", "article", "aside", "main", "nav", "header", "footer", "li", "ol", "ul", "td", "th", "tr", "table",
		"blockquote", "dd", "dl", "dt", "body", "figure", "details", "form", "dialog":
		return true
	}
	return false
}

// isVoid says whether a tag has no contents.
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
		"basefont", "bgsound", "frame", "keygen", "image":
		return true
	}
	return false
}

// isSkipped says whether the text inside is no text of the page.
func isSkipped(name string) bool {
	switch name {
	case "head", "noscript", "template", "svg", "math", "select", "button", "object", "video", "audio", "canvas", "datalist":
		return true
	}
	return false
}

// isRaw says whether the tokenizer takes the contents for text whatever they
// are; its TextToken is then no text of the page.
func isRaw(name string) bool {
	switch name {
	case "script", "style", "title", "textarea", "iframe", "noframes", "noembed", "xmp", "plaintext":
		return true
	}
	return false
}

// isEmbedded says whether a tag shows something without text.
func isEmbedded(name string) bool {
	switch name {
	case "img", "video", "audio", "object", "embed", "iframe", "canvas", "svg", "math", "image":
		return true
	}
	return false
}

func isHeading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}
