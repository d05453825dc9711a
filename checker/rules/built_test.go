package rules_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/rules"
	"ibid/parser/article"
	"ibid/parser/document"
)

// Reports built by hand: what the stages before the rules found is given, so
// that a rule is tested for what it makes of it.

func empty() *checker.Report {
	return &checker.Report{Article: &article.Article{Text: document.NewSource("", document.Encoding{})}}
}

// notes makes a report whose notes are texts numbered from 1, each note one citation.
func notes(texts ...string) *checker.Report {
	r := &checker.Report{Article: &article.Article{Format: "text"}}
	src := strings.Join(texts, "\n")
	r.Article.Text = document.NewSource(src, document.Encoding{})
	at := 0
	for i, s := range texts {
		text := document.NewText(s, at, "")
		r.Article.Notes = append(r.Article.Notes, article.Note{
			Number: string(rune('1' + i)), Text: text, Span: text.All(), Label: document.Span{Start: at, End: at + 1},
			Citations: []article.Citation{{Kind: article.Full, Start: 0, End: len(s), Text: s, Span: text.All()}},
		})
		r.Article.Markers = append(r.Article.Markers, article.Marker{Label: string(rune('1' + i)), Note: i})
		at += len(s) + 1
	}
	return r
}

// found are the messages of one rule.
func found(t *testing.T, r *checker.Report, id string) []checker.Finding {
	t.Helper()
	for _, rule := range rules.All() {
		if rule.ID != id {
			continue
		}
		var all []checker.Finding
		for f := range rule.Run(r) {
			if f.Message == "" || f.Help == "" || f.Confidence <= 0 || f.Confidence > 1 {
				t.Errorf("%s: incomplete finding %+v", id, f)
			}
			all = append(all, f)
		}
		return all
	}
	t.Fatalf("no rule %s", id)
	return nil
}

// TestOverHTTPS speaks of an http address whose page is the same with https, and
// of no other that was opened.
func TestOverHTTPS(t *testing.T) {
	t.Parallel()
	const address = "http://courier.example/fire"
	tests := []struct {
		name   string
		result link.Result
		want   checker.FixClass // "" where no finding is right
	}{
		{"the same page", link.Result{Verdict: link.OK, OverHTTPS: link.SamePage}, checker.Safe},
		{"another page", link.Result{Verdict: link.OK, OverHTTPS: link.NotSame}, ""},
		{"led there for now", link.Result{Verdict: link.OK, FinalURL: "https://www.courier.example/fire"}, checker.Safe},
		{"led elsewhere", link.Result{Verdict: link.OK, FinalURL: "https://courier.example/consent"}, ""},
		{"not opened", link.Result{Verdict: link.Unchecked}, checker.Suggest},
		{"opened, and not with https", link.Result{Verdict: link.OK}, ""},
		{"dead", link.Result{Verdict: link.Dead}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := notes(address, "https://courier.example/flood")
			for i := range r.Article.Notes {
				n := &r.Article.Notes[i]
				n.URLs = []article.URL{{Address: n.Text.String, Raw: n.Text.String, Form: article.Plain, Span: n.Span, AddressSpan: n.Span}}
			}
			test.result.URL = address
			r.Links = []checker.Link{{Result: test.result}}
			got := found(t, r, "http-where-https")
			if (len(got) > 0) != (test.want != "") || len(got) > 0 && (len(got[0].Fixes) != 1 || got[0].Fixes[0].Class != test.want) {
				t.Errorf("%+v, want %q", got, test.want)
			}
		})
	}
}

