package html

import (
	"regexp"
	"strings"

	"ibid/parser/document"
)

func hasClass(classes []string, names ...string) bool {
	for _, c := range classes {
		for _, n := range names {
			if strings.EqualFold(c, n) {
				return true
			}
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
	case "i", "em", "cite", "var", "dfn":
		s |= document.Italic
	case "b", "strong":
		s |= document.Bold
	case "code", "kbd", "samp", "tt":
		s |= document.Monospace
	}
	if strings.Contains(a.style, "vertical-align:super") || strings.Contains(a.style, "vertical-align:text-top") || hasClass(classes, "superscript", "fnanchor", "MsoFootnoteReference", "MsoEndnoteReference", "footnote-ref", "footnote-anchor", "footnote-reference", "sup") {
		s |= document.Superscript
	}
	if strings.Contains(a.style, "font-style:italic") || hasClass(classes, "italic", "italics", "em") {
		s |= document.Italic
	}
	return s
}

var (
	chromeName = regexp.MustCompile(`(?i)(?:^|[-_\s])(?:nav|navigation|navbar|menu|sidebar|side-bar|breadcrumbs?|comments?|commentlist|comment-list|respond|disqus_thread|share|sharing|sharedaddy|social|related|related-posts|jp-relatedposts|newsletter|subscribe|cookie|cookies|banner|masthead|site-header|site-footer|page-footer|widget|widgets|tags|tagcloud|post-tags|catlinks|navbox|printfooter|mw-jump|mw-navigation|toc|pagination|pager|skip-link|author-bio|author-box|promo|advert|advertisement|ads|breadcrumb|blogroll|footer-menu|vertical-navbox|metadata-chrome|post-navigation|wp-block-latest-posts|blog-sidebar|mw-panel|mw-head|siteSub|jump-to-nav|sitesub|p-lang|p-search)(?:$|[-_\s])`)
	neverName  = regexp.MustCompile(`(?i)foot-?notes?|endnotes?|references|reflist|citations|noteref|content|article|post-body|entry|infobox`)
)

// isChrome says whether an element is page chrome by its name, role or class.
func isChrome(name string, a attributes, classes []string, inArticle bool) bool {
	switch name {
	case "nav":
		return true
	case "footer", "header", "aside":
		if !inArticle && !neverName.MatchString(a.class+" "+a.id) && !strings.Contains(a.role, "note") {
			return true
		}
	case "body", "html", "main", "article", "p", "span", "a", "sup", "li", "h1", "h2", "h3", "i", "b", "em", "strong", "cite":
		return false
	}
	for r := range strings.FieldsSeq(a.role) {
		switch r {
		case "navigation", "complementary", "contentinfo", "banner", "search", "menu", "toolbar":
			return !neverName.MatchString(a.class + " " + a.id)
		}
	}
	if neverName.MatchString(a.id) {
		return false
	}
	for _, c := range classes {
		if chromeName.MatchString(c) && !neverName.MatchString(c) {
			return true
		}
	}
	return a.id != "" && chromeName.MatchString(a.id)
}

// noteLabel is how a line starts that is a note of its own.
var noteLabel = regexp.MustCompile(`^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)\s|\d{1,3}[.)]\s|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*\s?\S)`)

// splitNotes cuts a block at line breaks after which a note starts.
func splitNotes(b document.Block) []document.Block {
	cuts := 0
	for i := range b.Runs {
		if i > 0 && cutHere(b.Runs, i) {
			cuts++
		}
	}
	if cuts == 0 {
		return []document.Block{b}
	}
	var out []document.Block
	current := b
	current.Runs = nil
	for i := range b.Runs {
		if i > 0 && cutHere(b.Runs, i) {
			out = append(out, current)
			current = b
			current.Runs, current.Anchors, current.Label = nil, b.Runs[i].Anchors, ""
		}
		current.Runs = append(current.Runs, b.Runs[i])
	}
	out = append(out, current)
	for i := range out {
		var span document.Span
		for _, r := range out[i].Runs {
			span = span.Cover(r.Text.All())
		}
		out[i].Span = span
	}
	return out
}

// cutHere says whether a note starts at run i, behind a line break.
func cutHere(runs []document.Run, i int) bool {
	if strings.Trim(runs[i-1].Text.String, " \t") != "\n" && !strings.HasSuffix(strings.TrimRight(runs[i-1].Text.String, " \t"), "\n") || runs[i-1].Href.String != "" {
		return false
	}
	rest := runs[i].Text.String
	if runs[i].Style.Has(document.Superscript) && strings.Trim(strings.TrimSpace(rest), "0123456789[]()") == "" && strings.TrimSpace(rest) != "" {
		return true
	}
	for k := i + 1; k < len(runs) && k < i+3 && len(rest) < 12; k++ {
		rest += runs[k].Text.String
	}
	return noteLabel.MatchString(rest)
}

// rescueNotes takes a part of the page out of the chrome when markers of the
// article lead into it.
func rescueNotes(d *document.Document) {
	at := map[string]int{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Region != document.Chrome {
			continue
		}
		for _, id := range b.Anchors {
			at[id] = i
		}
		for _, r := range b.Runs {
			for _, id := range r.Anchors {
				at[id] = i
			}
		}
	}
	if len(at) == 0 {
		return
	}
	hit := map[int]int{} // element → markers that lead into it
	for i := range d.Blocks {
		if d.Blocks[i].Region == document.Chrome {
			continue
		}
		for _, r := range d.Blocks[i].Runs {
			_, fragment, ok := strings.Cut(r.Href.String, "#")
			if !ok || len(strings.TrimSpace(r.Text.String)) > 8 || strings.TrimSpace(r.Text.String) == "" {
				continue
			}
			if target, ok := at[fragment]; ok {
				for e := d.Blocks[target].Element; e >= 0; e = d.Elements[e].Parent {
					hit[e]++
				}
			}
		}
	}
	for i := range d.Blocks {
		for e := d.Blocks[i].Element; e >= 0 && d.Blocks[i].Region == document.Chrome; e = d.Elements[e].Parent {
			if n := d.Elements[e].Name; hit[e] > 0 && n != "body" && n != "main" {
				d.Blocks[i].Region = document.Body
			}
		}
	}
}
