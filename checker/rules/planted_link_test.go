package rules_test

import (
	"net/url"
	"regexp"
	"strings"
)

// Mistakes with addresses.

func linkMistakes() []mutation {
	return []mutation{
		{"an address is broken by a space", []string{"url-broken-by-space"}, eachURL(func(u string) []string {
			var all []string
			for i := len("https://") + strings.Index(u[8:], "/") + 1; i < len(u)-4; i++ {
				if u[i] == '/' || u[i] == '-' {
					all = append(all, u[:i+1]+" "+u[i+1:])
				}
			}
			return all
		}), []string{"article.md", "article.txt", "article.docx"}},
		{"a page's link takes the stop with it", []string{"url-trailing-punctuation"}, eachHref(func(u string) []string { return []string{u + ".", u + ",", u + "),", u + "”"} }), pages},
		{"the scheme is left out", []string{"url-no-scheme"}, eachURL(func(u string) []string {
			if !strings.HasPrefix(u, "https://www.") {
				return nil
			}
			return []string{strings.TrimPrefix(u, "https://")}
		}), nil},
		{"the scheme is mistyped", []string{"url-malformed"}, eachURL(func(u string) []string {
			rest := u[strings.Index(u, "://")+3:]
			return []string{"htps://" + rest, "htp://" + rest, "https//" + rest, "https:/" + rest, "https://https://" + rest, "ttps://" + rest, "https:" + rest, "http://https://" + rest, "hhttps://" + rest, "https://https//" + rest, "https;//" + rest, "https:\\\\" + rest}
		}), nil},
		{"a page's link has a mistyped scheme", []string{"url-malformed"}, eachHref(func(u string) []string {
			rest := u[strings.Index(u, "://")+3:]
			return []string{"htps://" + rest, "https//" + rest, "https://https://" + rest, "http://http//" + rest}
		}), pages},
		{"the address leads by way of another site", []string{"url-wrapped"}, eachURL(wrapped), nil},
		{"a page's link leads by way of another site", []string{"url-wrapped"}, eachHref(wrapped), pages},
		{"an address of one's own machine", []string{"url-local"}, eachURL(func(u string) []string {
			return []string{"http://localhost:8080/fire", "http://192.168.0.12/docs/fire.pdf", "http://127.0.0.1:4000/posts/fire", "https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789/edit", strings.TrimSuffix(u, "/") + "/?p=12&preview=true", "https://courier.example.com/wp-admin/post.php?post=12&action=edit", "http://intranet.local/fire"}
		}), nil},
		{"a page's link leads to a file of its author", []string{"url-local"}, eachHref(func(string) []string {
			return []string{"file:///C:/Users/mara/Documents/fire.pdf", "file:///home/mara/fire.html", "http://localhost/fire"}
		}), pages},
		{"a newsletter leaves its marks", []string{"url-tracking-params"}, eachURL(marked("utm_source=newsletter&utm_medium=email", "fbclid=IwAR0abcDEF123", "gclid=Cj0KCQjw", "utm_campaign=spring", "mc_cid=2b1f&mc_eid=77aa", "igshid=MzRlODBiNWFlZA")), nil},
		{"a chatbot leaves its marks", []string{"ai-tracking-parameter"}, eachURL(marked("utm_source=chatgpt.com", "utm_source=openai", "utm_source=perplexity", "utm_source=copilot.com", "referrer=grok.com")), nil},
		{"the number of a visit is left", []string{"url-session-id"}, eachURL(func(u string) []string {
			if strings.Contains(u, "?") || strings.Contains(u, "doi.org") {
				return nil
			}
			return []string{u + ";jsessionid=8F3A22C0D1E2", u + "?PHPSESSID=3b7a1f0c2d4e5f60718293a4b5c6d7e8", u + "?sid=0123456789abcdef0123456789abcdef", u + "?X-Amz-Expires=3600&X-Amz-Signature=abc123"}
		}), nil},
		{"an address is shortened", []string{"url-shortener"}, eachURL(func(string) []string {
			return []string{"https://bit.ly/3xYzAbC", "https://tinyurl.com/y3abc9", "https://t.co/AbCdEfGhIj", "https://goo.gl/Qw3rTy", "https://ow.ly/abcd50", "https://is.gd/Lamp12"}
		}), nil},
		{"a page's link goes elsewhere than it says", []string{"url-text-mismatch"}, eachHref(func(u string) []string {
			parsed, err := url.Parse(u)
			if err != nil || len(parsed.Path) < 8 || strings.Contains(u, "perma.cc") || strings.Contains(u, "doi.org") || strings.Contains(u, "archive.org") {
				return nil
			}
			return []string{strings.Replace(u, parsed.Host, "www.another-site.net", 1), u[:len(u)-6] + "other/page"}
		}), pages},
		{"an address is cut down to the site", []string{"bare-domain"}, eachURL(func(u string) []string {
			parsed, err := url.Parse(u)
			if err != nil || !regexp.MustCompile(`/20\d\d/`).MatchString(parsed.Path) || strings.Contains(u, "archive.org") {
				return nil // a page without a date may be the site itself
			}
			return []string{parsed.Scheme + "://" + parsed.Host + "/", parsed.Scheme + "://" + parsed.Host}
		}), nil},
		{"the address of a copy is damaged", []string{"archive-link-broken"}, eachURL(func(u string) []string {
			return []string{"https://web.archive.org/web/2099" + "0101000000/" + u, "https://web.archive.org/web/20190231000000/" + u, "https://web.archive.org/web/20190301120000/" + strings.Replace(u, "://", ":/", 1), "https://web.archive.org/web/20191301120000/" + u, "https://web.archive.org/web/2019030112000012/" + u}
		}), nil},
		{"a copy of an untrusted archive", []string{"archive-untrusted"}, eachURL(func(u string) []string {
			if strings.Contains(u, "awwi") || strings.Contains(u, "perma.cc") {
				return nil // there are two addresses
			}
			return []string{"https://archive.ph/AbC12", "https://archive.today/Qx7Yz", "https://archive.is/x1Y2z", "https://www.webcitation.org/6AbCdEfGh"}
		}), nil},
		{"a page that anyone can change", []string{"source-type-risk"}, eachURL(func(string) []string {
			return []string{"https://en.wikipedia.org/wiki/Salt", "https://de.wikipedia.org/wiki/Leuchtturm"}
		}), nil},
	}
}

