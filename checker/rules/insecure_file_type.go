package rules

import (
	"mime"
	"path"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
)

// InsecureFileType finds links to programs and to huge files.
var InsecureFileType = &checker.Rule{ID: "insecure-file-type", Group: checker.Links, Severity: checker.Info, Network: true, Doc: checker.Doc{
	Title: "Link leads to a program or a huge file",
	Text:  "A reader who follows the link gets a program, a document with macros, or a file of more than 100 MB, without a word of warning.",
	Do:    "Link to the page that describes the file.",
	Quiet: "PDFs, pictures, tables and text, and large recordings where a recording is cited.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tide Tables,” https://harbor.example/files/tides-setup.exe.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tide Tables,” https://harbor.example/tides.",
	Basis: "CMOS 17, 14.6: cite what readers can get to",
}, Run: run(eachLink(func(_ *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.Page == nil || l.Verdict != link.OK && l.Verdict != link.Redirected {
		return checker.Finding{}, false
	}
	f := checker.Finding{Help: "Link to the page that describes the file.", Confidence: 0.9}
	name := fileName(l)
	switch kind := riskyKind(name, l.Page.ContentType); {
	case kind != "":
		f.Message = siteName(l.URL) + " hands readers " + kind + " (" + or(name, l.Page.ContentType) + ")."
	case fileSize(l.Page) > hugeFile && !recording(l.Page.ContentType):
		f.Message = siteName(l.URL) + " hands readers a file of " + strconv.FormatInt(fileSize(l.Page)/1_000_000, 10) + " MB."
	default:
		return f, false
	}
	return f, true
}))}

// hugeFile is the size from which a file is a burden, in bytes.
const hugeFile = 100_000_000

// fileName is the name under which a browser would keep an answer.
func fileName(l *checker.Link) string {
	if _, params, err := mime.ParseMediaType(l.Page.Header.Get("Content-Disposition")); err == nil && params["filename"] != "" {
		return path.Base(params["filename"])
	}
	address := l.URL
	if l.FinalURL != "" {
		address = l.FinalURL
	}
	if u := parsed(address); u != nil {
		if base := path.Base(u.Path); strings.Contains(base, ".") {
			return base
		}
	}
	return ""
}

// riskyKind says what a file is that does something on a reader's machine, ""
// if it is no such. A page about a program is a page, whatever its address.
func riskyKind(name, contentType string) string {
	if strings.Contains(contentType, "html") {
		return ""
	}
	switch contentType {
	case "application/x-msdownload", "application/vnd.microsoft.portable-executable", "application/x-msi", "application/x-dosexec", "application/vnd.android.package-archive",
		"application/x-apple-diskimage", "application/java-archive", "application/vnd.debian.binary-package", "application/x-rpm", "application/x-executable":
		return "a program"
	case "application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-excel.sheet.macroenabled.12", "application/vnd.ms-powerpoint.presentation.macroenabled.12":
		return "a document with macros"
	}
	if strings.HasPrefix(contentType, "text/") {
		return "" // its source, to be read
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".exe", ".msi", ".dmg", ".pkg", ".apk", ".bat", ".cmd", ".scr", ".jar", ".vbs", ".ps1", ".deb", ".rpm", ".appimage", ".hta", ".lnk":
		return "a program"
	case ".docm", ".xlsm", ".pptm", ".dotm", ".xltm":
		return "a document with macros"
	}
	return ""
}

// fileSize is the size that a host gives of a file, in bytes; 0 if it gives none.
func fileSize(p *link.Page) int64 {
	n, err := strconv.ParseInt(p.Header.Get("Content-Length"), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func recording(contentType string) bool {
	return strings.HasPrefix(contentType, "audio/") || strings.HasPrefix(contentType, "video/")
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
