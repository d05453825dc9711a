package link

import "testing"

// TestMasked shows addresses without what lets somebody in.
func TestMasked(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://harbor.example/a?page=2#part":                 "https://harbor.example/a?page=2#part",
		"https://keeper:hunter2@harbor.example/a":              "https://%2A%2A%2A@harbor.example/a",
		"https://harbor.example/a?page=2&access_token=s3cr3t":  "https://harbor.example/a?page=2&access_token=***",
		"https://harbor.example/a?x=abcdefghij1234567890abcde": "https://harbor.example/a?x=***",
		"https://harbor.example/a#access_token=s3cr3t":         "https://harbor.example/a#access_token=***",
		"ftp://keeper:hunter2@harbor.example/":                 "ftp://%2A%2A%2A@harbor.example/",
		"not an address: %zz":                                  "not an address: %zz",
	} {
		if got := Masked(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
