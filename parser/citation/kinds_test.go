package citation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

const (
	full  = article.Full
	ibid  = article.Ibid
	short = article.Short
	cross = article.Crossref
	prose = article.Commentary
)

func TestKinds(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, note string
		want       []article.Kind
	}{
		{"book", "Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), 33.", []article.Kind{full}},
		{"chapter in a book", "Odile Harcourt, “Salt and Sail,” in Coasts of the North, ed. P. Vane (Leeds: Tarn, 2001), 40–58.", []article.Kind{full}},
		{"two works", "Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), 33; Tom Ferrand, Harbour Law (York: Quill, 2003), 9.", []article.Kind{full, full}},
		{"ibid", "Ibid.", []article.Kind{ibid}},
		{"ibid with page", "Ibid., p. 12.", []article.Kind{ibid}},
		{"ib", "Ib., 44.", []article.Kind{ibid}},
		{"id at", "Id. at 5.", []article.Kind{ibid}},
		{"shouted", "ID. at 5.", []article.Kind{ibid}},
		{"signal before ibid", "See ibid., 7.", []article.Kind{ibid}},
		{"ibid and a work", "Ibid.; Tom Ferrand, Harbour Law (York: Quill, 2003), 9.", []article.Kind{ibid, full}},
		{"short with page", "Whitcombe, Lantern Keepers, 88.", []article.Kind{short}},
		{"op cit", "Whitcombe, op. cit., p. 60.", []article.Kind{short}},
		{"loc cit", "Whitcombe, loc. cit.", []article.Kind{short}},
		{"supra", "Whitcombe, supra note 3, at 12.", []article.Kind{short}},
		{"crossref", "See supra note 4.", []article.Kind{cross}},
		{"crossref to two", "See notes 4 and 6 above.", []article.Kind{cross, cross}},
		{"misspelt ibid before a question", "Idbi., q. 455.", []article.Kind{ibid}},
		{"a bank", "IDBI, 45.", []article.Kind{short}},
		{"a passage in its own language", "In Portuguese: “há muitas histórias que continuam por contar.”", []article.Kind{prose}},
		{"a passage and where it stands", "In German: “Das Salz der Erde.” Anna Salz, Sole, Kiel 1998, 3.", []article.Kind{full}},
		{"where papers are", "The surveyor’s returns are in The National Archives (TNA), T 22/4, fols. 17–19.", []article.Kind{full}},
		{"commentary", "The harbour was dredged twice more before the war, and nobody asked why.", []article.Kind{prose}},
		{"German ebd", "Ebd., S. 14.", []article.Kind{ibid}},
		{"German book", "Anneliese Brookmann, Die Leuchtfeuer der Küste, Kiel 1987, S. 45.", []article.Kind{full}},
		{"German a.a.O.", "Brookmann, a.a.O., S. 52.", []article.Kind{short}},
		{"French ouvr. cit.", "Lavigne, ouvr. cité, p. 71.", []article.Kind{short}},
		{"French ibid", "Ibid., p. 9.", []article.Kind{ibid}},
		{"Spanish ibíd", "Ibíd., pág. 20.", []article.Kind{ibid}},
		{"Italian ivi", "Ivi, p. 31.", []article.Kind{ibid}},
		{"Russian tam zhe", "Там же. С. 18.", []article.Kind{ibid}},
		{"Polish tamże", "Tamże, s. 27.", []article.Kind{ibid}},
		{"Chinese", "同上，第12页。", []article.Kind{ibid}},
		{"Chinese, the source", "出处同上。", []article.Kind{ibid}},
		{"Japanese", "同上、15頁。", []article.Kind{ibid}},
		{"Korean", "위의 책, 30쪽.", []article.Kind{ibid}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, kinds(parse(t, tt.note))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.note, diff)
			}
		})
	}
}

func TestLocators(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, note, label, value string
	}{
		{"page", "Ibid., p. 12.", "page", "12"},
		{"bare", "Ibid., 12.", "page", "12"},
		{"range", "Ibid., 42–54.", "page", "42–54"},
		{"at", "Id. at 5.", "page", "5"},
		{"roman", "Ibid., xiv.", "page", "xiv"},
		{"chapter", "Ibid., ch. 3.", "chapter", "3"},
		{"section", "Ibid., § 9.", "section", "9"},
		{"paragraph", "Ibid., ¶ 22.", "paragraph", "22"},
		{"German", "Ebd., S. 14.", "page", "14"},
		{"Russian", "Там же. С. 18.", "page", "18"},
		{"Korean", "위의 책, 30쪽.", "page", "30"},
		{"Chinese", "同上，第12页。", "page", "12"},
		{"book", "Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), 33.", "page", "33"},
		{"what it quotes has its own", "Id. (quoting Vail, 5 F.2d at 10).", "", ""},
		{"a column that looks like a year", "ibid col 1712.", "column", "1712"},
		{"a table on a page", "Vik, “Silver of the Sea,” 63, table 3.1.", "page", "63"},
		{"a leaf and its side", "Ivi, c. 6v.", "folio", "6v"},
		{"leaves", "Ibíd., ff. 12r–13v.", "folio", "12r–13v"},
		{"a sentence behind", "Ibid. I am grateful to the keeper of the seals.", "", ""},
		{"none", "Ibid.", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			label, value := "", ""
			if l := parse(t, tt.note).Citations[0].Locator; l != nil {
				label, value = l.Label, l.Value
			}
			if label != tt.label || value != tt.value {
				t.Errorf("%s: got %q %q, want %q %q", tt.note, label, value, tt.label, tt.value)
			}
		})
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	c := parse(t, "See also Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), 33.").Citations[0]
	if c.Signal != "See also" {
		t.Errorf("signal %q, want %q", c.Signal, "See also")
	}
	if len(c.Item.Author) != 1 || c.Item.Author[0].Family != "Whitcombe" || c.Item.Author[0].Given != "Nora" {
		t.Errorf("authors %+v, want Nora Whitcombe", c.Item.Author)
	}
	if c.Item.Title != "The Lantern Keepers" {
		t.Errorf("title %q, want The Lantern Keepers", c.Item.Title)
	}
}

// TestCourtRules reads a rule of court as a law, whatever letters its subdivisions have.
func TestCourtRules(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Fed. R. Civ. P. 26(c)(1).", "Fed. R. Evid. 403.", "Fla. R. Jud. Admin. 2.420(c)."} {
		c := parse(t, s).Citations[0]
		if c.Kind != full || c.Item.Type != "legislation" || len(c.Item.Author) > 0 {
			t.Errorf("%s: %v %s by %v, want a law", s, c.Kind, c.Item.Type, c.Item.Author)
		}
	}
}
