package citation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// TestStops has references whose authors, title and journal or imprint are
// parted by full stops, and sentences that begin with names.
func TestStops(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, note string
		want       []string
	}{
		{
			"BibTeX's plain style", "W. H. Quist. Improving the yield of small pans in the long winters of the north. Salt. Brine. Softw., 4(2):127–136, June 1978.",
			[]string{"Quist | Improving the yield of small pans in the long winters of the north | Salt. Brine. Softw. 4/2 127–136 | 1978"},
		},
		{
			"three authors", "M. Dahl, H. Moss, and T. Moto-Oka. Application of pans to brine and its reform. New Generation Salt, 1(1), 1983.",
			[]string{"Dahl, Moss, Moto-Oka | Application of pans to brine and its reform | New Generation Salt 1/1 | 1983"},
		},
		{
			"a book, the year last", "N. Quist. Rechtssoziologie. Rowohlt, Reinbek, 1972.",
			[]string{"Quist | Rechtssoziologie | | 1972"},
		},
		{
			"family names first", "Knopf, A., and Warl, R. Distinct degrees of brine over a finite pan. Harbour Review 347, 2235-2243, 1995.",
			[]string{"Knopf, Warl | Distinct degrees of brine over a finite pan | Harbour Review 347 2235-2243 | 1995"},
		},
		{
			"given names", "Moss, Karl. Why the pans come out ahead. Law and Brine Review 9 (1974): 95–160.",
			[]string{"Moss | Why the pans come out ahead | Law and Brine Review 9 95–160 | 1974"},
		},
		{
			"two given names, a magazine", "Ada Moss and Karl Dahl. Server-initiated salt for the north. Brine Engineering Bulletin, September 1996.",
			[]string{"Moss, Dahl | Server-initiated salt for the north | Brine Engineering Bulletin | 1996"},
		},
		{
			"a chapter", "Moss, Karl. Property, salt and the criminal law. In Brine's Fatal Tree, edited by Karl Moss and Peter Dahl. London: Weir, 1975.",
			[]string{"Moss | Property, salt and the criminal law | Brine's Fatal Tree | 1975"},
		},
		{
			"Vancouver", "To CB, Kob R, Bul TC, et al. Sensor-based salting with a 12-month pan for walking in brine. J Salt Res Dev. 2014 Mar;51(2):229-244.",
			[]string{"To, Kob, Bul | Sensor-based salting with a 12-month pan for walking in brine | J Salt Res Dev. 51/2 229-244 | 2014"},
		},
		{
			"Vancouver, a book by one", "Moss RE. The salt of the earth: a history. 3rd ed. London: Weir; 1999. p. 34.",
			[]string{"Moss | The salt of the earth: a history | | 1999"},
		},
		{
			"the year behind the authors", "Ada Moss and Karl Dahl. 2014. Toll houses of the north. In Proceedings of the Conference on Salt. ACM, New York, 12–19.",
			[]string{"Moss, Dahl | Toll houses of the north | Proceedings of the Conference on Salt 12–19 | 2014"},
		},
		{
			"two of them", "M. Quist. Salz und Gesellschaft. Mohr, Tübingen, 1922. See also N. Dahl. Salzrecht. Rowohlt, Reinbek, 1972.",
			[]string{"Quist | Salz und Gesellschaft | | 1922", "Dahl | Salzrecht | | 1972"},
		},
		{"a sentence behind a name", "Karl Dahl. The north in winter. It was a hard year, and 1999 was no better than what came before it.", nil},
		{"a report of parliament", "H.R. Rep. No. 92–1188, at 1, 2 (1972).", []string{"| H.R. Rep. No. 92–1188 | | 1972"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, inShort(parse(t, row.note))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", row.note, diff)
			}
		})
	}
}

// inShort is a line for each full citation: authors | title | what holds it | year.
func inShort(n article.Note) []string {
	var out []string
	for _, c := range n.Citations {
		if c.Kind != article.Full {
			continue
		}
		var names []string
		for _, a := range c.Item.Author {
			names = append(names, a.Family)
		}
		it, number := &c.Item, c.Item.Volume
		if it.Issue != "" {
			number += "/" + it.Issue
		}
		held := strings.Join(strings.Fields(it.ContainerTitle+" "+number+" "+it.Page), " ")
		year := ""
		if it.Issued != nil && len(it.Issued.Parts) > 0 {
			year = fmt.Sprint(it.Issued.Parts[0][0])
		}
		out = append(out, strings.Join(strings.Fields(strings.Join(names, ", ")+" | "+it.Title+" | "+held+" | "+year), " "))
	}
	return out
}
