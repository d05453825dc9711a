package citation_test

import (
	_ "embed"
	"strings"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

//go:embed testdata/joints.tsv
var joints string

// TestJoints has what stands between two references of a note, each between works in
// full and in short, which are two in either form.
func TestJoints(t *testing.T) {
	t.Parallel()
	type form struct {
		kind article.Kind
		text string
	}
	works := map[string][][2]form{ // by author
		"de": {
			{{article.Full, "Ada Mohrmann, Recht und Salz. Studien zur Sole, Köln 1993, S. 28"}, {article.Short, "Mohrmann, Recht und Salz, S. 31"}},
			{{article.Full, "Klaus F. Brandis, Die Pfanne im Wandel, in: ZfSalz 21 (2001), S. 13–31"}, {article.Short, "Brandis, Pfanne (Anm. 1), S. 15"}},
			{{article.Full, "Anna Sievers/Ute Tornow, Wie wirkt das Salz?, Köln: Mohr 2010, S. 5 ff."}, {article.Short, "Sievers/Tornow, a.a.O., S. 9"}},
		},
		"en": {
			{{article.Full, "Ada Mohrmann, Law and Salt: Studies in Brine (Oslo: Lamp Press, 1993), 28"}, {article.Short, "Mohrmann, Law and Salt, 31"}},
			{{article.Full, "Karl F. Brandis, “The County Pan in Change,” Law & Salt Review 21, no. 2 (2001): 13–31"}, {article.Short, "Brandis, “County Pan,” 15"}},
			{{article.Full, "Ann Sievers and Ute Tornow, How Does Salt Work? (Oslo: Pier, 2010), 14"}, {article.Short, "Sievers and Tornow, How Does Salt Work?, 9"}},
		},
		"fr": {
			{{article.Full, "Ada Mohrmann, Le droit et le sel, Paris, PUF, 1993, p. 28"}, {article.Short, "Mohrmann, Le droit et le sel, p. 31"}},
			{{article.Full, "Claude Brandis, « La poêle en mutation », Revue du sel, vol. 21, n° 2, 2001, p. 13-31"}, {article.Short, "Brandis, « La poêle », art. cit., p. 15"}},
			{{article.Full, "Anne Sievers et Luc Tornow, Le sel au travail, Paris, Quai, 2010, p. 9"}, {article.Short, "Sievers et Tornow, op. cit., p. 9"}},
		},
		"es": {
			{{article.Full, "Ada Mohrmann, El derecho y la sal, Madrid, Akal, 1993, p. 28"}, {article.Short, "Mohrmann, El derecho y la sal, p. 31"}},
			{{article.Full, "Carlos Brandis, “La salina en cambio”, Revista de la Sal, vol. 21, núm. 2, 2001, pp. 13-31"}, {article.Short, "Brandis, “La salina”, cit., p. 15"}},
			{{article.Full, "Ana Sievers y Luis Tornow, La sal en acción, México, FCE, 2010, p. 9"}, {article.Short, "Sievers y Tornow, op. cit., p. 9"}},
		},
		"it": {
			{{article.Full, "Ada Mohrmann, Il diritto e il sale, Bologna, Il Mulino, 1993, p. 28"}, {article.Short, "Mohrmann, Il diritto e il sale, p. 31"}},
			{{article.Full, "Carlo Brandis, «La salina che cambia», in Rivista del sale, 21 (2001), pp. 13-31"}, {article.Short, "Brandis, La salina, cit., p. 15"}},
			{{article.Full, "Anna Sievers, Luca Tornow, Il sale in azione, Milano, Giuffrè, 2010, p. 9"}, {article.Short, "Sievers, Tornow, op. cit., p. 9"}},
		},
	}
	families := []string{"Mohrmann", "Brandis", "Sievers"}
	for row := range strings.Lines(joints) {
		language, joint, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok {
			continue // a comment
		}
		for k := range 12 {
			x, y := k%3, (k+1)%3
			first, second := works[language][x][k/3%2], works[language][y][k/6]
			note := strings.ReplaceAll(first.text+joint+second.text+".", "..", ".")
			if strings.Contains(joint, "(") {
				note = strings.TrimSuffix(note, ".") + ")."
			}
			a := marked(language, note)
			citation.Parse(a)
			list := a.Notes[0].Citations
			if len(list) != 2 || !by(&list[0], first.kind, families[x]) || !by(&list[1], second.kind, families[y]) {
				t.Errorf("%s: %q", note, told(a.Notes[0]))
			}
		}
	}
}

// by says whether a citation is of a kind, by an author.
func by(c *article.Citation, kind article.Kind, family string) bool {
	return c.Kind == kind && len(c.Item.Author) > 0 && c.Item.Author[0].Family == family
}

// TestJoined has references that a word joins, and what looks like them.
func TestJoined(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		language, note string
		count          int
	}{
		{"en", "Ibid., 6 and Quay, Tolls, cit., p. 14.", 2},
		{"en", "Moor, supra note 4, at 12 and Quay (n 5) 60.", 2},
		{"en", "Moor, Tolls, 12, see Ada Quay, Piers (York: Lamp, 1990), 5.", 2},
		{"en", "Ibid, and see also Golder v Brine (1975) 1 EHRR 524.", 2},
		{"en", "See supra note 1 and infra note 5.", 2},
		{"de", "Moor, a.a.O. und Quay (Fn. 4), S. 5.", 2},
		{"it", "Moor, Il sale, cit. e Quay, Il porto, cit.", 2},
		{"sv", "Moor, Saltet, s. 12 och Quay, a.a., s. 9.", 2},
		{"pl", "Moor, Sól, s. 12 oraz Quay, op. cit., s. 9.", 2},
		{"en", "The Repository, XXVI, 246, and XXIX, 14.", 1},
		{"en", "D. Salter and Anna Quist, Brine and Salt (London, 1980), 7, with Appendix, 20.", 1},
		{"en", "Moor, Tolls, 14, with Ada Quay’s preface, 20.", 1},
		{"de", "Moor und Quay, a.a.O., S. 5.", 1},
	} {
		a := marked(row.language, row.note)
		citation.Parse(a)
		if got := len(a.Notes[0].Citations); got != row.count {
			t.Errorf("%s: %d citations, want %d: %q", row.note, got, row.count, told(a.Notes[0]))
		}
	}
}
