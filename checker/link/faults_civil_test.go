package link_test

import (
	"fmt"
	"io"
	"net/http"
	"testing"

	"ibid/checker/link"
)

// TestFaultsInCivilWords: what sites say in polite words of what they lack, and
// what else stands at an address that was good once. Every row's verdict was
// written down before any was run.
func TestFaultsInCivilWords(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	moved := func(name, path, to, title string, want link.Verdict) fault {
		return fault{name: name, path: path, also: map[string]http.HandlerFunc{path: leads(302, to), "/": found(title, "<h1>"+title+"</h1>"+essay)}, want: want, requests: 4}
	}
	drift := func(name, title, body string) fault {
		return fault{name: name, serve: sends(200, "<html><head><title>"+title+"</title></head><body>"+body+"</body></html>"), want: link.ContentDrift}
	}
	tides := found("Tide Tables", story("Tide Tables"))
	runFaults(t, []fault{
		gone("English, with thanks", "Harbor Trust", "<h1>Thank you for visiting</h1><p>Unfortunately, we are unable to locate the page you requested.</p>"),
		gone("English, retired", "Harbor Council", "<h1>This page has been retired</h1><p>Please use the search to find current information.</p>"),
		gone("English, with regret", "Harbor Library", "<p>We regret that the requested item is not in our collection any more.</p>"),
		gone("English, under another roof", "Harbor Museum", "<h1>We’ve had a tidy-up</h1><p>The page you were after is no longer part of our website.</p>"),
		gone("English, an empty shelf", "Harbor Press", "<h1>Sorry, this title is out of print and its page has been taken down</h1>"),
		gone("English, of a record", "Harbor Catalogue", "<p>No record matches the identifier you supplied.</p>"),
		gone("German, höflich", "Hafenmuseum", "<h1>Entschuldigung</h1><p>Leider können wir Ihnen die gewünschte Seite nicht mehr anbieten.</p>"),
		gone("German, im Archiv", "Hafenbote", "<p>Der von Ihnen gesuchte Beitrag steht leider nicht mehr zur Verfügung.</p>"),
		gone("German, verschoben", "Stadt Hafen", "<h1>Diese Seite ist umgezogen oder wurde gelöscht</h1>"),
		gone("French, poliment", "Musée du port", "<p>Nous sommes désolés, la page que vous cherchez n’est plus en ligne.</p>"),
		gone("French, retirée", "Le Port", "<h1>Cet article a été retiré de notre site</h1>"),
		gone("French, une ressource", "Archives du port", "<p>La ressource demandée est introuvable ou a été déplacée.</p>"),
		gone("Spanish, con disculpas", "Museo del puerto", "<p>Lo sentimos, el contenido que busca ya no está disponible en nuestra web.</p>"),
		gone("Spanish, una noticia", "El Puerto", "<h1>La noticia a la que intenta acceder no existe</h1>"),
		gone("Italian, ci scusiamo", "Museo del porto", "<p>Ci scusiamo, la pagina che stai cercando è stata rimossa o non è più disponibile.</p>"),
		gone("Italian, un documento", "Archivio del porto", "<h1>Il documento richiesto non è presente in archivio</h1>"),
		gone("Portuguese, lamentamos", "Museu do porto", "<p>Lamentamos, mas a página que procura não foi encontrada ou foi removida.</p>"),
		gone("Dutch, helaas", "Havenmuseum", "<h1>Helaas, deze pagina bestaat niet (meer)</h1>"),
		gone("Dutch, een bericht", "De Haven", "<p>Het artikel dat u zoekt is niet meer beschikbaar.</p>"),
		gone("Swedish, tyvärr", "Hamnmuseet", "<p>Tyvärr kan vi inte hitta sidan du söker.</p>"),
		gone("Danish, desværre", "Havnemuseet", "<p>Beklager, siden du leder efter, findes ikke længere.</p>"),
		gone("Norwegian, beklager", "Havnemuseet", "<p>Beklager, artikkelen er ikke lenger tilgjengelig.</p>"),
		gone("Finnish, valitettavasti", "Satamamuseo", "<p>Valitettavasti etsimääsi sivua ei löytynyt.</p>"),
		gone("Polish, przepraszamy", "Muzeum portu", "<p>Przepraszamy, strona, której szukasz, nie istnieje lub została usunięta.</p>"),
		gone("Czech, omlouváme se", "Muzeum přístavu", "<p>Omlouváme se, požadovaná stránka nebyla nalezena.</p>"),
		gone("Hungarian, sajnáljuk", "Kikötő Múzeum", "<p>Sajnáljuk, a keresett oldal nem található.</p>"),
		gone("Romanian, ne pare rău", "Muzeul portului", "<p>Ne pare rău, pagina căutată nu mai există.</p>"),
		gone("Greek, λυπούμαστε", "Μουσείο λιμανιού", "<p>Λυπούμαστε, η σελίδα που ζητήσατε δεν βρέθηκε.</p>"),
		gone("Turkish, üzgünüz", "Liman Müzesi", "<p>Üzgünüz, aradığınız sayfa bulunamadı.</p>"),
		gone("Russian, к сожалению", "Музей порта", "<p>К сожалению, запрашиваемая вами страница больше не доступна.</p>"),
		gone("Ukrainian, на жаль", "Музей порту", "<p>На жаль, такої сторінки не існує.</p>"),
		gone("Japanese, 恐れ入りますが", "港の博物館", "<p>申し訳ございません。お探しのページは削除されたか、移動した可能性があります。</p>"),
		gone("Chinese, 很抱歉", "港口博物馆", "<p>很抱歉，您访问的页面不存在或已被删除。</p>"),
		gone("Korean, 죄송합니다", "항구 박물관", "<p>죄송합니다. 요청하신 페이지를 찾을 수 없습니다.</p>"),
		gone("Hebrew, מצטערים", "מוזיאון הנמל", "<p>מצטערים, הדף שחיפשת לא נמצא.</p>"),
		gone("Arabic, نأسف", "متحف الميناء", "<p>نأسف، الصفحة التي تبحث عنها غير متوفرة.</p>"),
		// and those that only sound like it
		there("a thank-you", "/thanks/2019", "Thank you – Harbor Trust", "<h1>Thank you</h1>"+essay+"<p>We were unable to locate all donors.</p>"),
		there("a retired ship", "/ships/ada", "The Ada – Harbor Museum", "<h1>The Ada</h1><p>She has been retired since 1953 and can be seen at the quay.</p>"),
		there("a note on a lost page", "/log/lost-page", "The lost page – Harbor Museum", "<h1>The lost page</h1><p>The page that the keeper tore out was found in 1911, in a barn.</p>"),
		there("a German exhibition", "/ausstellung/verschwunden", "Verschwunden – Hafenmuseum", "<h1>Verschwunden</h1><p>Eine Ausstellung über Orte, die es nicht mehr gibt. Bis Mai.</p>"),
		there("a French novel", "/livres/introuvable", "Introuvable – Librairie du port", "<h1>Introuvable</h1><p>Roman, 240 pages. Une femme cherche son frère.</p>"),
		there("a lamp on loan", "/objects/12", "A lamp – Harbor Museum", "<h1>A lamp</h1><p>This item is not in our collection; it is shown on loan until May.</p>"),
		there("a Russian ferry", "/ferry/ada", "Паром «Ада» – Порт", "<h1>Паром «Ада»</h1><p>С 1953 года этот маршрут больше не существует, а паром стоит у причала.</p>"),
		there("a Swedish walk", "/promenad/fyren", "Fyren – Hamnmuseet", "<h1>Fyren</h1><p>Här kan du inte hitta vägen utan karta. Sidan av berget är brant.</p>"),
		there("a German letter", "/briefe/12", "Brief 12 – Hafenarchiv", "<h1>Brief 12</h1><p>Der von Ihnen gesuchte Mann, schreibt sie, steht nicht mehr im Dienst.</p>"),
		// Where redirects lead.
		moved("to a log-in page with a way back", "/papers/12", "/account/login?returnUrl=%2Fpapers%2F12", "Sign in", link.ContentDrift),
		moved("to an error page", "/papers/12", "/errors/404.aspx?aspxerrorpath=/papers/12", "Harbor", link.Soft404),
		moved("to the front page in another language", "/papers/12", "/en/", "Harbor", link.ContentDrift),
		moved("to a search for its words", "/papers/the-flood", "/search?q=the+flood", "Search", link.ContentDrift),
		{name: "to itself with a slash", path: "/papers/12", also: map[string]http.HandlerFunc{"/papers/12": leads(301, "/papers/12/"), "/papers/12/": tides}, want: link.Redirected, requests: 2},
		{name: "to a place without a scheme", path: "/papers/12", also: map[string]http.HandlerFunc{"/papers/12": leads(302, "//HOST/there")}, want: link.OK, requests: 3},
		{name: "to a place with white space around it", path: "/papers/12", also: map[string]http.HandlerFunc{"/papers/12": leads(302, "  /there  ")}, want: link.OK, requests: 3},
		{name: "to its own fragment", path: "/papers/12", also: map[string]http.HandlerFunc{"/papers/12": leads(302, "#top")}, want: link.ServerError, requests: 4},
		{name: "to a mail address", serve: leads(302, "mailto:ada@harbor.example"), want: link.ServerError},
		// Names that others have now.
		drift("for sale, in German", "hafenbote.example", "<h1>hafenbote.example</h1><p>Diese Domain steht zum Verkauf.</p>"),
		drift("for sale, in French", "leport.example", "<p>Ce nom de domaine est à vendre.</p>"),
		drift("a control panel's first page", "Default Web Site Page", "<h1>Sorry!</h1><p>If you are the owner of this website, please contact your hosting provider.</p>"),
		drift("an account that was not paid for", "Account Suspended", "<h1>This account has been suspended</h1><p>Contact your hosting provider for more information.</p>"),
		// Statuses and the wire.
		{name: "503 twice, with a time", serve: firstly(1, sends(503, "busy", "Retry-After", "0"), tides), want: link.OK, requests: 2},
		{name: "a 429 that passes", serve: firstly(2, sends(429, "slowly", "Retry-After", "0"), tides), want: link.OK, requests: 3},
		{name: "a 404 to a program, 200 to a browser", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Sec-Fetch-Mode") == "" {
				sends(404, "no")(w, r)
				return
			}
			tides(w, r)
		}, want: link.OK, requests: 2},
		{name: "a page cut off by its length", conn: says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50000\r\nConnection: close\r\n\r\n<title>Tide Tables</title>" + long), want: link.ServerError},
		{name: "a field that never ends its line", conn: says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long"), want: link.ServerError},
		{name: "an empty page that calls itself HTML", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<!DOCTYPE html><html><head></head><body></body></html>")
		}, want: link.ServerError},
		{name: "a place that is named in capitals", path: "/x#Ebb", serve: sends(200, fmt.Sprintf("<title>Tide Tables</title><h2 id=ebb>Ebb</h2>%s", essay)), want: link.OK, fragment: "“Ebb”"},
	})
}
