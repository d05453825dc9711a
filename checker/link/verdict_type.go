package link

import (
	"path"
	"slices"
	"strings"

	"ibid/pattern"
)

// mediaWords are in addresses whose answer may well be a picture, a recording or code.
var mediaWords = pattern.New(`(?i)imag|img|photo|pictur|figure|media|download|file|iiif|render|thumb|asset|upload|static|attach|scan|audio|video|stream|map|tile|chart|plot|poster|css|style|script|font|icon|logo|avatar|gallery|foto|bild|raw|cdn|blob`)

// judgeType recognises an answer of a kind that cannot be what is cited: a
// picture, a style sheet, a script or a font at the address of an article.
//
//	/2016/fire-at-the-mill.html → image/gif     content-drift
//	/story → text/css                           content-drift
//	/scans/12 → image/jpeg                      not: it may be the scan
//	/photo.jpg → text/html                      not: a page about the photo
func judgeType(t *task, p *Page) (Result, bool) {
	kind := ""
	switch major, minor, _ := strings.Cut(p.ContentType, "/"); {
	case major == "image":
		kind = "a picture"
	case major == "font", strings.Contains(minor, "font"):
		kind = "a font"
	case p.ContentType == "text/css":
		kind = "a style sheet"
	case minor == "javascript", minor == "x-javascript", minor == "ecmascript":
		kind = "a script"
	case major == "audio":
		kind = "a recording"
	default:
		return Result{}, false
	}
	for _, u := range []string{t.first.Path, t.at.Path} {
		ext := strings.ToLower(path.Ext(u))
		if ext != "" && !slices.Contains([]string{".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".shtml", ".xhtml", ".cfm", ".pdf"}, ext) && len(ext) <= 6 {
			return Result{}, false
		}
	}
	if mediaWords.MatchString(t.first.Host + t.first.Path + t.first.RawQuery) {
		return Result{}, false
	}
	return Result{
		Verdict: ContentDrift, Status: p.Status,
		Reason: t.at.Hostname() + " answers with " + kind + " (" + p.ContentType + "), not with a page that can be read. Open it and compare.",
	}, true
}
