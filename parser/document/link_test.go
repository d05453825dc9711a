package document_test

import (
	"testing"

	"ibid/parser/document"
)

func TestLink(t *testing.T) {
	t.Parallel()
	target := document.NewText("https://example.org/tides", 7, "word/document.xml")
	l := document.LinkTo(target)
	if l.Empty() || l.String() != target.String || l.All() != target.All() || !l.Text().Equal(target) {
		t.Errorf("LinkTo(%q) leads to %q at %v", target.String, l, l.All())
	}
	for name, none := range map[string]document.Link{"zero": {}, "to nothing": document.LinkTo(document.Text{})} {
		if !none.Empty() || none.String() != "" || none.All() != (document.Span{}) || !none.Text().Empty() {
			t.Errorf("%s: leads to %q at %v", name, none, none.All())
		}
	}
}
