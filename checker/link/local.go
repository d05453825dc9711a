package link

import (
	"errors"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
)

// inRoot is the result of a link without scheme and host, looked for among the
// files of the site; ok is false for any other link.
func (e *Engine) inRoot(r Request) (res Result, ok bool) {
	raw := strings.TrimSpace(r.URL)
	if e.o.Root == nil || raw == "" || strings.HasPrefix(raw, "//") {
		return Result{}, false
	}
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return Result{}, false
	}
	if !strings.HasPrefix(u.Path, "/") {
		if u.Path == "" || r.Base == "" {
			return Result{}, false // a place in the page itself, or nobody knows where
		}
		folder := strings.HasSuffix(u.Path, "/")
		if u.Path = path.Join("/", r.Base, u.Path); folder {
			u.Path += "/"
		}
	}
	return e.inFiles(u, e.o.Root, r.Titles, textFragments(nil, u)), true
}

// Relative says whether an address has neither scheme nor host.
func Relative(raw string) bool {
	u, err := url.Parse(strings.TrimSpace(raw))
	return err == nil && u.Scheme == "" && u.Host == ""
}

// inFiles judges a page of a built site by its file, as web servers find it:
// /about is about, about.html or about/index.html.
func (e *Engine) inFiles(at *url.URL, files fs.FS, titles, fragments []string) Result {
	name := strings.TrimPrefix(path.Clean("/"+at.Path), "/")
	candidates := []string{name, name + ".html", path.Join(name, "index.html"), path.Join(name, "index.htm")}
	if strings.HasSuffix(at.Path, "/") {
		candidates = candidates[2:]
	}
	for _, c := range candidates {
		page, err := readFile(files, c, fragments)
		if errors.Is(err, errFolder) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
			continue
		}
		if err != nil {
			return Result{Verdict: Unchecked, Unreachable: "file", Reason: "The file " + c + " can't be read.", Attempts: 1}
		}
		page.URL = at.String()
		r := judgePage(&task{first: at, at: at, titles: titles}, page)
		if page.Length == 0 && !strings.Contains(page.ContentType, "html") {
			r = Result{Verdict: OK} // an empty file may be meant to be
		}
		r.FragmentFault = fragmentFault("https://site.invalid/#"+at.EscapedFragment(), page)
		r.Status, r.Page, r.Attempts, r.CheckedAt = 0, page, 1, e.o.Now()
		return r
	}
	return Result{Verdict: Dead, Reason: "There is no file for " + at.Path + " in the site's folder.", Attempts: 1, CheckedAt: e.o.Now()}
}

// errFolder is a folder where a file was looked for.
var errFolder = errors.New("is a folder")

func readFile(files fs.FS, name string, fragments []string) (*Page, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errFolder
	}
	body, err := io.ReadAll(io.LimitReader(f, maxBody))
	if err != nil {
		return nil, err
	}
	contentType := mime.TypeByExtension(path.Ext(name))
	if contentType == "" {
		contentType = http.DetectContentType(body)
	}
	p := &Page{Status: http.StatusOK, Header: http.Header{"Content-Type": {contentType}}, Length: len(body)}
	readPage(p, body, p.Header, fragments)
	return p, nil
}
