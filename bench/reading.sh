#!/usr/bin/env bash
# Pages of 300 and of 2,000 comments read in Chromium, ours beside Hugo's plain templates of the same texts (bench/reading.mjs says how).
#   bench/reading.sh [PROGRAM] [ROUNDS]       PROGRAM: a published build; default: publishes one
# Needs the shared kit (../shared/bench), hugo, node, Chromium and a built tests project (its Playwright). Work lies in BENCH_WORK or /tmp.
set -euo pipefail
cd "$(dirname "$0")/.."
kit=$PWD/../shared/bench
work=${BENCH_WORK:-${TMPDIR:-/tmp}}/subrosa-reading
program=${1:-}
if [ -z "$program" ]; then
  dotnet publish Blog.csproj -c Release -v quiet --tl:off -o "$work/program" >&2
  program=$work/program/Blog
fi

asked=()
for comments in 300 2000; do
  here=$work/$comments
  rm -rf "$here"
  mkdir -p "$here"
  export BLOG_VAULT=$here/vault
  python3 "$kit/make_archive.py" --posts 1 --comments $comments --seed 1 --only export,hugo --out "$here/archive" >&2
  (cd "$here/archive/hugo" && hugo --quiet -d "$here/hugo")
  "$program" init "$here/blog" --title "The Practitioner Archive" --address https://archive.example --no-git >/dev/null 2>&1
  "$program" import "$here/archive/export/feed.atom" --blog "$here/blog" >/dev/null 2>&1 || [ $? = 1 ]
  "$program" release --as-it-was --yes --blog "$here/blog" >/dev/null 2>&1
  "$program" build --blog "$here/blog" --as-of 2026-11-21 >/dev/null 2>&1
  post=$(cd "$here/hugo" && ls 20*/*/*.html)
  parts=$(ls "$here/blog/output/${post%.html}".p*.html | wc -l)
  asked+=("Hugo, $comments=$here/hugo//$post" "Subrosa, $comments, part 1 of $((parts + 1))=$here/blog/output//$post" "Subrosa, $comments, part 2=$here/blog/output//${post%.html}.p2.html")
  all=$(cat "$here/blog/output/${post%.html}".html "$here/blog/output/${post%.html}".p*.html | wc -c)
  packed=$(for page in "$here/blog/output/${post%.html}".html "$here/blog/output/${post%.html}".p*.html; do gzip -9 -c "$page" | wc -c; done | paste -sd+ | bc)
  echo "$comments comments, all $((parts + 1)) parts together: $all bytes of HTML, $packed with gzip" >&2
done
node bench/reading.mjs "${asked[@]}" --rounds "${2:-5}"
