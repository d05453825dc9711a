package citation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// TestNamesInItalics has notes of journals that print authors in italics, and of
// those that print titles so: the habit of the article tells a name from a short
// title.
func TestNamesInItalics(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		notes []string
		want  []string // kind|authors|editors|title|container of each citation
	}{
		{
			"authors",
			[]string{
				"*Salzer*, Das Recht der Sole 1993.",
				"*Salzer/Pfann*, NJW 2003, 1234.",
				"*Anna Pfann*, Die Ämter, in: *Springer* (Hrsg.), Das Amt, 2003, S. 12 (14).",
				"*Siedler*, in: Salz und Geltung: Beiträge zur Lehre 1992, S. 543.",
				"*Siedler* u. a., Wie wirkt Salz? 2010, S. 51.",
				"*Krüger u. a.*, Das Salz als Geheimnis, GRUR 2020, 578 (581).",
				"*Springer*, S. 14.",
				"Zur Sicht *Siedlers* und zur Erwiderung siehe *Salzer*, Pfannen im Wandel?, Salzrecht 2024, 12.",
				"*Salzer*, Das Recht der Pfannen, 2009, S. 5; *ders.*, JZ 2001, 33; *ders.*, in: *Springer* (Hrsg.), Das Amt, 2003, S. 40.",
				"Näher *Pfann* (Fn. 3), S. 13.",
			},
			[]string{
				"full|Salzer||Das Recht der Sole|",
				"full|Salzer+Pfann|||NJW",
				"full|Pfann|Springer|Die Ämter|Das Amt",
				"full|Siedler|||Salz und Geltung: Beiträge zur Lehre",
				"full|Siedler||Wie wirkt Salz?|",
				"full|Krüger||Das Salz als Geheimnis|GRUR",
				"short|Springer|||",
				"full|Salzer||Pfannen im Wandel?|Salzrecht",
				"full|Salzer||Das Recht der Pfannen|", "full||||JZ", "full||Springer||Das Amt",
				"short|Pfann|||",
			},
		},
		{
			"short titles",
			[]string{
				"Anna Salter, *Tides*, London: Pike, 1990.",
				"*Tides*, 14.",
				"*Brine*, Oslo: Lamp Press, 1991.",
				"Tom Grey, *The Salt of the North*, Oslo: Lamp Press, 1992, 4.",
			},
			[]string{"full|Salter||Tides|", "short|||Tides|", "full|||Brine|", "full|Grey||The Salt of the North|"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := marked("de", row.notes...)
			citation.Parse(a)
			got := []string{}
			for _, c := range a.Citations() {
				got = append(got, strings.Join([]string{string(c.Kind), families(c.Item.Author), families(c.Item.Editor), c.Item.Title, c.Item.ContainerTitle}, "|"))
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// families are the family names of a list, with plus signs between them.
func families(names []article.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Family)
	}
	return strings.Join(out, "+")
}
