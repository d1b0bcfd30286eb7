#!/usr/bin/env bash
# Installs what `npm run bench -- --peers` compares with, each from its own registry, outside the project. What cannot be
# had is said and left out: the benchmark measures what it finds. ARTICLE_PEERS names another folder.
set -uo pipefail

folder=${ARTICLE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/article-peers}
mkdir -p "$folder/bin" "$folder/npm" "$folder/log"

try() {
  local name=$1
  shift
  if nice timeout "${LIMIT:-600}" "$@" >"$folder/log/$name" 2>&1; then
    echo "$name: installed"
  else
    echo "$name: not installed ($(grep -v '^ *$' "$folder/log/$name" | tail -n 1))"
  fi
}

if command -v apt-get >/dev/null; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  try debian-lists $sudo apt-get update
  for name in lowdown w3m lynx pandoc bat ripgrep; do
    try "$name" $sudo apt-get install -y --no-install-recommends "$name"
  done
fi

if command -v npm >/dev/null; then
  try npm npm install --prefix "$folder/npm" --no-audit --no-fund marked marked-terminal cli-markdown
  # marked-terminal's plain use: what its README shows, and nothing else.
  cat >"$folder/npm/marked-terminal.mjs" <<'SCRIPT'
import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
marked.use(markedTerminal());
process.stdout.write(marked.parse(readFileSync(process.argv[2], 'utf8')));
SCRIPT
fi

if command -v python3 >/dev/null; then
  try python python3 -m venv "$folder/python"
  try rich "$folder/python/bin/pip" install --quiet rich
  try trafilatura "$folder/python/bin/pip" install --quiet trafilatura lxml_html_clean
fi

command -v go >/dev/null && GOBIN="$folder/bin" try glow go install github.com/charmbracelet/glow/v2@latest

if command -v cargo >/dev/null; then
  for name in mdq treemd mdcat; do
    try "$name" cargo install --locked --root "$folder" "$name"
  done
fi
