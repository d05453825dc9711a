package rules

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"ibid/checker"
	"ibid/pattern"
)

// ArchiveLinkBroken finds an address of an archive that cannot be one.
var ArchiveLinkBroken = &checker.Rule{ID: "archive-link-broken", Group: checker.Links, Severity: checker.Error, Doc: checker.Doc{
	Title: "Address of an archived copy is not written right",
	Text: "The address of an archived copy is not one that the archive can have. In the Wayback Machine it holds a time of fourteen figures and the address of the page; a copy " +
		"on perma.cc has four signs, a hyphen and four signs.",
	Do:    "Look the copy up in the archive and take its address from there. Where it is clear what is missing, ibid mends it.",
	Quiet: "Shorter times, which lead to the nearest copy: they are mentioned as advice.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://web.archive.org/web/20161303120000/https://courier.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://web.archive.org/web/20161203120000/https://courier.example/fire.",
	Basis: "The Wayback Machine's scheme of addresses",
}, Supersedes: []string{"archive-untrusted", "dead-link", "soft-404", "content-drift", "link-redirects", "server-error"}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	u := o.at
	if u == nil || o.url.BrokenBySpace || isExample(r.Article, o) {
		return checker.Finding{}, false
	}
	why, right, minor := archiveFault(u, o.url.Address, r.Now)
	if why == "" {
		return checker.Finding{}, false
	}
	f := o.finding("The address of the archived copy %s is not written right: %s.", o.where(r.Article), why)
	f.Help, f.Confidence = "Look the copy up in the archive again.", 0.95
	if minor {
		f.Severity = checker.Info
	}
	f.Evidence = evidence("address", o.url.Address)
	if right != "" {
		f.Help = "Write " + right
		f.Fixes = mend(r.Article, o.url, right, "Mend the address inside it", checker.Safe)
	}
	return f, true
}))}

var (
	waybackPath = pattern.New(`(?i)^https?://(?:web|wayback)\.archive\.org/web/(?:(\d+|\*)((?:[a-z]{2}_|\*)?)(?:/|$))?(.*)$`)
	innerBroken = pattern.New(`(?i)^(https?):/([^/].*)$`)
	permaID     = pattern.New(`(?i)^[0-9A-Z]{4}-[0-9A-Z]{4}$`)
	// permaGlued matches a number without its hyphen: those of the first years have
	// eleven signs, small letters among them.
	permaGlued = pattern.New(`^[0-9A-Z]{8}$`)
)

// archiveFault says what is wrong with an archive's address, or nothing. right is
// the address mended where that has one reading; minor says that the archive
// finds a copy all the same.
func archiveFault(u *url.URL, address string, now time.Time) (why, right string, minor bool) {
	host := hostOf(u)
	switch {
	case host == "perma.cc":
		id := strings.Trim(u.Path, "/")
		if permaGlued.MatchString(id) {
			return "the number of a copy on perma.cc has a hyphen behind its first four signs", strings.Replace(address, id, id[:4]+"-"+id[4:], 1), false
		}
		if strings.Contains(id, "-") && !strings.Contains(id, "/") && !permaID.MatchString(id) {
			return "the number of a copy on perma.cc is four signs, a hyphen and four signs", "", false
		}
		return "", "", false
	case host != "web.archive.org" && host != "wayback.archive.org":
		return "", "", false
	case strings.HasPrefix(u.Path, "/save/"):
		return "it is that of the form that makes copies", "", false
	}
	m := waybackPath.FindStringSubmatchIndex(address)
	if m == nil {
		return "", "", false
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return address[m[2*i]:m[2*i+1]]
	}
	stamp, modifier, inner := part(1), part(2), part(3)
	if why, minor = stampFault(stamp, modifier, now); why != "" && !minor {
		return why, "", false
	}
	if stamp != "" && stamp != "*" && strings.Trim(inner, "/") == "" {
		return "the address of the page is missing", "", false
	}
	if b := innerBroken.FindStringSubmatch(inner); b != nil {
		return "a slash is missing in the address inside it", address[:m[6]] + b[1] + "://" + b[2], false
	}
	return why, "", minor
}

// stampFault judges the time of a copy.
func stampFault(stamp, modifier string, now time.Time) (why string, minor bool) {
	if stamp == "" || stamp == "*" || strings.HasPrefix(modifier, "*") {
		return "", false // the newest copy, or the list of all
	}
	if len(stamp) > 14 {
		return "its time has " + strconv.Itoa(len(stamp)) + " figures and not 14", false
	}
	if len(stamp) < 4 || len(stamp)%2 == 1 {
		return "its time has " + strconv.Itoa(len(stamp)) + " figures and not 14", true
	}
	const layout = "20060102150405"
	at, err := time.Parse(layout[:len(stamp)], stamp)
	switch {
	case err != nil:
		return "there is no time " + stamp, false
	case at.Year() < 1991:
		return "it names a time before the web, " + stamp, false
	case !now.IsZero() && at.After(now.AddDate(0, 0, 1)):
		return "its time is still to come, " + stamp, false
	case len(stamp) < 14:
		return "its time has " + strconv.Itoa(len(stamp)) + " figures and not 14, so that it leads to whichever copy is nearest", true
	}
	return "", false
}
