package wikitext

import (
	"strings"

	"ibid/parser/document"
)

// quote is a run of apostrophes in a line: what they switch, and how many of
// them are letters before that.
type quote struct {
	at, n, letters int
	style          document.Style
}

// findQuotes reads the apostrophes of a line the way MediaWiki does: where both
// italics and bold are left open, one of the bold is an apostrophe and italics.
func (r *reading) findQuotes(start, end int) []quote {
	var list []quote
	italics, bold := 0, 0
	for at := start; at < end; {
		n := strings.IndexAny(r.src[at:end], "'\n{<")
		if n < 0 {
			break
		}
		if at += n; r.src[at] == '\n' {
			break
		}
		if r.src[at] != '\'' {
			at = r.behind(at, end)
			continue
		}
		n = min(len(r.src[at:end])-len(strings.TrimLeft(r.src[at:end], "'")), end-at)
		if n > 1 {
			q := quote{at: at, n: n}
			switch {
			case n == 2:
				q.style = document.Italic
			case n <= 4:
				q.style, q.letters = document.Bold, n-3
			default:
				q.style, q.letters = document.Italic|document.Bold, n-5
			}
			if q.style.Has(document.Italic) {
				italics++
			}
			if q.style.Has(document.Bold) {
				bold++
			}
			list = append(list, q)
		}
		at += n
	}
	if italics%2 == 1 && bold%2 == 1 {
		r.rebalance(list)
	}
	return list
}

// rebalance makes an apostrophe and italics of one bold: behind a word of one
// letter, else behind a longer one, else behind a space.
func (r *reading) rebalance(list []quote) {
	best, rank := -1, 0
	for i, q := range list {
		if q.n != 3 && q.n != 4 || q.at == 0 {
			continue
		}
		before := r.src[:q.at+q.letters]
		now := 1
		if !strings.HasSuffix(before, " ") {
			now = 2
			if len(before) > 1 && before[len(before)-2] == ' ' {
				now = 3
			}
		}
		if now > rank {
			best, rank = i, now
		}
	}
	if best >= 0 {
		list[best].letters++
		list[best].style = document.Italic
	}
}

// apostrophes takes a run of them.
func (r *reading) apostrophes(end int) {
	for len(r.quotes) > 0 && r.quotes[0].at < r.at {
		r.quotes = r.quotes[1:]
	}
	if len(r.quotes) == 0 || r.quotes[0].at != r.at || r.at+r.quotes[0].n > end {
		n := len(r.src[r.at:end]) - len(strings.TrimLeft(r.src[r.at:end], "'"))
		r.w.Add(document.NewText(r.src[r.at:r.at+n], r.at, ""))
		r.at += n
		return
	}
	q := r.quotes[0]
	r.quotes = r.quotes[1:]
	r.w.Add(document.NewText(r.src[r.at:r.at+q.letters], r.at, ""))
	r.w.Style ^= q.style
	r.at += q.n
}
