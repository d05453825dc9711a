package rules_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Mistakes of an article's whole build, and of every rule that needs no network:
// each is one or several changes in a clean article, written by hand.

// blunder is a mistake in a clean article.
type blunder struct {
	article string
	at      string // the labels of notes at which it may be reported, with spaces between; all where empty
	rules   []string
	steps   []step
	in      []string // the formats that can have it; all where there is none
}

// step changes a paper; it says whether it could.
type step func(p *paper) bool

// note changes words of a note, or the whole note where was is empty.
func note(label, was, now string) step {
	return func(p *paper) bool {
		for i, n := range p.notes {
			if n.label == label {
				if was == "" {
					p.notes[i].text = now
					return true
				}
				p.notes[i].text = strings.Replace(n.text, was, now, 1)
				return strings.Contains(n.text, was)
			}
		}
		return false
	}
}

// body changes words of the text.
func body(was, now string) step {
	return func(p *paper) bool {
		for i, para := range p.body {
			if strings.Contains(para, was) {
				p.body[i] = strings.Replace(para, was, now, 1)
				return true
			}
		}
		return false
	}
}

// drop deletes a note, and leaves its marker and all numbers.
func drop(label string) step {
	return func(p *paper) bool {
		n := len(p.notes)
		p.notes = slices.DeleteFunc(p.notes, func(n remark) bool { return n.label == label })
		return len(p.notes) == n-1
	}
}

// relabel gives a note another number.
func relabel(label, now string) step {
	return func(p *paper) bool {
		i := slices.IndexFunc(p.notes, func(n remark) bool { return n.label == label })
		if i >= 0 {
			p.notes[i].label = now
		}
		return i >= 0
	}
}

// move puts a paragraph of the text before another one.
func move(from, to int) step {
	return func(p *paper) bool {
		para := p.body[from]
		p.body = slices.Insert(slices.Delete(p.body, from, from+1), to, para)
		return true
	}
}

// links gives an address on a page another target than what is shown.
func links(shown, to string) step {
	return func(p *paper) bool {
		p.hrefs = map[string]string{shown: to}
		return slices.ContainsFunc(p.notes, func(n remark) bool { return strings.Contains(n.text, shown) })
	}
}

// floorOfBlunders is the share of them that has to be found: what is found now.
// docs/precision.md has the figure of first sight.
const floorOfBlunders = 0.96

// blunders is a list of them that is being written.
type blunders struct{ list []blunder }

// in is a function that adds mistakes in one article: where they may be reported, and
// by which rules, the expected one first.
func (all *blunders) in(article string) func(at, rules string, steps ...step) *blunder {
	return func(at, rules string, steps ...step) *blunder {
		all.list = append(all.list, blunder{article: article, at: at, rules: strings.Fields(rules), steps: steps})
		return &all.list[len(all.list)-1]
	}
}

