package link_test

import (
	"testing"

	"ibid/checker/link"
)

func TestMailto(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, url string
		want      link.Verdict
	}{
		{"an address", "mailto:editor@example.org", link.Skipped},
		{"capital letters in front", "MailTo:Editor@Example.org", link.Skipped},
		{"fields behind it", "mailto:editor@example.org?subject=Note%204&body=Ibid.", link.Skipped},
		{"two", "mailto:a@example.org,b@example.org", link.Skipped},
		{"a plus in the name", "mailto:notes+ibid@example.org", link.Skipped},
		{"escaped", "mailto:gorby%25kremvax@example.com", link.Skipped},
		{"the address in a field", "mailto:?to=editor@example.org", link.Skipped},
		{"a form without address", "mailto:?subject=Read%20this", link.Skipped},
		{"nothing", "mailto:", link.Malformed},
		{"no at sign", "mailto:editor.example.org", link.Malformed},
		{"no host", "mailto:editor@", link.Malformed},
		{"a host without dot", "mailto:editor@example", link.Malformed},
		{"two at signs", "mailto:editor@@example.org", link.Malformed},
		{"white space inside", "mailto:the editor@example.org", link.Malformed},
		{"a web address", "mailto:https://example.org/", link.Malformed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, done := link.Plan(tt.url)
			if !done || r.Verdict != tt.want {
				t.Errorf("%s is %s (%s), want %s", tt.url, r.Verdict, r.Reason, tt.want)
			}
		})
	}
}
