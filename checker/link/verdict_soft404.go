package link

import (
	"regexp"
	"strings"
)

// notFound are the words with which pages say that there is nothing, by
// language. They are looked for in titles and headings, and in the text of
// pages that hold little else.
var notFound = regexp.MustCompile(`(?i)(?:` + strings.Join([]string{
	// English
	`(?:page|file|document|article|content|site|url|resource|item|story|post|object|record) (?:you requested |you are looking for )?(?:was |is |could |can ?)?(?:not |n[o’']t )(?:be )?(?:found|available|exist)`,
	`(?:page|article|content|story|document) (?:no longer|does(?:n[’']t| not)) (?:exists?|available)`, `page (?:is )?no longer available`, `(?:error|http)\s*(?:code\s*)?:?\s*(?:404|410)`, `^\W*(?:404|410)\b`, `\b404\W+(?:not found|error|page)`,
	`^\W*not found\W*$`, `page (?:cannot|can[’']t) be found`, `we (?:couldn[’']t|could not|can[’']t|cannot) find (?:the|that|this|your) (?:page|article|content)`, `(?:page|article|content|story|item) (?:has been|was) (?:removed|deleted)`, `nothing (?:was )?found here`,
	// German
	`(?:seite|datei|artikel|inhalt|dokument) (?:wurde |konnte |ist )?(?:leider )?nicht (?:gefunden|mehr verfügbar|vorhanden|mehr vorhanden|verfügbar)`, `nicht gefunden \(?404`, `(?:seite|artikel) (?:existiert|gibt es) (?:leider )?nicht`,
	// French
	`page (?:introuvable|non trouvée|inexistante)`, `(?:page|article|document) (?:que vous (?:recherchez|cherchez|demandez) )?(?:n[’']existe (?:pas|plus)|est introuvable|n[’']a pas été trouvée?)`,
	// Spanish
	`página no (?:encontrada|existe|disponible)`, `no se (?:ha )?(?:encontrado|encontró|encuentra) la página`, `la página (?:que (?:busca|buscas|solicita) )?no (?:existe|se encuentra|está disponible)`,
	// Portuguese
	`página não (?:encontrada|existe|disponível)`, `não (?:foi possível encontrar|encontramos) a página`,
	// Italian
	`pagina non (?:trovata|esiste|disponibile)`, `la pagina (?:richiesta|cercata) non (?:esiste|è stata trovata)`,
	// Dutch
	`pagina (?:is )?niet (?:gevonden|beschikbaar)`, `pagina bestaat niet`,
	// Swedish, Danish, Norwegian
	`sid(?:an|en) (?:kunde inte|kunne ikke|finns inte|findes ikke|finnes ikke|hittades inte|ble ikke funnet|blev ikke fundet)`,
	// Finnish
	`sivua ei (?:löydy|löytynyt)`,
	// Polish
	`(?:strona|strony) (?:nie (?:została )?(?:znaleziona|istnieje)|o podanym adresie nie)`, `nie (?:znaleziono|odnaleziono) strony`,
	// Czech, Slovak
	`stránka (?:nebyla nalezena|nenalezena|neexistuje|sa nenašla)`,
	// Hungarian
	`az oldal nem található`,
	// Turkish
	`sayfa bulunamadı`, `aradığınız sayfa`,
	// Greek
	`η σελίδα δεν βρέθηκε`,
	// Russian, Ukrainian, Bulgarian
	`страница не (?:найдена|существует)`, `страница не е намерена`, `сторінк[уа] не знайдено`,
	// Hebrew, Arabic, Persian
	`(?:ה)?(?:דף|עמוד) (?:המבוקש )?לא נמצא`, `الصفحة غير موجودة`, `لم يتم العثور على الصفحة`, `صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد`,
	// Korean
	`페이지를 찾을 수 없`, `존재하지 않는 페이지`, `요청하신 페이지`, `삭제된 (?:페이지|게시물|기사)`,
	// Chinese
	`(?:页面|頁面|网页|網頁|文章|内容|您访问的页面)(?:未找到|找不到|不存在|已(?:被)?删除|已(?:被)?刪除)`, `找不到(?:页面|頁面|网页|網頁|该页|您)`, `抱歉，?您(?:访问|查看)的页面`,
	// Japanese
	`ページ(?:が|は)?(?:見つかりません|存在しません|削除され)`, `お探しのページ`,
	// Vietnamese, Indonesian
	`không tìm thấy trang`, `halaman tidak ditemukan`,
	// Romanian
	`pagina nu (?:a fost găsită|există)`,
}, "|") + `)`)

const (
	// shortPage is the length below which a page's text may be taken at its
	// first words, in bytes.
	shortPage = 700
	// longPage is the length from which a page is an article whatever its
	// title says, in bytes.
	longPage = 3000
)

// notFoundInWords is what a page says if it says that there is nothing, "" if
// it doesn't.
func notFoundInWords(t *task, p *Page) string {
	for _, s := range []string{p.Title, p.Heading, p.OGTitle} {
		if m := notFound.FindString(s); m != "" && len(s) < 160 && !aboutIt(t, p, s) {
			return "“" + clip(s, 80) + "”"
		}
	}
	if p.TextLength < shortPage {
		head := p.Text[:min(len(p.Text), 300)]
		if m := notFound.FindString(head); m != "" && !aboutIt(t, p, m) {
			return "“" + clip(fold(m), 80) + "”"
		}
	}
	return ""
}

// aboutIt says whether the words are the work's own: an article on "404 Not
// Found" has a title that was cited, an address that names it, or real text.
func aboutIt(t *task, p *Page, s string) bool {
	for _, cited := range t.titles {
		if Alike(cited, s) >= 0.75 {
			return true
		}
	}
	address := strings.ToLower(t.first.Path)
	if len(t.hops) == 0 && (strings.Contains(address, "404") || strings.Contains(address, "not-found") || strings.Contains(address, "not_found") || strings.Contains(address, "notfound")) && p.TextLength > shortPage {
		return true
	}
	return p.TextLength > longPage && (p.OGType == "article" || p.Heading != "" && !notFound.MatchString(p.Heading) || p.TextLength > 3*longPage)
}
