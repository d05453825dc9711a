package link_test

import (
	"net/http"
	"testing"

	"ibid/checker/link"
)

// TestFaultsOfPoliteSitesAgain: the same once more, in other words, written after the tables had grown.
func TestFaultsOfPoliteSitesAgain(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	drift := func(name, title, body string) fault {
		return fault{name: name, serve: bare(title, body), want: link.ContentDrift}
	}
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	runFaults(t, []fault{
		gone("a library", "Harbor Library", "<h1>We’re sorry, this resource is not part of our collection any more</h1>"),
		gone("a wire", "Harbor Wire", "<p>The report you are trying to open is no longer on this site.</p>"),
		gone("a data service", "Harbor Data", "<h1>Dataset removed</h1><p>The dataset was taken down by its publisher.</p>"),
		gone("a preprint", "Harbor Preprints", "<h1>Preprint not found</h1>"),
		gone("a song", "Harbor Sounds", "<p>That track could not be found. It may have been taken down.</p>"),
		gone("a shop's old page", "Harbor Ropes", "<h1>Lost at sea?</h1><p>There is no page at this address.</p>"),
		gone("a school", "Harbor School", "<p>The page that you have asked for cannot be shown because it does not exist.</p>"),
		gone("German, a library", "Hafenbibliothek", "<p>Zu dieser Kennung wurde kein Dokument gefunden.</p>"),
		gone("German, a paper", "Hafenpost", "<p>Leider ist der Artikel, den Sie lesen möchten, nicht mehr online.</p>"),
		gone("German, a society", "Hafenverein", "<h1>Diese Adresse führt ins Leere</h1><p>Die Seite gibt es nicht mehr.</p>"),
		gone("French, a library", "Bibliothèque", "<p>Le document demandé a été retiré du site.</p>"),
		gone("French, a radio", "Radio du port", "<p>Ce podcast n’est plus disponible à l’écoute.</p>"),
		gone("Spanish, a radio", "Radio del puerto", "<p>La página a la que intenta acceder no está disponible o ya no existe.</p>"),
		gone("Italian, a university", "Università del porto", "<p>La risorsa che stai cercando è stata spostata o rimossa.</p>"),
		gone("Portuguese, a university", "Universidade do porto", "<p>O documento que procura não se encontra disponível.</p>"),
		gone("Dutch, a university", "Havenuniversiteit", "<p>De pagina die u probeert te openen bestaat niet of is verplaatst.</p>"),
		gone("Polish, a university", "Uniwersytet portowy", "<p>Nie znaleźliśmy strony, której szukasz.</p>"),
		gone("Czech, a university", "Přístavní univerzita", "<p>Stránka, kterou hledáte, neexistuje nebo byla přesunuta.</p>"),
		gone("Russian, a university", "Университет порта", "<p>Страница, которую вы ищете, была перемещена или удалена.</p>"),
		gone("Swedish, a university", "Hamnuniversitetet", "<p>Vi hittar tyvärr inte sidan du söker.</p>"),
		gone("Danish, a library", "Havnebiblioteket", "<p>Vi kunne desværre ikke finde siden.</p>"),
		gone("Finnish, a university", "Satamayliopisto", "<p>Emme löytäneet hakemaasi sivua.</p>"),
		gone("Japanese, a museum", "港博物館", "<p>お探しのページが見つかりませんでした。</p>"),
		gone("Korean, a museum", "항구박물관", "<p>찾으시는 자료가 삭제되었거나 존재하지 않습니다.</p>"),
		gone("Chinese, a museum", "港口博物馆", "<p>对不起，您所查看的文章已经被删除。</p>"),
		gone("Turkish, a university", "Liman Üniversitesi", "<p>Ulaşmaya çalıştığınız sayfa kaldırılmış olabilir.</p>"),
		gone("Arabic, a university", "جامعة الميناء", "<p>نأسف، لم نتمكن من إيجاد الصفحة التي تبحث عنها.</p>"),
		drift("a host's shutter", "courier.example", "<h1>Service suspended</h1><p>The hosting of this website has been stopped for non-payment.</p>"),
		drift("a domain's end", "Domain expired", "<p>The registration of this domain has lapsed. Its owner may renew it.</p>"),
		drift("German, a builder", "Baustelle", "<h1>Unsere Website wird gerade überarbeitet</h1><p>Schauen Sie bald wieder vorbei.</p>"),
		drift("French, a host", "courier.example", "<p>Ce site est actuellement désactivé. Contactez votre hébergeur.</p>"),
		drift("Spanish, a dealer", "courier.example", "<p>Este nombre de dominio está disponible para su compra.</p>"),
		drift("Italian, a host", "courier.example", "<p>Il sito è stato disattivato.</p>"),
		drift("Japanese, a builder", "courier.example", "<p>現在サイトをリニューアル中です。</p>"),
		there("a law that was taken out", "/law/3", "Section 3 – Harbor Act", "<h1>Section 3</h1><p>This section has been deleted by the Act of 1999.</p>"),
		there("a page of a manuscript", "/ms/12", "MS 12, f. 4r – Harbor Library", "<h1>MS 12, f. 4r</h1><p>The lower half of the page is missing; the text no longer exists.</p>"),
		there("a recall", "/recall", "Lamp recall – Harbor Safety", "<h1>Lamp recall</h1><p>The lamp was removed from sale in May.</p>"),
		there("a French law", "/loi/13", "Article 13 – Code du port", "<h1>Article 13</h1><p>L’article 13 a été supprimé par la loi de 1999.</p>"),
		there("a Spanish decree", "/decreto/12", "Decreto 12 de 1953", "<h1>Decreto 12 de 1953</h1><p>El documento original no se encuentra en el archivo; se publica la copia.</p>"),
		there("a German record", "/akte/12", "Akte 12 – Hafenarchiv", "<h1>Akte 12</h1><p>Laufzeit 1871–1874. Das Dokument 4 ist nicht mehr vorhanden.</p>"),
		there("an Italian record", "/fondo/12", "Fondo 12 – Archivio del porto", "<h1>Fondo 12</h1><p>La scheda 4 non è presente nel registro del 1871.</p>"),
		there("a Dutch note", "/nota/12", "Nota 12 – Havenarchief", "<h1>Nota 12</h1><p>Dit document is ingetrokken bij besluit van 1999.</p>"),
		there("a Russian film", "/film/12", "Страница – Фильмы порта", "<h1>Страница</h1><p>Фильм, 1953. Из дневника смотрителя вырвана одна страница. 90 минут.</p>"),
		there("a Polish record", "/akta/12", "Akta 12 – Archiwum portu", "<h1>Akta 12</h1><p>Dokument został przekazany do muzeum w 1953 roku.</p>"),
		there("a Japanese work", "/work/12", "失われたページ | 港美術館", "<h1>失われたページ</h1><p>油彩、1953年。所在不明。</p>"),
		there("a shop that moves", "/news/shop", "Our shop is moving – Harbor Ropes", "<h1>Our shop is moving</h1><p>The new shop is under construction and will open in May.</p>"),
	})
}

