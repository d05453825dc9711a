package citation_test

import (
	_ "embed"
	"strings"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

//go:embed testdata/introductions.tsv
var introductions string

// TestIntroductions has what notes say before the author of a work, each before works
// in three forms: it is neither part of the name nor of the title.
func TestIntroductions(t *testing.T) {
	t.Parallel()
	works := map[string][]string{
		"de": {"Ada Mohrmann, Recht und Alltag. Studien zum Salz, Köln 1993, S. 28.", "Klaus F. Brandis, Das Amtsgericht im Wandel, in: ZfSalz 21 (2001), S. 13–31.", "Anna Sievers/Ute Tornow, Wie wirkt das Salz?, Köln: Mohr 2010, S. 5 ff."},
		"en": {"Ada Mohrmann, Law and Salt: Studies in Brine (Oslo: Lamp Press, 1993), 28.", "Karl F. Brandis, “The County Court in Change,” Law & Salt Review 21, no. 2 (2001): 13–31.", "Ann Sievers and Ute Tornow, How Does Salt Work? (Oslo: Pier, 2010)."},
		"fr": {"Ada Mohrmann, Le droit et le sel, Paris, PUF, 1993, p. 28.", "Claude Brandis, « Le tribunal en mutation », Revue du sel, vol. 21, n° 2, 2001, p. 13-31.", "Anne Sievers et Luc Tornow, Le sel au travail, Paris, Quai, 2010."},
		"es": {"Ada Mohrmann, El derecho y la sal, Madrid, Akal, 1993, p. 28.", "Carlos Brandis, “El juzgado en cambio”, Revista de la Sal, vol. 21, núm. 2, 2001, pp. 13-31.", "Ana Sievers y Luis Tornow, La sal en acción, México, FCE, 2010."},
		"it": {"Ada Mohrmann, Il diritto e il sale, Bologna, Il Mulino, 1993, p. 28.", "Carlo Brandis, «Il tribunale che cambia», in Rivista del sale, 21 (2001), pp. 13-31.", "Anna Sievers, Luca Tornow, Il sale in azione, Milano, Giuffrè, 2010."},
		"pt": {"Ada Mohrmann, O direito e o sal, São Paulo, Saraiva, 1993, p. 28.", "Carlos Brandis, “O juizado em mudança”, Revista do Sal, v. 21, n. 2, 2001, p. 13-31.", "Ana Sievers e Luís Tornow, O sal em ação, Rio de Janeiro, Zahar, 2010."},
	}
	for row := range strings.Lines(introductions) {
		language, introduction, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok {
			continue // a comment
		}
		for k, family := range []string{"Mohrmann", "Brandis", "Sievers"} {
			a := marked(language, introduction+" "+works[language][k])
			citation.Parse(a)
			list := a.Notes[0].Citations
			if len(list) != 1 || list[0].Kind != article.Full || len(list[0].Item.Author) == 0 || list[0].Item.Author[0].Family != family {
				t.Errorf("%s %s: %q", introduction, works[language][k], told(a.Notes[0]))
			}
		}
	}
}

// TestIntroductionsOfShortForms has the same before short forms of works that the
// article cites in full.
func TestIntroductionsOfShortForms(t *testing.T) {
	t.Parallel()
	works := map[string][]string{
		"de": {"Ada Mohrmann, Recht und Salz. Studien zur Sole, Köln 1993, S. 28; Anna Sievers/Ute Tornow, Wie wirkt das Salz?, Köln: Mohr 2010, S. 5 ff.", "Mohrmann, Recht und Salz, S. 31.", "Sievers/Tornow, a.a.O., S. 9."},
		"en": {"Ada Mohrmann, Law and Salt: Studies in Brine (Oslo: Lamp Press, 1993), 28; Ann Sievers and Ute Tornow, How Does Salt Work? (Oslo: Pier, 2010).", "Mohrmann, Law and Salt, 31.", "Sievers and Tornow, How Does Salt Work?, 9."},
		"fr": {"Ada Mohrmann, Le droit et le sel, Paris, PUF, 1993, p. 28 ; Anne Sievers et Luc Tornow, Le sel au travail, Paris, Quai, 2010.", "Mohrmann, Le droit et le sel, p. 31.", "Sievers et Tornow, op. cit., p. 9."},
		"es": {"Ada Mohrmann, El derecho y la sal, Madrid, Akal, 1993, p. 28; Ana Sievers y Luis Tornow, La sal en acción, México, FCE, 2010.", "Mohrmann, El derecho y la sal, p. 31.", "Sievers y Tornow, op. cit., p. 9."},
	}
	for row := range strings.Lines(introductions) {
		language, introduction, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok || works[language] == nil {
			continue
		}
		if language == "es" && introduction == "V." {
			continue // an initial, before a surname alone
		}
		a := marked(language, works[language][0], introduction+" "+works[language][1], introduction+" "+works[language][2])
		citation.Parse(a)
		for k, last := range []string{"Mohrmann", "Tornow"} { // of the authors
			list := a.Notes[k+1].Citations
			if len(list) != 1 || list[0].Kind != article.Short || !strings.HasSuffix(strings.Split(told(a.Notes[k+1])[0], "|")[1], last) {
				t.Errorf("%s %s: %q", introduction, works[language][k+1], told(a.Notes[k+1]))
			}
		}
	}
}

// TestIntroductionsOfIbid has the same before words for the work just cited: they are
// no author of it, and it is seen whether a page follows or not.
func TestIntroductionsOfIbid(t *testing.T) {
	t.Parallel()
	words := map[string][]string{
		"de": {"ebd., S. 31.", "ebd.", "ebenda, S. 4 f."}, "en": {"ibid., 31.", "ibid."}, "fr": {"ibid., p. 31.", "ibidem."}, "es": {"ibid., p. 31.", "ibídem, p. 4."}, "it": {"ivi, p. 31.", "ibid."},
	}
	for row := range strings.Lines(introductions) {
		language, introduction, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok || language == "es" && introduction == "V." {
			continue // an initial
		}
		for _, word := range words[language] {
			a := marked(language, introduction+" "+word)
			citation.Parse(a)
			list := a.Notes[0].Citations
			if len(list) != 1 || list[0].Kind != article.Ibid || len(list[0].Item.Author) > 0 || list[0].Item.Title != "" {
				t.Errorf("%s %s: %q", introduction, word, told(a.Notes[0]))
			}
		}
	}
}
