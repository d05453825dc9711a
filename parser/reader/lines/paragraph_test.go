package lines_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader/lines"
)

// outline is a line for each paragraph: gap, indent, what it is, and its lines.
func outline(s string) []string {
	var out []string
	for _, p := range lines.Paragraphs(s) {
		kind := "p"
		switch p.Kind {
		case document.Heading:
			kind = fmt.Sprintf("h%d", p.Level)
		case document.ListItem:
			kind = fmt.Sprintf("li%d", p.Level)
		case document.Quote:
			kind = "quote"
		default:
		}
		if p.Indent > 0 {
			kind += fmt.Sprintf(" indent %d", p.Indent)
		}
		texts := make([]string, len(p.Lines))
		for i, l := range p.Lines {
			texts[i] = strings.TrimSpace(s[l.Start:l.End])
		}
		out = append(out, kind+": "+strings.Join(texts, " / "))
	}
	return out
}

// wrapped are lines as long as wrapped text has them.
const wrapped = "The road went over the hill and down to the old harbour where\nthe boats lay in the mud until the tide came back to them.\n\n"

func TestParagraphs(t *testing.T) {
	t.Parallel()
	start := []string{"p: The road went over the hill and down to the old harbour where / the boats lay in the mud until the tide came back to them."}
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "Salt.\n\n\nBrine.", []string{"p: Salt.", "p: Brine."}},
		{"one line a paragraph", "Salt is old.\nBrine is older.", []string{"p: Salt is old.", "p: Brine is older."}},
		{"a line that goes on", "Salt, they say,\nis old.", []string{"p: Salt, they say, / is old."}},
		{"wrapped lines", wrapped, start},
		{"every line end", "a,\nb,\rc,\r\nd\r\n\r\ne\r\rf", []string{"p: a, / b, / c, / d", "p: e", "p: f"}},
		{"only blank lines", " \n\t\r\n\u200b\n", nil},
		{"nothing", "", nil},
		{"no line end at the end", "a", []string{"p: a"}},
		{"a form feed ends a page", "a,\fb,\n\fc,\n\n\fd", []string{"p: a,", "p: b,", "p: c,", "p: d"}},
		{"white space before text", wrapped + "\t Salt", append(start[:1:1], "p indent 9: Salt")},
		{
			"notes without blank lines", wrapped + "[1] Ada Roads, Salt, which is a long book of notes on roads,\nLondon 1900.\n[2] Ibid.\n[3] Ben.\n",
			append(start[:1:1], "p: [1] Ada Roads, Salt, which is a long book of notes on roads, / London 1900.", "p: [2] Ibid.", "p: [3] Ben."),
		},
		{
			"a number that starts a line is no note", wrapped + "The list that he kept was long: it named the year and then\n1815. It named the\n17. regiment too.",
			append(start[:1:1], "p: The list that he kept was long: it named the year and then / 1815. It named the / 17. regiment too."),
		},
		{"bullets", "• Salt\n  ◦ Brine,\n    and more\n - Sand\nSea", []string{"li1: • Salt", "li2 indent 2: ◦ Brine,", "p indent 4: and more", "li1 indent 1: - Sand", "p: Sea"}},
		{
			"a bullet that is wrapped", wrapped + "  • Salt is what the boats brought and what the carts took up,\n    to the town.\nThe town.",
			append(start[:1:1], "li2 indent 2: • Salt is what the boats brought and what the carts took up, / to the town.", "p: The town."),
		},
		{"a dash at the start of a line is no bullet", "- he said", []string{"p: - he said"}},
		{
			"an indent after a short line", wrapped + "It was late.\n    The boats came.\nBut no salt.",
			append(start[:1:1], "p: It was late.", "p indent 4: The boats came. / But no salt."),
		},
		{
			"quoted mail", "> Is salt old,\n> or new?\n>\n>> Older\n> > than you.\nIt is.", []string{"quote: Is salt old, / or new?", "quote: Older / than you.", "p: It is."},
		},
		{"notes in quoted mail", "> [1] Ada.\n> [2] Ben.", []string{"quote: [1] Ada.", "quote: [2] Ben."}},
		{"a bullet in quoted mail", "> • Salt", []string{"quote: • Salt"}},
		{"capitals", "THE SALT ROAD\n\nText.\n\nTHE END OF IT.\n\n1900\n\nABC", []string{"h2: THE SALT ROAD", "p: Text.", "p: THE END OF IT.", "p: 1900", "p: ABC"}},
		{"chapters", "Chapter 3.\n\nKapitel IV\n\nchapters were short", []string{"h2: Chapter 3.", "h2: Kapitel IV", "p: chapters were short"}},
		{"a note in capitals", "[1] ADA ROADS", []string{"p: [1] ADA ROADS"}},
		{"a heading over two lines", wrapped + "THE HISTORY OF THE LONG AND DUSTY ROAD FROM THE SALT PANS TO\nTHE TOWN", append(start[:1:1], "h2: THE HISTORY OF THE LONG AND DUSTY ROAD FROM THE SALT PANS TO / THE TOWN")},
		{"underlined", "Salt\n====\nIt is old.\n\nNotes\n------\n1. Ada", []string{"h1: Salt", "p: It is old.", "h2: Notes", "p: 1. Ada"}},
		{"a rule is no text", wrapped + "It ended so.\n------\n[1] Ada.\n_____\n\n═════\nEnd", append(start[:1:1], "p: It ended so.", "p: [1] Ada.", "p: End")},
		{"stars are no rule", "***\n\n* Ada", []string{"p: ***", "p: * Ada"}},
		{"a byte order mark inside", "\ufeff\n\ufeffSalt", []string{"p: \ufeffSalt"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, outline(row.in)); diff != "" {
				t.Errorf("paragraphs of %q (-want +got):\n%s", row.in, diff)
			}
		})
	}
}

