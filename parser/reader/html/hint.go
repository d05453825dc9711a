package html

import (
	"slices"
	"strings"
)

// hint says how an element presents itself.
type hint uint8

// The hints, in no order.
const (
	none hint = iota
	// notes: it holds notes and is never chrome.
	notes
	// weak: a class or id that navigation and advertising go by. Whole pages
	// have such a class too (has-sidebar).
	weak
	// landmark: a header, footer or aside outside an article.
	landmark
	// firm: it says that it is navigation.
	firm
	// remarks: the comments of readers.
	remarks
)

// hintOf reads an element's name, role, id and classes.
func hintOf(name string, a attributes, classes []string, inArticle bool) hint {
	switch name {
	case "body", "html", "main", "a", "span", "sup", "i", "b", "em", "strong", "cite", "font", "small", "u", "code", "td", "tr", "tbody", "img", "h1":
		return none
	}
	if namesNotes(a, classes) {
		return notes
	}
	if a.id == "" && a.class == "" && a.role == "" {
		return nameHint(name, inArticle)
	}
	h := none
	for _, c := range classes {
		h = max(h, classHint(strings.ToLower(c)))
	}
	h = max(h, idHint(strings.ToLower(a.id)), roleHint(a.role))
	if name == "article" && h != remarks {
		return none
	}
	return max(h, nameHint(name, inArticle))
}

func nameHint(name string, inArticle bool) hint {
	switch name {
	case "nav":
		return firm
	case "header", "footer", "aside":
		if !inArticle {
			return landmark
		}
	}
	return none
}

func roleHint(role string) hint {
	for r := range strings.FieldsSeq(role) {
		switch r {
		case "navigation", "search", "menu", "menubar", "toolbar", "alertdialog":
			return firm
		case "complementary", "contentinfo", "banner":
			return landmark
		}
	}
	return none
}

// idHint knows whole ids only: those of sections are made from headings
// ("navigation-systems").
func idHint(id string) hint {
	switch id {
	case "comments", "respond", "disqus_thread", "commentlist", "comment-list", "comments-area", "fb-comments", "comment-form", "blog-comments", "discussion-comments":
		return remarks
	case "nav", "navigation", "navbar", "navbox", "menu", "main-menu", "main-nav", "top-nav", "topnav", "sidebar", "side-bar", "leftbar", "rightbar", "left-sidebar",
		"right-sidebar", "breadcrumb", "breadcrumbs", "header", "footer", "masthead", "site-header", "site-footer", "page-header", "page-footer", "colophon", "cookie-banner",
		"cookie-notice", "catlinks", "toc", "mw-navigation", "mw-panel", "mw-head", "sitesub", "jump-to-nav", "p-lang", "p-search", "sharing", "share", "social", "related",
		"related-posts", "jp-relatedposts", "newsletter", "subscribe", "skip-link", "footer-menu", "blogroll", "author-bio", "about-the-author", "mw-page-base", "mw-head-base":
		return weak
	}
	return none
}

// classHint knows a class by its whole name or by one of its words.
func classHint(c string) hint {
	switch c {
	case "comment", "disqus", "fb-comments":
		return remarks
	case "social", "social-links", "social-icons", "social-media", "social-media-links", "social-bar", "addtoany_share_save_container", "sharedaddy", "related",
		"related-posts", "related-articles", "related-content", "related-stories", "relatedposts", "jp-relatedposts", "read-next", "more-posts", "site-header", "site-footer",
		"page-footer", "header", "footer", "author-bio", "author-box", "author-info", "about-author", "post-author-bio", "entry-author-box", "post-tags", "tags", "tag-links",
		"tags-links", "cat-links", "entry-tags", "post-categories", "entry-footer-meta", "post-navigation", "wp-block-latest-posts", "wp-block-comments", "mw-jump-link",
		"mw-jump", "mw-indicators", "ambox", "sistersitebox", "portalbox", "portal-bar", "authority-control", "skip-link", "tag-cloud", "recent-posts", "post-meta-tags",
		"subscription-widget-wrap", "subscribe-widget", "back-to-top", "noprint-chrome":
		return weak
	}
	for _, prefix := range []string{"category-", "tag-", "has-", "no-", "with-", "without-", "is-", "js-", "not-", "hide-", "show-", "layout-", "page-", "elementor", "et_pb", "col-", "wpb_", "vc_"} {
		if strings.HasPrefix(c, prefix) {
			return none
		}
	}
	for word := range strings.FieldsFuncSeq(c, func(r rune) bool { return r == '-' || r == '_' }) {
		switch word {
		case "comments", "commentlist", "disqus":
			if !strings.HasSuffix(c, "-open") && !strings.HasSuffix(c, "-closed") && !strings.HasSuffix(c, "-off") && !strings.HasSuffix(c, "-link") {
				return remarks
			}
		case "nav", "navigation", "navbar", "navbox", "menu", "submenu", "sidebar", "breadcrumb", "breadcrumbs", "share", "sharing", "newsletter", "subscribe", "cookie", "cookies",
			"masthead", "widget", "widgets", "tagcloud", "catlinks", "printfooter", "pagination", "pager", "promo", "advert", "advertisement", "ads", "blogroll", "toc", "megamenu",
			"topbar", "paywall", "signup":
			return weak
		}
	}
	return none
}

// namesNotes says whether an element calls itself a place for notes.
func namesNotes(a attributes, classes []string) bool {
	for r := range strings.FieldsSeq(a.role) {
		switch r {
		case "doc-endnotes", "doc-footnotes", "doc-endnote", "doc-footnote", "doc-bibliography", "footnotes", "endnotes", "rearnotes", "footnote", "endnote", "rearnote":
			return true
		}
	}
	if a.id != "" && noteWord(a.id) {
		return true
	}
	return slices.ContainsFunc(classes, noteWord)
}

// noteWord says whether a class or id speaks of notes.
func noteWord(s string) bool {
	s = strings.ToLower(s)
	for _, w := range []string{"footnote", "foot-note", "footer-note", "endnote", "end-note", "reflist", "references", "citations", "fussnote", "fußnote", "sidenote", "marginnote"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '-' || r == '_' }) {
		if word == "notes" || word == "bibliography" {
			return true
		}
	}
	return false
}