// TestFaultsOfPoliteSitesOnceMore: and once more, after the rule for pages without a name.
func TestFaultsOfPoliteSitesOnceMore(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	drift := func(name, title, body string) fault {
		return fault{name: name, serve: bare(title, body), want: link.ContentDrift}
	}
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	runFaults(t, []fault{
		gone("a council", "Harbor Council", "<h1>We have moved a few things</h1><p>This page isn’t where it used to be.</p>"),
		gone("a host of theses", "Harbor Theses", "<p>The thesis you requested is restricted or has been withdrawn from the repository.</p>"),
		gone("a weekly", "Harbor Weekly", "<h1>Story not available</h1><p>This story ran before 2009 and is not in our online archive.</p>"),
		gone("a newsletter", "Harbor Letters", "<h1>Nobody here</h1><p>This publication does not exist or its author has deleted it.</p>"),
		gone("a museum", "Harbor Museum", "<h1>Object unavailable</h1><p>We cannot find an object with that number.</p>"),
		gone("German, a magazine", "Kaimagazin", "<p>Huch! Den Text, den du suchst, haben wir aus dem Netz genommen.</p>"),
		gone("German, a ministry", "Hafenministerium", "<h1>Seite existiert nicht</h1><p>Vielleicht wurde sie umbenannt.</p>"),
		gone("French, a museum", "Musée du port", "<h1>Page non disponible</h1><p>L’œuvre demandée ne figure plus dans notre collection en ligne.</p>"),
		gone("French, a blog", "Carnet du phare", "<p>Il n’y a rien à cette adresse.</p>"),
		gone("Spanish, a ministry", "Ministerio del puerto", "<p>El enlace que ha seguido es incorrecto o la página ha sido eliminada.</p>"),
		gone("Spanish, a blog", "Cuaderno del faro", "<p>Aquí no hay nada. La entrada fue borrada por quien la escribió.</p>"),
		gone("Italian, a ministry", "Ministero del porto", "<p>La pagina potrebbe essere stata rimossa o aver cambiato indirizzo.</p>"),
		gone("Portuguese, a ministry", "Ministério do porto", "<p>O endereço que digitou não existe neste sítio.</p>"),
		gone("Dutch, a paper", "Kadekrant", "<p>Sorry, dit verhaal hebben we offline gehaald.</p>"),
		gone("Polish, a portal", "Port24", "<h1>Nie ma takiej strony</h1>"),
		gone("Czech, a portal", "Přístav24", "<h1>Tady nic není</h1><p>Stránka mohla být odstraněna.</p>"),
		gone("Russian, a forum", "Форум порта", "<p>Тема не найдена. Возможно, её удалил автор.</p>"),
		gone("Swedish, a library", "Hamnbiblioteket", "<h1>Här finns ingenting</h1><p>Dokumentet är borttaget.</p>"),
		gone("Japanese, a portal", "港ポータル", "<p>ご指定のアドレスにはページがございません。</p>"),
		gone("Korean, a paper", "항구신문", "<p>요청하신 기사는 삭제되었거나 찾을 수 없습니다.</p>"),
		gone("Chinese, a paper", "港口日报", "<p>您查找的新闻已过期或被移除。</p>"),
		gone("Turkish, a forum", "Liman Forum", "<p>Bu konu silinmiş ya da taşınmış.</p>"),
		gone("Arabic, a portal", "بوابة الميناء", "<p>الصفحة المطلوبة قد تكون حذفت أو نقلت.</p>"),
		drift("a builder of sites", "Harbor", "<h1>Under construction</h1><p>Our site will be live soon.</p>"),
		drift("a German host", "Hinweis", "<p>Die Internetpräsenz dieses Kunden ist zur Zeit nicht erreichbar.</p>"),
		drift("a French registrar", "courier.example", "<p>Ce nom de domaine est réservé. Faites une offre pour l’acquérir.</p>"),
		drift("a Russian host", "courier.example", "<p>Обслуживание сайта приостановлено. Обратитесь к хостинг-провайдеру.</p>"),
		there("a notice", "/notice/12", "Notice 12", "<h1>Notice 12</h1><p>The page numbers of volume 3 were not found to be wrong.</p>"),
		there("a bare note", "/n/12", "A note on the log", "<p>The log of 1871 is lost; of 1872 only a page remains. What was removed was oil.</p>"),
		there("a bare German note", "/n/13", "Notiz zum Logbuch", "<p>Das Logbuch ist verloren. Die Lampe wurde entfernt.</p>"),
		there("a bare French note", "/n/14", "Note sur le journal", "<p>Le journal de 1871 est perdu. La lampe a été retirée en mai.</p>"),
		there("a job", "/jobs/12", "Keeper – Harbor Jobs", "<h1>Keeper</h1><p>Apply by 4 May. Documents sent later cannot be considered.</p>"),
		there("a policy", "/policy", "Policy – Harbor Repository", "<h1>Policy</h1><p>Items are not removed. Where the law asks for it, an item is no longer shown and its record stays.</p>"),
		there("a site's news", "/news/site", "A new site – Harbor Ferry", "<h1>A new site</h1><p>Our website is being rebuilt. Timetables stay where they are.</p>"),
		there("a Spanish film", "/cine/12", "La página en blanco – Cine del puerto", "<h1>La página en blanco</h1><p>Un escritor ya no escribe. 90 minutos.</p>"),
		there("an Italian note", "/n/15", "Nota sul registro", "<p>Il registro del 1871 non esiste più; la lampada è stata rimossa in maggio.</p>"),
		there("a Russian note", "/n/16", "Заметка о журнале", "<p>Журнал 1871 года утрачен, лампа удалена в мае.</p>"),
		there("a bare page that nobody keeps up", "/n/17", "Harbor Lamps", "<p>This page is no longer updated. Lamps are lit at dusk.</p>"),
		there("a bare German page that nobody keeps up", "/n/18", "Hafenlampen", "<p>Diese Seite wird nicht mehr gepflegt. Lampen werden abends gezündet.</p>"),
		there("a bare French page that nobody keeps up", "/n/19", "Lampes du port", "<p>Cette page n’est plus mise à jour. Les lampes sont allumées le soir.</p>"),
		there("a bare Russian page that nobody keeps up", "/n/20", "Лампы порта", "<p>Эта страница больше не обновляется.</p>"),
		there("a bare Spanish page that nobody keeps up", "/n/22", "Lámparas del puerto", "<p>Esta página ya no está actualizada.</p>"),
		there("a bare Czech page that nobody keeps up", "/n/23", "Přístavní lampy", "<p>Tato stránka už není aktualizována.</p>"),
		there("a bare Danish page that nobody keeps up", "/n/24", "Havnens lamper", "<p>Denne side er ikke længere opdateret.</p>"),
		there("a bare Norwegian page that nobody keeps up", "/n/25", "Havnas lamper", "<p>Denne siden er ikke lenger oppdatert.</p>"),
		there("a bare Greek page that nobody keeps up", "/n/26", "Τα φώτα του λιμανιού", "<p>Η σελίδα δεν είναι πλέον ενημερωμένη.</p>"),
		there("a bare Dutch page that nobody keeps up", "/n/27", "Havenlampen", "<p>Deze pagina wordt niet meer bijgewerkt.</p>"),
		there("a bare Polish page that nobody keeps up", "/n/28", "Lampy portu", "<p>Ta strona nie jest już aktualizowana.</p>"),
		there("a bare Italian page that nobody keeps up", "/n/29", "Lampade del porto", "<p>Questa pagina non è più aggiornata.</p>"),
		there("a bare Japanese page that nobody keeps up", "/n/30", "港の灯", "<p>このページは更新を終了しました。</p>"),
		there("a broadcast that is put off", "/n/21", "Hafenfunk", "<p>Die Sendung wurde auf Mai verschoben.</p>"),
	})
}
