package rules

import (
	"iter"
	"strings"

	"ibid/checker"
	"ibid/parser/document"
)

// DocumentDamaged says that a source could not be read whole.
var DocumentDamaged = &checker.Rule{ID: "document-damaged", Group: checker.Structure, Severity: checker.Warning, Doc: checker.Doc{
	Title: "The source could not be read whole",
	Text: "A part of the file is broken or cut off, or larger than ibid will read for safety's sake. What could be read was checked; the rest was not. The message names the " +
		"part and the reason.",
	Do:    "Open the file in the program that made it, save it again, and repeat the check.",
	Quiet: "Numbers whose notes may stand in the part that was not read: they are not called missing.",
	Bad:   "<?xml version=\"1.0\"?>\n<article article-type=\"research-article\"><body><p>The tide has tables.<xref ref-type=\"fn\" rid=\"f1\">1</xref></p></body><back><fn-group><fn id=\"f1\"><label>1</label><p>Mara Ellingsworth, <italic>Tide Tables</italic> (Harbor: Pier Press, 2009), 12.</p></fn></fn-group></back",
	Good:  "<?xml version=\"1.0\"?>\n<article article-type=\"research-article\"><body><p>The tide has tables.<xref ref-type=\"fn\" rid=\"f1\">1</xref></p></body><back><fn-group><fn id=\"f1\"><label>1</label><p>Mara Ellingsworth, <italic>Tide Tables</italic> (Harbor: Pier Press, 2009), 12.</p></fn></fn-group></back></article>",
	Basis: "A report on half an article must say so",
}, Run: func(r *checker.Report) iter.Seq[checker.Finding] {
	return func(yield func(checker.Finding) bool) {
		if r.Article.Truncated == "" {
			return
		}
		f := checker.AtSpan(document.Span{}, "Not all of the source was read: %s.", strings.TrimSuffix(r.Article.Truncated, "."))
		f.Help = "Save or export the document again, and check that copy. What stands behind the damage was not checked."
		yield(f)
	}
}}
