package link_test

import (
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"ibid/checker/link"
)

// TestFaultsOfPlatforms: what the systems that much of the web runs on show where there is nothing.
func TestFaultsOfPlatforms(t *testing.T) {
	t.Parallel()
	bare := func(name, title, body string) fault {
		return fault{name: name, serve: sends(200, "<!DOCTYPE html><html><head><title>"+title+"</title></head><body>"+body+"</body></html>"), want: link.Soft404}
	}
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	drift := func(name, title, body string) fault {
		f := bare(name, title, body)
		f.want = link.ContentDrift
		return f
	}
	runFaults(t, []fault{
		gone("WordPress", "Page not found &#8211; Harbor", "<h1 class=page-title>Nothing here</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>"),
		gone("Drupal", "Page not found | Harbor", "<h1>Page not found</h1><p>The requested page could not be found.</p>"),
		gone("Joomla", "404 - Error: 404", "<h1>The requested page can't be found.</h1><p>An error has occurred while processing your request.</p>"),
		gone("TYPO3", "Harbor", "<h1>Page Not Found</h1><p>Reason: The page did not exist or was inaccessible.</p>"),
		gone("MediaWiki", "Tide tables – Harbor Wiki", `<h1>Tide tables</h1><div class="noarticletext"><p>There is currently no text in this page. You can search for this page title in other pages, or create this page.</p></div>`),
		gone("Discourse", "Harbor Forum", "<h1>Oops! That page doesn’t exist or is private.</h1><h2>Popular</h2><ul><li>Which lamp oil?</li></ul>"),
		gone("phpBB", "Harbor Forum - Information", "<h2>Information</h2><p>The requested topic does not exist.</p>"),
		gone("vBulletin", "Harbor Forum", "<div class=blockrow>No Thread specified. If you followed a valid link, please notify the administrator</div>"),
		gone("Squarespace", "Harbor", "<p>We couldn't find the page you were looking for. This is either because:</p><ul><li>There is an error in the URL entered into your web browser.</li><li>The page you are looking for has been moved or deleted.</li></ul>"),
		gone("Blogger", "Harbor Blog", "<p>Sorry, the page you were looking for in this blog does not exist.</p>"),
		gone("Tumblr", "Harbor", "<h1>There's nothing here.</h1><p>Whatever you were looking for doesn't currently exist at this address.</p>"),
		gone("Shopify", "404 Not Found – Harbor Shop", "<h1>Page not found</h1><p>The page you requested does not exist. Continue shopping</p>"),
		gone("SharePoint", "Error", "<h1>Sorry, something went wrong</h1><p>The page you're looking for doesn't exist.</p>"),
		gone("DSpace", "Harbor Repository", "<h1>404</h1><h2>page not found</h2><p>We can't find the page you're looking for.</p>"),
		gone("OJS, an article", "Harbor Journal", "<h1>404 Not Found</h1>"),
		gone("a repository, an item", "Harbor Repository", "<p>The item you requested could not be found or has been withdrawn.</p>"),
		bare("IIS", "The resource cannot be found.", "<h1>Server Error in '/' Application.</h1><h2><i>The resource cannot be found.</i></h2><b>Description: </b>HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable."),
		bare("Tomcat", "HTTP Status 404 – Not Found", "<h1>HTTP Status 404 – Not Found</h1><p><b>Type</b> Status Report</p>"),
		bare("Apache", "404 Not Found", "<h1>Not Found</h1><p>The requested URL /x was not found on this server.</p>"),
		bare("Jetty", "Error 404 Not Found", "<h2>HTTP ERROR 404 Not Found</h2><table><tr><th>URI:</th><td>/x</td></tr></table>"),
		bare("Google Drive", "Google Drive - Page Not Found", "<p>Sorry, the file you have requested does not exist.</p><p>Make sure that you have the correct URL and the file exists.</p>"),
		bare("Dropbox", "Dropbox - Link not found", "<h1>That link isn’t working</h1><p>The file or folder may have been moved or deleted.</p>"),
		bare("a document that was taken down", "Document removed", "<h1>This document has been removed</h1>"),
		gone("a tweet", "Harbor Social", "<p>Hmm...this page doesn’t exist. Try searching for something else.</p>"),
		gone("a deleted account's page", "Harbor Social", "<h2>Sorry, this page isn't available.</h2><p>The link you followed may be broken, or the page may have been removed.</p>"),
		gone("a job", "Harbor Jobs", "<h1>This job is no longer available</h1><p>See similar jobs.</p>"),
		gone("an event that is over", "Harbor Events", "<h1>This event has ended or been removed</h1>"),
		gone("a newspaper", "Harbor Courier", "<h1>We’re sorry, we seem to have lost this page</h1><p>We don’t want to lose you. Go to the front page.</p>"),
		gone("a ministry that moved", "Ministry of Harbors", "<h1>The page you are looking for has moved</h1><p>Our website has changed. Use the search to find what you need.</p>"),
		gone("archived away", "Ministry of Harbors", "<h1>This page has been archived and is no longer available</h1>"),
		gone("an old link", "Harbor", "<h1>Whoops! You’ve followed a broken link</h1>"),
		gone("a catalogue", "Harbor Library Catalogue", "<p>The record you requested does not exist in the catalogue.</p>"),
		gone("a search without hits", "Search | Harbor", "<h1>Search</h1><p>0 results for “tide tables”</p><p>No results found. Check your spelling or try other words.</p>"),
		gone("Swiss French", "Erreur", "<h1>Cette page n’est pas ou plus disponible</h1>"),
		gone("Canadian", "Erreur 404 / Error 404", "<h1>Nous ne pouvons trouver cette page Web (Erreur 404)</h1><h1>We couldn't find that Web page (Error 404)</h1>"),
		gone("Brazilian", "Ops!", "<h1>A página que você tentou acessar não existe</h1>"),
		gone("Catalan", "No trobat", "<h1>No hem trobat la pàgina que busques</h1>"),
		gone("Indonesian", "Halaman tidak ditemukan", "<h1>Maaf, halaman yang Anda cari tidak ditemukan</h1>"),
		gone("Vietnamese", "Không tìm thấy trang", "<h1>Trang bạn tìm kiếm không tồn tại</h1>"),
		gone("Thai", "ไม่พบหน้าที่คุณต้องการ", "<h1>ไม่พบหน้าที่คุณต้องการ</h1>"),
		gone("a record, with a clause between", "Harbor Library", "<p>The book you requested from our stacks could not be found.</p>"),
		gone("a link that was followed", "Harbor", "<p>The link you followed may be broken, or the page may have been removed.</p>"),
		gone("a mistyped address", "Harbor", "<h1>Ahoy</h1><p>You may have mistyped the address.</p>"),
		gone("a topic", "Harbor Forum", "<p>The requested thread in this forum does not exist.</p>"),
		gone("German, with a clause between", "Hafenbote", "<p>Die von Ihnen gewünschte Seite konnte auf unserem neuen Server leider nicht gefunden werden.</p>"),
		gone("Spanish, with a clause between", "El Faro", "<p>La página que estás intentando visitar ya no existe.</p>"),
		gone("Italian, with a clause between", "Il Faro", "<p>La pagina che hai richiesto sul sito non è disponibile.</p>"),
		gone("Russian, with a clause between", "Маяк", "<p>Страница, которую вы ищете, не найдена.</p>"),
		drift("betting in Turkish", "Deneme Bonusu Veren Siteler 2026", strings.Repeat("<p>En güvenilir adresler ve güncel giriş bilgileri bu sayfada.</p>", 20)).cited("The Flood of 1953"),
		drift("GitHub Pages without a site", "Site not found · GitHub Pages", "<h1>404</h1><p><strong>There isn't a GitHub Pages site here.</strong></p>"),
		drift("Heroku without an application", "No such app", "<h1>There's nothing here, yet.</h1><p>No such app</p>"),
		drift("a blog that its author deleted", "harbor.blog.example", "<h1>harbor.blog.example is no longer available.</h1><p>The authors have deleted this site.</p>"),
		drift("a shop that is closed", "Harbor Shop", "<h1>Sorry, this shop is currently unavailable.</h1>"),
		drift("a site that expired, at its builder", "Website Expired", "<h1>Website Expired</h1><p>This account has expired. If you are the site owner, click below to login.</p>"),
		drift("a domain that no site claims", "Domain Not Claimed", "<h1>Domain Not Claimed</h1><p>This domain has been mapped to Harbor Builder, but it has not yet been claimed by a website.</p>"),
		drift("IIS at its start", "IIS Windows Server", `<a href="http://go.microsoft.com/fwlink/"><img src="iisstart.png" alt="IIS"></a>`),
		drift("gambling after the domain was sold", "Situs Slot Gacor Hari Ini: Daftar Judi Slot Online", "<h1>Slot Gacor</h1>"+strings.Repeat("<p>Daftar slot online terpercaya dengan bonus new member dan deposit pulsa tanpa potongan.</p>", 20)).cited("The Flood of 1953 and the Breaking of the Wall"),
		drift("a form at the address itself", "Sign in | Harbor Intranet", "<h1>Sign in</h1><form method=post><label>User<input name=u></label><label>Password<input type=password></label><button>Sign in</button></form>"),
		drift("a page for members alone", "Harbor Club", "<h1>Members only</h1><p>You must be logged in to view this page.</p><form><input type=password></form>"),
	})
}

