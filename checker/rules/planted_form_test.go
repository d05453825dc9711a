package rules_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Mistakes with dates, pages, quotation marks, identifiers.

func formMistakes() []mutation {
	return []mutation{
		{"the ends of a range change places", []string{"page-range-reversed"}, changes(`(?:, |pp?\. |S\. |: |:)(\d{2,3}[–-]\d{2,3})[.,; )]`, func(was string) []string {
			from, to, dash := ends(was)
			if from == 0 || to <= from || len(strconv.Itoa(from)) != len(strconv.Itoa(to)) {
				return nil
			}
			return []string{fmt.Sprint(to) + dash + fmt.Sprint(from)}
		}), nil},
		{"a figure of a range is mistyped", []string{"page-range-reversed", "page-range-implausible"}, changes(`(?:, |pp?\. |S\. |: )(\d{3}[–-]\d{3})[.,; )]`, func(was string) []string {
			from, to, dash := ends(was)
			if from == 0 || to < 200 {
				return nil
			}
			return []string{fmt.Sprint(from) + dash + fmt.Sprint(to%100+100)}
		}), nil},
		{"a year gets into the next century", []string{"year-in-future"}, years(func(y int) int { return y/10%10*10 + y%10 + 2100 }), nil},
		{"two figures of a year change places", []string{"year-in-future", "year-implausible"}, years(func(y int) int { return y/1000*1000 + y/10%10*100 + y/100%10*10 + y%10 }), nil},
		{"a figure of a year is left out of place", []string{"year-implausible"}, years(func(y int) int {
			if y >= 2000 {
				return 0
			}
			return 1000 + y%100
		}), nil},
		{"a page is read in years to come", []string{"year-in-future"}, variants(`(?i)(?:accessed|visited|consulté|consult[ai]t.|abgerufen am|accessed \d+ \w+|accessed) [^\d()<>]*(?:\d{1,2}[ .,][^\d]*(?:\d\d\.)?)?(20\d\d)`, "2042", "2091"), nil},
		{"a day that no month has", []string{"date-impossible"}, func(p paper) []planted {
			return append(append(variants(`(?:January|March|May|July|August|October|December) (\d{1,2}),`, "32", "42")(p),
				variants(`((?:January|March|May|July|August|October|December|June|November) \d{1,2}), \d{4}`, "June 31", "February 30", "November 31")(p)...),
				append(variants(`(\d\d\.\d\d)\.20\d\d`, "31.06", "30.02")(p), append(variants(`(\d{1,2} (?:July|May|June|March|April|December)) \d{4}`, "31 June", "30 February", "32 July")(p),
					variants(`(\d{1,2}(?:er)? (?:février|mai|juin|mars|de agosto|de enero|maggio|dicembre)) (?:de )?\d{4}`, map[string]string{"fr": "31 juin", "es": "31 de junio", "it": "31 giugno", "pt": "31 de junho"}[p.lang])(p)...)...)...)
		}, nil},
		{"a weekday that the date did not have", []string{"date-impossible"}, variants(`[,”] ()(?:March 12, 1791|October 4, 2016|September 27, 2016|June 11, 2019|May 20, 2019|December 24, 2016|November 3, 1836),`, "Friday, "), nil},
		{"the date and the address disagree", []string{"date-disagrees-with-url"}, eachRemark(func(p paper, i int) []planted {
			text := p.notes[i].text
			m := regexp.MustCompile(`/(20\d\d)/(?:\d\d|[a-z]{3})/`).FindStringSubmatch(text)
			before, _, _ := strings.Cut(text, "https:")
			if m == nil || strings.Count(before, m[1]) != 1 {
				return nil
			}
			y, _ := strconv.Atoi(m[1])
			return []planted{{p.with(i, strings.Replace(text, m[1], strconv.Itoa(y-1), 1)), []string{p.notes[i].label}}}
		}), nil},
		{"the date of access is left out", []string{"missing-access-date"}, func(p paper) []planted {
			if strings.Count(string(p.markdown()), ", accessed ") < 3 {
				return nil // no habit of the article
			}
			return variants(`(accessed \w+ \d+, 20\d\d, )http`, "")(p)
		}, nil},
		{"a page is read before it was written", []string{"access-date-before-publication"}, eachRemark(func(p paper, i int) []planted {
			text := p.notes[i].text
			if strings.Contains(text, "arXiv") {
				return nil // preprints change
			}
			m := regexp.MustCompile(`(?:October|September|August|June|May|April) (?:\d{1,2}, )?(20\d\d), https`).FindStringSubmatch(text)
			if m == nil {
				return nil
			}
			return []planted{{p.with(i, strings.Replace(text, ", https", ", accessed March 3, 2009, https", 1)), []string{p.notes[i].label}}}
		}), nil},
		{"the year of access is mistyped", []string{"access-date-before-publication"}, variants(`20\d\d\) <[^>]*> accessed \d+ \w+ (20\d\d)`, "2012", "2002"), nil},
		{"a year is left out", []string{"missing-element"}, variants(`\([^()]*: [^()]*(, (?:1[5-9]|20)\d\d)\)`, ""), nil},
		{"a year without brackets is left out", []string{"missing-element"}, variants(`\p{Lu}\p{L}+(?:, [\p{Lu}][\p{L} ’]+)?(,? (?:1[5-9]|20)\d\d), (?:pp?|S)\. \d+`, ""), nil},
		{"a journal is left out", []string{"missing-element"}, variants(`[”’](,? \*[^*]+\*,? (?:\d+, no\. \d+|\d+|vol\. \d+)) \(\d{4}\)`, ""), nil},
		{"a quotation mark is lost at the end", []string{"quote-unbalanced"}, variants(`[“„«][^“”„«»]+(” ?|“| ?»)`, ""), nil},
		{"a quotation mark is lost at the start", []string{"quote-unbalanced"}, variants(`(?:, |^)([“„«] ?)[^“”„«»]+[”“»]`, ""), nil},
		{"a single quotation mark is lost", []string{"quote-unbalanced"}, variants(`(?:, |^)(‘)[^‘’]{12,}’ ?[(,]`, ""), nil},
		{"a bracket is lost at the end", []string{"bracket-unbalanced"}, variants(`\([^()]+(\))`, ""), nil},
		{"a bracket is lost at the start", []string{"bracket-unbalanced"}, variants(`(\()[^()]+\)`, ""), nil},
		{"a square bracket is lost", []string{"bracket-unbalanced"}, variants(`\[[^\[\]]+(\])`, ""), nil},
		{"quotation marks are typed straight", []string{"mixed-straight-curly"}, changes(`(“[^“”]+”)`, func(was string) []string {
			if strings.ContainsAny(was, "'\"") || strings.Contains(was, "populaires") || strings.Contains(was, "silencio") || strings.Contains(was, "silêncio") || strings.Contains(was, "altifalantes") || strings.Contains(was, "five foot") {
				return nil // among other marks, or in an article without a habit
			}
			return []string{`"` + strings.Trim(was, "“”") + `"`}
		}), nil},
		{"a quotation in a title gets the marks of the title", []string{"nested-quote-style"}, changes(`(“[^“”‘’]+ [^“”‘’ ]{4,} [^“”‘’]+”)`, func(was string) []string {
			words := strings.Fields(was)
			words[1] = "“" + words[1] + "”"
			return []string{strings.Join(words, " ")}
		}), nil},
		{"a range gets a hyphen", []string{"hyphen-in-range"}, func(p paper) []planted {
			if len(regexp.MustCompile(`\d–\d`).FindAllString(string(p.markdown()), -1)) < 12 {
				return nil // no habit of the article
			}
			return changes(`(?:, |pp?\. |S\. |: )(\d+–\d+)[.,; )]`, func(was string) []string {
				return []string{strings.Replace(was, "–", "-", 1)}
			})(p)
		}, nil},
		{"a comma is typed twice", []string{"double-punctuation"}, changes(`[\p{L}\d](, )[^h]`, func(string) []string { return []string{",, ", " , ", ",. "} }), nil},
		{"a stop is typed twice", []string{"double-punctuation"}, variants(`\d(\.)$`, "..", " ."), nil},
		{"the last stop is left out", []string{"note-no-final-stop"}, variants(`[\p{L},] [\p{L}\d–]+(\.)$`, ""), nil},
		{"a DOI is given in an old form", []string{"doi-form"}, variants(`(https://doi\.org/)10`, "doi:", "DOI: ", "http://dx.doi.org/", "https://dx.doi.org/"), nil},
		{"a figure of an ISBN is mistyped", []string{"isbn-checksum"}, changes(`ISBN(?:-1[03])?:? ([\d-]+[\dX])`, misprints), nil},
		{"a figure of an ISSN is mistyped", []string{"issn-checksum"}, changes(`ISSN ([\d-]+[\dX])`, misprints), nil},
		{"a DOI is cut off", []string{"doi-syntax"}, changes(`https://doi\.org/(10\.\d+/[^\s.]+[^\s]*[^\s.])\.?`, func(was string) []string {
			prefix, rest, _ := strings.Cut(was, "/")
			return []string{prefix, prefix + "/", strings.Replace(prefix, "10.", "1O.", 1) + "/" + rest, strings.TrimPrefix(prefix, "10.") + "/" + rest, strings.Replace(prefix, "10.", "10", 1) + "/" + rest}
		}), nil},
		{"a DOI in words is cut off", []string{"doi-syntax"}, changes(`doi:(10\.\d+/[^\s]*[^\s.])`, func(was string) []string {
			prefix, rest, _ := strings.Cut(was, "/")
			return []string{prefix, "1" + was, "10." + rest, prefix + rest}
		}), nil},
		{"an arXiv number that cannot be", []string{"arxiv-id-syntax"}, variants(`arxiv\.org/abs/(1805\.06723)`, "1815.06723", "1805.672", "1805.067231", "18050.6723"), nil},
		{"a chatbot's marks are left", []string{"ai-artifact"}, eachRemark(func(p paper, i int) []planted {
			var all []planted
			for _, mark := range []string{"citeturn0search0", ":contentReference[oaicite:3]{index=3}", "[oaicite:12]", "【85†L261-269】", "【4†source】", "[cite: 12]", "[span_1](start_span)", "[cite_start]", "turn0search12", "oai_citation:1‡example.com"} {
				all = append(all, planted{p.with(i, strings.TrimSuffix(p.notes[i].text, ".")+" "+mark+"."), []string{p.notes[i].label}})
			}
			return all
		}), nil},
	}
}

