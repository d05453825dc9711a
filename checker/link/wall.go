package link

import (
	"regexp"
	"strings"
)

var (
	wallTitle = regexp.MustCompile(`(?i)^(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|robot check|security check|ddos-guard|please verify|verify(?:ing)? (?:you are|your browser)|checking your browser|one more step|bot verification|human verification|pardon our interruption|request unsuccessful)`)
	captcha   = regexp.MustCompile(`(?i)captcha|are you a human|not a robot|unusual traffic|enable javascript and cookies to continue|verify you are human`)
)

// wallName names the bot wall that a page is, "" if it is none.
func wallName(p *Page) string {
	h := p.Header
	if h.Get("Cf-Mitigated") == "challenge" {
		return "Cloudflare" // whatever the status: a wall may answer 404
	}
	server := strings.ToLower(h.Get("Server"))
	refused := p.Status == 403 || p.Status == 401 || p.Status == 405 || p.Status == 429 || p.Status == 503 || p.Status == 200 || p.Status == 202
	if !refused {
		return ""
	}
	bad := p.Status != 200
	title := wallTitle.MatchString(p.Title)
	switch {
	case title && strings.Contains(server, "cloudflare"):
		return "Cloudflare"
	case h.Get("X-Datadome") != "" && bad, strings.Contains(strings.ToLower(h.Get("Set-Cookie")), "datadome=") && bad:
		return "DataDome"
	case h.Get("X-Px-Block-Score") != "", strings.Contains(p.Text, "Press & Hold to confirm"), bad && strings.Contains(strings.ToLower(h.Get("Set-Cookie")), "_px"):
		return "PerimeterX"
	case bad && strings.Contains(server, "akamaighost"):
		return "Akamai"
	case strings.Contains(strings.ToLower(p.Title), "ddos-guard"), strings.Contains(server, "ddos-guard") && bad:
		return "DDoS-Guard"
	case h.Get("X-Iinfo") != "" && bad, strings.Contains(p.Text, "Incapsula incident"):
		return "Imperva"
	case h.Get("X-Amzn-Waf-Action") != "":
		return "AWS WAF"
	case title && p.TextLength < longPage, p.TextLength < shortPage && captcha.MatchString(p.Text):
		return "a captcha or a like test"
	}
	return ""
}
