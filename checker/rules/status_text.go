package rules

import "strconv"

// statusText is an answer's number with its meaning, where editors meet it.
func statusText(status int) string {
	known := map[int]string{
		200: "OK", 301: "moved for good", 302: "moved for now", 308: "moved for good", 400: "bad request", 401: "log-in needed", 402: "payment needed",
		403: "forbidden", 404: "not found", 405: "not allowed", 406: "not acceptable", 408: "too slow", 410: "gone", 429: "too many requests",
		451: "withheld for legal reasons", 500: "server error", 502: "bad gateway", 503: "not available now", 504: "gateway too slow",
	}
	if words, ok := known[status]; ok {
		return strconv.Itoa(status) + " " + words
	}
	return strconv.Itoa(status)
}
