package reports_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"ibid/reports"
)

func TestHTMLIsSelfContained(t *testing.T) {
	t.Parallel()
	got := draw(t, "html", fixture(), reports.Options{})
	for _, bad := range []string{"<script", "<img", "<link", "src=", "@import", "url(", `href="javascript:`, "\x1b"} {
		if strings.Contains(strings.ToLower(got), bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(got, -1) {
		if ids[m[1]] {
			t.Errorf("id %s twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(got, -1) {
		if !ids[m[1]] {
			t.Errorf("no anchor #%s", m[1])
		}
	}
}

func TestWriteIndex(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := reports.WriteIndex(&b, fixture(), []string{"a.html", "b c.html", "d.html"}, reports.Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `href="./b%20c.html"`) {
		t.Error("the index does not lead to the second report")
	}
	if err := reports.WriteIndex(&b, fixture(), nil, reports.Options{}); err == nil {
		t.Error("names that do not fit the reports are taken")
	}
}
