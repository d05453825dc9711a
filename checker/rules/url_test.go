package rules

import (
	"strings"
	"testing"
)

func TestUntracked(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"none", "https://x.example/a?id=7", "https://x.example/a?id=7"},
		{"lone", "https://x.example/a?utm_source=n", "https://x.example/a"},
		{"between others", "https://x.example/a?b=1&fbclid=x&a=2", "https://x.example/a?b=1&a=2"},
		{"fragment stays", "https://x.example/a?gclid=x#s2", "https://x.example/a#s2"},
		{"ref, source, s and t may be real", "https://x.example/a?ref=1&source=2&s=3&t=4", "https://x.example/a?ref=1&source=2&s=3&t=4"},
		{"escapes stay", "https://x.example/%E2%82%AC?q=a%20b&utm_id=1", "https://x.example/%E2%82%AC?q=a%20b"},
		{"si on a video", "https://youtu.be/abc?si=xyz&t=30", "https://youtu.be/abc?t=30"},
		{"si elsewhere", "https://x.example/?si=xyz", "https://x.example/?si=xyz"},
		{"referrer of a chatbot", "https://x.example/?referrer=grok.com", "https://x.example/"},
		{"referrer of another", "https://x.example/?referrer=home", "https://x.example/?referrer=home"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got, _ := untracked(tt.in); got != tt.want {
				t.Errorf("untracked(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestUnwrap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		wrapped        bool
	}{
		{"Google", "https://www.google.com/url?sa=t&q=https%3A%2F%2Fx.example%2Fa%3Fb%3D1", "https://x.example/a?b=1", true},
		{"Google itself", "https://www.google.com/search?q=tide", "", false},
		{"Google's redirect without an address", "https://www.google.com/url?q=tide", "", false},
		{"Outlook", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2F&data=1", "https://x.example/", true},
		{"Facebook", "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example%2Fa", "https://x.example/a", true},
		{"AMP", "https://www.google.com/amp/s/x.example/a", "https://x.example/a", true},
		{"AMP cache", "https://x-example.cdn.ampproject.org/c/s/x.example/a", "https://x.example/a", true},
		{"translator", "https://my--site-x-example.translate.goog/a?_x_tr_sl=de", "https://my-site.x.example/a", true},
		{"library with dashes", "https://www-journals-example.ezproxy.college.example/stable/1", "https://www.journals.example/stable/1", true},
		{"library with a parameter", "https://ezproxy.college.example/login?url=https://x.example/a", "https://x.example/a", true},
		{"mail filter", "https://urldefense.com/v3/__https://x.example/a__;!!abc", "https://x.example/a", true},
		{"an address as a parameter", "https://x.example/share?url=https://y.example/", "", false},
		{"archive", "https://web.archive.org/web/20160101000000/https://x.example/", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, by, _ := unwrap(parsed(tt.in))
			if got != tt.want || (by != "") != tt.wrapped {
				t.Errorf("unwrap(%q) = %q by %q, want %q", tt.in, got, by, tt.want)
			}
		})
	}
}

func TestUnbroken(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"http://https://x.example/a": "https://x.example/a", "htp://x.example": "http://x.example", "https:/x.example/a": "https://x.example/a",
		"https//x.example/a": "https://x.example/a", "hhttps://x.example": "https://x.example", "https://x.example": "", "http://x.example/https://y.example": "",
		"https://web.archive.org/web/2016/https://x.example": "", "httpd.example": "", "https://bücher.example/ä": "",
	} {
		if got, _ := unbroken(in); got != want {
			t.Errorf("unbroken(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPrivateTo(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"file:///C:/a.pdf": true, "http://localhost:8080/": true, "http://192.168.1.4/a": true, "http://10.0.0.1/": true, "https://x.example/?p=1&preview=true": true,
		"https://x.example/wp-admin/post.php?post=1": true, "https://docs.google.com/document/d/abc/edit": true, "https://docs.google.com/document/d/abc/edit?usp=sharing": false,
		"https://x.example/localhost": false, "https://x.example/a": false, "https://8.8.8.8/": false, "https://www.dropbox.com/s/abc/a.pdf": false,
	} {
		if got := privateTo(parsed(in))+insideNetwork(parsed(in)) != ""; got != want {
			t.Errorf("privateTo(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestApart(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, url string
		date      []int
		want      bool
	}{
		{"same day", "https://x.example/2017/11/11/a", []int{2017, 11, 11}, false},
		{"a day apart", "https://x.example/2017/11/11/a", []int{2017, 11, 12}, false},
		{"days apart", "https://x.example/2017/11/11/a", []int{2017, 11, 17}, true},
		{"in the name", "https://x.example/a-b-20171111-story.html", []int{2017, 11, 17}, true},
		{"eight digits that are no date", "https://x.example/20179911/a", []int{2017, 11, 17}, false},
		{"month", "https://x.example/2017/11/a", []int{2017, 12, 3}, true},
		{"month, a day over its end", "https://x.example/2017/11/a", []int{2017, 12, 1}, false},
		{"month, a day before", "https://x.example/2017/11/a", []int{2017, 10, 31}, false},
		{"magazine", "https://x.example/2017/10/a", []int{2017, 11}, false},
		{"year alone", "https://x.example/2017/10/a", []int{2012}, false},
		{"archive", "https://web.archive.org/web/20171111000000/https://x.example/", []int{2016, 1, 1}, false},
		{"picture", "https://x.example/wp-content/uploads/2016/03/a.jpg", []int{2017, 1, 1}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if _, _, got := apart(tt.date, tt.url); got != tt.want {
				t.Errorf("apart(%v, %q) = %v, want %v", tt.date, tt.url, got, tt.want)
			}
		})
	}
}

func TestLonelyQuote(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"pair", "“Fire,” 3", ""},
		{"open", "“Fire, Courier", "“"},
		{"closed", "Fire,” Courier", "”"},
		{"two and one", "“Fire,” “Flood, 3", "“"},
		{"German", "„Feuer“, S. 3", ""},
		{"German with English marks", "„Feuer”, S. 3", ""},
		{"German open", "„Feuer, S. 3", "„"},
		{"Swedish", "”Eld”, s. 3", ""},
		{"Danish", "»Ild«, s. 3", ""},
		{"French", "« Feu », p. 3", ""},
		{"French open", "« Feu, p. 3", "«"},
		{"inches", "a 10” gun", ""},
		{"inches, straight", `a 10" gun`, ""},
		{"Hebrew abbreviation", `צה"ל, 12`, ""},
		{"straight", `"Fire, 3`, `"`},
		{"straight pair", `"Fire," 3`, ""},
		{"ends in a figure", `"Fire in 1911" and "Flood in 1912", 3`, ""},
		{"apostrophes", "the ’tis, keepers’ and '90s", ""},
		{"CJK", "「火」", ""},
		{"CJK open", "「火", "「"},
		{"wrong form", "“Fire“ 3", ""},
		{"mixed", "“Fire\" 3", ""},
		{"nested", "“On ‘Salt,’” 3", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if at, got := lonelyQuote(tt.in); got != tt.want || got != "" && !strings.HasPrefix(tt.in[at:], got) {
				t.Errorf("lonelyQuote(%q) = %d, %q, want %q", tt.in, at, got, tt.want)
			}
		})
	}
}

