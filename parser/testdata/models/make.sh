#!/usr/bin/env bash
# Makes the article of ../conversions in formats that are left to pandoc, and
# pandoc's models of them, anew.
set -euo pipefail
cd "$(dirname "$0")"
for to in rst org textile rtf docbook5:dbk:docbook; do
  IFS=: read -r format ending from <<<"$to"
  out=article.${ending:-$format}
  pandoc --standalone ../conversions/article.md --to "$format" --output "$out"
  # RTF is prepared as parser/reader/pandoc does it.
  perl -pe 'if ($ARGV =~ /rtf$/) { s/\{\\\*\\footnote/{\\footnote/g; s/(\\u-?\d+)([^\s\\{}\d])/$1 $2/g }' "$out" |
    pandoc --sandbox --standalone --from "${from:-$format}" --to json --output "$out.json"
done
