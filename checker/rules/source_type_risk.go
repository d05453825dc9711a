package rules

import (
	"net/url"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// SourceTypeRisk finds sources that change, vanish or stand for others.
var SourceTypeRisk = &checker.Rule{ID: "source-type-risk", Group: checker.Source, Severity: checker.Info, Doc: checker.Doc{
	Title: "Source that may change or vanish",
	Text: "What is cited may say something else tomorrow, or vanish: a Wikipedia article without the number of its version, a post on a social network, the results of a search, " +
		"or a chat with a program.",
	Do:    "Give a link to the version that was read (on Wikipedia: “Permanent link”), an archived copy, or the source behind it.",
	Quiet: "Notes that give an archived copy, and articles that are about that very page or site.",
	Bad:   "A.[^1]\n\n[^1]: “Tide Mill,” Wikipedia, https://en.wikipedia.org/wiki/Tide_mill.",
	Good:  "A.[^1]\n\n[^1]: “Tide Mill,” Wikipedia, https://en.wikipedia.org/w/index.php?title=Tide_mill&oldid=12.",
	Basis: "CMOS 17, 14.9 and 14.233",
}, Run: run(riskySources)}

// risk is a kind of source, in the words of the finding.
type risk struct{ what, help string }

func riskySources(r *checker.Report) []checker.Finding {
	spots := map[risk][]spot{}
	var order []risk
	for _, o := range occurrences(r) {
		u := o.at
		if o.citation < 0 || u == nil || isExample(r.Article, o) {
			continue
		}
		kind, subject := riskOf(u)
		if kind.what == "" || subjectIs(r.Article, subject) || hasCopy(&r.Article.Notes[o.note].Citations[o.citation]) {
			continue
		}
		if spots[kind] == nil {
			order = append(order, kind)
		}
		spots[kind] = append(spots[kind], spot{note: o.note, span: o.url.Span})
	}
	var found []checker.Finding
	for _, kind := range order {
		found = append(found, grouped(spots[kind], kind.what+" is cited "+atSpots(r.Article, spots[kind])+".", kind.help)...)
	}
	return found
}

// riskOf is the kind of volatile source that an address leads to, and the words
// by which an article on that kind of site would call it.
func riskOf(u *url.URL) (kind risk, subject []string) {
	host, path, query := hostOf(u), strings.ToLower(u.Path), u.Query()
	switch {
	case onHost(host, "wikipedia.org"):
		if strings.HasPrefix(path, "/wiki/special:permanentlink") || query.Has("oldid") || query.Has("diff") || !strings.HasPrefix(path, "/wiki/") && !query.Has("title") {
			return risk{}, nil
		}
		return risk{
			"A Wikipedia page that changes",
			"Give the address of the version that was read (“Permanent link” on the page), or the source that it cites.",
		}, []string{"wikipedia", "wikimedia", "wiki"}
	case post(host, path):
		subject = []string{
			"twitter", "tweet", "facebook", "instagram", "tiktok", "reddit", "bluesky", "mastodon", "threads", "social media", "social network", "hashtag", "meme", "influencer", "online",
		}
		return risk{"A post on a social network", "Give a copy in an archive beside it, or quote the post in full: posts are deleted."}, subject
	case searchResults(host, path, query):
		return risk{"A page of search results", "Cite the source that the search found."}, []string{"search", "google"}
	case chat(host, path):
		return risk{"A chat with a program", "Cite the source that the answer rests on."}, []string{"chatgpt", "chatbot", "language model", "llm", "artificial intelligence", " ai ", "gpt"}
	}
	return risk{}, nil
}

// post says whether an address is that of one post.
func post(host, path string) bool {
	switch {
	case onHost(host, "twitter.com"), onHost(host, "x.com"):
		return strings.Contains(path, "/status/")
	case onHost(host, "facebook.com"):
		return strings.Contains(path, "/posts/") || strings.HasPrefix(path, "/permalink.php") || strings.HasPrefix(path, "/photo")
	case onHost(host, "instagram.com"):
		return strings.HasPrefix(path, "/p/") || strings.HasPrefix(path, "/reel/")
	case onHost(host, "threads.net"), onHost(host, "threads.com"), onHost(host, "bsky.app"):
		return strings.Contains(path, "/post/")
	case onHost(host, "tiktok.com"):
		return strings.Contains(path, "/video/")
	case onHost(host, "reddit.com"):
		return strings.Contains(path, "/comments/")
	case onHost(host, "linkedin.com"):
		return strings.HasPrefix(path, "/posts/") || strings.HasPrefix(path, "/feed/update/")
	}
	return false
}

// searchResults says whether an address is that of a search.
func searchResults(host, path string, query url.Values) bool {
	switch {
	case onHost(host, "google.com"), onHost(host, "bing.com"), onHost(host, "yandex.ru"):
		return path == "/search" && query.Has("q") || host == "scholar.google.com" && path == "/scholar" && query.Has("q")
	case onHost(host, "duckduckgo.com"):
		return query.Has("q") && (path == "/" || path == "")
	case onHost(host, "search.yahoo.com"):
		return path == "/search"
	case onHost(host, "baidu.com"):
		return path == "/s"
	}
	return false
}

// chat says whether an address is that of a shared chat with a program.
func chat(host, path string) bool {
	switch host {
	case "chatgpt.com", "chat.openai.com", "claude.ai", "grok.com":
		return strings.HasPrefix(path, "/share/") || strings.HasPrefix(path, "/c/")
	case "g.co":
		return strings.HasPrefix(path, "/gemini/share/")
	case "gemini.google.com":
		return strings.HasPrefix(path, "/share/")
	case "perplexity.ai":
		return strings.HasPrefix(path, "/search/")
	case "poe.com":
		return strings.HasPrefix(path, "/s/")
	case "copilot.microsoft.com":
		return strings.HasPrefix(path, "/shares/")
	}
	return false
}

// subjectIs says whether the article is about the kind of site: such a page is
// then its object and not its source.
func subjectIs(a *article.Article, subject []string) bool {
	const headline = 200 // bytes that a title has at most
	title := a.Meta.Title
	if title == "" && len(a.Body) > 0 && a.Body[0].Text.Len() < headline {
		title = a.Body[0].Text.String
	}
	title = " " + strings.ToLower(title) + " "
	for _, word := range subject {
		if strings.Contains(title, word) {
			return true
		}
	}
	own := parsed(a.Meta.URL)
	return own != nil && onHost(hostOf(own), "wikipedia.org")
}

// hasCopy says whether a citation gives a copy in an archive.
func hasCopy(c *article.Citation) bool {
	for i := range min(len(c.URLs), mostAddresses) {
		if u := parsed(c.URLs[i].Address); u != nil && (archiveHost(hostOf(u)) || unreliable(hostOf(u))) {
			return true
		}
	}
	return false
}
