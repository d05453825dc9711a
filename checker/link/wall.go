package link

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ibid/pattern"
)

// wallName names the wall against programs that a page is, "" if it is none.
//
//	403 with Cf-Mitigated: challenge                              Cloudflare
//	200 “Just a moment…” with Cloudflare's script                 Cloudflare
//	403 “Access Denied … Reference #18.2f…”                        Akamai
//	200 “Making sure you're not a bot!” with Anubis' script       Anubis
//	200, a long article called “Access Denied”                    none
//
// Its makers' headers and scripts say whose it is; where only its words say
// that it is one, it is "a test for people".
func wallName(p *Page) string {
	if p.Header.Get("Cf-Mitigated") == "challenge" {
		return "Cloudflare" // whatever the status: a wall may answer 404
	}
	if !wallStatus(p.Status) {
		return ""
	}
	refused := p.Status >= 400
	if name := wallByHeader(p, refused); name != "" {
		return name
	}
	if name := p.marked("wall"); name != "" && (refused || p.TextLength < longPage/2) {
		return name
	}
	if name := p.marked("wallscript"); name != "" && (refused || p.Title == "" && p.TextLength < shellPage || saysHuman(p)) {
		return name
	}
	if name := wallByWords(p, refused); name != "" {
		return name
	}
	return ""
}

// wallAddresses are where walls lead those whom they test.
var wallAddresses = []struct { //nolint:gochecknoglobals // constant table
	name  string
	match *pattern.Pattern
}{
	{"Radware", pattern.New(`(?i)^(?:validate|captcha)\.perfdrive\.com/`)},
	{"DataDome", pattern.New(`(?i)captcha-delivery\.com/`)},
	{"Google", pattern.New(`(?i)^(?:www\.|ipv[46]\.)?google\.[a-z.]+/sorry(?:/|$)`)},
	{"Imperva", pattern.New(`(?i)/distil_r_(?:captcha|blocked)|/_Incapsula_Resource`)},
	{"Queue-it", pattern.New(`(?i)^[^/]*\bqueue-it\.net/`)},
	{"SiteGround", pattern.New(`(?i)/\.well-known/sgcaptcha/`)},
	{"Cloudflare", pattern.New(`(?i)/cdn-cgi/(?:l/chk|challenge)`)},
	{"a test for people", pattern.New(`(?i)/(?:captcha|re-?captcha|bot-?check|robot-?check|bot-?detect(?:ed|ion)?|human-?(?:check|verification)|are-?you-?(?:a-?)?(?:human|robot)|splashui/captcha|errors/validateCaptcha)(?:[./?]|$)`)},
}

// wallByAddress names the wall that redirects lead to, "" if they lead to none.
func wallByAddress(from, to *url.URL) string {
	for _, w := range wallAddresses {
		if w.match.MatchString(to.Hostname()+to.EscapedPath()) && !w.match.MatchString(from.Hostname()+from.EscapedPath()) {
			return w.name
		}
	}
	return ""
}

// wallStatus says whether walls answer with a status.
func wallStatus(status int) bool {
	switch status {
	case http.StatusOK, http.StatusAccepted, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusMethodNotAllowed,
		http.StatusNotAcceptable, http.StatusTeapot, http.StatusTooManyRequests, http.StatusServiceUnavailable, 456, 498, 999:
		return true
	}
	return false
}