func editors() []blunder {
	var all blunders
	const (
		gazette = "https://www.northerncoastgazette.example/2019/06/14/maltings-flats-award"
		fjc     = "https://www.fjc.example.gov/sealed-cases"
		museum  = "https://www.stadtmuseum-luettingen.example.de/sammlung/spiegel"
	)

	add := all.in("gaslight") // English history
	add("7", "ibid-after-multiple", note("7", "", "Ibid., 151."))
	add("39", "crossref-out-of-range", note("39", "note 11", "note 111"))
	add("39", "crossref-self", note("39", "note 11", "note 39"))
	add("39", "crossref-stale", note("39", "above", "below"))
	add("24", "author-spelling-varies short-form-unresolved", note("24", "Yorke", "York"))
	add("9", "author-spelling-varies short-form-unresolved", note("9", "Nwosu", "Nwuso"))
	add("35", "repeated-full-citation", note("35", "", "Margaret Ives, *Light on the Rates: Municipal Gas in Victorian England* (Leicester: Meadow Press, 1987), 260."))
	add("27", "note-without-marker", body("[^27]", ""))
	add("36 37", "note-without-marker marker-reused", body("[^36]", "[^37]"))
	add("26", "empty-note", note("26", "", ""))
	add("1", "quote-unbalanced", note("1", "Lamps,”", "Lamps,"))
	add("3", "bracket-unbalanced", note("3", "1962)", "1962"))
	add("23", "page-range-reversed", note("23", "33–58", "58–33"))
	add("28", "page-range-reversed", note("28", "169–70", "170–169"))
	add("28", "hyphen-in-range", note("28", "169–70", "169-70"))
	add("14", "placeholder-note", note("14", "HBG 1/9", "TK"))
	add("37", "placeholder-note", note("37", "77–78", "???"))
	add("34", "short-form-unresolved", note("34", "", "Addison, op. cit., 195."))
	add("34", "op-cit", note("34", "", "Adair, op. cit., 195."))
	add("1", "ibid-first", note("1", "", "Ibid., 3."))
	add("36", "date-impossible", note("36", "May 25", "May 35"))
	add("40", "date-impossible", note("40", "February 2", "February 30"))
	add("40", "year-in-future", note("40", "2024", "2042"))
	add("38", "date-disagrees-with-url", note("38", "June 14", "June 4"))
	add("38", "url-broken-by-space url-malformed", note("38", "06/14/", "06/14/ "))
	add("38", "url-malformed", note("38", "https://", "https//"))
	add("38", "url-tracking-params", note("38", "award.", "award?utm_source=newsletter."))
	add("38", "ai-tracking-parameter", note("38", "award.", "award?utm_source=chatgpt.com."))
	add("38", "bare-domain", note("38", "2019/06/14/maltings-flats-award", ""))
	add("38", "url-no-scheme", note("38", "https://www.", "www."))
	add("38", "url-shortener", note("38", gazette, "https://bit.ly/3xYzAbC"))
	add("38", "url-trailing-punctuation", links(gazette, gazette+".")).in = pages
	add("38", "url-text-mismatch", links(gazette, "https://www.northerncoastgazette.example/2019/06/12/harbour-fair")).in = pages
	add("17", "ai-artifact", note("17", "112.", "112. :contentReference[oaicite:3]{index=3}"))
	add("", "out-of-order", move(4, 3)).in = typed
	add("17", "short-title-mismatch", note("17", "*Light on the Rates*", "*Lights on the Rate*"))
	add("19", "short-title-mismatch", note("19", "*Country Bankers*", "*County Bankers*"))
	add("28", "short-title-mismatch", note("28", "“Small Works,”", "“Small World,”"))
	add("6", "double-punctuation", note("6", "150.", "150.."))
	add("24", "note-no-final-stop", note("24", "40.", "40"))
	add("24", "mixed-straight-curly", note("24", "“Trusted with the Book,”", "\"Trusted with the Book,\""))
	add("38", "nested-quote-style", note("38", "Maltings Flats", "“Maltings” Flats"))
	add("8", "isbn-checksum", note("8", "47.", "47, ISBN 978-0-306-40615-8."))
	add("8", "missing-element", note("8", ", 1881", ""))
	add("23", "missing-element", note("23", "*Women and Work* 7", "7"))
	add("36 37", "note-text-repeated repeated-full-citation", note("37", "", "*Harwell Bay Packet*, May 25, 1861, 2."))
	add("10", "ibid-same-locator", note("10", "207", "204–6"))
	add("21", "ibid-misspelled", note("21", "Ibid.", "Idbi."))
	add("7 9", "late-full-citation", note("9", "", "Beatrix Nwosu, “Credit and Coke,” in *Money in the Margins: Essays for Ruth Sallow*, ed. Henry Pym and Clara Deane (London: Thornbury, 2004), 201–26."), note("7", "", "Nwosu, “Credit and Coke,” 204–6."))
	add("28", "short-form-ambiguous", note("16", "", "Peter Olander, *The Coke Ovens* (Leeds: Moor, 1999), 4."), note("28", "Olander, “Small Works,”", "Olander,"))
	add("23", "duplicate-note", relabel("24", "23")).in = written
	add("29 31", "note-number-gap", drop("30"), body("[^30]", "")).in = typed
	add("30", "marker-without-note", drop("30")).in = written
	add("11", "hereinafter-unused", note("11", "c. 61.", "c. 61 [hereinafter Gas Act]."))
	add("14", "hereinafter-undefined", note("14", "", "NCBR, box 4."))
	add("15", "page-range-implausible ibid-ambiguous", note("15", "161n44", "616"))

	add = all.in("dockets") // a law review
	add("37", "ibid-after-multiple", note("37", "", "*Id.* § 2."))
	add("25", "crossref-mismatch", note("25", "note 3", "note 4"))
	add("22", "crossref-out-of-range", note("22", "note 17", "note 71"))
	add("32", "author-spelling-varies crossref-mismatch", note("32", "Lindgren", "Lundgren"))
	add("40", "author-spelling-varies short-form-unresolved", note("40", "Halvorsen", "Halverson"))
	add("9", "bracket-unbalanced", note("9", "(3d Cir. 1984)", "(3d Cir. 1984"))
	add("7", "missing-element", note("7", " (1978)", ""))
	add("34", "date-impossible", note("34", "Sept. 13", "Sept. 31"))
	add("3", "year-in-future", note("3", "2022", "2202"))
	add("28", "hereinafter-unused", note("29", "Moss Letter, *supra* note 28, at 2", "*Id.* at 2"))
	add("13", "ibid-style-varies", note("13", "*Id.*", "*Ibid.*"))
	add("15", "page-range-reversed", note("15", "994–97", "997–94"))
	add("4", "archive-link-broken", note("4", "K3ZP-8WQD", "K3ZP8WQD"))
	add("30", "crossref-stale", note("30", "infra", "supra"))
	add("21", "doi-form", note("21", "333 (2010).", "333 (2010), https://dx.doi.org/10.1000/182."))
	add("17", "doi-syntax", note("17", "(2012).", "(2012), doi: 10.1000."))
	add("22", "arxiv-id-syntax", note("22", "901–02.", "901–02, arXiv:1513.01234."))
	add("18", "issn-checksum", note("18", "(2004).", "(2004), ISSN 0378-5954."))
	add("39", "op-cit", note("39", "Hale, *supra* note 20,", "Hale, *op. cit.*,"))
	add("38", "placeholder-note", note("38", "2000)", "CHECK YEAR)"))
	add("6", "placeholder-note", note("6", "40–77", "[citation needed]"))
	add("", "ibid-after-repeat-far", note("17", "", "*Id.* at 996."), note("18", "", "*Id.* at 998."), note("19", "", "*Id.* at 999."))
	add("10", "source-type-risk", note("10", "", "*Record Sealing*, Wikipedia, https://en.wikipedia.org/wiki/Record_sealing (last visited May 1, 2023)."))
	add("4", "url-local", note("4", fjc, "https://www.fjc.example.gov/?p=12&preview=true"))
	add("4", "url-session-id", note("4", fjc, fjc+";jsessionid=8F3A9C21D4E5B677"))
	add("4", "url-wrapped", note("4", fjc, "https://www.google.com/url?q="+fjc))
	add("4", "archive-untrusted", note("4", fjc+" [https://perma.cc/K3ZP-8WQD]", "https://archive.ph/AbC12"))
	add("1", "placeholder-note", note("1", "12–19", "xx–xx"))
	add("29", "crossref-mismatch", note("29", "note 28", "note 27"))
	add("12", "page-range-implausible missing-element", note("12", "F.3d 990 ", "F.3d "))

	add = all.in("glashuetten") // German humanities
	add("24", "ibid-after-multiple", note("24", "", "Ebd., S. 73."))
	add("34", "crossref-out-of-range", note("34", "Anm. 3", "Anm. 43"))
	add("34", "crossref-stale", note("34", "Anm. 3", "Anm. 35"))
	add("18", "author-spelling-varies short-form-unresolved", note("18", "Hirtreiter", "Hirtreitter"))
	add("30", "short-title-mismatch short-form-unresolved", note("30", "Der blinde Spiegel", "Der blinde Fleck"))
	add("7", "bracket-unbalanced", note("7", "Bd. 7)", "Bd. 7"))
	add("23", "page-range-reversed", note("23", "71–94", "94–71"))
	add("14", "date-impossible", note("14", "3. Februar", "30. Februar"))
	add("32", "year-in-future", note("32", "2021", "2201"))
	add("32", "missing-access-date", note("32", " (zuletzt abgerufen am 4. August 2021)", ""))
	add("26", "idem-author-mismatch", note("25", "Zum Verbleib Imhoff: Spiegel im Gebrauch, S. 311–330.", "Zum Verbleib Sabine Imhoff/Paul Kern: Spiegelreste, Köln 2005, S. 311."), note("26", "Dies.", "Ders."))
	add("12", "marker-without-note", drop("12")).in = written
	add("10", "ibid-misspelled", note("10", "Ebd.", "Edb."))
	add("33", "ibid-style-varies", note("33", "Ebd.", "Ebenda."))
	add("20", "ibid-same-locator", note("20", "89", "88"))
	add("35", "author-spelling-varies short-form-unresolved", note("35", "Röhr", "Rühr"))
	add("11", "year-in-future", note("11", "1989", "2989"))
	add("22", "hyphen-in-range", note("22", "300–309", "300-309"))
	add("23", "missing-element", note("23", " 2011", ""))
	add("4 6", "short-title-mismatch", note("6", "Licht und Haushalt", "Licht und Haushaltung"))

	add = all.in("norias") // Spanish
	add("29", "ibid-after-commentary", note("29", "", "*Ibid.*, p. 106."))
	add("29", "crossref-out-of-range", note("29", "27", "72"))
	add("29", "crossref-self", note("29", "27", "29"))
	add("8", "author-spelling-varies short-form-unresolved", note("8", "Bermejo", "Bermajo"))
	add("13", "author-spelling-varies short-form-unresolved", note("13", "Sotomayor", "Sotomator"))
	add("7", "quote-unbalanced", note("7", "cigüeñales»", "cigüeñales"))
	add("34", "date-disagrees-with-url", note("34", "15 de junio", "16 de julio"))
	add("16", "date-impossible", note("16", "4 de mayo", "31 de abril"))
	add("15", "short-title-mismatch", note("15", "*Hortelanos y molineros*", "*Hortelanos y marinos*"))
	add("1", "ibid-first", note("1", "", "*Ibid.*, p. 4."))
	add("25", "ibid-after-multiple", note("24", "25-51.", "25-51; Sotomayor, «Un pleito de aguas», p. 100."))
	add("6", "missing-element", note("6", ", 1971", ""))
	add("34", "access-date-before-publication", note("34", "de 2020", "de 2010"))
	add("11", "bracket-unbalanced", note("11", "(eds.)", "(eds."))
	add("27", "repeated-full-citation", note("27", "", "Rosario Sotomayor, «Un pleito de aguas en el siglo XVIII», en Luis Ferrer y Ana Quiles (eds.), *Ley y paisaje*, Murcia, Azarbe, 1999, pp. 105-108."))
	add("28", "empty-note", note("28", "", ""))
	add("24", "isbn-checksum", note("24", "2011, pp.", "2011, ISBN 84-376-0494-7, pp."))
	add("14", "ibid-misspelled", note("14", "*Ibid.*", "*Ibdi.*"))
	return all.list
}

