package link_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"ibid/checker/link"
)

// sends answers with a status, a whole page and headers (name, value, …).
func sends(code int, html string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		for i := 0; i+1 < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(code)
		_, _ = fmt.Fprint(w, html)
	}
}

// harborPage is a page as content management systems make them: what stands around
// the content of every page is longer than most contents are.
func harborPage(title, content string) string {
	menu := ""
	for _, s := range []string{"Home", "News", "Culture", "Sport", "Travel", "Opinion", "Obituaries", "Weather", "About us", "Contact", "Subscribe", "Newsletter"} {
		menu += `<li class="menu-item"><a href="/` + strings.ToLower(s) + `">` + s + `</a></li>`
	}
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>` + title + `</title><link rel="stylesheet" href="/s.css"><script>window.dataLayer=window.dataLayer||[];</script></head>` +
		`<body class="page"><header><a href="/">Harbor</a><nav><ul>` + menu + `</ul></nav><form role="search" action="/search"><input name="q" placeholder="Search"></form></header>` +
		`<main id="content">` + content + `</main>` +
		`<footer><p>Harbor Media Ltd, 4 Quay Street. All rights reserved.</p><ul><li><a href="/privacy">Privacy</a></li><li><a href="/terms">Terms of use</a></li><li><a href="/imprint">Imprint</a></li></ul></footer></body></html>`
}

func found(title, content string) http.HandlerFunc { return sends(200, harborPage(title, content)) }

// everywhere answers all addresses of a host in one way.
func everywhere(h http.HandlerFunc) map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{"/": h}
}

// story is what an article says, in as many words as articles have.
func story(heading string) string {
	return "<article><h1>" + heading + "</h1><p class=byline>By Ada Marsh, 4 May 2019</p>" + essay + "</article>"
}

// TestFaultsOfSitesThatLack: pages that say in the words of their sites that they have nothing.
func TestFaultsOfSitesThatLack(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	runFaults(t, []fault{
		gone("German, a shop", "Seite nicht gefunden – Lampenladen", "<h1>Hoppla!</h1><p>Die von Ihnen aufgerufene Seite existiert leider nicht (mehr).</p><p>Vielleicht gefällt Ihnen das:</p><ul><li>Stehlampe Fjord, 89 €</li><li>Leselampe Kap, 49 €</li></ul>"),
		gone("German, in the text alone", "Hafenbote", "<h2>Diese Seite konnte nicht gefunden werden.</h2><p>Bitte überprüfen Sie die eingegebene Adresse.</p>"),
		gone("Austrian, an article", "Artikel nicht mehr verfügbar", "<h1>Der gewünschte Artikel ist nicht mehr verfügbar</h1><p>Zurück zur Startseite</p>"),
		gone("French", "Page introuvable | Le Courrier du port", "<h1>Oups !</h1><p>La page que vous recherchez n’existe pas ou n’existe plus.</p>"),
		gone("French, in the text alone", "Le Courrier du port", "<h1>Désolé, cette page est introuvable</h1><p>Le contenu a peut-être été déplacé ou supprimé.</p>"),
		gone("Spanish", "Página no encontrada", "<h1>¡Vaya!</h1><p>Lo sentimos, no hemos podido encontrar la página que buscas.</p>"),
		gone("Spanish, with its number", "Error 404 - El Faro", "<h1>Error 404</h1><p>El contenido solicitado no existe o ha sido eliminado.</p>"),
		gone("Italian", "Pagina non trovata - Il Faro", "<h1>Ops!</h1><p>La pagina che stai cercando non esiste o è stata rimossa.</p>"),
		gone("Portuguese", "Página não encontrada", "<h1>Ops, não encontramos essa página</h1><p>O endereço pode ter mudado.</p>"),
		gone("Dutch", "Pagina niet gevonden | De Haven", "<h1>Helaas, deze pagina bestaat niet (meer)</h1><p>Ga naar de homepage.</p>"),
		gone("Swedish", "Sidan finns inte", "<h1>Hoppsan! Sidan du söker finns inte</h1><p>Den kan ha flyttats eller tagits bort.</p>"),
		gone("Norwegian", "Fant ikke siden", "<h1>Beklager, vi fant ikke siden du leter etter</h1>"),
		gone("Danish", "Siden blev ikke fundet", "<h1>Siden findes ikke</h1><p>Den side, du leder efter, er flyttet eller slettet.</p>"),
		gone("Finnish", "Sivua ei löytynyt", "<h1>Hups! Etsimääsi sivua ei löytynyt</h1>"),
		gone("Polish", "Nie znaleziono strony", "<h1>Ups!</h1><p>Strona, której szukasz, nie istnieje lub została usunięta.</p>"),
		gone("Czech", "Stránka nenalezena", "<h1>Požadovaná stránka neexistuje</h1><p>Je nám líto, ale tuto stránku jsme nenašli.</p>"),
		gone("Slovak", "Stránka sa nenašla", "<h1>Ľutujeme, požadovaná stránka neexistuje</h1>"),
		gone("Hungarian", "Az oldal nem található", "<h1>A keresett oldal nem található</h1>"),
		gone("Turkish", "Sayfa bulunamadı", "<h1>Aradığınız sayfa bulunamadı</h1><p>Sayfa kaldırılmış veya taşınmış olabilir.</p>"),
		gone("Greek", "Η σελίδα δεν βρέθηκε", "<h1>Η σελίδα που ζητήσατε δεν βρέθηκε</h1>"),
		gone("Russian", "Страница не найдена", "<h1>К сожалению, такой страницы не существует</h1><p>Возможно, она была удалена или перемещена.</p>"),
		gone("Ukrainian", "Сторінку не знайдено", "<h1>На жаль, такої сторінки не існує</h1>"),
		gone("Bulgarian", "Страницата не е намерена", "<h1>Търсената от вас страница не съществува</h1>"),
		gone("Hebrew", "הדף לא נמצא", "<h1>מצטערים, הדף שחיפשתם אינו קיים</h1>"),
		gone("Arabic", "الصفحة غير موجودة", "<h1>عذرا، الصفحة التي تبحث عنها غير موجودة</h1>"),
		gone("Persian", "صفحه یافت نشد", "<h1>متاسفانه صفحه مورد نظر شما یافت نشد</h1>"),
		gone("Korean", "페이지를 찾을 수 없습니다", "<h1>요청하신 페이지를 찾을 수 없습니다.</h1><p>주소가 변경되었거나 삭제되었습니다.</p>"),
		gone("Korean, an article", "항구신문", "<p>존재하지 않는 기사입니다.</p>"),
		gone("Chinese", "页面不存在", "<h1>抱歉，您访问的页面不存在或已被删除</h1>"),
		gone("Chinese, traditional", "找不到網頁", "<h1>很抱歉，您要找的頁面不存在</h1>"),
		gone("Japanese", "ページが見つかりません", "<h1>お探しのページは見つかりませんでした</h1><p>URLが間違っているか、ページが削除された可能性があります。</p>"),
		gone("Romanian", "Pagina nu a fost găsită", "<h1>Pagina căutată nu există</h1>"),
		gone("we couldn't find", "Harbor", "<h1>Sorry, we couldn’t find that page</h1><p>Try searching, or start from the home page.</p>"),
		gone("a joke of a page", "Harbor", "<h1>404</h1><p>Well, this is awkward. You seem to have sailed off the map.</p>"),
		gone("no longer available, a shop", "Harbor Shop", "<h1>This product is no longer available</h1><p>You might also like:</p><ul><li>Brass lamp, £40</li><li>Sea chart, £12</li></ul>"),
		gone("a video site", "Harbor Video", "<h1>This video isn't available anymore</h1><p>Go to the home page</p>"),
		gone("a post that was deleted by its author", "Post deleted", "<h1>The author has deleted this post</h1>"),
		gone("a profile", "Harbor Social", "<h1>This account doesn’t exist</h1><p>Try searching for another.</p>"),
		gone("a line that starts so, after others", "Harbor Video", "<div>Harbor Video</div><div>Menu</div><p>This video is private</p>"),
		gone("German, an account", "Hafennetz", "<h2>Hafennetz</h2><p>Dieses Konto existiert nicht.</p>"),
		gone("a number and a name of the site", "404 | Harbor", "<h1>Ahoy!</h1>"),
		gone("a number and what it means", "404: Page not found", "<h1>Ahoy!</h1>"),
		gone("Korean, on a line of its own", "항구신문", "<div>항구신문</div><div>삭제된 게시물입니다</div>"),
		{name: "a search page in place of a page", serve: found("Search results for “x” – Harbor", "<h1>Search results for: x</h1><p>Your search did not match any documents. Nothing found.</p>"), want: link.Soft404},
		{name: "an application's shell that says so in its data", also: everywhere(sends(200, `<!DOCTYPE html><html><head><title>404: This page could not be found</title><meta name="robots" content="noindex"></head><body><div id="__next"><h1>404</h1><h2>This page could not be found.</h2></div><script id="__NEXT_DATA__" type="application/json">{"page":"/_error","props":{"statusCode":404}}</script></body></html>`)), want: link.Soft404},
		{name: "noindex and a heading", serve: sends(200, `<html><head><title>Oops | Harbor</title><meta name="robots" content="noindex, follow"></head><body><h1>Oops!</h1><p>That page can’t be found.</p></body></html>`), want: link.Soft404},
		{name: "a server's page for 404 with 200", serve: sends(200, `<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center></body></html>`), want: link.Soft404},
		{name: "an object store's XML with 200", serve: bytesOf("application/xml", "", []byte(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>x</Key></Error>`)), want: link.Soft404},
		{name: "an interface's JSON with 200", serve: bytesOf("application/json", "", []byte(`{"status":404,"error":"Not Found"}`)), want: link.Soft404},
		{name: "the same page at every address", path: "/2019/tides", also: everywhere(found("Harbor Media", "<h1>Welcome aboard</h1><p>All the news of the harbour, every morning, at your table with the coffee and the tide tables. We have been printing since the year of the flood, and have missed four days in all: two for the flood itself, and two for the wedding of the printer, who would not be moved.</p>")), titles: []string{"Tides of 2019"}, want: link.Soft404},
	})
}

