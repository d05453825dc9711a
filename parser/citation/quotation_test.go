package citation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/citation"
)

// TestQuotations has sentences that notes quote, which are no titles, and titles that
// look like them.
func TestQuotations(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, language, note string
		want                 []string
	}{
		{"a full reference in brackets", "de", "Im Original heißt es: „Das Leben der Sole war nie die Pfanne, es war der Rand.“ (Ada Mohrmann, Sole und Alltag. Studien zum Salz, Köln 1993, S. 28).", []string{"|Mohrmann|Sole und Alltag. Studien zum Salz|"}},
		{"a short form in brackets", "de", "„Das Leben der Sole war nie die Pfanne.“ (Mohrmann, Sole und Alltag, S. 31).", []string{"|Mohrmann|Sole und Alltag|"}},
		{"so", "de", "„Das Leben der Sole war nie die Pfanne“, so Mohrmann, Sole und Alltag, S. 31.", []string{"|Mohrmann|Sole und Alltag|"}},
		{"ebd. in brackets", "de", "Dort heißt es: „Das Leben der Sole war nie die Pfanne“ (ebd., S. 33).", []string{"|||"}},
		{"two works in brackets", "de", "„Das Leben der Sole war nie die Pfanne“ (Brandis, Pfannenkunde, S. 14; Mohrmann, Sole und Alltag, S. 31).", []string{"|Brandis|Pfannenkunde|", "|Mohrmann|Sole und Alltag|"}},
		{"a full reference behind a comma", "de", "„Das Leben der Sole war nie die Pfanne“, Klaus F. Brandis, Die Pfanne im Wandel, in: ZfSalz 21 (2001), S. 13–31.", []string{"|Brandis|Die Pfanne im Wandel|ZfSalz"}},
		{"in English", "en", "In the original: “The life of the brine has never been salt; it has been fire.” (Karl F. Brandis, Tolls and Salt (Oslo: Pier, 2001), 14).", []string{"|Brandis|Tolls and Salt|"}},
		{"a short form behind a stop", "en", "“The life of the brine has never been salt.” Mohrmann, Law and Brine, 31.", []string{"|Mohrmann|Law and Brine|"}},
		{"ibid. behind a comma", "en", "“The life of the brine has never been salt,” ibid., 33.", []string{"|||"}},
		{"a sentence of the article's around it", "en", "Mohrmann writes that “the life of the brine has never been salt.” Ibid., 35.", []string{"|||"}},
		{"a title in a journal", "en", "Ada Mohrmann, “The life of the brine has never been salt,” Salt Review 12 (2001): 4.", []string{"|Mohrmann|The life of the brine has never been salt|Salt Review"}},
		{"a title by its words and op. cit.", "en", "Mohrmann, “Lamps of the Long Night,” op. cit., 14.", []string{"|Mohrmann|Lamps of the Long Night|"}},
		{"a chapter of the same book", "de", "Anna Sievers, „Die Macht der Sole“, ebd., S. 12.", []string{"|Sievers|Die Macht der Sole|"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := marked(row.language, row.note)
			citation.Parse(a)
			if diff := cmp.Diff(row.want, told(a.Notes[0])); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.note, diff)
			}
		})
	}
}