// TestBlunders plants each mistake in one of the formats that can have it.
func TestBlunders(t *testing.T) {
	t.Parallel()
	plantAll(t, editors(), floorOfBlunders)
}

// plantAll plants mistakes one at a time, and fails where fewer than a share of them
// are found.
func plantAll(t *testing.T, list []blunder, floor float64) {
	t.Helper()
	papers := cleanPapers(t)
	formats, all, counts := slices.Sorted(maps.Keys(shapes())), tally{}, map[string]*tally{}
	for i, b := range list {
		p, ok := papers[b.article]
		if !ok || leftOut(i) {
			continue
		}
		q := p.clone()
		for k, s := range b.steps {
			if !s(&q) {
				t.Errorf("%s in note %s of %s: step %d changes nothing", b.rules[0], b.at, b.article, k)
			}
		}
		in := b.in
		if in == nil {
			in = formats
		}
		name := in[i%len(in)]
		c := counts[b.article]
		if c == nil {
			c = &tally{}
			counts[b.article] = c
		}
		c.planted++
		ok, got := foundAt(t, name, shapes()[name](q), b.rules, strings.Fields(b.at))
		if ok {
			c.found++
			continue
		}
		t.Logf("missed: %s in note %s of %s as %s\n\tnow:   %s\n\tfound: %s", b.rules[0], b.at, b.article, name, q.show(strings.Fields(b.at)), got)
	}
	for _, article := range slices.Sorted(maps.Keys(counts)) {
		c := counts[article]
		all.planted += c.planted
		all.found += c.found
		t.Logf("%-12s %3d of %3d", article, c.found, c.planted)
	}
	t.Logf("all: %d of %d, %.1f %%", all.found, all.planted, 100*all.share())
	if *only == "" && !raced && all.share() < floor {
		t.Errorf("%d of %d mistakes found, fewer than %.0f %%", all.found, all.planted, 100*floor)
	}
}
