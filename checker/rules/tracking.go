package rules

import (
	"net/url"
	"slices"
	"strings"
)

// Parameters that follow readers around. The keys are those of which the
// ClearURLs lists and browsers' own lists agree that no page needs them; ref,
// source, id, s and t may be real and are not among them.

// trackingKey says whether a parameter's name is one of a tracker. host is the
// site's, for names that mean it on that site alone.
func trackingKey(host, key string) bool {
	key = strings.ToLower(key)
	if strings.HasPrefix(key, "utm_") || strings.HasPrefix(key, "hsa_") || strings.HasPrefix(key, "pk_campaign") || strings.HasPrefix(key, "mtm_") || strings.HasPrefix(key, "__hs") {
		return true
	}
	if slices.Contains([]string{
		"fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid",
		"mkt_tok", "ref_src", "ref_url", "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "rb_clickid", "s_cid", "ml_subscriber",
		"ml_subscriber_hash", "wickedid", "_openstat", "cmpid", "ito", "ns_source", "ns_mchannel", "ns_campaign", "smid", "srsltid", "guccounter", "guce_referrer", "guce_referrer_sig", "_ga", "_gl", "_gid",
	}, key) {
		return key != "ito" && key != "smid" || key == "ito" && onHost(host, "dailymail.co.uk") || key == "smid" && onHost(host, "nytimes.com")
	}
	return key == "si" && (onHost(host, "youtu.be") || onHost(host, "youtube.com") || onHost(host, "spotify.com")) || key == "feature" && onHost(host, "youtu.be")
}

// chatbot is the chatbot that a parameter's value names, or "".
func chatbot(key, value string) string {
	key, value = strings.ToLower(key), strings.ToLower(strings.TrimRight(value, "/."))
	if key != "utm_source" && key != "referrer" && key != "utm_referrer" {
		return ""
	}
	if key == "referrer" && value != "grok.com" {
		return ""
	}
	switch strings.TrimPrefix(value, "www.") {
	case "chatgpt.com", "chatgpt", "openai", "openai.com", "chat.openai.com":
		return "ChatGPT"
	case "copilot.com", "copilot.microsoft.com", "copilot":
		return "Copilot"
	case "perplexity", "perplexity.ai":
		return "Perplexity"
	case "claude.ai", "claude":
		return "Claude"
	case "gemini", "gemini.google.com":
		return "Gemini"
	case "grok.com", "grok":
		return "Grok"
	}
	return ""
}

// untracked takes the tracking parameters out of an address and leaves all
// else as it was: order, escapes, fragment. removed names what went.
func untracked(address string) (clean string, removed []string) {
	head, fragment, hasFragment := strings.Cut(address, "#")
	path, query, ok := strings.Cut(head, "?")
	if !ok {
		return address, nil
	}
	host := ""
	if u := parsed(address); u != nil {
		host = hostOf(u)
	}
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(value); err == nil {
			value = plain
		}
		if trackingKey(host, key) || chatbot(key, value) != "" {
			removed = append(removed, key)
			continue
		}
		kept = append(kept, pair)
	}
	if removed == nil {
		return address, nil
	}
	clean = path
	if len(kept) > 0 {
		clean += "?" + strings.Join(kept, "&")
	}
	if hasFragment {
		clean += "#" + fragment
	}
	return clean, removed
}
