package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
	"ibid/parser/article"
)

// TestListed asks that short notes which link to the article's list of works are
// given the fields of its entries, and mean the same work as the notes before them
// that link to the same entry.
func TestListed(t *testing.T) {
	t.Parallel()
	const works = `<h2>Works</h2><ul>
<li><cite id="CITEREFEllingsworth2004">Ellingsworth, Mara (2004). <i>Tide Tables</i>. London: Harrow Press. <a href="/wiki/ISBN">ISBN</a> 978-0-306-40615-7.</cite></li>
<li id="CITEREFEllingsworth2004b">Ellingsworth, Mara (2004b). "Salt and Brine". <i>Journal of Harbors</i>. <b>12</b> (3): 1–20.</li>
<li><cite id="CITEREFReyesOke2011">Reyes, Tomás; Oke, Tom; Vale, Anna (2011). <i>Harbor Lights</i>. Boston: Quill House.</cite></li>
</ul><p id="prose">Salt was taxed by those who had none of it.</p>`
	first := `full [Mara Ellingsworth] "Tide Tables" Harrow Press p. 17`
	for _, row := range []struct {
		name  string
		notes []string
		want  []string
	}{
		{"the first has the fields, the next its target", []string{
			`<a href="#CITEREFEllingsworth2004">Ellingsworth 2004</a>, p. 17.`, `<a href="#CITEREFEllingsworth2004">Ellingsworth 2004</a>, p. 3.`,
		}, []string{first, `short [Ellingsworth] "" p. 3 → 1`}},
		{"years told apart by a letter", []string{
			`<a href="#CITEREFEllingsworth2004">Ellingsworth 2004</a>, p. 17.`, `<a href="#CITEREFEllingsworth2004b">Ellingsworth 2004b</a>, p. 3.`, `Ibid., p. 4.`,
		}, []string{first, `full [Mara Ellingsworth] "Salt and Brine" p. 3`, `ibid [] "" p. 4 → 2`}},
		{"several authors, several works in a note", []string{
			`<a href="#CITEREFReyesOke2011">Reyes, Oke &amp; Vale 2011</a>, p. 8.`,
			`<a href="#CITEREFReyesOke2011">Reyes, Oke &amp; Vale 2011</a>, p. 9; <a href="#CITEREFEllingsworth2004">Ellingsworth 2004</a>, p. 17.`,
		}, []string{`full [Tomás Reyes Tom Oke Anna Vale] "Harbor Lights" Quill House p. 8`, `short [Reyes Oke Vale] "" p. 9 → 1`, first}},
		{"a link whose words are another's", []string{`<a href="#CITEREFReyesOke2011">Ellingsworth 2004</a>, p. 17.`}, []string{`short [Ellingsworth] "" p. 17`}},
		{"a link to a paragraph of the text", []string{`<a href="#prose">Ellingsworth 2004</a>, p. 17.`}, []string{`short [Ellingsworth] "" p. 17`}},
		{"a link to nothing", []string{`<a href="#gone">Ellingsworth 2004</a>, p. 17.`}, []string{`short [Ellingsworth] "" p. 17`}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var body, list strings.Builder
			for i, n := range row.notes {
				fmt.Fprintf(&body, `<p>Salt was taxed.<sup id="ref%d"><a href="#note%d">[%d]</a></sup></p>`, i+1, i+1, i+1)
				fmt.Fprintf(&list, `<li id="note%d"><a href="#ref%d">^</a> %s</li>`, i+1, i+1, n)
			}
			page := "<!DOCTYPE html><html lang=en><body><h1>Salt</h1>" + body.String() + "<h2>Notes</h2><ol>" + list.String() + "</ol>" + works
			a, err := parser.Parse(t.Context(), strings.NewReader(page), parser.Options{Name: "a.html"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range a.Citations() {
				got = append(got, describeListed(a, c))
				if text := a.Text.Cut(c.Span); !strings.Contains(text, strings.Fields(c.Text)[0]) {
					t.Errorf("%q stands at %q", c.Text, text)
				}
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func describeListed(a *article.Article, c *article.Citation) string {
	var people []string
	for _, n := range c.Item.Author {
		people = append(people, strings.TrimSpace(n.Given+" "+n.Family))
	}
	out := fmt.Sprintf("%s %v %q", c.Kind, people, c.Item.Title)
	if c.Item.Publisher != "" {
		out += " " + c.Item.Publisher
	}
	if c.Locator != nil {
		out += " p. " + c.Locator.Value
	}
	if c.Target != nil {
		out += " → " + a.NoteOf(c.Target.Ref).Number
	}
	return out
}
