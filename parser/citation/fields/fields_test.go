package fields_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
)

// source makes a Source of a line in which *stars* mark italics.
func source(s string) fields.Source {
	var src fields.Source
	var b strings.Builder
	open := -1
	closing := map[rune]rune{'“': '”', '„': '“', '«': '»', '‘': '’', '「': '」', '『': '』', '《': '》'}
	var quote rune
	quoteAt := 0
	for _, r := range s {
		switch {
		case r == '*' && open < 0:
			open = b.Len()
			continue
		case r == '*':
			src.Italics = append(src.Italics, fields.Span{Start: open, End: b.Len()})
			open = -1
			continue
		case quote != 0 && r == quote:
			src.Quotes = append(src.Quotes, fields.Span{Start: quoteAt, End: b.Len()})
			quote = 0
		case quote == 0 && closing[r] != 0:
			quote, quoteAt = closing[r], b.Len()+len(string(r))
		}
		b.WriteRune(r)
	}
	src.Text = b.String()
	if i := strings.Index(src.Text, "https://"); i >= 0 {
		src.Linked = true
		src.Addresses = []fields.Span{{Start: i, End: i + len(strings.TrimRight(src.Text[i:], "."))}}
	}
	return src
}

// example is a reference and what show prints of its reading.
type example struct{ name, in, want string }

// compare reads each example as a test of its own.
func compare(t *testing.T, rows []example) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, show(fields.Read(source(row.in)))); diff != "" {
				t.Errorf("%s\n(-want +got):\n%s", row.in, diff)
			}
		})
	}
}

// show writes a reading on one line: "type | author | title | …".
func show(r fields.Reading) string {
	it := &r.Item
	var out []string
	add := func(name, value string) {
		if value != "" {
			out = append(out, name+"="+value)
		}
	}
	add("type", it.Type)
	add("author", names(it.Author))
	add("title", it.Title)
	add("in", it.ContainerTitle)
	add("editor", names(it.Editor))
	add("translator", names(it.Translator))
	add("series", strings.TrimSuffix(it.CollectionTitle+" no. "+it.CollectionNumber, " no. "))
	add("edition", it.Edition)
	add("volume", it.Volume)
	add("issue", it.Issue)
	add("page", it.Page)
	add("place", it.PublisherPlace)
	add("publisher", it.Publisher)
	add("genre", it.Genre)
	add("authority", it.Authority)
	add("issued", date(it.Issued))
	add("accessed", date(it.Accessed))
	if r.Locator != nil {
		add("at", r.Locator.Label+" "+r.Locator.Value)
	}
	return strings.Join(out, "; ")
}

func names(list []article.Name) string {
	var out []string
	for _, n := range list {
		s := n.Literal
		if s == "" {
			s = strings.Trim(strings.TrimSpace(n.Particle+" "+n.Family)+", "+n.Given, ", ")
		}
		if n.EtAl {
			s += " et al."
		}
		out = append(out, s)
	}
	return strings.Join(out, " + ")
}

func date(d *article.Date) string {
	if d == nil {
		return ""
	}
	s := d.Literal
	for i, p := range d.Parts {
		if i > 0 {
			s += "/"
		}
		s += strings.Trim(strings.ReplaceAll(fmt.Sprint(p), " ", "-"), "[]")
	}
	if d.Season > 0 {
		s += fmt.Sprintf("-S%d", d.Season)
	}
	if d.Circa {
		s += "~"
	}
	return s
}

