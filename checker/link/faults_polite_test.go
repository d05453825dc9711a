package link_test

import (
	"net/http"
	"testing"

	"ibid/checker/link"
)

// bare is a page without menus or footers, as small programs write them.
func bare(title, body string) http.HandlerFunc {
	return sends(200, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"+title+"</title></head><body>"+body+"</body></html>")
}

// TestFaultsOfPoliteSites: how sites of many countries and kinds say that they have nothing, or are none any more.
func TestFaultsOfPoliteSites(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	small := func(name, title, body string) fault {
		return fault{name: name, serve: bare(title, body), want: link.Soft404}
	}
	drift := func(name, title, body string) fault {
		return fault{name: name, serve: bare(title, body), want: link.ContentDrift}
	}
	runFaults(t, []fault{
		gone("an outfitter", "Harbor Outfitters", "<h1>Well, this is awkward</h1><p>We looked in every locker, but that page isn’t here.</p>"),
		gone("a daily", "The Harbor Daily", "<h1>We can’t seem to find that page</h1><p>Try the search, or one of today’s stories.</p>"),
		gone("a college", "Harbor College", "<h1>This page has moved or does not exist</h1><p>Our site was made anew in 2019, and some addresses have changed.</p>"),
		small("a repository, by its identifier", "Harbor Repository", "<h2>Invalid identifier</h2><p>The identifier 1871/404 does not correspond to any object in this repository.</p>"),
		small("a repository, by its number", "Harbor Eprints", "<h1>Unknown item</h1><p>There is no item with this number in the repository.</p>"),
		gone("a video", "Harbor Video", "<h1>Video unavailable</h1><p>The account that uploaded it was closed.</p>"),
		small("a paste", "Harbor Paste", "<h1>Unknown paste</h1><p>This paste never existed or has run out.</p>"),
		gone("a network", "Harbor Chat", "<h2>Hmm … this page doesn’t seem to exist</h2><p>Look for something else.</p>"),
		gone("a board", "Harbor Boards", "<h3>An error has occurred</h3><p>The topic or board that you look for is missing or off limits to you.</p>"),
		gone("a journal's withdrawn paper, without its name", "Harbor Journal of Tides", "<h1>The article that you requested has been withdrawn</h1><p>It is no longer available on this site.</p>"),
		gone("an agency", "Harbor Fisheries Agency", "<h1>We can’t find that page</h1><p>Older pages are kept by the national archives.</p>"),
		gone("an event", "Harbor Calendar", "<p>This event is over and its page was taken down.</p>"),
		small("a file in a cloud", "Harbor Drive", "<p>Sorry, the file that you asked for does not exist.</p>"),
		small("a deleted file", "Harbor Box", "<h1>This item was deleted</h1><p>Ask whoever shared it with you.</p>"),
		gone("an episode", "Harbor Casts", "<h1>Couldn’t find that episode</h1>"),
		gone("a court's decision", "Harbor Courts", "<p>No decision was found with this number.</p>"),
		gone("a record", "Harbor Library Catalogue", "<h1>No such record</h1><p>The record may have been merged with another or deleted.</p>"),
		gone("a listing", "Harbor Lets", "<h1>This listing is gone</h1><p>Here are houses near it.</p>"),
		gone("a profile", "Harbor Scholars", "<h1>This scholar’s profile could not be loaded</h1><p>The profile does not exist or is not public.</p>"),
		gone("a story that was pulled", "The Harbor Daily", "<p>This story has been unpublished.</p>"),
		gone("a licence that ran out", "The Harbor Daily", "<p>This article is no longer available on our site as our licence to publish it has ended.</p>"),
		small("a server's own words", "Error", "<h1>Object not found!</h1><p>The requested URL was not found on this server.</p>"),
		small("a short one", "Harbor", "<p>Nothing to see here. The page is gone.</p>"),
		gone("German, a bakery", "Hafenbäckerei", "<h1>Ups!</h1><p>Diese Seite haben wir leider nicht gefunden.</p>"),
		gone("German, a broadcaster", "Hafenfunk", "<h1>Beitrag nicht mehr abrufbar</h1><p>Dieser Beitrag ist aus rechtlichen Gründen nicht mehr online.</p>"),
		gone("German, a broadcaster's video", "Hafenfunk Mediathek", "<p>Dieses Video ist leider nicht mehr verfügbar. Die Verweildauer ist abgelaufen.</p>"),
		gone("German, a university", "Universität Hafen", "<h1>Das Dokument kann nicht angezeigt werden</h1><p>Es existiert nicht (mehr).</p>"),
		gone("German, advertisements", "Hafenmarkt", "<h1>Die gewünschte Anzeige ist nicht mehr verfügbar</h1>"),
		gone("German, a catalogue", "Hafenbibliothek", "<p>Der Datensatz wurde nicht gefunden.</p>"),
		gone("German, a parish", "Gemeinde Hafen", "<p>Der Inhalt, den Sie aufrufen wollten, steht nicht mehr zur Verfügung.</p>"),
		gone("German, a paper", "Hafenblatt", "<h1>Hier ist leider nichts mehr</h1><p>Der Artikel wurde verschoben oder gelöscht.</p>"),
		gone("French, a ministry", "Ministère du port", "<p>Nous sommes désolés, la page demandée n’est plus en ligne.</p>"),
		gone("French, at sea", "Le Phare", "<h1>Oups, cette page s’est perdue en mer</h1><p>La page que vous tentez d’atteindre est inexistante.</p>"),
		gone("French, a paper", "L’Écho du port", "<p>Cet article a été dépublié.</p>"),
		gone("French, advertisements", "Annonces du port", "<h1>Cette annonce n’est plus en ligne</h1>"),
		gone("French, a catalogue", "Bibliothèque du port", "<p>Aucune notice ne correspond à cet identifiant.</p>"),
		gone("Spanish, on holiday", "Tienda del puerto", "<h1>¡Ups!</h1><p>No encontramos lo que buscas. Puede que la página se haya movido.</p>"),
		gone("Spanish, a paper", "Diario del puerto", "<p>Lo sentimos, la noticia que busca ha sido retirada.</p>"),
		gone("Spanish, a catalogue", "Biblioteca del puerto", "<p>El registro solicitado no existe en el catálogo.</p>"),
		gone("Spanish, advertisements", "Mercado del puerto", "<h1>Este anuncio ha caducado o ha sido eliminado</h1>"),
		gone("Italian, a shop", "Bottega del porto", "<h1>Ops! La pagina che cercavi non c’è più</h1>"),
		gone("Italian, a paper", "Gazzetta del porto", "<p>Siamo spiacenti, l’articolo richiesto non è più online.</p>"),
		gone("Italian, an archive", "Archivio del porto", "<p>Il documento cercato non è presente in archivio.</p>"),
		gone("Portuguese, a shop", "Loja do porto", "<h1>Oops! Não conseguimos encontrar essa página</h1>"),
		gone("Portuguese, a paper", "Diário do porto", "<p>A notícia a que tentou aceder foi removida ou já não existe.</p>"),
		gone("Brazilian, a blog", "Blog do cais", "<h1>Publicação não encontrada</h1>"),
		gone("Dutch, a museum", "Havenmuseum", "<h1>Helaas</h1><p>Deze pagina hebben we niet kunnen vinden.</p>"),
		gone("Dutch, a paper", "Havencourant", "<p>Het artikel dat u zoekt is niet meer online.</p>"),
		gone("Dutch, a ministry", "Ministerie van Havens", "<h1>Dit document is verwijderd</h1>"),
		gone("Polish, a shop", "Sklep portowy", "<h1>Ups! Strona, której szukasz, zniknęła</h1>"),
		gone("Polish, a paper", "Głos portu", "<p>Przepraszamy, ten artykuł został usunięty.</p>"),
		gone("Polish, a catalogue", "Biblioteka portowa", "<p>Brak rekordu o podanym identyfikatorze.</p>"),
		gone("Czech, a town", "Město Přístav", "<h1>Je nám líto, tato stránka tu už není</h1>"),
		gone("Czech, a paper", "Přístavní noviny", "<p>Článek byl smazán nebo přesunut.</p>"),
		gone("Czech, a catalogue", "Přístavní knihovna", "<p>Požadovaný záznam nebyl nalezen.</p>"),
		gone("Russian, a shop", "Лавка у порта", "<h1>Упс! Такой страницы у нас нет</h1>"),
		gone("Russian, a blog", "Записки", "<p>Публикация удалена или скрыта автором.</p>"),
		gone("Russian, a catalogue", "Каталог порта", "<p>Запись с таким номером отсутствует в каталоге.</p>"),
		gone("Russian, a paper", "Портовый вестник", "<p>К сожалению, мы не нашли эту страницу. Возможно, она была удалена.</p>"),
		gone("Swedish, a shop", "Hamnboden", "<h1>Hoppsan!</h1><p>Sidan du letar efter verkar inte finnas.</p>"),
		gone("Swedish, a paper", "Hamnbladet", "<p>Den här artikeln är avpublicerad.</p>"),
		gone("Danish, a shop", "Havneboden", "<h1>Hov! Den side findes ikke længere</h1>"),
		gone("Danish, a paper", "Havneavisen", "<p>Artiklen er desværre ikke længere tilgængelig.</p>"),
		gone("Norwegian, a paper", "Havneposten", "<p>Beklager, denne artikkelen er ikke lenger tilgjengelig.</p>"),
		gone("Finnish, a town", "Sataman kaupunki", "<h1>Valitettavasti sivu on poistettu</h1>"),
		gone("Finnish, a paper", "Sataman sanomat", "<p>Etsimäsi artikkeli ei ole enää saatavilla.</p>"),
		gone("Japanese, a paper", "港新聞", "<p>この記事の公開は終了しました。</p>"),
		gone("Japanese, an office", "港湾局", "<p>お探しのページは移動または削除された可能性があります。</p>"),
		gone("Japanese, a repository", "港大学リポジトリ", "<p>指定された論文は見つかりませんでした。</p>"),
		gone("Korean, a community", "항구 커뮤니티", "<p>삭제되거나 비공개 처리된 게시글입니다.</p>"),
		gone("Korean, a paper", "항구일보", "<p>기사가 삭제되었거나 주소가 변경되었습니다.</p>"),
		gone("Korean, a portal", "항구 포털", "<h1>원하시는 페이지를 찾을 수가 없습니다</h1>"),
		gone("Chinese, a portal", "港口网", "<h1>抱歉，您要找的页面飞走了</h1>"),
		gone("Chinese, a blog", "港口博客", "<p>该文章已被作者删除。</p>"),
		gone("Chinese, an academy", "港口研究院", "<p>您访问的资源不存在。</p>"),
		gone("Taiwanese, a portal", "港口新聞", "<p>很抱歉，此內容已下架。</p>"),
		gone("Turkish, a shop", "Liman Dükkânı", "<p>Üzgünüz, aradığınız sayfayı bulamadık.</p>"),
		gone("Turkish, a paper", "Liman Gazetesi", "<p>Bu içerik yayından kaldırılmıştır.</p>"),
		gone("Turkish, a catalogue", "Liman Kütüphanesi", "<h1>Kayıt bulunamadı</h1>"),
		gone("Arabic, a paper", "صحيفة الميناء", "<p>عذراً، هذه الصفحة لم تعد موجودة.</p>"),
		gone("Arabic, a channel", "قناة الميناء", "<p>المحتوى الذي تبحث عنه غير متاح.</p>"),
		gone("Arabic, a blog", "مدونة الميناء", "<p>تم حذف هذا المقال.</p>"),
		gone("Greek, a paper", "Το Λιμάνι", "<p>Η σελίδα που ψάχνετε δεν υπάρχει πια.</p>"),
		gone("Hungarian, a paper", "Kikötői Hírlap", "<p>A keresett tartalom már nem elérhető.</p>"),
		gone("Romanian, a paper", "Ziarul Portului", "<p>Ne pare rău, pagina nu a putut fi găsită.</p>"),
		gone("Ukrainian, a town", "Місто Порт", "<p>На жаль, такої сторінки не існує.</p>"),
		gone("Hebrew, a paper", "עיתון הנמל", "<p>הדף שחיפשתם לא נמצא או שהוסר מהאתר.</p>"),
		drift("building something", "courier.example", "<h1>Our new website is on its way</h1><p>Please come back soon.</p>"),
		drift("a plan that ended", "Site not available", "<h1>This site’s hosting plan has expired</h1><p>If you are the owner, renew it in your account.</p>"),
		drift("terms of service", "courier.example", "<p>This site has been suspended for a violation of our terms of service.</p>"),
		drift("a server's test page", "HTTP Server Test Page", "<p>This page is used to test the proper operation of the HTTP server after it has been installed.</p>"),
		drift("another server's", "Welcome to OpenResty!", "<h1>Welcome to OpenResty!</h1><p>If you see this page, the web platform is successfully installed and working.</p>"),
		drift("hosting without a site", "Hosting is active", "<h1>Your hosting is ready</h1><p>Upload your website to get started.</p>"),
		drift("a broker", "courier.example", "<p>courier.example may be for sale. Click here to ask for its price.</p>"),
		drift("German, empty", "courier.example", "<h1>Hier entsteht eine neue Website</h1>"),
		drift("German, locked", "Webspace gesperrt", "<p>Dieser Webspace wurde vorübergehend deaktiviert.</p>"),
		drift("German, run out", "courier.example", "<p>Diese Domain ist abgelaufen und kann neu registriert werden.</p>"),
		drift("French, empty", "Site en construction", "<h1>Site en construction</h1><p>Bientôt en ligne.</p>"),
		drift("Spanish, empty", "Sitio web en construcción", "<p>Próximamente.</p>"),
		drift("Spanish, locked", "courier.example", "<p>Esta cuenta de hosting ha sido suspendida.</p>"),
		drift("Italian, empty", "Sito in costruzione", "<p>Torna a trovarci presto.</p>"),
		drift("Dutch, parked", "courier.example", "<p>Deze domeinnaam is geregistreerd voor een van onze klanten.</p>"),
		drift("Polish, empty", "Strona w budowie", "<h1>Strona w budowie</h1>"),
		drift("Russian, empty", "courier.example", "<h1>Сайт находится в разработке</h1>"),
		drift("Russian, run out", "courier.example", "<p>Срок регистрации домена истёк.</p>"),
		drift("Japanese, empty", "courier.example", "<p>ただいまホームページ準備中です。</p>"),
		drift("Chinese, empty", "网站建设中", "<p>网站正在建设中，请稍后访问。</p>"),
		drift("Chinese, closed", "站点已暂停", "<h1>站点已暂停</h1><p>请联系服务商。</p>"),
		drift("Turkish, locked", "courier.example", "<p>Bu hosting hesabı askıya alınmıştır.</p>"),
	})
}
