package secret

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestMask(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		// users
		"https://keeper:hunter2@harbor.example/a":                                         "https://***@harbor.example/a",
		"https://keeper@harbor.example/a":                                                 "https://***@harbor.example/a",
		"https://keeper:p%40ss@w0rd@harbor.example/a":                                     "https://***@harbor.example/a",
		"https://keeper:hun/ter2@harbor.example/a":                                        "https://***@harbor.example/a",
		"ftp://keeper:hunter2@harbor.example/":                                            "ftp://***@harbor.example/",
		"(//keeper:hunter2@harbor.example/a)":                                             "(//***@harbor.example/a)",
		"see keeper:hunter2@harbor.example/a.":                                            "see ***@harbor.example/a.",
		"https://web.archive.org/web/2019/https://k:pw@harbor.example/":                   "https://web.archive.org/web/2019/https://***@harbor.example/",
		"https://a.example/?to=https%3A%2F%2Fk%3Apw%40harbor.example%2Fx":                 "https://a.example/?to=https%3A%2F%2F***%40harbor.example%2Fx",
		"https://a.example/?to=https%253A%252F%252Fk%253Apw%2540harbor.example%252Fx%40y": "https://a.example/?to=https%253A%252F%252F***%2540harbor.example%252Fx%40y",
		// none
		"https://medium.example/@keeper/a-story":                                            "",
		"https://harbor.example:8080/@keeper":                                               "",
		"mailto:keeper@harbor.example":                                                      "",
		"Write to e-mail:keeper@harbor.example/desk":                                        "",
		"http://[::1]:80/@a":                                                                "",
		"https://harbor.example/a?page=2#part":                                              "",
		"https://harbor.example/a?to=https%3A%2F%2Fb.example%2F%40c":                        "",
		"https://video.example/watch?v=dQw4w9WgXcQ&list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf": "",
		"https://drive.example/open?id=1A2b3C4d5E6f7G8h9I0jK1L2m3N4o5P6q":                   "",
		"https://archive.example/?session=114&state=CA&code=US&key=12":                      "",
		"https://harbor.example/?author=Roe&secretary=Poole&passport=yes":                   "",
		"https://harbor.example/?utm_source=a1b2c3d4e5f6a7b8c9d0e1f2":                       "",
		"What is a token? It = nothing.":                                                    "",
		"https://doi.org/10.1000/182?nosfx=y":                                               "",
		"E = mc² & so on":                                                                   "",
		// parameters
		"https://harbor.example/a?page=2&access_token=s3cr3t":             "https://harbor.example/a?page=2&access_token=***",
		"https://harbor.example/a?page=2&amp;api-key=s3cr3t&amp;x=1":      "https://harbor.example/a?page=2&amp;api-key=***&amp;x=1",
		"https://harbor.example/a?%74oken=s3cr3t":                         "https://harbor.example/a?%74oken=***",
		"https://harbor.example/a?x=abcdefghij1234567890abcde":            "https://harbor.example/a?x=***",
		"https://harbor.example/a?abcdefghij1234567890abcde":              "https://harbor.example/a?***",
		"https://harbor.example/a#access_token=s3cr3t":                    "https://harbor.example/a#access_token=***",
		"(https://harbor.example/a?token=s3cr3t), he says.":               "(https://harbor.example/a?token=***), he says.",
		"“https://harbor.example/a?token=s3cr3t.”":                        "“https://harbor.example/a?token=***.”",
		"https://harbor.example/a?token=s3cr3t。次":                         "https://harbor.example/a?token=***。次",
		"https://harbor.example/fire;jsessionid=8F3A22C0/b?c=d":           "https://harbor.example/fire;jsessionid=***/b?c=d",
		"https://harbor.example/(S(lit3py55t21z5v55vlm25s55))/b":          "https://harbor.example/(S(***))/b",
		"https://s3.example/f?X-Amz-Signature=abc&X-Amz-Expires=60":       "https://s3.example/f?X-Amz-Signature=***&X-Amz-Expires=60",
		"https://harbor.example/?code=4a7Bc9dE2f":                         "https://harbor.example/?code=***",
		"https://a.example/?to=%2Fb%3Ftoken%3Ds3cr3t%26page%3D2":          "https://a.example/?to=%2Fb%3Ftoken%3D***%26page%3D2",
		"https://a.example/?to=%252Fb%253Ftoken%253Ds3cr3t%2526page%253D": "https://a.example/?to=%252Fb%253Ftoken%253D***%2526page%253D",
		"https://a.example/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln/x":   "https://a.example/***/x",
		"https://a.example/?id=ghp_abcdefghijklmnopqrst0123456789ABCDEF":  "https://a.example/?id=***",
		// what was blotted out stays
		"https://***@harbor.example/?token=***2":                   "",
		"not an address: %zz ?token=s3cr3t":                        "not an address: %zz ?token=***",
		"Get \"https://harbor.example/?password=a\": no such host": "Get \"https://harbor.example/?password=***\": no such host",
	} {
		if want == "" {
			want = in
		}
		got := Mask(in)
		if got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
		if again := Mask(got); again != got {
			t.Errorf("%s: masked again it is %s", got, again)
		}
		if u, err := url.Parse(in); err == nil && got != in && !Likely(u) {
			t.Errorf("%s: blotted out and not likely", in)
		}
	}
}

// TestMaskTime blots out hostile text in time that grows with its length: eight
// times as much must not take much more than eight times as long.
func TestMaskTime(t *testing.T) {
	t.Parallel()
	const small, times = 16 << 10, 8
	for _, again := range []string{"?a=", "%26a=", "%3Fa%3D", "http://", "https%3A%2F%2F", "http://a:", "&token=%26", ";a", "eyJ", "/(S("} {
		spent := func(size int) time.Duration {
			text := strings.Repeat(again, size/len(again))
			began := time.Now()
			Mask(text)
			return time.Since(began)
		}
		// Other tests run at the same time: only what is far off is told.
		few, many := spent(small), spent(times*small)
		if many > 3*times*few+5*time.Second {
			t.Errorf("%q: %d bytes take %v, %d times as many %v", again, small, few, times, many)
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("https://k:p@harbor.example/?token=a%26b&to=https%3A%2F%2Fk%3Ap%40h%2F#key=1")
	f.Add("//a:b/c@d ;jsessionid=İ?x=1")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, x := range Spans(s) {
			if x.Start < at || x.End <= x.Start || x.End > len(s) {
				t.Fatalf("%q: span %+v after %d", s, x, at)
			}
			at = x.End
		}
		once := Mask(s)
		if len(Spans(once)) > len(Spans(s)) {
			t.Errorf("%q: masked again, %q has more secrets", s, once)
		}
	})
}
