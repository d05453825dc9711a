package cache_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ibid/checker/link"
	"ibid/checker/link/cache"
)

func TestPages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	p := cache.PagesIn(dir, func() time.Time { return now })
	a, b := strings.Repeat("a", 64), strings.Repeat("b", 64)
	page := &link.Source{Body: []byte("<p>Salt\n\x00"), ContentType: "text/html", FinalURL: "https://harbor.example/"}
	p.Save(a, page)
	p.Save(b, &link.Source{Body: make([]byte, 9<<20)})
	p.Save("../../escape", page)
	got, ok := p.Load(a)
	if !ok || !bytes.Equal(got.Body, page.Body) || got.ContentType != page.ContentType || got.FinalURL != page.FinalURL {
		t.Errorf("%+v, %t", got, ok)
	}
	if _, ok := p.Load(b); ok {
		t.Error("a page of 9 MiB is kept")
	}
	if n, size, err := p.Count(); n != 1 || size == 0 || err != nil {
		t.Errorf("%d pages, %d bytes, %v", n, size, err)
	}
	now = now.Add(25 * time.Hour)
	if _, ok := p.Load(a); ok {
		t.Error("a page of yesterday is good")
	}
	if n, _, err := p.Prune(); n != 1 || err != nil {
		t.Errorf("%d pages pruned, %v", n, err)
	}
	p.Save(a, page)
	p.Remove(a)
	if _, err := os.Stat(filepath.Join(dir, "pages-1")); err == nil {
		t.Error("an empty folder stays")
	}
}

// TestPagesDamaged asks that what is no page is none, and goes when all goes.
func TestPagesDamaged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	p := cache.PagesIn(dir, time.Now)
	key := strings.Repeat("c", 64)
	p.Save(key, &link.Source{Body: bytes.Repeat([]byte("salt "), 1000)})
	path := filepath.Join(dir, "pages-1", key+".page")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"cut off": whole[:len(whole)/2], "rubbish": []byte("rubbish"), "empty": nil} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := p.Load(key); ok {
			t.Errorf("%s: taken for a page", name)
		}
	}
	if n, _, err := p.Clear(); n != 1 || err != nil {
		t.Errorf("%d removed, %v", n, err)
	}
}