func TestValidISBN(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"978-0-306-40615-7": true, "978-0-306-40615-8": false, "0-306-40615-2": true, "0-306-40615-3": false, "080442957X": true,
		"4006381333931": true, "123456789": true,
	} {
		if got := validISBN(digits(in)); got != want {
			t.Errorf("validISBN(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"TK add source": true, "Kern, Salt, p. TK.": true, "[citation needed]": true, "XXX": true, "CHECK: page": true, "Kern, p. 00.": true, "TODO find it": true, "[add source]": true,
		"TK Maxx, Annual Report, 4.": false, "XXX Corps, War Diary, 4.": false, "Works, vol. XXX, 3.": false, "Kern, Check and Balance, 3.": false, "Kern, Salt, 100.": false,
	} {
		if got := placeholders.MatchString(in); got != want {
			t.Errorf("placeholder in %q: %v, want %v", in, got, want)
		}
	}
}

func TestRising(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   []int
		kept int
	}{{"sorted", []int{1, 2, 3}, 3}, {"one early", []int{1, 9, 2, 3, 4}, 4}, {"exchanged", []int{1, 3, 2, 4}, 3}, {"empty", nil, 0}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			run := make([]labelled, 0, len(tt.in))
			for _, n := range tt.in {
				run = append(run, labelled{number: n})
			}
			if got := rising(run); got != tt.kept {
				t.Errorf("rising(%v) = %d, want %d", tt.in, got, tt.kept)
			}
		})
	}
}