// TestFaultsOfNearMisses: pages that speak of what is missing and are what is cited.
func TestFaultsOfNearMisses(t *testing.T) {
	t.Parallel()
	there := func(name, path, title, content string) fault {
		pattern, _, _ := strings.Cut(path, "?")
		return fault{name: name, also: map[string]http.HandlerFunc{pattern: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	runFaults(t, []fault{
		there("an article on error 404", "/blog/http-404", "What does “404 Not Found” mean? – Harbor Tech", story("What does “404 Not Found” mean?")+strings.Repeat("<p>A server that answers 404 says that the page was not found; whether it ever was there, it does not say.</p>", 6)),
		there("an article on good pages for 404", "/design/best-404-pages", "The 25 best 404 error pages", story("The 25 best 404 error pages")),
		there("a lost property office", "/lost-and-found", "Lost and found", story("Lost and found")),
		there("a novel", "/books/not-found", "Not Found: A Novel | Harbor Books", "<h1>Not Found: A Novel</h1><p>by Ada Marsh. Paperback, 312 pages, £9.99. In stock.</p><p>When a lighthouse keeper vanishes, a town looks for him in its own books, and finds that half of them were never written.</p><button>Add to basket</button>"),
		there("number 404 of a museum", "/objects/404", "Object 404: brass lamp | Harbor Museum", "<h1>404. Brass lamp</h1><p>Made about 1840, height 31 cm. Given by the widow of the last keeper. On show in room 4, beside the logs and the bell.</p>"),
		there("a novel with a number for a title", "/books/404-a-love-story", "404: A Love Story", "<h1>404: A Love Story</h1><p>by Ada Marsh. 280 pages. Two people who cannot find each other’s houses.</p>"),
		there("number 410 of a list", "/lamps/410", "410. Ship’s lamp", "<h1>410. Ship’s lamp</h1><p>Copper and glass, 1871.</p>"),
		{name: "a lamp that is no longer sold, under the title cited", serve: found("Brass lamp of the old pattern – Harbor Shop", "<h1>Brass lamp of the old pattern</h1><p>This product is no longer available</p><p>Solid brass, cast in two pieces.</p>"), titles: []string{"Brass Lamp of the Old Pattern"}, want: link.OK, requests: 3},
		there("a short page", "/definitions/ebb", "ebb", "<h1>ebb</h1><p>The movement of the tide out to sea.</p>"),
		there("page 404 of a book", "/book/page/404", "Page 404 | The Pilot’s Guide", "<h1>The Pilot’s Guide, page 404</h1><p>"+strings.Repeat("At low water the bar dries, and no vessel should attempt the channel without a pilot. ", 8)+"</p>"),
		there("a body that was not found", "/news/body-not-found", "Diver not found after third day of search", story("Diver not found after third day of search")),
		there("a paper on missing data", "/paper", "Data not found: reporting of null results in tide research", story("Data not found: reporting of null results in tide research")),
		there("a withdrawn product's page that still describes it", "/shop/lamp", "Brass lamp – Harbor Shop", "<h1>Brass lamp</h1><p>Currently out of stock.</p><h2>Description</h2><p>"+strings.Repeat("A lamp of solid brass, cast in two pieces and finished by hand, with a glass of the old pattern. ", 6)+"</p>"),
		there("an article that has been removed from elsewhere", "/news/removed", "Ministry page removed from the web", story("Ministry page removed from the web")+"<p>“This page is no longer available,” the ministry’s site says.</p>"),
		there("an archive's finding aid with nothing digitised", "/aid/12", "Papers of A. Marsh, 1890–1914 | Harbor Archives", "<h1>Papers of A. Marsh, 1890–1914</h1><p>12 boxes. No digital objects found. Access by appointment in the reading room.</p>"+long+long),
		there("German on missing persons", "/nachrichten/vermisst", "Vermisster Segler nicht gefunden", story("Vermisster Segler nicht gefunden")),
		there("Japanese on a missing ship", "/news/ship", "消えた船は見つかりませんでした：港の記録", "<h1>消えた船は見つかりませんでした：港の記録</h1><p>"+strings.Repeat("港の灯台の日誌には、その夜の船の数と油の量が書かれている。", 20)+"</p>"),
		there("a search page that was cited and finds things", "/search?q=tide", "Search results for tide", "<h1>12 results for “tide”</h1><ol>"+strings.Repeat("<li><a href=/a>Tides of the point</a> – when the lamp was lit, and by whom.</li>", 12)+"</ol>"),
		{name: "an application's shell for a real page", path: "/app/view/42", also: everywhere(sends(200, `<!DOCTYPE html><html><head><title>Harbor Atlas</title><script type="module" src="/assets/index.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`)), want: link.OK, requests: 3},
	})
}

// TestFaultsOfPagesInPlace: answers that are another page than the one cited, and those that only look so.
func TestFaultsOfPagesInPlace(t *testing.T) {
	t.Parallel()
	tides := page("Tide Tables", essay)
	flood := []string{"The Flood of 1953"}
	front := found("Harbor – News from the coast", "<h1>Top stories</h1>"+strings.Repeat("<h2><a href=/a>The council votes on the wall</a></h2><p>And the mayor says it will be built by May.</p>", 10))
	parked := func(name, title, body string) fault {
		return fault{name: "parked: " + name, also: everywhere(sends(200, "<html><head><title>"+title+"</title></head><body>"+body+"</body></html>")), path: "/2014/03/flood", want: link.ContentDrift}
	}
	runFaults(t, []fault{
		{name: "to the home page for good", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "/"), "/{$}": front}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "to the home page for now", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/"), "/{$}": front}, path: "/2014/flood", want: link.ContentDrift},
		{name: "to the home page of a language", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "/en/"), "/en/": front}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "to index.html", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/index.html"), "/index.html": front}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "to the home page with a mark", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/?from=404"), "/{$}": front}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "to a page that is called 404", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/404.html"), "/404.html": found("Harbor", "<h1>Oh no!</h1><p>That did not work.</p>")}, path: "/2014/flood", want: link.Soft404},
		{name: "to a page of errors", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/errors/notfound?aspxerrorpath=/2014/flood"), "/errors/notfound": found("Harbor", "<h1>Sorry</h1><p>We have a new site.</p>")}, path: "/2014/flood", want: link.Soft404},
		{name: "to a section", also: map[string]http.HandlerFunc{"/news/2014/flood": leads(301, "/news/"), "/news/": found("News – Harbor", "<h1>News</h1>"+strings.Repeat("<h2><a href=/a>The council votes</a></h2><p>Again.</p>", 20))}, path: "/news/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "to a form for logging in", also: map[string]http.HandlerFunc{"/doc/7": leads(302, "/accounts/signin?next=%2Fdoc%2F7"), "/accounts/signin": found("Sign in – Harbor", "<form method=post><input name=user><input type=password name=pw><button>Sign in</button></form>")}, path: "/doc/7", want: link.ContentDrift},
		{name: "to a form for logging in elsewhere", also: map[string]http.HandlerFunc{"/doc/7": leads(302, "http://login.idp.test:PORT/oauth2/authorize?client_id=1"), "login.idp.test/": found("Sign in to your account", "<form method=post><input name=loginfmt type=email><input type=password name=passwd></form>")}, path: "/doc/7", want: link.ContentDrift},
		{name: "to another site", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "http://casino.test:PORT/"), "casino.test/": found("Best casino bonus", strings.Repeat("<p>Spin and win with no deposit at all.</p>", 20))}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "another page at its address", serve: found("Cheap watches online", strings.Repeat("<p>Watches of every brand at half the price, sent tomorrow.</p>", 20)), titles: []string{"The Flood of 1953 and the Breaking of the Wall"}, want: link.ContentDrift, requests: 4},
		{name: "to www", also: map[string]http.HandlerFunc{"/x": leads(301, "http://www.HOST/x"), "www.harbor.test/x": tides}, host: "harbor.test", want: link.Redirected, requests: 3},
		{name: "a slash at the end", also: map[string]http.HandlerFunc{"/tides": leads(301, "/tides/"), "/tides/": tides}, path: "/tides", want: link.Redirected, requests: 2},
		{name: "into a language for now", also: map[string]http.HandlerFunc{"/tides": leads(302, "/en/tides"), "/en/tides": tides}, path: "/tides", want: link.OK, requests: 2},
		{name: "the front page into a language", also: map[string]http.HandlerFunc{"/{$}": leads(302, "/en/"), "/en/": front}, path: "/", want: link.OK, requests: 2},
		{name: "an address with a new slug", also: map[string]http.HandlerFunc{"/post/7-tide": leads(301, "/post/7-tide-tables-of-the-point"), "/post/7-tide-tables-of-the-point": tides}, path: "/post/7-tide", titles: []string{"Tide Tables"}, want: link.Redirected, requests: 2},
		{name: "to another site with the work", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "http://courier.test:PORT/archive/flood"), "courier.test/archive/flood": found("The Flood of 1953 – Courier", story("The Flood of 1953"))}, path: "/2014/flood", titles: flood, want: link.Redirected, requests: 2},
		{name: "the work's own page as a front page", also: map[string]http.HandlerFunc{"/index.php": leads(301, "/"), "/{$}": front}, path: "/index.php", want: link.Redirected, requests: 2},
		{name: "a pay wall", serve: found("The Flood of 1953 – Courier", "<h1>The Flood of 1953</h1><p>The river rose at four.</p><div class=paywall><h2>Subscribe to read on</h2><p>Already a subscriber? <a href=/login>Log in</a></p></div>"), titles: flood, want: link.OK, requests: 3},
		{name: "a consent wall", serve: found("Before you continue", "<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies. You can accept or refuse.</p><button>Accept all</button><button>Reject all</button>"), want: link.OK, requests: 3},
		{name: "a consent page on the way", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "http://consent.harbor.test:PORT/?continue=x"), "consent.harbor.test/": found("Before you continue to Harbor", "<p>We use cookies.</p><button>Accept all</button>")}, path: "/2014/flood", titles: flood, want: link.OK, requests: 3},
		parked("a registrar", "courier.example", "<h1>courier.example</h1><p>This Web page is parked for FREE, courtesy of GoDaddy.com.</p><p>Get This Domain</p>"),
		parked("Sedo", "courier.example - This website is for sale! - courier Resources and Information.", "<p>The domain courier.example may be for sale by its owner! This page was generated by the domain owner using Sedo Domain Parking.</p><script src=//img.sedoparking.com/x.js></script>"),
		parked("a script", "courier.example", "<script>window.park = \"eyJ1dWlk\"</script><script src=/bTestXYZ.js></script><p>Courier.example. Related searches. Sponsored listings. Copyright. All Rights Reserved. Privacy policy</p>"),
		parked("a broker", "courier.example is for sale | HugeDomains", "<h1>courier.example is for sale</h1><p>Price $2,895. Buy now or start a payment plan.</p>"),
		parked("Afternic", "courier.example", "<h1>courier.example</h1><p>The domain name courier.example is for sale</p><p>Listed on Afternic. Get a price in less than 24 hours</p>"),
		parked("expired, at a host", "Domain expired", "<h1>This domain has expired</h1><p>If you are the owner, please contact your registrar to renew it.</p>"),
		parked("German", "courier.example steht zum Verkauf", "<h1>Diese Domain steht zum Verkauf</h1><p>Kaufen Sie jetzt.</p>"),
		parked("a host's default page", "Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>"),
		parked("an account that is suspended", "Account Suspended", "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>"),
		{name: "a house of domains that is for sale", serve: found("Two domains – Harbor Law", "<h1>Two domains</h1><p>In law, the domain of the lake is for all; that of the shore is for sale, and always was.</p>"), want: link.OK, requests: 3},
		{name: "an article on domains for sale", serve: found("How a domain that is for sale is priced – Harbor Tech", story("How a domain that is for sale is priced")), want: link.OK, requests: 3},
	})
}

