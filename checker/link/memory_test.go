package link_test

import (
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"

	"ibid/checker/link"
)

// TestMemory opens forty bombs at once: each unpacks to 64 MiB, and no more
// than a page's limit of it may ever be held.
func TestMemory(t *testing.T) { //nolint:paralleltest // it measures the heap of all
	bomb := gzipped(t, make([]byte, 1<<20), 64)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb)
	}))
	defer server.Close()
	var requests []link.Request
	for i := range 40 {
		requests = append(requests, link.Request{URL: server.URL + "/bomb/" + strconv.Itoa(i)})
	}
	var most atomic.Uint64
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	newEngine(t, quick()).Check(t.Context(), requests, func(link.Result) {
		runtime.ReadMemStats(&now)
		most.Store(max(most.Load(), now.HeapAlloc))
	})
	const limit = 96 << 20
	if held := int64(most.Load()) - int64(before.HeapAlloc); held > limit {
		t.Errorf("%d MiB were held, want at most %d", held>>20, limit>>20)
	}
}
