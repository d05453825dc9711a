package rules

import (
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
)

// What the rules of the verdicts share: one finding for a link, at the place
// that cites it in its own words; whatever leans on it is a place.

// eachLink lists a finding for every link that judge picks. judge sets the
// message and the help; the place, the address and the evidence are set here.
func eachLink(judge func(r *checker.Report, l *checker.Link) (checker.Finding, bool)) func(*checker.Report) []checker.Finding {
	return func(r *checker.Report) []checker.Finding {
		var found []checker.Finding
		for i := range r.Links {
			l := &r.Links[i]
			if len(l.CitedBy) == 0 || copyCited(l) {
				continue
			}
			if f, ok := judge(r, l); ok {
				found = append(found, atLink(r.Article, l, f))
			}
		}
		return found
	}
}

// says starts a link's finding with the engine's reason, or with words of our
// own where it gives none.
func says(l *checker.Link, fallback, help string) checker.Finding {
	message := strings.TrimSpace(l.Reason)
	if message == "" {
		message = siteName(l.URL) + " " + fallback + "."
	}
	if !strings.HasSuffix(message, ".") && !strings.HasSuffix(message, "!") && !strings.HasSuffix(message, "”") {
		message += "."
	}
	return checker.Finding{Message: message, Help: help, Confidence: 0.9}
}

// atLink puts a link's finding at the first place that gives its address.
func atLink(a *article.Article, l *checker.Link, f checker.Finding) checker.Finding {
	home := homeOf(l)
	at := l.CitedBy[home]
	f.Note, f.Citation, f.Span, f.URL = at.Note, at.Citation, at.Span, l.URL
	var leaning []string
	for i, by := range l.CitedBy {
		if i == home {
			continue
		}
		f.Places = append(f.Places, checker.Place{Note: by.Note, Citation: by.Citation, Span: by.Span, Through: by.Through})
		if by.Through != "" && by.Note >= 0 && by.Note < len(a.Notes) {
			leaning = append(leaning, a.Notes[by.Note].Number)
		}
	}
	f.Message += leanSentence(leaning)
	f.Evidence = append(f.Evidence, linkEvidence(l)...)
	return f
}

// homeOf is the index of the place that a link's finding is shown at.
func homeOf(l *checker.Link) int {
	for i, by := range l.CitedBy {
		if by.Through == "" && by.Note >= 0 {
			return i
		}
	}
	for i, by := range l.CitedBy {
		if by.Through == "" {
			return i
		}
	}
	return 0
}

// leanSentence names the notes that lean on a link by way of Ibid.s and short forms.
func leanSentence(notes []string) string {
	switch len(notes) {
	case 0:
		return ""
	case 1:
		return " Note " + notes[0] + " leans on it too."
	}
	return " Notes " + list(notes) + " lean on it too."
}

func linkEvidence(l *checker.Link) []checker.Evidence {
	var all []checker.Evidence
	if l.Status != 0 {
		all = append(all, checker.Evidence{What: "last answer", Value: statusText(l.Status), URL: l.URL})
	}
	if l.FinalURL != "" && l.FinalURL != l.URL {
		all = append(all, checker.Evidence{What: "ends at", Value: l.FinalURL, URL: l.FinalURL})
	}
	if l.Attempts > 0 {
		all = append(all, checker.Evidence{What: "tried", Value: plural(l.Attempts, "time")})
	}
	return all
}

// siteName is the host of an address as people say it.
func siteName(address string) string {
	if u := parsed(address); u != nil && u.Host != "" {
		return u.Hostname()
	}
	return address
}

// replaceEverywhere is one fix for all places that give a link's address; it
// is none where one of them cannot be changed exactly.
func replaceEverywhere(r *checker.Report, l *checker.Link, to, description string, class checker.FixClass) []checker.Fix {
	fix := checker.Fix{Description: description, Class: class}
	for i := range l.CitedBy {
		by := &l.CitedBy[i]
		if by.URL == nil {
			continue
		}
		edit, ok := readdress(r.Article, by.URL, to)
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, edit)
	}
	if len(fix.Edits) == 0 {
		return nil
	}
	return []checker.Fix{fix}
}

// byHost joins the findings of one host: a host that is gone, refuses or has a
// bad certificate is one cause. key is the host, or "" for a link on its own.
func byHost(r *checker.Report, pick func(*checker.Link) (key string, f checker.Finding, ok bool)) []checker.Finding {
	var found []checker.Finding
	index := map[string]int{}
	count := map[int]int{}
	for i := range r.Links {
		l := &r.Links[i]
		if len(l.CitedBy) == 0 || copyCited(l) {
			continue
		}
		key, f, ok := pick(l)
		if !ok {
			continue
		}
		f = atLink(r.Article, l, f)
		k, again := index[key]
		if !again || key == "" {
			index[key] = len(found)
			count[len(found)] = 1
			found = append(found, f)
			continue
		}
		count[k]++
		if strings.HasPrefix(found[k].Message, f.Message) {
			found[k].Message = f.Message // without the word that it is by another link's answer
		}
		found[k].Places = append(found[k].Places, checker.Place{Note: f.Note, Citation: f.Citation, Span: f.Span})
		found[k].Places = append(found[k].Places, f.Places...)
		found[k].Fixes = nil // every address needs its own
	}
	for k, n := range count {
		if n > 1 {
			found[k].Message += " " + plural(n, "link") + " of this article lead there."
		}
	}
	return found
}

// hostKey is scheme, name and port of a link: what DESIGN calls a host.
func hostKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// verdict makes a rule's Run out of a verdict.
func verdict(v link.Verdict, fallback, help string) func(*checker.Report) []checker.Finding {
	return eachLink(func(r *checker.Report, l *checker.Link) (checker.Finding, bool) {
		if l.Verdict != v {
			return checker.Finding{}, false
		}
		f := says(l, fallback, help)
		f.Fixes = archived(r, l)
		return f, true
	})
}