// ends are the numbers of a range, with the second in full.
func ends(was string) (from, to int, dash string) {
	dash = "–"
	if strings.Contains(was, "-") {
		dash = "-"
	}
	x, y, _ := strings.Cut(was, dash)
	if len(y) < len(x) {
		y = x[:len(x)-len(y)] + y
	}
	from, _ = strconv.Atoi(x)
	to, _ = strconv.Atoi(y)
	return from, to, dash
}

// years changes the year of a work, where a note has one year only.
func years(change func(int) int) func(paper) []planted {
	re := regexp.MustCompile(`(?:[,:(]|\bno\. \d+|Paris|München|Berlin|Göttingen|Milano|Bologna|Torino|Press|\(\p{Lu}\p{Ll}+)[ (]((?:19|20)\d\d)[),]`)
	dated := regexp.MustCompile(`(?:1[0-9]|2[0-1])\d\d`)
	return eachRemark(func(p paper, i int) []planted {
		text := p.notes[i].text
		m := re.FindStringSubmatchIndex(text)
		if m == nil || len(dated.FindAllString(text, -1)) != 1 || strings.Contains(text, "MS ") {
			return nil
		}
		was, _ := strconv.Atoi(text[m[2]:m[3]])
		now := change(was)
		if now == 0 || now == was || now > 1399 && now <= 2027 || now >= 2200 {
			return nil
		}
		return []planted{{p.with(i, text[:m[2]]+strconv.Itoa(now)+text[m[3]:]), []string{p.notes[i].label}}}
	})
}

// misprints changes one figure of an identifier, or two neighbours.
func misprints(was string) []string {
	var all []string
	for i := 4; i < len(was); i++ {
		if was[i] >= '0' && was[i] <= '8' {
			all = append(all, was[:i]+string(was[i]+1)+was[i+1:])
		}
	}
	return all
}
