package fields_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/citation/fields"
)

// TestEnglish has references as journals in English print them, with neighbours
// that must be read otherwise.
func TestEnglish(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{
			"volume and issue with a full stop",
			"M. Salter, ‘The Price of Brine’, Salt and Society 22.5 (1988) 869–96, at 871.",
			"type=article-journal; author=Salter, M.; title=The Price of Brine; in=Salt and Society; volume=22; issue=5; page=869–96; issued=1988; at=at 871",
		},
		{
			"volume and issue with a colon, and the year without brackets",
			"Mara Salter, ‘The Price of Brine’, *Salt and Society*, 29: 1, 1995, 27–64, 29.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Society; volume=29; issue=1; page=27–64; issued=1995; at=page 29",
		},
		{
			"a double issue behind a stroke",
			"Mara Salter, ‘The Price of Brine’, *Salt and Contemporary Problems*, 76/3–4 (2013), 1–83.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Contemporary Problems; volume=76; issue=3–4; page=1–83; issued=2013",
		},
		{
			"volume and issue by a comma, in Roman numerals",
			"Mara Salter, ‘The Price of Brine’, *Salt and Change*, xxiii, 2 (2008), 267–307.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Salt and Change; volume=xxiii; issue=2; page=267–307; issued=2008",
		},
		{
			"a page of a chapter and the one pointed at",
			"Dana Salter, *Brine*, in SALT 50, 61 (1992).",
			"type=chapter; author=Salter, Dana; title=Brine; in=SALT; page=50; issued=1992; at=page 61",
		},
		{
			"the year before volume, issue and pages",
			"Mara SALTER, “The Price of Brine,” *Salt Law Journal*, 1987, 38, 5, pp. 814–853, p. 816.",
			"type=article-journal; author=SALTER, Mara; title=The Price of Brine; in=Salt Law Journal; volume=38; issue=5; page=814–853; issued=1987; at=page 816",
		},
		{
			"the year in brackets before volume and pages",
			"Mara Salter, “The Price of Brine,” *Annual Review of Salt* (2008), 34, 339–358.",
			"type=article-journal; author=Salter, Mara; title=The Price of Brine; in=Annual Review of Salt; volume=34; page=339–358; issued=2008",
		},
		{
			"a page behind the year, and those pointed at",
			"Mara Salter, „Sole“, Archiv für Salzrecht 2008, 34, 36–38.",
			"type=article-journal; author=Salter, Mara; title=Sole; in=Archiv für Salzrecht; page=34; issued=2008; at=page 36–38",
		},
		{
			"dashes between authors",
			"R. H. SALTER – L. KORN, *Salting in the Shadow of the Law*, Tiber Press, Roma 1999, p. 12.",
			"type=book; author=SALTER, R. H. + KORN, L.; title=Salting in the Shadow of the Law; place=Roma; publisher=Tiber Press; issued=1999; at=page 12",
		},
		{
			"a title that asks, and the journal",
			"Mara Salter, Who Pays for Brine?, Salt Law Journal 12 (1999), 33–48.",
			"type=article-journal; author=Salter, Mara; title=Who Pays for Brine?; in=Salt Law Journal; volume=12; page=33–48; issued=1999",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := show(fields.Read(source(row.in)))
			if d := cmp.Diff(row.want, got); d != "" {
				t.Errorf("Read(%q) (-want +got):\n%s", row.in, d)
			}
		})
	}
}
