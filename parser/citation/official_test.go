package citation_test

import "testing"

// TestOfficial has papers, acts and judgments that stand by their number alone.
func TestOfficial(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		note, kind, title string
		year              int
	}{
		{"BT-Drucks. 16/1780, S. 47.", "report", "BT-Drucks. 16/1780", 0},
		{"BT-Drs. 19/27425 vom 3.5.2021, S. 12.", "report", "BT-Drs. 19/27425", 2021},
		{"Kamerstukken II 2014/15, 34 000, nr. 3.", "report", "Kamerstukken II 2014/15", 2014},
		{"Loi n° 2015-177 du 16 février 2015.", "legislation", "Loi n° 2015-177 du 16 février 2015", 2015},
		{"STC 31/2010, de 28 de junio.", "legal_case", "STC 31/2010", 2010},
	} {
		t.Run(row.note, func(t *testing.T) {
			t.Parallel()
			n := parse(t, row.note)
			if len(n.Citations) != 1 {
				t.Fatalf("%d citations, want 1", len(n.Citations))
			}
			if it := n.Citations[0].Item; it.Type != row.kind || it.Title != row.title || it.Issued.Year() != row.year {
				t.Errorf("got %s, %q, %d; want %s, %q, %d", it.Type, it.Title, it.Issued.Year(), row.kind, row.title, row.year)
			}
		})
	}
}
