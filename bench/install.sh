#!/usr/bin/env bash
# install.sh DIR: fetches the other link checkers into a folder.
set -euo pipefail
dir=${1:?name a folder}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
GOBIN="$dir/bin" go install github.com/raviqqe/muffet/v2@latest
npm install --prefix "$dir/npm" linkinator
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet linkchecker
echo "go run . -ibid ../ibid -muffet $dir/bin/muffet -linkinator $dir/npm/node_modules/.bin/linkinator -linkchecker $dir/venv/bin/linkchecker"
