package link_test

import (
	"net/http"
	"testing"

	"ibid/checker/link"
)

// TestFaultsOfLookAlikes: pages that are there and use the words of those that are not, and walls that do.
func TestFaultsOfLookAlikes(t *testing.T) {
	t.Parallel()
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	guard := func(name string, code int, title, body string) fault {
		return fault{name: name, serve: sends(code, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"+title+"</title></head><body>"+body+"</body></html>"), want: link.Blocked, requests: 4}
	}
	runFaults(t, []fault{
		there("an article on such pages", "/design/writing-a-404-page", "What a page for missing pages should say", "<h1>What a page for missing pages should say</h1>"+essay),
		there("a note on a status", "/web/status-404", "Status 404 explained – Harbor Web School", "<h1>Status 404 explained</h1><p>A server sends 404 when it has no page at an address. The page was not found; it may come back.</p>"),
		there("a poem", "/poems/gone", "Gone – Poems by Ada Marsh", "<h1>Gone</h1><p>The boat is gone.<br>The lamp is gone.<br>The page on which I wrote it<br>no longer exists.</p>"),
		there("a book", "/books/not-found-here", "Not Found Here: Essays – Harbor Press", "<h1>Not Found Here: Essays</h1><p>By Ada Marsh. 214 pages, 18 pounds.</p>"),
		there("a search that finds", "/search/lamp", "Search results for “lamp” – Harbor News", "<h1>12 results for “lamp”</h1><ul><li>The lamp of 1871</li><li>A lamp is lit</li></ul>"),
		there("a paywall", "/2019/flood", "The flood of 1871 | Harbor News", "<h1>The flood of 1871</h1><p>When the sea came over the wall, nobody was awake.</p><p>To read on, subscribe for 2 pounds a week.</p>"),
		there("a consent wall", "/2019/flut", "Die Flut von 1871 | Hafenblatt", "<h1>Die Flut von 1871</h1><p>Weiterlesen mit Werbung oder im Abo ohne Werbung. Sie können Ihre Einwilligung jederzeit widerrufen.</p>"),
		there("a lamp that is sold out", "/lamps/fjord", "Lamp Fjord – Harbor Lamps", "<h1>Lamp Fjord</h1><p>Brass, 40 cm. This lamp is currently out of stock.</p>"),
		there("a paper that was withdrawn, by its name", "/articles/12", "Withdrawn: On the tides of the point – Harbor Journal", "<h1>Withdrawn: On the tides of the point</h1><p>Ada Marsh, 2014.</p><p>This article has been withdrawn at the request of the author, as the gauge was read wrongly.</p>"),
		there("a paper that was retracted", "/articles/13", "Retracted: Oil and light – Harbor Journal", "<h1>Retracted: Oil and light</h1><p>Jon Poole, 2012. The editors have retracted this article.</p>"),
		there("a standard that was withdrawn", "/standards/84", "Standard 84: Lamps for harbours", "<h1>Standard 84: Lamps for harbours</h1><p>Status: withdrawn. Replaced by Standard 91.</p>"),
		there("a section that was repealed", "/law/12", "§ 12 Hafengesetz", "<h1>§ 12 (aufgehoben)</h1><p>Aufgehoben durch Gesetz vom 4. Mai 1999.</p>"),
		there("a ship", "/ships/ada", "The Ada – Harbor Wrecks", "<h1>The Ada</h1><p>She left on 4 May 1871. The ship was not found.</p>"),
		there("a missing person", "/1953/missing", "Keeper missing – Harbor News, 1953", "<h1>Keeper missing</h1><p>The keeper of the lamp is missing since Monday. He could not be found on the rocks.</p>"),
		there("a question on it", "/questions/12/page-not-found-after-a-move", "Page not found after a move – Harbor Answers", "<h1>Page not found after a move</h1><p>I moved my site to another host and every page but the first gives “not found”. What do I have to set?</p><h2>2 answers</h2><p>The rewriting of addresses has to be switched on in the settings of the new host.</p>"),
		there("a list of changes", "/tool/changes", "Changes – Lamp Tool", "<h1>Changes</h1><h2>1.4</h2><ul><li>The page for missing pages says 404.</li><li>Removed: the old log.</li></ul>"),
		there("an archived page of a ministry", "/guidance/lamps", "Guidance on lamps – Ministry of Harbors", "<h1>Guidance on lamps</h1><p>This page has been archived and is no longer updated.</p><p>Lamps are to be lit at dusk.</p>"),
		there("a German page that nobody keeps up", "/merkblatt/lampen", "Merkblatt Lampen – Hafenamt", "<h1>Merkblatt Lampen</h1><p>Diese Seite wird nicht mehr aktualisiert.</p><p>Lampen sind bei Dämmerung zu zünden.</p>"),
		there("software that nobody maintains", "/lamp-tool", "lamp-tool – Harbor Git", "<h1>lamp-tool</h1><p>This repository was archived by its owner. It is read-only now.</p><p>Reads the log of a lamp.</p>"),
		there("a book out of print", "/books/tides", "Tides – Harbor Press", "<h1>Tides</h1><p>Ada Marsh, 1953. Out of print and no longer available from the publisher.</p>"),
		there("a record without a text", "/handle/1871/12", "Log of the lamp, 1871 – Harbor Repository", "<h1>Log of the lamp, 1871</h1><p>Marsh, Ada. Thesis.</p><p>There are no files associated with this item.</p>"),
		there("a record without a picture", "/object/12", "Lamp – Harbor Museum", "<h1>Lamp</h1><p>Brass, about 1870. No image available.</p>"),
		there("an embargo", "/thesis/12", "Oil and light – Harbor Repository", "<h1>Oil and light</h1><p>Thesis, 2019. The full text is not available before May 2027.</p>"),
		there("an abstract", "/doi/12", "On the tides of the point – Harbor Journal", "<h1>On the tides of the point</h1><p>The tides of the point were read by hand for a hundred years.</p><p>You do not have access to this article. Log in or buy it.</p>"),
		there("a closed museum", "/museum", "Harbor Lamp Museum", "<h1>Harbor Lamp Museum</h1><p>The museum is closed until further notice. The collection was moved to the mill.</p>"),
		there("a concert", "/events/12", "Concert at the mill – Harbor Calendar", "<h1>Concert at the mill</h1><p>4 May, 8 p.m. The concert has been cancelled; tickets are taken back.</p>"),
		there("a cinema", "/coming-soon", "Coming soon – Harbor Cinema", "<h1>Coming soon</h1><ul><li>The Lamp, from 4 May</li><li>Oil, from 11 May</li></ul>"),
		there("a pier", "/news/pier", "New pier under construction – Harbor News", "<h1>New pier under construction</h1><p>The pier will be open by May.</p>"),
		there("a lighthouse", "/houses/lighthouse", "Lighthouse for sale – Harbor Houses", "<h1>Lighthouse for sale</h1><p>Four rooms and a lamp. 120,000 pounds.</p>"),
		there("a trade", "/2019/names", "A domain for sale: how names are traded – Harbor News", "<h1>A domain for sale: how names are traded</h1>"+essay),
		there("an attack", "/2019/offline", "City’s website down for days – Harbor News", "<h1>City’s website down for days</h1><p>Who opens it reads “service unavailable”. The city hopes that it will be back on Monday.</p>"),
		there("a suspended keeper", "/2019/keeper", "Keeper suspended – Harbor News", "<h1>Keeper suspended</h1><p>The keeper of the lamp has been suspended for three weeks.</p>"),
		there("an account that was suspended", "/2019/account", "Mayor’s account suspended – Harbor News", "<h1>Mayor’s account suspended</h1><p>The network suspended the mayor’s account on Monday, and gave it back on Tuesday.</p>"),
		there("an obituary", "/obituaries/poole", "Jon Poole, 1871–1953 – Harbor News", "<h1>Jon Poole, 1871–1953</h1><p>Jon Poole is no longer with us. His door was always open; it is closed now.</p>"),
		there("a gallery", "/gallery/12", "Lamps, 2019 – Harbor Pictures", "<h1>Lamps, 2019</h1><img src=1.jpg><img src=2.jpg><img src=3.jpg><p>Nothing but lamps.</p>"),
		there("a page of contacts", "/contact", "Contact – Harbor Ferry", "<h1>Contact</h1><p>4 Quay Street. If nobody is there, ring.</p>"),
		there("a help page on log-ins", "/help/sign-in", "How to sign in – Harbor Help", "<h1>How to sign in</h1><p>Open the form, and give your name and your password. Forgotten? Ask for a new one.</p>"),
		there("an entry of a dictionary", "/dictionary/missing", "missing – Harbor Dictionary", "<h1>missing</h1><p>adj. not found; not there. “A page is missing.”</p>"),
		there("a blog's last words", "/blog/last", "The last entry – A keeper’s blog", "<h1>The last entry</h1><p>This blog is closed. Thank you for reading it. What was written stays here.</p>"),
		there("German, a poem", "/gedichte/nicht-gefunden", "Nicht gefunden – Gedichte von Ada Marsh", "<h1>Nicht gefunden</h1><p>Ich suchte dich am Kai,<br>ich suchte dich am Meer,<br>ich fand das Licht, das Boot,<br>und fand dich nimmermehr.</p>"),
		there("German, advice", "/hilfe/seite-nicht-gefunden", "Seite nicht gefunden: was tun? – Hafenhilfe", "<h1>Seite nicht gefunden: was tun?</h1>"+essay),
		there("German, a lock", "/2019/schleuse", "Wartungsarbeiten an der Schleuse – Hafenblatt", "<h1>Wartungsarbeiten an der Schleuse</h1><p>Die Schleuse ist bis Mai gesperrt.</p>"),
		there("German, a work that is lost", "/werke/12", "Das Licht (verschollen) – Werkverzeichnis", "<h1>Das Licht (verschollen)</h1><p>Öl auf Holz, 1871. Das Bild wurde nicht wieder aufgefunden; es existiert nur noch ein Foto.</p>"),
		there("German, a party", "/2019/fest", "Fest am Kai entfällt – Hafenblatt", "<h1>Fest am Kai entfällt</h1><p>Das Fest gibt es in diesem Jahr leider nicht. Die Karten werden erstattet.</p>"),
		there("French, a novel", "/livres/introuvable", "Introuvable, roman – Éditions du port", "<h1>Introuvable</h1><p>Roman. 214 pages. Un gardien disparaît, et avec lui la lampe.</p>"),
		there("French, a site that is being dug", "/chantier", "Le quai en construction – Ville du port", "<h1>Le quai en construction</h1><p>Le chantier du quai est ouvert aux visites le samedi.</p>"),
		there("French, a law", "/loi/12", "Article 12 – Code du port", "<h1>Article 12</h1><p>Abrogé par la loi du 4 mai 1999.</p>"),
		there("French, a shop", "/lampes/12", "Lampe Cap – Boutique du port", "<h1>Lampe Cap</h1><p>Laiton, 40 cm. Cet article n’est plus disponible à la vente.</p>"),
		there("Spanish, a lighthouse", "/casas/faro", "Se vende faro – Casas del puerto", "<h1>Se vende faro</h1><p>Cuatro habitaciones y una lámpara.</p>"),
		there("Spanish, a search at sea", "/1953/buque", "El buque no ha sido encontrado – Diario del puerto", "<h1>El buque no ha sido encontrado</h1><p>La búsqueda sigue mañana.</p>"),
		there("Italian, a play", "/teatro/errore", "Errore umano – Teatro del porto", "<h1>Errore umano</h1><p>Un guardiano dimentica la lampada. 90 minuti.</p>"),
		there("Portuguese, a song", "/musica/12", "Não encontrado mar – Música do cais", "<h1>Não encontrado mar</h1><p>Canção, 1953. Letra e música de Ada Marsh.</p>"),
		there("Dutch, a note on upkeep", "/nieuws/sluis", "Sluis tijdelijk buiten gebruik – Havencourant", "<h1>Sluis tijdelijk buiten gebruik</h1><p>De sluis is tot mei niet beschikbaar.</p>"),
		there("Polish, a film", "/filmy/zniknela", "Zniknęła – Filmy portu", "<h1>Zniknęła</h1><p>Film, 1953. Latarniczka znika w burzy. 90 minut.</p>"),
		there("Czech, a ship", "/1953/lod", "Loď nebyla nalezena – Přístavní noviny", "<h1>Loď nebyla nalezena</h1><p>Hledání pokračuje zítra.</p>"),
		there("Russian, a case", "/1953/delo", "Дело, которого нет в архиве – Портовый вестник", "<h1>Дело, которого нет в архиве</h1><p>Историк искал дело три года и не нашёл его.</p>"),
		there("Swedish, a book", "/bocker/12", "Sidan som inte fanns – Hamnförlaget", "<h1>Sidan som inte fanns</h1><p>Roman av Ada Marsh. 214 sidor.</p>"),
		there("Japanese, a column", "/column/error-404", "404エラーとは何か | 港ウェブ講座", "<h1>404エラーとは何か</h1><p>サーバーにページがないときに返される番号です。表示された場合は、アドレスを確かめてください。</p>"),
		there("Japanese, a shop's news", "/news/12", "灯台カフェ閉店のお知らせ | 港新聞", "<h1>灯台カフェ閉店のお知らせ</h1><p>五月末で営業を終了しました。</p>"),
		there("Korean, a novel", "/books/12", "사라진 페이지 | 항구 출판사", "<h1>사라진 페이지</h1><p>등대지기의 일기에서 한 장이 사라진다. 장편소설, 214쪽.</p>"),
		there("Chinese, a novel", "/books/12", "消失的页面 | 港口出版社", "<h1>消失的页面</h1><p>守灯人的日记少了一页。长篇小说，214页。</p>"),
		there("Turkish, a ship", "/1953/gemi", "Gemi bulunamadı – Liman Gazetesi", "<h1>Gemi bulunamadı</h1><p>Arama yarın sürecek.</p>"),
		there("Arabic, a ship", "/1953/safina", "السفينة المفقودة – صحيفة الميناء", "<h1>السفينة المفقودة</h1><p>لم يتم العثور على السفينة، والبحث مستمر غدا.</p>"),
		guard("German, a test", 200, "Sicherheitsüberprüfung", "<h1>Bitte bestätigen Sie, dass Sie ein Mensch sind</h1>"),
		guard("French, a test", 403, "Vérification de sécurité", "<h1>Vérification que vous n’êtes pas un robot</h1><p>Cela ne prend que quelques secondes.</p>"),
		guard("Spanish, a test", 200, "Comprobando su navegador", "<p>Comprobando su navegador antes de continuar. No cierre esta página.</p>"),
		guard("Russian, a test", 200, "Проверка браузера", "<p>Подтвердите, что запросы отправляли вы, а не робот.</p>"),
		guard("Chinese, a test", 200, "安全检查", "<p>请完成下方验证后继续访问。拖动滑块完成拼图。</p>"),
		guard("a slow door", 200, "One moment …", "<p>We are making sure that you are not a robot. This takes a few seconds.</p>"),
	})
}
