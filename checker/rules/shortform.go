package rules

import (
	"strings"
	"unicode"

	"ibid/checker/link/secret"
	"ibid/parser/article"
	"ibid/parser/document"
)

// A work's names, for messages and for the short forms that fixes propose.

// surname is how short forms name an author.
func surname(n article.Name) string {
	switch {
	case n.Family != "" && n.Particle != "":
		return n.Particle + " " + n.Family
	case n.Family != "":
		return n.Family
	}
	return n.Literal
}

// authors are the surnames of a work, as a short form gives them.
func authors(item *article.Item) string {
	names := item.Author
	if len(names) == 0 {
		names = item.Editor
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		if names[0].EtAl {
			return surname(names[0]) + " et al."
		}
		return surname(names[0])
	case 2, 3:
		words := make([]string, len(names))
		for i, n := range names {
			words[i] = surname(n)
		}
		return list(words)
	}
	return surname(names[0]) + " et al."
}

// mainTitle is a title without its subtitle.
func mainTitle(title string) string {
	for _, sep := range []string{": ", "：", " – ", " — ", ". "} {
		if head, _, ok := strings.Cut(title, sep); ok && strings.TrimSpace(head) != "" {
			return strings.TrimSpace(head)
		}
	}
	return title
}

// shortForm is "Ellingsworth, Tide Tables", or "" where too little is known.
// The title is set as the article sets titles of its kind.
func shortForm(a *article.Article, item *article.Item) string {
	who, title := authors(item), mainTitle(item.Title)
	if title == "" || len(title) > 120 {
		return ""
	}
	switch item.Type {
	case "book", "report", "thesis", "motion_picture":
		switch a.Format {
		case "html":
			title = "<i>" + escape(a, title) + "</i>"
		case "markdown":
			title = "*" + title + "*"
		}
	default:
		title = "“" + escape(a, title) + "”"
	}
	if who == "" {
		return title
	}
	return escape(a, who) + ", " + title
}

// unstyled widens a span by the italics that are set around it and nothing
// else: "<i>Ibid.</i>" gives way as a whole.
func unstyled(a *article.Article, span document.Span) document.Span {
	pairs := map[string][][2]string{"html": {{"<i>", "</i>"}, {"<em>", "</em>"}}, "markdown": {{"*", "*"}, {"_", "_"}}}
	source := a.Text.Text(span.Part)
	for _, p := range pairs[a.Format] {
		before, ok := strings.CutSuffix(source[:span.Start], p[0])
		after, too := strings.CutPrefix(source[span.End:], p[1])
		if ok && too && !strings.HasSuffix(before, p[0]) && !strings.HasPrefix(after, p[1]) {
			span.Start -= len(p[0])
			span.End += len(p[1])
			break
		}
	}
	return span
}

// escape makes plain text into source text of the article's format.
func escape(a *article.Article, s string) string {
	if a.Format != "html" && a.Format != "docx" {
		return s
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// describe names a citation in a message: "Ellingsworth, Tide Tables (note 4)".
func describe(a *article.Article, ref article.Ref) string {
	if a.NoteOf(ref) == nil {
		return "a work"
	}
	where := a.Where(ref)
	c := a.Cited(ref)
	if c == nil {
		return where
	}
	who, title := authors(&c.Item), mainTitle(c.Item.Title)
	switch {
	case who != "" && title != "":
		return who + ", “" + title + "” (" + where + ")"
	case title != "":
		return "“" + title + "” (" + where + ")"
	case who != "":
		return who + " (" + where + ")"
	}
	return where
}

// folded is a text for comparison: lower case letters and digits, one space
// between words.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) }), " ")
}

// candidatesText lists what a back-reference may mean, best first.
func candidatesText(a *article.Article, t *article.Target) string {
	words := []string{describe(a, t.Ref)}
	for _, c := range t.Candidates {
		if c.Ref != t.Ref {
			words = append(words, describe(a, c.Ref))
		}
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], "; ") + "; or " + words[len(words)-1]
}

// word is the device of a back-reference as written, for messages.
func word(c *article.Citation) string {
	if c.Back.Word != "" {
		return strings.TrimRight(c.Back.Word, ",;: ")
	}
	return ellipsis(c.Text)
}

// ellipsis cuts a text for a message.
func ellipsis(s string) string {
	const most = 80
	r := []rune(secret.Mask(strings.TrimSpace(s))) // before a cut hides what it is
	if len(r) <= most {
		return strings.TrimRight(string(r), " .,;")
	}
	return strings.TrimRight(string(r[:most]), " .,;") + "…"
}
