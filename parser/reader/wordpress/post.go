package wordpress

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader/export"
)

// Post is one article of an export, or something else that it lists: a
// picture, an entry of a menu.
type Post struct {
	// Name is the last part of the post's address, or its number: unique in the
	// export but for drafts.
	Name string
	// Type is "post", "page", or what a plug-in made; Status "publish", "draft" …
	Type, Status string
	// Meta is what the export says of the post.
	Meta document.Meta
	// Changed is when it was last changed or published; zero if that is not said.
	Changed time.Time

	item    export.Item
	content area
	notes   area // the value of the field in which the block editor keeps footnotes
}

// area is a stretch of the item.
type area struct{ from, to int }

// site is what an export says of all its posts.
type site struct {
	language string
	authors  map[string]string // log-in → name
}

// channel reads what stands before the first post.
func channel(head string) site {
	c := site{authors: map[string]string{}}
	at := strings.Index(head, "<channel>")
	if at < 0 {
		return c
	}
	export.Children(head, at+len("<channel>"), len(head), func(name string, from, to int) {
		switch name {
		case "language":
			c.language = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(export.Value(head, from, to).Text), "_", "-"))
		case "wp:author":
			fields := map[string]string{}
			export.Children(head, from, to, func(name string, from, to int) {
				fields[strings.TrimPrefix(name, "wp:author_")] = strings.TrimSpace(export.Value(head, from, to).Text)
			})
			full := strings.TrimSpace(fields["first_name"] + " " + fields["last_name"])
			c.authors[fields["login"]] = cmp.Or(fields["display_name"], full, fields["login"])
		}
	})
	return c
}

// maxField bounds the fields that are kept, in bytes.
const maxField = 4096

func newPost(x export.Item, c site) *Post {
	p := &Post{item: x}
	item := x.Text
	fields := map[string]string{}
	from := strings.IndexByte(item, '>') + 1
	export.Children(item, from, len(item), func(name string, from, to int) {
		switch {
		case name == "content:encoded":
			p.content = area{from, to}
		case name == "wp:postmeta":
			p.postMeta(from, to)
		case to-from <= maxField && fields[name] == "":
			fields[name] = strings.Clone(strings.TrimSpace(export.Value(item, from, to).Text))
		}
	})
	p.Type, p.Status = fields["wp:post_type"], fields["wp:status"]
	published := date(fields["wp:post_date_gmt"], fields["wp:post_date"], fields["pubDate"])
	p.Changed = published
	if m := date(fields["wp:post_modified_gmt"], fields["wp:post_modified"]); m.After(published) {
		p.Changed = m
	}
	p.Meta = document.Meta{Title: strings.Join(strings.Fields(fields["title"]), " "), Language: c.language, URL: fields["link"]}
	if day := date(fields["wp:post_date"], fields["pubDate"]); !day.IsZero() {
		p.Meta.Published = day.Format(time.DateOnly)
	}
	if login := fields["dc:creator"]; login != "" {
		p.Meta.Authors = []string{cmp.Or(c.authors[login], login)}
	}
	p.Name = cmp.Or(unescaped(fields["wp:post_name"]), "post-"+fields["wp:post_id"])
	return p
}

// postMeta takes a field that the site keeps beside the post.
func (p *Post) postMeta(from, to int) {
	key := ""
	var v area
	export.Children(p.item.Text, from, to, func(name string, from, to int) {
		switch {
		case name == "wp:meta_key" && to-from < maxField:
			key = strings.TrimSpace(export.Value(p.item.Text, from, to).Text)
		case name == "wp:meta_value":
			v = area{from, to}
		}
	})
	if key == "footnotes" {
		p.notes = v
	}
}

// date reads the first date that there is: those of WordPress have no zone, that
// of the feed does. A draft's is all zeros.
func date(list ...string) time.Time {
	for _, s := range list {
		for _, layout := range []string{time.DateTime, time.RFC1123Z, time.RFC1123} {
			if t, err := time.Parse(layout, s); err == nil && t.Year() > 1 {
				return t
			}
		}
	}
	return time.Time{}
}

// unescaped is the name of a post as people read it: WordPress keeps those of
// other scripts with % escapes.
func unescaped(name string) string {
	if s, err := url.PathUnescape(name); err == nil {
		return s
	}
	return name
}

// Info is what the export says of the post.
func (p *Post) Info() export.Info {
	return export.Info{Name: p.Name, Changed: p.Changed, Article: p.IsArticle()}
}

// IsArticle says whether the post is something to read: no picture, menu or
// template, not in the trash, and not empty.
func (p *Post) IsArticle() bool {
	switch p.Type {
	case "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template",
		"wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face", "feedback":
		return false
	}
	switch p.Status {
	case "trash", "auto-draft", "inherit":
		return false
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(p.item.Text[p.content.from:p.content.to]), "<![CDATA[]]>")) != ""
}