// within has a row spend no more than n requests.
func (f fault) within(n int32) fault {
	f.requests = n
	return f
}

// TestFaultsOfGuards: refusals as real guards of sites write them.
func TestFaultsOfGuards(t *testing.T) {
	t.Parallel()
	const tail = "</body></html>"
	guard := func(name string, code int, html, reason string, headers ...string) fault {
		return fault{name: name, serve: sends(code, html+tail, headers...), want: link.Blocked, reason: reason, requests: 3}
	}
	runFaults(t, []fault{
		guard("Cloudflare, managed, 403", 403, `<html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper"><noscript>Enable JavaScript and cookies to continue</noscript></div><script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};})();</script>`, "Cloudflare", "Server", "cloudflare", "Cf-Ray", "8a-LHR", "Cf-Mitigated", "challenge"),
		guard("Cloudflare, 503 of old", 503, `<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing harbor.example.</h1><p>DDoS protection by Cloudflare. Ray ID: 6f</p>`, "Cloudflare", "Server", "cloudflare"),
		guard("Cloudflare, rule 1020", 403, `<html><head><title>Access denied | harbor.example used Cloudflare to restrict access</title></head><body><h1>Error 1020</h1><h2>Access denied</h2>`, "Cloudflare", "Server", "cloudflare"),
		guard("Cloudflare, 1015 of 429", 429, `<html><head><title>Access denied | harbor.example used Cloudflare to restrict access</title></head><body><h1>Error 1015</h1><p>You are being rate limited</p>`, "", "Server", "cloudflare"),
		guard("Akamai, by its number", 403, `<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access "http&#58;&#47;&#47;harbor&#46;example&#47;x" on this server.<P>Reference&#32;&#35;18&#46;9d3e1002&#46;1700000000&#46;2af<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18`, "Akamai"),
		guard("DataDome", 403, `<html><head><title>harbor.example</title></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script><script src="https://ct.captcha-delivery.com/c.js"></script>`, "DataDome", "X-Datadome", "protected", "Server", "DataDome"),
		guard("HUMAN, once PerimeterX", 403, `<html><head><title>Access to this page has been denied</title></head><body><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><script>window._pxAppId='PX1';</script><script src="/1/captcha.js"></script>`, "PerimeterX"),
		guard("Imperva, 200", 200, `<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=719d34"></script></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&incident_id=12-34">Request unsuccessful. Incapsula incident ID: 12-34</iframe>`, "Imperva"),
		guard("Imperva, hCaptcha, 403", 403, `<html><head><title>Pardon Our Interruption</title></head><body><h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>`, ""),
		guard("AWS WAF, 202", 202, `<html><head><title></title></head><body><script>window.gokuProps={"key":"a"};</script><script src="https://ab.token.awswaf.com/ab/challenge.js"></script><div id="challenge-container"></div>`, "AWS", "X-Amzn-Waf-Action", "challenge"),
		guard("AWS WAF, 405", 405, `<html><head><title>Human Verification</title></head><body><script src="https://ab.captcha.awswaf.com/ab/captcha.js"></script>`, "AWS", "X-Amzn-Waf-Action", "captcha"),
		guard("CloudFront, 403", 403, `<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2>Request blocked. Generated by cloudfront (CloudFront)`, "", "X-Cache", "Error from cloudfront"),
		guard("Sucuri", 403, `<html><head><title>Sucuri WebSite Firewall - Access Denied</title></head><body><h1>Access Denied - Sucuri Website Firewall</h1>`, "Sucuri", "X-Sucuri-Id", "18004"),
		guard("Sucuri's script with 200", 200, `<html><title>You are being redirected...</title><noscript>Javascript is required. Please enable javascript before you are allowed to see this page.</noscript><script>var s={},u,c,U,r,i,l=0;sucuri_cloudproxy_js='';</script>`, "Sucuri", "Server", "Sucuri/Cloudproxy"),
		guard("Kasada", 429, `<html><body><script>window.KPSDK={};KPSDK.now=typeof performance</script><script src="/149e9513-01fa/ips.js?KP_UIDz=x"></script>`, "Kasada", "X-Kpsdk-Ct", "0x"),
		guard("F5", 200, `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890<br><a href='javascript:history.back();'>[Go Back]</a>`, "F5"),
		guard("F5's script", 200, `<html><head><meta http-equiv="Pragma" content="no-cache"/><script>window["bobcmn"]="101110";</script><script src="/TSPD/08abc?type=9"></script><noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 12.</noscript>`, "F5"),
		guard("Anubis", 200, `<html><head><title>Making sure you&#39;re not a bot!</title></head><body><h1>Making sure you&#39;re not a bot!</h1><img src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p>Protected by Anubis</p><script id="anubis_challenge" type="application/json">{}</script>`, "Anubis"),
		guard("LinkedIn", 999, `<html><head><script>window.onload=function(){}</script></head><body>`, "LinkedIn"),
		guard("a reCAPTCHA", 200, `<html><head><title>Security check</title><script src="https://www.google.com/recaptcha/api.js"></script></head><body><h1>Please verify you are a human</h1><form><div class="g-recaptcha" data-sitekey="x"></div></form>`, ""),
		guard("an hCaptcha", 200, `<html><head><title>Are you a robot?</title></head><body><p>To continue, please confirm that you are not a robot.</p><div class="h-captcha" data-sitekey="x"></div><script src="https://js.hcaptcha.com/1/api.js"></script>`, ""),
		guard("a Turnstile", 200, `<html><head><title>One moment, please</title></head><body><p>Verifying that you are human. This may take a few seconds.</p><div class="cf-turnstile" data-sitekey="0x4"></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`, ""),
		guard("Google's unusual traffic", 429, `<html><head><title>Sorry...</title></head><body><p>Our systems have detected unusual traffic from your computer network.</p>`, "").within(4),
		guard("DDoS-Guard", 403, `<html><head><title>DDoS-Guard</title></head><body><h1>Checking your browser before accessing harbor.example</h1>`, "DDoS-Guard", "Server", "ddos-guard"),
		guard("Vercel", 429, `<html><head><title>Vercel Security Checkpoint</title></head><body><p>We're verifying your browser</p>`, "Vercel", "Server", "Vercel", "X-Vercel-Mitigated", "challenge"),
		guard("StackPath", 403, `<html><head><title>StackPath</title></head><body><h1>Please check the box below to proceed.</h1><p>This website is using a security service to protect itself from online attacks.</p>`, ""),
		guard("Wordfence", 503, `<html><head><title>Your access to this site has been limited</title></head><body><h1>Your access to this site has been limited by the site owner</h1><p>Generated by Wordfence</p>`, "Wordfence"),
		guard("Reddit", 403, `<html><head><title>Blocked</title></head><body><p>You've been blocked by network security. To continue, log in to your Reddit account or use your developer token</p>`, ""),
		{name: "a page with a captcha in its form for remarks", serve: found("Tide Tables", story("Tide Tables")+`<form><h2>Leave a comment</h2><textarea></textarea><div class="g-recaptcha" data-sitekey="x"></div></form><script src="https://www.google.com/recaptcha/api.js"></script>`), want: link.OK},
		{name: "an article on Cloudflare's page", serve: found("“Just a moment...”: what Cloudflare’s challenge does", story("“Just a moment...”: what Cloudflare’s challenge does")), want: link.OK},
		{name: "a page behind Cloudflare that is gone", serve: sends(404, harborPage("Page not found", "<h1>Page not found</h1>"), "Server", "cloudflare", "Cf-Ray", "8a-LHR"), want: link.Dead, requests: 3},
		{name: "Cloudflare in front of a server that is down", serve: sends(521, `<html><head><title>harbor.example | 521: Web server is down</title></head><body><h1>Web server is down Error code 521</h1>`, "Server", "cloudflare"), want: link.ServerError},
		{name: "Cloudflare in front of a name that is gone", serve: sends(530, `<html><head><title>Origin DNS error | harbor.example | Cloudflare</title></head><body><h1>Error 1016</h1><h2>Origin DNS error</h2>`, "Server", "cloudflare"), want: link.ServerError},
	})
}
