package link_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"ibid/checker/link"
)

// site404 is the page of a site that has nothing: a menu, a heading, a footer.
func site404(title, heading, text string) http.HandlerFunc {
	menu := "<nav>" + strings.Repeat("<a href=/s>Section of the site</a> ", 40) + "</nav>"
	foot := "<footer>" + strings.Repeat("<p>Harbor News is a paper of the harbor, and has been for a hundred years.</p>", 20) + "</footer>"
	return page(title, menu+"<div>"+heading+"<p>"+text+"</p></div>"+foot)
}

// typed sends bytes under a type.
func typed(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		fmt.Fprint(w, body)
	}
}

// siteHead and mostRead are what sites put around every page.
var (
	siteHead = "<header>" + strings.Repeat("<a href=/s>Section of the paper</a> ", 60) + "</header>"
	mostRead = "<div><h3>Most read</h3>" + strings.Repeat("<p><a href=/s>The council votes on the harbour wall again, and the mayor says that it will be built by May.</a></p>", 25) + "</div>"
)

// TestFaultsOfMissingPages: pages that say that all is well and show nothing.
func TestFaultsOfMissingPages(t *testing.T) {
	t.Parallel()
	rows := []fault{
		{name: "a title alone", serve: page("404", ""), want: link.Soft404},
		{name: "a title in capitals", serve: page("PAGE NOT FOUND", "<p>x</p>"), want: link.Soft404},
		{name: "a title with the site's name", serve: page("Harbor News | Page Not Found", "<p>x</p>"), want: link.Soft404},
		{name: "a title with a number", serve: page("Error 404 - Harbor News", "<p>x</p>"), want: link.Soft404},
		{name: "a title with a no-break space", serve: page("Page&nbsp;not&#160;found", "<p>x</p>"), want: link.Soft404},
		{name: "a title with soft hyphens", serve: page("Page not fo&shy;und", "<p>x</p>"), want: link.Soft404},
		{name: "a title in wide letters", serve: page("Ｐａｇｅ ｎｏｔ ｆｏｕｎｄ", "<p>x</p>"), want: link.Soft404},
		{name: "a heading", serve: site404("Harbor News", "<h1>Page not found</h1>", "Try the search."), want: link.Soft404},
		{name: "a second heading", serve: site404("Harbor News", "<h1>Harbor News</h1><h2>Page not found</h2>", "Try the search."), want: link.Soft404},
		{name: "a heading in pieces", serve: site404("Harbor News", "<h1><span>Page</span> <b>not</b> <i>found</i></h1>", "Try the search."), want: link.Soft404},
		{name: "a text behind a menu", serve: site404("Harbor News", "", "Sorry, the page you are looking for could not be found."), want: link.Soft404},
		{name: "oops", serve: site404("Harbor News", "<h1>Oops!</h1>", "We can’t find the page you’re looking for."), want: link.Soft404},
		{name: "nothing here", serve: site404("Harbor News", "<h1>Nothing found here</h1>", "x"), want: link.Soft404},
		{name: "no longer available", serve: site404("Harbor News", "", "This article is no longer available."), want: link.Soft404},
		{name: "removed", serve: site404("Harbor News", "<h1>This page has been removed</h1>", "It was here."), want: link.Soft404},
		{name: "WordPress' class", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<title>Harbor News</title><body class="error404 no-sidebar"><p>It seems that something went missing at sea.</p>`)
		}, want: link.Soft404},
		{name: "a word to search engines", serve: page("Harbor News", `<meta name="prerender-status-code" content="404"><p>Hm.</p>`), want: link.Soft404},
		{name: "a status in the headers", serve: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Status", "404 Not Found")
			page("Harbor News", essay)(w, r)
		}, want: link.Soft404},
		{name: "Next.js' own page", serve: page("Harbor News", `<p>Hm.</p><script id="__NEXT_DATA__" type="application/json">{"props":{},"page":"/404"}</script>`), want: link.Soft404},
		{name: "before it leads to the front page", serve: page("Page not found", `<meta http-equiv="refresh" content="5; url=/"><p>You will be taken to the front page.</p>`), want: link.Soft404},
		{name: "og:title", serve: page("Harbor News", `<meta property="og:title" content="Page not found"><p>x</p>`), want: link.Soft404},
		{name: "the same page anywhere", path: "/2016/fire-at-the-mill", also: map[string]http.HandlerFunc{"/": page("Harbor News", essay)}, titles: []string{"Fire at the Mill Destroys Forty Looms"}, want: link.Soft404, reason: "any address", requests: 3},
		{name: "the same page anywhere, without a title", path: "/2016/fire-destroys-mill-and-looms", also: map[string]http.HandlerFunc{"/": page("Harbor News", essay)}, want: link.Soft404, requests: 3},
		{name: "trouble in the title", serve: page("500 Internal Server Error", "<h1>Internal Server Error</h1>"), want: link.ServerError},
		{name: "trouble with the database", serve: page("Database Error", "<h1>Error establishing a database connection</h1>"), want: link.ServerError},
		{name: "it calls itself the page for what is missing", serve: page("Harbor News", `<link rel="canonical" href="/404/"><p>Hm.</p>`), want: link.Soft404, reason: "calls its own"},
		{name: "it calls itself the front page, as any address does", path: "/story/4711", also: map[string]http.HandlerFunc{"/": page("Harbor News", `<link rel="canonical" href="/">`+essay)}, want: link.Soft404, requests: 3},
		{name: "an apology before it", serve: site404("Harbor", "<h1>We're sorry</h1>", "The page you requested cannot be displayed because it no longer exists."), want: link.Soft404},
		{name: "moved or deleted", serve: site404("Harbor", "", "The content you were looking for has been moved or deleted."), want: link.Soft404},
		{name: "in Spanish, in a sentence", serve: site404("Puerto", "", "No hemos podido encontrar la página solicitada."), want: link.Soft404},
		{name: "in Catalan, in a sentence", serve: site404("Port", "", "La pàgina que busqueu no existeix."), want: link.Soft404},
		{name: "in Vietnamese, in a sentence", serve: site404("Cảng", "", "Trang bạn tìm kiếm không tồn tại."), want: link.Soft404},
		{name: "in Indonesian, in a sentence", serve: site404("Pelabuhan", "", "Maaf, halaman yang Anda cari tidak ada."), want: link.Soft404},
		{name: "in Hindi, in a sentence", serve: site404("बंदरगाह", "", "आप जिस पृष्ठ को खोज रहे हैं वह मौजूद नहीं है।"), want: link.Soft404},
		{name: "in place of a PDF", serve: typed("application/pdf", "<html><title>Page not found</title><h1>Page not found</h1></html>"), want: link.Soft404},
		{name: "in place of a file", serve: typed("application/octet-stream", "<html><title>Page not found</title><h1>Page not found</h1></html>"), want: link.Soft404},
		{name: "maintenance", serve: page("Site Maintenance", "<h1>We’ll be back soon!</h1>"), want: link.ServerError},
		{name: "down for maintenance", serve: leads(302, "/maintenance.html"), also: map[string]http.HandlerFunc{"/maintenance.html": page("Maintenance", "<p>We are down for maintenance.</p>")}, want: link.ServerError},
		{name: "a program's own error", serve: typed("text/html", "<b>Fatal error</b>: Uncaught Error: Call to undefined function mysql_connect() in /srv/index.php:3"), want: link.ServerError},
		{name: "a small main part among much else", serve: page("Harbor News", siteHead+"<main><p>Sorry, the page you are looking for could not be found.</p></main>"+mostRead), want: link.Soft404},
		{name: "a second heading in a small main part", serve: page("Harbor News", siteHead+"<main><h2>Sorry, this page doesn't exist</h2></main>"+mostRead), want: link.Soft404},
		{name: "words behind the head of the site", serve: page("Harbor News", siteHead+"<div>404</div><div>Page not found</div>"), want: link.Soft404},
		{name: "an offer that is over", serve: page("Harbor Jobs", "<h1>This job is no longer available</h1>"), want: link.Soft404},
		{name: "a film that is private", serve: page("Films", "<p>This video is private</p>"), want: link.Soft404},
		{name: "a profile that is gone", serve: page("Pictures", "<h2>Sorry, this page isn't available.</h2><p>The link you followed may be broken.</p>"), want: link.Soft404},
		{name: "an empty page of a wiki", serve: page("Fire at the mill – Wiki", "<p>There is currently no text in this page. You can search for its title in other pages.</p>"), want: link.Soft404},
		{name: "a search without results", serve: page("Search | Harbor News", "<h1>Search results</h1><p>No results found for “fire at the mill”.</p>"), want: link.Soft404},
		{name: "the state of its scripts", serve: page("Harbor", `<div id="__nuxt"></div><script>window.__NUXT__={error:{statusCode:404,message:"x"}}</script>`), want: link.Soft404},
		{name: "a refusal", serve: page("403 Forbidden", "<h1>Forbidden</h1>"), want: link.Blocked},
		{name: "too many, it says", serve: page("Too Many Requests", "<h1>429 Too Many Requests</h1>"), want: link.Blocked},
		{name: "for legal reasons, it says", serve: page("Unavailable due to legal reasons", "<p>We recognise that you are in a country to which we may not show this.</p>"), want: link.Blocked},
		// and what is in order
		{name: "a short story among much else", serve: page("Harbor News", siteHead+"<main><h1>The page of the log</h1><p>It was lost in 1911 and found again in a barn.</p></main>"+mostRead), want: link.OK},
		{name: "a story with a head of its own", serve: page("Tide Tables", siteHead+"<article><header><h1>Tide Tables</h1><p>By the keeper</p></header>"+essay+"</article>"), want: link.OK},
		{name: "an article on the upkeep of sites", serve: page("Site maintenance in Roman Harbours", essay), want: link.OK},
		{name: "an article on programs", path: "/x", serve: page("Reading PHP's errors", "<h1>Reading PHP's errors</h1><p>Fatal error: Uncaught Error means that nobody caught it.</p>"), want: link.OK},
		{name: "it calls itself the front page by mistake", path: "/story/4712", also: map[string]http.HandlerFunc{"/story/4712": page("Tide Tables", `<link rel="canonical" href="/">`+essay), "/": status(404)}, want: link.OK, requests: 3},
		{name: "an article on it", serve: page("404 Not Found: A History", strings.Repeat(essay, 8)), titles: []string{"404 Not Found: A History"}, want: link.OK},
		{name: "an article on it, uncited", path: "/essays/404-not-found", also: map[string]http.HandlerFunc{"/essays/404-not-found": page("404 Not Found: A History", "<h1>404 Not Found: A History</h1>"+essay)}, want: link.OK},
		{name: "a changelog", serve: page("Changes", "<h1>Changes</h1><p>The old harbour page has been removed from the guide.</p>"), want: link.OK},
		{name: "a short notice", serve: page("Lost and found", "<p>A page of the log was not found in the archive until 1911.</p>"), want: link.OK},
		{name: "a word on a document", serve: page("The Log of 1911", "<p>The document was unavailable to historians, since the file is missing from the archive.</p>"), want: link.OK},
		{name: "a guide to it", serve: page("How to Mend a 404 Error in Apache", "<h1>How to Mend a 404 Error in Apache</h1>"+essay), want: link.OK},
		{name: "a number", serve: page("404 days at sea", essay), want: link.OK},
		{name: "a house number", serve: page("410 Harbor Street", essay), want: link.OK},
		{name: "the words in a script", serve: page("Tide Tables", essay+"<script>var m = 'Page not found';</script>"), want: link.OK},
		{name: "the words in a template", serve: page("Tide Tables", "<p>High water is at noon.</p><template><h1>Page not found</h1></template>"), want: link.OK},
		{name: "the words where nobody sees them", serve: page("Tide Tables", `<p>High water is at noon.</p><div style="display: none"><h1>Page not found</h1></div>`), want: link.OK},
		{name: "the words in a list of links", serve: page("Tide Tables", essay+`<ul><li><a href=/e>Page not found: what to do</a></ul>`), want: link.OK},
		{name: "the words in a comment", serve: page("Tide Tables", "<!-- Page not found --><p>High water is at noon.</p>"), want: link.OK},
		{name: "the words in an answer to a reader", serve: page("Tide Tables", essay+essay+essay+"<h3>Page not found</h3><p>Where is the page of 1911?</p>"), want: link.OK},
		{name: "results of a search", path: "/search?q=x", also: map[string]http.HandlerFunc{"/search": page("Search", "<p>12 results for x</p>")}, want: link.OK},
		{name: "a front page", path: "/", want: link.OK},
		{name: "a front page that is the same anywhere", path: "/", also: map[string]http.HandlerFunc{"/": page("Harbor News", essay)}, want: link.OK},
		{name: "a shell of scripts, the same anywhere", path: "/2016/fire-at-the-mill", titles: []string{"Fire at the Mill Destroys Forty Looms"}, also: map[string]http.HandlerFunc{"/": page("Harbor", `<div id="app"></div><script src=/app.js></script>`)}, want: link.OK, requests: 2},
		{name: "a page that needs scripts", serve: page("Harbor", `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src=a.js></script>`), want: link.OK},
		{name: "a consent wall over the title", titles: []string{"Fire at the Mill"}, serve: page("Fire at the Mill – Harbor News", "<div><p>We value your privacy. Accept all cookies?</p></div>"), want: link.OK},
		{name: "a paywall over the title", titles: []string{"Fire at the Mill"}, serve: page("Fire at the Mill – Harbor News", "<p>The mill burned.</p><p>Subscribe to read on.</p><form>Log in <input type=password></form>"), want: link.OK},
		{name: "an article in pictures", serve: page("Fire at the Mill", "<img src=1.png><img src=2.png>"), want: link.OK},
		{name: "another work at the address", titles: []string{"Flames in the Cotton Mill Destroy Forty Looms"}, serve: page("Best Casino Bonus of the Year", strings.Repeat("<p>Spin the wheel and win a prize, again and again, with no deposit at all.</p>", 20)), want: link.ContentDrift, reason: "nothing of the title", requests: 3},
		{name: "a headline rewritten", titles: []string{"Forty Looms Destroyed as Flames Engulf Cotton Mill"}, serve: page("Blaze at the old spinning works", strings.Repeat("<p>The cotton mill burned down; forty looms were destroyed by the flames before noon.</p>", 10)), want: link.OK},
		{name: "a title translated from the same script", titles: []string{"The Great Fire at the Harbor Quay"}, serve: page("Großbrand am Kai", strings.Repeat("<p>Gestern Mittag brannte die alte Spinnerei bis auf die Mauern nieder, verletzt wurde niemand.</p>", 12)), want: link.OK, requests: 3},
		{name: "a title translated", titles: []string{"Forty Looms Destroyed as Flames Engulf Cotton Mill"}, serve: page("Пожар на фабрике", strings.Repeat("<p>На фабрике сгорели сорок станков, никто не пострадал.</p>", 20)), want: link.OK, requests: 3},
	}
	for language, title := range map[string]string{
		"German": "Die angeforderte Seite wurde nicht gefunden", "French": "Désolé, la page que vous cherchez n’existe plus", "Spanish": "La página solicitada no existe", "Italian": "La pagina richiesta non è stata trovata",
		"Portuguese": "A página que procura não foi encontrada", "Dutch": "De pagina kon niet worden gevonden", "Swedish": "Sidan kunde inte hittas", "Danish": "Siden blev ikke fundet", "Norwegian": "Fant ikke siden",
		"Finnish": "Etsimääsi sivua ei löytynyt", "Icelandic": "Síðan fannst ekki", "Polish": "Nie znaleziono strony", "Czech": "Požadovaná stránka nebyla nalezena", "Slovak": "Stránka sa nenašla", "Hungarian": "A keresett oldal nem található",
		"Turkish": "Aradığınız sayfa bulunamadı", "Greek": "Η σελίδα που ζητήσατε δεν βρέθηκε", "Russian": "Запрашиваемая страница не существует", "Ukrainian": "Сторінку не знайдено", "Bulgarian": "Страницата не е намерена",
		"Hebrew": "הדף המבוקש לא נמצא", "Arabic": "عذراً، الصفحة غير موجودة", "Persian": "صفحه مورد نظر یافت نشد", "Korean": "요청하신 페이지를 찾을 수 없습니다", "Chinese": "抱歉，您访问的页面不存在", "Chinese, traditional": "找不到網頁",
		"Japanese": "お探しのページは見つかりませんでした", "Romanian": "Pagina nu a fost găsită", "Croatian": "Stranica nije pronađena", "Serbian": "Страница није пронађена", "Slovene": "Strani ni mogoče najti", "Lithuanian": "Puslapis nerastas",
		"Latvian": "Lapa nav atrasta", "Estonian": "Lehte ei leitud", "Catalan": "Pàgina no trobada", "Vietnamese": "Không tìm thấy trang", "Indonesian": "Halaman tidak ditemukan", "Thai": "ไม่พบหน้าที่คุณต้องการ", "Hindi": "पृष्ठ नहीं मिला", "Latin": "Pagina non inventa",
	} {
		rows = append(rows,
			fault{name: language + ", in the title", serve: page(title+" | Harbor", "<p>x</p>"), want: link.Soft404},
			fault{name: language + ", in a heading", serve: site404("Harbor", "<h2>"+title+".</h2>", "x"), want: link.Soft404},
			fault{name: language + ", in the text", serve: site404("Harbor", "", title+"."), want: link.Soft404})
	}
	runFaults(t, rows)
}
