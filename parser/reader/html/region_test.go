package html_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
)

// regions writes the first word of each block, in parentheses where it is chrome.
func regions(doc *document.Document) string {
	var out []string
	for i := range doc.Blocks {
		word, _, _ := strings.Cut(strings.TrimSpace(doc.Blocks[i].Text().String), " ")
		if doc.Blocks[i].Region == document.Chrome {
			word = "(" + word + ")"
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

func TestRegions(t *testing.T) {
	t.Parallel()
	text := "<p>Text " + strings.Repeat("that goes over the hill and down to the harbour, ", 12) + "and back.</p>"
	for _, tc := range []struct{ name, in, want string }{
		{"elements that say so", "<header>Site</header><nav>Home</nav>" + text + "<aside>Aside</aside><footer>Foot</footer>", "(Site) (Home) Text (Aside) (Foot)"},
		{"roles", "<div role=navigation>Home</div>" + text + "<div role=contentinfo>Foot</div><div role=note>Note</div>", "(Home) Text (Foot) Note"},
		{"classes and ids", "<div class=main-menu>Home</div><div id=sidebar>Side</div>" + text + "<div class='share-buttons'>Share</div><div class=post-tags>Tags</div>", "(Home) (Side) Text (Share) (Tags)"},
		{"classes of the layout", "<div class='has-sidebar page-wide'>" + text + "</div>", "Text"},
		{"an article's own header and footer", "<article><header>Title</header>" + text + "<footer>End</footer></article><footer>Foot</footer>", "Title Text End (Foot)"},
		{"comments", text + "<div class=comments><p>First</p><ol><li>Second</li></ol></div>", "Text (First) (Second)"},
		{"comments longer than the article", text + "<div id=comments>" + strings.Repeat(text, 3) + "</div>", "Text (Text) (Text) (Text)"},
		{"a sidebar with the article in it", "<div id=sidebar>" + text + "</div><p>Foot</p>", "Text Foot"},
		{"what stands beside <main>", "<p>Loose</p><main>" + text + "</main><div>Beside</div>", "(Loose) Text (Beside)"},
		{"a heading beside <main>", "<h1>Title</h1><main>" + text + "</main>", "Title Text"},
		{"an <article> of many", "<article>" + text + "</article><article><p>Teaser</p></article>", "Text (Teaser)"},
		{"notes beside <main>", "<main>" + text + "</main><div class=footnotes><p>Ada</p></div>", "Text Ada"},
		{"numbered notes beside <main>", "<main>" + text + "</main><div><p>[1] Ada Roads, Salt.</p></div>", "Text [1]"},
		{"notes in the footer", text + "<footer class=footnotes><p>Ada</p></footer>", "Text Ada"},
		{"what a menu calls references", text + "<nav><div class=references>References</div></nav>", "Text (References)"},
		{"notes that markers link to", text + "<p>More<sup><a href='#n1'>1</a></sup></p><aside><p>About</p></aside><footer><div><p id=n1>1 Ada</p></div></footer>", "Text More1 (About) 1"},
		{"comments that something links to", text + "<p><a href='#c1'>1 comment</a></p><div id=comments><p id=c1>Ben</p></div>", "Text 1 (Ben)"},
		{"hidden text", text + "<p hidden>Secret</p><div style='display:none'>Pop</div><p>Half <span hidden>hidden</span></p>", "Text (Secret) (Pop) Half"},
		{"a menu that nothing names", "<p><a href=/a>Home</a></p><p><a href=/b>About</a></p><p><a href=/c>Contact</a></p>" + text, "(Home) (About) (Contact) Text"},
		{"two links are no menu", "<p><a href=/a>Home</a></p><p><a href=/b>About</a></p>" + text, "Home About Text"},
		{"a paragraph of a weak class", "<p class=share>Share</p>" + text, "(Share) Text"},
		{"a page of menus alone", "<nav>Home</nav><p>Text</p>", "(Home) Text"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := regions(read(t, tc.in)); got != tc.want {
				t.Errorf("regions of %.300q\n got %s\nwant %s", tc.in, got, tc.want)
			}
		})
	}
}

func TestFlavor(t *testing.T) {
	t.Parallel()
	got := map[string]string{}
	want := map[string]string{
		`<meta name=generator content="WordPress 6.1">`:                                                "wordpress",
		`<meta name=Generator content="Microsoft Word 15">`:                                            "word",
		`<meta name=Generator content="Microsoft Word 15 (filtered)">`:                                 "word-filtered",
		`<meta name=generator content="Jekyll v4">`:                                                    "kramdown",
		`<meta name=generator content="OpenOffice.org 3">`:                                             "libreoffice",
		`<meta name=generator content="Hugo 0.1"><div class="wsite-x">`:                                "hugo",
		`<meta name=generator content="by hand"><div class="wsite-x">`:                                 "weebly",
		`<div style="mso-element:footnote" id=ftn1><a style="mso-footnote-id:ftn1" href="#_ftnref1">1`: "word",
		`<p class=MsoFootnoteText>1`:                                                                   "word-filtered",
		`<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>`:                                           "google-docs",
		`<li id="cite_note-1">`:                                                                        "mediawiki",
		`<img src="/wp-content/uploads/a.jpg">`:                                                        "wordpress",
		`<a href="#fnref:1" class="reversefootnote">x</a>`:                                             "kramdown",
		`<a class="footnote-reference brackets" href="#a">1</a>`:                                       "sphinx",
		`<a href="https://www.gutenberg.org/ebooks/1">x</a>`:                                           "gutenberg",
		`<p>WordPress is a system`:                                                                     "",
	}
	for in := range want {
		got[in] = read(t, in).Flavor
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("flavors (-want +got):\n%s", diff)
	}
}