func TestRead(t *testing.T) {
	t.Parallel()
	compare(t, []example{
		{
			"Chicago, book", "Mara Ellingsworth, *Tide Tables of the North* (London: Harrow Press, 2004), 21.",
			"type=book; author=Ellingsworth, Mara; title=Tide Tables of the North; place=London; publisher=Harrow Press; issued=2004; at=page 21",
		},
		{
			"Chicago, book without italics", "Mara Ellingsworth, Tide Tables of the North (London: Harrow Press, 2004), 21.",
			"type=book; author=Ellingsworth, Mara; title=Tide Tables of the North; place=London; publisher=Harrow Press; issued=2004; at=page 21",
		},
		{
			"Chicago, editors", "Lena Dahl, Piotr Wolski, and Ann Smith, eds., *Salt in History*, 2nd ed. (Cambridge, MA: MIT Press, 2010), 33–40.",
			"type=book; title=Salt in History; editor=Dahl, Lena + Wolski, Piotr + Smith, Ann; edition=2nd ed.; place=Cambridge, MA; publisher=MIT Press; issued=2010; at=page 33–40",
		},
		{
			"Chicago, journal", "Tomás Reyes, “Harbor Lights,” *Journal of Coastal Studies* 12, no. 3 (1998): 45–67.",
			"type=article-journal; author=Reyes, Tomás; title=Harbor Lights; in=Journal of Coastal Studies; volume=12; issue=3; page=45–67; issued=1998",
		},
		{
			"Chicago, newspaper", "Eric Talbot, “North Coast’s Divide,” *Harbor News*, November 17, 2017, https://example.org/a.",
			"type=article-newspaper; author=Talbot, Eric; title=North Coast’s Divide; in=Harbor News; issued=2017-11-17",
		},
		{
			"MLA, names turned round", "Smith, John, and Mary Jones. “Brine in Law.” Law & Society Review 24 (1990): 233-60.",
			"type=article-journal; author=Smith, John + Jones, Mary; title=Brine in Law; in=Law & Society Review; volume=24; page=233-60; issued=1990",
		},
		{
			"OSCOLA, journal", "R. Cotterby, ‘The Concept of Salt’ (1983) 10 J. of Salt and Society 241, at 250.",
			"type=article-journal; author=Cotterby, R.; title=The Concept of Salt; in=J. of Salt and Society; volume=10; page=241; issued=1983; at=at 250",
		},
		{
			"sociology of law, a book whose title sounds like a journal's", "P. Ewing and S. Silber, *The Common Review of Salt: Stories from Law* (1998) 28–32.",
			"type=book; author=Ewing, P. + Silber, S.; title=The Common Review of Salt: Stories from Law; issued=1998; at=page 28–32",
		},
		{
			"sociology of law, one author", "S. Hallow, *Judicial Review and Salt* (2004) 45–9.",
			"type=book; author=Hallow, S.; title=Judicial Review and Salt; issued=2004; at=page 45–9",
		},
		{
			"OSCOLA, plain title with a question mark", "J. Griffin, What is Legal Salt? (1986) 24 J. of Salt 1.",
			"type=article-journal; author=Griffin, J.; title=What is Legal Salt?; in=J. of Salt; volume=24; page=1; issued=1986",
		},
		{
			"Bluebook, journal", "Jane Doebury & John Roeworth, *The Salt Tax*, 36 HARV. L. REV. 100, 105 (1990).",
			"type=article-journal; author=Doebury, Jane + Roeworth, John; title=The Salt Tax; in=HARV. L. REV.; volume=36; page=100; issued=1990; at=page 105",
		},
		{
			"Bluebook, case", "Brown v. Salt Board, 347 U.S. 483, 495 (1954).",
			"type=legal_case; title=Brown v. Salt Board; in=U.S.; volume=347; page=483; issued=1954; at=page 495",
		},
		{
			"Bluebook, magazine", "Robin Gates, *A Balanced Tide*, Foreign Aff., Jan./Feb. 2009, at 28.",
			"type=article-magazine; author=Gates, Robin; title=A Balanced Tide; in=Foreign Aff.; page=28; issued=2009-1; at=at 28",
		},
		{
			"Wikipedia", "Keller, William (January 5, 1998). “Salt and Time”. The Harbor Times. p. A1. Retrieved March 3, 2010.",
			"type=article-newspaper; author=Keller, William; title=Salt and Time; in=The Harbor Times; issued=1998-1-5; accessed=2010-3-3; at=page A1",
		},
		{
			"German, book", "Luhner, Niklas: Salzsoziologie, 2. Aufl., Opladen 1983, S. 12.",
			"type=book; author=Luhner, Niklas; title=Salzsoziologie; edition=2. Aufl.; place=Opladen; issued=1983; at=page 12",
		},
		{
			"German, book with publisher", "Eugen Ehrmann, Grundlegung der Soziologie des Salzes, Berlin: Duncker & Humblot 1913, S. 3.",
			"type=book; author=Ehrmann, Eugen; title=Grundlegung der Soziologie des Salzes; place=Berlin; publisher=Duncker & Humblot; issued=1913; at=page 3",
		},
		{
			"German, chapter", "Treiberger, H. (1998): „Norm und Salz“, in: Müller, Max/Schulz, Eva (Hg.): Soziologie des Salzes, Baden-Baden: Nomos, S. 1–20.",
			"type=chapter; author=Treiberger, H.; title=Norm und Salz; in=Soziologie des Salzes; editor=Müller, Max + Schulz, Eva; page=1–20; place=Baden-Baden; publisher=Nomos; issued=1998",
		},
		{
			"German, journal", "Blankenburger, Erhard (1980): Mobilisierung von Salz. In: Zeitschrift für Salzsoziologie 1, S. 33–64.",
			"type=article-journal; author=Blankenburger, Erhard; title=Mobilisierung von Salz; in=Zeitschrift für Salzsoziologie; volume=1; page=33–64; issued=1980",
		},
		{
			"German, law journal", "Anna K. Reuter, „Salz“, KritV 75 (1992), 12 (15).",
			"type=article-journal; author=Reuter, Anna K.; title=Salz; in=KritV; volume=75; page=12; issued=1992; at=page 15",
		},
		{
			"French, journal", "Pierre Bourdin, « La force du sel », Actes de la recherche en sciences du sel, n° 64, 1986, p. 3-19.",
			"type=article-journal; author=Bourdin, Pierre; title=La force du sel; in=Actes de la recherche en sciences du sel; issue=64; page=3-19; issued=1986",
		},
		{
			"Chinese, book", "王小明：《盐的历史》，北京：商务印书馆，1998年版，第12页。",
			"type=book; author=王小明; title=盐的历史; place=北京; publisher=商务印书馆; issued=1998; at=page 12",
		},
		{
			"Korean, journal", "김민준, 「소금의 역사」, 『바다연구』 12권 3호, 2005, 45-67쪽.",
			"type=article-journal; author=김민준; title=소금의 역사; in=바다연구; volume=12; issue=3; page=45-67; issued=2005",
		},
		{
			"Russian, book", "Иванов А. П. Приливы Белого моря. Архангельск: Север, 1979. С. 12.",
			"type=book; author=Иванов, А. П.; title=Приливы Белого моря; place=Архангельск; publisher=Север; issued=1979; at=page 12",
		},
		{
			"Arabic, book", "سامي حداد، ملح البحر، بيروت: دار الموج، 1990، ص 12.",
			"type=book; author=حداد, سامي; title=ملح البحر; place=بيروت; publisher=دار الموج; issued=1990; at=page 12",
		},
		{
			"a thesis", "Peter Salter, *Brine Law*, PhD thesis, University of Oslo, 2011.",
			"type=thesis; author=Salter, Peter; title=Brine Law; publisher=University of Oslo; genre=PhD thesis; issued=2011",
		},
		{
			"an organisation", "Ministry of Salt, *Annual Report 2019* (Oslo, 2020).",
			"type=book; author=Ministry of Salt; title=Annual Report 2019; place=Oslo; issued=2020",
		},
		{
			"et al.", "Nora Lycett et al., *Migrating Salt*, Computer, June 2003, at 79.",
			"type=article-magazine; author=Lycett, Nora et al.; title=Migrating Salt; in=Computer; page=79; issued=2003-6; at=at 79",
		},
		{
			"what is quoted in it is another work", "Mara Ellingsworth, *Tides* (2004), quoted in Tomás Reyes, *Lights* (1998), 3.",
			"type=book; author=Ellingsworth, Mara; title=Tides; issued=2004",
		},
		{
			"a season", "Ann Smith, “Salt,” *Coast Quarterly*, Spring 1998, 4.",
			"type=article-journal; author=Smith, Ann; title=Salt; in=Coast Quarterly; page=4; issued=1998-S1",
		},
		{
			"a plain title and its subtitle, in German", "Jürgen Salzmann, Ebbe und Flut. Beiträge zur Lehre von den Gezeiten, Frankfurt a. M.: Suhrkamp 1992, S. 109–111.",
			"type=book; author=Salzmann, Jürgen; title=Ebbe und Flut. Beiträge zur Lehre von den Gezeiten; place=Frankfurt a. M.; publisher=Suhrkamp; issued=1992; at=page 109–111",
		},
		{
			"one word and its subtitle", "Susanne Beck, Salzrecht. Eine Einführung in die Ordnung der Pfannen, 3. Aufl., Baden-Baden 2017, § 4.",
			"type=book; author=Beck, Susanne; title=Salzrecht. Eine Einführung in die Ordnung der Pfannen; edition=3. Aufl.; place=Baden-Baden; issued=2017; at=§ 4",
		},
		{
			"two words that look like a name", "Gunther Thal, Globale Pfannen. Zur Entstehung eines Rechts der Küsten, in: Salzhistorisches Journal 15 (1996), S. 255–290.",
			"type=article-journal; author=Thal, Gunther; title=Globale Pfannen. Zur Entstehung eines Rechts der Küsten; in=Salzhistorisches Journal; volume=15; page=255–290; issued=1996",
		},
		{
			"a court's decision", "BGH, Urt. v. 13.11.2012 – VI ZR 217/08, NJW 2013, 229.",
			"type=legal_case; in=NJW; page=229; genre=Urt; authority=BGH; issued=2012-11-13",
		},
		{
			"reports of decisions", "BVerfGE 65, 1 (43) – Salzzählung.",
			"type=legal_case; in=BVerfGE; volume=65; page=1; at=page 43",
		},
		{
			"a newspaper by its day", "Heribert Prall, Das Salz und die Freiheit, Süddeutsche Zeitung vom 12.3.2010, S. 4.",
			"type=article-newspaper; author=Prall, Heribert; title=Das Salz und die Freiheit; in=Süddeutsche Zeitung; page=4; issued=2010-3-12",
		},
		{
			"dashes in the book's title", "Doris Lamm, Was weiß Salz?, in: Stefan Mahler (Hg.), Salz – Ordnung – Küste. Festschrift für Klaus F. Rohde, Baden-Baden: Nomos 2003, S. 147–163.",
			"type=chapter; author=Lamm, Doris; title=Was weiß Salz?; in=Salz – Ordnung – Küste. Festschrift für Klaus F. Rohde; editor=Mahler, Stefan; page=147–163; place=Baden-Baden; publisher=Nomos; issued=2003",
		},
		{
			"two acts joined in a title", "Michel Fouquet, Rake and Boil: The Birth of the Pan, trans. Alan Shore (New York: Vintage, 1979).",
			"type=book; author=Fouquet, Michel; title=Rake and Boil: The Birth of the Pan; translator=Shore, Alan; place=New York; publisher=Vintage; issued=1979",
		},
		{
			"a list in a title", "Paul Crane and Gráinne de Burgh, Salt Law: Text, Cases, and Materials (6th edn, Oxford University Press 2015) 4.",
			"type=book; author=Crane, Paul + de Burgh, Gráinne; title=Salt Law: Text, Cases, and Materials; edition=6th edn; publisher=Oxford University Press; issued=2015; at=page 4",
		},
		{
			"a subtitle with an article", "Lawrence M. Freed, The Salt System: A Social Science Perspective (New York: Harrow Foundation, 1975), 15.",
			"type=book; author=Freed, Lawrence M.; title=The Salt System: A Social Science Perspective; place=New York; publisher=Harrow Foundation; issued=1975; at=page 15",
		},
		{
			"a law report by its year", "Ferry v Lamp [1932] AC 562 (HL) 580.",
			"type=legal_case; title=Ferry v Lamp; in=AC; page=562; issued=1932; at=page 580",
		},
		{
			"an act", "Salt Duties Act 1998, s 3.",
			"type=legislation; title=Salt Duties Act 1998; issued=1998; at=§ 3",
		},
		{
			"a paper of an assembly", "UN Salt Council, Report on the Right to Brine, UN Doc. A/HRC/31/64 (March 8, 2016), para. 12.",
			"type=book; author=UN Salt Council; title=Report on the Right to Brine; issued=2016-3-8; at=para 12",
		},
		{
			"a work in volumes", "Letters and Papers of the Salt Office, vol. iv., No. 4.",
			"type=book; title=Letters and Papers of the Salt Office; volume=iv; issue=4",
		},
		{
			"no date", "“Salt,” Coast Watch, n.d., https://example.org/salt.",
			"type=webpage; title=Salt; in=Coast Watch; issued=n.d.",
		},
	})
}

