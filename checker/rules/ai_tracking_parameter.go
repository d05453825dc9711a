package rules

import (
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/pattern"
)

// AITrackingParameter finds an address that came through a chatbot.
var AITrackingParameter = &checker.Rule{ID: "ai-tracking-parameter", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Address came through a chatbot",
	Text: "The address says that it was opened from a chatbot, or it leads to a chat. That tells nothing about who wrote the text. But somebody should have read the page " +
		"itself, and a chat is no source that readers can check.",
	Do:    "Open the page, see whether it bears out what it is cited for, and take the mark out of the address.",
	Quiet: "Addresses set as code, and chats where they are what the article is about.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire?utm_source=chatgpt.com.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.",
	Basis: "Wikipedia: Signs of AI writing, on utm_source",
}, Supersedes: []string{"url-tracking-params"}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	u := o.at
	if u == nil || inCode(r.Article, o) {
		return checker.Finding{}, false
	}
	if bot := sharedChat(u); bot != "" && o.note >= 0 && !aboutChatbots.MatchString(r.Article.Meta.Title) {
		f := o.finding("The address %s leads to a chat with %s.", o.where(r.Article), bot)
		f.Help = "Cite the source that the chat speaks of, after reading it. If the chat itself is the subject, leave it."
		f.Confidence = 0.8
		return f, true
	}
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		key, value, _ := strings.Cut(pair, "=")
		plain, err := url.QueryUnescape(value)
		if err != nil {
			continue
		}
		if bot := chatbot(key, plain); bot != "" {
			clean, _ := untracked(o.url.Address)
			f := o.finding("The address %s was opened from %s (%s).", o.where(r.Article), bot, pair)
			f.Help = "Read the page and see that it says what the note cites it for; then use the address without the parameter."
			f.Evidence = evidence("parameter", pair)
			f.Fixes = mend(r.Article, o.url, clean, "Take the parameter out", checker.Safe)
			return f, true
		}
	}
	return checker.Finding{}, false
}))}

// aboutChatbots matches the title of an article whose subject chats are.
var aboutChatbots = pattern.New(`\b(?:[Cc]hatbots?|ChatGPT|GPT|Grok|Claude|Gemini|Copilot|Perplexity|LLMs?|AI|(?i:language models?|artificial intelligence))\b`)

// sharedChat is the chatbot whose shared chat an address leads to, or "".
func sharedChat(u *url.URL) string {
	host := hostOf(u)
	switch {
	case (host == "chatgpt.com" || host == "chat.openai.com") && (strings.HasPrefix(u.Path, "/share/") || strings.HasPrefix(u.Path, "/c/")):
		return "ChatGPT"
	case host == "grok.com" && strings.HasPrefix(u.Path, "/share/"):
		return "Grok"
	case host == "claude.ai" && strings.HasPrefix(u.Path, "/share/"):
		return "Claude"
	case strings.HasPrefix(host, "ppl-ai-file-upload."):
		return "Perplexity"
	}
	return ""
}
