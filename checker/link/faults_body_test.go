package link_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	utf "golang.org/x/text/encoding/unicode"

	"ibid/checker/link"
)

// bytesOf answers with bytes under a content type and, if it isn't "", a coding.
func bytesOf(contentType, coding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		if coding != "" {
			w.Header().Set("Content-Encoding", coding)
		}
		_, _ = w.Write(body)
	}
}

func packed(t *testing.T, w io.WriteCloser, out *bytes.Buffer, content []byte, times int) []byte {
	t.Helper()
	for range times {
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gzipped(t *testing.T, content []byte, times int) []byte {
	t.Helper()
	var out bytes.Buffer
	return packed(t, gzip.NewWriter(&out), &out, content, times)
}

func encoded(t *testing.T, charset, s string) []byte {
	t.Helper()
	e, err := htmlindex.Get(charset)
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// endless writes until nobody listens.
func endless(contentType string, block []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		for {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	}
}

// TestFaultsOfBodies: what goes wrong with what is sent.
func TestFaultsOfBodies(t *testing.T) {
	t.Parallel()
	const large = 16 << 20 // what may be under way when the engine stops listening
	whole := "<html><head><title>Tide Tables</title></head><body>" + essay + "</body></html>"
	html := []byte(whole)
	var zlibbed, deflated bytes.Buffer
	packed(t, zlib.NewWriter(&zlibbed), &zlibbed, html, 1)
	bare, _ := flate.NewWriter(&deflated, flate.BestSpeed)
	packed(t, bare, &deflated, html, 1)
	random := make([]byte, 8<<10)
	source := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(source.Uint32())
	}
	gone := func(title, text string) string {
		return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + text + "</p></body></html>"
	}
	wide, err := utf.UTF16(utf.LittleEndian, utf.IgnoreBOM).NewEncoder().Bytes([]byte(gone("Page not found", "Sorry.")))
	if err != nil {
		t.Fatal(err)
	}
	wideBig, err := utf.UTF16(utf.BigEndian, utf.UseBOM).NewEncoder().Bytes([]byte(gone("Página no encontrada", "Lo sentimos.")))
	if err != nil {
		t.Fatal(err)
	}
	const typ = "text/html"
	runFaults(t, []fault{
		{name: "empty", serve: bytesOf(typ, "", nil), want: link.ServerError, reason: "empty"},
		{name: "empty, and no type", serve: bytesOf("", "", nil), want: link.ServerError},
		{name: "white space", serve: bytesOf(typ, "", []byte("\n \n")), want: link.ServerError},
		{name: "tags without content", serve: bytesOf(typ, "", []byte("<html><head></head><body></body></html>")), want: link.ServerError},
		{name: "a comment alone", serve: bytesOf(typ, "", []byte("<!-- tides -->")), want: link.ServerError},
		{name: "a picture in a page", serve: bytesOf(typ, "", []byte("<html><body><img src=a.png></body></html>")), want: link.OK},
		{name: "frames", serve: bytesOf(typ, "", []byte("<html><frameset><frame src=a.html></frameset></html>")), want: link.OK},
		{name: "an empty shell of scripts", serve: bytesOf(typ, "", []byte(`<html><body><div id="root"></div><script src=app.js></script></body></html>`)), want: link.OK},
		{name: "an empty text", serve: bytesOf("text/plain", "", nil), want: link.ServerError},
		{name: "longer than said", conn: says(head + "Content-Length: 60\r\n\r\n" + tide), want: link.OK},
		{name: "shorter than said", conn: says(head + "Content-Length: 60000\r\n\r\n" + tide), want: link.ServerError},
		{name: "a length and chunks", conn: says(head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + fmt.Sprintf("%x", len(tide)) + "\r\n" + tide + "\r\n0\r\n\r\n"), want: link.OK},
		{name: "a chunk that is none", conn: says(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + tide), want: link.ServerError},
		{name: "a chunk of a negative size", conn: says(head + "Transfer-Encoding: chunked\r\n\r\n-5\r\n" + tide), want: link.ServerError},
		{name: "a chunk of a huge size", conn: says(head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + tide), want: link.ServerError},
		{name: "rubbish behind a chunk", conn: says(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>abXX\r\n0\r\n\r\n"), want: link.ServerError},
		{name: "chunks without the last", conn: says(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n"), want: link.ServerError},
		{name: "a transfer coding that nobody knows", conn: says(head + "Transfer-Encoding: tidal\r\n\r\n" + tide), want: link.ServerError},
		{name: "endless", serve: endless(typ, []byte("<p>"+strings.Repeat("tide ", 10<<10))), want: link.OK, bytes: large},
		{name: "endless zeros", serve: endless(typ, make([]byte, 64<<10)), want: link.OK, bytes: large},
		{name: "endless tags", serve: endless(typ, []byte(strings.Repeat("<div>", 12<<10))), want: link.OK, bytes: large},
		{name: "an endless title", serve: endless(typ, []byte("<title>"+strings.Repeat("tide ", 10<<10))), want: link.OK, bytes: large},
		{name: "an endless file", serve: endless("application/octet-stream", random), want: link.OK, bytes: large},
		{name: "endless events", serve: endless("text/event-stream", []byte("data: tide\n\n")), want: link.OK, bytes: large},
		{name: "a bomb of gzip", serve: bytesOf(typ, "gzip", gzipped(t, make([]byte, 1<<20), 64)), want: link.OK, bytes: large},
		{name: "a bomb of gzip in tags", serve: bytesOf(typ, "gzip", gzipped(t, bytes.Repeat([]byte("<p>tide"), 1<<17), 64)), want: link.OK, bytes: large},
		{name: "gzip", serve: bytesOf(typ, "gzip", gzipped(t, html, 1)), want: link.OK},
		{name: "gzip that is none", serve: bytesOf(typ, "gzip", html), want: link.ServerError},
		{name: "gzip cut off", serve: bytesOf(typ, "gzip", gzipped(t, html, 3)[:200]), want: link.ServerError},
		{name: "gzip damaged", serve: bytesOf(typ, "gzip", append(gzipped(t, html, 1)[:60], random[:200]...)), want: link.ServerError},
		{name: "an empty gzip", serve: bytesOf(typ, "gzip", gzipped(t, nil, 1)), want: link.ServerError},
		{name: "gzip twice", serve: bytesOf(typ, "gzip", gzipped(t, gzipped(t, html, 1), 1)), want: link.OK},
		{name: "deflate", serve: bytesOf(typ, "deflate", zlibbed.Bytes()), want: link.OK},
		{name: "deflate, bare", serve: bytesOf(typ, "deflate", deflated.Bytes()), want: link.OK},
		{name: "brotli unasked", serve: bytesOf(typ, "br", random[:500]), want: link.OK},
		{name: "zstd unasked", serve: bytesOf(typ, "zstd", random[:500]), want: link.OK},
		{name: "a coding that is none", serve: bytesOf(typ, "utf-8", html), want: link.OK},
		{name: "a bomb in deflate", serve: bytesOf(typ, "deflate", packed(t, zlib.NewWriter(&zlibbed), &zlibbed, make([]byte, 1<<20), 64)), want: link.OK, bytes: large},
		{name: "a large page", serve: bytesOf(typ, "", []byte(strings.Repeat(whole, 1+(900<<10)/len(whole)))), want: link.OK, bytes: 2 << 20},
		{name: "a very large page", serve: bytesOf(typ, "", []byte(strings.Repeat(whole, 1+(32<<20)/len(whole)))), want: link.OK, bytes: large},
		{name: "deeply nested", serve: bytesOf(typ, "", []byte(strings.Repeat("<div><nav>", 50_000)+tide)), want: link.OK, bytes: 2 << 20},
		{name: "a tag of a megabyte", serve: bytesOf(typ, "", []byte(`<p class="`+strings.Repeat("x", 1<<20)+`">tides`)), want: link.OK, bytes: 4 << 20},
		{name: "many attributes", serve: bytesOf(typ, "", []byte("<p "+strings.Repeat(`a="b" `, 100_000)+">tides")), want: link.OK, bytes: 2 << 20},
		{name: "not text, under a page's type", serve: bytesOf(typ, "", random), want: link.ServerError, reason: "no page"},
		{name: "a PDF under a page's type", serve: bytesOf(typ, "", append([]byte("%PDF-1.4\n"), random...)), want: link.OK},
		{name: "an archive under a page's type", path: "/data.bin", also: map[string]http.HandlerFunc{"/data.bin": bytesOf(typ, "", random)}, want: link.OK},
		{name: "a PDF", serve: bytesOf("application/pdf", "", append([]byte("%PDF-1.4\n"), random...)), want: link.OK},
		{name: "a PDF without a type", serve: bytesOf("", "", append([]byte("%PDF-1.4\n"), random...)), want: link.OK},
		{name: "a file to keep", serve: bytesOf("application/octet-stream", "", random), want: link.OK},
		{name: "a Word file", serve: bytesOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", random), want: link.OK},
		{name: "a page without a type", serve: bytesOf("", "", html), want: link.OK},
		{name: "a type that is none", serve: bytesOf("tides", "", html), want: link.OK},
		{name: "a type with rubbish", serve: bytesOf("text/html; charset", "", []byte(gone("Page not found", "Sorry."))), want: link.Soft404},
		{name: "a page as text", serve: bytesOf("text/plain", "", []byte("Tide tables of the point, by year.")), want: link.OK},
		{name: "text that says not found", serve: bytesOf("text/plain", "", []byte("404 page not found\n")), want: link.Soft404},
		{name: "data", serve: bytesOf("application/json", "", []byte(`{"tides":[1,2,3]}`)), want: link.OK},
		{name: "data that says not found", serve: bytesOf("application/json", "", []byte(`{"status": 404, "message": "x"}`)), want: link.Soft404},
		{name: "data that says not found in words", serve: bytesOf("application/json", "", []byte(`{"error": "Page not found"}`)), want: link.Soft404},
		{name: "XML that says no such key", serve: bytesOf("application/xml", "", []byte(`<Error><Code>NoSuchKey</Code></Error>`)), want: link.Soft404},
		{name: "a picture for a story", path: "/2016/fire.html", also: map[string]http.HandlerFunc{"/2016/fire.html": bytesOf("image/gif", "", []byte("GIF89a......"))}, want: link.ContentDrift, reason: "picture"},
		{name: "a style sheet for a story", path: "/2016/fire", also: map[string]http.HandlerFunc{"/2016/fire": bytesOf("text/css", "", []byte("p{}"))}, want: link.ContentDrift},
		{name: "a script for a story", path: "/2016/fire", also: map[string]http.HandlerFunc{"/2016/fire": bytesOf("application/javascript", "", []byte("x()"))}, want: link.ContentDrift},
		{name: "a picture that was cited", path: "/photo/fire.png", also: map[string]http.HandlerFunc{"/photo/fire.png": bytesOf("image/png", "", []byte("\x89PNG\r\n\x1a\n"))}, want: link.OK},
		{name: "a picture by number", path: "/image/4711", also: map[string]http.HandlerFunc{"/image/4711": bytesOf("image/jpeg", "", []byte("\xff\xd8\xff"))}, want: link.OK},
		{name: "a page for a picture", path: "/photo/fire.png", also: map[string]http.HandlerFunc{"/photo/fire.png": page("Fire", essay)}, want: link.OK, requests: 3},
		{name: "UTF-16 undeclared, not found", serve: bytesOf(typ, "", wide), want: link.Soft404},
		{name: "UTF-16 with a mark, not found", serve: bytesOf(typ, "", wideBig), want: link.Soft404},
		{name: "Shift_JIS declared, not found", serve: bytesOf(typ+"; charset=Shift_JIS", "", encoded(t, "shift_jis", gone("ページが見つかりません", "お探しのページは見つかりませんでした。"))), want: link.Soft404},
		{name: "Shift_JIS undeclared, not found", serve: bytesOf(typ, "", encoded(t, "shift_jis", gone("ページが見つかりません", strings.Repeat("お探しのページは見つかりませんでした。", 3)))), want: link.Soft404},
		{name: "EUC-JP in the page, not found", serve: bytesOf(typ, "", encoded(t, "euc-jp", `<meta charset="euc-jp">`+gone("ページが見つかりません", "x"))), want: link.Soft404},
		{name: "EUC-KR undeclared, not found", serve: bytesOf(typ, "", encoded(t, "euc-kr", gone("페이지를 찾을 수 없습니다", strings.Repeat("요청하신 페이지를 찾을 수 없습니다. ", 3)))), want: link.Soft404},
		{name: "GBK in the page, not found", serve: bytesOf(typ, "", encoded(t, "gbk", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`+gone("页面不存在", "您访问的页面不存在"))), want: link.Soft404},
		{name: "GBK undeclared, not found", serve: bytesOf(typ, "", encoded(t, "gbk", gone("页面不存在", strings.Repeat("抱歉，您访问的页面不存在或已被删除。", 4)))), want: link.Soft404},
		{name: "Big5 declared, not found", serve: bytesOf(typ+"; charset=big5", "", encoded(t, "big5", gone("找不到網頁", "x"))), want: link.Soft404},
		{name: "windows-1251 undeclared, not found", serve: bytesOf(typ, "", encoded(t, "windows-1251", gone("Страница не найдена", "К сожалению, запрашиваемая страница не найдена. Перейдите на главную страницу сайта."))), want: link.Soft404},
		{name: "windows-1251 declared as UTF-8, not found", serve: bytesOf(typ+"; charset=utf-8", "", encoded(t, "windows-1251", gone("Страница не найдена", "К сожалению, запрашиваемая страница не найдена. Перейдите на главную страницу сайта."))), want: link.Soft404},
		{name: "KOI8-R declared, not found", serve: bytesOf(typ+"; charset=koi8-r", "", encoded(t, "koi8-r", gone("Страница не найдена", "x"))), want: link.Soft404},
		{name: "Latin-1 undeclared, not found", serve: bytesOf(typ, "", encoded(t, "windows-1252", gone("Página não encontrada", "A página não foi encontrada."))), want: link.Soft404},
		{name: "Latin-1 declared as UTF-8", serve: bytesOf(typ+"; charset=utf-8", "", encoded(t, "windows-1252", "<title>Marée</title>"+strings.Repeat("<p>À la pointe, la marée est haute à midi.</p>", 20))), want: link.OK},
		{name: "a charset that is none", serve: bytesOf(typ+"; charset=klingon", "", []byte(gone("Page not found", "x"))), want: link.Soft404},
		{name: "bytes that are no characters", serve: bytesOf(typ, "", []byte(fmt.Sprintf("<title>Tide Tables</title>%s\xff\xfe\xfd", essay))), want: link.OK},
		{name: "zeros in the text", serve: bytesOf(typ, "", []byte(strings.ReplaceAll(whole, "night", "ni\x00ght"))), want: link.OK},
	})
}