// TestBlockedHost names a host once for each reason that it has, in the words of
// a link that was tried.
func TestBlockedHost(t *testing.T) {
	t.Parallel()
	r := notes("Ada, “A,” https://courier.example/a.", "Ada, “B,” https://courier.example/b.", "Ada, “C,” https://courier.example/c.", "Ada, “D,” https://courier.example/d.")
	const wall, busy = "courier.example refuses programs (403 Forbidden).", "courier.example says that it was asked too often (429 Too Many Requests)."
	for i, row := range []struct {
		path, reason string
		status       int
	}{
		{"a", busy + " Another link to it showed that; this one was not tried.", 429},
		{"b", wall, 403},
		{"c", busy, 429},
		{"d", wall + " Another link to it showed that; this one was not tried.", 403},
	} {
		r.Links = append(r.Links, checker.Link{
			Result:  link.Result{URL: "https://courier.example/" + row.path, Verdict: link.Blocked, Status: row.status, Reason: row.reason},
			CitedBy: []checker.CitedBy{{Note: i, Citation: 0}},
		})
	}
	var got []string
	for _, f := range found(t, r, "link-blocked") {
		got = append(got, f.Message+" → "+f.Help)
	}
	want := []string{
		busy + " 2 links of this article lead there. → Check again later, or open the link in a browser.",
		wall + " 2 links of this article lead there. → Open the link in a browser to see whether it is there.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestNewAddress offers the address that will last, with the place in the page.
func TestNewAddress(t *testing.T) {
	t.Parallel()
	const from = "https://courier.example/old"
	for name, row := range map[string]struct {
		fragment string
		hops     []link.Hop
		final    string
		want     string // "" where nothing is to be said
	}{
		"moved":                        {"", []link.Hop{{URL: from, Status: 301}}, "https://courier.example/new", "https://courier.example/new"},
		"a place in it":                {"#ebb", []link.Hop{{URL: from, Status: 301}}, "https://courier.example/new", "https://courier.example/new#ebb"},
		"for good, then for now":       {"", []link.Hop{{URL: from, Status: 301}, {URL: "https://courier.example/new", Status: 302}}, "https://courier.example/2019/new", "https://courier.example/2019/new"},
		"for good, then a session":     {"", []link.Hop{{URL: from, Status: 308}, {URL: "https://courier.example/new", Status: 302}}, "https://courier.example/new?sid=8f3a", "https://courier.example/new"},
		"for good, then a language":    {"", []link.Hop{{URL: from, Status: 301}, {URL: "https://www.courier.example/old", Status: 302}}, "https://www.courier.example/en/old", "https://www.courier.example/old"},
		"a session at once":            {"", []link.Hop{{URL: from, Status: 301}}, "https://courier.example/new?sid=8f3a", ""},
		"a mark of where readers come": {"", []link.Hop{{URL: from, Status: 301}}, "https://courier.example/new?utm_source=old", "https://courier.example/new"},
		"such a mark alone":            {"", []link.Hop{{URL: from, Status: 301}}, from + "?utm_source=old", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := notes(from + row.fragment)
			r.Links = []checker.Link{{
				Result:  link.Result{URL: from + row.fragment, Verdict: link.Redirected, FinalURL: row.final, Redirects: row.hops, Reason: "It has moved for good to " + row.final + "."},
				CitedBy: []checker.CitedBy{{}},
			}}
			got := found(t, r, "link-redirects")
			switch {
			case row.want == "" && len(got) > 0:
				t.Errorf("%+v, want nothing", got)
			case row.want != "" && (len(got) != 1 || got[0].Help != "Use the new address: "+row.want):
				t.Errorf("%+v, want %s", got, row.want)
			case row.want != "" && !strings.Contains(row.want, "#") && !strings.Contains(got[0].Message, row.want+"."):
				t.Errorf("%q does not name %s", got[0].Message, row.want)
			}
		})
	}
}

// TestHelpOfServerErrors promises nothing of tomorrow where a site leads nowhere.
func TestHelpOfServerErrors(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]string{500: "Check again later", 200: "Check again later", 302: "Open the link"} {
		r := notes("Ada, “A,” https://courier.example/a.")
		r.Links = []checker.Link{{Result: link.Result{URL: "https://courier.example/a", Verdict: link.ServerError, Status: status}, CitedBy: []checker.CitedBy{{}}}}
		if got := found(t, r, "server-error"); len(got) != 1 || !strings.HasPrefix(got[0].Help, want) {
			t.Errorf("%d: %+v, want help that starts with %q", status, got, want)
		}
	}
}

