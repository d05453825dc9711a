package link

import (
	"strings"
	"testing"
)

// TestFindMarks finds every mark of the table wherever it stands.
func TestFindMarks(t *testing.T) {
	t.Parallel()
	list := marks().list
	if len(list) < 50 {
		t.Fatalf("%d marks", len(list))
	}
	for _, m := range list {
		for _, body := range []string{string(m.find), "xx" + string(m.find), strings.Repeat(string(m.find[:1]), 3) + string(m.find) + "<p>"} {
			p := &Page{}
			if findMarks(p, []byte(body)); p.marked(strings.Fields(m.name)[0]) == "" {
				t.Errorf("%q is not found in %q", m.find, body)
			}
		}
	}
	p := &Page{}
	if findMarks(p, []byte("<p>The lamp at the point was lit at dusk.</p>")); len(p.Marks) > 0 {
		t.Errorf("found %q where there is nothing", p.Marks)
	}
}