func TestLabel(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"[12] Ada": 12, "  (3) Ada": 3, "4. Ada": 4, "5) Ada": 5, "[6]. Ada": 6, "[Footnote 7: Ada]": 7, "Note 8: Ada": 8,
		"Fn. 9: Ada": 9, "Anm. 10: Ada": 10, "[fn. 11] Ada": 11, "[note 12] Ada": 12, "[^13]: Ada": 13, "14.\tAda": 14, "[15]\tAda": 15, "[nice 16] Ada": 0, "Anm. 17 x": 0,
		"1900 was": 0, "12345. x": 0, "[0] x": 0, "[9]": 0, "10.5 miles": 0, "Footnote ten: x": 0, "Footnote 7 x": 0, "": 0, "[": 0, "[a] b": 0,
		"[iv] Ada": 4, "[IX] Ada": 9, "² Ada": 2, "¹²Ada": 12, "^3 Ada": 3, "[12a] Ada": 12, "[٣] Ada": 3, "①鹽": 1, "［１２］鹽": 12, "[注3]鹽": 3, "(注4)鹽": 4, "3、鹽": 0, "^x": 0, "²": 0,
	} {
		if got := lines.Label(in); got != want {
			t.Errorf("Label(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestEmphasis(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   string
		want []string
	}{
		{"plain", []string{"plain"}},
		{"in _Salt and Sand_, p. 3", []string{"in ", "/Salt and Sand", ", p. 3"}},
		{"_a_ _b_", []string{"/a", " ", "/b"}},
		{"snake_case_name and example.org/a_b_c", []string{"snake_case_name and example.org/a_b_c"}},
		{"_open to the end", []string{"_open to the end"}},
		{"_ a _ and __b__", []string{"_ a _ and __b__"}},
		{"_" + strings.Repeat("long ", 200) + "_", []string{"_" + strings.Repeat("long ", 200) + "_"}},
		{"_", []string{"_"}},
	} {
		var got []string
		run := document.Run{Text: document.NewText(row.in, 0, ""), Anchors: document.AnchorsOf([]string{"id"})}
		for i, r := range lines.Emphasis(run) {
			text := r.Text.String
			if r.Style.Has(document.Italic) {
				text = "/" + text
			}
			if (i == 0) != (len(r.Anchors.IDs()) == 1) {
				t.Errorf("%q: part %d has the anchors %q", row.in, i, r.Anchors.IDs())
			}
			got = append(got, text)
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("Emphasis(%q) (-want +got):\n%s", row.in, diff)
		}
	}
}
