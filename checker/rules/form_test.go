package rules

import (
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/document"
)

// noteOf is a note of plain text.
func noteOf(text string) *article.Note {
	return &article.Note{Text: document.NewText(text, 0, "")}
}

func TestLonelyOf(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"pair", "(Ulm: Stein, 1998)", ""},
		{"open", "(Ulm: Stein, 1998, 3", "("},
		{"closed", "Ulm: Stein, 1998), 3", ")"},
		{"crossed", "(a [b) c", "["},
		{"list", "1) a lamp, 2) a bell", ""},
		{"list inside brackets", "(see a) the lamp and b) the bell)", ""},
		{"letters in brackets", "(a) a lamp, (b) a bell", ""},
		{"Roman", "iv) the bell", ""},
		{"smiley", "they were glad :-)", ""},
		{"sad", "they were not :(", ""},
		{"half-open interval", "[0, 12)", ""},
		{"lost end of an ellipsis", "“a [… b”", ""},
		{"ellipsis", "“a […] b (c”", "("},
		{"wide and narrow", "（東京, 2003)", ""},
		{"wide open", "（東京, 2003", "（"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if _, got := lonelyOf(tt.in); got != tt.want {
				t.Errorf("lonelyOf(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestInnerQuote(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"same", "“On “Salt” and Brine,” 3", "“Salt”"},
		{"at the end", "“On “Salt””", "“Salt”"},
		{"single", "“On ‘Salt,’” 3", ""},
		{"two in a row", "“Salt” and “Brine”", ""},
		{"one not closed", "“On “Salt” and Brine, 3", ""},
		{"German closing", "„Salz“ und „Sole“", ""},
		{"closing mark of the wrong form", "“Salt“ and Brine”", ""},
		{"three deep", "“a “b “c” d” e”", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			from, to := innerQuote(tt.in)
			if got := tt.in[from:to]; got != tt.want {
				t.Errorf("innerQuote(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSingle(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"commas", "Press,, 2004", ","},
		{"stops", "2004..", "."},
		{"stop behind a comma", "2004,.", "."},
		{"comma and stop inside", "Inc.,. 2004", ""},
		{"ellipsis", "a ... b", ""},
		{"ellipsis with a stop before", "end.. . b", ""},
		{"path", "a ../b", ""},
		{"range of a program", "1..2", ""},
		{"scope of a program", "a::b", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if m := twice.FindStringIndex(tt.in); m != nil {
				got = single(tt.in, m[0], m[1], false)
			}
			if got != tt.want {
				t.Errorf("single in %q = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestRangesIn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"pages", "pp. 12–14, 20-21 and 30–31.", []string{"12–14", "20-21", "30–31"}},
		{"journal", "3 (2011): 7–9.", []string{"7–9"}},
		{"book", "(Ulm: Stein, 1998), 40–44.", []string{"40–44"}},
		{"years", "The War (1914–1918)", []string{"1914–1918"}},
		{"verses", "Isaiah 40:12–18.", []string{"12–18"}},
		{"verse of another chapter", "Isaiah 40:12–41:2.", nil},
		{"date", "p. 2016-03-03", nil},
		{"shelf mark", "MS 12-14", nil},
		{"page called by a letter", "p. A-12", nil},
		{"decimals", "pp. 12–14.3", nil},
		{"abbreviation that ends in p", "op. 12–14", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, r := range rangesIn(noteOf(tt.in), tt.in) {
				got = append(got, tt.in[r.start:r.end])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDatesIn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"American", "March 3, 2016", []string{"March 3, 2016"}},
		{"British", "Thursday, 3 March 2016", []string{"March 3, 2016"}},
		{"German", "Donnerstag, den 3. März 2016", []string{"March 3, 2016"}},
		{"Spanish", "3 de marzo de 2016", []string{"March 3, 2016"}},
		{"French", "1er août 1999", []string{"August 1, 1999"}},
		{"month", "March 2016", []string{"March 2016"}},
		{"two", "March 3, 2016, accessed 4 May 2017", []string{"March 3, 2016", "May 4, 2017"}},
		{"figures", "03/05/2016", nil},
		{"a verb", "they may 12", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, d := range datesIn(tt.in) {
				got = append(got, d.words())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestJulianWeekday(t *testing.T) {
	t.Parallel()
	// The last day of the old calendar in Rome and the one before Russia's change.
	for _, tt := range []struct {
		d    writtenDate
		want time.Weekday
	}{{writtenDate{year: 1582, month: 10, day: 4}, time.Thursday}, {writtenDate{year: 1918, month: 1, day: 31}, time.Wednesday}} {
		if got := julianWeekday(tt.d); got != tt.want {
			t.Errorf("julianWeekday(%s) = %s, want %s", tt.d.words(), got, tt.want)
		}
	}
}

func TestVeiled(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"address", "See https://x.example/(a)_b. So.", "See _. So."},
		{"address in brackets", "(https://x.example/a)", "(_)"},
		{"numbers of works", "ISBN 978-0-306-40615-7, 10.1234/a-b.", "_, _."},
		{"title", "Kern, “Salt 1914-1918,” 3", "Kern, “Salt 1914-1918,” 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := veilOf(noteOf(tt.in))
			if len(got) != len(tt.in) {
				t.Fatalf("length %d, want %d", len(got), len(tt.in))
			}
			short := make([]byte, 0, len(got))
			for i := range len(got) {
				switch {
				case got[i] != veil:
					short = append(short, got[i])
				case i == 0 || got[i-1] != veil:
					short = append(short, '_')
				}
			}
			if diff := cmp.Diff(tt.want, string(short)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestArxivFault(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	for id, right := range map[string]bool{
		"1706.03762": true, "1706.03762v5": true, "1412.7755": true, "0704.0001": true, "math.GT/0309136": true, "hep-th/9901001": true, "2603.00001": true,
		"1513.01234": false, "1706.3762": false, "1301.37811": false, "0703.0001": false, "2604.00001": false, "math/0313136": false, "math/03091": false, "170.03762": false,
	} {
		if why := arxivFault(id, now); (why == "") != right {
			t.Errorf("arxivFault(%q) = %q, want right: %v", id, why, right)
		}
	}
}

func TestValidISSN(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{"0378-5955": true, "0378-5954": false, "2434-561X": true, "2434-561x": true, "2434-5612": false} {
		if got := validISSN(digits(in)); got != want {
			t.Errorf("validISSN(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestVisitless(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		signed         bool
	}{
		{"none", "https://x.example/a?id=7#s", "https://x.example/a?id=7#s", false},
		{"in the path", "https://x.example/a;jsessionid=8F3.node1?id=7", "https://x.example/a?id=7", false},
		{"in the query", "https://x.example/a?id=7&PHPSESSID=8f3&p=2", "https://x.example/a?id=7&p=2", false},
		{"alone", "https://x.example/a?phpsessid=8f3#s", "https://x.example/a#s", false},
		{"cookieless", "https://x.example/(S(abcdef0123456789))/a.aspx", "https://x.example/a.aspx", false},
		{"a story's sid", "https://x.example/a?sid=1204", "https://x.example/a?sid=1204", false},
		{"a visit's sid", "https://x.example/a?sid=0123456789abcdef01234567", "https://x.example/a", false},
		{"signed by Amazon", "https://x.example/a?X-Amz-Signature=1", "https://x.example/a?X-Amz-Signature=1", true},
		{"signed by Azure", "https://x.example/a?sv=1&se=2&sig=3", "https://x.example/a?sv=1&se=2&sig=3", true},
		{"a signature of something else", "https://x.example/a?signature=1", "https://x.example/a?signature=1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got, signed := visitless(tt.in); got != tt.want || signed != tt.signed {
				t.Errorf("visitless(%q) = %q, %v, want %q, %v", tt.in, got, signed, tt.want, tt.signed)
			}
		})
	}
}

func TestArchiveFault(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name, in          string
		bad, minor, mends bool
	}{
		{"whole", "https://web.archive.org/web/20160303120000/https://x.example/a", false, false, false},
		{"with a modifier", "https://web.archive.org/web/20160303120000id_/https://x.example/a", false, false, false},
		{"all copies", "https://web.archive.org/web/*/x.example", false, false, false},
		{"a year's copies", "https://web.archive.org/web/2016*/x.example", false, false, false},
		{"newest", "https://web.archive.org/web/https://x.example/", false, false, false},
		{"newest, broken", "https://web.archive.org/web/https:/x.example/", true, false, true},
		{"broken inside", "https://web.archive.org/web/20160303120000/http:/x.example/a", true, false, true},
		{"no month", "https://web.archive.org/web/20161303120000/https://x.example/a", true, false, false},
		{"to come", "https://web.archive.org/web/20270303120000/https://x.example/a", true, false, false},
		{"before the web", "https://web.archive.org/web/19160303120000/https://x.example/a", true, false, false},
		{"short", "https://web.archive.org/web/201603/https://x.example/a", true, true, false},
		{"long", "https://web.archive.org/web/201603031200000/https://x.example/a", true, false, false},
		{"empty", "https://web.archive.org/web/20160303120000/", true, false, false},
		{"the form", "https://web.archive.org/save/https://x.example/", true, false, false},
		{"perma.cc", "https://perma.cc/AB12-CD34", false, false, false},
		{"perma.cc, cut", "https://perma.cc/AB12-CD3", true, false, false},
		{"another site", "https://x.example/web/2016/https:/y.example", false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			u, err := url.Parse(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			why, right, minor := archiveFault(u, tt.in, now)
			if (why != "") != tt.bad || minor != tt.minor || (right != "") != tt.mends {
				t.Errorf("archiveFault(%q) = %q, %q, %v", tt.in, why, right, minor)
			}
		})
	}
}

func TestOtherAddress(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, visible, address string
		want                   bool
	}{
		{"same", "https://x.example/a", "https://x.example/a", false},
		{"other page", "https://x.example/a/1", "https://x.example/a/2", true},
		{"other site", "www.harbor.example/a", "https://mill.test/a", true},
		{"subdomain", "https://x.example/a", "https://m.x.example/a", false},
		{"other top domain", "https://harbor.example/a", "https://harbor.test/a", false},
		{"other top domain of two labels", "https://news.bbc.co.uk/a", "https://bbc.com/a", false},
		{"one university and another", "https://mill.ac.uk/a", "https://harbor.ac.uk/a", true},
		{"site alone", "www.harbor.example", "https://harbor.example/a", false},
		{"cut short", "https://x.example/a/long-na…", "https://x.example/a/long-name", false},
		{"cut short with dots", "https://x.example/a/lo.../name", "https://x.example/a/long/name", false},
		{"wrapped", "https://x.example/a", "https://y.test/out?u=https%3A%2F%2Fx.example%2Fa", false},
		{"archive", "https://x.example/a", "https://web.archive.org/web/2016/https://x.example/a", false},
		{"DOI", "https://journal.example/a", "https://doi.org/10.1234/a", false},
		{"short address", "https://x.example/a", "https://bit.ly/abc", false},
		{"case and hyphens", "https://x.example/The-mill", "https://x.example/the_mill", false},
		{"mail", "www.harbor.example", "mailto:a@harbor.example", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := otherAddress(tt.visible, tt.address); got != tt.want {
				t.Errorf("otherAddress(%q, %q) = %v, want %v", tt.visible, tt.address, got, tt.want)
			}
		})
	}
}
