package article_test

import (
	"testing"

	"ibid/parser/article"
)

func TestFields(t *testing.T) {
	t.Parallel()
	var f article.Fields
	for _, name := range []string{"title", "author", "issued", "author"} {
		f.Set(article.Field{Name: name, Confidence: float64(len(f))})
	}
	if len(f) != 3 || f[0].Name != "author" || f[1].Name != "issued" || f[2].Name != "title" {
		t.Fatalf("%+v", f)
	}
	if got, ok := f.Get("author"); !ok || got.Confidence != 3 {
		t.Errorf("the author is %+v, %v", got, ok)
	}
	f.Delete("issued")
	f.Delete("volume")
	if got, ok := f.Get("issued"); ok || len(f) != 2 {
		t.Errorf("what was dropped is %+v of %d", got, len(f))
	}
}
