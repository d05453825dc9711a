package link

import (
	"net/url"
	"testing"
)

func TestNormalise(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ in, want string }{
		{"HTTP://Harbor.Example", "http://harbor.example/"},
		{"https://harbor.example:443/a?b=2&a=1#part", "https://harbor.example/a?b=2&a=1"},
		{"http://harbor.example:80/", "http://harbor.example/"},
		{"http://harbor.example:8080/", "http://harbor.example:8080/"},
		{"https://küste.example/straße", "https://xn--kste-0ra.example/stra%C3%9Fe"},
		{"https://harbor.example./a", "https://harbor.example/a"},
		{"https://user:secret@harbor.example/", "https://harbor.example/"},
		{"http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"},
		{"https://harbor.example/a/../b/./c", "https://harbor.example/b/c"},
		{"https://harbor.example/a/b/%2E%2e/../c/.", "https://harbor.example/c/"},
		{"https://harbor.example/../../a//b/..", "https://harbor.example/a//"},
		{"https://harbor.example/..", "https://harbor.example/"},
		{"https://harbor.example/.well-known/a..b/...", "https://harbor.example/.well-known/a..b/..."},
		{"https://harbor.example/a%2Fb/../c%2Fd", "https://harbor.example/c%2Fd"},
		{"http://2130706433/", "http://127.0.0.1/"},
		{"http://0x7F.1/", "http://127.0.0.1/"},
		{"http://0177.0.0.1:8080/", "http://127.0.0.1:8080/"},
		{"http://192.168.257/", "http://192.168.1.1/"},
		{"http://127。0。0。1/", "http://127.0.0.1/"},
		{"http://0x/", "http://0.0.0.0/"},
		{"http://harbor.7/", "http://harbor.7/"},
		{"https://harbor.example/a%2Fb", "https://harbor.example/a%2Fb"},
	} {
		u, err := url.Parse(row.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := normalise(u); got != row.want {
			t.Errorf("%s: %s, want %s", row.in, got, row.want)
		}
	}
}

func TestPlan(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   string
		want Verdict // "" where the address has to be opened
	}{
		{"https://harbor.example/a", ""},
		{"http://harbor.example/100%", ""},
		{"http://192.0.2.1/", ""},
		{"http://[2001:db8::1]/", ""},
		{"https://harbor_office.example/", ""},
		{"", Malformed},
		{"http:harbor.example", Malformed},
		{"http://", Malformed},
		{"http://http://harbor.example", Malformed},
		{"https://https//harbor.example", Malformed},
		{"https://httpd.harbor.example/", ""},
		{"https://http.example/", ""},
		{"https://har bor.example/", Malformed},
		{"https://harbor..example/", Malformed},
		{"https://harbor/", Malformed},
		{"https://harbor.example:99999/", Malformed},
		{"https://harb<or.example/", Malformed},
		{"https://harbor.example:0/", Malformed},
		{"http://2130706433/", ""},
		{"http://4294967296/", Malformed},
		{"http://256.1.1.1/", Malformed},
		{"http://1.2.3.4.5/", Malformed},
		{"http://08.1.1.1/", Malformed},
		{"http://harbor.7/", Malformed},
		{"http://harbor7/", Malformed},
		{"https://harbor.example7/", ""},
		{"http://127。0。0。1/", ""},
		{"htp://harbor.example", Malformed},
		{"mailto:keeper@harbor.example", Skipped},
		{"ftp://harbor.example/", Skipped},
		{"mailto:desk@harbor.example", Skipped},
		{"mailto:desk@harbor.example,ada%2Bx@harbor.example?subject=Tide%20tables", Skipped},
		{"mailto:?to=desk@harbor.example", Skipped},
		{"mailto:küste@küste.example", Skipped},
		{"mailto:", Malformed},
		{"mailto:desk", Malformed},
		{"mailto:desk@harbor", Malformed},
		{"mailto:desk@@harbor.example", Malformed},
		{"mailto:desk harbor.example", Malformed},
		{"mailto:desk@harbor.example;ada@harbor.example", Skipped}, // as Outlook writes it
		{"javascript:alert(1)", Skipped},
		{"/pans/1", Skipped},
		{"../pans", Skipped},
	} {
		got, done := Plan(row.in)
		if done != (row.want != "") || done && got.Verdict != row.want {
			t.Errorf("%q: %v (%s, %s), want %q", row.in, done, got.Verdict, got.Reason, row.want)
		}
		if done && got.Reason == "" {
			t.Errorf("%q: no reason", row.in)
		}
	}
}

func TestSite(t *testing.T) {
	t.Parallel()
	for host, want := range map[string]string{
		"www.harbor.example": "harbor.example", "a.b.harbor.co.uk": "harbor.co.uk", "192.0.2.1": "192.0.2.1", "harbor": "harbor", "User.GitHub.io": "user.github.io",
	} {
		if got := site(host); got != want {
			t.Errorf("%s: %s, want %s", host, got, want)
		}
	}
}
