package parser_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestNoNotes holds pages whose numbers, links and tips are no notes.
func TestNoNotes(t *testing.T) {
	t.Parallel()
	var pages, verses, days strings.Builder
	for i := 1; i < 12; i++ {
		n := strconv.Itoa(i)
		pages.WriteString(`<a href="#" title="Go to page ` + n + ` of the results">` + n + `</a> `)
		verses.WriteString(`<p><a id="v` + n + `" href="#v` + n + `"><sup>` + n + `</sup></a> And the salt came by the ford, and the people gathered it in jars.</p>`)
		days.WriteString(`<td><a href="#" title="Posts published on May ` + n + `, 2020">` + n + `</a></td>`)
	}
	chapter := func(n string) string {
		return `<h2 id="c` + n + `"><a href="#top">` + n + `</a></h2><p>Salt came into the town by the ford, and the toll for it was paid in salt.</p>`
	}
	for _, row := range []struct{ name, in string }{
		{"pages of a list", `<p>Salt came by the ford.</p><div>` + pages.String() + `</div>`},
		{"pages behind words", `<p>Salt came by the ford. More on page ` + pages.String() + `</p>`},
		{"a calendar", `<p>Salt came by the ford.</p><table><tr>` + days.String() + `</tr></table>`},
		{"verses", verses.String()},
		{"counts of notes", `<p>Posted by Ada <span class="post-notes">12 notes and 3 comments</span> <span class="footnote-count">3 footnotes in all</span></p><p>Salt.</p>`},
		{"contents", `<ul id="top"><li><a href="#cI">I</a></li><li><a href="#cII">II</a></li><li><a href="#cIII">III</a></li></ul>` + chapter("I") + chapter("II") + chapter("III")},
		{"an index", `<p>Jump to: <a href="#i_star"><b>*</b></a> &nbsp; <a href="#i_V"><b>V</b></a> <a href="#i_X"><b>X</b></a></p><table><tr><th id="i_star">*</th></tr><tr><td>salt</td></tr><tr><th id="i_V">V</th></tr><tr><td>vat</td></tr><tr><th id="i_X">X</th></tr></table>`},
		{"units", `<p>It holds 3 m<sup title="cubic metres">3</sup> of salt and 10<sup title="ten to the sixth power">6</sup> grains.</p>`},
		{"steps", `<p>There are two reasons (1) that salt is dear and (2) that it is far.</p><ol><li>Take salt.</li><li>Take more.</li></ol>`},
		{"points of an argument", `<p>He argued (1) that salt is dear, (2) that it is far, and (3) that it is wet.</p><p>(1) Salt is dear since it is heavy.</p><p>(3) Salt is wet.</p>`},
		{"figures", `<p>See Figure <a href="#fig1">1</a> and Table <a href="#tab2">2</a>.</p><div id="fig1"><img src="a.png"><p>Figure 1. The ford.</p></div><div id="tab2"><p>Table 2. Tolls.</p></div>`},
		{"abbreviations", `<p>The <abbr title="World Salt Organisation, founded 1920">WSO</abbr> met <time title="the third of May">3</time> times.</p>`},
		{"tooltips of words", `<p>The <span class="tooltip" title="A kind of salt, and a dear one">fleur</span> and <span class="glossary-tooltip">brine<span class="tooltiptext" role="tooltip">water with salt in it</span></span> are dear.</p>`},
		{"what a form asks for", `<p>Salt came by the ford.</p><p>Name* and address* of the carrier, please.</p><p>* required</p>`},
		{"stars between words", `<p>Die Leser*innen zahlten 3 * 4 Taler, und *alle* waren es leid.</p><p>* Salz ist teuer, weil es schwer ist und von weit her kommt.</p>`},
		{"points with bullets", `<p>The ford* was deep.</p><p>* Salt is dear since it is heavy, and comes from far away.</p><p>* It is wet, and nobody has ever found out why it should be.</p>`},
		{"numbered boxes", `<p>Salt came by the ford.</p><div><span>1</span><p>Take salt.</p></div><div><span>2</span><p>Take more.</p></div><div><span>3</span><p>Take the ford.</p></div>`},
		{"a drop cap", `<p><span class="footnote-free">S</span>alt came by the ford, and the toll for it was paid in salt.</p>`},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := parse(t, "a.html", "<!DOCTYPE html><html lang=en><title>Salt</title><body><article>"+row.in+"</article></body></html>")
			if len(a.Notes) > 0 || len(a.Markers) > 0 {
				t.Errorf("notes\n%s\nmarkers %s", listing(a), markersOf(a))
			}
		})
	}
}