func wrapped(u string) []string {
	if strings.Contains(u, "web.archive.org") || strings.Contains(u, "doi.org") {
		return nil
	}
	parsed, err := url.Parse(u)
	if err != nil {
		return nil
	}
	inner := url.QueryEscape(u)
	return []string{
		"https://www.google.com/url?q=" + inner + "&sa=D&ust=1550000000", "https://l.facebook.com/l.php?u=" + inner + "&h=AT0abc",
		"https://eur01.safelinks.protection.outlook.com/?url=" + inner + "&data=02", "https://" + parsed.Host + ".ezproxy.lib.example.edu" + parsed.Path,
		"https://ezproxy.lib.example.edu/login?url=" + u, "https://www.google.com/amp/s/" + strings.TrimPrefix(u, "https://"),
		"https://webcache.googleusercontent.com/search?q=cache:" + u, "https://translate.google.com/translate?sl=de&tl=en&u=" + inner,
	}
}

func marked(marks ...string) func(string) []string {
	return func(u string) []string {
		sep := "?"
		if strings.Contains(u, "?") {
			sep = "&"
		}
		all := make([]string, len(marks))
		for i, m := range marks {
			all[i] = u + sep + m
		}
		return all
	}
}

// eachURL changes an address in the text of a note.
func eachURL(change func(u string) []string) func(paper) []planted {
	return eachRemark(func(p paper, i int) []planted {
		var all []planted
		text := p.notes[i].text
		for _, m := range paperURL.FindAllString(text, -1) {
			u := strings.TrimRight(m, ".,;)")
			for _, to := range change(u) {
				all = append(all, planted{p.with(i, strings.Replace(text, u, to, 1)), []string{p.notes[i].label}})
			}
		}
		return all
	})
}

// eachHref changes where a link of a page leads, and leaves what it shows.
func eachHref(change func(u string) []string) func(paper) []planted {
	return eachRemark(func(p paper, i int) []planted {
		var all []planted
		for _, m := range paperURL.FindAllString(p.notes[i].text, -1) {
			u := strings.TrimRight(m, ".,;)")
			for _, to := range change(u) {
				q := p.clone()
				q.hrefs = map[string]string{u: to}
				all = append(all, planted{q, []string{p.notes[i].label}})
			}
		}
		return all
	})
}
