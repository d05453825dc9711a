package unfold_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
	"ibid/parser/article"
	"ibid/unfold"
)

// parse reads notes, one a line, as an article in Markdown.
func parse(tb testing.TB, notes ...string) *article.Article {
	tb.Helper()
	var body, list strings.Builder
	for i, n := range notes {
		label := strconv.Itoa(i + 1)
		body.WriteString("Words.[^" + label + "] ")
		list.WriteString("[^" + label + "]: " + n + "\n")
	}
	a, err := parser.Parse(tb.Context(), strings.NewReader(body.String()+"\n\n"+list.String()), parser.Options{Name: "test.md"})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

const (
	book    = "Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12."
	journal = "Tomás Reyes, “Lights by Night,” *Coastal Studies* 13, no. 2 (1995): 42–54, https://coast.example/lights."
	chapter = "Ivo Kern, “Rope and Tar,” in *Handwerk*, ed. Lena Dahl (Ulm: Stein, 1998), pp. 40–62."
)

func TestNotes(t *testing.T) {
	t.Parallel()
	const ellingsworth, reyes = "Mara Ellingsworth, Tide Tables (Harbor: Pier Press, 2009)", "Tomás Reyes, “Lights by Night,” Coastal Studies 13, no. 2 (1995)"
	tests := []struct {
		name  string
		notes []string
		want  string // the last note
	}{
		{"a full citation stays", []string{book}, ellingsworth + ", 12."},
		{"bare ibid keeps the page", []string{book, "Ibid."}, ellingsworth + ", 12."},
		{"ibid with a page", []string{book, "Ibid., 63."}, ellingsworth + ", 63."},
		{"no full stop where there was none", []string{book, "Ibid., 63"}, ellingsworth + ", 63"},
		{"the rest of the note", []string{book, "Ibid., 63; " + journal}, ellingsworth + ", 63; " + reyes + ": 42–54, https://coast.example/lights."},
		{"a word for pages", []string{book, "Ibid., p. 63."}, ellingsworth + ", p. 63."},
		{"the page of an article replaces its pages", []string{journal, "Ibid., 44."}, reyes + ": 44, https://coast.example/lights."},
		{"a short form without page keeps the pages of an article", []string{journal, book, "Reyes, “Lights by Night.”"}, reyes + ": 42–54, https://coast.example/lights."},
		{"a short form without page drops the page of a book", []string{book, journal, "Ellingsworth, *Tide Tables*."}, ellingsworth + "."},
		{"a short form with a page", []string{book, journal, "Ellingsworth, *Tide Tables*, 99–101."}, ellingsworth + ", 99–101."},
		{"pages of one become a page", []string{chapter, "Ibid., 41."}, "Ivo Kern, “Rope and Tar,” in Handwerk, ed. Lena Dahl (Ulm: Stein, 1998), p. 41."},
		{"pages stay pages", []string{chapter, "Ibid., 41–43."}, "Ivo Kern, “Rope and Tar,” in Handwerk, ed. Lena Dahl (Ulm: Stein, 1998), pp. 41–43."},
		{"signal", []string{book, "See ibid., 63."}, "See " + ellingsworth + ", 63."},
		{"words behind the page", []string{book, "Ibid., 63 (emphasis added)."}, ellingsworth + ", 63 (emphasis added)."},
		{"words behind ibid", []string{book, "Ibid. (emphasis added)."}, ellingsworth + ", 12 (emphasis added)."},
		{"a sentence behind", []string{book, journal, "Ellingsworth, *Tide Tables*, 14. The figure is a guess."}, ellingsworth + ", 14. The figure is a guess."},
		{"through another ibid", []string{book, "Ibid., 63.", "Ibid."}, ellingsworth + ", 63."},
		{"supra", []string{book, journal, "Ellingsworth, supra note 1, at 9."}, ellingsworth + ", 9."},
		{"number in brackets", []string{book, journal, "Ellingsworth (n 1) 9."}, ellingsworth + ", 9."},
		{"op. cit.", []string{book, journal, "Ellingsworth, op. cit., 9."}, ellingsworth + ", 9."},
		{"two in one note", []string{book, journal, "Reyes, “Lights by Night,” 43; Ellingsworth, *Tide Tables*, 5."}, reyes + ": 43, https://coast.example/lights; " + ellingsworth + ", 5."},
		{"a page that was not given", []string{"Ana Brandt, “Glass,” Courier, 3 May 2004, https://courier.example/glass.", "Ibid., 3."}, "Ana Brandt, “Glass,” Courier, 3 May 2004, 3, https://courier.example/glass."},
		{"the right one of equal numbers", []string{"Ana Brandt, *Route 30* (Ulm: Stein, 1998), 30, accessed 30 May 2012, https://coast.example/30.", "Ibid., 14."}, "Ana Brandt, Route 30 (Ulm: Stein, 1998), 14, accessed 30 May 2012, https://coast.example/30."},
		{"before the date of reading", []string{"Ana Brandt, “Glass,” *Courier*, 3 May 2004, accessed 30 May 2012, https://courier.example/glass.", "Ibid., 3."}, "Ana Brandt, “Glass,” Courier, 3 May 2004, 3, accessed 30 May 2012, https://courier.example/glass."},
		{"the same author", []string{book, "Idem, *Salt Roads* (Harbor: Pier Press, 2012), 4."}, "Mara Ellingsworth, Salt Roads (Harbor: Pier Press, 2012), 4."},
		{"a cross-reference", []string{book, "See note 1."}, "See note 1. [note 1: " + ellingsworth + ", 12]"},
		{"cross-references to a range", []string{book, journal, "See notes 1–2 above."}, "See notes 1–2 above. [note 1: " + ellingsworth + ", 12; note 2: " + reyes + ": 42–54, https://coast.example/lights]"},
		{"a cross-reference to an ibid", []string{book, "Ibid., 63.", journal, "See note 2."}, "See note 2. [note 2: " + ellingsworth + ", 63]"},
		{"a cross-reference to prose", []string{"The clerks kept no copy of it.", "See note 1."}, "See note 1. [note 1: The clerks kept no copy of it.]"},
		{"ambiguous", []string{book + " " + journal, "Ibid., 44."}, "Ibid., 44. [ambiguous: the last of several works in note 1; perhaps note 1: " + reyes + ": 44, https://coast.example/lights]"},
		{"unresolved", []string{"Ibid., 44."}, "Ibid., 44. [not resolved: nothing before it that it could point at]"},
		{"no such note", []string{book, "See note 14."}, "See note 14. [not resolved: there is no note 14 in this article]"},
		{"prose", []string{"The clerks kept no copy."}, "The clerks kept no copy."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			notes := unfold.Notes(parse(t, tt.notes...))
			if len(notes) != len(tt.notes) {
				t.Fatalf("%d notes, want %d", len(notes), len(tt.notes))
			}
			if diff := cmp.Diff(tt.want, notes[len(notes)-1].String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
