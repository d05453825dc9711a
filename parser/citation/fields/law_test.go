package fields_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/citation/fields"
)

// TestLaw has what lawyers and those who write on law cite: acts, cases, journals
// by their year, chapters by their first page.
func TestLaw(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{"a volume before an italic journal", "Ann Salter, ‘Brine’ (2013) 35(3) *Journal of Salt Law* 305, 311.", "type=article-journal; author=Salter, Ann; title=Brine; in=Journal of Salt Law; volume=35; issue=3; page=305; issued=2013; at=page 311"},
		{"a year for a volume", "Ann Salter, *Brine*, 2013 Harb. L. Rev. 101, 105 (2013).", "type=article-journal; author=Salter, Ann; title=Brine; in=Harb. L. Rev.; page=101; issued=2013; at=page 105"},
		{"pages that could be years", "Salter, A. B. (1992). Brine and law. Harbour Review of Salt, 97(6), 1531–1576.", "type=article-journal; author=Salter, A. B.; title=Brine and law; in=Harbour Review of Salt; volume=97; issue=6; page=1531–1576; issued=1992"},
		{"a title that begins like a chapter's book", "Salter, A. (2007). In the salt room: Brine and law. *Law & Brine*, 32(2), 309–332.", "type=article-journal; author=Salter, A.; title=In the salt room: Brine and law; in=Law & Brine; volume=32; issue=2; page=309–332; issued=2007"},
		{"a yearly report with its own date", "Harbour Council, Salt Report 2020, Oslo 2021, p. 16.", "type=book; author=Harbour Council; title=Salt Report 2020; place=Oslo; issued=2021; at=page 16"},
		{"a yearly report behind its date", "Salt Bank. (2017). World salt report 2017: Brine and law. Oslo: Salt Bank.", "type=book; author=Salt Bank; title=World salt report 2017: Brine and law; place=Oslo; publisher=Salt Bank; issued=2017"},
		{"an act by its name", "Salt Works, Brine and Punishment of Smugglers Act 2012, sch 1.", "type=legislation; title=Salt Works, Brine and Punishment of Smugglers Act 2012; issued=2012; at=sch 1"},
		{"an act of the EU", "Council Directive 2000/43/EC of 29 June 2000 on the equal treatment of salts [2000] OJ L180/22.", "type=legislation; title=Council Directive 2000/43/EC of 29 June 2000 on the equal treatment of salts; in=OJ L; volume=180; page=22; issued=2000-6-29"},
		{"a convention", "Convention on the Rights of Salters, opened for signature 30 March 2007, 2515 UNTS 3.", "type=legislation; title=Convention on the Rights of Salters; in=UNTS; volume=2515; page=3; issued=2007-3-30"},
		{"a German act with its short name", "Gesetz über das Salz (Salzgesetz – SalzG) v. 18.6.1980, BGBl. I, S. 689.", "type=legislation; title=Gesetz über das Salz (Salzgesetz – SalzG) v. 18.6.1980; in=BGBl; volume=I; page=689; issued=1980-6-18"},
		{"a court, and the journal that prints it", "OLG Köln, NJW-RR 1998, 1376.", "type=legal_case; in=NJW-RR; page=1376; authority=OLG Köln; issued=1998"},
		{"a court's collection by year", "EuGH, Rs. C-54/07 (Salz), Slg. 2008, I-5187, Rn. 25.", "type=legal_case; title=Salz; in=Slg.; page=I-5187; authority=EuGH; issued=2008; at=rn 25"},
		{"a docket with a full stop", "BVerwG, Urt. v. 29.4.1993 – 7 A 3.92, BVerwGE 92, 263 (265 f.).", "type=legal_case; in=BVerwGE; volume=92; page=263; genre=Urt; authority=BVerwG; issued=1993-4-29; at=page 265 f"},
		{"a judgment with two numbers", "Salter v Brine [2017] UKSC 5, [2018] AC 61 [43].", "type=legal_case; title=Salter v Brine; in=AC; page=61; issued=2017"},
		{"a page before a dash", "BVerfGE 157, 30 – Salzschutz.", "type=legal_case; in=BVerfGE; volume=157; page=30"},
		{"an issue of a year", "Anna Salz, Die Sole, in: SalzR 3/2012, S. 43 ff.", "type=article-journal; author=Salz, Anna; title=Die Sole; in=SalzR; issue=3; page=43; issued=2012"},
		{"the first page of a chapter", "Anna Salz, Die Sole, in: FS Salter, 1998, S. 931 ff.", "type=chapter; author=Salz, Anna; title=Die Sole; in=FS Salter; page=931; issued=1998"},
		{"a part of a chapter", "Anna Salz, Die Sole, in: Grau (Hrsg.), Handbuch der Salze, Köln 2015, S. 911–926, S. 920.", "type=chapter; author=Salz, Anna; title=Die Sole; in=Handbuch der Salze; editor=Grau; page=911–926; place=Köln; issued=2015; at=page 920"},
		{"a subtitle of nouns alone", "Anna Salz, Sole und Grund. Zwei Essays, Köln: Salzverlag 1994.", "type=book; author=Salz, Anna; title=Sole und Grund. Zwei Essays; place=Köln; publisher=Salzverlag; issued=1994"},
		{"a century in a title", "Anna Salz, Die Sole, in: Horst Grau (Hg.), Die Lehre vom Salz am Ende des 20. Jahrhunderts, Köln 2000, S. 4-9.", "type=chapter; author=Salz, Anna; title=Die Sole; in=Die Lehre vom Salz am Ende des 20. Jahrhunderts; editor=Grau, Horst; page=4-9; place=Köln; issued=2000"},
		{"a quotation in a title", "Anna Salz, Sole als Lehre – eine „Wende auf dem Papier“?, in: KJ 2007, S. 328–346.", "type=article-journal; author=Salz, Anna; title=Sole als Lehre – eine „Wende auf dem Papier“?; in=KJ; page=328–346; issued=2007"},
		{"a word in quotation marks", "Ann Salter, Exploring the ‘Salt’ in Salt Studies, Oslo 2016.", "type=book; author=Salter, Ann; title=Exploring the ‘Salt’ in Salt Studies; place=Oslo; issued=2016"},
		{"a number in a title", "Salt Bank (2019) Review of Part 1 of the Brine Rules. Oslo: Salt Bank.", "type=book; author=Salt Bank; title=Review of Part 1 of the Brine Rules; place=Oslo; publisher=Salt Bank; issued=2019"},
		{"a publisher by its initials", "Ann Salter, *How People Salt* (PPSR, 2015) 23.", "type=book; author=Salter, Ann; title=How People Salt; publisher=PPSR; issued=2015; at=page 23"},
		{"a place that isn't known", "Ann Salter, *Brine* (Sandhaven: Office of Salt, 2011), 27.", "type=book; author=Salter, Ann; title=Brine; place=Sandhaven; publisher=Office of Salt; issued=2011; at=page 27"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, show(fields.Read(source(row.in)))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", row.in, diff)
			}
		})
	}
}