// TestConfidence asks that a reading that could be another one says so.
func TestConfidence(t *testing.T) {
	t.Parallel()
	sure := fields.Read(source("Mara Ellingsworth, *Tide Tables* (London: Harrow Press, 2004), 21.")).Fields["title"].Confidence
	open := fields.Read(source("Salt Tables, Tide, Harrow, 2004.")).Fields["title"].Confidence
	if sure < 0.95 || open > 0.8 {
		t.Errorf("a marked title has confidence %.2f, a guessed one %.2f", sure, open)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Mara Ellingsworth, *Tide Tables* (London: Harrow, 2004), 21.", "R. C., ‘Salt’ (1983) 10 J. 241, at 250. Accessed 3 May 2004", "王小明：《盐》，北京：1998年版，第12页",
		"Dahl & W. (Hg.): A. In: B 3 (2), 12. Jg., S. 3–4 f., quoted in C", "((([1998] 2 AC 3; n.d. «x", "c. 1850, November 3rd, 1998 – https://a.example",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4<<10 {
			return
		}
		src := source(s)
		r := fields.Read(src)
		for name, field := range r.Fields {
			if field.Start < 0 || field.End < field.Start || field.End > len(src.Text) {
				t.Errorf("%s stands at %v of %d bytes", name, field.Span, len(src.Text))
			}
			if field.Confidence < 0 || field.Confidence > 1 {
				t.Errorf("%s has the confidence %v", name, field.Confidence)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := source("Lena Dahl, Piotr Wolski, and Ann Smith, “Salt in History,” in *The Harbor Companion*, ed. Tomás Reyes, 2nd ed. (Cambridge, MA: MIT Press, 2010), 33–40.")
	b.SetBytes(int64(len(src.Text)))
	for b.Loop() {
		fields.Read(src)
	}
}
