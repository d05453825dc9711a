#!/usr/bin/env bash
# Makes every conversion of article.md anew, with the programs that README.md
# names. What they print differs a little from version to version; the test
# beside it wants the same notes of all.
set -euo pipefail
cd "$(dirname "$0")"
src=article.md
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

for to in docx odt latex jats_archiving jats_publishing tei mediawiki gfm markdown_mmd markdown_phpextra commonmark_x plain html4 html5 epub2 epub3; do
  case $to in
    docx | odt) out=pandoc.$to ;;
    latex) out=pandoc.tex ;;
    jats_archiving) out=archiving.jats.xml ;;
    jats_publishing) out=publishing.jats.xml ;;
    tei) out=pandoc.tei.xml ;;
    mediawiki) out=pandoc.wiki ;;
    plain) out=pandoc.txt ;;
    html4 | html5) out=pandoc-$to.html ;;
    epub2 | epub3) out=$to.epub ;;
    *) out=$to.md ;;
  esac
  pandoc --standalone --metadata document-css=false "$src" --to "$to" --output "$out"
done

pandoc --standalone --pdf-engine=pdflatex "$src" --output pdflatex.pdf
weasyprint --quiet pandoc-html5.html weasyprint.pdf

for to in docx html epub fodt pdf; do
  soffice --headless --convert-to "$to" --outdir "$tmp" pandoc.odt >/dev/null
  mv "$tmp/pandoc.$to" "libreoffice.$to"
done
soffice --headless --convert-to odt --outdir "$tmp" pandoc.docx >/dev/null
mv "$tmp/pandoc.odt" libreoffice.odt

pandoc --standalone "$src" --to asciidoc --output "$tmp/article.adoc"
asciidoctor -a 'stylesheet!' --out-file asciidoctor.html "$tmp/article.adoc"
pandoc --standalone "$src" --to rst --output "$tmp/article.rst"
docutils --link-stylesheet --stylesheet=none.css "$tmp/article.rst" docutils.html
mkdir "$tmp/sphinx"
cp "$tmp/article.rst" "$tmp/sphinx/index.rst"
printf 'project = "The Lamps of Marrow Point"\nauthor = "Ada Quill"\nhtml_theme = "basic"\n' >"$tmp/sphinx/conf.py"
sphinx-build -q -b html "$tmp/sphinx" "$tmp/html"
sphinx-build -q -b epub "$tmp/sphinx" "$tmp/epub"
cp "$tmp/html/index.html" sphinx.html
cp "$tmp"/epub/*.epub sphinx.epub
awk 'f >= 2; /^---$/ { f++ }' "$src" >"$tmp/body.md"
node -e '
const md = require("markdown-it")({html: true, linkify: true}).use(require("markdown-it-footnote"));
process.stdout.write(md.render(require("fs").readFileSync(process.argv[1], "utf8")));
' "$tmp/body.md" >markdown-it.html
cmark-gfm --extension footnotes "$tmp/body.md" >cmark-gfm.html

ruby -e 'require "kramdown"; print Kramdown::Document.new(File.read(ARGV[0])).to_html' "$tmp/body.md" >kramdown.html
python3 -c '
import markdown, sys
print(markdown.markdown(open(sys.argv[1]).read(), extensions=["footnotes", "smarty"]))
' "$tmp/body.md" >python-markdown.html
node --input-type=module -e '
import fs from "fs";
import {unified} from "unified";
import parse from "remark-parse";
import gfm from "remark-gfm";
import rehype from "remark-rehype";
import stringify from "rehype-stringify";
const to = unified().use(parse).use(gfm).use(rehype).use(stringify);
process.stdout.write(String(await to.process(fs.readFileSync(process.argv[1]))));
' "$tmp/body.md" >remark.html
cat >"$tmp/goldmark.go" <<'EOT'
package main

import (
	"os"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Footnote, extension.Linkify, extension.Typographer))
	if err := md.Convert(data, os.Stdout); err != nil {
		panic(err)
	}
}
EOT
go run "$tmp/goldmark.go" "$tmp/body.md" >goldmark.html

pandoc --standalone "$src" --to docbook4 --output "$tmp/article.xml"
xsltproc --nonet --output docbook.html /usr/share/xml/docbook/stylesheet/docbook-xsl/html/docbook.xsl "$tmp/article.xml"
pandoc --standalone "$src" --to texinfo --output "$tmp/article.texi"
makeinfo --html --no-split --force --output texinfo.html "$tmp/article.texi"
latexml --quiet --dest="$tmp/latexml.xml" pandoc.tex
latexmlpost --quiet --nodefaultresources --dest=latexml.html "$tmp/latexml.xml"
{
  printf '\\documentclass{article}\n\\usepackage{hyperref}\n\\begin{document}\n'
  pandoc "$tmp/body.md" --to latex --wrap=none | sed -E 's/^\\hypertarget\{[^}]*\}\{%$//; s/\\label\{[^}]*\}\}$//'
  printf '\\end{document}\n'
} >"$tmp/hevea.tex"
hevea -o hevea.html "$tmp/hevea.tex"
