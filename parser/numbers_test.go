package parser_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// TestNumbers asks that notes are found whatever their numbers are written in,
// and that each keeps the number that its source gives it.
func TestNumbers(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, labels   string // the numbers of five notes
		marker, before string // how a marker and a note's label are written, # for the number
		only           string // the one format in which it is one, "" for both
	}{
		{"brackets", "1 2 3 4 5", "[#]", "[#] ", ""},
		{"dots", "1 2 3 4 5", "[#]", "#. ", ""},
		{"round brackets", "1 2 3 4 5", "(#)", "(#) ", ""},
		{"carets", "1 2 3 4 5", "^#", "^# ", ""},
		{"superscripts", "¹ ² ³ ⁴ ⁵", "#", "# ", ""},
		{"words", "1 2 3 4 5", "(note #)", "Note #: ", ""},
		{"words in the text only", "1 2 3 4 5", "[note #]", "#. ", ""},
		{"long words in the text only", "1 2 3 4 5", "[Footnote #]", "#. ", ""},
		{"short words at the notes", "1 2 3 4 5", "[Fn. #]", "Fn. #: ", ""},
		{"German words", "1 2 3 4 5", "(Anm. #)", "Anm. #: ", ""},
		{"carets on both sides", "1 2 3 4 5", "^#^", "#. ", ""},
		{"carets in brackets", "1 2 3 4 5", "[^#]", "[^#]: ", ""},
		{"a space before the colon", "1 2 3 4 5", "[#]", "[#] : ", ""},
		{"tabs", "1 2 3 4 5", "[#]", "[#]\t", ""},
		{"a prefix", "fn1 fn2 fn3 fn4 fn5", "[#]", "[#] ", ""},
		{"letters behind", "12 12a 12b 13 14", "[#]", "[#] ", ""},
		{"capitals behind", "12 12A 12B 13 14", "[#]", "[#] ", ""},
		{"letters", "a b c d e", "[#]", "[#] ", "html"},
		{"Roman", "i ii iii iv v", "[#]", "[#] ", ""},
		{"Roman capitals", "I II III IV V", "[#]", "[#] ", ""},
		{"gaps", "1 2 5 6 9", "[#]", "[#] ", ""},
		{"a first one that is high", "25 26 27 28 29", "[#]", "[#] ", ""},
		{"Arabic", "١ ٢ ٣ ٤ ٥", "[#]", "[#] ", ""},
		{"Arabic with dots", "١ ٢ ٣ ٤ ٥", "[#]", "#. ", ""},
		{"Arabic in round brackets", "١ ٢ ٣ ٤ ٥", "(#)", "(#) ", ""},
		{"Persian", "۱ ۲ ۳ ۴ ۵", "[#]", "[#] ", ""},
		{"Hindi", "१ २ ३ ४ ५", "[#]", "[#] ", ""},
		{"full width", "１ ２ ３ ４ ５", "［#］", "［#］", ""},
		{"tortoise shells", "1 2 3 4 5", "〔#〕", "〔#〕", ""},
		{"lenticular brackets", "1 2 3 4 5", "【#】", "【#】", ""},
		{"circled", "① ② ③ ④ ⑤", "#", "# ", ""},
		{"circled, without a space", "① ② ③ ④ ⑤", "#", "#", ""},
		{"in brackets of one piece", "⑴ ⑵ ⑶ ⑷ ⑸", "#", "# ", ""},
		{"Chinese prefix", "注1 注2 注3 注4 注5", "[#]", "[#] ", ""},
		{"what is not seen", "1 2 3 4 5", "\u200b[\u2060#]\ufeff", "\u200e[#]\u00a0", ""},
	} {
		for _, format := range []string{"txt", "html"} {
			if row.only != "" && row.only != format {
				continue
			}
			t.Run(row.name+" "+format, func(t *testing.T) {
				t.Parallel()
				labels := strings.Fields(row.labels)
				source := numbered(format, labels, row.marker, row.before)
				a := parse(t, "a."+format, source)
				var notes, markers []string
				for i := range a.Notes {
					notes = append(notes, a.Notes[i].Number)
				}
				for i, m := range a.Markers {
					if m.Note != i {
						t.Errorf("marker %q calls note %d", m.Label, m.Note)
					}
					markers = append(markers, m.Label)
					if cut := a.Text.Cut(m.Span); !strings.Contains(cut, labels[min(i, 4)]) {
						t.Errorf("marker %q stands at %q", m.Label, cut)
					}
				}
				for i, l := range labels { // raised digits are set so, they are no others
					labels[i] = strings.NewReplacer("¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5").Replace(l)
				}
				if diff := cmp.Diff([][]string{labels, labels}, [][]string{notes, markers}); diff != "" {
					t.Fatalf("notes and markers (-want +got):\n%s\nof %s", diff, source)
				}
				for i, want := range []article.Kind{article.Full, article.Ibid, article.Full, article.Short, article.Short} {
					if c := a.Notes[i].Citations[0]; c.Kind != want || want != article.Full && c.Target == nil {
						t.Errorf("note %d is %s, %+v", i+1, c.Kind, c.Target)
					}
				}
			})
		}
	}
}