// cited has a row's link cited under a title.
func (f fault) cited(title string) fault {
	f.titles = []string{title}
	return f
}

// TestFaultsOfHonestPages: what looks like one of the above and is the work.
func TestFaultsOfHonestPages(t *testing.T) {
	t.Parallel()
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	runFaults(t, []fault{
		there("a book on gambling", "/books/slot-machines", "Slot Machines: A History", story("Slot Machines: A History")),
		there("a paper on betting", "/papers/betting", "Online Casino Advertising and the Young", story("Online Casino Advertising and the Young")).cited("Online Casino Advertising and the Young"),
		there("a translation of a paper on betting", "/papers/judi", "Judi online di Indonesia: sebuah studi", strings.Repeat("<p>Studi ini membahas judi online di Indonesia dan hukum yang berlaku.</p>", 12)).cited("Online Gambling in Indonesia: A Study"),
		there("a compiler’s message", "/errors/E0583", "E0583 – Error codes", "<h1>Error code E0583</h1><p>A file wasn't found for an out-of-line module.</p>"),
		there("another of its messages", "/errors/E0576", "E0576 – Error codes", "<h1>Error code E0576</h1><p>An associated item wasn't found in the given type.</p>"),
		there("a page that says what became of another", "/about", "About the old site", "<h1>About the old site</h1><p>The page for the harbour of 1953 does not exist in print.</p>"),
		there("a poem named like an error", "/poems/nothing-found", "Nothing Found", "<h1>Nothing Found</h1><p>Between the ebb and the flood there is a leaf torn out.</p>"),
		there("a directory that is cited", "/data/1953/", "Index of /data/1953", `<h1>Index of /data/1953</h1><pre><a href="tides.csv">tides.csv</a> 2019-05-04 12:00 40K`+"\n"+`<a href="readme.txt">readme.txt</a> 2019-05-04 12:00 2K</pre>`),
		there("a page on signing in", "/help/sign-in", "How to sign in to the catalogue – Harbor Library", story("How to sign in to the catalogue")),
		there("a story with a form for members beside it", "/news/flood", "The Flood of 1953 – Courier", story("The Flood of 1953")+`<aside><h3>Log in</h3><form><input type=password></form></aside>`),
		there("an abstract before a wall of subscribers", "/article/12", "The Flood of 1953 – Journal of Floods", "<h1>The Flood of 1953</h1><p>Ada Marsh, Journal of Floods 4 (2019) 12–30.</p><h2>Abstract</h2>"+long+"<p>You do not have access to this content. Log in or buy the article for $42.</p>"),
		there("a page with an age gate", "/gin", "Gin of the harbour", "<div class=agegate><h2>Are you over 18?</h2><button>Yes</button><button>No</button></div>"+story("Gin of the harbour")),
		there("a status page of a machine", "/status/codes/404", "404 Not Found – HTTP status codes", "<h1>404 Not Found</h1>"+strings.Repeat("<p>The server has not found a current representation for the target resource or is not willing to disclose that one exists.</p>", 12)),
		there("a record with a field that is empty", "/record/7", "Lamp, brass | Harbor Museum", "<h1>Lamp, brass</h1><dl><dt>Maker</dt><dd>Not found</dd><dt>Date</dt><dd>1840</dd><dt>Image</dt><dd>Image not available</dd></dl>"),
		there("a list of changes", "/changes", "Changes in May", "<h1>Changes in May</h1><ul><li>The page on oil has been removed.</li><li>The search no longer says “page not found” for short words.</li></ul>"),
		there("a dictionary on a word", "/dictionary/gone", "gone – Harbor Dictionary", "<h1>gone</h1><p>adj. no longer here; used up; departed.</p>"),
		there("a song", "/songs/error-404", "Error 404 (song) – Harbor Wiki", story("Error 404 (song)")),
		there("a verse", "/poems/lost", "Lost", "<h1>Lost</h1><p>I looked for you, and you were not there;<br>the page was blank.</p>"),
		there("a court's page without its video", "/cases/12", "Marsh v. Harbor Board", "<h1>Marsh v. Harbor Board</h1>"+story("Opinion")+"<p>This video is no longer available.</p>"),
		there("maintenance as a topic", "/guide/maintenance", "Site maintenance: a keeper’s guide", story("Site maintenance: a keeper’s guide")),
		there("a home page that is cited as such", "/", "Harbor – News from the coast", "<h1>Top stories</h1>"+long),
		there("a domain name with sale in it", "/houses", "Houses for sale at the point", "<h1>Houses for sale at the point</h1>"+long+long),
		there("a Wikipedia-like page of a number", "/wiki/404", "404 – Harbor Wiki", "<h1>404</h1><p>Year 404 (CDIV) was a leap year starting on Friday of the Julian calendar.</p><h2>Events</h2>"+strings.Repeat("<p>A lighthouse was built at the point, and burnt down in the same year.</p>", 10)),
		{name: "a plain text that is short", path: "/notes.txt", also: map[string]http.HandlerFunc{"/notes.txt": typed("text/plain", "High water at noon.\nThe page for May was not found.\n")}, want: link.OK, requests: 3},
		{name: "data of a program with a 404 in it", path: "/api/tides", also: map[string]http.HandlerFunc{"/api/tides": typed("application/json", `{"status":"ok","count":404,"items":[{"id":404,"name":"ebb"}]}`)}, want: link.OK},
		{name: "a server of HTTP/1.1 that says it closes, and resets", conn: func(c net.Conn) {
			if asked(c) {
				_, _ = c.Write([]byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + strconv.Itoa(len(tide)) + "\r\nConnection: close\r\n\r\n" + tide))
				reset(c)
			}
		}, want: link.OK, requests: 2},
	})
}