// TestLinks gives links their verdicts and asks which rule speaks.
func TestLinks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		result link.Result
		want   string // the rule that fires, or ""
	}{
		{"ok", link.Result{Verdict: link.OK, Status: 200}, ""},
		{"skipped", link.Result{Verdict: link.Skipped}, ""},
		{"dead", link.Result{Verdict: link.Dead, Status: 404}, "dead-link"},
		{"soft 404", link.Result{Verdict: link.Soft404, Status: 200}, "soft-404"},
		{"drift", link.Result{Verdict: link.ContentDrift}, "content-drift"},
		{"drift to another site", link.Result{Verdict: link.ContentDrift, OtherSite: true}, "redirect-to-other-domain"},
		{"moved", link.Result{Verdict: link.Redirected, FinalURL: "https://courier.example/new"}, "link-redirects"},
		{"server error", link.Result{Verdict: link.ServerError, Status: 500}, "server-error"},
		{"loop", link.Result{Verdict: link.ServerError, LoopOrTooMany: true}, "redirect-loop"},
		{"timeout", link.Result{Verdict: link.Timeout}, "link-timeout"},
		{"certificate", link.Result{Verdict: link.TLS}, "tls-error"},
		{"blocked", link.Result{Verdict: link.Blocked, Status: 403}, "link-blocked"},
		{"offline", link.Result{Verdict: link.Unchecked, Unreachable: "offline"}, "could-not-check"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := notes("Ellingsworth, “Fire,” https://courier.example/old.", "Ibid.")
			tt.result.URL = "https://courier.example/old"
			r.Links = []checker.Link{{Result: tt.result, CitedBy: []checker.CitedBy{
				{Note: 1, Citation: 0, Through: "ibid"}, {Note: 0, Citation: 0},
			}}}
			var got []string
			for _, rule := range rules.All() {
				for _, f := range found(t, r, rule.ID) {
					got = append(got, rule.ID)
					if rule.ID != "could-not-check" && (f.Note != 0 || len(f.Places) != 1 || f.Places[0].Through != "ibid" || !strings.Contains(f.Message, "Note 2 leans on it too.")) {
						t.Errorf("%s: %+v; want it at note 1, with note 2 as a place", rule.ID, f)
					}
				}
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOneCauseOneFinding joins what one host breaks.
func TestOneCauseOneFinding(t *testing.T) {
	t.Parallel()
	at := func(address string, res link.Result, note int) checker.Link {
		res.URL = address
		return checker.Link{Result: res, CitedBy: []checker.CitedBy{{Note: note, Citation: 0}}}
	}
	gone, missing, blocked := link.Result{Verdict: link.Dead}, link.Result{Verdict: link.Dead, Status: 404}, link.Result{Verdict: link.Blocked, Status: 403}
	tests := []struct {
		name, rule string
		links      []checker.Link
		want       int
	}{
		{"a host that is gone", "dead-link", []checker.Link{at("https://x.example/a", gone, 0), at("https://x.example/b", gone, 1)}, 1},
		{"two pages that are gone", "dead-link", []checker.Link{at("https://x.example/a", missing, 0), at("https://x.example/b", missing, 1)}, 2},
		{"a host that blocks", "link-blocked", []checker.Link{at("https://x.example/a", blocked, 0), at("https://x.example/b", blocked, 1)}, 1},
		{
			"withheld by law is another cause", "link-blocked",
			[]checker.Link{at("https://x.example/a", blocked, 0), at("https://x.example/b", link.Result{Verdict: link.Blocked, Status: 451}, 1)},
			2,
		},
		{"two hosts that block", "link-blocked", []checker.Link{at("https://x.example/a", blocked, 0), at("https://y.example/b", blocked, 1)}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := notes("A.", "B.")
			r.Links = tt.links
			if got := found(t, r, tt.rule); len(got) != tt.want {
				t.Errorf("%d findings, want %d: %+v", len(got), tt.want, got)
			}
		})
	}
}

// TestBackReferences gives citations what resolution knows of them.
func TestBackReferences(t *testing.T) {
	t.Parallel()
	type change = func(*article.Article)
	book := func(a *article.Article, n int, family, title string) {
		a.Notes[n].Citations[0].Item = article.Item{Type: "book", Title: title, Author: []article.Name{{Family: family}}}
	}
	last := func(a *article.Article) *article.Citation { return &a.Notes[len(a.Notes)-1].Citations[0] }
	tests := []struct {
		name, rule, text string
		change           change
		want             int
	}{
		{"ibid without a source", "ibid-first", "Ibid., 3.", func(a *article.Article) {
			last(a).Kind, last(a).Back = article.Ibid, article.Back{Device: article.IbidDevice, Word: "Ibid."}
		}, 1},
		{"ibid with one", "ibid-first", "Ibid., 3.", func(a *article.Article) {
			last(a).Kind, last(a).Target = article.Ibid, &article.Target{}
		}, 0},
		{"after several works", "ibid-after-multiple", "Ibid., 3.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Back = article.Ibid, article.Back{Device: article.IbidDevice, Word: "Ibid."}
			c.Antecedent, c.Target = &article.Ref{}, &article.Target{Evidence: article.Evidence{Choices: 2}}
			book(a, 0, "Kern", "Salt")
			a.Notes[0].Citations = append(a.Notes[0].Citations, a.Notes[0].Citations[0])
		}, 1},
		{"after a book and its chapter", "ibid-after-multiple", "Ibid., 3.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Antecedent, c.Target = article.Ibid, &article.Ref{}, &article.Target{Evidence: article.Evidence{Choices: 2}}
			book(a, 0, "Kern", "Salt")
			a.Notes[0].Citations = append(a.Notes[0].Citations, article.Citation{Kind: article.Full, Item: article.Item{Title: "Ad lectorem"}})
		}, 0},
		{"after one work", "ibid-after-multiple", "Ibid., 3.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Antecedent, c.Target = article.Ibid, &article.Ref{}, &article.Target{Evidence: article.Evidence{Choices: 1}}
		}, 0},
		{"after a gap", "ibid-ambiguous", "Ibid.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Target = article.Ibid, &article.Target{Evidence: article.Evidence{GapBefore: true, Choices: 1}}
		}, 1},
		{"misspelt", "ibid-misspelled", "Idib., 14.", nil, 1},
		{"misspelt and bare", "ibid-misspelled", "Ibd.", nil, 1},
		{"a bird", "ibid-misspelled", "Ibis, 14.", nil, 0},
		{"an initialism", "ibid-misspelled", "IBD, 14.", nil, 0},
		{"a name", "ibid-misspelled", "Ibi, 14.", nil, 0},
		{"op. cit. misspelt", "ibid-misspelled", "Kern, op. cite., 14.", nil, 1},
		{"op. cit.", "ibid-misspelled", "Kern, op. cit., 14.", nil, 0},
		{"short form of nothing", "short-form-unresolved", "Penhallow, Kelp Kings, 9.", func(a *article.Article) {
			last(a).Kind, last(a).Item.Title = article.Short, "Kelp Kings"
		}, 1},
		{"scripture", "short-form-unresolved", "Isaiah 40:3.", func(a *article.Article) { last(a).Kind = article.Short }, 0},
		{"an entry", "short-form-unresolved", "OED, s.v. “salt.”", func(a *article.Article) { last(a).Kind = article.Short }, 0},
		{"abbreviation", "hereinafter-undefined", "TTS, 44.", func(a *article.Article) { last(a).Kind = article.Short }, 1},
		{"abbreviation is no second finding", "short-form-unresolved", "TTS, 44.", func(a *article.Article) { last(a).Kind = article.Short }, 0},
		{"known abbreviation", "hereinafter-undefined", "BBC, 44.", func(a *article.Article) { last(a).Kind = article.Short }, 0},
		{"two works", "short-form-ambiguous", "Kern, 44.", func(a *article.Article) {
			book(a, 0, "Kern", "Salt")
			last(a).Kind, last(a).Target = article.Short, &article.Target{Ambiguous: true, Candidates: []article.Candidate{{Ref: article.Ref{Note: 1}}}}
		}, 1},
		{"two editions", "short-form-ambiguous", "Kern, 44.", func(a *article.Article) {
			book(a, 0, "Kern", "Salt")
			book(a, 1, "Kern", "Salt: A History")
			last(a).Kind, last(a).Target = article.Short, &article.Target{Ambiguous: true, Candidates: []article.Candidate{{Ref: article.Ref{Note: 1}}}}
		}, 0},
		{"another title", "short-title-mismatch", "Ellingsworth, Time Tables, 14.", func(a *article.Article) {
			book(a, 0, "Ellingsworth", "Tide Tables")
			last(a).Kind, last(a).Item.Title = article.Short, "Time Tables"
			last(a).Target = &article.Target{Evidence: article.Evidence{TitleScore: 0.5}}
		}, 1},
		{"another spelling", "author-spelling-varies", "Elingsworth, Tide Tables, 14.", func(a *article.Article) {
			book(a, 0, "Ellingsworth", "Tide Tables")
			last(a).Kind, last(a).Item.Author = article.Short, []article.Name{{Family: "Elingsworth"}}
			last(a).Target = &article.Target{Evidence: article.Evidence{TitleScore: 1, NameDistance: 1}}
		}, 1},
		{"no such note", "crossref-out-of-range", "See note 14.", func(a *article.Article) {
			last(a).Kind, last(a).Back.Notes = article.Crossref, []string{"14"}
		}, 1},
		{"note of another work", "crossref-out-of-range", "Smith, Salt, 45n14.", func(a *article.Article) { last(a).Back.Notes = []string{"14"} }, 0},
		{"wrong note", "crossref-mismatch", "Kern, supra note 2, at 14.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Back = article.Short, article.Back{Device: article.Supra, Notes: []string{"2"}}
			c.Target = &article.Target{Evidence: article.Evidence{WrongNumber: "1"}}
		}, 1},
		{"accompanying text", "crossref-mismatch", "Kern, supra note 2 and accompanying text.", func(a *article.Article) {
			c := last(a)
			c.Kind, c.Back = article.Short, article.Back{Device: article.Supra, Notes: []string{"2"}, AccompanyingText: true}
			c.Target = &article.Target{Evidence: article.Evidence{WrongNumber: "1"}}
		}, 0},
		{"itself", "crossref-self", "See note 3.", func(a *article.Article) { last(a).Kind, last(a).Back.Notes = article.Crossref, []string{"3"} }, 1},
		{"below that is above", "crossref-stale", "See note 1 below.", func(a *article.Article) {
			last(a).Kind, last(a).Back = article.Crossref, article.Back{Notes: []string{"1"}, Direction: article.Below}
		}, 1},
		{"above", "crossref-stale", "See note 1 above.", func(a *article.Article) {
			last(a).Kind, last(a).Back = article.Crossref, article.Back{Notes: []string{"1"}, Direction: article.Above}
		}, 0},
		{"idem for two", "idem-author-mismatch", "idem, Herring, 20.", func(a *article.Article) {
			a.Notes[1].Citations[0].Item.Author = []article.Name{{Family: "Dahl"}, {Family: "Wolski"}}
			last(a).Back, last(a).Antecedent = article.Back{Device: article.IdemDevice, Word: "idem"}, &article.Ref{Note: 1}
		}, 1},
		{"dies. is one or many", "idem-author-mismatch", "dies., Herring, 20.", func(a *article.Article) {
			a.Notes[1].Citations[0].Item.Author = []article.Name{{Family: "Dahl"}, {Family: "Wolski"}}
			last(a).Back, last(a).Antecedent = article.Back{Device: article.IdemDevice, Word: "dies."}, &article.Ref{Note: 1}
		}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := notes("First.", "Second.", tt.text)
			if tt.change != nil {
				tt.change(r.Article)
			}
			got := found(t, r, tt.rule)
			if len(got) != tt.want {
				t.Fatalf("%d findings, want %d: %+v", len(got), tt.want, got)
			}
			for _, f := range got {
				for _, fix := range f.Fixes {
					for _, e := range fix.Edits {
						if r.Article.Text.Cut(e.Span) == "" || r.Article.Text.Cut(e.Span) == e.Text {
							t.Errorf("edit %+v changes nothing: %q", e, r.Article.Text.Cut(e.Span))
						}
					}
				}
			}
		})
	}
}