// wallByHeader knows a wall by the headers that its maker sets on it.
func wallByHeader(p *Page, refused bool) string {
	h := p.Header
	cookies := strings.ToLower(strings.Join(h.Values("Set-Cookie"), "\n"))
	server := strings.ToLower(h.Get("Server"))
	asked := p.Status != http.StatusServiceUnavailable // a 503 may be trouble behind the wall
	switch {
	case p.Status == 999:
		return "LinkedIn"
	case h.Get("X-Amzn-Waf-Action") != "":
		return "AWS WAF"
	case h.Get("X-Vercel-Mitigated") != "":
		return "Vercel"
	case h.Get("Sg-Captcha") != "":
		return "SiteGround"
	case h.Get("X-Kpsdk-Ct") != "" && refused, h.Get("X-Kpsdk-R") != "":
		return "Kasada"
	case h.Get("X-Px-Block-Score") != "", h.Get("X-Px-Blocked") != "", refused && asked && strings.Contains(cookies, "_px"):
		return "PerimeterX (HUMAN)"
	case !refused:
		return ""
	case h.Get("X-Datadome") != "", h.Get("X-Dd-B") != "", strings.Contains(cookies, "datadome="):
		return "DataDome"
	case h.Get("X-Iinfo") != "" && asked, strings.Contains(cookies, "incap_ses") && asked, strings.Contains(cookies, "visid_incap") && asked:
		return "Imperva"
	case strings.Contains(server, "akamaighost") && p.Status == http.StatusForbidden:
		return "Akamai"
	case h.Get("X-Sucuri-Block") != "", strings.Contains(server, "sucuri") && asked:
		return "Sucuri"
	case strings.Contains(server, "ddos-guard"):
		return "DDoS-Guard"
	case strings.Contains(server, "qrator") && asked:
		return "Qrator"
	case strings.Contains(server, "cloudflare") && p.Status == http.StatusForbidden && (saysHuman(p) || strings.Contains(p.Title, "Cloudflare")):
		return "Cloudflare"
	}
	return ""
}

// wallByWords knows a wall by what it says.
func wallByWords(p *Page, refused bool) string {
	text, title := p.Text, strings.ToLower(p.Title)
	switch {
	case p.TextLength >= longPage:
		return ""
	case strings.Contains(text, "Reference #") && strings.Contains(title+strings.ToLower(p.Heading), "access denied"):
		return "Akamai"
	case strings.Contains(text, "Incapsula incident"), strings.HasPrefix(title, "pardon our interruption"):
		return "Imperva"
	case strings.Contains(text, "Press & Hold to confirm"), strings.HasPrefix(title, "access to this page has been denied"):
		return "PerimeterX (HUMAN)"
	case strings.HasPrefix(title, "ddos-guard"):
		return "DDoS-Guard"
	case strings.Contains(text, "The requested URL was rejected") && strings.Contains(text, "support ID"):
		return "F5"
	case strings.Contains(text, "Sucuri WebSite Firewall"):
		return "Sucuri"
	case strings.Contains(text, "Generated by cloudfront (CloudFront)") && p.Status == http.StatusForbidden:
		return "Amazon CloudFront"
	case strings.Contains(title, "| cloudflare"), strings.Contains(text, "DDoS protection by Cloudflare"):
		return "Cloudflare"
	case strings.HasPrefix(title, "making sure you're not a bot"):
		return "Anubis"
	}
	if !saysHuman(p) {
		return ""
	}
	switch {
	case strings.Contains(strings.ToLower(p.Header.Get("Server")), "cloudflare"):
		return "Cloudflare"
	case p.marked("captcha") != "":
		return p.marked("captcha")
	case refused && p.Status != http.StatusServiceUnavailable:
		return "" // its status says so, and better
	}
	return "a test for people"
}

// saysHuman says whether a page with little text asks whether the reader is human.
func saysHuman(p *Page) bool {
	if p.TextLength >= 2*shortPage || len(p.Title) >= longTitle {
		return false
	}
	l := otherPages()["human"]
	for _, s := range append([]string{p.Title}, p.Headings...) {
		if _, ok := l.find(s, true); ok && s != "" {
			return p.Status != http.StatusOK || p.TextLength < shortPage
		}
	}
	head := strings.ToValidUTF8(p.Text[:min(len(p.Text), firstWords)], "")
	_, says := l.find(head, false)
	return says && (p.TextLength < shortPage || slices.ContainsFunc(p.Marks, func(m string) bool { return strings.HasPrefix(m, "captcha ") }))
}
