package citation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// TestAuthorDate has references that open with names and a year, whose titles
// look like sentences, and sentences that do so too.
func TestAuthorDate(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, note string
		want       []article.Kind
	}{
		{"a title that begins with In", "Lehm, V. (2007). In the salt room: Resistance and order among the clerks. Law & Brine, 32(2), 309–332.", []article.Kind{full}},
		{"with its address", "Lehm, V. (2007). In the salt room: Resistance and order among the clerks. Law & Brine, 32(2), 309–332. https://doi.org/10.1000/salt.7", []article.Kind{full}},
		{"a title like a sentence", "Sander, R. L. (2015). Elements of salting: Understanding the work that clerks do every day. Harbour Review, 80(5), 909-933.", []article.Kind{full}},
		{"a chapter", "Cotter, R. (2004). Salt in theory and theory in the study of salt. In A. Quist (Ed.), The companion to salt and society (pp. 15–29). Brackwell.", []article.Kind{full}},
		{"initials without stops", "Merin SE (1990) Getting Salt and Getting Even. Oslo: University of Oslo Press.", []article.Kind{full}},
		{"a body", "Ministry of Salt (2019) Review of the brine rules and of what came of them. Oslo: Salt Office.", []article.Kind{full}},
		{"a body, its acronym and a report", "Statistisches Bundesamt (Salza) (2021): Salzpflege. Salinen 2020. Reihe 2. Wiesbaden.", []article.Kind{full}},
		{"two of them", "Abel, R. L. (1980). Taking salt. Law & Brine, 14, 429–443; Trust, D. M. (1990). Back to the mine. Harbour Law Review, 18, 1–55.", []article.Kind{full, full}},
		{"editors", "Cowal, D. and Winter, D. (eds.) 2016. Exploring the 'Salt' in Salt Studies. Palgrave.", []article.Kind{full}},
		{"names without stops", "Smith J, Jones AB. Salt intake in adults. Lancet. 2018;392(10146):496-506.", []article.Kind{full}},
		{"a short form and a work", "Penn, “Keeper's Diary”; Josiah Penn, The Lamp and Its Keepers (Bristol: Mere Press, 1998), 33.", []article.Kind{short, full}},
		{"a short form behind prose", "For a survey, see Doré, supra.", []article.Kind{short}},
		{"an address and when it was opened", "Manifestantes fazem ato contra o sal e a favor do mar em São Paulo https://salt.example/ato.html. Acesso em 25 de junho de 2022.", []article.Kind{full}},
		{"chapters without a year", "Diana Moor u. Samantha Quay: Introducing the New Salts, in: dies. (Hg.) New Salts, S. 1–46.", []article.Kind{full}},
		{"a subtitle that begins like a sentence", "Ernst Moor/Karl Quay, Vorwort, in: dies./Ida Tarn, Das Salz. Eine kritische Bilanz nach vielen Jahren, Berlin 2011, S. 7-10.", []article.Kind{full}},
		{"a sentence", "Lehm (2007) shows that the clerks resist, and that they do so in silence when nobody listens.", []article.Kind{prose}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, kinds(parse(t, row.note))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", row.note, diff)
			}
		})
	}
}

// TestLeads has prose that leads up to a reference in the same sentence.
func TestLeads(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, note, author, title string }{
		{"a case", "The leading statement remains that of Lord Brine in R (SALT) v Lord Chancellor [2017] UKSC 51, para 68.", "", "R (SALT) v Lord Chancellor"},
		{"an act of the EU", "These rules were introduced by Directive 96/92/EC of the Council of 19 December 1996 on salt, OJ L 27, p. 20.", "", "Directive 96/92/EC of the Council of 19 December 1996 on salt"},
		{"an adverb", "So ausdrücklich Ernst Salz, Der salzige Staat, in: ders./Werner Grau (Hrsg.), Handbuch, Berlin 1994, § 17 Rn. 34.", "Salz", "Der salzige Staat"},
		{"two of them", "Wie hier Salz, Thorsten: Die Verwaltung der Salze, in: SalzR Beiheft 1/2007, S. 43 ff.", "Salz", "Die Verwaltung der Salze"},
		{"names and a quoted title", "On the conditions of the frontier see Alvar and Bidwell, \"First Explorations of the Hills,\" pp. 23-34, 93-95.", "Alvar", "First Explorations of the Hills"},
		{"one that says something of it", "P. A. Bruss, \"Institutional History of the Hills,\" ii, p. 97, discusses the defense of the frontier in those days.", "Bruss", "Institutional History of the Hills"},
		{"a title in brackets behind its author", "Strake (Life of Crane, p. 282) says that when they arrived in the month of April they fell sick.", "Strake", "Life of Crane"},
		{"a source behind a passage", "In a petition (read March 3, 1692) the farmers ask for leave and say that they are poor and far from any help (Salt Archives, cxiii, p. 1).", "", "Salt Archives"},
		{"the author's own work", "Vergleiche meinen Aufsatz: „Jenseits des Salzes“, Köln 1920, S. 4.", "", "Jenseits des Salzes"},
		{"a subtitle behind ders.", "Ernst Salz, Der Staat, Köln 1996; ders., Salz und Sole. Zur Lehre von den Salzen, Köln 2003, S. 136.", "Salz", "Der Staat"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			c := parse(t, row.note).Citations[0]
			author := ""
			if len(c.Item.Author) > 0 {
				author = c.Item.Author[0].Family
			}
			if c.Kind == prose || author != row.author || c.Item.Title != row.title {
				t.Errorf("%s: %v by %q, %q", row.note, c.Kind, author, c.Item.Title)
			}
		})
	}
}
