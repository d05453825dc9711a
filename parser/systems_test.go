package parser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// systems holds one short article as many systems would print it.
const systems = "testdata/systems"

// salt are the notes of that article: number, text, citations and URLs.
const salt = `
1 | Ivo Kern, Salt & Brine (Ulm: Stein, 1998), 40. | full
2 | Ibid., 44. | ibid -> 1
3 | Ada Quill, “The Ford,” Harbour Courier, May 9, 2020, https://courier.example/2020/the-ford. | full https://courier.example/2020/the-ford
4 | Quill, “The Ford.” | short -> 3
5 | Kern, Salt & Brine, 51. | short -> 1
`

// groups are its notes where a wiki keeps remarks apart from sources, and short
// notes lead to a bibliography.
const groups = `
a | The first rolls are lost.[4] | commentary
1 | Kern 1998, p. 40. | full
2 | Quill, Ada (May 9, 2020). "The Ford". Harbour Courier. | full https://courier.example/2020/the-ford
3 | Kern 1998, p. 51. | short -> 1
4 | Kern 1998, p. 44. | short -> 1
`

// TestSystems asks that the notes of each system's pages are found whole, with
// their markers, and that nothing around the article becomes a note or a link of it.
func TestSystems(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, row := range []struct {
		name, flavor string
		want         string // the notes; "" for those of salt
		markers      string // "" for one each, in order
	}{
		{name: "aria-describedby"},
		{name: "asciidoctor", flavor: "asciidoctor"},
		{name: "bear"},
		{name: "bigfoot", flavor: "bigfoot"},
		{name: "blogger", flavor: "blogger"},
		{name: "cairn", flavor: "cairn"},
		{name: "ckeditor"},
		{name: "confluence", flavor: "confluence"},
		{name: "distill", flavor: "distill"},
		{name: "docbook", flavor: "docbook"},
		{name: "docusaurus", flavor: "docusaurus"},
		{name: "docutils", flavor: "docutils"},
		{name: "docutils-table", flavor: "docutils"},
		{name: "drupal", flavor: "drupal"},
		{name: "ghost", flavor: "ghost"},
		{name: "goldmark-prefixed", flavor: "goldmark"},
		{name: "google-docs", flavor: "google-docs"},
		{name: "gutenberg", flavor: "gutenberg"},
		{name: "hevea", flavor: "hevea"},
		{name: "hugo", flavor: "hugo"},
		{name: "ids-name"},
		{name: "kramdown", flavor: "kramdown"},
		{name: "latexml", flavor: "latexml"},
		{name: "law-review", flavor: "wordpress"},
		{name: "libreoffice", flavor: "libreoffice"},
		{name: "littlefoot", flavor: "littlefoot"},
		{name: "mail"},
		{name: "markdown-it", flavor: "markdown-it"},
		{name: "mediawiki", flavor: "mediawiki"},
		{name: "mediawiki-groups", flavor: "mediawiki", markers: "1 a 2 2 3 4", want: groups},
		{name: "medium", flavor: "medium"},
		{name: "multimarkdown", flavor: "multimarkdown"},
		{name: "notion"},
		{name: "openedition", flavor: "openedition"},
		{name: "org-mode", flavor: "org-mode"},
		{name: "pandoc", flavor: "pandoc"},
		{name: "pmc"},
		{name: "popover"},
		{name: "pressbooks", flavor: "wordpress"},
		{name: "quarto-margin", flavor: "quarto"},
		{name: "remark-gfm", flavor: "astro"},
		{name: "scielo", flavor: "scielo"},
		{name: "sphinx-dl", flavor: "sphinx"},
		{name: "squarespace", flavor: "squarespace"},
		{name: "substack", flavor: "substack"},
		{name: "tex4ht", flavor: "tex4ht"},
		{name: "texinfo", flavor: "texinfo"},
		{name: "tooltips-data"},
		{name: "tooltips-title"},
		{name: "tufte", flavor: "tufte"},
		{name: "tufte-numbered", flavor: "bookdown"},
		{name: "twice"},
		{name: "twice-plain"},
		{name: "twice-renamed"},
		{name: "webflow", flavor: "webflow"},
		{name: "weebly", flavor: "weebly"},
		{name: "wikisource", flavor: "mediawiki"},
		{name: "wix", flavor: "wix"},
		{name: "word", flavor: "word"},
		{name: "word-filtered", flavor: "word-filtered"},
		{name: "wordpress-core", flavor: "wordpress"},
		{name: "wordpress-easy-footnotes", flavor: "wordpress"},
		{name: "wordpress-footnotes-made-easy", flavor: "wordpress"},
		{name: "wordpress-footnotes-plugin", flavor: "wordpress"},
		{name: "wordpress-modern-footnotes", flavor: "wordpress"},
		{name: "columbia-cite"},
		{name: "harvard-list"},
		{name: "sidenote-copies", flavor: "kramdown"},
		{name: "tooltip-title-html", flavor: "wordpress"},
		{name: "arrow-front"},
		{name: "bracket-link-ext"},
		{name: "calibre"},
		{name: "cambridge"},
		{name: "degruyter"},
		{name: "details"},
		{name: "dokuwiki", flavor: "dokuwiki"},
		{name: "hidden-div"},
		{name: "indesign"},
		{name: "label-nbsp"},
		{name: "lens-elife"},
		{name: "lesswrong"},
		{name: "mw-new", flavor: "mediawiki"},
		{name: "noscript-tooltip"},
		{name: "obsidian"},
		{name: "ol-start"},
		{name: "old-br"},
		{name: "old-dl"},
		{name: "old-table-unlinked"},
		{name: "old-table"},
		{name: "oup"},
		{name: "p-one"},
		{name: "parsoid", flavor: "mediawiki"},
		{name: "perseus-tei"},
		{name: "return-text"},
		{name: "sep"},
		{name: "springer-word"},
		{name: "springer"},
		{name: "strong-heading"},
		{name: "tandf"},
		{name: "typora"},
		{name: "ul-sup"},
	} {
		seen[row.name+".html"] = true
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := convert(t, filepath.Join(systems, row.name+".html"))
			want := strings.TrimSpace(row.want)
			if want == "" {
				want = strings.TrimSpace(salt)
			}
			if diff := cmp.Diff(want, listing(a)); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			markers := row.markers
			if markers == "" {
				markers = "1 2 3 4 5"
			}
			if diff := cmp.Diff(markers, markersOf(a)); diff != "" {
				t.Errorf("markers (-want +got):\n%s", diff)
			}
			if a.Flavor != row.flavor || a.Meta.Title != "The Salt Road" || len(a.URLs) != 0 && row.want == "" {
				t.Errorf("flavor %q, title %q, links of the body %v; want %q, %q and none", a.Flavor, a.Meta.Title, a.URLs, row.flavor, "The Salt Road")
			}
		})
	}
	files, err := os.ReadDir(systems)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[f.Name()] && filepath.Ext(f.Name()) == ".html" {
			t.Errorf("%s is in no row", f.Name())
		}
	}
}

// listing is a line for each note: its number, text, and what its citations are.
func listing(a *article.Article) string {
	var lines []string
	for i := range a.Notes {
		n := &a.Notes[i]
		line := n.Number + " | " + n.Text.String + " |"
		for k := range n.Citations {
			c := &n.Citations[k]
			line += " " + string(c.Kind)
			if c.Target != nil {
				line += fmt.Sprintf(" -> %s", a.Notes[c.Target.Ref.Note].Number)
			}
			for _, u := range c.URLs {
				line += " " + u.Address
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// markersOf are the labels of the markers, each with the number of its note
// where it is another one.
func markersOf(a *article.Article) string {
	var out []string
	for _, m := range a.Markers {
		switch {
		case m.Note < 0:
			out = append(out, m.Label+"!")
		case a.Notes[m.Note].Number != m.Label:
			out = append(out, m.Label+"="+a.Notes[m.Note].Number)
		default:
			out = append(out, m.Label)
		}
	}
	return strings.Join(out, " ")
}
