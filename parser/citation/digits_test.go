package citation_test

import (
	"strings"
	"testing"

	"ibid/parser"
)

// TestDigits reads references whose digits are not Latin.
func TestDigits(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, note, title, publisher, locator string
		year                                  int
	}{
		{"arabic", "عادة نوري، مصابيح المرفأ (القاهرة: دار البحر، ٢٠١٩)، ص ١٢.", "مصابيح المرفأ", "دار البحر", "١٢", 2019},
		{"arabic, a year in the title", "عادة نوري، مصابيح ١٩٤٨ (القاهرة: دار البحر، ٢٠١٩)، ص ١٢.", "مصابيح ١٩٤٨", "دار البحر", "١٢", 2019},
		{"persian, a solar year", "آدا نوری، چراغ\u200cهای بندر (تهران: نشر دریا، ۱۳۹۸)، ص. ۱۲.", "چراغ\u200cهای بندر", "نشر دریا", "۱۲", 0},
		{"persian in a latin reference", "Ada Nouri, *Lamps of the Harbour* (Tehran: Sea Press, ۲۰۱۹), ۱۲.", "Lamps of the Harbour", "Sea Press", "۱۲", 2019},
	} {
		a, err := parser.Parse(t.Context(), strings.NewReader("Salt.[^1]\n\n[^1]: "+row.note+"\n"), parser.Options{Name: "a.md"})
		if err != nil {
			t.Fatal(err)
		}
		c := a.Notes[0].Citations[0]
		if c.Locator == nil {
			t.Errorf("%s: item %v, locator %v", row.name, c.Item, c.Locator)
			continue
		}
		if c.Item.Title != row.title || c.Item.Publisher != row.publisher || c.Item.Issued.Year() != row.year || c.Locator.Value != row.locator {
			t.Errorf("%s: %q, %q, %d, %q", row.name, c.Item.Title, c.Item.Publisher, c.Item.Issued.Year(), c.Locator.Value)
		}
		for _, f := range c.Fields {
			if cut := a.Text.Cut(f.Span); f.Name == "title" && strings.Trim(cut, "*") != row.title {
				t.Errorf("%s: %s stands at %q", row.name, f.Name, cut)
			}
		}
	}
}
