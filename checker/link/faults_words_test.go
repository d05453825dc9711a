package link_test

import (
	"net/http"
	"strings"
	"testing"

	"ibid/checker/link"
)

// TestFaultsOfWords: what sites say of what they lack, sell or guard, in words of their own.
func TestFaultsOfWords(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	guard := func(name string, code int, html string, headers ...string) fault {
		return fault{name: name, serve: sends(code, html, headers...), want: link.Blocked, requests: 3}
	}
	drift := func(name, title, body string) fault {
		return fault{name: name, serve: sends(200, "<html><head><title>"+title+"</title></head><body>"+body+"</body></html>"), want: link.ContentDrift}
	}
	runFaults(t, []fault{
		gone("a hospital", "Harbor Health", "<h1>Sorry, that page is not available</h1><p>It may have moved during our recent redesign.</p>"),
		gone("a bank", "Harbor Bank", "<h1>We couldn’t find what you’re looking for</h1>"),
		gone("a city", "City of Harbor", "<h1>Page unavailable</h1><p>This page does not exist, was moved, or is temporarily unavailable.</p>"),
		gone("a court", "Courts of Harbor", "<h1>The document requested cannot be located</h1>"),
		gone("an agency", "Harbor Agency", "<h1>404 Error: Page Not Found</h1><p>You may have used an outdated link.</p>"),
		gone("a charity", "Harbor Aid", "<h1>Uh-oh! This page has sailed away.</h1><p>The page you are looking for does not exist.</p>"),
		gone("a magazine", "The Point", "<h1>You’ve hit a dead end</h1><p>The article you were looking for can’t be found.</p>"),
		gone("a newspaper's archive", "Harbor Courier Archive", "<p>We’re sorry. The article you have requested is no longer available in our archive.</p>"),
		gone("a press release", "Harbor Wire", "<h1>This press release is no longer available</h1>"),
		gone("a database", "Harbor Statistics", "<p>The table you requested does not exist or has been discontinued.</p>"),
		gone("a picture agency", "Harbor Images", "<h1>Sorry, this image is no longer available</h1>"),
		gone("a file host", "Harbor Files", "<h1>File not found or deleted</h1>"),
		gone("another file host", "Harbor Drop", "<p>The file you are trying to access is no longer available.</p>"),
		gone("a slide host", "Harbor Slides", "<h1>This presentation has been deleted</h1>"),
		gone("a Q and A", "Page not found - Harbor Answers", "<p>This question was removed from Harbor Answers for reasons of moderation.</p>"),
		gone("a forum", "Harbor Boards", "<p>The topic or post you requested does not exist.</p>"),
		gone("another forum", "Harbor Boards", "<p>The specified thread cannot be found.</p>"),
		gone("a git host", "Harbor Git", "<h1>Repository not found</h1>"),
		gone("a social network", "Harbor Life", "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p>"),
		gone("a shop", "Harbor Books", "<h1>Sorry! We couldn't find that page</h1><p>Try searching or go to Harbor Books' home page.</p>"),
		gone("a German shop", "Hafenladen", "<h1>Artikel nicht gefunden</h1><p>Dieser Artikel ist nicht mehr in unserem Sortiment.</p>"),
		gone("a French shop", "Boutique du port", "<h1>Oups, cette page n’existe plus !</h1>"),
		gone("a Spanish library", "Biblioteca del puerto", "<p>El documento solicitado no se encuentra disponible.</p>"),
		gone("an Italian town", "Comune di Porto", "<h1>Errore 404</h1><p>La risorsa richiesta non è stata trovata.</p>"),
		gone("a Portuguese paper", "O Porto", "<p>O conteúdo que procura já não está disponível.</p>"),
		gone("a Swedish agency", "Hamnverket", "<h1>Sidan kunde inte hittas</h1>"),
		gone("a Norwegian paper", "Havna", "<h1>Oisann! Vi finner ikke siden du leter etter.</h1>"),
		gone("a Polish office", "Urząd portu", "<p>Nie znaleziono strony o podanym adresie.</p>"),
		gone("a Ukrainian paper", "Порт", "<p>Вибачте, сторінку, яку ви шукаєте, не знайдено.</p>"),
		gone("a Russian library", "Библиотека порта", "<p>Документ не найден или удалён.</p>"),
		gone("a Persian paper", "بندر", "<p>صفحه\u200cای که به دنبال آن هستید وجود ندارد.</p>"),
		gone("an Arabic channel", "قناة الميناء", "<p>عفوا، الصفحة المطلوبة غير موجودة.</p>"),
		gone("a Japanese library", "港図書館", "<p>指定されたページまたはファイルは存在しません。</p>"),
		gone("a Chinese forum", "港论坛", "<p>抱歉，指定的主题不存在或已被删除或正在被审核</p>"),
		gone("a Taiwanese paper", "港報", "<p>找不到您要的新聞，可能已經下架。</p>"),
		gone("a Korean blog", "항구 블로그", "<p>해당 블로그가 없습니다. 삭제되었거나 존재하지 않는 게시물입니다.</p>"),
		drift("a registrar's page", "courier.example", "<p>This domain is registered at Namecheap</p><p>This domain was recently registered at Namecheap. Please check back later!</p>"),
		drift("Dan", "courier.example", "<h1>courier.example</h1><p>The domain name courier.example is for sale! Buy now for $1,200 or make an offer.</p>"),
		drift("an auction", "courier.example", "<p>This domain is being auctioned. Place a bid.</p>"),
		drift("coming soon", "Coming Soon", "<h1>Website coming soon</h1><p>courier.example has been registered.</p>"),
		drift("a renewal", "courier.example", "<h1>Renew now</h1><p>courier.example has expired and is pending deletion or renewal.</p>"),
		drift("a Japanese registrar", "courier.example", "<p>このドメインは、お名前.comで取得されています。</p>"),
		guard("an interruption", 403, `<html><head><title>Please verify you are a human</title></head><body><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p></body></html>`),
		guard("a rate", 429, `<html><head><title>429 Too Many Requests</title></head><body><h1>Too Many Requests</h1></body></html>`).within(4),
		guard("a proof of work", 200, `<html><head><title>Checking your browser…</title></head><body><p>Checking your browser before you proceed. This process is automatic.</p><script src="/pow.js"></script></body></html>`),
		guard("German", 403, `<html><head><title>Zugriff verweigert</title></head><body><h1>Zugriff verweigert</h1></body></html>`),
		there("a house that you asked for", "/houses/12", "The mill – Harbor Houses", "<h1>The mill</h1><p>The house no longer exists; the door that you see was moved to the museum.</p>"),
		there("an auction of lamps", "/auctions/12", "Lot 12 – Harbor Auctions", "<h1>Lot 12: a lamp</h1><p>This lamp is being auctioned on 4 May.</p>"),
		there("a map that is being drawn anew", "/maps/12", "Chart 12", "<h1>Chart 12</h1><p>The chart of 1871. This edition has been superseded.</p>"),
		there("a press release on a recall", "/press/recall", "Lamp recalled – Harbor Wire", "<h1>Lamp recalled</h1><p>The lamp of model 7 is no longer available in shops. Owners may return it at the quay.</p>"),
		there("a film's page", "/film/gone", "Gone (1953) – Harbor Films", "<h1>Gone (1953)</h1><p>A man goes out for oil and does not return. 90 minutes.</p>"),
		there("an obituary of a site", "/blog/closing", "We are closing – Harbor Blog", "<h1>We are closing</h1>"+long+"<p>From June on this site will no longer be available.</p>"),
		there("an FAQ", "/faq", "Questions – Harbor Ferry", "<h1>Questions</h1><h2>What if I can’t find my ticket?</h2><p>Ask at the quay.</p><h2>Why was my card not found?</h2><p>It may have expired.</p>"),
		there("a dataset's note", "/data/notes", "Notes on the gauge", "<h1>Notes on the gauge</h1><p>Values that were not found are given as −9. The page numbers are those of the log.</p>"),
		there("a sorry tale", "/tales/sorry", "A sorry tale", "<h1>A sorry tale</h1><p>Sorry, said the keeper, and put the lamp out."+strings.Repeat(" Nobody saw the ship.", 8)+"</p>"),
		there("a street", "/streets/dead-end", "Dead End Lane – Harbor Streets", "<h1>Dead End Lane</h1><p>A lane behind the mill; it ends at the wall.</p>"),
	})
}