// numbered is an article of five notes.
func numbered(format string, labels []string, marker, before string) string {
	sentences := []string{
		"Salt came into the town by the ford, and the toll for it was paid in salt.", " Nobody knows for certain who began to write the tolls down.",
		" A flood took the ford in the year of the long winter and left gravel.", " The newspaper of the town made a great thing of it.",
		" The council built a bridge, which is what stands there now.",
	}
	notes := []string{
		"Ivo Kern, Salt and Brine (Ulm: Stein, 1998), 40.", "Ibid., 44.", "Ada Quill, “The Ford,” Harbour Courier, May 9, 2020.", "Quill, “The Ford.”", "Kern, Salt and Brine, 51.",
	}
	var body, list strings.Builder
	for i, l := range labels {
		body.WriteString(sentences[i] + strings.ReplaceAll(marker, "#", l))
		line := strings.ReplaceAll(before, "#", l) + notes[i]
		if format == "html" {
			line = "<p>" + line + "</p>"
		}
		list.WriteString(line + "\n")
	}
	if format == "html" {
		return "<!DOCTYPE html><html lang=en><title>Salt</title><body><h1>Salt</h1><p>" + body.String() + "</p><h2>Notes</h2>" + list.String()
	}
	return "Salt\n\n" + body.String() + "\n\nNotes\n\n" + list.String()
}

// TestUndefined reads notes of Markdown whose definitions lack their colon: what
// stands at their start is no marker.
func TestUndefined(t *testing.T) {
	t.Parallel()
	a := parse(t, "a.md", "Salt is dear.[^1] And old.[^2] And wet.[^3]\n\n[^1] Ada Moor, *Salt* (London: Quay, 1998), 3.\n\n[^2] Ibid., 4.\n\n[^3] Moor, *Salt*, 5.\n")
	if got, want := markersOf(a), "1 2 3"; got != want {
		t.Errorf("markers %s, want %s", got, want)
	}
	if len(a.Notes) != 3 {
		t.Errorf("notes\n%s", listing(a))
	}
}

// TestNumberedLists finds notes that are the items of a list which numbers them.
func TestNumberedLists(t *testing.T) {
	t.Parallel()
	const salt = "Salt is dear in the town.[1] It was dearer before the bridge was built.[2] Nobody knows why.[3] The council did not ask.[4]"
	notes := []string{"Ada Moor, Salt (London: Quay, 1998), 3.", "Ibid., 4.", "Moor, Salt, 5."}
	items := func(open, end string) string { return open + strings.Join(notes, end+open) + end }
	const odt = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"`
	for name, source := range map[string]string{
		"a.jats": `<?xml version="1.0"?><article article-type="research-article"><front/><body><p>` + salt + `</p><sec><title>Notes</title><list list-type="order">` +
			items("<list-item><p>", "</p></list-item>") + `<list-item><label>4.</label><p>Ibid.</p></list-item></list></sec></body></article>`,
		"a.tei": `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>` + salt + `</p><div><head>Notes</head><list rend="numbered">` +
			items("<item>", "</item>") + `<item n="4"><p>Ibid.</p></item></list></div></body></text></TEI>`,
		"a.fodt": `<?xml version="1.0"?><office:document ` + odt + ` office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles>` +
			`<office:body><office:text><text:p>` + salt + `</text:p><text:h text:outline-level="2">Notes</text:h><text:list text:style-name="L1">` + items("<text:list-item><text:p>", "</text:p></text:list-item>") +
			`</text:list><text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Ibid.</text:p></text:list-item></text:list></office:text></office:body></office:document>`,
	} {
		a := parse(t, name, source)
		if got, want := markersOf(a), "1 2 3 4"; got != want || len(a.Notes) != 4 {
			t.Errorf("%s: markers %s, want %s; notes\n%s", name, got, want, listing(a))
			continue
		}
		if got := a.Notes[3].Text.String; got != "Ibid." {
			t.Errorf("%s: note 4 is %q", name, got)
		}
	}
}
